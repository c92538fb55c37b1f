"""The page of a figure: where title, picture, legend and sources stand. One for every static format.

A page is 1600 by 900 units, as a slide is. Where a picture is too large for labels of :data:`LEAST_TEXT` units, the
page is to be shown larger (``zoom``), so that labels still have that many pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graphmou.export.figure_legend import ROW, PlacedEntry, legend_rows, placed_entries
from graphmou.export.figure_text import Block, clean, fitted, shortened_inside, width_of, wrapped
from graphmou.language import Text
from graphmou.layout import Box, bounds
from graphmou.layout.boxes import push_apart
from graphmou.view.scene import LABEL_GAP, Scene, SceneNode, SceneRegion
from graphmou.view.styles import INK
from graphmou.view.text import LINE_HEIGHT, TEXT_SIZE

__all__ = [
    "LEAST_TEXT",
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "Frame",
    "make_frame",
    "with_larger_labels",
]

PAGE_WIDTH, PAGE_HEIGHT = 1600.0, 900.0
LEAST_TEXT = 12.0
"""Labels are at least this many pixels high."""
MUTED, DIMMED = "#5A6068", "#B4B9C0"

_SIDE, _TOP, _BOTTOM = 24.0, 14.0, 12.0
_TITLE, _SUBTITLE, _CAPTION, _SOURCE = 26.0, 13.0, 14.0, 10.0
_SOURCE_ROW = 13.5
_LEGEND_SHARE = 0.62
_MOST_SOURCES = 8
_LARGEST, _LARGEST_SIZE = 3.2, 1.7
_MOST_ZOOM, _MOST_STRETCH = 5.0, 1.6
_LEAST_SIZE, _FARTHEST = 0.82, 5.0
_APART = (5.0, 2.5, 0.0)

_WORDS = {
    "sources": Text("Sources", "แหล่งข้อมูล"),
    "more": Text("and {count} more", "และอีก {count} รายการ"),
}


@dataclass(frozen=True)
class Frame:
    """Where everything on the page stands, in its units.

    Args:
        scene: what is drawn.
        title: never empty of lines, unless the scene has no title.
        subtitle: counts and the day.
        caption: no lines where the scene has none.
        legend: a sign and a text for each kind of thing shown.
        sources: their heading and one line each; no lines where there are none.
        rule: the height at which a line parts picture and legend.
        across, down: page units between two places that are one unit apart in the scene.
        left, top: the place of the scene's origin.
        size: page units for one unit of a shape: a small picture is spread out more than its shapes are enlarged.
        text_size: of labels.
        zoom: how many pixels a unit should have at least.
        shifts: by node key, how far a node stands from its place in the scene, to make room for labels.
        dimmed: keys of the nodes that stand back, in a step of a story.
    """

    scene: Scene
    title: Block
    subtitle: Block
    caption: Block
    legend: tuple[PlacedEntry, ...]
    sources: Block
    rule: float
    across: float
    down: float
    left: float
    top: float
    size: float
    text_size: float
    zoom: float
    shifts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    dimmed: frozenset[str] = frozenset()

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the scene stands on the page."""
        return self.left + x * self.across, self.top + y * self.down

    def middle(self, node: SceneNode) -> tuple[float, float]:
        """Where the middle of a node's shape stands."""
        x, y = self.place(node.x, node.y)
        across, down = self.shifts.get(node.key, (0.0, 0.0))
        return x + across, y + down

    def label(self, node: SceneNode) -> Block:
        """The label of a node in its place."""
        lines = tuple(map(clean, node.lines.in_(self.scene.language)))
        x, y = self.middle(node)
        height = self.line_height * len(lines)
        below = (node.height / 2 + LABEL_GAP) * self.size
        top = y + below if node.label_below else y - height / 2
        return Block(lines, x, top, self.text_size, self.line_height, self._ink(node), "middle")

    def shape(self, node: SceneNode) -> Box:
        """What the shape of a node covers; one that carries its label has the size of that."""
        x, y = self.middle(node)
        size = self.size if node.label_below else self.text_size / TEXT_SIZE
        return Box(x, y, node.width * size, node.height * size)

    def box(self, node: SceneNode) -> Box:
        """What shape and label cover together."""
        shape, label = self.shape(node), self.label(node)
        text = Box(label.x, label.top + label.height / 2, label.width, label.height)
        left, top, right, bottom = bounds([shape, text])
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)

    def count(self, node: SceneNode) -> Block | None:
        """The number inside a ghost that stands for several; None for every other node."""
        if "ghost" not in node.flags or node.unnamed < 2:
            return None
        box = self.shape(node)
        size = min(self.text_size, box.height * 0.6)
        return Block((str(node.unnamed),), box.x, box.y - size * 0.7, size, size * 1.4, self._ink(node), "middle")

    def region_caption(self, region: SceneRegion) -> Block:
        """The name of a network at the top of its ground."""
        size = min(self.text_size, 13.0)
        x, y = self.place(region.left, region.top)
        text = fitted(region.caption.in_(self.scene.language), region.width * self.across - 20, size)
        return Block((text,), x + 10, y + 4 * self.size, size, size * 1.4, MUTED)

    def _ink(self, node: SceneNode) -> str:
        return DIMMED if node.key in self.dimmed else INK

    @property
    def stroke(self) -> float:
        """How much wider than in the scene lines are drawn: neither hairs nor bars."""
        return min(max(self.size, 0.5), 1.4)

    @property
    def line_height(self) -> float:
        """From one line of a label to the next."""
        return self.text_size * LINE_HEIGHT / TEXT_SIZE


def make_frame(scene: Scene) -> Frame:
    """The page of ``scene`` in its language."""
    title, subtitle, caption = _heading(scene)
    above = max(block.top + block.height for block in (title, subtitle, caption)) + 6
    legend, sources, rule = _footing(scene)
    room = Box(PAGE_WIDTH / 2, (above + rule - 8) / 2, PAGE_WIDTH - 2 * _SIDE, rule - 8 - above)
    left, top, right, bottom = scene.bounds
    width, height = max(right - left, 1.0), max(bottom - top, 1.0)
    across, down = room.width / width, room.height / height
    least = min(across, down)
    # The page is filled both ways, so far as that does not pull the picture out of shape.
    across, down = (min(one, least * _MOST_STRETCH, _LARGEST) for one in (across, down))
    size = min(least, _LARGEST_SIZE)
    frame = Frame(
        scene=scene,
        title=title,
        subtitle=subtitle,
        caption=caption,
        legend=legend,
        sources=sources,
        rule=rule,
        across=across,
        down=down,
        left=room.x - (left + right) / 2 * across,
        top=room.y - (top + bottom) / 2 * down,
        size=size,
        text_size=TEXT_SIZE * size,
        zoom=min(max(1.0, 1 / size), _MOST_ZOOM),
    )
    return with_larger_labels(frame)


def with_larger_labels(frame: Frame) -> Frame:
    """Where the picture is a little too large for the page: labels of full size, nodes moved by a hair where they meet.

    The frame as it is where they need no enlarging, or have no room for it.
    """
    if not _LEAST_SIZE <= frame.size < 1:
        return frame
    larger = replace(frame, text_size=LEAST_TEXT, zoom=1.0)
    for apart in _APART:
        before = [larger.box(node) for node in frame.scene.nodes]
        after = [replace(box, width=box.width + apart) for box in before]
        push_apart(after)
        moves = [(new.x - old.x, new.y - old.y) for old, new in zip(before, after, strict=True)]
        if all(max(abs(across), abs(down)) <= _FARTHEST for across, down in moves):
            keys = [node.key for node in frame.scene.nodes]
            return replace(larger, shifts=dict(zip(keys, moves, strict=True)))
    return frame


def _heading(scene: Scene) -> tuple[Block, Block, Block]:
    """Title, subtitle beside or below it, and caption below both."""
    width = PAGE_WIDTH - 2 * _SIDE
    language = scene.language
    title = Block(wrapped(scene.title.in_(language), width, _TITLE, 2), _SIDE, _TOP, _TITLE, 34.0, INK)
    text = scene.subtitle.in_(language)
    room = width - title.width - 40
    if len(title.lines) == 1 and width_of(clean(text), _SUBTITLE) <= room:
        subtitle = Block((clean(text),), PAGE_WIDTH - _SIDE, _TOP + 10, _SUBTITLE, 20.0, MUTED, "end")
    else:
        subtitle = Block(wrapped(text, width, _SUBTITLE, 2), _SIDE, title.top + title.height, _SUBTITLE, 20.0, MUTED)
    said = scene.caption.in_(language) if scene.caption else ""
    top = max(title.top + title.height, subtitle.top + subtitle.height)
    caption = Block(wrapped(said, width, _CAPTION, 3), _SIDE, top, _CAPTION, 21.0, "#2E3338")
    return title, subtitle, caption


def _footing(scene: Scene) -> tuple[tuple[PlacedEntry, ...], Block, float]:
    """Legend and sources side by side, and the height of the rule above them."""
    width = PAGE_WIDTH - 2 * _SIDE
    listed = _sources(scene, width * (1 - _LEGEND_SHARE) - 24)
    legend_width = width * _LEGEND_SHARE if listed else width
    rows = legend_rows(scene, legend_width)
    height = max(ROW * len(rows), _SOURCE_ROW * len(listed))
    top = PAGE_HEIGHT - _BOTTOM - height
    placed = placed_entries(rows, _SIDE, top)
    sources = Block(
        tuple(listed), PAGE_WIDTH - _SIDE - width * (1 - _LEGEND_SHARE) + 24, top, _SOURCE, _SOURCE_ROW, MUTED
    )
    return placed, sources, top - 8


def _sources(scene: Scene, width: float) -> list[str]:
    """The heading and a line for each document; where there are too many, how many more."""
    if not scene.documents:
        return []
    shown = [document.text.in_(scene.language) for document in scene.documents[:_MOST_SOURCES]]
    lines = [_WORDS["sources"].in_(scene.language)]
    lines += [
        f"{number}. {shortened_inside(text, width - width_of('00. ', _SOURCE), _SOURCE)}"
        for number, text in enumerate(shown, start=1)
    ]
    if len(scene.documents) > len(shown):
        lines.append(_WORDS["more"].in_(scene.language).format(count=len(scene.documents) - len(shown)))
    return lines
