"""Step 7: who mentors whom, in sentences and lists as offices write them (``mentoring_told.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.extract import extract_text

TOLD = Path(__file__).parent / "mentoring_told.txt"


def told() -> list[tuple[str, set[tuple[str, str, str]]]]:
    """Each text of ``mentoring_told.txt`` with its pairs of mentor, partner and basis."""
    cases = []
    text: list[str] = []
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("=>"):
            cases.append(("\n".join(text).strip(), pairs_of(line.removeprefix("=>"))))
            text = []
        elif not line.startswith("#"):
            text.append(line)
    return cases


def pairs_of(line: str) -> set[tuple[str, str, str]]:
    """The pairs of "ก > ข ค | ง >> จ"."""
    pairs = set()
    for part in filter(str.strip, line.split("|")):
        mentor, sign, *partners = part.split()
        pairs |= {(mentor, partner, "stated" if sign == ">" else "inferred") for partner in partners}
    return pairs


@pytest.mark.parametrize(("text", "expected"), told())
def test_who_mentors_whom(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = extract_text(text)
    names = {school.id: school.name.removeprefix("โรงเรียน") for school in found.schools}
    assert {(names[one.mentor], names[one.partner], one.basis) for one in found.mentoring} == expected
