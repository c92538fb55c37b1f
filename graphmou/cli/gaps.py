"""How the gaps read in a terminal: by severity, the gravest first, each with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graphmou.checks import CheckResult
from graphmou.cli.wording import NO_ID
from graphmou.language import Language, Text
from graphmou.queries.saved import SEVERITIES
from graphmou.terminal import visible
from graphmou.terminal.text import wrap
from graphmou.words import show_word

__all__ = ["check_report"]

_WIDTH = 80
_LISTED = 20
_STEPS = 2
_LIST = Text("to list them", "ดูรายการ")
_MORE = Text("{count} more", "อีก {count}")
_WITHOUT = Text("no gap in", "ไม่พบใน")
_EVIDENCE = Text(
    "where a fact comes from: graphmou query evidence-of -p entity=ID", "ดูที่มา: graphmou query evidence-of -p entity=รหัส"
)


def check_report(results: Sequence[CheckResult], language: Language, *, named: bool) -> Iterator[str]:
    """The lines of the report, safe to show. Mere information is counted, and listed when its check was ``named``."""
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
        yield from _indented(f"{_WITHOUT.in_(language)}: {', '.join(clean)}", "")
    counted = Counter(
        {severity: sum(one.count for one in results if one.severity == severity) for severity in SEVERITIES}
    )
    yield ", ".join(f"{show_word(severity, language).upper()} {counted[severity]}" for severity in SEVERITIES)
    if any(result.count for result in results):
        yield _EVIDENCE.in_(language)


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
