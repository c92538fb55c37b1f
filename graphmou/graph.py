"""The neutral in-memory property graph that every part passes on: nodes, relationships, evidence.

It knows no store, no file and no picture. Values are what every store can hold: text, whole numbers,
truth values, and lists of text or of numbers (neither engine holds lists of maps everywhere).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphmou.model import RELATIONSHIP_TYPES, relationship_id

__all__ = ["Evidence", "Graph", "Node", "Properties", "Relationship", "Value"]

Value = str | int | float | bool | list[str] | list[int]
Properties = dict[str, Value]

_EVIDENCE = re.compile(r"(?P<document>[^#\s]+)#(?P<start>\d+)-(?P<end>\d+) (?P<phrase>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quoted phrase: ``text[start:end] == phrase``, in code points of the document's raw text."""

    document: str
    start: int
    end: int
    phrase: str

    def __str__(self) -> str:
        """The stored form, ``document#start-end phrase``."""
        return f"{self.document}#{self.start}-{self.end} {self.phrase}"

    @classmethod
    def parse(cls, text: str) -> Evidence:
        """The evidence that :meth:`__str__` wrote.

        Raises:
            ValueError: the text is not of that form (a store changed by hand).
        """
        match = _EVIDENCE.fullmatch(text)
        if match is None:
            raise ValueError(f"not evidence: {text!r} (expected 'document#start-end phrase')")
        return cls(match["document"], int(match["start"]), int(match["end"]), match["phrase"])


@dataclass(slots=True)
class Node:
    """A node: one label, an id of ours that is unique across labels, and properties (``id`` not among them)."""

    label: str
    id: str
    properties: Properties = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its Thai name, or its id where a document gives it none."""
        name = self.properties.get("name")
        return name if isinstance(name, str) else self.id


@dataclass(slots=True)
class Relationship:
    """A relationship between two nodes, named by their ids."""

    type: str
    start: str
    end: str
    properties: Properties = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its identity: type, ends and the key properties that :mod:`graphmou.model` declares for its type."""
        declared = RELATIONSHIP_TYPES.get(self.type)
        keys = declared.keys if declared else ()
        return relationship_id(self.type, self.start, self.end, (self.properties.get(key) for key in keys))


class Graph:
    """Nodes by id and relationships by id."""

    def __init__(self, nodes: Iterable[Node] = (), relationships: Iterable[Relationship] = ()) -> None:
        self.nodes: dict[str, Node] = {node.id: node for node in nodes}
        self.relationships: dict[str, Relationship] = {rel.id: rel for rel in relationships}

    def add(self, item: Node | Relationship) -> None:
        """Add a node or relationship; one of the same id is replaced."""
        if isinstance(item, Node):
            self.nodes[item.id] = item
        else:
            self.relationships[item.id] = item

    def labelled(self, label: str) -> Iterator[Node]:
        """The nodes with ``label``, in the order they were added."""
        return (node for node in self.nodes.values() if node.label == label)

    def typed(self, type_: str) -> Iterator[Relationship]:
        """The relationships of ``type_``, in the order they were added."""
        return (rel for rel in self.relationships.values() if rel.type == type_)

    def label_counts(self) -> dict[str, int]:
        """How many nodes each label has (labels with none left out), by label."""
        return dict(sorted(Counter(node.label for node in self.nodes.values()).items()))

    def type_counts(self) -> dict[str, int]:
        """How many relationships each type has (types with none left out), by type."""
        return dict(sorted(Counter(rel.type for rel in self.relationships.values()).items()))
