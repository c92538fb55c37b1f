"""Finding a node: the normal form is Python's, and Enter goes from hit to hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.language import Language
from graphmou.thai import search_key
from tests.browser.viewer import FANG, MOU, five, node, shown, until
from tests.browser_page import OpenPage

WRITTEN = (
    "สพม.๑๙",
    "สพม. 19",
    "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา (สพม.) เขต 19",
    "ส\u0e4d\u0e32นักงานเขตพื้นที่\u00a0เขต ๑๙",
    "น\u0e49\u0e4d\u0e32 น\u0e4d\u0e49\u0e32",
    "\u0e40\u0e40ก่ง",
    "ร.ร.บ่อพระ",
    "รร.บ่อพระ",
    "ร. ร. บ่อพระ",
    "ร.ร บ่อพระ",
    "กรรมการ ธรรมาภิบาล",
    "สมศักดิ์ สมศ. สพฐ",
    "สพป.นครปฐม เขต 1–2 (ก/ข) “ค” ฯ",
    "\ufeffโรงเรียน\u200b\u00a0\tวัด\u202e\u2066\u00ad",
    "Straße ΣΊΣΥΦΟΣ İstanbul ısı ŉ Éa e\u0301",
    "เขต٣ \x1c\x85\u3000x",
    "a.b-c–d—e_f/g(h)[i]\"j'k‘l’m,n:o",
    "",
    " ",
)


def test_the_normal_form_is_that_of_python(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path).page
    keys = page.evaluate("(texts) => texts.map(graphmouNetwork.searchKey)", list(WRITTEN))
    assert dict(zip(WRITTEN, keys, strict=True)) == {text: search_key(text) for text in WRITTEN}


def test_every_name_of_the_five_networks_has_the_same_form(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    names = [text for one in scene.nodes for text in (one.name.th, one.name.en)]
    assert page.evaluate("(texts) => texts.map(graphmouNetwork.searchKey)", names) == list(map(search_key, names))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("สพม.๑๙", "spm-19"),
        ("สพม 19", "spm-19"),
        ("ร.ร.วัดพระฝาง", FANG),
        ("phra fang school", FANG),
        ("พระฝาง", FANG),
        ("MOU 10 ก.พ. 2564", MOU),
        ("mou ๑๐ กุมภาพันธ์ ๒๕๖๔", MOU),
        ("บันทึกข้อตกลง ๑๐ ก.พ. ๒๕๖๔", MOU),
        ("MOU 2021-02-10", MOU),
        ("memorandum of understanding 2021", MOU),
        ("การด\u0e4d\u0e32เนินงานของเครือข่ายนวัตกรรมคุณภาพ", MOU),
        ("Uttaradit PESAO 1", "spp-uttaradit-1"),
    ],
)
def test_a_node_is_found_however_it_is_written(open_page: OpenPage, tmp_path: Path, typed: str, found: str) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    page.locator(".search-input").fill(typed)
    hits = page.locator(".hits li").evaluate_all("(items) => items.map((one) => one.dataset.key)")
    assert node(scene, found).key in hits


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_label_of_the_picture_finds_its_node(open_page: OpenPage, tmp_path: Path, language: Language) -> None:
    scene = five()
    page = shown(open_page, scene, tmp_path).page
    labels = {one.key: " ".join(one.lines.in_(language)).removesuffix("…") for one in scene.nodes}
    hits = page.evaluate("(labels) => labels.map(graphmouNetwork.find)", list(labels.values()))
    assert [label for (key, label), found in zip(labels.items(), hits, strict=True) if key not in found] == []


def test_enter_goes_from_hit_to_hit_and_round(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path).page
    page.keyboard.press("/")
    page.keyboard.type("วัด")
    hits = page.locator(".hits li").evaluate_all("(items) => items.map((one) => one.dataset.key)")
    assert len(hits) > 2
    chosen = []
    for _ in range(len(hits) + 1):
        page.keyboard.press("Enter")
        chosen.append(page.evaluate("graphmouNetwork.store.state.selected"))
    assert chosen == [*hits, hits[0]]
    page.keyboard.press("Shift+Enter")
    assert page.evaluate("graphmouNetwork.store.state.selected") == hits[-1]
    # What was found is in the middle of what the panel leaves free.
    until(page, "graphmouNetwork.picture.renderer.camera().scale >= 0.99")
    page.keyboard.press("Escape")
    assert page.locator(".hits").is_hidden()


def test_arrows_choose_a_hit_and_a_click_takes_it(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five(), tmp_path).page
    page.locator(".search-input").fill("โรงเรียน")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(".hits [aria-selected=true]").count() == 1
    second = page.locator(".hits li").nth(1)
    assert second.get_attribute("aria-selected") == "true"
    key = second.get_attribute("data-key")
    second.click()
    assert page.evaluate("graphmouNetwork.store.state.selected") == key
    assert page.locator(".hits").is_hidden()


def test_nothing_found_is_said(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path).page
    page.locator(".search-input").fill("no such school")
    assert page.locator(".hits-note").inner_text() == "Nothing matches"
