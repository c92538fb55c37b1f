"""The day that a text reports, among others: made-up texts of several kinds, each with every date and its kind."""

from __future__ import annotations

import pytest

from graphmou.extract.dates.moments import find_moments


def dates(text: str) -> list[tuple[str, str]]:
    return [(moment.date, moment.kind) for moment in find_moments(text)]


@pytest.mark.parametrize(
    "opening",
    [
        "ก่อนหน้านี้ เมื่อวันที่ 5 กุมภาพันธ์ 2566 ได้หารือกัน ล่าสุดวันนี้ (10 มีนาคม 2566) จึงลงนาม",
        "สืบเนื่องจากการประชุมเมื่อวันที่ 5 กุมภาพันธ์ 2566 จึงได้จัดพิธีลงนามเมื่อวันที่ 10 มีนาคม 2566",
        "หลังจากที่ได้หารือกันเมื่อวันที่ 5 กุมภาพันธ์ 2566 วันที่ 10 มีนาคม 2566 ทั้งสองฝ่ายได้ลงนาม",
        "ตามที่ได้หารือเมื่อวันที่ 5 กุมภาพันธ์ 2566 นั้น บัดนี้ได้ลงนามกันแล้วเมื่อวันที่ 10 มีนาคม 2566",
    ],
)
def test_a_day_that_is_only_recalled_is_not_the_one_reported(opening: str) -> None:
    assert dates(opening) == [("2023-02-05", "past"), ("2023-03-10", "event")]


@pytest.mark.parametrize(
    "heading",
    [
        "รายงานการประชุมเครือข่าย\nครั้งที่ 2/2566\nเมื่อวันที่ 10 มีนาคม 2566\nณ ห้องประชุม\n\nผู้มาประชุม\n",
        "บันทึกการประชุมกลุ่มโรงเรียน\n10 มีนาคม 2566\nห้องประชุม\n\nผู้มาประชุม\n",
        "สรุปการประชุม\nวันศุกร์ที่ 10 มีนาคม 2566\n",
    ],
)
def test_minutes_report_the_day_of_their_heading(heading: str) -> None:
    text = heading + "วาระที่ 1 ตามที่ได้ลงนามเมื่อวันที่ 2 พฤษภาคม 2565 และสิ้นสุดลงแล้วเมื่อวันที่ 9 มีนาคม 2566 นั้น"
    assert dates(text) == [("2023-03-10", "event"), ("2022-05-02", "past"), ("2023-03-09", "past")]


def test_what_a_letter_refers_to_is_past_and_what_it_asks_for_is_planned() -> None:
    text = (
        "ที่ ศธ 04001/ว 123\n\n13 มีนาคม 2566\n\nเรื่อง ขอเชิญร่วมลงนาม\nเรียน ผู้อำนวยการโรงเรียน\n"
        "อ้างถึง รายงานการประชุม เมื่อวันที่ 1 มีนาคม 2566\n"
        "จึงกำหนดจัดพิธีลงนามในวันที่ 30 มีนาคม 2566 โปรดตอบรับภายในวันที่ 20 มีนาคม 2566\n"
    )
    assert [kind for _, kind in dates(text)] == ["published", "past", "planned", "planned"]


def test_a_memo_that_reports_what_was_done_has_its_own_day() -> None:
    text = "บันทึกข้อความ\nที่ 45/2566 วันที่ 13 มีนาคม 2566\nเรื่อง รายงานผล\nเรียน ผอ.\nตามที่ให้ไปลงนามเมื่อวันที่ 10 มีนาคม 2566 นั้น"
    assert dates(text) == [("2023-03-13", "published"), ("2023-03-10", "event")]


@pytest.mark.parametrize(
    "head",
    [
        "จดหมายข่าว\nปีที่ 4 ฉบับที่ 87/2566 ประจำวันที่ 13 มีนาคม 2566\n\n",
        "จดหมายข่าวโรงเรียน\nปีที่ 3 ฉบับที่ 12 (13 มีนาคม 2566)\n\n",
        "โพสต์โดย แอดมิน | 13 มี.ค. 2566 | 10:30 น.\n",
        "สำนักข่าวสมมุติ - 13 มีนาคม 2566\n\n",
        "สวัสดีวันจันทร์ที่ 13 มีนาคม 2566 ท่านผู้ฟัง ",
    ],
)
def test_an_issue_and_a_posting_come_after_what_they_report(head: str) -> None:
    assert dates(head + "วันที่ 10 มีนาคม 2566 ได้มีพิธีลงนาม") == [("2023-03-13", "published"), ("2023-03-10", "event")]


def test_an_order_is_given_on_its_day_and_plans_another() -> None:
    text = "คำสั่งโรงเรียน\nด้วยโรงเรียนกำหนดจัดพิธีในวันที่ 24 มีนาคม 2566\nสั่ง ณ วันที่ 10 มีนาคม 2566"
    assert dates(text) == [("2023-03-24", "planned"), ("2023-03-10", "published")]


def test_days_named_in_one_breath_are_all_reported() -> None:
    text = "วันที่ 10, 17 และ 24 มีนาคม 2566 ศึกษานิเทศก์ออกนิเทศ"
    assert dates(text) == [("2023-03-10", "event"), ("2023-03-17", "event"), ("2023-03-24", "event")]


def test_days_that_follow_each_other_are_a_range() -> None:
    assert dates("วันเสาร์ที่ 11 และวันอาทิตย์ที่ 12 มีนาคม 2566 จัดค่าย") == [("2023-03-11/2023-03-12", "event")]


def test_a_postponed_ceremony_is_planned_twice() -> None:
    text = "พิธีที่กำหนดไว้เดิมวันที่ 10 มีนาคม 2566 เลื่อนเป็นวันที่ 24 มีนาคม 2566 แทน"
    assert dates(text) == [("2023-03-10", "planned"), ("2023-03-24", "planned")]


def test_what_comes_after_the_date_may_say_that_it_is_to_come() -> None:
    assert dates("วันที่ 24 มีนาคม 2566 โรงเรียนจะลงนามกัน") == [("2023-03-24", "planned")]


@pytest.mark.parametrize(
    "recalled",
    [
        "โครงการนี้ได้รับอนุมัติเมื่อ 5 ม.ค. 66 จาก อบต.",
        "ข้อมูลนักเรียน 5 มกราคม 2566 มี 120 คน",
        "หลังเปิดเรียนเมื่อวันที่ 5 มกราคม 2566",
        "ได้รับหนังสือ ที่ ศธ 04001/ว 500 เมื่อวันที่ 5 มกราคม 2566 แล้ว",
    ],
)
def test_the_day_that_is_told_as_news_is_the_one_reported(recalled: str) -> None:
    text = recalled + " พิธีลงนามจัดขึ้นเมื่อวันที่ 10 มีนาคม 2566 ที่ผ่านมา"
    assert dates(text)[-1] == ("2023-03-10", "event")
    assert dates(text)[0][1] in ("past", "published")


def test_days_that_the_text_follows_one_after_another_are_all_reported() -> None:
    text = "วันจันทร์ที่ 6 มีนาคม 2566 เยี่ยมโรงเรียน ก ต่อมาวันพุธที่ 8 มีนาคม 2566 เยี่ยมโรงเรียน ข และวันศุกร์ที่ 10 มีนาคม 2566 ได้สรุปผล"
    assert [kind for _, kind in dates(text)] == ["event", "event", "event"]


def test_a_calendar_is_of_what_is_planned() -> None:
    text = "ปฏิทินเครือข่าย\n- ลงนาม MOU : 16 พฤษภาคม 2566\n- นิเทศ : มิถุนายน 2566"
    assert dates(text) == [("2023-05-16", "planned"), ("2023-06", "planned")]


def test_a_note_of_posting_comes_after_what_the_text_recalls() -> None:
    text = "ขอแสดงความยินดีกับโรงเรียน ก ที่ได้ลงนาม MOU เมื่อวันที่ 10 มีนาคม 2566\n\nแอดมิน 12/03/66"
    assert dates(text) == [("2023-03-10", "event"), ("2023-03-12", "published")]


def test_a_day_in_brackets_that_ends_a_sentence_is_no_note_of_posting() -> None:
    text = "ระหว่างวันที่ 6-10 กุมภาพันธ์ 2566 คณะนิเทศออกเยี่ยม 2 โรงเรียน คือ โรงเรียน ก (6 ก.พ. 66) และโรงเรียน ข (8 ก.พ. 66)"
    assert [kind for _, kind in dates(text)] == ["event", "event", "event"]


def test_a_date_above_its_place_is_the_day_of_the_event() -> None:
    text = (
        "คำกล่าวรายงาน\nวันพุธที่ 7 มิถุนายน 2566\nณ ห้องประชุม\n\nขอรายงานว่า ได้หารือกันเมื่อวันที่ 15 พฤษภาคม 2566\n"
        "ข้อตกลงใช้ 3 ปี นับแต่วันนี้ถึงวันที่ 6 มิถุนายน 2569"
    )
    assert dates(text) == [("2023-06-07", "event"), ("2023-05-15", "past"), ("2023-06-07/2026-06-06", "term")]


def test_items_of_one_list_that_begin_with_days_are_alike() -> None:
    text = (
        "สรุปข่าว\n1. วันที่ 12 มิถุนายน 2566 ประชุมผู้บริหาร\n2. วันที่ 14 มิถุนายน 2566 โรงเรียน ก ลงนาม\n3. วันที่ 16 มิถุนายน 2566 นิเทศ"
    )
    assert [kind for _, kind in dates(text)] == ["event", "event", "event"]


def test_signatures_under_a_letter_are_of_its_writing() -> None:
    text = "บันทึกข้อความ\nที่ นท 12/2566 วันที่ 13 มีนาคม 2566\nเรื่อง ขออนุมัติ\nเรียน ผอ.\n"
    text += "ประสงค์จะจัดพิธีในวันที่ 30 มีนาคม 2566\n\n(นางข)\n13 มี.ค. 66\n"
    assert dates(text) == [("2023-03-13", "published"), ("2023-03-30", "planned"), ("2023-03-13", "published")]


def test_what_is_open_until_a_day_is_planned() -> None:
    text = "เชิญชวนลงทะเบียน ตั้งแต่บัดนี้ถึง 31 มีนาคม 2566 อบรม 8-9 เมษายน 2566"
    assert [kind for _, kind in dates(text)] == ["planned", "planned"]


def test_a_long_sentence_that_recalls_may_say_its_day_far_off() -> None:
    text = (
        "ตามที่ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมุติ เขต 1 โดย นายสมมุติ สมมาตร ผู้อำนวยการในขณะนั้น ได้ทำบันทึกข้อตกลงกับ"
        "เทศบาลนครสมมุติ และมหาวิทยาลัยสมมุติศึกษา เมื่อ 14 พ.ค. 2562 นั้น\n\nบัดนี้ได้ลงนามต่ออายุแล้ว เมื่อวันที่ 10 มีนาคม 2566"
    )
    assert dates(text) == [("2019-05-14", "past"), ("2023-03-10", "event")]


def test_a_credit_line_has_the_day_of_publishing() -> None:
    text = "เมื่อวันที่ 3 กรกฎาคม ที่ผ่านมา มีพิธีลงนาม\n\nเรียบเรียงโดย กองบรรณาธิการสมมุติรายวัน 5 ก.ค. 2567"
    assert dates(text) == [("2024-07-03", "event"), ("2024-07-05", "published")]


def test_who_gives_notice_stands_with_the_day_of_the_notice() -> None:
    text = (
        "ประกาศแจ้งเลื่อนพิธีลงนาม\nกลุ่มอำนวยการ สพป.น่าน เขต 1 / 1 ธันวาคม 2565\n\n"
        "ตามที่กำหนดจัดพิธีลงนามในวันที่ 30 พฤศจิกายน 2565 นั้น ขอเลื่อนไปเป็นวันที่ 11 มกราคม 2566\n"
        "อนึ่ง ในการประชุมเมื่อวันที่ 24 พฤศจิกายน 2565 ได้ข้อสรุปแล้ว\n"
    )
    assert [kind for _, kind in dates(text)] == ["published", "planned", "planned", "event"]


def test_the_day_at_the_head_of_an_invitation_is_planned() -> None:
    text = "ขอเชิญร่วมพิธีลงนาม\nวันที่ 11 มกราคม 2566\nณ ห้องประชุม\n\nโปรดตอบรับภายในวันที่ 5 มกราคม 2566 ทางไลน์\n"
    assert [kind for _, kind in dates(text)] == ["planned", "planned"]


def test_what_a_notice_tells_of_today_is_no_plan() -> None:
    text = "ประกาศเลื่อนงาน\nงานวันที่ 4 ธ.ค. 66 ขอเลื่อนออกไปก่อน กำหนดใหม่ 14 ธ.ค. 66\nวันนี้ 3 ธ.ค. 66 มีผู้นำกล้าไม้มามอบให้\n"
    assert dates(text)[-1] == ("2023-12-03", "event")


def test_today_is_the_day_reported_wherever_it_is_told() -> None:
    text = "จะส่งรายงานผลวันที่ 30 กันยายน 2567 ตามที่ลงนามไว้ในวันนี้ (3 พฤษภาคม 2567)"
    assert dates(text) == [("2024-09-30", "planned"), ("2024-05-03", "event")]


@pytest.mark.parametrize(
    "some",
    [
        "เฉพาะคู่ที่ 3 ได้ลงนามในวันที่ 12 กรกฎาคม 2566 ที่ห้องสมุด",
        "ส่วนโรงเรียนบ้านดงได้ลงนามเมื่อวันที่ 12 กรกฎาคม 2566",
        "ยกเว้นโรงเรียนบ้านดงที่ลงนามภายหลังในวันที่ 12 กรกฎาคม 2566 เพราะผู้อำนวยการไปราชการ",
    ],
)
def test_the_day_of_some_only_is_not_that_of_the_report(some: str) -> None:
    text = "สพป.ฉะเชิงเทรา เขต 1 ได้จัดพิธีลงนามบันทึกข้อตกลงพัฒนาห้องสมุดโรงเรียนในสังกัด เมื่อวันที่ 5 กรกฎาคม 2566\n\n"
    assert dates(text + some) == [("2023-07-05", "event"), ("2023-07-12", "event")]
