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
from graphmou.layout.drawing import Drawing, Traits

__all__ = ["polish"]

_MOVE, _HEAT = (130.0, 8.0), (60.0, 1.0)
"""Length of the moves, and how much worse a drawing may get, at first and at last."""
_TRIES, _SWAPS = 3, 0.3
"""Moves of a node in each round, and how often it is swapped as well."""


def polish(
    boxes: Sequence[Box],
    neighbours: Sequence[Sequence[int]],
    traits: Traits,
    rounds: int,
    aspect: float,
    *,
    filled: float,
    cool: bool = False,
) -> None:
    """Move the boxes of one network. Afterwards a few may overlap slightly.

    Args:
        boxes: the nodes with their labels, already in rough places.
        neighbours: for each box, the numbers of those it is related to.
        traits: what else is known of them.
        rounds: how often every node is tried.
        aspect: the wanted width of the network through its height.
        filled: the part of the network's page that boxes are to fill.
        cool: whether it was polished before: only smaller moves are made.
    """
    across, down = (sum(way) / len(boxes) for way in ([box.x for box in boxes], [box.y for box in boxes]))
    for box in boxes:
        box.x, box.y = box.x - across, box.y - down
    room = sum(box.width * box.height for box in boxes) / filled
    drawing = Drawing(boxes, neighbours, traits, (math.sqrt(room * aspect) / 2, math.sqrt(room / aspect) / 2))
    chance = random.Random(len(boxes))  # noqa: S311 (a picture, no secret)
    for turn in range(rounds):
        done = (turn + (rounds if cool else 0)) / (2 * rounds if cool else rounds)
        reach = _MOVE[0] * (_MOVE[1] / _MOVE[0]) ** done
        heat = _HEAT[0] * (_HEAT[1] / _HEAT[0]) ** done
        for node in range(len(boxes)):
            _try_moves(drawing, node, reach, heat, chance)
            if chance.random() < _SWAPS:
                _try_swap(drawing, node, chance.randrange(len(boxes)), heat, chance)
    drawing.write_back()


def _try_moves(drawing: Drawing, node: int, reach: float, heat: float, chance: random.Random) -> None:
    """Move a node about, as long as that does not become too much worse."""
    cost = drawing.cost(node, math.inf)
    for _ in range(_TRIES):
        x, y = drawing.x[node], drawing.y[node]
        limit = cost + _patience(heat, chance)
        drawing.put(node, x + chance.gauss(0, reach), y + chance.gauss(0, reach))
        moved = drawing.cost(node, limit)
        if moved > limit:
            drawing.put(node, x, y)
        else:
            cost = moved


def _try_swap(drawing: Drawing, one: int, other: int, heat: float, chance: random.Random) -> None:
    """Let two nodes change places, unless that is too much worse."""
    limit = drawing.cost(one, math.inf) + drawing.cost(other, math.inf) + _patience(heat, chance)
    _swap(drawing, one, other)
    cost = drawing.cost(one, limit)
    if cost > limit or cost + drawing.cost(other, limit - cost) > limit:
        _swap(drawing, one, other)


def _swap(drawing: Drawing, one: int, other: int) -> None:
    here, there = (drawing.x[one], drawing.y[one]), (drawing.x[other], drawing.y[other])
    drawing.put(one, *there)
    drawing.put(other, *here)


def _patience(heat: float, chance: random.Random) -> float:
    """How much worse a change may be and still be kept: seldom more than a little when it is cold."""
    return -heat * math.log(1.0 - chance.random())
