"""Step 5 and 6: who holds which post where, and mentions of the same brought together."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.coreference import one_edit_apart
from graphmou.extract.truth import hold_to_text


def posts(text: str) -> list[tuple[str, str, str, str]]:
    found = extract_text(text)
    names = {
        one.id: one.name
        for kind in (found.people, found.offices, found.schools, found.organisations, found.groups)
        for one in kind
    }
    return [(names[p.person], p.title, names.get(p.organisation, ""), p.status) for p in found.positions]


A = "โรงเรียนบ้านโคก"
B = "โรงเรียนบ้านนา"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายสมคิด เกษดี ผู้อำนวยการโรงเรียนบ้านโคก", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("ไพโรจน์ พรมดี รก.ผอ.ร.ร.บ้านโคก", [("ไพโรจน์ พรมดี", "ผู้อำนวยการ", A, "acting")]),
        ("นายมานะ อักษรดี อดีตผู้อำนวยการโรงเรียนบ้านโคก", [("มานะ อักษรดี", "ผู้อำนวยการ", A, "former")]),
        ("ผู้อำนวยการโรงเรียนบ้านโคก (นายสมคิด เกษดี)", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("โรงเรียนบ้านโคก โดย นายสมคิด เกษดี ผู้อำนวยการ", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("โรงเรียนบ้านโคก โดย ผอ.สมคิด เกษดี", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        (
            "นายมานพ คงดี นายประสิทธิ์ พิเศษ และนางวิไล ใจงาม รอง ผอ.รร.บ้านโคก",
            [(name, "รองผู้อำนวยการ", A, "current") for name in ("มานพ คงดี", "ประสิทธิ์ พิเศษ", "วิไล ใจงาม")],
        ),
        (
            "นายมานพ คงดี รองผู้อำนวยการโรงเรียนบ้านโคก รักษาการในตำแหน่งผู้อำนวยการโรงเรียนบ้านนา",
            [("มานพ คงดี", "รองผู้อำนวยการ", A, "current"), ("มานพ คงดี", "ผู้อำนวยการ", B, "acting")],
        ),
        ("นางวิไล ใจงาม ครูชำนาญการพิเศษโรงเรียนบ้านโคก", [("วิไล ใจงาม", "ครู", A, "current")]),
        (
            "นายสมพร พูลผล นายกเทศมนตรีตำบลคลองใหญ่",
            [("สมพร พูลผล", "นายกเทศมนตรี", "เทศบาลตำบลคลองใหญ่", "current")],
        ),
        ("นายสมพร พูลผล ผู้ว่าราชการจังหวัดขอนแก่น", [("สมพร พูลผล", "ผู้ว่าราชการจังหวัดขอนแก่น", "", "current")]),
        ("นายสมคิด เกษดี เป็นประธานในพิธี และนางวิไล ใจงาม เป็นวิทยากร", []),
    ],
)
def test_posts(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_a_chair_of_a_group_holds_the_post_at_the_group() -> None:
    text = "เครือข่ายโรงเรียนเวียงทอง นำโดยนายพีระ โสภา ประธานเครือข่าย ในฐานะผู้อำนวยการโรงเรียนบ้านโคก"
    assert posts(text) == [
        ("พีระ โสภา", "ประธานเครือข่าย", "เครือข่ายโรงเรียนเวียงทอง", "current"),
        ("พีระ โสภา", "ผู้อำนวยการ", A, "current"),
    ]


def test_a_head_of_a_unit_is_understood_to_be_of_the_office_that_holds_the_meeting() -> None:
    text = "สพป.น่าน เขต 1 จัดประชุม โดยมี ดร.เสนา กรแก้ว ผู้อำนวยการกลุ่มนิเทศติดตามและประเมินผล กล่าวรายงาน"
    assert posts(text) == [
        ("เสนา กรแก้ว", "ผู้อำนวยการกลุ่มนิเทศติดตามและประเมินผล", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1", "current")
    ]


def test_two_spellings_of_a_director_are_one_person() -> None:
    found = extract_text("เฉลิมพร ราศรีดี ผอ.ร.ร.บ้านโคก\nขอขอบคุณ นางเฉลิมพร ราศีดี ผู้อำนวยการโรงเรียนบ้านโคก")
    assert [(person.name, person.variants) for person in found.people] == [("เฉลิมพร ราศรีดี", ["เฉลิมพร ราศีดี"])]
    assert [warning.kind for warning in found.warnings if warning.kind == "spelling-variants"] == ["spelling-variants"]


def test_namesakes_at_two_schools_stay_two_people() -> None:
    found = extract_text("นายสมคิด เกษดี ผอ.รร.บ้านโคก และนายสมคิด เกษด ผอ.รร.บ้านนา")
    assert len(found.people) == 2


def test_schools_never_merge_by_similarity() -> None:
    found = extract_text("โรงเรียนบ้านหนองแวง และโรงเรียนบ้านหนองแวก")
    assert len(found.schools) == 2


def test_blanks_and_brackets_make_no_second_school() -> None:
    found = extract_text("โรงเรียนวัดทุ่งเพล (เพ็ชร์วิทยา) และ โรงเรียนวัดทุ่งเพล(เพ็ชร์วิทยา)")
    assert [school.name for school in found.schools] == ["โรงเรียนวัดทุ่งเพล (เพ็ชร์วิทยา)"]


def test_a_short_form_of_an_office_is_the_office() -> None:
    found = extract_text("สพป.น่าน เขต 1 ประชุม ส่งให้ สพป.น่าน เขต ตามกำหนด")
    assert [office.name for office in found.offices] == ["สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"]
    assert "probable-typo" in {warning.kind for warning in found.warnings}


@pytest.mark.parametrize(
    ("first", "second", "near"), [("กข", "กข", True), ("กขค", "กค", True), ("กขค", "กงค", True), ("กข", "ขก", False)]
)
def test_one_edit_apart(first: str, second: str, near: bool) -> None:
    assert one_edit_apart(first, second) is near


def test_a_post_outside_the_network_stands_up_to_the_text() -> None:
    text = "นายสมพร พูลผล นายอำเภอปัว"
    held = hold_to_text(extract_text(text), text)
    assert (held.refused, [(one.title, one.organisation) for one in held.findings.positions]) == (
        [],
        [("นายอำเภอปัว", "")],
    )
