"""The graph as one of networkx."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import networkx
import pytest

import graphmou
from graphmou.commands.exporting import to_networkx
from graphmou.export.interop_networkx import networkx_graph
from graphmou.graph import Graph, Node, Relationship
from tests.export.graphs import renewed_graph


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    graphmou.load(db=tmp_path / "graphmou.db")
    return tmp_path / "graphmou.db"


def test_every_node_and_relationship_is_there_with_its_values(loaded: Path) -> None:
    with closing(graphmou.open_store(loaded)) as store:
        graph, network = store.graph(), to_networkx(store)
    assert isinstance(network, networkx.MultiDiGraph)
    assert dict(network.nodes(data=True)) == {
        node.id: {"label": node.label, **without_internals(node)} for node in graph.nodes.values()
    }
    assert {key: (start, end, data) for start, end, key, data in network.edges(keys=True, data=True)} == {
        key: (one.start, one.end, {"type": one.type, **without_internals(one)})
        for key, one in graph.relationships.items()
    }


def test_a_folder_is_opened_and_closed_again(loaded: Path) -> None:
    assert to_networkx(loaded).number_of_nodes() == to_networkx(str(loaded)).number_of_nodes() == 120


def test_two_agreements_are_two_edges() -> None:
    network = networkx_graph(renewed_graph())
    assert network.number_of_edges("a", "b") == 2
    assert network.edges["a", "b", "MENTORS a b a1"]["ends"] == "2021-12-31"
    assert "ends" not in network.edges["a", "b", "MENTORS a b a2"]


def test_changing_it_changes_nothing_of_ours() -> None:
    graph = Graph([Node("School", "a", {"aliases": ["เอ"]})])
    networkx_graph(graph).nodes["a"]["aliases"].append("บี")
    assert graph.nodes["a"].properties == {"aliases": ["เอ"]}


def test_a_property_called_label_or_type_is_found_beside_it() -> None:
    graph = Graph([Node("School", "a", {"label": "mine"})])
    graph.relationships["r"] = Relationship("KNOWS", "a", "a", {"type": "close", "key": 1})
    network = networkx_graph(graph)
    assert dict(network.nodes["a"]) == {"label": "School", "label_": "mine"}
    assert dict(network.edges["a", "a", "r"]) == {"type": "KNOWS", "type_": "close", "key_": 1}


def without_internals(item: Node | Relationship) -> dict[str, object]:
    internals = ("claims", "search_keys", "search_names", "loaded_at")
    return {name: value for name, value in item.properties.items() if name not in internals}
