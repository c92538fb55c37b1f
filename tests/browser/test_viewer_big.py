"""Thousands of nodes: the page opens on networks that unfold; WebGL draws the whole where there is any."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphmou.export.viewer_page import write_page
from graphmou.view import Scene, make_scene
from tests.browser.viewer import TODAY, passing, shown, until
from tests.browser_page import OpenedPage, OpenPage
from tests.view.networks import country


@cache
def big() -> Scene:
    return make_scene(country(offices=20, schools=70), language="en", today=TODAY)


def test_it_opens_on_networks_and_one_unfolds_on_a_click(open_page: OpenPage, tmp_path: Path) -> None:
    scene = big()
    opened = shown(open_page, scene, tmp_path)
    page = opened.page
    networks = page.evaluate("graphmouNetwork.model.networks.length")
    assert page.evaluate("graphmouNetwork.picture.shown.folded.size") == networks == 20
    loose = [one for one in scene.nodes if one.region < 0]
    assert page.evaluate("graphmouNetwork.picture.shown.nodes.length") == len(loose)
    x, y = page.evaluate(
        """() => { const { picture, model } = graphmouNetwork; const one = model.networks[3];
          const at = picture.renderer.toScreen(one.left + one.width / 2, one.top + one.height / 2);
          const room = document.getElementById("picture").getBoundingClientRect();
          return [room.left + at.x, room.top + at.y]; }"""
    )
    page.mouse.click(x, y)
    until(page, "graphmouNetwork.store.state.open.has(3)")
    members = page.evaluate("graphmouNetwork.model.networks[3].members.length")
    assert page.evaluate("graphmouNetwork.picture.shown.nodes.length") == len(loose) + members
    until(page, "graphmouNetwork.picture.renderer.camera().scale > 0.1")
    assert (opened.requests, opened.complaints) == ([], [])


def test_what_is_searched_for_unfolds_its_network(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, big(), tmp_path).page
    page.locator(".search-input").fill("บ้านหนองขาม 7/33")
    page.keyboard.press("Enter")
    assert page.evaluate("graphmouNetwork.store.state.open.size") == 1
    until(page, "graphmouNetwork.picture.renderer.camera().scale >= 0.99")
    assert "7/33" in page.locator(".panel h2").inner_text()


def test_the_whole_is_shown_and_folded_again(open_page: OpenPage, tmp_path: Path) -> None:
    scene = big()
    opened = shown(open_page, scene, tmp_path)
    page = opened.page
    page.get_by_role("button", name="Show the whole").click()
    assert page.evaluate("graphmouNetwork.picture.shown.nodes.length") == len(scene.nodes)
    page.get_by_role("button", name="Show as networks").click()
    assert page.evaluate("graphmouNetwork.picture.shown.folded.size") == 20
    assert own_complaints(opened) == []


def test_the_list_makes_rows_only_for_what_is_seen(open_page: OpenPage, tmp_path: Path) -> None:
    scene = big()
    page = shown(open_page, scene, tmp_path).page
    page.get_by_role("button", name="List").click()
    assert page.locator(".list-row").count() < 60
    assert page.locator(".list-row").first.get_attribute("aria-setsize") == str(len(scene.nodes))
    page.keyboard.press("End")
    assert page.locator(".list-row").last.get_attribute("aria-posinset") == str(len(scene.nodes))
    page.keyboard.press("Enter")
    assert page.locator(".panel").is_visible()
    assert len(passing(page)) == len(scene.nodes)


def test_without_webgl_the_canvas_draws_the_whole(open_page: OpenPage, tmp_path: Path) -> None:
    scene = big()
    assert len(scene.nodes) > 1500
    write_page(scene, tmp_path / "page.html")
    opened = open_page(tmp_path / "page.html", fragment="#open=all&renderer=vis")
    assert opened.page.evaluate("graphmouNetwork.picture.renderer.name") == "vis"
    assert opened.page.locator("#picture canvas").count() == 1
    assert opened.complaints == []


def test_with_webgl_sigma_draws_the_whole_and_a_click_chooses(open_page: OpenPage, tmp_path: Path) -> None:
    scene = big()
    school = next(one for one in scene.nodes if one.kind == "School")
    opened = shown(
        open_page, scene, tmp_path, width=800, height=500, fragment=f"#open=all&view={school.x}+{school.y}+1.5"
    )
    page = opened.page
    assert page.evaluate("graphmouNetwork.picture.renderer.name") == "sigma"
    room = page.locator("#picture").bounding_box()
    assert room is not None
    page.mouse.click(room["x"] + room["width"] / 2, room["y"] + room["height"] / 2)
    until(page, "(key) => graphmouNetwork.store.state.selected === key", school.key)
    assert page.locator(".panel h2").inner_text() == school.name.en
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show as networks").click()
    assert page.evaluate("graphmouNetwork.picture.renderer.name") == "vis"
    assert own_complaints(opened) == []


def own_complaints(opened: OpenedPage) -> list[str]:
    """What the page complains of, without what a graphics card played by the processor says of its speed."""
    return [one for one in opened.complaints if "GL Driver Message" not in one]
