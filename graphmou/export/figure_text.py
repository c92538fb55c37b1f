"""Text in a figure: made safe for every format, broken into lines, and put in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graphmou.export.graph_xml import xml_text
from graphmou.view.styles import INK
from graphmou.view.text import TEXT_SIZE, first_line, plain, shortened, text_width

__all__ = ["Anchor", "Block", "clean", "fitted", "shortened_inside", "width_of", "wrapped"]

Anchor = Literal["start", "middle", "end"]
_BASELINE = 0.34
"""From the middle of a line down to its baseline, as a part of the text size."""
_SPARE = 1.03
"""Widths are counted in tenths of the text size: a little room for what that leaves out."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one text. ``x`` is their left end, middle or right end, as ``anchor`` says; ``top`` is of the first."""

    lines: tuple[str, ...]
    x: float
    top: float
    size: float
    line_height: float
    colour: str = INK
    anchor: Anchor = "start"

    @property
    def width(self) -> float:
        """Of its longest line."""
        return max((text_width(line) for line in self.lines), default=0.0) * self.size / TEXT_SIZE

    @property
    def height(self) -> float:
        """Of all its lines."""
        return self.line_height * len(self.lines)

    @property
    def left(self) -> float:
        """Where its longest line begins."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]

    def baseline(self, line: int) -> float:
        """Where the letters of a line stand."""
        return self.top + self.line_height * (line + 0.5) + self.size * _BASELINE


def clean(text: str) -> str:
    """``text`` as every format can hold it: one line, nothing that XML, JSON or a font renderer stumbles over."""
    return xml_text(plain(text))


def width_of(text: str, size: float) -> float:
    """How wide ``text`` is at ``size``."""
    return text_width(text) * size / TEXT_SIZE * _SPARE


def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of ``width``; what does not fit ends in ``…``."""
    rest = clean(text)
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        line = first_line(rest, width * TEXT_SIZE / size / _SPARE)
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return (*lines, fitted(rest, width, size)) if rest else tuple(lines)


def fitted(text: str, width: float, size: float) -> str:
    """``text``, or as much of its beginning as fits one line of ``width``, and ``…``."""
    shown = clean(text)
    if width_of(shown, size) <= width:
        return shown
    low, high = 1, len(shown)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(shortened(shown, middle), size) <= width else (low, middle - 1)
    return shortened(shown, low)


def shortened_inside(text: str, width: float, size: float) -> str:
    """A source in one line of ``width``: of title, publisher and date, it is the title that is shortened."""
    shown = clean(text)
    if width_of(shown, size) <= width:
        return shown
    title, *rest = shown.rsplit(" · ", 2)
    ending = "".join(f" · {part}" for part in rest)
    room = width - width_of(ending, size)
    return fitted(title, room, size) + ending if room > width / 3 else fitted(shown, width, size)
