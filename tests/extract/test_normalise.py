"""Step 1: one spelling for what looks alike, and the way back to the raw text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from graphmou.extract.text.normalise import LONGEST_QUOTE, normalise


def test_what_looks_alike_is_folded() -> None:
    raw = "สํานักงาน\u00a0\u00a0เเม่สาย\tเขต ๑๙\u200b"
    assert normalise(raw).text == "สำนักงาน แม่สาย เขต 19"


def test_line_ends_stay_and_are_one_kind() -> None:
    assert normalise("ก\r\nข\rค\u2028ง").text == "ก\nข\nค\nง"


def test_a_quote_is_the_raw_phrase_however_much_was_folded() -> None:
    raw = "ผู้ลงนาม \u00a0 สํานักงาน\u200bเขต ๑๙ และ"
    normal = normalise(raw)
    start = normal.text.index("สำนักงาน")
    quote = normal.quote(start, normal.text.index(" และ"))
    assert quote.phrase == "สํานักงาน\u200bเขต ๑๙"
    assert raw[quote.start : quote.end] == quote.phrase


def test_a_long_quote_is_cut_at_a_blank() -> None:
    raw = "คำหนึ่ง " * 30
    quote = normalise(raw).quote(0, 200)
    assert len(quote.phrase) <= LONGEST_QUOTE
    assert quote.phrase.endswith("คำหนึ่ง")


def test_marks_of_our_own_never_come_in_from_outside() -> None:
    assert normalise("ก\ue000ข").text == "ก ข"


# A quote that begins or ends within these has all of them, and so more than was asked for.
FOLDED_WITH_TONE = re.compile("\u0e4d[\u0e48-\u0e4b]\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32")


@given(st.text(alphabet="กข\u0e4d\u0e32\u0e48\u0e40 \u00a0\t\n\r\u200b๑2\ue001", max_size=80), st.data())
def test_every_quote_of_any_text_stands_in_it(raw: str, data: st.DataObject) -> None:
    normal = normalise(raw)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    quote = normal.quote(start, end)
    assert raw[quote.start : quote.end] == quote.phrase
    said, wanted = normalise(quote.phrase).text.strip(), normal.text[start:end].strip()
    assert wanted in said
    if not FOLDED_WITH_TONE.search(raw):
        assert said == wanted


def test_a_place_within_what_was_folded_takes_the_whole_of_it() -> None:
    raw = "น\u0e4d\u0e49\u0e32ใส"
    normal = normalise(raw)
    assert normal.text == "น้ำใส"
    assert normal.quote(0, 2).phrase == normal.quote(0, 3).phrase == raw[:4]
    assert normal.quote(2, 5).phrase == raw[1:]


@given(st.text(alphabet="กข \n๑", max_size=60), st.data())
def test_an_edited_text_still_leads_back(raw: str, data: st.DataObject) -> None:
    normal = normalise(raw)
    breaks = [place for place, letter in enumerate(normal.text) if letter == "\n"]
    edits = [(place, place + 1, data.draw(st.sampled_from(["", " "]))) for place in breaks]
    edited = normal.edited(edits)
    for place, letter in enumerate(edited.text):
        if letter in "กข":
            assert raw[edited.raw_offset(place)] == letter
