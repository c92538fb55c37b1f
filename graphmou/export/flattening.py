r"""The one flattening: what becomes of a graph's values where a file holds one plain value per cell or attribute.

GraphML, GEXF, CSV and XLSX are all written from a :class:`FlatGraph`; docs/export.md tells the same rules to users.

- Text, whole numbers, numbers and truth values stay what they are. Days are ISO text already, their precision beside
  them in ``<name>_precision``.
- A list becomes one text, its items joined by ``; ``; inside an item ``\`` and ``;`` stand behind a ``\``.
  :func:`split_list` reads it back.
- Nothing, and a list without items, is absent.
- A property that is a number here and a text there is text everywhere: a column has one type.
- ``claims``, ``search_keys`` and ``search_names`` stay behind: only graphmou itself reads them. The other
  bookkeeping travels.
- A property called like something of the format's own (``id``, ``label``, ``type``, ...) gets a ``_`` behind its name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from graphmou.export.cells import finite, flat_text
from graphmou.graph import Graph, Properties, Value
from graphmou.model import BOOKKEEPING, LABELS, RELATIONSHIP_TYPES
from graphmou.store.protocol import Cell

__all__ = [
    "NODE_WORDS",
    "RELATIONSHIP_WORDS",
    "FlatGraph",
    "FlatNode",
    "FlatRelationship",
    "FlatValue",
    "flatten",
    "join_list",
    "ordered_names",
    "split_list",
    "travelling",
]

FlatValue = str | int | float | bool
FlatProperties = dict[str, FlatValue]

_STAYS_BEHIND = ("claims", "search_keys", "search_names", "loaded_at")
# GEXF and networkx take attributes of these names for their own, and so do the columns of our tables.
_GEXF_WORDS = ("end", "id", "key", "label", "networkx_key", "slices", "spells", "start", "type", "viz")
NODE_WORDS = frozenset((*_GEXF_WORDS, "node_label", "parents", "pid"))
RELATIONSHIP_WORDS = frozenset(
    (*_GEXF_WORDS, "end_id", "end_name", "relationship_type", "source", "start_id", "start_name", "target", "weight")
)

_ITEM = re.compile(r"(?:[^\\;]|\\.?)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FlatNode:
    """A node with flat properties; ``name`` is what to show of it."""

    id: str
    label: str
    name: str
    properties: FlatProperties


@dataclass(frozen=True, slots=True)
class FlatRelationship:
    """A relationship with flat properties; ``start`` and ``end`` are ids of nodes."""

    id: str
    type: str
    start: str
    end: str
    properties: FlatProperties


@dataclass(frozen=True, slots=True)
class FlatGraph:
    """Nodes by label and relationships by type, in the order of the model and then by id."""

    nodes: list[FlatNode]
    relationships: list[FlatRelationship]


def flatten(graph: Graph) -> FlatGraph:
    """``graph`` by the rules of this module."""
    nodes = sorted(graph.nodes.values(), key=lambda node: (_place(node.label, LABELS), node.label, node.id))
    relationships = sorted(
        graph.relationships.items(),
        key=lambda item: (_place(item[1].type, RELATIONSHIP_TYPES), item[1].type, item[0]),
    )
    flat_nodes = _one_type_each([_flat(node.properties, NODE_WORDS) for node in nodes])
    flat_relationships = _one_type_each([_flat(one.properties, RELATIONSHIP_WORDS) for _, one in relationships])
    return FlatGraph(
        [FlatNode(node.id, node.label, node.name, flat) for node, flat in zip(nodes, flat_nodes, strict=True)],
        [
            FlatRelationship(key, one.type, one.start, one.end, flat)
            for (key, one), flat in zip(relationships, flat_relationships, strict=True)
        ],
    )


def travelling(properties: Properties, words: Container[str]) -> Properties:
    """What of ``properties`` leaves graphmou, not flattened; what is called like one of ``words`` gets a ``_``."""
    found: Properties = {}
    # Names without a change come first, so that none is taken from the property that has it rightfully.
    for name in sorted(properties, key=lambda name: name in words):
        if name not in _STAYS_BEHIND:
            free = name
            while free in words or free in found:
                free += "_"
            found[free] = properties[name]
    return found


def join_list(items: Iterable[Cell]) -> str:
    """The items as one text that :func:`split_list` reads back."""
    return "; ".join(flat_text(item).replace("\\", "\\\\").replace(";", "\\;") for item in items)


def split_list(text: str) -> list[str]:
    r"""The items that :func:`join_list` joined, as texts.

    Example:
        >>> split_list(r"Wat A; B\; C")
        ['Wat A', 'B; C']
    """
    items = []
    place = 0
    while True:
        item = _ITEM.match(text, place)
        assert item is not None  # noqa: S101 - the pattern matches the empty text
        items.append(re.sub(r"\\(.?)", r"\1", item[0], flags=re.DOTALL))
        if item.end() >= len(text):
            return items
        # The blank after the semicolon belongs to it; who typed a list by hand may have left it out.
        place = item.end() + (2 if text.startswith("; ", item.end()) else 1)


def ordered_names(items: Iterable[Mapping[str, object]], kinds: Iterable[str]) -> list[str]:
    """Every property name among ``items``: those of the model for ``kinds`` in its order, others, bookkeeping."""
    there = {name for properties in items for name in properties}
    known: list[str] = []
    for kind in kinds:
        declared = LABELS.get(kind) or RELATIONSHIP_TYPES.get(kind)
        for one in declared.properties if declared else ():
            known += [one.name, f"{one.name}_precision"]
    first = [name for name in dict.fromkeys(known) if name in there]
    last = [name for name in BOOKKEEPING if name in there]
    return [*first, *sorted(there.difference(first, last)), *last]


def _place(kind: str, declared: Mapping[str, object]) -> int:
    return list(declared).index(kind) if kind in declared else len(declared)


def _flat(properties: Properties, words: Container[str]) -> FlatProperties:
    flat = {name: _flat_value(value) for name, value in travelling(properties, words).items()}
    return {name: value for name, value in flat.items() if value is not None}


def _flat_value(value: Value) -> FlatValue | None:
    if isinstance(value, list):
        return join_list(value) if value else None
    # NaN and the infinities become their names, which no reader of numbers would take for anything else.
    return finite(value)  # type: ignore[return-value]


def _one_type_each(items: list[FlatProperties]) -> list[FlatProperties]:
    types: dict[str, set[type]] = {}
    for properties in items:
        for name, value in properties.items():
            types.setdefault(name, set()).add(type(value))
    mixed = {name for name, found in types.items() if len(found) > 1}
    for properties in items if mixed else ():
        for name in mixed & properties.keys():
            properties[name] = flat_text(properties[name])
    return items
