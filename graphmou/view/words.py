"""The fixed words of a picture, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.language import Text

__all__ = ["WORDS"]

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
    "gap": Text("gap: {severity}", "สิ่งที่ขาด: {severity}"),
    "unnamed": Text("group without a name", "กลุ่มที่ไม่มีชื่อเฉพาะ"),
    "ghosts": Text("dashed outline: announced but not named", "เส้นขอบประ: ประกาศไว้แต่ไม่ระบุชื่อ"),
    "other offices": Text("other offices", "สำนักงานอื่น"),
    "year": Text("{year}", "พ.ศ. {year}"),
    "no year": Text("year not known", "ไม่ทราบปี"),
    "ghost details": Text("announced {declared}, recorded {recorded}", "ประกาศไว้ {declared} บันทึกไว้ {recorded}"),
    "declared number": Text("declared number", "จำนวนที่ประกาศ"),
    "not named": Text("not named", "ไม่ระบุชื่อ"),
    "position": Text("position", "ตำแหน่ง"),
}
