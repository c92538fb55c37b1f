"""The graph as one of networkx, for whoever wants to go on in Python."""

from __future__ import annotations

from collections.abc import Mapping

import networkx

from graphmou.export.flattening import NODE_WORDS, RELATIONSHIP_WORDS, travelling
from graphmou.graph import Graph

__all__ = ["networkx_graph"]


def networkx_graph(graph: Graph) -> networkx.MultiDiGraph:
    """``graph`` as a directed multigraph that shares nothing with it.

    A node's key is its id, an edge's key that of the relationship. A node has the attribute ``label``, an edge
    ``type``; all others are properties, lists as lists, absent where there is nothing. What travels and how names
    that are taken change is the rule of :mod:`graphmou.export.flattening`.
    """
    made = networkx.MultiDiGraph()
    made.add_nodes_from(
        (node.id, {"label": node.label, **_copied(travelling(node.properties, NODE_WORDS))})
        for node in graph.nodes.values()
    )
    made.add_edges_from(
        (one.start, one.end, key, {"type": one.type, **_copied(travelling(one.properties, RELATIONSHIP_WORDS))})
        for key, one in graph.relationships.items()
    )
    return made


def _copied(properties: Mapping[str, object]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, list) else value for name, value in properties.items()}
