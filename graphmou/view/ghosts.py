"""Ghosts: what a document declared but did not name, drawn as dashed outlines so that the gap is seen.

How many are missing is not counted here: the check ``declared-vs-recorded`` says it (DESIGN section 6).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Text
from graphmou.store.protocol import Cell

__all__ = ["CHECK", "Ghost", "ghosts_of", "with_ghosts"]

CHECK = "declared-vs-recorded"
"""The check whose gaps become ghosts."""
_SINGLE = 12
"""Up to this many are drawn one by one; more as one outline that carries the number."""
# What joins a ghost to the node it is declared about: relationship type, and whether the ghost is its start.
_JOINED: Mapping[str, Mapping[str, tuple[str, bool]]] = {
    "School": {
        "School": ("MENTORS", False),
        "Group": ("MEMBER_OF", True),
        "Event": ("ATTENDED", True),
        "Agreement": ("SIGNED", True),
        "Office": ("UNDER", True),
        "Programme": ("MADE_UNDER", True),
    },
    "Agreement": {
        "Event": ("SIGNED_AT", True),
        "Programme": ("MADE_UNDER", True),
        "Office": ("SIGNED", False),
        "Group": ("SIGNED", False),
        "Agreement": ("MADE_UNDER", True),
    },
}
_COUNTED = {"partners": "School", "members": "School", "schools": "School", "agreements": "Agreement"}
_UNNAMED = {
    "School": (
        Text("school not named", "โรงเรียนที่ไม่ระบุชื่อ"),
        Text("{count} schools not named", "{count} โรงเรียนที่ไม่ระบุชื่อ"),
        Text("{count} schools", "{count} โรงเรียน"),
    ),
    "Agreement": (
        Text("agreement not named", "ข้อตกลงที่ไม่ระบุรายละเอียด"),
        Text("{count} agreements not named", "{count} ข้อตกลงที่ไม่ระบุรายละเอียด"),
        Text("{count} agreements", "{count} ข้อตกลง"),
    ),
}


@dataclass(frozen=True, slots=True)
class Ghost:
    """One dashed outline.

    ``unnamed`` is how many things it stands for, ``declared`` and ``recorded`` are the numbers that differ, ``about``
    is the id of the node that the document declares the number of.
    """

    id: str
    kind: str
    about: str
    anchor: str
    unnamed: int
    declared: int
    recorded: int
    document: str

    @property
    def name(self) -> Text:
        """What it is called in lists."""
        one, many, _ = _UNNAMED[self.kind]
        return one if self.unnamed == 1 else _counted(many, self.unnamed)

    @property
    def label(self) -> Text:
        """What is written on the picture: a question mark, or the number."""
        return Text("?", "?") if self.unnamed == 1 else _counted(_UNNAMED[self.kind][2], self.unnamed)

    def relationship(self, anchor: Node) -> Relationship:
        """What joins it to the node it stands at."""
        type_, ghost_first = _JOINED[self.kind][anchor.label]
        ends = (self.id, anchor.id) if ghost_first else (anchor.id, self.id)
        return Relationship(type_, *ends, {"documents": [self.document]} if self.document else {})


def ghosts_of(gaps: Iterable[Mapping[str, Cell]], graph: Graph, shown: Graph) -> list[Ghost]:
    """The ghosts of a graph.

    Partners stand around the lead of their group, everything else around what it is declared about. Of two numbers
    about the same thing (members and partners of one group) the one that misses more is drawn.

    Args:
        gaps: those of the check ``declared-vs-recorded``.
        graph: everything that is recorded.
        shown: where they are to stand; what is declared about a node that is not in it is left out.
    """
    leads = {rel.end: rel.start for rel in graph.typed("MEMBER_OF") if rel.properties.get("role") == "lead"}
    missing: dict[tuple[str, str], tuple[int, str, Mapping[str, Cell]]] = {}
    for gap in gaps:
        about, kind = str(gap["id"]), _COUNTED.get(str(gap.get("what")), "")
        declared, recorded = gap.get("declared"), gap.get("recorded")
        if not isinstance(declared, int) or not isinstance(recorded, int):
            continue
        anchor = leads.get(about, about) if gap.get("what") == "partners" else about
        node = shown.nodes.get(anchor)
        if node is None or node.label not in _JOINED.get(kind, {}):
            continue
        before = missing.get((about, kind))
        if declared > recorded and (before is None or before[0] < declared - recorded):
            missing[about, kind] = declared - recorded, anchor, gap
    ghosts = []
    for (about, kind), (count, anchor, gap) in sorted(missing.items(), key=lambda one: one[0]):
        single = count <= _SINGLE
        ghosts += [
            Ghost(
                # No id of ours holds a blank, so a ghost is never taken for a node.
                id=f"ghost {about} {kind} {number}",
                kind=kind,
                about=about,
                anchor=anchor,
                unnamed=1 if single else count,
                declared=int(str(gap["declared"])),
                recorded=int(str(gap["recorded"])),
                document=str(gap.get("document_id") or ""),
            )
            for number in range(count if single else 1)
        ]
    return ghosts


def with_ghosts(graph: Graph, ghosts: Iterable[Ghost]) -> Graph:
    """The graph with a node for each ghost, joined to the node that it stands at."""
    nodes, relationships = dict(graph.nodes), dict(graph.relationships)
    for ghost in ghosts:
        nodes[ghost.id] = Node(ghost.kind, ghost.id, {"name": ghost.name.th, "name_en": ghost.name.en})
        rel = ghost.relationship(graph.nodes[ghost.anchor])
        relationships[rel.id] = rel
    haunted = Graph()
    haunted.nodes, haunted.relationships = nodes, relationships
    return haunted


def _counted(text: Text, count: int) -> Text:
    return Text(text.en.format(count=count), text.th.format(count=count))
