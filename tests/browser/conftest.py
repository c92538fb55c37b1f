"""The browser, for the tests of this folder."""

from __future__ import annotations

from tests.browser_page import chromium, open_page

__all__ = ["chromium", "open_page"]
