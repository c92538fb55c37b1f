"""Which nodes and relationships a picture shows."""

from __future__ import annotations

from graphmou.errors import EntityNotFound, UsageError
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES

__all__ = ["around", "drawn"]


def drawn(graph: Graph) -> Graph:
    """The part of ``graph`` that pictures show: everything but Documents, which are named as sources."""
    nodes = [node for node in graph.nodes.values() if node.label in NODE_STYLES]
    kept = {node.id for node in nodes}
    return Graph(
        nodes,
        (
            rel
            for rel in graph.relationships.values()
            if rel.type in EDGE_STYLES and rel.start in kept and rel.end in kept
        ),
    )


def around(graph: Graph, focus: str, hops: int) -> Graph:
    """The drawn nodes at most ``hops`` relationships from ``focus``, and all relationships among them.

    The way never leads through a Document. From a Document itself the first step is to what it mentions.

    Args:
        graph: the whole graph, Documents included.
        focus: the id of a node.
        hops: how far to go; 0 is the node alone.

    Raises:
        EntityNotFound: no node has that id.
        UsageError: ``hops`` is negative.
    """
    if hops < 0:
        raise UsageError(
            Text(f"--hops {hops} is below 0", f"--hops {hops} น้อยกว่า 0"),
            hint=Text("give 0 for the node alone, or 1, 2, ...", "ระบุ 0 หากต้องการเฉพาะจุดนั้น หรือ 1, 2, ..."),
        )
    if focus not in graph.nodes:
        raise EntityNotFound(
            Text(f"no node has the id {focus!r}", f"ไม่มีจุดที่มีรหัส {focus!r}"),
            hint=Text(
                "look it up with: graphmou query search -p text=...", "ค้นหาด้วยคำสั่ง graphmou query search -p text=..."
            ),
        )
    neighbours: dict[str, list[str]] = {}
    for rel in graph.relationships.values():
        if rel.type in EDGE_STYLES or focus in (rel.start, rel.end):
            neighbours.setdefault(rel.start, []).append(rel.end)
            neighbours.setdefault(rel.end, []).append(rel.start)
    reached = {focus}
    border = [focus]
    for _ in range(hops):
        border = sorted(
            {
                there
                for here in border
                for there in neighbours.get(here, ())
                if there not in reached and graph.nodes[there].label != "Document"
            }
        )
        reached.update(border)
    return drawn(
        Graph(
            (graph.nodes[key] for key in graph.nodes if key in reached),
            (rel for rel in graph.relationships.values() if rel.start in reached and rel.end in reached),
        )
    )
