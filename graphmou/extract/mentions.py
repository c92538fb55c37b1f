"""Step 3, all mentions of a text together, none overlapping another."""

from __future__ import annotations

from graphmou.extract.bodies import find_bodies
from graphmou.extract.groups import find_groups
from graphmou.extract.mention import Mention, settle
from graphmou.extract.moments import Moment
from graphmou.extract.offices import find_offices
from graphmou.extract.people import find_foreigners, find_monks, find_people, find_titled, find_unhonoured
from graphmou.extract.references import find_references
from graphmou.extract.schools import find_schools
from graphmou.extract.titles import find_titles

__all__ = ["find_mentions"]


def find_mentions(text: str, moments: list[Moment]) -> list[Mention]:
    """Everything that ``text`` names, in order: offices, schools, bodies, groups, people, titles, dates."""
    titles = list(find_titles(text))
    found = [
        *find_offices(text),
        *find_schools(text),
        *find_bodies(text),
        *find_groups(text),
        *find_people(text),
        *find_monks(text),
        *find_titled(text),
        *find_foreigners(text),
        *titles,
        *(Mention("date", moment.start, moment.end, moment.date) for moment in moments),
    ]
    settled = settle(found)
    standing = [mention for mention in settled if mention.kind == "title"]
    taken = [(mention.start, mention.end) for mention in settled if mention.kind != "generic"]
    settled = settle([*settled, *find_unhonoured(text, standing, taken)])
    # A number has no name of its own: a mention made of it goes before a date or a count read at the same place.
    return settle([*find_references(text, settled), *settled])
