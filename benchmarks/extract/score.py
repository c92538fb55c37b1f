"""Precision, recall and F1 per kind: exact sets of canonical names, added up over the articles (micro-averaged).

An agreement is found *leniently* where half of all the parties named on either side are the same (Jaccard >= 0.5),
*strictly* where the parties are the same and the day of signing too. Events are not scored: their names are a matter
of judgement, and their days are scored as dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.extract.five import read_five
from benchmarks.extract.gold import Reading, from_findings, read_gold
from graphmou.extract import extract_text
from graphmou.extract.findings import Findings, Quote

Agreement = tuple[frozenset[str], str]
HERE = Path(__file__).parent


@dataclass
class Score:
    """Right, invented and missed, of one kind."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count one article."""
        self.right += right
        self.invented += found - right
        self.missed += gold - right

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        """How much of what is there was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Report:
    """The scores of a set of articles, and where they went wrong."""

    articles: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    invented_agreements: int = 0
    without_agreement: int = 0
    quotes: int = 0
    true_quotes: int = 0
    differences: list[str] = field(default_factory=list)


def articles(which: str) -> Iterable[tuple[str, str, Reading]]:
    """Name, text and gold reading of each article of ``tuning``, ``held_out`` or ``five``."""
    if which == "five":
        yield from read_five()
        return
    for path in sorted((HERE / which).glob("*.yaml")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield path.stem, text, read_gold(path)


def score(which: str) -> Report:
    """Extract and compare every article of one set."""
    report = Report()
    for name, text, gold in articles(which):
        findings = extract_text(text)
        compare(report, name, gold, from_findings(findings))
        for quote in quotes_of(findings):
            report.quotes += 1
            report.true_quotes += text[quote.start : quote.end] == quote.phrase and len(quote.phrase) <= 80
    return report


def compare(report: Report, name: str, gold: Reading, found: Reading) -> None:
    """Add the comparison of one article to ``report``."""
    report.articles += 1
    for kind in sorted({*gold.sets, *found.sets} - gold.unscored):
        expected, got = gold.sets.get(kind, set()), found.sets.get(kind, set())
        report.scores[kind].add(len(expected & got), len(got), len(expected))
        report.differences += [f"{name} {kind} - {' | '.join(item)}" for item in sorted(expected - got)]
        report.differences += [f"{name} {kind} + {' | '.join(item)}" for item in sorted(got - expected)]
    lenient = _pairs(gold, found, lambda a, b: len(a[0] & b[0]) * 2 >= len(a[0] | b[0]))
    strict = _pairs(gold, found, lambda a, b: a == b)
    report.scores["agreements lenient"].add(lenient, len(found.agreements), len(gold.agreements))
    report.scores["agreements strict"].add(strict, len(found.agreements), len(gold.agreements))
    if strict < max(len(found.agreements), len(gold.agreements)):
        for sign, side in (("-", gold), ("+", found)):
            report.differences += [
                f"{name} agreement {sign} {day} {sorted(parties)}" for parties, day in side.agreements
            ]
    if not gold.agreements:
        report.without_agreement += 1
        report.invented_agreements += len(found.agreements)


def _pairs(gold: Reading, found: Reading, same: Callable[[Agreement, Agreement], bool]) -> int:
    """How many agreements of both readings can be paired, each once."""
    left = list(found.agreements)
    pairs = 0
    for expected in sorted(gold.agreements, key=lambda one: -len(one[0])):
        fitting = [got for got in left if same(expected, got)]
        if fitting:
            best = max(
                fitting, key=lambda got: (len(expected[0] & got[0]) / len(expected[0] | got[0]), got[1] == expected[1])
            )
            left.remove(best)
            pairs += 1
    return pairs


def quotes_of(findings: Findings) -> Iterable[Quote]:
    """Every quote of the findings."""
    for kind in Findings.__dataclass_fields__:
        for item in getattr(findings, kind):
            yield from getattr(item, "quotes", None) or [item.quote]
