"""A scene as one SVG file: our own, with the font inside it, nothing to run and nothing to fetch."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from xml.sax.saxutils import escape, quoteattr

from graphmou.export.atomic import write_atomically
from graphmou.export.figure_drawing import Group, draw
from graphmou.export.figure_font import FAMILY, web_font
from graphmou.export.figure_frame import PAGE_HEIGHT, PAGE_WIDTH, Frame, make_frame
from graphmou.export.figure_marks import Path
from graphmou.export.figure_text import Block, clean
from graphmou.language import Language
from graphmou.view.scene import Scene

__all__ = ["drawing_svg", "svg_text", "write_svg"]

_THAI = re.compile("[\u0e01-\u0e5b]")


def write_svg(scene: Scene, file: FilePath) -> None:
    """Write the SVG of ``scene`` (UTF-8), whole or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(file, svg_text(scene).encode("utf-8"))


def svg_text(scene: Scene) -> str:
    """The SVG of ``scene``, in its language; the same scene gives the same text."""
    frame = make_frame(scene)
    font = base64.b64encode(web_font()).decode("ascii")
    style = f'@font-face{{font-family:"{FAMILY}";src:url(data:font/woff2;base64,{font}) format("woff2")}}'
    return drawing_svg(frame, style=style, titles=True)


def drawing_svg(frame: Frame, *, style: str = "", texts: bool = True, titles: bool = False) -> str:
    """The SVG of a frame: with a style sheet of ours, its texts, and titles that a browser shows at the pointer."""
    scene = frame.scene
    width, height = round(PAGE_WIDTH * frame.zoom), round(PAGE_HEIGHT * frame.zoom)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}" role="img" aria-labelledby="title desc" '
        f"xml:lang=\"{scene.language}\" font-family=\"'{FAMILY}', 'Leelawadee UI', Tahoma, sans-serif\">",
        f'<title id="title">{_escaped(scene.title.in_(scene.language))}</title>',
        f'<desc id="desc">{_escaped(_description(scene))}</desc>',
        *([f"<style>{style}</style>"] if style else []),
        f'<rect width="{PAGE_WIDTH:g}" height="{PAGE_HEIGHT:g}" fill="#FFFFFF"/>',
        *(line for group in draw(frame) for line in _group(group, scene.language, texts, titles)),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _description(scene: Scene) -> str:
    caption = [scene.caption] if scene.caption else []
    return " · ".join(text.in_(scene.language) for text in (scene.subtitle, *caption))


def _group(group: Group, language: Language, texts: bool, titles: bool) -> Iterator[str]:
    lines = [*map(_path, group.paths), *(_texts(group.texts, language) if texts else ())]
    if not lines:
        return
    key = f" id={quoteattr(group.key)}" if group.key else ""
    title = f"<title>{_escaped(group.title, 300)}</title>" if titles and group.title else ""
    yield f"<g{key}>{title}"
    yield from lines
    yield "</g>"


def _path(path: Path) -> str:
    look = [f'fill="{path.fill or "none"}"']
    if path.stroke:
        look.append(f'stroke="{path.stroke}" stroke-width="{path.width:.2f}" stroke-linejoin="round"')
    if path.dash:
        look.append(f'stroke-dasharray="{path.dash[0]:g} {path.dash[1]:g}"')
    if path.opacity < 1:
        look.append(f'fill-opacity="{path.opacity:g}"')
    return f'<path d="{path.data}" {" ".join(look)}/>'


def _texts(blocks: Iterable[Block], language: Language) -> Iterator[str]:
    for block in blocks:
        for number, line in enumerate(block.lines):
            if not line:
                continue
            own = "th" if _THAI.search(line) else "en"
            marked = "" if own == language else f' xml:lang="{own}"'
            anchor = "" if block.anchor == "start" else f' text-anchor="{block.anchor}"'
            yield (
                f'<text x="{block.x:.2f}" y="{block.baseline(number):.2f}" font-size="{block.size:.2f}" '
                f'fill="{block.colour}"{anchor}{marked}>{_escaped(line)}</text>'
            )


def _escaped(text: str, most: int = 2000) -> str:
    return escape(clean(text)[:most])
