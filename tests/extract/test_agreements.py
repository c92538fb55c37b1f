"""Step 7 and 8: who mentors whom, and which agreements a text reports between whom."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.findings import Findings


def names_of(found: Findings) -> dict[str, str]:
    return {
        one.id: one.name.removeprefix("โรงเรียน")
        for kind in (found.people, found.offices, found.schools, found.organisations, found.groups)
        for one in kind
    }


def sides(text: str) -> list[set[str]]:
    found = extract_text(text)
    names = names_of(found)
    return [{names[party.id] for party in agreement.parties} for agreement in found.agreements]


def pairs(text: str) -> list[tuple[str, str, str]]:
    found = extract_text(text)
    names = names_of(found)
    return [(names[one.mentor], names[one.partner], one.basis) for one in found.mentoring]


OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "พิธีลงนามบันทึกข้อตกลง ระหว่างโรงเรียนบ้านโคก กับโรงเรียนบ้านนา และโรงเรียนบ้านดง",
            [{"บ้านโคก", "บ้านนา", "บ้านดง"}],
        ),
        ("โรงเรียนบ้านโคก ได้ทำบันทึกข้อตกลงความร่วมมือกับโรงเรียนบ้านนา", [{"บ้านโคก", "บ้านนา"}]),
        ("โรงเรียนบ้านโคก ร่วมกับ อบต.ขึ่ง ลงนาม MOU", [{"บ้านโคก", "องค์การบริหารส่วนตำบลขึ่ง"}]),
        (
            "นายหนึ่ง ใจดี ผอ.รร.บ้านโคก และนางสอง ใจงาม ผอ.รร.บ้านนา ร่วมลงนามบันทึกความร่วมมือ",
            [{"บ้านโคก", "บ้านนา"}],
        ),
        (
            "พิธีลงนาม MOU ระหว่าง 2 ฝ่าย ได้แก่\n🔸 โรงเรียนบ้านโคก\n🔸 วัดโคก\n\n🎉 สพป.น่าน เขต 1 ยินดี",
            [{"บ้านโคก", "วัดโคก"}],
        ),
        (
            "คู่สัญญา ประกอบด้วย\n1.1 เทศบาลเมืองทุ่งสง ผู้ลงนาม นายหนึ่ง ใจดี\n1.2 โรงเรียนบ้านโคก",
            [{"เทศบาลเมืองทุ่งสง", "บ้านโคก"}],
        ),
        (
            "ลงนามข้อตกลง 2 ฉบับ ระหว่าง สพป.น่าน เขต 1 กับโรงเรียนบ้านโคก 1 ฉบับ "
            "และระหว่างโรงเรียนบ้านโคก กับโรงเรียนบ้านนา อีก 1 ฉบับ",
            [{OFFICE, "บ้านโคก"}, {"บ้านโคก", "บ้านนา"}],
        ),
        (
            "ลงนามบันทึกข้อตกลงระหว่างโรงเรียนคู่พัฒนา 2 คู่ (2 ฉบับ) ดังนี้\n"
            "คู่ที่ 1 โรงเรียนบ้านโคก - โรงเรียนบ้านนา\nคู่ที่ 2 โรงเรียนบ้านดง - โรงเรียนบ้านสวน",
            [{"บ้านโคก", "บ้านนา"}, {"บ้านดง", "บ้านสวน"}],
        ),
        (
            "โรงเรียนบ้านโคก โรงเรียนบ้านดง และโรงเรียนบ้านนา ประชุม\nโรงเรียนทั้ง 3 แห่ง ได้ลงนามบันทึกข้อตกลงความร่วมมือ",
            [{"บ้านโคก", "บ้านดง", "บ้านนา"}],
        ),
    ],
)
def test_the_sides_of_an_agreement(text: str, expected: list[set[str]]) -> None:
    assert sides("เมื่อวันที่ 5 มิถุนายน 2566 " + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "โรงเรียนบ้านโคก จะลงนามบันทึกข้อตกลงกับโรงเรียนบ้านนา",
        "โรงเรียนบ้านโคก หารือแนวทางการจัดทำบันทึกข้อตกลงกับโรงเรียนบ้านนา",
        "ก่อนหน้านี้ โรงเรียนบ้านโคก ได้ลงนามบันทึกข้อตกลงกับโรงเรียนบ้านนา",
        "ครูโรงเรียนบ้านโคก ลงนามข้อตกลงในการพัฒนางาน (PA) กับโรงเรียนบ้านนา",
        "โรงเรียนบ้านโคก และโรงเรียนบ้านนา ลงนามถวายพระพร",
        "โรงเรียนบ้านโคก และโรงเรียนบ้านนา ประชุมร่วมกัน",
        "ขอเชิญร่วมพิธีลงนาม MOU ระหว่างโรงเรียนบ้านโคก กับโรงเรียนบ้านนา วันที่ 8 มิถุนายน 2567",
    ],
)
def test_what_is_planned_recalled_or_something_else_is_no_agreement(text: str) -> None:
    found = extract_text(text)
    assert found.agreements == []
    assert "no-agreement" in {warning.kind for warning in found.warnings}


def test_an_office_that_convenes_oversees_and_is_no_side() -> None:
    text = (
        "เมื่อวันที่ 5 มิถุนายน 2566 นายหนึ่ง ใจดี ผอ.สพป.น่าน เขต 1 เป็นประธานในพิธีลงนามบันทึกข้อตกลง ระหว่าง"
        "โรงเรียนบ้านโคก กับโรงเรียนบ้านนา โดยมีนางสอง ใจงาม รอง ผอ.สพป.น่าน เขต 1 เป็นพยาน มีระยะเวลา ปี พ.ศ. 2566 - 2568"
    )
    found = extract_text(text)
    names = names_of(found)
    (agreement,) = found.agreements
    assert [names[office] for office in agreement.overseen_by] == [OFFICE]
    assert [names[person] for person in agreement.witnesses] == ["สอง ใจงาม"]
    assert (agreement.signed_on, agreement.starts, agreement.ends) == ("2023-06-05", "2023", "2025")


def test_a_school_s_own_office_beside_it_is_no_side() -> None:
    assert sides("โรงเรียนบ้านโคก สังกัด สพป.น่าน เขต 1 ลงนาม MOU กับโรงเรียนบ้านนา") == [{"บ้านโคก", "บ้านนา"}]


def test_sides_without_a_name_become_a_count() -> None:
    found = extract_text("เทศบาลเมืองทุ่งสง ลงนามบันทึกข้อตกลงกับโรงเรียนบ้านโคกและสถานศึกษาในพื้นที่อีก 4 แห่ง")
    assert found.agreements[0].unnamed_parties == 4
    assert {"unnamed-parties", "declared-count"} <= {warning.kind for warning in found.warnings}


def test_a_range_is_never_a_day_of_signing() -> None:
    found = extract_text("ระหว่างวันที่ 2 - 4 ธ.ค. 65 โรงเรียนบ้านโคก ทำบันทึกข้อตกลงความร่วมมือกับโรงเรียนบ้านนา")
    assert found.agreements[0].signed_on is None


def test_item_numbers_stand_for_names() -> None:
    text = (
        "จัดพิธีลงนามบันทึกข้อตกลง เมื่อวันที่ 18 กุมภาพันธ์ 2564 จำนวน 2 ฉบับ ดังนี้\nลำดับที่ 1 โรงเรียนบ้านโคก (แกนนำ)\n"
        "ลำดับที่ 2 โรงเรียนบ้านนา (แกนนำ)\nลำดับที่ 3 โรงเรียนบ้านดง\nลำดับที่ 4 โรงเรียนบ้านสวน\nลำดับที่ 5 โรงเรียนบ้านไร่\n\n"
        "ฉบับที่ 1 ลำดับที่ 1 เป็นแกนนำ ร่วมพัฒนากับลำดับที่ 3 ถึงลำดับที่ 4\nฉบับที่ 2 ลำดับที่ 2 เป็นแกนนำ ร่วมพัฒนากับลำดับที่ 5"
    )
    assert sides(text) == [{"บ้านโคก", "บ้านดง", "บ้านสวน"}, {"บ้านนา", "บ้านไร่"}]
    assert [pair[:2] for pair in pairs(text)] == [("บ้านโคก", "บ้านดง"), ("บ้านโคก", "บ้านสวน"), ("บ้านนา", "บ้านไร่")]


def test_as_many_days_as_agreements_in_a_line_are_one_each() -> None:
    text = (
        "เมื่อวันที่ 3 มีนาคม 2566 โรงเรียนบ้านโคก ลงนาม MOU กับวิทยาลัยเทคนิคน่าน และเมื่อวันที่ 10 มีนาคม 2566 "
        "โรงเรียนบ้านโคก ลงนาม MOU กับโรงพยาบาลน่าน"
    )
    assert [one.signed_on for one in extract_text(text).agreements] == ["2023-03-03", "2023-03-10"]


def test_a_day_that_begins_its_line_is_the_day_of_what_the_line_tells() -> None:
    text = "1 มี.ค. 66 โรงเรียนบ้านนา จัดกีฬาสี\n\n3 มี.ค. 66 โรงเรียนบ้านโคก ลงนาม MOU กับวิทยาลัยเทคนิคน่าน"
    assert [one.signed_on for one in extract_text(text).agreements] == ["2023-03-03"]
