"""PNG: the size that is asked for, the same font on every machine, Thai in its place."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from graphmou.errors import ExportError
from graphmou.export.figure_frame import make_frame
from graphmou.export.figure_png import MOST_PIXELS, png_image, write_png
from graphmou.language import Text
from graphmou.view import make_scene
from tests.export.figures import HOSTILE, hostile, made_node, picture, scene_of
from tests.view.networks import country


def size(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size


@pytest.mark.parametrize(("scale", "expected"), [(1.0, (1600, 900)), (3.0, (4800, 2700)), (0.25, (400, 225))])
def test_the_scale_decides_the_size(scale: float, expected: tuple[int, int]) -> None:
    assert size(png_image(picture("mentoring"), scale)) == expected


def test_labels_of_a_big_picture_are_twelve_pixels_high_all_the_same() -> None:
    scene = make_scene(country(offices=8, schools=24), language="th", languages=("th",))
    width, _ = size(png_image(scene))
    assert make_frame(scene).text_size * width / 1600 == pytest.approx(12, abs=0.1)


def test_a_very_big_picture_is_drawn_at_the_usual_scale() -> None:
    scene = scene_of(made_node(0, "ก", 0, 0), made_node(1, "ข", 90_000, 50_000))
    width, height = size(png_image(scene, 2))
    assert width > 3200
    assert width * height < 16_100_000


@pytest.mark.parametrize("scale", [0, -1, 0.001, 7, 1e9, float("inf"), float("nan")])
def test_a_scale_of_no_use_is_refused_and_the_usable_ones_are_named(scale: float, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as refused:
        write_png(picture("mentoring"), tmp_path / "picture.png", scale)
    assert "0.1 to 6.6" in str(refused.value)
    assert "0.1 ถึง 6.6" in refused.value.in_("th")
    assert not list(tmp_path.iterdir())


def test_the_largest_scale_that_is_named_is_drawn() -> None:
    width, height = size(png_image(scene_of(made_node(0, "ก", 0, 0)), 6.6))
    assert width * height <= MOST_PIXELS


def test_the_same_scene_gives_the_same_image() -> None:
    assert png_image(picture("gaps")) == png_image(replace(picture("gaps")))


def test_text_is_drawn() -> None:
    words = Text("Title", "ชื่อภาพที่เห็นได้")
    with_title = Image.open(io.BytesIO(png_image(scene_of(title=words)))).convert("L")
    without = Image.open(io.BytesIO(png_image(scene_of(title=Text("", ""))))).convert("L")
    top = 0, 0, 800, 60
    assert sum(with_title.crop(top).histogram()[:100]) > 500
    assert sum(without.crop(top).histogram()[:100]) == 0


def test_letters_that_our_font_lacks_do_not_stop_it() -> None:
    assert size(png_image(scene_of(made_node(0, "學校 ☃ 😀", 0, 0)))) == (1600, 900)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_drawn(text: str) -> None:
    width, height = size(png_image(hostile(picture("mentoring"), text), 0.2))
    assert width > height > 0
