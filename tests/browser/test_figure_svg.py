"""An SVG opened in the real browser, as a file and with the network off: nothing runs, nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graphmou.export.figure_frame import make_frame
from graphmou.export.figure_svg import write_svg
from graphmou.language import Language
from tests.export.figures import HOSTILE, hostile, picture


@dataclass(slots=True)
class Opened:
    """A file in the browser, and everything that it tried or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    """An offline page of 1600 by 900 pixels."""
    context = chromium.new_context(viewport={"width": 1600, "height": 900}, offline=True)
    found = Opened(context.new_page())
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("dialog", lambda dialog: (found.complaints.append("dialog"), dialog.dismiss()))
    yield found
    context.close()


def show(opened: Opened, file: Path) -> Page:
    opened.page.goto(file.as_uri())
    opened.page.evaluate("document.fonts.ready")
    return opened.page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_run_nothing_and_ask_for_nothing(opened: Opened, tmp_path: Path, text: str) -> None:
    file = tmp_path / "picture.svg"
    write_svg(hostile(picture("five-networks"), text), file)
    page = show(opened, file)
    page.mouse.move(800, 450)
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.localName") == "svg", "the browser shows an error instead"
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelectorAll('script, a, img, iframe, foreignObject, parsererror').length") == 0
    assert [address for address in opened.requests if not address.startswith("data:font/")] == [file.as_uri()]
    assert opened.complaints == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_its_own_font_is_used_and_labels_are_as_wide_as_the_page_was_laid_out_for(
    opened: Opened, tmp_path: Path, language: Language
) -> None:
    scene = picture("five-networks", language)
    write_svg(scene, tmp_path / "picture.svg")
    page = show(opened, tmp_path / "picture.svg")
    assert page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded"]
    measured = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("g[id^=n]")].map((group) => [group.id,
             Math.max(0, ...[...group.querySelectorAll("text")].map((text) => text.getComputedTextLength()))]))"""
    )
    frame = make_frame(scene)
    for node in scene.nodes:
        assert measured[node.key] <= frame.label(node).width * 1.06 + 2, node.name


def test_every_text_lies_in_the_page(opened: Opened, tmp_path: Path) -> None:
    write_svg(picture("five-networks"), tmp_path / "picture.svg")
    page = show(opened, tmp_path / "picture.svg")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("text")].map((text) => {
             const box = text.getBBox(); return [box.x, box.y, box.x + box.width, box.y + box.height]; })"""
    )
    assert len(boxes) > 150
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= 1600
        assert bottom <= 900
