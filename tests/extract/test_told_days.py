"""The day of a signing that is only counted, or told without its month: made-up sentences of newsletters."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text

SIGNED = "โรงเรียนบ้านโคก ลงนามบันทึกข้อตกลงความร่วมมือ (MOU) กับโรงเรียนบ้านนา"


def signed_on(text: str) -> list[str | None]:
    return [one.signed_on for one in extract_text(text + "\n").agreements]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"เมื่อวันที่ 3 – 4 ธันวาคม 2566 มีการประชุม ณ โรงเรียนบ้านโคก โดยในวันแรก {SIGNED}", "2023-12-03"),
        (f"วันที่ 3-4 ธันวาคม 2566 สพป.น่าน เขต 1 จัดอบรมครู โดยวันสุดท้าย {SIGNED}", "2023-12-04"),
        (f"วันที่ 3-5 ธันวาคม 2566 สพป.น่าน เขต 1 จัดอบรมครู\nวันที่สองของการอบรม {SIGNED}", "2023-12-04"),
        (f"วันที่ 3 ธันวาคม 2566 สพป.น่าน เขต 1 จัดอบรมครู วันต่อมา {SIGNED}", "2023-12-04"),
        (f"วันที่ 3 ธันวาคม 2566 สพป.น่าน เขต 1 จัดอบรมครู\nรุ่งขึ้น {SIGNED}", "2023-12-04"),
    ],
)
def test_a_signing_is_on_the_day_that_the_text_counts(text: str, day: str) -> None:
    assert signed_on(text) == [day]


def test_a_day_counted_after_the_signing_is_not_its_day() -> None:
    assert signed_on(f"วันที่ 3 ธันวาคม 2566 {SIGNED} วันต่อมา ครูเข้าอบรม") == ["2023-12-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"ข่าว\nโพสต์เมื่อ 24 ธ.ค. 2567\n\n{SIGNED} เมื่อวันศุกร์ที่ 20 ที่ผ่านมา ณ ลานกิจกรรม", "2024-12-20"),
        (f"ข่าว\nโพสต์เมื่อ 3 ม.ค. 2567\n\n{SIGNED} เมื่อวันศุกร์ที่ 29 ที่ผ่านมา ณ ลานกิจกรรม", "2023-12-29"),
        (f"ข่าว\nโพสต์เมื่อ 3 ม.ค. 2567\n\nเมื่อวันที่ 20 เดือนที่แล้ว {SIGNED} ณ ลานกิจกรรม", "2023-12-20"),
        (f"จดหมายข่าว เดือนมีนาคม 2566\n{SIGNED} เมื่อวันที่ 10 ที่ผ่านมา", "2023-03-10"),
    ],
)
def test_a_day_that_has_passed_is_the_last_one_of_its_number(text: str, day: str) -> None:
    assert signed_on(text) == [day]


@pytest.mark.parametrize("dateline", ["สระบุรี, 10 กรกฎาคม 2566 –", "กรุงเทพฯ (10 ก.ค. 66) –", "น่าน - 10 ก.ค. 66 :"])
def test_a_day_told_below_a_dateline_is_the_one_reported(dateline: str) -> None:
    found = extract_text(f"{dateline} {SIGNED} โดยพิธีจัดขึ้นเมื่อวันที่ 4 กรกฎาคม 2566\n")
    assert {one.date: one.kind for one in found.dates} == {"2023-07-10": "published", "2023-07-04": "event"}
    assert [one.signed_on for one in found.agreements] == ["2023-07-04"]


@pytest.mark.parametrize("dateline", ["สระบุรี, 10 กรกฎาคม 2566 –", "น่าน (10 ก.ค. 66) – วันนี้"])
def test_a_dateline_alone_is_the_day_reported(dateline: str) -> None:
    assert signed_on(f"{dateline} {SIGNED} หลังหารือเมื่อวันที่ 4 กรกฎาคม 2566") == ["2023-07-10"]


@pytest.mark.parametrize(
    ("told", "day", "kind"),
    [
        ("สนใจสมัครได้ถึง 31 มี.ค. 66", "2023-03-31", "planned"),
        ("เปิดเทอม 16 พ.ค. 66", "2023-05-16", "planned"),
        ("ตั้งแต่ 16 พ.ค. 66 นักเรียนจะมาเรียนรวม", "2023-05-16", "planned"),
        ("12 มี.ค. 66 / ทีมข่าว", "2023-03-12", "published"),
    ],
)
def test_the_last_line_tells_the_posting_or_what_is_to_come(told: str, day: str, kind: str) -> None:
    found = extract_text(f"วันที่ 10 มีนาคม 2566 {SIGNED}\n\n{told}\n")
    assert (day, kind) in [(one.date, one.kind) for one in found.dates]


@pytest.mark.parametrize(
    "text",
    [
        f"เดิมกำหนดลงนามวันที่ 1 มี.ค. 66 แต่ฝนตกหนัก จึงเลื่อนมาเป็นวันที่ 10 มี.ค. 66 {SIGNED} เรียบร้อย",
        f"พิธีลงนามซึ่งเลื่อนมาจากวันที่ 1 มี.ค. 66 จัดขึ้นวันที่ 10 มี.ค. 66 {SIGNED}",
    ],
)
def test_a_ceremony_that_was_put_off_to_the_day_of_the_report_took_place(text: str) -> None:
    kinds = {one.date: one.kind for one in extract_text(text + "\n").dates}
    assert kinds == {"2023-03-01": "planned", "2023-03-10": "event"}


def test_one_of_several_agreements_has_the_day_told_of_it_alone() -> None:
    told = (
        "วันที่ 5 กรกฎาคม 2566 สพป.น่าน เขต 2 จัดพิธีลงนามบันทึกข้อตกลงความร่วมมือ โดยลงนามเป็นคู่ คู่ละ 1 ฉบับ คือ\n"
        "คู่ที่ 1 โรงเรียนบ้านโคก กับโรงเรียนบ้านนา\n"
        "คู่ที่ 2 โรงเรียนบ้านดง กับโรงเรียนบ้านดอน\n\n"
        "เฉพาะคู่ที่ 2 ได้ลงนามในวันที่ 12 กรกฎาคม 2566 ที่โรงเรียนบ้านดง"
    )
    assert [one.signed_on for one in extract_text(told).agreements] == ["2023-07-05", "2023-07-12"]
