"""How Neo4j runs the built-in statements: none scans without a label or multiplies two sets (a Cartesian product)."""

from __future__ import annotations

import pytest

from graphmou.queries import Check, SavedQuery, read_library
from graphmou.queries.statement import scan
from graphmou.store.protocol import Cell, Store
from tests.queries.stores import CYPHER

BUILT_IN = read_library([CYPHER])
DEAR = ("AllNodesScan", "CartesianProduct", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan")


@pytest.mark.parametrize("five", ["neo4j"], indirect=True, scope="module")
@pytest.mark.parametrize("one", [*BUILT_IN.queries.values(), *BUILT_IN.checks.values()], ids=lambda one: one.name)
def test_a_built_in_statement_never_scans_everything(five: Store, one: SavedQuery | Check) -> None:
    parameters: dict[str, Cell] = dict.fromkeys(scan(one.statement).parameters)
    plan = five.explain(one.statement, parameters)
    assert "ProduceResults" in plan
    assert [operator for operator in DEAR if operator in plan] == []
