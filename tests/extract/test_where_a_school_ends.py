"""Step 3: where the name of a school ends when words run on, and what after โรงเรียน is no name at all."""

from __future__ import annotations

import pytest

from graphmou.extract.schools import find_schools


def schools_of(text: str) -> list[str]:
    return [mention.name.removeprefix("โรงเรียน") for mention in find_schools(text) if mention.kind == "school"]


@pytest.mark.parametrize(
    "clause",
    [
        "รับหน้าที่เป็นพี่เลี้ยง",
        "รายงานว่าพร้อม",
        "แจ้งความประสงค์",
        "ก็เข้าร่วมด้วย",
        "ส่งผู้แทนมา",
        "ยุบรวมกับวัด",
        "ถูกยุบ",
        "เปิดบ้านวิชาการ",
        "สนใจเข้าร่วม",
        "กลายเป็นต้นแบบ",
        "ข่าวโดยครูสมศรี",
        "ตำบลหนองดี อำเภอเมือง",
        "อำเภอเมือง",
        "นั้นมีครูห้าคน",
        "ทุกคน",
        "ต่อไป",
    ],
)
def test_a_clause_that_runs_on_is_no_part_of_the_name(clause: str) -> None:
    for name in ("บ้านหนองสมมุติ", "สมมุติพิทยาคม", "วัดโคกสมมุติ (ประชานุกูล)"):
        assert schools_of(f"วานนี้โรงเรียน{name}{clause}") == [name]


def test_what_follows_the_end_of_a_name_is_left_out() -> None:
    assert schools_of("โรงเรียนสมมุติพิทยาคมยินดีรับ") == ["สมมุติพิทยาคม"]
    assert schools_of("โรงเรียนสมมุติวิทยาคมมิตรภาพที่ 194 ลงนาม") == ["สมมุติวิทยาคมมิตรภาพที่ 194"]


@pytest.mark.parametrize(
    "phrase",
    [
        "แยกกันลงนาม",
        "เคยทำข้อตกลง",
        "ผ่านระบบออนไลน์",
        "เห็นว่าเป็นประโยชน์",
        "เดือนละ 9 หมื่นบาท",
        "เช่นที่เคยทำมา",
        "สาขาอ่านออกเพิ่มขึ้น",
        "ฝ่ายบริหารวิชาการ",
        "เพื่อนบ้าน",
        "ชายแดนแม่สาย",
        "บนภูเขา",
        "เล็กหัวใจใหญ่",
        "ดังในตัวเมือง",
        "ใหม่ที่เข้าร่วม",
        "เก่งช่วยน้อง",
        "เหล่านี้",
    ],
)
def test_what_begins_no_name_is_no_school(phrase: str) -> None:
    assert schools_of(f"ครูของโรงเรียน{phrase}") == []


@pytest.mark.parametrize(
    "name",
    [
        "อนุบาลเทศบาลตำบลสมมุติ",
        "เทศบาลเมืองสมมุติ 1",
        "เทศบาล 1 บ้านสมมุติ",
        "เทศบาล 2 (วัดสมมุติ)",
        "เทศบาล 5 แก้วสมมุติอุปถัมภ์",
        "องค์การบริหารส่วนจังหวัดสมมุติ 1 (บ้านเก่าวิทยา)",
        "สาธิตมหาวิทยาลัยสมมุติ",
        "สาธิตแห่งมหาวิทยาลัยสมมุติ",
        "ชุมชน 15 บ้านสมมุติ",
        "ตชด.บ้านสมมุติ",
        "ราชประชานุเคราะห์ 61",
        "สมมุติโก-ลก",
        "บ้านสมมุติ (แผน-ทับอุทิศ)",
        "บ้านสมมุติ (เพิ่มประชาราษฎร์อุปถัมภ์)",
        "วัดสมมุติ (สำนักงานสลากกินแบ่งสงเคราะห์ 68)",
        "บ้านสมมุติ (วันครู 2503)",
        "อัสสัมชัญ ลำปาง",
        "เหล่าสมมุติวิทยาคม",
        "สะอาดนาสมมุติวิทย์",
        "ส่งเสริมศาสน์สมมุติ",
        "สมมุติพิทยาคม 2",
        "พิริยสมมุติจังหวัดแพร่",
    ],
)
def test_names_of_every_family_are_read_whole(name: str) -> None:
    assert schools_of(f"ครูโรงเรียน{name}\nและคณะ") == [name]


def test_words_in_brackets_about_a_picture_are_no_part_of_a_name() -> None:
    assert schools_of("โรงเรียนสมมุติวิทยา (ซ้าย) โรงเรียนบ้านสมมุติ (ขวา)") == ["สมมุติวิทยา", "บ้านสมมุติ"]
