"""Places for the nodes of one network: distances on the page follow distances in the network.

Stress is minimised by stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient
Descent, 2018): pair after pair is moved towards its ideal distance, in ever smaller steps. Hubs come to lie among
their neighbours: a lead school among its partners. The order of the pairs is shuffled with a fixed seed, so the
same network always gives the same picture.
"""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Sequence

__all__ = ["minimise_stress"]

_FIRST_STEP, _LAST_STEP = 1.0, 0.05


def minimise_stress(neighbours: Sequence[Sequence[int]], sweeps: int = 40) -> list[tuple[float, float]]:
    """A place for each node of a connected network, where ideal neighbours are 1 apart.

    Args:
        neighbours: for each node, the numbers of its neighbours.
        sweeps: how often every pair is moved.
    """
    count = len(neighbours)
    chance = random.Random(count)  # noqa: S311 (a picture, no secret)
    places = [[math.cos(angle), math.sin(angle)] for angle in (2.4 * number for number in range(count))]
    for number, place in enumerate(places):
        place[0] *= 0.4 * math.sqrt(number + 1)
        place[1] *= 0.4 * math.sqrt(number + 1)
    pairs = [
        (one, other, float(far)) for one in range(count) for other, far in _hops(neighbours, one).items() if other > one
    ]
    if not pairs:
        return [(x, y) for x, y in places]
    chance.shuffle(pairs)
    longest = max(far for _, _, far in pairs)
    decay = math.log(_LAST_STEP / (_FIRST_STEP * longest**2)) / max(1, sweeps - 1)
    for sweep in range(sweeps):
        step = _FIRST_STEP * longest**2 * math.exp(decay * sweep)
        for one, other, ideal in pairs:
            a, b = places[one], places[other]
            across, down = a[0] - b[0], a[1] - b[1]
            apart = math.sqrt(across * across + down * down) or 1e-6
            move = min(1.0, step / (ideal * ideal)) * (apart - ideal) / (2 * apart)
            across *= move
            down *= move
            a[0] -= across
            a[1] -= down
            b[0] += across
            b[1] += down
    return [(x, y) for x, y in places]


def _hops(neighbours: Sequence[Sequence[int]], start: int) -> dict[int, int]:
    """How many steps each node that can be reached is from ``start``."""
    hops = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in neighbours[here]:
            if there not in hops:
                hops[there] = hops[here] + 1
                queue.append(there)
    return hops
