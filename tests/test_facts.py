"""What several documents say of one thing: the later value stands, the others are kept, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphmou.facts import DocumentFacts, facts_by_document, settle
from graphmou.graph import Graph, Node, Properties, Relationship
from tests.samples import node, said

EARLIER = said("d1", "2020-01-01", node("School", "s", province="เลย", aliases=["ก"]), node("School", "t"))
LATER = said("d2", "2021-01-01", node("School", "s", province="ตาก", aliases=["ข"], district="วังสะพุง"))


def test_the_later_document_stands_and_the_other_value_is_kept() -> None:
    for order in ([EARLIER, LATER], [LATER, EARLIER]):
        school = settle(order).nodes["s"].properties
        assert school["province"] == "ตาก"
        assert school["other_values"] == ["d1#province เลย"]
        assert school["documents"] == ["d1", "d2"]
        assert school["recorded_on"] == "2020-01-01"


def test_lists_of_names_are_joined_and_no_disagreement() -> None:
    school = settle([EARLIER, LATER]).nodes["s"].properties
    assert school["aliases"] == ["ก", "ข"]
    assert all("aliases" not in text for text in school["other_values"] if isinstance(text, str))


def test_documents_that_agree_leave_no_other_value() -> None:
    same = said("d3", "2022-01-01", node("School", "s", province="ตาก"))
    assert "other_values" not in settle([LATER, same]).nodes["s"].properties


def test_a_name_that_lost_is_still_searched() -> None:
    renamed = said("d2", "2021-01-01", Node("School", "s", {"name": "โรงเรียนใหม่"}))
    keys = settle([EARLIER, renamed]).nodes["s"].properties["search_keys"]
    assert isinstance(keys, list)
    assert {"โรงเรียนใหม่", "ชื่อs", "s", "ก"} <= set(keys)


def test_evidence_of_all_documents_is_kept_with_its_document() -> None:
    one = said("d1", "2020-01-01", node("School", "s", evidence=["d1#0-2 กข"]))
    two = said("d2", "2021-01-01", node("School", "s", evidence=["d2#5-7 กข", "d2#9-11 คง"]))
    settled = settle([one, two])
    assert settled.nodes["s"].properties["evidence"] == ["d1#0-2 กข", "d2#5-7 กข", "d2#9-11 คง"]
    again = facts_by_document(settled)
    assert again["d2"].graph.nodes["s"].properties["evidence"] == ["d2#5-7 กข", "d2#9-11 คง"]


def test_two_agreements_make_two_mentorings_of_one_pair() -> None:
    facts = said(
        "d1",
        "2020-01-01",
        node("School", "s"),
        node("School", "t"),
        Relationship("MENTORS", "s", "t", {"agreement": "a1", "basis": "stated"}),
        Relationship("MENTORS", "s", "t", {"agreement": "a2", "basis": "inferred"}),
    )
    assert settle([facts]).type_counts()["MENTORS"] == 2


def test_what_was_added_by_hand_is_said_by_no_document() -> None:
    graph = settle([EARLIER])
    graph.add(Node("School", "by-hand", {"name": "x"}))
    assert "by-hand" not in facts_by_document(graph)["d1"].graph.nodes


def test_a_claim_broken_by_hand_is_passed_over() -> None:
    graph = settle([EARLIER])
    graph.nodes["s"].properties["claims"] = ["d1 {broken", "d1", "d1 []"]
    graph.nodes["s"].properties["evidence"] = ["not evidence"]
    facts = facts_by_document(graph)["d1"]
    assert "s" not in facts.graph.nodes
    assert "t" in facts.graph.nodes


VALUES = st.one_of(
    st.text(max_size=8), st.integers(-(2**40), 2**40), st.booleans(), st.lists(st.text(max_size=5), max_size=3)
)
PROPERTIES = st.dictionaries(st.sampled_from(["name", "province", "code", "aliases", "count"]), VALUES, max_size=4)


@st.composite
def several_documents(draw: st.DrawFn) -> list[DocumentFacts]:
    facts = []
    for number in range(draw(st.integers(1, 4))):
        document = f"d{number}"
        graph = Graph([Node("Document", document, {"date": draw(st.sampled_from(["2020-01-01", "2021-05-05"]))})])
        for node_id in draw(st.sets(st.sampled_from("abc"))):
            properties: Properties = draw(PROPERTIES)
            graph.add(Node("School", node_id, properties))
        if {"a", "b"} <= graph.nodes.keys():
            graph.add(Relationship("MENTORS", "a", "b", {"basis": draw(st.sampled_from(["stated", "inferred"]))}))
        facts.append(DocumentFacts(document, str(graph.nodes[document].properties["date"]), graph))
    return facts


@given(several_documents())
def test_what_each_document_said_can_be_read_back(facts: list[DocumentFacts]) -> None:
    again = facts_by_document(settle(facts))
    assert again.keys() == {one.document for one in facts}
    for one in facts:
        assert again[one.document].graph.nodes == one.graph.nodes
        assert again[one.document].graph.relationships == one.graph.relationships


@given(several_documents())
def test_settling_does_not_depend_on_the_order_of_loading(facts: list[DocumentFacts]) -> None:
    forwards, backwards = settle(facts), settle(reversed(facts))
    assert forwards.nodes == backwards.nodes
    assert forwards.relationships == backwards.relationships


def test_two_dates_of_different_precision_are_one_disagreement() -> None:
    def agreement(ends: str, precision: str) -> Node:
        return Node("Agreement", "a", {"name": "ข้อตกลง", "ends": ends, "ends_precision": precision})

    differ = settle(
        [
            said("d1", "2021-01-01", agreement("2023-12-31", "year")),
            said("d2", "2022-01-01", agreement("2024-06-30", "day")),
        ]
    )
    assert differ.nodes["a"].properties["other_values"] == ["d1#ends 2023-12-31"]
    agree = settle(
        [
            said("d1", "2021-01-01", agreement("2023-12-31", "year")),
            said("d2", "2022-01-01", agreement("2023-12-31", "day")),
        ]
    )
    assert agree.nodes["a"].properties["other_values"] == ["d1#ends_precision year"]
