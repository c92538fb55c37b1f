"""Sides of a signing in everyday sentences and articles: each body has one role, by what the text says of it.

The files of ``sides`` tell them by subject: a text of any lines, then => and its agreements, one set of sides each, |
between them; => alone where nothing is reported as signed. Names of schools are without โรงเรียน.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmou.extract.agreements.reader import Reader
from graphmou.extract.rules import meanings
from tests.extract.test_agreements import sides

TOLD = sorted((Path(__file__).parent / "sides").glob("*.txt"))


def told() -> Iterator[tuple[str, list[list[str]]]]:
    """Each text of the files ``TOLD`` with the sides of its agreements."""
    lines: list[str] = []
    texts = [path.read_text(encoding="utf-8") for path in TOLD]
    for line in "\n".join(texts).splitlines():
        if line.startswith("=>"):
            sets = [sorted(name.strip() for name in one.split(",")) for one in line[2:].split("|") if one.strip()]
            yield "\n".join(lines).strip(), sorted(sets)
            lines = []
        elif not line.startswith("# "):
            lines.append(line)


@pytest.mark.parametrize(("text", "expected"), list(told()))
def test_a_body_is_a_side_by_what_is_said_of_it(text: str, expected: list[list[str]]) -> None:
    assert sorted(map(sorted, sides(text))) == expected


@pytest.mark.parametrize("part", sorted(set(meanings("side_cues").values())))
def test_every_part_that_the_list_of_cues_gives_a_word_is_known(part: str) -> None:
    assert callable(getattr(Reader, f"_{part}", None))
