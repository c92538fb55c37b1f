"""The text of a document's bytes: UTF-8, or the Thai code page that old Windows programs write.

One rule for the extractor and for ``verify``: the offsets of evidence count code points of what :func:`decode` gives.
A byte order mark is no part of the text, and line ends stay as they are.
"""

from __future__ import annotations

import codecs

__all__ = ["Undecodable", "decode"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Windows-874 holds all of TIS-620 and ISO-8859-11, and the typographic marks that Word adds.
_THAI = "cp874"
_ABOVE_OR_BELOW = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_MISPLACED = 0.02


class Undecodable(ValueError):
    """The bytes are text of no encoding read here; ``place`` is the offset of the first ``byte`` that says so."""

    def __init__(self, place: int, byte: int) -> None:
        super().__init__(f"byte 0x{byte:02X} at offset {place}")
        self.place = place
        self.byte = byte


def decode(raw: bytes) -> tuple[str, str]:
    """The text of ``raw`` and the name of its encoding.

    A byte order mark decides; else what is valid UTF-8 is UTF-8 (no Thai text of a code page is, by chance); else
    Windows-874, if every byte is a character of it and the vowels and tone marks stand on Thai consonants, which they
    would not in a text of another code page.

    Raises:
        Undecodable: it is neither, or holds NUL.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, len(mark), encoding), encoding
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _in_thai_code_page(raw, error.start), _THAI
    return _without_nul(text, raw), "utf-8"


def _strictly(raw: bytes, start: int, encoding: str) -> str:
    try:
        text = raw[start:].decode(encoding)
    except UnicodeDecodeError as error:
        place = start + error.start
        raise Undecodable(place, raw[place]) from None
    if "\0" in text:
        raise Undecodable(start + len(text[: text.index("\0")].encode(encoding)), 0)
    return text


def _without_nul(text: str, raw: bytes) -> str:
    if (place := raw.find(0)) >= 0:
        raise Undecodable(place, 0)
    return text


def _in_thai_code_page(raw: bytes, suspect: int) -> str:
    """The text in Windows-874; ``suspect`` is the first byte that is no UTF-8."""
    if any("\u0e01" <= character <= "\u0e5b" for character in raw[:suspect].decode("utf-8")):
        raise Undecodable(suspect, raw[suspect])  # Thai in UTF-8 up to there: a damaged file, no other code page
    try:
        text = _without_nul(raw.decode(_THAI), raw)
    except UnicodeDecodeError as error:
        raise Undecodable(error.start, raw[error.start]) from None
    marks = misplaced = 0
    first: int | None = None
    before = " "
    for place, character in enumerate(text):
        if character in _ABOVE_OR_BELOW:
            marks += 1
            if not "\u0e01" <= before <= "\u0e4e":
                misplaced += 1
                first = place if first is None else first
        before = character
    thai = sum("\u0e01" <= character <= "\u0e5b" for character in text)
    foreign = sum(character >= "\x80" for character in text) - thai
    if misplaced > _MISPLACED * max(marks, 1) or foreign > thai:
        place = suspect if first is None else first
        raise Undecodable(place, raw[place])
    return text
