"""The page of a figure: everything on it, readable, nothing covering anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmou.export.figure_frame import LEAST_TEXT, PAGE_HEIGHT, PAGE_WIDTH, Frame, make_frame
from graphmou.export.figure_legend import PlacedEntry
from graphmou.export.figure_text import Block
from graphmou.language import Language, Text
from graphmou.layout import Box, count_overlaps
from graphmou.view.scene import EdgeEntry, GapEntry, NodeEntry, Scene, SceneDocument
from tests.export.figures import PICTURES, made_node, picture, scene_of
from tests.view.networks import country

LONG = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา" * 40


@pytest.fixture(params=["th", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Both."""
    found: Language = request.param
    return found


def box_of(block: Block) -> Box:
    return Box(block.left + block.width / 2, block.top + block.height / 2, block.width, block.height)


def furniture(frame: Frame) -> list[Box]:
    """What stands around the picture."""
    blocks = [frame.title, frame.subtitle, frame.caption, frame.sources, *(entry.text for entry in frame.legend)]
    return [box_of(block) for block in blocks if any(block.lines)]


def in_page(box: Box) -> bool:
    return (
        box.x - box.width / 2 >= 0
        and box.x + box.width / 2 <= PAGE_WIDTH
        and box.y - box.height / 2 >= 0
        and box.y + box.height / 2 <= PAGE_HEIGHT
    )


@pytest.mark.parametrize("name", PICTURES)
def test_labels_are_twelve_pixels_high_on_a_page_of_1600_by_900(name: str, language: Language) -> None:
    frame = make_frame(picture(name, language))
    assert frame.zoom == 1
    assert frame.text_size >= LEAST_TEXT


@pytest.mark.parametrize("name", PICTURES)
def test_no_label_is_covered_by_a_label_or_a_shape(name: str, language: Language) -> None:
    scene = picture(name, language)
    frame = make_frame(scene)
    labels = [box_of(frame.label(node)) for node in scene.nodes]
    shapes = [frame.shape(node) for node in scene.nodes]
    assert count_overlaps(labels) == 0
    for place, label in enumerate(labels):
        others = shapes[:place] + shapes[place + 1 :]
        assert count_overlaps([label, *others]) == count_overlaps(others), scene.nodes[place].id


@pytest.mark.parametrize("name", PICTURES)
def test_title_picture_legend_and_sources_stand_on_the_page_beside_each_other(name: str, language: Language) -> None:
    scene = picture(name, language)
    frame = make_frame(scene)
    around = furniture(frame)
    boxes = [frame.box(node) for node in scene.nodes]
    assert all(in_page(box) for box in (*around, *boxes))
    assert count_overlaps(around) == 0
    for box in boxes:
        assert all(count_overlaps([box, other]) == 0 for other in around)
    assert len(frame.legend) >= len(scene.node_legend) + len(scene.gap_legend) + len(scene.edge_legend)
    assert sum(line[:1].isdigit() for line in frame.sources.lines) == len(scene.documents)


def signature(entry: PlacedEntry) -> tuple[object, ...]:
    """How a sign looks without its colour."""
    shown = entry.entry
    if isinstance(shown, NodeEntry):
        return "node", shown.shape, shown.dashed
    if isinstance(shown, GapEntry):
        return "gap", shown.severity
    pale = not shown.types and not shown.dashed
    return "line", entry.ends, shown.dashed, shown.arrow, pale


@pytest.mark.parametrize("name", ["five-networks", "mentoring", "people-and-positions", "one-office"])
def test_signs_of_the_legend_differ_by_more_than_colour(name: str, language: Language) -> None:
    signs = [signature(entry) for entry in make_frame(picture(name, language)).legend]
    assert len(set(signs)) == len(signs), signs


def test_a_source_keeps_its_publisher_and_date_when_its_title_is_too_long() -> None:
    document = SceneDocument("d", Text(f"{LONG} · สพม.19 · 5 มิ.ย. 2562", f"{LONG} · สพม.19 · 5 มิ.ย. 2562"))
    frame = make_frame(scene_of(documents=(document,)))
    assert frame.sources.lines[1].startswith("1. สำนักงาน")
    assert frame.sources.lines[1].endswith("… · สพม.19 · 5 มิ.ย. 2562")


def test_texts_that_are_too_long_are_cut_and_leave_room_for_the_picture() -> None:
    long = Text(LONG, LONG)
    documents = tuple(SceneDocument(f"d{number}", long) for number in range(50))
    kinds = tuple(NodeEntry("School", long, 9, "circle", "#009E73", "#00664B") for _ in range(50))
    lines = tuple(EdgeEntry(("UNDER",), long, 9, "#009E73", 1.0, False, False) for _ in range(50))
    scene = scene_of(made_node(0, "ก", 0, 0), title=long, subtitle=long, caption=long, documents=documents)
    frame = make_frame(replace(scene, node_legend=kinds, edge_legend=lines))
    assert all(in_page(box) for box in furniture(frame))
    assert frame.rule - (frame.caption.top + frame.caption.height) > 300
    assert frame.title.lines[-1].endswith("…")
    assert frame.sources.lines[-1] == "และอีก 42 รายการ"


def test_a_small_picture_is_spread_over_the_page() -> None:
    scene = scene_of(made_node(0, "ก", 0, 0), made_node(1, "ข", 200, 0), made_node(2, "ค", 100, 60))
    frame = make_frame(scene)
    left, right = frame.middle(scene.nodes[0])[0], frame.middle(scene.nodes[1])[0]
    assert right - left > PAGE_WIDTH / 4
    assert frame.text_size > 16


def test_a_big_picture_asks_to_be_shown_larger(language: Language) -> None:
    from graphmou.view import make_scene

    scene = make_scene(country(offices=8, schools=24), language=language, languages=(language,))
    frame = make_frame(scene)
    assert frame.text_size < LEAST_TEXT
    assert frame.text_size * frame.zoom == pytest.approx(LEAST_TEXT)


def test_an_empty_picture_has_a_page(language: Language) -> None:
    empty: Scene = scene_of(language=language)
    assert make_frame(empty).zoom == 1
