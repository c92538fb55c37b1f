"""The one writer of an embedded store, inside one transaction of the engine.

What ArcadeDB makes necessary here: outside a transaction it commits as it goes (60,000 rows failing at the last
left 40,000); after an error the transaction may be gone, and the next statement would commit by itself; after its
time-out half a statement waits to be committed. So whatever fails, the transaction is rolled back at once and
takes nothing more. Types and indexes are made before it begins, for they are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from graphmou.errors import StoreError
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.plan import Changes
from graphmou.store.embedded.applying import apply_changes
from graphmou.store.embedded.bulk import fill
from graphmou.store.embedded.cells import first_rows
from graphmou.store.embedded.deadline import Tell, deadline
from graphmou.store.embedded.engine import Engine, count_records, declare_types, set_timeout
from graphmou.store.embedded.failures import engine_errors
from graphmou.store.embedded.folder import Counts
from graphmou.store.embedded.snapshot import read_graph
from graphmou.store.guard import refuse_forbidden
from graphmou.store.parameters import checked_parameters
from graphmou.store.protocol import Answer, Limits, Parameters

__all__ = ["EmbeddedTransaction"]

_GRACE_SECONDS = 1.0


class EmbeddedTransaction:
    """What the one writer can do: :class:`graphmou.store.protocol.Transaction` on an embedded engine.

    Args:
        engine: open for writing.
        place: where it is, for errors.
        blank: it was just made and holds nothing, so that the first changes can be filled in faster.
        tell: what to do when a statement runs away; None leaves it to the engine's own time-out.
    """

    def __init__(self, engine: Engine, place: Path, *, blank: bool, tell: Tell | None) -> None:
        self._engine = engine
        self._place = place
        self._tell = tell
        self._blank = blank
        self._failed = False
        with self._working():
            if blank:
                declare_types(engine, unique=False)
            else:
                self._begin()

    def graph(self) -> Graph:
        """Everything the store holds, as this transaction sees it."""
        with self._working():
            return Graph() if self._blank else read_graph(self._engine)

    def apply(self, changes: Changes) -> None:
        """Write ``changes``.

        Raises:
            StoreError: an end of a relationship is not there, so the plan was made for another state.
        """
        with self._working():
            if self._blank and not (changes.modified_nodes or changes.modified_relationships):
                fill(self._engine, changes.added_nodes, changes.added_relationships)
                self._begin()
                return
            if self._blank:
                self._begin()
            apply_changes(self._engine, changes)

    def run(self, statement: str, parameters: Parameters, limits: Limits) -> Answer:
        """Run any Cypher, writing allowed. Whatever is raised, nothing of the transaction stays.

        The engine's own time-out rolls back and raises. What that does not stop ends the process, in the command
        line; in Python it runs on.

        Raises:
            LimitReached: it ran into the time-out.
            StatementError: the engine refuses it.
        """
        with self._working():
            refuse_forbidden(statement, limits)
            given = checked_parameters(parameters)
            if self._blank:
                self._begin()
            watch = deadline(limits.seconds, self._tell, grace=_GRACE_SECONDS) if self._tell else nullcontext()
            with watch, self._engine_timeout(limits.seconds):
                rows = self._engine.command("opencypher", statement, given)
                return first_rows(self._engine, rows, statement, limits.rows)

    def counts(self) -> Counts:
        """How many records there are, with what this transaction changed."""
        with self._working():
            if self._blank:
                self._begin()
            return count_records(self._engine)

    def commit(self) -> None:
        """Make it last."""
        with self._working():
            self._engine.commit()

    def abandon(self) -> None:
        """Take back what was not committed."""
        self._failed = True
        # Whatever rollback says, the engine is closed next, and what was not committed is not there any more.
        with suppress(Exception):
            if self._engine.is_transaction_active():
                self._engine.rollback()

    @contextmanager
    def _working(self) -> Iterator[None]:
        if self._failed:
            raise StoreError(
                Text(
                    "the transaction was rolled back after an error and takes nothing more",
                    "ธุรกรรมนี้ถูกย้อนกลับหลังเกิดข้อผิดพลาด จึงรับคำสั่งต่อไม่ได้",
                ),
                hint=Text("begin another one", "เริ่มธุรกรรมใหม่"),
            )
        try:
            with engine_errors("writing", self._place):
                yield
        except BaseException:
            self.abandon()
            raise

    @contextmanager
    def _engine_timeout(self, seconds: float) -> Iterator[None]:
        set_timeout(self._engine, seconds)
        try:
            yield
        finally:
            set_timeout(self._engine, None)

    def _begin(self) -> None:
        declare_types(self._engine, unique=True)
        self._engine.begin()
        self._blank = False
