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
