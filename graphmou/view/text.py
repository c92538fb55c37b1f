"""Label text: made plain, measured, and broken into lines where a Thai reader would break it.

A line breaks at a blank where it can, else at a place that :mod:`graphmou.thai_lines` knows.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from graphmou import thai
from graphmou.thai_lines import joins, line_starts, may_begin_line

__all__ = ["LINE_HEIGHT", "TEXT_SIZE", "break_lines", "plain", "shortened", "text_width"]

TEXT_SIZE = 12.0
"""Size of label text, in the units of a scene."""
LINE_HEIGHT = 16.0
"""Distance of two lines: Thai stacks vowels and tone marks above and vowels below its letters."""

# Advance widths of the bundled Noto Sans Thai, in tenths of the text size. Combining marks have none.
_ADVANCES = {
    "2.6": "'ijl !,.:;|J",
    "3.2": "เใไโ()-[]Iftะ`",
    "4.1": 'r"าๅำ?/\\{}°“”‘’zc',
    "5.0": "รวsvyLFkx_จ–",
    "6.0": "",  # all others
    "6.6": "AกBผฝษตฬพฟศCค&",
    "7.7": "DGUHNOQw@%…",
    "9.2": "mMWญณฌฒ—",
}
_ADVANCE = {letter: float(width) / 10 for width, letters in _ADVANCES.items() for letter in letters}

_AT_BLANK, _AT_WORD, _AT_SYLLABLE, _ANYWHERE = 0.0, 150.0, 500.0, 4000.0


def plain(text: str, limit: int = 2000) -> str:
    """``text`` in one line without control characters, invisible marks and halves of characters.

    What no renderer can show (NUL in XML, a lone surrogate in UTF-8) or what would turn the text around it
    (right-to-left overrides) is gone; longer texts end in ``…`` after ``limit`` characters.
    """
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text)
    return shortened(thai.fold(shown), limit)


def shortened(text: str, limit: int) -> str:
    """``text``, or its first characters and ``…`` where it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    cut = limit - 1
    while cut > 1 and joins(text[cut]):
        cut -= 1
    return text[:cut].rstrip() + "…"


def text_width(text: str) -> float:
    """The width of one line at :data:`TEXT_SIZE`, in the bundled font."""
    return TEXT_SIZE * sum(_ADVANCE.get(char, 0.6) for char in text if unicodedata.category(char) != "Mn")


def break_lines(text: str, width: float, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of ``width``, as even as they can be.

    What does not fit is cut and ends in ``…``: the whole text belongs into the details of a node.
    """
    text = shortened(text, 40 * most)
    if text_width(text) <= width:
        return (text,)
    points = _break_points(text, width)
    while True:
        lines = _even_lines(text, points, width, most)
        if lines is not None:
            return lines
        # Too long: cut at the last place a line may break, and try again.
        end = max((point for point in points if 0 < point < len(text.rstrip("… "))), default=0)
        text = text[:end].rstrip() + "…"
        points = {point: cost for point, cost in points.items() if point < end}


def _even_lines(text: str, points: dict[int, float], width: float, most: int) -> tuple[str, ...] | None:
    """The cheapest lines: few, of even length, broken at good places. None where ``most`` are not enough."""
    places = [0, *sorted(points), len(text)]
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for number, end in enumerate(places[1:], start=1):
        for start in reversed(places[:number]):
            line = text[start:end].strip()
            slack = width - text_width(line)
            if slack < 0:
                break
            if start not in best or len(best[start][1]) >= most:
                continue
            cost, lines = best[start]
            cost += points.get(end, 0.0) + slack * slack / 10 + 400
            if end not in best or cost < best[end][0]:
                best[end] = (cost, (*lines, line))
    found = best.get(len(text))
    return None if found is None else tuple(line for line in found[1] if line)


def _break_points(text: str, width: float) -> dict[int, float]:
    """Where a line may begin, and how bad that is."""
    points = {place: _AT_WORD if kind == "word" else _AT_SYLLABLE for place, kind in line_starts(text).items()}
    for match in re.finditer(r"[ /]+|-(?=\w)", text):
        if match.end() < len(text) and may_begin_line(text, match.end()):
            points[match.end()] = _AT_BLANK
    # A run without any such place (Latin, a hostile name) must still end somewhere.
    marks = [0, *sorted(points), len(text)]
    for start, end in pairwise(marks):
        if text_width(text[start:end].strip()) > width:
            for place in range(start + 1, end):
                if not joins(text[place]):
                    points[place] = _ANYWHERE
    return points
