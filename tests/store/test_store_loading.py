"""What every store does with facts: load, load again, replace, take back; and with what was done by hand."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmou.errors import GraphmouError, StatementError
from graphmou.graph import Graph, Node, Relationship, Value
from graphmou.plan import Changes, plan_load, plan_unload
from graphmou.store.protocol import Limits, Parameters, Store, Transaction
from tests.conftest import Place
from tests.samples import node, said
from tests.store.networks import FIRST, FIRST_CHANGED, SECOND, contents, load, settled, unload


def write(store: Store, statement: str, parameters: Parameters | None = None) -> None:
    """What somebody does to a store by hand."""
    with store.transaction() as transaction:
        transaction.run(statement, parameters or {}, Limits())


def test_an_empty_store_holds_nothing(store: Store) -> None:
    with store.transaction() as transaction:
        assert contents(transaction.graph()) == {}


def test_a_store_gives_back_what_was_loaded(store: Store) -> None:
    load(store, FIRST, SECOND)
    assert contents(store.graph()) == settled(FIRST, SECOND)


def test_counts_are_those_of_the_graph(store: Store) -> None:
    load(store, FIRST)
    labels, types = store.counts()
    assert labels == {
        "Agreement": 1,
        "Declaration": 1,
        "Document": 1,
        "Group": 1,
        "Office": 1,
        "School": 3,
    }
    assert types == {"ABOUT": 1, "MENTIONED_IN": 7, "MENTORS": 3, "SIGNED": 2}
    assert list(labels) == sorted(labels)
    assert list(types) == sorted(types)


def test_a_second_load_plans_nothing(store: Store) -> None:
    load(store, FIRST, SECOND)
    assert not plan_load(store.graph(), [FIRST, SECOND])
    assert not load(store, SECOND, FIRST)


def test_what_was_loaded_is_there_when_the_store_is_opened_again(place: Place) -> None:
    with closing(place.open()) as store:
        load(store, FIRST)
    with closing(place.open()) as store:
        assert contents(store.graph()) == settled(FIRST)


def test_loading_a_document_again_replaces_what_it_said(store: Store) -> None:
    load(store, FIRST, SECOND)
    changes = load(store, FIRST_CHANGED)
    assert {item.id for item in changes.retired_nodes} == {"tiny", "d1", "g1"}
    assert contents(store.graph()) == settled(FIRST_CHANGED, SECOND)


def test_a_property_that_a_document_no_longer_gives_is_gone(store: Store) -> None:
    load(store, FIRST)
    load(store, FIRST_CHANGED)
    assert "aliases" not in store.graph().nodes["lead"].properties


def test_unloading_a_document_takes_back_what_only_it_said(store: Store) -> None:
    load(store, FIRST, SECOND)
    unload(store, SECOND.document)
    assert contents(store.graph()) == settled(FIRST)


def test_unloading_everything_leaves_nothing(store: Store) -> None:
    load(store, FIRST, SECOND)
    unload(store, FIRST.document, SECOND.document)
    assert contents(store.graph()) == {}
    assert store.counts() == ({}, {})


def test_where_two_documents_disagree_the_later_one_stands_and_the_other_is_kept(store: Store) -> None:
    load(store, SECOND)
    load(store, FIRST)
    lead = store.graph().nodes["lead"].properties
    assert lead["name"] == "โรงเรียนแกนนำ"
    assert lead["other_values"] == ["office-a-2020-01-01#name ชื่อ lead"]
    unload(store, SECOND.document)
    assert store.graph().nodes["lead"].properties["name"] == "ชื่อ lead"


def test_nodes_and_relationships_added_by_hand_stay_and_are_listed(store: Store) -> None:
    load(store, FIRST)
    write(store, "CREATE (:School {id: 'by-hand', name: 'เพิ่มเอง'})")
    write(store, "CREATE (:School {name: 'without id', size: 7})")
    write(
        store,
        "MATCH (a:School {id: 'small'}), (b:School {id: 'tiny'}) CREATE (a)-[:MENTORS {note: 'x'}]->(b)",
    )
    changes = load(store, FIRST, SECOND)
    assert {item.name for item in changes.by_hand_nodes} == {"เพิ่มเอง", "without id"}
    assert [(item.start, item.end, item.properties) for item in changes.by_hand_relationships] == [
        ("small", "tiny", {"note": "x"})
    ]
    labels, types = store.counts()
    assert labels["School"] == 3 + 1 + 2
    assert types["MENTORS"] == 3 + 1 + 1
    unload(store, SECOND.document)
    left = contents(store.graph())
    assert settled(FIRST).items() <= left.items()
    assert len(left) == len(settled(FIRST)) + 3


def test_what_has_no_id_is_keyed_by_the_engines_own_identity(store: Store) -> None:
    write(store, "CREATE (:School {name: 'one'})-[:MENTORS]->(:School {name: 'two'})")
    graph = store.graph()
    assert all(key.startswith("#") and found.id == key for key, found in graph.nodes.items())
    ((key, relationship),) = graph.relationships.items()
    assert key.startswith("#")
    assert {relationship.start, relationship.end} == set(graph.nodes)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:School {id: 'lead'}) SET n.name = 'changed by hand'",
        "MATCH (n:School {id: 'lead'}) SET n.status = 'added by hand'",
        "MATCH (n:School {id: 'lead'}) REMOVE n.aliases",
        "MATCH (n:School {id: 'lead'}) SET n.claims = ['beyond reading']",
        "MATCH (n:School {id: 'lead'}) REMOVE n.documents",
        "MATCH (n:Declaration {id: 'd1'}) SET n.count = 12",
        "MATCH (n:Group {id: 'g1'}) SET n.named = true",
        "MATCH ()-[r:SIGNED]->() WHERE r.role = 'lead' SET r.role = 'partner'",
        "MATCH ()-[r:MENTORS]->() WHERE r.agreement = 'a1' REMOVE r.basis",
        "MATCH ()-[r:MENTORS]->() WHERE r.agreement = 'a1' SET r.agreement = 'another'",
        "MATCH ()-[r:MENTORS]->() DELETE r",
        "MATCH (n:School {id: 'lead'}) DETACH DELETE n",
        "MATCH (n:Agreement {id: 'a1'}) REMOVE n.id",
    ],
)
def test_a_load_puts_right_what_was_changed_by_hand(store: Store, statement: str) -> None:
    load(store, FIRST)
    write(store, statement)
    assert contents(store.graph()) != settled(FIRST)
    assert load(store, FIRST)
    assert contents(store.graph()) == settled(FIRST)
    assert not plan_load(store.graph(), [FIRST])


def test_a_load_puts_right_a_label_changed_by_hand(store: Store) -> None:
    load(store, FIRST)
    ((properties,),) = store.run("MATCH (n:School {id: 'tiny'}) RETURN properties(n) AS p").rows
    write(store, "MATCH (n:School {id: 'tiny'}) DETACH DELETE n")
    write(store, "CREATE (n:Organisation) SET n = $properties", {"properties": properties})
    assert store.graph().nodes["tiny"].label == "Organisation"
    load(store, FIRST)
    assert contents(store.graph()) == settled(FIRST)


def test_a_node_copied_by_hand_with_its_claims_does_not_stay(store: Store) -> None:
    load(store, FIRST)
    ((properties,),) = store.run("MATCH (n:School {id: 'tiny'}) RETURN properties(n) AS p").rows
    write(store, "CREATE (n:Organisation) SET n = $properties", {"properties": properties})
    load(store, FIRST)
    assert contents(store.graph()) == settled(FIRST)


def test_an_error_in_the_block_leaves_everything_as_it_was(store: Store) -> None:
    def fail(transaction: Transaction) -> None:
        transaction.apply(plan_load(transaction.graph(), [FIRST_CHANGED, SECOND]))
        raise ZeroDivisionError

    load(store, FIRST)
    with pytest.raises(ZeroDivisionError), store.transaction() as transaction:
        fail(transaction)
    assert contents(store.graph()) == settled(FIRST)
    load(store, SECOND)
    assert contents(store.graph()) == settled(FIRST, SECOND)


def test_a_wrong_statement_in_the_block_leaves_everything_as_it_was(store: Store) -> None:
    def fail(transaction: Transaction) -> None:
        transaction.apply(plan_load(transaction.graph(), [SECOND]))
        transaction.run("CREATE (:School {name: 'x'}) RETURN 1 / 0 AS broken", {}, Limits())

    load(store, FIRST)
    with pytest.raises(StatementError), store.transaction() as transaction:
        fail(transaction)
    assert contents(store.graph()) == settled(FIRST)


def test_a_wrong_statement_passed_over_writes_nothing_either(store: Store) -> None:
    def fail_and_go_on(transaction: Transaction) -> None:
        transaction.apply(plan_load(transaction.graph(), [SECOND]))
        with pytest.raises(StatementError):
            transaction.run("RETURN 1 / 0 AS broken", {}, Limits())

    load(store, FIRST)
    with pytest.raises(GraphmouError), store.transaction() as transaction:
        fail_and_go_on(transaction)
    assert contents(store.graph()) == settled(FIRST)


def test_the_writer_sees_what_it_wrote(store: Store) -> None:
    with store.transaction() as transaction:
        transaction.apply(plan_load(Graph(), [FIRST]))
        assert contents(transaction.graph()) == settled(FIRST)
        answer = transaction.run("MATCH (n:School) RETURN count(n) AS schools", {}, Limits())
        assert answer.records() == [{"schools": 3}]


def test_a_plan_for_another_state_is_refused_and_nothing_of_it_written(store: Store) -> None:
    load(store, FIRST)
    stray = Relationship("MENTORS", "lead", "nobody", {"basis": "stated"})
    stale = Changes(
        added_nodes=[Node("School", "new", {"name": "ใหม่"})],
        added_relationships=[stray],
        labels={"lead": "School", "nobody": "School"},
    )
    with pytest.raises(GraphmouError), store.transaction() as transaction:
        transaction.apply(stale)
    assert contents(store.graph()) == settled(FIRST)


def test_one_id_under_two_labels_by_hand_hides_neither(store: Store) -> None:
    load(store, FIRST)
    write(store, "CREATE (:Person {id: 'lead', name: 'a person'})")
    graph = store.graph()
    assert graph.nodes["lead"].label == "School"
    assert [found.name for found in graph.nodes.values() if found.label == "Person"] == ["a person"]
    assert not load(store, FIRST)


def test_a_document_that_says_a_lot_of_one_node_is_loaded_whole(store: Store) -> None:
    schools = [node("School", f"school-{number}") for number in range(150)]
    mentors = [Relationship("MENTORS", "school-0", item.id, {"basis": "stated"}) for item in schools[1:]]
    network = said("big-2022-01-01", "2022-01-01", *schools, *mentors)
    load(store, network)
    assert contents(store.graph()) == settled(network)


def test_writing_statements_run_inside_a_transaction(store: Store) -> None:
    load(store, FIRST)
    with store.transaction() as transaction:
        answer = transaction.run(
            "MATCH (n:School) SET n.status = $status RETURN count(n) AS changed", {"status": "x"}, Limits()
        )
    assert answer.records() == [{"changed": 3}]
    assert store.run("MATCH (n:School {status: 'x'}) RETURN count(n) AS n").rows == [[3]]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
VALUES: st.SearchStrategy[Value] = st.one_of(
    TEXTS,
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.lists(TEXTS, min_size=1, max_size=4),
    st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=4),
)


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(values=st.lists(st.dictionaries(st.sampled_from(["a", "ชื่อ", "c_d", "E9"]), VALUES), min_size=1, max_size=10))
def test_whatever_values_are_loaded_come_back(store: Store, values: list[dict[str, Value]]) -> None:
    facts = said("d-2020-01-01", "2020-01-01", *[node("School", f"s{n}", **one) for n, one in enumerate(values)])
    load(store, facts)
    assert contents(store.graph()) == settled(facts)
    assert not load(store, facts)


def test_a_relationship_whose_key_was_changed_by_hand_is_gone_after_an_unload(store: Store) -> None:
    one = said(
        "d1",
        "2020-01-01",
        node("School", "s"),
        node("School", "t"),
        Relationship("MENTORS", "s", "t", {"basis": "stated", "agreement": "x"}),
    )
    load(store, one)
    with store.transaction() as transaction:
        transaction.run("MATCH ()-[r:MENTORS]->() SET r.agreement = 'y'", {}, Limits())
    with store.transaction() as transaction:
        transaction.apply(plan_unload(transaction.graph(), ["d1"]))
    assert store.counts() == ({}, {})
