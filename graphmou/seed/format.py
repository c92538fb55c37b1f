"""The seed format: which lists a file holds, and which field of an entry becomes which relationship.

Labels and properties are those of :mod:`graphmou.model`; this table adds only how they nest in a file. The
reader, the JSON Schema and ``docs/seed-format.md`` all follow it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmou.language import Text
from graphmou.model import LABELS, Label

__all__ = [
    "CANDIDATE_FIELDS",
    "DERIVED_PROPERTIES",
    "DRAFT_FIELDS",
    "FILE_STATES",
    "ITEM_STATES",
    "LINKS",
    "LONGEST_PHRASE",
    "MENTORING",
    "SECTIONS",
    "WARNING_FIELDS",
    "DraftField",
    "Link",
]

LONGEST_PHRASE = 80
"""Code points a quoted phrase may have: the documents are third-party texts."""

DERIVED_PROPERTIES = frozenset({"part_counts", "other_part_counts"})
"""Properties that the reader works out (from ``parts``) and no file states."""

SECTIONS: tuple[Label, ...] = tuple(label for label in LABELS.values() if label.name != "Document")
"""The labels whose nodes a file lists, in the order of the format."""


@dataclass(frozen=True, slots=True)
class Link:
    """A field of an entry that becomes relationships of ``type`` to the node named by its field ``other``.

    ``outgoing`` tells whether the relationship starts at the entry. ``many`` fields are lists of mappings,
    the others one mapping. ``also`` names properties that hold the id of a further node.
    """

    field: str
    type: str
    other: str
    outgoing: bool
    many: bool = True
    also: tuple[str, ...] = ()


_UNDER = Link("under", "UNDER", "office", outgoing=True, many=False)
_MADE_UNDER = Link("made_under", "MADE_UNDER", "programme", outgoing=True)
_COVERS = Link("covers", "COVERS", "topic", outgoing=True)

LINKS: dict[str, tuple[Link, ...]] = {
    "School": (_UNDER,),
    "Person": (Link("holds", "HOLDS", "at", outgoing=True),),
    "Group": (_UNDER, Link("members", "MEMBER_OF", "school", outgoing=False), _MADE_UNDER),
    "Event": (Link("attended", "ATTENDED", "who", outgoing=False), _MADE_UNDER, _COVERS),
    "Agreement": (
        Link("parties", "SIGNED", "party", outgoing=False),
        Link("overseen_by", "OVERSEES", "office", outgoing=False),
        Link("signed_for", "SIGNED_FOR", "person", outgoing=False, also=("party",)),
        Link("witnesses", "WITNESSED", "person", outgoing=False),
        Link("signed_at", "SIGNED_AT", "event", outgoing=True, many=False),
        _MADE_UNDER,
        _COVERS,
    ),
}
"""The links of an entry, by label."""

MENTORING = Link("mentoring", "MENTORS", "partner", outgoing=True, also=("agreement",))
"""``mentoring`` is a list of its own: each entry names ``mentor`` and ``partner``."""

FILE_STATES = ("pending", "begun", "accepted")
"""How far the review of a whole draft is: not begun, begun, all decided."""

ITEM_STATES = ("pending", "accepted", "rejected", "merged")
"""What the reviewer decided about one item of a draft."""


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field that only a draft has: it steers the review and the reading, and is never stored.

    ``on`` tells where it stands: of the ``file``, of an ``entry`` or of what nests in an entry (a ``link``).
    """

    name: str
    holds: str
    title: Text
    on: tuple[str, ...]


DRAFT_FIELDS: tuple[DraftField, ...] = (
    DraftField(
        "review",
        "word",
        Text("what the reviewer decided: pending is refused, rejected is left out", "ผลการตรวจทาน"),
        ("file", "entry", "link"),
    ),
    DraftField("source", "text", Text("where the document was read from", "ไฟล์ต้นทางที่อ่าน"), ("file",)),
    DraftField(
        "extracted",
        "text",
        Text(
            "checksum of the draft as it was extracted: a changed one is not written over", "ค่าตรวจสอบของร่างเมื่อสกัดข้อมูล"
        ),
        ("file",),
    ),
    DraftField("warnings", "warnings", Text("what the reviewer should look at", "ข้อควรตรวจสอบ"), ("file",)),
    DraftField("confidence", "share", Text("how sure the extractor is, 0 to 1", "ความเชื่อมั่น 0 ถึง 1"), ("entry", "link")),
    DraftField("merged_into", "id", Text("the entry it is the same as", "รายการที่เป็นสิ่งเดียวกัน"), ("entry",)),
    DraftField(
        "candidates",
        "candidates",
        Text("nodes of the graph it may be the same as", "รายการเดิมที่อาจเป็นสิ่งเดียวกัน"),
        ("entry",),
    ),
)

WARNING_FIELDS = ("kind", "message", "message_th", "start", "end", "phrase")
CANDIDATE_FIELDS = ("id", "name", "why", "why_th")
