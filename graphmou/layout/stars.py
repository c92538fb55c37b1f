"""Stars: a node and the leaves that hang on it alone stand as one, the leaves evenly around it at equal distance.

A star is laid out first and then takes its place among the others as one large box. Which way it is turned is decided
last: so that its leaves are clear of the lines that leave it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graphmou.layout.boxes import Box, bounds, count_overlaps
from graphmou.layout.lines import lie_together, runs_through
from graphmou.layout.partition import Links
from graphmou.layout.rings import TURN, rings_of, shared_out

__all__ = ["Star", "stars_of", "turned"]

_FEWEST = 3
"""A node with fewer leaves is a star only where nothing else is joined to it."""
_GAP, _HUB_GAP = (6.0, 4.0), (16.0, 40.0)
"""Between two leaves, and around a hub of a few, so that there is a line to be seen; more have longer lines anyway."""
_FEW = 6
_WIDER = 1.04
_PHASES = 12
_EXACT = 40
"""Up to so many leaves, no line of a star runs through another leaf."""

Offset = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Star:
    """The middle of a star, its leaves, and the slots where these may stand.

    Args:
        hub: the node in the middle.
        leaves: what hangs on it.
        rings: how many slots each ring has; together at least as many as there are leaves.
        radii: half the width and height of each ring, from the middle of the hub's shape to that of a leaf's.
        left, top, right, bottom: what the star covers however it is turned, about the middle of the hub's shape.
    """

    hub: int
    leaves: tuple[int, ...]
    rings: tuple[tuple[int, ...], ...]
    slots: tuple[int, ...]
    radii: tuple[Offset, ...]
    extent: tuple[float, float, float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of what it covers."""
        left, top, right, bottom = self.extent
        return right - left, bottom - top

    @property
    def drop(self) -> float:
        """How far the middle of what it covers lies below the middle of its hub."""
        return (self.extent[1] + self.extent[3]) / 2


def stars_of(
    links: Links,
    networks: Sequence[Sequence[int]],
    sizes: Sequence[tuple[float, float]],
    drops: Sequence[float],
) -> list[Star]:
    """The stars of each network.

    Args:
        links: the neighbours of every node.
        networks: the nodes that belong together.
        sizes: width and height of every node.
        drops: how far the middle of each lies below the middle of its shape, where lines end.
    """
    found = []
    for members in networks:
        inside = set(members)
        near = {member: [other for other in links[member] if other in inside] for member in members}
        leaves: dict[int, list[int]] = {}
        for member in members:
            if len(near[member]) == 1 and (len(near[near[member][0]]) > 1 or member > near[member][0]):
                leaves.setdefault(near[member][0], []).append(member)
        for hub, own in sorted(leaves.items()):
            others = len(near[hub]) - len(own)
            if len(own) >= _FEWEST or not others:
                found.append(_star(hub, own, others, sizes, drops))
    return found


def turned(
    star: Star,
    middle: Offset,
    ends: Collection[Offset],
    sizes: Sequence[tuple[float, float]],
    drops: Sequence[float],
    grown: Offset = (1.0, 1.0),
) -> dict[int, Offset]:
    """Where the middles of the leaves' shapes stand, the star turned so that they are clear of other lines.

    Args:
        star: to be turned.
        middle: of the hub's shape.
        ends: the other ends of the lines from it to nodes that are no leaves of it.
        sizes: width and height of every node.
        drops: as for :func:`stars_of`.
        grown: how much wider and higher its rings are drawn.
    """
    phases = range(_PHASES) if ends else range(1)
    best: tuple[float, dict[int, Offset]] | None = None
    for phase in phases:
        places: dict[int, Offset] = {}
        faults = 0.0
        for members, slots, (across, down) in zip(star.rings, star.slots, star.radii, strict=True):
            found = []
            for slot in range(slots):
                x, y = _on_ring(slot, slots, phase / _PHASES)
                at = middle[0] + x * across * grown[0], middle[1] + y * down * grown[1]
                found.append((_faults(at, middle, ends, members, sizes, drops), slot, at))
            chosen = sorted(sorted(found, key=lambda one: one[:2])[: len(members)], key=lambda one: one[1])
            faults += sum(one[0] for one in chosen)
            places |= {leaf: at for leaf, (_, _, at) in zip(members, chosen, strict=True)}
        if best is not None and faults >= best[0] - 1e-9:
            continue
        if best is None or not count_overlaps(_boxes(star, middle, places, sizes, drops)):
            best = faults, places
    assert best is not None  # noqa: S101 (there is always one phase)
    return best[1]


def _star(
    hub: int, leaves: Sequence[int], others: int, sizes: Sequence[tuple[float, float]], drops: Sequence[float]
) -> Star:
    """A star as small as it can be; with a few slots more than leaves where other lines leave its hub."""
    wide = max(sizes[leaf][0] for leaf in leaves) + _GAP[0]
    high = max(sizes[leaf][1] for leaf in leaves) + _GAP[1]
    spare = min(others, (len(leaves) + 2) // 5)
    radii = rings_of(len(leaves) + spare, 0.0)
    rings = tuple(map(tuple, shared_out(leaves, radii)))
    more = math.ceil(spare / len(radii))
    slots = tuple(len(ring) + more for ring in rings)
    grown = min(0.6, 0.9 / radii[0])
    hub_gap = _HUB_GAP if len(leaves) <= _FEW else _GAP
    while True:
        star = Star(
            hub, tuple(leaves), rings, slots, tuple((r * wide * grown, r * high * grown) for r in radii), (0, 0, 0, 0)
        )
        places = {
            leaf: (x * across, y * down)
            for ring, count, (across, down) in zip(rings, slots, star.radii, strict=True)
            for slot, leaf in enumerate(ring)
            for x, y in [_on_ring(slot, count, 0.0)]
        }
        boxes = _boxes(star, (0.0, 0.0), places, sizes, drops, _GAP)
        boxes[0].width, boxes[0].height = (size + gap for size, gap in zip(sizes[hub], hub_gap, strict=True))
        if not count_overlaps(boxes) and (len(leaves) > _EXACT or not _through(star, places, boxes)):
            break
        grown *= _WIDER
    return Star(hub, star.leaves, rings, slots, star.radii, _extent(star, sizes, drops))


def _extent(
    star: Star, sizes: Sequence[tuple[float, float]], drops: Sequence[float]
) -> tuple[float, float, float, float]:
    across, down = max(x for x, _ in star.radii), max(y for _, y in star.radii)
    boxes = [Box(0.0, drops[star.hub], *sizes[star.hub])]
    for leaf in star.leaves:
        boxes += [Box(x, y + drops[leaf], *sizes[leaf]) for x, y in ((-across, -down), (across, down))]
    left, top, right, bottom = bounds(boxes)
    return left, top, right, bottom


def _on_ring(slot: int, slots: int, phase: float) -> Offset:
    """A slot on the circle around 0, 0. Straight below there is none: that is where the hub has its label."""
    angle = TURN * (0.25 + (slot + 0.5 + phase) / slots) if slots > 1 else TURN * phase
    return math.cos(angle), math.sin(angle)


def _boxes(
    star: Star,
    middle: Offset,
    places: Mapping[int, Offset],
    sizes: Sequence[tuple[float, float]],
    drops: Sequence[float],
    gap: Offset = (0.0, 0.0),
) -> list[Box]:
    whole = {star.hub: middle, **places}
    return [Box(x, y + drops[node], sizes[node][0] + gap[0], sizes[node][1] + gap[1]) for node, (x, y) in whole.items()]


def _through(star: Star, places: Mapping[int, Offset], boxes: Sequence[Box]) -> bool:
    """Whether the line to a leaf runs through another leaf. The first box is the hub's."""
    return any(
        runs_through((0.0, 0.0), places[leaf], box)
        for leaf in star.leaves
        for other, box in zip(places, boxes[1:], strict=True)
        if other != leaf
    )


def _faults(
    at: Offset,
    middle: Offset,
    ends: Collection[Offset],
    members: Sequence[int],
    sizes: Sequence[tuple[float, float]],
    drops: Sequence[float],
) -> float:
    """How much a leaf at a place would be in the way of the lines that leave the hub."""
    wide, high = max(sizes[leaf][0] for leaf in members), max(sizes[leaf][1] for leaf in members)
    box = Box(at[0], at[1] + max(drops[leaf] for leaf in members), wide, high)
    through = sum(runs_through(middle, end, box) for end in ends)
    return through + sum(0.5 for end in ends if lie_together(middle, at, end))
