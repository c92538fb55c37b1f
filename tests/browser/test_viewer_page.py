"""The viewer's page as a reader first meets it: offline, in both languages, on every screen, without a mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmou.export.viewer_page import page as page_text
from graphmou.graph import Graph
from graphmou.language import Language
from graphmou.view import make_scene
from tests.browser.viewer import FANG, SIZES, TODAY, five, node, place, shown, until
from tests.browser_page import OpenPage

# For each node: where it is in the picture, and how far the colour there is from that of the empty ground.
SEEN = """() => {
  const { picture, model } = graphmouNetwork;
  const canvas = document.querySelector("#picture canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const ratio = canvas.width / canvas.clientWidth;
  return model.data.nodes.map((node) => {
    const at = picture.renderer.toScreen(node.x, node.y);
    const width = node.width * picture.renderer.camera().scale;
    const pixels = context.getImageData((at.x - width / 2) * ratio - 2, at.y * ratio, width * ratio + 4, 1).data;
    let ink = 0;
    for (let at = 0; at < pixels.length; at += 4)
      ink = Math.max(ink, pixels[at + 3] - Math.min(pixels[at], pixels[at + 1], pixels[at + 2]));
    return { key: node.key, x: at.x, y: at.y, ink };
  });
}"""


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_node_is_seen_and_nothing_is_asked_for(
    open_page: OpenPage, tmp_path: Path, language: Language, size: str
) -> None:
    width, height = SIZES[size]
    scene = five(language)
    opened = shown(open_page, scene, tmp_path, width=width, height=height)
    page = opened.page
    room = page.locator("#picture").bounding_box()
    assert room is not None
    for one in page.evaluate(SEEN):
        assert 0 < one["x"] < room["width"], one
        assert 0 < one["y"] < room["height"], one
        assert one["ink"] > 10, one
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        width,
        height,
    ]
    assert page.title() == scene.title.in_(language) == page.locator("h1").inner_text()
    assert page.locator("html").get_attribute("lang") == language
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])


def test_the_page_points_at_nothing_outside(tmp_path: Path) -> None:
    text = page_text(five())
    assert not re.search(r"""(?:src|href)\s*=\s*["'\\]*(?:https?:)?//""", text, re.IGNORECASE)
    assert "default-src 'none'" in text
    assert "unsafe" not in text.split("</head>")[0]
    assert "โรงเรียนวัดพระฝาง" in text


def test_the_language_changes_while_one_looks(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("th")
    page = shown(open_page, scene, tmp_path, fragment=f"#sel={FANG}").page
    school = node(scene, FANG)
    assert page.locator(".panel h2").inner_text() == school.name.th
    page.locator(".language").click()
    assert page.locator(".panel h2").inner_text() == school.name.en
    assert page.locator("h1").inner_text() == scene.title.en
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".legend-entry").first.inner_text().startswith(scene.node_legend[0].text.en)
    page.locator(".language").click()
    assert page.locator("h1").inner_text() == scene.title.th


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_ground_in_both_themes(open_page: OpenPage, tmp_path: Path, theme: str) -> None:
    page = shown(open_page, five(), tmp_path, color_scheme=theme, fragment=f"#sel={FANG}").page
    assert page.locator("html").get_attribute("data-theme") == theme
    page.evaluate("document.querySelectorAll('.tool')[1].click()")
    faint = page.evaluate(CONTRASTS)
    assert len(faint) > 60
    assert min(faint.values()) >= 4.5, min(faint.items(), key=lambda one: one[1])
    page.locator(".tool.icon-button").last.click()
    assert page.locator("html").get_attribute("data-theme") != theme


# The contrast of every text that is seen with the nearest ground behind it.
CONTRASTS = """() => {
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const found = {};
  for (const element of document.querySelectorAll("#app *")) {
    const own = [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    const left = element.closest("svg, option, [disabled], [aria-pressed='false']");
    if (!own || left || !element.checkVisibility()) continue;
    let ground = element;
    while (ground && (parts(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
    const [one, other] = [getComputedStyle(element).color, getComputedStyle(ground ?? document.body).backgroundColor]
      .map((colour) => light(parts(colour))).sort((a, b) => b - a);
    found[`${element.className} ${element.textContent.slice(0, 20)}`] = (one + 0.05) / (other + 0.05);
  }
  return found;
}"""


def test_every_node_is_reached_by_keyboard_through_the_list(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    page.locator(".tool").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "listbox"
    names = []
    for _ in scene.nodes:
        active = page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).dataset.key"
        )
        names.append(active)
        page.keyboard.press("ArrowDown")
    assert sorted(names) == sorted(one.key for one in scene.nodes)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.evaluate("graphmouNetwork.store.state.selected") == names[0]
    assert page.locator(".panel").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()
    page.keyboard.press("Escape")
    assert page.locator(".drawer").is_hidden()
    assert page.evaluate("document.activeElement.classList.contains('tool')")


def test_whatever_has_the_focus_is_marked_and_has_a_name(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path, fragment=f"#sel={FANG}").page
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => {
              const one = document.activeElement;
              const name = one.getAttribute("aria-label") ?? one.textContent ?? "";
              return [`${one.tagName} ${one.labels?.[0]?.textContent ?? name}`, getComputedStyle(one).outlineStyle];
            }"""
        )
        if name.startswith("BODY"):
            continue
        seen.add(name)
        assert len(name.split(" ", 1)[1].strip()) > 0, name
        assert outline == "solid", name
    assert len(seen) > 30


def test_what_happens_is_told_to_those_who_do_not_see_it(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path).page
    live = page.locator("[aria-live=polite]")
    page.locator(".search-input").fill("Phra Fang")
    assert "found" in live.text_content()
    page.keyboard.press("Enter")
    assert "Wat Phra Fang" in live.text_content()


def test_paper_is_light_and_holds_the_whole_picture_as_vectors(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path, color_scheme="dark").page
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    paper = page.locator(".paper svg")
    assert paper.is_visible()
    assert page.locator("#app").is_hidden()
    texts = set(paper.locator("text").all_text_contents())
    assert {line for one in scene.nodes for line in one.lines.th} <= texts
    assert paper.locator("rect").first.get_attribute("fill") is None  # of the clip path
    assert paper.evaluate("(svg) => svg.querySelector(':scope > rect').getAttribute('fill')") == "#ffffff"


def test_an_empty_picture_opens_without_complaint(open_page: OpenPage, tmp_path: Path) -> None:
    opened = shown(open_page, make_scene(Graph(), language="en", today=TODAY), tmp_path)
    assert opened.page.locator(".subtitle").inner_text() == "Nothing is recorded yet."
    assert (opened.requests, opened.complaints) == ([], [])


def test_without_script_the_page_says_what_it_needs(tmp_path: Path) -> None:
    assert "<noscript>" in page_text(five())


def test_the_panel_is_a_sheet_from_below_on_a_telephone(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path, width=390, height=844, has_touch=True, fragment=f"#sel={FANG}").page
    box, room = page.locator(".panel").bounding_box(), page.locator(".main").bounding_box()
    assert box is not None
    assert room is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == pytest.approx(room["y"] + room["height"], abs=1)
    # What was chosen is above it.
    until(page, "graphmouNetwork.picture.renderer.camera().scale >= 0.99")
    page.wait_for_timeout(400)
    x, y = place(page, node(five(), FANG).key)
    assert 0 < x < 390
    assert room["y"] < y < box["y"]
