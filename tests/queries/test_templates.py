"""Messages of gaps: cells filled in, optional parts left out, shown in the reader's language."""

from __future__ import annotations

import pytest

from graphmou.queries.saved import ColumnType
from graphmou.queries.templates import fill, show_cell
from graphmou.store.protocol import Cell

CELLS: dict[str, Cell] = {"name": "วัดพระฝาง", "n": 0, "day": "2021-02-10", "none": None, "list": ["ก", "ข"], "no": []}
TYPES: dict[str, ColumnType] = {"day": "date"}


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{name} has {n}", "วัดพระฝาง has 0"),
        ("{name}[ on {day}]", "วัดพระฝาง on 2021-02-10"),
        ("{name}[ on {none}]!", "วัดพระฝาง!"),
        ("[{none}: ][{n}; ]{list}", "0; ก, ข"),
        ("[{n} of {none}]x", "x"),
        ("[{no}]", ""),
        ("{none}", "–"),
        ("{{name}} [[x]]", "{name} [x]"),
        ("plain", "plain"),
    ],
)
def test_a_template_is_filled(template: str, filled: str) -> None:
    assert fill(template, CELLS, TYPES, "en") == filled


def test_a_cell_that_looks_like_a_template_stays_as_it_is() -> None:
    assert fill("{name}", {"name": "{x}[y]"}, {}, "en") == "{x}[y]"


@pytest.mark.parametrize(
    ("cell", "kind", "thai", "english"),
    [
        ("2021-02-10", "date", "10 ก.พ. 2564", "2021-02-10"),
        ("2021-02-10", "text", "2021-02-10", "2021-02-10"),
        ("in force", "word", "มีผลบังคับ", "in force"),
        ("School", "word", "โรงเรียน", "school"),
        ("MENTORS", "word", "เป็นพี่เลี้ยง", "mentors"),
        ("something else", "word", "something else", "something else"),
        (True, "boolean", "ใช่", "yes"),
        (12, "integer", "12", "12"),
        (["a", None], "list", "a, –", "a, –"),
        ({"a": 1}, "text", "a: 1", "a: 1"),
        (None, "date", "–", "–"),
    ],
)
def test_a_cell_is_shown_in_the_language_of_the_reader(cell: Cell, kind: ColumnType, thai: str, english: str) -> None:
    assert show_cell(cell, kind, "th") == thai
    assert show_cell(cell, kind, "en") == english
