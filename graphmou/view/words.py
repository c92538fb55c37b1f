"""The fixed words of a picture, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.language import Language, Text

__all__ = ["CHOICES", "WORDS", "choice"]

WORDS: Mapping[str, Text] = {
    "title": Text("Networks of memoranda of understanding", "เครือข่ายบันทึกข้อตกลงความร่วมมือ (MOU)"),
    "within": Text("within {hops} steps", "ภายใน {hops} ช่วงความสัมพันธ์"),
    "within one": Text("and what is next to it", "และสิ่งที่เกี่ยวข้องโดยตรง"),
    "nothing": Text("Nothing is recorded yet.", "ยังไม่มีข้อมูลที่บันทึกไว้"),
    "as of": Text("as of {date}", "ณ วันที่ {date}"),
    "kind": Text("kind", "ประเภท"),
    "evidence": Text("evidence", "หลักฐาน"),
    "more": Text("and {count} more", "และอีก {count} รายการ"),
    "document": Text("document", "เอกสาร"),
    "yes": Text("yes", "ใช่"),
    "no": Text("no", "ไม่ใช่"),
    "declared": Text("declared: {count} {what}", "ประกาศไว้ {count} {what}"),
    "agreement": Text("agreement", "ข้อตกลง"),
    "ended": Text("ended", "สิ้นสุดแล้ว"),
    "in force": Text("in force", "มีผลอยู่"),
    "not yet": Text("not yet", "ยังไม่เริ่ม"),
    "no term stated": Text("no term stated", "ไม่ระบุระยะเวลา"),
    "status": Text("status", "สถานะ"),
    "inferred": Text("dashed: inferred, not stated", "เส้นประ: อนุมาน ไม่ได้ระบุตรง"),
    "faded": Text("pale: ended", "สีจาง: สิ้นสุดแล้ว"),
}

CHOICES: Mapping[str, Text] = {
    "area": Text("area", "เขตพื้นที่"),
    "national": Text("national", "ส่วนกลาง"),
    "lead": Text("lead", "แกนนำ"),
    "partner": Text("partner", "ร่วมพัฒนา"),
    "office": Text("office", "สำนักงาน"),
    "party": Text("party", "คู่ความร่วมมือ"),
    "member": Text("member", "สมาชิก"),
    "current": Text("current", "ดำรงตำแหน่ง"),
    "acting": Text("acting", "รักษาการ"),
    "former": Text("former", "อดีต"),
    "stated": Text("stated", "เอกสารระบุ"),
    "inferred": Text("inferred", "อนุมาน"),
    "partners": Text("partners", "โรงเรียนร่วมพัฒนา"),
    "members": Text("members", "สมาชิก"),
    "schools": Text("schools", "โรงเรียน"),
    "agreements": Text("agreements", "ข้อตกลง"),
    "attendance": Text("people attending", "ผู้เข้าร่วม"),
}
"""The values that :mod:`graphmou.model` lists as choices, as people read them."""


def choice(value: str, language: Language) -> str:
    """A choice value as people read it; any other value as it is."""
    text = CHOICES.get(value)
    return value if text is None else text.in_(language)
