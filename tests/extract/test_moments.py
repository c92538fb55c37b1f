"""Step 4: dates, their ISO text and their kind."""

from __future__ import annotations

import pytest

from graphmou.extract.dates.moments import find_moments


def dates(text: str) -> list[tuple[str, str]]:
    return [(moment.date, moment.kind) for moment in find_moments(text)]


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        ("24 มกราคม 2565", "2022-01-24", "event"),
        ("วันพุธที่ 10 กุมภาพันธ์ พ.ศ. 2564", "2021-02-10", "event"),
        ("15 ธัน วาคม 2565", "2022-12-15", "event"),
        ("20 มค. 66", "2023-01-20", "event"),
        ("10 March 2023", "2023-03-10", "event"),
        ("3สิงหาคม2564", "2021-08-03", "event"),
        ("16 ส.ค. 66", "2023-08-16", "event"),
        ("(10/11/2566)", "2023-11-10", "event"),
        ("5 - 6 กุมภาพันธ์ 2565", "2022-02-05/2022-02-06", "event"),
        ("วันที่ 25 ถึง 26 มกราคม 2567", "2024-01-25/2024-01-26", "event"),
        ("ตั้งแต่วันที่ 1 กุมภาพันธ์ 2566 ถึงวันที่ 31 มกราคม 2569", "2023-02-01/2026-01-31", "term"),
        ("ตั้งแต่เดือนพฤศจิกายน 2565 ถึงเดือนตุลาคม 2567", "2022-11/2024-10", "term"),
        ("มีระยะเวลา ระหว่าง ปี พ.ศ. 2564 ถึง ปี พ.ศ. 2566", "2021/2023", "term"),
        ("ภาคเรียนที่ 2 ปีการศึกษา 2564", "2021", "academic_year"),
        ("ปีการศึกษา 2565 - 2566", "2022/2023", "academic_year"),
        ("ปีงบประมาณ พ.ศ. 2564", "2020-10-01/2021-09-30", "fiscal_year"),
        ("กฎกระทรวงการประกันคุณภาพ พ.ศ. 2561", "2018", "law"),
        ("ยุทธศาสตร์ชาติ พ.ศ. 2561 – 2580", "2018/2037", "policy"),
        ("ประกาศกระทรวง ลงวันที่ 20 พฤษภาคม 2564", "2021-05-20", "law"),
        ("หลักเกณฑ์ตามหนังสือ ก.ค.ศ. ลงวันที่ 20 พฤษภาคม 2564", "2021-05-20", "law"),
        ("ตามหนังสือ ที่ ศธ 04027/ว 1890 ลงวันที่ 20 พฤษภาคม 2564", "2021-05-20", "past"),
        ("ตามบันทึกข้อตกลงเลขที่ 3/2564 ลงวันที่ 20 พฤษภาคม 2564", "2021-05-20", "past"),
        ("แผนการบริหารจัดการโรงเรียนขนาดเล็ก ปี 2562-2565", "2019/2022", "policy"),
        ("แถลงข่าวแผนดำเนินงาน ปี 2567 - 2570", "2024/2027", "policy"),
        ("ซึ่งทำไว้ตั้งแต่วันที่ 14 ก.พ. 65", "2022-02-14", "past"),
        ("เมื่อวันพุธที่ 25 Jan 2023", "2023-01-25", "event"),
        ("held on January 25, 2023", "2023-01-25", "event"),
        ("Posted 27 Jan 2023 by English Program", "2023-01-27", "published"),
        ("MOU มีผล 1st June 2024 ถึง 31st May 2026", "2024-06-01/2026-05-31", "term"),
        ("เริ่มในปีการศึกษา 2568 และสิ้นสุดในปีการศึกษา 2570", "2025/2027", "academic_year"),
        ("มีผล 2 ปีการศึกษา คือ 2567 และ 2568", "2024/2025", "academic_year"),
        ("ข้อตกลงนี้ใช้ถึงสิ้นปี 2570", "2027", "term"),
    ],
)
def test_a_date_has_its_iso_text_and_its_kind(text: str, date: str, kind: str) -> None:
    assert dates(text) == [(date, kind)]


def test_an_impossible_day_is_no_date() -> None:
    assert dates("30 กุมภาพันธ์ 2565") == []


def test_later_days_are_planned_and_earlier_ones_past() -> None:
    text = "เมื่อวันที่ 8 มีนาคม 2566 มีการประชุม ตามที่ประชุมเมื่อวันที่ 1 มีนาคม 2566 และจะพบกันวันที่ 25 เมษายน 2566 อีก"
    assert [kind for _, kind in dates(text)] == ["event", "past", "planned"]


def test_a_day_alone_in_the_last_line_is_that_of_publishing() -> None:
    text = "เมื่อวันที่ 29 ก.พ. 2567 มีพิธีลงนาม\n\nสำนักข่าวท้องถิ่น\n4 มีนาคม 2567"
    assert dates(text) == [("2024-02-29", "event"), ("2024-03-04", "published")]


def test_every_heading_of_a_digest_is_a_day_of_its_own() -> None:
    text = "สรุปข่าว\n▶ จันทร์ 7 ส.ค. 66\n ลงนาม\n▶ อังคาร 8 ส.ค. 66\n ประชุม"
    assert [kind for _, kind in dates(text)] == ["event", "event"]


def test_a_day_without_its_year_takes_it_from_the_text() -> None:
    moments = find_moments("พิธีมีขึ้นเมื่อวันที่ 17 พฤษภาคม\nข่าว 20 พฤษภาคม 2567")
    assert (moments[0].date, moments[0].uncertain) == ("2024-05-17", True)


def test_an_invitation_is_to_what_is_planned() -> None:
    assert dates("ขอเชิญร่วมพิธีลงนาม วันเสาร์ที่ 8 มิถุนายน 2567") == [("2024-06-08", "planned")]


def test_a_day_whose_year_stands_elsewhere_is_certain() -> None:
    moments = find_moments("วันที่ 17 พฤษภาคม พบกัน\nเมื่อวันที่ 17 พฤษภาคม 2567 ลงนาม")
    assert [(one.date, one.uncertain) for one in moments] == [("2024-05-17", False), ("2024-05-17", False)]


def test_the_year_of_a_yearly_name_is_no_date() -> None:
    assert dates("การประกวดโครงงาน ประจำปี 2567 เมื่อวันเสาร์ที่ 22 มิถุนายน 2567") == [("2024-06-22", "event")]


def test_several_ranges_of_days_before_one_month_are_several_dates() -> None:
    assert dates("ระหว่างวันที่ 5-7 และ 12-14 มิถุนายน 2566") == [
        ("2023-06-05/2023-06-07", "event"),
        ("2023-06-12/2023-06-14", "event"),
    ]


@pytest.mark.parametrize("day", ["วันที่ 20 เดือนเดียวกัน", "วันที่ 20 ของเดือนนี้", "วันพุธที่ 20 นี้"])
def test_a_day_without_its_month_is_in_that_of_the_day_before(day: str) -> None:
    assert dates(f"เมื่อวันที่ 8 กันยายน 2566 ได้ลงนาม และ{day} จะลงพื้นที่")[1] == ("2023-09-20", "planned")


def test_no_word_of_a_month_begins_another_word() -> None:
    assert dates("ปี 2566 วิ่ง 10 Marathon และ 5 Novel 2566 หน้า") == [("2023", "event")]


def test_what_is_said_of_a_date_says_nothing_of_the_next() -> None:
    text = "วันที่ 5 - 6 สิงหาคม 2565 ที่ผ่านมา คณะครูศึกษาดูงาน และลงนามในวันที่ 6 สิงหาคม 2565"
    assert [kind for _, kind in dates(text)] == ["event", "event"]
