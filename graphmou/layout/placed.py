"""What a layout gives: places, and the grounds behind parts of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphmou.layout.boxes import Box

__all__ = ["Layout", "Region", "numbered"]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture with a ground of its own: a network, a row of one kind, a year.

    ``name`` is the row or column it is, as the caller named it; empty for a network.
    """

    members: tuple[str, ...]
    ground: Box
    name: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of each node's box, and the regions; a node may belong to none."""

    positions: Mapping[str, tuple[float, float]]
    regions: tuple[Region, ...]


def numbered(
    sizes: Mapping[str, tuple[float, float]], links: Iterable[tuple[str, str]]
) -> tuple[list[str], list[set[int]]]:
    """The keys in order, and the neighbours of each by number. Links to unknown nodes or to itself are ignored."""
    keys = sorted(sizes)
    number = {key: place for place, key in enumerate(keys)}
    neighbours: list[set[int]] = [set() for _ in keys]
    for one, other in links:
        if one in number and other in number and one != other:
            neighbours[number[one]].add(number[other])
            neighbours[number[other]].add(number[one])
    return keys, neighbours
