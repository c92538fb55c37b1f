"""Tables as JSON, JSON Lines, CSV and Markdown: what is read back is what was written, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.errors import ExportError, UsageError
from graphmou.export.tables import DATA_FORMATS, DataFormat, format_of, write_table
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

UNHURRIED = settings(deadline=None, database=None)

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
formulas = st.builds(
    lambda blank, sign, rest: blank + sign + rest,
    st.text(alphabet=" \t\r\n\xa0\u200b\u3000\ufeff", max_size=3),
    st.sampled_from("=+-@＝＋－＠"),
    texts,
)
scalars: st.SearchStrategy[Cell] = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts | formulas
)
cells: st.SearchStrategy[Cell] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=6,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    names = draw(st.lists(texts | formulas, min_size=1, max_size=5, unique=True))
    row = st.lists(cells, min_size=len(names), max_size=len(names))
    return Table([Column(name) for name in names], draw(st.lists(row, max_size=4)))


def written(table: Table, data_format: DataFormat) -> bytes:
    """The bytes that a pipe gets."""
    raw = io.BytesIO()
    # An encoding that holds no Thai, to see that it plays no part.
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_table(table, data_format, stream)
    stream.detach()
    return raw.getvalue()


def one(cell: Cell) -> Table:
    return Table([Column("x")], [[cell]])


class TestJson:
    @UNHURRIED
    @given(tables())
    def test_it_reads_back_as_the_records(self, table: Table) -> None:
        records = [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]
        assert json.loads(written(table, "json")) == records
        assert [json.loads(line) for line in written(table, "jsonl").decode().split("\n")[:-1]] == records

    @UNHURRIED
    @given(tables())
    def test_nothing_in_it_steers_a_terminal(self, table: Table) -> None:
        for character in written(table, "json").decode("utf-8"):
            assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp")

    def test_thai_stands_as_it_is_and_nothing_is_null(self) -> None:
        table = Table([Column("ชื่อ"), Column("until")], [["น้ำดื่ม", None]])
        assert written(table, "json").decode("utf-8") == '[\n{"ชื่อ": "น้ำดื่ม", "until": null}\n]\n'
        assert written(table, "jsonl").decode("utf-8") == '{"ชื่อ": "น้ำดื่ม", "until": null}\n'

    def test_no_rows_are_an_empty_list(self) -> None:
        assert written(Table([Column("x")], []), "json") == b"[]\n"
        assert written(Table([Column("x")], []), "jsonl") == b""

    def test_numbers_that_json_lacks_are_texts(self) -> None:
        table = one([float("nan"), {"a": float("inf")}, float("-inf")])
        assert json.loads(written(table, "json"), parse_constant=pytest.fail) == [
            {"x": ["NaN", {"a": "Infinity"}, "-Infinity"]}
        ]

    def test_a_lone_surrogate_reads_back(self) -> None:
        assert json.loads(written(one("a\ud800b"), "json")) == [{"x": "a\ud800b"}]

    def test_no_apostrophe_is_added(self) -> None:
        assert json.loads(written(one("=1+1"), "json")) == [{"x": "=1+1"}]


class TestCsv:
    @staticmethod
    def read(table: Table) -> list[list[str]]:
        data = written(table, "csv")
        assert data.startswith(b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    @UNHURRIED
    @given(tables())
    def test_texts_and_numbers_read_back(self, table: Table) -> None:
        heading, *rows = self.read(table)
        assert [name.removeprefix("'") for name in heading] == [
            column.name.removeprefix("'") for column in table.columns
        ]
        for row, back in zip(table.rows, rows, strict=True):
            for cell, text in zip(row, back, strict=True):
                if isinstance(cell, str):
                    assert text in (cell, f"'{cell}")
                elif isinstance(cell, int | float) and not isinstance(cell, bool):
                    assert float(text) == float(cell)

    @UNHURRIED
    @given(tables())
    def test_no_cell_but_a_number_begins_as_a_formula_does(self, table: Table) -> None:
        heading, *rows = self.read(table)
        begun: list[tuple[Cell, str]] = [(None, name) for name in heading]
        for row, back in zip(table.rows, rows, strict=True):
            begun += zip(row, back, strict=True)
        for cell, text in begun:
            if not isinstance(cell, int | float):
                assert text.strip(" \t\r\n\xa0\u200b\u3000\ufeff")[:1] not in list("=+-@＝＋－＠")
                assert text[:1] not in ("\t", "\r", "\n")

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+66 2 123 4567", "'+66 2 123 4567"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" \t=1", "' \t=1"),
            ("\r=1", "'\r=1"),
            ("\u200b=1", "'\u200b=1"),
            ("＝1", "'＝1"),
            ("－1", "'－1"),
            ("\tx", "'\tx"),
            (["=1", "b"], "'=1; b"),
            (-5, "-5"),
            (-0.5, "-0.5"),
            (float("-inf"), "'-Infinity"),
            ("a=b", "a=b"),
            ("0573010012", "0573010012"),
            (["ก", "ข"], "ก; ข"),
            ([1, None, True], "1; ; true"),
            ([["ก"], {"a": 1}], '["ก"]; {"a": 1}'),
            ({"ก": [1]}, '{"ก": [1]}'),
            (True, "true"),
            (None, ""),
            ("2021-02-10", "2021-02-10"),
            ('a "b", c', 'a "b", c'),
            ("a\r\nb", "a\r\nb"),
            ("a\ud800b", "a\\ud800b"),
        ],
    )
    def test_a_cell_is_flat_and_nothing_a_spreadsheet_runs(self, cell: Cell, text: str) -> None:
        assert self.read(one(cell))[1] == [text]

    def test_lines_end_as_excel_wants_them(self) -> None:
        assert written(one("ก"), "csv") == "\ufeffx\r\nก\r\n".encode()


class TestMarkdown:
    @UNHURRIED
    @given(tables())
    def test_every_row_is_one_line_with_a_bar_between_cells(self, table: Table) -> None:
        lines = written(table, "md").decode("utf-8").split("\n")[:-1]
        assert len(lines) == len(table.rows) + 2
        for line in lines:
            bars = re.findall(r"(?<!\\)(?:\\\\)*\|", line)
            assert len(bars) == len(table.columns) + 1

    def test_numbers_stand_to_the_right_and_names_head_the_columns(self) -> None:
        table = Table([Column("school_id"), Column("partners", kind="integer")], [["ก-1", 3], [None, 4]])
        assert written(table, "md").decode("utf-8").splitlines() == [
            "| school_id | partners |",
            "| --- | ---: |",
            "| ก-1 | 3 |",
            "|  | 4 |",
        ]

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            ("a|b", r"a\|b"),
            ("a\\|b", r"a\\\|b"),
            ("a\nb\r\nc\u2028d", "a<br>b<br>c<br>d"),
            ("<script>x</script>", "&lt;script>x&lt;/script>"),
            ("&lt;", "&amp;lt;"),
            ("[x](javascript:y)", r"\[x\](javascript:y)"),
            ("`*x*`", r"\`\*x\*\`"),
            ("\x1b[2J\u202e", r"\\x1b\[2J\\u202e"),
            (["ก", "ข"], "ก; ข"),
        ],
    )
    def test_a_cell_stays_text(self, cell: Cell, text: str) -> None:
        assert written(one(cell), "md").decode("utf-8").splitlines()[2] == f"| {text} |"


class TestDestinations:
    @pytest.mark.parametrize("data_format", ["json", "jsonl", "csv", "md"])
    def test_a_file_holds_what_a_pipe_gets(self, data_format: DataFormat, tmp_path: Path) -> None:
        path = tmp_path / "a"
        assert write_table(one("น้ำ\x1b"), data_format, path) == []
        assert path.read_bytes() == written(one("น้ำ\x1b"), data_format)

    @pytest.mark.parametrize("data_format", DATA_FORMATS)
    def test_a_file_that_cannot_be_written_is_an_export_error(self, data_format: DataFormat, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match="cannot write"):
            write_table(one("a"), data_format, tmp_path / "nowhere" / "a")

    @pytest.mark.parametrize("data_format", ["json", "jsonl", "csv", "md"])
    def test_a_terminal_gets_text_that_steers_nothing(self, data_format: DataFormat) -> None:
        leader, follower = os.openpty()
        with os.fdopen(leader, "rb", buffering=0) as seen, os.fdopen(follower, "w", encoding="utf-8") as terminal:
            write_table(one("น้ำ\x1b[2J\x9b\u202e"), data_format, terminal)
            shown = seen.read(1000).decode("utf-8")
        assert "น้ำ" in shown
        assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cf") and c not in "\r\n"]

    def test_a_terminal_gets_no_sheet(self) -> None:
        leader, follower = os.openpty()
        with (
            os.fdopen(leader, "rb"),
            os.fdopen(follower, "w", encoding="utf-8") as terminal,
            pytest.raises(UsageError, match="cannot be shown") as caught,
        ):
            write_table(one("a"), "xlsx", terminal)
        assert "-o FILE" in str(caught.value.hint)

    def test_a_text_stream_gets_text(self) -> None:
        out = io.StringIO()
        write_table(one("น้ำ"), "csv", out)
        assert out.getvalue() == "x\nน้ำ\n"

    @pytest.mark.parametrize(
        ("name", "data_format"), [("a.json", "json"), ("ก.ข.CSV", "csv"), ("a.xlsx", "xlsx"), ("a.jsonl", "jsonl")]
    )
    def test_the_ending_of_a_name_tells_the_format(self, name: str, data_format: DataFormat) -> None:
        assert format_of(Path(name)) == data_format

    @pytest.mark.parametrize("name", ["a", "a.xls", ".csv", "csv"])
    def test_another_ending_is_wrong_usage(self, name: str) -> None:
        with pytest.raises(UsageError) as caught:
            format_of(Path(name))
        assert ".xlsx" in str(caught.value.hint)
