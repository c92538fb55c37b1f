"""The graph as a Subgraph of py2neo, merged by py2neo into a real Neo4j and read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import py2neo
import pytest

import graphmou
from graphmou.commands.exporting import from_py2neo, to_py2neo
from graphmou.errors import ExportError
from graphmou.export.interop_py2neo import graph_of, subgraph_of
from graphmou.graph import Graph, Node
from graphmou.server import LocalServer
from tests.conftest import Place
from tests.export.graphs import renewed_graph


@pytest.fixture
def server(neo4j_place: Place, neo4j_server: LocalServer) -> Iterator[py2neo.Graph]:
    """py2neo connected to an empty server."""
    connected = py2neo.Graph(neo4j_place.location, auth=(neo4j_server.user, neo4j_server.password))
    yield connected
    # py2neo leaves its connections to the garbage collector, which complains of sockets that are open.
    connected.service.connector.close()


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    graphmou.load(db=tmp_path / "graphmou.db")
    return tmp_path / "graphmou.db"


def same(one: Graph, other: Graph) -> bool:
    return one.nodes == other.nodes and one.relationships == other.relationships


def test_py2neo_merges_the_five_networks_and_reads_them_back_equal(server: py2neo.Graph, loaded: Path) -> None:
    with closing(graphmou.open_store(loaded)) as store:
        graph = store.graph()
    subgraph = to_py2neo(loaded)
    assert isinstance(subgraph, py2neo.Subgraph)
    server.merge(subgraph)
    assert server.nodes.match("School").count() == 19
    assert same(from_py2neo(server), graph)
    assert same(from_py2neo(subgraph), graph)


def test_what_py2neo_wrote_is_a_store_of_graphmou(server: py2neo.Graph, neo4j_place: Place, loaded: Path) -> None:
    server.merge(to_py2neo(loaded))
    assert not graphmou.load(db=neo4j_place.location, dry_run=True).changes


def test_merging_twice_changes_nothing(server: py2neo.Graph) -> None:
    server.merge(subgraph_of(renewed_graph()))
    server.merge(subgraph_of(renewed_graph()))
    assert same(graph_of(server), renewed_graph())


def test_two_agreements_stay_two_relationships(server: py2neo.Graph) -> None:
    server.merge(subgraph_of(renewed_graph()))
    agreements = server.run("MATCH ()-[m:MENTORS]->() RETURN m.agreement AS a ORDER BY a").data()
    assert agreements == [{"a": "a1"}, {"a": "a2"}]


def test_merging_updates_what_is_there(server: py2neo.Graph) -> None:
    server.run("CREATE (:School {id: 'a', name: 'old', students: 7})")
    server.merge(subgraph_of(renewed_graph()))
    assert graph_of(server).nodes["a"] == Node("School", "a", {"name": "เอ", "students": 7})


def test_an_answer_of_py2neo_is_read_too(server: py2neo.Graph) -> None:
    server.merge(subgraph_of(renewed_graph()))
    part = server.run("MATCH (a)-[m:MENTORS {agreement: 'a1'}]->(b) RETURN a, m, b").to_subgraph()
    assert list(graph_of(part).relationships) == ["MENTORS a b a1"]


def test_names_that_need_quoting_and_several_labels_travel(server: py2neo.Graph) -> None:
    graph = renewed_graph()
    graph.nodes["a"].properties["self `x` ก"] = ["a; b", "{}"]
    graph.add(Node("Office:โรงเรียน `x`", "c", {"name": "'; MATCH (n) DETACH DELETE n //", "open": False}))
    server.merge(subgraph_of(graph))
    assert same(graph_of(server), graph)


def test_a_node_without_label_cannot_be_merged() -> None:
    with pytest.raises(ExportError, match="no label"):
        subgraph_of(Graph([Node("", "a")]))


def test_what_has_no_id_is_no_graph_of_ours() -> None:
    with pytest.raises(ExportError, match="id"):
        from_py2neo(py2neo.Subgraph([py2neo.Node("School", name="เอ")]))
