"""The legend: the kinds of nodes and lines that a picture shows, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphmou.language import Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.scene import GHOST, EdgeEntry, NodeEntry, SceneEdge, SceneNode
from graphmou.view.styles import EDGE_STYLES, GREY, NODE_STYLES, VERMILLION, EdgeStyle, faded
from graphmou.view.words import WORDS

__all__ = ["edge_legend", "node_legend"]


def node_legend(nodes: Sequence[SceneNode]) -> tuple[NodeEntry, ...]:
    """An entry for each kind of node shown, in the order of the styles, then one for all ghosts."""
    counts = Counter(node.kind for node in nodes if "ghost" not in node.flags)
    entries = [
        NodeEntry(kind, LABELS[kind].title, counts[kind], style.shape, style.colour, style.outline)
        for kind, style in NODE_STYLES.items()
        if counts[kind]
    ]
    ghost = next((node for node in nodes if "ghost" in node.flags), None)
    if ghost is not None:
        unnamed = sum(node.unnamed for node in nodes)
        entries.append(NodeEntry(GHOST, WORDS["ghosts"], unnamed, ghost.shape, ghost.colour, ghost.outline))
    return tuple(entries)


def edge_legend(edges: Sequence[SceneEdge], *, any_ended: bool) -> tuple[EdgeEntry, ...]:
    """An entry for each look of a line, then what dashes and faded colours mean where they occur.

    Relationships that look alike (a position, a witness: what people do) share an entry.
    """
    recorded = [edge for edge in edges if "ghost" not in edge.flags]
    counts = Counter(edge.type for edge in recorded)
    looks: dict[EdgeStyle, list[str]] = {}
    for type_, style in EDGE_STYLES.items():
        if counts[type_]:
            looks.setdefault(style, []).append(type_)
    entries = [
        EdgeEntry(
            tuple(types),
            Text(
                " / ".join(RELATIONSHIP_TYPES[type_].title.en for type_ in types),
                " / ".join(RELATIONSHIP_TYPES[type_].title.th for type_ in types),
            ),
            sum(counts[type_] for type_ in types),
            style.colour,
            style.width,
            False,
            style.arrow,
        )
        for style, types in looks.items()
    ]
    dashed = sum(edge.dashed for edge in recorded)
    if dashed:
        entries.append(EdgeEntry((), WORDS["inferred"], dashed, GREY, 2.0, True, False))
    if any_ended:
        ended = sum("ended" in edge.flags for edge in edges)
        entries.append(EdgeEntry((), WORDS["faded"], ended, faded(VERMILLION), 2.0, False, False))
    return tuple(entries)
