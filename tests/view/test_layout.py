"""Positions: nothing overlaps, networks stay apart, the same input gives the same picture."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.layout import Box, Layout, count_overlaps, lay_out
from graphmou.layout.rows import hang, wanted_shapes

SIZES = st.lists(st.tuples(st.floats(20, 130), st.floats(20, 70)), min_size=1, max_size=25)
PAIRS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=60)


def boxes_of(layout: Layout, sizes: dict[str, tuple[float, float]]) -> list[Box]:
    return [Box(*layout.positions[key], *size) for key, size in sizes.items()]


def a_ring(name: str, size: int) -> tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]:
    keys = [f"{name}{number}" for number in range(size)]
    return dict.fromkeys(keys, (90.0, 50.0)), list(zip(keys, keys[1:] + keys[:1], strict=True))


@settings(max_examples=25, deadline=None)
@given(SIZES, PAIRS, st.sets(st.integers(0, 24), max_size=4))
def test_no_two_boxes_overlap(
    box_sizes: list[tuple[float, float]], pairs: list[tuple[int, int]], shared: set[int]
) -> None:
    sizes = {f"k{number}": size for number, size in enumerate(box_sizes)}
    layout = lay_out(sizes, [(f"k{a}", f"k{b}") for a, b in pairs], shared={f"k{one}" for one in shared})
    assert set(layout.positions) == set(sizes)
    assert count_overlaps(boxes_of(layout, sizes)) == 0


def test_the_order_of_nodes_and_links_does_not_matter() -> None:
    sizes, links = a_ring("a", 12)
    links += [("a0", "a6"), ("a3", "a9")]
    turned = {key: sizes[key] for key in sorted(sizes, reverse=True)}
    assert lay_out(sizes, links) == lay_out(turned, [(b, a) for a, b in reversed(links)])


def test_networks_stand_on_grounds_of_their_own() -> None:
    first, first_links = a_ring("a", 9)
    second, second_links = a_ring("b", 7)
    layout = lay_out(first | second, first_links + second_links)
    assert sorted(map(sorted, (region.members for region in layout.regions))) == [sorted(first), sorted(second)]
    assert count_overlaps([region.ground for region in layout.regions]) == 0
    for region in layout.regions:
        for key in region.members:
            x, y = layout.positions[key]
            assert abs(x - region.ground.x) < region.ground.width / 2
            assert abs(y - region.ground.y) < region.ground.height / 2


def test_a_shared_node_joins_no_networks_and_stands_below_them() -> None:
    first, first_links = a_ring("a", 6)
    second, second_links = a_ring("b", 6)
    sizes = first | second | {"office": (90.0, 50.0)}
    layout = lay_out(sizes, [*first_links, *second_links, ("office", "a0"), ("office", "b0")], shared=["office"])
    assert len(layout.regions) == 2
    assert layout.positions["office"][1] > max(layout.positions[key][1] for key in first | second)


def test_a_shared_node_of_one_network_stands_in_it() -> None:
    sizes, links = a_ring("a", 6)
    layout = lay_out(sizes | {"topic": (90.0, 24.0)}, [*links, ("topic", "a0")], shared=["topic"])
    assert "topic" in layout.regions[0].members


def test_a_lead_sits_among_its_partners() -> None:
    partners = [f"p{number}" for number in range(8)]
    sizes = dict.fromkeys(["lead", *partners], (80.0, 45.0))
    layout = lay_out(sizes, [("lead", partner) for partner in partners])
    x, y = layout.positions["lead"]
    places = [layout.positions[partner] for partner in partners]
    assert min(place[0] for place in places) < x < max(place[0] for place in places)
    assert min(place[1] for place in places) < y < max(place[1] for place in places)


def test_nothing_is_laid_out_as_nothing() -> None:
    assert lay_out({}, []) == Layout({}, ())


def test_a_link_to_an_unknown_node_is_ignored() -> None:
    assert set(lay_out({"a": (10.0, 10.0)}, [("a", "b"), ("a", "a")]).positions) == {"a"}


@pytest.mark.parametrize("shape", ["a star", "many alone", "one community after the other"])
def test_thousands_of_nodes_do_not_overlap(shape: str) -> None:
    count = 3000
    keys = [f"n{number}" for number in range(count)]
    links = {
        "a star": [(keys[0], key) for key in keys[1:]],
        "many alone": [],
        "one community after the other": [
            (key, keys[min(count - 1, place + random.Random(place).randrange(1, 30))]) for place, key in enumerate(keys)
        ],
    }[shape]
    sizes = dict.fromkeys(keys, (80.0, 40.0))
    assert count_overlaps(boxes_of(lay_out(sizes, links), sizes)) == 0


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(50, 900), st.floats(50, 900)), min_size=1, max_size=60))
def test_cells_hold_their_networks_and_do_not_overlap(sizes: list[tuple[float, float]]) -> None:
    cells = hang([[size] for size in sizes], 2.0, gap=10.0)
    for cell, (width, height) in zip(cells, sizes, strict=True):
        assert cell.width >= width - 1e-6
        assert cell.height >= height - 1e-6
    grounds = [Box(c.left + c.width / 2, c.top + c.height / 2, c.width, c.height) for c in cells]
    assert count_overlaps(grounds) == 0


def test_five_equal_networks_are_asked_for_two_rows() -> None:
    shapes = wanted_shapes([100.0] * 5, 2.0)
    assert shapes is not None
    # All of one row have the same shape; the page is as wide as each row and twice as wide as high.
    rows = sorted({round(shape, 6) for shape in shapes})
    assert len(rows) == 2
    heights = [math.sqrt(100.0 / shape) for shape in rows]
    assert sum(heights) * 2.0 == pytest.approx(math.sqrt(100.0 * 5 * 2.0))
