"""Tables in a terminal. ``wcwidth`` is the judge of widths here: the code under test does not use it."""

from __future__ import annotations

import io
import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Kind, Table
from graphmou.terminal import print_table, render, summary, visible
from graphmou.terminal.tables import terminal_width
from graphmou.terminal.text import clusters, display_width, wrap

UNHURRIED = settings(deadline=None, database=None)

THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C) if chr(code).isprintable())
HOSTILE = "\x00\x07\x08\x0b\x1b\r\x7f\x85\x9b\xad\u061c\u200b\u200d\u200e\u202e\u2028\u2066\ufeff\ud800\U000e0041"
ALPHABET = THAI * 3 + HOSTILE + "azAZ059 \t\n-_/|.,()[]\u0301日本ｱ\xa0"
WORDS = [
    *("โรงเรียน", "อนุบาล", "นครปฐม", "สำนักงาน", "เขตพื้นที่", "การศึกษา", "น้ำดื่ม", "วัดพระฝาง", "บันทึกข้อตกลง"),
    *("ความร่วมมือ", "พันธกิจ", "สิทธิ์", "จันทร์", "ต่างๆ", "กรุงเทพฯ", "เพราะ", "เกาะ", "แก้ไข", "เป็น", "ก็", "๑๙"),
    *("school_id", "spm-19", "MOU"),
]

texts = st.text(alphabet=ALPHABET, max_size=40)
scalars: st.SearchStrategy[Cell] = st.none() | st.booleans() | st.integers() | st.floats() | texts
cells = scalars | st.lists(scalars, max_size=4) | st.dictionaries(texts, scalars, max_size=2)
kinds: st.SearchStrategy[Kind] = st.sampled_from(["text", "integer", "number", "boolean", "date", "list", "map"])
columns = st.builds(Column, texts, st.none() | st.builds(Text, texts, texts), kinds)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    head = draw(st.lists(columns, min_size=1, max_size=10))
    row = st.lists(cells, min_size=len(head), max_size=len(head))
    return Table(head, draw(st.lists(row, max_size=5)))


def width_of(line: str) -> int:
    return sum(wcwidth(character) for character in line)


def steers(text: str) -> set[str]:
    """What a terminal might obey instead of drawing it."""
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


SCHOOLS = Table(
    [
        Column("school_id"),
        Column("school", Text("School", "โรงเรียน")),
        Column("partners", Text("Partners", "คู่พัฒนา"), "integer"),
        Column("until", Text("Until", "ถึง"), "date"),
        Column("partner_ids", kind="list"),
        Column("partner_names", Text("Names", "ชื่อ"), "list"),
    ],
    [
        ["wat-phra-fang", "โรงเรียนวัดพระฝาง", 4, None, ["a-1", "b-2"], ["น้ำริด", "คุ้งตะเภา"]],
        ["anuban-nakhon-pathom", "โรงเรียนอนุบาลนครปฐม", 13, "2023-12-31", ["c-3"], []],
    ],
)


class TestText:
    def test_every_thai_character_is_as_wide_as_a_terminal_makes_it(self) -> None:
        assert {c: display_width(c) for c in THAI} == {c: wcwidth(c) for c in THAI}

    @pytest.mark.parametrize(
        ("text", "width"),
        [
            ("น้ำ", 2),
            ("น\u0e49\u0e4d\u0e32", 2),
            ("ที่", 1),
            ("กำ", 2),
            ("e\u0301", 1),
            ("日本", 4),
            ("ｱ", 1),
            ("＝", 2),
            ("", 0),
        ],
    )
    def test_marks_take_no_room_and_sara_am_takes_one_cell(self, text: str, width: int) -> None:
        assert display_width(text) == width

    @pytest.mark.parametrize(
        ("raw", "shown"),
        [
            ("a\x1b[31mb", r"a\x1b[31mb"),
            ("\x00\x9b", r"\x00\x9b"),
            ("\u202eabc\u2066", r"\u202eabc\u2066"),
            ("ก\rข", r"ก\rข"),
            ("\ud800", r"\ud800"),
            ("\U000e0041", r"\U000e0041"),
            ("ก\tข\u200bค\nง", "ก ขค\nง"),
            ("กำ\xa0ดื่ม", "กำ\xa0ดื่ม"),
        ],
    )
    def test_what_could_steer_a_terminal_is_shown_as_an_escape(self, raw: str, shown: str) -> None:
        assert visible(raw) == shown

    @UNHURRIED
    @given(st.text(alphabet=st.characters()) | texts)
    def test_visible_text_steers_nothing(self, text: str) -> None:
        assert steers(visible(text)) <= {"\n"}

    @UNHURRIED
    @given(texts, st.integers(2, 30))
    def test_wrapped_lines_fit_and_lose_nothing_but_blanks(self, text: str, width: int) -> None:
        lines = wrap(text, width)
        assert max(map(width_of, lines)) <= width
        whole = visible(text.replace("\r\n", "\n"))
        assert "".join(lines).replace(" ", "") == whole.replace(" ", "").replace("\n", "")

    @UNHURRIED
    @given(st.lists(st.sampled_from(WORDS), min_size=1), st.sampled_from(["", " ", "\u200b"]), st.integers(8, 40))
    def test_no_line_of_thai_begins_or_ends_within_a_cluster(self, words: list[str], blank: str, width: int) -> None:
        for line in wrap(blank.join(words), width):
            assert unicodedata.category(line[0]) != "Mn"
            assert line[0] not in "ะาำๅๆฯ"
            assert line[-1] not in "เแโใไ"

    @pytest.mark.parametrize(
        "pieces",
        [
            ["โร", "ง", "เรียน"],
            ["น้ำ", "ใจ"],
            ["น\u0e49\u0e4d\u0e32", "ใจ"],
            ["ประ", "ถม"],
            ["วัด", "พระ"],
            ["เป็น", "ตัว"],
            ["ชื่อ", "จัน", "ทร์"],
            ["ต่า", "งๆ"],
            ["(ก)", "(ข)"],
        ],
    )
    def test_a_cluster_keeps_its_marks_vowels_and_silent_letters(self, pieces: list[str]) -> None:
        assert clusters("".join(pieces)) == pieces

    def test_a_long_thai_word_is_cut_where_a_syllable_surely_begins(self) -> None:
        assert wrap("ประถมศึกษาโรงเรียนใหม่", 11) == ["ประถมศึกษา", "โรงเรียนใหม่"]
        assert wrap("การดำเนินงานของเครือข่ายนวัตกรรม", 16) == ["การดำเนินงานของ", "เครือข่ายนวัตกรรม"]

    def test_a_zero_width_space_is_where_a_line_may_end(self) -> None:
        assert wrap("โรงเรียน\u200bวัดพระฝาง", 10) == ["โรงเรียน", "วัดพระฝาง"]

    def test_a_name_of_parts_ends_its_lines_after_hyphens(self) -> None:
        assert wrap("anuban-nakhon-pathom", 14) == ["anuban-nakhon-", "pathom"]


class TestRender:
    @UNHURRIED
    @given(tables(), st.integers(20, 120), st.sampled_from(["en", "th"]))
    def test_all_lines_are_equally_wide_fit_and_steer_nothing(
        self, table: Table, width: int, language: Language
    ) -> None:
        lines = render(table, language, width).lines
        assert len({width_of(line) for line in lines}) == 1
        assert width_of(lines[0]) <= width
        assert not steers("".join(lines))

    @UNHURRIED
    @given(tables())
    def test_a_wide_table_leaves_out_nothing_and_breaks_only_at_line_feeds(self, table: Table) -> None:
        rendering = render(table, width=None)
        assert rendering.left_out == []
        assert len({width_of(line) for line in rendering.lines}) == 1
        shown = "\n".join(rendering.lines)
        for row in table.rows:
            for cell in row:
                if isinstance(cell, str):
                    assert all(visible(line) in shown for line in cell.replace("\r\n", "\n").split("\n"))

    def test_a_table_in_english(self) -> None:
        assert render(SCHOOLS, "en", 200).lines == [
            "school_id             School              Partners  Until       partner_ids  Names        ",
            "────────────────────  ──────────────────  ────────  ──────────  ───────────  ─────────────",
            "wat-phra-fang         โรงเรียนวัดพระฝาง            4  -           a-1, b-2     น้ำริด, คุ้งตะเภา",
            "anuban-nakhon-pathom  โรงเรียนอนุบาลนครปฐม        13  2023-12-31  c-3          -            ",
        ]

    def test_a_table_in_thai_has_thai_titles_and_days_of_the_buddhist_era(self) -> None:
        heading, _, first, second = render(SCHOOLS, "th", 200).lines
        assert heading.split() == ["school_id", "โรงเรียน", "คู่พัฒนา", "ถึง", "partner_ids", "ชื่อ"]
        assert "  31 ธ.ค. 2566  " in second
        assert "  -  " in first

    def test_a_narrow_table_leaves_out_lists_before_it_breaks_names(self) -> None:
        rendering = render(SCHOOLS, "en", 60)
        assert rendering.left_out == ["partner_ids", "partner_names"]
        assert any("โรงเรียนอนุบาลนครปฐม" in line for line in rendering.lines)

    def test_lists_of_ids_go_before_the_names_beside_them(self) -> None:
        assert render(SCHOOLS, "en", 68).left_out == ["partner_ids"]

    def test_the_first_columns_stay_longest(self) -> None:
        assert render(SCHOOLS, "en", 40).left_out == ["until", "partner_ids", "partner_names"]

    def test_names_stay_whole_before_lists_do(self) -> None:
        name = "โรงเรียนอนุบาลนครปฐม"
        items: list[Cell] = ["น้ำริด", "คุ้งตะเภา", "วัดพระฝาง"]
        lines = render(Table([Column("school"), Column("names", kind="list")], [[name, items]]), width=30).lines
        assert lines[2:] == [
            "โรงเรียนอนุบาลนครปฐม  น้ำริด,     ",
            "                    คุ้งตะเภา,  ",
            "                    วัดพระฝาง  ",
        ]

    def test_twenty_cells_are_the_least(self) -> None:
        assert {width_of(line) for line in render(Table([Column("x")], [["ก" * 50]]), width=3).lines} == {20}

    def test_columns_of_one_name_are_told_apart(self) -> None:
        table = Table([Column("x"), Column("x"), Column("x")], [["a" * 30, "b" * 30, "c" * 30]])
        rendering = render(table, width=24)
        assert rendering.left_out == ["x"]
        assert "".join(rendering.lines).count("a") == 30

    @pytest.mark.parametrize(
        ("cell", "kind", "language", "shown"),
        [
            (None, "text", "en", "-"),
            ("", "text", "en", "-"),
            ([], "list", "en", "-"),
            (True, "boolean", "en", "yes"),
            (False, "boolean", "th", "ไม่ใช่"),
            (2562, "integer", "en", "2562"),
            (1 / 3, "number", "en", "0.333333"),
            (float("nan"), "number", "en", "nan"),
            ("2021-02-10", "date", "th", "10 ก.พ. 2564"),
            ("2021-02-10", "text", "th", "2021-02-10"),
            ("ไม่ทราบ", "date", "th", "ไม่ทราบ"),
            (["ก", None, 3], "list", "en", "ก, -, 3"),
            ({"ชื่อ": ["ก"]}, "map", "en", '{"ชื่อ": ["ก"]}'),
        ],
    )
    def test_a_cell_is_shown_as_people_read_it(self, cell: Cell, kind: Kind, language: Language, shown: str) -> None:
        lines = render(Table([Column("x", kind=kind)], [[cell]]), language).lines
        assert [line.strip() for line in lines[2:]] == [shown]

    def test_a_table_without_rows_still_shows_its_columns(self) -> None:
        assert render(Table(SCHOOLS.columns[:1], [])).lines == ["school_id", "─" * 9]


class TestPrintTable:
    def test_it_prints_to_stdout_and_returns_what_had_no_room(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert print_table(SCHOOLS, "en", width=60) == ["partner_ids", "partner_names"]
        captured = capsys.readouterr()
        assert captured.out.splitlines() == render(SCHOOLS, "en", 60).lines
        assert captured.err == ""

    def test_wide_shows_all_whatever_the_width(self) -> None:
        out = io.StringIO()
        assert print_table(SCHOOLS, wide=True, width=20, stream=out) == []
        assert "partner_names" not in out.getvalue()
        assert "คุ้งตะเภา" in out.getvalue()

    def test_an_old_code_page_keeps_its_lines_aligned(self) -> None:
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="cp874", newline="")
        print_table(SCHOOLS, "th", width=200, stream=stream)
        lines = raw.getvalue().decode("cp874").splitlines()
        assert lines[1].startswith("-" * 20)
        assert len({width_of(line) for line in lines}) == 1


class TestTerminalWidth:
    def test_it_is_eighty_where_nothing_is_known(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COLUMNS", raising=False)
        assert terminal_width(io.StringIO()) == 80

    def test_columns_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "132")
        assert terminal_width(io.StringIO()) == 132

    @pytest.mark.parametrize("nonsense", ["", "0", "-5", "wide", "๘๐"])
    def test_nonsense_in_columns_is_passed_over(self, nonsense: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", nonsense)
        assert terminal_width(io.StringIO()) == 80

    def test_a_terminal_is_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import fcntl
        import struct
        import termios

        monkeypatch.delenv("COLUMNS", raising=False)
        leader, follower = os.openpty()
        with os.fdopen(leader, "rb"), os.fdopen(follower, "w", encoding="utf-8") as stream:
            fcntl.ioctl(stream, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 97, 0, 0))
            assert terminal_width(stream) == 97


class TestSummary:
    @pytest.mark.parametrize(
        ("rows", "language", "words"),
        [
            (0, "en", "no rows"),
            (1, "en", "1 row"),
            (8, "en", "8 rows"),
            (0, "th", "ไม่มีข้อมูล"),
            (8, "th", "8 แถว"),
        ],
    )
    def test_it_counts_the_rows(self, rows: int, language: Language, words: str) -> None:
        assert summary(Table([Column("x")], [[1]] * rows), language) == words

    def test_it_says_as_of_when_and_what_had_no_room(self) -> None:
        table = Table([Column("x")], [[1], [2]])
        english = summary(table, as_of="2021-06-30", left_out=["a_ids", "b"])
        assert english == "2 rows, as of 2021-06-30; not shown: a_ids, b (--wide shows all)"
        thai = summary(table, "th", as_of="2021-06-30", left_out=["b"])
        assert thai == "2 แถว ณ วันที่ 30 มิ.ย. 2564; ไม่ได้แสดง b (--wide แสดงทั้งหมด)"

    def test_a_status_is_told_as_of_today(self) -> None:
        table = Table([Column("status", kind="word")], [["ended"]])
        assert summary(table, today="2022-06-01") == "1 row, status as of 2022-06-01"
        assert summary(table, "th", today="2022-06-01") == "1 แถว สถานะ ณ วันที่ 1 มิ.ย. 2565"
        assert summary(table, as_of="2021-06-30", today="2022-06-01") == "1 row, as of 2021-06-30"
        assert summary(Table([Column("x")], [[1]]), today="2022-06-01") == "1 row"


def test_an_id_is_broken_at_its_hyphens_and_not_inside_a_piece() -> None:
    rows: list[list[Cell]] = [["min-prachuapwan", "ก ข ค ง " * 12, "ก ข ค ง " * 12]]
    lines = render(Table([Column("person_id"), Column("a"), Column("b")], rows), width=60).lines
    assert [line.split("  ")[0] for line in lines[2:4]] == ["min-", "prachuapwan"]


def test_what_nobody_reads_goes_before_a_title_is_squeezed() -> None:
    rows: list[list[Cell]] = [["d1", "การพัฒนาคุณภาพการศึกษา โรงเรียนขนาดเล็ก " * 2, "0123456789abcdef" * 4]]
    table = Table([Column("document_id"), Column("title"), Column("sha256")], rows)
    assert render(table, width=50).left_out == ["sha256"]
    assert render(table, width=None).left_out == []


@pytest.mark.parametrize("word", ["เชียงใหม่", "กาญจนบุรี", "พี่เลี้ยง", "ขั้นต่ำ"])
def test_a_province_or_a_word_of_the_field_is_not_cut(word: str) -> None:
    for width in range(12, 24):
        assert any(word in line for line in wrap(f"โรงเรียนวิทยาคม{word}การศึกษา", width)), width
