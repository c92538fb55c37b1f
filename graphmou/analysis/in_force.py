"""The network on a day: what was in force, held or had taken place by then.

The rules of terms are those of the saved questions with ``as_of`` (``mentor-schools``, ``agreements``, ``offices``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graphmou.graph import Graph, Node, Relationship, Value

__all__ = ["in_force"]

# What has days of its own: what joins it to others stands with it.
_DATED = ("Agreement", "Event")


def in_force(graph: Graph, day: date) -> Graph:
    """The part of ``graph`` that stands on ``day``, without Documents.

    - An agreement, and what joins it to others: it has started (else: was signed, else: was recorded) by that day,
      and its end is unknown or not before that day.
    - MENTORS: the same by its own term, or by that of its agreement where it has none.
    - HOLDS: known by that day (else: recorded). Nobody records when a position ended, so all known ones count.
    - An event, and who attended it: it had begun by that day (else: was recorded).
    - Everything else: recorded by that day. A node also stands where a relationship of it does.
    """
    iso = day.isoformat()
    agreements = {node.id: node.properties for node in graph.labelled("Agreement")}
    nodes = {key: node for key, node in graph.nodes.items() if node.label != "Document"}
    standing = {key for key, node in nodes.items() if _node_stands(node, iso)}
    kept = Graph()
    for key, rel in graph.relationships.items():
        if rel.start not in nodes or rel.end not in nodes:
            continue
        dated = {end for end in (rel.start, rel.end) if nodes[end].label in _DATED}
        if dated <= standing if dated else _relationship_stands(rel, agreements, iso):
            # Not by its computed id: what was added by hand is keyed by the engine's identity.
            kept.relationships[key] = rel
    standing.update(end for rel in kept.relationships.values() for end in (rel.start, rel.end))
    kept.nodes = {key: node for key, node in nodes.items() if key in standing}
    return kept


def _node_stands(node: Node, day: str) -> bool:
    match node.label:
        case "Agreement":
            return _within(
                _first(node.properties, "starts", "signed_on", "recorded_on"), _day(node.properties, "ends"), day
            )
        case "Event":
            return _first(node.properties, "starts", "recorded_on") <= day
        case _:
            return _first(node.properties, "recorded_on") <= day


def _relationship_stands(rel: Relationship, agreements: Mapping[str, Mapping[str, Value]], day: str) -> bool:
    match rel.type:
        case "MENTORS":
            agreement = agreements.get(str(rel.properties.get("agreement")), {})
            begins = (
                _day(rel.properties, "starts")
                or _first(agreement, "starts", "signed_on")
                or _first(rel.properties, "recorded_on")
            )
            return _within(begins, _day(rel.properties, "ends") or _day(agreement, "ends"), day)
        case "HOLDS":
            return _first(rel.properties, "known_on", "recorded_on") <= day
        case _:
            return _first(rel.properties, "recorded_on") <= day


def _within(begins: str, ends: str, day: str) -> bool:
    return begins <= day and (not ends or ends >= day)


def _first(properties: Mapping[str, Value], *names: str) -> str:
    """The first of these days that is known; empty, which is before any day, where none is."""
    return next((day for name in names if (day := _day(properties, name))), "")


def _day(properties: Mapping[str, Value], name: str) -> str:
    return str(properties.get(name) or "")
