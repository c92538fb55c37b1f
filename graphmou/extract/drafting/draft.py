"""Findings of one text to a draft: the seed format, with what a reviewer needs to decide about it.

Accepted as it is, a draft is a right seed file: what the format requires is filled in, or left open and said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphmou.extract.drafting.entries import Drafter
from graphmou.extract.drafting.naming import Named
from graphmou.extract.drafting.untouched import stamped
from graphmou.resolve import Candidate, Match
from graphmou.strict_yaml import YamlList, YamlMap
from graphmou.yaml_text import write_yaml

__all__ = ["Draft", "make_draft"]

_COMMENT = """\
A draft read by a machine from one press release: nothing in it is loaded before somebody has reviewed it
(graphmou review FILE). Format: docs/seed-format.md"""


@dataclass(slots=True)
class Draft:
    """A draft: its ``tree``, and the ``id`` of its document."""

    id: str
    tree: YamlMap

    @property
    def warnings(self) -> int:
        """How many warnings are in it."""
        listed = self.tree.entries.get("warnings")
        return len(listed.items) if isinstance(listed, YamlList) else 0

    def text(self) -> str:
        """The draft as a YAML file, with its checksum."""
        return stamped(write_yaml(self.tree, _COMMENT))


def make_draft(named: Named, *, origin: str | None = None, matches: Mapping[str, Match] | None = None) -> Draft:
    """The draft of named findings.

    Args:
        named: the findings and their ids.
        origin: where the reviewer finds the source, as seen from the draft.
        matches: what is known of findings in the graph, by their ids in the draft; those linked take the node's id.
    """
    known = matches or {}
    taken = set(named.ids.values())
    candidates: dict[str, list[Candidate]] = {}
    for provisional, draft_id in named.ids.items():
        match = known.get(draft_id)
        if match is None:
            continue
        if match.linked is not None and match.linked.id not in taken:
            named.ids[provisional] = match.linked.id
        candidates[named.ids[provisional]] = [*([match.linked] if match.linked else []), *match.candidates]
    return Draft(named.heading.id, Drafter(named, candidates).tree(origin))
