"""Step 8, terms: from when to when an agreement runs, as the text states it.

A date is a term where its kind says so. School and fiscal years are one where the agreement is what runs in them:
"ข้อตกลงนี้ใช้ในปีการศึกษา ...", "มีผลตั้งแต่ปีงบประมาณ ...", or several years that something lasts or goes on.
"3 ปี นับแต่วันลงนาม" says only the start.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from graphmou.extract.agreements import Agreement
from graphmou.extract.date_kinds import is_about_agreement
from graphmou.extract.draft import Draft
from graphmou.extract.moments import FROM_SIGNING, Moment

__all__ = ["add_terms"]

_PAPER = "(?:ข้อตกลง|MO[UA]|เอ็มโอยู|บันทึกความเข้าใจ|สัญญา|ความร่วมมือ|ฉบับนี้|ฉบับที่ ?[0-9]+)"
# What says of itself that something is in force; what does so only of an agreement; and what tells a time by years.
_IN_FORCE = re.compile(r"(?:ระยะเวลา|มีกำหนด|มีผล(?!การ|สัมฤทธิ์|งาน|ประเมิน|คะแนน)|ใช้บังคับ|มีอายุ|ในระยะ|ห้วงเวลา)[^\n]{0,50}$")
_USED = re.compile(_PAPER + r"[^\n]{0,25}(?:ใช้|เริ่ม|ตลอด|ดำเนิน|ตั้งแต่|บังคับ|ครอบคลุม|ระหว่าง|สิ้น|ถึง)[^\n]{0,25}$")
_USED_ALONE = re.compile(
    r"(?:^|[^ก-๎])(?:โดย)?(?:ให้)?(?:เริ่ม(?:ใช้|มีผล|ดำเนินการ)|ใช้(?:ตลอด|ใน|ตั้งแต่|ระหว่าง|ร่วมกัน))[^\n]{0,20}$"
)
_YEARS = re.compile(r"(?:ตั้งแต่|ตลอด|เริ่ม|ใช้ต่อเนื่อง|ดำเนินการ|ระหว่าง|ในช่วง|ระยะ)[^\n]{0,45}$")
_NO_TERM = re.compile(r"ผลการ|พบว่า|สำรวจ|รางวัล|งบประมาณจาก|ใช้งบ|ใช้เงิน|ประจำ ?$")
_OLD = re.compile(r"ฉบับเดิม|ฉบับแรก|ฉบับก่อน|ก่อนหน้า|เคย|ครั้งก่อน|ครั้งแรก")
_SEVERAL = re.compile("ถึง|-|–|และ")
_STARTS = re.compile("เริ่ม|ตั้งแต่|นับแต่|เป็นต้นไป")
_ENDS = re.compile(r"(?:ถึง|สิ้น(?:สุด)?|ครบกำหนด|หมดอายุ)[^\n\d]{0,20}$")
_AT_ONCE = re.compile("มีผล(?:บังคับใช้|ใช้บังคับ)?(?:ทันที|ใน)(?:ที่|หลัง|นับแต่|เมื่อ)?(?:วัน)?(?:ที่)?ลงนาม")
_EVERY = re.compile(r"ทุกฉบับ|แต่ละฉบับ|ทั้ง(?:หมด|สอง|สาม|สี่|\s?\d+\s?ฉบับ)|เหมือนกัน|เช่นเดียวกัน")


# One date is the term of so many agreements at most.
_MOST = 200


def add_terms(draft: Draft, agreements: list[Agreement]) -> None:
    """Give each agreement the first and last day, month or year of the term that the text states."""
    places = _Places(draft, agreements)
    for moment in draft.moments:
        before = draft.text_before(moment.start, 120)
        if not (moment.kind == "term" or _is_run_in(draft, moment, before)):
            continue
        starts, ends = _ends_of(draft, moment, before)
        from_signing = not starts and FROM_SIGNING.search(before) is not None
        for agreement in places.concerned(moment.start):
            if agreement.starts is None or (agreement.ends is None and ends):
                agreement.starts = starts or agreement.starts or (agreement.signed_on if from_signing else None)
                agreement.ends = ends or None
    for pattern in (FROM_SIGNING, _AT_ONCE):
        for found in pattern.finditer(draft.text):
            if _OLD.search(draft.text_before(found.start(), 60)):
                continue
            for agreement in places.concerned(found.start()):
                if agreement.starts is None:
                    agreement.starts = agreement.signed_on


def _ends_of(draft: Draft, moment: Moment, before: str) -> tuple[str, str]:
    """The first and the last day, month or year that a date states; empty where it does not."""
    after = draft.text[moment.end : moment.end + 15]
    if "/" in moment.date and moment.kind != "fiscal_year":
        return moment.first, moment.last
    if _ENDS.search(before):
        return "", moment.last
    one_year = moment.kind in ("academic_year", "fiscal_year")
    begins = not _SEVERAL.search(draft.text[moment.start : moment.end]) and (
        _STARTS.search(before[-40:]) or after.lstrip().startswith("เป็นต้นไป")
    )
    if begins or not one_year:
        return moment.first, ""
    return moment.first, moment.last


def _is_run_in(draft: Draft, moment: Moment, before: str) -> bool:
    """Whether a school or fiscal year is the time the agreement runs."""
    if moment.kind not in ("academic_year", "fiscal_year") or _NO_TERM.search(before[-25:]):
        return False
    if draft.text.startswith("ประจำ", moment.start):
        return False
    if _OLD.search(before[-80:]):
        return False
    if is_about_agreement(before) and (_IN_FORCE.search(before) or _USED.search(before)):
        return True
    if _USED_ALONE.search(before) and re.search(_PAPER, draft.text[max(0, moment.start - 400) : moment.start]):
        return True
    several = _SEVERAL.search(draft.text[moment.start : moment.end]) is not None
    return several and _YEARS.search(before) is not None


class _Places:
    """Where each agreement is told: in which item of a list, in which line."""

    def __init__(self, draft: Draft, agreements: list[Agreement]) -> None:
        self._draft = draft
        self._agreements = agreements
        self._labelled = [agreement for agreement in agreements if agreement.label and "-" not in agreement.label]
        self._items = [self._line(agreement)[0] for agreement in self._labelled]
        self._end = _item_end(draft, self._labelled[-1]) if self._labelled else 0
        by_line: dict[tuple[int, int], list[Agreement]] = {}
        for agreement in agreements:
            by_line.setdefault(self._line(agreement), []).append(agreement)
        self._lines = sorted(by_line.items(), key=lambda one: one[0])
        self._starts = [start for (start, _), _ in self._lines]

    def _line(self, agreement: Agreement) -> tuple[int, int]:
        line = self._draft.lines.all[agreement.first.line]
        return self._draft.marked.origin(line.start), self._draft.marked.origin(line.end)

    def concerned(self, place: int) -> list[Agreement]:
        """The agreements whose term stands at ``place``: those told in its item or line, else all, if not too many."""
        if len(self._agreements) < 2 or _EVERY.search(self._draft.text_before(place, 120)):
            return self._agreements[:_MOST]
        item = bisect_right(self._items, place) - 1
        if item >= 0 and place < self._end:
            return [self._labelled[item]]
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and place < self._lines[number][0][1]:
            return self._lines[number][1][:_MOST]
        return self._agreements[:_MOST]


def _item_end(draft: Draft, agreement: Agreement) -> int:
    line = agreement.first.line
    items = draft.lines.items_after(line)
    end = items[-1].end if items else draft.lines.all[line].end
    for following in draft.lines.all[line + 1 : line + 6]:
        if following.level >= draft.lines.all[line].level and following.level and following.start <= end + 200:
            end = max(end, following.end)
        elif draft.lines.text(following).strip():
            break
    return draft.marked.origin(end)
