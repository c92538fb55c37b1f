"""The network on a day: what was in force, held or had taken place by then.

The rules of terms are those of the saved questions with ``as_of`` (``mentor-schools``, ``agreements``, ``offices``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graphmou.graph import Graph, Node, Relationship, Value

__all__ = ["Period", "in_force", "periods"]

# What has days of its own: what joins it to others stands with it.
_DATED = ("Agreement", "Event")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day on which something stands, as ISO text; empty where it has always stood, or has no end."""

    from_day: str = ""
    until: str = ""

    def holds(self, day: str) -> bool:
        """Whether ``day`` (ISO) lies in it."""
        return self.from_day <= day and (not self.until or self.until >= day)

    def within(self, other: Period) -> Period:
        """The days that lie in both."""
        ends = [end for end in (self.until, other.until) if end]
        return Period(max(self.from_day, other.from_day), min(ends, default=""))


def in_force(graph: Graph, day: date) -> Graph:
    """The part of ``graph`` that stands on ``day``, without Documents. The rules are those of :func:`periods`."""
    iso = day.isoformat()
    nodes, relationships = periods(graph)
    kept = Graph()
    # Not by its computed id: what was added by hand is keyed by the engine's identity.
    kept.relationships = {key: graph.relationships[key] for key, period in relationships.items() if period.holds(iso)}
    kept.nodes = {key: graph.nodes[key] for key, period in nodes.items() if period.holds(iso)}
    return kept


def periods(graph: Graph) -> tuple[dict[str, Period], dict[str, Period]]:
    """When each node and each relationship stands, by its key in the graph; Documents left out.

    - An agreement, and what joins it to others: it has started (else: was signed, else: was recorded) by that day,
      and its end is unknown or not before that day.
    - MENTORS: the same by its own term, or by that of its agreement where it has none.
    - HOLDS: known by that day (else: recorded). Nobody records when a position ended, so all known ones count.
    - An event, and who attended it: it had begun by that day (else: was recorded).
    - Everything else: recorded by that day. A node stands from the first day on which a relationship of it does.
    """
    agreements = {node.id: node.properties for node in graph.labelled("Agreement")}
    nodes = {key: _node_period(node) for key, node in graph.nodes.items() if node.label != "Document"}
    relationships: dict[str, Period] = {}
    earliest: dict[str, str] = {}
    for key, rel in graph.relationships.items():
        if rel.start not in nodes or rel.end not in nodes:
            continue
        dated = [nodes[end] for end in (rel.start, rel.end) if graph.nodes[end].label in _DATED]
        period = relationships[key] = _all_of(dated) if dated else _relationship_period(rel, agreements)
        if not period.until or period.from_day <= period.until:
            for end in (rel.start, rel.end):
                earliest[end] = min(earliest.get(end, period.from_day), period.from_day)
    for key, first in earliest.items():
        if graph.nodes[key].label not in _DATED and first < nodes[key].from_day:
            nodes[key] = Period(first)
    return nodes, relationships


def _node_period(node: Node) -> Period:
    match node.label:
        case "Agreement":
            return Period(_first(node.properties, "starts", "signed_on", "recorded_on"), _day(node.properties, "ends"))
        case "Event":
            return Period(_first(node.properties, "starts", "recorded_on"))
        case _:
            return Period(_first(node.properties, "recorded_on"))


def _relationship_period(rel: Relationship, agreements: Mapping[str, Mapping[str, Value]]) -> Period:
    match rel.type:
        case "MENTORS":
            agreement = agreements.get(str(rel.properties.get("agreement")), {})
            begins = (
                _day(rel.properties, "starts")
                or _first(agreement, "starts", "signed_on")
                or _first(rel.properties, "recorded_on")
            )
            return Period(begins, _day(rel.properties, "ends") or _day(agreement, "ends"))
        case "HOLDS":
            return Period(_first(rel.properties, "known_on", "recorded_on"))
        case _:
            return Period(_first(rel.properties, "recorded_on"))


def _all_of(found: Iterable[Period]) -> Period:
    whole = Period()
    for period in found:
        whole = whole.within(period)
    return whole


def _first(properties: Mapping[str, Value], *names: str) -> str:
    """The first of these days that is known; empty, which is before any day, where none is."""
    return next((day for name in names if (day := _day(properties, name))), "")


def _day(properties: Mapping[str, Value], name: str) -> str:
    return str(properties.get(name) or "")
