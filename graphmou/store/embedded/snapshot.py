"""Everything an engine holds, as a Graph.

A node or relationship is keyed by its ``id``. What that cannot single out is keyed by the engine's own identity,
which begins with ``#``, so that a plan can still list or retire it: no id, an id that is no text, several labels,
or an id that another one has too (ids are unique per label only; the one that documents claim keeps it).
"""

from __future__ import annotations

import gc
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from graphmou.graph import Graph, Node, Properties, Relationship
from graphmou.store.embedded.cells import graph_value
from graphmou.store.embedded.engine import Engine

__all__ = ["is_own_identity", "read_graph"]

_OWN_IDENTITY = "#"

_NODES = "MATCH (n) RETURN elementId(n) AS identity, labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS = """
MATCH (start)-[r]->(end)
RETURN elementId(r) AS identity, type(r) AS type, properties(r) AS properties,
       elementId(start) AS start, elementId(end) AS end
"""


def read_graph(engine: Engine) -> Graph:
    """All nodes and relationships: of a country in some ten seconds."""
    graph = Graph()
    keys: dict[str, str] = {}
    with _no_search_for_cycles():
        for row in _claimed_first(engine, _NODES):
            labels, identity, properties = row["labels"], row["identity"], row["properties"]
            key = _key(properties, identity, graph.nodes) if len(labels) == 1 else identity
            graph.nodes[key] = Node(":".join(sorted(labels)), key, _values(properties))
            keys[identity] = key
        for row in _claimed_first(engine, _RELATIONSHIPS):
            properties = row["properties"]
            key = _key(properties, row["identity"], graph.relationships)
            start, end = keys[row["start"]], keys[row["end"]]
            graph.relationships[key] = Relationship(row["type"], start, end, _values(properties))
    return graph


def is_own_identity(key: str) -> bool:
    """Whether a key is the engine's identity, not an id of ours."""
    return key.startswith(_OWN_IDENTITY)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """A million new lists and maps that all stay make Python look for garbage among them, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _claimed_first(engine: Engine, statement: str) -> Iterator[dict[str, Any]]:
    by_hand = []
    for row in engine.query("opencypher", statement):
        values = row.to_dict()
        if "documents" in values["properties"]:
            yield values
        else:
            by_hand.append(values)
    yield from by_hand


def _key(properties: Mapping[str, object], identity: str, taken: Container[str]) -> str:
    stored = properties.get("id")
    if isinstance(stored, str) and stored and not is_own_identity(stored) and stored not in taken:
        return stored
    return identity


def _values(properties: Mapping[str, object]) -> Properties:
    return {name: graph_value(value) for name, value in properties.items() if name != "id"}
