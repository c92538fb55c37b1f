"""The briefing as slides: title, summary, picture, native tables; they open in an office suite."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from graphmou.briefing.document import Briefing, Column, TableRow
from graphmou.export.figure_slide import FONT
from graphmou.export.report_pptx import report_pptx, write_report_pptx
from graphmou.export.report_table import pages_of
from graphmou.language import Language
from tests.briefing.reports import briefing, hostile_briefing
from tests.export.figures import HOSTILE
from tests.export.pages import pages_of as pages_of_pdf
from tests.export.pages import slides_to_pdf


def slides(whole: Briefing) -> list[Any]:
    return list(Presentation(io.BytesIO(report_pptx(whole))).slides)


def titles(whole: Briefing) -> list[str]:
    return [slide.shapes.title.text_frame.text.replace("\v", "") for slide in slides(whole)]


def runs(slide: Any) -> list[str]:
    return [one.text or "" for one in slide.element.iter(qn("a:t"))]


def test_slides_stand_in_the_order_of_the_briefing() -> None:
    assert titles(briefing("spp-nakhon-pathom-1")) == [
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1",
        "สรุปสำหรับผู้บริหาร",
        "เครือข่ายความร่วมมือของสำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1",
        "ข้อตกลงความร่วมมือ",
        "โรงเรียนพี่เลี้ยงและโรงเรียนร่วมพัฒนา",
        "โรงเรียนในสังกัด และสิ่งที่ยังขาด",
        "บุคลากร",
        "ส่วนที่ยังไม่มีข้อมูล",
        "สิ่งที่ขาด และสิ่งที่ควรดำเนินการ",
        "แหล่งข้อมูล",
    ]
    assert titles(briefing("spm-34", "en"))[3] == "Parts without a record"


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("office", ["spp-nakhon-pathom-1", "spm-34", "spm-19"])
def test_tables_are_native_and_hold_every_row(office: str, language: Language) -> None:
    whole = briefing(office, language)
    tables = [shape.table for slide in slides(whole) for shape in slide.shapes if shape.has_table]
    shown = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert shown == [["\n".join(cell) for cell in row.cells] for part in whole.parts for row in part.rows]


def test_every_text_has_its_thai_font_and_every_shape_a_number_of_its_own() -> None:
    for slide in slides(briefing("spp-nakhon-pathom-1")):
        properties = list(slide.element.iter(qn("a:rPr")))
        assert properties
        assert {one.find(qn("a:cs")).get("typeface") for one in properties} == {FONT}
        numbers = [one.get("id") for one in slide.element.iter(qn("p:cNvPr"))]
        assert len(set(numbers)) == len(numbers)


def test_a_long_table_is_cut_into_slides_that_hold_it() -> None:
    columns = (Column("โรงเรียน", 60), Column("จำนวน", 40, "end"))
    rows = [TableRow((("โรงเรียนบ้านหนองขาม",) * (1 + place % 4), (str(place),))) for place in range(100)]
    pages = list(pages_of(columns, rows, 1400, 600))
    assert [row for page in pages for row in page.rows] == rows
    assert len(pages) > 5
    assert all(sum(page.heights) < 600 for page in pages)


def test_a_row_higher_than_a_slide_is_shortened_and_says_so() -> None:
    columns = (Column("โรงเรียน", 100),)
    (page,) = pages_of(columns, [TableRow((("ก" * 40,) * 60,))], 500, 600)
    assert page.rows[0].cells[0][-1] == "…"
    assert sum(page.heights) < 600


def test_the_same_briefing_gives_the_same_bytes() -> None:
    data = report_pptx(briefing("spm-34"))
    assert data == report_pptx(briefing("spm-34"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    data = report_pptx(hostile_briefing(text))
    assert len(Presentation(io.BytesIO(data)).slides) >= 10
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for part in file.namelist():
            content = file.read(part)
            assert b'TargetMode="External"' not in content
            assert b"hlink" not in content or part.startswith(("ppt/theme", "ppt/slideMaster"))


def test_it_opens_in_an_office_suite_with_all_its_thai(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = briefing("spp-nakhon-pathom-1")
    write_report_pptx(whole, tmp_path / "report.pptx")
    pdf = slides_to_pdf(tmp_path / "report.pptx", tmp_path_factory.mktemp("libreoffice"))
    pages = pages_of_pdf(pdf)
    assert len(pages) == len(slides(whole))
    for page in pages:
        # Nothing runs over the right edge, or under the lower one.
        assert page.crop((page.width - 30, 0, page.width, page.height)).getextrema()[0] > 250
        assert page.crop((0, page.height - 12, page.width, page.height)).getextrema()[0] > 250
        assert page.getextrema()[0] < 120, "something is written on it"
