"""Thai text: the normal form in which names are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmou.thai import arabic_digits, fold, search_key

OFFICE_19 = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19"


@pytest.mark.parametrize(
    "written",
    [
        "สพม.๑๙",
        "สพม. 19",
        "สพม.19",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๑๙",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา (สพม.) เขต 19",
        "ส\u0e4d\u0e32นักงานเขตพื้นที่การศึกษามัธยมศึกษา\u00a0เขต 19",
    ],
)
def test_an_office_has_one_key_however_it_is_written(written: str) -> None:
    assert search_key(written) == search_key(OFFICE_19)


@pytest.mark.parametrize("written", ["ร.ร.บ่อพระ", "รร.บ่อพระ", "ร.ร. บ่อพระ", "โรงเรียน บ่อพระ"])
def test_a_school_has_one_key_with_its_prefix_abbreviated_or_not(written: str) -> None:
    assert search_key(written) == search_key("โรงเรียนบ่อพระ")


@pytest.mark.parametrize("word", ["กรรมการ", "ธรรมาภิบาล", "วรรณกรรม", "สมศักดิ์", "สมศรี"])
def test_words_that_hold_an_abbreviation_are_not_written_out(word: str) -> None:
    assert search_key(word) == word


def test_different_names_keep_different_keys() -> None:
    assert search_key("เฉลิมพร ราศรีชัย") != search_key("เฉลิมพร ราศีชัย")
    assert search_key("สพม.19") != search_key("สพม.9")
    assert search_key("สพป.นครปฐม เขต 1") != search_key("สพป.นครปฐม เขต 2")


def test_sara_am_is_one_character_with_a_tone_mark_too() -> None:
    assert fold("น\u0e49\u0e4d\u0e32") == fold("น\u0e4d\u0e49\u0e32") == "น\u0e49\u0e33"


def test_sara_ae_typed_as_two_sara_e_is_one() -> None:
    assert fold("\u0e40\u0e40ก่ง") == "แก่ง"


def test_invisible_marks_and_runs_of_blanks_do_not_count() -> None:
    assert fold("\ufeffโรงเรียน\u200b\u00a0\tวัด\u202e") == "โรงเรียน วัด"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="๐๑๒๓๔๕๖๗๘๙กข 0123456789"))
def test_digits_keep_their_number_and_place(text: str) -> None:
    plain = arabic_digits(text)
    assert len(plain) == len(text)
    assert [unicodedata.digit(mark, -1) for mark in plain] == [unicodedata.digit(mark, -1) for mark in text]


def test_a_tone_mark_typed_after_sara_am_is_the_same_word() -> None:
    assert fold("โรงเรียนบ้านท่านำ้") == "โรงเรียนบ้านท่าน้ำ"
    assert search_key("ท่านํ้า") == search_key("ท่าน้ำ") == search_key("ท่านำ้")
