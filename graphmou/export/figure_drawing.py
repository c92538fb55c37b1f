"""A figure as paths and texts, in the order they are drawn: what SVG, PNG and PDF are written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphmou.export.figure_frame import PAGE_WIDTH, Frame, GapEntry, PlacedEntry, Severity
from graphmou.export.figure_geometry import Point, arrow_head, border, join, loop, outline, path
from graphmou.export.figure_text import Block
from graphmou.language import Language
from graphmou.view.scene import GHOST, EdgeEntry, NodeEntry, Scene, SceneEdge, SceneNode
from graphmou.view.styles import Shape

__all__ = [
    "GAP_LOOKS",
    "GROUND",
    "PLATE",
    "RULE",
    "GapLook",
    "Group",
    "Path",
    "badge_place",
    "draw",
    "ground_of",
    "shown_edges",
    "sign_size",
    "told_of_edge",
    "told_of_node",
    "worst_gap",
]

GROUND = "#F5F6F8"
"""Behind each network."""
RULE = "#D5D9DE"
PLATE = 0.82
"""How opaque the ground behind a label is."""
_BADGE = 6.5
_SIGN = 15.0


@dataclass(frozen=True, slots=True)
class Path:
    """One outline, filled or stroked or both. ``data`` is SVG path data."""

    data: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, float] | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: a node with its label, a line. ``key`` is the scene's, or empty."""

    key: str
    title: str
    paths: tuple[Path, ...]
    texts: tuple[Block, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class GapLook:
    """The mark of a gap: fill and sign differ, so that severities are told apart in grey."""

    fill: str
    ink: str
    outline: str
    sign: str


GAP_LOOKS: Mapping[Severity, GapLook] = {
    "error": GapLook("#000000", "#FFFFFF", "#FFFFFF", "!"),
    "warning": GapLook("#FFFFFF", "#000000", "#000000", "!"),
    "info": GapLook("#FFFFFF", "#5A6068", "#8A8A8A", "i"),
}


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
        yield Group("", "", tuple(_sign(placed)), (placed.text,))


def shown_edges(scene: Scene) -> list[SceneEdge]:
    """The lines from thin to thick, so that what matters lies above; those of nodes that are not shown are left out."""
    keys = {node.key for node in scene.nodes}
    known = [edge for edge in scene.edges if edge.source in keys and edge.target in keys]
    return sorted(known, key=lambda edge: edge.width)


def badge_place(x: float, y: float, width: float, height: float, scale: float) -> tuple[float, float, float]:
    """The middle and the radius of the mark of a gap, on the right shoulder of a shape."""
    radius = _BADGE * min(max(scale, 0.6), 1.3)
    return x + max(width / 2 - radius * 0.3, radius * 0.8), y - height / 2 + radius * 0.2, radius


def _regions(frame: Frame) -> Iterator[Group]:
    for region in frame.scene.regions:
        x, y = frame.place(region.left + region.width / 2, region.top + region.height / 2)
        ground = _rounded(x, y, region.width * frame.across, region.height * frame.down, 10 * frame.size)
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
    if node.gaps and node.key not in frame.dimmed:
        paths += _badge(worst_gap(node), *badge_place(x, y, width, height, frame.size))
    return Group(node.key, told_of_node(node, language), tuple(paths), texts)


def told_of_node(node: SceneNode, language: Language) -> str:
    """The name of a node and the gaps found on it."""
    return " · ".join((node.name.in_(language), *(gap.message.in_(language) for gap in node.gaps)))


def told_of_edge(edge: SceneEdge, source: SceneNode, target: SceneNode, language: Language) -> str:
    """What a line says, and its two ends."""
    return f"{edge.label.in_(language)}: {source.name.in_(language)} → {target.name.in_(language)}"


def worst_gap(node: SceneNode) -> Severity:
    """The severity of the worst gap found on a node that has one."""
    severities = {gap.severity for gap in node.gaps}
    return next(severity for severity in GAP_LOOKS if severity in severities)


def _badge(severity: Severity, x: float, y: float, radius: float) -> Iterator[Path]:
    """A disc with an exclamation mark or an i, drawn and not written: it looks the same in every font."""
    look = GAP_LOOKS[severity]
    yield Path(outline("circle", x, y, 2 * radius + 2, 2 * radius + 2), fill="#FFFFFF")
    yield Path(outline("circle", x, y, 2 * radius, 2 * radius), fill=look.fill, stroke=look.outline, width=radius * 0.2)
    up = 1 if look.sign == "!" else -1
    bar, dot = radius * 0.95, radius * 0.3
    yield Path(_rounded(x, y - up * radius * 0.17, dot, bar, dot / 2), fill=look.ink)
    yield Path(_rounded(x, y + up * radius * 0.56, dot, dot, dot / 2), fill=look.ink)


def _plates(frame: Frame, node: SceneNode) -> Iterator[Path]:
    """A pale ground behind each line of a label, so that it is read where lines pass under it."""
    if not node.label_below:
        return
    label = frame.label(node)
    for number, line in enumerate(label.lines):
        middle = label.top + label.line_height * (number + 0.5)
        width = replace(label, lines=(line,)).width + 4
        yield Path(_rounded(label.x, middle, width, label.line_height, 3), fill=ground_of(node), opacity=PLATE)


def ground_of(node: SceneNode) -> str:
    """The colour that a node stands on."""
    return GROUND if node.region >= 0 else "#FFFFFF"


def _sign(placed: PlacedEntry) -> Iterator[Path]:
    """What an entry of the legend explains, small."""
    entry, x, y = placed.entry, placed.x, placed.y
    if isinstance(entry, GapEntry):
        yield from _badge(entry.severity, x, y, 6.5)
    elif isinstance(entry, NodeEntry):
        width, height = sign_size(entry.shape)
        ghost = entry.kind == GHOST
        yield Path(
            outline(entry.shape, x, y, width, height),
            fill="#FFFFFF" if ghost else entry.colour,
            stroke=entry.outline,
            width=1.2,
            dash=(2.5, 2.0) if ghost else None,
        )
    else:
        yield from _line_sign(entry, x, y)


def sign_size(shape: Shape) -> tuple[float, float]:
    """Width and height of a shape in the legend."""
    return (24.0, 12.0) if shape == "pill" else (18.0, 13.0) if shape == "note" else (_SIGN - 1, _SIGN - 1)


def _line_sign(entry: EdgeEntry, x: float, y: float) -> Iterator[Path]:
    end = x + 9 if entry.arrow else x + 13
    dash = (5.0, 3.5) if entry.dashed else None
    yield Path(f"M{x - 13:.1f},{y:.1f} L{end:.1f},{y:.1f}", stroke=entry.colour, width=max(entry.width, 1.2), dash=dash)
    if entry.arrow:
        yield Path(path([(x + 14, y), (x + 5, y - 4), (x + 5, y + 4)]), fill=entry.colour)


def _corners(frame: Frame, node: SceneNode) -> tuple[Point, ...]:
    shape = frame.shape(node)
    return border(node.shape, shape.x, shape.y, shape.width, shape.height)


def _label_corners(frame: Frame, node: SceneNode) -> tuple[Point, ...]:
    if not node.label_below:
        return ()
    label = frame.label(node)
    return border("square", label.x, label.top + label.height / 2, label.width + 4, label.height)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path data of a rounded rectangle around ``x, y``."""
    r = max(min(radius, width / 2, height / 2), 0.0)
    left, top = x - width / 2, y - height / 2
    return (
        f"M{left + r:.2f},{top:.2f} h{width - 2 * r:.2f} a{r:.2f},{r:.2f} 0 0 1 {r:.2f},{r:.2f} "
        f"v{height - 2 * r:.2f} a{r:.2f},{r:.2f} 0 0 1 {-r:.2f},{r:.2f} h{2 * r - width:.2f} "
        f"a{r:.2f},{r:.2f} 0 0 1 {-r:.2f},{-r:.2f} v{2 * r - height:.2f} a{r:.2f},{r:.2f} 0 0 1 {r:.2f},{-r:.2f} Z"
    )
