"""The shapes of a slide as DrawingML: native, editable, every text with its Thai font.

Units are those of a figure's page (1600 by 900); a slide of 13.33 by 7.5 inches has 7620 EMU for each. What comes from
data passes through ``clean`` and is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from graphmou.export.figure_sites import Preset, Site
from graphmou.export.figure_text import Anchor, Block, clean
from graphmou.layout import Box

__all__ = [
    "EMU",
    "FONT",
    "NAMESPACES",
    "Look",
    "Numbers",
    "connector",
    "group",
    "line",
    "paragraphs",
    "run",
    "shape",
    "text_box",
]

EMU = 7620
FONT = "Leelawadee UI"
"""Thai and Latin, on every Windows since 8 and in Office for Mac; what lacks it takes another Thai font."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ALIGNED: Mapping[Anchor, str] = {"start": "l", "middle": "ctr", "end": "r"}
_THAI = re.compile("[\u0e01-\u0e5b]")
_MOST_NAME, _MOST_TOLD = 120, 500


class Numbers:
    """The numbers of the shapes on one slide, in the order they are made. 1 is the slide itself."""

    def __init__(self, used: int) -> None:
        self._last = used

    def next(self) -> int:
        """A number that no other shape has."""
        self._last += 1
        return self._last


@dataclass(frozen=True, slots=True)
class Look:
    """Fill, outline and dashes of a shape. None for no fill, or no outline."""

    fill: str | None = None
    outline: str | None = None
    width: float = 1.0
    dashed: bool = False
    opacity: float = 1.0


def shape(number: int, name: str, told: str, box: Box, preset: Preset, look: Look, text: str = "") -> str:
    """A preset shape; ``text`` is its ``p:txBody``, none where it is empty."""
    adjustments = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in preset.adjustments.items())
    return (
        f"<p:sp {NAMESPACES}><p:nvSpPr>{_named(number, name, told)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_place(box)}<a:prstGeom prst="{preset.name}"><a:avLst>{adjustments}</a:avLst></a:prstGeom>'
        f"{_fill(look.fill, look.opacity)}{_outline(look)}</p:spPr>{text or _no_text()}</p:sp>"
    )


def text_box(number: int, name: str, block: Block, look: Look | None = None) -> str:
    """A box as large as its text, which does not wrap it anew."""
    box = Box(block.left + block.width / 2, block.top + block.height / 2, block.width, block.height)
    chosen = look or Look()
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr>{_named(number, name, "")}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill(chosen.fill, chosen.opacity)}{_outline(chosen)}</p:spPr>{paragraphs(block)}</p:sp>"
    )


def paragraphs(block: Block, *, anchor: str = "t", inset: tuple[float, float] = (0.0, 0.0), broken: bool = True) -> str:
    """The ``p:txBody`` of a text: its lines as line breaks of one paragraph, or each a paragraph of its own."""
    left, top = (round(value * EMU) for value in inset)
    runs = [run(line, block.size, block.colour) for line in block.lines if line]
    joined = ["<a:br/>".join(runs)] if broken else runs
    style = (
        f'<a:pPr algn="{_ALIGNED[block.anchor]}"><a:lnSpc><a:spcPts val="{round(block.line_height * 60)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>'
    )
    return (
        f'<p:txBody><a:bodyPr wrap="none" lIns="{left}" tIns="{top}" rIns="0" bIns="0" anchor="{anchor}" rtlCol="0">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(f'<a:p>{style}{one}</a:p>' for one in joined) or '<a:p/>'}"
        f"</p:txBody>"
    )


def connector(
    number: int, name: str, told: str, ends: tuple[Site, Site], shapes: tuple[int, int], look: Look, *, arrow: bool
) -> str:
    """A straight connector, glued to two shapes by their numbers."""
    (begin, end), (first, second) = ends, shapes
    glue = f'<a:stCxn id="{first}" idx="{begin.number}"/><a:endCxn id="{second}" idx="{end.number}"/>'
    return _connector(number, name, told, (begin.x, begin.y, end.x, end.y), glue, look, arrow)


def line(number: int, name: str, ends: tuple[float, float, float, float], look: Look, *, arrow: bool) -> str:
    """A straight line that holds on to nothing."""
    return _connector(number, name, "", ends, "", look, arrow)


def group(number: int, name: str, told: str, boxes: Sequence[Box], members: Iterable[str]) -> str:
    """Shapes that are moved together; ``boxes`` are what they cover."""
    left, top = min(box.x - box.width / 2 for box in boxes), min(box.y - box.height / 2 for box in boxes)
    right, bottom = max(box.x + box.width / 2 for box in boxes), max(box.y + box.height / 2 for box in boxes)
    place = _xywh(left, top, right - left, bottom - top)
    inner = place.replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt")
    return (
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>{_named(number, name, told)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></p:grpSpPr>{''.join(members)}</p:grpSp>"
    )


def _connector(
    number: int, name: str, told: str, ends: tuple[float, float, float, float], glue: str, look: Look, arrow: bool
) -> str:
    x1, y1, x2, y2 = ends
    turned = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
    return (
        f"<p:cxnSp {NAMESPACES}><p:nvCxnSpPr>{_named(number, name, told)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr><a:xfrm{turned}>{_xywh(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))}</a:xfrm>"
        f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>{_outline(look, head)}</p:spPr></p:cxnSp>'
    )


def _named(number: int, name: str, told: str) -> str:
    about = f" descr={_attribute(told, _MOST_TOLD)}" if told else ""
    return f'<p:cNvPr id="{number}" name={_attribute(name, _MOST_NAME)}{about}/>'


def _attribute(text: str, most: int) -> str:
    return quoteattr(clean(text)[:most])


def _place(box: Box) -> str:
    return f"<a:xfrm>{_xywh(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)}</a:xfrm>"


def _xywh(left: float, top: float, width: float, height: float) -> str:
    x, y, cx, cy = (round(value * EMU) for value in (left, top, width, height))
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'


def _fill(colour: str | None, opacity: float) -> str:
    if colour is None:
        return "<a:noFill/>"
    pale = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}">{pale}</a:srgbClr></a:solidFill>'


def _outline(look: Look, head: str = "") -> str:
    if look.outline is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDash"/>' if look.dashed else ""
    return f'<a:ln w="{round(look.width * EMU)}">{_fill(look.outline, 1)}{dash}<a:round/>{head}</a:ln>'


def _no_text() -> str:
    return "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>"


def run(text: str, size: float, colour: str, *, bold: bool = False) -> str:
    """A text in one size and colour: ``a:r``."""
    language = "th-TH" if _THAI.search(text) else "en-US"
    heavy = ' b="1"' if bold else ""
    return (
        f'<a:r><a:rPr lang="{language}" sz="{max(100, round(size * 60))}"{heavy} dirty="0">{_fill(colour, 1)}'
        f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
        f"<a:t>{escape(clean(text))}</a:t></a:r>"
    )
