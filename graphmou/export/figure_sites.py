"""How our shapes are called in a slide, and where a connector may be glued to them.

Both come from the preset shapes of ECMA-376 (part 1, presetShapeDefinitions.xml): each has numbered connection sites,
and a connector names the site it holds on to, so that it follows when somebody moves the shape.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphmou.export.figure_geometry import Point
from graphmou.layout import Box
from graphmou.view.styles import Shape

__all__ = ["PRESETS", "Preset", "Site", "glued"]


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset shape, its adjustments, and its connection sites by number, each in a square from -1 to 1."""

    name: str
    sites: Mapping[int, Point]
    adjustments: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Site:
    """A connection site in its place on the page."""

    number: int
    x: float
    y: float


_DETOUR = 30.0
_DIAGONAL = math.sqrt(0.5)
_SIDES = {0: (0.0, -1.0), 1: (-1.0, 0.0), 2: (0.0, 1.0), 3: (1.0, 0.0)}
_ROUND = {
    0: (0.0, -1.0),
    1: (-_DIAGONAL, -_DIAGONAL),
    2: (-1.0, 0.0),
    3: (-_DIAGONAL, _DIAGONAL),
    4: (0.0, 1.0),
    5: (_DIAGONAL, _DIAGONAL),
    6: (1.0, 0.0),
    7: (_DIAGONAL, -_DIAGONAL),
}
_HEXAGON = {0: (1.0, 0.0), 1: (0.5, 1.0), 2: (-0.5, 1.0), 3: (-1.0, 0.0), 4: (-0.5, -1.0), 5: (0.5, -1.0)}
_STAR = {0: (0.0, -1.0), 1: (-1.0, -0.24), 2: (-0.62, 1.0), 3: (0.62, 1.0), 4: (1.0, -0.24)}
_TRIANGLE = {0: (0.0, -1.0), 1: (-0.5, 0.0), 2: (-1.0, 1.0), 3: (0.0, 1.0), 4: (1.0, 1.0), 5: (0.5, 0.0)}
_TRIANGLE_DOWN = {0: (0.0, -1.0), 1: (-0.5, 0.0), 2: (0.0, 1.0), 3: (0.5, 0.0)}
_CYLINDER = {1: (0.0, -1.0), 2: (-1.0, 0.0), 3: (0.0, 1.0), 4: (1.0, 0.0)}

PRESETS: Mapping[Shape, Preset] = {
    "circle": Preset("ellipse", _ROUND, {}),
    "square": Preset("rect", _SIDES, {}),
    "diamond": Preset("diamond", _SIDES, {}),
    "hexagon": Preset("hexagon", _HEXAGON, {"adj": 25000, "vf": 115470}),
    "star": Preset("star5", _STAR, {}),
    "triangle": Preset("triangle", _TRIANGLE, {}),
    "triangle-down": Preset("flowChartMerge", _TRIANGLE_DOWN, {}),
    "cylinder": Preset("can", _CYLINDER, {}),
    "pill": Preset("roundRect", _SIDES, {"adj": 50000}),
    "note": Preset("foldedCorner", _SIDES, {}),
}


def glued(
    source: Shape, source_box: Box, target: Shape, target_box: Box, *, earlier: int = 0, arrow: bool = False
) -> tuple[Site, Site]:
    """The two sites that a connector holds on to: those nearest to each other.

    ``earlier`` connectors between the same two shapes have the nearest sites already: each further one takes the next.
    The head of an ``arrow`` avoids the lower side of a shape, where its label is.
    """
    pairs = [
        (_length(one, other) + arrow * _below(other, target_box), one.number, other.number, one, other)
        for one in _sites(source, source_box)
        for other in _sites(target, target_box)
    ]
    pairs.sort(key=lambda pair: pair[:3])
    *_, one, other = pairs[min(earlier, len(pairs) - 1)]
    return one, other


def _length(one: Site, other: Site) -> float:
    return math.dist((one.x, one.y), (other.x, other.y))


def _below(site: Site, box: Box) -> float:
    return _DETOUR if site.y > box.y + box.height / 4 else 0.0


def _sites(shape: Shape, box: Box) -> Sequence[Site]:
    return [
        Site(number, box.x + across * box.width / 2, box.y + down * box.height / 2)
        for number, (across, down) in PRESETS[shape].sites.items()
    ]
