"""``status``: what a store holds and what is missing from it, at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from graphmou import dates
from graphmou.commands import asking
from graphmou.commands.stores import Database, using
from graphmou.queries.saved import SEVERITIES, Severity
from graphmou.store.protocol import Limits

__all__ = ["LoadedDocument", "Overview", "status"]

_DOCUMENTS = (
    "MATCH (d:Document) RETURN d.id AS id, d.name AS title, d.date AS date, d.loaded_at AS at ORDER BY date, id"
)


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """One document in the store: its id, title and date (ISO), and when it was last loaded with a change."""

    id: str
    title: str
    date: str
    loaded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a store holds: documents by date, nodes by label, relationships by type, gaps by severity.

    ``gaps`` is as of ``day``. ``last_load`` is None where nothing says when that was.
    """

    location: str
    documents: list[LoadedDocument]
    labels: dict[str, int]
    types: dict[str, int]
    gaps: dict[Severity, int]
    day: date

    @property
    def last_load(self) -> datetime | None:
        """When a load last changed anything."""
        return max((one.loaded_at for one in self.documents if one.loaded_at is not None), default=None)


def status(
    *, db: Database = None, folder: str | Path | None = None, today: date | None = None, limits: Limits = Limits()
) -> Overview:
    """Count what the store holds and what the checks find missing.

    Args:
        db: the store.
        folder: a ``cypher`` folder of one's own, whose checks count too.
        today: the day that the checks judge; None for the clock's.
        limits: time-out and row cap of each check.

    Raises:
        QuestionFileError: the file of a check is broken.
        StoreError, StatementError: the store cannot be read, or a check not run.

    Example:
        >>> found = graphmou.status(db=db)
        >>> len(found.documents), found.labels["School"], found.gaps["error"]
        (5, 19, 3)
        >>> found.last_load is not None
        True
    """
    day = today or dates.today()
    with using(db) as store:
        labels, types = store.counts()
        rows = store.run(_DOCUMENTS).records()
        results = asking.check(db=store, folder=folder, today=day, limits=limits)
        location = store.location
    documents = [
        LoadedDocument(str(row["id"]), str(row["title"] or row["id"]), str(row["date"] or ""), _moment(row["at"]))
        for row in rows
    ]
    gaps = {severity: sum(one.count for one in results if one.severity == severity) for severity in SEVERITIES}
    return Overview(location, documents, labels, types, gaps, day)


def _moment(text: object) -> datetime | None:
    """The time a load wrote; None for what somebody changed by hand beyond reading."""
    try:
        return datetime.fromisoformat(str(text)).astimezone()
    except ValueError:
        return None
