"""Step 3, all mentions of a text together, none overlapping another."""

from __future__ import annotations

from bisect import bisect_left

from graphmou.extract.dates.moments import Moment
from graphmou.extract.names.bodies import find_bodies
from graphmou.extract.names.captions import find_captioned
from graphmou.extract.names.chaired import add_faculties, find_chaired
from graphmou.extract.names.groups import find_groups
from graphmou.extract.names.offices import find_offices
from graphmou.extract.names.people import (
    find_again,
    find_foreigners,
    find_joined,
    find_monks,
    find_people,
    find_titled,
    find_unhonoured,
)
from graphmou.extract.names.references import find_references
from graphmou.extract.names.school_lists import find_listed_schools
from graphmou.extract.names.schools import find_bare_names, find_schools
from graphmou.extract.posts.titles import find_titles
from graphmou.extract.text.mention import Mention, settle

__all__ = ["find_mentions"]


def _beside(settled: list[Mention], further: list[Mention]) -> list[Mention]:
    """``settled`` with those of ``further`` that overlap none of it."""
    starts = [mention.start for mention in settled]
    free = []
    for mention in further:
        place = bisect_left(starts, mention.start)
        before = place == 0 or settled[place - 1].end <= mention.start
        if before and (place == len(settled) or starts[place] >= mention.end):
            free.append(mention)
    return settle([*settled, *free])


def find_mentions(text: str, moments: list[Moment]) -> list[Mention]:
    """Everything that ``text`` names, in order: offices, schools, bodies, groups, people, titles, dates."""
    titles = list(find_titles(text))
    found = [
        *find_offices(text),
        *find_schools(text),
        *find_listed_schools(text),
        *find_bodies(text),
        *find_groups(text),
        *find_people(text),
        *find_monks(text),
        *find_titled(text),
        *find_joined(text),
        *find_foreigners(text),
        *titles,
        *(Mention("date", moment.start, moment.end, moment.date) for moment in moments),
    ]
    settled = settle(found)
    bare = list(find_bare_names(text, [mention for mention in settled if mention.kind == "school"]))
    schools = {(mention.start, mention.end) for mention in bare}
    # What was read as a temple is the school of that name.
    settled = [one for one in settled if one.kind != "organisation" or (one.start, one.end) not in schools]
    settled = _beside(settled, bare)
    standing = [mention for mention in settled if mention.kind == "title"]
    settled = _beside(settled, list(find_chaired(text, standing)))
    add_faculties(settled)
    taken = [(mention.start, mention.end) for mention in settled if mention.kind != "generic"]
    settled = settle([*settled, *find_unhonoured(text, standing, taken)])
    settled = _beside(settled, list(find_captioned(text)))
    settled = _beside(settled, list(find_again(text, [one for one in settled if one.kind == "person"])))
    # A number has no name of its own: a mention made of it goes before a date or a count read at the same place.
    return settle([*find_references(text, settled), *settled])
