"""More edges of time, offices and parties on small made networks, read from seed files where the format matters."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from graphmou.commands.loading import load_facts, unload
from graphmou.graph import Node, Relationship
from graphmou.seed.reader import read_seed
from graphmou.store.protocol import Store
from tests.checks.gaps import gaps
from tests.conftest import Place
from tests.queries.stores import rel, rows
from tests.samples import node, said

Load = Callable[..., Store]
SEED = """\
document: {{id: d1, name: ข่าว, publisher: สพป., date: 2022-05-01, file: d1.txt, sha256: "{sha256}"}}
schools:
- {{id: a, name: โรงเรียน ก, evidence: [{phrase}]}}
- {{id: b, name: โรงเรียน ข, evidence: [{phrase}]}}
agreements:
- id: m
  name: ข้อตกลง
  signed_on: {signed_on}
  starts: {starts}
  ends: {ends}
  parties:
  - {{party: a, role: lead, evidence: [{phrase}]}}
  - {{party: b, role: partner, evidence: [{phrase}]}}
  evidence: [{phrase}]
mentoring:
- {{mentor: a, partner: b, basis: stated, agreement: m, evidence: [{phrase}]}}
"""


@pytest.mark.parametrize(
    ("signed_on", "starts", "ends", "first_day", "last_day"),
    [
        ("2022-03-15", "2565", "2566", "2022-03-15", "2023-12-31"),  # the year began before the signing
        ("2022-03-15", "2022-03", "2023-02", "2022-03-15", "2023-02-28"),
        ("2565", "2565", "2565", "2022-01-01", "2022-12-31"),  # signed some day of that year
        ("2022-03", "2565", "มีนาคม 2567", "2022-03-01", "2024-03-31"),
        ("2022-03-15", "2022-06-01", "2022-06-01", "2022-06-01", "2022-06-01"),  # a single day
        ("2022-03-15", "2566", "2567", "2023-01-01", "2024-12-31"),  # begins the year after
    ],
)
def test_the_first_and_the_last_day_of_a_term(
    embedded_place: Place, tmp_path: Path, signed_on: str, starts: str, ends: str, first_day: str, last_day: str
) -> None:
    seed = tmp_path / "seed.yaml"
    phrase = "{start: 0, end: 1, phrase: ก}"
    text = SEED.format(sha256="0" * 64, phrase=phrase, signed_on=signed_on, starts=starts, ends=ends)
    seed.write_text(text, encoding="utf-8")
    first, last, one_day = date.fromisoformat(first_day), date.fromisoformat(last_day), timedelta(days=1)
    with closing(embedded_place.open()) as store:
        load_facts(read_seed([seed]), db=store)
        assert rows(store, "agreements", "starts", "until") == [(first_day, last_day)]
        for day, in_force in ((first - one_day, 0), (first, 1), (last, 1), (last + one_day, 0)):
            for name, given in (
                ("agreements", {}),
                ("mentor-schools", {"min_partners": 1}),
                ("partners-of", {"school": "a"}),
                ("mentors-of", {"school": "b"}),
            ):
                assert len(rows(store, name, as_of=day.isoformat(), **given)) == in_force, (name, day)
            around = [row[0] for row in rows(store, "network-of", "id", entity="a", as_of=day.isoformat())]
            assert around == ["b", "m"] * in_force, day
            soon = rows(store, "expiring", "days_left", as_of=day.isoformat(), within_days=9999)
            assert soon == [((last - day).days,)] * in_force, day


def test_an_agreement_that_an_office_only_oversees(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("Office", "o", level="area"),
            node("School", "a"),
            node("Agreement", "m", signed_on="2020-01-01"),
            rel("OVERSEES", "o", "m"),
            rel("SIGNED", "a", "m", role="party"),
        )
    )
    assert rows(store, "agreements", "agreement_id", office="o") == [("m",)]
    assert rows(store, "agreements", "agreement_id", party="o") == []
    assert rows(store, "parties-of", "party_id", agreement="m") == [("a",)]
    assert rows(store, "agreements-between", a="o", b="a") == []
    assert rows(store, "offices", "agreements") == [(1,)]
    assert gaps(store, "agreement-without-party", "id", "parties") == [("m", 1)]
    assert gaps(store, "office-without-agreement") == []


def test_a_group_whose_schools_are_under_two_offices_and_a_temple_that_signs(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("Office", "o1", level="area", provinces=["เลย"]),
            node("Office", "o2", level="area", provinces=["ตาก"]),
            node("School", "a", name="โรงเรียนวัดใหม่"),
            node("School", "b", name="โรงเรียนวัดใหม่"),
            node("Group", "g"),
            node("Organisation", "wat", name="วัดใหม่", kind="temple"),
            node("Agreement", "m", signed_on="2020-01-01"),
            rel("UNDER", "a", "o1"),
            rel("UNDER", "b", "o2"),
            rel("UNDER", "g", "o1"),
            rel("MEMBER_OF", "a", "g", role="lead"),
            rel("MEMBER_OF", "b", "g", role="member"),
            rel("SIGNED", "g", "m", role="party"),
            rel("SIGNED", "wat", "m", role="party"),
            rel("MENTORS", "a", "b", agreement="m"),
        )
    )
    assert rows(store, "schools", "school_id", office="o1") == [("a",)]
    assert rows(store, "schools", "school_id", province="ตาก", group="g") == [("b",)]
    assert rows(store, "mentor-schools", "school_id", min_partners=1, office="o2") == []
    assert rows(store, "offices", "office_id", "schools", "mentors") == [("o1", 1, 1), ("o2", 1, 0)]
    assert rows(store, "agreements", "parties", party="วัดใหม่") == [(["ชื่อ g", "วัดใหม่"],)]
    between = rows(store, "agreements-between", "role_a", "role_b", a="b", b="wat", through_groups=True)
    assert between == [("party", "party")]
    assert gaps(store, "school-without-agreement") == []
    assert [row[0] for row in rows(store, "path-between", "id", a="o2", b="wat")] == ["o2", "b", "g", "m", "wat"]


def test_what_a_document_said_is_gone_when_it_is_unloaded(loaded: Load) -> None:
    store = loaded(
        said("d1", "2020-01-01", node("School", "a"), node("School", "b"), rel("MENTORS", "a", "b", agreement="m")),
        said(
            "d2",
            "2021-01-01",
            node("School", "a"),
            node("Agreement", "m", signed_on="2021-01-01", ends="2021-12-31"),
            rel("SIGNED", "a", "m", role="lead"),
        ),
    )
    assert rows(store, "partners-of", "until", "status", school="a") == [("2021-12-31", "ended")]
    unload("d2", db=store)
    # The mentoring stays, of no known term; it rests on nothing recorded, and the school has no agreement.
    assert rows(store, "partners-of", "agreement_id", "until", "status", school="a") == [("m", None, "no term stated")]
    assert gaps(store, "mentoring-without-agreement", "mentor_id") == [("a",)]
    assert gaps(store, "school-without-agreement") == [("a",), ("b",)]
    assert rows(store, "documents", "document_id") == [("d1",)]
    assert rows(store, "agreements") == []


def test_terms_that_overlap_are_a_renewal_only_when_the_later_begins_later(loaded: Load) -> None:
    def agreement(name: str, starts: str, ends: str) -> list[Node | Relationship]:
        signed = [rel("SIGNED", party, name, role="party") for party in ("a", "b")]
        return [node("Agreement", name, signed_on=starts, starts=starts, ends=ends), *signed]

    store = loaded(
        said(
            "d1",
            "2020-01-01",
            node("School", "a"),
            node("School", "b"),
            *agreement("first", "2020-01-01", "2021-12-31"),
            *agreement("overlapping", "2021-06-01", "2022-12-31"),
        )
    )
    assert gaps(store, "agreement-expired", as_of="2022-06-01") == []
    assert gaps(store, "agreement-expired", as_of="2023-06-01") == [("overlapping",)]
    assert rows(store, "agreements", "agreement_id", as_of="2021-08-01") == [("first",), ("overlapping",)]
