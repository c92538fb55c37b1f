"""Slides: native shapes with glued connectors, Thai as in the SVG when an office suite opens them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from graphmou.export.figure_font import font_file
from graphmou.export.figure_frame import make_frame
from graphmou.export.figure_png import png_image
from graphmou.export.figure_pptx import pptx_file, write_pptx
from graphmou.export.figure_slide import FONT
from graphmou.language import Text
from graphmou.view.scene import Scene, SceneGap, SceneStep
from tests.export.figures import (
    HARD_WORDS,
    HOSTILE,
    PICTURES,
    hostile,
    made_edge,
    made_node,
    picture,
    scene_of,
    word_scene,
)
from tests.export.pages import SCALE, ink_of, pages_of, same_ink, slides_to_pdf

WILD = st.text(st.characters(exclude_categories=()), max_size=60)


def slides(scenes: Scene | list[Scene]) -> list[Any]:
    return list(Presentation(io.BytesIO(pptx_file(scenes))).slides)


def elements(slide: Any, tag: str) -> Iterator[Any]:
    return slide.element.iter(qn(tag))


def named(slide: Any) -> dict[int, str]:
    return {int(one.get("id")): one.get("name") for one in elements(slide, "p:cNvPr")}


def runs(slide: Any) -> list[str]:
    return [one.text or "" for one in elements(slide, "a:t")]


@pytest.mark.parametrize("name", PICTURES)
def test_a_slide_has_every_node_line_legend_and_source(name: str) -> None:
    scene = picture(name)
    slide = slides(scene)[0]
    text = runs(slide)
    names = list(named(slide).values())
    for node in scene.nodes:
        assert node.name.th[:120] in names
        assert all(line in text for line in node.lines.th if line)
    assert "".join(run.text for run in slide.shapes.title.text_frame.paragraphs[0].runs)
    assert len(list(elements(slide, "p:cxnSp"))) >= len(scene.edges)
    assert "คำอธิบายสัญลักษณ์" in names
    assert "แหล่งข้อมูล" in names
    assert (slide.part.package.presentation_part.presentation.slide_width) == 12192000
    assert len(named(slide)) == len(list(elements(slide, "p:cNvPr"))), "numbers of shapes are unique"


def test_connectors_lie_below_the_shapes_and_are_glued_to_those_they_join() -> None:
    scene = picture("mentoring")
    slide = slides(scene)[0]
    by_number = named(slide)
    by_key = {node.key: node.name.th for node in scene.nodes}
    glued = []
    seen_group = False
    for element in slide.shapes._spTree:
        seen_group = seen_group or element.tag == qn("p:grpSp")
        start = element.find(".//" + qn("a:stCxn")) if element.tag == qn("p:cxnSp") else None
        if start is not None:
            assert not seen_group
            end = element.find(".//" + qn("a:endCxn"))
            glued.append((by_number[int(start.get("id"))], by_number[int(end.get("id"))]))
    assert sorted(glued) == sorted((by_key[edge.source], by_key[edge.target]) for edge in scene.edges)


def test_every_text_has_its_thai_font_and_language() -> None:
    for slide in slides(picture("five-networks")):
        for run in elements(slide, "a:r"):
            properties = run.find(qn("a:rPr"))
            assert properties.find(qn("a:cs")).get("typeface") == FONT
            assert properties.find(qn("a:latin")).get("typeface") == FONT
            if any("ก" <= char <= "๛" for char in run.findtext(qn("a:t"))):
                assert properties.get("lang") == "th-TH"


def test_a_node_is_told_in_words_with_its_gaps() -> None:
    gap = SceneGap("check", "error", Text("no term", "ไม่มีกำหนด"))
    slide = slides(scene_of(made_node(0, "โรงเรียน", 0, 0, gaps=(gap,))))[0]
    told = [one.get("descr") for one in elements(slide, "p:cNvPr") if one.get("descr")]
    assert "โรงเรียน · ไม่มีกำหนด" in told
    assert "!" in runs(slide)


def test_a_story_has_a_slide_for_each_step_with_all_else_pale() -> None:
    scene = scene_of(made_node(0, "ก", 0, 0), made_node(1, "ข", 200, 0), edges=(made_edge(0, "n0", "n1"),))
    step = SceneStep(Text("Step", "ขั้น"), Text("What it says", "คำบรรยายของขั้น"), ("n0",))
    whole, first = slides(replace(scene, steps=(step,)))
    assert whole.shapes.title.text_frame.text == "ชื่อภาพ"
    assert first.shapes.title.text_frame.text == "ขั้น"
    assert "คำบรรยายของขั้น" in runs(first)
    fills = {
        number: [one.get("val") for one in slide.element.iter(qn("a:srgbClr")) if one.get("val") == "009E73"]
        for number, slide in enumerate((whole, first))
    }
    assert len(fills[0]) == 3  # two nodes and their line
    assert len(fills[1]) == 1


def test_a_story_that_opens_with_the_whole_has_no_slide_before_it() -> None:
    scene = picture("story")
    assert not scene.steps[0].highlight
    assert [slide.shapes.title.text_frame.text for slide in slides(scene)] == [step.title.th for step in scene.steps]


def test_several_pictures_are_several_slides() -> None:
    assert len(slides([picture("mentoring"), picture("gaps")])) == 2


def test_the_same_scenes_give_the_same_bytes() -> None:
    first = pptx_file(picture("gaps"))
    assert first == pptx_file(replace(picture("gaps")))
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    data = pptx_file(hostile(picture("mentoring"), text))
    assert len(Presentation(io.BytesIO(data)).slides) == 2
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for part in file.namelist():
            content = file.read(part)
            assert b'TargetMode="External"' not in content
            assert b"hlink" not in content or part.startswith(("ppt/theme", "ppt/slideMaster"))


@given(WILD, WILD)
@settings(max_examples=15, deadline=None)
def test_any_text_gives_slides_that_open(one: str, other: str) -> None:
    nodes = made_node(0, one, 0, 0), made_node(1, other, 100, 0)
    scene = scene_of(*nodes, edges=(made_edge(0, "n0", "n1"),), title=Text(one, one), caption=Text(other, other))
    assert len(slides(scene)) == 1


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder: the first start in it takes a while."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> Callable[[Path | None], list[float]]:
    """For each hard word, how much of its ink lies on the slide where it lies in the picture; by the slide's font."""

    def compare(font: Path | None) -> list[float]:
        scene = word_scene()
        folder = tmp_path_factory.mktemp("slides")
        write_pptx(scene, folder / "words.pptx")
        other = profile if font is None else folder / "profile"
        (slide,) = pages_of(slides_to_pdf(folder / "words.pptx", other, font))
        image = Image.open(io.BytesIO(png_image(scene, SCALE))).convert("L")
        frame = make_frame(scene)
        labels = [frame.label(node) for node in scene.nodes]
        return [same_ink(ink_of(image, label), ink_of(slide, label)) for label in labels]

    return compare


def test_thai_marks_stand_on_the_slide_where_they_stand_in_the_picture(
    compared: Callable[[Path | None], list[float]],
) -> None:
    found = compared(None)
    assert len(found) == len(HARD_WORDS)
    assert min(found) > 0.97, dict(zip(HARD_WORDS, found, strict=True))


@pytest.mark.parametrize("broken", ["marks out of place", "no Thai letters"])
def test_that_comparison_sees_a_broken_font(
    compared: Callable[[Path | None], list[float]], tmp_path: Path, broken: str
) -> None:
    font = TTFont(font_file())
    if broken == "marks out of place":
        del font["GPOS"], font["GSUB"]
    else:
        for table in font["cmap"].tables:
            table.cmap = {place: glyph for place, glyph in table.cmap.items() if place < 0x0E00}
    font.save(tmp_path / "broken.ttf")
    found = compared(tmp_path / "broken.ttf")
    assert min(found) < 0.9, found


def test_hostile_slides_open_in_an_office_suite(tmp_path: Path, profile: Path) -> None:
    scenes = [hostile(picture("mentoring"), text) for text in HOSTILE[:6]]
    write_pptx(scenes, tmp_path / "hostile.pptx")
    assert len(pages_of(slides_to_pdf(tmp_path / "hostile.pptx", profile))) == 12


def test_all_pictures_open_in_an_office_suite_with_a_page_for_each_slide(tmp_path: Path, profile: Path) -> None:
    scenes = [picture(name) for name in PICTURES]
    write_pptx(scenes, tmp_path / "all.pptx")
    pages = pages_of(slides_to_pdf(tmp_path / "all.pptx", profile))
    assert len(pages) == len(PICTURES) - 1 + len(picture("story").steps)
