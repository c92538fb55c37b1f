"""PDF: vectors, Thai that can be selected and stands where it stands in the other formats."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from graphmou.errors import ExportError
from graphmou.export.figure_frame import make_frame
from graphmou.export.figure_pdf import pdf_file, write_pdf
from graphmou.export.figure_png import png_image
from graphmou.language import Text
from tests.export.figures import HARD_WORDS, HOSTILE, PICTURES, hostile, made_node, picture, scene_of, word_scene
from tests.export.pages import SCALE, ink_of, pages_of, same_ink


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A page of Thai words that are hard to set."""
    write_pdf(word_scene(), tmp_path / "words.pdf")
    return tmp_path / "words.pdf"


def test_thai_marks_stand_where_they_stand_in_the_image(words: Path) -> None:
    scene = word_scene()
    (page,) = pages_of(words)
    image = Image.open(io.BytesIO(png_image(scene, SCALE))).convert("L")
    labels = [make_frame(scene).label(node) for node in scene.nodes]
    found = [same_ink(ink_of(image, label), ink_of(page, label)) for label in labels]
    assert min(found) > 0.97, dict(zip(HARD_WORDS, found, strict=True))


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_of_a_slides_size_is_all_vectors_with_one_embedded_font(name: str) -> None:
    document = pypdfium2.PdfDocument(pdf_file(picture(name)))
    assert len(document) == 1
    assert document[0].get_size() == (960, 540)
    objects = list(document[0].get_objects())
    kinds = {one.type for one in objects}
    assert pdfium.FPDF_PAGEOBJ_IMAGE not in kinds
    assert pdfium.FPDF_PAGEOBJ_PATH in kinds
    assert pdfium.FPDF_PAGEOBJ_TEXT in kinds
    fonts = {one.get_font().get_base_name() for one in objects if one.type == pdfium.FPDF_PAGEOBJ_TEXT}
    assert len(fonts) == 1
    assert all("NotoSansThai" in font for font in fonts)


def test_its_text_can_be_selected() -> None:
    scene = picture("one-office")
    text = pypdfium2.PdfDocument(pdf_file(scene))[0].get_textpage().get_text_range()
    assert "MOU" in text
    assert "สพป.นครปฐม" in text
    assert "ร.ร.บ้านลำพยา" in text
    assert "แหล่งข้อมูล" in text


def test_it_says_its_title() -> None:
    document = pypdfium2.PdfDocument(pdf_file(picture("mentoring")))
    assert document.get_metadata_dict()["Title"] == picture("mentoring").title.th


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert pdf_file(picture("gaps")) == pdf_file(replace(picture("gaps")))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    data = pdf_file(hostile(picture("mentoring"), text))
    assert len(pypdfium2.PdfDocument(data)) == 1
    for word in (b"/JavaScript", b"/URI", b"/Launch", b"/EmbeddedFile"):
        assert word not in data


def test_a_name_cannot_speak_to_the_typesetter() -> None:
    name = '#sys.version #read("x") $a^2$'
    text = pypdfium2.PdfDocument(pdf_file(scene_of(made_node(0, name, 0, 0))))[0].get_textpage().get_text_range()
    assert '#sys.version #read("x") $a^2$' in text


def test_letters_that_our_font_lacks_do_not_stop_it() -> None:
    assert len(pypdfium2.PdfDocument(pdf_file(scene_of(title=Text("學校", "學校 ☃")))))


def test_without_typst_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportError, match=r'pip install "graphmou\[pdf\]"') as refused:
        write_pdf(picture("mentoring"), tmp_path / "picture.pdf")
    assert 'pip install "graphmou[pdf]"' in refused.value.in_("th")
    assert not list(tmp_path.iterdir())
