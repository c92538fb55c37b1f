"""The fixed words of a briefing, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.language import Text

__all__ = ["COLUMNS", "NOTHING", "SAID", "SUMMARY", "TITLES"]

TITLES: Mapping[str, Text] = {
    "kind": Text("Briefing on agreements and networks", "รายงานสรุปเครือข่ายความร่วมมือ (MOU)"),
    "summary": Text("Summary", "สรุปสำหรับผู้บริหาร"),
    "picture": Text("The network", "ภาพเครือข่าย"),
    "agreements": Text("Agreements", "ข้อตกลงความร่วมมือ"),
    "mentors": Text("Mentors and their partners", "โรงเรียนพี่เลี้ยงและโรงเรียนร่วมพัฒนา"),
    "schools": Text("Schools, and what they lack", "โรงเรียนในสังกัด และสิ่งที่ยังขาด"),
    "people": Text("People", "บุคลากร"),
    "declarations": Text("Numbers announced, and what is recorded", "จำนวนที่ประกาศ เทียบกับที่บันทึกไว้"),
    "gaps": Text("Gaps, and what to do next", "สิ่งที่ขาด และสิ่งที่ควรดำเนินการ"),
    "sources": Text("Sources", "แหล่งข้อมูล"),
}

SUMMARY: Mapping[str, Text] = {
    "day": Text("as of {day}", "ข้อมูล ณ วันที่ {day}"),
    "as_of": Text("only what was in force on {day}", "เฉพาะข้อมูลที่มีผล ณ วันที่ {day}"),
    "said": Text(
        "Made from {documents}. Status of agreements as of {day}.",
        "จัดทำจากเอกสารที่บันทึกไว้ {documents} ฉบับ สถานะของข้อตกลง ณ วันที่ {day}",
    ),
    "unknown": Text(
        "Nothing is recorded about this office yet: no agreement, no school, no person. That says nothing about the "
        "office itself, only about the record.",
        "ยังไม่มีข้อมูลของสำนักงานนี้ที่บันทึกไว้ ทั้งข้อตกลง โรงเรียน และบุคลากร ซึ่งหมายถึงยังไม่ได้บันทึกข้อมูลเท่านั้น "
        "มิได้หมายความว่าสำนักงานไม่มีข้อตกลง",
    ),
    "agreements": Text("agreements", "ข้อตกลง (ฉบับ)"),
    "one agreements": Text("agreement", "ข้อตกลง (ฉบับ)"),
    "schools": Text("schools", "โรงเรียนในสังกัด"),
    "one schools": Text("school", "โรงเรียนในสังกัด"),
    "mentors": Text("mentor schools", "โรงเรียนพี่เลี้ยง"),
    "one mentors": Text("mentor school", "โรงเรียนพี่เลี้ยง"),
    "gaps": Text("gaps to act on", "สิ่งที่ขาดที่ควรดำเนินการ"),
    "one gaps": Text("gap to act on", "สิ่งที่ขาดที่ควรดำเนินการ"),
    "partners": Text("mentoring {count} partner schools", "ดูแลโรงเรียนร่วมพัฒนา {count} แห่ง"),
    "one partner": Text("mentoring 1 partner school", "ดูแลโรงเรียนร่วมพัฒนา 1 แห่ง"),
    "lacking": Text("lacking something: {count}", "ยังมีสิ่งที่ขาด {count} แห่ง"),
    "ending": Text("Ending within 180 days", "ข้อตกลงที่จะสิ้นสุดภายใน 180 วัน"),
    "no ending": Text(
        "No agreement with a stated end ends within 180 days.", "ไม่มีข้อตกลงที่ระบุวันสิ้นสุดและจะสิ้นสุดภายใน 180 วัน"
    ),
    "until": Text("until {day}, {days} days left", "สิ้นสุด {day} (เหลือ {days} วัน)"),
    "grave": Text("Gravest gaps", "สิ่งที่ขาดที่สำคัญที่สุด"),
    "no other": Text("The checks found nothing else to act on.", "ไม่พบเรื่องอื่นที่ควรดำเนินการจากการตรวจสอบ"),
    "no grave": Text("The checks found nothing to act on.", "ไม่พบเรื่องที่ควรดำเนินการจากการตรวจสอบ"),
}

NOTHING: Mapping[str, Text] = {
    "agreements": Text(
        "No agreement of this office or its network is recorded.",
        "ยังไม่มีข้อตกลงของสำนักงานนี้หรือเครือข่ายของสำนักงานบันทึกไว้",
    ),
    "mentors": Text("No school under this office is recorded as a mentor.", "ยังไม่มีโรงเรียนในสังกัดที่บันทึกว่าเป็นโรงเรียนพี่เลี้ยง"),
    "schools": Text("No school under this office is recorded.", "ยังไม่มีโรงเรียนในสังกัดบันทึกไว้"),
    "people": Text(
        "Nobody is recorded as holding a position in this office or its schools.",
        "ยังไม่มีข้อมูลผู้ดำรงตำแหน่งในสำนักงานหรือโรงเรียนในสังกัด",
    ),
    "declarations": Text("No document states a number about this network.", "ไม่มีเอกสารใดประกาศจำนวนที่เกี่ยวกับเครือข่ายนี้"),
    "gaps": Text("The checks found no gap in this network.", "การตรวจสอบไม่พบสิ่งที่ขาดในเครือข่ายนี้"),
    "sources": Text("No document with evidence about this office is recorded.", "ยังไม่มีเอกสารหลักฐานเกี่ยวกับสำนักงานนี้"),
}

SAID: Mapping[str, Text] = {
    "more": Text("and {count} more", "และอีก {count} รายการ"),
    "whole": Text("all of them", "ดูทั้งหมด"),
    "empty": Text("Parts without a record", "ส่วนที่ยังไม่มีข้อมูล"),
    "not by day": Text(
        "All that is recorded to date: this list knows no day.",
        "รายการนี้แสดงข้อมูลทั้งหมดที่บันทึกไว้จนถึงปัจจุบัน มิได้จำกัดตามวันที่ข้างต้น",
    ),
    "schools asked": Text(
        "People of the office and of the first {count} schools.", "แสดงบุคลากรของสำนักงานและของโรงเรียน {count} แห่งแรก"
    ),
    "unchecked": Text("Not checked, since it took too long: {checks}.", "ไม่ได้ตรวจสอบเนื่องจากใช้เวลานานเกินไป: {checks}"),
    "inferred": Text(
        "Mentoring marked inferred follows from roles in a network; no document states it.",
        "รายการที่ระบุว่าอนุมาน คือพิจารณาจากบทบาทในเครือข่าย ไม่มีเอกสารระบุโดยตรง",
    ),
    "mentor": Text("mentor", "พี่เลี้ยง"),
    "agreement": Text("agreement", "ข้อตกลง"),
    "head": Text("known head", "ข้อมูลผู้บริหาร"),
    "phrases": Text("and {count} more phrases", "และอีก {count} ข้อความ"),
    "from": Text("from {day}", "ตั้งแต่ {day}"),
    "until": Text("until {day}", "ถึง {day}"),
    "no term": Text("not stated", "ไม่ระบุ"),
    "not one by one": Text("not one by one", "ไม่บันทึกรายบุคคล"),
    "evidence": Text(
        "Phrases quoted from the documents. Every fact with its phrases: graphmou query evidence-of -p entity={office}",
        "ข้อความที่ยกมาจากเอกสาร ดูหลักฐานของข้อมูลแต่ละรายการได้ด้วย: graphmou query evidence-of -p entity={office}",
    ),
}

COLUMNS: Mapping[str, Text] = {
    "agreement": Text("Agreement", "ข้อตกลง"),
    "parties": Text("Parties", "คู่ความร่วมมือ"),
    "signed": Text("Signed", "ลงนาม"),
    "term": Text("Term", "ระยะเวลา"),
    "status": Text("Status", "สถานะ"),
    "mentor": Text("Mentor", "โรงเรียนพี่เลี้ยง"),
    "partners": Text("Partner schools", "โรงเรียนร่วมพัฒนา"),
    "basis": Text("Basis", "ที่มา"),
    "until": Text("Until", "สิ้นสุด"),
    "school": Text("School", "โรงเรียน"),
    "agreements": Text("Agreements", "ข้อตกลง"),
    "mentors": Text("Mentors", "พี่เลี้ยง"),
    "partner_count": Text("Partners", "ร่วมพัฒนา"),
    "lacks": Text("Lacks", "สิ่งที่ยังขาด"),
    "person": Text("Person", "บุคคล"),
    "position": Text("Position", "ตำแหน่ง"),
    "where": Text("Where", "หน่วยงาน"),
    "known": Text("Known on", "ข้อมูล ณ วันที่"),
    "about": Text("About", "เกี่ยวกับ"),
    "what": Text("What", "สิ่งที่นับ"),
    "declared": Text("Announced", "ประกาศ"),
    "recorded": Text("Recorded", "บันทึกไว้"),
    "source": Text("Source", "ที่มา"),
    "severity": Text("Severity", "ระดับ"),
    "gap": Text("What was found", "สิ่งที่พบ"),
    "next": Text("What to do next", "สิ่งที่ควรดำเนินการ"),
    "number": Text("No.", "ที่"),
    "document": Text("Document", "เอกสาร"),
    "evidence": Text("Quoted as evidence", "ข้อความที่ใช้เป็นหลักฐาน"),
}
