"""A drawing that is being improved: where its nodes are, and what each costs where it is.

Costs are in units of line length: long lines, boxes that overlap, lines that cross or run through a box that they do
not join, leads aside from the middle of their partners, nodes beyond the page.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graphmou.layout.boxes import Box
from graphmou.layout.lines import lie_together

__all__ = ["Drawing", "Rings", "Traits"]

Rings = Sequence[tuple[int, Sequence[int]]]

_THROUGH, _THROUGH_FIRST = 110.0, 10.0
"""A line through a box; how much worse that is of a line that matters most."""
_ON_EACH_OTHER = 60.0
_MANY = 16
"""Around a node with more neighbours than this, lines lie close to each other however they are drawn."""
_CROSSING = 22.0
_OVERLAP, _OVERLAP_DEPTH = 10.0, 6.0
_ASIDE = 10.0
"""A lead lying away from the middle of its partners, for each partner."""
_OUTWARD = 400.0
"""Lying at the edge of the page; nearer to its middle much less, beyond it much more."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of the nodes beside their boxes.

    Args:
        drops: how far the middle of each box lies below the middle of the node's shape, where lines end.
        first: pairs of nodes, the lower number first, whose lines matter most.
        rings: leads, and those that each is to lie amid.
    """

    drops: Sequence[float]
    first: Collection[tuple[int, int]] = ()
    rings: Rings = ()

    def among(self, members: Sequence[int]) -> Traits:
        """The traits of some of the nodes, by their places among these; a lead with partners elsewhere is none."""
        local = {member: place for place, member in enumerate(members)}
        return Traits(
            [self.drops[member] for member in members],
            {(local[one], local[other]) for one, other in self.first if one in local and other in local},
            [
                (local[lead], [local[one] for one in those])
                for lead, those in self.rings
                if lead in local and all(one in local for one in those)
            ],
        )


class Drawing:
    """The places of the nodes, and what a node costs where it is. Plain lists, since this is the inner loop."""

    def __init__(
        self,
        boxes: Sequence[Box],
        neighbours: Sequence[Sequence[int]],
        traits: Traits,
        page: tuple[float, float] = (math.inf, math.inf),
    ) -> None:
        """A drawing of boxes in their places.

        Args:
            boxes: the nodes with their labels.
            neighbours: for each box, the numbers of those it is related to.
            traits: what else is known of them.
            page: half the width and height of the page, about 0, 0.
        """
        self.boxes = boxes
        self.neighbours = neighbours
        self.traits = traits
        self.page = page
        self.x = [box.x for box in boxes]
        self.y = [box.y for box in boxes]
        self.line_y = [box.y - drop for box, drop in zip(boxes, traits.drops, strict=True)]
        self.half = [(box.width / 2, box.height / 2) for box in boxes]
        self.lines = [
            (one, other, self._through(one, other))
            for one, near in enumerate(neighbours)
            for other in near
            if one < other
        ]
        self.own = [[(other, self._through(one, other)) for other in near] for one, near in enumerate(neighbours)]
        self.rings: list[list[tuple[int, Sequence[int]]]] = [[] for _ in boxes]
        for lead, partners in traits.rings:
            for member in (lead, *partners):
                self.rings[member].append((lead, partners))

    def _through(self, one: int, other: int) -> float:
        return _THROUGH * (_THROUGH_FIRST if (min(one, other), max(one, other)) in self.traits.first else 1.0)

    def put(self, node: int, x: float, y: float) -> None:
        """Move a node to a place."""
        self.x[node], self.y[node], self.line_y[node] = x, y, y - self.traits.drops[node]

    def write_back(self) -> None:
        """Give the boxes their places."""
        for box, x, y in zip(self.boxes, self.x, self.y, strict=True):
            box.x, box.y = x, y

    def cost(self, node: int, limit: float) -> float:
        """What a node costs where it is; counting stops once that is more than ``limit``."""
        xs, ys, line_ys, halves = self.x, self.y, self.line_y, self.half
        x, y, line_y = xs[node], ys[node], line_ys[node]
        half_width, half_height = halves[node]
        cost = _OUTWARD * max(abs(x) / self.page[0], abs(y) / self.page[1]) ** 3
        for near in self.neighbours[node]:
            cost += math.hypot(x - xs[near], line_y - line_ys[near])
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
        for near, through in self.own[node]:
            if cost > limit:
                return cost
            to_x, to_y = xs[near], line_ys[near]
            left, right = (x, to_x) if x < to_x else (to_x, x)
            top, bottom = (line_y, to_y) if line_y < to_y else (to_y, line_y)
            across, down = to_x - x, to_y - line_y
            for other, (width, height) in enumerate(halves):
                if right < xs[other] - width or left > xs[other] + width:
                    continue
                if bottom < ys[other] - height or top > ys[other] + height or other in (node, near):
                    continue
                aside = across * (ys[other] - line_y) - down * (xs[other] - x)
                if abs(aside) < abs(across) * height + abs(down) * width:
                    cost += through
            for start, end, _ in self.lines:
                a, b = xs[start], xs[end]
                if (a > right and b > right) or (a < left and b < left):
                    continue
                a, b = line_ys[start], line_ys[end]
                if (a > bottom and b > bottom) or (a < top and b < top):
                    continue
                if start in (node, near) or end in (node, near):
                    continue
                one = across * (a - line_y) - down * (xs[start] - x)
                other_side = across * (b - line_y) - down * (xs[end] - x)
                if one * other_side < 0:
                    along, over = xs[end] - xs[start], b - a
                    from_here = along * (line_y - a) - over * (x - xs[start])
                    if from_here * (along * (to_y - a) - over * (to_x - xs[start])) < 0:
                        cost += _CROSSING
        left, right, top, bottom = x - half_width, x + half_width, y - half_height, y + half_height
        for start, end, through in self.lines:
            a, b = xs[start], xs[end]
            if (a > right and b > right) or (a < left and b < left):
                continue
            c, d = line_ys[start], line_ys[end]
            if (c > bottom and d > bottom) or (c < top and d < top) or start == node or end == node:
                continue
            across, down = b - a, d - c
            if abs(across * (y - c) - down * (x - a)) < abs(across) * half_height + abs(down) * half_width:
                cost += through
        return cost

    def together(self, node: int) -> float:
        """What it costs that lines at a node, or at its neighbours, lie on each other."""
        here = self.x[node], self.line_y[node]
        if len(self.neighbours[node]) > _MANY:
            return 0.0
        ends = [(self.x[near], self.line_y[near]) for near in self.neighbours[node]]
        found = sum(lie_together(here, one, other) for place, one in enumerate(ends) for other in ends[:place])
        for near, end in zip(self.neighbours[node], ends, strict=True):
            if len(self.neighbours[near]) <= _MANY:
                found += sum(
                    lie_together(end, here, (self.x[other], self.line_y[other]))
                    for other in self.neighbours[near]
                    if other != node
                )
        return _ON_EACH_OTHER * found
