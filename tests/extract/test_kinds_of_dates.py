"""Step 4 on the many ways officers write what a date is for: made-up sentences, each with every date and its kind."""

from __future__ import annotations

import pytest

from graphmou.extract.moments import find_moments

SIGNED = "เมื่อวันที่ 10 มีนาคม 2566 มีพิธีลงนาม "
EVENT = ("2023-03-10", "event")


def dates(text: str) -> list[tuple[str, str]]:
    return [(moment.date, moment.kind) for moment in find_moments(text)]


@pytest.mark.parametrize(
    ("told", "date", "kind"),
    [
        ("โดยจะติดตามผลร่วมกันในเดือนสิงหาคม 2566", "2023-08", "planned"),
        ("ให้ทุกโรงเรียนส่งแผนภายในวันที่ 31 มีนาคม 2566", "2023-03-31", "planned"),
        ("ทั้งสองฝ่ายกำหนดประชุมอีกครั้งวันที่ 2 พฤษภาคม 2566", "2023-05-02", "planned"),
        ("คาดว่าจะขยายผลได้ในปี พ.ศ. 2567", "2024", "planned"),
        ("โรงเรียนก่อตั้งขึ้นเมื่อปี พ.ศ. 2480", "1937", "past"),
        ("ฉบับแรกลงนามไปเมื่อวันที่ 4 มีนาคม 2563", "2020-03-04", "past"),
        ("ซึ่งลงนามไว้เมื่อปี 2563 แล้วสิ้นสุดลง", "2020", "past"),
        ("และเปิดสอนมาตั้งแต่ปี 2555", "2012", "past"),
        ("หลังหารือกันเมื่อเดือนมกราคมที่ผ่านมา", "2023-01", "past"),
        ("ข้อตกลงมีผลตั้งแต่วันลงนาม และสิ้นสุดในวันที่ 9 มีนาคม 2569", "2026-03-09", "term"),
        ("ใช้ได้ 3 ปี ถึงวันที่ 9 มีนาคม 2569", "2026-03-09", "term"),
        ("มีอายุตั้งแต่เดือนเมษายน 2566 ถึงเดือนมีนาคม 2569", "2023-04/2026-03", "term"),
        ("บันทึกข้อตกลงหมดอายุวันที่ 9 มีนาคม 2569", "2026-03-09", "term"),
        ("ตามระเบียบว่าด้วยการบริหาร พ.ศ. 2546", "2003", "law"),
        ("ตาม พ.ร.บ.การศึกษาแห่งชาติ พ.ศ. 2542", "1999", "law"),
        ("ใช้หลักสูตรแกนกลางการศึกษาขั้นพื้นฐาน พุทธศักราช 2551", "2008", "law"),
        ("ตามแผนปฏิบัติราชการ พ.ศ. 2566 - 2570", "2023/2027", "policy"),
        ("สนองนโยบายของ สพฐ. ปี 2566", "2023", "policy"),
        ("รวม 2 ปีการศึกษา (2566-2567)", "2023/2024", "academic_year"),
        ("ใช้เงินปีงบประมาณ 2566", "2022-10-01/2023-09-30", "fiscal_year"),
    ],
)
def test_what_is_told_beside_a_date_says_what_it_is_for(told: str, date: str, kind: str) -> None:
    assert dates(SIGNED + told) == [EVENT, (date, kind)]


@pytest.mark.parametrize(
    "published",
    [
        "บันทึกข้อความ\nที่ สพ 118/2566 วันที่ 13 มีนาคม 2566\n",
        "รายการวิทยุ\nออกอากาศวันจันทร์ที่ 13 มีนาคม 2566 เวลา 08.00 น.\n",
        "ที่ ศธ 04123/456 13 มีนาคม 2566\n",
        "สพม.สมมุติ | 13 มีนาคม 2566\n\n",
        "โพสต์เมื่อ 13 มีนาคม 2566\n",
        "เผยแพร่วันที่ 13 มีนาคม 2566\n",
    ],
)
def test_the_day_of_a_letter_or_broadcast_is_that_of_publishing(published: str) -> None:
    assert dates(published + SIGNED + "กัน") == [("2023-03-13", "published"), EVENT]


def test_the_month_of_an_issue_is_that_of_publishing() -> None:
    assert dates("จดหมายข่าว ฉบับที่ 3 เดือนเมษายน 2566\n" + SIGNED) == [("2023-04", "published"), EVENT]


def test_what_an_office_calls_today_is_the_day_of_the_report() -> None:
    text = "ตามที่กำหนดจัดพิธีลงนามในวันที่ 4 ธ.ค. 66 นั้น ขอเลื่อนออกไปก่อน\nวันนี้ 3 ธ.ค. 66 นักเรียนปลูกป่า"
    assert dates(text) == [("2023-12-04", "planned"), ("2023-12-03", "event")]


def test_last_wednesday_is_the_day_of_the_report() -> None:
    assert dates("เมื่อวันพุธที่ผ่านมา 12 มิถุนายน 2567 มีพิธีลงนาม") == [("2024-06-12", "event")]


def test_days_without_their_year_are_uncertain() -> None:
    moments = find_moments(SIGNED + "และจะอบรมครูวันที่ 5-6 เมษายน ที่เดิม")
    assert [(one.date, one.kind, one.uncertain) for one in moments[1:]] == [("2023-04-05/2023-04-06", "planned", True)]
