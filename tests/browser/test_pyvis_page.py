"""The page in a real browser with the network off: every node to be seen, nothing asked for, nothing run from data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphmou.export.pyvis_page import write_page
from graphmou.graph import Graph, Node, Properties, Relationship
from graphmou.language import Language
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Property
from graphmou.view import Scene, make_scene
from tests.browser_page import OpenedPage, OpenPage
from tests.view.networks import country, five_networks

TODAY = date(2022, 6, 1)

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "javascript:window.hacked=3",
    '"><svg onload="window.hacked = 4">',
    "<a href='javascript:window.hacked=5'>x</a><iframe src=//example.org></iframe>",
    "<!--<script>",
    "]]></title></style><style>*{display:none}</style>",
    "{{vis}} {{data}} ${window.hacked=6}",
    "__proto__",
    "\u202eลับ\u2066\u200f",
    "ก\x00\x01\x1b[31mข\u2028ค",
    "ย" * 10_000,
    "=cmd|'/c calc'!A1",
)

# For each node: where it is on the screen, the colour there, and whether its label left dark pixels.
SEEN = """() => {
  const network = window.graphmouNetwork;
  const data = JSON.parse(document.getElementById("data").textContent);
  const canvas = document.querySelector("#picture canvas");
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  const ratio = canvas.width / canvas.clientWidth;
  const scale = network.getScale() * ratio;
  return data.vis.nodes.map((node) => {
    const place = network.canvasToDOM(network.getPosition(node.id));
    // A little left of the middle: on a tag or note the label itself is in the middle.
    const inside = node.shape === "box" ? node.widthConstraint.minimum / 2 : 0;
    const pixel = context.getImageData(place.x * ratio - inside * scale, place.y * ratio, 1, 1).data;
    const label = data.nodes[node.id];
    const top = place.y * ratio + label.below * scale;
    const height = label.lines.length * data.text.lineHeight * scale;
    const box = context.getImageData(place.x * ratio - 30 * scale, top, 60 * scale, height).data;
    let dark = 0;
    for (let at = 0; at < box.length; at += 4) if (box[at] + box[at + 1] + box[at + 2] < 200) dark += 1;
    return { id: label.id, x: place.x, y: place.y, wanted: node.color.background, dark,
      pixel: "#" + [...pixel.slice(0, 3)].map((part) => part.toString(16).padStart(2, "0")).join("") };
  });
}"""

# The labels as the browser measures them with the font of the page.
MEASURED = """() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const context = document.createElement("canvas").getContext("2d");
  context.font = data.text.size + "px GraphmouThai";
  return Object.fromEntries(Object.entries(data.nodes).map(([key, node]) =>
    [key, Math.max(...node.lines.map((line) => context.measureText(line).width))]));
}"""


@cache
def scene_of_five(language: Language) -> Scene:
    return make_scene(five_networks(), language=language, languages=(language,), today=TODAY)


@pytest.fixture
def five() -> Scene:
    """The five networks in Thai."""
    return scene_of_five("th")


def shown(open_page: OpenPage, scene: Scene, folder: Path, **size: int) -> OpenedPage:
    write_page(scene, folder / "page.html")
    return open_page(folder / "page.html", **size)


def difference(one: str, other: str) -> int:
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


@pytest.mark.parametrize(("width", "height"), [(1600, 900), (1366, 768)])
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_node_of_the_five_networks_is_seen_offline(
    open_page: OpenPage, tmp_path: Path, language: Language, width: int, height: int
) -> None:
    scene = scene_of_five(language)
    opened = shown(open_page, scene, tmp_path, width=width, height=height)
    seen = opened.page.evaluate(SEEN)
    room = opened.page.locator("#picture").bounding_box()
    assert room is not None
    assert {one["id"] for one in seen} == {node.id for node in scene.nodes}
    for one in seen:
        assert 0 < one["x"] < room["width"], one
        assert 0 < one["y"] < room["height"], one
        assert difference(one["pixel"], one["wanted"]) < 40, one
        assert one["dark"] > 0, one
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])


def test_every_relationship_is_in_the_picture(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    opened = shown(open_page, five, tmp_path)
    ends = opened.page.evaluate("() => graphmouNetwork.body.data.edges.get().map((edge) => [edge.from, edge.to])")
    assert sorted(map(tuple, ends)) == sorted((edge.source, edge.target) for edge in five.edges)


def test_labels_are_as_wide_as_the_layout_thought(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    opened = shown(open_page, five, tmp_path)
    assert opened.page.evaluate("() => [...document.fonts].map((font) => font.status)") == ["loaded"]
    measured = opened.page.evaluate(MEASURED)
    for node in five.nodes:
        assert measured[node.key] <= node.label_box("th").width * 1.06 + 2, node.lines


def test_the_page_speaks_the_language_of_the_scene(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    opened = shown(open_page, five, tmp_path)
    assert opened.page.locator("html").get_attribute("lang") == "th"
    assert opened.page.title() == five.title.th == opened.page.locator("h1").inner_text()
    assert opened.page.locator("#legend li").all_inner_texts() == [
        *(f"{entry.text.th} ({entry.count})" for entry in five.node_legend),
        *(entry.text.th for entry in five.edge_legend),
    ]
    assert opened.page.locator("#sources li").all_text_contents() == [document.text.th for document in five.documents]


def test_pointing_at_a_node_tells_about_it(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    page = shown(open_page, five, tmp_path).page
    school = next(node for node in five.nodes if node.id == "wat-phra-fang")
    place = page.evaluate("(key) => graphmouNetwork.canvasToDOM(graphmouNetwork.getPosition(key))", school.key)
    room = page.locator("#picture").bounding_box()
    assert room is not None
    page.mouse.move(room["x"] + place["x"], room["y"] + place["y"])
    page.locator("#tip").wait_for(state="visible")
    assert page.locator("#tip strong").inner_text() == school.name.th
    told = page.locator("#tip").inner_text()
    assert all(line.text.th in told for line in school.details)
    assert all(one.phrase in told for one in school.evidence)
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_the_wheel_zooms_and_a_button_shows_all_again(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    page = shown(open_page, five, tmp_path).page
    scale = "graphmouNetwork.getScale()"
    whole = page.evaluate(scale)
    page.mouse.move(700, 400)
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"{scale} > {whole}")
    page.locator("#fit").click()
    assert page.evaluate(scale) == pytest.approx(whole)


def test_a_telephone_shows_title_and_picture(open_page: OpenPage, tmp_path: Path, five: Scene) -> None:
    page = shown(open_page, five, tmp_path, width=390, height=800).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    room = page.locator("#picture").bounding_box()
    assert room is not None
    assert room["height"] >= 240


def test_an_empty_picture_opens_without_complaint(open_page: OpenPage, tmp_path: Path) -> None:
    opened = shown(open_page, make_scene(Graph(), language="en", today=TODAY), tmp_path)
    assert opened.page.locator("#subtitle").inner_text() == "Nothing is recorded yet."
    assert (opened.requests, opened.complaints) == ([], [])


def test_a_big_network_opens_with_every_node(open_page: OpenPage, tmp_path: Path) -> None:
    scene = make_scene(country(offices=20, schools=40), language="th", today=TODAY)
    opened = shown(open_page, scene, tmp_path)
    assert opened.page.evaluate("graphmouNetwork.body.data.nodes.length") == len(scene.nodes) > 1000
    assert (opened.requests, opened.complaints) == ([], [])


def _hostile_properties(declared: tuple[Property, ...], text: str) -> Iterator[tuple[str, Any]]:
    for prop in declared:
        if prop.kind in ("text", "date"):
            yield prop.name, text
        elif prop.kind == "texts":
            yield prop.name, [text]
    yield "documents", [text]
    yield "evidence", [text, f"{text}#0-1 {text}"]


@cache
def hostile_scene() -> Scene:
    return make_scene(_hostile_graph(), language="th", title=HOSTILE[0] + HOSTILE[1], today=TODAY)


def _hostile_graph() -> Graph:
    """A node of every kind and a relationship of every type for every hostile text, in every property and id."""
    graph = Graph()
    for text in HOSTILE:
        for label in LABELS.values():
            properties: Properties = dict(_hostile_properties(label.properties, text))
            graph.add(Node(label.name, f"{label.name}{text}", properties))
        for type_ in RELATIONSHIP_TYPES.values():
            start, end = type_.ends[0]
            properties = dict(_hostile_properties(type_.properties, text))
            graph.relationships[f"{type_.name}{text}"] = Relationship(
                type_.name, f"{start}{text}", f"{end}{text}", properties
            )
    return graph


@pytest.mark.parametrize("policy", ["with its policy", "without its policy"])
def test_hostile_data_runs_nothing_and_asks_for_nothing(open_page: OpenPage, tmp_path: Path, policy: str) -> None:
    scene = hostile_scene()
    file = tmp_path / "page.html"
    write_page(scene, file)
    if policy == "without its policy":
        text, removed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", file.read_text("utf-8"))
        assert removed == 1
        file.write_text(text, encoding="utf-8", newline="")
    opened = open_page(file)
    page = opened.page
    assert page.evaluate("graphmouNetwork.body.data.nodes.length") == len(scene.nodes) == len(HOSTILE) * 10
    elements = page.evaluate("() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]")
    # Every hint, as a reader would call them up.
    page.evaluate(
        """() => {
          const on = graphmouNetwork.body.emitter;
          const pointer = { DOM: { x: 5, y: 5 } };
          for (const node of graphmouNetwork.body.data.nodes.getIds()) on.emit("hoverNode", { node, pointer });
          for (const edge of graphmouNetwork.body.data.edges.getIds()) {
            on.emit("hoverEdge", { edge, pointer });
            on.emit("click", { nodes: [], edges: [edge], pointer });
          }
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])
    after = page.evaluate("() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]")
    assert not {"IMG", "A", "IFRAME", "SVG", "svg", "OBJECT", "EMBED", "LINK", "FORM"} & {*elements, *after}
    assert page.locator("script").count() == 3
    assert page.locator("style").count() == 1
    assert page.title() == scene.title.th
