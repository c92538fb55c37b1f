"""What stands for something in a figure, small: the mark of a gap, and the signs of the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphmou.export.figure_geometry import outline, path
from graphmou.export.figure_legend import SIGN, PlacedEntry
from graphmou.layout import Box
from graphmou.view.scene import EdgeEntry, GapEntry, NodeEntry, Severity
from graphmou.view.styles import Shape

__all__ = [
    "GAP_LOOKS",
    "SIGN_INK",
    "GapLook",
    "Path",
    "badge",
    "badge_place",
    "line_sign",
    "rounded",
    "sign",
    "sign_size",
]

SIGN_INK = "#5A6068"
_BADGE = 6.5
_SIGN = 14.0


@dataclass(frozen=True, slots=True)
class Path:
    """One outline, filled or stroked or both. ``data`` is SVG path data."""

    data: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, float] | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class GapLook:
    """The mark of a gap: fill and sign differ, so that severities are told apart in grey."""

    fill: str
    ink: str
    outline: str
    sign: str


GAP_LOOKS: Mapping[Severity, GapLook] = {
    "error": GapLook("#000000", "#FFFFFF", "#FFFFFF", "!"),
    "warning": GapLook("#FFFFFF", "#000000", "#000000", "!"),
    "info": GapLook("#FFFFFF", "#5A6068", "#8A8A8A", "i"),
}


def badge_place(x: float, y: float, width: float, height: float, scale: float) -> tuple[float, float, float]:
    """The middle and the radius of the mark of a gap, on the right shoulder of a shape."""
    radius = _BADGE * min(max(scale, 0.6), 1.3)
    return x + max(width / 2 - radius * 0.3, radius * 0.8), y - height / 2 + radius * 0.2, radius


def badge(severity: Severity, x: float, y: float, radius: float) -> Iterator[Path]:
    """A disc with an exclamation mark or an i, drawn and not written: it looks the same in every font."""
    look = GAP_LOOKS[severity]
    yield Path(outline("circle", x, y, 2 * radius + 2, 2 * radius + 2), fill="#FFFFFF")
    yield Path(outline("circle", x, y, 2 * radius, 2 * radius), fill=look.fill, stroke=look.outline, width=radius * 0.2)
    up = 1 if look.sign == "!" else -1
    bar, dot = radius * 0.95, radius * 0.3
    yield Path(rounded(x, y - up * radius * 0.17, dot, bar, dot / 2), fill=look.ink)
    yield Path(rounded(x, y + up * radius * 0.56, dot, dot, dot / 2), fill=look.ink)


def sign(placed: PlacedEntry) -> Iterator[Path]:
    """What an entry of the legend explains, small."""
    entry, x, y = placed.entry, placed.x, placed.y
    if isinstance(entry, GapEntry):
        yield from badge(entry.severity, x, y, 6.5)
    elif isinstance(entry, NodeEntry):
        width, height = sign_size(entry.shape)
        yield Path(
            outline(entry.shape, x, y, width, height),
            fill=entry.colour,
            stroke=entry.outline,
            width=1.2,
            dash=(2.5, 2.0) if entry.dashed else None,
        )
    else:
        yield from _line_sign(placed, entry)


def sign_size(shape: Shape) -> tuple[float, float]:
    """Width and height of a shape in the legend."""
    return (24.0, 12.0) if shape == "pill" else (18.0, 13.0) if shape == "note" else (_SIGN, _SIGN)


def line_sign(placed: PlacedEntry) -> tuple[tuple[float, float], list[tuple[Shape, Box]]]:
    """Where the line of a sign begins and ends, and the small shapes at its ends."""
    half = SIGN / 2
    if placed.ends is None:
        return (placed.x - half, placed.x + half), []
    (first, one), (last, other) = ((shape, _small(shape)) for shape in placed.ends)
    shapes = [
        (first, Box(placed.x - half + one.width / 2, placed.y, one.width, one.height)),
        (last, Box(placed.x + half - other.width / 2, placed.y, other.width, other.height)),
    ]
    return (placed.x - half + one.width, placed.x + half - other.width), shapes


def _small(shape: Shape) -> Box:
    width = {"pill": 13.0, "note": 11.0}.get(shape, 9.0)
    return Box(0, 0, width, 7.0 if shape in ("pill", "note") else width)


def _line_sign(placed: PlacedEntry, entry: EdgeEntry) -> Iterator[Path]:
    (start, end), shapes = line_sign(placed)
    y = placed.y
    dash = (5.0, 3.5) if entry.dashed else None
    shaft = end - 7 if entry.arrow else end
    yield Path(
        f"M{start:.1f},{y:.1f} L{shaft:.1f},{y:.1f}", stroke=entry.colour, width=max(entry.width, 1.2), dash=dash
    )
    if entry.arrow:
        yield Path(path([(end, y), (end - 8, y - 3.5), (end - 8, y + 3.5)]), fill=entry.colour)
    for shape, box in shapes:
        yield Path(outline(shape, box.x, y, box.width, box.height), fill="#FFFFFF", stroke=SIGN_INK, width=1.0)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path data of a rounded rectangle around ``x, y``."""
    r = max(min(radius, width / 2, height / 2), 0.0)
    left, top = x - width / 2, y - height / 2
    return (
        f"M{left + r:.2f},{top:.2f} h{width - 2 * r:.2f} a{r:.2f},{r:.2f} 0 0 1 {r:.2f},{r:.2f} "
        f"v{height - 2 * r:.2f} a{r:.2f},{r:.2f} 0 0 1 {-r:.2f},{r:.2f} h{2 * r - width:.2f} "
        f"a{r:.2f},{r:.2f} 0 0 1 {-r:.2f},{-r:.2f} v{2 * r - height:.2f} a{r:.2f},{r:.2f} 0 0 1 {r:.2f},{-r:.2f} Z"
    )
