"""The findings of one text with the names they have in its draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from graphmou.extract.drafting.heading import Heading, read_heading
from graphmou.extract.drafting.identity import draft_ids
from graphmou.extract.findings import Findings
from graphmou.extract.sources import Source

__all__ = ["Named", "name_findings"]


@dataclass(slots=True)
class Named:
    """The findings of one text with their names in the draft: the document, and ``ids`` by the provisional ones."""

    findings: Findings
    source: Source
    heading: Heading
    ids: dict[str, str]


def name_findings(findings: Findings, source: Source, taken: Callable[[str], bool] | None = None) -> Named:
    """What was found in ``source``, held to its text, with the ids of a draft.

    ``taken`` tells whether an id is that of another document: then this one's is numbered.
    """
    heading = read_heading(findings, source)
    document, number = heading.id, 1
    while taken is not None and taken(document):
        number += 1
        document = f"{heading.id}-{number}"
    heading = replace(heading, id=document)
    return Named(findings, source, heading, draft_ids(findings, heading.id, source.sha256))
