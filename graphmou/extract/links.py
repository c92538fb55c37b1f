"""What hangs together by standing in one paragraph: an agreement's programme and topics, a group and its count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from graphmou.extract.findings import EntityFound, Findings, GroupFound

__all__ = ["add_links"]

_MOST_TOPICS = 20


def add_links(text: str, findings: Findings) -> None:
    """Link agreements to the one programme and the topics of their paragraph, and members to the one group of theirs.

    A group without a name has its number already. Where a paragraph names several programmes or groups nothing is said.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    programmes = _by_paragraph(starts, findings.programmes, most=2)
    topics = _by_paragraph(starts, findings.topics, most=_MOST_TOPICS)
    groups = _by_paragraph(starts, [group for group in findings.groups if group.named], most=2)
    for agreement in findings.agreements:
        told = sorted({_paragraph(starts, quote.start) for quote in agreement.quotes})
        under = {key for place in told for key in programmes.get(place, ())}
        if agreement.programme is None and len(under) == 1:
            (agreement.programme,) = under
        if not agreement.topics:
            agreement.topics = list(dict.fromkeys(key for place in told for key in topics.get(place, ())))
    for count in findings.counts:
        beside = set(groups.get(_paragraph(starts, count.quotes[0].start), ())) if count.quotes else set()
        if count.what == "members" and len(beside) == 1:
            (count.about,) = beside


def _paragraph(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset)


def _by_paragraph(starts: list[int], found: Iterable[EntityFound | GroupFound], *, most: int) -> dict[int, list[str]]:
    """The ids of what each paragraph names, ``most`` at most: of two it is enough to know that there are several."""
    places: dict[int, list[str]] = {}
    for one in found:
        for place in {_paragraph(starts, quote.start) for quote in one.quotes}:
            if len(named := places.setdefault(place, [])) < most:
                named.append(one.id)
    return places
