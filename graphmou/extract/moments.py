"""Step 4, dates: what the text says of time, as ISO text in the precision it has, and of which kind it is.

Thai digits are Arabic by now. Years of two digits are Buddhist (65 is 2565). An academic year and a fiscal year are
periods (16 May to 15 May; 1 October to 30 September); a range is never the day of a signing.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from graphmou.extract.findings import DateKind
from graphmou.extract.rules import any_of, meanings
from graphmou.thai import BUDDHIST_ERA

__all__ = ["Moment", "find_moments"]

_MONTH = any_of("months")
_ERA = r"(?:พ\s?\.?\s?ศ\s?\.?\s?|พุทธศักราช\s?|ปี\s?พ\.?ศ\.?\s?|ปี\s?|ค\.?ศ\.?\s?)"
_NAME_OF_DAY = "(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
_WEEKDAY = rf"(?:วัน[ก-๎]{{0,12}}?ที่\s?|{_NAME_OF_DAY}(?:ที่)?\s|วัน{_NAME_OF_DAY}(?:ที่)?\s?)"
_TO = r"\s?(?:-|–|—|~|ถึงวัน[ก-๎]{0,12}?ที่|ถึง|จนถึง(?:วัน[ก-๎]{0,12}?ที่)?)\s?"
_YEAR = r"(?<!\d)(?:\d{4}|\d{2})(?![\d/])"
_FULL_YEAR = r"2[45]\d{2}(?!\d)"

# What every date begins with: most places of a text are passed over by this alone.
_BEGINS = rf"(?=\d|วัน|เดือน|ปี|ประจำ|ภาคเรียน|พ\s?\.?\s?ศ|พุทธศักราช|ค\.?ศ|{_NAME_OF_DAY}|{_MONTH})"

_PATTERN = re.compile(
    rf"""
    {_BEGINS}(?:(?P<academic>(?:ภาคเรียนที่\s?(?P<semester>[123])\s?/?\s?)?(?:ประจำ)?ปี\s?การศึกษา\s?\(?(?:พ\.?ศ\.?\s?)?(?P<ay1>{_FULL_YEAR})
        (?:(?:{_TO}|\s?และ\s?)(?:ปี\s?การศึกษา\s?)?(?P<ay2>{_FULL_YEAR}))?
      | ภาคเรียนที่\s?(?P<semester2>[123])\s?/\s?(?P<ay3>{_FULL_YEAR}))
  | (?P<fiscal>ปี\s?งบประมาณ\s?\(?(?:พ\.?ศ\.?\s?)?(?P<fy1>{_FULL_YEAR})(?:{_TO}
        (?:ปี\s?งบประมาณ\s?(?:พ\.?ศ\.?\s?)?)?(?P<fy2>{_FULL_YEAR}))?)
  | (?P<span>{_WEEKDAY}?(?<!\d)(?P<d1>\d{{1,2}})\s?(?:เดือน\s?)?(?P<m1>{_MONTH})\s?(?:{_ERA}?\s?(?P<y1>{_YEAR}))?{_TO}
        {_WEEKDAY}?(?P<d2>\d{{1,2}})\s?(?:เดือน\s?)?(?P<m2>{_MONTH})\s?{_ERA}?\s?(?P<y2>{_YEAR}))
  | (?P<days>{_WEEKDAY}?(?<![\d.])(?P<d3>\d{{1,2}})(?:(?:{_TO}|\s?,\s?|\s?และ(?:วันที่)?\s?)
        (?:\d{{1,2}}\s?(?:,|และ)\s?)?(?P<d4>\d{{1,2}}))\s?(?:เดือน\s?)?(?P<m3>{_MONTH})
        \s?{_ERA}?\s?(?P<y3>{_YEAR}))
  | (?P<day>{_WEEKDAY}?(?<![\d.])(?P<d5>\d{{1,2}})\s?(?:เดือน\s?)?(?P<m5>{_MONTH})\s?,?\s?{_ERA}?\s?(?P<y5>{_YEAR}))
  | (?P<slash>{_WEEKDAY}?(?<![\d/])
        (?P<d6>\d{{1,2}})\s?[/.-]\s?(?P<m6>\d{{1,2}})\s?[/.-]\s?(?P<y6>25\d{{2}}|20\d{{2}}|[5-7]\d)(?![\d/]))
  | (?P<yearless>(?:{_WEEKDAY})(?P<d7>\d{{1,2}})\s?(?:เดือน\s?)?(?P<m7>{_MONTH})(?!\s?\d))
  | (?P<yearless_days>{_WEEKDAY}(?P<d8>\d{{1,2}}){_TO}(?P<d9>\d{{1,2}})\s?(?:เดือน\s?)?(?P<m11>{_MONTH})
        (?!\s?{_ERA}?\s?\d))
  | (?P<yearless_month>เดือน\s?(?P<m12>{_MONTH})(?=\s?(?:ที่ผ่านมา|ที่แล้ว)))
  | (?P<months>(?:เดือน\s?)?(?P<m8>{_MONTH})\s?(?:{_ERA}?\s?(?P<y8>{_FULL_YEAR}))?(?:{_TO}
        (?:เดือน\s?)?(?P<m9>{_MONTH})\s?{_ERA}?\s?(?P<y9>{_FULL_YEAR})))
  | (?P<month>(?:เดือน\s?)?(?P<m10>{_MONTH})\s?{_ERA}?\s?(?P<y10>{_FULL_YEAR}))
  | (?P<years>(?P<era1>{_ERA})?(?<!\d)(?P<y11>{_FULL_YEAR}){_TO}(?P<era2>{_ERA})?(?P<y12>{_FULL_YEAR}))
  | (?P<year>{_ERA}(?P<y13>{_FULL_YEAR})))
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Moment:
    """A date of the text: its place, its ISO text, its kind, and whether something about it is uncertain."""

    start: int
    end: int
    date: str
    kind: DateKind
    uncertain: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return len(self.date) == 10

    @property
    def year(self) -> str:
        """The year it begins in."""
        return self.date[:4]


def find_moments(text: str) -> list[Moment]:
    """Every date of ``text``, in order; impossible ones (30 February) are left out."""
    matches = list(_PATTERN.finditer(text))
    years = [_year_of(match) for match in matches]
    first_year = next((year for year in years if year is not None), None)
    last_year: int | None = first_year
    moments: list[Moment] = []
    for match, year in zip(matches, years, strict=True):
        # "เดือนพฤษภาคมที่ผ่านมา" is seen from the day of the report, not from the date before it.
        read = _read(match, first_year if match["yearless_month"] else last_year)
        if read is not None:
            moments.append(Moment(match.start(), match.end(), read[0], _kind(text, match, read[0]), read[1]))
        last_year = year or last_year
    return _in_time(text, _one_period(text, moments))


def _year_of(match: re.Match[str]) -> int | None:
    """The year that a day or month of the text has: what a day without a year is understood in."""
    written = match["y2"] or match["y3"] or match["y5"] or match["y6"]
    return None if written is None else _common(written)


def _one_period(text: str, moments: list[Moment]) -> list[Moment]:
    """Academic years "2564 ... จนถึง 2565" as one period; a fiscal year and its days in brackets as one."""
    kept: list[Moment] = []
    for moment in moments:
        before = kept[-1] if kept else None
        between = text[before.end : moment.start] if before is not None and moment.start - before.end < 70 else ""
        if (
            before is not None
            and between
            and moment.kind == before.kind == "academic_year"
            and re.search(r"(?:ถึง|จนถึง)\s?(?:สิ้นสุด)?$", between)
            and len(before.date) == len(moment.date) == 4
        ):
            before.date, before.end = _range(before.date, moment.date), moment.end
            continue
        if before is not None and before.kind == "fiscal_year" and before.date == moment.date:
            continue
        kept.append(moment)
    return kept


_LINE = re.compile("[^\n]*")
_REPORTED = re.compile(r"(?:เมื่อ|วันนี้\s?\()\s?(?:วัน[ก-๎]{0,12}?(?:ที่)?\s?)?$")


def _in_time(text: str, moments: list[Moment]) -> list[Moment]:
    """What the day of the report makes of the others: later ones are planned, earlier ones past.

    That day is the first that is told in a sentence, else the first. A day that stands at the end, or alone on a line,
    and is not before it, is the day of publishing.
    """
    events = [moment for moment in moments if moment.kind == "event" and len(moment.date) >= 10]
    apart = {id(moment) for moment in events if _stands_apart(text, moment)}
    headings = {id(moment) for moment in events if _heads_a_line(text, moment)}
    today = [moment for moment in events if _TODAY.search(text, max(0, moment.start - 30), moment.start)]
    fresh = [moment for moment in events if not _WAS.search(text, max(0, moment.start - 30), moment.start)]
    main = next((moment for moment in today + fresh + events if id(moment) not in apart), None)
    if main is None:
        main = next(iter(events), None)
    now = text.find("บัดนี้")
    if now >= 0 and main is not None and main.start < now and "ตามที่" in text[max(0, main.start - 200) : main.start]:
        # "ตามที่ ... เมื่อวันที่ ... นั้น บัดนี้ ... เมื่อวันที่ ...": the second is what is reported.
        after = [one for one in events if one.start > now and _REPORTED.search(text, max(0, one.start - 25), one.start)]
        main = after[0] if after else main
    published = [moment for moment in moments if moment.kind == "published" and moment.is_day]
    if main is None:
        return moments
    for moment in moments:
        if id(moment) in headings and len(headings) > 1 and moment.kind == "event":
            # A digest: every heading is the day of what follows it.
            continue
        if moment is main or moment.kind in ("academic_year", "fiscal_year", "law", "policy", "published"):
            continue
        first, _, last = moment.date.partition("/")
        last = last or first
        width = len(first)
        if moment.kind == "term":
            if (
                not moment.date.count("/")
                and width == 10
                and last < main.date[:10]
                and _OVER.search(text, moment.start, moment.end + 25)
            ):
                moment.kind = "past"
            continue
        if moment.kind == "planned":
            continue
        if _stands_apart(text, moment) and moment.is_day and moment.date >= main.date[:10]:
            moment.kind = "event" if moment.date == main.date else "published"
        elif first > main.date[-len(main.date.partition("/")[0]) :][:width]:
            moment.kind = "planned"
        elif last < main.date[:width]:
            moment.kind = "past"
    if _ANNOUNCED.search(text[:250]) and not re.search("เมื่อวัน|ได้ลงนาม|ได้จัด", text):
        main.kind = "planned"
    if (
        main.is_day
        and any(moment.date < main.date for moment in published)
        and not _REPORTED.search(text, max(0, main.start - 25), main.start)
    ):
        main.kind = "planned"
    return moments


_TODAY = re.compile(r"(?:วันนี้ ?\(?(?:ที่)? ?|วัน ?(?:และ)? ?เวลา[ :]{0,3}(?:และ)?(?:สถานที่)?[ :]{0,3})$")
_ANNOUNCED = re.compile("กำหนดการ|ขอเชิญ|ขอแจ้ง|ขอประชาสัมพันธ์เชิญ")
_OVER = re.compile(r"ที่ผ่านมา|แล้ว")


def _heads_a_line(text: str, moment: Moment) -> bool:
    """Whether a short line is a heading that says a day: "▶ จันทร์ 7 ส.ค. 66"."""
    line_start = text.rfind("\n", 0, moment.start) + 1
    line_end = text.find("\n", moment.end)
    line_end = len(text) if line_end < 0 else line_end
    return moment.start - line_start < 12 and line_end - moment.end < 4 and line_end < len(text.rstrip())


def _stands_apart(text: str, moment: Moment) -> bool:
    """Whether a date is alone on its line, or in the last line: a dateline, a signature, a note of posting."""
    line_start = text.rfind("\n", 0, moment.start) + 1
    line_end = text.find("\n", moment.end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start : moment.start], text[moment.end : line_end]
    if "|" in after[:3] or ("|" in before[-3:] and not after.strip()):
        return True
    if line_end - line_start > 90 and not re.match(r"[)\s]*$", after):
        return False
    if re.search(r"ที่\s+ศธ", before):
        return True
    last = not text[line_end:].strip() or (text[line_end:].count("\n") <= 1 and len(text) - line_end < 60)
    if (
        last
        and line_start
        and not before.endswith("เมื่อ")
        and (len(before.strip()) < 30 or re.search(r"[:|(]\s?[^:|(]{0,25}$", before))
    ):
        return True
    return line_start > 0 and len(before.strip()) < 4 and len(after.strip()) < 4


_ISSUE = re.compile(r"(?:ฉบับ|ครั้ง|รุ่น|เล่ม)ที่\s?$")


def _issue_of(match: re.Match[str]) -> bool:
    """Whether what looks like the day is the number of an issue: "ฉบับที่ 3 เดือนสิงหาคม 2566"."""
    return bool(match["day"] and _ISSUE.search(match.string, max(0, match.start() - 10), match.start()))


def _read(match: re.Match[str], last_year: int | None) -> tuple[str, bool] | None:
    """The ISO text, and whether it is uncertain; None for no date."""
    if match["academic"]:
        first = _common(match["ay1"] or match["ay3"])
        last = _common(match["ay2"]) if match["ay2"] else first
        return _range(str(first), str(last)), False
    if match["fiscal"]:
        first = _common(match["fy1"])
        last = _common(match["fy2"]) if match["fy2"] else first
        return f"{first - 1}-10-01/{last}-09-30", False
    if match["span"]:
        end_year = _common(match["y2"])
        start_year = _common(match["y1"]) if match["y1"] else end_year
        return _both(_day(start_year, match["m1"], match["d1"]), _day(end_year, match["m2"], match["d2"]))
    if match["days"]:
        year = _common(match["y3"])
        return _both(_day(year, match["m3"], match["d3"]), _day(year, match["m3"], match["d4"]))
    if _issue_of(match):
        # "ฉบับที่ 3 เดือนสิงหาคม 2566": the number is that of an issue.
        return _month(_common(match["y5"]), match["m5"]), False
    if match["day"]:
        return _one(_day(_common(match["y5"]), match["m5"], match["d5"]))
    if match["slash"]:
        year, month = _common(match["y6"]), int(match["m6"])
        return _one(_iso(year, month, int(match["d6"])))
    if match["yearless"]:
        day = None if last_year is None else _day(last_year, match["m7"], match["d7"])
        return None if day is None else (day, True)
    if match["yearless_days"]:
        ends = [None if last_year is None else _day(last_year, match["m11"], match[day]) for day in ("d8", "d9")]
        both = _both(*ends)
        return None if both is None else (both[0], True)
    if match["yearless_month"]:
        return None if last_year is None else (_month(last_year, match["m12"]), True)
    if match["months"]:
        end_year = _common(match["y9"])
        start_year = _common(match["y8"]) if match["y8"] else end_year
        return _range(_month(start_year, match["m8"]), _month(end_year, match["m9"])), False
    if match["month"]:
        return _month(_common(match["y10"]), match["m10"]), False
    if match["years"]:
        if not (match["era1"] or match["era2"]) and match.start() and match.string[match.start() - 1] not in " (\n":
            return None
        return _range(str(_common(match["y11"])), str(_common(match["y12"]))), False
    return str(_common(match["y13"])), False


def _common(year: str) -> int:
    number = int(year)
    if number < 100:
        number += 2500
    return number - BUDDHIST_ERA if number >= 2400 else number


def _iso(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1900 <= year <= 2200 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _day(year: int, month: str, day: str) -> str | None:
    return _iso(year, int(meanings("months")[month]), int(day))


def _month(year: int, month: str) -> str:
    return f"{year:04d}-{int(meanings('months')[month]):02d}"


def _one(day: str | None) -> tuple[str, bool] | None:
    return None if day is None else (day, False)


def _both(first: str | None, last: str | None) -> tuple[str, bool] | None:
    return None if first is None or last is None else (_range(first, last), first > last)


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


_WINDOW = 70
_LAW = re.compile(any_of("law_words") + r"[^\n]{0,60}$")
_POLICY = re.compile(any_of("policy_words") + r"[^\n]{0,40}$")
_TERM = re.compile(any_of("term_words") + r"[^\n]{0,30}$")
_TERM_AFTER = re.compile(r"\s?(?:เป็นต้นไป|เป็นระยะเวลา|\(?ระยะเวลา|รวม\s?\d+\s?ปี|สิ้นสุด(?!ลง|แล้ว|ไป))")
_UNTIL = re.compile(r"(?:ปี|เดือน|ภาคเรียน|ใช้ได้|ต่อเนื่อง(?:ไป)?|อายุ|สัญญา|ข้อตกลง) ?(?:ไป)?(?:จน)?ถึง ?$")
_RUNS_OUT = re.compile(r"(?:จะ|วัน|และ)? ?(?:สิ้นสุด(?:ลง)?|หมดอายุ|ครบกำหนด)(?:ใน|เมื่อ|ลงใน)? ?$")
_WAS = re.compile(r"(?:ไป|ไว้|แล้ว|ครั้งแรก|ก่อตั้ง(?:ขึ้น)?|เปิดสอน(?:มา)?)(?:แล้ว)? ?(?:ตั้งแต่|เมื่อ)(?:ปี)? ?$")
_WILL = re.compile(r"(?:^|[ก-๎ ])จะ[ก-๎ ]{2,45}(?:ใน|ภายใน|ต้น|ปลาย) ?$")
_LAST_WEEK = re.compile(r"เมื่อ(?:วัน|สัปดาห์)?[ก-๎]{0,12}ที่(?:ผ่านมา|แล้ว) ?\(? ?$")
_MEMO = re.compile(r"ที่ ?(?:[ก-๎]{1,6}\.?|พิเศษ) ?[\d./-]+(?:/ ?(?:ว ?)?\d+)[^\n]{0,30}$")
_ON_AIR = re.compile(
    r"(?:ออกอากาศ|ฉบับที่ ?\d+|(?:ฉบับ|เล่ม)ที่ ?\d+ ?ปีที่ ?\d+|ประจำ(?:วัน|เดือน)"
    r"|จดหมายข่าว|วารสาร|แฟ้มภาพ|ภาพเมื่อ|ภาพ/ข่าว)[ ,|:(]{0,3}$"
)
_PLANNED = re.compile(any_of("planned_words") + r"[^\n]{0,45}$")
_INTENDED = re.compile(r"(?:จะลงนาม|ประสงค์จะ|ขออนุญาต|ขออนุมัติ|ขอเชิญ|กำหนดจัด|กำหนดลงนาม)[^\n]{0,100}(?:ใน|วันที่|เมื่อ)?\s?$")
_PAST = re.compile(any_of("past_words") + r"[^\n]{0,45}$")
_PUBLISHED = re.compile(any_of("published_words") + r"[^\nก-๎]{0,12}(?:เมื่อ\s?)?$")


def _kind(text: str, match: re.Match[str], iso: str) -> DateKind:
    if match["academic"]:
        return "academic_year"
    if match["fiscal"]:
        return "fiscal_year"
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    line = before.rpartition("\n")[2]
    whole_day = len(iso) >= 10
    if whole_day and text.endswith(" ลง", 0, match.start()):
        return "law"
    if iso[4:5] == "-" and (_ON_AIR.search(line) or _issue_of(match)):
        return "published"
    if whole_day and _MEMO.search(line):
        return "published"
    if whole_day and re.search(
        r"ที่\s?(?:ศธ|พิเศษ)\s?\d[^\n]*$", text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    ):
        return "published"
    if _INTENDED.search(text, max(0, match.start() - 120, text.rfind("\n", 0, match.start()) + 1), match.start()):
        return "planned"
    if _PUBLISHED.search(line):
        return "published"
    if "/" in iso and line.rstrip().endswith("ตั้งแต่"):
        return "term"
    if match["yearless_month"]:
        return "past"
    if whole_day and "/" not in iso and _LAST_WEEK.search(line):
        return "event"
    if not whole_day and _WAS.search(line):
        return "past"
    if _UNTIL.search(line) or (_RUNS_OUT.search(line) and not re.match(" ?(?:ที่ผ่านมา|ไปแล้ว)", text[match.end() :][:12])):
        return "term"
    if line.endswith("เริ่ม"):
        return "planned"
    if whole_day and line.endswith(" ลง"):
        return "law"
    if not whole_day and _LAW.search(line):
        return "law"
    if not whole_day and _POLICY.search(line):
        return "policy"
    if _TERM.search(line) or _TERM_AFTER.match(text, match.end()):
        return "term"
    if _PLANNED.search(line) or _WILL.search(line):
        return "planned"
    if _PAST.search(line):
        return "past"
    if not whole_day and match["years"]:
        return "term"
    return "event"
