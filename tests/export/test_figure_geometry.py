"""Where lines of a figure begin and end."""

from __future__ import annotations

import math
from typing import get_args

import pytest

from graphmou.export.figure_geometry import Line, arrow_head, border, join
from graphmou.export.figure_sites import PRESETS, glued
from graphmou.layout import Box
from graphmou.view.styles import Shape

SHAPES: tuple[Shape, ...] = get_args(Shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("angle", range(0, 360, 30))
def test_a_straight_line_ends_on_the_border_of_every_shape(shape: Shape, angle: int) -> None:
    there = 100 * math.cos(math.radians(angle)), 100 * math.sin(math.radians(angle))
    corners = border(shape, *there, 20, 20)
    line = join(border("circle", 0, 0, 20, 20), (0, 0), corners, there, 0)
    assert line is not None
    # The middle of a star's border lies nearer to its centre than a circle's, its points a little farther.
    assert 4 < math.dist(line.end, there) < 15
    assert math.dist(line.start, (0, 0)) == pytest.approx(10, abs=0.1)
    # It points at the middle.
    assert math.dist(line.end, there) + math.dist(line.end, (0, 0)) == pytest.approx(100)


def test_lines_bent_to_either_side_keep_apart_and_end_on_both_borders() -> None:
    circle, other = border("circle", 0, 0, 20, 20), border("circle", 100, 0, 20, 20)
    lines = [join(circle, (0, 0), other, (100, 0), bend) for bend in (-0.18, 0, 0.18)]
    assert all(lines)
    middles = [line.at(0.5)[1] for line in lines if line]
    assert middles == pytest.approx([-18, 0, 18], abs=1)
    for line in lines:
        assert line is not None
        assert math.dist(line.start, (0, 0)) == pytest.approx(10, abs=0.1)
        assert math.dist(line.end, (100, 0)) == pytest.approx(10, abs=0.1)


def test_a_piece_of_a_curve_lies_on_the_curve() -> None:
    curve = Line((0, 0), (100, 20), (40, 90))
    piece = curve.cut(0.25, 0.75)
    for part in (0, 0.3, 0.5, 1):
        assert piece.at(part) == pytest.approx(curve.at(0.25 + part / 2))


def test_shapes_that_cover_each_other_are_joined_by_no_line() -> None:
    circle = border("circle", 0, 0, 40, 40)
    assert join(circle, (0, 0), border("circle", 5, 0, 40, 40), (5, 0), 0) is None
    assert join(circle, (0, 0), circle, (0, 0), 0.18) is None


def test_an_arrow_ends_before_the_label_that_it_would_pass_under() -> None:
    target, label = border("circle", 0, 0, 20, 20), border("square", 0, 25, 60, 20)
    below = join(border("circle", 0, 100, 20, 20), (0, 100), target, (0, 0), 0, label)
    beside = join(border("circle", 100, 0, 20, 20), (100, 0), target, (0, 0), 0, label)
    assert below is not None
    assert below.end == pytest.approx((0, 35), abs=0.5)
    assert beside is not None
    assert beside.end == pytest.approx((10, 0), abs=0.1)


def test_an_arrow_head_points_along_the_line_and_covers_its_end() -> None:
    shaft, head = arrow_head(Line((0, 0), (100, 0)), 3)
    assert head[0] == (100, 0)
    assert head[1][0] == head[2][0] == pytest.approx(100 - 9.6)
    assert head[1][1] == pytest.approx(-head[2][1])
    assert head[1][0] < shaft.end[0] < 100


def test_sites_for_glue_are_the_nearest_and_differ_for_a_second_connector() -> None:
    left, right = Box(0, 0, 20, 20), Box(100, 0, 20, 20)
    begin, end = glued("square", left, "circle", right)
    assert (begin.number, end.number) == (3, 2)
    assert (begin.x, end.x) == (10, 90)
    second = glued("square", left, "circle", right, earlier=1)
    assert second != (begin, end)


def test_the_head_of_an_arrow_is_not_glued_to_the_side_of_the_label() -> None:
    _, end = glued("circle", Box(0, 100, 20, 20), "circle", Box(0, 0, 20, 20), arrow=True)
    assert end.y <= 5
    _, end = glued("circle", Box(0, 100, 20, 20), "circle", Box(0, 0, 20, 20))
    assert end.y == 10


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_a_preset_with_sites_on_it(shape: Shape) -> None:
    sites = PRESETS[shape].sites
    assert len(sites) >= 4
    assert all(abs(x) <= 1 and abs(y) <= 1 and max(abs(x), abs(y)) >= 0.4 for x, y in sites.values())
