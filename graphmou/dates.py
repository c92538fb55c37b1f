"""Days with a precision: what a document says of time, read from Thai or ISO writing and shown in both eras.

A press release may give a day, a month or only a year. The store holds the day as ISO text (ISO text sorts
as time does, on every engine) and the precision beside it: ``ends = "2023-12-31"``, ``ends_precision =
"year"``. A year runs from 1 January to 31 December (DESIGN section 3).
"""

from __future__ import annotations

import calendar
import os
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphmou import thai
from graphmou.errors import UsageError
from graphmou.language import Language, Text

__all__ = ["DateError", "PartialDate", "Precision", "a_day", "parse_date", "show_date", "today"]

Precision = Literal["day", "month", "year"]

_EXPECTED = Text(
    "write a day (2021-02-10 or 10 กุมภาพันธ์ 2564), a month (2021-02) or a year (2564)",
    "เขียนวันที่ (10 กุมภาพันธ์ 2564 หรือ 2021-02-10) เดือน (2021-02) หรือปี (2564)",
)
_ISO = re.compile(r"(\d+)-(\d+)-(\d+)")
_ISO_MONTH = re.compile(r"(\d+)-(\d+)")
_YEAR = re.compile(r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|ปี)?\s*(\d+)")
_SLASHED = re.compile(r"(\d+)[/.](\d+)[/.](\d+)")
_SLASHED_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d+)[/.](\d+)")
_THAI = re.compile(r"(?:(?:วันที่|วัน\S*ที่)\s*)?(?:(\d+)\s+)?([\u0e01-\u0e5b.]+?)\s*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(\d+)")


class DateError(ValueError):
    """The text is no date, an impossible one, or can be read in two ways.

    ``said`` says which, ``advice`` what to write.
    """

    def __init__(self, said: Text, advice: Text = _EXPECTED) -> None:
        super().__init__(f"{said.en}: {advice.en}")
        self.said = said
        self.advice = advice


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of it, or a day: what is not known is None. The year is of the common era."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    def first_day(self) -> str:
        """The first day it may mean, as ISO text."""
        return date(self.year, self.month or 1, self.day or 1).isoformat()

    def last_day(self) -> str:
        """The last day it may mean, as ISO text."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1]).isoformat()


def parse_date(text: str) -> PartialDate:
    """A date from ISO or Thai writing, Thai digits and Buddhist years included.

    Raises:
        DateError: no date, impossible (30 February), of unclear era, or readable in two ways (05/06/2562).
    """
    plain = thai.arabic_digits(thai.fold(text))
    if match := _ISO.fullmatch(plain):
        return _date(text, match[1], match[2], match[3])
    if match := _ISO_MONTH.fullmatch(plain):
        return _date(text, match[1], match[2], None)
    if match := _YEAR.fullmatch(plain):
        return _date(text, match[1], None, None)
    if match := _SLASHED_YEAR_FIRST.fullmatch(plain):
        return _date(text, match[1], match[2], match[3])
    if match := _SLASHED.fullmatch(plain):
        day, month = int(match[1]), int(match[2])
        if day <= 12 and day != month:
            raise DateError(
                Text(f"{text!r} can be read as day/month or month/day", f"{text!r} อ่านได้ทั้งแบบ วัน/เดือน และ เดือน/วัน"),
                Text("write it as year-month-day", "เขียนในรูปแบบ ปี-เดือน-วัน"),
            )
        return _date(text, match[3], match[2], match[1])
    if match := _THAI.fullmatch(plain):
        month_number = _month(match[2])
        if month_number is not None:
            return _on_its_weekday(text, plain, _date(text, match[3], str(month_number), match[1]))
    raise DateError(Text(f"{text!r} is no date", f"{text!r} ไม่ใช่วันที่"))


def _on_its_weekday(text: str, plain: str, read: PartialDate) -> PartialDate:
    """The date, if the day of the week that stands before it is the right one, or none does."""
    named = next((number for number, name in enumerate(thai.WEEKDAYS) if plain.startswith(f"วัน{name}")), None)
    if named is not None and read.day is not None:
        weekday = date.fromisoformat(read.first_day()).weekday()
        if weekday != named:
            raise DateError(
                Text(f"{text!r} was a วัน{thai.WEEKDAYS[weekday]}", f"{text!r} ตรงกับวัน{thai.WEEKDAYS[weekday]}"),
                Text("write the date without the weekday", "เขียนวันที่โดยไม่ต้องระบุวันในสัปดาห์"),
            )
    return read


def _month(word: str) -> int | None:
    for names in (thai.MONTHS, thai.SHORT_MONTHS, tuple(name.rstrip(".") for name in thai.SHORT_MONTHS)):
        if word in names:
            return names.index(word) + 1
    return None


def _date(text: str, year_digits: str, month_digits: str | None, day_digits: str | None) -> PartialDate:
    year = _common_era(text, year_digits)
    month = None if month_digits is None else int(month_digits)
    day = None if day_digits is None else int(day_digits)
    if month is not None and not 1 <= month <= 12:
        raise DateError(Text(f"{text!r} has no such month", f"{text!r} ไม่มีเดือนดังกล่าว"))
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise DateError(
            Text(f"{text!r} has no such day", f"{text!r} ไม่มีวันดังกล่าว"),
            Text(
                f"that month has {calendar.monthrange(year, month)[1]} days",
                f"เดือนนั้นมี {calendar.monthrange(year, month)[1]} วัน",
            ),
        )
    return PartialDate(year, month, day)


def _common_era(text: str, digits: str) -> int:
    year = int(digits) if len(digits) == 4 else 0
    if thai.has_buddhist_year(year) and "ค" not in _era_word(text):
        return year - thai.BUDDHIST_ERA
    if 1850 <= year <= 2200 and "พ" not in _era_word(text):
        return year
    if _era_word(text):
        raise DateError(
            Text(f"{text!r}: {digits} is no year of that era", f"{text!r}: {digits} ไม่ใช่ปีของศักราชที่ระบุ"),
            Text("write 2564 for B.E., 2021 for the common era", "เขียน 2564 สำหรับพุทธศักราช หรือ 2021 สำหรับคริสต์ศักราช"),
        )
    raise DateError(
        Text(f"{text!r}: the era of the year {digits} is not clear", f"{text!r}: ไม่ชัดเจนว่าปี {digits} เป็นศักราชใด"),
        Text(
            "write four digits, 2400 to 2700 for B.E. or 1850 to 2200 for the common era",
            "เขียนปีสี่หลัก คือ 2400 ถึง 2700 สำหรับพุทธศักราช หรือ 1850 ถึง 2200 สำหรับคริสต์ศักราช",
        ),
    )


def _era_word(text: str) -> str:
    """The era that the text itself names, พ.ศ. or ค.ศ.; empty where it names none."""
    match = re.search(r"[พค]\.?\s?ศ\.?", text)
    return match[0] if match else ""


def show_date(iso_day: str, precision: str = "day", language: Language = "en") -> str:
    """An ISO day as people read it: ``10 ก.พ. 2564`` in Thai, ``2021-02-10`` in English; less where less is known.

    What is no ISO day comes back as it is.
    """
    try:
        day = date.fromisoformat(iso_day)
    except ValueError:
        return iso_day
    if language == "en":
        return {"year": iso_day[:4], "month": iso_day[:7]}.get(precision, iso_day)
    year = str(day.year + thai.BUDDHIST_ERA)
    if precision == "year":
        return year
    month = thai.SHORT_MONTHS[day.month - 1]
    return f"{month} {year}" if precision == "month" else f"{day.day} {month} {year}"


def today() -> date:
    """The day that "today" means: ``GRAPHMOU_TODAY`` where it is set (answers then stay the same), else the clock's.

    Raises:
        UsageError: ``GRAPHMOU_TODAY`` is no day.
    """
    set_to = os.environ.get("GRAPHMOU_TODAY")
    return date.today() if not set_to else a_day(set_to, "GRAPHMOU_TODAY")


def a_day(text: str, where: str) -> date:
    """The day that a user wrote in ``where`` (an option, a variable).

    Raises:
        UsageError: it is no date, or only a month or year.
    """
    try:
        read = parse_date(text)
    except DateError as error:
        said = Text(f"{where}: {error.said.en}", f"{where}: {error.said.th}")
        raise UsageError(said, hint=error.advice) from None
    if read.precision != "day":
        raise UsageError(
            Text(f"{where}: {text!r} is no day", f"{where}: {text!r} ไม่ใช่วันที่ที่ระบุครบทั้งวัน เดือน ปี"),
            hint=Text("write a day, such as 2021-02-10", "เขียนวันที่ เช่น 10 กุมภาพันธ์ 2564 หรือ 2021-02-10"),
        )
    return date.fromisoformat(read.first_day())
