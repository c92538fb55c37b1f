"""Boxes on the plane: what a node with its label takes up, and pushing boxes apart until none overlap."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Box", "bounds", "count_overlaps", "loosen", "push_apart", "squeeze", "stretch"]

_PASSES = 60
_TOUCH = 1e-6
_STRETCH, _LOOSEN = 1.06, 1.2
_SQUEEZE, _WEAKEST = 0.9, 0.99


@dataclass(slots=True)
class Box:
    """A box by its centre and size."""

    x: float
    y: float
    width: float
    height: float


def bounds(boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes together; zeros where there are none."""
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(box.x - box.width / 2 for box in boxes),
        min(box.y - box.height / 2 for box in boxes),
        max(box.x + box.width / 2 for box in boxes),
        max(box.y + box.height / 2 for box in boxes),
    )


def count_overlaps(boxes: Sequence[Box]) -> int:
    """How many pairs of boxes overlap."""
    return sum(1 for _ in _overlapping(boxes))


def loosen(boxes: Sequence[Box]) -> None:
    """Stretch the whole until only few boxes overlap, so that parting those does not spoil its shape."""
    while count_overlaps(boxes) > len(boxes) / 2:
        for box in boxes:
            box.x *= _LOOSEN
            box.y *= _LOOSEN


def push_apart(boxes: Sequence[Box]) -> None:
    """Move boxes, as little as it takes, until no two overlap.

    Where passes do not settle it, the whole is stretched a little and tried again: so it ends, since a stretched
    plane has room.
    """
    for number, box in enumerate(boxes):  # two boxes in one place would never part
        box.x += number * 1e-3
    while not _settled(boxes):
        for box in boxes:
            box.x *= _STRETCH
            box.y *= _STRETCH


def stretch(boxes: Sequence[Box], aspect: float) -> None:
    """Bring the whole into the wanted shape (``aspect``: width through height), without more room."""
    left, top, right, bottom = bounds(boxes)
    factor = math.sqrt(aspect * (bottom - top) / (right - left))
    for box in boxes:
        box.x *= factor
        box.y /= factor


def squeeze(boxes: Sequence[Box], rounds: int, aspect: float) -> None:
    """Draw boxes that do not overlap closer together, for as long as they can be parted again in less room.

    What counts as room is the page of the wanted shape (``aspect``: width through height) that holds them all.
    """
    force = _SQUEEZE
    for _ in range(rounds):
        before = [(box.x, box.y) for box in boxes]
        left, top, right, bottom = bounds(boxes)
        room = max(right - left, (bottom - top) * aspect)
        across, down = (force, 1.0) if right - left > (bottom - top) * aspect else (1.0, force)
        for box in boxes:
            box.x = (left + right) / 2 + (box.x - (left + right) / 2) * across
            box.y = (top + bottom) / 2 + (box.y - (top + bottom) / 2) * down
        settled = _settled(boxes)
        left, top, right, bottom = bounds(boxes)
        if settled and max(right - left, (bottom - top) * aspect) < room:
            continue
        for box, (x, y) in zip(boxes, before, strict=True):
            box.x, box.y = x, y
        force = (1 + force) / 2
        if force > _WEAKEST:
            return


def _settled(boxes: Sequence[Box]) -> bool:
    """Part overlapping pairs, each along the axis on which it overlaps less, pass after pass; whether none is left."""
    for _ in range(_PASSES):
        moved = False
        for one, other in _overlapping(boxes):
            moved = True
            _part(one, other)
        if not moved:
            return True
    return False


def _overlapping(boxes: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Pairs of boxes that overlap, found by a sweep from left to right. Boxes may be moved meanwhile."""
    open_boxes: list[Box] = []
    for box in sorted(boxes, key=lambda one: one.x - one.width / 2):
        left = box.x - box.width / 2
        still_open = [box]
        for other in open_boxes:
            across = other.x + other.width / 2 - left
            if across > _TOUCH:
                still_open.append(other)
                down = box.y - other.y if box.y > other.y else other.y - box.y
                if down * 2 < box.height + other.height - _TOUCH and other.x - other.width / 2 < box.x + box.width / 2:
                    yield other, box
                    left = box.x - box.width / 2
        open_boxes = still_open


def _part(one: Box, other: Box) -> None:
    across = (one.width + other.width) / 2 - abs(one.x - other.x)
    down = (one.height + other.height) / 2 - abs(one.y - other.y)
    if across < down:
        step = across / 2 + 0.01
        left, right = (one, other) if one.x <= other.x else (other, one)
        left.x -= step
        right.x += step
    else:
        step = down / 2 + 0.01
        upper, lower = (one, other) if one.y <= other.y else (other, one)
        upper.y -= step
        lower.y += step
