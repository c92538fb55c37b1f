"""Step 9, headcounts: the parts that a text gives of the number of people present, and what they make together.

``38 โรงเรียน ๆ ละ 2 คน``, ``โรงเรียนละ 1 คน`` (of the schools told before), ``ศึกษานิเทศก์ 15 คน``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmou.extract.article import Article
from graphmou.extract.counts.numbers import Count
from graphmou.extract.findings import Quote
from graphmou.extract.text.marked import DATE, GENERIC, PERSON
from graphmou.extract.text.normalise import LONGEST_QUOTE

__all__ = ["Headcount", "find_headcount"]

_PART = re.compile(
    rf"(?P<schools>\d{{1,3}})\s?{GENERIC}\s?ๆ?\s?(?:{GENERIC})?\s?ละ\s?(?P<each>\d{{1,3}})\s?คน"
    rf"|{GENERIC}\s?ละ\s?(?P<per>\d{{1,3}})\s?คน(?:\s?จาก\s?(?P<of>\d{{1,3}})\s?{GENERIC})?(?:\s?รวม\s?(?P<sum>\d{{1,4}})\s?คน)?|(?P<plain>\d{{1,4}})\s?คน"
)
_BEGINS = re.compile(r"โดยมี|กล่าวรายงานว่า|ประกอบด้วย|ให้แก่")
_SUM = re.compile(r"\s?รวม(?:เป็น)?\s?$")
_PARTS_FOLLOW = re.compile(r"\s?(?:ประกอบด้วย|แบ่งเป็น|เป็น|ได้แก่|โดย|\()")
# Around the words that say who is counted.
_NOT_WHO = re.compile(
    rf"[{PERSON}{DATE}]|\sมี|มี(?=ผู้|ครู|นักเรียน)|ประกอบด้วย|แบ่งเป็น|ได้แก่|[\s(]\d{{1,2}}(?:\.\d{{1,2}})*[.)]?(?=\s)"
)
_BEFORE_WHO = re.compile(r"(?:[\s,;:()–-]|และ|รวมทั้ง|ตลอดจน)+")
_AFTER_WHO = re.compile(r"(?:[\s,;:(–-]|จำนวน|รวม|มี|จาก)+$")
_LONGEST_WHO = 100


@dataclass(slots=True)
class Part:
    """``times`` times ``each`` people, who are ``who``; told at ``start`` to ``end`` of the marked text."""

    who: str
    times: int | None
    each: int
    start: int
    end: int

    @property
    def people(self) -> int:
        """How many people it is."""
        return self.each if self.times is None else self.times * self.each


@dataclass(slots=True)
class Headcount:
    """The total that is declared, and its parts."""

    total: Count
    parts: list[Part]

    @property
    def people(self) -> int:
        """What the parts make."""
        return sum(part.people for part in self.parts)

    def how(self) -> str:
        """How they make it: ``38 × 2 + 38 × 1 + 15 = 76 + 38 + 15 = 129``."""
        made = [str(part.people) for part in self.parts]
        told = [str(part.each) if part.times is None else f"{part.times} × {part.each}" for part in self.parts]
        return " = ".join(dict.fromkeys([" + ".join(told), " + ".join(made), str(self.people)]))

    def texts(self) -> list[str]:
        """Each part as a declaration has it: ``38 × 2 = 76 ครู``."""
        return [
            f"{part.people if part.times is None else f'{part.times} × {part.each} = {part.people}'} {part.who}".strip()
            for part in self.parts
        ]

    def quotes(self, article: Article) -> list[Quote]:
        """The phrases of its parts: who and how many, or only how many where that is too long for one."""
        found = []
        for part in self.parts:
            whole = article.marked.origin(part.end) - article.marked.origin(part.start)
            number = re.compile(r"(?:จำนวน\s?)?\d").search(article.marked.text, part.start, part.end)
            start = part.start if whole <= LONGEST_QUOTE or number is None else number.start()
            found.append(article.quote_between(start, part.end))
        return found


def find_headcount(article: Article, counts: list[Count]) -> Headcount | None:
    """The parts of the declared attendance, told in its line before it or after; None where there are not two.

    Parts that make twice the total or nothing like it are of something else.
    """
    total = next((count for count in counts if count.what == "attendance"), None)
    if total is None:
        return None
    text = article.marked.text
    line = article.lines.at(total.start)
    begins = max((found.end() for found in _BEGINS.finditer(text, line.start, total.start)), default=line.start)
    for start, end in ((begins, total.start), (total.end, line.end)):
        parts = _parts(article, start, end)
        if len(parts) < 2 or (start == total.end and not _PARTS_FOLLOW.match(text, start)):
            continue
        found = Headcount(total, parts)
        return found if abs(found.people - total.count) < total.count else None
    return None


def _parts(article: Article, start: int, end: int) -> list[Part]:
    """The parts told from ``start`` to ``end``; none where one is "each" of nobody knows how many schools."""
    text = article.marked.text
    parts: list[Part] = []
    schools: int | None = None
    done = start
    for match in _PART.finditer(text, start, end):
        times: int | None = None
        if match["schools"]:
            times = schools = int(match["schools"])
            each = int(match["each"])
        elif match["sum"]:
            each = int(match["sum"])
        elif match["per"]:
            before = re.search(rf"(\d{{1,3}})\s?{GENERIC}\s?$", text[max(start, match.start() - 12) : match.start()])
            times = int(match["of"] or (before[1] if before else 0)) or schools
            each = int(match["per"])
            if times is None:
                return []
        else:
            each = int(match["plain"])
            if parts and each == parts[-1].people and _SUM.match(text[done : match.start()]):
                done = match.end()
                continue
        begins, ends = _who(text, done, match.start())
        who = re.sub(r"\s+", " ", article.text[article.marked.origin(begins) : article.marked.origin(ends)])
        parts.append(Part(who, times, each, begins, match.end()))
        done = match.end()
    return parts


def _who(text: str, start: int, end: int) -> tuple[int, int]:
    """Where in ``text[start:end]`` it says who is counted: the words before the number, at most so many."""
    if end - start > _LONGEST_WHO:
        start = text.find(" ", end - _LONGEST_WHO, end) + 1 or end - _LONGEST_WHO
    start = max((found.end() for found in _NOT_WHO.finditer(text, start, end)), default=start)
    if before := _BEFORE_WHO.match(text, start, end):
        start = before.end()
    after = _AFTER_WHO.search(text[start:end])
    return start, start + after.start() if after else end
