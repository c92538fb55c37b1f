"""A table on slides: native and editable, cut into as many slides as its rows need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.util import Emu

from graphmou.briefing.document import Column, TableRow
from graphmou.export.figure_slide import EMU, NAMESPACES, run
from graphmou.export.figure_text import clean, wrapped
from graphmou.layout import Box

__all__ = ["Page", "add_table", "pages_of"]

_SIZE, _HEADING, _LINE = 18.0, 16.5, 26.0
_PAD, _GAP, _GAP_AFTER_NUMBER = 7.0, 18.0, 40.0
_INK, _MUTED, _RULE, _HEADING_RULE = "#1A1A1A", "#565D66", "#D5D9DE", "#9AA1A9"
_MOST_LINES = 14


@dataclass(frozen=True, slots=True)
class Page:
    """The rows that stand on one slide, and how high each is."""

    rows: tuple[TableRow, ...]
    heights: tuple[float, ...]


def pages_of(columns: Sequence[Column], rows: Sequence[TableRow], width: float, height: float) -> Iterator[Page]:
    """The rows in pages of at most ``height``; a row that is higher than that has a page of its own."""
    room = height - _heading_height()
    held: list[tuple[TableRow, float]] = []
    for row in rows:
        row = _shortened(row, columns, width)
        needed = max(len(_lines(cell, column, columns, width)) for cell, column in zip(row.cells, columns, strict=True))
        high = needed * _LINE + 2 * _PAD
        if held and sum(one for _, one in held) + high > room:
            yield _page(held)
            held = []
        held.append((row, high))
    if held:
        yield _page(held)


def add_table(slide: Any, name: str, columns: Sequence[Column], page: Page, box: Box) -> None:
    """Put a page's rows on a slide, below their headings, into the upper part of ``box``."""
    high = _heading_height()
    left, top = box.x - box.width / 2, box.y - box.height / 2
    frame = slide.shapes.add_table(
        len(page.rows) + 1,
        len(columns),
        *(Emu(round(value * EMU)) for value in (left, top, box.width, high + sum(page.heights))),
    )
    frame.name = clean(name)
    table = frame.table
    table.horz_banding = False
    # "No Style, No Grid": what there is to see is drawn here.
    table._tbl.tblPr[0].text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    for place, column in enumerate(columns):
        table.columns[place].width = Emu(round(_width(column, columns, box.width) * EMU))
    for number, height in enumerate((high, *page.heights)):
        table.rows[number].height = Emu(round(height * EMU))
    for place, column in enumerate(columns):
        _fill(table.cell(0, place), (column.heading,), column, heading=True)
        for number, row in enumerate(page.rows, start=1):
            # Of a gap: how grave it is, and the title of the check that found it.
            strong = row.severity == "error" if place == 0 else row.severity is not None and place == 1
            _fill(table.cell(number, place), row.cells[place], column, strong=strong)


def _fill(cell: Any, lines: Sequence[str], column: Column, *, heading: bool = False, strong: bool = False) -> None:
    """The text of a cell, each line a paragraph; the first one ``strong``."""
    align = "r" if column.align == "end" else "l"
    style = (
        f'<a:pPr algn="{align}"><a:lnSpc><a:spcPts val="{round(_LINE * 60)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>'
    )
    texts = []
    for place, line in enumerate(lines):
        bold = heading or (strong and not place)
        texts.append(run(line, _HEADING if heading else _SIZE, _MUTED if heading else _INK, bold=bold))
    body = "".join(f"<a:p>{style}{text}</a:p>" for text in texts)
    tc = cell._tc
    tc.replace(tc.txBody, parse_xml(f"<a:txBody {NAMESPACES}><a:bodyPr/><a:lstStyle/>{body}</a:txBody>"))
    pad, gap = round(_PAD * EMU), round(_gap(column) * EMU)
    rule, wide = (_HEADING_RULE, 1.6) if heading else (_RULE, 1.0)
    properties = parse_xml(
        f'<a:tcPr {NAMESPACES} marL="0" marR="{gap}" marT="{pad}" marB="{pad}" anchor="t">'
        '<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR><a:lnT w="0"><a:noFill/></a:lnT>'
        f'<a:lnB w="{round(wide * EMU)}"><a:solidFill><a:srgbClr val="{rule[1:]}"/></a:solidFill></a:lnB>'
        "<a:noFill/></a:tcPr>"
    )
    old = tc.tcPr
    if old is not None:
        tc.remove(old)
    tc.append(properties)


def _heading_height() -> float:
    return _LINE + 2 * _PAD


def _page(held: Sequence[tuple[TableRow, float]]) -> Page:
    return Page(tuple(row for row, _ in held), tuple(height for _, height in held))


def _width(column: Column, columns: Sequence[Column], width: float) -> float:
    return width * column.share / sum(one.share for one in columns)


def _gap(column: Column) -> float:
    """What parts a column from the next."""
    return _GAP_AFTER_NUMBER if column.align == "end" else _GAP


def _lines(cell: Sequence[str], column: Column, columns: Sequence[Column], width: float) -> list[str]:
    """The lines that a cell will take, as far as can be told from here."""
    room = _width(column, columns, width) - _gap(column)
    return [line for text in cell for line in wrapped(text, room, _SIZE, _MOST_LINES) or ("",)]


def _shortened(row: TableRow, columns: Sequence[Column], width: float) -> TableRow:
    """The row with no cell higher than a slide: what does not fit ends in ``…``."""
    cells = []
    for cell, column in zip(row.cells, columns, strict=True):
        kept: list[str] = []
        for text in cell:
            left = _MOST_LINES - len(_lines(kept, column, columns, width))
            if left <= 0:
                kept.append("…")
                break
            lines = wrapped(text, _width(column, columns, width) - _gap(column), _SIZE, left)
            kept.append("".join(lines) if lines and lines[-1].endswith("…") else text)
        cells.append(tuple(kept))
    return replace(row, cells=tuple(cells))
