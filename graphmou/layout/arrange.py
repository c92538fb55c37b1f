"""One network by itself: places for its nodes, and the room they take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphmou.layout.boxes import Box, bounds, loosen, push_apart, squeeze, stretch
from graphmou.layout.drawing import Traits
from graphmou.layout.partition import Links, parts
from graphmou.layout.polish import polish
from graphmou.layout.rows import hang_near
from graphmou.layout.stress import minimise_stress

__all__ = ["CAPTION", "Arrangement", "Network", "rounds_of_polishing"]

CAPTION = 20.0
"""Above the nodes of a network, for its name."""
_PADDING = 5.0
_GAP = (4.0, 3.0)
_LINE, _LINE_UNPOLISHED = 0.6, 0.9
"""Length of a line after stress, in mean box sizes: pushing apart makes it longer."""
_LARGEST, _PART = 120, 40
"""The most nodes that are laid out together, and the most in a part of a network that has more."""
_PAIR_MOVES = 8_000_000
"""How many pairs stress may move in all: the networks of a picture of thousands of nodes get fewer sweeps."""
_ROUNDS, _FEWEST_ROUNDS = 45, 5
_POLISHING = 180_000
"""Rounds of polishing times the square of each network's size: a few seconds. Where it does not reach for a few
rounds, the picture is so big that nobody reads all its labels, and it is not polished."""
_SQUEEZES = 120
_FILLED, _FILLED_LOOSELY, _LOOSE = 0.88, 0.3, 50
"""The part of the page that boxes are to fill; less, in a picture of so few nodes that there is room anyway."""
_USUAL_ASPECT = 1.4


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The room a network takes with caption and padding, and the places of its members about the middle of that.

    ``parts`` are the members and the grounds of its parts, where it was too big to be drawn in one.
    """

    members: tuple[int, ...]
    places: tuple[tuple[float, float], ...]
    width: float
    height: float
    parts: tuple[tuple[tuple[int, ...], Box], ...] = ()


def rounds_of_polishing(networks: Sequence[Sequence[int]]) -> int:
    """How often each node of these networks may be tried while a picture is polished; 0 where it is too big for it."""
    work = sum(len(members) ** 2 for members in networks)
    rounds = min(_ROUNDS, _POLISHING // max(1, work))
    return rounds if rounds >= _FEWEST_ROUNDS else 0


class Network:
    """A connected network that can be arranged in several shapes."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        links: Links,
        members: Sequence[int],
        traits: Traits,
        *,
        total: int,
        rounds: int,
    ) -> None:
        """A network whose nodes are not placed yet.

        Args:
            sizes: width and height of every node of the picture.
            links: the neighbours of every node of the picture.
            members: the nodes of this network.
            traits: what else is known of the nodes of the picture; who lies amid whom is told by :meth:`gather`.
            total: how many nodes the whole picture has; the more, the less time for each.
            rounds: of polishing, see :func:`rounds_of_polishing`.
        """
        self.sizes = sizes
        self.links = links
        self.members = tuple(members)
        self.traits = traits
        self.total = total
        self.rounds = rounds
        local = {member: place for place, member in enumerate(members)}
        self._near = [sorted(local[other] for other in links[member] if other in local) for member in members]
        self._boxes = [Box(0.0, 0.0, sizes[member][0] + _GAP[0], sizes[member][1] + _GAP[1]) for member in members]
        self._rings: list[tuple[int, list[int]]] = []
        self._placed = False

    @property
    def area(self) -> float:
        """What its boxes cover."""
        return sum(box.width * box.height for box in self._boxes)

    @property
    def has_shapes(self) -> bool:
        """Whether it can be arranged in more than one shape."""
        return len(self.members) == 2 or (self.rounds > 0 and 2 < len(self.members) <= _LARGEST)

    def gather(self, lead: int, partners: Sequence[int]) -> None:
        """Have ``lead`` lie amid ``partners`` when the network is polished; ignored where they are not all in it."""
        local = {member: place for place, member in enumerate(self.members)}
        if lead in local and all(partner in local for partner in partners):
            self._rings.append((local[lead], [local[partner] for partner in partners]))

    def arrange(self, aspect: float = _USUAL_ASPECT) -> Arrangement:
        """Places for its nodes, near the wanted shape (``aspect``: width through height).

        Asked again, it starts from the places it had.
        """
        if len(self.members) > _LARGEST:
            return self._in_parts(aspect)
        boxes, first = self._boxes, not self._placed
        if first:
            self._place()
        if len(boxes) == 2:
            self._side_by_side(aspect)
        elif self.has_shapes:
            tight = self.total > _LOOSE
            rounds = self.rounds if first else self.rounds // 4
            stretch(boxes, aspect)
            filled = _FILLED if tight else _FILLED_LOOSELY
            polish(boxes, self._near, self._local_traits(), rounds, aspect, filled=filled, cool=not first)
            push_apart(boxes)
            if tight:
                squeeze(boxes, _SQUEEZES, aspect)
        left, top, right, bottom = bounds(boxes)
        across, down = (left + right) / 2, (top + bottom - CAPTION) / 2
        return Arrangement(
            self.members,
            tuple((box.x - across, box.y - down) for box in boxes),
            right - left + 2 * _PADDING,
            bottom - top + 2 * _PADDING + CAPTION,
        )

    def _side_by_side(self, aspect: float) -> None:
        """Two nodes beside each other, or one above the other, whichever is nearer to the wanted shape."""
        one, other = self._boxes
        wide = (one.width + other.width) / max(one.height, other.height)
        high = max(one.width, other.width) / (one.height + other.height)
        if abs(math.log(wide / aspect)) <= abs(math.log(high / aspect)):
            drops = [self.traits.drops[member] for member in self.members]
            (one.x, one.y), (other.x, other.y) = (0.0, drops[0]), ((one.width + other.width) / 2, drops[1])
        else:
            (one.x, one.y), (other.x, other.y) = (0.0, 0.0), (0.0, (one.height + other.height) / 2)

    def _local_traits(self) -> Traits:
        """The traits of the members, by their places in this network."""
        return replace(self.traits.among(self.members), rings=self._rings)

    def _place(self) -> None:
        self._placed = True
        boxes = self._boxes
        line = _LINE if self.has_shapes else _LINE_UNPOLISHED
        unit_x = line * sum(box.width for box in boxes) / len(boxes)
        unit_y = line * sum(box.height for box in boxes) / len(boxes)
        for box, (x, y) in zip(boxes, minimise_stress(self._near, self._sweeps(len(boxes))), strict=True):
            box.x, box.y = x * unit_x, y * unit_y
        if not self.has_shapes:
            loosen(boxes)
        push_apart(boxes)

    def _in_parts(self, aspect: float) -> Arrangement:
        """Each part is arranged, then the parts are hung in rows, near those they are related to."""
        found = parts(self.links, self.members, _PART)
        drawn = [
            Network(self.sizes, self.links, part, self.traits, total=self.total, rounds=0).arrange() for part in found
        ]
        part_of = {member: place for place, part in enumerate(found) for member in part}
        links: list[set[int]] = [set() for _ in found]
        for member, part in part_of.items():
            links[part].update(part_of[other] for other in self.links[member] if part_of.get(other, part) != part)
        wanted = minimise_stress([sorted(near) for near in links], self._sweeps(len(found)))
        cells = hang_near(wanted, [(part.width, part.height) for part in drawn], aspect, gap=2 * _PADDING)
        right = max(cell.left + cell.width for cell in cells)
        bottom = max(cell.top + cell.height for cell in cells)
        places: dict[int, tuple[float, float]] = {}
        grounds: list[tuple[tuple[int, ...], Box]] = []
        for piece, cell in zip(drawn, cells, strict=True):
            x, y = cell.left + (cell.width - right) / 2, cell.top + (cell.height - bottom) / 2
            inner = piece.parts or ((piece.members, Box(0.0, 0.0, piece.width, piece.height)),)
            grounds += [(members, Box(x + box.x, y + box.y, box.width, box.height)) for members, box in inner]
            for member, (across, down) in zip(piece.members, piece.places, strict=True):
                places[member] = x + across, y + down
        return Arrangement(
            self.members, tuple(places[member] for member in self.members), right, bottom, tuple(grounds)
        )

    def _sweeps(self, count: int) -> int:
        return int(max(8.0, min(60.0, _PAIR_MOVES / (count * self.total))))
