"""A table as every part passes it on: columns with a name for programs and a title for people, rows of cells.

What it looks like is decided where it ends: :mod:`graphmou.terminal` shows it, :mod:`graphmou.export.tables`
writes it to a file or a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from graphmou.language import Text
from graphmou.store.protocol import Answer, Cell

__all__ = ["Column", "Kind", "Table", "table_of"]

Kind = Literal["text", "integer", "number", "boolean", "date", "list", "map", "word"]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the contract with programs and stands in every data format; ``title`` is what people read.

    ``kind`` says how cells are aligned and shown; a ``word`` is one of ours (:mod:`graphmou.words`). A cell of another
    type is shown by its own type.
    """

    name: str
    title: Text | None = None
    kind: Kind = "text"


@dataclass(slots=True)
class Table:
    """Rows of cells under columns; each row has one cell for each column.

    ``title`` names an XLSX sheet; ``notes`` are for people and go to stderr, never among the data.
    """

    columns: list[Column]
    rows: list[list[Cell]]
    title: Text | None = None
    notes: list[Text] = field(default_factory=list)


def table_of(answer: Answer) -> Table:
    """The table of an ad hoc answer: kinds as its cells show them, its notes, and one more if it was cut short."""
    columns = [Column(name, kind=_kind(row[place] for row in answer.rows)) for place, name in enumerate(answer.columns)]
    notes = [Text(note, note) for note in answer.notes]
    if answer.truncated:
        count = len(answer.rows)
        notes.append(
            Text(
                f"The answer was cut short: there are more than these {count} rows. Add a LIMIT or a narrower WHERE.",
                f"คำตอบถูกตัด: มีมากกว่า {count} แถวนี้ เพิ่ม LIMIT หรือเงื่อนไข WHERE ให้แคบลง",
            )
        )
    return Table(columns, answer.rows, notes=notes)


def _kind(cells: Iterable[Cell]) -> Kind:
    kinds: set[Kind] = {_kind_of(cell) for cell in cells if cell is not None}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "text"


def _kind_of(cell: Cell) -> Kind:
    match cell:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case list():
            return "list"
        case dict():
            return "map"
        case str() if _ISO_DAY.fullmatch(cell):
            return "date"
        case _:
            return "text"
