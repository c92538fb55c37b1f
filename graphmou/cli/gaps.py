"""How the gaps read in a terminal: by severity, the gravest first, each with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graphmou.checks import CheckResult
from graphmou.language import Language, Text
from graphmou.queries.saved import SEVERITIES
from graphmou.terminal import visible
from graphmou.terminal.text import wrap

__all__ = ["check_report"]

_WIDTH = 80
_LISTED = 20
_SEVERITIES = {
    "error": Text("ERROR", "ต้องแก้ไข"),
    "warning": Text("WARNING", "ควรตรวจ"),
    "info": Text("INFO", "ข้อสังเกต"),
}
_WITHOUT = Text("no gap in", "ไม่พบใน")
_EVIDENCE = Text(
    "where a fact comes from: graphmou query evidence-of -p entity=ID", "ดูที่มา: graphmou query evidence-of -p entity=รหัส"
)


def check_report(results: Sequence[CheckResult], language: Language) -> Iterator[str]:
    """The lines of the report, safe to show."""
    for severity in SEVERITIES:
        for result in (one for one in results if one.severity == severity and one.count):
            yield f"{_SEVERITIES[severity].in_(language)}  {visible(result.title)} · {result.name}: {result.count}"
            for gap in result.gaps[:_LISTED]:
                yield from _indented(f"{gap['id']}: {gap['message']}", "  - ")
            if result.count > _LISTED:
                yield f"    … {result.count - _LISTED} more: graphmou check {result.name} --format csv"
            for step in dict.fromkeys(result.next_steps[:_LISTED]):
                yield from _indented(step, "    → ")
            yield ""
    clean = [result.name for result in results if not result.count]
    if clean:
        yield from _indented(f"{_WITHOUT.in_(language)}: {', '.join(clean)}", "")
    counted = Counter(
        {severity: sum(one.count for one in results if one.severity == severity) for severity in SEVERITIES}
    )
    yield ", ".join(f"{_SEVERITIES[severity].in_(language)} {counted[severity]}" for severity in SEVERITIES)
    if any(result.count for result in results):
        yield _EVIDENCE.in_(language)


def _indented(text: str, mark: str) -> Iterator[str]:
    lines = wrap(visible(text), _WIDTH - len(mark))
    for number, line in enumerate(lines):
        yield f"{mark if not number else ' ' * len(mark)}{line.rstrip()}"
