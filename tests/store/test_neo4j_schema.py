"""What a Neo4j store sees to beside the facts: constraints, a lock that nobody sees, ids that are unique."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from neo4j import Driver, GraphDatabase

from graphmou.errors import StatementError, StoreBusy, StoreDamaged
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.plan import plan_load
from graphmou.server import LocalServer
from graphmou.store.protocol import Limits, Store
from tests.conftest import Place
from tests.store.networks import FIRST, SECOND, contents, load, settled


@pytest.fixture
def driver(neo4j_place: Place, neo4j_server: LocalServer) -> Iterator[Driver]:
    """A connection past our own code."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as opened:
        yield opened


@pytest.fixture
def unconstrained(driver: Driver) -> Driver:
    """The same, to a server where no constraint is."""
    for record in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT `{record['name']}`")
    return driver


def constrained(driver: Driver) -> set[tuple[str, str]]:
    shown = driver.execute_query("SHOW CONSTRAINTS YIELD type, labelsOrTypes, entityType WHERE type CONTAINS 'UNIQUE'")
    return {(record["entityType"], record["labelsOrTypes"][0]) for record in shown.records}


def test_the_model_makes_the_constraints(unconstrained: Driver, neo4j_place: Place) -> None:
    with closing(neo4j_place.open()) as store:
        load(store, FIRST)
    wanted = {("NODE", name) for name in LABELS} | {("RELATIONSHIP", name) for name in RELATIONSHIP_TYPES}
    assert constrained(unconstrained) == wanted


def test_two_first_loaders_at_once_both_find_the_constraints_made(unconstrained: Driver, neo4j_place: Place) -> None:
    failures: list[BaseException] = []

    def first_load() -> None:
        try:
            with closing(neo4j_place.open()) as store:
                load(store, FIRST)
        except BaseException as error:
            failures.append(error)

    loaders = [threading.Thread(target=first_load) for _ in range(3)]
    for loader in loaders:
        loader.start()
    for loader in loaders:
        loader.join()
    assert failures == []
    with closing(neo4j_place.open()) as store:
        assert contents(store.graph()) == settled(FIRST)


def test_nobody_ever_sees_the_lock_of_a_loader(neo4j_store: Store, driver: Driver) -> None:
    with neo4j_store.transaction() as transaction:
        assert contents(transaction.graph()) == {}
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0
    assert contents(neo4j_store.graph()) == {}


def test_a_statement_sees_the_state_before_until_a_load_is_done(neo4j_store: Store, neo4j_place: Place) -> None:
    load(neo4j_store, FIRST)
    asked = "MATCH (n:School) RETURN count(n) AS schools"
    with closing(neo4j_place.open()) as reader:
        with neo4j_store.transaction() as transaction:
            transaction.apply(plan_load(transaction.graph(), [SECOND]))
            assert reader.run(asked).rows == [[3]]
        assert reader.run(asked).rows == [[4]]


def test_the_whole_graph_is_not_read_while_a_loader_writes(neo4j_store: Store, neo4j_place: Place) -> None:
    load(neo4j_store, FIRST)
    with closing(neo4j_place.open(wait_seconds=0.5)) as reader:
        with neo4j_store.transaction(), pytest.raises(StoreBusy):
            reader.graph()
        assert contents(reader.graph()) == settled(FIRST)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:School {id: 'tiny'}) SET n:Foreign",
        "MATCH (n:School {id: 'tiny'}) REMOVE n:School",
        "MATCH (n:School {id: 'tiny'}) REMOVE n:School SET n:`a``b:c d`",
        "MATCH (n:School {id: 'tiny'}) SET n.id = 7",
        "MATCH (n:School {id: 'tiny'}) CREATE (m:Person) SET m = n",
        "MATCH (n:School {id: 'tiny'}) SET n.name = date('2021-01-01')",
        "MATCH (n:School {id: 'tiny'}) SET n.name = point({x: 1, y: 2}), n.code = duration({days: 3})",
    ],
)
def test_a_load_puts_right_what_only_neo4j_can_hold(neo4j_store: Store, driver: Driver, statement: str) -> None:
    load(neo4j_store, FIRST)
    driver.execute_query(statement)
    load(neo4j_store, FIRST)
    assert contents(neo4j_store.graph()) == settled(FIRST)
    labels = driver.execute_query("MATCH (n {id: 'tiny'}) RETURN labels(n) AS labels").records
    assert [record["labels"] for record in labels] == [["School"]]


def test_a_deep_check_finds_what_was_done_by_hand(neo4j_store: Store, driver: Driver) -> None:
    load(neo4j_store, FIRST)
    assert neo4j_store.deep_check() == []
    driver.execute_query("MATCH (n:School {id: 'tiny'}) CREATE (m:Person) SET m = n")
    driver.execute_query("DROP CONSTRAINT Topic_id")
    found = neo4j_store.deep_check()
    assert any("tiny" in problem.en and "Person" in problem.en for problem in found)
    assert any("Topic" in problem.en for problem in found)
    load(neo4j_store, FIRST)


def test_ids_that_are_there_twice_already_are_told_before_anything_is_written(
    unconstrained: Driver, neo4j_store: Store
) -> None:
    unconstrained.execute_query("CREATE (:School {id: 'twin', documents: ['x']}), (:School {id: 'twin'})")
    before = contents(neo4j_store.graph())
    with pytest.raises(StoreDamaged, match="twin"):
        load(neo4j_store, FIRST)
    assert contents(neo4j_store.graph()) == before
    unconstrained.execute_query("MATCH (n) DELETE n")
    load(neo4j_store, FIRST)
    assert contents(neo4j_store.graph()) == settled(FIRST)


def test_a_transaction_takes_no_schema_change(neo4j_store: Store) -> None:
    load(neo4j_store, FIRST)
    with pytest.raises(StatementError), neo4j_store.transaction() as transaction:
        transaction.run("CREATE INDEX other FOR (n:School) ON (n.name)", {}, Limits())
    assert contents(neo4j_store.graph()) == settled(FIRST)
