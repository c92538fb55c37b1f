"""Step 8, days: the day on which each agreement of a text was signed."""

from __future__ import annotations

import re
from bisect import bisect_left

from graphmou.extract.agreements.parties import Statement
from graphmou.extract.agreements.told_days import counted_day
from graphmou.extract.article import Article
from graphmou.extract.text.lines import Line
from graphmou.extract.text.marked import DATE

__all__ = ["LEADS", "days_of", "main_day"]

LEADS = re.compile(rf"[^\w\n\ue000-\uf8ff]{{0,5}}(?:เมื่อ|ใน)?{DATE}")
"""A day that begins its line is the day of what the line tells."""
# Dates before an agreement that may be its day.
_STORY = 100
# "เฉพาะคู่ที่ 3 ได้ลงนามในวันที่ 12": one of several that was signed on a day of its own.
_OF_ONE = re.compile(
    rf"(?:คู่|ฉบับ)ที่\s?(\d{{1,2}})(?!\d)\s?(?:นั้น)?(?:ได้)?(?:ร่วม|จัด|มา)?(?:พิธี)?(?:กัน)?(?:ลงนาม|เซ็น)(?:กัน)?\s?(?:ใน|เมื่อ)?\s?{DATE}"
)


def main_day(article: Article) -> str | None:
    """The day of the event: the first told as one."""
    days = [moment for moment in article.moments if moment.kind == "event" and moment.is_day]
    return days[0].date if days else None


def days_of(article: Article, statements: list[Statement]) -> list[str | None]:
    """The day of each agreement, told by its first statement, in order."""
    day = main_day(article)
    lines: dict[int, list[int]] = {}
    for place, statement in enumerate(statements):
        lines.setdefault(statement.line, []).append(place)
    found: list[str | None] = [None] * len(statements)
    for number, here in lines.items():
        days = _days_in(article, article.lines.all[number])
        # As many days as agreements are one each.
        days = days if len(days) == len(here) else days[:1] * len(here)
        for nth, place in enumerate(here):
            statement = statements[place]
            told = days[nth] if days else _day_before(article, statement, day)
            found[place] = _counted(article, statement) or told
    if len(statements) > 1:
        for one in _OF_ONE.finditer(article.marked.text):
            own = _days_between(article, one.end() - 1, one.end())
            if own and 0 < int(one[1]) <= len(found):
                found[int(one[1]) - 1] = own[0]
    return found


def _days_between(article: Article, start: int, end: int) -> list[str]:
    """The days of events told from ``start`` to ``end`` of the marked text."""
    first, last = article.marked.origin(start), article.marked.origin(end)
    begin = bisect_left(article.moments, first, key=lambda moment: moment.start)
    until = bisect_left(article.moments, last, key=lambda moment: moment.start)
    return [one.date for one in article.moments[begin:until] if one.kind == "event" and one.is_day]


def _days_in(article: Article, line: Line) -> list[str]:
    """The days of events that a line tells, each once and in order, or else the day that begins it."""
    days = _days_between(article, line.start, line.end)
    if not days and LEADS.match(article.marked.text, line.start, line.end):
        begin = bisect_left(article.moments, article.marked.origin(line.start), key=lambda moment: moment.start)
        days = [one.date for one in article.moments[begin : begin + 1] if one.is_day and one.kind != "published"]
    return list(dict.fromkeys(days))


def _counted(article: Article, statement: Statement) -> str | None:
    return counted_day(article, article.marked.origin(statement.start), article.marked.origin(statement.end))


def _day_before(article: Article, statement: Statement, day: str | None) -> str | None:
    """The last day of an event told before a statement, else ``day``."""
    start = article.marked.origin(statement.start)
    until = bisect_left(article.moments, start, key=lambda moment: moment.start)
    # Further back is another story: and an endless text must not be read again for each agreement.
    earlier = reversed(article.moments[max(0, until - _STORY) : until])
    return next((moment.date for moment in earlier if moment.kind == "event" and moment.is_day), day)
