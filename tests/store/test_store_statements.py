"""Statements on every store: what they give, what they may not do, and how they are stopped.

None of them changes anything, so all tests of an engine ask one store.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from graphmou.errors import LimitReached, ParameterError, StatementError, WriteRefused
from graphmou.graph import Relationship
from graphmou.server import LocalServer
from graphmou.store.opening import open_store
from graphmou.store.protocol import Cell, Limits, Store
from tests.conftest import empty_server
from tests.samples import node, said
from tests.store.networks import FIRST, contents, load

CLIQUE = said(
    "clique-2020-01-01",
    "2020-01-01",
    *[node("School", f"s{number:02}") for number in range(14)],
    *[
        Relationship("MENTORS", f"s{one:02}", f"s{other:02}", {"basis": "stated"})
        for one in range(14)
        for other in range(one)
    ],
)
"""So many paths that none can ever count them."""

BY_HAND = "CREATE (:Topic {id: 'by-hand', size: 3})-[:COVERS {id: 'r', basis: 'stated'}]->(:Topic {id: 'b'})"


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that every test of this file asks and none changes."""
    if request.param == "neo4j":
        server: LocalServer = request.getfixturevalue("neo4j_server")
        empty_server(server)
        opened = open_store(server.uri, user=server.user, password=server.password)
    else:
        opened = open_store(tmp_path_factory.mktemp("asked") / "graphmou.db", create=True)
    with closing(opened):
        load(opened, FIRST, CLIQUE)
        with opened.transaction() as transaction:
            transaction.run(BY_HAND, {}, Limits())
        yield opened


@pytest.fixture
def unchanged(asked: Store) -> Iterator[None]:
    """Whatever a test does, the store holds the same afterwards."""
    before = contents(asked.graph())
    yield
    assert contents(asked.graph()) == before


WRITES = [
    "CREATE (:School {id: 'x'})",
    "MERGE (n:School {id: 'x'}) RETURN n.id AS id",
    "MATCH (n:School) SET n.name = 'x'",
    "MATCH (n:School) SET n:Office",
    "MATCH (n:School) REMOVE n.name",
    "MATCH (n:School) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n:School) FOREACH (x IN [1] | SET n.name = 'x')",
    "MATCH (n:School) CALL (n) { SET n.name = 'x' } RETURN n.id AS id",
    "MATCH (n:School) CALL { CREATE (:School {id: 'x'}) } IN TRANSACTIONS",
    "UNWIND [1] AS x CREATE (:School {id: 'x'}) RETURN x",
    "/* MATCH */ CREATE // (n)\n (:School {id: 'x'})",
    "match (n:School) Set n.name = 'x' return n",
    "CREATE INDEX FOR (n:School) ON (n.name)",
    "CREATE CONSTRAINT FOR (n:School) REQUIRE n.name IS UNIQUE",
    "PROFILE CREATE (:School {id: 'x'})",
]


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.usefixtures("unchanged")
def test_a_statement_that_writes_is_refused_and_changes_nothing(asked: Store, statement: str) -> None:
    with pytest.raises(StatementError):
        asked.run(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x.csv' AS line RETURN line",
        "MATCH (n) CALL (n) { load /* */ csv FROM $file AS line RETURN line } RETURN line",
        "LO\\u0041D CSV FROM 'file:///etc/passwd' AS line RETURN line",
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_no_statement_reads_a_file_or_an_address(asked: Store, statement: str) -> None:
    with pytest.raises(WriteRefused):
        asked.run(statement, {"file": "file:///etc/passwd"})


def test_an_answer_has_columns_in_order_and_rows(asked: Store) -> None:
    answer = asked.run(
        "MATCH (:School)-[:MENTORS {agreement: 'a1'}]->(n) RETURN n.name AS name, n.id AS id ORDER BY id"
    )
    assert answer.columns == ["name", "id"]
    assert answer.rows == [["ชื่อ small", "small"], ["ชื่อ tiny", "tiny"]]
    assert not answer.truncated
    assert answer.records()[0] == {"name": "ชื่อ small", "id": "small"}


def test_an_answer_without_rows_has_its_columns(asked: Store) -> None:
    answer = asked.run("MATCH (n:Programme) RETURN n.id AS id, n.name AS name")
    assert answer.columns == ["id", "name"]
    assert answer.rows == []


def test_nodes_relationships_and_paths_have_one_shape(asked: Store) -> None:
    path = asked.run("MATCH p = (a:Topic {id: 'by-hand'})-[r:COVERS]->(b) RETURN a, r, p")
    a: Cell = {"labels": ["Topic"], "properties": {"id": "by-hand", "size": 3}}
    r: Cell = {"type": "COVERS", "properties": {"id": "r", "basis": "stated"}}
    b: Cell = {"labels": ["Topic"], "properties": {"id": "b"}}
    assert path.rows == [[a, r, [a, r, b]]]


def test_dates_come_as_iso_text(asked: Store) -> None:
    answer = asked.run("RETURN date('2021-02-03') AS day, date('2020-01-31') + duration({months: 1}) AS month")
    assert answer.rows == [["2021-02-03", "2020-02-29"]]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "โรงเรียน",
        'it\'s "quoted" `back` \\ \n\t {{x}} $x ; //',
        0,
        -(2**63),
        2**63 - 1,
        1.5,
        True,
        False,
        None,
        [],
        [1, 2],
        ["ก", "ข"],
        [None],
        {"a": 1},
        {"a": {"b": [True, None, "x"]}},
        [{"a": 1}],
    ],
    ids=repr,
)
def test_a_parameter_comes_back_as_it_was_given(asked: Store, value: Cell) -> None:
    ((back,),) = asked.run("RETURN $value AS value", {"value": value}).rows
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("value", [2**63, "\ud800", {"a": [2**64]}, {1, 2}, b"x"], ids=repr)
def test_a_parameter_that_no_store_can_hold_is_refused(asked: Store, value: Cell) -> None:
    with pytest.raises(ParameterError, match="'given'"):
        asked.run("RETURN $given AS value", {"given": value})


def test_a_missing_parameter_is_an_error_that_names_it(asked: Store) -> None:
    with pytest.raises(StatementError, match="nowhere"):
        asked.run("MATCH (n:School {id: $nowhere}) RETURN n.id AS id")


@pytest.mark.usefixtures("unchanged")
def test_text_that_looks_like_cypher_stays_text(asked: Store) -> None:
    hostile = "x'}) DETACH DELETE n //"
    answer = asked.run("MATCH (n:School) WHERE n.name = $name RETURN n.id AS id", {"name": hostile})
    assert answer.rows == []


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("RETUR 1", "RETUR"),
        ("MATCH (n:School)\nRETURN n.id AS id\nORDRE BY id", "ORDRE"),
        ("MATCH (n) RETURN missing", "missing"),
        ("RETURN 'open", "open"),
        ("", "empty"),
        ("RETURN 1; RETURN 2", "several"),
    ],
)
def test_a_wrong_statement_is_told_in_the_engines_words(asked: Store, statement: str, word: str) -> None:
    with pytest.raises(StatementError, match=word) as caught:
        asked.run(statement)
    assert "exception" not in str(caught.value).lower()
    assert "java" not in str(caught.value).lower()
    assert asked.run("RETURN 1 AS one").rows == [[1]]


def test_a_failure_while_rows_are_made_is_told(asked: Store) -> None:
    with pytest.raises(StatementError):
        asked.run("UNWIND [2, 1, 0] AS x RETURN 1 / x AS y")


def test_rows_beyond_the_cap_are_left_out_and_said_so(asked: Store) -> None:
    many = asked.run("UNWIND range(1, 1000000) AS x RETURN x", limits=Limits(rows=10))
    assert many.rows == [[number] for number in range(1, 11)]
    assert many.truncated
    exact = asked.run("UNWIND range(1, 10) AS x RETURN x", limits=Limits(rows=10))
    assert len(exact.rows) == 10
    assert not exact.truncated


@pytest.mark.parametrize(
    "statement",
    [
        "UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x",
        "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id + d.id + e.id + f.id = '' RETURN count(*) AS n",
        "MATCH p = (a)-[*]-(b) WHERE length(p) < 0 RETURN count(p) AS n",
        "RETURN reduce(total = 0, x IN range(1, 1000000000) | total + x) AS total",
    ],
    ids=["endless rows", "cartesian product", "unbounded path", "reduce"],
)
def test_a_runaway_statement_is_stopped_and_the_store_goes_on(asked: Store, statement: str) -> None:
    with pytest.raises(LimitReached):
        asked.run(statement, limits=Limits(seconds=1.0))
    assert asked.run("MATCH (n:School {id: 'lead'}) RETURN n.id AS id").rows == [["lead"]]


def test_a_statement_longer_than_the_limit_is_not_run(asked: Store) -> None:
    with pytest.raises(LimitReached):
        asked.run(f"RETURN '{'x' * 2000}' AS x", limits=Limits(characters=1000))


@pytest.mark.usefixtures("unchanged")
def test_explaining_shows_a_plan_and_runs_nothing(asked: Store) -> None:
    assert "School" in asked.explain("MATCH (n:School {id: 'lead'}) RETURN n.name AS name")
    asked.explain("CREATE (:School {id: 'x'})")


def test_the_store_tells_about_itself(asked: Store) -> None:
    assert all(name and value for name, value in asked.details())
    assert asked.deep_check() == []
