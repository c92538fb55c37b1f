"""A load is a plan first: what to add, change and retire, against what the store really holds."""

from __future__ import annotations

import copy

import pytest

from graphmou.errors import SeedError
from graphmou.facts import settle
from graphmou.graph import Graph, Node, Relationship
from graphmou.plan import Changes, plan_load, plan_rebuild, plan_unload
from tests.samples import node, said

D1 = said(
    "d1",
    "2020-01-01",
    node("School", "s"),
    node("School", "t"),
    Relationship("MENTORS", "s", "t", {"basis": "inferred"}),
)
D2 = said("d2", "2021-01-01", node("School", "s", province="ตาก"), node("Topic", "waste"))


def stored(*facts: object) -> Graph:
    return copy.deepcopy(settle(facts))  # type: ignore[arg-type]


def ids(items: list[Node]) -> set[str]:
    return {item.id for item in items}


def test_the_first_load_adds_everything() -> None:
    changes = plan_load(Graph(), [D1])
    assert ids(changes.added_nodes) == {"d1", "s", "t"}
    assert len(changes.added_relationships) == 3
    assert changes.labels == {"s": "School", "t": "School", "d1": "Document"}


def test_the_second_load_changes_nothing() -> None:
    assert not plan_load(stored(D1, D2), [D1, D2])
    assert not plan_load(stored(D1, D2), [D2])


def test_loading_a_document_replaces_only_what_it_said() -> None:
    shrunk = said("d1", "2020-01-01", node("School", "s"))
    changes = plan_load(stored(D1, D2), [shrunk])
    assert ids(changes.retired_nodes) == {"t"}
    assert {rel.type for rel in changes.retired_relationships.values()} == {"MENTORS", "MENTIONED_IN"}
    assert not changes.added_nodes
    assert not changes.modified_nodes


def test_a_fact_stays_until_the_last_document_that_says_it_is_unloaded() -> None:
    changes = plan_unload(stored(D1, D2), ["d2"])
    assert ids(changes.retired_nodes) == {"d2", "waste"}
    school = next(item for item in changes.modified_nodes if item.key == "s")
    assert school.fields["province"] == ("ตาก", None)


def test_a_change_names_the_field_with_its_old_and_new_value() -> None:
    moved = said("d2", "2021-01-01", node("School", "s", province="เลย"), node("Topic", "waste"))
    changes = plan_load(stored(D1, D2), [moved])
    assert [item.key for item in changes.modified_nodes] == ["s"]
    assert changes.modified_nodes[0].fields["province"] == ("ตาก", "เลย")


def test_a_store_changed_by_hand_is_put_right() -> None:
    graph = stored(D1, D2)
    graph.nodes["s"].properties["province"] = "wrong"
    graph.nodes["t"].properties["note"] = "by hand"
    mentors = next(graph.typed("MENTORS"))
    mentors.properties["basis"] = "stated"
    del graph.nodes["waste"]
    changes = plan_load(graph, [D1, D2])
    assert {item.key for item in changes.modified_nodes} == {"s", "t"}
    assert [item.fields["basis"] for item in changes.modified_relationships] == [("stated", "inferred")]
    assert ids(changes.added_nodes) == {"waste"}


def test_a_label_changed_by_hand_is_made_anew_with_its_relationships() -> None:
    graph = stored(D1)
    graph.nodes["t"].label = "Office"
    changes = plan_load(graph, [D1])
    assert [(one.label, one.id) for one in changes.retired_nodes] == [("Office", "t")]
    assert [(one.label, one.id) for one in changes.added_nodes] == [("School", "t")]
    assert {rel.type for rel in changes.added_relationships} == {"MENTORS", "MENTIONED_IN"}


def test_what_was_added_by_hand_stays_and_is_listed() -> None:
    graph = stored(D1)
    graph.add(node("School", "by-hand"))
    graph.relationships["#1"] = Relationship("KNOWS", "s", "by-hand")
    changes = plan_load(graph, [D1])
    assert not changes
    assert ids(changes.by_hand_nodes) == {"by-hand"}
    assert [rel.type for rel in changes.by_hand_relationships] == ["KNOWS"]


def test_a_relationship_whose_key_was_changed_by_hand_is_retired_by_the_id_it_has_in_the_store() -> None:
    graph = stored(D1)
    (key,) = [key for key, rel in graph.relationships.items() if rel.type == "MENTORS"]
    graph.relationships[key].properties["agreement"] = "by hand"
    assert list(plan_unload(graph, ["d1"]).retired_relationships).count(key) == 1


def test_true_by_hand_is_not_the_number_one() -> None:
    one = said("d1", "2020-01-01", node("Programme", "p", min_partners=1))
    graph = stored(one)
    graph.nodes["p"].properties["min_partners"] = True
    assert [item.key for item in plan_load(graph, [one]).modified_nodes] == ["p"]


def test_an_id_cannot_change_its_label_between_documents() -> None:
    other = said("d3", "2022-01-01", node("Office", "s"))
    with pytest.raises(SeedError, match="'s' is a"):
        plan_load(stored(D1), [other])


def test_rebuilding_leaves_out_documents_that_are_not_in_the_seed() -> None:
    changes = plan_rebuild(stored(D1, D2), [D1])
    assert "d2" in ids(changes.retired_nodes)


def test_no_change_is_false() -> None:
    assert not Changes()
