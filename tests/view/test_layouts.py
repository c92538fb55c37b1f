"""The layouts hub, layered and timeline: nothing overlaps, each keeps its promise, the order of input is irrelevant."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.layout import Box, Layout, count_overlaps, lay_out_hub, lay_out_layered, lay_out_timeline

Sizes = dict[str, tuple[float, float]]
Links = list[tuple[str, str]]
LayOut = Callable[[Sizes, Links], Layout]


def _rows(sizes: Sizes) -> dict[str, int]:
    return {key: int(key[1:]) % 4 for key in sizes}


def _columns(sizes: Sizes) -> dict[str, str]:
    return {key: str(2018 + int(key[1:]) % 3) for key in sizes if int(key[1:]) % 2}


LAYOUTS: dict[str, LayOut] = {
    "hub": lambda sizes, links: lay_out_hub(sizes, links, "k0"),
    "layered": lambda sizes, links: lay_out_layered(sizes, links, _rows(sizes)),
    "timeline": lambda sizes, links: lay_out_timeline(sizes, links, _columns(sizes)),
}
GRAPHS = st.tuples(
    st.lists(st.tuples(st.floats(10, 300), st.floats(10, 120)), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=90),
)


def wild(graph: tuple[list[tuple[float, float]], list[tuple[int, int]]]) -> tuple[Sizes, Links]:
    boxes, pairs = graph
    return {f"k{number}": size for number, size in enumerate(boxes)}, [(f"k{a}", f"k{b}") for a, b in pairs]


def boxes_of(layout: Layout, sizes: Sizes) -> list[Box]:
    return [Box(*layout.positions[key], *size) for key, size in sizes.items()]


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_whatever_the_graph_no_two_boxes_overlap(
    name: str, graph: tuple[list[tuple[float, float]], list[tuple[int, int]]]
) -> None:
    sizes, links = wild(graph)
    layout = LAYOUTS[name](sizes, links)
    assert set(layout.positions) == set(sizes)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in layout.positions.values())
    assert count_overlaps(boxes_of(layout, sizes)) == 0


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=15, deadline=None)
@given(GRAPHS)
def test_the_order_of_nodes_and_links_does_not_matter(
    name: str, graph: tuple[list[tuple[float, float]], list[tuple[int, int]]]
) -> None:
    sizes, links = wild(graph)
    turned = {key: sizes[key] for key in reversed(sizes)}
    assert LAYOUTS[name](turned, [(b, a) for a, b in reversed(links)]) == LAYOUTS[name](sizes, links)


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_is_laid_out_as_nothing(name: str) -> None:
    assert LAYOUTS[name]({}, []) == Layout({}, ())


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("shape", ["a star", "many alone", "a chain"])
def test_thousands_of_nodes_do_not_overlap(name: str, shape: str) -> None:
    keys = [f"k{number}" for number in range(2000)]
    links = {
        "a star": [("k0", key) for key in keys[1:]],
        "many alone": [],
        "a chain": list(pairwise(keys)),
    }[shape]
    sizes = dict.fromkeys(keys, (80.0, 40.0))
    assert count_overlaps(boxes_of(LAYOUTS[name](sizes, links), sizes)) == 0


def a_family(children: int, grandchildren: int) -> tuple[Sizes, Links]:
    links = [("k0", f"c{child}") for child in range(children)]
    links += [(f"c{child}", f"g{child}-{number}") for child in range(children) for number in range(grandchildren)]
    return dict.fromkeys(["k0", *(end for _, end in links)], (60.0, 40.0)), links


def test_a_hub_has_its_focus_in_the_middle_and_the_near_nearer_than_the_far() -> None:
    sizes, links = a_family(6, 2)
    layout = lay_out_hub(sizes, links, "k0")
    x, y = layout.positions["k0"]
    # Rings are ellipses, since labels are wider than high.
    far = {key: math.hypot((at[0] - x) / 2, at[1] - y) for key, at in layout.positions.items()}
    assert max(far[key] for key in far if key[0] == "c") < min(far[key] for key in far if key[0] == "g")


def test_what_hangs_on_one_node_of_a_hub_stands_behind_it() -> None:
    sizes, links = a_family(6, 2)
    layout = lay_out_hub(sizes, links, "k0")

    def angle(key: str) -> float:
        return math.atan2(layout.positions[key][1], layout.positions[key][0] / 1.5)

    for parent, child in links[6:]:
        apart = abs(angle(parent) - angle(child))
        assert min(apart, 2 * math.pi - apart) < math.pi / 3


def test_a_hub_without_focus_is_about_the_best_connected() -> None:
    sizes, links = a_family(6, 0)
    assert lay_out_hub(sizes, links) == lay_out_hub(sizes, links, "k0")


def test_rows_stand_below_each_other_and_lines_in_a_tree_do_not_cross() -> None:
    sizes, links = a_family(4, 3)
    rows = {key: "kcg".index(key[0]) for key in sizes}
    layout = lay_out_layered(sizes, links, rows)
    heights = [[layout.positions[key][1] for key in sizes if rows[key] == row] for row in range(3)]
    assert max(heights[0]) < min(heights[1])
    assert max(heights[1]) < min(heights[2])
    place = {key: layout.positions[key][0] for key in sizes}
    for one, one_end in links[4:]:
        for other, other_end in links[4:]:
            if one != other:
                assert (place[one] < place[other]) == (place[one_end] < place[other_end])


def test_a_region_is_a_row_and_holds_its_nodes() -> None:
    sizes, links = a_family(4, 3)
    layout = lay_out_layered(sizes, links, {key: "kcg".index(key[0]) * 2 for key in sizes})
    assert [region.name for region in layout.regions] == ["0", "2", "4"]
    assert count_overlaps([region.ground for region in layout.regions]) == 0
    for region in layout.regions:
        for key in region.members:
            assert inside(layout, region.ground, key, sizes)


def inside(layout: Layout, ground: Box, key: str, sizes: Sizes) -> bool:
    (x, y), (width, height) = layout.positions[key], sizes[key]
    return (
        abs(x - ground.x) + width / 2 <= ground.width / 2 + 1e-6
        and abs(y - ground.y) + height / 2 <= ground.height / 2 + 1e-6
    )


def test_years_stand_from_left_to_right_and_what_has_none_stands_last() -> None:
    sizes = dict.fromkeys("abcd", (60.0, 40.0))
    layout = lay_out_timeline(sizes, [], {"a": "2021", "b": "2019", "c": "2020"})
    assert [region.name for region in layout.regions] == ["2019", "2020", "2021", ""]
    assert sorted(sizes, key=lambda key: layout.positions[key][0]) == ["b", "c", "a", "d"]
    assert count_overlaps([region.ground for region in layout.regions]) == 0
    for region in layout.regions:
        assert all(inside(layout, region.ground, key, sizes) for key in region.members)


def test_a_party_stands_in_the_year_of_most_of_its_agreements_then_the_earliest() -> None:
    sizes = dict.fromkeys(["x1", "x2", "x3", "twice", "once", "far"], (60.0, 40.0))
    links = [("twice", "x1"), ("twice", "x2"), ("twice", "x3"), ("once", "x1"), ("once", "x2"), ("far", "once")]
    layout = lay_out_timeline(sizes, links, {"x1": "2021", "x2": "2019", "x3": "2021"})
    years = {key: region.name for region in layout.regions for key in region.members}
    assert (years["twice"], years["once"], years["far"]) == ("2021", "2019", "2019")
