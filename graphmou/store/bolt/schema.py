"""The constraints of a Neo4j store, made from the model."""

from __future__ import annotations

from collections.abc import Sequence

import neo4j

from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.store.bolt.connection import Connection

__all__ = ["make_constraints", "missing_constraints", "quoted"]


def make_constraints(connection: Connection) -> None:
    """Make an ``id`` unique within each label and each relationship type, where it is not yet.

    Neo4j takes no schema change in a transaction that writes data, so this is one of its own, before.

    Raises:
        StoreDamaged: two have one id already, which somebody must have written by hand.
    """
    with connection.session(writing=True) as session:
        missing = missing_constraints(session)
        if missing:
            session.execute_write(_create, missing)


def quoted(name: str) -> str:
    """A label or type as Cypher takes it, whatever characters it holds (those changed by hand are not ours)."""
    return "`" + name.replace("`", "``") + "`"


def missing_constraints(asked: neo4j.Session | neo4j.Transaction) -> list[str]:
    """The statements that would make the constraints that are not there."""
    there: set[tuple[str, str]] = set()
    for record in asked.run("SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties"):
        type_, entity, names, properties = record.values()
        if "UNIQUE" in type_ and properties == ["id"]:
            there.add((entity, names[0]))
    nodes = [_unique(name, f"(n:{quoted(name)})") for name in LABELS if ("NODE", name) not in there]
    relationships = [
        _unique(name, f"()-[n:{quoted(name)}]-()") for name in RELATIONSHIP_TYPES if ("RELATIONSHIP", name) not in there
    ]
    return nodes + relationships


def _unique(name: str, pattern: str) -> str:
    return f"CREATE CONSTRAINT {quoted(f'{name}_id')} IF NOT EXISTS FOR {pattern} REQUIRE n.id IS UNIQUE"


def _create(transaction: neo4j.ManagedTransaction, statements: Sequence[str]) -> None:
    for statement in statements:
        transaction.run(statement).consume()
