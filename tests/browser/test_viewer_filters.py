"""Filters, the year and the switches: what is shown follows them, and says so."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from graphmou.graph import Graph, Node
from graphmou.view import make_scene
from tests.browser.viewer import FANG, click, five, node, passing, shown, until
from tests.browser_page import OpenPage

EDGES = "graphmouNetwork.picture.shown.edges.map((one) => one.key)"


def open_filters(page: Page) -> None:
    page.locator(".tool").nth(1).click()


def test_a_kind_is_hidden_and_shown_by_filter_and_legend(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    people = {one.key for one in scene.nodes if one.kind == "Person"}
    everything = {one.key for one in scene.nodes}
    open_filters(page)
    page.locator(".filters").get_by_label("person", exact=True).uncheck()
    assert passing(page) == everything - people
    assert page.evaluate("graphmouNetwork.picture.renderer.name") == "vis"
    assert not people & {end for key in page.evaluate(EDGES) for end in ends(scene, key)}
    person = page.locator(".legend-entry", has_text="person")
    assert person.get_attribute("aria-pressed") == "false"
    person.click()
    assert passing(page) == everything


def test_a_relationship_is_hidden(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    open_filters(page)
    page.locator(".filters").get_by_label("mentors", exact=True).uncheck()
    assert set(page.evaluate(EDGES)) == {one.key for one in scene.edges if one.type != "MENTORS"}
    assert page.locator(".legend-entry", has_text="mentors").get_attribute("aria-pressed") == "false"


def test_an_office_keeps_what_belongs_to_it_and_what_that_is_about(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    office = node(scene, "spm-19").key
    open_filters(page)
    page.locator(".filters select").select_option(office)
    own = {one.key for one in scene.nodes if office in one.offices}
    assert own <= passing(page)
    others = {one.key for one in scene.nodes if one.offices and office not in one.offices}
    assert not others & passing(page)
    assert node(scene, FANG).key in others


def test_only_what_is_stated(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    open_filters(page)
    page.locator(".filters").get_by_label("Inferred from a document").uncheck()
    assert set(page.evaluate(EDGES)) == {one.key for one in scene.edges if one.basis == "stated"}


def test_the_year_shows_what_was_so_and_counts_in_the_buddhist_era(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    slider = page.locator(".year-slider")
    slider.focus()
    page.keyboard.press("Home")
    year = int(slider.input_value())
    assert page.locator(".year-shown").inner_text() == f"พ.ศ. {year + 543}"

    def was_so(first: str | None, last: str | None) -> bool:
        return (first is None or int(first[:4]) <= year) and (last is None or int(last[:4]) >= year)

    assert passing(page) == {one.key for one in scene.nodes if was_so(one.from_day, one.until)} != set()
    assert len(passing(page)) < len(scene.nodes)
    page.locator(".language").click()
    assert page.locator(".year-shown").inner_text() == str(year)
    page.locator(".year-shown").click()
    assert len(passing(page)) == len(scene.nodes)


def test_switches_turn_ghosts_gaps_dashes_and_fading_off(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    ghosts = {one.key for one in scene.nodes if "ghost" in one.flags}
    assert len(ghosts) == 11
    page = shown(open_page, scene, tmp_path).page
    open_filters(page)
    for name, off in (
        ("Declared but not named", "ghosts"),
        ("Marks of gaps", "gaps"),
        ("Dashes for what is inferred", "dashes"),
        ("Fading of what has ended", "fading"),
    ):
        before = page.locator("#picture canvas").screenshot()
        page.locator(".filters").get_by_label(name).uncheck()
        assert page.evaluate("(name) => graphmouNetwork.store.state.off.has(name)", off)
        page.wait_for_timeout(80)
        if off != "fading":  # nothing has ended in 2022
            assert page.locator("#picture canvas").screenshot() != before, name
    assert passing(page) == {one.key for one in scene.nodes} - ghosts
    page.locator(".filters").get_by_role("button", name="Clear filters").click()
    assert passing(page) == {one.key for one in scene.nodes}


def test_the_legend_explains_marks_and_turns_them_off(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path).page
    marks = page.locator(".legend-entry", has_text="gap: ")
    assert marks.all_inner_texts() == ["!\ngap: error\n1"]  # the school has a lesser gap too, and one mark
    marks.click()
    assert page.evaluate("graphmouNetwork.store.state.off.has('gaps')")
    assert marks.get_attribute("aria-pressed") == "false"
    page.locator(".language").click()
    assert page.locator(".legend-entry", has_text="สิ่งที่ขาด: ผิดพลาด").count() == 1


def test_outlines_are_dashed_for_what_has_no_name_and_nothing_else(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path).page
    dashed = page.locator(".legend-entry:has(.swatch:not(.wide) [stroke-dasharray])").all_inner_texts()
    assert [text.split("\n")[0] for text in dashed] == [
        "group without a name",
        "dashed outline: announced but not named",
    ]
    # That entry explains; it hides nothing.
    assert page.get_by_role("button", name="group without a name").count() == 0


def test_a_picture_without_marks_explains_none(open_page: OpenPage, tmp_path: Path) -> None:
    graph = Graph([Node("School", "s", {"name": "โรงเรียนวัดหนึ่ง"})])
    page = shown(open_page, make_scene(graph, language="en"), tmp_path).page
    assert page.locator(".legend-entry").all_inner_texts() == ["school\n1"]


def test_what_a_filter_hides_is_still_found_and_can_be_shown(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path, fragment="#kinds=School").page
    assert node(scene, FANG).key not in passing(page)
    page.locator(".search-input").fill("phra fang school")
    page.keyboard.press("Enter")
    assert page.locator(".panel .note").first.inner_text().startswith("A filter hides this now")
    page.locator(".panel .note button").click()
    assert node(scene, FANG).key in passing(page)


def test_a_path_does_not_go_through_what_is_hidden(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path, fragment=f"#from={FANG}&to=wat-chong-lom").page
    steps = page.evaluate("graphmouNetwork.picture.attention.way.nodes")
    assert steps == [node(scene, FANG).key, node(scene, "wat-chong-lom").key]
    page.evaluate("document.querySelectorAll('.tool')[1].click()")
    page.locator(".filters").get_by_label("mentors", exact=True).uncheck()
    longer = page.evaluate("graphmouNetwork.picture.attention.way.nodes")
    assert len(longer) == 3
    for kind in ("agreement", "group", "education office", "event"):
        page.locator(".filters").get_by_label(kind, exact=True).uncheck()
    assert "Nothing that is shown joins these two" in page.locator(".path-bar").inner_text()


def test_a_path_is_asked_for_in_the_panel(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path).page
    click(page, node(scene, FANG).key)
    page.get_by_role("button", name="Path from here").click()
    assert "Choose where it ends" in page.locator(".path-bar").inner_text()
    page.locator(".search-input").fill("Pha Noi")
    page.keyboard.press("Enter")
    until(page, "graphmouNetwork.picture.attention.way !== null")
    stops = page.locator(".path-stops .link").all_inner_texts()
    assert stops[0] == "Wat Phra Fang School"
    assert stops[-1] == "Pha Noi Witthayakhom School"
    lit = page.evaluate("[...graphmouNetwork.picture.attention.lit.nodes].length")
    assert lit == len(stops)
    for _ in ("the hits", "what was typed", "the path"):
        page.keyboard.press("Escape")
    assert page.locator(".path-bar").is_hidden()


def ends(scene: object, key: str) -> tuple[str, str]:
    edge = next(one for one in scene.edges if one.key == key)  # type: ignore[attr-defined]
    return edge.source, edge.target
