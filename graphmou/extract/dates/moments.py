"""Step 4, dates: what the text says of time, as ISO text in the precision it has, and of which kind it is.

How dates are written is in date_forms.py, what the words beside them say in date_kinds.py, and what the day of the
report makes of them in report_day.py.
"""

from __future__ import annotations

import re

from graphmou.extract.dates.forms import read_dates
from graphmou.extract.dates.kinds import kind_by_words
from graphmou.extract.dates.moment import Moment
from graphmou.extract.dates.report_day import settle

__all__ = ["FROM_SIGNING", "Moment", "find_moments"]

_ON_TO = re.compile(
    r"(?:(?:จน(?:กว่า|กระทั่ง)?ถึง|จน|ถึง)\s?(?:สิ้นสุด|สิ้น|จบ|ปลาย)?|(?:สิ้นสุด|จบ|ครบกำหนด|หมดอายุ)(?:ลง|โครงการ)?(?:ใน|เมื่อ|ถึง)?(?:สิ้น)?\s?)$"
)
# "From the day of signing", and what else offices say for it.
FROM_SIGNING = re.compile(
    r"(?:นับ(?:ถัด)?(?:ตั้ง)?(?:แต่|จาก)|ตั้งแต่|จาก|เริ่ม)(?:ใน)?วัน(?:ที่)?(?:ทั้ง[ก-๎]{2,8}ฝ่าย|คู่สัญญา)?(?:ได้|มีการ|ร่วม)?"
    r"(?:ลงนาม|ลงลายมือชื่อ|ทำบันทึก|ทำข้อตกลง|ทำสัญญา|(?:ระบุ)?ในบันทึก|ในข้อตกลง)"
    r"|(?:มีผล|ใช้|อายุ|กำหนด|ระยะเวลา)[ก-๎ \d]{0,25}?(?:(?:นับ)?(?:ตั้ง)?แต่|นับจาก)(?:วันนี้|บัดนี้|(?:การ)?ลงนาม)"
)
_ENDING = re.compile(
    r"\s?(?:เป็นต้นไป)?\s?(?:และ)?\s?(?:จะ)?\s?(?:ไป)?(?:สิ้นสุด(?:ลง)?|หมดอายุ|ครบกำหนด|จนถึง|ถึง)(?:ใน|เมื่อ|สิ้น)?\s?"
    r"|\s?และ(?:ให้)?ใช้[ก-๎ ]{0,25}ถึง\s?"
)
_TO_ITS_END = re.compile(r"(?:ถึง|สิ้นสุด|หมดอายุ|ครบกำหนด)[^\n\d]{0,12}$")


def find_moments(text: str) -> list[Moment]:
    """Every date of ``text``, in order, with its kind."""
    moments: list[Moment] = []
    after = 0
    for form in read_dates(text):
        kind = kind_by_words(text, form, after)
        moments.append(Moment(form.start, form.end, form.date, kind or "event", form.uncertain))
        after = form.end
    return _from_signing(text, settle(text, _one_period(text, moments)))


def _one_period(text: str, moments: list[Moment]) -> list[Moment]:
    """Academic years "2564 ... จนถึง 2565", and where a term begins and ends, as one; a fiscal year and its days too."""
    kept: list[Moment] = []
    for moment in moments:
        before = kept[-1] if kept else None
        between = text[before.end : moment.start] if before is not None and moment.start - before.end < 70 else ""
        if (
            before is not None
            and between
            and moment.kind == before.kind == "academic_year"
            and _ON_TO.search(between)
            and before.first == before.last <= moment.date
            and len(moment.date) == 4
        ):
            before.date = before.date if before.date == moment.date else f"{before.date}/{moment.date}"
            before.end = moment.end
            continue
        if (
            before is not None
            and moment.kind == "term"
            and before.kind in ("term", "planned")
            and len(before.date) == len(moment.date) <= 10
            and before.date < moment.date
            and _ENDING.fullmatch(between)
        ):
            before.date, before.end, before.kind = f"{before.date}/{moment.date}", moment.end, "term"
            continue
        if before is not None and before.kind == "fiscal_year" and before.date == moment.date:
            continue
        kept.append(moment)
    return kept


def _from_signing(text: str, moments: list[Moment]) -> list[Moment]:
    """Terms "from the day of signing to 31 March" begin on the day that is reported."""
    signed = next((moment for moment in moments if moment.kind == "event" and moment.is_day), None)
    for moment in moments:
        if (
            signed is not None
            and moment.kind == "term"
            and moment.is_day
            and signed.date < moment.date
            and FROM_SIGNING.search(text, max(0, moment.start - 90, signed.end), moment.start)
            and _TO_ITS_END.search(text, max(0, moment.start - 30), moment.start)
        ):
            moment.date = f"{signed.date}/{moment.date}"
    return moments
