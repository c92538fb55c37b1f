"""Each projection against a network that networkx builds from rows of Cypher, and on the edges of its rule."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import graphmou
from graphmou.analysis.projection import project
from graphmou.errors import UsageError
from graphmou.graph import Graph, Node, Relationship
from tests.samples import document, node


def rows(db: Path, statement: str) -> list[tuple[str, str]]:
    return [(str(row[0]), str(row[1])) for row in graphmou.cypher(statement, db=db).rows]


def sharing(pairs: list[tuple[str, str]]) -> nx.Graph:
    """Those who share a thing, joined by networkx; those who share none left out."""
    both = nx.Graph((("one", one), ("thing", thing)) for one, thing in pairs)
    network = nx.bipartite.weighted_projected_graph(both, {("one", one) for one, _ in pairs})
    network.remove_nodes_from(list(nx.isolates(network)))
    return nx.relabel_nodes(network, {key: key[1] for key in network})


def weights(network: nx.Graph) -> dict[tuple[str, str], int]:
    if network.is_directed():
        return {(a, b): weight for a, b, weight in network.edges(data="weight")}
    return {(min(a, b), max(a, b)): weight for a, b, weight in network.edges(data="weight")}


def test_mentoring_is_every_mentors_from_mentor_to_partner(five_networks: Path, five_graph: Graph) -> None:
    network = project(five_graph, "mentoring")
    expected = nx.DiGraph(rows(five_networks, "MATCH (a:School)-[:MENTORS]->(b:School) RETURN a.id, b.id"))
    assert network.is_directed()
    assert set(network) == set(expected)
    assert set(network.edges) == set(expected.edges)
    assert len(network.edges) == 10


def test_agreements_joins_parties_and_overseers(five_networks: Path, five_graph: Graph) -> None:
    network = project(five_graph, "agreements")
    expected = sharing(rows(five_networks, "MATCH (p)-[:SIGNED|OVERSEES]->(a:Agreement) RETURN p.id, a.id"))
    assert set(network) == set(expected)
    assert weights(network) == weights(expected)
    assert network.has_edge("spm-19", "erawan")
    assert not network.has_edge("chaturaphakhi", "erawan")


def test_people_joins_those_of_one_place_event_or_agreement(five_networks: Path, five_graph: Graph) -> None:
    network = project(five_graph, "people")
    pairs = rows(five_networks, "MATCH (p:Person)-[:HOLDS|ATTENDED|SIGNED_FOR|WITNESSED]->(x) RETURN p.id, x.id")
    expected = sharing(sorted(set(pairs)))
    assert set(network) == set(expected)
    assert weights(network) == weights(expected)
    assert network["manop"]["soemrit"]["weight"] == 2


def test_all_is_everything_but_documents(five_networks: Path, five_graph: Graph) -> None:
    network = project(five_graph, "all")
    expected = nx.Graph(
        rows(five_networks, "MATCH (a)-[r]->(b) WHERE type(r) <> 'MENTIONED_IN' RETURN a.id, b.id ORDER BY a.id, b.id")
    )
    nodes = rows(five_networks, "MATCH (n) WHERE NOT n:Document RETURN n.id, labels(n)[0]")
    assert {key: network.nodes[key]["label"] for key in network} == dict(nodes)
    assert set(map(frozenset, network.edges)) == set(map(frozenset, expected.edges))


def test_weights_count_agreements_and_shared_things() -> None:
    graph = Graph(
        [node("School", "a"), node("School", "b"), node("Office", "o"), node("Agreement", "m"), node("Agreement", "n")],
        [
            Relationship("SIGNED", "a", "m"),
            Relationship("SIGNED", "b", "m"),
            Relationship("SIGNED", "a", "n"),
            Relationship("SIGNED", "b", "n"),
            Relationship("OVERSEES", "o", "n"),
            Relationship("SIGNED", "o", "n"),
            Relationship("MENTORS", "a", "b", {"agreement": "m"}),
            Relationship("MENTORS", "a", "b", {"agreement": "n"}),
        ],
    )
    assert weights(project(graph, "agreements")) == {("a", "b"): 2, ("a", "o"): 1, ("b", "o"): 1}
    assert weights(project(graph, "mentoring")) == {("a", "b"): 2}
    assert weights(project(graph, "all"))["a", "b"] == 2
    assert weights(project(graph, "all"))["n", "o"] == 2


def test_members_of_a_group_that_signed_are_not_parties() -> None:
    graph = Graph(
        [node("School", "a"), node("Group", "g"), node("Office", "o"), node("Agreement", "m")],
        [Relationship("MEMBER_OF", "a", "g"), Relationship("SIGNED", "g", "m"), Relationship("SIGNED", "o", "m")],
    )
    assert set(project(graph, "agreements")) == {"g", "o"}


def test_schools_at_an_event_join_no_people() -> None:
    graph = Graph(
        [node("School", "a"), node("Person", "p"), node("Person", "q"), node("Person", "alone"), node("Event", "e")],
        [Relationship("ATTENDED", one, "e", {"role": role}) for one, role in (("a", "x"), ("p", "x"), ("p", "y"))]
        + [Relationship("ATTENDED", "q", "e")],
    )
    assert weights(project(graph, "people")) == {("p", "q"): 1}


def test_a_school_that_mentors_itself_and_a_lost_end_make_no_link() -> None:
    graph = Graph(
        [node("School", "a"), document("d", "2021-01-01")],
        [
            Relationship("MENTORS", "a", "a"),
            Relationship("MENTORS", "a", "gone"),
            Relationship("MENTIONED_IN", "a", "d"),
        ],
    )
    assert not project(graph, "mentoring")
    assert list(project(graph, "all").nodes(data="name")) == [("a", "ชื่อ a")]
    assert not project(graph, "all").edges


def test_a_node_without_a_name_is_called_by_its_id() -> None:
    assert project(Graph([Node("Agreement", "m")]), "all").nodes["m"]["name"] == "m"


def test_the_order_of_the_record_makes_no_difference(five_graph: Graph) -> None:
    turned = Graph(reversed(five_graph.nodes.values()), reversed(five_graph.relationships.values()))
    for projection in ("mentoring", "agreements", "people", "all"):
        first, second = project(five_graph, projection), project(turned, projection)
        assert list(first.nodes(data=True)) == list(second.nodes(data=True))
        assert list(first.edges(data=True)) == list(second.edges(data=True))


def test_too_many_links_are_refused_before_they_are_made() -> None:
    people = [f"p{number}" for number in range(10)]
    graph = Graph(
        [node("Event", "e"), *(node("Person", one) for one in people)],
        [Relationship("ATTENDED", one, "e") for one in people],
    )
    assert project(graph, "people", most_links=45).number_of_edges() == 45
    with pytest.raises(UsageError, match="45 links") as refused:
        project(graph, "people", most_links=44)
    assert "--projection all" in str(refused.value)
