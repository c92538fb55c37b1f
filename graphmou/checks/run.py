"""Running checks: every one reports its count, zero too, and each gap says in words what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graphmou import table
from graphmou.errors import QuestionFileError
from graphmou.language import Language, Text
from graphmou.queries.ask import in_order, naming, table_columns
from graphmou.queries.library import CHECKS
from graphmou.queries.saved import SEVERITIES, Check, Library, Severity
from graphmou.queries.templates import fill
from graphmou.store.protocol import Cell, Limits, Store
from graphmou.table import Table

__all__ = ["CheckResult", "all_checks", "run_checks", "worst"]

_FIRST = (
    table.Column("id", Text("Id", "รหัส")),
    table.Column("name", Text("Name", "ชื่อ")),
    table.Column("message", Text("Gap", "สิ่งที่ขาด")),
)


@dataclass(slots=True)
class CheckResult:
    """The gaps that one check found, each with ``id``, ``name``, ``message`` and the columns of the check.

    ``next_steps`` holds for each gap what to do about it. ``truncated`` says that the row cap cut the gaps.
    """

    check: Check
    title: str
    gaps: list[dict[str, Cell]]
    next_steps: list[str] = field(default_factory=list)
    truncated: bool = False

    @property
    def name(self) -> str:
        """The name of the check."""
        return self.check.name

    @property
    def severity(self) -> Severity:
        """How grave its gaps are."""
        return self.check.severity

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return len(self.gaps)

    def to_json(self) -> dict[str, Cell]:
        """The check as ``check --format json`` lists it."""
        return {
            "check": self.name,
            "severity": self.severity,
            "title": self.title,
            "count": self.count,
            "gaps": [dict(gap) for gap in self.gaps],
        }

    def table(self) -> Table:
        """Its gaps as the terminal and the exporters take them."""
        columns = [*_FIRST, *table_columns(self.check.columns)]
        return Table(columns, [[gap[column.name] for column in columns] for gap in self.gaps], self.check.title)


def all_checks(library: Library) -> list[Check]:
    """All checks of a library, the gravest first, then by name.

    Raises:
        QuestionFileError: the file of a check is broken. A report that left one out would be false.
    """
    broken = [problem for problem in library.problems if Path(problem.file).parent.name == CHECKS]
    if broken:
        raise QuestionFileError(Text("Not every check can be run.", "มีรายการตรวจสอบที่ใช้งานไม่ได้"), broken)
    return sorted(library.checks.values(), key=lambda check: (SEVERITIES.index(check.severity), check.name))


def run_checks(
    store: Store,
    checks: Iterable[Check],
    *,
    today: date,
    as_of: date | None = None,
    language: Language = "en",
    limits: Limits | None = None,
) -> list[CheckResult]:
    """Run ``checks`` in their order.

    Args:
        store: an open store.
        checks: see :func:`graphmou.queries.read_library`.
        today: the day that "today" means; ``$today`` in the statements.
        as_of: what was recorded by that day is judged; today if not given. ``$as_of`` in the statements.
        language: of titles and messages.
        limits: time-out and row cap of each check.

    Raises:
        StatementError: the engine refuses a statement (its message begins with the file).
    """
    parameters: dict[str, Cell] = {"as_of": (as_of or today).isoformat(), "today": today.isoformat()}
    return [_run(store, check, parameters, language, limits or Limits()) for check in checks]


def _run(store: Store, check: Check, parameters: dict[str, Cell], language: Language, limits: Limits) -> CheckResult:
    with naming(check.file):
        answer = store.run(check.statement, parameters, limits)
    answer = in_order(answer, ["id", "name", *(column.name for column in check.columns)], check.file)
    types = {column.name: column.type for column in check.columns}
    gaps: list[dict[str, Cell]] = []
    next_steps: list[str] = []
    for row in answer.records():
        message = fill(check.message.in_(language), row, types, language)
        gaps.append({"id": row.pop("id"), "name": row.pop("name"), "message": message, **row})
        if check.next_step is not None:
            next_steps.append(fill(check.next_step.in_(language), gaps[-1], types, language))
    return CheckResult(check, check.title.in_(language), gaps, next_steps, answer.truncated)


def worst(results: Sequence[CheckResult], threshold: Severity) -> bool:
    """Whether a gap at or above ``threshold`` stands: ``warning`` counts errors and warnings."""
    grave = SEVERITIES[: SEVERITIES.index(threshold) + 1]
    return any(result.count and result.severity in grave for result in results)
