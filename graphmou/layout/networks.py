"""Each connected network by itself, then all hung on one page.

One layout of everything at once is a hairball (DESIGN section 6). So nodes that only tie networks together
(national offices, shared topics) are left aside first, each connected network is laid out, and the networks are
hung in rows; the nodes left aside get a row below. A network too big for one drawing is cut around its hubs. A node
with leaves takes its place together with them (:mod:`graphmou.layout.stars`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphmou.layout.arrange import CAPTION, Arrangement, Network, rounds_of_polishing
from graphmou.layout.boxes import Box, bounds
from graphmou.layout.clear import clear
from graphmou.layout.drawing import Traits
from graphmou.layout.partition import Links, networks
from graphmou.layout.placed import Layout, Region, numbered
from graphmou.layout.rows import Cell, hang, wanted_shapes
from graphmou.layout.stars import Star, stars_of
from graphmou.layout.unfold import unfolded

__all__ = ["Hung", "hang_networks", "inner", "known", "lay_out"]

_SHAPINGS = 6
_CELL_GAP = 6.0
_ASIDE = 0.1
"""Of its ground: as far as a network may stand from the middle."""
_STRIP_GAP = 14.0
_STRIP_BETWEEN = 16.0
_SCREEN, _FEW = 560_000.0, 200
"""What boxes may cover where a picture of this many nodes is to fit a screen with all its labels."""
_PAGE = 900.0
"""A picture narrower than this has room to spare: it is spread, so that its lines grow and not only its labels."""
_SPARSE = 0.085
"""But not so far that boxes fill less than this part of the page."""


@dataclass(frozen=True, slots=True)
class Hung:
    """Networks in their places, before the last hand.

    Args:
        boxes: the nodes by number.
        regions: the grounds, with the numbers of the nodes on each.
        groups: nodes that are only to be moved together: stars.
        rounds: of polishing; 0 where the picture is too big for it.
    """

    boxes: tuple[Box, ...]
    regions: tuple[tuple[tuple[int, ...], Box], ...]
    groups: tuple[tuple[int, ...], ...]
    rounds: int


def lay_out(
    sizes: Mapping[str, tuple[float, float]],
    links: Iterable[tuple[str, str]],
    *,
    near: Iterable[tuple[str, str]] = (),
    drops: Mapping[str, float] | None = None,
    first: Iterable[tuple[str, str]] = (),
    shared: Collection[str] = (),
    leads: Mapping[str, Collection[str]] | None = None,
    aspect: float = 2.0,
) -> Layout:
    """A place for every node, so that no two boxes overlap.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of related nodes. Pairs with unknown nodes are ignored.
        near: pairs of nodes that belong near each other although no line joins them.
        drops: how far the middle of a node's box lies below the middle of its shape, where lines end; 0 if not given.
        first: those of the links whose lines matter most: they are kept clear of other nodes before all others.
        shared: nodes that hold no network together; those with neighbours in several networks, or none, get a
            row of their own below them.
        leads: nodes that are to lie amid others, with these others; a wish, where labels leave room for it.
        aspect: width of the page through its height.
    """
    keys, related, together, traits = known(sizes, links, near, drops, first, leads)
    number = {key: place for place, key in enumerate(keys)}
    hung = hang_networks(
        [sizes[key] for key in keys],
        related,
        together,
        traits,
        shared={number[key] for key in shared if key in number},
        aspect=aspect,
    )
    if hung.rounds:
        grounds: list[Box | None] = [None] * len(keys)
        for members, ground in hung.regions:
            for member in members:
                grounds[member] = inner(ground)
        clear(hung.boxes, [sorted(those) for those in related], traits, grounds, hung.groups)
    return Layout(
        {key: (box.x, box.y) for key, box in zip(keys, hung.boxes, strict=True)},
        tuple(Region(tuple(keys[member] for member in members), ground) for members, ground in hung.regions),
    )


def known(
    sizes: Mapping[str, tuple[float, float]],
    links: Iterable[tuple[str, str]],
    near: Iterable[tuple[str, str]],
    drops: Mapping[str, float] | None,
    first: Iterable[tuple[str, str]],
    leads: Mapping[str, Collection[str]] | None,
) -> tuple[list[str], Links, Links, Traits]:
    """What :func:`lay_out` is given, by number: keys, links, links and what is near, and the traits."""
    keys, related = numbered(sizes, links)
    number = {key: place for place, key in enumerate(keys)}
    _, beside = numbered(sizes, near)
    pairs = [(number[one], number[other]) for one, other in first if one in number and other in number]
    traits = Traits(
        [(drops or {}).get(key, 0.0) for key in keys],
        frozenset((min(pair), max(pair)) for pair in pairs),
        [(number[lead], sorted(number[one] for one in those)) for lead, those in sorted((leads or {}).items())],
    )
    return keys, related, [one | other for one, other in zip(related, beside, strict=True)], traits


def inner(ground: Box) -> Box:
    """The part of a ground that nodes may stand on: below its caption, inside of its padding."""
    padding = 4.0
    return Box(
        ground.x, ground.y + CAPTION / 2, ground.width - 2 * padding, max(1.0, ground.height - CAPTION - 2 * padding)
    )


def hang_networks(
    boxes: Sequence[tuple[float, float]],
    related: Links,
    near: Links,
    traits: Traits,
    *,
    shared: Collection[int] = (),
    aspect: float,
    part_of: tuple[int, int] | None = None,
) -> Hung:
    """Networks in their places; a few lines may run through nodes yet.

    Args:
        boxes: width and height of each node.
        related: the nodes that lines join to each.
        near: these, and the nodes that belong near it without a line.
        traits: what else is known of the nodes.
        shared: as for :func:`lay_out`.
        aspect: as for :func:`lay_out`.
        part_of: how many nodes the bigger picture has that this is a part of, and its rounds of polishing.
    """
    found, strip = networks(near, shared)
    stars = _with_room(stars_of(related, found, boxes, traits.drops), boxes, traits)
    home = {leaf: star.hub for star in stars for leaf in star.leaves}
    core_sizes, drops = list(boxes), list(traits.drops)
    for star in stars:
        core_sizes[star.hub], drops[star.hub] = star.size, star.drop
    links: list[set[int]] = [set() for _ in boxes]
    for node, others in enumerate(near):
        links[home.get(node, node)].update(home.get(other, other) for other in others)
    for node, others in enumerate(links):
        others.discard(node)
    cores = [[member for member in members if member not in home] for members in found]
    rounds = rounds_of_polishing(cores)
    total, rounds = (len(boxes), rounds) if part_of is None else (part_of[0], min(rounds, part_of[1]))
    folded = replace(traits, drops=drops)
    drawings = [Network(core_sizes, links, members, folded, total=total, rounds=rounds) for members in cores]
    for lead, partners in traits.rings if rounds else ():
        others = sorted({home.get(partner, partner) for partner in partners} - {home.get(lead, lead)})
        if len(others) > 2:
            for drawing in drawings:
                drawing.gather(home.get(lead, lead), others)
    below = _STRIP_GAP + max(boxes[node][1] for node in strip) if strip else 0.0
    choices = _choices(drawings, aspect, below)
    cells = hang([[(one.width, one.height) for one in some] for some in choices], aspect, gap=_CELL_GAP, below=below)
    if part_of is None and cells:
        cells = _spread(cells, sum(width * height for width, height in boxes), aspect)
    places: dict[int, tuple[float, float]] = {}
    regions: list[tuple[tuple[int, ...], Box]] = []
    for some, cell in zip(choices, cells, strict=True):
        places |= _filled(some[cell.choice], cell)
        regions += _regions(some[cell.choice], cell)
    places |= _row_below(strip, near, places, boxes, cells)
    leaves = {star.hub: star.leaves for star in stars}
    regions = [
        (tuple(sorted(one for member in members for one in (member, *leaves.get(member, ())))), ground)
        for members, ground in regions
    ]
    placed = [Box(*places.get(node, (0.0, 0.0)), *boxes[node]) for node in range(len(boxes))]
    unfolded(placed, related, traits.drops, stars, [(members, inner(ground)) for members, ground in regions])
    for members, ground in regions:
        _centre(placed, members, inner(ground))
    return Hung(
        tuple(placed),
        tuple((members, ground) for members, ground in regions if len(members) > 1),
        tuple((star.hub, *star.leaves) for star in stars),
        rounds,
    )


def _centre(placed: list[Box], members: Sequence[int], ground: Box) -> None:
    """Move a network to the middle of its ground where it hangs to one side, as stars that were unfolded may."""
    left, top, right, bottom = bounds([placed[member] for member in members])
    across, down = ground.x - (left + right) / 2, ground.y - (top + bottom) / 2
    if abs(across) < ground.width * _ASIDE and abs(down) < ground.height * _ASIDE:
        return
    for member in members:
        box = placed[member]
        placed[member] = Box(box.x + across, box.y + down, box.width, box.height)


def _with_room(stars: Sequence[Star], boxes: Sequence[tuple[float, float]], traits: Traits) -> list[Star]:
    """The stars that a page has room for: all, or in a picture that just fits a screen those that matter most."""
    leaves = {leaf for star in stars for leaf in star.leaves}
    alone = sum(width * height for node, (width, height) in enumerate(boxes) if node not in leaves)
    covered = alone + sum(star.size[0] * star.size[1] for star in stars)
    if covered < _SCREEN or len(boxes) > _FEW:
        return list(stars)
    return [
        star
        for star in stars
        if all((min(star.hub, leaf), max(star.hub, leaf)) in traits.first for leaf in star.leaves)
    ]


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


def _spread(cells: Sequence[Cell], covered: float, aspect: float) -> list[Cell]:
    """The cells, larger where the page has room for lines longer than they need to be."""
    page = min(_PAGE, math.sqrt(covered / _SPARSE * aspect))
    wider = max(1.0, page / max((cell.left + cell.width for cell in cells), default=page))
    higher = max(1.0, page / aspect / max((cell.top + cell.height for cell in cells), default=page))
    return [
        Cell(cell.choice, cell.left * wider, cell.top * higher, cell.width * wider, cell.height * higher)
        for cell in cells
    ]


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


def _regions(chosen: Arrangement, cell: Cell) -> list[tuple[tuple[int, ...], Box]]:
    x, y = cell.left + cell.width / 2, cell.top + cell.height / 2
    if chosen.parts:
        return [(members, Box(x + box.x, y + box.y, box.width, box.height)) for members, box in chosen.parts]
    return [(chosen.members, Box(x, y, cell.width, cell.height))]


def _row_below(
    strip: Sequence[int],
    neighbours: Links,
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
