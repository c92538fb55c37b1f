"""Step 8, terms: from when to when an agreement runs, as the text states it."""

from __future__ import annotations

import re

from graphmou.extract.agreements import Agreement
from graphmou.extract.draft import Draft
from graphmou.extract.moments import Moment

__all__ = ["add_terms"]

_TERM_CUE = re.compile(r"(?:ระยะเวลา|มีกำหนด|มีผล(?!การ|สัมฤทธิ์|งาน|ประเมิน|คะแนน)|ในระยะ|มีอายุ|ห้วงเวลา)[^\n]{0,50}$")
_LONG_TERM_CUE = re.compile(r"(?:ตั้งแต่|ตลอด|เริ่ม|ใช้ต่อเนื่อง|ดำเนินการ)[^\n]{0,45}$")
_NO_TERM = re.compile(r"ผลการ|พบว่า|สำรวจ|รางวัล|ประจำ")
_FROM_SIGNING = re.compile(r"นับ(?:ตั้ง)?แต่วัน(?:ที่)?(?:ลงนาม|ทำบันทึก|ที่ลงนาม)|(?:ตั้งแต่|จาก)วันที่?ลงนาม")


def add_terms(draft: Draft, agreements: list[Agreement]) -> None:
    """Give each agreement the first and last day, month or year of the term that the text states."""
    for moment in draft.moments:
        place = draft.text_before(moment.start, 60)
        if moment.kind == "term" or (
            moment.kind in ("academic_year", "fiscal_year") and _is_term(draft, moment, place)
        ):
            pass
        else:
            continue
        starts, _, ends = moment.date.partition("/")
        if not ends and moment.kind == "term" and re.search(r"(?:ถึง|สิ้นสุด|จนถึง|ครบกำหนด|หมดอายุ)[^\n]{0,12}$", place):
            starts, ends = "", starts
        for agreement in _concerned(draft, agreements, moment):
            if agreement.starts is None or (agreement.ends is None and ends):
                agreement.starts, agreement.ends = starts or agreement.starts, ends or None
                if moment.kind == "academic_year" and not ends and not re.search("เริ่ม|ตั้งแต่", place):
                    agreement.ends = starts
                if moment.kind == "fiscal_year":
                    agreement.starts, agreement.ends = starts, ends
    if _FROM_SIGNING.search(draft.text):
        for agreement in agreements:
            if agreement.starts is None:
                agreement.starts = agreement.signed_on


def _is_term(draft: Draft, moment: Moment, before: str) -> bool:
    """Whether a school or fiscal year is the time the agreement runs: years always need a word that says so."""
    if _TERM_CUE.search(before) and not _NO_TERM.search(before[-25:]):
        return True
    several = re.search(r"ถึง|-|–", draft.text[moment.start : moment.end]) is not None
    return several and _LONG_TERM_CUE.search(before) is not None


def _concerned(draft: Draft, agreements: list[Agreement], moment: Moment) -> list[Agreement]:
    """The agreements whose term a date is: the one in whose item it stands, else all."""
    labelled = [agreement for agreement in agreements if agreement.label and "-" not in agreement.label]
    if not labelled:
        return agreements
    inside = []
    for position, agreement in enumerate(labelled):
        start = draft.marked.origin(draft.lines.all[agreement.first.line].start)
        following = labelled[position + 1].first.line if position + 1 < len(labelled) else None
        end = (
            draft.marked.origin(draft.lines.all[following].start)
            if following is not None
            else _item_end(draft, agreement)
        )
        if start <= moment.start < end:
            inside.append(agreement)
    return inside or agreements


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
