"""Thai text: digits, abbreviations, the normal form that names are compared in, and the Thai calendar's words.

Pure functions on text. Never NFKC: it splits sara am (U+0E33) into two characters (DESIGN section 7).
"""

from __future__ import annotations

import re
import unicodedata

__all__ = [
    "BUDDHIST_ERA",
    "MONTHS",
    "SHORT_MONTHS",
    "WEEKDAYS",
    "arabic_digits",
    "fold",
    "has_buddhist_year",
    "search_key",
]

BUDDHIST_ERA = 543
"""Years that the Buddhist era is ahead of the common era (B.E. 2564 is 2021)."""

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)

# From Monday on. พฤหัส stands for พฤหัสบดี too.
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_BEFORE_SARA_AM = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")
_TONE_AFTER_SARA_AM = re.compile("\u0e33([\u0e48-\u0e4b])")
_NOT_COMPARED = re.compile(r"[\s.\-–—_/()\[\]“”\"'‘’,:ฯ]+")
_AREA_NUMBER = re.compile(r"เขต(?=\d)")

_THAI_LETTER = "[\u0e01-\u0e4e]"
# A full stop, or no further letter, ends an abbreviation: สมศักดิ์ is a given name, not สมศ.
_ABBREVIATIONS = tuple(
    (short, re.compile(rf"{short}(?:\.|(?!{_THAI_LETTER}))"), full)
    for short, full in (
        ("สพป", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"),
        ("สพม", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา"),
        ("สพฐ", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ("สมศ", "สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา"),
    )
)
# Only at the start of a word and with a full stop: "กรรมการ" holds รร as well.
_SCHOOL = re.compile(r"(?<![\u0e01-\u0e4e])(?:ร\.\s?ร\.|รร\.|ร\.ร(?=\s))\s*")


def arabic_digits(text: str) -> str:
    """``text`` with Thai digits written as Arabic ones; its length stays the same."""
    return text.translate(_DIGITS)


def fold(text: str) -> str:
    """``text`` in one spelling: composed, sara am in one character, no doubled sara e for sara ae, plain spaces.

    Folds what looks alike on paper (DESIGN section 7): U+0E4D U+0E32 to U+0E33, with a tone mark between
    them too; a tone mark typed after sara am goes before it; U+0E40 U+0E40 to U+0E41; NBSP, tabs and runs of blanks to
    one blank; invisible marks away.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if "\u0e4d" in text:
        text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
        text = _TONE_BEFORE_SARA_AM.sub("\\1\u0e33", text)
    if "\u0e33" in text:
        text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")
    return _SPACES.sub(" ", text).strip()


def search_key(text: str) -> str:
    """The form in which names are compared and searched.

    Folded, digits Arabic, abbreviations of schools and offices written out, blanks and punctuation away,
    lower case: ``สพม.๑๙``, ``สพม. 19`` and ``สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19`` are the same.
    """
    key = arabic_digits(fold(text)).casefold()
    if "ร." in key:
        key = _SCHOOL.sub("โรงเรียน", key)
    for short, pattern, full in _ABBREVIATIONS:
        if short in key:
            key = pattern.sub(full, key)
    key = _NOT_COMPARED.sub("", key)
    for _, _, full in _ABBREVIATIONS:
        # The full name may hold its own abbreviation in brackets: "สำนักงาน… (สพม.) เขต 19".
        key = key.replace(full + full, full)
    return _AREA_NUMBER.sub("", key)


def has_buddhist_year(year: int) -> bool:
    """Whether ``year`` can only be of the Buddhist era: 2400 to 2700, which is 1857 to 2157."""
    return 2400 <= year <= 2700
