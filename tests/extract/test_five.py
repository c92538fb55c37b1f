"""The five source documents: everything the annotations say is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.extract.score import Report, score


@pytest.fixture(scope="module")
def report(source_documents: Path) -> Report:
    return score("five")


@pytest.mark.parametrize(
    "kind",
    [
        "offices",
        "schools",
        "organisations",
        "people",
        "groups",
        "programmes",
        "positions",
        "dates",
        "dates alone",
        "agreements lenient",
        "agreements strict",
        "mentoring",
        "mentoring with basis",
        "counts",
        "parties with role",
        "witnesses",
        "terms",
    ],
)
def test_every_kind_is_found_whole(report: Report, kind: str) -> None:
    assert report.scores[kind].f1 == 1.0, [line for line in report.differences if f" {kind} " in line]


def test_every_quote_stands_in_its_text(report: Report) -> None:
    assert report.true_quotes == report.quotes > 0


def test_no_agreement_is_invented(report: Report) -> None:
    assert (report.without_agreement, report.invented_agreements) == (2, 0)
