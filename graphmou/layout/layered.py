"""Rows, one for each kind: who decides above, who takes part below.

The order in a row is found by sweeps: each node moves to the mean place of what it is related to in other rows (the
barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), so that few lines cross; then each stands as near above or
below its neighbours as its row has room. A row with more nodes than fit becomes several lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from graphmou.layout.arrange import CAPTION
from graphmou.layout.boxes import Box
from graphmou.layout.partition import Links
from graphmou.layout.placed import Layout, Region, numbered

__all__ = ["lay_out_layered"]

_GAP = (12.0, 14.0)
_PADDING = 12.0
_BETWEEN_ROWS = 34.0
_SWEEPS, _ALIGNING = 24, 8
_ROOMY = 1.1
_TRIES = 100


def lay_out_layered(
    sizes: Mapping[str, tuple[float, float]],
    links: Iterable[tuple[str, str]],
    rows: Mapping[str, int],
    *,
    aspect: float = 2.0,
) -> Layout:
    """A place for every node in its row, so that no two boxes overlap. A region is a row; its name is the number.

    Args:
        sizes: width and height of each node with its label; their order does not matter.
        links: pairs of related nodes.
        rows: the row of each node, 0 at the top. Rows without nodes take no room.
        aspect: width of the page through its height.
    """
    keys, neighbours = numbered(sizes, links)
    if not keys:
        return Layout({}, ())
    boxes = [Box(0.0, 0.0, sizes[key][0] + _GAP[0], sizes[key][1] + _GAP[1]) for key in keys]
    members: dict[int, list[int]] = {}
    for node in _walk(neighbours):
        members.setdefault(rows[keys[node]], []).append(node)
    numbers = sorted(members)
    page = _page([[boxes[node] for node in members[number]] for number in numbers], aspect)
    row_of = [rows[key] for key in keys]
    related = [
        [other for other in sorted(near) if row_of[other] != row_of[node]] for node, near in enumerate(neighbours)
    ]
    ordered = _ordered([members[number] for number in numbers], related)
    lines = [_lines(row, boxes, page) for row in ordered]
    _align([line for row in lines for line in row], boxes, related, page)
    regions = []
    top = 0.0
    for number, row in zip(numbers, lines, strict=True):
        start = top
        top += CAPTION + _PADDING
        for line in row:
            height = max(boxes[node].height for node in line)
            for node in line:
                # Shapes of one line stand on one level: their boxes begin at the same height.
                boxes[node].y = top + boxes[node].height / 2
            top += height
        top += _PADDING - _GAP[1]
        inside = tuple(sorted(keys[node] for line in row for node in line))
        regions.append((inside, start, top, number))
        top += _BETWEEN_ROWS
    left = min(box.x - box.width / 2 for box in boxes) - _PADDING
    right = max(box.x + box.width / 2 for box in boxes) + _PADDING
    return Layout(
        {key: (box.x, box.y) for key, box in zip(keys, boxes, strict=True)},
        tuple(
            Region(inside, Box((left + right) / 2, (start + end) / 2, right - left, end - start), str(number))
            for inside, start, end, number in regions
        ),
    )


def _page(rows: Sequence[Sequence[Box]], aspect: float) -> float:
    """The width on which rows, each in as many lines as it needs, come nearest to the wanted shape."""
    widths = [sum(box.width for box in row) for row in rows]
    heights = [max(box.height for box in row) for row in rows]
    narrowest = max(box.width for row in rows for box in row)
    best = math.inf, narrowest
    for number in range(_TRIES):
        page = max(narrowest, max(widths) * (1 - number / _TRIES) * _ROOMY)
        lines = sum(math.ceil(width / page) * height for width, height in zip(widths, heights, strict=True))
        shown = max(page, (lines + len(rows) * (CAPTION + _BETWEEN_ROWS + _PADDING)) * aspect)
        best = min(best, (shown, page))
    return best[1]


def _walk(neighbours: Links) -> list[int]:
    """All nodes, breadth first from the best connected: what hangs together comes together."""
    walked: list[int] = []
    seen: set[int] = set()
    for start in sorted(range(len(neighbours)), key=lambda node: (-len(neighbours[node]), node)):
        if start in seen:
            continue
        seen.add(start)
        queue = [start]
        for here in queue:  # grows while it is read
            for there in sorted(neighbours[here]):
                if there not in seen:
                    seen.add(there)
                    queue.append(there)
        walked += queue
    return walked


def _ordered(rows: list[list[int]], related: Sequence[Sequence[int]]) -> list[list[int]]:
    """The rows in the best order that sweeps down and up come to."""
    places: dict[int, float] = {}
    for row in rows:
        _number(row, places)
    best = _length(related, places), [list(row) for row in rows]
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            row.sort(key=lambda node: (_mean(related[node], places, places[node]), places[node]))
            _number(row, places)
        length = _length(related, places)
        if length < best[0] - 1e-9:
            best = length, [list(row) for row in rows]
    return best[1]


def _number(row: Sequence[int], places: dict[int, float]) -> None:
    for place, node in enumerate(row):
        places[node] = (place + 0.5) / len(row)


def _mean(others: Sequence[int], places: Mapping[int, float], own: float) -> float:
    return sum(places[other] for other in others) / len(others) if others else own


def _length(related: Sequence[Sequence[int]], places: Mapping[int, float]) -> float:
    return sum(abs(places[node] - places[other]) for node, others in enumerate(related) for other in others)


def _lines(row: Sequence[int], boxes: Sequence[Box], page: float) -> list[list[int]]:
    """A row in as many lines as it needs; neighbours in its order stand above each other."""
    count = max(1, math.ceil(sum(boxes[node].width for node in row) / page))
    return [list(row[line::count]) for line in range(count)]


def _align(lines: Sequence[Sequence[int]], boxes: Sequence[Box], related: Sequence[Sequence[int]], page: float) -> None:
    """Give every node its place from left to right: evenly, then as near to what it is related to as it can be."""
    for line in lines:
        width = sum(boxes[node].width for node in line)
        room, left = max(0.0, page - width) / len(line), 0.0
        for node in line:
            boxes[node].x = left + room / 2 + boxes[node].width / 2
            left += room + boxes[node].width
    for turn in range(_ALIGNING):
        for line in lines if turn % 2 == 0 else reversed(lines):
            wanted = [
                sum(boxes[other].x for other in related[node]) / len(related[node]) if related[node] else boxes[node].x
                for node in line
            ]
            for node, x in zip(line, _packed(wanted, [boxes[node].width for node in line], page), strict=True):
                boxes[node].x = x


def _packed(wanted: Sequence[float], widths: Sequence[float], page: float) -> list[float]:
    """Places in this order, without overlap, nearest to the wanted ones (least squares: isotonic regression)."""
    offsets, left = [], 0.0
    for width in widths:
        offsets.append(left + width / 2)
        left += width
    groups: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while groups and groups[-1][0] > mean:
            before, number = groups.pop()
            mean, count = (before * number + mean * count) / (number + count), number + count
        groups.append((mean, count))
    slack = max(0.0, page - left)
    free = [min(max(mean, 0.0), slack) for mean, count in groups for _ in range(count)]
    return [shift + offset for shift, offset in zip(free, offsets, strict=True)]
