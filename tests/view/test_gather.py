"""What a picture shows of a store: questions, focus, days, ghosts, gaps, colours, sizes and stories."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from graphmou import places
from graphmou.errors import EntityNotFound, ParameterError, StatementError, UnknownName, WriteRefused
from graphmou.graph import Relationship
from graphmou.language import Text
from graphmou.layout import count_overlaps
from graphmou.plan import plan_load
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store
from graphmou.view import rules
from graphmou.view.compose import compose
from graphmou.view.gallery import read_gallery
from graphmou.view.gather import gather
from graphmou.view.picture import Marks, Picture, Question, Step
from graphmou.view.styles import GREEN, GREY, ORANGE, PALE, SKY_BLUE, VERMILLION, lightness, with_lightness
from tests.samples import node, said
from tests.view.conftest import Show

PICTURES = read_gallery([places.data_folder("visualizations")]).pictures
MENTORS = Question("mentor-schools", None, {"min_partners": "3"})
NAKHON_PATHOM = "spp-nakhon-pathom-1-2021-02-10-a1"


def cypher(statement: str, **parameters: str) -> Question:
    return Question(None, statement, dict(parameters))


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_of_the_project_shows_the_five_networks_without_overlaps(show: Show, name: str) -> None:
    shown = show(PICTURES[name])
    assert len(shown.nodes) >= 10
    assert shown.notes == []
    assert count_overlaps([node.box() for node in shown.scene.nodes]) == 0
    for language in ("th", "en"):
        assert shown.scene.label_overlaps(language) == shown.scene.hidden_labels(language) == 0


def test_a_question_shows_what_its_ids_name_and_hops_around_them(show: Show) -> None:
    alone = show(question=MENTORS, marks=Marks(ghosts=False))
    partners = {"ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo"}
    assert {"wat-phra-fang", "anuban-nakhon-pathom", "ban-o-krathing"} | partners <= set(alone.nodes)
    assert {node.kind for node in alone.scene.nodes} == {"School"}
    assert "spp-uttaradit-1" in show(question=MENTORS, hops=1).nodes


def test_cypher_of_ones_own_takes_parameters_and_the_day(show: Show) -> None:
    statement = "MATCH (s:School {id: $id}) WHERE $n = 3 AND $today = '2022-06-01' RETURN [s.id] AS school_ids"
    assert set(show(question=cypher(statement, id="bo-phra", n="3")).nodes) == {"bo-phra"}


def test_a_question_that_finds_nothing_is_an_empty_picture(show: Show) -> None:
    shown = show(question=cypher("MATCH (s:School {id: 'nobody'}) RETURN s.id AS id"))
    assert (shown.scene.nodes, shown.scene.subtitle.en) == ((), "Nothing is recorded yet.")


def test_what_cannot_be_asked_is_said(show: Show) -> None:
    with pytest.raises(UnknownName):
        show(question=Question("no-such-question", None, {}))
    with pytest.raises(ParameterError):
        show(question=Question("mentor-schools", None, {"min_partners": "many"}))
    with pytest.raises(StatementError, match="no ids"):
        show(question=cypher("MATCH (s:School) RETURN s.name AS name"))
    with pytest.raises(WriteRefused):
        show(question=cypher("CREATE (s:School {id: 'x'}) RETURN s.id AS id"))


def test_kinds_and_relationships_narrow_a_picture_and_the_lonely_may_go(show: Show) -> None:
    few = {"kinds": ("School",), "relationships": ("MENTORS",), "marks": Marks(ghosts=False)}
    everyone = show(**few)
    assert {edge.type for edge in everyone.scene.edges} == {"MENTORS"}
    assert len(everyone.nodes) == 19
    joined = {end for edge in everyone.scene.edges for end in (edge.source, edge.target)}
    assert {node.key for node in show(**few, alone=False).scene.nodes} == {
        f"n{number}" for number in range(len(joined))
    }


def test_a_focus_may_be_a_name_and_stands_in_the_title(show: Show) -> None:
    shown = show(focus="โรงเรียนวัดพระฝาง", layout="hub", title=Text("About {focus}", "ภาพของ{focus}"))
    assert "focus" in shown.nodes["wat-phra-fang"].flags
    assert (shown.scene.title.en, shown.scene.title.th) == ("About Wat Phra Fang School", "ภาพของโรงเรียนวัดพระฝาง")


def test_a_picture_about_somebody_who_is_not_there_says_how_to_draw_another(show: Show) -> None:
    with pytest.raises(EntityNotFound) as caught:
        show(replace(PICTURES["one-office"], focus="nobody"))
    assert "graphmou draw one-office --focus" in str(caught.value.hint)


def test_as_of_shows_only_what_was_in_force_that_day(show: Show) -> None:
    shown = show(as_of="2021-06-30")
    assert shown.scene.as_of == shown.scene.today == "2021-06-30"
    assert NAKHON_PATHOM in shown.nodes
    assert not any(one.startswith("spp-uttaradit-1-2022") for one in shown.nodes)
    assert "2021-06-30" in shown.scene.subtitle.en
    assert NAKHON_PATHOM not in show(as_of="2024-01-01").nodes
    with pytest.raises(EntityNotFound, match="2018"):
        show(as_of="2018-01-01", focus="wat-phra-fang")


def test_as_of_is_handed_to_a_question_that_takes_it(show: Show) -> None:
    on_that_day = show(question=MENTORS, as_of="2021-06-30")
    assert "wat-phra-fang" not in on_that_day.nodes
    assert "ban-o-krathing" in on_that_day.nodes


def test_as_of_a_day_is_what_the_year_slider_shows_of_the_whole(show: Show) -> None:
    whole, that_day = show(marks=Marks(ghosts=False)), show(as_of="2021-06-30", marks=Marks(ghosts=False))
    slid = {
        node.id
        for node in whole.scene.nodes
        if (node.from_day or "") <= "2021-06-30" and (node.until is None or node.until >= "2021-06-30")
    }
    assert slid == set(that_day.nodes)


def test_eleven_unnamed_partners_stand_around_their_lead_one_by_one(show: Show) -> None:
    shown = show(PICTURES["five-networks"])
    lead = shown.nodes["anuban-buriram"]
    singles = [ghost for ghost in shown.ghosts if ghost.unnamed == 1]
    assert len(singles) == 11
    assert {ghost.kind for ghost in singles} == {"School"}
    lines = [edge for edge in shown.scene.edges if "ghost" in edge.flags and edge.source == lead.key]
    assert {edge.target for edge in lines} == {ghost.key for ghost in singles}
    assert all(edge.dashed and edge.type == "MENTORS" for edge in lines)
    assert {ghost.region for ghost in singles} == {lead.region}


def test_thirty_eight_unnamed_schools_are_one_outline_with_the_number(show: Show) -> None:
    shown = show()
    (crowd,) = [ghost for ghost in shown.ghosts if ghost.unnamed > 1]
    assert crowd.unnamed == 38
    assert crowd.lines.en == ("38 schools", "not named")
    assert crowd.lines.th[0] == "38 โรงเรียน"
    (line,) = [edge for edge in shown.scene.edges if crowd.key in (edge.source, edge.target)]
    assert line.target == shown.nodes["spm-34-2020-09-03-e1"].key
    assert any("announced 38, recorded 0" in detail.text.en for detail in crowd.details)


def test_ghosts_are_counted_apart_from_what_is_recorded(show: Show) -> None:
    scene = show().scene
    counts = {entry.kind: entry.count for entry in scene.node_legend}
    assert (counts["School"], counts["ghost"]) == (19, 49)
    assert "school 19" in scene.subtitle.en
    assert "not named 49" in scene.subtitle.en
    assert all(node.id == "" for node in scene.nodes if "ghost" in node.flags)


def test_what_was_not_declared_yet_on_a_day_has_no_ghosts(show: Show) -> None:
    assert sum(ghost.unnamed for ghost in show(as_of="2021-01-01").ghosts) == 38
    assert {ghost.from_day for ghost in show().ghosts} == {"2021-01-28", "2020-09-03"}


def test_the_number_of_ghosts_is_what_the_check_says(show: Show, tmp_path: Path) -> None:
    with closing(declaring(tmp_path, partners=13, members=15, named=2)) as store:
        shown = show(store=store)
        # 13 partners less 2, or 15 members less 3 (the lead is one): the larger is drawn, once.
        assert [ghost.unnamed for ghost in shown.ghosts] == [1] * 12
    with closing(declaring(tmp_path, partners=2, members=3, named=2)) as store:
        assert show(store=store).ghosts == []


_FOLDERS = itertools.count()


def declaring(folder: Path, *, partners: int, members: int, named: int) -> Store:
    """A store with one network: a lead, ``named`` partners, and what a document declares of it."""
    schools = [node("School", f"s{number}") for number in range(named)]
    facts = [
        said(
            "d",
            "2021-01-01",
            node("Group", "g"),
            node("School", "lead"),
            *schools,
            Relationship("MEMBER_OF", "lead", "g", {"role": "lead", "basis": "stated"}),
            *(Relationship("MEMBER_OF", one.id, "g", {"role": "member", "basis": "stated"}) for one in schools),
            *(Relationship("MENTORS", "lead", one.id, {"basis": "stated"}) for one in schools),
            node("Declaration", "p", what="partners", count=partners),
            node("Declaration", "m", what="members", count=members),
            Relationship("ABOUT", "p", "g", {"basis": "stated"}),
            Relationship("ABOUT", "m", "g", {"basis": "stated"}),
        )
    ]
    store = open_store(str(folder / f"{next(_FOLDERS)}.db"), create=True)
    with store.transaction() as transaction:
        transaction.apply(plan_load(transaction.graph(), facts))
    return store


def test_gaps_stand_on_their_nodes_and_relationships_in_both_languages(show: Show) -> None:
    shown = show()
    gaps = {gap.check: gap for gap in shown.nodes["spm-34-2020-09-03-e1"].gaps}
    assert {"declared-vs-recorded", "headcount-mismatch"} <= set(gaps)
    assert gaps["headcount-mismatch"].severity == "error"
    assert "129" in gaps["headcount-mismatch"].message.th
    assert gaps["headcount-mismatch"].message.en != gaps["headcount-mismatch"].message.th
    inferred = [edge for edge in shown.scene.edges if edge.type == "MENTORS" and edge.basis == "inferred"]
    assert len(inferred) == 4
    assert all("inferred-mentoring" in {gap.check for gap in edge.gaps} for edge in inferred)
    severities = ("error", "warning", "info")
    for one in shown.scene.nodes:
        ranks = [severities.index(gap.severity) for gap in one.gaps]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("mark", ["ghosts", "gaps", "inferred", "ended"])
def test_each_mark_is_turned_off_by_itself(show: Show, mark: str) -> None:
    marks = Marks(**{mark: False})
    scene = show(marks=marks, as_of=None).scene
    assert any("ghost" in node.flags for node in scene.nodes) is marks.ghosts
    assert any(node.gaps for node in scene.nodes) is marks.gaps
    named = [edge for edge in scene.edges if "ghost" not in edge.flags]
    assert any(edge.dashed for edge in named) is marks.inferred
    assert any(edge.basis == "inferred" for edge in named)


def test_a_check_that_cannot_be_run_is_a_note_and_the_picture_is_drawn(
    five_store: Store, tmp_path: Path, show: Show
) -> None:
    checks = tmp_path / "checks"
    checks.mkdir()
    (checks / "broken.cypher").write_text("/* title: x */ RETURN 1 AS id", encoding="utf-8")
    contents, notes = gather(
        five_store,
        Picture("p", Text("p", "p"), layout="layered"),
        cypher_folders=[tmp_path, places.data_folder("cypher")],
        today=date(2022, 6, 1),
    )
    assert contents.gaps
    assert all("broken.cypher" in one.en for one in notes)
    assert notes


def test_the_legend_explains_marks_of_gaps_where_there_are_any(show: Show) -> None:
    scene = show().scene
    marks = Counter(node.worst_gap for node in scene.nodes if node.gaps)
    assert {entry.severity: entry.count for entry in scene.gap_legend} == marks
    assert [entry.severity for entry in scene.gap_legend] == ["error", "warning", "info"]
    assert scene.gap_legend[0].text == Text("gap: error", "สิ่งที่ขาด: ผิดพลาด")
    assert show(marks=Marks(gaps=False)).scene.gap_legend == ()


def test_the_legend_explains_dashed_outlines_where_there_are_any(show: Show) -> None:
    scene = show().scene
    dashed = {entry.kind: entry.count for entry in scene.node_legend if entry.dashed}
    unnamed = [node for node in scene.nodes if "unnamed" in node.flags]
    assert dashed == {"unnamed": len(unnamed), "ghost": 49}
    bare = show(kinds=("School", "Office"), marks=Marks(ghosts=False)).scene
    assert not any(entry.dashed for entry in bare.node_legend)


def test_colour_by_status_gaps_and_office(show: Show) -> None:
    by_status = show(colour="status").nodes
    assert by_status[NAKHON_PATHOM].colour == with_lightness(GREEN, 70)
    assert by_status["spp-uttaradit-1-2022-01-24-a1"].colour == with_lightness(SKY_BLUE, 205)
    assert by_status["wat-phra-fang"].colour == PALE
    by_gaps = show(colour="gaps").nodes
    assert by_gaps["spm-34-2020-09-03-e1"].colour == with_lightness(VERMILLION, 80)
    assert by_gaps["anuban-buriram"].colour == with_lightness(ORANGE, 160)
    by_office = show(colour="office")
    assert by_office.nodes["ban-o-krathing"].colour == by_office.nodes["spp-nakhon-pathom-1"].colour
    assert by_office.nodes["ban-o-krathing"].colour != by_office.nodes["wat-phra-fang"].colour
    texts = {entry.text.en for entry in by_office.scene.node_legend if entry.kind == ""}
    assert len(texts) == 5


@pytest.mark.parametrize("colour", ["status", "office", "gaps"])
def test_what_colours_mean_differs_in_grey(colour: str, show: Show) -> None:
    scene = show(colour=colour).scene
    squares = [entry for entry in scene.node_legend if entry.kind == ""]
    assert len(squares) > 1
    fills = sorted(lightness(entry.colour) for entry in squares)
    assert all(lighter - darker >= 20 for darker, lighter in pairwise(fills))
    # And what is shown has just these colours, or that of things without one, or a tint of them with text on it.
    shown = {node.colour for node in scene.nodes if node.label_below and "ghost" not in node.flags}
    assert shown <= {entry.colour for entry in squares} | {PALE}


@pytest.mark.parametrize("table", [(*rules._OFFICES, rules._OTHER_OFFICES), rules._STATUSES, rules._SEVERITIES])
def test_every_colour_of_a_rule_has_a_lightness_of_its_own(table: Mapping[str, str] | tuple[str, ...]) -> None:
    colours = table.values() if isinstance(table, Mapping) else table
    fills = sorted(map(lightness, colours))
    assert all(lighter - darker >= 20 for darker, lighter in pairwise(fills))


def test_an_ended_agreement_keeps_the_colour_of_its_status(show: Show, five_store: Store) -> None:
    contents, _ = gather(
        five_store,
        Picture("p", Text("p", "p"), layout="layered", colour="status"),
        cypher_folders=[],
        today=date(2026, 1, 1),
    )
    scene = compose(contents, language="en")
    (agreement,) = [node for node in scene.nodes if node.id == NAKHON_PATHOM]
    assert agreement.colour in {entry.colour for entry in scene.node_legend}


def test_an_ended_agreement_is_grey_by_status(show: Show, five_store: Store) -> None:
    contents, _ = gather(
        five_store,
        Picture("p", Text("p", "p"), layout="layered", colour="status", marks=Marks(ended=False)),
        cypher_folders=[],
        today=date(2026, 1, 1),
    )
    scene = compose(contents, language="en")
    (agreement,) = [node for node in scene.nodes if node.id == NAKHON_PATHOM]
    assert agreement.colour == with_lightness(GREY, 115)
    assert "ended" not in agreement.flags


def test_colour_by_basis_is_of_lines(show: Show) -> None:
    scene = show(colour="basis", marks=Marks(ghosts=False)).scene
    assert len({edge.colour for edge in scene.edges if edge.basis == "stated"}) == 1
    assert {edge.colour for edge in scene.edges if edge.basis == "inferred"} == {VERMILLION}
    assert [entry.text.en for entry in scene.edge_legend] == ["stated", "inferred"]


def test_size_by_partners_makes_leads_larger(show: Show) -> None:
    nodes = show(size="partners").nodes
    assert nodes["wat-phra-fang"].width > nodes["ban-o-krathing"].width > nodes["bo-phra"].width


def test_colour_and_size_by_a_column_of_the_question(show: Show) -> None:
    question = Question("offices", None, {})
    shown = show(question=question, colour="schools", size="agreements")
    most = shown.nodes["spp-nakhon-pathom-1"]
    assert most.colour == max((node.colour for node in shown.nodes.values() if node.kind == "Office"), key=darkness)
    assert any(entry.text.en.startswith("schools = ") for entry in shown.scene.node_legend)
    with pytest.raises(StatementError, match="no column of numbers 'office_name'"):
        show(question=question, colour="office_name")


def darkness(colour: str) -> int:
    return -sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def test_steps_name_nodes_and_light_the_ghosts_declared_about_them(show: Show) -> None:
    steps = (
        Step(Text("all", "ทั้งหมด"), Text("", "")),
        Step(Text("one", "หนึ่ง"), Text("", ""), ("anuban-buriram", "โรงเรียนวัดพระฝาง", "nobody")),
        Step(Text("asked", "ถาม"), Text("", ""), question=MENTORS),
    )
    shown = show(steps=steps)
    first, second, third = (step.highlight for step in shown.scene.steps)
    assert first == ()
    lit = {node.key: node for node in shown.scene.nodes if node.key in second}
    assert {node.id for node in lit.values() if node.id} == {"anuban-buriram", "wat-phra-fang"}
    assert sum(node.unnamed for node in lit.values()) == 11
    assert shown.nodes["ban-o-krathing"].key in third
    (note,) = shown.notes
    assert "nobody" in note.en
    assert note.en.startswith("step 2")
