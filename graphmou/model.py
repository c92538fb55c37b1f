"""The one place where labels, relationship types, their ends and their properties are declared.

The seed reader, the JSON Schema, the stores' constraints, the viewer's legend and the documentation all
read these tables, so a new property is one line here.

Every node has one label, an ``id`` that is unique across labels, and a ``name``. Every relationship has a
``basis``; its identity is its type, its two ends and its ``keys`` (two agreements may each make the same
school mentor the same partner: two MENTORS). Data never becomes a label or a type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graphmou.language import Text

__all__ = [
    "BOOKKEEPING",
    "LABELS",
    "LONGEST_ID",
    "RELATIONSHIP_TYPES",
    "Label",
    "Property",
    "PropertyKind",
    "RelationshipType",
    "is_id",
    "label_of_section",
    "relationship_id",
]

PropertyKind = Literal["text", "texts", "integer", "integers", "boolean", "date"]
"""What a property holds. A ``date`` is stored as an ISO day with its precision beside it (``<name>_precision``)."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name, what it holds, whether the seed must give it, and the only values allowed."""

    name: str
    kind: PropertyKind
    title: Text
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of node. ``section`` is the list of the seed file that declares its nodes."""

    name: str
    section: str
    title: Text
    properties: tuple[Property, ...]

    def property_names(self) -> tuple[str, ...]:
        """The names of its own properties, in the order of the documentation."""
        return tuple(prop.name for prop in self.properties)


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """One kind of relationship: the labels it may start and end at, and the properties that tell two apart."""

    name: str
    title: Text
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    keys: tuple[str, ...] = ()

    def allows(self, start: str, end: str) -> bool:
        """Whether a relationship of this type may lead from label ``start`` to label ``end``."""
        return (start, end) in self.ends


def _ends(starts: str, ends: str) -> tuple[tuple[str, str], ...]:
    return tuple((start, end) for start in starts.split("|") for end in ends.split("|"))


def _text(name: str, en: str, th: str, *, required: bool = False, choices: tuple[str, ...] = ()) -> Property:
    return Property(name, "text", Text(en, th), required, choices)


_NAME = _text("name", "name", "ชื่อ", required=True)
_NAMES = (
    _text("name_en", "name in English", "ชื่อภาษาอังกฤษ"),
    Property("aliases", "texts", Text("other names and abbreviations", "ชื่ออื่นและชื่อย่อ")),
    Property("outside_aliases", "texts", Text("other names no document holds", "ชื่ออื่นที่ไม่มีในเอกสาร")),
    Property("variants", "texts", Text("other spellings in documents", "รูปสะกดอื่นในเอกสาร")),
)
_BASIS = _text("basis", "basis", "ที่มา", choices=("stated", "inferred"))
_STARTS = Property("starts", "date", Text("starts", "เริ่ม"))
_ENDS = Property("ends", "date", Text("ends", "สิ้นสุด"))

PARTY_ROLES = ("lead", "partner", "office", "party")
DECLARED = ("partners", "members", "schools", "agreements", "attendance")

LABELS: Mapping[str, Label] = {
    label.name: label
    for label in (
        Label(
            "Office",
            "offices",
            Text("education office", "สำนักงานการศึกษา"),
            (
                _NAME,
                *_NAMES,
                _text("level", "level", "ระดับ", required=True, choices=("area", "national")),
                Property("provinces", "texts", Text("provinces", "จังหวัด")),
            ),
        ),
        Label(
            "School",
            "schools",
            Text("school", "โรงเรียน"),
            (
                _NAME,
                *_NAMES,
                _text("code", "official code", "รหัสโรงเรียน"),
                _text("district", "district", "อำเภอ"),
                _text("province", "province", "จังหวัด"),
                _text("status", "status", "สถานะ"),
            ),
        ),
        Label(
            "Organisation",
            "organisations",
            Text("organisation", "องค์กร"),
            (_NAME, *_NAMES, _text("kind", "kind", "ประเภท"), _text("province", "province", "จังหวัด")),
        ),
        Label(
            "Person",
            "people",
            Text("person", "บุคคล"),
            (
                _NAME,
                *_NAMES,
                _text("honorific", "honorific", "คำนำหน้า"),
                _text("occupation", "office held outside the network", "ตำแหน่งนอกเครือข่าย"),
            ),
        ),
        Label(
            "Group",
            "groups",
            Text("group", "กลุ่ม"),
            (_NAME, *_NAMES, Property("named", "boolean", Text("named in the document", "มีชื่อในเอกสาร"))),
        ),
        Label(
            "Programme",
            "programmes",
            Text("programme", "โครงการ"),
            (
                _NAME,
                *_NAMES,
                Property("min_partners", "integer", Text("fewest partners of a lead", "จำนวนโรงเรียนร่วมพัฒนาขั้นต่ำ")),
            ),
        ),
        Label("Topic", "topics", Text("topic", "ประเด็น"), (_NAME, *_NAMES)),
        Label(
            "Event",
            "events",
            Text("event", "กิจกรรม"),
            (_NAME, *_NAMES, _STARTS, _ENDS, _text("place", "place", "สถานที่")),
        ),
        Label(
            "Agreement",
            "agreements",
            Text("agreement", "ข้อตกลง"),
            (
                _text("name", "title", "ชื่อข้อตกลง"),
                *_NAMES,
                _text("kind", "kind", "ประเภท"),
                Property("signed_on", "date", Text("signed on", "ลงนามเมื่อ")),
                _STARTS,
                _ENDS,
            ),
        ),
        Label(
            "Declaration",
            "declarations",
            Text("declared number", "จำนวนที่ประกาศ"),
            (
                _text("name", "name", "ชื่อ"),
                _text("what", "what is counted", "สิ่งที่นับ", required=True, choices=DECLARED),
                Property("count", "integer", Text("declared number", "จำนวนที่ประกาศ"), required=True),
                Property("parts", "texts", Text("parts of the sum", "รายการย่อย")),
                Property("part_counts", "integers", Text("people in each part", "จำนวนคนในแต่ละรายการ")),
                Property("other_part_counts", "integers", Text("the other reading", "จำนวนตามการอ่านอีกแบบ")),
            ),
        ),
        Label(
            "Document",
            "document",
            Text("document", "เอกสาร"),
            (
                _text("name", "title", "ชื่อเอกสาร", required=True),
                _text("name_en", "title in English", "ชื่อภาษาอังกฤษ"),
                _text("publisher", "publisher", "ผู้เผยแพร่"),
                Property("date", "date", Text("date", "วันที่"), required=True),
                _text("file", "file name", "ชื่อไฟล์", required=True),
                _text("sha256", "SHA-256 of the file", "ค่า SHA-256 ของไฟล์", required=True),
            ),
        ),
    )
}

RELATIONSHIP_TYPES: Mapping[str, RelationshipType] = {
    relationship.name: relationship
    for relationship in (
        RelationshipType(
            "SIGNED",
            Text("signed", "ลงนาม"),
            _ends("Office|School|Group|Organisation", "Agreement"),
            (_BASIS, _text("role", "role", "บทบาท", required=True, choices=PARTY_ROLES)),
        ),
        RelationshipType("OVERSEES", Text("oversees", "กำกับดูแล"), _ends("Office", "Agreement"), (_BASIS,)),
        RelationshipType(
            "SIGNED_FOR",
            Text("signed for a party", "ลงนามแทน"),
            _ends("Person", "Agreement"),
            (_BASIS, _text("party", "party", "คู่ความร่วมมือ", required=True)),
            keys=("party",),
        ),
        RelationshipType("WITNESSED", Text("witnessed", "เป็นพยาน"), _ends("Person", "Agreement"), (_BASIS,)),
        RelationshipType(
            "MENTORS",
            Text("mentors", "เป็นพี่เลี้ยง"),
            _ends("School", "School"),
            (_BASIS, _text("agreement", "agreement", "ข้อตกลง"), _STARTS, _ENDS),
            keys=("agreement",),
        ),
        RelationshipType(
            "MEMBER_OF",
            Text("member of", "เป็นสมาชิก"),
            _ends("School", "Group"),
            (_BASIS, _text("role", "role", "บทบาท", required=True, choices=("lead", "member"))),
        ),
        RelationshipType("UNDER", Text("under", "สังกัด"), _ends("School|Group", "Office"), (_BASIS,)),
        RelationshipType(
            "HOLDS",
            Text("holds a position", "ดำรงตำแหน่ง"),
            _ends("Person", "Office|School|Group|Organisation"),
            (
                _BASIS,
                _text("title", "title", "ตำแหน่ง", required=True),
                _text("status", "status", "สถานะ", required=True, choices=("current", "acting", "former")),
                Property("known_on", "date", Text("known on", "ข้อมูล ณ วันที่")),
            ),
            keys=("title", "known_on"),
        ),
        RelationshipType(
            "ATTENDED",
            Text("attended", "เข้าร่วม"),
            _ends("Person|School", "Event"),
            (_BASIS, _text("role", "role", "บทบาท")),
            keys=("role",),
        ),
        RelationshipType("SIGNED_AT", Text("signed at", "ลงนามใน"), _ends("Agreement", "Event"), (_BASIS,)),
        RelationshipType(
            "MADE_UNDER",
            Text("made under", "ภายใต้โครงการ"),
            _ends("Agreement|Group|Event", "Programme"),
            (_BASIS,),
        ),
        RelationshipType("COVERS", Text("covers", "ครอบคลุม"), _ends("Agreement|Event", "Topic"), (_BASIS,)),
        RelationshipType(
            "ABOUT",
            Text("about", "เกี่ยวกับ"),
            _ends("Declaration", "Group|Event|Agreement|Programme|Office"),
            (_BASIS,),
        ),
        RelationshipType(
            "MENTIONED_IN",
            Text("mentioned in", "กล่าวถึงใน"),
            _ends("|".join(name for name in LABELS if name != "Document"), "Document"),
        ),
    )
}

BOOKKEEPING: Mapping[str, Text] = {
    "documents": Text("documents that say it", "เอกสารที่กล่าว"),
    "evidence": Text("evidence", "หลักฐาน"),
    "claims": Text("what each document says", "ข้อความของแต่ละเอกสาร"),
    "other_values": Text("values other documents give", "ค่าที่เอกสารอื่นระบุ"),
    "recorded_on": Text("recorded on", "บันทึกเมื่อ"),
    "loaded_at": Text("loaded at", "นำเข้าเมื่อ"),
    "search_keys": Text("what search compares", "คำค้น"),
    "search_names": Text("names that search shows", "ชื่อที่แสดงเมื่อค้น"),
}
"""The properties graphmou itself keeps on nodes and relationships (see :mod:`graphmou.facts`)."""


LONGEST_ID = 120
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether ``text`` may be an id: small letters, digits and single hyphens."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def label_of_section(section: str) -> Label | None:
    """The label whose nodes a seed file lists under ``section``; None where there is no such list."""
    return next((label for label in LABELS.values() if label.section == section), None)


def relationship_id(type_: str, start: str, end: str, keys: Iterable[object]) -> str:
    """The identity of a relationship: type, ends and key values in one text, the same on every store.

    A key that is not given takes part as ``-``; blanks inside a key become ``_``.
    """
    parts = [type_, start, end]
    for key in keys:
        written = "" if key is None else str(key).replace("_", "__").replace(" ", "_")
        parts.append(f"-{written}" if not written or written.startswith("-") else written)
    return " ".join(parts)
