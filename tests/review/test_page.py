"""The page to read: the article with coloured spans beside the items, in a real browser, with nothing that runs."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

import graphmou
from tests.review.drafts import TEXT, draft, write_draft


def opened(browser: Browser, path: Path) -> tuple[Page, list[str]]:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(path.as_uri())
    return page, told


def test_the_article_stands_whole_with_each_phrase_in_its_colour(chromium: Browser, tmp_path: Path) -> None:
    page, told = opened(chromium, graphmou.review_page(write_draft(tmp_path), tmp_path / "page.html", language="th"))
    assert page.locator(".article").evaluate("one => one.textContent") == TEXT
    school = page.locator(".article a.schools").first
    assert school.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(201, 240, 208)"
    assert page.locator(".article a.warned").count() >= 1
    assert page.locator("aside li").filter(has_text="โรงเรียนวัดเอ").count() >= 1
    assert "ประกาศโรงเรียนเครือข่าย 3 แห่ง" in page.locator("aside").inner_text()
    assert told == []


def test_the_page_brings_its_thai_letters_along(chromium: Browser, tmp_path: Path) -> None:
    page, told = opened(chromium, graphmou.review_page(write_draft(tmp_path), tmp_path / "page.html", language="th"))
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(font => font.status))") == ["loaded"]
    assert told == []


def test_article_and_items_scroll_each_for_itself(chromium: Browser, tmp_path: Path) -> None:
    page, _ = opened(chromium, graphmou.review_page(write_draft(tmp_path), tmp_path / "page.html"))
    page.set_viewport_size({"width": 1366, "height": 300})
    aside = page.locator("aside")
    assert aside.evaluate("one => one.scrollHeight > one.clientHeight")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_links_lead_from_item_to_phrase_and_back(chromium: Browser, tmp_path: Path) -> None:
    page, _ = opened(chromium, graphmou.review_page(write_draft(tmp_path), tmp_path / "page.html"))
    for link in page.locator("a[href^='#']").all():
        target = (link.get_attribute("href") or "")[1:]
        assert page.locator(f"[id='{target}']").count() == 1, target


def test_nothing_in_a_draft_becomes_markup(chromium: Browser, tmp_path: Path) -> None:
    hostile = "</section><script>document.title='run'</script><img src=x onerror=alert(1)>"
    path = write_draft(tmp_path, draft().replace("name: โรงเรียนวัดเอ", f'name: "{hostile}"'))
    page, told = opened(chromium, graphmou.review_page(path, tmp_path / "page.html"))
    assert page.title() != "run"
    assert page.locator("img, script").count() == 0
    assert hostile in page.locator("aside").inner_text()
    assert told == []


def test_a_page_without_its_source_says_so(chromium: Browser, tmp_path: Path) -> None:
    path = write_draft(tmp_path)
    (tmp_path / "news.txt").unlink()
    page, _ = opened(chromium, graphmou.review_page(path, tmp_path / "page.html"))
    assert "--source" in page.locator(".article").inner_text()


def test_a_thai_page_says_everything_in_thai(tmp_path: Path) -> None:
    page = graphmou.review_page(write_draft(tmp_path), tmp_path / "page.html", language="th").read_text("utf-8")
    assert "วันที่: 10 ก.พ. 2564" in page
    for english in ("date:", "signed_on:", "parties:", "(lead)", "members:", " partners"):
        assert english not in page
