"""Slips of the pen: the beginning of a word typed twice."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.slips import find_slips, without_slips


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ขับเคลื่อนโครงการรโรงเรียนคุณภาพ", "ขับเคลื่อนโครงการโรงเรียนคุณภาพ"),
        ("ประเมินผลในแต่ระระดับของนักเรียน", "ประเมินผลในแต่ระดับของนักเรียน"),
        ("มอบให้ผู้ผู้บริหารทุกคน", "มอบให้ผู้บริหารทุกคน"),
        ("พบ สสำนักงานเขตพื้นที่", "พบ สำนักงานเขตพื้นที่"),
    ],
)
def test_a_doubled_beginning_is_found_and_written_once(text: str, right: str) -> None:
    assert without_slips(text) == right
    assert "probable-typo" in {warning.kind for warning in extract_text(text).warnings}


@pytest.mark.parametrize(
    "text",
    [
        "ผู้บริหารโรงเรียนและอาหารโรงเรียน",  # a word that ends in the letter the next begins with
        "จัดสรรโรงเรียน",
        "วาระระดับชาติ พระระดับเปรียญ",
        "การบริหารจัดการการศึกษา",
        "ในนักเรียนทุกระดับ ของโรงเรียน",
    ],
)
def test_a_letter_that_belongs_to_the_word_before_is_no_slip(text: str) -> None:
    assert list(find_slips(text)) == []
