"""Hostile data: whatever stands in a store or a picture file, a scene holds plain text of bounded length."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from graphmou.export.viewer_data import scene_json
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Text
from graphmou.layout import count_overlaps
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Property
from graphmou.view import Scene
from graphmou.view.compose import compose
from graphmou.view.contents import Contents, ShownStep
from graphmou.view.ghosts import ghosts_of
from graphmou.view.picture import LAYOUTS, LayoutName
from graphmou.view.scene import SceneGap
from graphmou.view.selection import drawn

TODAY = date(2022, 6, 1)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "ก\u202eข\u2066ค\u200fง",
    "nul\x00 esc\x1b line\nfeed \u2028 \ud800 half",
    "ย" * 10_000,
    "A" * 10_000,
    "",
    "\x00",
)
LONGEST = 2100


def hostile_graph() -> Graph:
    """Every label and every relationship type, with every hostile text in every property, id and end."""
    graph = Graph()
    for text in HOSTILE:
        for label in LABELS.values():
            properties = dict(_properties(label.properties, text))
            graph.add(Node(label.name, f"{label.name}{text}", properties | {"search_keys": [text], "level": text}))
        for type_ in RELATIONSHIP_TYPES.values():
            for start, end in type_.ends:
                properties = dict(_properties(type_.properties, text))
                graph.add(Relationship(type_.name, f"{start}{text}", f"{end}{text}", properties))
    return graph


def _properties(declared: tuple[Property, ...], text: str) -> Iterator[tuple[str, str | list[str]]]:
    for prop in declared:
        yield prop.name, [text] if prop.kind in ("texts", "integers") else text
        yield f"{prop.name}_precision", text
    yield "documents", [f"Document{text}"]
    yield "evidence", [f"Document{text}#0-5 {text}", text]
    yield "recorded_on", text


def hostile_scene(layout: LayoutName) -> Scene:
    graph = hostile_graph()
    shown = drawn(graph)
    text = "".join(HOSTILE)
    declared = [
        {"id": f"{label}{one}", "what": what, "declared": 10**9, "recorded": 0, "document_id": f"Document{one}"}
        for one in HOSTILE
        for label in ("Group", "Event", "Agreement", "Programme", "Office")
        for what in ("partners", "schools", "agreements", one)
    ]
    return compose(
        Contents(
            graph,
            shown,
            TODAY,
            title=Text(text, text),
            caption=Text(text, text),
            focus=f"Office{HOSTILE[0]}",
            layout=layout,
            colour="office",
            ghosts=tuple(ghosts_of(declared, graph, shown)),
            gaps={key: (SceneGap("c", "error", Text("m", "m")),) for key in shown.nodes},
            steps=(ShownStep(Text(text, text), Text("{focus}", "{focus}"), tuple(shown.nodes)),),
        ),
        language="th",
    )


def texts_of(thing: object) -> Iterator[str]:
    """Every text in a scene except ids, which only renderers' own keys stand for."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, (tuple, frozenset)):
        for one in thing:
            yield from texts_of(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_of(getattr(thing, field.name))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scene_of_hostile_data_holds_only_plain_and_short_text(layout: LayoutName) -> None:
    scene = hostile_scene(layout)
    assert len(scene.nodes) > len(HOSTILE) * 10
    for text in texts_of(scene):
        assert len(text) <= LONGEST
        assert not [mark for mark in text if unicodedata.category(mark) in ("Cc", "Cs", "Zl", "Zp")]
        assert not set(text) & set("\u202e\u2066\u200f")
        text.encode("utf-8")
    assert count_overlaps([node.box() for node in scene.nodes]) == 0


def test_labels_of_hostile_names_stay_as_small_as_others() -> None:
    scene = hostile_scene("layered")
    assert max(node.box().width for node in scene.nodes) < 250
    assert max(node.box().height for node in scene.nodes) < 150


def test_nothing_in_the_data_ends_the_block_it_stands_in() -> None:
    written = scene_json(hostile_scene("layered"))
    assert "<" not in written
    written.encode("utf-8")
