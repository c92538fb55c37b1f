"""A scene: a picture laid out and styled, before any renderer. HTML, SVG, PNG and slides are drawn from the same one.

Places and sizes share one unit, in which label text is :data:`~graphmou.view.text.TEXT_SIZE` high; x grows to the
right and y downwards. All texts are in the scene's language and plain: one line each, without control characters.
Keys (``n0``, ``e0``) are made here and never taken from data, so that a renderer may use them as ids.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmou.language import Language
from graphmou.layout import Box, bounds, count_overlaps
from graphmou.view.styles import Shape
from graphmou.view.text import LINE_HEIGHT, text_width

__all__ = [
    "Detail",
    "EdgeEntry",
    "NodeEntry",
    "Scene",
    "SceneEdge",
    "SceneNode",
    "SceneRegion",
    "shape_size",
    "stands_below",
]

LABEL_GAP = 3.0
"""Between a shape and the label below it."""
_PADDING = (8.0, 4.0)


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of what is shown about a node or relationship: ``school: Wat Phra Fang``."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SceneNode:
    """A node in its place. ``x, y`` is the middle of its shape, ``lines`` its label.

    ``flags`` may hold ``focus`` (the picture is about it), ``ended`` (an agreement past its term) and
    ``unnamed`` (a group that the documents give no name).
    """

    key: str
    id: str
    kind: str
    kind_title: str
    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    shape: Shape
    colour: str
    outline: str
    details: tuple[Detail, ...]
    flags: frozenset[str] = frozenset()

    @property
    def label_below(self) -> bool:
        """Whether the label stands below the shape; else it stands on it."""
        return stands_below(self.shape)

    @property
    def label_box(self) -> Box:
        """What the label covers."""
        width, height = _label_size(self.lines)
        middle = self.y + self.height / 2 + LABEL_GAP + height / 2 if self.label_below else self.y
        return Box(self.x, middle, width, height)

    @property
    def box(self) -> Box:
        """What shape and label cover together."""
        label = self.label_box
        left, top, right, bottom = bounds([label, Box(self.x, self.y, self.width, self.height)])
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """A relationship between two nodes, given by their keys.

    ``bend`` is how far its middle lies aside, as a part of its length (0 is straight): relationships between the
    same two nodes do not cover each other. ``flags`` may hold ``ended``.
    """

    key: str
    source: str
    target: str
    type: str
    label: str
    basis: str
    dashed: bool
    colour: str
    width: float
    arrow: bool
    bend: float
    details: tuple[Detail, ...]
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NodeEntry:
    """A line of the legend about a kind of node."""

    text: str
    count: int
    shape: Shape
    colour: str
    outline: str


@dataclass(frozen=True, slots=True)
class EdgeEntry:
    """A line of the legend about a kind of relationship, or about what dashed or faded lines mean."""

    text: str
    count: int
    colour: str
    width: float
    dashed: bool
    arrow: bool


@dataclass(frozen=True, slots=True)
class SceneRegion:
    """The ground behind one network, with the name of the office or school it is about."""

    caption: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture. ``sources`` names the documents it rests on, one text each."""

    language: Language
    title: str
    subtitle: str
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    regions: tuple[SceneRegion, ...]
    node_legend: tuple[NodeEntry, ...]
    edge_legend: tuple[EdgeEntry, ...]
    sources: tuple[str, ...]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything drawn."""
        regions = [
            Box(region.left + region.width / 2, region.top + region.height / 2, region.width, region.height)
            for region in self.regions
        ]
        return bounds([*(node.box for node in self.nodes), *regions])

    def label_overlaps(self) -> int:
        """How many pairs of labels cover each other."""
        return count_overlaps([node.label_box for node in self.nodes])


def stands_below(shape: Shape) -> bool:
    """Whether a label stands below this shape; else it stands on it."""
    return shape not in ("pill", "note")


def shape_size(shape: Shape, size: float, lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of a shape: ``size`` both ways, or what its label needs where the label stands on it."""
    if stands_below(shape):
        return size, size
    width, height = _label_size(lines)
    return width + 2 * _PADDING[0], height + 2 * _PADDING[1]


def _label_size(lines: tuple[str, ...]) -> tuple[float, float]:
    return max(map(text_width, lines), default=0.0), LINE_HEIGHT * len(lines)
