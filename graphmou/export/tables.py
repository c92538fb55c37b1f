"""Tables as data: JSON, JSON Lines, CSV, Markdown, XLSX, to a file or a stream.

All of them head their columns with the column names, which programs rely on; days are ISO days (DESIGN section 8).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TextIO, get_args

from graphmou.errors import UsageError
from graphmou.export.atomic import write_atomically
from graphmou.export.cells import finite, flat_text, is_number, would_be_formula
from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.table import Table
from graphmou.terminal.streams import write, write_bytes
from graphmou.terminal.text import is_safe, visible

__all__ = ["DATA_FORMATS", "DataFormat", "format_of", "refuse_text", "write_table"]

DataFormat = Literal["json", "jsonl", "csv", "md", "xlsx"]
DATA_FORMATS: tuple[DataFormat, ...] = get_args(DataFormat)

_BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_MARKDOWN = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "`": "\\`", "*": "\\*", "[": "\\[", "]": "\\]", "<": "&lt;", "&": "&amp;", "\n": "<br>"}
)


def format_of(path: Path) -> DataFormat:
    """The format that the ending of a file name asks for.

    Raises:
        UsageError: the ending is of no format.
    """
    ending = path.suffix.removeprefix(".").lower()
    for known in DATA_FORMATS:
        if ending == known:
            return known
    raise UsageError(
        Text(f"{path}: no format is called {ending!r}", f"{path}: ไม่มีรูปแบบไฟล์ {ending!r}")
        if ending
        else Text(f"{path}: the name has no ending to tell the format", f"{path}: ชื่อไฟล์ไม่มีนามสกุลที่บอกรูปแบบ"),
        hint=Text(
            f"end the name in one of {', '.join('.' + known for known in DATA_FORMATS)}, or add --format",
            f"ใช้นามสกุลใดนามสกุลหนึ่งต่อไปนี้: {', '.join('.' + known for known in DATA_FORMATS)} หรือระบุ --format",
        ),
    )


def write_table(
    table: Table, data_format: DataFormat, destination: Path | TextIO, language: Language = "en"
) -> list[Text]:
    """Write the cells of ``table``; its notes are the caller's to show.

    To a path the file appears whole or not at all. A pipe gets the bytes of the file. A terminal (a StringIO
    too) gets them as text, without byte order mark and with escapes for what could steer it. ``language`` is that of an
    XLSX sheet's title.

    Returns:
        what could not be written as it is (a text longer than an XLSX cell holds), for people to know.

    Raises:
        ExportError: the path or stream cannot be written, or the table is larger than a sheet may be.
        UsageError: XLSX to a terminal or other stream of text.
    """
    if data_format == "xlsx":
        if not isinstance(destination, Path):
            refuse_text(destination)
        # openpyxl takes 0.1 s to import: only who wants a sheet pays for it.
        from graphmou.export.xlsx import xlsx_file

        data, notes = xlsx_file(table, language)
        _put(data, destination)
        return notes
    text = _WRITERS[data_format](table)
    if isinstance(destination, Path) or _takes_bytes(destination):
        mark = _BYTE_ORDER_MARK if data_format == "csv" else ""
        # A lone surrogate is no UTF-8: as an escape it is, and in JSON that escape is the right one.
        _put((mark + text).encode("utf-8", "backslashreplace"), destination)
    else:
        # The others are safe to show already, and an escape of ours would be none of JSON's.
        write(destination, visible(text.replace("\r\n", "\n")) if data_format == "csv" else text)
    return []


def refuse_text(stream: TextIO) -> None:
    """See that an XLSX file can be written to ``stream``.

    Raises:
        UsageError: it is a terminal, or another stream of text.
    """
    if not _takes_bytes(stream):
        raise UsageError(
            Text("an XLSX file cannot be shown as text", "ไฟล์ XLSX แสดงเป็นข้อความบนหน้าจอไม่ได้"),
            hint=Text("add -o FILE, such as -o answer.xlsx", "ระบุ -o และชื่อไฟล์ เช่น -o answer.xlsx"),
        )


def _takes_bytes(stream: TextIO) -> bool:
    """Whether ``stream`` is a pipe or file; a terminal and a StringIO take text."""
    return hasattr(stream, "buffer") and not stream.isatty()


def _put(data: bytes, destination: Path | TextIO) -> None:
    if isinstance(destination, Path):
        write_atomically(destination, data)
    else:
        write_bytes(destination, data)


def _json_table(table: Table) -> str:
    """A list of objects, one a line."""
    lines = _objects(table)
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _json_lines(table: Table) -> str:
    return "".join(f"{line}\n" for line in _objects(table))


def _objects(table: Table) -> list[str]:
    names = [column.name for column in table.columns]
    return [_json(dict(zip(names, row, strict=True))) for row in table.rows]


def _json(row: dict[str, Cell]) -> str:
    text = json.dumps(finite(row), ensure_ascii=False)
    if text.isprintable():
        return text
    # Thai as it is; what could steer a terminal as JSON's own escape, which programs read as the same character.
    return "".join(character if is_safe(character) else json.dumps(character)[1:-1] for character in text)


def _csv(table: Table) -> str:
    """RFC 4180 with CRLF. A text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_neutral(column.name) for column in table.columns])
    writer.writerows([_neutral(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _neutral(cell: Cell) -> str:
    text = flat_text(cell)
    return f"'{text}" if not is_number(cell) and would_be_formula(text) else text


def _markdown(table: Table) -> str:
    """A table of GitHub's Markdown, made to be read: whatever a cell holds stays visible text in its cell."""
    rule = ["---:" if column.kind in ("integer", "number") else "---" for column in table.columns]
    rows = [[_markdown_text(column.name) for column in table.columns], rule]
    rows += [[_markdown_text(flat_text(cell)) for cell in row] for row in table.rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _markdown_text(text: str) -> str:
    return visible(_LINE_END.sub("\n", text)).translate(_MARKDOWN)


_WRITERS: dict[DataFormat, Callable[[Table], str]] = {
    "json": _json_table,
    "jsonl": _json_lines,
    "csv": _csv,
    "md": _markdown,
}
