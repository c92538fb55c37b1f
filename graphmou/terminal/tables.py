"""A table in a terminal: columns aligned, fitted to the window, long texts wrapped.

Dates stand in the era of the language, lists in a row, nothing as a dash. What does not fit with readable columns is
left out from the right and named; ``wide`` shows all.
"""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from graphmou.dates import show_date
from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.terminal.streams import write
from graphmou.terminal.text import display_width, visible, wrap
from graphmou.words import show_word

__all__ = ["Rendering", "print_table", "render", "summary", "terminal_width"]

NOTHING = "-"
_GAP = "  "
_NARROWEST_TERMINAL = 20
_NARROWEST_TEXT = 10
_WIDEST_UNBROKEN = 24
_WIDEST_PIECE = 16
_UNBROKEN_NAMES = (24, 20, 16, 12, _NARROWEST_TEXT)
_CODE = re.compile("[0-9A-Za-z]{32,}")
_YES = Text("yes", "ใช่")
_NO = Text("no", "ไม่ใช่")


@dataclass(frozen=True, slots=True)
class Rendering:
    """The lines to print, all of the same display width, and the names of the columns there was no room for."""

    lines: list[str]
    left_out: list[str]


@dataclass(frozen=True, slots=True)
class _Shown:
    """One column as it will be shown: its texts, how wide they are, and how narrow the column may become."""

    column: Column
    heading: str
    cells: list[str]
    line_widths: Counter[int]
    floor: int

    @property
    def natural(self) -> int:
        """How wide it is when nothing is wrapped."""
        return max(self.line_widths)

    def burden(self, width: int) -> int:
        """How much taller it makes the table at ``width``: the lines added by wrapping.

        A list may well take some lines; a name broken in two is harder to read, so it counts for more.
        """
        added = sum(count * ((line - 1) // width) for line, count in self.line_widths.items())
        return added if self.column.kind == "list" else 3 * added

    @property
    def to_the_right(self) -> bool:
        return self.column.kind in ("integer", "number")


def print_table(
    table: Table,
    language: Language = "en",
    *,
    wide: bool = False,
    width: int | None = None,
    stream: TextIO | None = None,
) -> list[str]:
    """Print ``table`` to ``stream`` (stdout), fitted to ``width`` (the terminal's) unless ``wide``.

    Returns:
        the names of the columns left out for want of room, for :func:`summary`.

    Raises:
        ExportError: the stream cannot be written (a full disk).
    """
    out = sys.stdout if stream is None else stream
    rendering = render(table, language, None if wide else width or terminal_width(out))
    write(out, "".join(f"{line}\n" for line in rendering.lines))
    return rendering.left_out


def render(table: Table, language: Language = "en", width: int | None = 80) -> Rendering:
    """``table`` as lines of at most ``width`` cells (20 at least); without a width, every column and no wrapping."""
    if not table.columns:
        return Rendering([], [])
    shown = [_shown(table, place, language, _NARROWEST_TEXT) for place in range(len(table.columns))]
    left_out: list[str] = []
    if width is None:
        widths = [column.natural for column in shown]
    else:
        width = max(width, _NARROWEST_TERMINAL)
        shown, dropped = _fitted(table, language, width)
        left_out = [column.column.name for place, column in enumerate(shown) if place in dropped]
        shown = [column for place, column in enumerate(shown) if place not in dropped]
        widths = _share(shown, width - len(_GAP) * (len(shown) - 1))
    heading = [wrap(column.heading, size) for column, size in zip(shown, widths, strict=True)]
    rows = [
        [wrap(column.cells[row], size) for column, size in zip(shown, widths, strict=True)]
        for row in range(len(table.rows))
    ]
    # Rows of several lines would run into each other.
    apart = any(len(cell) > 1 for row in rows for cell in row)
    lines = [*_row(shown, heading, widths), _GAP.join("─" * size for size in widths)]
    for number, row in enumerate(rows):
        if apart and number:
            lines.append(" " * display_width(lines[0]))
        lines.extend(_row(shown, row, widths))
    return Rendering(lines, left_out)


def summary(
    table: Table,
    language: Language = "en",
    *,
    as_of: str | None = None,
    today: str | None = None,
    left_out: Sequence[str] = (),
) -> str:
    """One line under a table: how many rows, as of which day, and which columns had no room.

    ``as_of`` is the day (ISO) the answer is restricted to. Without one, a column ``status`` is told as of ``today``.
    """
    count = len(table.rows)
    told = count and as_of is None and today and any(column.name == "status" for column in table.columns)
    if language == "th":
        words = f"{count} แถว" if count else "ไม่มีข้อมูล"
        day = "" if as_of is None else f" ณ วันที่ {show_date(as_of, language='th')}"
        day = f" สถานะ ณ วันที่ {show_date(str(today), language='th')}" if told else day
        hidden = f"; ไม่ได้แสดง {', '.join(left_out)} (--wide แสดงทั้งหมด)" if left_out else ""
    else:
        words = {0: "no rows", 1: "1 row"}.get(count, f"{count} rows")
        day = "" if as_of is None else f", as of {show_date(as_of)}"
        day = f", status as of {show_date(str(today))}" if told else day
        hidden = f"; not shown: {', '.join(left_out)} (--wide shows all)" if left_out else ""
    return visible(words + day + hidden)


def terminal_width(stream: TextIO) -> int:
    """The columns of the terminal behind ``stream``; COLUMNS comes first, and 80 where nothing is known."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        return int(given)
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 80
    # An old Windows console moves to the next line by itself after its last column.
    return columns - (os.name == "nt") if columns else 80


def _fitted(table: Table, language: Language, width: int) -> tuple[list[_Shown], set[int]]:
    """The columns with their floors, and the places of those to leave out.

    A name in one piece is worth more than a list or a code beside it: these go first, then names are broken, and at
    last columns go from the right.
    """
    places = range(len(table.columns))
    for unbroken in _UNBROKEN_NAMES:
        shown = [_shown(table, place, language, unbroken) for place in places]
        lists = [place for place in places[:0:-1] if shown[place].column.kind == "list" or _is_code(shown[place])]
        dropped = _dropped(shown, width, lists)
        if _needed(shown, dropped) <= width:
            return shown, dropped
    return shown, _dropped(shown, width, places[:0:-1])


def _is_code(shown: _Shown) -> bool:
    """Whether it holds what nobody reads, such as a SHA-256: as long as that, and in one piece."""
    return any(_CODE.fullmatch(cell) for cell in shown.cells)


def _needed(shown: list[_Shown], dropped: set[int]) -> int:
    floors = [column.floor for place, column in enumerate(shown) if place not in dropped]
    return sum(floors) + len(_GAP) * (len(floors) - 1)


def _shown(table: Table, place: int, language: Language, unbroken_name: int) -> _Shown:
    column = table.columns[place]
    heading = column.name if column.title is None else column.title.in_(language)
    cells = [_text(row[place], column, language) for row in table.rows]
    cell_widths = Counter(width for cell in cells for width in _line_widths(cell))
    most = _NARROWEST_TEXT
    if column.kind in ("integer", "number", "date", "boolean", "word"):
        most = _WIDEST_UNBROKEN
    elif column.kind != "list" and column.name.endswith("id"):  # an id is well broken at its hyphens, and only there
        pieces = (display_width(piece) for cell in cells for piece in visible(cell).replace("-", "- ").split())
        most = min(max([most, *pieces]), _WIDEST_PIECE)
    elif column.kind != "list":
        most = unbroken_name
    floor = min(max(cell_widths, default=0), most)
    # A heading is broken at its blanks and underscores before a column is wider than its cells.
    word = max(map(display_width, visible(heading).replace("_", "_ ").split()), default=0)
    floor = max(floor, min(word, _NARROWEST_TEXT), 2)
    return _Shown(column, heading, cells, cell_widths + Counter([*_line_widths(heading), floor]), floor)


def _line_widths(text: str) -> list[int]:
    return [display_width(line) for line in visible(text).split("\n")]


def _text(cell: Cell, column: Column, language: Language) -> str:
    match cell:
        case None | "" | []:
            return NOTHING
        case bool():
            return (_YES if cell else _NO).in_(language)
        case float():
            return f"{cell:.6g}" if math.isfinite(cell) else str(cell)
        case str():
            if column.kind == "word":
                return show_word(cell, language)
            return show_date(cell, language=language) if column.kind == "date" else cell
        case list():
            return ", ".join(_text(item, column, language) for item in cell)
        case dict():
            return json.dumps(cell, ensure_ascii=False)
        case _:
            return str(cell)


def _dropped(shown: list[_Shown], width: int, places: Sequence[int]) -> set[int]:
    """Of ``places`` those to leave out so that the rest fits, or all of them: lists of ids first (names stand
    beside them), then as they come.
    """
    dropped: set[int] = set()
    for place in sorted(places, key=lambda place: not shown[place].column.name.endswith("_ids")):
        if _needed(shown, dropped) <= width:
            break
        dropped.add(place)
    return dropped


def _share(shown: list[_Shown], available: int) -> list[int]:
    """A width for each column: its natural one if all fit.

    Else what the floors leave over goes, cell by cell, to the column whose wrapping burdens the table most.
    """
    widths = [min(column.floor, available) for column in shown]
    burdens = [column.burden(width) for column, width in zip(shown, widths, strict=True)]
    for _ in range(available - sum(widths)):
        place = max(range(len(shown)), key=lambda place: burdens[place])
        if not burdens[place]:
            break
        widths[place] += 1
        burdens[place] = shown[place].burden(widths[place])
    return widths


def _row(shown: list[_Shown], cells: list[list[str]], widths: list[int]) -> list[str]:
    lines = []
    for number in range(max(map(len, cells), default=0)):
        parts = []
        for column, cell, size in zip(shown, cells, widths, strict=True):
            text = cell[number] if number < len(cell) else ""
            padding = " " * (size - display_width(text))
            parts.append(padding + text if column.to_the_right else text + padding)
        lines.append(_GAP.join(parts))
    return lines
