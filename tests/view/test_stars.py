"""Stars: leaves stand evenly around their hub, and no line runs through what it does not join."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.layout import Box, Layout, count_overlaps, lay_out
from graphmou.layout.lines import lie_together, runs_through

Sizes = dict[str, tuple[float, float]]
Links = list[tuple[str, str]]


def a_star(leaves: int, hub: str = "hub", size: tuple[float, float] = (80.0, 45.0)) -> tuple[Sizes, Links]:
    keys = [f"{hub}-{number}" for number in range(leaves)]
    return dict.fromkeys([hub, *keys], size), [(hub, key) for key in keys]


def through(layout: Layout, sizes: Sizes, links: Links) -> int:
    places = layout.positions
    return sum(
        runs_through(places[one], places[other], Box(*places[key], *size))
        for one, other in links
        for key, size in sizes.items()
        if key not in (one, other)
    )


def on_a_circle(layout: Layout, hub: str, leaves: list[str]) -> tuple[list[float], list[float]]:
    """Angles between neighbours and distances from the hub, the ellipse drawn as a circle."""
    x, y = layout.positions[hub]
    places = [(layout.positions[leaf][0] - x, layout.positions[leaf][1] - y) for leaf in leaves]
    # The half axes of the ellipse about 0 that two of the leaves give: (x/a)^2 + (y/b)^2 = 1.
    (x1, y1), (x2, y2) = min(places, key=lambda at: abs(at[0])), max(places, key=lambda at: abs(at[0]))
    determinant = x1**2 * y2**2 - x2**2 * y1**2
    across, down = (y2**2 - y1**2) / determinant, (x1**2 - x2**2) / determinant
    circle = [(px * math.sqrt(across), py * math.sqrt(down)) for px, py in places]
    angles = sorted(math.atan2(py, px) % math.tau for px, py in circle)
    return [b - a for a, b in pairwise([*angles, angles[0] + math.tau])], [math.hypot(*at) for at in circle]


@pytest.mark.parametrize("leaves", [3, 5, 6, 8, 11, 14])
def test_leaves_stand_evenly_around_their_hub_at_equal_distance(leaves: int) -> None:
    sizes, links = a_star(leaves)
    layout = lay_out(sizes, links)
    between, distances = on_a_circle(layout, "hub", [key for key in sizes if key != "hub"])
    assert between == pytest.approx([math.tau / leaves] * leaves)
    assert distances == pytest.approx([1.0] * leaves)
    assert through(layout, sizes, links) == 0


@pytest.mark.parametrize("leaves", [1, 2])
def test_one_or_two_leaves_stand_beside_their_hub(leaves: int) -> None:
    sizes, links = a_star(leaves)
    layout = lay_out(sizes, links)
    heights = [layout.positions[key][1] for key in sizes]
    assert heights == pytest.approx([heights[0]] * len(sizes))


def test_the_leaves_of_joined_stars_stay_at_equal_distance_and_clear_of_the_line_that_joins_them() -> None:
    one, one_links = a_star(6, "a")
    other, other_links = a_star(7, "b")
    sizes, links = one | other, [*one_links, *other_links, ("a", "b")]
    layout = lay_out(sizes, links)
    for hub, own in (("a", one), ("b", other)):
        assert on_a_circle(layout, hub, [key for key in own if key != hub])[1] == pytest.approx([1.0] * (len(own) - 1))
    assert through(layout, sizes, links) == 0


def test_a_line_that_could_pass_beside_a_node_does() -> None:
    keys = [f"k{number}" for number in range(10)]
    sizes = dict.fromkeys(keys, (90.0, 40.0))
    links = [*pairwise(keys), (keys[0], keys[4]), (keys[2], keys[8]), (keys[9], keys[0])]
    assert through(lay_out(sizes, links), sizes, links) == 0


def test_a_small_picture_is_spread_over_the_page() -> None:
    sizes, links = a_star(3)
    layout = lay_out(sizes, links, aspect=2.0)
    (ground,) = [region.ground for region in layout.regions]
    covered = sum(width * height for width, height in sizes.values())
    assert covered < ground.width * ground.height / 8
    left, right = (pick(layout.positions[key][0] for key in sizes) for pick in (min, max))
    assert right - left > ground.width / 2


WILD = st.tuples(
    st.lists(st.tuples(st.floats(10, 200), st.floats(10, 80), st.floats(0, 5)), min_size=1, max_size=24),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 30)), max_size=40),
)


@settings(max_examples=40, deadline=None)
@given(WILD)
def test_whatever_the_stars_nothing_overlaps_and_the_order_is_irrelevant(
    graph: tuple[list[tuple[float, float, float]], list[tuple[int, int]]],
) -> None:
    boxes, pairs = graph
    sizes = {f"k{number}": (width, height) for number, (width, height, _) in enumerate(boxes)}
    drops = {f"k{number}": drop for number, (_, _, drop) in enumerate(boxes)}
    links = [(f"k{one}", f"k{other}") for one, other in pairs]
    layout = lay_out(sizes, links, drops=drops, first=links[:5])
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in layout.positions.values())
    assert count_overlaps([Box(*layout.positions[key], *size) for key, size in sizes.items()]) == 0
    turned = {key: sizes[key] for key in reversed(sizes)}
    assert lay_out(turned, [(b, a) for a, b in reversed(links)], drops=drops, first=reversed(links[:5])) == layout


def test_a_line_runs_through_a_box_it_crosses_and_not_through_one_it_passes() -> None:
    box = Box(50.0, 0.0, 20.0, 10.0)
    assert runs_through((0.0, 0.0), (100.0, 0.0), box)
    assert runs_through((0.0, 0.0), (50.0, 0.0), box)
    assert not runs_through((0.0, 5.0), (100.0, 5.0), box)
    assert not runs_through((0.0, 0.0), (30.0, 0.0), box)
    assert not runs_through((0.0, -40.0), (100.0, 0.0), box)


def test_two_lines_lie_together_only_in_one_direction() -> None:
    assert lie_together((0.0, 0.0), (100.0, 0.0), (50.0, 1.0))
    assert not lie_together((0.0, 0.0), (100.0, 0.0), (50.0, 9.0))
    assert not lie_together((0.0, 0.0), (100.0, 0.0), (-50.0, 0.0))
