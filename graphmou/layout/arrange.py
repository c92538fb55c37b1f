"""One network by itself: places for its nodes, and the room they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmou.layout.boxes import Box, bounds, push_apart, squeeze, stretch
from graphmou.layout.partition import Links, cut
from graphmou.layout.polish import polish
from graphmou.layout.stress import minimise_stress

__all__ = ["CAPTION", "Arrangement", "Network"]

CAPTION = 20.0
"""Above the nodes of a network, for its name."""
_PADDING = 10.0
_GAP = (8.0, 6.0)
_TIGHT = 0.6
"""Length of a line after stress, in mean box sizes: pushing apart makes it longer."""
_LARGEST, _PART = 90, 40
"""The most nodes that are laid out together, and the most in a part of a network that has more."""
_POLISHED = 400
"""Pictures of at most this many nodes are polished: their labels will be read."""
_PAIR_MOVES = 4_000_000
"""How many pairs stress may move in all: the networks of a picture of thousands of nodes get fewer sweeps."""
_FIRST_ROUNDS, _FURTHER_ROUNDS = 25, 6
_USUAL_ASPECT = 1.4


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places of a network's members about its middle, and the room they take with caption and padding.

    ``parts`` are the members and the grounds of its parts, where it was too big to be drawn in one.
    """

    members: tuple[int, ...]
    places: tuple[tuple[float, float], ...]
    width: float
    height: float
    parts: tuple[tuple[tuple[int, ...], Box], ...] = ()


class Network:
    """A connected network that can be arranged in several shapes."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]], links: Links, members: Sequence[int], total: int
    ) -> None:
        """A network whose nodes are not placed yet.

        Args:
            sizes: width and height of every node of the picture.
            links: the neighbours of every node of the picture.
            members: the nodes of this network.
            total: how many nodes the whole picture has; the more, the less time for each.
        """
        self.sizes = sizes
        self.links = links
        self.members = tuple(members)
        self.total = total
        local = {member: place for place, member in enumerate(members)}
        self._near = [sorted(local[other] for other in links[member] if other in local) for member in members]
        self._boxes = [Box(0.0, 0.0, sizes[member][0] + _GAP[0], sizes[member][1] + _GAP[1]) for member in members]
        self._placed = False

    @property
    def area(self) -> float:
        """What its boxes cover."""
        return sum(box.width * box.height for box in self._boxes)

    @property
    def has_shapes(self) -> bool:
        """Whether it can be arranged in more than one shape."""
        return self.total <= _POLISHED and 2 < len(self.members) <= _LARGEST

    def arrange(self, aspect: float = _USUAL_ASPECT) -> Arrangement:
        """Places for its nodes, near the wanted shape (``aspect``: width through height).

        Asked again, it starts from the places it had.
        """
        if len(self.members) > _LARGEST:
            return self._in_parts()
        boxes, first = self._boxes, not self._placed
        if first:
            self._place()
        if self.has_shapes:
            stretch(boxes, aspect)
            polish(boxes, self._near, _FIRST_ROUNDS if first else _FURTHER_ROUNDS, aspect, cool=not first)
            push_apart(boxes)
        squeeze(boxes, 40 if self.has_shapes else 10, aspect)
        left, top, right, bottom = bounds(boxes)
        across, down = (left + right) / 2, (top + bottom) / 2
        return Arrangement(
            self.members,
            tuple((box.x - across, box.y - down) for box in boxes),
            right - left + 2 * _PADDING,
            bottom - top + 2 * _PADDING + CAPTION,
        )

    def _place(self) -> None:
        self._placed = True
        boxes = self._boxes
        sweeps = int(max(8.0, min(60.0, 2 * _PAIR_MOVES / (_PART * self.total))))
        unit_x = _TIGHT * sum(box.width for box in boxes) / len(boxes)
        unit_y = _TIGHT * sum(box.height for box in boxes) / len(boxes)
        for box, (x, y) in zip(boxes, minimise_stress(self._near, sweeps), strict=True):
            box.x, box.y = x * unit_x, y * unit_y
        push_apart(boxes)

    def _in_parts(self) -> Arrangement:
        """Each part is arranged, then the parts as boxes in the same way."""
        total = max(self.total, _POLISHED + 1)
        parts = cut(self.links, self.members, _PART)
        drawn = [Network(self.sizes, self.links, part, total).arrange() for part in parts]
        part_of = {member: place for place, part in enumerate(parts) for member in part}
        links: list[set[int]] = [set() for _ in parts]
        for member, part in part_of.items():
            for other in self.links[member]:
                if part_of.get(other, part) != part:
                    links[part].add(part_of[other])
        frames = [(part.width + 2 * _PADDING, part.height + 2 * _PADDING) for part in drawn]
        outer = Network(frames, links, range(len(parts)), total).arrange()
        places: dict[int, tuple[float, float]] = {}
        grounds = []
        for number, (x, y) in zip(outer.members, outer.places, strict=True):
            part = drawn[number]
            grounds.append((part.members, Box(x, y, part.width, part.height)))
            for member, (across, down) in zip(part.members, part.places, strict=True):
                places[member] = x + across, y + CAPTION / 2 + down
        return Arrangement(
            self.members, tuple(places[member] for member in self.members), outer.width, outer.height, tuple(grounds)
        )
