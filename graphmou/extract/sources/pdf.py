"""A PDF with a text layer to its text.

By pypdfium2 (PDFium, the reader inside Chrome). Measured on Thai PDFs of Chromium, typst, fpdf2 and reportlab: pypdf
loses every tone mark whose glyph has no character of its own, because it does not read the text that a browser writes
for such a cluster (``ActualText``); PDFium reads it, but once for each piece of the cluster. So all pieces of a cluster
but the first are taken away before the text is asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text

__all__ = ["pdf_text"]

_MOST_PAGES = 500
_MOST_OBJECTS = 500_000
_MOST_CHARACTERS = 10_000_000
_SPLIT = Text("split it: one file for each press release", "แบ่งไฟล์ให้เหลือข่าวประชาสัมพันธ์ละหนึ่งไฟล์")
_SARA_AM = "\u0e33"
# A gap narrower than this part of the font's size is no blank (measured: 0.12 to 0.17 after sara am; blanks 0.3).
_NARROW = 0.2
_BLANKS_AT_END = re.compile(r"[ \t]+(?=\n)")


def pdf_text(raw: bytes, path: Path) -> str:
    """The text of the pages, one empty line between two.

    Raises:
        Unreadable: it is damaged, locked, too long, or has no text layer (a scan).
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        said = Text(f"is no PDF that can be opened ({error})", "ไม่ใช่ไฟล์ PDF ที่เปิดได้")
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            said = Text("is locked with a password", "ถูกล็อกด้วยรหัสผ่าน")
        raise Unreadable(
            path, said, Text("open it, and save it anew without a password", "เปิดไฟล์แล้วบันทึกใหม่โดยไม่ตั้งรหัสผ่าน")
        ) from None
    try:
        if len(document) > _MOST_PAGES:
            said = Text(
                f"has {len(document)} pages, at most {_MOST_PAGES} are read",
                f"มี {len(document)} หน้า อ่านได้ไม่เกิน {_MOST_PAGES} หน้า",
            )
            raise Unreadable(path, said, _SPLIT)
        pages = _pages(document, path)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(path, Text(f"is damaged ({error})", "ไฟล์ชำรุด"), Text("save it anew", "บันทึกไฟล์ใหม่")) from None
    finally:
        document.close()
    text = "\n\n".join(page for page in pages if page)
    if not text:
        said = Text("has no text layer: it holds pictures of pages", "ไม่มีชั้นข้อความ มีเพียงภาพของหน้ากระดาษ")
        advice = Text(
            "run it through a text recognition (OCR), or type the text into a .txt file",
            "ใช้โปรแกรมรู้จำอักขระ (OCR) หรือพิมพ์ข้อความเป็นไฟล์ .txt",
        )
        raise Unreadable(path, said, advice)
    return text


def _pages(document: Any, path: Path) -> list[str]:
    """The text of each page; a file of few bytes may unfold to endless pages, so what is read is counted."""
    pages: list[str] = []
    characters = objects = 0
    for number in range(len(document)):
        page = document[number]
        objects += pdfium.FPDFPage_CountObjects(page)
        if objects > _MOST_OBJECTS or characters > _MOST_CHARACTERS:
            said = Text("unfolds to more than any press release holds", "เมื่อคลายแล้วมีเนื้อหามากเกินกว่าข่าวประชาสัมพันธ์ทั่วไป")
            raise Unreadable(path, said, _SPLIT)
        pages.append(_page_text(page))
        characters += len(pages[-1])
    return pages


def _page_text(page: Any) -> str:
    right_edges = _keep_clusters_once(page)
    textpage = page.get_textpage()
    try:
        text = "".join(_characters(textpage, right_edges))
    finally:
        textpage.close()
        page.close()
    return _BLANKS_AT_END.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _keep_clusters_once(page: Any) -> dict[int, float]:
    """Take away all pieces of a cluster but the first; the right edge of each cluster, by the mark that names it."""
    right_edges: dict[int, float] = {}
    surplus: list[Any] = []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        piece = pdfium.FPDFPage_GetObject(page, index)
        mark = _actual_text_mark(piece)
        if mark is None:
            continue
        if mark in right_edges:
            surplus.append(piece)
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(piece, left, bottom, right, top)
        right_edges[mark] = max(right_edges.get(mark, right.value), right.value)
    for piece in surplus:
        pdfium.FPDFPage_RemoveObject(page, piece)
        pdfium.FPDFPageObj_Destroy(piece)
    return right_edges


def _actual_text_mark(piece: Any) -> int | None:
    """Which marked content with a text of its own a text object belongs to; None where it belongs to none."""
    if pdfium.FPDFPageObj_GetType(piece) != pdfium.FPDF_PAGEOBJ_TEXT:
        return None
    for index in range(pdfium.FPDFPageObj_CountMarks(piece)):
        mark = pdfium.FPDFPageObj_GetMark(piece, index)
        length = ctypes.c_ulong()
        # An empty text has only its end, two bytes.
        if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length) and length.value > 2:
            return ctypes.cast(mark, ctypes.c_void_p).value
    return None


def _characters(textpage: Any, right_edges: dict[int, float]) -> Iterator[str]:
    """The characters, without the blanks PDFium sees inside a word because only a cluster's first piece is left."""
    edge: float | None = None
    before = ""
    for index in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index) or 32)
        if pdfium.FPDFText_IsGenerated(textpage, index):
            if character == " " and (edge is not None or before == _SARA_AM) and _is_narrow(textpage, index, edge):
                continue
        elif right_edges:
            piece = pdfium.FPDFText_GetTextObject(textpage, index)
            mark = _actual_text_mark(piece) if piece else None
            edge = None if mark is None else right_edges.get(mark)
        before = character
        yield character


def _is_narrow(textpage: Any, index: int, edge: float | None) -> bool:
    """Whether the gap at a blank that PDFium made is no blank: from the cluster's ``edge`` to the next character."""
    if index + 1 >= textpage.count_chars():
        return False
    if edge is None:
        edge = _box(textpage, index - 1)[1]
    left = _box(textpage, index + 1)[0]
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index + 1, matrix)
    size = pdfium.FPDFText_GetFontSize(textpage, index + 1) * math.hypot(matrix.c, matrix.d)
    return bool(left - edge < _NARROW * size)


def _box(textpage: Any, index: int) -> tuple[float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return left.value, right.value
