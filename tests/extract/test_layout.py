"""Step 2: lines broken by a page are joined, lines that end a phrase are not; items know their depth."""

from __future__ import annotations

import pytest

from graphmou.extract.text.layout import join_broken_lines
from graphmou.extract.text.lines import Lines
from graphmou.extract.text.marked import mark
from graphmou.extract.text.normalise import normalise


def joined(raw: str) -> str:
    return join_broken_lines(normalise(raw)).text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("3. โรงเรียนบ้านแม่ฮวก\n   (แม่ฮวกวิทยา)", "3. โรงเรียนบ้านแม่ฮวก (แม่ฮวกวิทยา)"),
        ("1.2 โรงเรียนบ้านโคก\n   วิทยาคาร", "1.2 โรงเรียนบ้านโคกวิทยาคาร"),
        ("2.2 โรงเรียนบ้านแม่สุก-\n    แม่เตา", "2.2 โรงเรียนบ้านแม่สุก-แม่เตา"),
        ("1. โรงเรียนบ้านนา\n   และโรงเรียนบ้านคำ\n   แสนราช\n2. ก", "1. โรงเรียนบ้านนา\n และโรงเรียนบ้านคำแสนราช\n2. ก"),
        ("พยาน คือ นางสาวอรวรรณ\nชัยนิตย์ ครู", "พยาน คือ นางสาวอรวรรณ ชัยนิตย์ ครู"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา\nน่าน เขต 1", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"),
    ],
)
def test_a_line_that_a_page_broke_is_joined(raw: str, expected: str) -> None:
    assert joined(raw) == expected


@pytest.mark.parametrize("raw", ["1. โรงเรียนบ้านโคก\n2. โรงเรียนบ้านนา", "หัวข่าว\nเนื้อข่าว", "ร่วมกับโรงเรียน\nนายสมคิด เกษดี"])
def test_a_line_that_ends_a_phrase_is_kept(raw: str) -> None:
    assert joined(raw) == raw


def test_items_of_a_list_know_their_depth_and_number() -> None:
    lines = Lines(mark("ดังนี้\n1. ก\n1.1 ข\n- ค\n(ก) ง\nฉบับที่ 2 จ", []))
    assert [(line.level, line.number) for line in lines.all] == [
        (0, ""),
        (1, "1"),
        (2, "1.1"),
        (3, ""),
        (3, ""),
        (1, "2"),
    ]


def test_the_items_after_a_head_end_where_the_list_ends() -> None:
    lines = Lines(mark("ดังนี้\n1. ก\n2. ข\n\nทั้งนี้ ค", []))
    assert [lines.text(line) for line in lines.items_after(0)] == ["1. ก", "2. ข"]
