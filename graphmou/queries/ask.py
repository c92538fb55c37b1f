"""Asking a saved question: parameters in, rows out, in the order and under the columns that its header states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from graphmou import table
from graphmou.entities import suggest
from graphmou.errors import StatementError
from graphmou.language import Text
from graphmou.queries.parameters import bind
from graphmou.queries.saved import Column, SavedQuery
from graphmou.store.protocol import Answer, Cell, Limits, Store
from graphmou.table import Table

__all__ = ["Asked", "ask", "table_columns"]


@dataclass(slots=True)
class Asked:
    """A question, what it was given, and its answer. ``notes`` are for people, never data."""

    query: SavedQuery
    parameters: dict[str, Cell]
    answer: Answer
    notes: list[Text] = field(default_factory=list)

    def table(self) -> Table:
        """The answer as the terminal and the exporters take it."""
        return Table(table_columns(self.query.columns), self.answer.rows, self.query.title, list(self.notes))


def ask(
    store: Store,
    query: SavedQuery,
    given: Mapping[str, Cell] | None = None,
    *,
    today: date,
    limits: Limits | None = None,
) -> Asked:
    """Ask ``query`` of ``store``.

    Args:
        store: an open store.
        query: a question, see :func:`graphmou.queries.find_query`.
        given: parameters by name, as text (``-p name=value``) or as values of their type.
        today: the day that "today" means, for every status.
        limits: time-out and row cap, see :class:`~graphmou.store.protocol.Limits`.

    Raises:
        ParameterError, EntityNotFound, EntityAmbiguous: see :func:`graphmou.queries.bind`.
        StatementError: the engine refuses the statement, or its columns are not those of the header.
    """
    bound = bind(query, given or {}, store, today=today)
    with naming(query.file):
        answer = store.run(query.statement, bound.values, limits or Limits())
    answer = in_order(answer, [column.name for column in query.columns], query.file)
    notes = list(bound.notes)
    if answer.truncated:
        count = len(answer.rows)
        notes.append(Text(f"cut short: there are more than these {count} rows", f"คำตอบถูกตัด: มีมากกว่า {count} แถวนี้"))
    if not answer.rows:
        notes.extend(_nothing_found(store, query, bound.values))
    return Asked(query, bound.values, answer, notes)


@contextmanager
def naming(file: object) -> Iterator[None]:
    """Whatever an engine refuses is said with the file that asked for it."""
    try:
        yield
    except StatementError as error:
        said = Text(f"{file}: {error.said.en}", f"{file}: {error.said.th}")
        raise type(error)(said, hint=error.advice) from error


def in_order(answer: Answer, columns: Sequence[str], file: object) -> Answer:
    """The answer with exactly ``columns``, in that order.

    Raises:
        StatementError: the statement of ``file`` returns other columns.
    """
    # An engine may not know the columns of an answer without rows.
    if answer.rows and sorted(answer.columns) != sorted(columns):
        raise StatementError(
            Text(
                f"{file}: returns {', '.join(answer.columns)}, the header says {', '.join(columns)}",
                f"{file}: ผลลัพธ์มีคอลัมน์ {', '.join(answer.columns)} แต่ส่วนหัวระบุ {', '.join(columns)}",
            ),
            hint=Text("make the header and the last RETURN agree", "แก้ส่วนหัวกับ RETURN สุดท้ายให้ตรงกัน"),
        )
    if answer.rows and answer.columns != list(columns):
        places = [answer.columns.index(name) for name in columns]
        answer.rows = [[row[place] for place in places] for row in answer.rows]
    answer.columns = list(columns)
    return answer


def table_columns(columns: Sequence[Column]) -> list[table.Column]:
    """Columns as tables have them."""
    return [table.Column(column.name, column.title, column.type) for column in columns]


def _nothing_found(store: Store, query: SavedQuery, values: Mapping[str, Cell]) -> list[Text]:
    notes = [query.nothing_found] if query.nothing_found else []
    for parameter in query.parameters:
        searched = values[parameter.name]
        if parameter.type == "search" and not parameter.labels and isinstance(searched, str):
            near = [f"{entity.name} ({entity.id})" for entity in suggest(store, searched)]
            if near:
                notes.append(Text(f"near: {', '.join(near)}", f"ใกล้เคียง: {', '.join(near)}"))
    return notes
