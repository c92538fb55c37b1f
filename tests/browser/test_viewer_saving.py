"""What is seen is saved as SVG and PNG, with title, legend and sources."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.viewer import FANG, five, node, shown
from tests.browser_page import OpenPage

SVG = "{http://www.w3.org/2000/svg}"


def save(page: Page, item: str, folder: Path) -> Path:
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as started:
        page.locator(f"[data-item={item}]").click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


def test_svg_holds_what_is_seen_and_its_font(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    opened = shown(open_page, scene, tmp_path, fragment="#kinds=Topic")
    file = save(opened.page, "saveSvg", tmp_path)
    assert file.name == f"{scene.title.en}.svg"
    root = ET.parse(file).getroot()
    texts = {text.text for text in root.iter(f"{SVG}text")}
    for one in scene.nodes:
        if one.kind == "Topic":
            continue
        assert set(one.lines.en) <= texts, one.lines.en
    topics = {line for one in scene.nodes if one.kind == "Topic" for line in one.lines.en}
    assert not {"Drugs", "Waste"} & texts
    assert {"Drugs", "Waste"} <= topics
    assert scene.title.en in texts
    assert {f"{entry.text.en} ({entry.count})" for entry in scene.node_legend} <= texts
    assert {f"{entry.text.en} ({entry.count})" for entry in scene.gap_legend} <= texts
    assert any(text and text.startswith("Sources") for text in texts)
    assert "data:font/woff2;base64," in (root.find(f"{SVG}style").text or "")  # type: ignore[union-attr]
    assert (opened.complaints, opened.dialogs) == ([], [])


def test_png_is_twice_as_fine_as_the_screen(open_page: OpenPage, tmp_path: Path) -> None:
    page = shown(open_page, five("en"), tmp_path, width=1366, height=768).page
    file = save(page, "savePng", tmp_path)
    data = file.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20], "big") == 2 * 1366
    assert len(data) > 100_000


def test_only_the_part_that_is_seen_is_saved(open_page: OpenPage, tmp_path: Path) -> None:
    scene = five("en")
    page = shown(open_page, scene, tmp_path, fragment=f"#view={node(scene, FANG).x}+{node(scene, FANG).y}+4").page
    texts = {text.text for text in ET.parse(save(page, "saveSvg", tmp_path)).getroot().iter(f"{SVG}text")}
    assert "Wat Phra" in " ".join(filter(None, texts))
    assert not any("Buriram" in (text or "") for text in texts if "·" not in (text or "") and text != scene.title.en)
