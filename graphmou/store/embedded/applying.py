"""Changes written into an open transaction of the engine, in batches.

Nodes are merged on their ``id``. Relationships are looked up by ``id`` first and then created or replaced: to merge
one, the engine would walk through all relationships of its start (an office that oversees ten thousand agreements
took minutes). What is retired is deleted through the index as well, before anything is added. So the same changes
applied twice do no harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from graphmou.graph import Node, Relationship
from graphmou.plan import Changes
from graphmou.store.embedded.engine import Engine, quoted
from graphmou.store.embedded.snapshot import is_own_identity
from graphmou.store.wording import ends_missing

__all__ = ["apply_changes"]

_ROWS = 2000

_MERGE_NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row"
_CREATE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (start:{start} {{id: row.start}}) MATCH (end:{end} {{id: row.end}})
CREATE (start)-[r:{type}]->(end)
SET r = row.properties
RETURN count(r) AS done
"""
_WHICH_ARE_THERE = "SELECT id FROM {type} WHERE id IN :ids"
_REPLACE_RELATIONSHIP = "UPDATE {type} CONTENT :properties WHERE id = :id"
_DELETE = "DELETE FROM {type} WHERE id IN :ids"
_DELETE_BY_IDENTITY = "DELETE FROM [{identities}]"

_Item = TypeVar("_Item")


def apply_changes(engine: Engine, changes: Changes) -> None:
    """Write ``changes``.

    Raises:
        StoreError: an end of a relationship is not there, so the plan was made for another state.
    """
    _retire(engine, ((item.type, key) for key, item in changes.retired_relationships.items()))
    _retire(engine, ((item.label, item.id) for item in changes.retired_nodes))
    _merge_nodes(engine, changes.written_nodes())
    _write_relationships(engine, changes.written_relationships(), changes.labels)


def _retire(engine: Engine, items: Iterable[tuple[str, str]]) -> None:
    """Delete what is given by type and key; with a node go its relationships."""
    keys: dict[str, list[str]] = defaultdict(list)
    for type_, key in items:
        keys["" if is_own_identity(key) else type_].append(key)
    for type_, given in keys.items():
        for batch in _batches(given):
            if type_:
                engine.command("sql", _DELETE.format(type=quoted(type_)), {"ids": batch})
            else:
                engine.command("sql", _DELETE_BY_IDENTITY.format(identities=", ".join(batch)))


def _merge_nodes(engine: Engine, nodes: Iterable[Node]) -> None:
    rows: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for node in nodes:
        rows[node.label].append({**node.properties, "id": node.id})
    for label, given in rows.items():
        for batch in _batches(given):
            engine.command("opencypher", _MERGE_NODES.format(label=quoted(label)), {"rows": batch})


def _write_relationships(engine: Engine, items: Iterable[tuple[str, Relationship]], labels: Mapping[str, str]) -> None:
    by_kind: dict[tuple[str, str, str], list[tuple[str, Relationship]]] = defaultdict(list)
    for key, item in items:
        by_kind[item.type, labels[item.start], labels[item.end]].append((key, item))
    for (type_, start, end), given in by_kind.items():
        name = quoted(type_)
        create = _CREATE_RELATIONSHIPS.format(type=name, start=quoted(start), end=quoted(end))
        for batch in _batches(given):
            wanted = {"ids": [key for key, _ in batch]}
            there = {row["id"] for row in engine.query("sql", _WHICH_ARE_THERE.format(type=name), wanted).to_list()}
            _create(engine, create, [(key, item) for key, item in batch if key not in there])
            for key, item in batch:
                if key in there:
                    values = {"id": key, "properties": {**item.properties, "id": key}}
                    engine.command("sql", _REPLACE_RELATIONSHIP.format(type=name), values)


def _create(engine: Engine, statement: str, items: Sequence[tuple[str, Relationship]]) -> None:
    rows = [{"start": item.start, "end": item.end, "properties": {**item.properties, "id": key}} for key, item in items]
    (answer,) = engine.command("opencypher", statement, {"rows": rows}).to_list()
    if answer["done"] != len(rows):
        raise ends_missing(len(rows) - answer["done"], len(rows))


def _batches(rows: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    return (rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))
