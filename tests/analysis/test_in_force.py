"""What stands on a day: terms of agreements and mentoring as in the saved questions, the rest as it was known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import graphmou
from graphmou.analysis.in_force import in_force
from graphmou.graph import Graph, Relationship
from tests.samples import document, node


def on(day: str, *items: object) -> Graph:
    graph = Graph()
    for item in items:
        graph.add(item)  # type: ignore[arg-type]
    return in_force(graph, date.fromisoformat(day))


def mentoring(**properties: str) -> Relationship:
    return Relationship("MENTORS", "a", "b", {"basis": "stated", **properties})


SCHOOLS = (node("School", "a"), node("School", "b"))


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2021-02-09", False), ("2021-02-10", True), ("2023-12-31", True), ("2024-01-01", False)],
)
def test_an_agreement_stands_from_its_first_day_to_its_last(day: str, stands: bool) -> None:
    agreement = node("Agreement", "m", signed_on="2021-02-01", starts="2021-02-10", ends="2023-12-31")
    graph = on(day, agreement, *SCHOOLS, Relationship("SIGNED", "a", "m", {"role": "party"}))
    assert ("m" in graph.nodes) is stands
    assert ("SIGNED a m" in graph.relationships) is stands


@pytest.mark.parametrize(
    ("properties", "first"),
    [
        ({"starts": "2021-03-01", "signed_on": "2021-01-01", "recorded_on": "2020-01-01"}, "2021-03-01"),
        ({"signed_on": "2021-01-01", "recorded_on": "2022-01-01"}, "2021-01-01"),
        ({"recorded_on": "2022-01-01"}, "2022-01-01"),
    ],
)
def test_an_agreement_without_a_start_starts_when_it_was_signed_or_else_recorded(
    properties: dict[str, str], first: str
) -> None:
    before = date.fromordinal(date.fromisoformat(first).toordinal() - 1).isoformat()
    assert "m" not in on(before, node("Agreement", "m", **properties)).nodes
    assert "m" in on(first, node("Agreement", "m", **properties)).nodes
    assert "m" in on("2099-01-01", node("Agreement", "m", **properties)).nodes


def test_mentoring_has_the_term_of_its_agreement() -> None:
    agreement = node("Agreement", "m", signed_on="2021-02-10", ends="2023-12-31")
    for day, count in (("2021-02-09", 0), ("2021-02-10", 1), ("2023-12-31", 1), ("2024-01-01", 0)):
        graph = on(day, agreement, *SCHOOLS, mentoring(agreement="m", recorded_on="2022-01-01"))
        assert len(graph.relationships) == count, day


def test_a_term_of_the_mentoring_itself_comes_before_that_of_its_agreement() -> None:
    agreement = node("Agreement", "m", signed_on="2021-02-10", ends="2023-12-31")
    own = mentoring(agreement="m", starts="2021-05-01", ends="2025-12-31")
    for day, count in (("2021-04-30", 0), ("2021-05-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)):
        assert len(on(day, agreement, *SCHOOLS, own).relationships) == count, day


def test_mentoring_without_an_agreement_stands_from_the_day_it_was_recorded() -> None:
    for day, count in (("2021-01-27", 0), ("2021-01-28", 1), ("2099-01-01", 1)):
        assert len(on(day, *SCHOOLS, mentoring(recorded_on="2021-01-28")).relationships) == count, day


def test_a_position_counts_from_the_day_it_is_known_even_a_former_one() -> None:
    held = {"title": "ผู้อำนวยการ", "status": "former", "known_on": "2021-01-28", "recorded_on": "2020-01-01"}
    items = (node("School", "a"), node("Person", "p"), Relationship("HOLDS", "p", "a", dict(held)))
    assert not on("2021-01-27", *items).relationships
    assert on("2021-01-28", *items).relationships


def test_an_announced_event_has_not_taken_place_before_it_begins() -> None:
    event = node("Event", "e", starts="2022-02-05", recorded_on="2022-01-24")
    items = (event, node("Person", "p"), Relationship("ATTENDED", "p", "e", {"recorded_on": "2022-01-24"}))
    assert set(on("2022-02-04", *items).nodes) == {"p"}
    assert set(on("2022-02-05", *items).relationships) == {"ATTENDED p e -"}


def test_everything_else_stands_from_the_day_it_was_recorded() -> None:
    items = (
        node("School", "a", recorded_on="2021-01-01"),
        node("Office", "o", recorded_on="2021-01-01"),
        Relationship("UNDER", "a", "o", {"recorded_on": "2021-06-01"}),
    )
    assert not on("2020-12-31", *items).nodes
    assert set(on("2021-05-31", *items).nodes) == {"a", "o"}
    assert not on("2021-05-31", *items).relationships
    assert on("2021-06-01", *items).relationships


def test_a_school_recorded_later_stands_where_its_agreement_stands() -> None:
    agreement = node("Agreement", "m", signed_on="2019-06-05", recorded_on="2022-01-01")
    school = node("School", "a", recorded_on="2022-01-01")
    signed = Relationship("SIGNED", "a", "m", {"role": "party", "recorded_on": "2022-01-01"})
    assert set(on("2020-01-01", agreement, school, signed).nodes) == {"a", "m"}


def test_documents_have_no_part() -> None:
    mentioned = Relationship("MENTIONED_IN", "a", "d")
    graph = on("2099-01-01", document("d", "2021-01-01"), node("School", "a"), mentioned)
    assert set(graph.nodes) == {"a"}
    assert not graph.relationships


def test_a_relationship_added_by_hand_keeps_its_key() -> None:
    graph = Graph(SCHOOLS)
    graph.relationships["#12:3"] = mentoring()
    assert list(in_force(graph, date(2021, 1, 1)).relationships) == ["#12:3"]


@pytest.mark.parametrize("day", ["2019-06-05", "2021-02-10", "2022-01-24", "2023-12-31", "2024-01-01"])
def test_the_five_networks_agree_with_the_saved_questions(five_networks: Path, five_graph: Graph, day: str) -> None:
    standing = in_force(five_graph, date.fromisoformat(day))
    mentors = graphmou.query("mentor-schools", {"as_of": day, "min_partners": 1}, db=five_networks).answer.records()
    assert {(rel.start, rel.end) for rel in standing.typed("MENTORS")} == {
        (row["school_id"], partner)
        for row in mentors
        for partner in row["partner_ids"]  # type: ignore[union-attr]
    }
    agreements = graphmou.query("agreements", {"as_of": day}, db=five_networks).answer.records()
    assert sorted(one.id for one in standing.labelled("Agreement")) == [row["agreement_id"] for row in agreements]
    offices = graphmou.query("offices", {"as_of": day}, db=five_networks).answer.records()
    held = {(rel.start, rel.end) for rel in standing.typed("HOLDS")}
    for row in offices:
        assert sum(end == row["office_id"] for _, end in held) == row["people"], row
