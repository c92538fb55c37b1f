"""An article that tells of two signings on two days: each has its own day, term and witnesses."""

from __future__ import annotations

from graphmou.extract import extract_text

TEXT = """\
สพป.เลย เขต 2 จับมือโรงเรียนคู่พัฒนา ลงนาม MOU
วันที่ 14 มิถุนายน 2567 ดร.วิชัย ศรีสุวรรณ ผู้อำนวยการ สพป.เลย เขต 2 \
เป็นประธานในพิธีลงนามบันทึกข้อตกลงความร่วมมือ ณ ห้องประชุมภูเรือ
โดยโรงเรียนบ้านหนองบัว เป็นโรงเรียนพี่เลี้ยง ให้กับโรงเรียนเครือข่าย จำนวน 4 โรงเรียน ได้แก่
1. โรงเรียนบ้านนาด้วง
2. โรงเรียนบ้านห้วยทราย
3. โรงเรียนชุมชนบ้านท่าลี่
ผู้ลงนามประกอบด้วย นายประเสริฐ แก้วมณี ผู้อำนวยการโรงเรียนบ้านหนองบัว และ นางสุดา พันธุ์ดี ผู้อำนวยการโรงเรียนบ้านนาด้วง \
มีผลตั้งแต่วันที่ 14 มิถุนายน 2567 ถึงวันที่ 31 มีนาคม 2569
ต่อมาเมื่อวันที่ 20 มิถุนายน 2567 สพป.เลย เขต 2 โดย ดร.วิชัย ศรีสุวรรณ \
ได้ลงนามบันทึกข้อตกลงความร่วมมือด้านการป้องกันยาเสพติด กับ สถานีตำรวจภูธรวังสะพุง \
โดยมี พันตำรวจเอก สมชาย ใจกล้า ผู้กำกับการสถานีตำรวจภูธรวังสะพุง \
ร่วมลงนาม มีนายอำเภอวังสะพุงเป็นสักขีพยาน
"""
FOUND = extract_text(TEXT)


def test_what_was_signed_afterwards_has_its_own_day_and_no_term_of_the_first() -> None:
    told = [(one.signed_on, one.starts, one.ends) for one in FOUND.agreements]
    assert told == [("2024-06-14", "2024-06-14", "2026-03-31"), ("2024-06-20", None, None)]


def test_who_signs_before_an_unnamed_witness_is_none() -> None:
    assert [one.witnesses for one in FOUND.agreements] == [[], []]


def test_the_noun_beside_a_number_is_counted_not_the_lead_before_it() -> None:
    assert [(count.what, count.count) for count in FOUND.counts] == [("partners", 4)]
    (warned,) = [one for one in FOUND.warnings if one.kind == "declared-count"]
    assert warned.message == "the text declares 4 partners, 3 are named"
    assert "โรงเรียนร่วมพัฒนา 4" in warned.message_th


def test_a_room_to_meet_in_is_no_meeting() -> None:
    told = "เมื่อวันที่ 5 กรกฎาคม 2567 โรงเรียนบ้านโคก ลงนามบันทึกข้อตกลง กับโรงเรียนบ้านนา ณ หอประชุมโรงเรียนบ้านโคก"
    assert extract_text(told).events == []


def test_the_term_is_no_part_of_the_title() -> None:
    told = "เมื่อวันที่ 5 กรกฎาคม 2567 โรงเรียนบ้านโคก กับโรงเรียนบ้านนา ลงนามบันทึกข้อตกลงการจัดทวิศึกษา ระยะเวลา 3 ปี"
    assert [one.title for one in extract_text(told).agreements] == ["บันทึกข้อตกลงการจัดทวิศึกษา"]
