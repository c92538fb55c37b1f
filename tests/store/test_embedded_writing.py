"""One writer, all or nothing: after an error, after a time-out, at the commit; and values come back as they went in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.errors import GraphmouError, LimitReached, StatementError, StoreBusy, StoreError, WriteRefused
from graphmou.graph import Graph, Node, Properties, Relationship, Value
from graphmou.plan import Changes, plan_load
from graphmou.store.embedded import EmbeddedStore
from graphmou.store.protocol import Limits
from tests.store.networks import FIRST, FIRST_CHANGED, SECOND, contents, load, settled


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("loaded") / "graphmou.db"
    with EmbeddedStore.open(place, create=True) as store:
        load(store, FIRST)
    return place


@pytest.fixture
def store(loaded: Path, tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store that holds FIRST."""
    shutil.copytree(loaded, tmp_path / "graphmou.db")
    with EmbeddedStore.open(tmp_path / "graphmou.db") as opened:
        yield opened


@pytest.fixture(params=["empty", "loaded"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store to be made, which is filled beside; and one that holds FIRST, which is written in place."""
    if request.param == "loaded":
        yield request.getfixturevalue("store")
        return
    with EmbeddedStore.open(tmp_path / "new.db", create=True) as opened:
        yield opened


def write(store: EmbeddedStore, statement: str, limits: Limits = Limits()) -> None:
    with store.transaction() as transaction:
        transaction.run(statement, {}, limits)


FAILING = [
    "UNWIND range(1, 25000) AS i CREATE (:Topic {id: 't' + i, n: 1 / (25000 - i)})",
    "CREATE (:Topic {id: 'one'}) WITH 1 AS one UNWIND [1, 0] AS x CREATE (:Topic {id: 'x' + x, n: 1 / x})",
    "CREATE (:Topic {id: 'twice'}), (:Topic {id: 'twice'})",
    "MATCH (n) DETACH DELETE n WITH 1 AS one RETURN missing",
    "CREATE (:Topic {id: 'map', value: {a: 1}})",
]


@pytest.mark.parametrize("statement", FAILING)
def test_after_an_error_nothing_of_a_statement_is_there(either: EmbeddedStore, statement: str) -> None:
    before = contents(either.graph())
    with pytest.raises(StatementError):
        write(either, statement)
    assert contents(either.graph()) == before


def test_after_a_time_out_nothing_of_a_statement_is_there(either: EmbeddedStore) -> None:
    before = contents(either.graph())
    with pytest.raises(LimitReached):
        write(either, "UNWIND range(1, 10000000) AS i CREATE (:Topic {id: 't' + i})", Limits(seconds=0.3))
    assert contents(either.graph()) == before
    load(either, FIRST)
    assert contents(either.graph()) == settled(FIRST)


def test_a_time_out_holds_for_its_statement_only(store: EmbeddedStore) -> None:
    with store.transaction() as transaction:
        transaction.run("RETURN 1 AS one", {}, Limits(seconds=0.01))
        slow = "UNWIND range(1, 1000000) AS i WITH i WHERE i % 1000 = 0 RETURN count(i) AS n"
        assert transaction.run(slow, {}, Limits()).rows == [[1000]]


@pytest.mark.parametrize("bad", ["RETURN 1 / 0 AS x", "RETURN", "LOAD CSV FROM 'file:///x' AS l CREATE (:Topic)"])
def test_a_transaction_that_failed_takes_nothing_more_and_is_not_committed(either: EmbeddedStore, bad: str) -> None:
    def writing_on() -> None:
        with either.transaction() as transaction:
            transaction.run("CREATE (:Topic {id: 'before'})", {}, Limits())
            with suppress(StatementError):
                transaction.run(bad, {}, Limits())
            transaction.run("CREATE (:Topic {id: 'after'})", {}, Limits())

    before = contents(either.graph())
    with pytest.raises(StoreError, match="rolled back"):
        writing_on()
    assert contents(either.graph()) == before


def test_a_caught_failure_does_not_commit_the_rest(either: EmbeddedStore) -> None:
    def ending_as_if_nothing_was() -> None:
        with either.transaction() as transaction:
            transaction.run("CREATE (:Topic {id: 'before'})", {}, Limits())
            with suppress(StatementError):
                transaction.run("RETURN 1 / 0 AS x", {}, Limits())

    before = contents(either.graph())
    with pytest.raises(StoreError, match="rolled back"):
        ending_as_if_nothing_was()
    assert contents(either.graph()) == before


@pytest.mark.parametrize("raised", [KeyError, KeyboardInterrupt, SystemExit])
def test_an_error_of_the_caller_takes_everything_back(either: EmbeddedStore, raised: type[BaseException]) -> None:
    def failing() -> None:
        with either.transaction() as transaction:
            transaction.apply(plan_load(transaction.graph(), [SECOND]))
            transaction.run("CREATE (:Topic {id: 'x'})", {}, Limits())
            raise raised

    before = contents(either.graph())
    with pytest.raises(raised):
        failing()
    assert contents(either.graph()) == before


def test_an_id_that_is_taken_is_refused_at_the_commit(store: EmbeddedStore) -> None:
    with pytest.raises(StatementError, match="same id"):
        write(store, "CREATE (:School {id: 'lead'})")
    assert contents(store.graph()) == settled(FIRST)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:School) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS OF 1 ROWS",
        "LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Topic {id: line[0]})",
    ],
)
def test_a_writer_may_neither_commit_in_between_nor_read_files(store: EmbeddedStore, statement: str) -> None:
    with pytest.raises(WriteRefused):
        write(store, statement)
    assert contents(store.graph()) == settled(FIRST)


def test_the_engine_itself_reads_no_files_neither_for_a_reader_nor_for_a_writer(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n", encoding="utf-8")
    for address in (file.as_uri(), "http://127.0.0.1:9/secret.csv"):
        statement = f"LOAD CSV FROM '{address}' AS line RETURN line"
        with pytest.raises(WriteRefused), store._reading() as engine:
            engine.query("opencypher", statement).to_list()
        with pytest.raises(WriteRefused), store.transaction() as transaction, transaction._working():
            transaction._engine.command("opencypher", statement).to_list()


def test_a_relationship_without_an_end_is_refused_and_nothing_is_written(either: EmbeddedStore) -> None:
    before = contents(either.graph())
    changes = Changes(
        added_nodes=[Node("Topic", "here")],
        added_relationships=[Relationship("COVERS", "nowhere", "here", {"basis": "stated"})],
        labels={"nowhere": "Agreement", "here": "Topic"},
    )
    with pytest.raises(StoreError, match="not there"), either.transaction() as transaction:
        transaction.apply(changes)
    assert contents(either.graph()) == before


def test_an_id_given_twice_is_refused_and_nothing_is_written(either: EmbeddedStore) -> None:
    before = contents(either.graph())
    twice = [Relationship("MENTORS", "a", "b", {"basis": "stated"})] * 2
    changes = Changes(
        added_nodes=[Node("School", "a"), Node("School", "b")],
        added_relationships=twice,
        labels={"a": "School", "b": "School"},
    )
    with pytest.raises(GraphmouError, match="same id"), either.transaction() as transaction:
        transaction.apply(changes)
    assert contents(either.graph()) == before


def test_the_same_changes_twice_do_no_harm(either: EmbeddedStore) -> None:
    with either.transaction() as transaction:
        changes = plan_load(transaction.graph(), [FIRST, SECOND])
        transaction.apply(changes)
        transaction.apply(changes)
    assert contents(either.graph()) == settled(FIRST, SECOND)


def test_a_transaction_sees_its_own_changes_and_others_do_not(store: EmbeddedStore) -> None:
    with store.transaction() as transaction:
        transaction.apply(plan_load(transaction.graph(), [SECOND]))
        assert contents(transaction.graph()) == settled(FIRST, SECOND)
        impatient = EmbeddedStore.open(store.location, wait_seconds=0.0)
        with pytest.raises(StoreBusy, match="writing"):
            impatient.graph()
        with pytest.raises(StoreBusy, match="writing"), impatient.transaction():
            pass
        with pytest.raises(StoreBusy, match="writing"), EmbeddedStore.rebuild(store.location, wait_seconds=0.0):
            pass
    assert contents(store.graph()) == settled(FIRST, SECOND)


def test_a_reader_that_was_open_before_a_writer_reads_what_is_written(store: EmbeddedStore) -> None:
    assert store.run("MATCH (n) RETURN count(n) AS n").rows == [[8]]
    assert store.counts()[0]["School"] == 3
    with EmbeddedStore.open(store.location) as writer:
        load(writer, SECOND)
        writer.counts()
    assert store.run("MATCH (n) RETURN count(n) AS n").rows == [[11]]
    assert store.counts()[0]["School"] == 4
    assert contents(store.graph()) == settled(FIRST, SECOND)


def test_a_writer_waits_for_who_reads_at_the_moment(store: EmbeddedStore) -> None:
    with store._reading() as engine:
        before = engine.query("sql", "SELECT count(*) AS n FROM School").to_list()
        with (
            pytest.raises(StoreBusy, match="reading"),
            EmbeddedStore.open(store.location, wait_seconds=0.2).transaction(),
        ):
            pass
        assert engine.query("sql", "SELECT count(*) AS n FROM School").to_list() == before


def test_a_rebuild_that_fails_leaves_the_store_as_it_was(store: EmbeddedStore) -> None:
    def failing() -> None:
        with EmbeddedStore.rebuild(store.location) as transaction:
            transaction.apply(plan_load(transaction.graph(), [SECOND]))
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert contents(store.graph()) == settled(FIRST)
    assert len(list(Path(store.location).glob("engine-*"))) == 1


def test_a_rebuild_replaces_everything_also_what_was_added_by_hand(store: EmbeddedStore) -> None:
    write(store, "CREATE (:School {id: 'by-hand'})")
    with EmbeddedStore.rebuild(store.location) as transaction:
        transaction.apply(plan_load(transaction.graph(), [FIRST_CHANGED]))
    assert contents(store.graph()) == settled(FIRST_CHANGED)
    assert len(list(Path(store.location).glob("engine-*"))) == 1


def test_a_node_with_two_labels_is_listed_and_can_be_retired(store: EmbeddedStore) -> None:
    write(store, "MATCH (n:School {id: 'tiny'}) SET n:Group")
    graph = store.graph()
    (key,) = [key for key, node in graph.nodes.items() if node.label == "Group:School"]
    assert key.startswith("#")
    assert store.counts()[0]["Group"] == 2
    load(store, FIRST)
    assert contents(store.graph()) == settled(FIRST)


def test_an_office_with_very_many_relationships_is_loaded_and_changed(store: EmbeddedStore) -> None:
    # To MERGE them the engine would compare each with all others: minutes.
    agreements = [Node("Agreement", f"a-{number}") for number in range(2500)]
    oversees = [Relationship("OVERSEES", "office-a", item.id, {"basis": "stated"}) for item in agreements]
    labels = {item.id: "Agreement" for item in agreements} | {"office-a": "Office"}
    changes = Changes(added_nodes=agreements, added_relationships=oversees, labels=labels)
    for basis in ("stated", "inferred"):
        for item in oversees:
            item.properties["basis"] = basis
        with store.transaction() as transaction:
            transaction.apply(changes)
        found = store.run("MATCH (:Office)-[r:OVERSEES]->(a) RETURN r.basis AS basis, count(DISTINCT a) AS n")
        assert found.rows == [[basis, 2500]]
    with store.transaction() as transaction:
        retired = {item.id: item for item in oversees}
        transaction.apply(Changes(retired_relationships=retired, retired_nodes=list(agreements), labels=labels))
    assert contents(store.graph()) == settled(FIRST)


TEXT = st.text(st.characters(exclude_categories=("Cs",)))
NUMBER = st.integers(-(2**63), 2**63 - 1)
VALUE: st.SearchStrategy[Value] = st.one_of(
    TEXT,
    NUMBER,
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(TEXT, max_size=4),
    st.lists(NUMBER, max_size=4),
    st.dates().map(str),
    st.datetimes().map(str),
    st.sampled_from(
        ["กำ", "กํา", "น้ำ", "ก็", "เเ", "\u200b", "👩‍🏫🇹🇭", "\r\n\t", "'\"`\\", "\x00", "{}", "#1:0", "(#1:0)"]
    ),
)
PROPERTIES: st.SearchStrategy[Properties] = st.dictionaries(
    st.sampled_from(["name", "starts", "date", "value", "ชื่อ", "a b", "type", "label"]), VALUE
)


@settings(max_examples=5, deadline=None)
@given(*[st.lists(PROPERTIES, min_size=6, max_size=6)] * 4)
def test_every_value_comes_back_as_it_was_written_filled_or_merged(
    tmp_path_factory: pytest.TempPathFactory,
    nodes: list[Properties],
    relationships: list[Properties],
    other_nodes: list[Properties],
    other_relationships: list[Properties],
) -> None:
    folder = tmp_path_factory.mktemp("values") / "graphmou.db"
    store = EmbeddedStore.open(folder, create=True, on_timeout="exit")
    for graph in (_ring(nodes, relationships), _ring(other_nodes, other_relationships)):
        changes = Changes(
            added_nodes=list(graph.nodes.values()),
            added_relationships=list(graph.relationships.values()),
            labels=dict.fromkeys(graph.nodes, "Topic"),
        )
        with store.transaction() as transaction:
            transaction.apply(changes)
        assert contents(store.graph()) == contents(graph)
        asked = store.run("MATCH (n:Topic) RETURN n ORDER BY n.id").rows
        shown = [
            [{"labels": ["Topic"], "properties": {**one.properties, "id": key}}] for key, one in graph.nodes.items()
        ]
        assert json.dumps(asked, sort_keys=True) == json.dumps(shown, sort_keys=True)


def _ring(nodes: list[Properties], relationships: list[Properties]) -> Graph:
    size = len(nodes)
    return Graph(
        [Node("Topic", f"t{number}", properties) for number, properties in enumerate(nodes)],
        [Relationship("COVERS", f"t{n}", f"t{(n + 1) % size}", one) for n, one in enumerate(relationships)],
    )
