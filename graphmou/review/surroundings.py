"""A phrase in its surroundings: a piece of the source around it, in lines of a terminal, with the phrase marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmou.review.items import Phrase
from graphmou.terminal.text import visible, wrap
from graphmou.thai_lines import line_starts

__all__ = ["Line", "marked_lines", "windows"]

_AROUND = 90
_TOGETHER = 60
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text that fits, and the parts of it that are marked, as pairs of start and end."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def windows(text: str, phrases: Sequence[Phrase], most: int) -> list[tuple[int, int, list[Phrase]]]:
    """Pieces of ``text`` around phrases, those near each other in one piece, ``most`` at most: start, end, phrases."""
    found: list[tuple[int, int, list[Phrase]]] = []
    for phrase in phrases:
        if not 0 <= phrase.start < phrase.end <= len(text) or text[phrase.start : phrase.end] != phrase.text:
            continue
        start, end = _first_word(text, phrase.start), _last_word(text, phrase.end)
        if found and start <= found[-1][1] + _TOGETHER:
            before_start, before_end, before = found[-1]
            found[-1] = (before_start, max(before_end, end), [*before, phrase])
        else:
            found.append((start, end, [phrase]))
    return found[:most]


def _first_word(text: str, end: int) -> int:
    """Where the piece before ``end`` begins: at a blank, else at a word or syllable: no word in half."""
    start = max(end - _AROUND, 0)
    if start == 0:
        return 0
    near = min(start + _NEAR, end)
    blank = next((place + 1 for place in range(start - 1, near) if text[place].isspace()), None)
    return blank if blank is not None else min(_starts(text, start, near), default=start)


def _last_word(text: str, start: int) -> int:
    """Where the piece after ``start`` ends, likewise."""
    end = min(start + _AROUND, len(text))
    if end == len(text):
        return end
    near = max(end - _NEAR, start)
    blank = next((place for place in range(end, near, -1) if text[place].isspace()), None)
    return blank if blank is not None else max(_starts(text, near, end), default=end)


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where words begin in a run of Thai, or syllables where no word is known."""
    # With a few letters more on both sides, or a word that is cut there would not be known.
    low = max(start - _NEAR, 0)
    known = {low + place: kind for place, kind in line_starts(text[low : end + _NEAR]).items()}
    found = {place: kind for place, kind in known.items() if start <= place <= end}
    return [place for place, kind in found.items() if kind == "word"] or list(found)


def marked_lines(
    text: str, start: int, end: int, phrases: Sequence[Phrase], width: int, around: tuple[str, str] = ("", "")
) -> list[Line]:
    """The lines of ``text[start:end]``, with the phrases marked (and set in ``around``); ``...`` where text goes on."""
    shown = "... " if start > 0 else ""
    marks: list[tuple[int, int]] = []
    place = start
    for phrase in sorted(phrases, key=lambda one: one.start):
        if phrase.start < place:
            continue
        shown += _plain(text[place : phrase.start])
        begins = len(shown)
        shown += around[0] + _plain(text[phrase.start : phrase.end]) + around[1]
        marks.append((begins, len(shown)))
        place = phrase.end
    shown += _plain(text[place:end]) + (" ..." if end < len(text) else "")
    return _in_lines(shown, marks, width)


def _plain(text: str) -> str:
    """Text as a terminal shows it, line ends as blanks: the surroundings are a few words, not a layout."""
    return visible(" ".join(text.replace("\r", "").split("\n")))


def _in_lines(shown: str, marks: Sequence[tuple[int, int]], width: int) -> list[Line]:
    lines: list[Line] = []
    place = 0
    for line in wrap(shown, width):
        # Only blanks are lost where a line ends.
        begins = shown.index(line, place) if line else place
        place = begins + len(line)
        inside = tuple(
            (max(start, begins) - begins, min(end, place) - begins)
            for start, end in marks
            if start < place and end > begins
        )
        lines.append(Line(line, inside))
    return lines
