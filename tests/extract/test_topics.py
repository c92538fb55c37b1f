"""Step 9: topics are what the text says that an agreement is about."""

from __future__ import annotations

import pytest

from graphmou.extract.pipeline import extract_text


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("พิธีลงนามบันทึกข้อตกลงความร่วมมือการจัดการขยะในชุมชน ระหว่างโรงเรียนบ้านนาปดกับวัดดอนยอ", "จัดการขยะในชุมชน"),
        ("ลงนามบันทึกข้อตกลงความร่วมมือทางวิชาการ เรื่อง การพัฒนาการอ่าน ณ ห้องประชุม", "พัฒนาการอ่าน"),
        ("บันทึกความเข้าใจ (MOU) ว่าด้วยการฝึกงานในโรงพยาบาล มีกำหนด 2 ปี", "ฝึกงานในโรงพยาบาล"),
        (
            "มีสาระสำคัญตรงกัน คือ การแลกเปลี่ยนครู การใช้ห้องปฏิบัติการร่วมกัน และการสอนเสริม โดยครู",
            "แลกเปลี่ยนครู|ใช้ห้องปฏิบัติการร่วมกัน|สอนเสริม",
        ),
        ("ลงนาม MOU กับโรงเรียนบ้านนาปด เพื่อพัฒนาหลักสูตรท้องถิ่นผ้าไหม เมื่อวานนี้", "พัฒนาหลักสูตรท้องถิ่นผ้าไหม"),
        ("ลงนามบันทึกข้อตกลงความร่วมมือทางวิชาการ ระหว่างโรงเรียนบ้านนาปดกับโรงเรียนบ้านโคก", ""),
    ],
)
def test_the_subject_of_a_paper_is_its_topic(text: str, topics: str) -> None:
    assert [topic.name for topic in extract_text(text).topics] == (topics.split("|") if topics else [])


@pytest.mark.parametrize(
    ("headline", "topic"),
    [
        ("5 โรงเรียนลุ่มน้ำเชิญผนึกกำลัง แก้ปัญหาครูไม่ครบชั้น", "แก้ปัญหาครูไม่ครบชั้น"),
        ("ผลการแข่งขัน ระดับเขต แข่งขันหุ่นยนต์เยาวชน", "หุ่นยนต์เยาวชน"),
        ("สพม.น่าน ผนึกกำลังสองสถาบัน เปิดห้องเรียนการบัญชี", "ห้องเรียนการบัญชี"),
        ("สพป.น่าน เขต 1 จัดงานใหญ่ ยกระดับการสอนภาษาอังกฤษ", "สอนภาษาอังกฤษ"),
    ],
)
def test_a_headline_says_what_is_done_where_no_subject_is_told(headline: str, topic: str) -> None:
    assert topic in [one.name for one in extract_text(f"{headline}\n\nวันที่ 3 มีนาคม 2566 มีพิธีเปิด\n").topics]


@pytest.mark.parametrize("behind", ["ทุกฉบับใช้ร่วมกัน", "คู่ที่ 2 เน้นดนตรี", "9 โรงเรียน", "หลังเสร็จพิธี", "เรียบร้อยแล้ว"])
def test_what_begins_anew_after_a_blank_is_no_part_of_a_topic(behind: str) -> None:
    text = f"ลงนามบันทึกข้อตกลงความร่วมมือ เรื่อง การจัดการขยะในชุมชน {behind}\n"
    assert [one.name for one in extract_text(text).topics] == ["จัดการขยะในชุมชน"]


def test_a_kind_of_class_is_the_topic_and_not_a_word_of_it() -> None:
    assert [one.name for one in extract_text("ข่าว : เยี่ยมห้องเรียนสองภาษา\n").topics] == ["ห้องเรียนสองภาษา"]
