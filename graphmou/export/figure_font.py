"""The font of the figures, which comes with graphmou: the same Thai on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from graphmou.places import data_folder

__all__ = ["FAMILY", "font_file", "has_all", "web_font"]

FAMILY = "Noto Sans Thai"
# The letters of the subset: visualizations/fonts/README.md names the same ranges.
_LETTERS = re.compile(
    "[ -~\u00a0-\u00a3\u00a5\u00a7-\u00ab\u00ae-\u00b0\u00b4\u00b6-\u00b8\u00ba\u00bb\u00bf-\u0107"
    "\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0131\u0136\u0137\u0139-\u013e"
    "\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164\u0165\u016a-\u017e\u0e01-\u0e3a\u0e3f-\u0e5b"
    "\u200b\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u25cc]*"
)


def font_file() -> Path:
    """The font as a TrueType file, for renderers that read no WOFF2."""
    return data_folder("visualizations") / "fonts" / "NotoSansThai-subset.ttf"


def web_font() -> bytes:
    """The same font as WOFF2, for what a browser opens."""
    return font_file().with_suffix(".woff2").read_bytes()


def has_all(texts: Iterable[str]) -> bool:
    """Whether the font has every letter of ``texts``; else a renderer needs the fonts of the machine as well."""
    return all(_LETTERS.fullmatch(text) for text in texts)
