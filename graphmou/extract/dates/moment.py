"""What a date of a text is: its place, its ISO text and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from graphmou.extract.findings import DateKind

__all__ = ["Moment"]


@dataclass
class Moment:
    """A date of the text: its place, its ISO text, its kind, and whether something about it is uncertain."""

    start: int
    end: int
    date: str
    kind: DateKind
    uncertain: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return len(self.date) == 10

    @property
    def has_days(self) -> bool:
        """Whether it is one day or runs from day to day."""
        return len(self.date.partition("/")[0]) == 10

    @property
    def year(self) -> str:
        """The year it begins in."""
        return self.date[:4]

    @property
    def first(self) -> str:
        """Its first day, month or year."""
        return self.date.partition("/")[0]

    @property
    def last(self) -> str:
        """Its last day, month or year."""
        return self.date.rpartition("/")[2]
