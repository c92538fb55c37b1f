"""Rings around a middle, in units of a box: how many there are, and what stands on which."""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = ["ALONG", "TURN", "rings_of", "shared_out"]

ALONG, _BETWEEN = 1.12, 1.3
"""Room of a box along its ring and between rings, in heights: boxes that still touch are pushed apart."""
TURN = 2 * math.pi


def rings_of(count: int, inside: float) -> list[float]:
    """The radii of the rings that hold ``count`` nodes outside of a radius, in heights of a box."""
    radius = max(inside + _BETWEEN, _BETWEEN)
    if count <= 2 * _fitting(radius):
        # One ring a little wider is clearer than two.
        return [max(radius, count * ALONG / TURN)]
    rings = [radius]
    while sum(map(_fitting, rings)) < count:
        rings.append(rings[-1] + _BETWEEN)
    return rings


def shared_out(level: Sequence[int], rings: Sequence[float]) -> list[list[int]]:
    """The nodes of a level among its rings, each ring all the way around, in proportion to its room."""
    shares: list[list[int]] = [[] for _ in rings]
    for node in level:
        emptiest = min(range(len(rings)), key=lambda ring: ((len(shares[ring]) + 1) / rings[ring], ring))
        shares[emptiest].append(node)
    return shares


def _fitting(radius: float) -> int:
    return max(1, int(TURN * radius / ALONG))
