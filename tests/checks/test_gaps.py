"""Each check on small made networks: with its gap, and without it."""

from __future__ import annotations

from collections.abc import Callable

from graphmou.graph import Node, Relationship
from graphmou.store.protocol import Limits, Store
from tests.checks.gaps import gaps, result
from tests.queries.stores import rel
from tests.samples import node, said

Load = Callable[..., Store]


def network(*partners: str, lead: str = "lead", group: str = "g") -> list[Node | Relationship]:
    """A group, its lead, and the partners it mentors."""
    made: list[Node | Relationship] = [
        node("School", lead),
        node("Group", group),
        rel("MEMBER_OF", lead, group, role="lead"),
    ]
    for partner in partners:
        made += [
            node("School", partner),
            rel("MEMBER_OF", partner, group, role="member"),
            rel("MENTORS", lead, partner),
        ]
    return made


def declared(what: str, count: int, about: str, **properties: object) -> list[Node | Relationship]:
    name = f"{about}-{what}"
    return [node("Declaration", name, what=what, count=count, **properties), rel("ABOUT", name, about)]  # type: ignore[arg-type]


def test_a_declared_number_of_partners(loaded: Load) -> None:
    networks = {"met": 2, "more": 3, "fewer": 1}
    items = [
        item
        for name, count in networks.items()
        for item in (
            *network(f"{name}-1", f"{name}-2", lead=f"{name}-lead", group=name),
            *declared("partners", count, name),
        )
    ]
    store = loaded(said("d1", "2021-01-01", *items))
    assert gaps(store, "declared-vs-recorded", "id", "what", "declared", "recorded", "document_id") == [
        ("fewer", "partners", 1, 2, "d1"),
        ("more", "partners", 3, 2, "d1"),
    ]


def test_partners_recorded_later_close_the_gap_from_that_day_on(loaded: Load) -> None:
    later = [node("School", "lead"), node("School", "p3"), rel("MENTORS", "lead", "p3")]
    store = loaded(
        said("d1", "2021-01-01", *network("p1", "p2"), *declared("partners", 3, "g")), said("d2", "2022-01-01", *later)
    )
    assert gaps(store, "declared-vs-recorded", "recorded", as_of="2020-12-31") == []
    assert gaps(store, "declared-vs-recorded", "recorded", as_of="2021-12-31") == [(2,)]
    assert gaps(store, "declared-vs-recorded", as_of="2022-01-01") == []


def test_declared_members_schools_and_agreements(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *network("p1", "p2"),
            *declared("members", 4, "g"),
            node("Event", "e"),
            rel("ATTENDED", "p1", "e", role="ผู้เข้าร่วม"),
            *declared("schools", 1, "e"),
            node("Agreement", "m"),
            rel("SIGNED_AT", "m", "e"),
            *declared("agreements", 2, "e"),
        )
    )
    found = gaps(store, "declared-vs-recorded", "id", "what", "declared", "recorded")
    assert found == [("e", "agreements", 2, 1), ("g", "members", 4, 3)]


def test_a_lead_with_too_few_partners(loaded: Load) -> None:
    def programme(group: str, **properties: int) -> list[Node | Relationship]:
        return [node("Programme", f"of-{group}", **properties), rel("MADE_UNDER", group, f"of-{group}")]

    def led(name: str, partners: int) -> list[Node | Relationship]:
        return network(*[f"{name}-{number}" for number in range(partners)], lead=f"lead-{name}", group=name)

    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *led("enough", 3),
            *led("two", 2),
            *led("none", 0),
            *[*led("reached", 2), *declared("partners", 3, "reached")],
            *[*led("not-reached", 1), *declared("partners", 2, "not-reached")],
            *[*led("asks-two", 2), *programme("asks-two", min_partners=2)],
            *[*led("asks-five", 3), *programme("asks-five", min_partners=5)],
            *[*led("asks-nothing", 3), *programme("asks-nothing")],
            *[*led("too-few-anyway", 2), *programme("too-few-anyway")],
        )
    )
    assert gaps(store, "too-few-partners", "id", "recorded", "declared", "minimum") == [
        ("lead-asks-five", 3, None, 5),
        ("lead-none", 0, None, 3),
        ("lead-not-reached", 1, 2, 3),
        ("lead-too-few-anyway", 2, None, 3),
        ("lead-two", 2, None, 3),
    ]


def test_each_network_of_a_lead_counts_its_own_partners(loaded: Load) -> None:
    store = loaded(said("d1", "2021-01-01", *network("a1", "a2", "a3"), *network("b1", "b2", group="h")))
    assert gaps(store, "too-few-partners", "id", "recorded") == [("lead", 2)]


def test_a_mentor_without_a_group_is_asked_what_its_agreement_asks(loaded: Load) -> None:
    schools = [node("School", name) for name in ("m1", "m2", "x", "y")]
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *schools,
            node("Agreement", "a"),
            node("Programme", "p", min_partners=2),
            rel("MADE_UNDER", "a", "p"),
            rel("MENTORS", "m1", "x", agreement="a"),
            rel("MENTORS", "m1", "y", agreement="a"),
            rel("MENTORS", "m2", "x"),
        )
    )
    assert gaps(store, "too-few-partners", "id", "recorded", "minimum") == [("m2", 1, 3)]


def test_a_group_without_a_lead_has_no_lead_with_too_few_partners(loaded: Load) -> None:
    items = [node("Group", "g"), node("School", "s"), rel("MEMBER_OF", "s", "g", role="member")]
    assert gaps(loaded(said("d1", "2021-01-01", *items)), "too-few-partners") == []


def test_a_headcount(loaded: Load) -> None:
    events: dict[str, tuple[int, list[int] | None, list[int] | None]] = {
        "adds-up": (129, [76, 38, 15], None),
        "does-not": (135, [76, 38, 15], None),
        "first-reading": (129, [76, 38, 15], [76, 76, 15]),
        "neither-reading": (135, [76, 38, 15], [76, 76, 15]),
        "no-parts": (10, None, None),
        "other-reading": (167, [76, 38, 15], [76, 76, 15]),
        "too-many": (10, [12], None),
    }
    items: list[Node | Relationship] = []
    for name, (count, counts, others) in events.items():
        properties = {"part_counts": counts, "other_part_counts": others}
        given = {key: value for key, value in properties.items() if value}
        items += [node("Event", name), *declared("attendance", count, name, **given)]
    store = loaded(said("d1", "2021-01-01", *items))
    columns = ("id", "computed", "difference", "reading", "other_reading")
    assert gaps(store, "headcount-mismatch", *columns) == [
        ("does-not", 129, 6, "76 + 38 + 15 = 129", None),
        ("neither-reading", 129, 6, "76 + 38 + 15 = 129", "76 + 76 + 15 = 167"),
        ("too-many", 12, -2, "12 = 12", None),
    ]


def test_the_message_names_the_other_reading_only_where_there_is_one(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            node("Event", "e"),
            *declared("attendance", 9, "e", parts=["1 ก", "2 ข"], part_counts=[1, 2]),
        )
    )
    (gap,) = result(store, "headcount-mismatch").gaps
    assert gap["message"] == "ชื่อ e: 9 people announced, but 1 + 2 = 3"


def test_aliases_are_no_variants(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            node("School", "a", aliases=["ร.ร.ก"], outside_aliases=["ข"]),
            node("School", "b", variants=["สะกดอื่น", "อีกแบบ"]),
        )
    )
    assert gaps(store, "name-variants", "id", "variants", "documents") == [("b", ["สะกดอื่น", "อีกแบบ"], ["d1"])]


def test_only_inferred_mentoring_is_inferred(loaded: Load) -> None:
    schools = [node("School", name) for name in ("a", "b", "c")]
    mentoring = [rel("MENTORS", "a", "b"), rel("MENTORS", "a", "c", basis="inferred")]
    store = loaded(said("d1", "2021-01-01", *schools, *mentoring))
    assert gaps(store, "inferred-mentoring", "id", "name") == [("MENTORS a c -", "ชื่อ a → ชื่อ c")]
    assert gaps(store, "inferred-mentoring", as_of="2020-12-31") == []


def test_a_node_or_relationship_without_a_phrase(loaded: Load) -> None:
    evidence = ["d1#0-1 ก"]
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            node("School", "a", evidence=evidence),
            node("School", "b"),
            node("Office", "o", evidence=evidence),
            rel("MENTORS", "a", "b", evidence=evidence),
            rel("UNDER", "a", "o"),
        )
    )
    assert gaps(store, "without-evidence", "id", "fact") == [
        ("UNDER a o", "UNDER a o"),
        ("b", "School b"),
    ]


def test_a_fact_added_by_hand_has_no_evidence(store: Store) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "CREATE (:School {id: 'a', evidence: ['d#0-1 x']})-[:MENTORS]->(:School {id: 'b'})", {}, Limits()
        )
    assert gaps(store, "without-evidence", "id", "name") == [("MENTORS a b", "a → b"), ("b", "b")]


def agreement(name: str, *parties: str, **properties: str) -> list[Node | Relationship]:
    return [node("Agreement", name, **properties), *(rel("SIGNED", party, name, role="party") for party in parties)]


ABC = [node("School", name) for name in ("a", "b", "c")]


def test_an_agreement_needs_two_parties(loaded: Load) -> None:
    store = loaded(said("d1", "2021-01-01", *ABC, *agreement("m0"), *agreement("m1", "a"), *agreement("m2", "a", "b")))
    assert gaps(store, "agreement-without-party", "id", "parties") == [("m0", 0), ("m1", 1)]


def test_an_agreement_ended_unless_its_parties_made_a_later_one(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *ABC,
            *agreement("renewed", "a", "b", signed_on="2020-01-01", ends="2021-12-31"),
            *agreement("wider", "a", "b", "c", signed_on="2022-01-01", ends="2030-12-31"),
            *agreement("not-renewed", "a", "c", signed_on="2023-01-01", ends="2023-12-31"),
            *agreement("of-one-only", "a", signed_on="2023-06-01", ends="2024-05-31"),
            *agreement("nobody", signed_on="2020-01-01", ends="2020-12-31"),
            *agreement("no-term", "b", "c", signed_on="2020-01-01"),
        )
    )
    assert gaps(store, "agreement-expired", "id", "days") == [
        ("nobody", 1248),
        ("not-renewed", 153),
        ("of-one-only", 1),
    ]


def test_a_renewal_that_is_not_recorded_yet_does_not_count(loaded: Load) -> None:
    store = loaded(
        said("d1", "2020-01-01", *ABC, *agreement("old", "a", "b", signed_on="2020-01-01", ends="2020-12-31")),
        said("d2", "2022-01-01", *ABC, *agreement("new", "a", "b", signed_on="2021-01-01", ends="2030-12-31")),
    )
    assert gaps(store, "agreement-expired", as_of="2021-06-01") == [("old",)]
    assert gaps(store, "agreement-expired", as_of="2022-01-01") == []


def test_agreements_that_end_soon_and_those_without_a_term(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *agreement("soon", ends="2024-11-28"),
            *agreement("not-so-soon", ends="2024-11-29"),
            *agreement("ended", ends="2024-05-31"),
            *agreement("open", signed_on="2021-01-01"),
            *agreement("unsigned"),
        )
    )
    assert gaps(store, "agreement-expiring", "id", "days_left") == [("soon", 180)]
    assert gaps(store, "agreement-without-term", "id", "signed_on") == [("open", "2021-01-01"), ("unsigned", None)]
    messages = [gap["message"] for gap in result(store, "agreement-without-term").gaps]
    assert messages == ["ชื่อ open, signed on 2021-01-01, states no end", "ชื่อ unsigned states no end"]


def test_mentoring_rests_on_an_agreement_that_is_recorded(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *ABC,
            *agreement("m", "a", "b"),
            rel("MENTORS", "a", "b", agreement="m"),
            rel("MENTORS", "a", "c"),
            rel("MENTORS", "b", "c", agreement="gone"),
        )
    )
    assert gaps(store, "mentoring-without-agreement", "mentor_id", "partner_id") == [("a", "c"), ("b", "c")]


def test_a_school_has_an_agreement_of_its_own_or_through_a_group(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *ABC,
            node("Group", "g"),
            rel("MEMBER_OF", "b", "g", role="member"),
            *agreement("m", "a", "g"),
        )
    )
    assert gaps(store, "school-without-agreement", "id", "documents") == [("c", ["d1"])]


def test_a_member_whom_the_mentor_of_its_group_left_out(loaded: Load) -> None:
    left_out = [node("School", "left-out"), rel("MEMBER_OF", "left-out", "g", role="member")]
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *network("p1", "p2"),
            *left_out,
            node("Group", "no-mentor"),
            node("School", "x"),
            rel("MEMBER_OF", "x", "no-mentor", role="member"),
            rel("MEMBER_OF", "lead", "no-mentor", role="lead"),
        )
    )
    assert gaps(store, "school-without-mentor", "id", "group_id") == [("left-out", "g")]


def test_schools_offices_and_groups_with_nothing(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *ABC,
            node("Office", "o1", level="area"),
            node("Office", "o2", level="area"),
            node("Office", "o3", level="area"),
            node("Office", "n", level="national"),
            rel("UNDER", "a", "o1"),
            *agreement("m", "o1", "a"),
            rel("OVERSEES", "o2", "m"),
            node("Group", "empty"),
            *declared("schools", 7, "empty"),
            node("Group", "full"),
            rel("MEMBER_OF", "b", "full", role="member"),
        )
    )
    assert gaps(store, "school-without-office") == [("b",), ("c",)]
    assert gaps(store, "office-without-agreement") == [("o3",)]
    assert gaps(store, "group-without-members", "id", "declared", "message") == [
        ("empty", 7, "no member of ชื่อ empty is recorded; 7 were announced")
    ]


def test_who_signed_who_witnessed_and_who_leads(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            *ABC,
            node("Person", "p"),
            *agreement("m1", "a", "b"),
            *agreement("m2", "a", "b"),
            rel("SIGNED_FOR", "p", "m1", party="a"),
            rel("WITNESSED", "p", "m2"),
            rel("HOLDS", "p", "a", title="ผู้อำนวยการ", status="current", known_on="2021-01-01"),
            rel("HOLDS", "p", "b", title="รองผู้อำนวยการ", status="current", known_on="2021-01-01"),
        ),
        said(
            "d2",
            "2023-01-01",
            node("School", "a"),
            node("Person", "p"),
            rel("HOLDS", "p", "a", title="ผู้อำนวยการ", status="former", known_on="2023-01-01"),
        ),
    )
    assert gaps(store, "agreement-without-signatory") == [("m2",)]
    assert gaps(store, "agreement-without-witness") == [("m1",)]
    assert gaps(store, "school-without-head", as_of="2022-12-31") == [("b",), ("c",)]
    assert gaps(store, "school-without-head", as_of="2023-01-01") == [("a",), ("b",), ("c",)]


def test_documents_that_disagree(loaded: Load) -> None:
    def school(province: str, role: str | None = None) -> list[Node | Relationship]:
        member = [node("Group", "g"), rel("MEMBER_OF", "a", "g", role=role)] if role else []
        return [node("School", "a", province=province), *member]

    store = loaded(
        said("d1", "2021-01-01", *school("เลย", "lead")),
        said("d2", "2022-01-01", *school("จังหวัด ตาก")),
        said("d3", "2023-01-01", *school("เลย", "member")),
        said("d4", "2024-01-01", *school("จังหวัด ตาก")),
    )
    columns = ("id", "property", "value", "other", "documents")
    assert gaps(store, "conflicting-values", *columns) == [
        ("MEMBER_OF a g", "role", "member", "lead", ["d1"]),
        ("a", "province", "จังหวัด ตาก", "เลย", ["d1", "d3"]),
    ]


def test_documents_that_agree_are_no_conflict(loaded: Load) -> None:
    agreeing = [said(f"d{year}", f"{year}-01-01", node("School", "a", province="เลย")) for year in (2021, 2022)]
    assert gaps(loaded(*agreeing), "conflicting-values") == []


def test_documents_that_disagree_over_a_list_or_a_number(loaded: Load) -> None:
    def attendance(count: int, parts: list[str], counts: list[int]) -> list[Node | Relationship]:
        return [node("Event", "e"), *declared("attendance", count, "e", parts=parts, part_counts=counts)]

    store = loaded(
        said("d1", "2021-01-01", *attendance(3, ["1 ก", "2 ข"], [1, 2])),
        said("d2", "2022-01-01", *attendance(4, ["1 ก", "3 ข"], [1, 3])),
    )
    found = gaps(store, "conflicting-values", "property", "value", "other", "documents")
    assert found == [
        ("count", "4", "3", ["d1"]),
        ("part_counts", "1, 3", "1, 2", ["d1"]),
        ("parts", "1 ก, 3 ข", "1 ก, 2 ข", ["d1"]),
    ]
