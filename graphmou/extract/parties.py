"""Step 8, sides: which bodies a stretch of marked text names as the sides of an agreement.

A body that only says where somebody belongs ("S สังกัด O", "S O"), where something takes place ("ณ หอประชุมS"), or for
whom a named side's head speaks ("G นำโดย P T S") is no side. A side may be named by its head alone ("P TS").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmou.extract.marked import DATE, GENERIC, PERSON, PLACE, SCHOOL, TITLE, Marked
from graphmou.extract.mention import Mention
from graphmou.extract.positions import Post
from graphmou.extract.rules import any_of

__all__ = ["Sides", "region_end", "sides_of", "unnamed_of"]

_STOP = re.compile(rf"\s?{any_of('region_stops')}|(?:\s|(?<={GENERIC[0]}))ณ\s?|{DATE}|\(\s?ฉบับ|(?:อีก\s?)?\d+\s?ฉบับ")
_VENUE = re.compile(
    r"(?:(?:^|\s)ณ\s?|(?<![ก-๎])ที่\s?|ห้อง[ก-๎]*\s?|หอประชุม[ก-๎]*\s?|อาคาร[ก-๎]*\s?|ลาน[ก-๎]*\s?|หน้า\s?|ศาลา[ก-๎]*\s?|สนาม[ก-๎]*\s?|สำนักงาน|สระ[ก-๎]*\s?)$"
)
_BELONGS = re.compile(r"(?:สังกัด|ในสังกัด|ของ|จาก|ในนาม|พื้นที่|ข่าว\s?[:：]?|ปชส\.?)\s?\(?$")
_UNDER = re.compile(rf"{SCHOOL}\s?\(?$|{SCHOOL}\s?(?:อำเภอ|จังหวัด|อ\.|จ\.|ต\.)[^{PLACE[1:-1]}{PERSON}\n]{{0,40}}$")
_BY = re.compile(r"(?:โดย|นำโดย|ผู้แทน|ในฐานะ|ลงนามโดย|ผู้ลงนาม)\s?$")
_NUMBER = re.compile(
    rf"(?P<more>อีก\s?)?(?:จำนวน\s?)?(?<![\d.,])(?P<count>\d{{1,3}}) ?(?P<unit>{GENERIC}|แห่ง|โรง(?!พ)"
    rf"|สถานศึกษา|หน่วยงาน|องค์กร)"
)


@dataclass(slots=True)
class Sides:
    """The sides named in ``start`` to ``end`` of the marked text, in order, and how many more were counted."""

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)
    unnamed: int = 0
    counted: int = 0
    people: list[Mention] = field(default_factory=list)

    def ids(self) -> list[str]:
        """Their ids, each once."""
        return list(dict.fromkeys(mention.entity for mention in self.mentions if mention.entity))


def region_end(marked: Marked, start: int, end: int) -> int:
    """Where the list of sides that begins at ``start`` ends, at most at ``end``."""
    place = start
    while stop := _STOP.search(marked.text, place, end):
        word = stop[0].strip()
        if word == "ลงนาม" and marked.text.startswith("โดย", stop.end()):
            place = stop.end()
            continue
        return stop.start()
    return end


def sides_of(marked: Marked, start: int, end: int, posts: dict[int, list[Post]]) -> Sides:
    """The sides named in ``marked.text[start:end]``; ``posts`` are those of each mention of a person."""
    sides = Sides(start, end)
    seen: set[str] = set()
    text = marked.text
    spoken_for = False
    for mention in marked.between(start, end):
        place = marked.places[marked.number(mention)]
        before = text[max(start, place - 60) : place]
        wider = text[max(0, place - 60) : place]
        if mention.kind == "person":
            sides.people.append(mention)
            spoken_for = _BY.search(before) is not None
            office = _head_of(marked, mention) if not spoken_for else None
            if office is not None and office.entity and office.entity not in seen:
                seen.add(office.entity)
                sides.mentions.append(office)
            continue
        if mention.kind not in ("office", "school", "organisation", "group") or not mention.entity:
            continue
        if mention.entity in seen:
            continue
        if _VENUE.search(wider) or _BELONGS.search(before):
            continue
        if mention.kind == "office" and _UNDER.search(before):
            continue
        if spoken_for and before.rstrip().endswith(TITLE) and sides.mentions:
            title = marked.mentions[marked.number(mention) - 1]
            if "alone" not in title.more:
                continue
        seen.add(mention.entity)
        sides.mentions.append(mention)
    if not sides.mentions:
        for person in sides.people:
            for post in posts.get(id(person), []):
                if post.place is not None and post.place.entity and post.place.entity not in seen:
                    seen.add(post.place.entity)
                    sides.mentions.append(post.place)
                    break
    _count(marked, sides)
    return sides


def _head_of(marked: Marked, person: Mention) -> Mention | None:
    """The provincial education office, where it is named elsewhere and its head stands here for it."""
    number = marked.number(person)
    if number + 1 >= len(marked.mentions):
        return None
    title = marked.mentions[number + 1]
    if title.kind != "title" or not title.name.startswith("ศึกษาธิการ"):
        return None
    return next(
        (one for one in marked.mentions if one.kind == "organisation" and one.name == "สำนักงาน" + title.name), None
    )


def unnamed_of(sides: Sides, named: int) -> int:
    """How many sides are counted but not named, ``named`` being those that are."""
    return sides.unnamed + max(0, sides.counted - named if sides.counted else 0)


def _count(marked: Marked, sides: Sides) -> None:
    """How many sides are counted but not named: "อีก 4 แห่ง", or a number with fewer names after it."""
    for match in _NUMBER.finditer(marked.text, sides.start, sides.end):
        count = int(match["count"])
        after = [
            one for one in sides.mentions if one.kind == "school" and marked.places[marked.number(one)] >= match.start()
        ]
        if match["more"] and len(after) == 0:
            sides.unnamed += count
        else:
            sides.counted = max(sides.counted, count)
