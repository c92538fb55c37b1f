"""Columns by time: what has a day stands in the column of its year, what belongs to it beside it.

What has no year of its own (the parties of an agreement) stands in the nearest year: that of what it is related to,
the year with most of its neighbours, and of those the earliest. Each column is laid out as networks are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphmou.layout.arrange import CAPTION
from graphmou.layout.boxes import Box, bounds
from graphmou.layout.networks import lay_out
from graphmou.layout.partition import Links
from graphmou.layout.placed import Layout, Region, numbered

__all__ = ["lay_out_timeline"]

_BETWEEN, _PADDING = 18.0, 12.0
_FILLED = 0.5
"""The part of the page that boxes are thought to fill when the widths of columns are planned."""
_NARROWEST = 0.12


def lay_out_timeline(
    sizes: Mapping[str, tuple[float, float]],
    links: Sequence[tuple[str, str]],
    columns: Mapping[str, str],
    *,
    leads: Mapping[str, Collection[str]] | None = None,
    aspect: float = 2.0,
) -> Layout:
    """A place for every node in its column, so that no two boxes overlap. A region is a column, with its name.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of related nodes.
        columns: the column of those nodes that have one of their own; columns stand in the order of their names.
            What is related to none of them stands in a last column with the name ``""``.
        leads: as for :func:`graphmou.layout.lay_out`.
        aspect: width of the page through its height.
    """
    keys, neighbours = numbered(sizes, links)
    own = {place: columns[key] for place, key in enumerate(keys) if key in columns}
    column_of = _nearest(neighbours, own)
    members: dict[str, list[str]] = {}
    for place, key in enumerate(keys):
        members.setdefault(column_of.get(place, ""), []).append(key)
    names = sorted(members, key=lambda name: (not name, name))
    areas = {name: sum(sizes[key][0] * sizes[key][1] for key in members[name]) / _FILLED for name in names}
    height = math.sqrt(sum(areas.values()) / aspect) if areas else 1.0
    home = {key: name for name in names for key in members[name]}
    inside: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for one, other in links:
        if one in home and home[one] == home.get(other):
            inside[home[one]].append((one, other))
    positions: dict[str, tuple[float, float]] = {}
    found: list[tuple[str, Box]] = []
    left = 0.0
    for name in names:
        shape = max(_NARROWEST, areas[name] / height / height)
        part = lay_out(
            {key: sizes[key] for key in members[name]},
            inside[name],
            leads={lead: those for lead, those in (leads or {}).items() if home.get(lead) == name},
            aspect=shape,
        )
        boxes = [Box(*part.positions[key], *sizes[key]) for key in members[name]]
        start, top, right, bottom = bounds(boxes)
        for key in members[name]:
            x, y = part.positions[key]
            positions[key] = x - start + left + _PADDING, y - top + CAPTION + _PADDING
        width, down = right - start + 2 * _PADDING, bottom - top + CAPTION + 2 * _PADDING
        found.append((name, Box(left + width / 2, 0.0, width, down)))
        left += width + _BETWEEN
    tallest = max((box.height for _, box in found), default=0.0)
    for name, box in found:
        # Every year reaches down as far as the fullest one, and what it holds stands in the middle of it.
        lower = (tallest - box.height) / 2
        for key in members[name]:
            positions[key] = positions[key][0], positions[key][1] + lower
    return Layout(
        dict(sorted(positions.items())),
        tuple(Region(tuple(members[name]), Box(box.x, tallest / 2, box.width, tallest), name) for name, box in found),
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
