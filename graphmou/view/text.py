"""Label text: made plain, measured, and broken into lines where a Thai reader would break it.

A line breaks at a blank where it can, else at a place that :mod:`graphmou.thai_lines` knows.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, pairwise

from graphmou import thai
from graphmou.thai_lines import joins, line_starts, may_begin_line

__all__ = ["LINE_HEIGHT", "TEXT_SIZE", "break_lines", "first_line", "plain", "shortened", "text_width"]

TEXT_SIZE = 12.0
"""Size of label text, in the units of a scene."""
LINE_HEIGHT = 16.0
"""Distance of two lines: Thai stacks vowels and tone marks above and vowels below its letters."""

# Advance widths of the bundled Noto Sans Thai, in tenths of the text size. Combining marks have none.
_ADVANCES = {
    "2.6": "'ijl !,.:;J·",
    "3.2": "เใไโ()-[]Iftะ`",
    "4.1": 'r"าๅำ?/\\{}°“”‘’•_',
    "5.0": "รวsvyLFkxczจฯ–",
    "5.4": "งธ|๔๕๖๙",
    "6.0": "",  # all others
    "6.6": "ABผฝษตฬพฟศCค",
    "7.7": "DGUHNOQw&๗๚…",
    "9.2": "mMWญณฌฒ—@%๛",
}
_ADVANCE = {letter: float(width) / 10 for width, letters in _ADVANCES.items() for letter in letters}

# What plain text mostly is, and what of it is folded all the same: two sara e, and marks out of their order.
_PLAIN = re.compile("[!-~ก-์๎-๛“”…–—·]+(?: [!-~ก-์๎-๛“”…–—·]+)*")
_FOLDED = re.compile("เเ|[\u0e48-\u0e4b][\u0e38-\u0e3a]|[\u0e38\u0e39]\u0e3a|\u0e33[\u0e48-\u0e4b]")

_AT_BLANK, _AT_WORD, _AT_SYLLABLE, _ANYWHERE = 0.0, 150.0, 500.0, 4000.0


def plain(text: str, limit: int = 2000) -> str:
    """``text`` in one line without control characters, invisible marks and halves of characters.

    What no renderer can show (NUL in XML, a lone surrogate in UTF-8) or what would turn the text around it
    (right-to-left overrides) is gone; longer texts end in ``…`` after ``limit`` characters.
    """
    if len(text) <= limit and _PLAIN.fullmatch(text) and not _FOLDED.search(text):
        return text
    # Folding takes marks away, seldom most of a text: what is far too long need not be read to its end.
    text = text[: 4 * limit]
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
    return sum(map(_advance, text))


@cache
def _advance(char: str) -> float:
    return 0.0 if unicodedata.category(char) == "Mn" else TEXT_SIZE * _ADVANCE.get(char, 0.6)


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


def first_line(text: str, width: float) -> str:
    """As much of the beginning of ``text`` as fits a line of ``width``, up to a good place for a break.

    For running text: :func:`break_lines` weighs all ways to break a label, which takes too long for a paragraph.
    """
    end, taken = 0, 0.0
    while end < len(text) and (taken := taken + text_width(text[end])) <= width:
        end += 1
    if end == len(text):
        return text
    places = {place: cost for place, cost in _break_points(text[: end + 12], width).items() if place <= end}
    good = [place for place, cost in places.items() if cost <= _AT_WORD and place > 0.7 * end]
    return text[: max(good or places, default=max(end, 1))]


def _even_lines(text: str, points: dict[int, float], width: float, most: int) -> tuple[str, ...] | None:
    """The cheapest lines: few, of even length, broken at good places. None where ``most`` are not enough."""
    places = [0, *sorted(points), len(text)]
    before = [0.0, *accumulate(map(_advance, text))]
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for number, end in enumerate(places[1:], start=1):
        for start in reversed(places[:number]):
            line = text[start:end].strip()
            # The width of the line without the blanks at its end; none begins with one.
            slack = width - (before[start + len(text[start:end].rstrip())] - before[start])
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
