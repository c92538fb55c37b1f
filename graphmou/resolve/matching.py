"""Which node of the graph a finding may be: linked where name and office or province agree, else suggested.

A link needs the same name *and* the same place, and no other node that has both. Schools are never linked by a
similar name (12 % of real names have a neighbour one letter away), and people never across documents: for both,
what is near is only suggested, with the reason. What was judged different is never suggested again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphmou import thai
from graphmou.graph import Graph, Node, Value
from graphmou.language import Text
from graphmou.resolve.judgements import Judgements

__all__ = ["Candidate", "Known", "KnownGraph", "Match", "Seen"]

_MOST = 5
_NAME_ALONE = ("Office", "Programme", "Topic")
"""What its name identifies: an office's holds its province and number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as matching looks at it: ``id`` is its id in the draft, ``offices`` are those it is under."""

    id: str
    label: str
    names: tuple[str, ...]
    offices: tuple[str, ...] = ()
    province: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A node of the graph as matching looks at it; ``offices`` are ids, ``where`` tells it from its namesakes."""

    id: str
    label: str
    name: str
    keys: frozenset[str]
    offices: frozenset[str] = frozenset()
    province: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node that a finding may be, and why."""

    id: str
    name: str
    why: Text


@dataclass(slots=True)
class Match:
    """What is known of one finding: ``linked`` to a node, or ``candidates`` for a person to judge."""

    linked: Candidate | None = None
    candidates: list[Candidate] = field(default_factory=list)


class KnownGraph:
    """The nodes of a graph, ready to be matched with."""

    def __init__(self, graph: Graph, judgements: Judgements) -> None:
        self._judgements = judgements
        self._nodes = {node.id: node for node in _known(graph)}
        self._by_key: dict[tuple[str, str], list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._schools: dict[str, list[str]] = {}
        for node in self._nodes.values():
            for key in node.keys:
                self._by_key.setdefault((node.label, key), []).append(node.id)
            if node.label == "Person":
                self._by_first.setdefault(node.name.split(" ")[0], []).append(node.id)
            if node.label == "School":
                for office in node.offices:
                    self._schools.setdefault(office, []).append(node.id)

    def match(self, found: Sequence[Seen]) -> dict[str, Match]:
        """For each finding of one document, by its id: what it is linked to, or may be.

        Offices come first: whether a school is under the same office is asked with them linked.
        """
        matches: dict[str, Match] = {}
        offices: dict[str, str] = {}
        for one in sorted(found, key=lambda seen: seen.label != "Office"):
            matches[one.id] = match = self._match(one, offices)
            if one.label == "Office":
                offices[one.id] = match.linked.id if match.linked else one.id
        self._link_once(matches)
        return matches

    def _match(self, seen: Seen, offices: Mapping[str, str]) -> Match:
        if (judged := self._judged_same(seen)) is not None:
            return Match(Candidate(judged.id, judged.name, Text("judged to be the same", "ตัดสินไว้ว่าเป็นสิ่งเดียวกัน")))
        loaded = self._nodes.get(seen.id)
        if loaded is not None and loaded.label == seen.label:
            return Match(Candidate(loaded.id, loaded.name, Text("loaded under this id", "นำเข้าไว้แล้วด้วยรหัสนี้")))
        at = {offices.get(office, office) for office in seen.offices}
        same_name = [node for node in self._called(seen) if not self._judgements.different(seen.id, node.id)]
        agreeing = [node for node in same_name if seen.label in _NAME_ALONE or _same_place(seen, at, node)]
        if len(agreeing) == 1 and seen.label != "Person":
            why = _SAME_NAME if seen.label in _NAME_ALONE else _SAME_NAME_AND_PLACE
            return Match(Candidate(agreeing[0].id, agreeing[0].name, why))
        near = [node for node in self._near(seen, at) if not self._judgements.different(seen.id, node.id)]
        candidates = [Candidate(node.id, node.name, _told(_why(seen, at, node), node)) for node in same_name]
        candidates += [Candidate(node.id, node.name, _told(_ONE_LETTER, node)) for node in near]
        once = {one.id: one for one in reversed(candidates)}
        return Match(None, sorted(once.values(), key=lambda one: candidates.index(one))[:_MOST])

    def _judged_same(self, seen: Seen) -> Known | None:
        kept = self._judgements.kept(seen.id)
        node = self._nodes.get(kept)
        if node is None and kept != seen.id:
            node = next((one for one in self._nodes.values() if self._judgements.same(one.id, seen.id)), None)
        return node if node is not None and node.label == seen.label and node.id != seen.id else None

    def _called(self, seen: Seen) -> list[Known]:
        keys = [key for name in seen.names if (key := thai.search_key(name))]
        ids = dict.fromkeys(node_id for key in keys for node_id in self._by_key.get((seen.label, key), ()))
        return [self._nodes[node_id] for node_id in ids if node_id != seen.id]

    def _near(self, seen: Seen, at: set[str]) -> Iterator[Known]:
        """Names one letter away: of people with the same given name, of schools under the same office."""
        if seen.label == "Person":
            ids: Iterable[str] = self._by_first.get(seen.names[0].split(" ")[0], ())
        elif seen.label == "School" and at:
            ids = (node_id for office in sorted(at) for node_id in self._schools.get(office, ()))
        else:
            return
        key = thai.search_key(seen.names[0])
        for node_id in ids:
            node = self._nodes[node_id]
            if node.id != seen.id and any(_one_edit(key, other) for other in node.keys):
                yield node

    @staticmethod
    def _link_once(matches: Mapping[str, Match]) -> None:
        """Two findings of one document are never linked to one node: the second is left for a person to judge."""
        linked: set[str] = set()
        for match in matches.values():
            if match.linked is None:
                continue
            if match.linked.id in linked:
                match.candidates.insert(0, match.linked)
                match.linked = None
            else:
                linked.add(match.linked.id)


_SAME_NAME = Text("the same name", "ชื่อตรงกัน")
_SAME_NAME_AND_PLACE = Text("the same name and the same office or province", "ชื่อตรงกัน และอยู่สำนักงานหรือจังหวัดเดียวกัน")
_ONE_LETTER = Text("the name differs by one letter", "ชื่อต่างกันหนึ่งตัวอักษร")


def _told(why: Text, node: Known) -> Text:
    """A reason, with what a person knows the node by: without it nobody could judge."""
    return Text(f"{why.en}: {node.where}", f"{why.th}: {node.where}") if node.where else why


def _why(seen: Seen, at: set[str], node: Known) -> Text:
    if seen.label == "Person":
        return Text("the same name in another document", "ชื่อตรงกันในเอกสารอื่น")
    if seen.label in _NAME_ALONE:
        return Text("the same name, but several nodes have it", "ชื่อตรงกัน แต่มีหลายรายการที่ใช้ชื่อนี้")
    if _same_place(seen, at, node):
        return Text(
            "the same name and place, but several nodes have both", "ชื่อและพื้นที่ตรงกัน แต่มีหลายรายการที่ตรงกันทั้งสองอย่าง"
        )
    if (at and node.offices) or (seen.province and node.province):
        return Text("the same name, but another office or province", "ชื่อตรงกัน แต่อยู่คนละสำนักงานหรือจังหวัด")
    return Text("the same name; no office or province tells them apart", "ชื่อตรงกัน แต่ไม่มีข้อมูลสำนักงานหรือจังหวัดให้เทียบ")


def _same_place(seen: Seen, at: set[str], node: Known) -> bool:
    if at and node.offices:
        return bool(at & node.offices)
    return bool(seen.province) and _province(seen.province) == _province(node.province)


def _province(name: str) -> str:
    return thai.fold(name).removeprefix("จังหวัด").removeprefix("จ.").strip()


def _known(graph: Graph) -> Iterator[Known]:
    offices: dict[str, set[str]] = {}
    for relationship in graph.typed("UNDER"):
        offices.setdefault(relationship.start, set()).add(relationship.end)
    where = _whereabouts(graph)
    for node in graph.nodes.values():
        yield Known(
            node.id,
            node.label,
            node.name,
            frozenset(_keys(node)),
            frozenset(offices.get(node.id, ())),
            str(node.properties.get("province", "")),
            where.get(node.id, ""),
        )


def _whereabouts(graph: Graph) -> dict[str, str]:
    """Of a node the post it holds, else the office it is under, else the document that tells of it."""
    found: dict[str, str] = {}
    for type_ in ("HOLDS", "UNDER", "MENTIONED_IN"):
        for one in graph.typed(type_):
            if one.end in graph.nodes:
                title = str(one.properties.get("title", ""))
                name = one.end if type_ == "MENTIONED_IN" else graph.nodes[one.end].name
                found.setdefault(one.start, f"{title} {name}".strip())
    return found


def _keys(node: Node) -> Iterator[str]:
    names: list[Value] = [node.name]
    for several in ("aliases", "outside_aliases", "variants"):
        value = node.properties.get(several)
        names.extend(value if isinstance(value, list) else [])
    yield from (key for name in names if isinstance(name, str) and (key := thai.search_key(name)))


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes ``one`` into ``other``, and they are not the same."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
