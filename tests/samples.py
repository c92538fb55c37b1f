"""Small graphs for tests: what documents say, built in a line or two."""

from __future__ import annotations

from graphmou.facts import DocumentFacts
from graphmou.graph import Graph, Node, Properties, Relationship, Value

__all__ = ["document", "node", "said"]


def document(document_id: str, date: str) -> Node:
    properties: Properties = {
        "name": f"ข่าว {document_id}",
        "date": date,
        "file": f"{document_id}.txt",
        "sha256": "0" * 64,
    }
    return Node("Document", document_id, properties)


def node(label: str, node_id: str, **properties: Value) -> Node:
    return Node(label, node_id, {"name": f"ชื่อ {node_id}", **properties})


def said(document_id: str, date: str, *items: Node | Relationship) -> DocumentFacts:
    """What one document says: its own node, ``items``, and MENTIONED_IN for every node."""
    graph = Graph()
    graph.add(document(document_id, date))
    for item in items:
        graph.add(item)
        if isinstance(item, Node):
            graph.add(Relationship("MENTIONED_IN", item.id, document_id))
    return DocumentFacts(document_id, date, graph)
