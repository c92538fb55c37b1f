"""Step 8, what a paper that was signed is called."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.agreements.papers import is_only_kind

ONE, OTHER = "ระหว่างโรงเรียนบ้านโคก กับโรงเรียนบ้านนา", "ระหว่างโรงเรียนวัดสูง กับโรงเรียนวัดใต้"


def titles(text: str) -> list[str]:
    return [agreement.title for agreement in extract_text(f"วันที่ 5 มิถุนายน 2562 ลงนาม{text}").agreements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"บันทึกข้อตกลงความร่วมมือ (MOU) เรื่อง “การอ่าน” {ONE}", ["การอ่าน"]),
        (f"บันทึกข้อตกลงความร่วมมือการอ่านออกเขียนได้ {ONE}", ["บันทึกข้อตกลงความร่วมมือการอ่านออกเขียนได้"]),
        (f"ข้อตกลงขับเคลื่อนโครงการรโรงเรียนคุณภาพ {ONE}", ["ข้อตกลงขับเคลื่อนโครงการโรงเรียนคุณภาพ"]),
        (f"บันทึกข้อตกลง “การอ่าน” จำนวน 2 ฉบับ {ONE} 1 ฉบับ และ{OTHER} อีก 1 ฉบับ", ["การอ่าน", "การอ่าน"]),
        (f"บันทึกข้อตกลง “การอ่าน” {ONE} พร้อมกับบันทึกข้อตกลง {OTHER}", ["การอ่าน", "บันทึกข้อตกลง"]),
        (f"บันทึกข้อตกลง “การอ่าน” {ONE} พร้อมกับบันทึกข้อตกลง “การเขียน” {OTHER}", ["การอ่าน", "การเขียน"]),
    ],
)
def test_each_paper_has_the_title_that_is_told_of_it(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize("title", ["MOU", "บันทึกข้อตกลง", "บันทึกข้อตกลงความร่วมมือ (MOU)", "บันทึกความร่วมมือ", "ข้อตกลงร่วมกัน"])
def test_the_kind_of_a_paper_is_no_title(title: str) -> None:
    assert is_only_kind(title)


@pytest.mark.parametrize("title", ["การอ่าน", "บันทึกข้อตกลงความร่วมมือการอ่าน", "MOU 3 ฝ่าย"])
def test_what_it_is_about_makes_a_title(title: str) -> None:
    assert not is_only_kind(title)
