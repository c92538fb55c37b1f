"""A slide of a briefing: its title, the rule below it, its foot, and what is put on it from above downwards."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml

from graphmou.briefing.document import Column
from graphmou.export.figure_frame import PAGE_HEIGHT, PAGE_WIDTH
from graphmou.export.figure_marks import GAP_LOOKS
from graphmou.export.figure_sites import PRESETS, Preset
from graphmou.export.figure_slide import Look, Numbers, line, paragraphs, shape, text_box
from graphmou.export.figure_text import Block, wrapped
from graphmou.export.presentation import add_slide
from graphmou.export.report_table import Page, add_table
from graphmou.layout import Box
from graphmou.queries.saved import Severity

__all__ = ["ACCENT", "BOTTOM", "DEEP", "INK", "LINE", "SIDE", "SOFT", "TOP", "WIDTH", "ReportSlide"]

SIDE = 64.0
"""From the edge of the slide to what stands on it."""
WIDTH = PAGE_WIDTH - 2 * SIDE
TOP = 124.0
BOTTOM = PAGE_HEIGHT - 66.0
"""What stands on a slide begins and ends here: below the title, above the foot."""
INK, SOFT, DEEP, ACCENT = "#1A1A1A", "#565D66", "#004A75", "#0072B2"
LINE = 1.5
"""From one line to the next, in text sizes."""
_GROUND, _RULE = "#F5F6F8", "#D5D9DE"
_TITLE_TOP, _TITLE, _FOOT = 40.0, 36.0, 14.0
_SQUARE = Preset("rect", PRESETS["pill"].sites, {})
_TILE = Preset("roundRect", PRESETS["pill"].sites, {"adj": 5000})


class ReportSlide:
    """One slide in the making. ``top`` is where the next thing may stand."""

    def __init__(self, presentation: Any, title: Block) -> None:
        self.slide = add_slide(presentation, title)
        self.top = title.top + title.height
        self._numbers = Numbers(self.slide.shapes.title.shape_id)

    @classmethod
    def with_frame(cls, presentation: Any, title: str, foot: str) -> ReportSlide:
        """One with the frame that all but the first have."""
        made = cls(presentation, Block(wrapped(title, WIDTH, _TITLE, 1), SIDE, _TITLE_TOP, _TITLE, _TITLE * LINE, DEEP))
        made.rule(made.top + 8, ACCENT, 2.4)
        made.text(foot, SIDE, BOTTOM + 20, _FOOT, SOFT, width=WIDTH - 80)
        number = Block(
            (str(len(presentation.slides)),), PAGE_WIDTH - SIDE, BOTTOM + 20, _FOOT, _FOOT * LINE, SOFT, "end"
        )
        made._add(text_box(made._numbers.next(), number.lines[0], number))
        made.top = TOP
        return made

    def text(
        self, text: str, left: float, top: float, size: float, colour: str = INK, *, width: float = WIDTH, most: int = 1
    ) -> float:
        """Put a text there, in at most so many lines; where it ends."""
        block = Block(wrapped(text, width, size, most), left, top, size, size * LINE, colour)
        if block.lines:
            self._add(text_box(self._numbers.next(), block.lines[0], block))
        return block.top + block.height

    def rule(
        self, y: float, colour: str = _RULE, wide: float = 1.0, *, left: float = SIDE, width: float = WIDTH
    ) -> None:
        """A line across."""
        look = Look(outline=colour, width=wide)
        self._add(line(self._numbers.next(), "", (left, y, left + width, y), look, arrow=False))

    def tile(self, box: Box) -> None:
        """A pale ground."""
        self._add(shape(self._numbers.next(), "", "", box, _TILE, Look(_GROUND)))

    def mark(self, severity: Severity | None, x: float, y: float) -> None:
        """The mark of a gap, or the square of what is none."""
        if severity is None:
            self._add(shape(self._numbers.next(), "", "", Box(x, y, 10, 10), _SQUARE, Look(ACCENT)))
            return
        mark = GAP_LOOKS[severity]
        sign = Block((mark.sign,), x, y - 8, 13.0, 16.0, mark.ink, "middle")
        look = Look(mark.fill, mark.outline, 1.2)
        text = paragraphs(sign, anchor="ctr")
        self._add(shape(self._numbers.next(), severity, "", Box(x, y, 18, 18), PRESETS["circle"], look, text))

    def table(self, name: str, columns: tuple[Column, ...], page: Page) -> None:
        """The rows of a page, at ``top``. Nothing may be put on the slide after it."""
        height = BOTTOM - self.top
        add_table(self.slide, name, columns, page, Box(PAGE_WIDTH / 2, self.top + height / 2, WIDTH, height))

    def _add(self, xml: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(xml))
