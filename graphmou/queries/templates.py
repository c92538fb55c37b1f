"""The messages of gaps: ``{column}`` is that column's cell, ``[...]`` is left out where a cell in it is empty.

``"{name}: {declared} announced, {recorded} recorded[, by {document_id}]"``. Doubled ``{{ }} [[ ]]`` stand for
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graphmou.dates import show_date
from graphmou.language import Language, Text
from graphmou.queries.saved import ColumnType
from graphmou.store.protocol import Cell
from graphmou.words import show_word

__all__ = ["EMPTY", "fill", "show_cell", "template_fault", "template_fields"]

EMPTY = "–"
"""What a reader sees where a cell is empty."""

_PIECE = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{(?P<field>\w+)\}|(?P<odd>[{}\[\]])", re.ASCII)


def show_cell(cell: Cell, type_: ColumnType, language: Language) -> str:
    """A cell as people read it: dates in the Buddhist era in Thai, words in the language, lists with commas."""
    if cell is None or cell == []:
        return EMPTY
    if isinstance(cell, bool):
        return ("ใช่" if cell else "ไม่ใช่") if language == "th" else ("yes" if cell else "no")
    if isinstance(cell, list):
        return ", ".join(show_cell(one, "text", language) for one in cell)
    if isinstance(cell, dict):
        return ", ".join(f"{name}: {show_cell(one, 'text', language)}" for name, one in cell.items())
    if isinstance(cell, str) and type_ == "date":
        return show_date(cell, language=language)
    if isinstance(cell, str) and type_ == "word":
        return show_word(cell, language)
    return str(cell)


def template_fields(template: str) -> set[str]:
    """The columns a template names."""
    return {match["field"] for match in _PIECE.finditer(template) if match["field"]}


def template_fault(template: str) -> Text | None:
    """What is wrong with the brackets of a template; None where nothing is."""
    inside = False
    for match in _PIECE.finditer(template):
        odd = match["odd"]
        if odd == "[" and not inside:
            inside = True
        elif odd == "]" and inside:
            inside = False
        elif odd:
            return Text(
                f"has a {odd} that does not pair up: write {{column}}, [part], or {odd}{odd} for the character",
                f"มี {odd} ที่ไม่ครบคู่ ให้เขียน {{คอลัมน์}}, [ส่วน] หรือ {odd}{odd} หากต้องการอักขระนั้น",
            )
    return Text("has a [ without its ]", "มี [ ที่ไม่มี ] ปิด") if inside else None


def fill(template: str, cells: Mapping[str, Cell], types: Mapping[str, ColumnType], language: Language) -> str:
    """The template with the cells of one row in it.

    Raises:
        KeyError: it names a column that ``cells`` does not have.
    """

    def shown(name: str) -> str:
        return show_cell(cells[name], types.get(name, "text"), language)

    written: list[str] = []
    part: list[str] = []
    into, part_is_empty, end = written, False, 0
    for match in _PIECE.finditer(template):
        into.append(template[end : match.start()])
        end = match.end()
        if name := match["field"]:
            part_is_empty = part_is_empty or cells[name] is None or cells[name] == []
            into.append(shown(name))
        elif match["odd"] == "[":
            part, part_is_empty = [], False
            into = part
        elif match["odd"] == "]":
            written.extend([] if part_is_empty else part)
            into = written
        else:
            into.append(match[0][0])
    into.append(template[end:])
    return "".join(written)
