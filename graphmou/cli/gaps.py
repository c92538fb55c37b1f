"""How the gaps read in a terminal: by severity, the gravest first, each with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from graphmou.checks import CheckResult
from graphmou.cli.wording import NO_ID
from graphmou.dates import show_date
from graphmou.language import Language, Text
from graphmou.queries.saved import SEVERITIES
from graphmou.terminal import visible
from graphmou.terminal.text import wrap
from graphmou.words import show_word

__all__ = ["check_report"]

_WIDTH = 80
_LISTED = 20
_STEPS = 2
_NO_BREAK = "\u2011"
"""A hyphen that no line ends after."""
_LIST = Text("to list them", "ดูรายการ")
_MORE = Text("{count} more", "อีก {count}")
_WITHOUT = Text("no gap in", "ไม่พบสิ่งที่ขาดใน")
_AS_OF = Text("as of {day}", "ณ วันที่ {day}")
_EVIDENCE = Text(
    "where a fact comes from: graphmou query evidence-of -p entity={id}",
    "ดูที่มาของข้อมูล: graphmou query evidence-of -p entity={id}",
)
_ANY_ID = Text("ID", "รหัส")


def check_report(results: Sequence[CheckResult], language: Language, day: date, *, named: bool) -> Iterator[str]:
    """The lines of the report of ``day``, safe to show.

    Mere information is counted, and listed when its check was ``named``.
    """
    for severity in SEVERITIES:
        found = [result for result in results if result.severity == severity and result.count]
        for result in found:
            yield f"{show_word(severity, language).upper()}  {visible(result.title)} · {result.name}: {result.count}"
            if named or severity != "info":
                yield from _gaps(result, language)
                yield ""
        if found and severity == "info" and not named:
            yield f"  {_LIST.in_(language)}: graphmou check {found[0].name}"
            yield ""
    clean = [result.name for result in results if not result.count]
    if clean:
        # A name is something to type: no line ends inside one.
        unbroken = ", ".join(clean).replace("-", _NO_BREAK)
        for line in _indented(f"{_WITHOUT.in_(language)}: {unbroken}", ""):
            yield line.replace(_NO_BREAK, "-")
    counted = Counter(
        {severity: sum(one.count for one in results if one.severity == severity) for severity in SEVERITIES}
    )
    counts = ", ".join(f"{show_word(severity, language).upper()} {counted[severity]}" for severity in SEVERITIES)
    shown_day = _AS_OF.in_(language).format(day=show_date(day.isoformat(), language=language))
    yield f"{counts}  ({shown_day})"
    if any(result.count for result in results):
        yield visible(_EVIDENCE.in_(language).format(id=_first_id(results) or _ANY_ID.in_(language)))


def _first_id(results: Sequence[CheckResult]) -> str | None:
    """The id of the gravest gap, as an example to type."""
    grave = (gap["id"] for severity in SEVERITIES for one in results if one.severity == severity for gap in one.gaps)
    return next((str(found) for found in grave if found and " " not in str(found)), None)


def _gaps(result: CheckResult, language: Language) -> Iterator[str]:
    for gap in result.gaps[:_LISTED]:
        yield from _indented(f"{gap['id'] or NO_ID.in_(language)}: {gap['message']}", "  - ")
    if result.count > _LISTED:
        more = _MORE.in_(language).format(count=result.count - _LISTED)
        yield f"    … {more}: graphmou check {result.name} --format csv"
    steps = list(dict.fromkeys(result.next_steps))
    for step in steps[:_STEPS]:
        yield from _indented(step, "    → ")
    if len(steps) > _STEPS:
        yield "    → …"


def _indented(text: str, mark: str) -> Iterator[str]:
    lines = wrap(visible(text), _WIDTH - len(mark))
    for number, line in enumerate(lines):
        yield f"{mark if not number else ' ' * len(mark)}{line.rstrip()}"
