"""What a picture shows of a graph."""

from __future__ import annotations

import pytest

from graphmou.errors import EntityNotFound, UsageError
from graphmou.graph import Graph, Node, Relationship
from graphmou.view.selection import around, drawn
from tests.view.networks import five_networks


def a_chain() -> Graph:
    """Three schools in a row; one document mentions the first and a fourth that nothing is related to."""
    graph = Graph(Node("School", key, {"name": key}) for key in "abcd")
    graph.add(Node("Document", "doc", {"name": "ข่าว"}))
    graph.add(Relationship("MENTORS", "a", "b", {"basis": "stated"}))
    graph.add(Relationship("MENTORS", "b", "c", {"basis": "stated"}))
    graph.add(Relationship("MENTIONED_IN", "a", "doc"))
    graph.add(Relationship("MENTIONED_IN", "d", "doc"))
    return graph


def test_everything_is_drawn_but_documents_and_what_mentions_them() -> None:
    graph = five_networks()
    shown = drawn(graph)
    assert set(shown.nodes) == {node.id for node in graph.nodes.values() if node.label != "Document"}
    assert shown.type_counts() == {key: n for key, n in graph.type_counts().items() if key != "MENTIONED_IN"}


@pytest.mark.parametrize(("hops", "reached"), [(0, "a"), (1, "ab"), (2, "abc"), (9, "abc")])
def test_a_focus_reaches_as_far_as_its_hops_and_never_through_a_document(hops: int, reached: str) -> None:
    assert sorted(around(a_chain(), "a", hops).nodes) == list(reached)


def test_the_way_leads_against_the_direction_of_a_relationship_too() -> None:
    assert sorted(around(a_chain(), "c", 1).nodes) == ["b", "c"]


def test_relationships_among_the_reached_are_all_shown() -> None:
    assert {rel.type for rel in around(five_networks(), "wat-phra-fang", 1).relationships.values()} == {
        "MEMBER_OF",
        "MENTORS",
        "SIGNED",
        "UNDER",
    }


def test_a_document_in_focus_shows_what_it_mentions() -> None:
    assert sorted(around(a_chain(), "doc", 1).nodes) == ["a", "d"]


def test_a_focus_that_is_no_node_says_how_to_find_one() -> None:
    with pytest.raises(EntityNotFound) as caught:
        around(a_chain(), "nobody", 1)
    assert "search" in str(caught.value.hint)


def test_negative_hops_are_a_usage_error() -> None:
    with pytest.raises(UsageError):
        around(a_chain(), "a", -1)
