"""A draft as load takes it: pending is refused, rejected left out with what rests on it, merged is one."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou
from graphmou.errors import SeedError
from graphmou.facts import DocumentFacts
from graphmou.seed.reader import read_seed
from tests.review.drafts import draft, write_draft
from tests.seed.test_format import plain, schema_errors


def read(folder: Path, text: str) -> DocumentFacts:
    return read_seed([write_draft(folder, text)])[0]


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(SeedError) as caught:
        read(folder, text)
    return [f"{problem.line} {problem.field}: {problem.message}" for problem in caught.value.problems]


def decided(text: str) -> str:
    return text.replace("review: pending", "review: accepted")


def rejecting(section_and_name: str) -> str:
    """The draft with everything accepted but the entry that begins so."""
    text = decided(draft())
    begin = text.index(section_and_name)
    return text[:begin] + text[begin:].replace("review: accepted", "review: rejected", 1)


def test_a_pending_draft_is_refused_with_the_way_to_review_it(tmp_path: Path) -> None:
    path = write_draft(tmp_path)
    with pytest.raises(SeedError) as caught:
        graphmou.load(path, db=tmp_path / "db")
    (problem,) = caught.value.problems
    assert problem.message == "is a draft with 10 items still to be reviewed"
    assert problem.hint == f"review it: graphmou review {path}"
    assert "ตรวจทาน" in problem.in_("th")
    assert not (tmp_path / "db").exists()


def test_one_pending_item_is_enough_and_its_line_is_named(tmp_path: Path) -> None:
    text = decided(draft())
    place = text.index("- id: wat-b\n")
    text = text[:place] + text[place:].replace("review: accepted", "review: pending", 1)
    line = text[:place].count("\n") + 1
    assert problems(tmp_path, text) == [f"{line} review: is a draft with 1 item still to be reviewed"]


def test_a_review_that_was_begun_and_never_ended_is_refused(tmp_path: Path) -> None:
    text = decided(draft()).replace("review: accepted", "review: begun", 1)
    assert problems(tmp_path, text) == ["2 review: is a draft whose review was never finished"]


def test_an_accepted_draft_loads_and_nothing_of_the_review_is_stored(tmp_path: Path) -> None:
    facts = read(tmp_path, decided(draft()))
    assert facts.graph.type_counts()["MENTORS"] == 1
    for item in (*facts.graph.nodes.values(), *facts.graph.relationships.values()):
        assert not {"review", "confidence", "warnings", "candidates"} & item.properties.keys()


def test_what_rests_on_a_rejected_school_goes_with_it(tmp_path: Path) -> None:
    graph = read(tmp_path, rejecting("- id: wat-b\n")).graph
    assert "wat-b" not in graph.nodes
    counts = graph.type_counts()
    assert counts["SIGNED"] == 1
    assert counts["MEMBER_OF"] == 1
    assert "MENTORS" not in counts


def test_a_declared_number_goes_with_what_it_is_about(tmp_path: Path) -> None:
    graph = read(tmp_path, rejecting("- id: network-a\n")).graph
    assert "Declaration" not in graph.label_counts()


def test_stated_mentoring_stands_without_its_agreement_and_inferred_does_not(tmp_path: Path) -> None:
    text = rejecting("- id: spp-x-1-2021-02-10-a1\n")
    (stated,) = read(tmp_path, text).graph.typed("MENTORS")
    assert "agreement" not in stated.properties
    inferred = read(tmp_path, text.replace("basis: stated", "basis: inferred")).graph
    assert not list(inferred.typed("MENTORS"))


def test_a_position_is_rejected_by_itself(tmp_path: Path) -> None:
    graph = read(tmp_path, rejecting("  - at: wat-a\n")).graph
    assert "nueng" in graph.nodes
    assert not list(graph.typed("HOLDS"))


def test_a_merged_entry_gives_its_names_and_evidence_to_the_one_that_stands(tmp_path: Path) -> None:
    text = decided(draft())
    begin = text.index("- id: wat-b-2")
    merged = text[begin:].replace("review: accepted", "review: merged\n  merged_into: wat-b", 1)
    merged = merged.replace("  - party: wat-b\n    role: partner\n", "  - party: wat-b-2\n    role: partner\n")
    graph = read(tmp_path, text[:begin] + merged).graph
    assert "wat-b-2" not in graph.nodes
    assert graph.nodes["wat-b"].properties["variants"] == ["โรงเรียนวัดบี (สาขา)"]
    assert {rel.start for rel in graph.typed("SIGNED")} == {"wat-a", "wat-b"}


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("review: accepted", "review: perhaps", "'perhaps' is not one of"),
        ("confidence: 0.90", "confidence: 7", "is no number from 0 to 1"),
        ("  confidence: 0.90", "  merged_into: wat-b", "go together"),
        ("review: accepted\n  confidence", "review: merged\n  merged_into: nueng\n  confidence", "is no other entry"),
        ("  phrase: โรงเรียนเครือข่าย 3\n", "  phrase: x\n  colour: red\n", "is no field of the format here"),
    ],
)
def test_wrong_fields_of_a_review_are_told_with_their_line(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    text = decided(draft())
    assert old in text
    found = problems(tmp_path, text.replace(old, new))
    assert any(wrong in one for one in found), found
    assert all(one.split(" ")[0].isdecimal() for one in found)


def test_entries_merged_in_a_circle_are_refused(tmp_path: Path) -> None:
    text = decided(draft())
    for one, other in (("wat-b\n", "wat-b-2"), ("wat-b-2\n", "wat-b")):
        begin = text.index(f"- id: {one}")
        tail = text[begin:].replace("review: accepted", f"review: merged\n  merged_into: {other}", 1)
        text = text[:begin] + tail
    assert any("circle" in one for one in problems(tmp_path, text))


def test_the_schema_knows_drafts() -> None:
    assert schema_errors(plain(draft())) == []
    assert schema_errors(plain(draft().replace("review: pending", "review: perhaps")))
