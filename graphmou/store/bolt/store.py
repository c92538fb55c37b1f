"""The store on a Neo4j server: :class:`graphmou.store.protocol.Store` over Bolt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import neo4j

from graphmou.errors import StoreUnavailable
from graphmou.graph import Graph
from graphmou.language import Text, same
from graphmou.store.bolt.cells import first_rows
from graphmou.store.bolt.checking import problems_of
from graphmou.store.bolt.connection import Connection
from graphmou.store.bolt.failures import depth_errors, engine_errors
from graphmou.store.bolt.lock import LOAD_SECONDS, busy, loader_metadata, take_load_lock
from graphmou.store.bolt.reading import check_functions, check_plan, check_query_type, plan_text
from graphmou.store.bolt.schema import make_constraints
from graphmou.store.bolt.snapshot import read_graph
from graphmou.store.bolt.writing import Neo4jTransaction
from graphmou.store.guard import refuse_forbidden
from graphmou.store.parameters import checked_parameters
from graphmou.store.protocol import Answer, Limits, Parameters
from graphmou.store.wording import too_long

__all__ = ["Neo4jStore"]

_LIMITS = Limits()

_SNAPSHOT_SECONDS = 600.0
"""How long the server may take to hand over the whole graph (a national one: see benchmarks)."""

_GRACE = 1.0
"""The server's own time-out comes this much after ours: it is for a process that is no more."""

_NODE_COUNTS = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) ORDER BY label"
_RELATIONSHIP_COUNTS = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) ORDER BY type"
_COMPONENTS = "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition"


class Neo4jStore:
    """A property graph on a Neo4j server, read and written over Bolt.

    Not for several threads at once: a time-out closes every connection of the store.
    """

    def __init__(self, connection: Connection, wait_seconds: float) -> None:
        self._connection = connection
        self._wait_seconds = wait_seconds
        self._has_constraints = False

    @classmethod
    def open(cls, address: str, *, user: str | None, password: str | None, wait_seconds: float = 10.0) -> Neo4jStore:
        """Connect to the server at ``address`` (``neo4j://``, ``bolt://`` and their ``+s``, ``+ssc`` forms).

        ``password`` None connects without a user, for a server that asks for none. ``wait_seconds`` is how
        long a loader waits for another one.

        Raises:
            StoreUnavailable: no server answers there, or it refuses user and password.
        """
        connection = Connection(address, user, password)
        try:
            connection.verify()
        except BaseException:
            connection.hang_up()
            raise
        return cls(connection, wait_seconds)

    @property
    def location(self) -> str:
        """The server's address."""
        return self._connection.address

    def graph(self) -> Graph:
        """Everything the server holds, as :meth:`graphmou.store.protocol.Store.graph` says.

        Neo4j gives no snapshot: of a load that commits between two statements a reader sees half. So loaders are
        kept out meanwhile, where this user may do that.

        Raises:
            StoreBusy: a loader was not done within ``wait_seconds``.
        """
        try:
            with self._alone() as transaction:
                return read_graph(transaction)
        except StoreUnavailable:
            # Who may only read cannot take the lock.
            with self._connection.transaction(seconds=_SNAPSHOT_SECONDS) as transaction:
                return read_graph(transaction)

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many nodes each label has and how many relationships each type."""
        with self._connection.transaction(seconds=_SNAPSHOT_SECONDS) as transaction:
            nodes = {str(label): int(count) for label, count in transaction.run(_NODE_COUNTS)}
            relationships = {str(type_): int(count) for type_, count in transaction.run(_RELATIONSHIP_COUNTS)}
            return nodes, relationships

    def run(self, statement: str, parameters: Parameters | None = None, limits: Limits = _LIMITS) -> Answer:
        """Run a read-only statement: judged as text, then by the server's plan, then run within ``limits``.

        A statement that begins with EXPLAIN gives its plan, one operator a row.

        Raises:
            WriteRefused: it would write, reach a file or address, or administer the server.
            LimitReached: it ran longer than ``limits.seconds``, or is too long.
            StatementError: the server refuses it; the message is the server's, with the place.
            ParameterError: a parameter that no store can hold.
        """
        refuse_forbidden(statement, limits)
        check_functions(statement)
        given = checked_parameters(parameters)
        rows = min(1000, limits.rows + 1)
        with (
            depth_errors(),
            self._connection.deadline(limits.seconds, lambda: too_long(limits.seconds)),
            self._connection.transaction(seconds=limits.seconds + _GRACE, fetch=rows) as transaction,
        ):
            summary = self._explained(transaction, statement, given)
            check_query_type(summary.query_type)
            check_plan(summary.plan)
            result = transaction.run(statement, given)
            answer = first_rows(result, limits.rows)
            if not answer.rows and (plan := result.consume().plan) is not None:
                return Answer(columns=["plan"], rows=[[line] for line in plan_text(plan).splitlines()])
            return answer

    def explain(self, statement: str, parameters: Parameters | None = None) -> str:
        """The server's plan of a statement, one operator a line, without running it."""
        refuse_forbidden(statement, _LIMITS)
        given = checked_parameters(parameters)
        with (
            self._connection.deadline(_LIMITS.seconds, lambda: too_long(_LIMITS.seconds)),
            self._connection.transaction(seconds=_LIMITS.seconds + _GRACE) as transaction,
        ):
            return plan_text(self._explained(transaction, statement, given).plan)

    @contextmanager
    def transaction(self) -> Iterator[Neo4jTransaction]:
        """The exclusive writer: committed at the end of the block, rolled back on any error.

        Raises:
            StoreBusy: another loader was not done within ``wait_seconds``.
            CommitUnknown: the connection broke during the commit.
        """
        if not self._has_constraints:
            make_constraints(self._connection)
            self._has_constraints = True
        with self._alone() as transaction:
            yield Neo4jTransaction(self._connection, transaction)
            self._connection.commit(transaction)

    @contextmanager
    def _alone(self) -> Iterator[neo4j.Transaction]:
        """A transaction that no loader runs beside. It is rolled back unless it was committed within."""
        connection, wait = self._connection, self._wait_seconds
        with ExitStack() as stack:
            with connection.deadline(wait, lambda: busy(connection, wait)):
                transaction = stack.enter_context(
                    connection.transaction(seconds=LOAD_SECONDS, writing=True, metadata=loader_metadata())
                )
                take_load_lock(transaction)
            yield transaction

    def details(self) -> list[tuple[Text, Text]]:
        """What runs there: the server's version and edition, the Cypher it speaks, the database."""
        with self._connection.session() as session:
            result = session.run(_COMPONENTS)
            parts = [
                (same(name), same(f"{', '.join(versions)} {edition}".strip())) for name, versions, edition in result
            ]
            return [*parts, (Text("database", "ฐานข้อมูล"), same(result.consume().database or ""))]

    def deep_check(self) -> list[Text]:
        """What is wrong with constraints, indexes and ids, one line each.

        Neo4j checks its own files only while it does not run: ``neo4j-admin database check``.
        """
        with self._connection.transaction(seconds=_SNAPSHOT_SECONDS) as transaction:
            return problems_of(transaction)

    def close(self) -> None:
        """Close all connections."""
        self._connection.hang_up()

    def _explained(
        self, transaction: neo4j.Transaction, statement: str, parameters: dict[str, Any]
    ) -> neo4j.ResultSummary:
        """What the server says it would do. A line of its own keeps the columns of the statement."""
        with engine_errors(self.location, lines_before=1):
            return transaction.run(f"EXPLAIN\n{statement}", parameters).consume()
