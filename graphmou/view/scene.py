"""A scene: a picture laid out and styled, before any renderer. Page, figures and slides are drawn from the same one.

Places and sizes share one unit, in which label text is :data:`~graphmou.view.text.TEXT_SIZE` high; x grows to the
right and y downwards. Every text is in both languages (``.in_(language)``) and plain: one line each, without control
characters. Keys (``n0``, ``e0``) are made here and never taken from data, so that a renderer may use them as ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from graphmou.language import Language, Text
from graphmou.layout import Box, bounds, count_overlaps
from graphmou.view.styles import Shape
from graphmou.view.text import LINE_HEIGHT, text_width

__all__ = [
    "GHOST",
    "LABEL_GAP",
    "UNNAMED",
    "Detail",
    "EdgeEntry",
    "Flag",
    "GapEntry",
    "Lines",
    "NodeEntry",
    "Scene",
    "SceneDocument",
    "SceneEdge",
    "SceneEvidence",
    "SceneGap",
    "SceneNode",
    "SceneRegion",
    "SceneStep",
    "Severity",
    "shape_size",
    "stands_below",
]

LABEL_GAP = 3.0
"""Between a shape and the label below it."""
GHOST = "ghost"
"""The ``kind`` of the legend's entry for what was declared but not named."""
UNNAMED = "unnamed"
"""The ``kind`` of the legend's entry for groups that have no name of their own."""
_PADDING = (8.0, 4.0)
_BOTH: tuple[Language, ...] = ("th", "en")

Severity = Literal["error", "warning", "info"]

Flag = Literal["focus", "ended", "unnamed", "ghost"]
"""``focus``: the picture is about it. ``ended``: past its term, drawn pale. ``unnamed``: a group that the documents
give no name. ``ghost``: declared but not named, drawn as a dashed outline."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A label, broken into lines, in both languages."""

    en: tuple[str, ...]
    th: tuple[str, ...]

    def in_(self, language: Language) -> tuple[str, ...]:
        """The lines in ``language``."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of what is told of a node or relationship: ``signed on: 2021-02-10``."""

    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class SceneDocument:
    """A document that the picture rests on; ``text`` is its title, publisher and date."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class SceneEvidence:
    """A quoted phrase. ``document`` is the place of its document in ``Scene.documents``."""

    document: int
    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True)
class SceneGap:
    """A gap that a check found."""

    check: str
    severity: Severity
    message: Text


@dataclass(frozen=True, slots=True)
class SceneNode:
    """A node in its place. ``x, y`` is the middle of its shape, ``lines`` its label.

    Args:
        id: ours; empty for a ghost.
        search_keys: its names and labels in the form that search compares.
        from_day, until: first and last day it was so, as far as known (ISO).
        offices: keys of the offices it belongs to.
        region: the place of its region in ``Scene.regions``, or -1.
        unnamed: how many things a ghost stands for; 0 for everything else.
    """

    key: str
    id: str
    kind: str
    name: Text
    lines: Lines
    x: float
    y: float
    width: float
    height: float
    shape: Shape
    colour: str
    outline: str
    search_keys: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()
    from_day: str | None = None
    until: str | None = None
    offices: tuple[str, ...] = ()
    region: int = -1
    details: tuple[Detail, ...] = ()
    evidence: tuple[SceneEvidence, ...] = ()
    gaps: tuple[SceneGap, ...] = ()
    unnamed: int = 0

    @property
    def worst_gap(self) -> Severity | None:
        """The severity of the worst gap found on it, which is the one that is marked."""
        found = {gap.severity for gap in self.gaps}
        return next((severity for severity in get_args(Severity) if severity in found), None)

    @property
    def label_below(self) -> bool:
        """Whether the label stands below the shape; else it stands on it."""
        return stands_below(self.shape)

    def label_box(self, language: Language) -> Box:
        """What the label covers in ``language``."""
        width, height = _label_size(self.lines.in_(language))
        middle = self.y + self.height / 2 + LABEL_GAP + height / 2 if self.label_below else self.y
        return Box(self.x, middle, width, height)

    def box(self, *languages: Language) -> Box:
        """What shape and label cover together, in each of ``languages`` (none: in both)."""
        shape = Box(self.x, self.y, self.width, self.height)
        left, top, right, bottom = bounds([shape, *(self.label_box(one) for one in languages or _BOTH)])
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """A relationship between two nodes, given by their keys.

    ``bend`` is how far its middle lies aside, as a part of its length (0 is straight): relationships between the
    same two nodes do not cover each other.
    """

    key: str
    source: str
    target: str
    type: str
    label: Text
    basis: Literal["stated", "inferred"]
    dashed: bool
    colour: str
    width: float
    arrow: bool
    bend: float
    flags: frozenset[Flag] = frozenset()
    from_day: str | None = None
    until: str | None = None
    details: tuple[Detail, ...] = ()
    evidence: tuple[SceneEvidence, ...] = ()
    gaps: tuple[SceneGap, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeEntry:
    """A line of the legend about a kind of node.

    Its kind is :data:`GHOST` for what was declared but not named, :data:`UNNAMED` for groups without a name of their
    own, and empty for what a colour means.
    """

    kind: str
    text: Text
    count: int
    shape: Shape
    colour: str
    outline: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class GapEntry:
    """A line of the legend about the marks of gaps of one severity; ``count`` is how many nodes carry it."""

    severity: Severity
    text: Text
    count: int


@dataclass(frozen=True, slots=True)
class EdgeEntry:
    """A line of the legend about relationship types that look alike.

    ``types`` is empty for an entry that says what dashed or pale lines mean.
    """

    types: tuple[str, ...]
    text: Text
    count: int
    colour: str
    width: float
    dashed: bool
    arrow: bool


@dataclass(frozen=True, slots=True)
class SceneRegion:
    """The ground behind a part of the picture (a network, a row, a year): its caption and the keys of its nodes."""

    caption: Text
    left: float
    top: float
    width: float
    height: float
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SceneStep:
    """One step of a story; ``highlight`` are the keys of the nodes it speaks of, none for the whole picture."""

    title: Text
    caption: Text
    highlight: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture.

    Args:
        language: the one it is shown in first, or alone.
        languages: those whose labels have room. A figure may be laid out for one alone.
        today: the day that statuses are told as of (ISO).
        as_of: the day that the picture is restricted to, if any (ISO).
        documents: those it rests on, by date.
        offices: keys of the nodes that are offices.
    """

    language: Language
    title: Text
    subtitle: Text
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    regions: tuple[SceneRegion, ...]
    node_legend: tuple[NodeEntry, ...]
    edge_legend: tuple[EdgeEntry, ...]
    documents: tuple[SceneDocument, ...]
    today: str
    languages: tuple[Language, ...] = _BOTH
    caption: Text | None = None
    as_of: str | None = None
    steps: tuple[SceneStep, ...] = ()
    offices: tuple[str, ...] = ()
    gap_legend: tuple[GapEntry, ...] = ()

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything drawn."""
        regions = [
            Box(region.left + region.width / 2, region.top + region.height / 2, region.width, region.height)
            for region in self.regions
        ]
        return bounds([*(node.box(*self.languages) for node in self.nodes), *regions])

    def label_overlaps(self, language: Language | None = None) -> int:
        """How many pairs of labels cover each other in ``language`` (default: that of the scene)."""
        return count_overlaps([node.label_box(language or self.language) for node in self.nodes])

    def hidden_labels(self, language: Language | None = None) -> int:
        """How many labels lie under the shape of another node, or have no text."""
        chosen = language or self.language
        shapes = [Box(node.x, node.y, node.width, node.height) for node in self.nodes]
        hidden = 0
        for place, node in enumerate(self.nodes):
            label = node.label_box(chosen)
            over = any(
                _cover(label, shape)
                for other, shape in enumerate(shapes)
                if other != place and abs(shape.y - label.y) < 200
            )
            hidden += over or not any(node.lines.in_(chosen))
        return hidden


def _cover(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) * 2 < one.width + other.width - 1e-6
        and abs(one.y - other.y) * 2 < one.height + other.height - 1e-6
    )


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
