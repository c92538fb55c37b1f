"""Step 9, the parts of a number of people, and how they are added up."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.drafting.sums import read_parts


def parts(text: str) -> list[str]:
    (count,) = [count for count in extract_text(text).counts if count.what == "attendance"]
    return count.parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผู้บริหาร จำนวน 18 คน และครู 22 คน รวมทั้งสิ้น 40 คน", ["18 ผู้บริหาร", "22 ครู"]),
        (
            "ผู้บริหารและครู จำนวน 38 โรงเรียน ๆ ละ 2 คน ครูธุรการ โรงเรียนละ 1 คน รวมทั้งสิ้น 114 คน",
            ["38 × 2 = 76 ผู้บริหารและครู", "38 × 1 = 38 ครูธุรการ"],
        ),
        ("มีผู้เข้าร่วม 30 คน แบ่งเป็น ครู 6 โรงเรียน ๆ ละ 3 คน รวม 18 คน และนักเรียน 12 คน", ["6 × 3 = 18 ครู", "12 นักเรียน"]),
        ("มีผู้เข้าร่วม 55 คน แบ่งเป็น ครู 40 คน วิทยากร 15 คน", ["40 ครู", "15 วิทยากร"]),
        ("นายสมคิด เกษดี เป็นประธาน มีครูเข้าค่าย 20 คน วิทยากร 6 คน รวม 26 คน", ["20 ครูเข้าค่าย", "6 วิทยากร"]),
    ],
)
def test_the_parts_say_who_how_often_and_how_many(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "มีผู้เข้าร่วม 40 คน",
        "ครู โรงเรียนละ 2 คน ศึกษานิเทศก์ 4 คน รวมทั้งสิ้น 40 คน",
        "ครู 90 คน ผู้ปกครอง 40 คน รวมทั้งสิ้น 40 คน",
    ],
)
def test_without_two_parts_that_can_be_added_up_there_are_none(text: str) -> None:
    assert parts(text) == []


def test_a_declaration_has_the_parts_as_they_are_told() -> None:
    assert read_parts(parts("ครู 38 โรงเรียน ๆ ละ 2 คน ศึกษานิเทศก์ 15 คน รวมทั้งสิ้น 91 คน")) == [
        {"what": "ครู", "times": 38, "each": 2},
        {"what": "ศึกษานิเทศก์", "each": 15},
    ]


def test_each_part_has_its_phrase() -> None:
    text = "ผู้บริหาร จำนวน 18 คน และครู 22 คน รวมทั้งสิ้น 40 คน"
    (count,) = extract_text(text).counts
    assert [quote.phrase for quote in count.quotes] == ["40 คน", "ผู้บริหาร จำนวน 18 คน", "ครู 22 คน"]
