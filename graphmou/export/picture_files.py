"""A picture written to a file, in the format that its ending names.

Each exporter is imported when it is used: a page should not wait for what only slides need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from graphmou.errors import UsageError
from graphmou.language import Text
from graphmou.view.scene import Scene

__all__ = ["ENDINGS", "RENDERERS", "Renderer", "Write", "is_page", "picture_writer"]

Renderer = Literal["vis", "pyvis"]
RENDERERS: tuple[Renderer, ...] = get_args(Renderer)
Write = Callable[[Scene], Sequence[Text]]
"""Writes a scene and gives notes for the user; raises ExportError where the file cannot be written."""

ENDINGS = (".html", ".svg", ".png", ".pptx", ".pdf")
"""What a picture can be written as."""
_PAGES = (".html", ".htm")
_LARGEST_SCALE = 20


def is_page(file: Path) -> bool:
    """Whether the file is a page for the browser."""
    return file.suffix.lower() in _PAGES


def picture_writer(file: Path, renderer: str = "vis", scale: float = 2.0) -> Write:
    """What writes a scene to ``file``.

    Args:
        file: its ending is one of :data:`ENDINGS`.
        renderer: of a page, one of :data:`RENDERERS`.
        scale: of a ``.png``: pixels for each unit of the page.

    Raises:
        UsageError: the ending is of no picture, or renderer or scale cannot be.
    """
    if renderer not in RENDERERS:
        raise UsageError(
            Text(f"renderer {renderer!r} is none of vis, pyvis", f"renderer {renderer!r} ต้องเป็น vis หรือ pyvis")
        )
    if not 0 < scale <= _LARGEST_SCALE:
        raise UsageError(
            Text(
                f"scale {scale:g} is not above 0 and at most {_LARGEST_SCALE}",
                f"scale {scale:g} ต้องมากกว่า 0 และไม่เกิน {_LARGEST_SCALE}",
            ),
            hint=Text("2 is sharp on slides, 4 in print", "ใช้ 2 สำหรับสไลด์ และ 4 สำหรับงานพิมพ์"),
        )
    if is_page(file):
        return lambda scene: _page(scene, file, renderer)
    writers: Mapping[str, Write] = {
        ".svg": lambda scene: _svg(scene, file),
        ".png": lambda scene: _png(scene, file, scale),
        ".pptx": lambda scene: _pptx(scene, file),
        ".pdf": lambda scene: _pdf(scene, file),
    }
    if file.suffix.lower() not in writers:
        listed = ", ".join(ENDINGS)
        raise UsageError(
            Text(f"{file}: a picture ends in {listed}", f"{file}: ไฟล์ภาพต้องลงท้ายด้วย {listed}"),
            hint=Text("write -o picture.html", "เขียนเป็น -o picture.html"),
        )
    return writers[file.suffix.lower()]


def _page(scene: Scene, file: Path, renderer: str) -> Sequence[Text]:
    if renderer == "pyvis":
        from graphmou.export import pyvis_page

        return pyvis_page.write_page(scene, file)
    from graphmou.export import viewer_page

    return viewer_page.write_page(scene, file)


def _svg(scene: Scene, file: Path) -> Sequence[Text]:
    from graphmou.export.figure_svg import write_svg

    write_svg(scene, file)
    return ()


def _png(scene: Scene, file: Path, scale: float) -> Sequence[Text]:
    from graphmou.export.figure_png import write_png

    write_png(scene, file, scale)
    return ()


def _pptx(scene: Scene, file: Path) -> Sequence[Text]:
    from graphmou.export.figure_pptx import write_pptx

    write_pptx(scene, file)
    return ()


def _pdf(scene: Scene, file: Path) -> Sequence[Text]:
    from graphmou.export.figure_pdf import write_pdf

    write_pdf(scene, file)
    return ()
