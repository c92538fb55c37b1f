"""A scene as a PDF page: vectors, and text that can be selected and searched; set by typst.

typst draws our SVG without its texts, and sets the texts itself: in a text of an SVG it misplaces what follows sara am.
What it is given is data (``sys.inputs``), never code: a name cannot say anything to it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graphmou.errors import ExportError
from graphmou.export.atomic import write_atomically
from graphmou.export.figure_drawing import draw
from graphmou.export.figure_font import FAMILY, font_file, has_all
from graphmou.export.figure_frame import PAGE_HEIGHT, PAGE_WIDTH, make_frame
from graphmou.export.figure_svg import drawing_svg
from graphmou.export.figure_text import clean
from graphmou.language import Text
from graphmou.view.scene import Scene

__all__ = ["TYPST_FIGURE", "figure_data", "pdf_file", "typeset", "write_pdf"]

_POINT = 0.6
"""Points for one unit of the page, which is 960 by 540 points then: that of a slide."""

TYPST_FIGURE = """
#let scene-figure(data, unit) = box(width: data.width * unit, height: data.height * unit, {
  set text(font: data.fonts, lang: data.language, top-edge: "baseline", bottom-edge: "baseline", hyphenate: false)
  place(top + left, image(bytes(data.svg), format: "svg", width: 100%, height: 100%, alt: data.about))
  let behind = (start: 0, middle: 0.5, end: 1)
  for (x, y, size, colour, anchor, words) in data.texts {
    let line = text(size: size * unit, fill: rgb(colour), words)
    context place(top + left, dx: x * unit - measure(line).width * behind.at(anchor), dy: y * unit, line)
  }
})
"""
"""A function of typst that draws what :func:`figure_data` says, as wide as ``unit`` times 1600."""

_PAGE = """
#let data = json(bytes(sys.inputs.data))
#let unit = data.point * 1pt
#set document(title: data.title, date: none)
#set page(width: data.width * unit, height: data.height * unit, margin: 0pt)
#scene-figure(data, unit)
"""


def write_pdf(scene: Scene, file: Path) -> None:
    """Write the PDF of ``scene``, whole or not at all.

    Raises:
        ExportError: typst is not installed; the file cannot be written.
    """
    write_atomically(file, pdf_file(scene))


def pdf_file(scene: Scene) -> bytes:
    """The bytes of the PDF; the same scene gives the same."""
    data = figure_data(scene) | {"point": _POINT, "title": clean(scene.title.in_(scene.language))}
    return typeset(TYPST_FIGURE + _PAGE, data)


def figure_data(scene: Scene) -> dict[str, Any]:
    """What ``scene-figure`` draws: the SVG without texts, and every line of text in its place."""
    frame = make_frame(scene)
    texts = [
        (round(block.x, 2), round(block.baseline(number), 2), round(block.size, 2), block.colour, block.anchor, line)
        for group in draw(frame)
        for block in group.texts
        for number, line in enumerate(block.lines)
        if line
    ]
    return {
        "svg": drawing_svg(frame, texts=False),
        "texts": texts,
        "about": clean(scene.subtitle.in_(scene.language)),
        "language": scene.language,
        "fonts": [FAMILY],
        "width": PAGE_WIDTH,
        "height": PAGE_HEIGHT,
    }


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF that a typst template of ours makes of ``data``, which it reads from ``sys.inputs.data``.

    Raises:
        ExportError: typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            Text("PDF is written by typst, which is not installed", "การบันทึกเป็น PDF ต้องใช้ typst ซึ่งยังไม่ได้ติดตั้ง"),
            hint=Text('pip install "graphmou[pdf]"', 'ติดตั้งด้วยคำสั่ง pip install "graphmou[pdf]"'),
        ) from error
    words = json.dumps(data, ensure_ascii=False)
    fonts = typst.Fonts(
        # Letters that our font lacks come from the machine; all others look the same everywhere.
        include_system_fonts=not has_all(words.splitlines()),
        include_embedded_fonts=False,
        font_paths=[str(font_file().parent)],
    )
    return typst.compile(template.encode("utf-8"), font_paths=fonts, sys_inputs={"data": words}, timestamp=0)
