"""Cells as flat data formats hold them: no lists, no maps, nothing a spreadsheet would run."""

from __future__ import annotations

import json
import math
import re

from graphmou.store.protocol import Cell

__all__ = ["FlatCell", "finite", "flat", "flat_text", "is_number", "would_be_formula"]

FlatCell = None | bool | int | float | str

# What spreadsheets start a formula with, ASCII and full width, also behind blanks or invisible characters. A cell that
# begins with a tab or line end is held as dangerous too: some programs drop it and read on (OWASP, "CSV injection").
_FORMULA = re.compile("[\\s\0-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[-=+@＝＋－＠]|[\t\r\n]")


def flat(cell: Cell) -> FlatCell:
    """``cell`` as one value: the items of a list joined by ``; ``, a map as JSON, a number that is none as its name."""
    match cell:
        case list():
            return "; ".join(_item(item) for item in cell)
        case dict():
            return json.dumps(finite(cell), ensure_ascii=False)
        case float():
            return cell if math.isfinite(cell) else _name(cell)
        case _:
            return cell


def finite(cell: Cell) -> Cell:
    """``cell`` with NaN and the infinities, which JSON has no number for, as the texts Neo4j writes for them."""
    match cell:
        case float() if not math.isfinite(cell):
            return _name(cell)
        case list():
            return [finite(item) for item in cell]
        case dict():
            return {key: finite(value) for key, value in cell.items()}
        case _:
            return cell


def would_be_formula(text: str) -> bool:
    """Whether a spreadsheet might take ``text`` for a formula."""
    return _FORMULA.match(text) is not None


def flat_text(cell: Cell) -> str:
    """``cell`` as text: nothing as an empty one, true and false as JSON writes them."""
    value = flat(cell)
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def is_number(cell: Cell) -> bool:
    """Whether a spreadsheet may hold ``cell`` as a number."""
    return isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell)


def _item(item: Cell) -> str:
    return json.dumps(finite(item), ensure_ascii=False) if isinstance(item, list) else flat_text(item)


def _name(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    return "Infinity" if number > 0 else "-Infinity"
