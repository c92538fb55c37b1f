"""The findings of one text as matching looks at them."""

from __future__ import annotations

from graphmou.extract.drafting.naming import Named
from graphmou.extract.findings import EntityFound, GroupFound
from graphmou.resolve import Seen

__all__ = ["seen_findings"]

_LABELS = {
    "offices": "Office",
    "schools": "School",
    "organisations": "Organisation",
    "people": "Person",
    "groups": "Group",
    "programmes": "Programme",
    "topics": "Topic",
}


def seen_findings(named: Named) -> list[Seen]:
    """Each entity found, by its id in the draft, with its names and the office and province it is under."""
    return [
        Seen(
            named.ids[one.id],
            label,
            tuple(dict.fromkeys([one.name, *one.aliases, *one.variants])),
            tuple(named.ids[office] for office in _offices(one) if office in named.ids),
            str(one.more.get("province", "")),
        )
        for section, label in _LABELS.items()
        for one in getattr(named.findings, section)
    ]


def _offices(one: EntityFound) -> list[str]:
    under = one.under if isinstance(one, GroupFound) else one.more.get("under")
    return [under] if isinstance(under, str) else []
