"""Pages as images: PDF drawn by PDFium, slides turned to PDF by LibreOffice, and the ink of labels compared."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from graphmou.export.figure_font import font_file
from graphmou.export.figure_frame import PAGE_WIDTH
from graphmou.export.figure_text import Block

__all__ = ["ink_of", "pages_of", "same_ink", "slides_to_pdf"]

SCALE = 3
_DARK = 150


def pages_of(pdf: Path) -> list[Image.Image]:
    """The pages of a PDF in grey, each 4,800 pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=PAGE_WIDTH * SCALE / page.get_width()).to_pil().convert("L") for page in document]


def slides_to_pdf(pptx: Path, profile: Path, font: Path | None = None) -> Path:
    """What LibreOffice makes of slides, where it has only one font: ours, or another one to be tried."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("the tests of slides need LibreOffice: sudo apt-get install libreoffice-impress", pytrace=False)
    profile.mkdir(exist_ok=True)
    fonts = profile / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{(font or font_file()).parent}</dir><cachedir>{profile / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(profile / 'user').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(pptx.parent),
            str(pptx),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "SAL_USE_VCLPLUGIN": "svp"},
        check=True,
        capture_output=True,
        timeout=180,
    )
    return pptx.with_suffix(".pdf")


def ink_of(page: Image.Image, label: Block) -> Image.Image:
    """The dark pixels of a label that stands alone, cut out as closely as they reach; an empty image if there are none.

    Shapes and lines must be pale: only text is dark.
    """
    room = label.size * 0.6
    box = (
        label.left - 3 * room,
        label.top - room / 2,
        label.left + label.width + 3 * room,
        label.top + label.height + room,
    )
    part = page.crop(tuple(round(edge * SCALE) for edge in box)).point(lambda grey: 255 if grey < _DARK else 0)  # type: ignore[arg-type]
    inked = part.getbbox()
    return part.crop(inked) if inked else Image.new("L", (1, 1))


def same_ink(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink of two labels lies in the same place (0 to 1), an edge's width left out of account.

    Both are laid on each other by their upper left corners, so that a mark in another place, or a box for a letter,
    leaves ink without its like.
    """
    size = max(one.width, other.width), max(one.height, other.height)
    first, second = Image.new("L", size), Image.new("L", size)
    first.paste(one)
    second.paste(other)
    alone = sum(
        _ink(ImageChops.subtract(a, b.filter(ImageFilter.MaxFilter(5)))) for a, b in ((first, second), (second, first))
    )
    return 1 - alone / max(1, _ink(first) + _ink(second))


def _ink(image: Image.Image) -> int:
    return image.histogram()[255]
