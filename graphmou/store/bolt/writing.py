"""The one writer of a Neo4j server: changes sent in batches, inside one transaction.

Everything is written by MERGE on an id under a uniqueness constraint. That makes a rerun safe after a commit
whose outcome is unknown, and spares the server a search for each node (DESIGN section 5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import neo4j

from graphmou.graph import Graph, Node, Relationship
from graphmou.plan import Changes
from graphmou.store.bolt.cells import first_rows
from graphmou.store.bolt.connection import Connection
from graphmou.store.bolt.failures import depth_errors, engine_errors
from graphmou.store.bolt.schema import quoted
from graphmou.store.bolt.snapshot import OWN_IDENTITY, read_graph
from graphmou.store.guard import refuse_forbidden
from graphmou.store.parameters import checked_parameters
from graphmou.store.protocol import Answer, Limits, Parameters
from graphmou.store.wording import ends_missing, too_long

__all__ = ["Neo4jTransaction"]

_ROWS = 2000
"""Rows of one statement. A thousand to five thousand are equally fast; fewer take less memory."""

_MERGE_NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row RETURN count(n)"
_MERGE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (start:{start} {{id: row.start}}) MATCH (end:{end} {{id: row.end}})
MERGE (start)-[r:{type} {{id: row.properties.id}}]->(end)
SET r = row.properties
RETURN count(r)
"""
_DELETE_NODES = "UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"
_DELETE_RELATIONSHIPS = "UNWIND $rows AS id MATCH ()-[r:{type} {{id: id}}]->() DELETE r"
_DELETE_NODES_BY_HAND = "UNWIND $rows AS id MATCH (n) WHERE elementId(n) = id DETACH DELETE n"
_DELETE_RELATIONSHIPS_BY_HAND = "UNWIND $rows AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r"

Row = Mapping[str, object] | str


class Neo4jTransaction:
    """What the one writer can do: :class:`graphmou.store.protocol.Transaction` on a Neo4j server."""

    def __init__(self, connection: Connection, transaction: neo4j.Transaction) -> None:
        self._connection = connection
        self._transaction = transaction

    def graph(self) -> Graph:
        """Everything the store holds, as this transaction sees it."""
        with engine_errors(self._connection.address):
            return read_graph(self._transaction)

    def apply(self, changes: Changes) -> None:
        """Write ``changes``.

        Raises:
            StoreError: an end of a relationship is not there, so the plan was made for another state.
        """
        with engine_errors(self._connection.address):
            self._retire_relationships(changes.retired_relationships)
            self._retire_nodes(changes.retired_nodes)
            self._merge_nodes(changes.written_nodes())
            self._merge_relationships(changes.written_relationships(), changes.labels)

    def run(self, statement: str, parameters: Parameters, limits: Limits) -> Answer:
        """Run any Cypher statement, writing allowed.

        Raises:
            LimitReached: it ran into the time-out; the whole transaction is rolled back.
            StatementError: the server refuses it; the transaction cannot be used any more.
        """
        refuse_forbidden(statement, limits)
        given = checked_parameters(parameters)
        with (
            depth_errors(),
            self._connection.deadline(limits.seconds, lambda: too_long(limits.seconds)),
            engine_errors(self._connection.address),
        ):
            return first_rows(self._transaction.run(statement, given), limits.rows)

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

    def _retire_nodes(self, nodes: Iterable[Node]) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for node in nodes:
            _file(rows, node.id, _DELETE_NODES.format(label=quoted(node.label)), _DELETE_NODES_BY_HAND)
        self._delete(rows)

    def _retire_relationships(self, relationships: Mapping[str, Relationship]) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for key, item in relationships.items():
            statement = _DELETE_RELATIONSHIPS.format(type=quoted(item.type))
            _file(rows, key, statement, _DELETE_RELATIONSHIPS_BY_HAND)
        self._delete(rows)

    def _merge(self, statement: str, rows: Sequence[Row]) -> None:
        for batch in _batches(rows):
            (written,) = self._transaction.run(statement, rows=batch).single(strict=True).values()
            if written != len(batch):
                raise ends_missing(len(batch) - written, len(batch))

    def _delete(self, rows: Mapping[str, Sequence[Row]]) -> None:
        for statement, given in rows.items():
            for batch in _batches(given):
                self._transaction.run(statement, rows=batch).consume()


def _file(rows: dict[str, list[Row]], key: str, statement: str, statement_by_hand: str) -> None:
    if key.startswith(OWN_IDENTITY):
        rows[statement_by_hand].append(key.removeprefix(OWN_IDENTITY))
    else:
        rows[statement].append(key)


def _batches(rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    return (rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))
