"""Stars on the page: their leaves put around their hubs, and rings grown into the room that is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from graphmou.layout.boxes import Box, count_overlaps
from graphmou.layout.partition import Links
from graphmou.layout.stars import Star, turned

__all__ = ["unfolded"]

_GROWTHS = (2.6, 2.3, 2.0, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1)
_LONGER = 1.45
"""A ring is drawn at most so much more out of its shape."""
_MOST = 60
"""Rings are not grown on a ground with more nodes than this: there is no room, and it takes time."""


def unfolded(
    boxes: Sequence[Box],
    related: Links,
    drops: Sequence[float],
    stars: Sequence[Star],
    grounds: Sequence[tuple[Sequence[int], Box]],
) -> None:
    """Give hubs and leaves their places.

    Args:
        boxes: all nodes in their places; those of hubs stand where the middle of their star is to be.
        related: the nodes that lines join to each.
        drops: how far the middle of each box lies below the middle of the node's shape.
        stars: hubs with their leaves.
        grounds: the nodes that stand on each ground, and the part of it that is theirs.
    """
    for star in stars:
        hub = boxes[star.hub]
        hub.y += drops[star.hub] - star.drop
    _put(boxes, related, drops, stars, (1.0, 1.0))
    ground_of = {member: place for place, (members, _) in enumerate(grounds) for member in members}
    for place, (members, ground) in enumerate(grounds):
        here = [star for star in stars if ground_of.get(star.hub) == place]
        if not here or len(members) > _MOST:
            continue
        own = [boxes[member] for member in members]

        fits = partial(_fits, boxes, related, drops, here, own, ground)
        even = next((factor for factor in _GROWTHS if fits((factor, factor))), 1.0)
        wider = next((one for one in _GROWTHS if even < one <= even * _LONGER and fits((one, even))), even)
        higher = next((one for one in _GROWTHS if even < one <= wider * _LONGER and fits((wider, one))), even)
        _put(boxes, related, drops, here, (wider, higher))


def _fits(
    boxes: Sequence[Box],
    related: Links,
    drops: Sequence[float],
    stars: Sequence[Star],
    own: Sequence[Box],
    ground: Box,
    grown: tuple[float, float],
) -> bool:
    """Draw stars with grown rings; whether their ground has room for them."""
    _put(boxes, related, drops, stars, grown)
    return _inside(own, ground) and not count_overlaps(own)


def _put(
    boxes: Sequence[Box], related: Links, drops: Sequence[float], stars: Sequence[Star], grown: tuple[float, float]
) -> None:
    sizes = [(box.width, box.height) for box in boxes]
    for star in stars:
        own = set(star.leaves)
        middle = boxes[star.hub].x, boxes[star.hub].y - drops[star.hub]
        ends = [
            (boxes[other].x, boxes[other].y - drops[other]) for other in sorted(related[star.hub]) if other not in own
        ]
        for leaf, (x, y) in turned(star, middle, ends, sizes, drops, grown).items():
            boxes[leaf].x, boxes[leaf].y = x, y + drops[leaf]


def _inside(boxes: Sequence[Box], ground: Box) -> bool:
    return all(
        abs(box.x - ground.x) + box.width / 2 <= ground.width / 2 + 1e-6
        and abs(box.y - ground.y) + box.height / 2 <= ground.height / 2 + 1e-6
        for box in boxes
    )
