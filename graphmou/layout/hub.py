"""One node in the middle, the others in rings around it: the nearer in the network, the nearer on the page.

The order around a ring is found by sweeps: each node moves to the mean angle of what it is related to (the barycentre
heuristic of layered drawings, on a circle), so that few lines cross. A ring with more nodes than fit becomes several
rings.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from graphmou.layout.boxes import Box, push_apart
from graphmou.layout.partition import Links
from graphmou.layout.placed import Layout, numbered
from graphmou.layout.rings import TURN, rings_of, shared_out

__all__ = ["lay_out_hub"]

_GAP = (14.0, 10.0)
_SWEEPS = 16


def lay_out_hub(
    sizes: Mapping[str, tuple[float, float]], links: Iterable[tuple[str, str]], centre: str | None = None
) -> Layout:
    """A place for every node around ``centre``, so that no two boxes overlap.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of related nodes.
        centre: the node in the middle; the one with the most neighbours where it is not given.
    """
    keys, neighbours = numbered(sizes, links)
    if not keys:
        return Layout({}, ())
    middle = (
        keys.index(centre)
        if centre is not None and centre in sizes
        else max(range(len(keys)), key=lambda node: (len(neighbours[node]), -node))
    )
    levels = _levels(neighbours, middle)
    angles = _ordered(neighbours, levels)
    unit_x = max(width for width, _ in sizes.values()) + _GAP[0]
    unit_y = max(height for _, height in sizes.values()) + _GAP[1]
    boxes = [Box(0.0, 0.0, sizes[key][0] + _GAP[0], sizes[key][1] + _GAP[1]) for key in keys]
    radius = 0.0
    for level in levels[1:]:
        rings = rings_of(len(level), radius)
        for ring, members in zip(rings, shared_out(level, rings), strict=True):
            shift = _shift([angles[node] for node in members])
            for place, node in enumerate(members):
                angle = TURN * place / len(members) + shift
                boxes[node].x = math.cos(angle) * ring * unit_x
                boxes[node].y = math.sin(angle) * ring * unit_y
        radius = rings[-1]
    push_apart(boxes)
    return Layout({key: (box.x, box.y) for key, box in zip(keys, boxes, strict=True)}, ())


def _levels(neighbours: Links, middle: int) -> list[list[int]]:
    """The nodes by their distance from the middle; those that cannot be reached come last.

    The first ring is ordered by a walk through the rest of the network: what hangs together stands together.
    """
    distance = {middle: 0}
    order = [middle]
    for here in order:  # grows while it is read: breadth first
        for there in sorted(neighbours[here]):
            if there not in distance:
                distance[there] = distance[here] + 1
                order.append(there)
    farthest = max(distance.values())
    for node in range(len(neighbours)):
        distance.setdefault(node, farthest + 1)
    levels: list[list[int]] = [[] for _ in range(max(distance.values()) + 1)]
    for node in _walk(neighbours, middle):
        levels[distance[node]].append(node)
    return [level for level in levels if level]


def _walk(neighbours: Links, middle: int) -> list[int]:
    """All nodes, depth first, without going through the middle; what is nearest to it first."""
    walked = [middle]
    seen = {middle}
    for start in [*sorted(neighbours[middle]), *range(len(neighbours))]:
        stack = [start]
        while stack:
            here = stack.pop()
            if here not in seen:
                seen.add(here)
                walked.append(here)
                stack.extend(sorted(set(neighbours[here]) - seen, reverse=True))
    return walked


def _ordered(neighbours: Links, levels: list[list[int]]) -> dict[int, float]:
    """Sort each level in place by the angles of what its nodes are related to; the best order met is kept."""
    angles: dict[int, float] = {}
    for level in levels:
        _spread(level, angles)
    inner = {node for level in levels[1:] for node in level}
    related = {node: sorted(other for other in neighbours[node] if other in inner) for node in inner}
    best = _length(related, angles), [list(level) for level in levels]
    for sweep in range(_SWEEPS):
        for level in levels[1:] if sweep % 2 == 0 else reversed(levels[1:]):
            level.sort(key=lambda node: (_mean_angle(related[node], angles, angles[node]), node))
            _spread(level, angles)
        length = _length(related, angles)
        if length < best[0] - 1e-9:
            best = length, [list(level) for level in levels]
    for level, order in zip(levels, best[1], strict=True):
        level[:] = order
        _spread(level, angles)
    # What hangs on one node stands behind it, not only in its order.
    for level in levels[1:]:
        wanted = [_mean_angle(related[node], angles, angles[node]) for node in level]
        turn = _shift_between([angles[node] for node in level], wanted)
        for node in level:
            angles[node] = (angles[node] + turn) % TURN
    return angles


def _spread(level: Sequence[int], angles: dict[int, float]) -> None:
    for place, node in enumerate(level):
        angles[node] = TURN * place / len(level)


def _length(related: Mapping[int, Sequence[int]], angles: Mapping[int, float]) -> float:
    """How far apart related nodes stand around the circle, all together."""
    return sum(
        math.pi - abs(math.pi - abs(angles[node] - angles[other]) % TURN)
        for node, others in related.items()
        for other in others
    )


def _mean_angle(others: Sequence[int], angles: Mapping[int, float], own: float) -> float:
    across = sum(math.cos(angles[other]) for other in others)
    up = sum(math.sin(angles[other]) for other in others)
    return own if math.hypot(across, up) < 1e-9 else math.atan2(up, across) % TURN


def _shift_between(have: Sequence[float], wanted: Sequence[float]) -> float:
    """The turn that brings one list of angles nearest to another."""
    return math.atan2(
        sum(math.sin(want - one) for want, one in zip(wanted, have, strict=True)),
        sum(math.cos(want - one) for want, one in zip(wanted, have, strict=True)),
    )


def _shift(angles: Sequence[float]) -> float:
    """The turn of an evenly filled ring that brings its nodes nearest to their angles."""
    return _shift_between([TURN * place / len(angles) for place in range(len(angles))], angles)
