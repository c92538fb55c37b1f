"""What a caller gives, as the parts behind take it: seed files read, days as days."""

from __future__ import annotations

from datetime import date, datetime

from graphmou import dates, places
from graphmou.facts import DocumentFacts
from graphmou.places import SeedPaths
from graphmou.seed import reader

__all__ = ["day_of", "read_seed"]


def read_seed(paths: SeedPaths = None) -> list[DocumentFacts]:
    """What the documents of seed files say, one ``DocumentFacts`` per file, in the order of the files.

    Args:
        paths: one or several files or folders; None as for :func:`graphmou.load`.

    Raises:
        UsageError: an empty list or name.
        SeedError: anything is wrong with any of them; ``problems`` holds it all.

    Example:
        >>> [facts.document for facts in graphmou.read_seed(seed / "spm-34-2020-09-03.yaml")]
        ['spm-34-2020-09-03']
    """
    return reader.read_seed(places.seed_paths(paths))


def day_of(given: date | str | None, where: str) -> date | None:
    """The day that was given for ``where``: a date, or text as people write it (ISO or Thai).

    Raises:
        UsageError: the text is no day.
    """
    if isinstance(given, datetime):
        return given.date()
    return dates.a_day(given, where) if isinstance(given, str) else given
