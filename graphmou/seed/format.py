"""The seed format: which lists a file holds, and which field of an entry becomes which relationship.

Labels and properties are those of :mod:`graphmou.model`; this table adds only how they nest in a file. The
reader, the JSON Schema and ``docs/seed-format.md`` all follow it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmou.model import LABELS, Label

__all__ = ["DERIVED_PROPERTIES", "LINKS", "LONGEST_PHRASE", "MENTORING", "SECTIONS", "Link"]

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
