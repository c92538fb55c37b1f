"""The briefing as a page in a real browser with the network off: calm, complete, and deaf to hostile text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmou.export.report_html import report_page, write_report_page
from graphmou.language import Language
from tests.briefing.reports import briefing, hostile_briefing, texts_of
from tests.browser_page import OpenPage
from tests.export.figures import HOSTILE

# How far each element reaches over the right edge of the window.
OVER = """() => [...document.querySelectorAll("body *")].filter((one) => !one.closest("svg, .table")
  && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"""


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("office", ["spp-nakhon-pathom-1", "spm-34", "onesqa"])
def test_the_page_says_everything_without_a_request(
    open_page: OpenPage, tmp_path: Path, office: str, language: Language
) -> None:
    whole = briefing(office, language)
    write_report_page(whole, tmp_path / "report.html")
    opened = open_page(tmp_path / "report.html", width=1366, height=768, script=False)
    page = opened.page
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])
    assert page.evaluate("document.documentElement.lang") == language
    shown = re.sub(r"\s+", " ", page.locator("body").inner_text())
    unsaid = {"error", "warning", "info", "start", "end", "th", "en"}
    unsaid |= {one.nothing for one in (whole.summary.ending, whole.summary.gaps) if one.points}
    assert [text for text in texts_of(whole) if text not in unsaid and text not in shown] == []
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Thai\"', 'ก')")
    assert page.locator("figure svg").count() == 1
    assert page.locator("script").count() == 0


@pytest.mark.parametrize("width", [1366, 800, 390])
def test_nothing_reaches_over_the_edge(open_page: OpenPage, tmp_path: Path, width: int) -> None:
    write_report_page(briefing("spp-nakhon-pathom-1"), tmp_path / "report.html")
    assert open_page(tmp_path / "report.html", width=width, height=800, script=False).page.evaluate(OVER) == 0


def test_it_prints_on_a4_with_the_picture_on_a_page_that_lies(open_page: OpenPage, tmp_path: Path) -> None:
    import pypdfium2

    write_report_page(briefing("spp-nakhon-pathom-1"), tmp_path / "report.html")
    opened = open_page(tmp_path / "report.html", script=False)
    data = opened.page.pdf(prefer_css_page_size=True, print_background=True)
    sizes = [tuple(round(side) for side in page.get_size()) for page in pypdfium2.PdfDocument(data)]
    assert sizes[0] == (595, 842)
    assert sizes[1] == (842, 595)
    assert len(sizes) <= 6


@pytest.mark.parametrize("policy", ["with its policy", "without its policy"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_run_nothing_and_ask_for_nothing(
    open_page: OpenPage, tmp_path: Path, text: str, policy: str
) -> None:
    page = report_page(hostile_briefing(text))
    assert "default-src 'none'" in page
    if policy == "without its policy":
        page, removed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        assert removed == 1
    (tmp_path / "report.html").write_bytes(page.encode("utf-8"))
    opened = open_page(tmp_path / "report.html", script=False)
    opened.page.wait_for_timeout(50)
    assert opened.page.evaluate("window.hacked") is None
    assert (opened.requests, opened.complaints, opened.dialogs) == ([], [], [])
    tags = set(opened.page.evaluate("[...document.querySelectorAll('*')].map((one) => one.tagName.toLowerCase())"))
    assert not tags & {"script", "img", "iframe", "a", "object", "embed", "link", "form", "base"}
    assert opened.page.locator("style").count() == 1
    assert opened.page.locator("h2").count() >= 8
