"""Each connected network by itself, then all hung on one page.

One layout of everything at once is a hairball (DESIGN section 6). So nodes that only tie networks together
(national offices, shared topics) are left aside first, each connected network is laid out, and the networks are
hung in rows; the nodes left aside get a row below. A network too big for one drawing is cut around its hubs.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphmou.layout.arrange import CAPTION, Arrangement, Network, rounds_of_polishing
from graphmou.layout.boxes import Box
from graphmou.layout.partition import networks
from graphmou.layout.placed import Layout, Region, numbered
from graphmou.layout.rows import Cell, hang, wanted_shapes

__all__ = ["lay_out"]

_SHAPINGS = 6
_CELL_GAP = 7.0
_STRIP_GAP = 14.0
_STRIP_BETWEEN = 16.0


def lay_out(
    sizes: Mapping[str, tuple[float, float]],
    links: Iterable[tuple[str, str]],
    *,
    shared: Collection[str] = (),
    leads: Mapping[str, Collection[str]] | None = None,
    aspect: float = 2.0,
) -> Layout:
    """A place for every node, so that no two boxes overlap.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of nodes that belong near each other. Pairs with unknown nodes are ignored.
        shared: nodes that hold no network together; those with neighbours in several networks, or none, get a
            row of their own below them.
        leads: nodes that are to lie amid others, with these others; a wish, where labels leave room for it.
        aspect: width of the page through its height.
    """
    keys, neighbours = numbered(sizes, links)
    number = {key: place for place, key in enumerate(keys)}
    boxes = [sizes[key] for key in keys]
    found, strip = networks(neighbours, {number[key] for key in shared if key in number})
    below = _STRIP_GAP + max(boxes[node][1] for node in strip) if strip else 0.0
    rounds = rounds_of_polishing(found)
    drawings = [Network(boxes, neighbours, members, total=len(keys), rounds=rounds) for members in found]
    for lead, partners in sorted((leads or {}).items()):
        for drawing in drawings if rounds else ():
            drawing.gather(number[lead], sorted(number[partner] for partner in partners))
    choices = _choices(drawings, aspect, below)
    cells = hang([[(one.width, one.height) for one in some] for some in choices], aspect, gap=_CELL_GAP, below=below)
    places: dict[int, tuple[float, float]] = {}
    regions = []
    for some, cell in zip(choices, cells, strict=True):
        places |= _filled(some[cell.choice], cell)
        regions += _regions(some[cell.choice], cell, keys)
    places |= _row_below(strip, neighbours, places, boxes, cells)
    return Layout({keys[node]: place for node, place in sorted(places.items())}, tuple(regions))


def _choices(found: Sequence[Network], aspect: float, below: float) -> list[list[Arrangement]]:
    """Some arrangements of each network: a first one, then others in the shapes that would fill the page."""
    choices: list[list[Arrangement]] = [[] for _ in found]
    areas = [network.area * 2 for network in found]
    bias = [1.0] * len(found)
    for _ in range(_SHAPINGS if found else 0):
        page = math.sqrt(sum(areas) * aspect)
        shapes = wanted_shapes(areas, page / max(page / aspect - below, page / 10))
        for place, network in enumerate(found):
            if shapes is None:
                choices[place] = choices[place] or [network.arrange()]
            elif network.has_shapes or not choices[place]:
                one = network.arrange(shapes[place] * bias[place])
                choices[place].append(one)
                # It came out less wide, or less high, than it was asked to: ask for more of it.
                bias[place] = min(2.5, max(0.4, bias[place] * math.sqrt(shapes[place] * one.height / one.width)))
        areas = [some[-1].width * some[-1].height for some in choices]
    return choices


def _filled(chosen: Arrangement, cell: Cell) -> dict[int, tuple[float, float]]:
    """The places of a network in its cell, spread until they fill it. Parts of a big one stay as they are."""
    wider = higher = 1.0
    if not chosen.parts and len(chosen.members) > 1:
        wider += (cell.width - chosen.width) / 2 / max(1.0, *(abs(x) for x, _ in chosen.places))
        higher += (cell.height - chosen.height) / 2 / max(1.0, *(abs(y - CAPTION / 2) for _, y in chosen.places))
    x, y = cell.left + cell.width / 2, cell.top + cell.height / 2 + CAPTION / 2
    return {
        member: (x + across * wider, y + (down - CAPTION / 2) * higher)
        for member, (across, down) in zip(chosen.members, chosen.places, strict=True)
    }


def _regions(chosen: Arrangement, cell: Cell, keys: Sequence[str]) -> list[Region]:
    x, y = cell.left + cell.width / 2, cell.top + cell.height / 2
    if chosen.parts:
        return [
            Region(tuple(keys[member] for member in members), Box(x + box.x, y + box.y, box.width, box.height))
            for members, box in chosen.parts
        ]
    if len(chosen.members) == 1:
        return []
    return [Region(tuple(keys[member] for member in chosen.members), Box(x, y, cell.width, cell.height))]


def _row_below(
    strip: Sequence[int],
    neighbours: Sequence[Collection[int]],
    places: Mapping[int, tuple[float, float]],
    boxes: Sequence[tuple[float, float]],
    cells: Sequence[Cell],
) -> dict[int, tuple[float, float]]:
    """Places for the nodes that belong to no network: below all, each as near below its neighbours as it can be."""
    right = max((cell.left + cell.width for cell in cells), default=1000.0)
    top = max((cell.top + cell.height for cell in cells), default=0.0) + _STRIP_GAP

    def middle(node: int) -> float:
        near = [places[other][0] for other in neighbours[node] if other in places]
        return sum(near) / len(near) if near else right / 2

    found: dict[int, tuple[float, float]] = {}
    left = height = 0.0
    for node in sorted(strip, key=lambda one: (middle(one), one)):
        width, high = boxes[node]
        left = max(left, min(middle(node) - width / 2, right - width))
        if left + width > right and left > 0:
            left, top, height = 0.0, top + height + _STRIP_GAP, 0.0
        found[node] = left + width / 2, top + high / 2
        left += width + _STRIP_BETWEEN
        height = max(height, high)
    return found
