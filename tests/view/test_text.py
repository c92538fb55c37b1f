"""Labels: plain, measured, and broken where a Thai reader would break them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou import thai
from graphmou.view.text import break_lines, plain, shortened, text_width

THAI = st.text(alphabet=[chr(code) for code in range(0x0E01, 0x0E5C)] + list(" ()123AB"), max_size=200)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("โรงเรียนวัดพระฝาง", ("โรงเรียนวัดพระฝาง",)),
        (
            "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1",
            ("สำนักงานเขตพื้นที่", "การศึกษาประถมศึกษา", "นครปฐม เขต 1"),
        ),
        (
            "สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา",
            ("สำนักงานรับรอง", "มาตรฐานและประเมิน", "คุณภาพการศึกษา"),
        ),
        ("สนับสนุนจังหวัดเคลื่อนที่นักเรียนราชการสมาชิก", ("สนับสนุนจังหวัดเคลื่อนที่", "นักเรียนราชการสมาชิก")),
        (
            "Nakhon Pathom Primary Educational Service Area Office 1",
            ("Nakhon Pathom", "Primary Educational", "Service Area Office 1"),
        ),
    ],
)
def test_a_name_breaks_at_words_and_syllables(name: str, lines: tuple[str, ...]) -> None:
    assert break_lines(name, 122, 3) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = break_lines("การประชุมประธานกลุ่มเครือข่ายโรงเรียน และผู้อำนวยการโรงเรียนคุณภาพของชุมชน ประจำเดือนมกราคม", 122, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_word_without_a_place_to_break_is_broken_all_the_same() -> None:
    lines = break_lines("A" * 10_000, 122, 3)
    assert len(lines) == 3
    assert all(text_width(line) <= 122 for line in lines)


@settings(deadline=None)
@given(THAI)
def test_lines_fit_and_keep_every_letter_with_its_marks(text: str) -> None:
    lines = break_lines(plain(text), 122, 3)
    assert 1 <= len(lines) <= 3
    for line in lines:
        assert text_width(line) <= 122
    for line in lines[1:]:
        assert unicodedata.category(line[0]) != "Mn"
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_plain_text_can_be_shown_by_every_renderer(text: str) -> None:
    shown = plain(text, 100)
    assert len(shown) <= 100
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
    shown.encode("utf-8")


@settings(deadline=None, max_examples=500)
@given(THAI)
def test_plain_text_is_folded_text(text: str) -> None:
    assert plain(text) == shortened(thai.fold(text), 2000)


@pytest.mark.parametrize("written", ["เเม่", "ก\u0e48\u0e38", "ก\u0e38\u0e3a", "นํา", "a  b", " a"])
def test_what_is_written_in_another_way_is_folded(written: str) -> None:
    assert plain(written) == thai.fold(written) != written


@pytest.mark.parametrize("mark", ["\x00", "\u202e", "\u200f", "\u2066", "\ud800", "\u2028", "\x1b"])
def test_marks_that_change_the_text_around_them_are_gone(mark: str) -> None:
    assert mark not in plain(f"โรงเรียน{mark}วัด")


def test_a_text_is_never_cut_between_a_letter_and_its_marks() -> None:
    assert shortened("โรงเรียนที่นี่", 11) == "โรงเรียน…"
    assert shortened("สั้น", 10) == "สั้น"
