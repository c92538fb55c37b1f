"""A scene: everything that is recorded, named, styled and in its place, before any renderer."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from graphmou.facts import settle
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Language
from graphmou.layout import count_overlaps
from graphmou.view import Scene, make_scene
from graphmou.view.details import status_on
from graphmou.view.scene import Lines, SceneNode
from tests.samples import node, said
from tests.view.networks import country, five_networks

TODAY = date(2022, 6, 1)
AFTER_ALL_ENDED = date(2026, 1, 1)
LANGUAGES: tuple[Language, ...] = ("th", "en")


@cache
def scene_of_five(language: Language) -> Scene:
    return make_scene(five_networks(), language=language, languages=(language,), today=TODAY)


@pytest.fixture(params=["th", "en"])
def scene(request: pytest.FixtureRequest) -> Scene:
    """The five networks in both languages."""
    return scene_of_five(request.param)


def of_id(scene: Scene, node_id: str) -> SceneNode:
    return next(node for node in scene.nodes if node.id == node_id)


def told(scene: Scene, node_id: str) -> str:
    node, language = of_id(scene, node_id), scene.language
    return "\n".join(f"{line.heading.in_(language)}: {line.text.in_(language)}" for line in node.details)


def test_every_node_but_documents_is_there(scene: Scene) -> None:
    graph = five_networks()
    assert {node.id for node in scene.nodes} == {node.id for node in graph.nodes.values() if node.label != "Document"}
    assert len(scene.edges) == sum(rel.type != "MENTIONED_IN" for rel in graph.relationships.values())


def test_no_labels_overlap_and_none_is_hidden_by_a_shape(scene: Scene) -> None:
    assert scene.label_overlaps() == 0
    assert scene.hidden_labels() == 0
    assert count_overlaps([node.box(scene.language) for node in scene.nodes]) == 0


def test_one_layout_has_room_for_the_labels_of_both_languages() -> None:
    both = make_scene(five_networks(), today=TODAY)
    for language in LANGUAGES:
        assert both.label_overlaps(language) == 0
        assert both.hidden_labels(language) == 0
    assert count_overlaps([node.box() for node in both.nodes]) == 0
    assert scale_on_a_screen(both) >= 1.0


def test_a_label_under_the_shape_of_another_node_or_without_text_is_counted_as_hidden() -> None:
    scene = scene_of_five("th")
    first, second, *others = scene.nodes
    label = first.label_box("th")
    covered = replace(scene, nodes=(first, replace(second, x=label.x, y=label.y), *others))
    assert covered.hidden_labels() >= 1
    silent = replace(scene, nodes=(replace(first, lines=Lines((), ())), second, *others))
    assert silent.hidden_labels() == 1


def scale_on_a_screen(scene: Scene) -> float:
    """How large one unit is in the picture's part of a window of 1600 x 900."""
    left, top, right, bottom = scene.bounds
    return min(1584 / (right - left), 785 / (bottom - top))


def test_the_five_networks_fit_a_screen_with_labels_of_full_size(scene: Scene) -> None:
    assert scale_on_a_screen(scene) >= 1.0


def test_each_of_the_five_networks_has_a_ground_with_the_name_of_its_office(scene: Scene) -> None:
    offices = {node.name for node in scene.nodes if node.kind == "Office"}
    captions = [region.caption for region in scene.regions]
    keys = [key for region in scene.regions for key in region.members]
    assert len(keys) == len(set(keys))
    assert {node.key: node.region for node in scene.nodes if node.region >= 0} == {
        key: place for place, region in enumerate(scene.regions) for key in region.members
    }
    assert len(captions) == len(set(captions)) == 5
    assert set(captions) <= offices


@pytest.mark.parametrize("lead", ["wat-phra-fang", "anuban-nakhon-pathom", "ban-o-krathing"])
def test_a_lead_sits_among_its_partners(scene: Scene, lead: str) -> None:
    by_key = {node.key: node for node in scene.nodes}
    centre = of_id(scene, lead)
    around = [by_key[edge.target] for edge in scene.edges if edge.type == "MENTORS" and edge.source == centre.key]
    assert len(around) >= 3
    middle = sum(node.x for node in around) / len(around), sum(node.y for node in around) / len(around)
    farthest = max(math.dist(middle, (node.x, node.y)) for node in around)
    assert math.dist(middle, (centre.x, centre.y)) < farthest * 0.75


def test_keys_come_from_no_data(scene: Scene) -> None:
    assert [node.key for node in scene.nodes] == [f"n{number}" for number in range(len(scene.nodes))]
    assert [edge.key for edge in scene.edges] == [f"e{number}" for number in range(len(scene.edges))]


def test_kinds_differ_in_shape_and_not_only_in_colour(scene: Scene) -> None:
    kinds = [entry for entry in scene.node_legend if not entry.dashed]
    assert len(kinds) == len({entry.shape for entry in kinds}) == len({node.kind for node in scene.nodes})
    assert sum(entry.count for entry in kinds) == len(scene.nodes)


def test_inferred_relationships_are_dashed_and_no_others(scene: Scene) -> None:
    assert {edge.dashed for edge in scene.edges if edge.basis == "inferred"} == {True}
    assert {edge.dashed for edge in scene.edges if edge.basis == "stated"} == {False}
    mentoring = [edge.dashed for edge in scene.edges if edge.type == "MENTORS"]
    assert (mentoring.count(True), mentoring.count(False)) == (4, 6)
    assert sum(entry.dashed for entry in scene.edge_legend) == 1


def test_the_same_graph_gives_the_same_scene_in_whatever_order_it_comes() -> None:
    graph = five_networks()
    nodes, relationships = list(graph.nodes.values()), list(graph.relationships.values())
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(relationships)
    shuffled = Graph(nodes, relationships)
    assert make_scene(shuffled, language="th", languages=("th",), today=TODAY) == scene_of_five("th")


def test_a_document_is_named_as_a_source_with_its_date() -> None:
    (document,) = make_scene(five_networks(), focus="min-prachuapwan", today=TODAY).documents
    assert document.id == "spp-nakhon-pathom-1-2021-02-10"
    assert "10 ก.พ. 2564" in document.text.th
    assert "2021-02-10" in document.text.en


def test_dates_are_told_in_both_eras() -> None:
    agreement = "spp-nakhon-pathom-1-2021-02-10-a1"
    thai = told(scene_of_five("th"), agreement)
    english = told(scene_of_five("en"), agreement)
    assert "10 ก.พ. 2564 (2021-02-10)" in thai
    assert "2566 (2023)" in thai
    assert "2023 (B.E. 2566)" in english


def test_evidence_and_documents_are_told() -> None:
    scene = scene_of_five("th")
    evidence = of_id(scene, "wat-phra-fang").evidence
    assert any(one.phrase.startswith("โรงเรียนวัดพระฝาง") for one in evidence)
    assert {scene.documents[one.document].id for one in evidence} == {"spp-uttaradit-1-2022-01-24"}
    assert all(one.end - one.start == len(one.phrase) for one in evidence)
    assert all(edge.evidence for edge in scene.edges)


def test_a_document_that_no_phrase_is_quoted_from_is_told_by_name() -> None:
    graph = settle([said("d", "2021-01-01", node("School", "s"))])
    scene = make_scene(graph, language="th", today=TODAY)
    assert "เอกสาร: ข่าว d" in told(scene, "s")
    assert "เอกสาร" not in told(scene_of_five("th"), "wat-phra-fang")


def test_positions_are_told_of_who_holds_them_and_of_where_they_are() -> None:
    scene = scene_of_five("th")
    holder = next(edge for edge in scene.edges if edge.type == "HOLDS")
    person, place = (next(node for node in scene.nodes if node.key == key) for key in (holder.source, holder.target))
    assert place.name.th in told(scene, person.id)
    assert person.name.th in told(scene, place.id)


def test_a_node_says_when_it_was_so_as_far_as_known() -> None:
    scene = scene_of_five("th")
    agreement = of_id(scene, "spp-nakhon-pathom-1-2021-02-10-a1")
    assert (agreement.from_day, agreement.until) == ("2021-02-10", "2023-12-31")
    assert of_id(scene, "wat-phra-fang").until is None
    terms = {
        (edge.from_day, edge.until) for edge in scene.edges if edge.type == "SIGNED" and edge.target == agreement.key
    }
    assert terms == {("2021-02-10", "2023-12-31")}


def test_a_node_belongs_to_its_offices() -> None:
    scene = scene_of_five("th")

    def offices(node_id: str) -> set[str]:
        by_key = {node.key: node.id for node in scene.nodes}
        return {by_key[key] for key in of_id(scene, node_id).offices}

    assert offices("spp-nakhon-pathom-1") == {"spp-nakhon-pathom-1"}
    assert offices("ban-o-krathing") == {"spp-nakhon-pathom-1"}
    assert offices("spp-nakhon-pathom-1-2021-02-10-a1") == {"spp-nakhon-pathom-1"}
    assert offices("min-prachuapwan") == {"spp-nakhon-pathom-1"}
    assert offices("chaturaphakhi") == {"spm-19"}
    assert set(scene.offices) == {node.key for node in scene.nodes if node.kind == "Office"}


def test_what_has_ended_is_pale_from_the_day_after_its_end() -> None:
    agreement = "spp-nakhon-pathom-1-2021-02-10-a1"
    graph = five_networks()
    last_day = make_scene(graph, focus=agreement, today=date(2023, 12, 31))
    day_after = make_scene(graph, focus=agreement, today=date(2024, 1, 1))
    assert "ended" not in of_id(last_day, agreement).flags
    assert not any("ended" in edge.flags for edge in last_day.edges)
    assert "ended" in of_id(day_after, agreement).flags
    assert of_id(day_after, agreement).colour != of_id(last_day, agreement).colour
    assert {edge.type for edge in day_after.edges if "ended" in edge.flags} == {"SIGNED", "MENTORS"}


def test_mentoring_ends_with_an_agreement_that_is_not_shown() -> None:
    scene = make_scene(five_networks(), focus="ban-lam-phaya", hops=0, today=AFTER_ALL_ENDED)
    assert not scene.edges
    graph = Graph([Node("School", "a", {"name": "ก"}), Node("School", "b", {"name": "ข"})])
    graph.add(Node("School", "c", {"name": "ค"}))
    graph.add(Node("Agreement", "x", {"signed_on": "2020-01-01", "ends": "2021-12-31"}))
    graph.add(Relationship("SIGNED", "c", "x", {"role": "party"}))
    graph.add(Relationship("MENTORS", "a", "b", {"agreement": "x", "basis": "stated"}))
    scene = make_scene(graph, focus="a", today=TODAY)
    assert [(edge.type, edge.flags) for edge in scene.edges] == [("MENTORS", frozenset(["ended"]))]


@pytest.mark.parametrize(
    ("properties", "status"),
    [
        ({"signed_on": "2021-02-10", "ends": "2023-12-31"}, "in force"),
        ({"signed_on": "2021-02-10", "ends": "2022-06-01"}, "in force"),
        ({"signed_on": "2021-02-10", "ends": "2022-05-31"}, "ended"),
        ({"signed_on": "2021-02-10"}, "no term stated"),
        ({"signed_on": "2021-02-10", "starts": "2022-06-02", "ends": "2023-12-31"}, "not yet"),
        ({}, "no term stated"),
    ],
)
def test_a_status_is_that_of_the_day(properties: dict[str, str], status: str) -> None:
    assert status_on(dict(properties), TODAY) == status


def test_labels_are_short_and_names_are_whole() -> None:
    scene = scene_of_five("th")
    office = of_id(scene, "spp-nakhon-pathom-1")
    assert office.lines.th == ("สพป.นครปฐม เขต 1",)
    assert office.name.th == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1"
    assert of_id(scene, "wat-phra-fang").lines.th == ("ร.ร.วัดพระฝาง",)
    assert of_id(scene, "mongkhon-runathat").lines.th == ("นายมงคล รุณธาตุ",)
    agreement = of_id(scene, "spp-nakhon-pathom-1-2021-02-10-a1").lines
    assert office.lines.en == ("Nakhon Pathom", "PESAO 1")
    assert of_id(scene, "spm-19").lines.en == ("SESAO 19",)
    assert (agreement.th, agreement.en) == (("MOU", "10 ก.พ. 2564"), ("MOU", "2021-02-10"))


def test_a_later_name_that_no_document_holds_is_no_label() -> None:
    graph = settle([said("d", "2021-01-01", node("Office", "o", level="area", outside_aliases=["สพม.เลย หนองบัวลำภู"]))])
    assert make_scene(graph, language="th", today=TODAY).nodes[0].lines.th == ("ชื่อ o",)


def test_a_focus_is_marked_and_named_in_the_title() -> None:
    scene = make_scene(five_networks(), language="en", focus="wat-phra-fang", hops=2, today=TODAY)
    assert [node.id for node in scene.nodes if "focus" in node.flags] == ["wat-phra-fang"]
    assert scene.title.en == "Wat Phra Fang School within 2 steps"
    assert make_scene(five_networks(), focus="wat-phra-fang", title="ของเรา", today=TODAY).title.th == "ของเรา"


def test_relationships_between_the_same_two_nodes_do_not_cover_each_other() -> None:
    graph = Graph([Node("Person", "p", {"name": "ก"}), Node("Office", "o", {"name": "ข", "level": "area"})])
    for year in (2019, 2020, 2021):
        graph.add(Relationship("HOLDS", "p", "o", {"title": "ผู้อำนวยการ", "known_on": f"{year}-01-01"}))
    bends = [edge.bend for edge in make_scene(graph, today=TODAY).edges]
    assert len(set(bends)) == 3
    assert 0 in bends


def test_the_legend_has_what_is_shown_and_nothing_else() -> None:
    scene = make_scene(five_networks(), language="en", focus="wat-phra-fang", today=TODAY)
    kinds = ["education office", "school", "group", "agreement", "group without a name"]
    assert [entry.text.en for entry in scene.node_legend] == kinds
    assert scene.gap_legend == ()
    assert [entry.text.en for entry in scene.edge_legend] == [
        "mentors",
        "signed",
        "member of",
        "under",
        "dashed: inferred, not stated",
    ]


def test_what_nothing_is_related_to_stands_in_the_network_of_its_document() -> None:
    graph = settle(
        [
            said("d1", "2021-01-01", *_pair("a"), node("Programme", "alone")),
            said("d2", "2021-01-02", *_pair("b")),
        ]
    )
    scene = make_scene(graph, today=TODAY)
    ground = next(region for region in scene.regions if region.caption.th == "ชื่อ oa")
    alone = of_id(scene, "alone")
    assert ground.left < alone.x < ground.left + ground.width
    assert ground.top < alone.y < ground.top + ground.height


def _pair(name: str) -> tuple[Node, Node, Relationship]:
    return (
        node("Office", f"o{name}", level="area"),
        node("School", f"s{name}"),
        Relationship("UNDER", f"s{name}", f"o{name}", {"basis": "stated"}),
    )


def test_an_empty_graph_is_an_empty_picture() -> None:
    scene = make_scene(Graph(), language="en", today=TODAY)
    assert (scene.nodes, scene.edges, scene.subtitle.en) == ((), (), "Nothing is recorded yet.")


def test_national_offices_keep_networks_apart_in_a_country() -> None:
    scene = make_scene(country(offices=8, schools=12), today=TODAY)
    assert len(scene.regions) == 8
    assert scene.label_overlaps("th") == scene.label_overlaps("en") == 0
