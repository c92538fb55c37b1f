"""What is found is linked to the graph only where name and place agree; else a person is asked."""

from __future__ import annotations

import pytest

from graphmou.graph import Graph, Relationship
from graphmou.resolve import Judgement, Judgements, KnownGraph, Match, Seen
from tests.samples import node

SCHOOL = "โรงเรียนวัดใหม่"


def graph() -> Graph:
    return Graph(
        [
            node("Office", "spp-nan-1", name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"),
            node("Office", "spp-nan-2", name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 2"),
            node("School", "wat-mai", name=SCHOOL),
            node("School", "wat-mai-2", name=SCHOOL, province="แพร่"),
            node("School", "wat-mai-3", name=SCHOOL),
            node("Person", "somchai", name="สมชาย ใจดี"),
            node("Programme", "good", name="โครงการคุณธรรม"),
        ],
        [Relationship("UNDER", "wat-mai", "spp-nan-1"), Relationship("UNDER", "wat-mai-3", "spp-nan-2")],
    )


def match(*seen: Seen, judged: tuple[Judgement, ...] = ()) -> dict[str, Match]:
    return KnownGraph(graph(), Judgements(list(judged))).match(seen)


def school(name: str = SCHOOL, office: str = "", province: str = "", node_id: str = "s") -> Seen:
    return Seen(node_id, "School", (name,), (office,) if office else (), province)


OFFICE = Seen("o", "Office", ("สพป.น่าน เขต ๑",))


def judged(verdict: str, one: str, other: str) -> Judgement:
    return Judgement((one, other), "same" if verdict == "same" else "different", "w", "b", "2026-01-01")


def test_a_school_is_linked_where_name_and_office_agree_through_the_linked_office() -> None:
    found = match(school(office="o"), OFFICE)
    assert found["o"].linked is not None
    assert found["o"].linked.id == "spp-nan-1"
    assert found["s"].linked is not None
    assert found["s"].linked.id == "wat-mai"


def test_or_where_the_province_agrees() -> None:
    linked = match(school(province="จังหวัดแพร่"))["s"].linked
    assert linked is not None
    assert linked.id == "wat-mai-2"


def test_a_name_alone_links_nothing_and_proposes_with_reasons() -> None:
    found = match(school())["s"]
    assert found.linked is None
    assert {one.id for one in found.candidates} == {"wat-mai", "wat-mai-2", "wat-mai-3"}
    assert all("no office or province" in one.why.en and one.why.th for one in found.candidates)


def test_namesakes_elsewhere_say_so() -> None:
    (reason,) = {one.why.en for one in match(school(office="spp-phrae-1"))["s"].candidates if one.id == "wat-mai"}
    assert "another office" in reason


@pytest.mark.parametrize("office", ["spp-nan-1", ""])
def test_schools_are_never_linked_by_a_similar_name(office: str) -> None:
    found = match(school("โรงเรียนวัดใหม", office))["s"]
    assert found.linked is None
    assert [one.id for one in found.candidates] == (["wat-mai"] if office else [])


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "สมชาย ใจดิ"])
def test_people_are_only_suggested(name: str) -> None:
    found = match(Seen("p", "Person", (name,)))["p"]
    assert found.linked is None
    assert [one.id for one in found.candidates] == ["somchai"]


def test_a_candidate_says_what_a_person_knows_it_by() -> None:
    whole = graph()
    whole.add(Relationship("HOLDS", "somchai", "wat-mai", properties={"title": "ผู้อำนวยการ"}))
    (candidate,) = KnownGraph(whole, Judgements([])).match([Seen("p", "Person", ("สมชาย ใจดี",))])["p"].candidates
    assert candidate.why.th.endswith(f": ผู้อำนวยการ {SCHOOL}")


def test_a_programme_is_known_by_its_name() -> None:
    linked = match(Seen("m", "Programme", ("โครงการคุณธรรม",)))["m"].linked
    assert linked is not None
    assert linked.id == "good"


def test_what_was_judged_is_honoured() -> None:
    found = match(school(), judged=(judged("different", "wat-mai", "s"), judged("different", "wat-mai-2", "s")))["s"]
    assert [one.id for one in found.candidates] == ["wat-mai-3"] or found.linked is None
    assert "wat-mai" not in {one.id for one in found.candidates}
    linked = match(school("โรงเรียนอื่น"), judged=(judged("same", "wat-mai", "s"),))["s"].linked
    assert linked is not None
    assert linked.id == "wat-mai"


def test_what_is_loaded_under_its_id_is_that_node() -> None:
    linked = match(school("โรงเรียนอื่น", node_id="wat-mai"))["wat-mai"].linked
    assert linked is not None
    assert linked.id == "wat-mai"


def test_two_findings_are_never_linked_to_one_node() -> None:
    found = match(school(office="spp-nan-1"), school(office="spp-nan-1", node_id="s2"))
    assert found["s"].linked is not None
    assert found["s2"].linked is None
    assert next(one.id for one in found["s2"].candidates) == "wat-mai"
