"""Step 8, terms: from when to when an agreement runs, as the text states it.

A date is a term where its kind says so. School and fiscal years are one where the agreement is what runs in them:
"ข้อตกลงนี้ใช้ในปีการศึกษา ...", "มีผลตั้งแต่ปีงบประมาณ ...", or several years that something lasts or goes on.
"3 ปี นับแต่วันลงนาม" says only the start.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.dates.kinds import is_about_agreement
from graphmou.extract.dates.moments import FROM_SIGNING, Moment

__all__ = ["add_terms"]

_PAPER = "(?:ข้อตกลง|MO[UA]|เอ็มโอยู|บันทึกความเข้าใจ|สัญญา|ความร่วมมือ|ฉบับนี้|ฉบับที่ ?[0-9]+)"
# What says of itself that something is in force; what does so only of an agreement; and what tells a time by years.
_IN_FORCE = re.compile(
    r"(?:ระยะเวลา|มีกำหนด|มีผล(?!การ|สัมฤทธิ์|งาน|ประเมิน|คะแนน)|ใช้บังคับ|มีอายุ|ในระยะ|ห้วงเวลา"
    rf"|อายุ ?(?:ของ)?{_PAPER})[^\n]{{0,50}}$"
)
_USED = re.compile(_PAPER + r"[^\n]{0,25}(?:ใช้|เริ่ม|ตลอด|ดำเนิน|ตั้งแต่|บังคับ|ครอบคลุม|ระหว่าง|สิ้น|ถึง)[^\n]{0,25}$")
_USED_ALONE = re.compile(
    r"(?:^|[^ก-๎]|ทั้งนี้|ฉบับ|คู่)(?:โดย)?(?:ให้|จะ)?(?:เริ่ม(?:ใช้|มีผล|ดำเนินการ)|ใช้(?:ตลอด|ใน|ตั้งแต่|ระหว่าง|ร่วมกัน)"
    r"|ครอบคลุม|ดำเนินการ(?:ร่วมกัน)?ตลอด)[^\n]{0,20}$"
    # What the sides will do all the year.
    r"|จะ[^\n]{2,90}ตลอด(?:ทั้ง)? ?$"
)
_YEARS = re.compile(r"(?:ตั้งแต่|ตลอด|เริ่ม|ใช้ต่อเนื่อง|ดำเนินการ|ระหว่าง|ในช่วง|ระยะ)[^\n]{0,45}$")
_NO_TERM = re.compile(r"ผลการ|พบว่า|สำรวจ|รางวัล|งบประมาณจาก|ใช้งบ|ใช้เงิน|ประจำ ?$")
_OLD = re.compile(r"ฉบับเดิม|ฉบับแรก|ฉบับก่อน|ก่อนหน้า|เคย|ครั้งก่อน|ครั้งแรก")
_OF_THIS = re.compile("ฉบับใหม่|ฉบับนี้|ครั้งนี้|ฉบับปัจจุบัน|บัดนี้")
_SEVERAL = re.compile("ถึง|จน|-|–|และ")
_STARTS = re.compile("เริ่ม|ตั้งแต่|นับแต่|เป็นต้นไป")
_ENDS = re.compile(r"(?:ถึง|สิ้น(?:สุด)?|ครบกำหนด|หมดอายุ)[^\n\d]{0,20}$")
_AT_ONCE = re.compile(
    "มีผล(?:บังคับใช้|ใช้บังคับ)?ทันที(?!ที่|เมื่อ|หลัง|นับ)|มีผล(?:บังคับใช้|ใช้บังคับ)?(?:ทันที|ใน)(?:ที่|หลัง|นับแต่|เมื่อ)?(?:วัน)?(?:ที่)?ลงนาม"
)
_NUMBERED = re.compile(
    # "โรงเรียนลำดับที่ 4" is a side.
    r"(?:ฉบับ|คู่|(?<!โรงเรียน)(?<!สถานศึกษา)ลำดับ|กลุ่ม)ที่\s?(\d{1,2})(?:\s?(?:-|–|ถึง(?:ฉบับที่)?|และ(?:ฉบับที่)?|,)\s?(\d{1,2}))?(?![\d/])"
)
_EVERY = re.compile(r"ทุกฉบับ|แต่ละฉบับ|ทั้ง(?:หมด|สอง|สาม|สี่|\s?\d+)\s?(?:ฉบับ|คู่|ข้อตกลง|MO[UA])|เหมือนกัน|เช่นเดียวกัน")


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of the text that tells of an agreement; the next part ends it, or, of the last one, its ``end``."""

    start: int
    end: int
    agreement: Agreement


# So far behind the words of an agreement something is still told of it.
_STORY = 1500
# One date is the term of so many agreements at most.
_MOST = 200


def add_terms(article: Article, agreements: list[Agreement]) -> None:
    """Give each agreement the first and last day, month or year of the term that the text states."""
    parts = _parts_of(article, agreements)
    for moment in article.moments:
        before = article.text_before(moment.start, 120)
        if not (moment.kind == "term" or _is_run_in(article, moment, before)):
            continue
        starts, ends = _ends_of(article, moment, before)
        from_signing = not starts and FROM_SIGNING.search(before) is not None
        for agreement in _concerned(article, agreements, parts, moment.start):
            if agreement.starts is None or (agreement.ends is None and ends):
                agreement.starts = starts or agreement.starts or (agreement.signed_on if from_signing else None)
                agreement.ends = ends or None
    for pattern in (FROM_SIGNING, _AT_ONCE):
        for found in pattern.finditer(article.text):
            if _OLD.search(_OF_THIS.split(article.text_before(found.start(), 60))[-1]):
                continue
            for agreement in _concerned(article, agreements, parts, found.start()):
                if agreement.starts is None:
                    agreement.starts = agreement.signed_on


def _ends_of(article: Article, moment: Moment, before: str) -> tuple[str, str]:
    """The first and the last day, month or year that a date states; empty where it does not."""
    after = article.text[moment.end : moment.end + 15]
    if "/" in moment.date and moment.kind != "fiscal_year":
        return moment.first, moment.last
    if _ENDS.search(before):
        return "", moment.last
    one_year = moment.kind in ("academic_year", "fiscal_year")
    begins = not _SEVERAL.search(article.text[moment.start : moment.end]) and (
        _STARTS.search(before[-40:]) or after.lstrip().startswith("เป็นต้นไป")
    )
    if begins or not one_year:
        return moment.first, ""
    return moment.first, moment.last


def _is_run_in(article: Article, moment: Moment, before: str) -> bool:
    """Whether a school or fiscal year is the time the agreement runs."""
    if moment.kind not in ("academic_year", "fiscal_year") or _NO_TERM.search(before[-25:]):
        return False
    if article.text.startswith("ประจำ", moment.start):
        return False
    if _OLD.search(before[-80:]):
        return False
    if is_about_agreement(before) and (_IN_FORCE.search(before) or _USED.search(before)):
        return True
    if _USED_ALONE.search(before) and re.search(_PAPER, article.text[max(0, moment.start - _STORY) : moment.start]):
        return True
    several = _SEVERAL.search(article.text[moment.start : moment.end]) is not None
    return several and _YEARS.search(before) is not None


def _concerned(article: Article, agreements: list[Agreement], parts: list[_Part], place: int) -> list[Agreement]:
    """The agreements whose term stands at ``place``: those it numbers, those told in its part of the text, else all."""
    if len(agreements) < 2:
        return agreements
    everyone = agreements[:_MOST]
    before = article.text_before(place, 120)
    every = max((found.end() for found in _EVERY.finditer(before)), default=-1)
    numbered = next(reversed(list(_NUMBERED.finditer(before))), None)
    if numbered is not None and numbered.start() >= every:
        numbers = range(int(numbered[1]), int(numbered[2] or numbered[1]) + 1)
        meant = [one for one in everyone if one.label.isdigit() and int(one.label) in numbers]
        if meant:
            return meant
    told = bisect_right(parts, place, key=lambda part: part.start)
    inside = told and every < 0 and (told < len(parts) or place < parts[told - 1].end)
    return [parts[told - 1].agreement] if inside else everyone


def _parts_of(article: Article, agreements: list[Agreement]) -> list[_Part]:
    """Where each agreement is told of: from its own side on, or from its line where no other has its side there."""
    sides = Counter(side for agreement in agreements for side in set(agreement.sides))
    begins = [_own_side(article, agreement, sides) for agreement in agreements]
    shared = Counter(article.lines.index(begin) for begin in begins)
    parts = []
    for begin, agreement in zip(begins, agreements, strict=True):
        line = article.lines.index(begin)
        alone = shared[line] == 1
        start = article.marked.origin(article.lines.all[line].start if alone else begin)
        parts.append(_Part(start, _item_end(article, line) if alone else start, agreement))
    return sorted(parts, key=lambda part: part.start)


def _own_side(article: Article, agreement: Agreement, sides: Counter[str]) -> int:
    """Where, in the marked text, the first side is named that is this agreement's alone, or else where it is told."""
    told = article.marked.origin(agreement.first.start)
    alone = {side for side in agreement.sides if sides[side] < 2}
    own = (side for side in agreement.first.sides.mentions if side.entity in alone and side.start >= told)
    first = next(own, None)
    return agreement.first.start if first is None else article.marked.places[bisect_left(article.starts, first.start)]


def _item_end(article: Article, line: int) -> int:
    """Where the item that begins in ``line`` ends in the text, with what stands deeper below it."""
    items = article.lines.items_after(line)
    end = items[-1].end if items else article.lines.all[line].end
    for following in article.lines.all[line + 1 : line + 6]:
        if following.level >= article.lines.all[line].level and following.level and following.start <= end + 200:
            end = max(end, following.end)
        elif article.lines.text(following).strip():
            break
    return article.marked.origin(end)
