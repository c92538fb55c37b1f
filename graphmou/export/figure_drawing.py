"""A figure as paths and texts, in the order they are drawn: what SVG, PNG and PDF are written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graphmou.export.figure_frame import PAGE_WIDTH, Frame
from graphmou.export.figure_geometry import Point, arrow_head, border, join, loop, outline, path
from graphmou.export.figure_marks import Path, badge, badge_place, rounded, sign
from graphmou.export.figure_text import Block
from graphmou.language import Language
from graphmou.view.scene import Scene, SceneEdge, SceneNode

__all__ = ["GROUND", "PLATE", "RULE", "Group", "draw", "ground_of", "shown_edges", "told_of_edge", "told_of_node"]

GROUND = "#F5F6F8"
"""Behind each network."""
RULE = "#D5D9DE"
PLATE = 0.82
"""How opaque the ground behind a label is."""


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: a node with its label, a line. ``key`` is the scene's, or empty."""

    key: str
    title: str
    paths: tuple[Path, ...]
    texts: tuple[Block, ...] = field(default=())


def draw(frame: Frame) -> Iterator[Group]:
    """Everything on the page, from the back to the front."""
    scene = frame.scene
    yield from _regions(frame)
    nodes = {node.key: node for node in scene.nodes}
    for edge in shown_edges(scene):
        yield _edge(frame, edge, nodes[edge.source], nodes[edge.target])
    yield Group("", "", tuple(plate for node in scene.nodes for plate in _plates(frame, node)))
    for node in scene.nodes:
        yield _node(frame, node)
    yield Group("", "", (), (frame.title, frame.subtitle, frame.caption))
    rule = f"M{frame.title.x},{frame.rule:.1f} L{PAGE_WIDTH - frame.title.x},{frame.rule:.1f}"
    yield Group("", "", (Path(rule, stroke=RULE, width=1.0),), (frame.sources,))
    for placed in frame.legend:
        yield Group("", "", tuple(sign(placed)), (placed.text,))


def shown_edges(scene: Scene) -> list[SceneEdge]:
    """The lines from thin to thick, so that what matters lies above; those of nodes that are not shown are left out."""
    keys = {node.key for node in scene.nodes}
    known = [edge for edge in scene.edges if edge.source in keys and edge.target in keys]
    return sorted(known, key=lambda edge: edge.width)


def _regions(frame: Frame) -> Iterator[Group]:
    for region in frame.scene.regions:
        x, y = frame.place(region.left + region.width / 2, region.top + region.height / 2)
        ground = rounded(x, y, region.width * frame.across, region.height * frame.down, 10 * frame.size)
        caption = frame.region_caption(region)
        yield Group("", region.caption.in_(frame.scene.language), (Path(ground, fill=GROUND),), (caption,))


def _edge(frame: Frame, edge: SceneEdge, source: SceneNode, target: SceneNode) -> Group:
    language = frame.scene.language
    title = told_of_edge(edge, source, target, language)
    width = edge.width * frame.stroke
    dash = (5.0, 3.5) if edge.dashed or "ghost" in edge.flags else None
    if edge.source == edge.target:
        data = loop(*frame.middle(source), source.width * frame.size, source.height * frame.size)
        return Group(edge.key, title, (Path(data, stroke=edge.colour, width=width, dash=dash),))
    line = join(
        _corners(frame, source),
        frame.middle(source),
        _corners(frame, target),
        frame.middle(target),
        edge.bend,
        # An arrow's head is not to lie under a label.
        _label_corners(frame, target) if edge.arrow else (),
    )
    if line is None:
        return Group(edge.key, title, ())
    if not edge.arrow:
        return Group(edge.key, title, (Path(line.data, stroke=edge.colour, width=width, dash=dash),))
    shaft, head = arrow_head(line, width)
    paths = Path(shaft.data, stroke=edge.colour, width=width, dash=dash), Path(path(head), fill=edge.colour)
    return Group(edge.key, title, paths)


def _node(frame: Frame, node: SceneNode) -> Group:
    language = frame.scene.language
    shape = frame.shape(node)
    x, y, width, height = shape.x, shape.y, shape.width, shape.height
    label = frame.label(node)
    ghost = "ghost" in node.flags
    outline_width = 3.0 if "focus" in node.flags else 1.4
    look = Path(
        outline(node.shape, x, y, width, height),
        fill="#FFFFFF" if ghost else node.colour,
        stroke=node.outline,
        width=outline_width * frame.stroke,
        dash=(3.5, 2.5) if ghost or "unnamed" in node.flags else None,
    )
    paths = [look]
    count = frame.count(node)
    texts = (label, count) if count else (label,)
    if node.worst_gap and node.key not in frame.dimmed:
        paths += badge(node.worst_gap, *badge_place(x, y, width, height, frame.size))
    return Group(node.key, told_of_node(node, language), tuple(paths), texts)


def told_of_node(node: SceneNode, language: Language) -> str:
    """The name of a node and the gaps found on it."""
    return " · ".join((node.name.in_(language), *(gap.message.in_(language) for gap in node.gaps)))


def told_of_edge(edge: SceneEdge, source: SceneNode, target: SceneNode, language: Language) -> str:
    """What a line says, and its two ends."""
    return f"{edge.label.in_(language)}: {source.name.in_(language)} → {target.name.in_(language)}"


def _plates(frame: Frame, node: SceneNode) -> Iterator[Path]:
    """A pale ground behind each line of a label, so that it is read where lines pass under it."""
    if not node.label_below:
        return
    label = frame.label(node)
    for number, line in enumerate(label.lines):
        middle = label.top + label.line_height * (number + 0.5)
        width = replace(label, lines=(line,)).width + 4
        yield Path(rounded(label.x, middle, width, label.line_height, 3), fill=ground_of(node), opacity=PLATE)


def ground_of(node: SceneNode) -> str:
    """The colour that a node stands on."""
    return GROUND if node.region >= 0 else "#FFFFFF"


def _corners(frame: Frame, node: SceneNode) -> tuple[Point, ...]:
    shape = frame.shape(node)
    return border(node.shape, shape.x, shape.y, shape.width, shape.height)


def _label_corners(frame: Frame, node: SceneNode) -> tuple[Point, ...]:
    if not node.label_below:
        return ()
    label = frame.label(node)
    return border("square", label.x, label.top + label.height / 2, label.width + 4, label.height)
