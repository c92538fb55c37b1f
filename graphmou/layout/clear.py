"""Out of the way: on the finished page nodes are moved, and change places, until few lines run through them.

The very last step, when every line is known, also those between networks. No move makes boxes overlap or leaves its
ground; what belongs together (a star) moves as one. As in polishing, worse moves are kept now and then at first.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from graphmou.layout.boxes import Box
from graphmou.layout.drawing import Drawing, Traits

__all__ = ["clear"]

_ROUNDS, _FEWEST_ROUNDS = 120, 3
_WORK = 30_000_000
"""How many times a line may be held against a box or a line, about: some seconds. A picture that is so big that this
is not enough for a few rounds is left as it is."""
_TRIES, _SWAPS = 4, 4
"""Moves of a node in each round, and changes of place."""
_MOVE, _HEAT = (120.0, 10.0), (30.0, 0.5)
"""Length of the moves, and how much worse a drawing may get, at first and at last."""
_APART = (2.0, 1.5)
"""Kept free between a box that is moved and the others."""


def clear(
    boxes: Sequence[Box],
    neighbours: Sequence[Sequence[int]],
    traits: Traits,
    grounds: Sequence[Box | None],
    groups: Sequence[Sequence[int]] = (),
) -> None:
    """Move boxes until fewer lines run through them.

    Args:
        boxes: all nodes, none overlapping.
        neighbours: for each box, the numbers of those it is related to.
        traits: what else is known of them.
        grounds: for each box, where it may stand; None for what is not to be moved.
        groups: boxes that are moved together only.
    """
    drawing = Drawing(boxes, neighbours, traits)
    grouped = {member for group in groups for member in group}
    units = [tuple(group) for group in groups] + [(node,) for node in range(len(boxes)) if node not in grouped]
    units = sorted(unit for unit in units if all(grounds[node] is not None for node in unit))
    lines = sum(map(len, neighbours)) // 2
    round_costs = sum(1 + len(neighbours[node]) for unit in units for node in unit) * (len(boxes) + lines) * _TRIES
    rounds = min(_ROUNDS, _WORK // max(1, round_costs))
    if rounds < _FEWEST_ROUNDS or not lines:
        return
    table = _Table(drawing, grounds)
    alike: dict[tuple[float, float], list[int]] = {}
    for unit in units:
        if len(unit) == 1:
            alike.setdefault(_corner(grounds[unit[0]]), []).append(unit[0])
    chance = random.Random(len(boxes))  # noqa: S311 (a picture, no secret)
    for turn in range(rounds):
        done = turn / rounds
        reach = _MOVE[0] * (_MOVE[1] / _MOVE[0]) ** done
        heat = _HEAT[0] * (_HEAT[1] / _HEAT[0]) ** done if turn < rounds - 2 else 1e-6
        for unit in units:
            for _ in range(_TRIES):
                table.try_move(unit, (chance.gauss(0, reach), chance.gauss(0, reach)), heat, chance)
            others = alike[_corner(grounds[unit[0]])] if len(unit) == 1 else ()
            for _ in range(_SWAPS if len(others) > 1 else 0):
                table.try_swap(unit[0], chance.choice(others), heat, chance)
    drawing.write_back()


def _corner(ground: Box | None) -> tuple[float, float]:
    return (ground.x, ground.y) if ground is not None else (math.nan, math.nan)


class _Table:
    """Moves on a drawing that make no two boxes touch."""

    def __init__(self, drawing: Drawing, grounds: Sequence[Box | None]) -> None:
        self.drawing = drawing
        self.grounds = grounds

    def try_move(self, unit: Sequence[int], step: tuple[float, float], heat: float, chance: random.Random) -> None:
        """Move nodes together, if they fit there and that is not too much worse."""
        drawing = self.drawing
        start = [(drawing.x[node], drawing.y[node]) for node in unit]
        places = [(x + step[0], y + step[1]) for x, y in start]
        if self._fits(unit, places):
            self._change(unit, start, places, heat, chance)

    def try_swap(self, one: int, other: int, heat: float, chance: random.Random) -> None:
        """Let two nodes change places, if they fit there and that is not too much worse."""
        drawing = self.drawing
        start = [(drawing.x[node], drawing.y[node]) for node in (one, other)]
        if one != other and self._fits((one, other), start[::-1]):
            self._change((one, other), start, start[::-1], heat, chance)

    def _change(
        self,
        unit: Sequence[int],
        start: Sequence[tuple[float, float]],
        places: Sequence[tuple[float, float]],
        heat: float,
        chance: random.Random,
    ) -> None:
        limit = self._cost(unit, math.inf) - heat * math.log(1.0 - chance.random())
        for node, place in zip(unit, places, strict=True):
            self.drawing.put(node, *place)
        if self._cost(unit, limit) > limit:
            for node, place in zip(unit, start, strict=True):
                self.drawing.put(node, *place)

    def _fits(self, unit: Sequence[int], places: Sequence[tuple[float, float]]) -> bool:
        """Whether nodes would stand on their grounds and touch no other."""
        drawing = self.drawing
        for node, (x, y) in zip(unit, places, strict=True):
            half_width, half_height = drawing.half[node]
            ground = self.grounds[node]
            if ground is None or abs(x - ground.x) + half_width > ground.width / 2:
                return False
            if abs(y - ground.y) + half_height > ground.height / 2:
                return False
            wide, high = half_width + _APART[0], half_height + _APART[1]
            for other_x, other_y, (width, height), other in zip(
                drawing.x, drawing.y, drawing.half, range(len(drawing.half)), strict=True
            ):
                if abs(x - other_x) < wide + width and abs(y - other_y) < high + height and other not in unit:
                    return False
        return True

    def _cost(self, unit: Sequence[int], limit: float) -> float:
        cost = 0.0
        for node in unit:
            cost += self.drawing.together(node)
            if cost > limit:
                return cost
            cost += self.drawing.cost(node, limit - cost)
        return cost
