"""A phrase in its surroundings: a piece of the source around it, in lines of a terminal, with the phrase marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmou.review.items import Phrase
from graphmou.terminal.text import visible, wrap

__all__ = ["Line", "marked_lines", "windows"]

_AROUND = 90
_TOGETHER = 60


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
        start, end = max(phrase.start - _AROUND, 0), min(phrase.end + _AROUND, len(text))
        if found and start <= found[-1][1] + _TOGETHER:
            before_start, before_end, before = found[-1]
            found[-1] = (before_start, max(before_end, end), [*before, phrase])
        else:
            found.append((start, end, [phrase]))
    return found[:most]


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
