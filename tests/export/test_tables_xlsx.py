"""Tables as XLSX, read back with openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from graphmou.errors import ExportError
from graphmou.export.tables import write_table
from graphmou.export.xlsx import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, xlsx_file
from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def sheet_of(table: Table, language: Language = "en") -> Workbook:
    return load_workbook(io.BytesIO(xlsx_file(table, language)[0]))


def one(cell: Cell) -> Table:
    return Table([Column("x")], [[cell]])


@settings(deadline=None, database=None, max_examples=50)
@given(st.lists(st.text(alphabet=st.characters()) | st.sampled_from(["=1+1", "#N/A", "@x", "-1", "'a"]), min_size=1))
@example(["\r", "a\rb", "\r\x00\n"])
def test_every_text_stays_a_text(texts: list[str]) -> None:
    sheet = sheet_of(Table([Column("x")], [[text] for text in texts])).worksheets[0]
    for text, cell in zip(texts, sheet["A"][1:], strict=False):
        expected = NOT_XML.sub("", text)
        # Whoever reads XML makes every line end a line feed.
        assert (cell.value or "") == re.sub("\r\n|\r", "\n", expected)
        assert cell.data_type == "s" or cell.value is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " \t=1", "＝1"])
def test_what_could_be_a_formula_is_marked_as_text(text: str) -> None:
    cell = sheet_of(one(text)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_no_formula_is_in_the_file(tmp_path: Path) -> None:
    write_table(Table([Column("=1")], [["=1"], [["=2"]], [{"=": 1}]]), "xlsx", tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("cell", "value", "data_type"),
    [
        (3, 3, "n"),
        (-0.5, -0.5, "n"),
        (True, True, "b"),
        (12345678901234567890, "12345678901234567890", "s"),
        (float("nan"), "NaN", "s"),
        (["ก", "ข"], "ก; ข", "s"),
        ({"ก": 1}, '{"ก": 1}', "s"),
        ("0573010012", "0573010012", "s"),
        ("2021-02-10", "2021-02-10", "s"),
        ("a\x00\x1bb", "ab", "s"),
    ],
)
def test_a_cell_keeps_its_type(cell: Cell, value: object, data_type: str) -> None:
    read = sheet_of(one(cell)).worksheets[0]["A2"]
    assert (read.value, read.data_type) == (value, data_type)


def test_nothing_is_an_empty_cell() -> None:
    assert sheet_of(Table([Column("a"), Column("b")], [[None, 1]])).worksheets[0]["A2"].value is None


def test_the_heading_is_bold_and_stays_in_sight() -> None:
    sheet = sheet_of(Table([Column("a", Text("A", "ก"))], [[1]])).worksheets[0]
    assert sheet["A1"].value == "a"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"


def test_columns_are_as_wide_as_their_thai_is_shown() -> None:
    table = Table([Column("a"), Column("b")], [["ที่ดื่มน้ำ" * 3, "ก" * 500]])
    dimensions = sheet_of(table).worksheets[0].column_dimensions
    assert dimensions["A"].width == 5 * 3 + 2
    assert dimensions["B"].width == 60


@pytest.mark.parametrize(
    ("title", "language", "shown"),
    [
        (Text("Mentor schools", "โรงเรียนพี่เลี้ยง"), "th", "โรงเรียนพี่เลี้ยง"),
        (Text("a/b: [c]?*\\", "ก"), "en", "a b   c"),
        (Text("x" * 40, "ก"), "en", "x" * 31),
        (Text("😀" * 40, "ก"), "en", "😀" * 15),
        (Text("'quoted'", "ก"), "en", "quoted"),
        (Text("History", "ก"), "en", "graphmou"),
        (Text("[]", "ก"), "en", "graphmou"),
        (None, "en", "graphmou"),
    ],
)
def test_the_sheet_has_a_title_that_excel_takes(title: Text | None, language: Language, shown: str) -> None:
    assert sheet_of(Table([Column("a")], [], title), language).sheetnames == [shown]


@pytest.mark.parametrize("letter", ["a", "ก", "😀"])
def test_a_text_longer_than_a_cell_holds_is_cut_and_said_so(letter: str) -> None:
    fits = letter * (MAX_CHARACTERS // (len(letter.encode("utf-16-le")) // 2))
    data, notes = xlsx_file(Table([Column("x")], [[fits], [fits + letter]]))
    whole, cut = (cell.value for cell in load_workbook(io.BytesIO(data)).worksheets[0]["A"][1:])
    assert whole == fits
    assert isinstance(cut, str)
    assert cut.endswith("… [cut]")
    assert MAX_CHARACTERS - 1 <= len(cut.encode("utf-16-le")) // 2 <= MAX_CHARACTERS
    assert [note.en.split(":")[0] for note in notes] == ["1 texts were cut"]


def test_more_rows_than_a_sheet_has_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    table = Table([Column("x")], [[1]] * MAX_ROWS)
    with pytest.raises(ExportError, match="1048576 rows") as caught:
        write_table(table, "xlsx", tmp_path / "a.xlsx")
    assert "csv" in str(caught.value.hint)
    assert list(tmp_path.iterdir()) == []


def test_more_columns_than_a_sheet_has_are_refused() -> None:
    with pytest.raises(ExportError, match="columns"):
        xlsx_file(Table([Column("x")] * (MAX_COLUMNS + 1), []))


def test_a_pipe_gets_the_bytes_of_the_file() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    assert write_table(one("น้ำ"), "xlsx", stream) == []
    stream.detach()
    assert load_workbook(raw).worksheets[0]["A2"].value == "น้ำ"
