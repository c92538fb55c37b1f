"""Running one built-in check in a test."""

from __future__ import annotations

from datetime import date

from graphmou.checks import CheckResult, run_checks
from graphmou.language import Language
from graphmou.queries import find_check
from graphmou.store.protocol import Cell, Store
from tests.queries.stores import CYPHER, TODAY

__all__ = ["gaps", "result"]


def result(store: Store, name: str, *, as_of: str | None = None, language: Language = "en") -> CheckResult:
    """What the built-in check ``name`` finds."""
    day = date.fromisoformat(as_of) if as_of else None
    (found,) = run_checks(store, [find_check([CYPHER], name)], today=TODAY, as_of=day, language=language)
    return found


def gaps(store: Store, name: str, *columns: str, as_of: str | None = None) -> list[tuple[Cell, ...]]:
    """The cells of ``columns`` (``id`` where none is named) of each gap."""
    return [tuple(gap[column] for column in columns or ("id",)) for gap in result(store, name, as_of=as_of).gaps]
