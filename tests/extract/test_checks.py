"""Step 9 and 10: declared numbers, and what a reviewer must look at."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text


def counts(text: str) -> list[tuple[str, int]]:
    return [(count.what, count.count) for count in extract_text(text).counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("สถานศึกษาร่วมพัฒนา จำนวน 11 แห่ง", [("partners", 11)]),
        ("โรงเรียนเครือข่าย จำนวน 4 โรงเรียน", [("partners", 4)]),
        ("กลุ่มโรงเรียนเขาสมิง 2 มีสมาชิก 7 โรงเรียน", [("members", 7)]),
        ("ลงนามข้อตกลง จำนวน 2 ฉบับ", [("agreements", 2)]),
        ("ผู้บริหาร 18 คน ครู 22 คน รวมทั้งสิ้น 40 คน", [("attendance", 40)]),
        ("ต้องมีสถานศึกษาร่วมพัฒนาอย่างน้อย 3 แห่ง", []),
        ("โรงเรียนละ 2 คน นักเรียน 912 คน", []),
        ("มีสถานศึกษา 12 แห่ง ได้แก่ แกนนำ จำนวน 1 แห่ง และสถานศึกษาร่วมพัฒนา 11 แห่ง", [("partners", 11)]),
    ],
)
def test_declared_numbers(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


def kinds(text: str) -> set[str]:
    return {warning.kind for warning in extract_text(text).warnings} - {"no-agreement"}


def test_a_number_that_differs_from_the_names_is_told_with_its_place() -> None:
    text = "โรงเรียนเครือข่าย จำนวน 3 โรงเรียน ได้แก่ โรงเรียนบ้านโคก และโรงเรียนบ้านนา"
    warning = next(one for one in extract_text(text).warnings if one.kind == "declared-count")
    assert text[warning.quote.start : warning.quote.end] == warning.quote.phrase
    assert "3" in warning.message
    assert "2" in warning.message_th


def test_a_number_that_agrees_with_the_names_is_not_told() -> None:
    assert kinds("โรงเรียนเครือข่าย จำนวน 2 โรงเรียน ได้แก่\n1. โรงเรียนบ้านโคก\n2. โรงเรียนบ้านนา") == set()


def test_a_headcount_that_does_not_add_up_says_how_it_was_made() -> None:
    text = "ผู้บริหารและครู จำนวน 38 โรงเรียน ๆ ละ 2 คน ครู โรงเรียนละ 1 คน ศึกษานิเทศก์ 15 คน รวมทั้งสิ้น 135 คน"
    warning = next(one for one in extract_text(text).warnings if one.kind == "headcount")
    assert "76 + 38 + 15 = 129" in warning.message


def test_a_headcount_that_adds_up_is_not_told() -> None:
    assert "headcount" not in kinds("ผู้บริหาร 18 คน ครู 18 คน และศึกษานิเทศก์ 4 คน รวมทั้งสิ้น 40 คน")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("พัฒนาครู และและพัฒนาผู้เรียน", "probable-typo"),
        ("โรงเรียนบางปะกงวิทยา โรงเรียนบางปะกงวิทยา โรงเรียนบางประกงวิทยา", "spelling-variants"),
        ("พิธีมีขึ้นเมื่อวันที่ 17 พฤษภาคม ข่าว 20 พฤษภาคม 2567", "uncertain-date"),
    ],
)
def test_other_warnings(text: str, kind: str) -> None:
    assert kind in kinds(text)
