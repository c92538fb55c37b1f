"""Pages opened in a real browser: Debian's Chromium without a screen, with the network off.

The browser that Playwright would download is not used. Where Chromium is missing, every test that needs it fails
and says what to install; none is skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

__all__ = ["OpenedPage", "chromium", "open_page"]

_SWITCHES = (
    "--no-sandbox",  # containers run the tests as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(slots=True)
class OpenedPage:
    """An opened page, and everything that it tried or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


OpenPage = Callable[..., OpenedPage]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the session; each page has a context of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.fail("the tests of the pictures need Chromium: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_SWITCHES))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """A function that opens an HTML file offline: ``open_page(path, width=1600, height=900, fragment="#…")``.

    Every request but that for the file itself is recorded and refused. Further options (``color_scheme``,
    ``has_touch``) are those of a browser's context. A page without a script of ours is opened with ``script=False``.
    """
    contexts = []

    def open_(
        path: Path, *, width: int = 1600, height: int = 900, fragment: str = "", script: bool = True, **options: Any
    ) -> OpenedPage:
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        opened = OpenedPage(context.new_page())
        address = path.resolve().as_uri()

        def allow_only_the_page(route: Route) -> None:
            if route.request.url.split("#")[0] == address:
                route.continue_()
            else:
                opened.requests.append(route.request.url)
                route.abort()

        context.route("**/*", allow_only_the_page)
        opened.page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))

        def dismiss(dialog: object) -> None:
            opened.dialogs.append(str(dialog))
            dialog.dismiss()  # type: ignore[attr-defined]

        opened.page.on("dialog", dismiss)
        opened.page.goto(address + fragment)
        opened.page.evaluate("document.fonts.ready")
        if script:
            opened.page.wait_for_function("window.graphmouNetwork !== undefined")
            opened.page.evaluate("Promise.resolve(window.graphmouNetwork.ready).then(() => true)")
        return opened

    yield open_
    for context in contexts:
        context.close()
