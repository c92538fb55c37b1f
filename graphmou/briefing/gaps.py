"""How a gap reads in a briefing: things by their names in the reader's language, and what to do without commands."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.briefing.office_report import OfficeReport
from graphmou.checks import CheckResult
from graphmou.language import Language
from graphmou.queries.saved import ColumnType
from graphmou.queries.templates import fill
from graphmou.store.protocol import Cell

__all__ = ["message", "next_step"]

_COMMAND = ": graphmou "


def message(report: OfficeReport, result: CheckResult, gap: Mapping[str, Cell], language: Language) -> str:
    """What is wrong, in ``language``."""
    named = {**gap}
    if str(gap["id"]) in report.names:
        named["name"] = report.name_of(gap["id"]).in_(language)
    return _sentence(fill(result.check.message.in_(language), named, _types(result), language))


def next_step(result: CheckResult, gap: Mapping[str, Cell], language: Language) -> str:
    """What to do about it, without the command that helps an analyst; empty where the check does not say."""
    if result.check.next_step is None:
        return ""
    advice, _, _ = fill(result.check.next_step.in_(language), gap, _types(result), language).partition(_COMMAND)
    return _sentence(advice)


def _types(result: CheckResult) -> dict[str, ColumnType]:
    return {column.name: column.type for column in result.check.columns}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
