"""Step 8, sides that a report of signing only points at: "3 ฝ่าย ได้แก่ ...", "ฉบับที่ 1" with a list, kinds of schools."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graphmou.extract.draft import Draft
from graphmou.extract.lines import Line
from graphmou.extract.marked import GENERIC, PERSON, PLACE
from graphmou.extract.mention import Mention
from graphmou.extract.parties import region_end, sides_of
from graphmou.extract.positions import Post
from graphmou.extract.signing import COUNT_WORDS

__all__ = ["counted_sides", "listed_schools", "numbered_blocks"]

_LONGEST = 700
# A block of one agreement has no more lines than this.
_MOST_LINES = 40
_SIDES_ARE = re.compile(
    rf"(?P<count>\d{{1,2}}|{'|'.join(COUNT_WORDS)})\s?(?:ฝ่าย|หน่วยงาน|องค์กร|สถาบัน|ภาคี|แห่ง|{GENERIC})"
    rf"[^\n{PLACE[1:-1]}{PERSON}]{{0,30}}?(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|มี|:)\s?"
)
_NUMBERED = re.compile(
    r"\s?(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?[^\w\s]{0,3}\s?(?P<word>ฉบับ|คู่|MOU\s?ฉบับ)ที่\s?\d{1,2}"
)
_PROSE = 60
# So many counts are looked at; an article has a few.
_MOST_COUNTS = 100


def _posts(draft: Draft) -> dict[int, list[Post]]:
    return {id(post.person): [post] for post in draft.posts}


def counted_sides(draft: Draft) -> tuple[list[Mention], int, int] | None:
    """The sides of "สี่ฝ่าย คือ A B C และ D" with their place, where as many are named as counted."""
    posts = _posts(draft)
    text = draft.marked.text
    for match in islice(_SIDES_ARE.finditer(text), _MOST_COUNTS):
        count = COUNT_WORDS.get(match["count"]) or int(match["count"])
        line = draft.lines.at(match.start())
        end = region_end(draft.marked, match.end(), min(line.end, match.end() + _LONGEST))
        sides = sides_of(draft.marked, match.end(), end, posts)
        if count >= 2 and len(sides.ids()) == count:
            return sides.mentions, match.start(), end
    return None


def numbered_blocks(draft: Draft) -> list[tuple[list[Mention], Line, int]]:
    """The sides of each "ฉบับที่ 1 ..." with the lines below it, its line and its end; none unless each has two."""
    found = []
    posts = _posts(draft)
    for number, line in _heads(draft):
        sides, end = _block(draft, number, posts)
        if len({side.entity for side in sides}) < 2:
            return []
        found.append((sides, line, end))
    return found if len(found) > 1 else []


def _heads(draft: Draft) -> Iterator[tuple[int, Line]]:
    for number, line in enumerate(draft.lines.all):
        if _NUMBERED.match(draft.marked.text, line.start, line.end):
            yield number, line


def _block(draft: Draft, number: int, posts: dict[int, list[Post]]) -> tuple[list[Mention], int]:
    head = draft.lines.all[number]
    end = head.end
    sides = sides_of(draft.marked, head.start, head.end, posts).mentions
    for line in draft.lines.all[number + 1 : number + _MOST_LINES]:
        text = draft.lines.text(line)
        if not text.strip():
            if sides:
                break
            continue
        if 0 < line.level <= head.level or (line.level == 0 and len(text) > _PROSE):
            break
        if _NUMBERED.match(text):
            break
        sides += sides_of(draft.marked, line.start, line.end, posts).mentions
        end = line.end
    return sides, end


def listed_schools(draft: Draft, number: int) -> list[Mention]:
    """The schools that lists after line ``number`` name, or that lead or are led in a cluster; each once."""
    start = draft.lines.all[number].start
    clusters = [cluster for cluster in draft.clusters if cluster.start >= start and cluster.partners]
    schools = [one for cluster in clusters for one in (*cluster.leads, *cluster.partners)]
    if not schools:
        posts = _posts(draft)
        for item in draft.lines.items_after(number):
            schools += sides_of(draft.marked, item.start, item.end, posts).mentions[:1]
    return list({one.entity: one for one in schools if one.kind == "school"}.values())
