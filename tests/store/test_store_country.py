"""A country in small on every store: 3,000 schools, 10,000 agreements, 30,000 relationships."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pytest

from benchmarks.synthetic import synthetic_facts
from graphmou.facts import DocumentFacts, settle
from graphmou.graph import Graph
from graphmou.plan import plan_load
from graphmou.server import LocalServer
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store
from tests.conftest import empty_server
from tests.store.networks import contents, load

SCHOOLS, AGREEMENTS, RELATIONSHIPS = 3_000, 10_000, 30_000


@cache
def facts() -> list[DocumentFacts]:
    return synthetic_facts(SCHOOLS, AGREEMENTS, RELATIONSHIPS)


@cache
def expected() -> Graph:
    return settle(facts())


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def country(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the country in it, loaded once for the tests of this file."""
    if request.param == "neo4j":
        server: LocalServer = request.getfixturevalue("neo4j_server")
        empty_server(server)
        opened = open_store(server.uri, user=server.user, password=server.password)
    else:
        opened = open_store(tmp_path_factory.mktemp("country") / "graphmou.db", create=True)
    with closing(opened):
        load(opened, *facts())
        yield opened


def test_the_made_up_country_has_the_size_it_was_asked_for() -> None:
    labels, types = expected().label_counts(), expected().type_counts()
    assert (labels["School"], labels["Agreement"]) == (SCHOOLS, AGREEMENTS)
    assert sum(types.values()) == RELATIONSHIPS
    again = settle(synthetic_facts(SCHOOLS, AGREEMENTS, RELATIONSHIPS))
    assert contents(again) == contents(expected())


def test_a_country_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        synthetic_facts(10, 10, 15)


def test_a_country_is_loaded_whole_and_a_second_load_changes_nothing(country: Store) -> None:
    graph = country.graph()
    assert contents(graph) == contents(expected())
    assert country.counts() == (expected().label_counts(), expected().type_counts())
    assert not plan_load(graph, facts())
    assert not load(country, *facts())


def test_a_country_answers(country: Store) -> None:
    graph = expected()
    answer = country.run(
        "MATCH (s:School {id: $id})-[:SIGNED]->(a:Agreement) RETURN a.id AS id ORDER BY id", {"id": "school-7"}
    )
    assert [row["id"] for row in answer.records()] == sorted(
        rel.end for rel in graph.typed("SIGNED") if rel.start == "school-7"
    )
    answer = country.run(
        "MATCH (a:School)-[:MENTORS]->(b:School) WITH a, count(DISTINCT b) AS partners WHERE partners > 1 "
        "RETURN a.id AS id, partners ORDER BY partners DESC, id"
    )
    partners: dict[str, set[str]] = {}
    for rel in graph.typed("MENTORS"):
        partners.setdefault(rel.start, set()).add(rel.end)
    assert {row["id"]: row["partners"] for row in answer.records()} == {
        school: len(found) for school, found in partners.items() if len(found) > 1
    }
    answer = country.run("MATCH (a:Agreement) WHERE a.ends < $day RETURN count(a) AS ended", {"day": "2021-01-01"})
    assert answer.records() == [
        {"ended": sum(str(node.properties.get("ends", "9")) < "2021-01-01" for node in graph.labelled("Agreement"))}
    ]
