"""A click tells everything of a node or relationship; neighbours, story, moving and pinning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.viewer import FANG, click, five, node, place, shown, until
from tests.browser_page import OpenPage

LIT = "[...graphmouNetwork.picture.attention.lit.nodes].sort()"


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_click_tells_all_that_is_known_of_a_node(open_page: OpenPage, tmp_path: Path, language: str) -> None:
    scene = five(language)  # type: ignore[arg-type]
    opened = shown(open_page, scene, tmp_path)
    page, school = opened.page, node(scene, FANG)
    click(page, school.key)
    panel = page.locator(".panel")
    assert panel.locator("h2").inner_text() == school.name.in_(scene.language)
    assert panel.locator("dd").all_text_contents() == [line.text.in_(scene.language) for line in school.details]
    assert panel.locator("q").all_text_contents() == [one.phrase for one in school.evidence] != []
    documents = {scene.documents[one.document].text.in_(scene.language) for one in school.evidence}
    assert set(panel.locator(".evidence-document").all_text_contents()) == documents
    for gap in school.gaps:
        assert gap.message.in_(scene.language) in panel.locator(".gaps").inner_text()
    joined = [edge for edge in scene.edges if school.key in (edge.source, edge.target)]
    assert panel.locator(".connections li").count() == len(joined) > 5
    assert opened.complaints == []


def test_dates_stand_in_both_eras(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    agreement = next(one for one in scene.nodes if one.kind == "Agreement" and "2564" in one.lines.th[-1])
    page = shown(open_page, scene, tmp_path, fragment=f"#sel={agreement.id}").page
    told = " ".join(page.locator(".panel dd").all_text_contents())
    assert "2564" in told
    assert "2021" in told


def test_a_relationship_is_chosen_too(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path, fragment=f"#sel={FANG}").page
    page.locator(".relation").first.click()
    edge = next(one for one in scene.edges if one.key == page.evaluate("graphmouNetwork.store.state.selected"))
    assert page.locator(".panel h2").inner_text() == edge.label.en
    assert page.locator(".panel dd").all_text_contents() == [line.text.en for line in edge.details]
    page.locator(".ends .link").first.click()
    assert page.evaluate("graphmouNetwork.store.state.selected") == edge.source


def test_a_click_on_a_line_chooses_it(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    edge = next(
        one for one in scene.edges if one.type == "MENTORS" and one.source == node(scene, "anuban-nakhon-pathom").key
    )
    (x1, y1), (x2, y2) = place(page, edge.source), place(page, edge.target)
    page.mouse.click(x1 + (x2 - x1) * 0.4, y1 + (y2 - y1) * 0.4)
    assert page.evaluate("graphmouNetwork.store.state.selected") == edge.key


def test_neighbours_stand_out_as_far_as_one_wants(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path, fragment=f"#sel={FANG}").page
    reached = {node(scene, FANG).key}
    for hops in (1, 2, 3):
        page.locator(f"[data-hops='{hops}']").click()
        reached |= {
            end for edge in scene.edges for end in (edge.source, edge.target) if {edge.source, edge.target} & reached
        }
        assert page.evaluate(LIT) == sorted(reached)
    page.keyboard.press("Escape")
    assert page.evaluate("graphmouNetwork.picture.attention.lit") is None


def test_pointing_at_a_node_gives_a_hint(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    page.mouse.move(*place(page, node(scene, FANG).key))
    page.locator(".tip").wait_for(state="visible")
    assert page.locator(".tip strong").inner_text() == "Wat Phra Fang School"
    page.mouse.move(5, 300)
    page.locator(".tip").wait_for(state="hidden")


def test_a_story_is_told_step_by_step(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    page.get_by_role("button", name="Story").click()
    story = page.locator(".story")
    for step in scene.steps:
        assert story.locator("h2").inner_text() == step.title.en
        assert story.locator("p").inner_text() == step.caption.en
        lit = page.evaluate("graphmouNetwork.picture.attention.lit && [...graphmouNetwork.picture.attention.lit.nodes]")
        assert set(lit or []) == set(step.highlight)
        page.keyboard.press("ArrowRight")
    assert story.get_by_role("button", name="Next").is_disabled()
    story.get_by_role("button", name="Previous").click()
    assert story.locator("h2").inner_text() == scene.steps[-2].title.en
    page.locator(".language").click()
    assert story.locator("h2").inner_text() == scene.steps[-2].title.th
    story.locator(".story-side button").click()
    assert story.is_hidden()


def test_a_picture_without_a_story_offers_none(open_page: OpenPage, tmp_path: Path) -> None:
    from dataclasses import replace

    page = shown(open_page, replace(five("en"), steps=()), tmp_path).page
    assert page.get_by_role("button", name="Story").count() == 0


def test_a_node_is_dragged_pinned_and_put_back(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    key = node(scene, FANG).key
    x, y = place(page, key)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    until(page, "graphmouNetwork.store.state.pinned.size === 1")
    now_x, now_y = place(page, key)
    assert (now_x, now_y) == (pytest.approx(x + 40, abs=4), pytest.approx(y + 30, abs=4))
    click(page, key)
    page.get_by_role("button", name="Put back").click()
    assert page.evaluate("graphmouNetwork.store.state.pinned.size") == 0
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    click(page, key)  # there it is again
    assert page.evaluate("graphmouNetwork.store.state.selected") == key


def test_wheel_buttons_and_keys_zoom_move_and_fit(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path).page
    scale = "graphmouNetwork.picture.renderer.camera().scale"
    whole = page.evaluate(scale)
    page.mouse.move(700, 400)
    page.mouse.wheel(0, -400)
    until(page, f"{scale} > {whole} * 1.05")
    page.get_by_role("button", name="Show everything").click()
    until(page, f"Math.abs({scale} - {whole}) < 0.002")
    page.get_by_role("button", name="Zoom in").click()
    until(page, f"Math.abs({scale} - {whole} * 1.35) < 0.002")
    page.locator("#picture").focus()
    page.keyboard.press("-")
    until(page, f"Math.abs({scale} - {whole}) < 0.002")
    x = page.evaluate("graphmouNetwork.picture.renderer.camera().x")
    page.keyboard.press("ArrowRight")
    until(page, f"graphmouNetwork.picture.renderer.camera().x > {x} + 50")
    page.keyboard.press("0")
    until(page, f"Math.abs(graphmouNetwork.picture.renderer.camera().x - {x}) < 2")
