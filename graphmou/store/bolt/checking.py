"""What can be wrong in a Neo4j store although the server runs: constraints, indexes and ids."""

from __future__ import annotations

import neo4j

from graphmou.language import Text
from graphmou.store.bolt.schema import missing_constraints

__all__ = ["problems_of"]

_INDEXES = "SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name, state"
_NODE_IDS = """
MATCH (n) WHERE n.documents IS NOT NULL
WITH n.id AS id, collect(labels(n)) AS found
WHERE id IS NULL OR size(found) > 1 OR any(names IN found WHERE size(names) <> 1)
RETURN id, found ORDER BY id
"""
_RELATIONSHIP_IDS = """
MATCH ()-[r]->() WHERE r.documents IS NOT NULL
WITH r.id AS id, collect(type(r)) AS found
WHERE id IS NULL OR size(found) > 1
RETURN id, found ORDER BY id
"""


def problems_of(transaction: neo4j.Transaction) -> list[Text]:
    """What is wrong, one line each; nothing in an empty store."""
    is_empty = transaction.run("RETURN NOT EXISTS { (d:Document) } AS is_empty").single(strict=True)["is_empty"]
    missing = [] if is_empty else missing_constraints(transaction)
    return [
        *(
            Text(f"missing, the next load makes it: {statement}", f"ขาด และจะสร้างในการนำเข้าครั้งต่อไป: {statement}")
            for statement in missing
        ),
        *(Text(f"index {name} is {state}", f"ดัชนี {name} มีสถานะ {state}") for name, state in transaction.run(_INDEXES)),
        *(
            Text(f"node {id_ or 'without an id'}: {found}", f"จุด {id_ or 'ที่ไม่มีรหัส'}: {found}")
            for id_, found in transaction.run(_NODE_IDS)
        ),
        *(
            Text(f"relationship {id_ or 'without an id'}: {found}", f"ความสัมพันธ์ {id_ or 'ที่ไม่มีรหัส'}: {found}")
            for id_, found in transaction.run(_RELATIONSHIP_IDS)
        ),
    ]
