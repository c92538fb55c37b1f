"""What is known about one office: the answers of saved questions and the gaps that checks found, not yet in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graphmou.checks import CheckResult
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.view.scene import Scene

__all__ = ["Mentor", "OfficeReport", "Row", "Source"]

Row = Mapping[str, Cell]
"""A row of an answer, by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Mentor:
    """A row of ``mentor-schools``, and whom the school mentors: rows of ``partners-of``."""

    row: Row
    partners: tuple[Row, ...]

    @property
    def partner_ids(self) -> tuple[str, ...]:
        """The ids of all whom it mentors."""
        ids = self.row["partner_ids"]
        return tuple(map(str, ids)) if isinstance(ids, list) else ()


@dataclass(frozen=True, slots=True)
class Source:
    """A row of ``documents``, and the phrases that ``evidence-of`` quotes from it; those of agreements come first."""

    row: Row
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeReport:
    """Everything a briefing says.

    Args:
        office: the id of the office.
        names: what everything in the network is called, by id.
        day: the day that statuses are told as of.
        as_of: the day that the report is restricted to, if any.
        agreements: of the office and within its network, the ones in force first, by the day they end.
        ending: those that end soon.
        mentors: schools under it that mentor others, the one with most partners first.
        schools: those under it.
        lacking: what a school has none of (``mentor``, ``agreement``, ``head``), by its id.
        people: positions in the office, then in its schools; ``organisation_id`` says where.
        schools_asked: how many schools were asked for their people.
        declarations: numbers that documents state about its network.
        gaps: what checks found in its network, the gravest first; checks that found nothing are left out.
        unchecked: checks that took too long.
        sources: the documents that the report rests on, by date.
        scene: the picture of its network.
        drawn, network: how many nodes the picture shows, and how many it could show.
    """

    office: str
    names: Mapping[str, Text]
    day: date
    as_of: date | None
    agreements: tuple[Row, ...]
    ending: tuple[Row, ...]
    mentors: tuple[Mentor, ...]
    schools: tuple[Row, ...]
    lacking: Mapping[str, frozenset[str]]
    people: tuple[Row, ...]
    schools_asked: int
    declarations: tuple[Row, ...]
    gaps: tuple[CheckResult, ...]
    unchecked: tuple[str, ...]
    sources: tuple[Source, ...]
    scene: Scene
    drawn: int
    network: int

    def name_of(self, id_: Cell) -> Text:
        """What the thing with that id is called; the id itself where nothing has it."""
        return self.names.get(str(id_), Text(str(id_), str(id_)))
