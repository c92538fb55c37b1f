"""Step 10, declared numbers against names: how many of what the text counts it also names.

A number is met where any set of names that it may speak of has that size: the list it introduces, the partners of a
lead, the sides of an agreement, the schools of the text. Only where none fits do the names differ from the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.counts.numbers import Count
from graphmou.extract.mentoring.roles import school_run
from graphmou.extract.text.marked import PERSON, SCHOOL
from graphmou.extract.text.mention import Mention

__all__ = ["named_with"]

_INTRODUCES = re.compile(
    rf"[^\n{SCHOOL}{PERSON}]{{0,60}}?(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|ต่อไปนี้|:)"
    rf"[^\n\w{SCHOOL}]{{0,6}}(?:\n\s?){{0,2}}[^\n{SCHOOL}]{{0,40}}(?={SCHOOL})"
)
# So many names are a list.
_LIST = 2
_SUMS_UP = re.compile(r"รวม[^\n]{0,14}$")


def named_with(article: Article, count: Count, agreements: list[Agreement]) -> int | None:
    """How many of what ``count`` declares are named; None where it cannot be told."""
    if count.what == "attendance":
        return None
    if count.what == "agreements":
        return len(agreements)
    listed = list(_listed(article, count))
    sizes = set(listed)
    # Partners and members of one lead or group are those that are listed with their number.
    if count.what == "schools" or max(listed, default=0) < _LIST:
        sizes |= set(_sizes(article, count, agreements))
    if count.count in sizes:
        return count.count
    if listed:
        return listed[0]
    return max((size for size in sizes if size < count.count), default=min(sizes, default=0))


def _listed(article: Article, count: Count) -> Iterator[int]:
    """How many schools the list names that the number introduces, "4 โรงเรียน คือ ..."; or that it sums up."""
    text = article.marked.text
    line = article.lines.at(count.start)
    following = _INTRODUCES.match(text, count.end)
    if following is not None:
        number = article.marked.index(following.end())
        first = article.marked.mentions[number]
        led = [cluster.partners for cluster in article.clusters if any(one is first for one in cluster.partners)]
        yield from (_different(partners) for partners in led)
        leads = any(one.name == first.name for cluster in article.clusters for one in cluster.leads)
        if not led and not (leads and count.what == "partners"):
            yield _different(school_run(article.marked, number))
        if "\n" in following[0] and count.what != "partners":
            yield _different(_items(article, count))
    elif _SUMS_UP.search(text, line.start, count.start):
        before = [one for one in article.marked.between(line.start, count.start) if one.kind == "school"]
        if before:
            yield _different(before[-count.count :])


def _items(article: Article, count: Count) -> list[Mention]:
    """The schools in the items below the line of a number."""
    items = article.lines.items_after(article.lines.index(count.start))
    named = article.marked.between(items[0].start, items[-1].end) if items else []
    return [one for one in named if one.kind == "school"]


def _different(mentions: Iterable[Mention]) -> int:
    return len({one.entity for one in mentions})


def _sizes(article: Article, count: Count, agreements: list[Agreement]) -> Iterator[int]:
    """The sizes of the sets of schools that such a number may speak of."""
    partners = [{one.entity for one in cluster.partners} for cluster in article.clusters]
    yield from (len(names) for names in partners if names)
    yield len(set().union(*partners))
    signing = [[side for side in one.sides if article.by_id[side].kind == "school"] for one in agreements]
    yield from (len(schools) - (count.what == "partners") for schools in signing)
    if count.what != "partners":
        yield _different(one for cluster in article.clusters for one in cluster.leads)
        signers = {side for schools in signing for side in schools}
        yield len(signers) or len(article.of_kind("school"))
        line = article.lines.at(count.start)
        yield _different(one for one in article.marked.between(line.start, line.end) if one.kind == "school")
        yield _different(_items(article, count))
