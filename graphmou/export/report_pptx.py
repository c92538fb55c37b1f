"""A briefing as slides: title, summary, picture, then each part with native tables, to be changed as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graphmou.briefing.document import Briefing, Figure, Part, Points
from graphmou.briefing.words import SAID
from graphmou.export.atomic import write_atomically
from graphmou.export.figure_frame import PAGE_HEIGHT, make_frame
from graphmou.export.figure_pptx import add_figure
from graphmou.export.figure_text import Block, wrapped
from graphmou.export.presentation import bytes_of, new_presentation
from graphmou.export.report_slide import ACCENT, BOTTOM, DEEP, INK, LINE, SIDE, SOFT, TOP, WIDTH, ReportSlide
from graphmou.export.report_table import pages_of
from graphmou.layout import Box

__all__ = ["report_pptx", "write_report_pptx"]

_OPENING, _TEXT, _LIST, _NOTE = 52.0, 20.0, 18.0, 15.0
_NUMBER = 44.0
_TILE_HEIGHT, _BETWEEN_TILES, _BETWEEN_LISTS = 150.0, 22.0, 60.0
_MARK = 34.0
_MOST_LINES = 4


def write_report_pptx(briefing: Briefing, file: Path) -> None:
    """Write the slides, whole or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(file, report_pptx(briefing))


def report_pptx(briefing: Briefing) -> bytes:
    """The bytes of the presentation; the same briefing gives the same."""
    presentation = new_presentation()
    _add_opening(presentation, briefing)
    _add_summary(presentation, briefing)
    add_figure(presentation, make_frame(briefing.scene))
    empty = [part for part in briefing.parts if not part.rows]
    for part in briefing.parts:
        if part.rows:
            _add_part(presentation, briefing, part)
        elif part is empty[-1]:
            _add_empty(presentation, briefing, empty)
    return bytes_of(presentation, f"{briefing.title} · {briefing.kind}", briefing.scene.today)


def _add_opening(presentation: Any, briefing: Briefing) -> None:
    lines = wrapped(briefing.title, WIDTH, _OPENING, 3)
    high = _OPENING * LINE
    slide = ReportSlide(presentation, Block(lines, SIDE, (PAGE_HEIGHT - high * len(lines)) / 2, _OPENING, high, INK))
    slide.text(briefing.kind, SIDE, slide.top - high * len(lines) - 56, 26.0, DEEP)
    slide.rule(slide.top + 16, ACCENT, 4.0)
    slide.text(briefing.day, SIDE, slide.top + 34, 24.0, SOFT)


def _add_summary(presentation: Any, briefing: Briefing) -> None:
    summary = briefing.summary
    slide = ReportSlide.with_frame(presentation, summary.title, briefing.foot)
    slide.top = slide.text(summary.said, SIDE, slide.top, _TEXT, most=3) + 18
    _put_tiles(slide, summary.figures)
    half = (WIDTH - _BETWEEN_LISTS) / 2
    more = SAID["more"].in_(briefing.language)
    _put_points(slide, summary.ending, more, SIDE, half)
    _put_points(slide, summary.gaps, more, SIDE + half + _BETWEEN_LISTS, half)


def _put_tiles(slide: ReportSlide, figures: Sequence[Figure]) -> None:
    width = (WIDTH - _BETWEEN_TILES * (len(figures) - 1)) / len(figures)
    for place, figure in enumerate(figures):
        left = SIDE + place * (width + _BETWEEN_TILES)
        slide.tile(Box(left + width / 2, slide.top + _TILE_HEIGHT / 2, width, _TILE_HEIGHT))
        slide.text(figure.number, left + 20, slide.top + 6, _NUMBER, DEEP)
        slide.text(figure.label, left + 20, slide.top + 70, _TEXT, width=width - 40)
        slide.text(figure.note, left + 20, slide.top + 101, _NOTE, SOFT, width=width - 40, most=2)
    slide.top += _TILE_HEIGHT + 26


def _put_points(slide: ReportSlide, listed: Points, more: str, left: float, width: float) -> None:
    """A list of the summary. What there is no room for is counted; the parts tell all of it."""
    y = slide.text(listed.title, left, slide.top, _TEXT, DEEP, width=width) + 8
    if not listed.points:
        slide.text(listed.nothing, left, y, _LIST, width=width, most=3)
    inside, shown = width - _MARK, 0
    for point in listed.points:
        lines = len(wrapped(point.text, inside, _LIST, _MOST_LINES))
        below = y + 16 + lines * _LIST * LINE + (_NOTE * LINE if point.note else 0)
        # Where this one is not the last, there must be room to say how many there are besides.
        if below + (_NOTE * LINE if shown + 1 < listed.count else 0) > BOTTOM:
            break
        slide.rule(y, left=left, width=width)
        slide.mark(point.severity, left + 10, y + 8 + _LIST * LINE / 2)
        end = slide.text(point.text, left + _MARK, y + 8, _LIST, width=inside, most=_MOST_LINES)
        slide.text(point.note, left + _MARK, end, _NOTE, SOFT, width=inside)
        y, shown = below, shown + 1
    if shown < listed.count:
        slide.text(more.format(count=listed.count - shown), left + _MARK, y + 2, _NOTE, SOFT, width=inside)


def _add_empty(presentation: Any, briefing: Briefing, parts: Sequence[Part]) -> None:
    """All parts about which nothing is recorded, on one slide."""
    slide = ReportSlide.with_frame(presentation, SAID["empty"].in_(briefing.language), briefing.foot)
    for part in parts:
        slide.top = slide.text(part.title, SIDE, slide.top, _TEXT, DEEP)
        for said in part.said:
            slide.top = slide.text(said, SIDE, slide.top, _LIST, most=2)
        slide.top += 16


def _add_part(presentation: Any, briefing: Briefing, part: Part) -> None:
    """The part on as many slides as its table needs; what is said of it stands on each."""
    said = [line for text in part.said for line in wrapped(text, WIDTH, _LIST, 3)]
    above = _LIST * LINE * len(said) + (14.0 if said else 0.0)
    more = f"{part.more} · {SAID['whole'].in_(briefing.language)}: {part.command}" if part.command else part.more
    below = _NOTE * LINE + 12 if more else 0.0
    pages = list(pages_of(part.columns, part.rows, WIDTH, BOTTOM - TOP - above - below))
    for number, page in enumerate(pages, start=1):
        title = part.title if len(pages) < 2 else f"{part.title} ({number}/{len(pages)})"
        slide = ReportSlide.with_frame(presentation, title, briefing.foot)
        for line in said:
            slide.top = slide.text(line, SIDE, slide.top, _LIST)
        slide.top += 14.0 if said else 0.0
        if more and number == len(pages):
            slide.text(more, SIDE, BOTTOM - _NOTE * LINE, _NOTE, SOFT)
        slide.table(part.title, part.columns, page)
