from __future__ import annotations

import pytest

from graphmou.store.protocol import Answer, Cell
from graphmou.table import Kind, table_of


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ([1, None, 2], "integer"),
        ([1, 2.5], "number"),
        ([True, False], "boolean"),
        ([True, 1], "text"),
        (["2021-02-10", None, "2023-12-31"], "date"),
        (["2021-02-10", "ปี 2564"], "text"),
        (["๒๐๒๑", "0573010012"], "text"),
        ([["a"], []], "list"),
        ([{"a": 1}], "map"),
        ([None, None], "text"),
        ([], "text"),
    ],
)
def test_an_ad_hoc_column_is_of_the_kind_its_cells_are(cells: list[Cell], kind: Kind) -> None:
    table = table_of(Answer(["x"], [[cell] for cell in cells]))
    assert [(column.name, column.title, column.kind) for column in table.columns] == [("x", None, kind)]


def test_an_ad_hoc_table_keeps_rows_and_notes() -> None:
    table = table_of(Answer(["a", "b"], [[1, "ก"]], notes=["a note"]))
    assert table.rows == [[1, "ก"]]
    assert [(note.en, note.th) for note in table.notes] == [("a note", "a note")]


def test_an_answer_cut_short_says_so_in_both_languages() -> None:
    (note,) = table_of(Answer(["a"], [[1], [2]], truncated=True)).notes
    assert "more than these 2 rows" in note.en
    assert "มากกว่า 2 แถว" in note.th
