"""Company for the pieces of one press release: nothing joins them but the document, so they are drawn together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from graphmou.graph import Graph

__all__ = ["companions"]

_PRESS_RELEASE = 100
"""A document that mentions more than this is a list (a whole province in a spreadsheet), not a story."""


def companions(shown: Graph, shared: Collection[str]) -> list[tuple[str, str]]:
    """Pairs of nodes to be laid out near each other although no relationship joins them.

    A connected piece that only one press release mentions is paired with the largest such piece: the best
    connected node of each. A piece that several documents mention gets no pair.
    """
    neighbours: dict[str, list[str]] = {node_id: [] for node_id in shown.nodes if node_id not in shared}
    for rel in shown.relationships.values():
        if rel.start in neighbours and rel.end in neighbours:
            neighbours[rel.start].append(rel.end)
            neighbours[rel.end].append(rel.start)
    for key in shared:
        # A shared node that only one document mentions is a piece too: a topic of nothing.
        neighbours.setdefault(key, [])
    mentioned = Counter(document for node_id in shown.nodes for document in _documents(shown, node_id))
    hubs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for piece in _pieces(neighbours):
        documents = {document for key in piece for document in _documents(shown, key)}
        if len(documents) == 1:
            hub = max(piece, key=lambda key: (len(neighbours[key]), key))
            hubs[documents.pop()].append((len(piece), hub))
    return [
        (hub, max(found)[1])
        for document, found in hubs.items()
        if mentioned[document] <= _PRESS_RELEASE
        for _, hub in found
        if hub != max(found)[1]
    ]


def _pieces(neighbours: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The connected pieces."""
    seen: set[str] = set()
    for start in neighbours:
        if start not in seen:
            seen.add(start)
            piece = [start]
            for here in piece:  # grows while it is read: breadth first
                for there in neighbours[here]:
                    if there not in seen:
                        seen.add(there)
                        piece.append(there)
            yield piece


def _documents(shown: Graph, node_id: str) -> list[str]:
    documents = shown.nodes[node_id].properties.get("documents")
    return [str(document) for document in documents] if isinstance(documents, list) else []
