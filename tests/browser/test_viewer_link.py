"""The address holds what a reader sees: a link opens the same view again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.viewer import FANG, five, node, place, shown, until
from tests.browser_page import OpenPage

# The whole state, in a form that can be compared.
STATE = """JSON.stringify(graphmouNetwork.store.state, (name, value) =>
  value instanceof Map ? [...value] : value instanceof Set ? [...value].sort()
  : typeof value === "number" ? Number(value.toPrecision(4)) : value)"""


def test_a_link_opens_the_same_view(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    key = node(scene, FANG).key
    x, y = place(page, key)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 30, y + 20, steps=3)
    page.mouse.up()
    page.evaluate(
        """(key) => {
          const { store, picture } = graphmouNetwork;
          store.set({ selected: key, hops: 2, hiddenKinds: new Set(["Topic"]), hiddenTypes: new Set(["COVERS"]),
            hiddenBases: new Set(["inferred"]), off: new Set(["gaps", "fading"]), language: "en", theme: "dark",
            year: 2022, step: 1, path: { from: key, to: null }, office: graphmouNetwork.model.data.offices[0] });
          picture.zoom(1.5);
        }""",
        key,
    )
    page.wait_for_timeout(500)
    state, address = page.evaluate(STATE), page.evaluate("location.hash")
    assert FANG in address
    again = open_page(tmp_path / "page.html", fragment=address)
    assert again.page.evaluate(STATE) == state
    assert again.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert place(again.page, key) == pytest.approx(place(page, key), abs=1.5)
    assert again.complaints == []


def test_a_view_stays_where_the_page_changes_its_size(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path, fragment="#view=400+300+1.5").page
    camera = "(({ x, y, scale }) => [x, y, scale])(graphmouNetwork.picture.renderer.camera())"
    for height in (700, 900):
        page.set_viewport_size({"width": 1600, "height": height})
        page.wait_for_timeout(300)
        assert page.evaluate(camera) == pytest.approx([400, 300, 1.5])


def test_a_view_that_nobody_changed_has_a_clean_address(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path, fragment=f"#sel={FANG}").page
    page.keyboard.press("Escape")
    until(page, "location.hash === ''")


def test_a_changed_address_is_followed(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    page.evaluate("(id) => { location.hash = `sel=${id}&lang=en` }", FANG)
    until(page, "document.documentElement.lang === 'en'")
    assert page.locator(".panel h2").inner_text() == node(scene, FANG).name.en


@pytest.mark.parametrize(
    "fragment",
    [
        "#sel=nobody&from=nobody&to=x&office=y&hops=99&year=12&step=77&view=a+b&pin=1+2+nobody&pin=&open=5+x&off=all",
        "#sel=%3Cimg%20src=x%20onerror=alert(1)%3E&lang=xx&theme=javascript:alert(1)&kinds=__proto__+constructor",
        "#view=1e999+0+0&hops=-1&year=NaN&pin=NaN+NaN+wat-phra-fang&%E0%A4%A",
        "#sel=__proto__&sel=toString&from=constructor",
    ],
)
def test_a_wrong_address_is_as_none(open_page: OpenPage, tmp_path: Path, fragment: str) -> None:
    opened = shown(open_page, five(), tmp_path, fragment=fragment)
    page = opened.page
    assert page.evaluate("graphmouNetwork.store.state.selected") is None
    assert page.evaluate("graphmouNetwork.store.state.path") is None
    assert page.evaluate("graphmouNetwork.store.state.camera") is None
    assert page.evaluate("graphmouNetwork.store.state.pinned.size") == 0
    assert (opened.complaints, opened.dialogs) == ([], [])
