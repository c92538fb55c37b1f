"""The last hand on a small network: nodes moved one by one until lines are short and run clear of labels.

Stress gives the shape of a network, but knows no labels. Here each move of one node, or swap of two, is kept when it
makes the drawing better: shorter lines, fewer crossings, fewer lines through a label, all within a page of the wanted
shape. Worse moves are kept now and then at first, and ever more seldom (simulated annealing), with a fixed seed.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from graphmou.layout.boxes import Box

__all__ = ["polish"]

Rings = Sequence[tuple[int, Sequence[int]]]

# What each fault costs, in units of line length.
_THROUGH = 70.0
_CROSSING = 22.0
_OVERLAP, _OVERLAP_DEPTH = 10.0, 6.0
_ASIDE = 10.0
"""A lead lying away from the middle of its partners, for each partner."""
_OUTWARD = 400.0
"""Lying at the edge of the page; nearer to its middle much less, beyond it much more."""
_MOVE, _HEAT = (130.0, 8.0), (60.0, 1.0)
"""Length of the moves, and how much worse a drawing may get, at first and at last."""
_TRIES, _SWAPS = 3, 0.3
"""Moves of a node in each round, and how often it is swapped as well."""


def polish(
    boxes: Sequence[Box],
    neighbours: Sequence[Sequence[int]],
    rounds: int,
    aspect: float,
    *,
    filled: float,
    rings: Rings = (),
    cool: bool = False,
) -> None:
    """Move the boxes of one network. Afterwards a few may overlap slightly.

    Args:
        boxes: the nodes with their labels, already in rough places.
        neighbours: for each box, the numbers of those it is related to.
        rounds: how often every node is tried.
        aspect: the wanted width of the network through its height.
        filled: the part of the network's page that boxes are to fill.
        rings: leads, and those that each is to lie amid.
        cool: whether it was polished before: only smaller moves are made.
    """
    table = _Table(boxes, neighbours, aspect, filled, rings)
    chance = random.Random(len(boxes))  # noqa: S311 (a picture, no secret)
    for turn in range(rounds):
        done = (turn + (rounds if cool else 0)) / (2 * rounds if cool else rounds)
        reach = _MOVE[0] * (_MOVE[1] / _MOVE[0]) ** done
        heat = _HEAT[0] * (_HEAT[1] / _HEAT[0]) ** done
        for node in range(len(boxes)):
            table.try_moves(node, reach, heat, chance)
            if chance.random() < _SWAPS:
                table.try_swap(node, chance.randrange(len(boxes)), heat, chance)
    table.write_back()


class _Table:
    """The places of the nodes, and what a node costs where it is. Plain lists, since this is the inner loop."""

    def __init__(
        self, boxes: Sequence[Box], neighbours: Sequence[Sequence[int]], aspect: float, filled: float, rings: Rings
    ) -> None:
        self.boxes = boxes
        self.neighbours = neighbours
        self.x = [box.x - sum(one.x for one in boxes) / len(boxes) for box in boxes]
        self.y = [box.y - sum(one.y for one in boxes) / len(boxes) for box in boxes]
        self.half = [(box.width / 2, box.height / 2) for box in boxes]
        self.lines = [(one, other) for one, near in enumerate(neighbours) for other in near if one < other]
        self.rings: list[list[tuple[int, Sequence[int]]]] = [[] for _ in boxes]
        for lead, partners in rings:
            for member in (lead, *partners):
                self.rings[member].append((lead, partners))
        room = sum(box.width * box.height for box in boxes) / filled
        self.page = math.sqrt(room * aspect) / 2, math.sqrt(room / aspect) / 2

    def write_back(self) -> None:
        """Give the boxes their places."""
        for box, x, y in zip(self.boxes, self.x, self.y, strict=True):
            box.x, box.y = x, y

    def try_moves(self, node: int, reach: float, heat: float, chance: random.Random) -> None:
        """Move a node about, as long as that does not become too much worse."""
        cost = self._cost(node, math.inf)
        for _ in range(_TRIES):
            x, y = self.x[node], self.y[node]
            limit = cost + _patience(heat, chance)
            self.x[node], self.y[node] = x + chance.gauss(0, reach), y + chance.gauss(0, reach)
            moved = self._cost(node, limit)
            if moved > limit:
                self.x[node], self.y[node] = x, y
            else:
                cost = moved

    def try_swap(self, one: int, other: int, heat: float, chance: random.Random) -> None:
        """Let two nodes change places, unless that is too much worse."""
        limit = self._cost(one, math.inf) + self._cost(other, math.inf) + _patience(heat, chance)
        self._swap(one, other)
        cost = self._cost(one, limit)
        if cost > limit or cost + self._cost(other, limit - cost) > limit:
            self._swap(one, other)

    def _swap(self, one: int, other: int) -> None:
        self.x[one], self.x[other] = self.x[other], self.x[one]
        self.y[one], self.y[other] = self.y[other], self.y[one]

    def _cost(self, node: int, limit: float) -> float:
        """What a node costs where it is; counting stops once that is more than ``limit``."""
        xs, ys, halves = self.x, self.y, self.half
        x, y = xs[node], ys[node]
        half_width, half_height = halves[node]
        cost = _OUTWARD * max(abs(x) / self.page[0], abs(y) / self.page[1]) ** 3
        own = self.neighbours[node]
        for near in own:
            cost += math.hypot(x - xs[near], y - ys[near])
        for lead, partners in self.rings[node]:
            across = xs[lead] * len(partners) - sum(xs[partner] for partner in partners)
            down = ys[lead] * len(partners) - sum(ys[partner] for partner in partners)
            cost += _ASIDE * math.hypot(across, down)
        if cost > limit:
            return cost
        for other, (width, height) in enumerate(halves):
            across = half_width + width - abs(x - xs[other])
            if across > 0 and other != node:
                down = half_height + height - abs(y - ys[other])
                if down > 0:
                    cost += _OVERLAP + _OVERLAP_DEPTH * min(across, down)
        for near in own:
            if cost > limit:
                return cost
            to_x, to_y = xs[near], ys[near]
            left, right = (x, to_x) if x < to_x else (to_x, x)
            top, bottom = (y, to_y) if y < to_y else (to_y, y)
            across, down = to_x - x, to_y - y
            for other, (width, height) in enumerate(halves):
                if right < xs[other] - width or left > xs[other] + width:
                    continue
                if bottom < ys[other] - height or top > ys[other] + height or other in (node, near):
                    continue
                aside = across * (ys[other] - y) - down * (xs[other] - x)
                if abs(aside) < abs(across) * height + abs(down) * width:
                    cost += _THROUGH
            for start, end in self.lines:
                a, b = xs[start], xs[end]
                if (a > right and b > right) or (a < left and b < left):
                    continue
                a, b = ys[start], ys[end]
                if (a > bottom and b > bottom) or (a < top and b < top):
                    continue
                if start in (node, near) or end in (node, near):
                    continue
                one = across * (a - y) - down * (xs[start] - x)
                other_side = across * (b - y) - down * (xs[end] - x)
                if one * other_side < 0:
                    along, over = xs[end] - xs[start], b - a
                    from_here = along * (y - a) - over * (x - xs[start])
                    if from_here * (along * (to_y - a) - over * (to_x - xs[start])) < 0:
                        cost += _CROSSING
        left, right, top, bottom = x - half_width, x + half_width, y - half_height, y + half_height
        for start, end in self.lines:
            a, b = xs[start], xs[end]
            if (a > right and b > right) or (a < left and b < left):
                continue
            c, d = ys[start], ys[end]
            if (c > bottom and d > bottom) or (c < top and d < top) or start == node or end == node:
                continue
            across, down = b - a, d - c
            if abs(across * (y - c) - down * (x - a)) < abs(across) * half_height + abs(down) * half_width:
                cost += _THROUGH
        return cost


def _patience(heat: float, chance: random.Random) -> float:
    """How much worse a change may be and still be kept: seldom more than a little when it is cold."""
    return -heat * math.log(1.0 - chance.random())
