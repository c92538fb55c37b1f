"""A briefing as a document: headings, sentences and tables of text in one language, which exporters only typeset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graphmou.language import Language
from graphmou.queries.saved import Severity
from graphmou.view.scene import Scene

__all__ = ["Briefing", "Column", "Figure", "Part", "Point", "Points", "Summary", "TableRow"]

Align = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``share`` is how much of the width it takes, beside the shares of the others."""

    heading: str
    share: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: the lines of each cell. ``severity`` marks the row of a gap."""

    cells: tuple[tuple[str, ...], ...]
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its heading, what is said first, a table, and what is said below it.

    ``said`` tells that there is nothing, where there is no table. ``more`` says how much was left out, and ``command``
    shows all of it in a terminal.
    """

    title: str
    said: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[TableRow, ...] = ()
    more: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to be seen at a glance: ``8``, what it counts, and what it is made of."""

    number: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the summary: a gap, or an agreement that ends."""

    text: str
    note: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """A list of the summary: the first of ``count``; ``nothing`` is said where there are none."""

    title: str
    points: tuple[Point, ...]
    count: int
    nothing: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The half page for whoever reads no further: numbers, the agreements that end soon, the gravest gaps."""

    title: str
    said: str
    figures: tuple[Figure, ...]
    ending: Points
    gaps: Points


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole document. ``foot`` stands on every page.

    ``picture_command`` draws the whole network, where the picture shows only a part.
    """

    language: Language
    kind: str
    title: str
    day: str
    summary: Summary
    picture_title: str
    scene: Scene
    parts: tuple[Part, ...]
    foot: str
    picture_command: str = ""
