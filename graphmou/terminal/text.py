"""Text in a terminal: made safe to show, how many cells wide it is, and where a line of it may end.

Own and on ``unicodedata`` alone, because it runs before every answer: measured with Python 3.11, importing ``rich``
for a table costs 25 to 45 ms of a start, ``wcwidth`` 20 ms, this module 1 ms. The tests hold its widths against
``wcwidth``: every Thai character is as wide as terminals draw it, sara am (U+0E33) one cell of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate

from graphmou.thai_lines import line_starts

__all__ = ["clusters", "display_width", "is_safe", "visible", "wrap"]

_ZERO_WIDTH_SPACE = "\u200b"
_TONE = "[\u0e48-\u0e4b]?"
# Vowels written before their consonant: a line never ends with one, and a syllable always begins with one.
_LEADING = "เแโใไ"
# Vowels and signs written after their consonant, and closing marks: a line never begins with one.
_FOLLOWING = "ะาำๅๆฯ)]}”’»,.;:!?%"
_OPENING = "([{“‘«"
_THANTHAKHAT = "\u0e4c"
_BLEND_FIRST = ("ก", "ข", "ค", "ต", "ป", "ผ", "พ")
# Mai han-akat, sara uee and mai taikhu need the consonant after them; "เรี" of โรงเรียน needs its ย.
_UNFINISHED = re.compile(f".*[\u0e31\u0e37\u0e47]{_TONE}|เ.\u0e35{_TONE}", re.DOTALL)
_TOKEN = re.compile(f"([^ \t{_ZERO_WIDTH_SPACE}/_-]*[/_-]*)([ \t{_ZERO_WIDTH_SPACE}]*)")
_LINE_END = re.compile("\r\n|\n")


@cache
def is_safe(character: str) -> bool:
    """Whether a terminal only draws this character: no control (C0, C1, ESC), no bidi mark, nothing unassigned."""
    return character.isprintable() or unicodedata.category(character) == "Zs"


def visible(text: str) -> str:
    r"""``text`` with everything that could steer a terminal written as an escape (ESC as ``\x1b``).

    Line feeds stay, a tab becomes a blank, the zero-width space of Thai web pages goes: it only says where a line may
    end.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    if character == "\n" or is_safe(character):
        return character
    if character == _ZERO_WIDTH_SPACE:
        return ""
    return " " if character == "\t" else character.encode("unicode_escape").decode("ascii")


def display_width(text: str) -> int:
    """How many cells of a terminal a line of visible text takes."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


@cache
def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clusters(word: str) -> list[str]:
    """``word`` in pieces that a line may end between where it holds no blank.

    A Thai consonant keeps its marks and the vowels before and after it; what thanthakhat silences stays with what it
    follows, พระ and ประ stay whole, and no line begins with the last consonant of a word. These are rules of
    writing, not of meaning: Thai has no blanks between words.
    """
    pieces: list[str] = []
    for character in word:
        if pieces and _joins(pieces[-1], character):
            pieces[-1] += character
            # Only its mark or vowel tells that a consonant belongs to the one before it.
            if len(pieces) > 1 and (character == _THANTHAKHAT or (character == "ะ" and _is_blend(*pieces[-2:]))):
                pieces[-2:] = ["".join(pieces[-2:])]
        else:
            pieces.append(character)
    if len(pieces) > 1 and _is_consonant(pieces[-1]):
        pieces[-2:] = ["".join(pieces[-2:])]
    return pieces


def _is_blend(first: str, second: str) -> bool:
    return first in _BLEND_FIRST and second[0] in "รลว"


def _is_consonant(text: str) -> bool:
    return len(text) == 1 and "ก" <= text <= "ฮ"


def _joins(piece: str, character: str) -> bool:
    return (
        _character_width(character) == 0
        or character in _FOLLOWING
        or piece[-1] in _LEADING
        or piece[-1] in _OPENING
        or (_is_consonant(character) and _UNFINISHED.fullmatch(piece) is not None)
    )


def wrap(text: str, width: int) -> list[str]:
    """The lines of ``text``, made visible, each at most ``width`` cells (two at least, for wide characters).

    Lines end at line feeds and blanks, after ``-``, ``_`` and ``/``; a longer word is cut where a Thai word or
    syllable begins (:mod:`graphmou.thai_lines`) if such a place is near, else between clusters.
    """
    return [line for paragraph in _LINE_END.split(text) for line in _wrapped(paragraph, width)]


def _wrapped(paragraph: str, width: int) -> list[str]:
    whole = visible(paragraph)
    if display_width(whole) <= width:
        return [whole]
    lines: list[str] = []
    line = ""
    blanks = ""
    for body, following in _tokens(paragraph):
        if display_width(line + blanks + body) <= width:
            line += blanks + body
        else:
            lines.append(line)
            *full, line = [body] if display_width(body) <= width else _cut(body, width)
            lines.extend(full)
        blanks = following
    # The first word may have been too long to stand beside an empty line.
    return [*lines, line] if lines[:1] != [""] else [*lines[1:], line]


def _tokens(paragraph: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(paragraph):
        if match[0]:
            yield visible(match[1]), visible(match[2])


def _cut(word: str, width: int) -> list[str]:
    good = line_starts(word)
    lines: list[str] = []
    line: list[str] = []
    begin = 0
    for piece in clusters(word):
        # Nothing but an absurd row of vowels is wider than a column: cut it character by character.
        for part in [piece] if display_width(piece) <= width else _characters(piece):
            while line and display_width("".join(line)) + display_width(part) > width:
                end = _good_end(line, begin, good, width)
                lines.append("".join(line[:end]))
                begin += len(lines[-1])
                line = line[end:]
            line.append(part)
    return [*lines, "".join(line)]


def _characters(piece: str) -> list[str]:
    parts: list[str] = []
    for character in piece:
        if parts and _character_width(character) == 0:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _good_end(pieces: list[str], begin: int, good: Mapping[int, str], width: int) -> int:
    """How many of ``pieces`` the line keeps.

    ``begin`` is the place of the first in the word. The line ends before a word, else before a syllable, if one begins
    after its first third; else it is full.
    """
    ends = list(accumulate(pieces, lambda place, piece: place + len(piece), initial=begin))[1:]
    for wanted in ("word", "syllable"):
        for kept in range(len(pieces), 0, -1):
            if display_width("".join(pieces[:kept])) * 3 < width:
                break
            if good.get(ends[kept - 1]) == wanted:
                return kept
    return len(pieces)
