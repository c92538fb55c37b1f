"""Colour and size rules: what decides how a node looks, other than its kind.

The colours are those of Okabe and Ito. Under every rule kinds still differ in shape, and what colours
mean differs in lightness, so the picture reads in grey.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping

from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Text
from graphmou.queries.saved import SEVERITIES
from graphmou.view.contents import Contents
from graphmou.view.details import status_on
from graphmou.view.scene import NodeEntry
from graphmou.view.styles import (
    BLUE,
    EDGE_STYLES,
    GREEN,
    GREY,
    NODE_STYLES,
    ORANGE,
    PALE,
    PURPLE,
    SKY_BLUE,
    VERMILLION,
    YELLOW,
    blended,
    with_lightness,
)
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["Colours", "Sizes"]

# What differs by colour alone differs in lightness too, by a tenth of the whole range at least.
_OFFICES = (
    with_lightness(BLUE, 40),
    with_lightness(ORANGE, 170),
    with_lightness(GREEN, 92),
    with_lightness(VERMILLION, 66),
    with_lightness(PURPLE, 118),
    with_lightness(SKY_BLUE, 196),
    with_lightness(YELLOW, 222),
)
_OTHER_OFFICES = with_lightness(GREY, 144)
_STATUSES = {
    "in force": with_lightness(GREEN, 70),
    "no term stated": with_lightness(SKY_BLUE, 205),
    "not yet": with_lightness(ORANGE, 160),
    "ended": with_lightness(GREY, 115),
}
_SEVERITIES: Mapping[str, str] = dict(
    zip(
        SEVERITIES,
        (with_lightness(VERMILLION, 80), with_lightness(ORANGE, 160), with_lightness(SKY_BLUE, 205)),
        strict=True,
    )
)
_BASES = {"stated": BLUE, "inferred": VERMILLION}
_LOW, _HIGH = "#D6E6F4", BLUE
_SMALLEST, _LARGEST = 0.8, 1.9


class Colours:
    """The colour of each node and relationship, and what the legend says of them.

    ``entries`` explain the colours of nodes, ``edge_texts`` (basis, text, colour) those of relationships; both are
    empty where colours are those of the kinds.
    """

    def __init__(self, contents: Contents, offices: Mapping[str, frozenset[str]], names: Mapping[str, Text]) -> None:
        self.rule = contents.colour
        self.entries: tuple[NodeEntry, ...] = ()
        self.edge_texts: tuple[tuple[str, Text, str], ...] = ()
        self._contents = contents
        self._colour_of: Mapping[str, str] = {}
        match self.rule:
            case "kind":
                pass
            case "basis":
                self.edge_texts = tuple((basis, _word(basis), colour) for basis, colour in _BASES.items())
            case "office":
                self._by_office(offices, names)
            case "status":
                day = contents.day
                self._by_class(
                    lambda node: status_on(node.properties, day) if node.label == "Agreement" else None, _STATUSES
                )
            case "gaps":
                self._by_class(self._severity, _SEVERITIES)
            case column:
                self._by_number(_numbers(contents, column))

    def of_node(self, node: Node) -> tuple[str, str]:
        """Fill and outline."""
        style = NODE_STYLES[node.label]
        if self.rule == "kind":
            return style.colour, style.outline
        colour = self._colour_of.get(node.id, PALE)
        if style.shape in ("pill", "note"):  # the label stands on it
            colour = blended(colour, "#FFFFFF", 0.65)
        return colour, GREY if colour == PALE else blended(colour, "#000000", 0.4)

    def of_kind(self, label: str) -> tuple[str, str]:
        """Fill and outline of a kind in the legend."""
        style = NODE_STYLES[label]
        return (style.colour, style.outline) if self.rule == "kind" else (PALE, GREY)

    def of_relationship(self, rel: Relationship) -> str:
        """The colour of its line."""
        if self.rule == "basis":
            return _BASES.get(str(rel.properties.get("basis", "stated")), BLUE)
        return EDGE_STYLES[rel.type].colour

    def _by_office(self, offices: Mapping[str, frozenset[str]], names: Mapping[str, Text]) -> None:
        shown = self._contents.shown.nodes
        area = {key for key, node in self._contents.graph.nodes.items() if node.properties.get("level") == "area"}
        home = {key: min(mine) for key in shown if (mine := offices.get(key, frozenset()) & area)}
        counted = Counter(home.values())
        largest = sorted(counted, key=lambda office: (-counted[office], office))
        palette = dict(zip(largest, _OFFICES, strict=False))
        self._colour_of = {key: palette.get(office, _OTHER_OFFICES) for key, office in home.items()}
        self.entries = tuple(_entry(names[office], counted[office], colour) for office, colour in palette.items())
        others = sum(counted[office] for office in largest[len(_OFFICES) :])
        if others:
            self.entries += (_entry(WORDS["other offices"], others, _OTHER_OFFICES),)

    def _by_class(self, class_of: Callable[[Node], str | None], colours: Mapping[str, str]) -> None:
        found = {key: found for key, node in self._contents.shown.nodes.items() if (found := class_of(node))}
        counted = Counter(found.values())
        self._colour_of = {key: colours[one] for key, one in found.items()}
        self.entries = tuple(
            _entry(_word(one), counted[one], colour) for one, colour in colours.items() if counted[one]
        )

    def _severity(self, node: Node) -> str | None:
        found = {gap.severity for gap in self._contents.gaps.get(node.id, ())}
        return next((severity for severity in SEVERITIES if severity in found), None)

    def _by_number(self, numbers: Mapping[str, float]) -> None:
        shown = {key: numbers[key] for key in self._contents.shown.nodes if key in numbers}
        if not shown:
            return
        least, most = min(shown.values()), max(shown.values())
        span = (most - least) or 1.0
        self._colour_of = {key: blended(_LOW, _HIGH, (value - least) / span) for key, value in shown.items()}
        ends = dict.fromkeys((least, most))
        self.entries = tuple(
            _entry(
                Text(f"{self.rule} = {value:g}", f"{self.rule} = {value:g}"),
                sum(one == value for one in shown.values()),
                blended(_LOW, _HIGH, (value - least) / span),
            )
            for value in ends
        )


class Sizes:
    """How much larger or smaller than usual each node is drawn."""

    def __init__(self, contents: Contents) -> None:
        numbers = {} if contents.size == "kind" else _numbers(contents, contents.size)
        shown = {key: max(0.0, numbers[key]) for key in contents.shown.nodes if key in numbers}
        most = max(shown.values(), default=0.0) or 1.0
        self._factors = {
            # By area: what counts four times as much is twice as wide.
            key: _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(value / most)
            for key, value in shown.items()
        }

    def of_node(self, node_id: str) -> float:
        """The factor; 1 where no rule says otherwise."""
        return self._factors.get(node_id, 1.0)


def _numbers(contents: Contents, rule: str) -> Mapping[str, float]:
    """The number of each node that a rule goes by."""
    if rule == "degree":
        return _degrees(contents.shown)
    if rule == "partners":
        pairs = {(rel.start, rel.end) for rel in contents.shown.typed("MENTORS")}
        return Counter(start for start, _ in pairs)
    return contents.numbers.get(rule, {})


def _degrees(graph: Graph) -> Mapping[str, float]:
    return Counter(end for rel in graph.relationships.values() for end in (rel.start, rel.end))


def _entry(text: Text, count: int, colour: str) -> NodeEntry:
    """A line of the legend that says what a colour means."""
    return NodeEntry("", text, count, "square", colour, blended(colour, "#000000", 0.4))


def _word(word: str) -> Text:
    return Text(show_word(word, "en"), show_word(word, "th"))
