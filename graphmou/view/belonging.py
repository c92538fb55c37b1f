"""Which offices a node belongs to, so that a picture can be narrowed to those of one office."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.graph import Graph

__all__ = ["offices_of"]

# Step by step, which end of which relationship takes over the offices of the other end. Schools and groups come
# first, agreements then, people and events last: nothing is handed on to a school by a person who also works elsewhere.
_HANDED_ON = (
    ("UNDER", "start"),
    ("MEMBER_OF", "end"),
    ("MEMBER_OF", "start"),
    ("OVERSEES", "end"),
    ("SIGNED", "end"),
    ("HOLDS", "start"),
    ("SIGNED_FOR", "start"),
    ("WITNESSED", "start"),
    ("SIGNED_AT", "end"),
    ("ATTENDED", "end"),
    ("ATTENDED", "start"),
    ("MADE_UNDER", "end"),
    ("COVERS", "end"),
    ("ABOUT", "start"),
)


def offices_of(graph: Graph) -> Mapping[str, frozenset[str]]:
    """The ids of the offices of each node that has any.

    An office is its own. A school or group has the one it is UNDER, or those of its groups or members, or else those
    that signed or oversee an agreement with it; an agreement those of its parties; people and events those of what
    they have to do with.
    """
    found = {node.id: frozenset([node.id]) for node in graph.labelled("Office")}
    by_type: dict[str, list[tuple[str, str]]] = {}
    for rel in graph.relationships.values():
        by_type.setdefault(rel.type, []).append((rel.start, rel.end))
    for type_, taker in _HANDED_ON:
        taken: dict[str, set[str]] = {}
        for start, end in by_type.get(type_, ()):
            to, source = (start, end) if taker == "start" else (end, start)
            if to in graph.nodes and graph.nodes[to].label != "Office":
                taken.setdefault(to, set()).update(found.get(source, ()))
        for key, offices in taken.items():
            found[key] = found.get(key, frozenset()) | offices
    for start, end in by_type.get("SIGNED", ()):
        if not found.get(start) and found.get(end):
            found[start] = found[end]
    return {key: offices for key, offices in found.items() if offices}
