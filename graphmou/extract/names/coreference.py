"""Step 6, coreference inside one document: mentions of the same thing become one entity.

Offices: short forms and a forgotten number lead to the one office they can mean. Schools: by their name alone, or one
that sounds the same, never by similarity (``same_school``); once named in full, a bare name is known again.
People: by given name and a surname at most one edit apart, where their posts do not contradict each other; by surname
and a given name that sounds the same, or is one edit apart, where only one of the two has a post.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmou import thai
from graphmou.extract.names.offices import PRIMARY, SECONDARY
from graphmou.extract.names.same_school import heard_alike, heard_as, told_short
from graphmou.extract.posts.positions import Post
from graphmou.extract.text.mention import Mention

__all__ = ["Entity", "bring_together", "one_edit_apart"]

_KINDS = ("office", "school", "organisation", "group", "person")
_PREFIX = {"office": "office", "school": "school", "organisation": "organisation", "group": "group", "person": "person"}


@dataclass(slots=True)
class Entity:
    """One thing that the document names, with its mentions in order."""

    id: str
    kind: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)


def bring_together(mentions: list[Mention], posts: list[Post]) -> list[Entity]:
    """The entities of a document; each mention that names one gets its id in ``entity``."""
    entities: dict[tuple[str, str], Entity] = {}
    numbers: Counter[str] = Counter()
    # One name for what differs in blanks and punctuation only.
    spelt: dict[tuple[str, str], str] = {}

    def add(mention: Mention, name: str) -> None:
        name = spelt.setdefault((mention.kind, thai.search_key(name)), name)
        entity = entities.get((mention.kind, name))
        if entity is None:
            numbers[mention.kind] += 1
            entity = Entity(f"{_PREFIX[mention.kind]}-{numbers[mention.kind]}", mention.kind, name)
            entities[mention.kind, name] = entity
        entity.mentions.append(mention)
        mention.entity = entity.id

    people = _people(mentions, posts)
    offices = _offices([mention for mention in mentions if mention.kind == "office"])
    faculties = _faculties([mention for mention in mentions if mention.kind == "organisation"])
    shorter = _shortened([mention for mention in mentions if mention.kind in ("school", "organisation")])
    named = Counter(mention.name for mention in mentions if mention.kind == "school")
    heard = heard_alike(named)
    shorter |= heard
    shorter |= told_short([name for name in named if name not in heard])
    groups = _groups([mention for mention in mentions if mention.kind == "group"])
    for mention in mentions:
        if mention.kind == "person":
            name = people.get(id(mention))
        elif mention.kind == "office":
            name = offices.get(id(mention))
        elif mention.kind == "group":
            name = groups.get(mention.name, mention.name)
        elif mention.kind == "organisation" and mention.name in faculties:
            # A university that is only named by its faculty: the faculty is what acts.
            name = f"{faculties[mention.name]} {mention.name}"
        elif mention.kind in _KINDS:
            name = shorter.get(mention.name, mention.name)
            name = shorter.get(name, name)
        else:
            continue
        if name is not None:
            add(mention, name)
            misspelt = mention.kind == "school" and mention.name in heard
            if misspelt or (mention.kind == "person" and mention.name != name and "short" not in mention.more):
                entity = entities[mention.kind, spelt[mention.kind, thai.search_key(name)]]
                if mention.name not in entity.variants:
                    entity.variants.append(mention.name)
    return list(entities.values())


def _offices(mentions: list[Mention]) -> dict[int, str]:
    """The full name each mention of an office stands for; none for one that cannot be told."""
    full = [mention for mention in mentions if not {"short", "cut", "bare"} & mention.more.keys()]
    names = Counter(mention.name for mention in full)
    resolved: dict[int, str] = {}
    last: str | None = None
    of_kind = {kind: [name for name in names if name.startswith(kind)] for kind in ("", PRIMARY, SECONDARY)}
    in_place: dict[str, list[str]] = {}
    for known in names:
        in_place.setdefault(known.rpartition(" เขต")[0], []).append(known)
    for mention in mentions:
        more = mention.more
        if "short" in more:
            kind = {"primary": PRIMARY, "secondary": SECONDARY}.get(more["short"], "")
            fitting = of_kind[kind]
            name = fitting[0] if len(fitting) == 1 else last if last and last.startswith(kind) else None
        elif "cut" in more:
            fitting = in_place.get(mention.name, [])
            name = (
                fitting[0] if len(fitting) == 1 else last if last in fitting else mention.name if not fitting else None
            )
        elif "bare" in more:
            name = mention.name if mention.name in names else None
        else:
            name = mention.name
            if more.get("level") != "national":
                last = name
        if name is not None:
            resolved[id(mention)] = name
    return resolved


def _shortened(mentions: list[Mention]) -> dict[str, str]:
    """Names cut short with ฯ, and universities with a place told once, led to the one name they can mean."""
    names = sorted({mention.name for mention in mentions})
    found: dict[str, str] = {}
    for name in names:
        if name.endswith("ฯ") and len(name) > 12:
            # Sorted, the names that go on stand beside each other.
            begins = bisect_left(names, name[:-1])
            full = [other for other in names[begins : begins + 3] if other != name and other.startswith(name[:-1])]
            if len(full) == 1:
                found[name] = full[0]
    for short, long in itertools.pairwise(names):
        if long.startswith(f"{short} ") and short.startswith("มหาวิทยาลัย") and "วิทยาเขต" not in long:
            found[long] = short
    return found


def _faculties(mentions: list[Mention]) -> dict[str, str]:
    """The one faculty of each university that is never named without it."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        found.setdefault(mention.name, set()).add(mention.more.get("faculty", ""))
    return {name: next(iter(told)) for name, told in found.items() if len(told) == 1 and "" not in told}


def _groups(mentions: list[Mention]) -> dict[str, str]:
    """The shortest form of each group's name: another name that it begins or ends with."""
    names = {mention.name for mention in mentions}
    return {name: next((short for short in _ends_of(name) if short in names), name) for name in names}


def _ends_of(name: str) -> Iterator[str]:
    """What ``name`` begins and ends with, the shortest first."""
    for length in range(1, len(name)):
        yield name[:length]
        yield name[-length:]


def _people(mentions: list[Mention], posts: list[Post]) -> dict[int, str]:
    """The name under which each mention of a person is brought together."""
    places: dict[str, set[str]] = {}
    for post in posts:
        if post.place is not None:
            places.setdefault(post.person.name, set()).add(post.place.name)
    counts = Counter(mention.name for mention in mentions if mention.kind == "person" and "short" not in mention.more)
    stands: dict[str, str] = {}
    by_given: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}
    near: dict[tuple[str, str], dict[str, int]] = {}
    by_family: dict[str, list[str]] = {}
    honorifics = {one.name: one.more.get("honorific", "") for one in reversed(mentions) if one.kind == "person"}
    for number, name in enumerate(counts):
        given, blank, surname = name.partition(" ")
        if blank:
            longer.setdefault(given, []).append(name)
        parts = _without_a_letter(surname)
        alike = {known: place for part in parts for known, place in near.get((given, part), {}).items()}
        same = min((one for one in alike if _same_person(name, one, places)), key=alike.__getitem__, default=None)
        if same is None and blank:
            family = by_family.setdefault(surname, [])
            same = next((known for known in family if _misspelt(name, known, places, honorifics)), None)
            if same is None and len(family) < _LARGEST_FAMILY:
                family.append(name)
        stands[name] = same or name
        if same is None:
            by_given.setdefault(given, []).append(name)
            for part in parts:
                near.setdefault((given, part), {})[name] = number
    # The spelling that occurs more often, or else the first, is the name.
    best: dict[str, str] = {}
    for name, first in stands.items():
        if first not in best or counts[name] > counts[best[first]]:
            best[first] = name
    for name in counts:
        # A monk whose Pali name was told once.
        if " " not in name and len(longer.get(name, ())) == 1:
            stands[name] = stands[longer[name][0]]
    resolved: dict[int, str] = {}
    for mention in mentions:
        if mention.kind != "person":
            continue
        if "short" in mention.more:
            known = by_given.get(mention.name, [])
            if len(known) == 1:
                resolved[id(mention)] = best[known[0]]
        else:
            resolved[id(mention)] = best[stands[mention.name]]
    return resolved


def _without_a_letter(name: str) -> set[str]:
    """``name``, whole and without each of its letters: two names one edit apart have one of these in common."""
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _same_person(name: str, known: str, places: dict[str, set[str]]) -> bool:
    if not one_edit_apart(name.partition(" ")[2], known.partition(" ")[2]):
        return False
    here, there = places.get(name, set()), places.get(known, set())
    return not (here and there) or bool(here & there)


# More people of one surname are none that a press release names.
_LARGEST_FAMILY = 30


def _misspelt(name: str, known: str, places: dict[str, set[str]], honorifics: dict[str, str]) -> bool:
    """Whether two of one family are one, whose given name is spelt in two ways: only one has a post."""
    here, there = places.get(name, set()), places.get(known, set())
    if not (here or there) or (here and there and not here & there) or " " not in name:
        return False
    if len({_SEX[honorific] for one in (name, known) if (honorific := honorifics.get(one)) in _SEX}) > 1:
        return False
    first, second = name.partition(" ")[0], known.partition(" ")[0]
    return min(len(first), len(second)) > 3 and (heard_as(first) == heard_as(second) or one_edit_apart(first, second))


_SEX = {
    "นาย": "m",
    "นาง": "f",
    "นางสาว": "f",
    "น.ส.": "f",
    "น.ส": "f",
    "เด็กชาย": "m",
    "เด็กหญิง": "f",
    "ด.ช.": "m",
    "ด.ญ.": "f",
}


def one_edit_apart(first: str, second: str) -> bool:
    """Whether one letter put in, taken out or changed, at most, makes ``first`` into ``second``."""
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    return (
        first[start + 1 :] == second[start + 1 :]
        or first[start:] == second[start + 1 :]
        or first[start + 1 :] == second[start:]
    )
