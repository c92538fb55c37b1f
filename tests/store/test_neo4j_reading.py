"""Read-only on a real Neo4j: every known escape is refused, by the text and again by the server's own plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from neo4j import Driver, GraphDatabase, ResultSummary

from graphmou.errors import StatementError, WriteRefused
from graphmou.server import LocalServer
from graphmou.store.bolt.reading import check_functions, check_plan, check_query_type
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store
from tests.conftest import empty_server
from tests.store.networks import FIRST, contents, load

DATA_WRITES = [
    "CREATE (:School)",
    "INSERT (:School)",
    "MERGE (:School {id: 'x'})",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n += {x: 1}",
    "MATCH (n) SET n:Office",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) REMOVE n:School",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "FOREACH (x IN [1] | CREATE (:School))",
    "CALL () { CREATE (n:School) RETURN n } RETURN n.id AS id",
    "CALL db.createLabel('Other')",
    "CALL db.createProperty('other')",
    "CALL db.createRelationshipType('OTHER')",
]
SCHEMA_WRITES = [
    "CREATE INDEX other FOR (n:School) ON (n.name)",
    "CREATE FULLTEXT INDEX other FOR (n:School) ON EACH [n.name]",
    "CREATE CONSTRAINT other FOR (n:School) REQUIRE n.name IS UNIQUE",
    "DROP INDEX other IF EXISTS",
    "DROP CONSTRAINT School_id",
]
ADMINISTRATION = [
    "CREATE USER bob SET PASSWORD 'secret-password'",
    "ALTER USER neo4j SET PASSWORD 'secret-password'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'secret-password'",
    "DROP USER neo4j",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW PROCEDURES",
    "SHOW FUNCTIONS",
    "SHOW INDEXES",
    "SHOW CONSTRAINTS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "terminate /* */ transaction 'neo4j-transaction-1' YIELD message RETURN message",
]
PROCEDURES = [
    "CALL dbms.killConnections(['bolt-1'])",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.listConnections()",
    "CALL dbms.listConfig()",
    "CALL dbms.components()",
    "CALL dbms.queryJmx('*:*')",
    "CALL db.clearQueryCaches()",
    "CALL db.awaitIndexes(1)",
    "CALL db.resampleOutdatedIndexes()",
    "CALL db.stats.clear('QUERIES')",
    "CALL tx.setMetaData({graphmou: 'load'})",
    "call `db`.`clearQueryCaches`() YIELD value RETURN value",
    "MATCH (n) CALL db.awaitIndexes(1) RETURN n.id AS id",
]
REACHING_OUT = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:7474/' AS line RETURN line",
    "MATCH (n) CALL (n) { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
    "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
    "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN 3 CONCURRENT TRANSACTIONS RETURN y",
]
ESCAPES = [*DATA_WRITES, *SCHEMA_WRITES, *ADMINISTRATION, *PROCEDURES, *REACHING_OUT]

READS = [
    "MATCH (n) RETURN n.id AS id ORDER BY id SKIP 1 LIMIT 3",
    "MATCH (n:School {id: 'lead'}) RETURN n.name AS name",
    "MATCH (n:School) WHERE n.id IN ['lead', 'tiny'] OR n.id STARTS WITH 's' RETURN DISTINCT n.name AS name",
    "MATCH (n:School|Office) RETURN count(*) AS n",
    "MATCH (n:!School) RETURN count(*) AS n",
    "MATCH ()-[r:SIGNED]->() RETURN count(r) AS n",
    "MATCH ()-[r:SIGNED|MENTORS]-() RETURN r.id AS id",
    "MATCH ()-[r:MENTORS {id: 'x'}]->() RETURN r.id AS id",
    "MATCH (a:School)-[:MENTORS]->(b:School) WITH a, count(DISTINCT b) AS n WHERE n > 1 RETURN a.id AS id, n",
    "MATCH (a:School) OPTIONAL MATCH (a)-[:MENTORS]->(b) RETURN a.id AS id, collect(b.id) AS ids",
    "MATCH (a:School) WHERE NOT (a)-[:MENTORS]->() RETURN a.id AS id",
    "MATCH (a:School) WHERE EXISTS { (a)-[:SIGNED]->(:Agreement) } RETURN count { (a)--() } AS n",
    "MATCH (a:School) RETURN COLLECT { MATCH (a)-->(b) RETURN b.id ORDER BY b.id } AS ids",
    "MATCH (a:School) WHERE a.id = 'lead' OR EXISTS { (a)<-[:MENTORS]-() } RETURN a.id AS id",
    "MATCH (a:School {id: 'lead'}), (b:School {id: 'tiny'}), p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS n",
    "MATCH p = ALL SHORTEST (a:School {id: 'lead'})--+(b:School {id: 'tiny'}) RETURN length(p) AS n",
    "MATCH (a:School {id: 'lead'})((x)-[:MENTORS]->(y)){1,3}(b) RETURN b.id AS id",
    "MATCH (a:School {id: 'lead'})-[*1..3]-(b) RETURN DISTINCT b.id AS id",
    "MATCH (a)-[:MENTORS]->(b)-[:MENTORS]->(c) WHERE NOT (a)-[:MENTORS]->(c) RETURN c.id AS id",
    "MATCH (a:School), (b:School) WHERE a.name = b.name RETURN count(*) AS n",
    "MATCH (a) RETURN a.id AS id UNION MATCH (b:School) RETURN b.id AS id",
    "MATCH (a) RETURN a.id AS id UNION ALL MATCH (b:School) RETURN b.id AS id",
    "UNWIND $ids AS id MATCH (n:School {id: id}) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS m } RETURN id, m",
    "CALL { MATCH (n:School) RETURN max(n.id) AS id } RETURN id",
    "OPTIONAL MATCH (n:Topic) WITH n LIMIT 1 RETURN coalesce(n.id, 'none') AS id",
    "WITH date('2021-01-01') AS d RETURN date.truncate('month', d) AS d, duration.between(d, date()).days > 0 AS past",
    "RETURN [x IN range(1, 3) WHERE x > 1 | x] AS xs, CASE 1 WHEN 1 THEN 2 END AS c",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS s",
    "MATCH (n) WHERE elementId(n) = '4:x:0' RETURN n.id AS id",
    "MATCH (n:$('School')) RETURN n.id AS id",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "CALL db.relationshipTypes()",
    "CALL db.propertyKeys() YIELD propertyKey RETURN count(*) AS n",
    "CALL db.schema.nodeTypeProperties()",
    "CYPHER 5 MATCH (n) RETURN count(n) AS n",
    "CYPHER 25 MATCH (n) FILTER n.id = 'lead' LET name = n.name RETURN name",
    "CYPHER runtime=interpreted MATCH (n) RETURN count(n) AS n",
    "CYPHER runtime=slotted MATCH (n)-->(m) RETURN n.id AS id, m.id AS other",
]


@pytest.fixture(scope="module")
def store(neo4j_server: LocalServer) -> Iterator[Store]:
    """A store with a network in it, which no test here can change."""
    empty_server(neo4j_server)
    with closing(open_store(neo4j_server.uri, user=neo4j_server.user, password=neo4j_server.password)) as opened:
        load(opened, FIRST)
        before = contents(opened.graph())
        yield opened
        assert contents(opened.graph()) == before


@pytest.fixture(scope="module")
def driver(neo4j_server: LocalServer) -> Iterator[Driver]:
    """A connection past our own code."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as opened:
        yield opened


def explained(driver: Driver, statement: str) -> ResultSummary:
    with driver.session(default_access_mode="READ") as session:
        return session.run(f"EXPLAIN {statement}").consume()


@pytest.mark.parametrize("statement", ESCAPES)
def test_an_escape_is_refused(store: Store, statement: str) -> None:
    with pytest.raises(WriteRefused):
        store.run(statement)


@pytest.mark.parametrize("statement", ESCAPES)
def test_an_escape_is_refused_by_the_servers_plan_alone(driver: Driver, statement: str) -> None:
    summary = explained(driver, statement)
    with pytest.raises(WriteRefused):
        _judge(summary)


def test_an_escape_by_an_escaped_keyword_is_refused(store: Store) -> None:
    for statement in (
        "CRE\\u0041TE (:School)",
        "\\u0043ALL db.clearQueryCaches()",
        "LOA\\u0044 CSV FROM 'x' AS l RETURN l",
    ):
        with pytest.raises(StatementError):
            store.run(statement)


def test_another_transaction_cannot_be_ended(store: Store, driver: Driver) -> None:
    with driver.session() as session, session.begin_transaction() as transaction:
        transaction.run("RETURN 1").consume()
        shown = driver.execute_query("SHOW TRANSACTIONS YIELD transactionId RETURN collect(transactionId) AS ids")
        for identity in shown.records[0]["ids"]:
            with pytest.raises(WriteRefused):
                store.run(f"TERMINATE TRANSACTIONS '{identity}'")
        assert transaction.run("RETURN 2 AS two").single(strict=True)["two"] == 2


PLUGINS = [
    "genai.vector.encode('x', 'OpenAI')",
    "apoc.text.join(['x'], '')",
    "`genai`.vector . encode ('x')",
    "ai.text.embed /* */ ('x')",
    "GENAI.vector.encode('x')",
    "genai.vect\\u006fr.encode('x')",
    "g\\u0065nai.x('y')",
]
NO_PLUGINS = [
    "RETURN 'genai.x(1)' AS text",
    "RETURN n.a.b AS x // apoc.x()",
    "RETURN DATE . Truncate('day', date()) AS d",
    "MATCH (n)WHERE n.id IN (['a']) RETURN n.id",
    "CALL db.labels() YIELD label RETURN label",
    "RETURN 'it\\u0027s' AS x",
]


@pytest.mark.parametrize("call", PLUGINS)
def test_functions_of_plugins_are_refused(store: Store, call: str) -> None:
    with pytest.raises(WriteRefused):
        store.run(f"MATCH (n) WHERE n.id = {call} RETURN n.id AS id")


@pytest.mark.parametrize("statement", NO_PLUGINS)
def test_what_only_looks_like_a_function_of_a_plugin_is_not_refused(statement: str) -> None:
    check_functions(statement)


@pytest.mark.parametrize("statement", READS)
def test_a_statement_that_reads_runs(store: Store, statement: str) -> None:
    assert store.run(statement, {"ids": ["lead", "tiny"]}).columns


def test_profile_is_refused_because_it_runs_the_statement(store: Store) -> None:
    for statement in ("PROFILE CREATE (:School)", "CYPHER 25 PROFILE CREATE (:School)", "/* */ profile RETURN 1 AS x"):
        with pytest.raises(StatementError, match="EXPLAIN"):
            store.run(statement)


def test_a_statement_that_begins_with_explain_gives_its_plan(store: Store) -> None:
    answer = store.run("EXPLAIN MATCH (n:School {id: 'lead'}) RETURN n.id AS id")
    assert answer.columns == ["plan"]
    assert any("School" in str(line) for (line,) in answer.rows)
    with pytest.raises(WriteRefused):
        store.run("EXPLAIN CREATE (:School)")


def test_a_place_is_counted_in_the_statement_as_it_was_typed(store: Store) -> None:
    with pytest.raises(StatementError) as caught:
        store.run("MATCH (n:School)\n  RETRUN n.id AS id")
    assert "(line 2, column 3)" in caught.value.message
    assert '"  RETRUN n.id AS id"' in caught.value.message
    assert "EXPLAIN" not in caught.value.message


def _judge(summary: ResultSummary) -> None:
    check_query_type(summary.query_type)
    check_plan(summary.plan)
