"""``python -m benchmarks.extract [tuning|held_out|five|speed|many] [--differences [KIND]]``: scores or speed."""

from __future__ import annotations

import sys

from benchmarks.extract.score import score
from benchmarks.extract.speed import measure, measure_many

_FIRST = (
    "offices",
    "schools",
    "people",
    "positions",
    "dates",
    "dates alone",
    "agreements lenient",
    "agreements strict",
    "mentoring",
)


def main(arguments: list[str]) -> None:
    which = next((word for word in arguments if not word.startswith("-")), "tuning")
    if which in ("speed", "many"):
        print(measure() if which == "speed" else measure_many())
        return
    report = score(which)
    print(f"{which}: {report.articles} articles")
    print(f"{'':22}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>7}{'invented':>9}{'missed':>8}")
    for kind in sorted(
        report.scores, key=lambda one: (one not in _FIRST, _FIRST.index(one) if one in _FIRST else 0, one)
    ):
        one = report.scores[kind]
        print(
            f"{kind:22}{one.precision:10.3f}{one.recall:8.3f}{one.f1:8.3f}{one.right:7}{one.invented:9}{one.missed:8}"
        )
    print(f"evidence: {report.true_quotes} of {report.quotes} quotes stand in the text")
    print(f"agreements invented in the {report.without_agreement} articles without one: {report.invented_agreements}")
    if "--differences" in arguments:
        wanted = arguments[arguments.index("--differences") + 1 :]
        for line in report.differences:
            if not wanted or wanted[0] in line:
                print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
