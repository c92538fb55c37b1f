"""The day of a signing that the text only counts: "โดยในวันแรก … ลงนาม" of a meeting of two days, "วันรุ่งขึ้น … ลงนาม"."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from graphmou.extract.article import Article
from graphmou.extract.dates.moment import Moment

__all__ = ["counted_day"]

# Which day of those before: from the first, from the last, or the one after.
_WHICH = {
    r"วันแรก|วันที่หนึ่ง|วันที่ ?1(?= ?(?:ของ|\())": (0, 0),
    r"วันที่สอง|วันที่ ?2(?= ?(?:ของ|\())": (0, 1),
    r"วันที่สาม|วันที่ ?3(?= ?(?:ของ|\())": (0, 2),
    r"วันสุดท้าย|วันปิด(?:งาน|การ)": (1, 0),
    r"วันต่อมา|วันถัดมา|วันถัดไป|(?:วัน)?รุ่งขึ้น": (1, 1),
}
_DAY = re.compile("|".join(f"({words})" for words in _WHICH))
# How far before the report of a signing, and in it, its day is counted.
_REACH, _LONGEST = 90, 400


def counted_day(article: Article, start: int, end: int) -> str | None:
    """The day that a report from ``start`` to ``end`` of the text, or its line, counts among the days told before."""
    line = article.text.rfind("\n", max(0, start - _REACH), start) + 1
    found = next(_DAY.finditer(article.text, max(line, start - _REACH), min(end, start + _LONGEST)), None)
    if found is None or (found.start() > start and found.lastindex == len(_WHICH)):
        return None
    until = bisect_left(article.moments, found.start(), key=lambda moment: moment.start)
    days = next((one for one in reversed(article.moments[max(0, until - 3) : until]) if one.kind == "event"), None)
    after = article.moments[until : until + 1]
    if days is None or not days.has_days or (after and after[0].start < end and after[0].is_day):
        return None
    return _count(days, *list(_WHICH.values())[(found.lastindex or 1) - 1])


def _count(days: Moment, last: int, more: int) -> str | None:
    """So many days after the first or the last one; within the range where they are counted from the first."""
    day = date.fromisoformat(days.last if last else days.first) + timedelta(more)
    return day.isoformat() if last or day.isoformat() <= days.last else None
