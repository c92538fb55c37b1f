"""The lines of marked text, and which of them are items of which list."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from graphmou.extract.text.layout import ITEM
from graphmou.extract.text.marked import Marked

__all__ = ["Line", "Lines"]

_NUMBERED = re.compile(
    r"\s?(?:\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s|(?P<word>ฝ่าย|ฉบับ|คู่|กลุ่ม|เครือข่าย|ลำดับ|ข้อ)ที่\s?(?P<of>\d{1,2}))"
)
# A bullet is a mark of our list or any picture that begins a line.
_BULLET = re.compile(rf"\s?(?:{ITEM}|\d{{1,2}}\ufe0f?\u20e3|[^\w\s\"“”'(\[#@ก-๎\ue000-\uf8ff])")


# More items than this are no list of sides or members.
_MOST = 400


@dataclass(slots=True)
class Line:
    """``marked.text[start:end]``; ``level`` is 0 outside of lists, else the depth of its item."""

    start: int
    end: int
    level: int
    word: str = ""
    number: str = ""


class Lines:
    """The lines of a marked text, found by place."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.all: list[Line] = []
        start = 0
        for part in marked.text.split("\n"):
            self.all.append(_line(part, start))
            start += len(part) + 1
        self._starts = [line.start for line in self.all]

    def index(self, place: int) -> int:
        """The number of the line that holds ``place``."""
        return bisect_right(self._starts, place) - 1

    def at(self, place: int) -> Line:
        """The line that holds ``place``."""
        return self.all[self.index(place)]

    def text(self, line: Line) -> str:
        """What stands in a line."""
        return self.marked.text[line.start : line.end]

    def items_after(self, number: int) -> list[Line]:
        """The items that follow line ``number``, empty lines between them left out."""
        found: list[Line] = []
        head = self.all[number]
        blank = False
        for following in range(number + 1, min(len(self.all), number + _MOST)):
            line = self.all[following]
            if not self.text(line).strip():
                blank = True
                continue
            if line.level <= head.level and not (line.level == head.level == 3 and line.word != head.word):
                break
            if (
                blank
                and found
                and (line.level, line.word) != (found[0].level, found[0].word)
                and line.level <= found[0].level
            ):
                break
            found.append(line)
            blank = False
        return found


def _line(part: str, start: int) -> Line:
    numbered = _NUMBERED.match(part)
    if numbered:
        if numbered["word"]:
            return Line(start, start + len(part), 1, numbered["word"], numbered["of"])
        return Line(start, start + len(part), 1 + numbered["number"].count("."), "", numbered["number"])
    if _BULLET.match(part):
        return Line(start, start + len(part), 3, part.strip()[:1])
    return Line(start, start + len(part), 0)
