"""A Word file to its text: paragraphs and numbered lists as lines, tables as lines of cells.

Read with the standard library alone: the parts needed are plain XML. Every part is read up to a limit, whatever the
archive claims of its size, and a part that declares a DTD (and with it entities) is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from graphmou.extract.sources.lines import as_lines
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text

__all__ = ["docx_text"]

_LARGEST_PART = 60_000_000
_LEVELS = 9
_DOCUMENT = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"

Attributes = dict[str, str]


class _DtdFound(Exception):
    """A part declares a document type: never needed, and the way of entity attacks."""


def docx_text(raw: bytes, path: Path) -> str:
    """The text of the document's body: no headers, footers, comments or deleted words.

    Raises:
        Unreadable: it is no Word file, damaged, locked, or made to harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            numbering = _Numbering()
            if _NUMBERING in archive.namelist():
                _parse(_part(archive, _NUMBERING, path), numbering.start, numbering.end, None)
            if _STYLES in archive.namelist():
                _parse(_part(archive, _STYLES, path), numbering.style_start, numbering.style_end, None)
            body = _Body(numbering)
            _parse(_part(archive, _DOCUMENT, path), body.start, body.end, body.words)
    except _DtdFound:
        said = Text("declares XML entities, which no Word file needs", "มีการประกาศ XML entity ซึ่งไฟล์ Word ปกติไม่มี")
        raise Unreadable(path, said, Text("do not open it; ask who sent it", "ไม่ควรเปิดไฟล์นี้ โปรดสอบถามผู้ส่ง")) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        expat.ExpatError,
    ) as error:
        said = Text(f"is no Word file that can be read ({error})", "ไม่ใช่ไฟล์ Word ที่อ่านได้")
        advice = Text(
            "open it in Word and save it as .docx without a password", "เปิดด้วย Word แล้วบันทึกเป็น .docx โดยไม่ตั้งรหัสผ่าน"
        )
        raise Unreadable(path, said, advice) from None
    return as_lines("".join(body.text))


def _part(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        said = Text(
            f"unpacks to more than {_LARGEST_PART:,} bytes: it is damaged or made to harm",
            f"เมื่อคลายแล้วมีขนาดเกิน {_LARGEST_PART:,} ไบต์ ไฟล์อาจชำรุดหรือไม่ปลอดภัย",
        )
        raise Unreadable(path, said, Text("save the text as .txt", "บันทึกเนื้อข่าวเป็นไฟล์ .txt"))
    return data


def _parse(
    part: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    words: Callable[[str], None] | None,
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise _DtdFound

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(_local(name), _plain(attributes))
    parser.EndElementHandler = lambda name: end(_local(name))
    if words is not None:
        parser.CharacterDataHandler = words
    parser.Parse(part, True)


def _local(name: str) -> str:
    """``w:p`` as ``p``; what is of another vocabulary keeps its long name."""
    return name.removeprefix(_W).removeprefix(_STRICT)


def _plain(attributes: Attributes) -> Attributes:
    return {_local(name): value for name, value in attributes.items()}


@dataclass(slots=True)
class _Level:
    """How the items of one level of a list are numbered."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class _Numbering:
    """The levels of each list, the styles that number their paragraphs, and the counters while the body is read."""

    abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, list[int]] = field(default_factory=dict)
    _abstract: str = ""
    _list: str = ""
    _level: _Level | None = None
    _style: str = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element of ``word/numbering.xml`` begins."""
        value = attributes.get("val", "")
        if tag == "abstractNum":
            self._abstract = attributes.get("abstractNumId", "")
            self.abstract[self._abstract] = {}
        elif tag == "num":
            self._list = attributes.get("numId", "")
        elif tag == "abstractNumId" and self._list:
            self.lists[self._list] = value
        elif tag == "lvl" and not self._list:
            self._level = self.abstract.setdefault(self._abstract, {}).setdefault(
                _depth(attributes.get("ilvl", "")), _Level()
            )
        elif self._level is not None:
            if tag == "numFmt":
                self._level.format = value
            elif tag == "lvlText":
                self._level.text = value
            elif tag == "start" and _is_number(value):
                self._level.start = int(value)

    def end(self, tag: str) -> None:
        """An element of ``word/numbering.xml`` ends."""
        if tag == "lvl":
            self._level = None
        elif tag == "num":
            self._list = ""

    def style_start(self, tag: str, attributes: Attributes) -> None:
        """An element of ``word/styles.xml`` begins."""
        if tag == "style":
            self._style = attributes.get("styleId", "")
        elif self._style and tag in ("numId", "ilvl"):
            list_id, depth = self.styles.get(self._style, ("", 0))
            value = attributes.get("val", "")
            self.styles[self._style] = (value, depth) if tag == "numId" else (list_id, _depth(value))

    def style_end(self, tag: str) -> None:
        """An element of ``word/styles.xml`` ends."""
        if tag == "style":
            self._style = ""

    def mark(self, list_id: str, depth: int) -> str:
        """What stands before the next item of a list: its number as Word shows it, or a dash."""
        levels = self.abstract.get(self.lists.get(list_id, ""), {})
        level = levels.get(depth)
        if level is None or list_id == "0":
            return ""
        counters = self.counters.setdefault(list_id, [0] * _LEVELS)
        counters[depth] = counters[depth] + 1 if counters[depth] else level.start
        for deeper in range(depth + 1, _LEVELS):
            counters[deeper] = 0
        if level.format in ("bullet", "none"):
            return "- " if level.format == "bullet" else ""
        shown = level.text
        for index in range(depth + 1):
            one = levels.get(index, _Level())
            shown = shown.replace(f"%{index + 1}", _in_format(counters[index] or one.start, one.format))
        return f"{shown} " if shown else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 6


def _depth(text: str) -> int:
    """A level of a list as Word writes it, from 0."""
    return min(int(text), _LEVELS - 1) if _is_number(text) else 0


def _in_format(number: int, written: str) -> str:
    if written in ("thaiNumbers", "thaiCounting"):
        return str(number).translate(_THAI_DIGITS)
    if written == "thaiLetters":
        return _THAI_LETTERS[(number - 1) % len(_THAI_LETTERS)]
    if written in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if written == "lowerLetter" else letter.upper()
    return str(number)


class _Body:
    """``word/document.xml``, element by element, to text."""

    def __init__(self, numbering: _Numbering) -> None:
        self.text: list[str] = []
        self._numbering = numbering
        self._in_text = False
        self._cells = 0
        self._fallbacks = 0
        self._list: str | None = None
        self._depth = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == _FALLBACK:
            self._fallbacks += 1
        if self._fallbacks:
            return
        if tag == "t":
            self._in_text = True
        elif tag == "tab":
            self.text.append("\t")
        elif tag in ("br", "cr"):
            self.text.append("\n")
        elif tag == "tc":
            self._cells += 1
        elif tag == "numId":
            self._list = attributes.get("val", "")
        elif tag == "ilvl":
            self._depth = _depth(attributes.get("val", ""))
        elif tag == "pStyle" and attributes.get("val", "") in self._numbering.styles:
            self._list, self._depth = self._numbering.styles[attributes["val"]]
        elif tag == "p":
            self._list, self._depth = None, 0

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == _FALLBACK:
            self._fallbacks -= 1
        if self._fallbacks:
            return
        if tag == "t":
            self._in_text = False
        elif tag == "pPr" and self._list is not None:
            self.text.append(self._numbering.mark(self._list, self._depth))
            self._list = None
        elif tag == "p":
            # The paragraphs of a cell stay on the line of its row.
            self.text.append(" " if self._cells else "\n")
        elif tag == "tc":
            self._cells -= 1
            self.text.append("\t")
        elif tag == "tr":
            self.text.append("\n")

    def words(self, text: str) -> None:
        """Words between two elements."""
        if self._in_text and not self._fallbacks:
            self.text.append(text)
