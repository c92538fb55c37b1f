"""A made-up network of exactly so many nodes and three times as many relationships, always the same.

Every office has its schools, their agreements, and mentoring between neighbours until the number is reached; one
relationship in fifty reaches into the next office, so that the whole hangs together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from graphmou.graph import Graph, Node, Properties, Relationship

__all__ = ["made_up_graph"]

OFFICE = 100
"""Nodes of one office, itself included: a quarter of them agreements."""


def made_up_graph(nodes: int) -> Graph:
    """A graph of ``nodes`` nodes (a multiple of 100) and ``3 * nodes`` relationships."""
    graph = Graph()
    offices = nodes // OFFICE
    for office in range(offices):
        graph.add(
            Node(
                "Office", f"office-{office}", _said(office, f"สำนักงานเขตพื้นที่การศึกษาสมมุติ เขต {office + 1}", level="area")
            )
        )
        for number in range(OFFICE - 1):
            key, label = _member(office, number)
            name = f"ข้อตกลงสมมุติ {office}-{number}" if label == "Agreement" else f"โรงเรียนสมมุติ {office}-{number}"
            graph.add(Node(label, key, _said(office, name)))
    for relationship in islice(_relationships(offices), 3 * nodes):
        graph.add(relationship)
    assert len(graph.relationships) == 3 * nodes
    return graph


def _member(office: int, number: int) -> tuple[str, str]:
    label = "Agreement" if number % 4 == 3 else "School"
    return f"{label.lower()}-{office}-{number}", label


def _relationships(offices: int) -> Iterator[Relationship]:
    members = [[_member(office, number) for number in range(OFFICE - 1)] for office in range(offices)]
    for office, those in enumerate(members):
        schools = [key for key, label in those if label == "School"]
        for number, (key, label) in enumerate(those):
            if label == "School":
                yield Relationship("UNDER", key, f"office-{office}", _said(office, key, basis="stated"))
            else:
                yield Relationship("SIGNED", f"office-{office}", key, _said(office, key, basis="stated", role="office"))
                for other in range(3):
                    school = schools[(number * 3 // 4 + other) % len(schools)]
                    yield Relationship("SIGNED", school, key, _said(office, school, basis="stated", role="party"))
    for distance in range(1, OFFICE):
        for office, those in enumerate(members):
            schools = [key for key, label in those if label == "School"]
            beyond = [key for key, label in members[(office + 1) % offices] if label == "School"]
            for number, school in enumerate(schools):
                other = (number + distance) % len(schools)
                across = (number + distance) % 50 == 0 and offices > 1
                basis = "inferred" if number % 4 == 0 else "stated"
                yield Relationship(
                    "MENTORS", school, beyond[other] if across else schools[other], _said(office, school, basis=basis)
                )


def _said(office: int, phrase: str, **values: str) -> Properties:
    properties: Properties = {
        **values,
        "documents": [f"document-{office}"],
        "evidence": [f"document-{office}#0-{len(phrase)} {phrase}"],
    }
    return properties if "basis" in values else {**properties, "name": phrase}
