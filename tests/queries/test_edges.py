"""The saved questions on small made networks, one for each edge of the meaning of time, basis and groups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graphmou.errors import EntityAmbiguous
from graphmou.queries import ask, find_query
from graphmou.store.protocol import Cell, Limits, Store
from tests.queries.stores import CYPHER, TODAY, rel, rows
from tests.samples import node, said

Load = Callable[..., Store]
SCHOOLS = [node("School", name) for name in ("a", "b", "c", "d")]


def test_a_renewal_keeps_the_partner_once_and_the_later_end(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Agreement", "old", signed_on="2020-01-01", starts="2020-01-01", ends="2022-12-31"),
            node("Agreement", "new", signed_on="2023-01-01", starts="2023-01-01", ends="2025-12-31"),
            rel("MENTORS", "a", "b", agreement="old"),
            rel("MENTORS", "a", "c", agreement="old"),
            rel("MENTORS", "a", "b", agreement="new"),
        )
    )
    columns = ("school_id", "partners", "until", "status", "partner_ids")
    assert rows(store, "mentor-schools", *columns, min_partners=1) == [("a", 2, "2025-12-31", "in force", ["b", "c"])]
    in_force = ("a", 1, "2025-12-31", "in force", ["b"])
    assert rows(store, "mentor-schools", *columns, min_partners=1, as_of="2024-01-01") == [in_force]
    ended = [("a", 2, "2025-12-31", "ended", ["b", "c"])]
    assert rows(store, "mentor-schools", *columns, min_partners=1, today=date(2026, 1, 1)) == ended
    assert rows(store, "mentor-schools", min_partners=1, as_of="2026-01-01") == []
    assert rows(store, "partners-of", "partner_id", "agreement_id", "status", school="a") == [
        ("b", "new", "in force"),
        ("b", "old", "ended"),
        ("c", "old", "ended"),
    ]
    assert rows(store, "mentors-of", "mentor_id", "agreement_id", school="b", as_of="2021-01-01") == [("a", "old")]


def test_mentoring_without_a_term_outlasts_mentoring_that_ended(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Agreement", "ended", signed_on="2020-01-01", ends="2022-12-31"),
            rel("MENTORS", "a", "b", agreement="ended"),
            rel("MENTORS", "a", "c"),
        )
    )
    assert rows(store, "mentor-schools", "partners", "until", "status", min_partners=1) == [(2, None, "no term stated")]


def test_a_term_of_its_own_goes_before_that_of_the_agreement(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Agreement", "m", signed_on="2020-01-01", starts="2020-01-01", ends="2030-12-31"),
            rel("MENTORS", "a", "b", agreement="m", starts="2021-05-01", ends="2021-09-30"),
        )
    )
    assert rows(store, "partners-of", "starts", "until", "status", school="a") == [
        ("2021-05-01", "2021-09-30", "ended")
    ]
    for day, count in (("2021-04-30", 0), ("2021-05-01", 1), ("2021-09-30", 1), ("2021-10-01", 0)):
        assert len(rows(store, "partners-of", school="a", as_of=day)) == count


def test_the_status_of_an_agreement_on_a_day(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("Agreement", "nothing-stated"),  # counts from the day of the document
            node("Agreement", "starts-later", signed_on="2021-02-10", starts="2021-05-01"),
            node("Agreement", "term", signed_on="2021-02-10", ends="2023-12-31"),
        )
    )
    expected = {
        "2019-12-31": ["not yet", "not yet", "not yet"],
        "2020-01-01": ["no term stated", "not yet", "not yet"],
        "2021-02-09": ["no term stated", "not yet", "not yet"],
        "2021-02-10": ["no term stated", "not yet", "in force"],
        "2021-04-30": ["no term stated", "not yet", "in force"],
        "2021-05-01": ["no term stated", "no term stated", "in force"],
        "2023-12-31": ["no term stated", "no term stated", "in force"],
        "2024-01-01": ["no term stated", "no term stated", "ended"],
    }
    names = ["nothing-stated", "starts-later", "term"]
    for day, statuses in expected.items():
        found = rows(store, "agreements", "agreement_id", "status", today=date.fromisoformat(day))
        assert found == list(zip(names, statuses, strict=True))
        in_force = [row for row in found if row[1] in ("in force", "no term stated")]
        assert rows(store, "agreements", "agreement_id", "status", as_of=day) == in_force


def test_a_mixed_basis_and_each_of_its_parts(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            rel("MENTORS", "a", "b"),
            rel("MENTORS", "a", "c", basis="inferred"),
            rel("MENTORS", "d", "b", basis="inferred"),
        )
    )
    found = rows(store, "mentor-schools", "school_id", "partners", "basis", min_partners=1)
    assert found == [("a", 2, "mixed"), ("d", 1, "inferred")]
    stated = rows(store, "mentor-schools", "school_id", "partners", "basis", min_partners=1, basis="stated")
    assert stated == [("a", 1, "stated")]
    inferred = rows(store, "mentor-schools", "school_id", "partners", min_partners=1, basis="inferred")
    assert inferred == [("a", 1), ("d", 1)]


def test_most_partners_first_and_then_by_id(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            rel("MENTORS", "b", "a"),
            rel("MENTORS", "a", "b"),
            rel("MENTORS", "c", "a"),
            rel("MENTORS", "c", "b"),
        )
    )
    assert [row[0] for row in rows(store, "mentor-schools", min_partners="1")] == ["c", "a", "b"]


def test_partners_of_one_name_stay_two(loaded: Load) -> None:
    namesakes = [node("School", name, name="โรงเรียนวัดใหม่") for name in ("x", "y")]
    store = loaded(said("d1", "2020-01-01", *SCHOOLS, *namesakes, rel("MENTORS", "a", "x"), rel("MENTORS", "a", "y")))
    found = rows(store, "mentor-schools", "partners", "partner_names", min_partners=2)
    assert found == [(2, ["โรงเรียนวัดใหม่", "โรงเรียนวัดใหม่"])]
    with pytest.raises(EntityAmbiguous):
        rows(store, "mentors-of", school="โรงเรียนวัดใหม่")


def test_an_office_of_several_provinces_tells_no_province_of_its_schools(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("School", "own", province="ตาก"),
            node("Office", "one", level="area", provinces=["เลย"]),
            node("Office", "two", level="area", provinces=["เลย", "หนองบัวลำภู"]),
            rel("UNDER", "a", "one"),
            rel("UNDER", "b", "two"),
            rel("UNDER", "own", "one"),
            rel("MENTORS", "a", "c"),
            rel("MENTORS", "b", "c"),
            rel("MENTORS", "own", "c"),
        )
    )
    assert rows(store, "mentor-schools", "school_id", min_partners=1, province="เลย") == [("a",)]
    assert rows(store, "mentor-schools", "school_id", min_partners=1, province="จังหวัดตาก") == [("own",)]
    assert rows(store, "schools", "school_id", "province", office="one") == [("a", "เลย"), ("own", "ตาก")]
    assert rows(store, "schools", "school_id", "province", office="two") == [("b", None)]


def test_a_party_through_two_groups_and_by_itself(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Group", "g1"),
            node("Group", "g2"),
            node("Agreement", "m", signed_on="2020-01-01"),
            rel("MEMBER_OF", "a", "g1", role="lead"),
            rel("MEMBER_OF", "a", "g2", role="member"),
            rel("MEMBER_OF", "b", "g2", role="member"),
            rel("SIGNED", "g1", "m", role="lead"),
            rel("SIGNED", "g2", "m", role="partner"),
            rel("SIGNED", "a", "m", role="party"),
        )
    )
    assert rows(store, "parties-of", "party_id", "role", "via", agreement="m") == [
        ("a", "lead", "g1"),
        ("a", "partner", "g2"),
        ("a", "party", None),
        ("b", "partner", "g2"),
        ("g1", "lead", None),
        ("g2", "partner", None),
    ]
    assert rows(store, "agreements", "agreement_id", party="b") == []
    assert rows(store, "agreements", "agreement_id", party="b", through_groups=True) == [("m",)]
    columns = ("agreement_id", "role_a", "role_b")
    assert rows(store, "agreements-between", *columns, a="b", b="a") == []
    # Its own signature goes before that of its groups.
    through = rows(store, "agreements-between", *columns, a="b", b="a", through_groups=True)
    assert through == [("m", "partner", "party")]
    assert rows(store, "schools", "school_id", "groups", "agreements") == [
        ("a", 2, 1),
        ("b", 1, 1),
        ("c", 0, 0),
        ("d", 0, 0),
    ]


def test_an_organisation_is_a_party_like_any_other(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Organisation", "university", name="มหาวิทยาลัย", kind="university"),
            node("Agreement", "m", signed_on="2020-01-01"),
            rel("SIGNED", "a", "m", role="party"),
            rel("SIGNED", "university", "m", role="party"),
            node("Person", "dean"),
            rel("HOLDS", "dean", "university", title="คณบดี", status="current", known_on="2020-01-01"),
        )
    )
    assert rows(store, "parties-of", "party_id", "kind", agreement="m") == [
        ("a", "School"),
        ("university", "Organisation"),
    ]
    assert rows(store, "agreements", "agreement_id", party="มหาวิทยาลัย") == [("m",)]
    assert rows(store, "people-of", "person_id", organisation="university") == [("dean",)]


def test_a_topic_by_part_of_a_name_means_every_topic_that_holds_it(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("Topic", "waste", name="ขยะ"),
            node("Topic", "zero-waste", name="โรงเรียนปลอดขยะ"),
            node("Agreement", "m1"),
            node("Agreement", "m2"),
            rel("COVERS", "m1", "waste"),
            rel("COVERS", "m2", "zero-waste"),
        )
    )
    assert rows(store, "agreements", "agreement_id", topic="ปลอดขยะ") == [("m2",)]
    assert rows(store, "agreements", "agreement_id", topic="ยะ") == [("m1",), ("m2",)]
    assert rows(store, "agreements", "agreement_id", topic="ขยะ") == [("m1",)]  # called exactly that


def test_the_end_of_a_year_is_its_last_day(loaded: Load) -> None:
    store = loaded(said("d1", "2020-01-01", node("Agreement", "m", signed_on="2020-03-01", ends="2020-12-31")))
    for within, found in ((30, [("m", 31)][:0]), (31, [("m", 31)])):
        assert rows(store, "expiring", "agreement_id", "days_left", as_of="2020-11-30", within_days=within) == found
    leap = rows(store, "expiring", "days_left", as_of="2020-03-01", within_days=400)
    assert leap == [(305,)]


def test_declared_numbers_are_compared_by_what_they_count(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Group", "g"),
            node("Group", "other"),
            node("Programme", "p"),
            node("Event", "e"),
            node("Office", "o", level="area"),
            node("Agreement", "m"),
            rel("MEMBER_OF", "a", "g", role="lead"),
            rel("MEMBER_OF", "b", "g", role="member"),
            rel("MEMBER_OF", "a", "other", role="lead"),
            rel("MEMBER_OF", "c", "other", role="member"),
            rel("MADE_UNDER", "g", "p"),
            rel("UNDER", "g", "o"),
            rel("MENTORS", "a", "b", agreement="m"),
            rel("MENTORS", "a", "c"),
            rel("MENTORS", "a", "d"),
            rel("SIGNED", "a", "m", role="lead"),
            rel("SIGNED", "o", "m", role="office"),
            rel("SIGNED_AT", "m", "e"),
            rel("ATTENDED", "c", "e", role="ผู้เข้าร่วม"),
            *[
                item
                for number, (about, what) in enumerate(
                    [
                        ("g", "partners"),  # b, and d of no network of its own: c counts in the other network
                        ("g", "members"),
                        ("g", "agreements"),
                        ("p", "partners"),
                        ("p", "members"),
                        ("o", "schools"),
                        ("o", "agreements"),
                        ("e", "schools"),
                        ("e", "agreements"),
                        ("e", "partners"),
                        ("m", "partners"),
                        ("m", "schools"),
                    ]
                )
                for item in (
                    node("Declaration", f"n{number}", what=what, count=9),
                    rel("ABOUT", f"n{number}", about),
                )
            ],
        )
    )
    assert rows(store, "declarations", "about_id", "what", "recorded") == [
        ("e", "agreements", 1),
        ("e", "partners", 1),
        ("e", "schools", 1),
        ("g", "agreements", 0),
        ("g", "members", 2),
        ("g", "partners", 2),
        ("m", "partners", 1),
        ("m", "schools", 1),
        ("o", "agreements", 1),
        ("o", "schools", 2),
        ("p", "members", 2),
        ("p", "partners", 2),
    ]


def test_a_former_head_is_none(loaded: Load) -> None:
    def head(person: str, school: str, title: str, status: str, known_on: str) -> object:
        return rel("HOLDS", person, school, title=title, status=status, known_on=known_on)

    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            *[node("Person", name) for name in ("p1", "p2", "p3", "p4")],
            head("p1", "a", "ผู้อำนวยการ", "current", "2020-01-01"),
            head("p2", "b", "รองผู้อำนวยการ", "current", "2020-01-01"),
            head("p3", "c", "ผู้อำนวยการโรงเรียน", "acting", "2020-01-01"),
            head("p4", "d", "ผู้อำนวยการ", "current", "2020-01-01"),
        ),
        said(
            "d2",
            "2022-01-01",
            node("School", "d"),
            node("Person", "p4"),
            head("p4", "d", "ผู้อำนวยการ", "former", "2022-01-01"),
        ),
    )
    assert rows(store, "schools", "school_id", without="head") == [("b",), ("d",)]
    assert rows(store, "people-of", "status", "known_on", organisation="d") == [
        ("current", "2020-01-01"),
        ("former", "2022-01-01"),
    ]
    assert rows(store, "people-of", "known_on", organisation="d", status="former") == [("2022-01-01",)]


def test_the_way_goes_round_a_national_office_and_a_topic(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("School", "s1"),
            node("School", "s2"),
            node("Office", "nation", level="national"),
            node("Topic", "t"),
            *[node("Agreement", name) for name in ("m1", "m2", "m3", "m4")],
            node("School", "s3"),
            rel("SIGNED", "s1", "m1", role="party"),
            rel("SIGNED", "nation", "m1", role="party"),
            rel("SIGNED", "nation", "m2", role="party"),
            rel("SIGNED", "s2", "m2", role="party"),
            rel("COVERS", "m1", "t"),
            rel("COVERS", "m2", "t"),
            rel("SIGNED", "s1", "m3", role="party"),
            rel("SIGNED", "s3", "m3", role="party"),
            rel("SIGNED", "s3", "m4", role="party"),
            rel("MENTORS", "s3", "s1"),
            rel("SIGNED", "s2", "m4", role="party"),
        )
    )
    way = [row[0] for row in rows(store, "path-between", "id", a="s1", b="s2")]
    assert way == ["s1", "s3", "m4", "s2"]
    assert rows(store, "path-between", a="s1", b="s2", max_hops=2) == []
    # An end may be what a way may not go through.
    assert [row[0] for row in rows(store, "path-between", "id", a="t", b="nation")] == ["t", "m1", "nation"]


def test_everything_around_leaves_out_what_is_not_in_force(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            *SCHOOLS,
            node("Agreement", "ended", signed_on="2020-01-01", ends="2020-12-31"),
            node("Agreement", "later", signed_on="2022-01-01"),
            rel("SIGNED", "a", "ended", role="lead"),
            rel("SIGNED", "a", "later", role="lead"),
            rel("MENTORS", "a", "b", agreement="ended"),
            rel("MENTORS", "a", "c", agreement="later"),
            rel("MENTORS", "a", "d"),
            node("Event", "e", starts="2020-03-01", ends="2020-03-01"),
            rel("ATTENDED", "a", "e", role="เจ้าภาพ"),
        )
    )
    around = {
        "2019-12-31": [],
        "2020-02-29": ["b", "d", "ended"],
        "2020-06-01": ["b", "d", "e", "ended"],
        "2021-06-01": ["d", "e"],
        "2022-06-01": ["c", "d", "e", "later"],
    }
    for day, found in around.items():
        assert [row[0] for row in rows(store, "network-of", "id", entity="a", as_of=day)] == found
    assert [row[0] for row in rows(store, "network-of", "id", entity="a")] == ["b", "c", "d", "e", "ended", "later"]


def test_evidence_with_odd_characters_is_cut_right(loaded: Load) -> None:
    phrase = "ข้อ #1 - 2: a b"
    school = node("School", "a", evidence=[f"d1#7-{7 + len(phrase)} {phrase}"])
    store = loaded(said("d1", "2020-01-01", school))
    assert rows(store, "evidence-of", entity="a") == [("School a", "d1", 7, 7 + len(phrase), phrase)]


def test_facts_added_by_hand_are_answered_too(store: Store) -> None:
    statement = "CREATE (:School {id: 'a', name: 'ก'})-[:MENTORS]->(:School {id: 'b'})"
    with store.transaction() as transaction:
        transaction.run(statement, {}, Limits())
    assert rows(store, "mentor-schools", "school_id", "basis", "status", "partner_names", min_partners=1) == [
        ("a", None, "no term stated", [None])
    ]
    assert rows(store, "network-of", "id", "name", entity="a") == [("b", None)]
    assert rows(store, "documents") == []


@pytest.mark.parametrize("name", ["mentor-schools", "agreements", "offices", "schools", "declarations", "topics"])
def test_an_answer_without_rows_has_its_columns(loaded: Load, name: str) -> None:
    store = loaded(said("d1", "2020-01-01"))
    query = find_query([CYPHER], name)
    answer = ask(store, query, {}, today=TODAY).answer
    assert answer.rows == []
    assert answer.columns == [column.name for column in query.columns]


def test_the_row_cap_is_said_in_a_note(loaded: Load) -> None:
    store = loaded(said("d1", "2020-01-01", *SCHOOLS))
    asked = ask(store, find_query([CYPHER], "schools"), {}, today=TODAY, limits=Limits(rows=2))
    assert [row[0] for row in asked.answer.rows] == ["a", "b"]
    assert any("cut short" in note.en for note in asked.notes)


def test_a_value_is_data_and_never_cypher(loaded: Load) -> None:
    hostile = "ก' OR 1=1 // \" ` \\ $x"
    store = loaded(said("d1", "2020-01-01", node("School", "a", name=hostile, province=hostile)))
    given: dict[str, Cell] = {"province": hostile}
    assert rows(store, "schools", "school_id", **given) == [("a",)]
    assert rows(store, "schools", province="' OR 1=1 //") == []
    assert rows(store, "search", "id", text=hostile) == [("a",)]
