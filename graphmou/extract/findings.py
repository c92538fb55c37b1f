"""What an extractor found in one text, before it becomes a draft: the contract of every extractor.

Ids are provisional, unique within one text, and of the form seed files use. Each finding carries the phrases that
say it: ``text[quote.start:quote.end] == quote.phrase`` on the raw text. Names are canonical: schools with โรงเรียน,
offices written out in full, people without honorific.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "AgreementFound",
    "CountFound",
    "DateFound",
    "DateKind",
    "EntityFound",
    "EventFound",
    "Findings",
    "GroupFound",
    "MentoringFound",
    "PartyFound",
    "PositionFound",
    "Quote",
    "Warned",
    "WarningKind",
]

DateKind = Literal["event", "planned", "past", "published", "term", "academic_year", "fiscal_year", "law", "policy"]
WarningKind = Literal[
    "declared-count",  # a declared number differs from what is named
    "unnamed-parties",
    "headcount",  # parts that do not add up; the message says how the sum was made
    "spelling-variants",
    "uncertain-date",
    "uncertain-name-end",
    "anaphora",  # "the school", "the said office": not resolved with certainty
    "no-agreement",
    "probable-typo",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """One phrase of the raw text, at most 80 code points."""

    start: int
    end: int
    phrase: str


@dataclass(slots=True)
class EntityFound:
    """An office, school, organisation, person, group, programme or topic.

    ``more`` holds the seed properties of its label beyond the names: ``level`` and ``provinces`` of an office,
    ``district``, ``province`` and ``under`` (an office's id) of a school, ``kind`` of an organisation, ``honorific`` of
    a person, ``min_partners`` of a programme.
    """

    id: str
    name: str
    quotes: list[Quote]
    confidence: float = 1.0
    aliases: list[str] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)
    more: dict[str, str | int | list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class GroupFound(EntityFound):
    """A network: ``members`` are ids of schools, ``lead`` is one of them.

    One that the text only describes has a name we gave it: it is not ``named``, and its quotes name its lead.
    """

    members: list[str] = field(default_factory=list)
    lead: str | None = None
    under: str | None = None
    named: bool = True


@dataclass(slots=True)
class EventFound:
    """Something that took place: dates as in :class:`DateFound`, ``attended`` as pairs of an id and a role."""

    id: str
    name: str
    quotes: list[Quote]
    starts: str | None = None
    ends: str | None = None
    place: str | None = None
    attended: list[tuple[str, str]] = field(default_factory=list)
    programme: str | None = None
    topics: list[str] = field(default_factory=list)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PartyFound:
    """A side of an agreement; the id is that of an office, school, organisation or group."""

    id: str
    role: Literal["lead", "partner", "office", "party"]


@dataclass(slots=True)
class AgreementFound:
    """An agreement. ``overseen_by`` are offices but no sides; ``unnamed_parties`` counts those without a name."""

    id: str
    title: str
    quotes: list[Quote]
    parties: list[PartyFound]
    signed_on: str | None = None
    starts: str | None = None
    ends: str | None = None
    overseen_by: list[str] = field(default_factory=list)
    witnesses: list[str] = field(default_factory=list)
    signed_for: list[tuple[str, str]] = field(default_factory=list)
    unnamed_parties: int = 0
    event: str | None = None
    programme: str | None = None
    topics: list[str] = field(default_factory=list)
    confidence: float = 1.0


@dataclass(slots=True)
class MentoringFound:
    """One school mentors another: ids of both; ``agreement`` is the id of the one it rests on."""

    mentor: str
    partner: str
    basis: Literal["stated", "inferred"]
    quotes: list[Quote]
    agreement: str | None = None
    confidence: float = 1.0


@dataclass(slots=True)
class PositionFound:
    """A post: ids of the person and of where it is held; ``organisation`` is empty for a post outside the network.

    The title of such a post keeps its place: ผู้ว่าราชการจังหวัดน่าน.
    """

    person: str
    title: str
    organisation: str
    status: Literal["current", "acting", "former"]
    quotes: list[Quote]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as stated: ``2022-01-24``, ``2022-01``, ``2021``, or a range ``2022-02-05/2022-02-06``."""

    date: str
    kind: DateKind
    quote: Quote


@dataclass(slots=True)
class CountFound:
    """A number the text declares about ``about`` (an id, or None), with the parts of a sum where it gives them."""

    what: Literal["partners", "members", "schools", "agreements", "attendance"]
    count: int
    about: str | None
    quotes: list[Quote]
    parts: list[str] = field(default_factory=list)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a reviewer must look at; ``message`` says it in English, ``message_th`` in Thai."""

    kind: WarningKind
    message: str
    message_th: str
    quote: Quote


@dataclass(slots=True)
class Findings:
    """Everything found in one text."""

    offices: list[EntityFound] = field(default_factory=list)
    schools: list[EntityFound] = field(default_factory=list)
    organisations: list[EntityFound] = field(default_factory=list)
    people: list[EntityFound] = field(default_factory=list)
    groups: list[GroupFound] = field(default_factory=list)
    programmes: list[EntityFound] = field(default_factory=list)
    events: list[EventFound] = field(default_factory=list)
    agreements: list[AgreementFound] = field(default_factory=list)
    mentoring: list[MentoringFound] = field(default_factory=list)
    positions: list[PositionFound] = field(default_factory=list)
    topics: list[EntityFound] = field(default_factory=list)
    dates: list[DateFound] = field(default_factory=list)
    counts: list[CountFound] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
