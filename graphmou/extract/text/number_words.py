"""Numbers written as words: สี่แห่ง, หกสิบคน, หนึ่งร้อยยี่สิบคน."""

from __future__ import annotations

import re

__all__ = ["NUMBERS", "NUMBER_WORD", "number_of"]

NUMBERS = {"สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
"""The words by which a few things are pointed at: ทั้งสองแห่ง."""
_UNITS = {
    "หนึ่ง": 1,
    "เอ็ด": 1,
    "ยี่": 2,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
_POWERS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000}
_WORD = re.compile("|".join((*_UNITS, *_POWERS)))
NUMBER_WORD = rf"(?:{_WORD.pattern}){{1,8}}"
"""A number as words; what follows must be what is counted, as such words stand in names too."""


def number_of(written: str) -> int:
    """The number that digits (with commas) or words say."""
    if written[0].isdigit():
        return int(written.replace(",", ""))
    total = unit = 0
    for word in _WORD.findall(written):
        if word in _UNITS:
            unit = _UNITS[word]
        else:
            total, unit = total + (unit or 1) * _POWERS[word], 0
    return total + unit
