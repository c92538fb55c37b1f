"""What every store can do. The rest of graphmou knows a store only through these protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.plan import Changes

__all__ = ["Answer", "Cell", "Limits", "Parameters", "Store", "Transaction"]

Cell = None | bool | int | float | str | list["Cell"] | dict[str, "Cell"]
"""One cell of an answer: a scalar, list or map; dates and times as ISO text; nodes and relationships as maps."""

Parameters = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a statement may take: seconds of work, rows of answer, characters of statement."""

    seconds: float = 30.0
    rows: int = 100_000
    characters: int = 100_000


@dataclass(slots=True)
class Answer:
    """The rows of a statement, the same whichever store gave them.

    ``truncated`` says that the row cap of :class:`Limits` cut the answer; ``notes`` are for people.
    """

    columns: list[str]
    rows: list[list[Cell]]
    truncated: bool = False
    notes: list[str] = field(default_factory=list)

    def records(self) -> list[dict[str, Cell]]:
        """The rows as maps from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Transaction(Protocol):
    """The one writer of a store, inside one transaction: what it reads nobody else changes before it ends."""

    def graph(self) -> Graph:
        """Everything the store holds, as this transaction sees it."""

    def apply(self, changes: Changes) -> None:
        """Write ``changes``. They are there for others when the transaction ends without an error."""

    def run(self, statement: str, parameters: Parameters, limits: Limits) -> Answer:
        """Run any Cypher, writing allowed (an analyst's ``cypher --write``)."""


class Store(Protocol):
    """A property graph kept somewhere: in a folder (embedded) or on a Neo4j server."""

    @property
    def location(self) -> str:
        """Where it is: the folder, or the server's address."""

    def graph(self) -> Graph:
        """Everything it holds. Relationships are keyed by their stored ``id``; what was added by hand without
        an id is keyed by ``#`` and the engine's own identity.
        """

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many nodes each label has and how many relationships each type (none left out), sorted by name."""

    def run(self, statement: str, parameters: Parameters | None = None, limits: Limits = Limits()) -> Answer:
        """Run a read-only Cypher statement.

        Raises:
            WriteRefused: it would write, reach a file or address, or administer the engine.
            LimitReached: it ran longer than ``limits.seconds`` or is longer than ``limits.characters``.
            StatementError: the engine refuses it; the message is the engine's, with the place.
        """

    def explain(self, statement: str, parameters: Parameters | None = None) -> str:
        """The engine's plan for a statement, as text, without running it."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """The exclusive writer. Waits for another one, then raises StoreBusy; any error rolls everything back."""

    def details(self) -> Sequence[tuple[Text, Text]]:
        """What ``doctor`` shows of it: (name, value) pairs such as engine version and folder size."""

    def deep_check(self) -> list[Text]:
        """Have the engine check everything it stored; what is wrong, one line each (``doctor --deep``)."""

    def close(self) -> None:
        """Give back what it holds. A closed store is not used again."""
