"""Step 8, sides: the bodies that a report of a signing names, and how many more it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmou.extract.text.marked import GENERIC, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["Sides", "Statement", "count_sides", "unnamed_of"]

_NUMBER = re.compile(
    rf"(?P<more>อีก\s?)?(?:จำนวน\s?)?(?<![\d.,])(?P<count>\d{{1,3}}) ?(?P<unit>{GENERIC}|แห่ง|โรง(?!พ)"
    rf"|สถานศึกษา|หน่วยงาน|องค์กร)"
)
_JOINED = re.compile(r"\s?(?:กับ|และ|ร่วมกับ)[^\n\ue000-\ue004]{0,40}")


@dataclass(slots=True)
class Sides:
    """The sides named in ``start`` to ``end`` of the marked text, in order, and how many more were counted."""

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)
    unnamed: int = 0
    counted: int = 0
    _known: set[str] = field(default_factory=set)

    def ids(self) -> list[str]:
        """Their ids, each once."""
        return [mention.entity for mention in self.mentions]

    def add(self, mentions: list[Mention]) -> None:
        """Join sides that are not there yet."""
        for mention in mentions:
            if mention.entity and mention.entity not in self._known:
                self._known.add(mention.entity)
                self.mentions.append(mention)

    def drop(self, mention: Mention) -> None:
        """Take out the last side, where that is ``mention``."""
        if self.mentions and self.mentions[-1] is mention:
            self.mentions.pop()
            self._known.discard(mention.entity)

    def keep(self, mentions: list[Mention]) -> None:
        """Leave only ``mentions``."""
        self.mentions = mentions
        self._known = {one.entity for one in mentions}


@dataclass(slots=True)
class Statement:
    """One report of a signing: its place, its sides, how it is told, and the item it stands in.

    ``kinds``: it has a side that is told by kind alone ("โรงเรียนเครือข่าย"). ``maybe``: bodies that convene, come or
    preside, and are sides only where no others are told.
    """

    start: int
    end: int
    sides: Sides
    frame: str
    line: int
    agreement: str = ""
    """The number that the text gives the agreement, where there are several."""
    kinds: bool = False
    maybe: list[Mention] = field(default_factory=list)


def unnamed_of(sides: Sides, named: int) -> int:
    """How many sides are counted but not named, ``named`` being those that are."""
    return sides.unnamed + max(0, sides.counted - named if sides.counted else 0)


def count_sides(marked: Marked, sides: Sides) -> None:
    """How many sides are counted but not named: "อีก 4 แห่ง", or a number with fewer names after it."""
    counts: list[int] = []
    reached = -1
    last = max((marked.places[marked.number(one)] for one in sides.mentions if one.kind == "school"), default=-1)
    for match in _NUMBER.finditer(marked.text, sides.start, sides.end):
        count = int(match["count"])
        if match["more"] and last < match.start():
            sides.unnamed += count
        else:
            joined = reached >= 0 and _JOINED.fullmatch(marked.text, reached, match.start()) is not None
            counts = [*counts, count] if joined else [count]
            reached = match.end()
            # "3 โรงเรียน กับโรงเรียนร่วมพัฒนา 6 โรงเรียน": nine.
            sides.counted = max(sides.counted, sum(counts))
