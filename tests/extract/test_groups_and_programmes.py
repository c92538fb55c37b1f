"""Step 3: groups, clusters and programmes by their names, and phrases that name none."""

from __future__ import annotations

import pytest

from graphmou.extract.names.groups import find_groups
from graphmou.extract.names.programmes import find_programmes


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("ประธานกลุ่มสหวิทยาเขตปะทิวท่าแซะ กล่าว", "สหวิทยาเขตปะทิวท่าแซะ"),
        ("ศูนย์เครือข่ายสถานศึกษาที่ 9 บ่อพลอย ลงนาม", "ศูนย์เครือข่ายสถานศึกษาที่ 9 บ่อพลอย"),
        ("ศูนย์พัฒนาคุณภาพการศึกษาที่ 5 ร่วมลงนาม", "ศูนย์พัฒนาคุณภาพการศึกษาที่ 5"),
        ("กลุ่มเครือข่ายคำสมมุติร่วมใจ ร่วมกับ อบต.", "กลุ่มเครือข่ายคำสมมุติร่วมใจ"),
        ("กลุ่มโรงเรียนแม่สมมุติ ประชุม", "กลุ่มโรงเรียนแม่สมมุติ"),
        ("กลุ่มโรงเรียนลุ่มน้ำพรม ลงนาม", "กลุ่มโรงเรียนลุ่มน้ำพรม"),
        ("เครือข่ายสถานศึกษาเมืองปาน 1\nครั้งที่ 2/2567", "เครือข่ายสถานศึกษาเมืองปาน 1"),
        ("ประธานสหวิทยาเขต มติที่ประชุม เห็นชอบ", ""),
        ("สหวิทยาเขตต่ออายุความร่วมมือ", ""),
        ("กลุ่มอายุ 15 ปี และกลุ่มโรงเรียนดังเช่นที่เคยหารือ", ""),
    ],
)
def test_groups_of_schools(text: str, groups: str) -> None:
    assert [group.name for group in find_groups(text)] == (groups.split("|") if groups else [])


@pytest.mark.parametrize(
    ("text", "programmes"),
    [
        ("โครงการ “1 ช่วย 3 พี่จูงน้อง” ของโรงเรียน", "โครงการ 1 ช่วย 3 พี่จูงน้อง"),
        ("โครงการ 1 ช่วย 3 เพื่อนช่วยเพื่อนสู่คุณภาพ", "โครงการ 1 ช่วย 3 เพื่อนช่วยเพื่อนสู่คุณภาพ"),
        ("โครงการเรียนดีมีอาชีพ ระยะที่ 2", "โครงการเรียนดีมีอาชีพ"),
        ("โครงการ Pathum English for All มาอย่างต่อเนื่อง", "โครงการ Pathum English for All"),
        ("โครงการครูหมุนเวียน (Teacher Sharing) เริ่ม", "โครงการครูหมุนเวียน (Teacher Sharing)"),
        ("โครงการนำร่องจะเริ่ม โครงการเมื่อสามปีก่อน", ""),
    ],
)
def test_programmes(text: str, programmes: str) -> None:
    assert [one.name for one in find_programmes(text)] == (programmes.split("|") if programmes else [])


def test_what_runs_on_after_a_programme_told_by_itself_is_no_part_of_it() -> None:
    text = "ลงนามโครงการห้องเรียนสมมุติ ณ เมืองท่า โครงการห้องเรียนสมมุติเปิดรับนักเรียนชั้น ม.1"
    assert {programme.name for programme in find_programmes(text)} == {"โครงการห้องเรียนสมมุติ"}
