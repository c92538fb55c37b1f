"""What a ``.cypher`` file holds: a question or a check, its parameters and its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from graphmou.errors import Problem
from graphmou.language import Text
from graphmou.store.protocol import Cell

__all__ = [
    "COLUMN_TYPES",
    "PARAMETER_TYPES",
    "SEVERITIES",
    "Check",
    "Column",
    "ColumnType",
    "Library",
    "Parameter",
    "ParameterType",
    "SavedQuery",
    "Severity",
]

ParameterType = Literal["integer", "number", "text", "boolean", "date", "year", "choice", "entity", "search"]
ColumnType = Literal["text", "word", "integer", "number", "boolean", "date", "list"]
Severity = Literal["error", "warning", "info"]

PARAMETER_TYPES: tuple[ParameterType, ...] = get_args(ParameterType)
COLUMN_TYPES: tuple[ColumnType, ...] = get_args(ColumnType)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The severities of checks, the gravest first."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One ``$parameter`` of a question.

    ``choices`` is for the type ``choice``, ``labels`` for ``entity`` and ``search``, ``least`` and ``most`` for
    ``integer``.
    """

    name: str
    type: ParameterType
    description: Text | None = None
    required: bool = False
    default: Cell = None
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    def to_json(self) -> dict[str, Cell]:
        """What the list of questions says of it."""
        shown: dict[str, Cell] = {"name": self.name, "type": self.type, "required": self.required}
        shown["default"] = self.default
        if self.choices:
            shown["choices"] = list(self.choices)
        if self.labels:
            shown["labels"] = list(self.labels)
        shown |= {name: limit for name, limit in (("least", self.least), ("most", self.most)) if limit is not None}
        if self.description:
            shown |= {"description": self.description.en, "description_th": self.description.th}
        return shown


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer. A ``word`` is one of graphmou's own words (see :mod:`graphmou.words`)."""

    name: str
    title: Text
    type: ColumnType = "text"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question: a read-only Cypher statement with a header.

    ``source`` is the whole file, ``statement`` what is sent to the store: with an empty line for each of the header, so
    that the lines an engine speaks of are the file's. ``nothing_found`` is said when there are no rows.
    """

    name: str
    file: Path
    title: Text
    description: Text | None
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    statement: str
    source: str
    nothing_found: Text | None = None

    def to_json(self) -> dict[str, Cell]:
        """What the list of questions says of it."""
        return {
            "name": self.name,
            "title": self.title.en,
            "title_th": self.title.th,
            "parameters": [parameter.to_json() for parameter in self.parameters],
        }


@dataclass(frozen=True, slots=True)
class Check:
    """A check: a question whose rows are gaps. ``columns`` are those after ``id``, ``name`` and ``message``.

    ``message`` is a template for each gap (see :mod:`graphmou.queries.templates`); ``next_step`` says what to
    do about one.
    """

    name: str
    file: Path
    title: Text
    description: Text | None
    severity: Severity
    message: Text
    next_step: Text | None
    columns: tuple[Column, ...]
    statement: str
    source: str


@dataclass(frozen=True, slots=True)
class Library:
    """All questions and checks of some folders, by name, and what is wrong with the files that are neither."""

    queries: dict[str, SavedQuery] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
