"""The parts of an attendance as an extractor words them (``38 × 2 = 76 ครู``) to those of a declaration."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmou import thai
from graphmou.extract.text.spelling import tidy
from graphmou.yaml_text import Value

__all__ = ["read_parts"]

_PART = re.compile(r"(?:(?P<times>\d{1,6})\s*[x×*]\s*)?(?P<each>\d{1,6})(?:\s*=\s*\d{1,7})?\s*(?P<what>\D.*)?")


def read_parts(parts: Iterable[str]) -> list[dict[str, Value]]:
    """The parts with what is counted, how many times, and how many each; empty where one cannot be read."""
    read: list[dict[str, Value]] = []
    for number, part in enumerate(parts, start=1):
        match = _PART.fullmatch(thai.arabic_digits(tidy(part)))
        if match is None:
            return []
        entry: dict[str, Value] = {"what": (match["what"] or "").strip(" :–-") or f"ส่วนที่ {number}"}
        if match["times"]:
            entry["times"] = int(match["times"])
        entry["each"] = int(match["each"])
        read.append(entry)
    return read
