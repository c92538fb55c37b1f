"""Step 3: what after โรงเรียน begins like no school is a verb or noun, and what in brackets tells of a school."""

from __future__ import annotations

import pytest

from tests.extract.test_where_a_school_ends import schools_of


@pytest.mark.parametrize("name", ["บ้านโคก", "วัดใหม่", "ธาตุพนม", "ปทุมคงคา", "กบินทร์วิทยา", "เอราวัณ", "ยี่งอ", "น่านนคร"])
def test_names_begin_as_places_and_founders_are_called(name: str) -> None:
    assert schools_of(f"ให้โรงเรียน{name} มา") == [name]


@pytest.mark.parametrize("word", ["จับปากกา", "แต่งตั้ง", "บรรทัดล่าง", "ขานรับ", "ผนึกกำลัง", "โหวตเลือก"])
def test_verbs_and_nouns_begin_otherwise(word: str) -> None:
    assert schools_of(f"ให้โรงเรียน{word} มา") == []


@pytest.mark.parametrize("before", ["ณ ", "ระหว่าง", "โรงเรียนบ้านโคกกับ", "ได้แก่ ", "1. "])
def test_a_name_that_begins_like_no_other_counts_where_names_are_told(before: str) -> None:
    assert schools_of(f"{before}โรงเรียนกลิ้งเกลือก วันนี้")[-1] == "กลิ้งเกลือก"


@pytest.mark.parametrize(
    "clause",
    [
        "ผอ.โรงเรียนจับปากกาลงนามกัน",
        "ให้ทุกโรงเรียนแต่งตั้งครูเวร",
        "พี่เลี้ยงของโรงเรียนบรรทัดล่าง สำหรับคู่ที่ 3",
        "ทุกโรงเรียนขานรับนโยบาย",
        "สองโรงเรียนควงคู่กันมา",
        "โรงเรียนซีกเหนือ มาถึงก่อน",
        "โรงเรียนต้นสังกัดส่งตัวกลับ",
        "โรงเรียนส่วนใหญ่ เห็นด้วย",
        "โรงเรียนบางส่วน ยังไม่พร้อม",
        "โรงเรียนเกรงว่าจะสาย",
        "โรงเรียนหน้าใหม่ ลงนาม",
        "โรงเรียนรัฐ และเอกชน",
    ],
)
def test_what_begins_like_no_school_is_none(clause: str) -> None:
    assert schools_of(clause) == []


def test_a_name_like_no_other_counts_after_a_director_or_with_an_end_of_names() -> None:
    assert schools_of("ผู้อำนวยการโรงเรียนกีบหมู ลงนาม") == ["กีบหมู"]
    assert schools_of("ณ โรงเรียนเอ็กโซวิทยา วันนี้") == ["เอ็กโซวิทยา"]
    assert schools_of("ณ โรงเรียนกีบหมู (ทองคำราษฎร์วิทยา)") == ["กีบหมู (ทองคำราษฎร์วิทยา)"]


@pytest.mark.parametrize(
    "said",
    [
        "ด.ต.ณรงค์ สมมุติ ครูใหญ่ ลงนาม",
        "สมศรี มีสุข ผอ.",
        "สมศรี มีสุข ลงนาม",
        "ว่าที่ ร.ต.สมศรี มีสุข",
        "เพิ่งย้าย",
        "นักเรียน 40 คน",
        "ใกล้วัด",
        "หมู่ 3",
        "สุพรรณบุรี",
        "ได้รับรางวัล",
        "เสื้อฟ้า",
        "ต้นสังกัด",
    ],
)
def test_what_is_said_in_brackets_is_no_part_of_the_name(said: str) -> None:
    assert schools_of(f"โรงเรียนบ้านโคก ({said})") == ["บ้านโคก"]


@pytest.mark.parametrize("part", ["สิงห์ สิงหเสนี", "ดรุณศึกษา", "วันครู 2503", "คุณรสนิมิต", "ประชารัฐ", "แม่ฮวกวิทยา"])
def test_a_donor_in_brackets_is(part: str) -> None:
    assert schools_of(f"โรงเรียนบ้านโคก ({part}) ลงนาม") == [f"บ้านโคก ({part})"]


@pytest.mark.parametrize("name", ["ระยองวิทยาคมปากน้ำ", "มุกดาวิทยานุกูลฝั่งโขง", "อำนวยวิทย์กาญจนบุรี"])
def test_a_place_may_follow_an_end_of_names(name: str) -> None:
    assert schools_of(f"ณ โรงเรียน{name} วันนี้") == [name]


@pytest.mark.parametrize("rest", ["ในวิชาฟิสิกส์", "ในกลุ่มสาระ", "ในสภาพจริง", "กล่าวว่า", "แต่งตั้งครู", "แก้ไขเอกสาร", "ฝึกซ้อม"])
def test_a_name_ends_before_in_with_no_place_and_before_more_verbs(rest: str) -> None:
    assert schools_of(f"ของโรงเรียนสมมุติบ้านดาบราษฎร์{rest}") == ["สมมุติบ้านดาบราษฎร์"]
