"""Hostile data in every text of the page: nothing runs, nothing is asked for, with and without the policy.

A scene holds plain text already (`tests/view/test_hostile.py`). Here the texts are put into the page's data as they
are, behind the scene's back, so that the viewer has to withstand them alone.
"""

from __future__ import annotations

import json
import re
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from graphmou.export import viewer_page
from graphmou.export.viewer_data import scene_data
from tests.browser.viewer import five, until
from tests.browser_page import OpenedPage, OpenPage

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "javascript:window.hacked=3",
    '"><svg onload="window.hacked = 4">',
    "<a href='javascript:window.hacked=5'>x</a><iframe src=//example.org></iframe>",
    "<!--<script>",
    "]]></title></style><style>*{display:none}</style>",
    "{{style}} {{data}} ${window.hacked=6}",
    "__proto__",
    "\u202eลับ\u2066\u200f",
    "ก\x00\x01\x1b[31mข\u2028\u2029ค",
    "ย" * 10_000,
    "url(https://example.org/x)",
    "=cmd|'/c calc'!A1",
)
# Our own, which never come from data.
OURS = {
    "key",
    "source",
    "target",
    "shape",
    "colour",
    "outline",
    "flags",
    "language",
    "offices",
    "region",
    "members",
    "highlight",
}
OURS |= {"from", "until", "today", "asOf", "basis", "severity", "types"}
POLICY = r'<meta http-equiv="Content-Security-Policy"[^>]*>'


def hostile_page(policy: bool) -> str:
    texts = cycle(HOSTILE)

    def spoilt(value: Any, name: str = "") -> Any:
        if name in OURS:
            return value
        if isinstance(value, dict):
            return {key: spoilt(one, key) for key, one in value.items()}
        if isinstance(value, list):
            return [spoilt(one, name) for one in value]
        return next(texts) if isinstance(value, str) else value

    scene = five()
    data = spoilt(scene_data(scene))
    for one in data["nodes"]:
        one["id"] = one["id"] and next(texts) + one["key"]
    for entry in data["nodeLegend"]:
        entry["kind"] = next(texts)
    data["words"] |= {text: {"th": text, "en": text} for text in HOSTILE}
    block = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(viewer_page, "_data", lambda _scene: block)
        text = viewer_page.page(scene)
    return text if policy else re.sub(POLICY, "", text)


@pytest.fixture(params=["with its policy", "without its policy"])
def opened(open_page: OpenPage, tmp_path: Path, request: pytest.FixtureRequest) -> OpenedPage:
    text = hostile_page(policy=request.param == "with its policy")
    assert bool(re.search(POLICY, text)) == (request.param == "with its policy")
    file = tmp_path / "page.html"
    file.write_bytes(text.encode("utf-8"))
    return open_page(file)


def unharmed(opened: OpenedPage, page: Page | None = None) -> None:
    page = page or opened.page
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])
    tags = page.evaluate("[...new Set([...document.querySelectorAll('*')].map((one) => one.tagName.toLowerCase()))]")
    assert not {"img", "a", "iframe", "object", "embed", "link", "form", "image", "use", "foreignobject"} & set(tags)
    assert page.locator("script").count() == 2
    assert page.locator("style").count() == 1
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every((one) => ![...one.attributes].some((a) => /^on/i.test(a.name)))"
    )


def test_title_legend_and_lists_show_text(opened: OpenedPage) -> None:
    page = opened.page
    assert page.locator("h1").text_content() in HOSTILE
    assert page.locator(".legend-entry").count() > 10
    for place in range(3):
        page.locator(".tool").nth(place).click()
        unharmed(opened)
    page.locator(".language").click()
    page.locator(".tool.icon-button").last.click()
    unharmed(opened)


def test_panel_hint_and_path_show_text(opened: OpenedPage) -> None:
    page = opened.page
    page.evaluate(
        """() => {
          const { store, model, picture } = graphmouNetwork;
          // Enough of them that every text comes to stand in every place.
          const keys = [...[...model.nodes.keys()].slice(0, 30), ...[...model.edges.keys()].slice(0, 20)];
          for (const key of keys) store.set({ selected: key });
          const nodes = [...model.nodes.keys()];
          for (const key of nodes.slice(1, 16)) store.set({ path: { from: nodes[0], to: key } });
        }"""
    )
    unharmed(opened)
    for key in page.evaluate("[...graphmouNetwork.model.nodes.keys()].slice(0, 5)"):
        page.evaluate("(key) => graphmouNetwork.store.set({ path: null, selected: key })", key)
        assert page.locator(".panel h2").text_content() in HOSTILE
    unharmed(opened)


def test_pointing_shows_text(opened: OpenedPage) -> None:
    page = opened.page
    for x in range(150, 1500, 45):
        page.mouse.move(x, 120 + x % 500)
    unharmed(opened)
    assert page.locator(".tip").count() == 1


def test_search_and_story_show_text(opened: OpenedPage) -> None:
    page = opened.page
    for typed in ("script", "img", "ลับ", "{{", "__proto__", "ยยย", "<", "(((", "\\"):
        page.locator(".search-input").fill(typed)
        page.keyboard.press("Enter")
    unharmed(opened)
    page.locator(".search-input").fill("")
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.tool')[3].click()")
    for _ in range(3):
        assert page.locator(".story h2").text_content() in HOSTILE
        page.keyboard.press("ArrowRight")
    unharmed(opened)


def test_saved_and_printed_pictures_hold_text(opened: OpenedPage, tmp_path: Path) -> None:
    page = opened.page
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".paper svg text").count() > 100
    unharmed(opened)
    page.evaluate("document.querySelectorAll('.menu-box button')[0].click()")
    with page.expect_download() as started:
        page.locator("[data-item=saveSvg]").click()
    file = tmp_path / "saved.svg"
    started.value.save_as(file)
    assert not set('\\/:*?"<>|') & set(started.value.suggested_filename)
    text = file.read_text("utf-8")
    assert "<script" not in text
    assert not re.search(r"<[^>]*\son\w+=", text)
    # Opened by itself, and inside a page that has no policy.
    for name, content in (
        ("alone.svg", text),
        ("inside.html", f"<!DOCTYPE html><meta charset=utf-8>{text.split('?>', 1)[1]}"),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
        browser = page.context.browser
        assert browser is not None
        other = browser.new_context(offline=True)
        viewed = other.new_page()
        asked: list[str] = []
        viewed.on("request", lambda request, asked=asked: asked.append(request.url))
        viewed.goto((tmp_path / name).resolve().as_uri())
        viewed.wait_for_timeout(100)
        assert viewed.evaluate("window.hacked") is None
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert viewed.evaluate("document.querySelectorAll('text').length") > 100
        other.close()


def test_a_link_with_hostile_ids_opens_the_same_view(opened: OpenedPage) -> None:
    page = opened.page
    key = page.evaluate("[...graphmouNetwork.model.nodes.values()].find((node) => node.id.includes('<img')).key")
    page.evaluate("(key) => graphmouNetwork.store.set({ selected: key })", key)
    until(page, "location.hash.includes('sel=')")
    address = page.evaluate("location.hash")
    page.evaluate("graphmouNetwork.store.set({ selected: null })")
    until(page, "!location.hash.includes('sel=')")
    page.evaluate("(hash) => { location.hash = hash }", address)
    until(page, "(key) => graphmouNetwork.store.state.selected === key", key)
    unharmed(opened)
