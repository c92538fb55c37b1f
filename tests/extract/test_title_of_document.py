"""What a draft calls its document: the headline, not what stands above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.extract import extract_text
from graphmou.extract.drafting.heading import read_heading
from graphmou.extract.sources import Source

HEADLINE = "สพป.น่าน เขต 1 ลงนามความร่วมมือกับโรงเรียนบ้านโคก"


def title(text: str) -> str:
    return read_heading(extract_text(text), Source(Path("a.txt"), text, "a.txt", "0" * 64)).name


@pytest.mark.parametrize(
    "above",
    [
        "ข่าวประชาสัมพันธ์",
        "*** ข่าวประชาสัมพันธ์ ***",
        "ข่าวประชาสัมพันธ์ ฉบับที่ 45/2568",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1",
        "ฉบับที่ 45/2568 วันที่ 3 มีนาคม 2568",
        "ข่าวประชาสัมพันธ์\nสพป.น่าน เขต 1\nฉบับที่ 45/2568 วันที่ 3 มีนาคม 2568",
        "",
    ],
)
def test_what_a_paper_is_headed_with_is_no_title(above: str) -> None:
    assert title(f"{above}\n{HEADLINE}\nเมื่อวันที่ 3 มีนาคม 2568 ณ ห้องประชุม") == HEADLINE


def test_a_memorandum_says_what_it_is_about() -> None:
    above = "บันทึกข้อความ\nส่วนราชการ กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา สพป.น่าน เขต 1\nที่ ศธ 04001/1 วันที่ 3 มีนาคม 2568"
    assert title(f"{above}\nเรื่อง รายงานผลการลงนามความร่วมมือ\nเรียน ผู้อำนวยการ") == "รายงานผลการลงนามความร่วมมือ"


def test_a_story_without_a_headline_keeps_its_heading() -> None:
    story = "วันศุกร์ที่ 14 มิถุนายน 2567 ณ ห้องประชุม โรงเรียนบ้านโคก ลงนามกับโรงเรียนบ้านนา"
    assert title(f"ข่าวประชาสัมพันธ์ โรงเรียนบ้านโคก\n{story}") == "ข่าวประชาสัมพันธ์ โรงเรียนบ้านโคก"


@pytest.mark.parametrize("alone", ["ข่าวประชาสัมพันธ์", "ข่าวประชาสัมพันธ์ โรงเรียนบ้านโคกสูงร่วมลงนามความร่วมมือกับวิทยาลัยเทคนิคเลย"])
def test_but_what_else_is_there_is_one(alone: str) -> None:
    assert title(alone) == alone
