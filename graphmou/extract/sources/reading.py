"""One source file to its text: what evidence is counted on, and what its sha256 is of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from graphmou.decoding import Undecodable, decode
from graphmou.errors import Problem
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text
from graphmou.reasons import reason_of

__all__ = ["ENDINGS", "Source", "read_source", "source_files", "source_of_bytes"]

ENDINGS = (".txt", ".html", ".htm", ".docx", ".pdf")
"""What a source file's name may end in."""
_LARGEST = 50_000_000
_LONGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a source, and what identifies it.

    ``file`` and ``sha256`` are of the text file that evidence refers to: the source itself where it is text, else
    ``NAME.txt``, which belongs beside the draft with the bytes :attr:`kept` (None where nothing needs keeping).
    """

    path: Path
    text: str
    file: str
    sha256: str
    kept: bytes | None = None


def source_files(paths: Iterable[Path]) -> tuple[list[str], list[Problem]]:
    """The files that ``paths`` name: files as they are, folders by the sources in them (not below), sorted by name.

    As texts: a folder may hold tens of thousands, and a :class:`~pathlib.Path` takes five times as much.
    """
    files: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            with os.scandir(path) as entries:
                found = sorted(one.name for one in entries if one.name.lower().endswith(ENDINGS) and one.is_file())
            if not found:
                said = Text(f"holds no file that ends in {_ENDINGS}", f"ไม่มีไฟล์ที่ลงท้ายด้วย {_ENDINGS}")
                problems.append(Problem(path, None, None, said))
            files.extend(str(path / name) for name in found)
        else:
            files.append(str(path))
    first: dict[str, str] = {}
    for file in files:
        first.setdefault(os.path.realpath(file), file)
    return list(first.values()), problems


def read_source(path: Path) -> Source:
    """The text of the file at ``path``, read by what its name ends in.

    Raises:
        Unreadable: it cannot be read, is too large, damaged, hostile, or holds no text.
    """
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise _too_large(path, size, _LARGEST, "bytes", "ไบต์")
        raw = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        said = Text(f"cannot be read: {reason.en}", f"อ่านไม่ได้: {reason.th}")
        raise Unreadable(path, said, Text("name a file that exists", "ระบุไฟล์ที่มีอยู่จริงและเปิดอ่านได้")) from None
    return source_of_bytes(raw, path)


def source_of_bytes(raw: bytes, path: Path, *, keep: bool = False) -> Source:
    """The text of ``raw``, which is read as the name ``path`` says; ``keep`` where no text file holds it yet (stdin).

    Raises:
        Unreadable: as :func:`read_source`.
    """
    if len(raw) > _LARGEST:
        raise _too_large(path, len(raw), _LARGEST, "bytes", "ไบต์")
    ending = path.suffix.lower()
    text = _plain_text(raw, path) if ending == ".txt" else _reader(path, ending)(raw, path)
    if len(text) > _LONGEST:
        raise _too_large(path, len(text), _LONGEST, "characters", "อักขระ")
    if not any(character.isalnum() for character in text):
        raise Unreadable(path, Text("holds no text", "ไม่มีข้อความ"), Text("name another file", "ระบุไฟล์อื่น"))
    if ending == ".txt" and not keep:
        return Source(path, text, path.name, hashlib.sha256(raw).hexdigest())
    kept = text.encode("utf-8", "replace")
    return Source(path, kept.decode("utf-8"), f"{path.stem}.txt", hashlib.sha256(kept).hexdigest(), kept)


_ENDINGS = ", ".join(ENDINGS)


def _reader(path: Path, ending: str) -> Callable[[bytes, Path], str]:
    # Each is imported when such a file comes: none of them is needed for plain text.
    if ending in (".html", ".htm"):
        from graphmou.extract.sources.html import html_text

        return html_text
    if ending == ".docx":
        from graphmou.extract.sources.docx import docx_text

        return docx_text
    if ending == ".pdf":
        from graphmou.extract.sources.pdf import pdf_text

        return pdf_text
    said = Text(f"is no kind of file that is read here ({_ENDINGS})", f"ไม่ใช่ชนิดไฟล์ที่อ่านได้ ({_ENDINGS})")
    advice = Text("save it as one of these, a .doc as .docx", "บันทึกเป็นชนิดใดชนิดหนึ่งข้างต้น เช่น .doc ให้บันทึกเป็น .docx")
    raise Unreadable(path, said, advice)


def _plain_text(raw: bytes, path: Path) -> str:
    try:
        return decode(raw)[0]
    except Undecodable as error:
        raise undecodable(path, error) from None


def undecodable(path: Path, error: Undecodable) -> Unreadable:
    """What is told of bytes that are text of no known encoding."""
    said = Text(
        f"is text neither in UTF-8 nor in Thai Windows-874: byte 0x{error.byte:02X} at offset {error.place}",
        f"ไม่ใช่ข้อความรหัส UTF-8 หรือ Windows-874: ไบต์ 0x{error.byte:02X} ที่ตำแหน่ง {error.place}",
    )
    advice = Text(
        "save the file as UTF-8 (in Notepad: Save as, Encoding UTF-8)",
        "บันทึกไฟล์เป็นรหัส UTF-8 (ใน Notepad: บันทึกเป็น, การเข้ารหัส UTF-8)",
    )
    return Unreadable(path, said, advice)


def _too_large(path: Path, size: int, most: int, en: str, th: str) -> Unreadable:
    said = Text(
        f"is too large: {size:,} {en}, at most {most:,} are read",
        f"มีขนาดใหญ่เกินไป: {size:,} {th} อ่านได้ไม่เกิน {most:,} {th}",
    )
    advice = Text("split it: one file for each press release", "แบ่งไฟล์ให้เหลือข่าวประชาสัมพันธ์ละหนึ่งไฟล์")
    return Unreadable(path, said, advice)
