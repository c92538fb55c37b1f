"""The geometry of a drawn figure: outlines of shapes, where a line meets them, bends and arrow heads.

Pure functions in one plane, x to the right and y down. Path data is that of SVG.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphmou.view.styles import Shape

__all__ = ["ARROW", "Curve", "Line", "Point", "arrow_head", "border", "join", "loop", "outline", "path"]

Point = tuple[float, float]

ARROW = 3.2
"""An arrow head is this many times as long as its line is wide, but never shorter than 8."""
_LEAST_ARROW = 8.0
_ROUND = 48
_LID = 0.16
_CORNER = 6.0
_HALVINGS, _STEPS = 20, 200


@dataclass(frozen=True, slots=True)
class Line:
    """What one relationship is drawn as: a straight line, or a quadratic curve where ``control`` is given."""

    start: Point
    end: Point
    control: Point | None = None

    def at(self, part: float) -> Point:
        """The point at ``part`` (0 to 1) of the way."""
        if self.control is None:
            return _between(self.start, self.end, part)
        return _between(_between(self.start, self.control, part), _between(self.control, self.end, part), part)

    def cut(self, first: float, last: float) -> Line:
        """The piece from ``first`` to ``last`` (0 to 1)."""
        if self.control is None:
            return Line(self.at(first), self.at(last))
        # The control point of a piece is the blossom of the curve at its two ends.
        control = _between(_between(self.start, self.control, first), _between(self.control, self.end, first), last)
        return Line(self.at(first), self.at(last), control)

    @property
    def data(self) -> str:
        """Its path data."""
        if self.control is None:
            return f"M{_xy(self.start)} L{_xy(self.end)}"
        return f"M{_xy(self.start)} Q{_xy(self.control)} {_xy(self.end)}"


Curve = Callable[[float], Point]


def outline(shape: Shape, x: float, y: float, width: float, height: float) -> str:
    """The path data of a shape with its middle at ``x, y``."""
    left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    if shape == "circle":
        radius = f"A{_n(width / 2)},{_n(height / 2)} 0 1 1"
        return f"M{_n(left)},{_n(y)} {radius} {_n(right)},{_n(y)} {radius} {_n(left)},{_n(y)} Z"
    if shape == "cylinder":
        lid = height * _LID
        arc = f"A{_n(width / 2)},{_n(lid)} 0 0"
        return (
            f"M{_n(left)},{_n(top + lid)} {arc} 1 {_n(right)},{_n(top + lid)} L{_n(right)},{_n(bottom - lid)} "
            f"{arc} 1 {_n(left)},{_n(bottom - lid)} Z "
            f"M{_n(left)},{_n(top + lid)} {arc} 0 {_n(right)},{_n(top + lid)}"
        )
    if shape == "pill":
        r = height / 2
        arc = f"A{_n(r)},{_n(r)} 0 0 1"
        return (
            f"M{_n(left + r)},{_n(top)} L{_n(right - r)},{_n(top)} {arc} {_n(right - r)},{_n(bottom)} "
            f"L{_n(left + r)},{_n(bottom)} {arc} {_n(left + r)},{_n(top)} Z"
        )
    if shape == "note":
        fold = min(_CORNER, height / 2)
        inner = right - fold, bottom - fold
        sheet = (left, top), (right, top), (right, inner[1]), (inner[0], bottom), (left, bottom)
        return f"{path(sheet)} M{_xy((right, inner[1]))} L{_xy(inner)} L{_xy((inner[0], bottom))}"
    return path(border(shape, x, y, width, height))


def border(shape: Shape, x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a shape's border; a round one has many."""
    return tuple((x + across * width / 2, y + down * height / 2) for across, down in _unit(shape, width, height))


def path(points: Sequence[Point]) -> str:
    """The path data of a polygon."""
    return "M" + " L".join(map(_xy, points)) + " Z"


def join(
    source: Sequence[Point],
    source_middle: Point,
    target: Sequence[Point],
    target_middle: Point,
    bend: float,
    label: Sequence[Point] = (),
) -> Line | None:
    """The line from the border of one shape to the border of another; None where they cover each other.

    Args:
        source: the corners of the first shape; ``source_middle`` lies inside it.
        source_middle: where the line would begin if the shape were not there.
        target: as ``source``.
        target_middle: as ``source_middle``.
        bend: how far the middle of the line lies aside, as a part of its length; 0 is straight.
        label: the corners of what the second shape's label covers, where the line is to end before that too.
    """
    (x1, y1), (x2, y2) = source_middle, target_middle
    # Half way, a quadratic curve lies half as far aside as its control point.
    control = ((x1 + x2) / 2 - 2 * bend * (y2 - y1), (y1 + y2) / 2 + 2 * bend * (x2 - x1)) if bend else None
    whole = Line(source_middle, target_middle, control)
    first = _leaves(source, whole.at)
    last = 1 - _leaves(target, lambda part: whole.at(1 - part))
    if label:
        steps = (first + (last - first) * step / _STEPS for step in range(_STEPS))
        last = next((step for step in steps if _contains(label, whole.at(step))), last)
    return whole.cut(first, last) if first < last else None


def loop(x: float, y: float, width: float, height: float) -> str:
    """The path data of a line from a shape to itself, above its right shoulder."""
    radius = max(width, height) * 0.45
    return f"M{_n(x)},{_n(y - height / 2)} A{_n(radius)},{_n(radius)} 0 1 1 {_n(x + width / 2)},{_n(y)}"


def arrow_head(line: Line, width: float) -> tuple[Line, tuple[Point, Point, Point]]:
    """The line, shortened so that it does not stick out of its arrow head, and the three corners of the head."""
    length = max(_LEAST_ARROW, ARROW * width)
    whole = math.dist(line.start, line.end) or 1.0
    length = min(length, whole * 0.6)
    base = line.at(1 - length / whole)
    dx, dy = line.end[0] - base[0], line.end[1] - base[1]
    half = 0.38
    head = (line.end, (base[0] - dy * half, base[1] + dx * half), (base[0] + dy * half, base[1] - dx * half))
    return line.cut(0.0, 1 - 0.8 * length / whole), head


def _unit(shape: Shape, width: float, height: float) -> Sequence[Point]:
    """The corners of a shape that reaches from -1 to 1 both ways."""
    if shape in ("square", "note"):
        return (-1, -1), (1, -1), (1, 1), (-1, 1)
    if shape == "diamond":
        return (0, -1), (1, 0), (0, 1), (-1, 0)
    if shape == "triangle":
        return (0, -1), (1, 1), (-1, 1)
    if shape == "triangle-down":
        return (-1, -1), (1, -1), (0, 1)
    if shape == "hexagon":
        return (-0.5, -1), (0.5, -1), (1, 0), (0.5, 1), (-0.5, 1), (-1, 0)
    if shape == "star":
        return [_around(-90 + 36 * corner, 1.12 if corner % 2 == 0 else 0.48) for corner in range(10)]
    if shape == "cylinder":
        lid = 2 * _LID
        lower = [(x, 1 - lid + y * lid) for x, y in (_around(angle) for angle in range(0, 181, 15))]
        upper = [(x, -1 + lid + y * lid) for x, y in (_around(angle) for angle in range(180, 361, 15))]
        return [*lower, *upper]
    if shape == "pill":
        r = min(1.0, height / width)
        right = [(1 - r + x * r, y) for x, y in (_around(angle) for angle in range(-90, 91, 15))]
        left = [(-1 + r + x * r, y) for x, y in (_around(angle) for angle in range(90, 271, 15))]
        return [*right, *left]
    return [_around(360 * corner / _ROUND) for corner in range(_ROUND)]


def _around(angle: float, radius: float = 1.0) -> Point:
    return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))


def _leaves(corners: Sequence[Point], curve: Curve) -> float:
    """The part of the way at which a curve that begins inside a shape has left it."""
    inside, outside = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        if _contains(corners, curve(middle)):
            inside = middle
        else:
            outside = middle
    return outside


def _contains(corners: Sequence[Point], point: Point) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _xy(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(number: float) -> str:
    """A number with two decimals at most: finer than any screen, and the same on every machine."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
