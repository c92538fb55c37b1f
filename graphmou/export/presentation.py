"""A presentation as a whole: slides of 16:9 with a title each, and a file that is the same for the same slides."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Emu

from graphmou.export.figure_frame import PAGE_HEIGHT, PAGE_WIDTH
from graphmou.export.figure_slide import EMU, NAMESPACES, paragraphs
from graphmou.export.figure_text import Block, clean
from graphmou.view.text import shortened

__all__ = ["add_slide", "bytes_of", "new_presentation"]

_TITLE_ONLY = 5
_MOST_TITLE = 255
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def new_presentation() -> Any:
    """One without slides, as wide as a figure; its layouts included, which python-pptx has in 4:3."""
    presentation = Presentation()
    wider = PAGE_WIDTH * EMU / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Emu(round(PAGE_WIDTH * EMU)), Emu(round(PAGE_HEIGHT * EMU))
    master = presentation.slide_master
    for holder in (master, *master.slide_layouts):
        for one in holder.shapes:
            # Only what has a place of its own: the others inherit it.
            if one.element.spPr.xfrm is not None:
                one.left, one.width = Emu(round(one.left * wider)), Emu(round(one.width * wider))
    return presentation


def add_slide(presentation: Any, title: Block) -> Any:
    """A slide with nothing but its title, which outlines and readers of the screen find."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
    holder = slide.shapes.title
    holder.left, holder.top = Emu(round(title.x * EMU)), Emu(round(title.top * EMU))
    holder.width, holder.height = Emu(round((PAGE_WIDTH - 2 * title.x) * EMU)), Emu(round(title.height * EMU))
    body = paragraphs(title).replace("<p:txBody>", f"<p:txBody {NAMESPACES}>", 1)
    holder.element.replace(holder.element.txBody, parse_xml(body))
    return slide


def bytes_of(presentation: Any, title: str, day: str) -> bytes:
    """The file. ``day`` (ISO) is when it says it was made."""
    about = presentation.core_properties
    about.author = about.last_modified_by = "graphmou"
    about.title = shortened(clean(title), _MOST_TITLE)
    about.created = about.modified = datetime.fromisoformat(day)
    file = io.BytesIO()
    presentation.save(file)
    return _without_times(file.getvalue())


def _without_times(data: bytes) -> bytes:
    """The same archive with one date for every part, so that the same slides are the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return file.getvalue()
