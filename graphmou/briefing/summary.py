"""The first half page of a briefing: counts, what ends soon, the gravest gaps."""

from __future__ import annotations

from collections import Counter

from graphmou.briefing.document import Figure, Point, Points, Summary
from graphmou.briefing.gaps import message, next_step
from graphmou.briefing.office_report import OfficeReport
from graphmou.briefing.words import SUMMARY, TITLES
from graphmou.dates import show_date
from graphmou.language import Language
from graphmou.queries.saved import SEVERITIES, Severity
from graphmou.view.text import plain
from graphmou.words import show_word

__all__ = ["summarise"]

_MOST = 5
_LONGEST = 400
_TO_ACT_ON: tuple[Severity, ...] = ("error", "warning")
_ENDING = "agreement-expiring"
"""The check that says what the list of agreements that end soon says."""


def summarise(report: OfficeReport, language: Language) -> Summary:
    """The summary of ``report`` in ``language``."""
    day = show_date(report.day.isoformat(), language=language)
    known = report.agreements or report.schools or report.people or report.sources
    count = len(report.sources)
    documents = f"{count} {'document' if count == 1 else 'documents'}" if language == "en" else str(count)
    said = SUMMARY["said" if known else "unknown"].in_(language).format(documents=documents, day=day)
    return Summary(
        title=TITLES["summary"].in_(language),
        said=said,
        figures=(
            _agreements(report, language),
            _schools(report, language),
            _mentors(report, language),
            _gaps(report, language),
        ),
        ending=_ending(report, language),
        gaps=_grave(report, language),
    )


def _figure(number: int, counted: str, note: str, language: Language) -> Figure:
    label = SUMMARY[f"one {counted}" if number == 1 else counted].in_(language)
    return Figure(f"{number:,}", label, note)


def _agreements(report: OfficeReport, language: Language) -> Figure:
    counts = Counter(str(row["status"]) for row in report.agreements)
    note = " · ".join(f"{show_word(status, language)} {count}" for status, count in counts.items())
    return _figure(len(report.agreements), "agreements", note, language)


def _schools(report: OfficeReport, language: Language) -> Figure:
    lacking = sum(1 for lacks in report.lacking.values() if lacks)
    note = SUMMARY["lacking"].in_(language).format(count=lacking) if lacking else ""
    return _figure(len(report.schools), "schools", note, language)


def _mentors(report: OfficeReport, language: Language) -> Figure:
    partners = {str(id_) for mentor in report.mentors for id_ in mentor.partner_ids}
    words = SUMMARY["one partner" if len(partners) == 1 else "partners"]
    note = words.in_(language).format(count=len(partners)) if partners else ""
    return _figure(len(report.mentors), "mentors", note, language)


def _gaps(report: OfficeReport, language: Language) -> Figure:
    counts = {severity: sum(one.count for one in report.gaps if one.severity == severity) for severity in SEVERITIES}
    number = sum(counts[severity] for severity in _TO_ACT_ON)
    note = " · ".join(f"{show_word(severity, language)} {count}" for severity, count in counts.items() if count)
    return _figure(number, "gaps", note, language)


def _ending(report: OfficeReport, language: Language) -> Points:
    points = []
    for row in report.ending[:_MOST]:
        day = show_date(str(row["until"]), language=language)
        note = SUMMARY["until"].in_(language).format(day=day, days=row["days_left"])
        points.append(_point(report.name_of(row["agreement_id"]).in_(language), note))
    title, nothing = SUMMARY["ending"].in_(language), SUMMARY["no ending"].in_(language)
    return Points(title, tuple(points), len(report.ending), nothing)


def _grave(report: OfficeReport, language: Language) -> Points:
    """The gaps to act on. Agreements that end soon have a list of their own."""
    found = [
        (result, gap)
        for result in report.gaps
        if result.severity in _TO_ACT_ON and result.name != _ENDING
        for gap in result.gaps
    ]
    points = [
        _point(message(report, result, gap, language), next_step(result, gap, language), result.severity)
        for result, gap in found[:_MOST]
    ]
    nothing = SUMMARY["no other" if report.ending else "no grave"].in_(language)
    return Points(SUMMARY["grave"].in_(language), tuple(points), len(found), nothing)


def _point(text: str, note: str, severity: Severity | None = None) -> Point:
    return Point(plain(text, _LONGEST), plain(note, _LONGEST), severity)
