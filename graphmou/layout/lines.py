"""Straight lines on the plane: whether one runs through a box, and whether two lie on each other."""

from __future__ import annotations

import math

from graphmou.layout.boxes import Box

__all__ = ["lie_together", "runs_through"]

Point = tuple[float, float]

_TOGETHER = math.sin(math.radians(3))
"""Two lines that leave one node at a smaller angle than this look like one."""


def runs_through(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line runs through a box, or begins or ends in it; touching is not running through."""
    (x1, y1), (x2, y2) = start, end
    half_width, half_height = box.width / 2, box.height / 2
    if max(x1, x2) <= box.x - half_width or min(x1, x2) >= box.x + half_width:
        return False
    if max(y1, y2) <= box.y - half_height or min(y1, y2) >= box.y + half_height:
        return False
    across, down = x2 - x1, y2 - y1
    aside = abs(across * (box.y - y1) - down * (box.x - x1))
    return aside < abs(across) * half_height + abs(down) * half_width


def lie_together(middle: Point, one: Point, other: Point) -> bool:
    """Whether the lines from ``middle`` to two other points leave it in nearly the same direction."""
    x1, y1, x2, y2 = one[0] - middle[0], one[1] - middle[1], other[0] - middle[0], other[1] - middle[1]
    lengths = math.hypot(x1, y1) * math.hypot(x2, y2)
    return x1 * x2 + y1 * y2 > 0 and abs(x1 * y2 - y1 * x2) < _TOGETHER * lengths
