"""The state of a review: every order of decisions leads to a file that loads, and every decision can be undone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.review.deciding import Review
from graphmou.review.items import Item
from graphmou.seed.nesting import text_of
from graphmou.seed.reader import read_seed
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar, read_yaml
from graphmou.yaml_text import plain, write_yaml
from tests.review.drafts import draft, write_draft


def review(text: str | None = None) -> Review:
    root, problems = read_yaml(draft() if text is None else text, "news.yaml")
    assert isinstance(root, YamlMap)
    assert problems == []
    return Review(root)


def item(state: Review, node_id: str) -> Item:
    found = state.item_with(node_id)
    assert found is not None
    return found


def content(node: YamlNode) -> Any:
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlList):
        return [content(one) for one in node.items]
    return {name: content(one) for name, one in node.entries.items()}


def written(state: Review, folder: Path) -> Path:
    state.mark()
    return write_draft(folder, write_yaml(state.root))


def test_the_document_comes_first_and_what_is_named_before_what_names_it() -> None:
    state = review()
    order = [one.id or one.kind.en for one in state.items]
    assert order[0] == "spp-x-1-2021-02-10"
    assert order.index("wat-a") < order.index("nueng") < order.index("position") < order.index("network-a")
    assert order[-1] == "mentoring"
    assert len(order) == 10


def test_a_review_goes_on_with_the_first_pending_item() -> None:
    state = review()
    state.accept(state.items[0])
    state.accept(item(state, "wat-a"))
    again = review(write_yaml(state.root))
    assert again.current is not None
    assert again.current.id == "wat-b"


def test_skipping_comes_round_again() -> None:
    state = review()
    seen = []
    for _ in range(12):
        assert state.current is not None
        seen.append(state.place)
        state.skip()
    assert seen == [*range(10), 0, 1]


def test_what_an_agreement_names_is_accepted_before_it() -> None:
    state = review()
    agreement = item(state, "spp-x-1-2021-02-10-a1")
    assert [one.id for one in state.pending_needs(agreement)] == ["wat-a", "wat-b"]
    state.accept(agreement, with_needs=True)
    assert item(state, "wat-b").state == "accepted"
    assert state.pending_needs(agreement) == []


def test_rejecting_says_what_falls_with_it_and_nobody_is_asked_about_that() -> None:
    state = review()
    fallen = state.falls_with(item(state, "wat-b"))
    assert [one.section for one in fallen] == ["mentoring"]
    state.reject(item(state, "wat-b"))
    assert state.counts().left_out == 1
    assert all(one.section != "mentoring" for one in state.pending())


def test_a_document_without_its_day_is_not_accepted() -> None:
    state = review(draft(date=""))
    assert [prop.name for prop in state.missing(state.items[0])] == ["date"]
    with pytest.raises(ValueError, match="missing"):
        state.accept(state.items[0])
    state.edit(state.items[0].node, "date", plain("2021-02-10"))
    state.accept(state.items[0])


def test_a_document_is_not_rejected() -> None:
    state = review()
    with pytest.raises(ValueError, match="document"):
        state.reject(state.items[0])


def test_an_entry_is_merged_only_with_another_of_its_list() -> None:
    state = review()
    assert [one.id for one in state.merge_targets(item(state, "wat-b-2"))] == ["wat-a", "wat-b"]
    with pytest.raises(ValueError, match="merged"):
        state.merge(item(state, "wat-b-2"), item(state, "nueng"))


def test_what_was_merged_into_an_entry_follows_it() -> None:
    state = review()
    state.merge(item(state, "wat-b-2"), item(state, "wat-b"))
    state.merge(item(state, "wat-b"), item(state, "wat-a"))
    assert text_of(item(state, "wat-b-2").node, "merged_into") == "wat-a"


def test_another_id_is_written_wherever_the_entry_is_named() -> None:
    state = review()
    state.rename(item(state, "wat-a"), "wat-aye")
    text = write_yaml(state.root)
    assert "wat-a\n" not in text
    assert text.count("wat-aye") == 5
    with pytest.raises(ValueError, match="another entry"):
        state.rename(item(state, "wat-aye"), "wat-b")
    state.undo()
    assert content(state.root) == content(review().root)


def test_the_state_of_the_file_says_whether_all_is_decided() -> None:
    state = review()
    state.mark()
    assert text_of(state.root, "review") == "begun"
    for one in list(state.pending()):
        state.accept(one)
    state.mark()
    assert text_of(state.root, "review") == "accepted"
    assert state.current is None


DECISIONS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "needs", "reject", "merge", "skip", "back", "undo", "drop"]), st.integers(0, 9)
    ),
    max_size=40,
)


def decide(state: Review, what: str, number: int) -> None:
    current = state.items[number]
    match what:
        case "accept" | "needs":
            state.accept(current, with_needs=what == "needs")
        case "reject" if current.section != "document":
            state.reject(current)
        case "merge" if targets := state.merge_targets(current):
            state.merge(current, targets[number % len(targets)])
        case "drop" if nested := current.nested():
            state.drop(nested[number % len(nested)][1])
        case "skip":
            state.skip()
        case "back":
            state.back()
        case "undo":
            state.undo()


@settings(deadline=None)
@given(DECISIONS)
def test_undoing_everything_gives_the_draft_back(decisions: list[tuple[str, int]]) -> None:
    state = review()
    before = content(state.root)
    for what, number in decisions:
        decide(state, what, number)
    while state.undo():
        pass
    assert content(state.root) == before


@settings(deadline=None, max_examples=60)
@given(DECISIONS)
def test_whatever_was_decided_a_finished_review_loads(decisions: list[tuple[str, int]]) -> None:
    state = review()
    for what, number in decisions:
        decide(state, what, number)
    for one in list(state.pending()):
        state.accept(one)
    assert state.finished
    with TemporaryDirectory() as folder:
        graph = read_seed([written(state, Path(folder))])[0].graph
    for relationship in graph.relationships.values():
        assert {relationship.start, relationship.end} <= graph.nodes.keys()
    for one in state.items:
        if one.state == "rejected" and one.id:
            assert one.id not in graph.nodes


@settings(deadline=None, max_examples=60)
@given(DECISIONS)
def test_the_file_holds_the_whole_state(decisions: list[tuple[str, int]]) -> None:
    state = review()
    for what, number in decisions:
        decide(state, what, number)
    again = review(write_yaml(state.root))
    assert again.counts() == state.counts()
    assert [one.state for one in again.items] == [one.state for one in state.items]
