"""How dates are written: every date of a text, as ISO text in the precision it has.

Thai digits are Arabic by now. Years of two digits are Buddhist (65 is 2565). An academic year is written as its first
year; a fiscal year runs from 1 October to 30 September. A day or month without its year takes it from the dates about
it: what "has passed" lies before them, what "is to come" after.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphmou.extract.rules import any_of, meanings
from graphmou.thai import BUDDHIST_ERA

__all__ = ["Form", "Shape", "read_dates"]

Shape = Literal["academic", "fiscal", "days", "months", "years"]

# A blank may have slipped into a long name: "ธัน วาคม".
_LONG_NAMES = "|".join("[ ]?".join(word) for word in meanings("months") if len(word) > 5 and word > "ก")
_MONTH = f"(?:{any_of('months')}|{_LONG_NAMES})"
_ERA = r"(?:พ\s?\.?\s?ศ\s?\.?\s?|พุทธศักราช\s?|ปี\s?พ\.?ศ\.?\s?|ปี(?:นี้|หน้า|ที่แล้ว)?\s?|ค\.?ศ\.?\s?)"
_NAME_OF_DAY = "(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
_WEEKDAY = rf"(?:วัน(?!นี้|ลงนาม|ทำ)(?:(?!ถึง|วัน)[ก-๎]){{0,12}}?ที่\s?|{_NAME_OF_DAY}(?:ที่)?\s|วัน{_NAME_OF_DAY}(?:ที่)?\s?)"
_TO = (
    r"\s?(?:-|–|—|~|ถึงวัน[ก-๎]{0,12}?ที่|ถึง"
    r"|(?:เป็นต้นไป\s?)?(?:ต่อเนื่อง|เรื่อย)?(?:ไป)?จน(?:กระทั่ง)?ถึง(?:สิ้น)?(?:วัน[ก-๎]{0,12}?ที่)?)\s?"
)
_YEAR = r"(?<!\d)(?:\d{4}|\d{2})(?![\d/])"
_FULL_YEAR = r"2[45]\d{2}(?!\d)"
# Two digits beside a month are a year, unless something is counted by them: "ก.ย. 67" but not "ก.ย. 60 คน".
_MONTH_YEAR = rf"(?:{_FULL_YEAR}|[5-7]\d(?![\d,.:/%]|\s?(?:คน|แห่ง|โรง|ราย|ทุน|บาท|รูป|ชั่วโมง|ชม|วัน|ครั้ง|นาที|เครื่อง|ชุด)))"
_SCHOOL_YEAR = r"(?:2[45]\d{2}|[5-7]\d)(?![\d%])"
_SEMESTER = r"(?:ภาคเรียน|ภาคการศึกษา|ภาค|เทอม)(?:ที่)?\s?[123]"
_OF = r"(?:st|nd|rd|th)?\s?(?:เดือน\s?)?"
_NAMELY = r"(?:คือ\s?|ได้แก่\s?)?"
_OF_SCHOOL = rf"(?:ประจำ)?ปี\s?การศึกษา\s?{_NAMELY}\(?(?:พ\.?ศ\.?\s?)?"
_OF_BUDGET = r"(?:ปี\s?งบประมาณ|ปี\s?งบ(?:ฯ|\b)|งบประมาณ(?:ประจำ)?\s?ปี)\s?\(?(?:พ\.?ศ\.?\s?)?"
_ALSO = r"(?:\s?,\s?|\s?และ\s?)"
_DAYS = rf"\d{{1,2}}(?:{_TO}\d{{1,2}})?"
# What is said of a date without its year: it has passed, is to come, or in which year it is.
_GONE = r"(?:ที่ผ่านมา|ที่แล้ว|ที่เพิ่งผ่าน)"
_COMING = r"(?:นี้|ที่จะถึง|ที่จะมาถึง|ศกนี้|หน้า)"
_OTHER_YEAR = r"(?:ของ)?ปี(?:นี้|เดียวกัน|หน้า|ถัดไป|ที่แล้ว|ที่ผ่านมา|ก่อน)"
_SAID = rf"\s?(?:{_GONE}|{_COMING}|{_OTHER_YEAR})"

# What every date begins with: most places of a text are passed over by this alone.
_BEGINS = rf"(?=\d|วัน|เดือน|ปี|ประจำ|ภาค|เทอม|งบประมาณ|พ\s?\.?\s?ศ|พุทธศักราช|ค\.?ศ|{_NAME_OF_DAY}|{_MONTH})"

_PATTERN = re.compile(
    rf"""
    {_BEGINS}(?:(?P<academic>(?:{_SEMESTER}\s?/?\s?)?{_OF_SCHOOL}(?P<ay1>{_SCHOOL_YEAR})
        (?:(?:{_TO}|{_ALSO}|/)(?:ปี\s?การศึกษา\s?)?(?:{_SCHOOL_YEAR}{_ALSO})?(?P<ay2>{_SCHOOL_YEAR}))?
      | {_SEMESTER}\s?/\s?(?P<ay3>{_SCHOOL_YEAR}))
  | (?P<fiscal>{_OF_BUDGET}(?P<fy1>{_SCHOOL_YEAR})(?:(?:{_TO}|{_ALSO}|/)
        (?:ปี\s?งบประมาณ\s?(?:พ\.?ศ\.?\s?)?)?(?:{_SCHOOL_YEAR}{_ALSO})?(?P<fy2>{_SCHOOL_YEAR}))?)
  | (?P<span>{_WEEKDAY}?(?<!\d)(?P<d1>\d{{1,2}}){_OF}(?P<m1>{_MONTH})\s?(?:{_ERA}?\s?(?P<y1>{_YEAR}))?{_TO}
        {_WEEKDAY}?(?P<d2>\d{{1,2}}){_OF}(?P<m2>{_MONTH})\s?{_ERA}?\s?(?P<y2>{_YEAR}))
  | (?P<days>{_WEEKDAY}?(?<![\d.])(?P<d3>\d{{1,2}}){_TO}{_WEEKDAY}?(?P<d4>\d{{1,2}}){_OF}(?P<m3>{_MONTH})
        \s?{_ERA}?\s?(?P<y3>{_YEAR}))
  | (?P<list>{_WEEKDAY}?(?<![\d.])(?P<d5>{_DAYS}(?:{_ALSO}{_WEEKDAY}?{_DAYS}){{0,6}}){_OF}(?P<m5>{_MONTH})
        \s?,?\s?{_ERA}?\s?(?P<y5>{_YEAR}))
  | (?P<slash>{_WEEKDAY}?(?<![\d/])
        (?P<d6>\d{{1,2}})\s?[/.-]\s?(?P<m6>\d{{1,2}})\s?[/.-]\s?(?P<y6>25\d{{2}}|20\d{{2}}|[5-7]\d)(?![\d/]))
  | (?P<english>(?<![A-Za-z])(?P<m13>{_MONTH})\s?(?P<d13>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s(?P<y15>20\d{{2}})(?!\d))
  | (?P<same>{_WEEKDAY}(?P<d14>\d{{1,2}})\s?(?:(?:ใน|ของ)?เดือน(?:เดียวกัน|นี้)|(?P<this>นี้)
      |(?P<gone>(?:(?:ใน|ของ)?เดือน)?(?:{_GONE}|ก่อน(?!หน้า)))|(?P<coming>(?:(?:ใน|ของ)?เดือน)?(?:ที่จะถึง|ที่จะมาถึง|ศกนี้|หน้า))))
  | (?P<bare_days>(?:{_WEEKDAY}|(?<![\d.])(?=\d{{1,2}}{_TO}\d{{1,2}}\s?{_MONTH}{_SAID}))
        (?P<d8>\d{{1,2}}){_TO}(?P<d9>\d{{1,2}}){_OF}(?P<m8>{_MONTH})
        (?!\s?{_ERA}?\s?\d))
  | (?P<bare>(?:{_WEEKDAY}|(?<![\d./,:-]))(?P<d7>\d{{1,2}}){_OF}(?P<m7>{_MONTH})(?!\s?\d))
  | (?P<months>(?:เดือน\s?)?(?P<m9>{_MONTH})\s?(?:{_ERA}?\s?(?P<y9>{_MONTH_YEAR}))?(?:{_TO}
        (?:เดือน\s?)?(?P<m10>{_MONTH})\s?{_ERA}?\s?(?P<y10>{_MONTH_YEAR})))
  | (?P<month>(?:เดือน\s?)?(?P<m11>{_MONTH})\s?{_ERA}?\s?(?P<y11>{_MONTH_YEAR}))
  | (?P<bare_month>(?:เดือน\s?|(?={_MONTH}{_SAID}))(?P<m12>{_MONTH})(?!\s?{_ERA}?\s?\d))
  | (?P<years>(?P<era1>{_ERA})?(?<!\d)(?P<y12>{_FULL_YEAR}){_TO}(?P<era2>{_ERA})?(?P<y13>{_FULL_YEAR}))
  | (?P<year>{_ERA}(?P<y14>{_FULL_YEAR})))
    """,
    re.VERBOSE,
)
_ISSUE = re.compile(r"(?:ฉบับ|ครั้ง|รุ่น|เล่ม)ที่\s?$")
_SOME_DAYS = re.compile(rf"(\d{{1,2}})(?:{_TO}(\d{{1,2}}))?")
_MIDDLE = {"days": "", "months": "-15"}
_WITHOUT_YEAR = ("bare", "bare_days", "bare_month")
_NUMBER_OF_MONTH = {word.rstrip("$"): int(number) for word, number in meanings("months").items()}
# A month alone is a date only where something happens in it, not "ทุกเดือนมีนาคม".
_IN_MONTH = re.compile(r"(?<!ทุก)(?:ใน|ภายใน|เมื่อ|ช่วง|ต้น|กลาง|ปลาย|สิ้น|ประมาณ|ราว|ถึง|ตั้งแต่|ประจำ) ?$")
_TOLD_AS_GONE = re.compile(r"เมื่อ(?:ช่วง|ต้น|กลาง|ปลาย|เช้า|บ่าย)? ?$")
_TOLD_AS_COMING = re.compile(r"(?:จะ|กำหนด|เตรียม|ภายใน|นัด|ขอเชิญ)[^\n\d]{0,45}$")


@dataclass(slots=True)
class Form:
    """A date as written: its place, its ISO text, what it is made of, and whether its year is only understood."""

    start: int
    end: int
    date: str
    shape: Shape
    uncertain: bool = False
    issue: bool = False
    """Whether what looks like its day is the number of an issue: "ฉบับที่ 3 เดือนสิงหาคม 2566"."""


def read_dates(text: str) -> list[Form]:
    """Every date of ``text``, in order; impossible ones (30 February) are left out."""
    matches = list(_PATTERN.finditer(text))
    anchor = _anchor([form for match in matches for form in _read(match)])
    forms: list[Form] = []
    year = anchor.year if anchor else None
    for match in matches:
        if _shape_of(match) in _WITHOUT_YEAR:
            if anchor is not None and year is not None:
                forms += _understood(match, anchor, year)
            continue
        for form in _same_month(match, forms, anchor) if match["same"] else _read(match):
            forms.append(form)
            if form.shape == "days":
                year = int(form.date.rpartition("/")[2][:4])
    written = {form.date for form in forms if not form.uncertain}
    for form in forms:
        # The same day with its year elsewhere leaves no doubt.
        form.uncertain &= form.date not in written
    return forms


def _anchor(forms: list[Form]) -> date | None:
    """The day about which dates without a year lie: that of the first date, else the one school year's middle."""
    for form in forms:
        if form.shape in ("days", "months"):
            return date.fromisoformat(
                (form.date[:7] if form.shape == "months" else form.date[:10]) + _MIDDLE[form.shape]
            )
    school = {form.date for form in forms if form.shape == "academic"}
    return date(int(min(school)), 9, 15) if len(school) == 1 and len(min(school)) == 4 else None


def _shape_of(match: re.Match[str]) -> str:
    return next(
        name
        for name in (
            *("academic", "fiscal", "span", "days", "list", "slash"),
            *("months", "month", "years", "year", "english", "same", *_WITHOUT_YEAR),
        )
        if match[name]
    )


def _read(match: re.Match[str]) -> Iterator[Form]:
    """The dates of one match that has its year."""
    start, end = match.span()
    name = _shape_of(match)
    read: str | None = None
    shape: Shape = "days"
    if name == "academic":
        shape = "academic"
        first = _common(match["ay1"] or match["ay3"])
        read = _range(str(first), str(_common(match["ay2"]) if match["ay2"] else first))
    elif name == "fiscal":
        shape = "fiscal"
        first = _common(match["fy1"])
        read = f"{first - 1}-10-01/{_common(match['fy2']) if match['fy2'] else first}-09-30"
    elif name == "span":
        last_year = _common(match["y2"])
        first_year = _common(match["y1"]) if match["y1"] else last_year
        read = _both(_day(first_year, match["m1"], match["d1"]), _day(last_year, match["m2"], match["d2"]))
    elif name == "days":
        year = _common(match["y3"])
        read = _both(_day(year, match["m3"], match["d3"]), _day(year, match["m3"], match["d4"]))
    elif name == "list":
        yield from _listed(match)
        return
    elif name == "english":
        read = _day(int(match["y15"]), match["m13"], match["d13"])
    elif name == "slash":
        read = _iso(_common(match["y6"]), int(match["m6"]), int(match["d6"]))
    elif name == "months":
        shape = "months"
        last_year = _common(match["y10"])
        first_year = _common(match["y9"]) if match["y9"] else last_year
        read = _range(_month(first_year, match["m9"]), _month(last_year, match["m10"]))
    elif name == "month":
        shape = "months"
        read = _month(_common(match["y11"]), match["m11"])
    elif name == "years":
        shape = "years"
        named = match["era1"] or match["era2"] or not start or match.string[start - 1] in " (\n"
        read = _range(str(_common(match["y12"])), str(_common(match["y13"]))) if named else None
    elif name == "year":
        shape = "years"
        # "ประจำปี 2567" is a piece of a name.
        read = None if match.string.endswith("ประจำ", 0, start) else str(_common(match["y14"]))
    if read is not None:
        yield Form(start, end, read, shape, read.partition("/")[0] > read.rpartition("/")[2])


def _listed(match: re.Match[str]) -> Iterator[Form]:
    """A day, or several before one month: those that follow each other are a range, others are days of their own."""
    year, month = _common(match["y5"]), match["m5"]
    start, end = match.span()
    if _ISSUE.search(match.string, max(0, start - 10), start):
        yield Form(start, end, _month(year, month), "months", issue=True)
        return
    places = list(_SOME_DAYS.finditer(match["d5"]))
    numbers = [int(place[1]) for place in places]
    days = [_both(_day(year, month, place[1]), _day(year, month, place[2] or place[1])) for place in places]
    if None in days:
        return
    alone = not any(place[2] for place in places)
    if alone and len(days) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        yield Form(start, end, f"{days[0]}/{days[-1]}", "days")
        return
    for index, (place, day) in enumerate(zip(places, days, strict=True)):
        first = start if index == 0 else match.start("d5") + place.start()
        last = end if index == len(days) - 1 else match.start("d5") + place.end()
        yield Form(first, last, day or "", "days")


def _same_month(match: re.Match[str], before: list[Form], anchor: date | None) -> Iterator[Form]:
    """A day "of the same month", "this 25th" or "the 20th that has passed": the last day before it tells its month.

    What has passed or is to come may lie in the month beside, "last month" does.
    """
    last = next((form.date.rpartition("/")[2] for form in reversed(before) if form.shape == "days"), None)
    gone, coming = match["gone"], match["coming"]
    if last is None and (gone or coming) and anchor is not None:
        last = anchor.isoformat()
    if last is None:
        return
    year, month, day = int(last[:4]), int(last[5:7]), int(match["d14"])
    if gone and ("เดือน" in gone or day > int(last[8:])):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif coming and ("เดือน" in coming or day < int(last[8:])):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    read = _iso(year, month, day)
    if read is not None:
        yield Form(*match.span(), read, "days", bool(match["this"] or gone or coming))


def _understood(match: re.Match[str], anchor: date, year: int) -> Iterator[Form]:
    """A day or month without its year, in the year that ``anchor`` and what is said of it give it."""
    text, (start, end) = match.string, match.span()
    month = match["m7"] or match["m8"] or match["m12"]
    number = _number(month)
    day = int(match["d7"] or match["d8"] or (1 if number > anchor.month else anchor.day))
    said = re.compile(_SAID).match(text, end)
    other = re.search(r"ปี(นี้|เดียวกัน|หน้า|ถัดไป|ที่แล้ว|ที่ผ่านมา|ก่อน)", said[0]) if said else None
    before = text[max(0, start - 60) : start]
    if match["bare"] and _ISSUE.search(before):
        return
    if match["bare_month"] and not (said or _IN_MONTH.search(before)):
        return
    if other:
        year = anchor.year + {"หน้า": 1, "ถัดไป": 1, "ที่แล้ว": -1, "ที่ผ่านมา": -1, "ก่อน": -1}.get(other[1], 0)
    else:
        # So far from the anchor in that year that the neighbouring one is meant.
        away = (number - anchor.month) * 30 + day - anchor.day
        gone = said is not None and re.search(_GONE, said[0]) is not None
        coming = said is not None and not gone
        if gone or (not coming and _TOLD_AS_GONE.search(before)):
            year = anchor.year - (away > (45 if gone else 150))
        elif coming or _TOLD_AS_COMING.search(before):
            year = anchor.year + (away < -150)
    if match["bare_month"]:
        yield Form(start, end, _month(year, month), "months", True)
        return
    days = [_day(year, month, match[one]) for one in ("d7", "d8", "d9") if match[one]]
    read = _both(days[0], days[-1])
    if read is not None:
        yield Form(start, end, read, "days", True)


def _common(year: str) -> int:
    number = int(year)
    if number < 100:
        number += 2500
    return number - BUDDHIST_ERA if number >= 2400 else number


def _iso(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1900 <= year <= 2200 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _number(month: str) -> int:
    return _NUMBER_OF_MONTH[month if month in _NUMBER_OF_MONTH else month.replace(" ", "")]


def _day(year: int, month: str, day: str) -> str | None:
    return _iso(year, _number(month), int(day))


def _month(year: int, month: str) -> str:
    return f"{year:04d}-{_number(month):02d}"


def _both(first: str | None, last: str | None) -> str | None:
    return None if first is None or last is None else _range(first, last)


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
