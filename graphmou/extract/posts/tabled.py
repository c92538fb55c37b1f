"""Step 5, posts told by a heading: a table's column of names under a title, a list of schools with their directors.

``S | P`` below ``โรงเรียน | T`` gives each person the title of the column, at the school of the row. ``S P`` in the
items of a list, or in the rows of a table without bars, does so where the text says that directors sign or are listed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from graphmou.extract.text.marked import GENERIC, PERSON, SCHOOL, TITLE, Marked
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = ["find_tabled"]

_DIRECTORS = re.compile(rf"{TITLE}(?={GENERIC}|\s?(?:โรงเรียน|สถานศึกษา))")
_TELLS = re.compile(r"ลงนาม|รายชื่อ|ดังนี้|ได้แก่|ประกอบด้วย|ดังต่อไปนี้")
_PAIR = re.compile(rf"(?P<school>{SCHOOL}) ?[(:|–-]? ?(?P<person>{PERSON})(?!\s?\)?\s?[|(,]?\s?{TITLE})")
# "P S, P S และ P S", "P (S), P (S)": the school stands after the name.
_REVERSED = re.compile(rf"(?P<person>{PERSON})\s?\(?(?P<school>{SCHOOL})")
_PEOPLE_FIRST = re.compile(
    rf"(?:{PERSON}\s?\(\s?{SCHOOL}\s?\)(?: |,|และ)*){{2,}}"
    rf"|(?:อาทิ|ได้แก่|คือ|ประกอบด้วย)\s?(?:{PERSON} ?{SCHOOL}(?: |,|และ)*){{2,}}"
)
# More columns or rows than these are no table of names.
_MOST_CELLS, _MOST_ROWS = 12, 200
_OF_OFFICES = ("ศึกษานิเทศก์", "ผู้อำนวยการกลุ่ม", "นักวิชาการ")


def find_tabled(marked: Marked) -> Iterator[tuple[Mention, Mention, Mention | None]]:
    """Person, title and place (None where it must be understood) of every such post."""
    yield from _columns(marked)
    yield from _lists(marked)


def _columns(marked: Marked) -> Iterator[tuple[Mention, Mention, Mention | None]]:
    titles: dict[int, Mention] = {}
    rows = 0
    start = 0
    for line in marked.text.split("\n"):
        cells = _cells(line, start)
        start += len(line) + 1
        if len(cells) < 2:
            titles = {}
            continue
        heads = {
            number: mention
            for number, (begin, end) in enumerate(cells)
            for mention in marked.between(begin, end)
            if mention.kind == "title"
        }
        if heads and PERSON not in line:
            titles, rows = heads, 0
            continue
        rows += 1
        if not titles or rows > _MOST_ROWS:
            continue
        schools = [one for one in marked.between(cells[0][0], cells[-1][1]) if one.kind == "school"]
        for number, title in titles.items():
            if number >= len(cells):
                continue
            inside = marked.between(*cells[number])
            if any(one.kind == "title" for one in inside):
                continue
            for person in inside:
                if person.kind == "person":
                    yield person, title, _school_of(person, title, schools)


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    """Where the cells of a line with bars stand in the text."""
    if "|" not in line:
        return []
    found = []
    for part in line.split("|")[:_MOST_CELLS]:
        found.append((start, start + len(part)))
        start += len(part) + 1
    return found


def _school_of(person: Mention, title: Mention, schools: list[Mention]) -> Mention | None:
    """The school of the row that stands next to ``person``, before it where there is one."""
    if title.name.startswith(_OF_OFFICES):
        return None
    before = [one for one in schools if one.start < person.start]
    return before[-1] if before else schools[0] if schools else None


def _lists(marked: Marked) -> Iterator[tuple[Mention, Mention, Mention | None]]:
    title = _listed_title(marked)
    if title is None:
        return
    reversed_at = [listed.span() for listed in _PEOPLE_FIRST.finditer(marked.text)]
    for span in reversed_at:
        for pair in _REVERSED.finditer(marked.text, *span):
            yield marked.at(pair.start("person")), title, marked.at(pair.start("school"))
    for pair in _PAIR.finditer(marked.text):
        before = bisect_right(reversed_at, (pair.start(), len(marked.text)))
        if not before or reversed_at[before - 1][1] <= pair.start():
            yield marked.at(pair.start("person")), title, marked.at(pair.start("school"))


def _listed_title(marked: Marked) -> Mention | None:
    """The title of directors who are said to sign, or to be listed, in one line of the text."""
    text = marked.text
    for found in _DIRECTORS.finditer(text):
        title = marked.at(found.start())
        begin = line_start(text, found.start(), 60)
        end = text.find("\n", found.end(), found.end() + 60)
        if title.name == "ผู้อำนวยการ" and _TELLS.search(text, begin, end if end >= 0 else found.end() + 60):
            return title
    return None
