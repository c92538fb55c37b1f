"""Step 9: numbers written as words, and sums over rows."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.text.number_words import number_of


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("สี่", 4),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบห้า", 25),
        ("หกสิบ", 60),
        ("หนึ่งร้อยยี่สิบ", 120),
        ("ร้อย", 100),
        ("1,250", 1250),
    ],
)
def test_the_number_that_words_say(written: str, number: int) -> None:
    assert number_of(written) == number


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("มีผู้เข้าร่วมประชุมหกสิบคน", [("attendance", 60)]),
        ("ผู้เข้าร่วมงานจำนวนหนึ่งร้อยยี่สิบคน", [("attendance", 120)]),
        ("โรงเรียนบ้านโคก เป็นแม่ข่าย มีโรงเรียนลูกข่ายสี่แห่ง", [("partners", 4)]),
        ("มีโรงเรียนเข้าร่วมลงนามสิบสองโรงเรียน", [("schools", 12)]),
        ("มีการลงนามบันทึกข้อตกลงจำนวนสามฉบับ", [("agreements", 3)]),
        ("กลุ่มโรงเรียนลำน้ำน่าน มีสมาชิกแปดโรงเรียน", [("members", 8)]),
        ("สองโรงเรียนนี้ลงนามร่วมกัน", []),
        ("ลงนามกันทั้งสองฉบับ", []),
        ("ผู้บริหาร 9 คน\nครู 20 คน\nรวม 29 คน", [("attendance", 29)]),
        ("ผู้บริหาร 9 คน\nครู 20 คน\nรวม 35 คะแนน", []),
    ],
)
def test_counts_in_words_and_below_their_parts(text: str, counts: list[tuple[str, int]]) -> None:
    assert [(one.what, one.count) for one in extract_text(text).counts] == counts
