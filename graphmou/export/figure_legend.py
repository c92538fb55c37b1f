"""The legend of a figure: a sign and a text for each kind of thing that it shows, in rows.

No two signs differ by colour alone: kinds have shapes, lines show the kinds that they join, gaps have marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmou.export.figure_text import Block, fitted, width_of
from graphmou.view.scene import EdgeEntry, GapEntry, NodeEntry, Scene
from graphmou.view.styles import Shape

__all__ = ["ROW", "SIGN", "Entry", "PlacedEntry", "legend_rows", "placed_entries"]

ROW = 18.0
"""From one row of the legend to the next."""
SIGN = 34.0
"""The width of a sign."""
_SIZE = 12.0
_GAP, _BETWEEN = 6.0, 16.0
_WIDEST = 330.0
_MOST_ROWS = 7

Entry = NodeEntry | EdgeEntry | GapEntry


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """A line of the legend in its place.

    ``x, y`` is the middle of its sign. ``ends`` are the shapes that a kind of line joins, most often; None where the
    entry is of no kind of line.
    """

    entry: Entry
    x: float
    y: float
    text: Block
    ends: tuple[Shape, Shape] | None


_Row = list[tuple[float, str, Entry, tuple[Shape, Shape] | None]]


def legend_rows(scene: Scene, width: float) -> list[_Row]:
    """Entries in rows, each with its distance from the left and its text: first the kinds of nodes and what is marked
    on them, then the kinds of lines.
    """
    rows: list[_Row] = []
    kinds: list[Entry] = [*scene.node_legend, *scene.gap_legend]
    for entries in (kinds, scene.edge_legend):
        x = width  # the first entry begins a row
        for entry in entries:
            text = entry.text.in_(scene.language) + (f" ({entry.count})" if entry.count else "")
            text = fitted(text, min(width, _WIDEST) - SIGN - _GAP, _SIZE)
            sign = SIGN if isinstance(entry, EdgeEntry) else SIGN - 8
            needed = sign + _GAP + width_of(text, _SIZE)
            if x + needed > width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, text, entry, _ends(entry, scene) if isinstance(entry, EdgeEntry) else None))
            x += needed + _BETWEEN
    return rows[:_MOST_ROWS]


def placed_entries(rows: Sequence[_Row], left: float, top: float) -> tuple[PlacedEntry, ...]:
    """The entries of all rows in their places."""
    return tuple(_placed(rows, left, top))


def _placed(rows: Sequence[_Row], left: float, top: float) -> Iterator[PlacedEntry]:
    for number, row in enumerate(rows):
        for x, text, entry, ends in row:
            sign = SIGN if isinstance(entry, EdgeEntry) else SIGN - 8
            said = Block((text,), left + x + sign + _GAP, top + number * ROW, _SIZE, ROW)
            yield PlacedEntry(entry, left + x + sign / 2, top + (number + 0.5) * ROW, said, ends)


def _ends(entry: EdgeEntry, scene: Scene) -> tuple[Shape, Shape] | None:
    shapes = {node.key: node.shape for node in scene.nodes}
    pairs = Counter(
        (shapes[edge.source], shapes[edge.target])
        for edge in scene.edges
        if edge.type in entry.types and edge.source in shapes and edge.target in shapes
    )
    return min(pairs, key=lambda pair: (-pairs[pair], pair), default=None)
