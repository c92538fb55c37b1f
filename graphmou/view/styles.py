"""How each kind of node and relationship looks: one table each, for every renderer.

Colours are those of Okabe and Ito, which people with colour-blindness tell apart; shapes differ as well, so the
picture reads in grey. A relationship has the colour of the kind it belongs to. Inferred is dashed, ended is faded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "EDGE_STYLES",
    "INK",
    "NODE_STYLES",
    "EdgeStyle",
    "NodeStyle",
    "Shape",
    "blended",
    "faded",
    "lightness",
    "with_lightness",
]

Shape = Literal[
    "circle", "square", "diamond", "hexagon", "star", "triangle", "triangle-down", "cylinder", "pill", "note"
]
"""The label stands below the shape; on a ``pill`` and a ``note`` it stands on it."""

INK = "#1a1a1a"
BLACK, ORANGE, SKY_BLUE, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
GREY, SILVER, PALE = "#8A8A8A", "#B8B8B8", "#F2F2F2"


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """Shape, fill, outline and width of a kind of node."""

    shape: Shape
    colour: str
    outline: str
    size: float


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """Colour and width of a kind of relationship, and whether its direction matters to a reader."""

    colour: str
    width: float
    arrow: bool = False


NODE_STYLES: Mapping[str, NodeStyle] = {
    "Office": NodeStyle("square", BLUE, "#004A75", 24),
    "School": NodeStyle("circle", GREEN, "#00664B", 20),
    "Organisation": NodeStyle("cylinder", GREY, "#4D4D4D", 22),
    "Person": NodeStyle("triangle", ORANGE, "#8F6300", 16),
    "Group": NodeStyle("hexagon", YELLOW, "#8C8400", 22),
    "Programme": NodeStyle("star", PURPLE, "#8C4A70", 22),
    "Topic": NodeStyle("pill", PALE, GREY, 0),
    "Event": NodeStyle("triangle-down", SKY_BLUE, "#21729E", 20),
    "Agreement": NodeStyle("diamond", VERMILLION, "#8A3D00", 28),
    "Declaration": NodeStyle("note", "#FFFFFF", BLACK, 0),
}
"""By label. What has no entry here (a Document) is not drawn."""

EDGE_STYLES: Mapping[str, EdgeStyle] = {
    "MENTORS": EdgeStyle(GREEN, 3.0, arrow=True),
    "SIGNED": EdgeStyle(VERMILLION, 1.8),
    "MEMBER_OF": EdgeStyle("#A89F00", 1.4),
    "UNDER": EdgeStyle(BLUE, 1.2),
    "OVERSEES": EdgeStyle(BLUE, 1.2),
    "HOLDS": EdgeStyle(ORANGE, 1.2),
    "SIGNED_FOR": EdgeStyle(ORANGE, 1.2),
    "WITNESSED": EdgeStyle(ORANGE, 1.2),
    "ATTENDED": EdgeStyle(SKY_BLUE, 1.2),
    "SIGNED_AT": EdgeStyle(SKY_BLUE, 1.2),
    "MADE_UNDER": EdgeStyle(PURPLE, 1.2),
    "COVERS": EdgeStyle(SILVER, 0.8),
    "ABOUT": EdgeStyle(BLACK, 0.8),
}
"""By relationship type. What has no entry here (MENTIONED_IN) is not drawn."""


def faded(colour: str) -> str:
    """``colour`` (``#rrggbb``) as it looks when what it shows has ended: nearer to white."""
    return blended(colour, "#ffffff", 0.55)


def blended(one: str, other: str, share: float) -> str:
    """The colour between two (``#rrggbb``) that has ``share`` (0 to 1) of the other."""
    parts = ((int(one[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def lightness(colour: str) -> float:
    """How light ``colour`` (``#rrggbb``) is in grey, from 0 (black) to 255 (white): luma as ITU-R BT.601 defines it."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def with_lightness(colour: str, wanted: float) -> str:
    """``colour`` made darker or lighter, until it is as light in grey as wanted (0 to 255)."""
    own = lightness(colour)
    if wanted < own:
        return blended(colour, "#000000", 1 - wanted / own)
    return blended(colour, "#FFFFFF", (wanted - own) / (255 - own)) if own < 255 else colour
