"""What is wrong with a picture although nothing overlaps: lines through nodes, and lines upon lines."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise

from graphmou.language import Language
from graphmou.layout import Box
from graphmou.layout.lines import lie_together, runs_through
from graphmou.view.scene import Scene, SceneEdge, SceneNode

__all__ = ["lines_on_lines", "lines_through"]

_PIECES = 8
"""A bent line is looked at as so many straight ones."""


def lines_through(scene: Scene, language: Language | None = None) -> list[tuple[str, str]]:
    """Keys of an edge and a node that it does not join, where the line runs through the node's shape or label.

    Args:
        scene: the picture.
        language: of the labels; that of the scene where it is not given.
    """
    nodes = {node.key: node for node in scene.nodes}
    covered = [
        (node.key, Box(node.x, node.y, node.width, node.height), node.label_box(language or scene.language))
        for node in scene.nodes
    ]
    found = []
    for edge in scene.edges:
        pieces = list(pairwise(_course(edge, nodes)))
        found += [
            (edge.key, key)
            for key, shape, label in covered
            if key not in (edge.source, edge.target)
            and any(runs_through(start, end, box) for start, end in pieces for box in (shape, label))
        ]
    return found


def lines_on_lines(scene: Scene) -> list[tuple[str, str]]:
    """Keys of two edges that leave one node in nearly the same direction, to different nodes."""
    nodes = {node.key: (node.x, node.y) for node in scene.nodes}
    at: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in scene.edges:
        if not edge.bend:
            at[edge.source].append((edge.key, edge.target))
            at[edge.target].append((edge.key, edge.source))
    return [
        (one, other)
        for middle, ends in sorted(at.items())
        for (one, there), (other, elsewhere) in combinations(ends, 2)
        if there != elsewhere and lie_together(nodes[middle], nodes[there], nodes[elsewhere])
    ]


def _course(edge: SceneEdge, nodes: dict[str, SceneNode]) -> list[tuple[float, float]]:
    """The points that a line runs through, from middle to middle."""
    (x1, y1), (x2, y2) = ((nodes[key].x, nodes[key].y) for key in (edge.source, edge.target))
    if not edge.bend:
        return [(x1, y1), (x2, y2)]
    # As it is drawn: a quadratic curve, whose middle lies half as far aside as its control point.
    across, down = (x1 + x2) / 2 - 2 * edge.bend * (y2 - y1), (y1 + y2) / 2 + 2 * edge.bend * (x2 - x1)
    parts = [step / _PIECES for step in range(_PIECES + 1)]
    return [
        (
            (1 - part) ** 2 * x1 + 2 * part * (1 - part) * across + part**2 * x2,
            (1 - part) ** 2 * y1 + 2 * part * (1 - part) * down + part**2 * y2,
        )
        for part in parts
    ]
