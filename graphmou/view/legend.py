"""The legend: the kinds of nodes and lines and the marks that a picture shows, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from graphmou.language import Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.rules import Colours
from graphmou.view.scene import GHOST, UNNAMED, EdgeEntry, GapEntry, NodeEntry, SceneEdge, SceneNode, Severity
from graphmou.view.styles import EDGE_STYLES, GREY, NODE_STYLES, VERMILLION, EdgeStyle, faded
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["edge_legend", "gap_legend", "node_legend"]


def node_legend(nodes: Sequence[SceneNode], colours: Colours) -> tuple[NodeEntry, ...]:
    """An entry for each kind of node shown, in the order of the styles, then what colours and outlines mean."""
    counts = Counter(node.kind for node in nodes if "ghost" not in node.flags)
    entries = [
        NodeEntry(kind, LABELS[kind].title, counts[kind], style.shape, *colours.of_kind(kind))
        for kind, style in NODE_STYLES.items()
        if counts[kind]
    ]
    entries += colours.entries
    unnamed = [node for node in nodes if "unnamed" in node.flags]
    if unnamed:
        kind, shape = unnamed[0].kind, unnamed[0].shape
        entries.append(NodeEntry(UNNAMED, WORDS["unnamed"], len(unnamed), shape, *colours.of_kind(kind), dashed=True))
    ghost = next((node for node in nodes if "ghost" in node.flags), None)
    if ghost is not None:
        count = sum(node.unnamed for node in nodes)
        entries.append(NodeEntry(GHOST, WORDS["ghosts"], count, ghost.shape, ghost.colour, ghost.outline, dashed=True))
    return tuple(entries)


def gap_legend(nodes: Sequence[SceneNode]) -> tuple[GapEntry, ...]:
    """An entry for each mark of a gap, the gravest first. A node has one mark: that of the worst gap on it."""
    counts = Counter(node.worst_gap for node in nodes)
    told = WORDS["gap"]
    found: list[Severity] = [severity for severity in get_args(Severity) if counts[severity]]
    return tuple(
        GapEntry(
            severity,
            Text(
                told.en.format(severity=show_word(severity, "en")), told.th.format(severity=show_word(severity, "th"))
            ),
            counts[severity],
        )
        for severity in found
    )


def edge_legend(edges: Sequence[SceneEdge], colours: Colours, *, any_ended: bool) -> tuple[EdgeEntry, ...]:
    """An entry for each look of a line, then what dashes and faded colours mean where they occur.

    Relationships that look alike (a position, a witness: what people do) share an entry.
    """
    recorded = [edge for edge in edges if "ghost" not in edge.flags]
    entries = _by_basis(recorded, colours) if colours.edge_texts else _by_type(recorded)
    dashed = sum(edge.dashed for edge in recorded)
    if dashed and not colours.edge_texts:
        entries.append(EdgeEntry((), WORDS["inferred"], dashed, GREY, 2.0, True, False))
    if any_ended:
        ended = sum("ended" in edge.flags for edge in edges)
        entries.append(EdgeEntry((), WORDS["faded"], ended, faded(VERMILLION), 2.0, False, False))
    return tuple(entries)


def _by_type(edges: Sequence[SceneEdge]) -> list[EdgeEntry]:
    counts = Counter(edge.type for edge in edges)
    looks: dict[EdgeStyle, list[str]] = {}
    for type_, style in EDGE_STYLES.items():
        if counts[type_]:
            looks.setdefault(style, []).append(type_)
    return [
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


def _by_basis(edges: Sequence[SceneEdge], colours: Colours) -> list[EdgeEntry]:
    """Where colours say the basis, the legend says that and no types."""
    found = [
        EdgeEntry((), text, sum(edge.basis == basis for edge in edges), colour, 2.0, basis == "inferred", False)
        for basis, text, colour in colours.edge_texts
    ]
    return [entry for entry in found if entry.count]
