"""Step 7, tables and lists whose head alone tells who leads: "โรงเรียนพี่เลี้ยง | โรงเรียนเครือข่าย" above rows of names.

Also pairs ("คู่ที่ 1 S - S") and nested lists ("1. S", "1.1 S") under "ระหว่างโรงเรียนแกนนำกับโรงเรียนร่วมพัฒนา ดังนี้".
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graphmou.extract.mentoring.roles import Basis, Word
from graphmou.extract.text.lines import Line, Lines
from graphmou.extract.text.marked import SCHOOL, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["Row", "rows_of_tables"]

# Between the kinds of a head; further apart they are of different sentences.
_NEAR = 40
_HEAD_ENDS = re.compile(r"(?:คือ|ได้แก่|ดังนี้|ต่อไปนี้|ตามตาราง|ประกอบด้วย|รายละเอียด|รายชื่อ|:)[^\n]{0,25}$")
_CONTINUED = re.compile(r"\s?(?:\||-(?=\s))?\s?\|")
# "เครือข่ายของ S" names whose partner the item is.
_OTHER_LEAD = re.compile(rf"\s?(?:ของ|ให้|ใน|กับ)\s?{SCHOOL}")
_PROSE = 140
_MOST_ROWS = 100


@dataclass(slots=True)
class Row:
    """``text[start:end]`` of the marked text names leads and their partners."""

    start: int
    end: int
    leads: list[Mention]
    partners: list[Mention]
    basis: Basis


def rows_of_tables(marked: Marked, lines: Lines, words: list[Word]) -> list[Row]:
    """The rows below every head that names leads and partners, in order."""
    found: list[Row] = _labelled_items(marked, lines, words)
    if len(found) > 1:
        return found
    found = []
    reached = 0
    for number, line in enumerate(lines.all):
        if line.start < reached:
            continue
        head = _head(marked, lines, line, words)
        if head is None:
            continue
        rows = list(_rows(marked, lines, number + 1, words, *head))
        if rows:
            found += rows
            reached = rows[-1].end
    return found


def _labelled_items(marked: Marked, lines: Lines, words: list[Word]) -> list[Row]:
    """Items of one school each, below which a line names its partners: "1. S", "ลูกข่าย: S S", "2. S", "ลูกข่าย: S"."""
    found: list[Row] = []
    full = [line for line in lines.all if SCHOOL in lines.text(line)]
    for item, below in itertools.pairwise(full):
        leads = _schools(marked, item)
        if not item.level or len(leads) != 1 or item.end - item.start > _PROSE:
            continue
        if any(word.role != "lead" for word in _within(words, item)):
            continue
        label = next(iter(_within(words, below)), None)
        if label is None or label.role != "partner" or marked.text[below.start : label.start].strip(" -–•*▪·"):
            continue
        if marked.text[item.end : below.start].strip() or len(_within(words, below)) > 1:
            continue
        if _OTHER_LEAD.match(marked.text, label.end, below.end):
            continue
        lead = next((word for word in reversed(words[: bisect_left(words, item.end, key=_start)]) if word.kind), None)
        found.append(Row(item.start, below.end, leads, _schools(marked, below), lead.basis if lead else "inferred"))
    return found


def _start(word: Word) -> int:
    return word.start


def _schools(marked: Marked, line: Line) -> list[Mention]:
    return [one for one in marked.between(line.start, line.end) if one.kind == "school"]


def _head(marked: Marked, lines: Lines, line: Line, words: list[Word]) -> tuple[bool, Basis] | None:
    """Whether leads come first below this line, and on what basis; None where it is no head."""
    kinds = [word for word in _within(words, line) if word.role in ("lead", "partner")]
    for first, second in reversed([*itertools.pairwise(kinds)]):
        if {first.role, second.role} != {"lead", "partner"} or second.start - first.end > _NEAR:
            continue
        rest = marked.text[second.end : line.end]
        between = marked.text[first.end : second.start]
        short = line.end - line.start < 80 and SCHOOL not in lines.text(line)
        if SCHOOL in between or SCHOOL in rest or not (short or _HEAD_ENDS.search(rest)):
            continue
        lead = first if first.role == "lead" else second
        return first.role == "lead", lead.basis
    return None


def _within(words: list[Word], line: Line) -> list[Word]:
    first = bisect_left(words, line.start, key=lambda word: word.start)
    return [*itertools.takewhile(lambda word: word.start < line.end, itertools.islice(words, first, None))]


def _rows(
    marked: Marked, lines: Lines, number: int, words: list[Word], lead_first: bool, basis: Basis
) -> Iterator[Row]:
    last: Row | None = None
    level = 0
    for place, line in enumerate(lines.all[number : number + _MOST_ROWS], number):
        text = lines.text(line)
        if not text.strip():
            continue
        schools = [one for one in marked.between(line.start, line.end) if one.kind == "school"]
        if last is None and _head(marked, lines, line, words) is not None:
            return
        if not schools or line.end - line.start > _PROSE or _within(words, line):
            if last is None and len(text) < 60 and not schools:
                continue
            return
        if last is not None and len(schools) == 1 and (_CONTINUED.match(text) or (level and line.level > level)):
            last.partners += schools
            last.end = line.end
        elif len(schools) > 1:
            leads, partners = (schools[:1], schools[1:]) if lead_first else (schools[-1:], schools[:-1])
            last, level = Row(line.start, line.end, leads, partners, basis), line.level
            yield last
        elif lead_first and 0 < line.level < lines.all[min(place + 1, len(lines.all) - 1)].level:
            last, level = Row(line.start, line.end, schools, [], basis), line.level
            yield last
        elif last is None:
            return
