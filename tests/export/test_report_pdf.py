"""The briefing as PDF: right Thai to be selected and searched, the picture as vectors, nothing said to typst."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.briefing.document import Briefing
from graphmou.export.report_pdf import report_pdf, write_report_pdf
from graphmou.language import Language
from graphmou.model import LABELS
from tests.briefing.reports import briefing, hostile_briefing, texts_of
from tests.export.figures import HARD_WORDS, HOSTILE

OFFICES = ("spp-nakhon-pathom-1", "spm-34", "spm-19", "onesqa")
A4 = (595, 842)


def squeezed(text: str) -> str:
    """Without blanks and line ends: where lines end is the page's affair."""
    return re.sub(r"[\s\ufffe\ufeff\u200b]+", "", text)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("office", OFFICES)
def test_every_text_can_be_copied_as_it_was_written(office: str, language: Language) -> None:
    whole = briefing(office, language)
    found = text_of(report_pdf(whole))
    severities = {"error", "warning", "info", "start", "end", language}
    missing = [text for text in texts_of(whole) if text not in severities and squeezed(text) not in found]
    # A column next to it may stand between the two lines of a text.
    assert [text for text in missing if len(text) < 25] == []
    assert len(missing) <= len(texts_of(whole)) / 20, missing


@pytest.mark.parametrize("word", HARD_WORDS)
def test_marks_of_thai_are_copied_once_and_in_order(word: str) -> None:
    assert squeezed(word) in text_of(report_pdf(hostile_briefing(word)))
    assert text_of(report_pdf(hostile_briefing(word))).count(squeezed(word)) > 20


def test_pages_are_a4_and_that_of_the_picture_lies() -> None:
    document = pypdfium2.PdfDocument(report_pdf(briefing("spp-nakhon-pathom-1")))
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    assert sizes[:3] == [A4, A4[::-1], A4]
    picture = document[1]
    # Vectors and text, no bitmap.
    kinds = {item.type for item in picture.get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    shown = squeezed(picture.get_textpage().get_text_bounded())
    assert "ร.ร.บ้านอ้อกระทิง" in shown
    assert LABELS["School"].title.th in shown


def test_nothing_runs_over_the_edge_of_a_page() -> None:
    for office in OFFICES:
        for page in pypdfium2.PdfDocument(report_pdf(briefing(office))):
            image = page.render(scale=1).to_pil().convert("L")
            margin = 20
            for box in (
                (0, 0, margin, image.height),
                (image.width - margin, 0, image.width, image.height),
                (0, 0, image.width, margin),
                (0, image.height - margin, image.width, image.height),
            ):
                assert image.crop(box).getextrema()[0] == 255, office


def test_the_same_briefing_gives_the_same_bytes(tmp_path: Path) -> None:
    write_report_pdf(briefing("spm-34"), tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == report_pdf(briefing("spm-34"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    data = report_pdf(hostile_briefing(text))
    assert len(pypdfium2.PdfDocument(data)) >= 3
    assert not re.search(rb"/(JavaScript|JS|Launch|URI|OpenAction|EmbeddedFile)\b", data)


def test_what_looks_like_typst_is_shown_letter_by_letter() -> None:
    code = '#panic("x") #read("/etc/passwd") $x$ ] } *b* @c'
    assert squeezed(code) in text_of(report_pdf(hostile_briefing(code)))


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=15, deadline=None)
def test_any_text_gives_a_document(text: str) -> None:
    whole: Briefing = hostile_briefing(text)
    assert report_pdf(whole).startswith(b"%PDF")
