"""Everything a Neo4j server holds, as a Graph.

A node or relationship is keyed by its ``id``. What that cannot single out is keyed by ``#`` and the server's
own identity, so that a plan can still list or retire it: no id, an id that is no text, several labels, or an
id that another one has too (ids are unique per label only; the one that documents claim keeps it).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

import neo4j

from graphmou.graph import Graph, Node, Properties, Relationship
from graphmou.store.bolt.cells import graph_value

__all__ = ["OWN_IDENTITY", "read_graph"]

OWN_IDENTITY = "#"

_NODES = "MATCH (n) RETURN properties(n) AS properties, elementId(n) AS identity, labels(n) AS labels"
_RELATIONSHIPS = """
MATCH (start)-[r]->(end)
RETURN properties(r) AS properties, elementId(r) AS identity, type(r) AS type,
       elementId(start) AS start, elementId(end) AS end
"""


def read_graph(transaction: neo4j.Transaction) -> Graph:
    """All nodes and relationships, as ``transaction`` sees them."""
    graph = Graph()
    keys: dict[str, str] = {}
    for properties, identity, labels in _claimed_first(transaction.run(_NODES)):
        key = _key(properties, identity, graph.nodes) if len(labels) == 1 else OWN_IDENTITY + identity
        graph.nodes[key] = Node(":".join(sorted(labels)), key, _values(properties))
        keys[identity] = key
    for properties, identity, type_, start, end in _claimed_first(transaction.run(_RELATIONSHIPS)):
        # An end may have come by another hand since the nodes were read.
        if start in keys and end in keys:
            key = _key(properties, identity, graph.relationships)
            graph.relationships[key] = Relationship(type_, keys[start], keys[end], _values(properties))
    return graph


def _claimed_first(result: Iterable[neo4j.Record]) -> Iterator[tuple[Any, ...]]:
    by_hand = []
    for record in result:
        row = record.values()
        if "documents" in row[0]:
            yield tuple(row)
        else:
            by_hand.append(tuple(row))
    yield from by_hand


def _key(properties: Mapping[str, object], identity: str, taken: Container[str]) -> str:
    stored = properties.get("id")
    if isinstance(stored, str) and stored and not stored.startswith(OWN_IDENTITY) and stored not in taken:
        return stored
    return OWN_IDENTITY + identity


def _values(properties: Mapping[str, object]) -> Properties:
    return {name: graph_value(value) for name, value in properties.items() if name != "id"}
