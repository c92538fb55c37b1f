"""Columns by time: what has a day stands in the column of its year, what belongs to it beside it.

What has no year of its own (the parties of an agreement) stands in the nearest year: that of what it is related to,
the year with most of its neighbours, and of those the earliest. Each column is laid out as networks are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphmou.layout.arrange import CAPTION, rounds_of_polishing
from graphmou.layout.boxes import Box, bounds
from graphmou.layout.clear import clear
from graphmou.layout.drawing import Traits
from graphmou.layout.networks import Hung, hang_networks, inner, known
from graphmou.layout.partition import Links
from graphmou.layout.placed import Layout, Region

__all__ = ["lay_out_timeline"]

_BETWEEN, _PADDING = 18.0, 12.0
_FILLED = 0.5
"""The part of the page that boxes are thought to fill when the widths of columns are planned."""
_NARROWEST = 0.12


def lay_out_timeline(
    sizes: Mapping[str, tuple[float, float]],
    links: Iterable[tuple[str, str]],
    columns: Mapping[str, str],
    *,
    near: Iterable[tuple[str, str]] = (),
    drops: Mapping[str, float] | None = None,
    first: Iterable[tuple[str, str]] = (),
    leads: Mapping[str, Collection[str]] | None = None,
    widths: Mapping[str, float] | None = None,
    aspect: float = 2.0,
) -> Layout:
    """A place for every node in its column, so that no two boxes overlap. A region is a column, with its name.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of related nodes.
        columns: the column of those nodes that have one of their own; columns stand in the order of their names.
            What is related to none of them stands in a last column with the name ``""``.
        near: as for :func:`graphmou.layout.lay_out`.
        drops: as for :func:`graphmou.layout.lay_out`.
        first: as for :func:`graphmou.layout.lay_out`.
        leads: as for :func:`graphmou.layout.lay_out`.
        widths: the least width of a column, by its name: what its caption needs.
        aspect: width of the page through its height.
    """
    keys, related, together, traits = known(sizes, links, near, drops, first, leads)
    boxes = [sizes[key] for key in keys]
    column_of = _nearest(together, {place: columns[key] for place, key in enumerate(keys) if key in columns})
    members: dict[str, list[int]] = {}
    for node in range(len(keys)):
        members.setdefault(column_of.get(node, ""), []).append(node)
    names = sorted(members, key=lambda name: (not name, name))
    areas = {name: sum(boxes[node][0] * boxes[node][1] for node in members[name]) / _FILLED for name in names}
    height = math.sqrt(sum(areas.values()) / aspect) if areas else 1.0
    placed = [Box(0.0, 0.0, *size) for size in boxes]
    groups: list[tuple[int, ...]] = []
    found: list[tuple[str, Box]] = []
    left, rounds = 0.0, rounds_of_polishing(list(members.values()))
    for name in names:
        own = members[name]
        hung = _column(own, boxes, (related, together), traits, max(_NARROWEST, areas[name] / height / height), rounds)
        groups += [tuple(own[node] for node in group) for group in hung.groups]
        start, top, right, bottom = bounds(hung.boxes)
        width = max(right - start + 2 * _PADDING, (widths or {}).get(name, 0.0))
        for node, box in zip(own, hung.boxes, strict=True):
            placed[node].x = box.x - (start + right) / 2 + left + width / 2
            placed[node].y = box.y - top + CAPTION + _PADDING
        found.append((name, Box(left + width / 2, 0.0, width, bottom - top + CAPTION + 2 * _PADDING)))
        left += width + _BETWEEN
    tallest = max((box.height for _, box in found), default=0.0)
    grounds: list[Box | None] = [None] * len(keys)
    for name, box in found:
        # Every year reaches down as far as the fullest one, and what it holds stands in the middle of it.
        lower = (tallest - box.height) / 2
        ground = Box(box.x, tallest / 2, box.width, tallest)
        box.y, box.height = ground.y, ground.height
        for node in members[name]:
            placed[node].y += lower
            grounds[node] = inner(ground)
    if rounds:
        clear(placed, [sorted(those) for those in related], traits, grounds, groups)
    return Layout(
        {key: (box.x, box.y) for key, box in zip(keys, placed, strict=True)},
        tuple(Region(tuple(keys[node] for node in members[name]), box, name) for name, box in found),
    )


def _column(
    own: Sequence[int],
    boxes: Sequence[tuple[float, float]],
    links: tuple[Links, Links],
    traits: Traits,
    aspect: float,
    rounds: int,
) -> Hung:
    """What stands in one column, as networks of its own."""
    local = {node: place for place, node in enumerate(own)}
    related, near = ([{local[other] for other in some[node] if other in local} for node in own] for some in links)
    return hang_networks(
        [boxes[node] for node in own], related, near, traits.among(own), aspect=aspect, part_of=(len(boxes), rounds)
    )


def _nearest(neighbours: Links, own: Mapping[int, str]) -> dict[int, str]:
    """The column of every node that can be reached from one with a column of its own."""
    column_of = dict(own)
    border: Iterable[int] = sorted(own)
    while border:
        reached = sorted({there for here in border for there in neighbours[here] if there not in column_of})
        votes = {
            node: Counter(column_of[other] for other in neighbours[node] if other in column_of) for node in reached
        }
        for node, counted in votes.items():
            column_of[node] = min(counted, key=lambda name: (-counted[name], name))
        border = reached
    return column_of
