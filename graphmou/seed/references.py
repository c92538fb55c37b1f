"""What the entries of a seed file say of each other, checked once every node of the file is known.

Each file stands alone: whatever it names, it declares, and with a label that fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmou.dates import show_date
from graphmou.fields import Fields
from graphmou.graph import Graph, Properties, Relationship, Value
from graphmou.language import Text
from graphmou.model import RELATIONSHIP_TYPES
from graphmou.words import show_word

__all__ = [
    "REFERRED_LABELS",
    "Reference",
    "Stated",
    "add_stated",
    "begin_with_signing",
    "check_order",
    "end_labels",
    "start_labels",
]


def start_labels(type_: str, *, end: str) -> tuple[str, ...]:
    """The labels from which a relationship of this type may lead to label ``end``."""
    return tuple(one for one, other in RELATIONSHIP_TYPES[type_].ends if other == end)


def end_labels(type_: str, *, start: str) -> tuple[str, ...]:
    """The labels to which a relationship of this type may lead from label ``start``."""
    return tuple(other for one, other in RELATIONSHIP_TYPES[type_].ends if one == start)


REFERRED_LABELS = {"agreement": ("Agreement",), "party": start_labels("SIGNED", end="Agreement")}
"""The labels of the nodes that properties of relationships name by their ids."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The field of an entry that names a node, and the labels it may have."""

    field: str
    node_id: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A relationship that an entry states, and the references that must hold for it."""

    fields: Fields
    relationship: Relationship
    references: Sequence[Reference]


def add_stated(graph: Graph, stated: Sequence[Stated]) -> dict[str, int]:
    """Add the relationships whose references hold to ``graph``; report the others where they stand.

    Gives the line of each that was added, by its id.
    """
    lines: dict[str, int] = {}
    for one in stated:
        held = [_holds(reference, one.fields, graph) for reference in one.references]  # each is reported
        if not all(held):
            continue
        relationship = one.relationship
        if relationship.id in lines:
            named = one.references[0]
            message = Text(
                f"says the same as line {lines[relationship.id]} ({relationship.type} {named.node_id})",
                f"ซ้ำกับบรรทัดที่ {lines[relationship.id]} ({relationship.type} {named.node_id})",
            )
            one.fields.report(
                named.field,
                message,
                Text("delete one of the two, and join their evidence", "ลบออกหนึ่งรายการ แล้วรวมหลักฐานไว้ด้วยกัน"),
            )
            continue
        lines[relationship.id] = one.fields.line()
        agreement = graph.nodes.get(str(relationship.properties.get("agreement")))
        signed_on = None if agreement is None else agreement.properties.get("signed_on")
        begin_with_signing(relationship.properties, signed_on)
        check_order(one.fields, relationship.properties, signed_on)
        graph.add(relationship)
    _check_signatories(graph, stated)
    return lines


def _holds(reference: Reference, fields: Fields, graph: Graph) -> bool:
    node = graph.nodes.get(reference.node_id)
    if node is None:
        near = Fields.nearest(reference.node_id, list(graph.nodes))
        hint = near or Text(
            "declare it in this file: each file stands alone", "ประกาศรายการนี้ในไฟล์เดียวกัน เพราะแต่ละไฟล์ต้องครบถ้วนในตัวเอง"
        )
        fields.report(
            reference.field,
            Text(
                f"no entry of this file has the id {reference.node_id!r}",
                f"ไม่มีรายการใดในไฟล์นี้ที่มีรหัส {reference.node_id!r}",
            ),
            hint,
        )
        return False
    if node.label not in reference.labels:
        hint = Text(
            f"name the id of one of these: {', '.join(sorted(reference.labels))}",
            f"ระบุรหัสของชนิดใดชนิดหนึ่งต่อไปนี้: {', '.join(show_word(one, 'th') for one in sorted(reference.labels))}",
        )
        fields.report(
            reference.field,
            Text(
                f"{reference.node_id!r} is of the kind {node.label}",
                f"{reference.node_id!r} เป็นชนิด{show_word(node.label, 'th')}",
            ),
            hint,
        )
        return False
    return True


def _check_signatories(graph: Graph, stated: Sequence[Stated]) -> None:
    """Who signed for a party signed for one of that agreement."""
    for one in stated:
        if one.relationship.type != "SIGNED_FOR" or one.relationship.id not in graph.relationships:
            continue
        parties = sorted(rel.start for rel in graph.typed("SIGNED") if rel.end == one.relationship.end)
        party = one.relationship.properties.get("party")
        if party not in parties:
            hint = Text(
                f"name one of its parties: {', '.join(parties) or 'it has none yet'}",
                f"ระบุคู่ความร่วมมือของข้อตกลงนั้น: {', '.join(parties) or 'ยังไม่มี'}",
            )
            one.fields.report(
                "party",
                Text(
                    f"{party!r} is no party of {one.relationship.end}",
                    f"{party!r} ไม่ใช่คู่ความร่วมมือของ {one.relationship.end}",
                ),
                hint,
            )


def begin_with_signing(properties: Properties, signed_on: Value | None) -> None:
    """A term stated as a year or month never starts before the signing (DESIGN section 3, Time)."""
    starts = properties.get("starts")
    if properties.get("starts_precision") == "day" or not isinstance(starts, str) or not isinstance(signed_on, str):
        return
    if starts < signed_on:
        width = 4 if properties["starts_precision"] == "year" else 7
        if starts[:width] != signed_on[:width]:
            properties["starts_precision"] = "day"
        properties["starts"] = signed_on


def check_order(fields: Fields, properties: Properties, signed_on: Value | None) -> None:
    """Report an end before the start, or before the signing where no start is stated."""
    ends = properties.get("ends")
    begins = properties.get("starts", signed_on)
    if isinstance(begins, str) and isinstance(ends, str) and ends < begins:
        hint = Text(
            "write the last day, month or year of the term, and check its era",
            "เขียนวัน เดือน หรือปีสุดท้ายของระยะเวลา และตรวจสอบศักราช",
        )
        fields.report(
            "ends",
            Text(
                f"{ends} is before the start, {begins}",
                f"{show_date(ends, language='th')} อยู่ก่อนวันเริ่ม {show_date(begins, language='th')}",
            ),
            hint,
        )
