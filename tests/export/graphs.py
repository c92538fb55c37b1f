"""Graphs to export: the five networks, and one that holds whatever a person may have put in by hand."""

from __future__ import annotations

from graphmou.graph import Graph, Node, Relationship

__all__ = ["hostile_graph", "renewed_graph"]


def hostile_graph() -> Graph:
    """Formulas, markup, control characters, names that formats keep for themselves, and mixed types."""
    graph = Graph(
        [
            Node(
                "School", "a", {"name": "=cmd|' /C calc'!A0", "size": 12, "ratio": 0.5, "big": 2**53 + 1, "open": True}
            ),
            Node("School", "b", {"name": '<b>&amp;"ก"</b>\x00\x1b[31m', "size": "สิบสอง", "ratio": 1, "aliases": []}),
            Node(
                "school", "c\x01", {"name": "สำนักงาน\r\nบรรทัดสอง\tx", "id_": "mine", "label": "not a label", "viz": 7}
            ),
            Node("ขา:ล่าง", "c\x02", {"aliases": ["a; b", "c\\", "", "-1", "é\u2028"], "ratio": float("nan")}),
            Node("SIGNED", "#12:0", {"start": "2021", "weight": "heavy", "pid": 3, "parents": "x", "spells": "y"}),
            Node("History", "e\ud800", {"name": "x" * 40_000}),
        ]
    )
    for number, properties in enumerate(({"weight": "heavy"}, {"weight": 2, "type": "t", "end": 4, "key": "k"}), 1):
        graph.relationships[f"R {number}"] = Relationship("KNOWS", "a", "b", properties)
    graph.relationships["R 3"] = Relationship("Signed", "c\x01", "a", {"title": "+1", "\x07bell": ["x"]})
    return graph


def renewed_graph() -> Graph:
    """One school mentors the same other under two agreements: two relationships that differ in a key alone."""
    graph = Graph([Node("School", "a", {"name": "เอ"}), Node("School", "b", {"name": "บี"})])
    graph.add(Relationship("MENTORS", "a", "b", {"agreement": "a1", "basis": "stated", "ends": "2021-12-31"}))
    graph.add(Relationship("MENTORS", "a", "b", {"agreement": "a2", "basis": "inferred"}))
    return graph
