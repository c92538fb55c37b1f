"""graphmou's own words in answers (statuses, roles, kinds), as people read them.

JSON and CSV always hold the English word: programs rely on it. Tables and messages show the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmou.dates import show_date
from graphmou.language import Language, Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES

__all__ = ["did_you_mean", "show_value", "show_word"]

_WORDS = {
    # Status of an agreement or of mentoring on a day
    "in force": Text("in force", "มีผลบังคับ"),
    "no term stated": Text("no term stated", "ไม่ระบุระยะเวลา"),
    "ended": Text("ended", "สิ้นสุดแล้ว"),
    "not yet": Text("not yet", "ยังไม่เริ่ม"),
    # Basis
    "stated": Text("stated", "เอกสารระบุ"),
    "inferred": Text("inferred", "อนุมาน"),
    "mixed": Text("mixed", "ทั้งระบุและอนุมาน"),
    # Roles of parties and members
    "lead": Text("lead", "แกนนำ"),
    "partner": Text("partner", "ร่วมพัฒนา"),
    "office": Text("office", "สำนักงาน"),
    "party": Text("party", "คู่ความร่วมมือ"),
    "member": Text("member", "สมาชิก"),
    # Positions
    "current": Text("current", "ดำรงตำแหน่ง"),
    "acting": Text("acting", "รักษาการ"),
    "former": Text("former", "อดีต"),
    # What a document declares
    "partners": Text("partners", "โรงเรียนร่วมพัฒนา"),
    "members": Text("members", "สมาชิก"),
    "schools": Text("schools", "โรงเรียน"),
    "agreements": Text("agreements", "ข้อตกลง"),
    "attendance": Text("people attending", "ผู้เข้าร่วม"),
    # Levels of offices
    "area": Text("area", "เขตพื้นที่"),
    "national": Text("national", "ส่วนกลาง"),
    # Kinds of organisations, as drafts have them; a seed file may have others
    "association": Text("association", "สมาคมหรือชมรม"),
    "college": Text("college", "วิทยาลัย"),
    "company": Text("company", "บริษัท"),
    "department": Text("department", "หน่วยงานราชการ"),
    "foreign": Text("foreign", "หน่วยงานต่างประเทศ"),
    "foundation": Text("foundation", "มูลนิธิ"),
    "hospital": Text("hospital", "โรงพยาบาล"),
    "military": Text("military", "หน่วยทหาร"),
    "municipality": Text("municipality", "องค์กรปกครองส่วนท้องถิ่น"),
    "police": Text("police", "ตำรวจ"),
    "temple": Text("temple", "วัด"),
    "university": Text("university", "มหาวิทยาลัย"),
    "village": Text("village", "หมู่บ้าน"),
    # Judgements
    "same": Text("same", "สิ่งเดียวกัน"),
    "different": Text("different", "คนละสิ่ง"),
    # Severities
    "error": Text("error", "ผิดพลาด"),
    "warning": Text("warning", "ควรตรวจสอบ"),
    "info": Text("info", "เพื่อทราบ"),
}


_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECLARED = (*(kind.properties for kind in LABELS.values()), *(kind.properties for kind in RELATIONSHIP_TYPES.values()))
_PROPERTIES = {one.name: one for properties in _DECLARED for one in properties}


def did_you_mean(near: Sequence[str]) -> Text:
    """The question that suggests what a user may have meant."""
    return Text(f"did you mean {' or '.join(near)}?", f"หมายถึง {' หรือ '.join(near)} หรือไม่")


def show_word(word: str, language: Language) -> str:
    """A status, role, basis, label or relationship type in ``language``, in Thai a property and a day (ISO) too.

    Any other word comes back as it is.
    """
    if word in _WORDS:
        return _WORDS[word].in_(language)
    declared = LABELS.get(word) or RELATIONSHIP_TYPES.get(word)
    if declared:
        return declared.title.in_(language)
    if language == "en":
        return word
    # Among values that documents dispute there are days as well.
    return show_date(word, language="th") if _ISO_DAY.fullmatch(word) else _show_property(word)


def _show_property(name: str) -> str:
    """A property's title in Thai. English readers see its name, which is what a seed file says."""
    dated = name.removesuffix("_precision")
    if dated not in _PROPERTIES:
        return name
    title = _PROPERTIES[dated].title.th
    return title if dated == name else f"{title} (วัน เดือน หรือปี)"


def show_value(name: str, value: str, language: Language, precision: str = "day") -> str:
    """The value of a property as people read it: in Thai a date of the Buddhist era, and our own words in Thai."""
    declared = _PROPERTIES.get(name)
    if declared is None or language == "en":
        return value
    if declared.kind == "date":
        return show_date(value, precision, language)
    return show_word(value, language) if declared.choices or name == "kind" else value
