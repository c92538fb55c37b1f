"""Lines through nodes in the pictures that come with graphmou: how many there are, and hardly any is of mentoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphmou import places
from graphmou.language import Language
from graphmou.store.protocol import Store
from graphmou.view import Scene
from graphmou.view.compose import compose
from graphmou.view.faults import lines_on_lines, lines_through
from graphmou.view.gallery import find_picture
from graphmou.view.gather import gather
from graphmou.view.text import text_width

TODAY = date(2022, 6, 1)
LANGUAGES: tuple[Language, ...] = ("th", "en")
MOST = {
    "agreements-over-time": 34,
    "five-networks": 110,
    "gaps": 34,
    "mentoring": 0,
}
"""Lines that cannot avoid a node in a figure of one language, and lines upon lines. Before stars stood as one and nodes
went out of the way, there were up to 52, 222, 72 and 6.
"""


def figure(store: Store, name: str, language: Language) -> Scene:
    picture = find_picture([places.data_folder("visualizations")], name)
    contents, _ = gather(store, picture, cypher_folders=[places.data_folder("cypher")], today=TODAY)
    return compose(contents, language=language, languages=(language,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MOST)
def test_few_lines_of_a_picture_run_through_nodes_and_hardly_any_of_mentoring(
    name: str, language: Language, five_store: Store
) -> None:
    scene = figure(five_store, name, language)
    found = lines_through(scene)
    types = {edge.key: edge.type for edge in scene.edges}
    # In English the five networks together leave one line of mentoring no other way.
    assert sum(types[edge] == "MENTORS" for edge, _ in found) <= (1 if name == "five-networks" else 0)
    assert len(found) + len(lines_on_lines(scene)) <= MOST[name]
    assert scene.label_overlaps() == scene.hidden_labels() == 0


def test_a_node_put_on_a_line_is_counted_and_so_are_lines_on_lines(five_store: Store) -> None:
    scene = figure(five_store, "mentoring", "en")
    edge = next(edge for edge in scene.edges if edge.type == "MENTORS" and not edge.bend)
    nodes = {node.key: node for node in scene.nodes}
    start, end = nodes[edge.source], nodes[edge.target]
    # Another partner of the same lead, half way to the first.
    other = next(one for one in scene.edges if one.source == edge.source and one.target != edge.target)
    moved = replace(nodes[other.target], x=(start.x + end.x) / 2, y=(start.y + end.y) / 2)
    spoilt = replace(scene, nodes=tuple(moved if node.key == moved.key else node for node in scene.nodes))
    assert (edge.key, moved.key) in lines_through(spoilt)
    assert {edge.key, other.key} in [set(pair) for pair in lines_on_lines(spoilt)]


def test_the_caption_of_a_year_fits_its_column(five_store: Store) -> None:
    for language in LANGUAGES:
        for region in figure(five_store, "agreements-over-time", language).regions:
            assert text_width(region.caption.in_(language)) + 30 < region.width
