"""The state of a review: what is decided, what comes next, and how a decision is taken back.

It knows no screen and no file. The draft itself holds the state, so a review is resumed from the draft alone; only the
way back (``undo``) is kept for as long as one review runs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from graphmou.model import Property, label_of_section
from graphmou.review.items import Item, items_of
from graphmou.seed.drafts import left_out
from graphmou.seed.format import LINKS, MENTORING
from graphmou.seed.nesting import entries, linked, text_of
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar
from graphmou.yaml_text import plain

__all__ = ["Counts", "Review", "Step"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a review is. ``left_out`` are items that fell with what they rest on."""

    items: int
    accepted: int
    rejected: int
    merged: int
    pending: int
    left_out: int


@dataclass(slots=True)
class Step:
    """One decision, so that it can be taken back: each mapping it touched, with its fields before.

    ``judged`` are two ids that were judged the same or different in the same step.
    """

    touched: list[tuple[YamlMap, dict[str, YamlNode]]] = field(default_factory=list)
    place: int = 0
    judged: tuple[str, str] | None = None


class Review:
    """One review of a draft. Every decision changes ``root`` in place and can be undone."""

    def __init__(self, root: YamlMap) -> None:
        self.root = root
        self.items: list[Item] = list(items_of(root))
        self.place = 0
        self._history: list[Step] = []
        self._step: Step | None = None
        # What falls with rejected items, and which entry has which id: kept until a decision may change them.
        self._gone: frozenset[int] | None = None
        self._by_id: dict[str, Item] | None = None
        self._to_next(start=0)

    @property
    def current(self) -> Item | None:
        """The item to decide now; None where nothing is left."""
        return self.items[self.place] if self.place < len(self.items) else None

    @property
    def finished(self) -> bool:
        """Whether everything is decided."""
        return not any(map(self.is_pending, self.items))

    def is_pending(self, item: Item) -> bool:
        """Whether an item is still to be decided; what fell with a rejected item is not."""
        return item.state == "pending" and not _is_gone(item, self._left_out())

    def pending(self) -> list[Item]:
        """The items that are still to be decided."""
        return list(filter(self.is_pending, self.items))

    def counts(self) -> Counts:
        """How far the review is."""
        gone = self._left_out()
        states = [item.state for item in self.items if not _is_gone(item, gone) or item.state == "rejected"]
        return Counts(
            len(self.items),
            states.count("accepted"),
            states.count("rejected"),
            states.count("merged"),
            states.count("pending"),
            len(self.items) - len(states),
        )

    def item_with(self, node_id: str) -> Item | None:
        """The entry of that id."""
        if self._by_id is None:
            self._by_id = {item.id: item for item in reversed(self.items) if item.link is None}
        return self._by_id.get(node_id)

    def missing(self, item: Item) -> list[Property]:
        """What an item must have before it can be accepted, and has not."""
        if item.section == "document":
            label = label_of_section("document")
        else:
            label = label_of_section(item.section) if item.link is None else None
        required = [prop for prop in label.properties if prop.required] if label else []
        return [prop for prop in required if not text_of(item.node, prop.name)]

    def pending_needs(self, item: Item) -> list[Item]:
        """What an item names and nobody decided about yet, what that names first."""
        found: list[Item] = []
        self._collect_needs(item, found, {id(item.node)})
        return found

    def falls_with(self, item: Item) -> list[Item]:
        """What is left out too if this item is rejected."""
        before = self._left_out()
        state = item.node.entries.get("review")
        item.node.entries["review"] = plain("rejected")
        after = left_out(self.root).nodes
        if state is None:
            del item.node.entries["review"]
        else:
            item.node.entries["review"] = state
        return [
            other
            for other in self.items
            if other.node is not item.node and _is_gone(other, after) and not _is_gone(other, before)
        ]

    def merge_targets(self, item: Item) -> list[Item]:
        """The entries an item can be merged into: of the same list, standing, and not merged into this one."""
        if item.link is not None or item.section in ("document", "mentoring"):
            return []
        return [
            other
            for other in self.items
            if other.section == item.section
            and other.link is None
            and other.node is not item.node
            and other.state in ("pending", "accepted")
        ]

    def accept(self, item: Item, *, with_needs: bool = False) -> None:
        """Accept an item, and on request what it needs first.

        Raises:
            ValueError: something required is missing (:meth:`missing`) of it or of what it needs.
        """
        accepted = [*(self.pending_needs(item) if with_needs else ()), item]
        if any(self.missing(one) for one in accepted):
            raise ValueError("a required field is missing")
        self._begin()
        for one in accepted:
            self._decide(one.node, "accepted")
        self._end()

    def reject(self, item: Item) -> None:
        """Reject an item: it is left out, with what cannot stand without it.

        Raises:
            ValueError: it is the document itself.
        """
        if item.section == "document":
            raise ValueError("a document is not rejected: delete the draft")
        self._begin()
        self._decide(item.node, "rejected")
        self._end()

    def merge(self, item: Item, target: Item) -> None:
        """Say that an entry is the same as another one of the same list, which is kept.

        Raises:
            ValueError: the two cannot be merged.
        """
        if all(target.node is not one.node for one in self.merge_targets(item)):
            raise ValueError("not an entry it can be merged into")
        self._begin()
        for other in self.items:
            # What was merged into it follows.
            if other.state == "merged" and text_of(other.node, "merged_into") == item.id:
                self._set(other.node, "merged_into", _scalar(target.id))
        self._decide(item.node, "merged")
        self._set(item.node, "merged_into", _scalar(target.id))
        self._end()

    def edit(self, node: YamlMap, name: str, value: YamlNode | None) -> bool:
        """Give a field of an item, or of what nests in it, another value; None takes it away. The item stays.

        Returns:
            whether that changed anything: what changes nothing is no decision, and nothing to undo.
        """
        if _texts(node.entries.get(name)) == _texts(value):
            return False
        self._begin()
        self._set(node, name, value)
        self._end(stay=True)
        return True

    def drop(self, nested: YamlMap) -> None:
        """Reject one thing that nests in the current item: a party, a member."""
        self._begin()
        self._set(nested, "review", plain("rejected"))
        self._end(stay=True)

    def rename(self, item: Item, node_id: str, judged: tuple[str, str] | None = None) -> None:
        """Give an entry another id, wherever it is named.

        Raises:
            ValueError: another entry has it.
        """
        if node_id == item.id:
            return
        if self.item_with(node_id) is not None:
            raise ValueError("another entry has this id")
        old = item.id
        self._begin()
        if self._step is not None:
            self._step.judged = judged
        self._set(item.node, "id", _scalar(node_id))
        for node in self._all_nodes():
            for name, value in list(node.entries.items()):
                if name in _NAMING and isinstance(value, YamlScalar) and value.text == old:
                    self._set(node, name, _scalar(node_id))
        self._end(stay=True)

    def judge(self, item: Item, other: str, *, same: bool) -> None:
        """Note that an entry was judged against a node of the graph: accepted if the same, else suggested no more."""
        self._begin()
        if self._step is not None:
            self._step.judged = (other, item.id)
        if same:
            self._decide(item.node, "accepted")
        else:
            self._set(item.node, "candidates", _without(item.node.entries.get("candidates"), other))
        self._end(stay=not same)

    def mark(self) -> None:
        """Write into the draft how far the review is, as :data:`~graphmou.seed.format.FILE_STATES` has it."""
        self.root.entries["review"] = plain("accepted" if self.finished else "begun")

    def skip(self) -> None:
        """Leave the current item for later: the next pending one comes."""
        self._to_next(start=self.place + 1)

    def back(self) -> None:
        """Look at the item before this one again, decided or not."""
        self.place = max(min(self.place, len(self.items)) - 1, 0)

    def undo(self) -> Step | None:
        """Take the last decision back; None where there is none. The item decided then is the current one again."""
        if not self._history:
            return None
        step = self._history.pop()
        for node, before in reversed(step.touched):
            node.entries.clear()
            node.entries.update(before)
        self._gone = self._by_id = None
        self.place = step.place
        return step

    def _collect_needs(self, item: Item, found: list[Item], seen: set[int]) -> None:
        for node_id in item.needs():
            other = self.item_with(node_id)
            if other is None or id(other.node) in seen or other.state != "pending":
                continue
            seen.add(id(other.node))
            self._collect_needs(other, found, seen)
            found.append(other)

    def _begin(self) -> None:
        self._step = Step(place=self.place)

    def _end(self, *, stay: bool = False) -> None:
        if self._step is not None:
            self._history.append(self._step)
        self._step = None
        if not stay:
            self._to_next(start=self.place)

    def _decide(self, node: YamlMap, state: str) -> None:
        self._set(node, "review", plain(state))
        if state != "merged" and "merged_into" in node.entries:
            self._set(node, "merged_into", None)

    def _set(self, node: YamlMap, name: str, value: YamlNode | None) -> None:
        if self._step is not None:
            self._step.touched.append((node, dict(node.entries)))
        if name == "id":
            self._by_id = None
        if name != "review" or not {text_of(node, name), _written(value)} <= _STANDING:
            self._gone = None
        if value is None:
            node.entries.pop(name, None)
        elif name in node.entries:
            node.entries[name] = value
        else:
            _insert(node, name, value)

    def _to_next(self, *, start: int) -> None:
        """Go to the first pending item from ``start`` on, then from the beginning; beyond the end if none is left."""
        start = min(start, len(self.items))
        order = itertools.chain(range(start, len(self.items)), range(start))
        self.place = next((place for place in order if self.is_pending(self.items[place])), len(self.items))

    def _left_out(self) -> frozenset[int]:
        if self._gone is None:
            self._gone = left_out(self.root).nodes
        return self._gone

    def _all_nodes(self) -> Iterable[YamlMap]:
        for section, _, entry in entries(self.root):
            yield entry
            for _, item in linked(section, entry):
                yield item


# The fields of entries, and of what nests in them, that name another entry.
_NAMING = frozenset(
    {link.other for links in LINKS.values() for link in links}
    | {name for links in LINKS.values() for link in links for name in link.also}
    | {"about", "mentor", MENTORING.other, *MENTORING.also, "merged_into"}
)


_STANDING = frozenset(("pending", "accepted"))
"""Between these an item may go back and forth, and nothing falls with it."""


def _written(value: YamlNode | None) -> str:
    return value.text if isinstance(value, YamlScalar) else ""


def _is_gone(item: Item, gone: frozenset[int]) -> bool:
    return id(item.node) in gone or (item.person is not None and id(item.person) in gone)


def _texts(value: YamlNode | None) -> list[str] | None:
    if isinstance(value, YamlScalar):
        return [value.text]
    return [one.text for one in value.items if isinstance(one, YamlScalar)] if isinstance(value, YamlList) else None


def _scalar(text: str) -> YamlScalar:
    return YamlScalar(text, 0, plain=False)


def _insert(node: YamlMap, name: str, value: YamlNode) -> None:
    """Add a field before what is long (nested lists, evidence), so that a file stays readable."""
    kept = dict(node.entries)
    node.entries.clear()
    for one, before in kept.items():
        if isinstance(before, (YamlList, YamlMap)) and name not in node.entries:
            node.entries[name] = value
        node.entries[one] = before
    node.entries.setdefault(name, value)


def _without(candidates: YamlNode | None, node_id: str) -> YamlNode | None:
    if not isinstance(candidates, YamlList):
        return None
    kept = [one for one in candidates.items if not (isinstance(one, YamlMap) and text_of(one, "id") == node_id)]
    return YamlList(candidates.line, kept) if kept else None
