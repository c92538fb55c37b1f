"""Tables as an XLSX file: a sheet for each, its first row bold and frozen, no cell a formula, numbers numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from graphmou.errors import ExportError
from graphmou.export.cells import FlatCell, flat, is_number, would_be_formula
from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.table import Table
from graphmou.terminal.text import display_width

__all__ = ["MAX_CHARACTERS", "MAX_COLUMNS", "MAX_ROWS", "xlsx_book", "xlsx_file"]

# Excel's own limits; characters are counted in UTF-16 units.
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_CHARACTERS = 32_767
_MAX_TITLE = 31
_MAX_EXACT_INTEGER = 10**15
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_CUT = Text("… [cut]", "… [ตัด]")
_ROWS_MEASURED = 1_000


def xlsx_file(table: Table, language: Language = "en") -> tuple[bytes, list[Text]]:
    """The bytes of an XLSX file, and notes on the cells that were cut.

    The sheet is called by the table's title in ``language``, its columns by their names.

    Raises:
        ExportError: more rows or columns than a sheet may have.
    """
    return xlsx_book([table], language)


def xlsx_book(tables: Sequence[Table], language: Language = "en") -> tuple[bytes, list[Text]]:
    """As :func:`xlsx_file`, with a sheet for each of ``tables``, of which there is at least one."""
    for table in tables:
        _check_size(table)
    book = Workbook(write_only=True)
    titles: set[str] = set()
    cut = 0
    for table in tables:
        cut += _add_sheet(book, _free_title(_sheet_title(table, language), titles), table, language)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue(), _notes(cut)


def _check_size(table: Table) -> None:
    if len(table.rows) + 1 > MAX_ROWS:
        raise ExportError(
            Text(
                f"{len(table.rows)} rows and a heading are more than the {MAX_ROWS} rows an XLSX sheet may have",
                f"ตารางมี {len(table.rows)} แถวกับหัวตาราง เกินกว่า {MAX_ROWS} แถวที่แผ่นงาน XLSX รองรับ",
            ),
            hint=Text(
                "write CSV instead (.csv, or --format csv), or ask for less",
                "เขียนเป็น CSV แทน (.csv หรือ --format csv) หรือถามให้แคบลง",
            ),
        )
    if len(table.columns) > MAX_COLUMNS:
        raise ExportError(
            Text(
                f"{len(table.columns)} columns are more than the {MAX_COLUMNS} an XLSX sheet may have",
                f"ตารางมี {len(table.columns)} คอลัมน์ เกินกว่า {MAX_COLUMNS} คอลัมน์ที่แผ่นงาน XLSX รองรับ",
            ),
            hint=Text(
                "write CSV instead (.csv, or --format csv), or return fewer columns",
                "เขียนเป็น CSV แทน (.csv หรือ --format csv) หรือลดจำนวนคอลัมน์",
            ),
        )


def _add_sheet(book: Workbook, title: str, table: Table, language: Language) -> int:
    """Add a sheet; how many of its texts were cut."""
    sheet = book.create_sheet(title)
    rows = _Rows(sheet, language)
    for place, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([rows.heading(column.name) for column in table.columns])
    for row in table.rows:
        sheet.append([rows.cell(cell) for cell in row])
    return rows.cut


def _notes(cut: int) -> list[Text]:
    if not cut:
        return []
    return [
        Text(
            f"{cut} texts were cut: an XLSX cell holds {MAX_CHARACTERS} characters. CSV and JSON hold all.",
            f"ตัดข้อความ {cut} ช่อง: ช่องของ XLSX เก็บได้ {MAX_CHARACTERS} อักขระ ส่วน CSV และ JSON เก็บได้ทั้งหมด",
        )
    ]


class _Rows:
    """Makes the cells of one sheet and counts those that had to be cut."""

    def __init__(self, sheet: WriteOnlyWorksheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language
        self.cut = 0

    def heading(self, name: str) -> SheetCell:
        cell = self._text(name)
        cell.font = Font(bold=True)
        return cell

    def cell(self, cell: Cell) -> SheetCell | FlatCell:
        value = flat(cell)
        if isinstance(value, str):
            return self._text(value)
        # Excel keeps 15 digits of a number: a longer one keeps all of them as text.
        if is_number(cell) and isinstance(value, int) and abs(value) >= _MAX_EXACT_INTEGER:
            return self._text(str(value))
        return value

    def _text(self, text: str) -> SheetCell:
        # XML readers make every line end a line feed; whether a lone CR gets that far depends on who writes (lxml).
        text = _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        shorter = self._shortened(text)
        cell = WriteOnlyCell(self._sheet, shorter)
        # openpyxl takes "=..." for a formula and "#N/A" for an error. The mark is Excel's own apostrophe: the cell
        # stays text when somebody edits it.
        cell.data_type = "s"
        cell.quotePrefix = would_be_formula(shorter)
        return cell

    def _shortened(self, text: str) -> str:
        if len(text) * 2 <= MAX_CHARACTERS or _units(text) <= MAX_CHARACTERS:
            return text
        self.cut += 1
        ending = _CUT.in_(self._language)
        return _first_units(text, MAX_CHARACTERS - len(ending)) + ending


def _sheet_title(table: Table, language: Language) -> str:
    title = "" if table.title is None else table.title.in_(language)
    title = _NOT_XML.sub("", _NOT_IN_A_TITLE.sub(" ", title)).strip(" '")
    title = _first_units(title, _MAX_TITLE).strip(" '")
    # Excel keeps "History" for itself.
    return title if title and title.lower() != "history" else "graphmou"


def _free_title(title: str, taken: set[str]) -> str:
    """``title``, numbered where an earlier sheet is called so; Excel does not tell capitals from small letters."""
    free = title
    number = 2
    while free.lower() in taken:
        free = f"{_first_units(title, _MAX_TITLE - len(f' {number}'))} {number}"
        number += 1
    taken.add(free.lower())
    return free


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, count: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: count * 2].decode("utf-16-le", "ignore")


def _widths(table: Table) -> list[float]:
    """A width for each column from its first rows: Thai marks above and below a letter take no room."""
    widths = []
    for place, column in enumerate(table.columns):
        texts = [column.name, *(str(flat(row[place]) or "") for row in table.rows[:_ROWS_MEASURED])]
        widest = max(display_width(line) for text in texts for line in text.split("\n"))
        widths.append(float(min(max(widest + 2, 8), 60)))
    return widths
