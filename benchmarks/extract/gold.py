"""What a careful reader found in an article, and what the extractor found, in one form: sets of plain tuples."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graphmou.extract.findings import Findings

KINDS = ("offices", "schools", "organisations", "people", "groups", "programmes", "topics")


@dataclass
class Reading:
    """One reading of an article. Sets are compared exactly; an agreement is its parties and its day."""

    sets: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    agreements: list[tuple[frozenset[str], str]] = field(default_factory=list)
    unscored: set[str] = field(default_factory=set)
    """Kinds that this reading says nothing of."""


def read_gold(path: Path) -> Reading:
    """The reading of an annotated article (README.md says how it is written)."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return from_mapping(data)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def from_mapping(data: dict[str, Any]) -> Reading:
    """A reading from the mapping of an annotation file."""
    reading = Reading({kind: {(_text(name),) for name in data.get(kind) or []} for kind in KINDS})
    sets = reading.sets
    sets["positions"] = {
        (_text(p.get("person")), _text(p.get("title")), _text(p.get("organisation")), _text(p.get("status")))
        for p in data.get("positions") or []
    }
    sets["dates"] = {(_text(d["date"]), _text(d["kind"])) for d in data.get("dates") or []}
    sets["dates alone"] = {(date,) for date, _ in sets["dates"]}
    sets["mentoring"] = {(m["mentor"], m["partner"]) for m in data.get("mentoring") or []}
    sets["mentoring with basis"] = {(m["mentor"], m["partner"], m["basis"]) for m in data.get("mentoring") or []}
    sets["counts"] = {(c["what"], str(c["count"])) for c in data.get("counts") or []}
    spoken = {"spelling": "spelling-variants", "uncertain-end": "uncertain-name-end", "typo": "probable-typo"}
    sets["warnings"] = {(spoken.get(kind, kind),) for kind in data.get("warnings") or []}
    for agreement in data.get("agreements") or []:
        parties = frozenset(party["name"] for party in agreement.get("parties") or [])
        reading.agreements.append((parties, _text(agreement.get("signed_on"))))
        sets.setdefault("parties with role", set()).update(
            ("|".join(sorted(parties)), party["name"], party["role"]) for party in agreement.get("parties") or []
        )
        sets.setdefault("witnesses", set()).update(
            ("|".join(sorted(parties)), name) for name in agreement.get("witnesses") or []
        )
        sets.setdefault("overseers", set()).update(
            ("|".join(sorted(parties)), name) for name in agreement.get("overseen_by") or []
        )
        terms = tuple(_text(agreement.get(field)) for field in ("starts", "ends"))
        if any(terms):
            sets.setdefault("terms", set()).add(("|".join(sorted(parties)), *terms))
    return reading


def from_findings(findings: Findings) -> Reading:
    """What the extractor found, names in place of ids."""
    names: dict[str, str] = {}
    for kind in KINDS:
        for entity in getattr(findings, kind):
            names[entity.id] = entity.name

    def name(key: str | None) -> str:
        return names.get(key or "", key or "")

    return from_mapping(
        {
            **{kind: [entity.name for entity in getattr(findings, kind)] for kind in KINDS},
            # A network that is only described is none (CONVENTIONS.md).
            "groups": [group.name for group in findings.groups if group.named],
            "positions": [
                {"person": name(p.person), "title": p.title, "organisation": name(p.organisation), "status": p.status}
                for p in findings.positions
            ],
            "dates": [{"date": d.date, "kind": d.kind} for d in findings.dates],
            "mentoring": [
                {"mentor": name(m.mentor), "partner": name(m.partner), "basis": m.basis} for m in findings.mentoring
            ],
            "counts": [{"what": c.what, "count": c.count} for c in findings.counts],
            "warnings": [w.kind for w in findings.warnings],
            "agreements": [
                {
                    "parties": [{"name": name(p.id), "role": p.role} for p in a.parties],
                    "signed_on": a.signed_on,
                    "starts": a.starts,
                    "ends": a.ends,
                    "witnesses": [name(one) for one in a.witnesses],
                    "overseen_by": [name(one) for one in a.overseen_by],
                }
                for a in findings.agreements
            ],
        }
    )
