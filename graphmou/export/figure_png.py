"""A scene as a PNG image, drawn by resvg with the font that comes with graphmou."""

from __future__ import annotations

import math
from pathlib import Path

import resvg_py

from graphmou.errors import ExportError
from graphmou.export.atomic import write_atomically
from graphmou.export.figure_font import FAMILY, font_file, has_all
from graphmou.export.figure_frame import PAGE_HEIGHT, PAGE_WIDTH, make_frame
from graphmou.export.figure_svg import drawing_svg
from graphmou.language import Text
from graphmou.view.scene import Scene

__all__ = ["MOST_PIXELS", "png_image", "write_png"]

MOST_PIXELS = 64_000_000
"""More than any printer of posters needs (10,600 by 6,000), and about as much as a laptop has memory for."""
_MOST_ENLARGED = 16_000_000
"""Up to this a picture is enlarged by itself for the sake of its labels."""
_LEAST = 0.1


def write_png(scene: Scene, file: Path, scale: float = 1.0) -> None:
    """Write the image of ``scene``, whole or not at all.

    Args:
        scene: what is drawn.
        file: where it is written.
        scale: 1 gives 1600 by 900 pixels; more where labels would else be less than 12 pixels high, within reason.

    Raises:
        ExportError: the scale gives no image or one too large; the file cannot be written.
    """
    write_atomically(file, png_image(scene, scale))


def png_image(scene: Scene, scale: float = 1.0) -> bytes:
    """The bytes of the image; see :func:`write_png`."""
    page = PAGE_WIDTH * PAGE_HEIGHT
    most = math.floor(math.sqrt(MOST_PIXELS / page) * 10) / 10
    if not _LEAST <= scale <= most:
        raise ExportError(
            Text(f"scale {scale:g} gives no usable image", f"มาตราส่วน {scale:g} ไม่ให้ภาพที่ใช้งานได้"),
            hint=Text(
                f"choose a scale from {_LEAST:g} to {most:g}, or write SVG or PDF, which are sharp at any size",
                f"เลือกมาตราส่วนระหว่าง {_LEAST:g} ถึง {most:g} หรือบันทึกเป็น SVG หรือ PDF ซึ่งคมชัดทุกขนาด",
            ),
        )
    frame = make_frame(scene)
    enlarged = scale * max(1.0, min(frame.zoom, math.sqrt(_MOST_ENLARGED / page) / scale))
    svg = drawing_svg(frame)
    image = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=round(PAGE_WIDTH * enlarged),
        height=round(PAGE_HEIGHT * enlarged),
        # Letters that our font lacks come from the machine; all others look the same everywhere.
        skip_system_fonts=has_all(svg.splitlines()),
        font_files=[str(font_file())],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(image)
