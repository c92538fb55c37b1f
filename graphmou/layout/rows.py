"""Networks side by side in rows, like pictures on a wall: in one row all are equally high, all rows equally wide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Cell", "hang", "hang_near", "wanted_shapes"]

_TRIES = 48

Size = tuple[float, float]


_PLANNED = 12
"""Up to this many networks, every way to break them into rows is looked at beforehand."""
_LIKED = 1.25
_FEW = 40
"""Up to this many, the best rows are looked for; more are put up as they come, the highest first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one network: which of its sizes was chosen, and the rectangle it may fill."""

    choice: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Row:
    members: tuple[int, ...]
    choices: tuple[int, ...]
    width: float
    height: float


def wanted_shapes(areas: Sequence[float], aspect: float) -> list[float] | None:
    """The shape (width through height) each network needs for rows that fill a page of shape ``aspect``.

    Among all ways to break them into rows, largest first, the one that asks for the least odd shapes. None where
    there are so many networks that rows fill the page anyway.
    """
    if not 1 < len(areas) <= _PLANNED:
        return [aspect] if len(areas) == 1 else None
    order = sorted(range(len(areas)), key=lambda one: (-areas[one], one))
    page = math.sqrt(sum(areas) * aspect)
    best: tuple[float, dict[int, float]] | None = None
    for breaks in range(2 ** (len(order) - 1)):
        oddness = 0.0
        shapes: dict[int, float] = {}
        row: list[int] = []
        for place, network in enumerate(order):
            row.append(network)
            if place == len(order) - 1 or breaks >> place & 1:
                height = sum(areas[one] for one in row) / page
                shapes |= {one: areas[one] / height**2 for one in row}
                oddness += sum(areas[one] * math.log(areas[one] / height**2 / _LIKED) ** 2 for one in row)
                row = []
        if best is None or oddness < best[0] - 1e-9:
            best = oddness, shapes
    assert best is not None  # noqa: S101 (there is always one way)
    return [best[1][network] for network in range(len(areas))]


def hang(sizes: Sequence[Sequence[Size]], aspect: float, *, gap: float, below: float = 0.0) -> list[Cell]:
    """A cell for each network.

    Several page widths are tried, and the one is taken on which the whole can be shown largest.

    Args:
        sizes: for each network, the sizes it can be had in; at least one.
        aspect: width of the page through its height.
        gap: between two cells.
        below: height that is needed below the rows for something else.
    """
    if not sizes:
        return []
    areas = [min(width * height for width, height in choices) for choices in sizes]
    few = len(sizes) <= _FEW
    order = sorted(range(len(sizes)), key=lambda one: (-areas[one] if few else -sizes[one][0][1], one))
    narrowest = max(min(width for width, _ in choices) for choices in sizes)
    best: tuple[float, list[_Row], float] | None = None
    for number in range(_TRIES):
        page = max(narrowest, math.sqrt(sum(areas) * aspect) * (0.6 + 0.03 * number))
        rows = (_rows if few else _shelves)(sizes, order, page, gap)
        width = max(row.width for row in rows)
        height = sum(row.height for row in rows) + gap * (len(rows) - 1) + below
        shown = max(width, height * aspect)
        if best is None or shown < best[0] - 1e-9:
            best = shown, rows, max(width, min(shown, page))
    assert best is not None  # noqa: S101 (_TRIES > 0)
    return _cells(sizes, best[1], best[2], gap)


def hang_near(wanted: Sequence[tuple[float, float]], sizes: Sequence[Size], aspect: float, *, gap: float) -> list[Cell]:
    """A cell for each part of a network in rows without empty room, ordered by the places that were wanted for them."""
    page = max(max(width for width, _ in sizes), math.sqrt(sum(width * height for width, height in sizes) * aspect))
    by_height = sorted(range(len(sizes)), key=lambda one: (wanted[one][1], one))
    rows = _shelves([[size] for size in sizes], by_height, page, gap)
    sorted_rows = [
        _Row(tuple(sorted(row.members, key=lambda one: (wanted[one][0], one))), row.choices, row.width, row.height)
        for row in rows
    ]
    return _cells([[size] for size in sizes], sorted_rows, max(row.width for row in rows), gap)


def _rows(sizes: Sequence[Sequence[Size]], order: Sequence[int], page: float, gap: float) -> list[_Row]:
    """The rows of least height together, for a page width; networks keep their order."""
    best: list[tuple[float, list[_Row]]] = [(0.0, [])]
    for end in range(1, len(order) + 1):
        found: tuple[float, list[_Row]] | None = None
        for start in range(end - 1, -1, -1):
            row = _row(sizes, order[start:end], page, gap)
            if row is None:
                break
            height = best[start][0] + row.height + gap
            if found is None or height < found[0] - 1e-9:
                found = height, [*best[start][1], row]
        assert found is not None  # noqa: S101 (the page is as wide as the widest network)
        best.append(found)
    return best[-1][1]


def _shelves(sizes: Sequence[Sequence[Size]], order: Sequence[int], page: float, gap: float) -> list[_Row]:
    """Rows filled one after the other, each network in its first size."""
    rows: list[_Row] = []
    members: list[int] = []
    width = 0.0
    for network in order:
        if members and width + gap + sizes[network][0][0] > page:
            rows.append(_shelf(sizes, members, width))
            members, width = [], 0.0
        width += sizes[network][0][0] + (gap if members else 0.0)
        members.append(network)
    return [*rows, _shelf(sizes, members, width)]


def _shelf(sizes: Sequence[Sequence[Size]], members: Sequence[int], width: float) -> _Row:
    return _Row(tuple(members), (0,) * len(members), width, max(sizes[one][0][1] for one in members))


def _row(sizes: Sequence[Sequence[Size]], members: Sequence[int], page: float, gap: float) -> _Row | None:
    """The lowest row of these networks that is at most ``page`` wide."""
    for height in sorted({height for member in members for _, height in sizes[member]}):
        choices, width = [], gap * (len(members) - 1)
        for member in members:
            fitting = [(across, choice) for choice, (across, down) in enumerate(sizes[member]) if down <= height + 1e-6]
            if not fitting:
                break
            across, choice = min(fitting)
            width += across
            choices.append(choice)
        if len(choices) == len(members) and width <= page + 1e-6:
            return _Row(tuple(members), tuple(choices), width, height)
    return None


def _cells(sizes: Sequence[Sequence[Size]], rows: Sequence[_Row], page: float, gap: float) -> list[Cell]:
    """The cells of the rows, each widened in proportion until its row is as wide as the page."""
    cells: dict[int, Cell] = {}
    top = 0.0
    for row in rows:
        left = 0.0
        gaps = gap * (len(row.members) - 1)
        wider = min(1.6, (page - gaps) / (row.width - gaps))
        for member, choice in zip(row.members, row.choices, strict=True):
            width = sizes[member][choice][0] * wider
            cells[member] = Cell(choice, left, top, width, row.height)
            left += width + gap
        top += row.height + gap
    return [cells[member] for member in range(len(sizes))]
