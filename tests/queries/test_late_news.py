"""A document often comes out days after the signing that it tells of: what was in force that day is answered."""

from __future__ import annotations

from collections.abc import Callable

from graphmou.facts import DocumentFacts
from graphmou.store.protocol import Store
from tests.queries.stores import rel, rows
from tests.samples import node, said

Load = Callable[..., Store]


def news() -> DocumentFacts:
    """Signed on 1 March, told on 9 March; another document of 2023 names a witness."""
    return said(
        "news",
        "2021-03-09",
        node("Office", "o", level="area"),
        node("Office", "other", level="area"),
        node("School", "a"),
        node("School", "b"),
        node("School", "c"),
        node("Agreement", "m", signed_on="2021-03-01", ends="2022-12-31"),
        node("Event", "e", starts="2021-03-01", ends="2021-03-01"),
        node("Person", "p"),
        rel("SIGNED", "a", "m", role="lead"),
        rel("OVERSEES", "o", "m"),
        rel("UNDER", "a", "o"),
        rel("SIGNED_AT", "m", "e"),
        rel("MENTORS", "a", "b", agreement="m"),
        rel("MENTORS", "a", "c", agreement="not-loaded"),
        rel("HOLDS", "p", "a", title="ผู้อำนวยการ", status="current", known_on="2021-03-01"),
    )


def test_what_is_around_a_school_between_the_signing_and_the_news(loaded: Load) -> None:
    store = loaded(news())
    around = {
        "2021-02-28": [],
        "2021-03-01": ["b", "m", "p"],
        "2021-03-09": ["b", "c", "m", "o", "p"],
        "2023-01-01": ["c", "o", "p"],
    }
    for day, found in around.items():
        assert [row[0] for row in rows(store, "network-of", "id", entity="a", as_of=day)] == found, day
        in_force = [partner for partner in ("b", "c") if partner in found]
        assert [row[0] for row in rows(store, "partners-of", "partner_id", school="a", as_of=day)] == in_force, day
    two = [row[0] for row in rows(store, "network-of", "id", entity="b", hops=2, as_of="2021-03-01")]
    assert two == ["a", "m", "p"]


def test_an_agreement_that_is_not_in_force_has_nothing_around_it_that_day(loaded: Load) -> None:
    store = loaded(news())
    assert [row[0] for row in rows(store, "network-of", "id", entity="m", as_of="2021-03-01")] == ["a", "e", "o"]
    assert rows(store, "network-of", entity="m", as_of="2023-01-01") == []
    assert [row[0] for row in rows(store, "network-of", "id", entity="m")] == ["a", "e", "o"]


def test_an_office_is_there_with_what_it_oversees(loaded: Load) -> None:
    store = loaded(news())
    columns = ("office_id", "schools", "agreements", "mentors")
    assert rows(store, "offices", *columns, as_of="2021-02-28") == []
    assert rows(store, "offices", *columns, as_of="2021-03-01") == [("o", 0, 1, 0)]
    assert rows(store, "offices", *columns, as_of="2021-03-09") == [("o", 1, 1, 1), ("other", 0, 0, 0)]
    assert rows(store, "offices", *columns, as_of="2023-01-01") == [("o", 1, 0, 1), ("other", 0, 0, 0)]


def test_who_signed_or_witnessed_there_was_at_the_event(loaded: Load) -> None:
    store = loaded(
        said(
            "d1",
            "2021-03-09",
            node("Office", "o", level="area"),
            node("Office", "far", level="area"),
            node("School", "a"),
            node("Agreement", "m", signed_on="2021-03-01"),
            node("Event", "e", starts="2021-03-01"),
            *[node("Person", name) for name in ("chair", "witness", "signer", "elsewhere")],
            rel("SIGNED_AT", "m", "e"),
            rel("ATTENDED", "chair", "e", role="ประธาน"),
            rel("ATTENDED", "signer", "e", role="ผู้ลงนาม"),
            rel("SIGNED_FOR", "signer", "m", party="a"),
            rel("WITNESSED", "witness", "m"),
            rel("HOLDS", "witness", "o", title="รองผู้อำนวยการ", status="current", known_on="2021-03-01"),
            rel("HOLDS", "elsewhere", "far", title="ผู้อำนวยการ", status="current", known_on="2021-03-01"),
        )
    )
    assert rows(store, "events", "event_id", "people") == [("e", 3)]
    assert rows(store, "events", "event_id", office="o") == [("e",)]
    assert rows(store, "events", "event_id", office="far") == []
