"""The metrics of a network, as networkx computes them.

Degree and betweenness follow the direction of a directed network (mentoring). Everything else asks what hangs together
and so does not: a directed network is taken as undirected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

__all__ = [
    "SEED",
    "Betweenness",
    "Bridge",
    "betweenness",
    "bridges",
    "communities",
    "components",
    "pieces_without",
]

SEED = 1
"""Of everything drawn by lot: the same network always gives the same answer."""

STEPS = 20_000_000
FEWEST_SOURCES = 50


@dataclass(frozen=True, slots=True)
class Betweenness:
    """Betweenness by node. ``sources`` is None where it is exact, else the number of nodes it was estimated from."""

    values: dict[str, float]
    sources: int | None = None


def betweenness(network: nx.Graph, *, steps: int = STEPS, fewest_sources: int = FEWEST_SOURCES) -> Betweenness:
    """The share of the shortest ways between two others that lead through each node (0 to 1).

    Exact as long as nodes x (nodes + links) is at most ``steps`` (20 million: ten seconds or so). In a larger network
    the shortest ways from some nodes only are followed, drawn with :data:`SEED`: as many as ``steps`` allow, but
    ``fewest_sources`` at least.
    """
    size = len(network)
    sources = max(fewest_sources, steps // max(1, size + network.number_of_edges()))
    if sources >= size:
        return Betweenness(dict(nx.betweenness_centrality(network)))
    return Betweenness(dict(nx.betweenness_centrality(network, k=sources, seed=SEED)), sources)


def components(network: nx.Graph) -> list[list[str]]:
    """The sets of nodes that hang together (weakly, in a directed network), largest first; ids in order."""
    return _in_order(nx.connected_components(_undirected(network)))


def communities(network: nx.Graph) -> list[list[str]]:
    """The communities that the Louvain method finds with :data:`SEED`, by weight; largest first, ids in order."""
    return _in_order(nx.community.louvain_communities(_undirected(network), weight="weight", seed=SEED))


def _in_order(parts: Iterable[Iterable[str]]) -> list[list[str]]:
    return sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))


@dataclass(frozen=True, slots=True)
class Bridge:
    """A link that nothing replaces. Without it ``cut_off`` nodes, the smaller side, lose the other side."""

    start: str
    end: str
    weight: int
    cut_off: int


def bridges(network: nx.Graph) -> list[Bridge]:
    """The links without which a component falls apart; those that cut off most first, then by ids.

    A bridge keeps its direction. Where two nodes are joined both ways, and in an undirected network, the smaller id is
    its start.
    """
    plain = _undirected(network)
    sides = _sides(plain)
    found = []
    for one, other in nx.bridges(plain):
        start, end = min(one, other), max(one, other)
        if not network.has_edge(start, end):
            start, end = end, start
        found.append(Bridge(start, end, plain[one][other]["weight"], sides[frozenset((one, other))]))
    return sorted(found, key=lambda bridge: (-bridge.cut_off, bridge.start, bridge.end))


def _sides(network: nx.Graph) -> dict[frozenset[str], int]:
    """How many nodes the smaller side of each link of a spanning forest has.

    Every bridge is in every spanning forest, and parts the nodes as the forest's link does.
    """
    sides: dict[frozenset[str], int] = {}
    for part in nx.connected_components(network):
        parents = dict(nx.bfs_predecessors(network, min(part)))
        below = dict.fromkeys(part, 1)
        for child in reversed(parents):  # breadth first turned round: the leaves before what they hang on
            below[parents[child]] += below[child]
            sides[frozenset((child, parents[child]))] = min(below[child], len(part) - below[child])
    return sides


def pieces_without(network: nx.Graph) -> dict[str, int]:
    """The articulation points, each with the number of pieces that its component falls into without it."""
    blocks = Counter(node for block in nx.biconnected_components(_undirected(network)) for node in block)
    # A node in two blocks is all that joins them.
    return {node: count for node, count in sorted(blocks.items()) if count > 1}


def _undirected(network: nx.Graph) -> nx.Graph:
    """``network`` without directions; the weights of a link and its opposite are added."""
    if not network.is_directed():
        return network
    plain = nx.Graph()
    plain.add_nodes_from(network.nodes(data=True))
    for start, end, weight in network.edges(data="weight"):
        before = plain[start][end]["weight"] if plain.has_edge(start, end) else 0
        plain.add_edge(start, end, weight=before + weight)
    return plain
