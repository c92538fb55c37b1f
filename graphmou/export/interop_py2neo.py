"""The graph as a Subgraph of py2neo, and back.

py2neo is at its end of life (docs/export.md): this is a bridge for programs that are written with it, and comes as
the extra ``graphmou[py2neo]``. graphmou itself talks to Neo4j through the official driver.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from py2neo import Graph as Py2neoGraph
from py2neo import Node as Py2neoNode
from py2neo import Relationship as Py2neoRelationship
from py2neo import Subgraph
from py2neo.cypher import cypher_join
from py2neo.cypher.queries import unwind_merge_relationships_query

from graphmou.errors import ExportError
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Text

__all__ = ["KeyedSubgraph", "graph_of", "subgraph_of"]

_ROWS = 2000


class KeyedSubgraph(Subgraph):  # type: ignore[misc]  # py2neo has no types
    """A Subgraph whose relationships are merged by their ``id``.

    py2neo knows a relationship by its type and ends alone: merged its way, two agreements that make one school mentor
    the same other would become one.
    """

    def __db_merge__(self, tx: Any, primary_label: str | None = None, primary_key: str | None = None) -> None:
        """Merge nodes as py2neo does, then relationships by type and ``id``. Called by ``Graph.merge``."""
        Subgraph(self.nodes).__db_merge__(tx, primary_label, primary_key)
        by_type: dict[str, list[Any]] = defaultdict(list)
        for one in self.relationships:
            if not self._is_bound(one, tx.graph):
                by_type[type(one).__name__].append(one)
        for type_, relationships in by_type.items():
            for first in range(0, len(relationships), _ROWS):
                _merge(tx, type_, relationships[first : first + _ROWS])


def _merge(tx: Any, type_: str, relationships: list[Any]) -> None:
    rows = [(one.start_node.identity, dict(one), one.end_node.identity) for one in relationships]
    query = cypher_join(unwind_merge_relationships_query(rows, (type_, "id")), "RETURN id(_)")
    for one, record in zip(relationships, tx.run(*query), strict=True):
        one.graph = tx.graph
        one.identity = record[0]


def subgraph_of(graph: Graph) -> KeyedSubgraph:
    """``graph`` with everything it holds, ready for ``py2neo.Graph(...).merge(subgraph)``.

    Each node brings the label and key to merge by (``__primarylabel__``, ``__primarykey__``: ``id``).

    Raises:
        ExportError: a node has no label, so py2neo could not merge it.
    """
    nodes = {}
    for node in graph.nodes.values():
        if not node.label:
            raise ExportError(
                Text(
                    f"the node {node.id} has no label, and py2neo merges by label",
                    f"จุด {node.id} ไม่มีป้ายชนิด (label) ซึ่ง py2neo ต้องใช้ในการรวมข้อมูล",
                ),
                hint=Text("give it one: graphmou cypher --write", "กำหนดป้ายชนิดด้วยคำสั่ง graphmou cypher --write"),
            )
        made = Py2neoNode(*node.label.split(":"))
        made.update({**node.properties, "id": node.id})
        made.__primarylabel__ = node.label.partition(":")[0]
        made.__primarykey__ = "id"
        nodes[node.id] = made
    relationships = []
    for key, one in graph.relationships.items():
        joined = Py2neoRelationship(nodes[one.start], one.type, nodes[one.end])
        joined.update({**one.properties, "id": key})
        relationships.append(joined)
    return KeyedSubgraph(nodes.values(), relationships)


def graph_of(source: Py2neoGraph | Subgraph) -> Graph:
    """What :func:`subgraph_of` made, or a whole database that py2neo is connected to.

    Raises:
        ExportError: a node or relationship has no ``id`` of ours.
    """
    if isinstance(source, Py2neoGraph):
        source = Subgraph(source.nodes.match(), source.relationships.match())
    graph = Graph()
    keys = {}
    for node in source.nodes:
        key = keys[node] = _id_of(node)
        graph.nodes[key] = Node(":".join(sorted(node.labels)), key, _properties(node))
    for one in source.relationships:
        key = _id_of(one)
        graph.relationships[key] = Relationship(
            type(one).__name__, keys[one.start_node], keys[one.end_node], _properties(one)
        )
    return graph


def _id_of(entity: Any) -> str:
    found = entity["id"]
    if not isinstance(found, str):
        is_node = isinstance(entity, Py2neoNode)
        raise ExportError(
            Text(
                f"a py2neo {'node' if is_node else 'relationship'} has no text as its id: {entity}",
                f"{'จุด' if is_node else 'ความสัมพันธ์'}ของ py2neo ไม่มีรหัสที่เป็นข้อความ: {entity}",
            ),
            hint=Text(
                "only what graphmou wrote can be read back; read other graphs with py2neo itself",
                "อ่านกลับได้เฉพาะข้อมูลที่ graphmou เขียนไว้ กราฟอื่นให้อ่านด้วย py2neo โดยตรง",
            ),
        )
    return found


def _properties(entity: Any) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, list) else value for name, value in entity.items() if name != "id"}
