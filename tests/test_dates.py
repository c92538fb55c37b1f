"""Dates with a precision: Thai and ISO writing in, both eras out, nothing guessed."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmou import thai
from graphmou.dates import DateError, parse_date, show_date


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2021-02-10", "2021-02-10", "2021-02-10", "day"),
        ("2564-02-10", "2021-02-10", "2021-02-10", "day"),
        ("๒๘ มกราคม ๒๕๖๔", "2021-01-28", "2021-01-28", "day"),
        ("วันพุธที่ 10 กุมภาพันธ์  2564", "2021-02-10", "2021-02-10", "day"),
        ("10 ก.พ. 2564", "2021-02-10", "2021-02-10", "day"),
        ("2564/02/10", "2021-02-10", "2021-02-10", "day"),
        ("25/06/2562", "2019-06-25", "2019-06-25", "day"),
        ("มกราคม 2565", "2022-01-01", "2022-01-31", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2564", "2021-01-01", "2021-12-31", "year"),
        ("พ.ศ. ๒๕๖๖", "2023-01-01", "2023-12-31", "year"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
    ],
)
def test_a_date_is_read_with_its_precision(written: str, first: str, last: str, precision: str) -> None:
    read = parse_date(written)
    assert (read.first_day(), read.last_day(), read.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "written",
    [
        "05/06/2562",
        "64",
        "10 ก.พ. 64",
        "2300",
        "พ.ศ. 2021",
        "ค.ศ. 2564",
        "2021-02-30",
        "2021-13",
        "0000-01-01",
        "x",
        "",
    ],
)
def test_what_is_impossible_or_ambiguous_is_an_error_with_a_way_out(written: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert caught.value.advice.en


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.booleans())
def test_a_day_written_in_thai_is_read_back(day: date, thai_digits: bool) -> None:
    written = f"{day.day} {thai.MONTHS[day.month - 1]} {day.year + thai.BUDDHIST_ERA}"
    if thai_digits:
        written = written.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert parse_date(written).first_day() == day.isoformat()


@given(st.text(max_size=40))
def test_wild_text_is_a_date_or_a_date_error(text: str) -> None:
    with contextlib.suppress(DateError):
        parse_date(text).first_day()


def test_thai_shows_the_buddhist_era_and_only_what_is_known() -> None:
    assert show_date("2021-02-10", "day", "th") == "10 ก.พ. 2564"
    assert show_date("2021-01-01", "month", "th") == "ม.ค. 2564"
    assert show_date("2023-12-31", "year", "th") == "2566"
    assert show_date("2023-12-31", "year", "en") == "2023"
    assert show_date("no date", "day", "th") == "no date"
