"""Step 7, what is said of kinds of schools and holds for all of them: "โรงเรียนแกนนำเป็นพี่เลี้ยงให้โรงเรียนเครือข่าย"."""

from __future__ import annotations

import itertools
import re

from graphmou.extract.mentoring.roles import FREE, Word
from graphmou.extract.text.marked import GENERIC, PERSON, SCHOOL

__all__ = ["told_of_kinds"]


def told_of_kinds(text: str, words: list[Word]) -> bool:
    """Whether the text says of the kinds that one helps the other: "โรงเรียนแกนนำเป็นพี่เลี้ยงให้โรงเรียนเครือข่าย"."""
    for number, (lead, verb) in enumerate(itertools.pairwise(words)):
        mentors = verb.role == "lead" and verb.basis == "stated" and lead.basis != "stated"
        if lead.role != "lead" or not (verb.role == "helps" or mentors):
            continue
        if not re.fullmatch(rf"{FREE}{{0,60}}", text[lead.end : verb.start][:99]):
            continue
        helped = next((one for one in words[number + 2 : number + 6] if one.role != "helps"), None)
        if helped is not None and helped.role == "partner" and helped.start - verb.end < 90:
            if not re.search(f"[\n{SCHOOL}{PERSON}]", text[verb.end : helped.start]):
                return True
        elif re.match(rf"{FREE}{{0,30}}?{GENERIC}(?!\s?ของ)", text[verb.end : verb.end + 60]):
            return True
    return False
