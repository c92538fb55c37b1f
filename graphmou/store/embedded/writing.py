"""The one writer of an embedded store, inside one transaction of the engine.

What ArcadeDB makes necessary here: outside a transaction it commits as it goes (60,000 rows failing at the last
left 40,000); after an error the transaction may be gone, and the next statement would commit by itself; after its
time-out half a statement waits to be committed. So whatever fails, the transaction is rolled back at once and
takes nothing more. Types and indexes are made before it begins, for they are no part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from graphmou.errors import StoreError
from graphmou.graph import Graph, Node, Relationship
from graphmou.plan import Changes
from graphmou.store.embedded.bulk import fill
from graphmou.store.embedded.cells import first_rows
from graphmou.store.embedded.deadline import Tell, deadline
from graphmou.store.embedded.engine import Engine, count_records, declare_types, quoted, set_timeout
from graphmou.store.embedded.failures import engine_errors
from graphmou.store.embedded.folder import Counts
from graphmou.store.embedded.snapshot import is_own_identity, read_graph
from graphmou.store.guard import refuse_forbidden
from graphmou.store.parameters import checked_parameters
from graphmou.store.protocol import Answer, Limits, Parameters

__all__ = ["EmbeddedTransaction"]

_ROWS = 2000
_GRACE_SECONDS = 1.0

_MERGE_NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row RETURN count(n) AS done"
_MERGE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (start:{start} {{id: row.start}}) MATCH (end:{end} {{id: row.end}})
MERGE (start)-[r:{type} {{id: row.properties.id}}]->(end)
SET r = row.properties
RETURN count(r) AS done
"""
_DELETE_NODES = "UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n"
_DELETE_RELATIONSHIPS = "UNWIND $rows AS row MATCH ()-[r:{type} {{id: row.id}}]->() DELETE r"
_DELETE_NODES_BY_HAND = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id DETACH DELETE n"
_DELETE_RELATIONSHIPS_BY_HAND = "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id DELETE r"

Row = Mapping[str, object]


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
            self._retire(changes)
            self._merge_nodes(_changed_nodes(changes))
            self._merge_relationships(_changed_relationships(changes), changes.labels)

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
            watch = deadline(limits.seconds + _GRACE_SECONDS, self._tell) if self._tell else nullcontext()
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
                "the transaction was rolled back after an error and takes nothing more",
                hint="begin another one",
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

    def _merge_nodes(self, nodes: Iterable[Node]) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for node in nodes:
            rows[quoted(node.label)].append({**node.properties, "id": node.id})
        for label, given in rows.items():
            self._merge(_MERGE_NODES.format(label=label), given)

    def _merge_relationships(self, items: Iterable[tuple[str, Relationship]], labels: Mapping[str, str]) -> None:
        rows: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for key, item in items:
            kind = (quoted(item.type), quoted(labels[item.start]), quoted(labels[item.end]))
            properties = {**item.properties, "id": key}
            rows[kind].append({"start": item.start, "end": item.end, "properties": properties})
        for (type_, start, end), given in rows.items():
            self._merge(_MERGE_RELATIONSHIPS.format(type=type_, start=start, end=end), given)

    def _retire(self, changes: Changes) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for item in changes.retired_relationships:
            statement = _DELETE_RELATIONSHIPS.format(type=quoted(item.type))
            rows[_DELETE_RELATIONSHIPS_BY_HAND if is_own_identity(item.id) else statement].append({"id": item.id})
        for node in changes.retired_nodes:
            statement = _DELETE_NODES.format(label=quoted(node.label))
            rows[_DELETE_NODES_BY_HAND if is_own_identity(node.id) else statement].append({"id": node.id})
        for statement, given in rows.items():
            for batch in _batches(given):
                self._engine.command("opencypher", statement, {"rows": batch})

    def _merge(self, statement: str, rows: Sequence[Row]) -> None:
        for batch in _batches(rows):
            (answer,) = self._engine.command("opencypher", statement, {"rows": batch}).to_list()
            if answer["done"] != len(batch):
                raise StoreError(
                    f"{len(batch) - answer['done']} of {len(batch)} relationships start or end at a node that is "
                    "not there; nothing was written",
                    hint="the store was changed meanwhile: load again",
                )


def _changed_nodes(changes: Changes) -> Iterator[Node]:
    yield from changes.added_nodes
    for item in changes.modified_nodes:
        if isinstance(item.after, Node):
            yield item.after


def _changed_relationships(changes: Changes) -> Iterator[tuple[str, Relationship]]:
    for relationship in changes.added_relationships:
        yield relationship.id, relationship
    for item in changes.modified_relationships:
        if isinstance(item.after, Relationship):
            yield item.key, item.after


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))
