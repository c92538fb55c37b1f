"""Small networks for tests of stores, and the one way they are loaded."""

from __future__ import annotations

from graphmou.facts import DocumentFacts, settle
from graphmou.graph import Evidence, Graph, Relationship
from graphmou.plan import Changes, plan_load, plan_unload
from graphmou.store.protocol import Store
from tests.samples import node, said

__all__ = ["FIRST", "FIRST_CHANGED", "SECOND", "contents", "load", "settled", "unload"]


def _evidence(document: str, phrase: str) -> list[str]:
    return [str(Evidence(document, 10, 10 + len(phrase), phrase))]


FIRST = said(
    "office-a-2020-01-01",
    "2020-01-01",
    node("Office", "office-a", level="area", provinces=["ตาก"]),
    node("School", "lead", aliases=["ร.ร.แกนนำ"], evidence=_evidence("office-a-2020-01-01", "โรงเรียนแกนนำ")),
    node("School", "small"),
    node("School", "tiny"),
    node("Agreement", "a1", signed_on="2020-01-01", signed_on_precision="day"),
    node("Declaration", "d1", what="partners", count=11, part_counts=[5, 6], parts=["ครู", "ผู้บริหาร"]),
    node("Group", "g1", named=False),
    Relationship("SIGNED", "office-a", "a1", {"basis": "stated", "role": "office"}),
    Relationship("SIGNED", "lead", "a1", {"basis": "stated", "role": "lead"}),
    Relationship("MENTORS", "lead", "small", {"basis": "stated", "agreement": "a1"}),
    Relationship("MENTORS", "lead", "tiny", {"basis": "inferred", "agreement": "a1"}),
    Relationship("MENTORS", "lead", "small", {"basis": "inferred"}),
    Relationship("ABOUT", "d1", "g1", {"basis": "stated"}),
)
"""Two MENTORS lead from one school to the same other one: only a key tells them apart."""

FIRST_CHANGED = said(
    "office-a-2020-01-01",
    "2020-01-01",
    node("Office", "office-a", level="area", provinces=["ตาก", "น่าน"]),
    node("School", "lead", status="ควบรวม"),
    node("School", "small"),
    node("Agreement", "a1", signed_on="2020-01-02", signed_on_precision="day"),
    Relationship("SIGNED", "office-a", "a1", {"basis": "stated", "role": "office"}),
    Relationship("SIGNED", "lead", "a1", {"basis": "stated", "role": "lead"}),
    Relationship("MENTORS", "lead", "small", {"basis": "inferred", "agreement": "a1"}),
)
"""What FIRST would say after a correction: some gone, some changed."""

SECOND = said(
    "office-b-2021-01-01",
    "2021-01-01",
    node("Office", "office-b", level="area"),
    node("School", "lead", name="โรงเรียนแกนนำ", province="ตาก"),
    node("School", "other"),
    Relationship("MENTORS", "lead", "other", {"basis": "stated"}),
    Relationship("UNDER", "lead", "office-b", {"basis": "stated"}),
)
"""A later document that gives one school of FIRST another name."""


def load(store: Store, *facts: DocumentFacts) -> Changes:
    """Load what documents say, as the command does."""
    with store.transaction() as transaction:
        changes = plan_load(transaction.graph(), facts)
        transaction.apply(changes)
    return changes


def unload(store: Store, *documents: str) -> Changes:
    """Take back what documents said, as the command does."""
    with store.transaction() as transaction:
        changes = plan_unload(transaction.graph(), documents)
        transaction.apply(changes)
    return changes


def contents(graph: Graph) -> dict[str, object]:
    """What a graph holds, in no order, so that two can be compared and their difference read."""
    nodes: dict[str, object] = {f"({key})": (node.label, node.properties) for key, node in graph.nodes.items()}
    for key, rel in graph.relationships.items():
        nodes[f"[{key}]"] = (rel.type, rel.start, rel.end, rel.properties)
    return nodes


def settled(*facts: DocumentFacts) -> dict[str, object]:
    """What a store holds once it was told ``facts`` and nothing else."""
    return contents(settle(facts))
