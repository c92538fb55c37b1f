"""Step 8, pointing: the sides that are named before and only counted here: "ทั้ง 3 แห่ง", "โรงเรียนทั้งสองแห่งดังกล่าว"."""

from __future__ import annotations

import re

from graphmou.extract.text.marked import Marked
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.number_words import NUMBERS

__all__ = ["pointed_at", "pointed_by"]

_NUMBER = r"(?P<count>\d{1,2}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)"
_UNIT = "(?:\ue007|แห่ง|สถานศึกษา|ฝ่าย|หน่วยงาน|เขต|องค์กร|สถาบัน)"
_ALL = re.compile(
    rf"(?:ทั้ง|ผู้บริหาร|โรงเรียน)\s?{_NUMBER}\s?{_UNIT}"
    # "โรงเรียนทั้งห้าได้ลงนาม"
    rf"|{_UNIT}ทั้ง\s?{_NUMBER.replace('count', 'alone')}(?=\s?(?:ได้|ร่วม|จึง|ต่าง|ลงนาม|ดังกล่าว|นี้|ข้างต้น|ก็|ส่ง|เข้า|พร้อม|$))"
)
_BODIES = ("school", "office", "organisation", "group")
# Who is named further back is of another matter.
_RUN, _BACK = 80, 500


def pointed_by(marked: Marked, start: int, end: int) -> list[Mention]:
    """The sides that the last "ทั้ง 3 แห่ง" from ``start`` to ``end`` points back to."""
    told = list(_ALL.finditer(marked.text, start, end))
    return _back(marked, told[-1].start(), _count(told[-1])) if told else []


def pointed_at(marked: Marked, start: int, end: int) -> list[Mention]:
    """The sides that "ทั้งสองแห่งดังกล่าว" within a list of sides from ``start`` to ``end`` points back to."""
    told = _ALL.search(marked.text, start, end)
    if told is None or "ดังกล่าว" not in marked.text[told.end() : told.end() + 12]:
        return []
    return _back(marked, start, _count(told))


def _count(told: re.Match[str]) -> int:
    count = told["count"] or told["alone"]
    return NUMBERS.get(count) or int(count)


def _back(marked: Marked, place: int, count: int) -> list[Mention]:
    """The nearest list of ``count`` schools before ``place``, or all bodies named before where they are so many."""
    before = marked.index(place)
    run: list[Mention] = []
    for mention in reversed(marked.mentions[max(0, before - _RUN) : before]):
        if mention.kind in _BODIES and mention.entity:
            if all(mention.entity != one.entity for one in run):
                run.insert(0, mention)
            elif len(run) == count:
                break
        if len(run) == count and len({one.kind for one in run}) == 1 and run[0].kind == "school":
            return run
        if run and mention.kind == "school" and len(run) > count:
            break
    named = {
        one.entity: one
        for one in marked.mentions[max(0, before - _BACK) : before]
        if one.kind in _BODIES and one.entity
    }
    for kinds in (_BODIES, ("school",), ("office",)):
        some = [one for one in named.values() if one.kind in kinds]
        if len(some) == count:
            return some
    return []
