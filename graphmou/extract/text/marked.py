"""Marked text: the normalised text with one character for each mention, on which sentence frames are written.

``นายสมคิด เกษดา ผู้อำนวยการโรงเรียนบ้านโคก ลงนาม`` becomes ``P TS ลงนาม``: a frame is then a short pattern,
whatever the names are made of. The marks are private-use characters, which normalising keeps out of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from graphmou.extract.text.mention import Kind, Mention

__all__ = [
    "BODY",
    "DATE",
    "GENERIC",
    "GROUP",
    "OFFICE",
    "PERSON",
    "PLACE",
    "SCHOOL",
    "TITLE",
    "Marked",
    "mark",
]

OFFICE, SCHOOL, BODY, PERSON, GROUP, DATE, TITLE, GENERIC = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
PLACE = f"[{OFFICE}{SCHOOL}{BODY}{GROUP}]"
"""What a post can be held at and what can be a party."""

_MARKS: dict[Kind, str] = {
    "office": OFFICE,
    "school": SCHOOL,
    "organisation": BODY,
    "person": PERSON,
    "group": GROUP,
    "date": DATE,
    "title": TITLE,
    "generic": GENERIC,
}


@dataclass(slots=True)
class Marked:
    """``text`` with a mark at ``places[i]`` for ``mentions[i]``."""

    text: str
    mentions: list[Mention]
    places: list[int]
    _shifts: list[int]
    _numbers: dict[int, int]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions marked in ``text[start:end]``."""
        return self.mentions[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def at(self, place: int) -> Mention:
        """The mention whose mark is at ``place``."""
        return self.mentions[bisect_left(self.places, place)]

    def index(self, place: int) -> int:
        """The number of the first mention marked at or after ``place``."""
        return bisect_left(self.places, place)

    def number(self, mention: Mention) -> int:
        """The number of a mention."""
        return self._numbers[id(mention)]

    def after(self, mention: Mention) -> int:
        """The place just after the mark of a mention."""
        return self.places[self.number(mention)] + 1

    def origin(self, place: int) -> int:
        """Where ``place`` of the marked text stands in the normalised text; inside no mention."""
        before = bisect_left(self.places, place)
        return place + (self._shifts[before - 1] if before else 0)


def mark(text: str, mentions: list[Mention]) -> Marked:
    """``text`` with ``mentions`` (in order, none overlapping another) replaced by their marks."""
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for mention in mentions:
        pieces.append(text[done : mention.start])
        length += mention.start - done
        places.append(length)
        pieces.append(_MARKS[mention.kind])
        length += 1
        done = mention.end
        shifts.append(done - length)
    pieces.append(text[done:])
    numbers = {id(mention): number for number, mention in enumerate(mentions)}
    return Marked("".join(pieces), mentions, places, shifts, numbers)
