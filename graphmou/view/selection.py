"""Which nodes and relationships a picture shows."""

from __future__ import annotations

from collections.abc import Collection

from graphmou.errors import EntityNotFound, UsageError
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES

__all__ = ["around", "drawn", "narrowed", "without_lonely"]


def drawn(graph: Graph) -> Graph:
    """The part of ``graph`` that pictures show: everything but Documents, which are named as sources."""
    return narrowed(graph, NODE_STYLES, EDGE_STYLES)


def narrowed(graph: Graph, labels: Collection[str], types: Collection[str]) -> Graph:
    """The nodes with one of ``labels``, and the relationships of one of ``types`` among them."""
    kept = Graph()
    kept.nodes = {key: node for key, node in graph.nodes.items() if node.label in labels}
    kept.relationships = {
        key: rel
        for key, rel in graph.relationships.items()
        if rel.type in types and rel.start in kept.nodes and rel.end in kept.nodes
    }
    return kept


def without_lonely(graph: Graph, but: Collection[str] = ()) -> Graph:
    """The graph without nodes that no relationship joins to another; those of ``but`` stay."""
    joined = {end for rel in graph.relationships.values() for end in (rel.start, rel.end)}
    kept = Graph()
    kept.nodes = {key: node for key, node in graph.nodes.items() if key in joined or key in but}
    kept.relationships = dict(graph.relationships)
    return kept


def around(graph: Graph, starts: str | Collection[str], hops: int) -> Graph:
    """The drawn nodes at most ``hops`` relationships from ``starts``, and all relationships among them.

    The way never leads through a Document. From a Document itself the first step is to what it mentions.

    Args:
        graph: the whole graph, Documents included.
        starts: the id of one node, or the ids of several.
        hops: how far to go; 0 is these nodes alone.

    Raises:
        EntityNotFound: no node has one of these ids.
        UsageError: ``hops`` is negative.
    """
    if hops < 0:
        raise UsageError(
            Text(f"--hops {hops} is below 0", f"--hops {hops} น้อยกว่า 0"),
            hint=Text("give 0 for the node alone, or 1, 2, ...", "ระบุ 0 หากต้องการเฉพาะจุดนั้น หรือ 1, 2, ..."),
        )
    reached = {starts} if isinstance(starts, str) else set(starts)
    for start in sorted(reached):
        if start not in graph.nodes:
            raise EntityNotFound(
                Text(f"no node has the id {start!r}", f"ไม่มีจุดที่มีรหัส {start!r}"),
                hint=Text(
                    "look it up with: graphmou query search -p text=...",
                    "ค้นหาด้วยคำสั่ง graphmou query search -p text=...",
                ),
            )
    neighbours: dict[str, list[str]] = {}
    for rel in graph.relationships.values():
        if rel.type in EDGE_STYLES or rel.start in reached or rel.end in reached:
            neighbours.setdefault(rel.start, []).append(rel.end)
            neighbours.setdefault(rel.end, []).append(rel.start)
    border = sorted(reached)
    for _ in range(hops):
        border = sorted(
            {
                there
                for here in border
                for there in neighbours.get(here, ())
                if there not in reached and there in graph.nodes and graph.nodes[there].label != "Document"
            }
        )
        reached.update(border)
    near = Graph()
    near.nodes = {key: node for key, node in graph.nodes.items() if key in reached}
    near.relationships = dict(graph.relationships)
    return drawn(near)
