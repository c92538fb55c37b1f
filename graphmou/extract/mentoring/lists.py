"""Step 7, partners by where they stand: in the list under the line of a lead, or below a head that names partners."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from graphmou.extract.mentoring.frames import INTRO_END, NAMED
from graphmou.extract.mentoring.roles import Word
from graphmou.extract.text.lines import Lines

__all__ = ["below_partners", "stands_below"]

# A longer line is a sentence, no head, unless it ends with "ได้แก่".
_HEADING = 90
# No list under one lead is longer.
_ITEMS = 40


def stands_below(lines: Lines, lead: int, run: int) -> bool:
    """Whether what is at ``run`` stands in the list under the line of what is at ``lead``."""
    first, last = lines.index(lead), lines.index(run)
    head = lines.all[first]
    if not first < last <= first + _ITEMS:
        return False
    text = lines.text(head)
    if head.level == 0 and len(text) > _HEADING and not INTRO_END.search(text):
        return False
    return all(line.level > head.level or not lines.text(line).strip() for line in lines.all[first + 1 : last + 1])


def below_partners(lines: Lines, words: list[Word], run: int) -> bool:
    """Whether what is at ``run`` is an item of a list whose head says that those below are partners."""
    last = lines.index(run)
    level = lines.all[last].level
    head = next((line for line in reversed(lines.all[max(0, last - _ITEMS) : last]) if 0 < line.level < level), None)
    if head is None:
        return False
    first = bisect_left(words, head.start, key=lambda word: word.start)
    named = [*itertools.takewhile(lambda word: word.start < head.end, itertools.islice(words, first, None))]
    return (
        len(named) == 1
        and named[0].role == "partner"
        and NAMED.fullmatch(lines.marked.text, named[0].end, head.end) is not None
    )
