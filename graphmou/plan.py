"""What a load will change: the difference between what documents say and what the store holds.

Pure: it reads two graphs and gives :class:`Changes`, which a person can read (the dry run) and a store
can apply. The comparison is with the store itself, property by property, so a store changed by hand is
put right; what was added by hand and no document claims stays, and is listed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graphmou.errors import Problem, SeedError
from graphmou.facts import DocumentFacts, facts_by_document, settle
from graphmou.graph import Graph, Node, Properties, Relationship, Value
from graphmou.language import Text
from graphmou.resolve import Judgements, unite
from graphmou.resolve.uniting import united_labels
from graphmou.words import show_word

__all__ = ["Changes", "Modification", "plan_load", "plan_rebuild", "plan_unload", "with_time_of_load"]


@dataclass(frozen=True, slots=True)
class Modification:
    """A node or relationship that stays, with other properties: ``fields`` maps a name to (old, new)."""

    key: str
    before: Node | Relationship
    after: Node | Relationship

    @property
    def fields(self) -> dict[str, tuple[Value | None, Value | None]]:
        """Each property that differs, as (old value, new value); None where there is none."""
        old, new = self.before.properties, self.after.properties
        return {
            name: (old.get(name), new.get(name))
            for name in sorted(old.keys() | new.keys())
            if not _same(old.get(name), new.get(name))
        }


@dataclass(slots=True)
class Changes:
    """What to add, change and retire, in the order a store can apply it, and what stays without a document.

    A relationship that is changed or retired is named by the id the store holds (a key property may have been
    changed by hand), as in :attr:`Graph.relationships`.
    """

    added_nodes: list[Node] = field(default_factory=list)
    added_relationships: list[Relationship] = field(default_factory=list)
    modified_nodes: list[Modification] = field(default_factory=list)
    modified_relationships: list[Modification] = field(default_factory=list)
    retired_nodes: list[Node] = field(default_factory=list)
    retired_relationships: dict[str, Relationship] = field(default_factory=dict)
    by_hand_nodes: list[Node] = field(default_factory=list)
    by_hand_relationships: list[Relationship] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    """The label of every node a changed relationship starts or ends at, by id: stores match by label."""

    def written_nodes(self) -> Iterator[Node]:
        """The nodes as they will be: added ones, and changed ones as they are afterwards."""
        yield from self.added_nodes
        yield from (item.after for item in self.modified_nodes if isinstance(item.after, Node))

    def written_relationships(self) -> Iterator[tuple[str, Relationship]]:
        """The relationships as they will be, with the id the store holds them under."""
        yield from ((relationship.id, relationship) for relationship in self.added_relationships)
        yield from (
            (item.key, item.after) for item in self.modified_relationships if isinstance(item.after, Relationship)
        )

    def __bool__(self) -> bool:
        """Whether anything changes at all."""
        return any(
            (
                self.added_nodes,
                self.added_relationships,
                self.modified_nodes,
                self.modified_relationships,
                self.retired_nodes,
                self.retired_relationships,
            )
        )


def plan_load(stored: Graph, loaded: Iterable[DocumentFacts], judgements: Judgements | None = None) -> Changes:
    """The changes that make ``stored`` say what the ``loaded`` documents say, and the other documents as before.

    Raises:
        SeedError: a loaded document gives an id another label than a document in the store does.
    """
    facts = facts_by_document(stored)
    facts.update({one.document: one for one in loaded})
    _check_labels(facts.values())
    return _difference(stored, settle(_united(facts.values(), judgements)))


def plan_rebuild(stored: Graph, loaded: Sequence[DocumentFacts], judgements: Judgements | None = None) -> Changes:
    """The changes that make ``stored`` say what the ``loaded`` documents say and no other document."""
    return _difference(stored, settle(_united(loaded, judgements)))


def plan_unload(stored: Graph, documents: Iterable[str]) -> Changes:
    """The changes that take back all that ``documents`` (ids) said."""
    facts = facts_by_document(stored)
    for document in documents:
        facts.pop(document, None)
    return _difference(stored, settle(facts.values()))


def with_time_of_load(changes: Changes, stored: Graph, documents: Iterable[str], moment: str) -> Changes:
    """``changes``, and on each of ``documents`` the time of the load that makes them (``moment``, ISO with its zone).

    The time is no fact: it is kept by every later plan, and a load that changes nothing does not set it.
    """
    added = {node.id: node for node in changes.added_nodes}
    modified = {item.key: item for item in changes.modified_nodes}
    for document in documents:
        if document in added:
            added[document] = _timed(added[document], moment)
        else:
            before = stored.nodes[document]
            after = modified[document].after if document in modified else before
            modified[document] = Modification(document, before, _timed(after, moment))
    return replace(changes, added_nodes=list(added.values()), modified_nodes=list(modified.values()))


def _timed(document: Node | Relationship, moment: str) -> Node:
    return Node("Document", document.id, {**document.properties, "loaded_at": moment})


def _united(said: Collection[DocumentFacts], judgements: Judgements | None) -> Collection[DocumentFacts]:
    """The facts with ids that were judged the same made one.

    Raises:
        SeedError: two things of different kinds were.
    """
    if judgements is None:
        return said
    problems = united_labels(said, judgements)
    if problems:
        raise SeedError(
            Text(
                "Things of two kinds were judged the same; nothing was loaded.",
                "มีคำตัดสินให้สิ่งต่างประเภทเป็นสิ่งเดียวกัน จึงไม่ได้นำเข้าข้อมูลใด ๆ",
            ),
            problems,
        )
    return unite(said, judgements)


def _check_labels(said: Iterable[DocumentFacts]) -> None:
    labels: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for one in said:
        for node_id, node in one.graph.nodes.items():
            label, document = labels.setdefault(node_id, (node.label, one.document))
            if label != node.label:
                message = Text(
                    f"{node_id!r} is a {node.label} here and a {label} in {document}",
                    f"{node_id!r} เป็น{show_word(node.label, 'th')}ในเอกสารนี้ แต่เป็น{show_word(label, 'th')}ใน {document}",
                )
                problems.append(
                    Problem(
                        one.document,
                        None,
                        node_id,
                        message,
                        Text("ids are unique across kinds", "รหัสต้องไม่ซ้ำกัน แม้เป็นคนละชนิด"),
                    )
                )
    if problems:
        raise SeedError(
            Text(
                "Two documents use one id for two kinds of thing; nothing was loaded.",
                "เอกสารสองฉบับใช้รหัสเดียวกันกับสิ่งคนละชนิด จึงยังไม่ได้นำเข้าข้อมูลใด",
            ),
            problems,
        )


def _difference(stored: Graph, wanted: Graph) -> Changes:
    changes = Changes()
    moved: set[str] = set()
    for node_id, node in stored.nodes.items():
        goal = wanted.nodes.get(node_id)
        if goal is not None and goal.label == node.label:
            if "loaded_at" in node.properties:
                goal = Node(goal.label, node_id, {**goal.properties, "loaded_at": node.properties["loaded_at"]})
            if not _same_properties(node.properties, goal.properties):
                changes.modified_nodes.append(Modification(node_id, node, goal))
        elif goal is not None or "documents" in node.properties:
            # A label changed by hand: engines cannot match it, so the node is made anew.
            moved.add(node_id)
            changes.retired_nodes.append(node)
        else:
            changes.by_hand_nodes.append(node)
    changes.added_nodes = [
        node for node_id, node in wanted.nodes.items() if node_id not in stored.nodes or node_id in moved
    ]
    for key, relationship in stored.relationships.items():
        stated = wanted.relationships.get(key)
        gone = relationship.start in moved or relationship.end in moved
        if stated is not None and _same_ends(relationship, stated):
            if not gone and not _same_properties(relationship.properties, stated.properties):
                changes.modified_relationships.append(Modification(key, relationship, stated))
        elif stated is not None or "documents" in relationship.properties:
            changes.retired_relationships[key] = relationship
        elif not gone:
            changes.by_hand_relationships.append(relationship)
    for key, relationship in wanted.relationships.items():
        before = stored.relationships.get(key)
        kept = before is not None and _same_ends(before, relationship)
        if not kept or relationship.start in moved or relationship.end in moved:
            changes.added_relationships.append(relationship)
    _note_labels(changes, stored, wanted)
    return changes


def _note_labels(changes: Changes, stored: Graph, wanted: Graph) -> None:
    touched = [
        *changes.added_relationships,
        *changes.retired_relationships.values(),
        *(item.after for item in changes.modified_relationships if isinstance(item.after, Relationship)),
    ]
    for relationship in touched:
        for node_id in (relationship.start, relationship.end):
            node = wanted.nodes.get(node_id) or stored.nodes.get(node_id)
            if node is not None:
                changes.labels[node_id] = node.label


def _same_ends(one: Relationship, other: Relationship) -> bool:
    return (one.type, one.start, one.end) == (other.type, other.start, other.end)


def _same(one: Value | None, other: Value | None) -> bool:
    # True == 1 in Python, but not in a store.
    return type(one) is type(other) and one == other


def _same_properties(one: Properties, other: Properties) -> bool:
    return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
