"""Step 7, who leads by order of naming: "ในคู่ที่ 1 และคู่ที่ 2 โรงเรียนแรกเป็นพี่เลี้ยงของโรงเรียนหลัง".

Such a sentence names nobody: it points at the first or last of each pair, or of the schools named just before.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from graphmou.extract.rules import any_of
from graphmou.extract.text.marked import BODY, GENERIC, GROUP, OFFICE, PERSON, SCHOOL, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["Ordered", "ordered_pairs"]

_SCHOOLS = rf"(?:{GENERIC}|สถานศึกษา|แห่ง)"
_NAMED = r"(?:ที่)?\s?(?:ระบุ|ออก|เอ่ย|มี|ขึ้น|เขียน)?(?:ชื่อ|ลำดับ|รายชื่อ)?(?:ไว้|อยู่)?(?:ใน)?\s?"
_LINE = "(?:ตัว|ด้าน|ข้าง)?(?:บรรทัด|แถว)(?:ที่อยู่)?"
_ROOM = rf"[^\n{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}]"
_STATEMENT = re.compile(
    rf"(?:(?P<first>{_SCHOOLS}{_NAMED}(?:{_LINE}(?:บน|แรก|ที่หนึ่ง)|แรก|ก่อน(?!หน้า)|ที่หนึ่ง|ด้านหน้า|ข้างหน้า|ซ้าย))"
    rf"|(?P<last>{_SCHOOLS}{_NAMED}(?:{_LINE}(?:ล่าง|สุดท้าย|ที่สอง)|หลัง(?!จาก)|ทีหลัง|ที่สอง|สุดท้าย|ขวา)))"
    rf"{_ROOM}{{0,60}}?(?:พี่เลี้ยง|โค้ช|ที่ปรึกษา|{any_of('helping_verbs')})(?:{_ROOM}{{0,60}}?{_SCHOOLS}{_NAMED}(?:{_LINE}[ก-๎]{{2,6}}|หลัง|แรก|ก่อน))?"
)
_PAIR = re.compile(r"คู่ที่\s?(?P<number>\d{1,2})")
_ALONE = re.compile(rf"{SCHOOL}[^\n{SCHOOL}]{{0,40}}?(?:กับ|[-–])\s?{SCHOOL}")
# The two of a pair, each on a line of its own.
_BELOW = re.compile(rf"(?:\n[^\n{SCHOOL}]{{0,40}}{SCHOOL}[^\n{SCHOOL}]{{0,80}}){{2}}(?=\n|$)")
_NUMBERS = re.compile(r"\d{1,2}")
_RANGE = re.compile(r"(\d{1,2})\s?(?:-|–|ถึง)\s?(?:คู่ที่\s?)?(\d{1,2})")
# More such sentences, or pairs, than these are of no press release.
_STATEMENTS, _MOST = 20, 99
_FAR, _BEFORE = 2000, 70


@dataclass(slots=True)
class Ordered:
    """One who leads and those who are led, and the sentence ``text[start:end]`` that says so."""

    start: int
    end: int
    lead: Mention
    partners: list[Mention]


def ordered_pairs(marked: Marked) -> list[Ordered]:
    """Everything that a sentence about the first or last named tells."""
    found: list[Ordered] = []
    pairs: dict[int, tuple[Mention, Mention]] | None = None
    for told in itertools.islice(_STATEMENT.finditer(marked.text), _STATEMENTS):
        if pairs is None:
            pairs = _pairs(marked)
        line = marked.text.rfind("\n", 0, told.start()) + 1
        before = marked.text[max(line, told.start() - _BEFORE) : told.start()]
        if pairs:
            asked = _asked(before + told[0])
            sides = [[*pair] for number, pair in pairs.items() if asked is None or number in asked]
        else:
            sides = [_named_before(marked, line, told.start())]
        for schools in sides:
            if len(schools) < 2 or (told["last"] and len(schools) > 2):
                continue
            lead = schools[0] if told["first"] else schools[-1]
            found.append(Ordered(told.start(), told.end(), lead, [one for one in schools if one is not lead]))
    return found


def _pairs(marked: Marked) -> dict[int, tuple[Mention, Mention]]:
    """The pairs that the text numbers ("คู่ที่ 1 S - S"), or else sets beside each other ("S กับ S และ S กับ S")."""
    found: dict[int, tuple[Mention, Mention]] = {}
    heads = [*_PAIR.finditer(marked.text)]
    for head, following in itertools.zip_longest(heads, heads[1:]):
        line_end = marked.text.find("\n", head.end())
        line_end = line_end if line_end >= 0 else len(marked.text)
        next_head = following.start() if following is not None else len(marked.text)
        schools = [one for one in marked.between(head.end(), min(line_end, next_head)) if one.kind == "school"]
        if not schools and (below := _BELOW.match(marked.text, line_end, next_head)):
            schools = [one for one in marked.between(*below.span()) if one.kind == "school"]
        if len(schools) == 2:
            found.setdefault(int(head["number"]), (schools[0], schools[1]))
    if heads:
        return found
    beside = [*_ALONE.finditer(marked.text)]
    if len(beside) < 2:
        return {}
    return {number: (marked.at(one.start()), marked.at(one.end() - 1)) for number, one in enumerate(beside[:_MOST], 1)}


def _asked(before: str) -> set[int] | None:
    """The numbers of the pairs that a sentence is about, by the words before it; None for all."""
    start = before.rfind("คู่ที่")
    while start > 0 and "คู่ที่" in before[max(0, start - 20) : start]:
        start = before.rfind("คู่ที่", 0, start)
    if start < 0 or "ทุกคู่" in before or "แต่ละคู่" in before:
        return None
    told = before[start:]
    numbers = {int(one) for one in _NUMBERS.findall(told)}
    for first, last in _RANGE.findall(told):
        numbers |= set(range(int(first), int(last) + 1))
    return numbers


def _named_before(marked: Marked, line: int, end: int) -> list[Mention]:
    """The schools of this paragraph before the sentence, or else of the one before it, each once."""
    start = line
    if not any(one.kind == "school" for one in marked.between(line, end)):
        start = marked.text.rfind("\n\n", max(0, line - _FAR), max(0, line - 2)) + 1
    schools: dict[str, Mention] = {}
    for one in marked.between(start, end):
        if one.kind == "school":
            schools.setdefault(one.name, one)
    return [*schools.values()]
