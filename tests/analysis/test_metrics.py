"""Every metric equals networkx on a network built without graphmou, and what we add to it equals brute force."""

from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx
import pytest

from graphmou.analysis import metrics
from graphmou.analysis.projection import project
from graphmou.graph import Graph, Node, Relationship

NETWORKS = range(12)


def made(number: int) -> list[tuple[str, str]]:
    """Links of a random network, sparse enough to fall apart: sorted, as projections are."""
    random = nx.gnp_random_graph(24, 0.03 + 0.008 * number, seed=number, directed=True)
    return sorted((f"s{start:02}", f"s{end:02}") for start, end in random.edges)


def mentoring(links: list[tuple[str, str]]) -> nx.Graph:
    graph = Graph(Node("School", key) for pair in links for key in pair)
    for start, end in links:
        graph.add(Relationship("MENTORS", start, end))
    return project(graph, "mentoring")


def directed(links: list[tuple[str, str]]) -> nx.DiGraph:
    network = nx.DiGraph()
    network.add_nodes_from(sorted({key for pair in links for key in pair}))
    network.add_edges_from(links, weight=1)
    return network


def undirected(links: list[tuple[str, str]]) -> nx.Graph:
    network = nx.Graph()
    network.add_nodes_from(sorted({key for pair in links for key in pair}))
    for start, end in links:
        both = (end, start) in links
        network.add_edge(start, end, weight=2 if both else 1)
    return network


@pytest.mark.parametrize("number", NETWORKS)
def test_degree_and_betweenness_follow_the_direction_of_mentoring(number: int) -> None:
    links = made(number)
    ours, theirs = mentoring(links), directed(links)
    assert dict(ours.in_degree()) == dict(theirs.in_degree())
    assert dict(ours.out_degree()) == dict(theirs.out_degree())
    found = metrics.betweenness(ours)
    assert found.values == nx.betweenness_centrality(theirs)
    assert found.sources is None
    assert any(found.values.values())


@pytest.mark.parametrize("number", NETWORKS)
def test_components_are_those_of_networkx(number: int) -> None:
    links = made(number)
    ours = metrics.components(mentoring(links))
    assert sorted(ours) == sorted(sorted(part) for part in nx.weakly_connected_components(directed(links)))
    assert [len(part) for part in ours] == sorted(map(len, ours), reverse=True)


@pytest.mark.parametrize("number", NETWORKS)
def test_communities_are_those_of_networkx_with_the_same_seed(number: int) -> None:
    links = made(number)
    theirs = nx.community.louvain_communities(undirected(links), seed=metrics.SEED)
    assert sorted(metrics.communities(mentoring(links))) == sorted(sorted(part) for part in theirs)


@pytest.mark.parametrize("number", NETWORKS)
def test_bridges_are_those_of_networkx_with_the_side_they_cut_off(number: int) -> None:
    links = made(number)
    plain = undirected(links)
    ours = metrics.bridges(mentoring(links))
    assert {frozenset((one.start, one.end)) for one in ours} == set(map(frozenset, nx.bridges(plain)))
    for one in ours:
        assert (one.start, one.end) in links
        assert one.weight == plain[one.start][one.end]["weight"]
        without = plain.copy()
        without.remove_edge(one.start, one.end)
        sides = [len(nx.node_connected_component(without, end)) for end in (one.start, one.end)]
        assert one.cut_off == min(sides)
    assert [one.cut_off for one in ours] == sorted((one.cut_off for one in ours), reverse=True)


@pytest.mark.parametrize("number", NETWORKS)
def test_articulation_points_are_those_of_networkx_with_the_pieces_they_leave(number: int) -> None:
    links = made(number)
    plain = undirected(links)
    ours = metrics.pieces_without(mentoring(links))
    assert set(ours) == set(nx.articulation_points(plain))
    for key, pieces in ours.items():
        without = plain.copy()
        without.remove_node(key)
        grown = nx.number_connected_components(without) - nx.number_connected_components(plain)
        assert pieces == grown + 1


def test_the_made_networks_hold_what_the_tests_are_about() -> None:
    networks = [mentoring(made(number)) for number in NETWORKS]
    assert any(len(metrics.components(one)) > 2 for one in networks)
    assert any(bridge.cut_off > 1 for one in networks for bridge in metrics.bridges(one))
    assert any(pieces > 2 for one in networks for pieces in metrics.pieces_without(one).values())
    assert any(one.has_edge(end, start) for one in networks for start, end in one.edges)


def test_two_schools_that_mentor_each_other_hang_by_one_bridge() -> None:
    (bridge,) = metrics.bridges(mentoring([("a", "b"), ("b", "a")]))
    assert bridge == metrics.Bridge("a", "b", 2, 1)


def test_a_large_network_is_estimated_from_the_same_nodes_each_time() -> None:
    links = made(5)
    ours, theirs = mentoring(links), directed(links)
    found = metrics.betweenness(ours, steps=500, fewest_sources=3)
    assert found.sources == 500 // (len(theirs) + theirs.number_of_edges())
    assert found.sources is not None
    assert found.sources > 3
    assert found.values == nx.betweenness_centrality(theirs, k=found.sources, seed=metrics.SEED)
    assert found == metrics.betweenness(ours, steps=500, fewest_sources=3)
    assert metrics.betweenness(ours, steps=1, fewest_sources=3).sources == 3


def test_betweenness_is_exact_up_to_the_stated_size() -> None:
    network = directed(made(5))
    size = len(network)
    steps = size * (size + network.number_of_edges())
    assert metrics.betweenness(network, steps=steps, fewest_sources=1).sources is None
    assert metrics.betweenness(network, steps=steps - 1, fewest_sources=1).sources == size - 1


def test_an_empty_network_has_nothing() -> None:
    for network in (nx.Graph(), nx.DiGraph()):
        assert metrics.betweenness(network).values == {}
        assert metrics.components(network) == []
        assert metrics.communities(network) == []
        assert metrics.bridges(network) == []
        assert metrics.pieces_without(network) == {}


def test_communities_do_not_change_with_the_hashing_of_a_process() -> None:
    program = (
        "import networkx as nx; from graphmou.analysis.metrics import communities;"
        "network = nx.relabel_nodes(nx.les_miserables_graph(), str); print(communities(network))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1
