"""SVG: well-formed whatever it is given, complete in itself, the same for the same scene."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.errors import ExportError
from graphmou.export.figure_font import font_file, has_all, web_font
from graphmou.export.figure_svg import svg_text, write_svg
from graphmou.language import Text
from graphmou.view.scene import SceneGap
from tests.export.figures import HOSTILE, PICTURES, hostile, made_edge, made_node, picture, scene_of

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ALLOWED = {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
WILD = st.text(st.characters(exclude_categories=()), max_size=60)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def texts(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def by_key(svg: ET.Element, key: str) -> ET.Element:
    return next(group for group in svg.iter(f"{SVG}g") if group.get("id") == key)


@pytest.mark.parametrize("name", PICTURES)
def test_every_node_and_line_is_drawn_with_its_name(name: str) -> None:
    scene = picture(name)
    svg = parsed(svg_text(scene))
    said = "".join(texts(svg))
    for node in scene.nodes:
        group = by_key(svg, node.key)
        assert (group.findtext(f"{SVG}title") or "").startswith(node.name.th)
        assert group.find(f"{SVG}path") is not None
        assert all(line in texts(group) for line in node.lines.th if line)
    for edge in scene.edges:
        assert by_key(svg, edge.key).find(f"{SVG}path") is not None
    assert scene.title.th in said
    assert svg.findtext(f"{SVG}title") == scene.title.th
    assert svg.get(LANG) == "th"


def test_inferred_lines_and_ghosts_are_dashed_and_no_others() -> None:
    scene = picture("five-networks")
    svg = parsed(svg_text(scene))
    for edge in scene.edges:
        dashes = by_key(svg, edge.key).find(f"{SVG}path").get("stroke-dasharray")  # type: ignore[union-attr]
        assert bool(dashes) == (edge.basis == "inferred" or "ghost" in edge.flags)
    ghosts = [node for node in scene.nodes if "ghost" in node.flags]
    assert {node.unnamed for node in ghosts} == {1, 38}
    for node in ghosts:
        group = by_key(svg, node.key)
        shape = group.find(f"{SVG}path")
        assert shape is not None
        assert shape.get("stroke-dasharray")
        assert shape.get("fill") == "#FFFFFF"
        assert ("38" in texts(group)) == (node.unnamed == 38)


@pytest.mark.parametrize(("severity", "fill"), [("error", "#000000"), ("warning", "#FFFFFF"), ("info", "#FFFFFF")])
def test_a_gap_is_marked_on_its_node(severity: str, fill: str) -> None:
    gap = SceneGap("check", severity, Text("no term", "ไม่มีกำหนด"))  # type: ignore[arg-type]
    plain, marked = made_node(0, "ก", 0, 0), made_node(1, "ข", 100, 0, gaps=(gap,))
    svg = parsed(svg_text(scene_of(plain, marked)))
    assert len(by_key(svg, "n0").findall(f"{SVG}path")) == 1
    mark = by_key(svg, "n1").findall(f"{SVG}path")[1:]
    assert mark[1].get("fill") == fill
    assert "ไม่มีกำหนด" in (by_key(svg, "n1").findtext(f"{SVG}title") or "")


def test_marks_of_gaps_differ_in_grey() -> None:
    drawings = set()
    for severity in ("error", "warning", "info"):
        gap = SceneGap("check", severity, Text("", ""))  # type: ignore[arg-type]
        svg = parsed(svg_text(scene_of(made_node(0, "ก", 0, 0, gaps=(gap,)))))
        colours = [path.get("fill") for path in by_key(svg, "n0").findall(f"{SVG}path")[1:]]
        shape = by_key(svg, "n0").findall(f"{SVG}path")[-1].get("d")
        drawings.add((colours[1] == "#000000", shape))
    assert len(drawings) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    svg = parsed(svg_text(hostile(picture("five-networks"), text)))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= ALLOWED
    for element in svg.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "href" not in name
            assert "url(" not in value
    ids = [element.get("id") for element in svg.iter() if element.get("id")]
    assert all(re.fullmatch(r"title|desc|[ner]\d+", key or "") for key in ids)
    assert len(ids) == len(set(ids))


@given(WILD, WILD)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_well_formed_xml(one: str, other: str) -> None:
    nodes = made_node(0, one, 0, 0), made_node(1, other, 100, 0)
    scene = scene_of(*nodes, edges=(made_edge(0, "n0", "n1"),), title=Text(one, one), caption=Text(other, other))
    parsed(svg_text(scene))


def test_it_holds_its_font_and_no_address() -> None:
    svg = svg_text(picture("mentoring"))
    assert re.sub(r"http://www\.w3\.org/2000/svg", "", svg).count("http") == 0
    assert "<script" not in svg
    addresses = re.findall(r"url\(([^)]*)\)", svg)
    assert len(addresses) == 1
    assert b64decode(addresses[0].removeprefix("data:font/woff2;base64,")) == web_font()


def test_text_in_the_other_language_is_marked_so() -> None:
    svg = parsed(svg_text(picture("one-office", "en")))
    assert svg.get(LANG) == "en"
    thai = [text for text in svg.iter(f"{SVG}text") if re.search("[ก-๙]", text.text or "")]
    assert thai
    assert {text.get(LANG) for text in thai} == {"th"}


def test_the_same_scene_gives_the_same_file() -> None:
    assert svg_text(picture("gaps")) == svg_text(replace(picture("gaps")))


def test_a_line_to_a_node_that_is_not_there_and_one_to_itself_break_nothing() -> None:
    edges = made_edge(0, "n0", "n9"), made_edge(1, "n0", "n0"), made_edge(2, "n0", "n1")
    nodes = made_node(0, "ก", 0, 0), made_node(1, "ข", 0, 0)
    svg = parsed(svg_text(scene_of(*nodes, edges=edges)))
    assert by_key(svg, "e1").find(f"{SVG}path") is not None


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_svg(picture("mentoring"), tmp_path / "picture.svg")
    assert (tmp_path / "picture.svg").read_text("utf-8").startswith("<svg ")
    with pytest.raises(ExportError):
        write_svg(picture("mentoring"), tmp_path / "missing" / "picture.svg")


def test_both_forms_of_the_font_have_the_letters_that_are_counted_on() -> None:
    unpacked, packed = TTFont(font_file()), TTFont(BytesIO(web_font()))
    assert unpacked.getBestCmap() == packed.getBestCmap()
    letters = set(unpacked.getBestCmap())
    assert {place for place in range(0x20, 0x3000) if has_all([chr(place)])} == {one for one in letters if one >= 0x20}
