"""Any text is read: nothing raises, nothing hangs, every quote stands, every id leads somewhere."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.extract import extract_text
from graphmou.extract.truth import hold_to_text

FRAGMENTS = [
    "โรงเรียน", "โรงเรียนบ้านโคก", "ร.ร.", "สพป.", "สพม.19", "เขต 1", "และ", "กับ", "ระหว่าง", "ลงนาม", "MOU", "บันทึกข้อตกลง",
    "นาย", "สมคิด เกษดี", "ผู้อำนวยการ", "ดร.", "5 มิถุนายน 2562", "๕-๖ มี.ค. ๖๔", "ปีการศึกษา 2564", "จำนวน 4 แห่ง", "อย่างน้อย",
    "แกนนำ", "ร่วมพัฒนา", "พี่เลี้ยง", "ดูแล", "ดังนี้", "คือ", "ได้แก่", "\n", "\n1. ", "\n1.1 ", "\n- ", "ฉบับที่ 2", "ลำดับที่ 3",
    "(", ")", "“", "”", ",", ":", " ", "พยาน", "เป็น",
    "วัดโคก", "อบต.ขึ่ง", "กลุ่มจตุรภาคี", "โครงการ", "รวม 40 คน", "ณ ", "ทั้ง 3 แห่ง",
    "เครือข่าย", "38 โรงเรียน ๆ ละ 2 คน", "โรงเรียนละ 1 คน", "ครู 15 คน", "การร", "ลูกข่าย",
    "สังกัด", "โดยมี", "โดย", "ฯ", "\u200b", "\u00a0", "\ue001",
]  # fmt: skip


def holds(text: str) -> None:
    assert hold_to_text(extract_text(text), text).refused == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_arbitrary_text(text: str) -> None:
    holds(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_fragments_of_press_releases_in_any_order(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "fragment",
    [
        "โรงเรียน",
        "โรงเรียนบ้านโคก ",
        "1234567890",
        "๑",
        "(",
        "“",
        "นาย",
        "ดร.",
        "ระหว่าง",
        "MOU กับ ",
        "พยาน ",
        "การ",
        "\n",
        "แกนนำ",
        "5 มกราคม ",
        "สพป.",
        "แกนนำ โรงเรียนบ้านโคก ร่วมพัฒนา 4 แห่ง ",
        "ครู 4 โรงเรียน ๆ ละ 2 คน รวม 8 คน ",
    ],
)
def test_a_long_hostile_text_ends(fragment: str) -> None:
    text = fragment * (40_000 // len(fragment))
    code = "import sys; from graphmou.extract import extract_text; extract_text(sys.stdin.read())"
    subprocess.run([sys.executable, "-c", code], input=text, encoding="utf-8", check=True, timeout=240)
