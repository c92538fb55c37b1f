"""Text put together from pieces of a page or a Word file, as tidy lines."""

from __future__ import annotations

import re

__all__ = ["as_lines"]

_BLANKS = re.compile(r"[ \u00a0]+")
_AROUND_TABS = re.compile(r" ?\t ?")
_EMPTY_LINES = re.compile(r"\n{2,}")
# An item's mark, and its words on the next line because they stand in a paragraph of their own.
_LONELY_MARK = re.compile(r"^(\d+\.|-)\n(?=\S)", re.MULTILINE)


def as_lines(text: str) -> str:
    """``text`` with one blank at most between words, none at the ends of a line, and no empty line."""
    text = _AROUND_TABS.sub("\t", _BLANKS.sub(" ", text))
    whole = "\n".join(line.strip(" \t") for line in text.split("\n"))
    return _LONELY_MARK.sub(r"\1 ", _EMPTY_LINES.sub("\n", whole)).strip()
