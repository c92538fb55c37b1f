"""Findings of one text as one JSON object, for programs: the lists of the contract, every item with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphmou.extract.findings import AgreementFound, EntityFound, Findings, Quote
from graphmou.extract.sources import Source

__all__ = ["as_json"]

Object = dict[str, Any]


def as_json(findings: Findings, source: Source, ids: Mapping[str, str]) -> Object:
    """The object of ``graphmou extract --format json``: ids are those of the draft (``ids`` maps the provisional ones).

    ``document`` names the text that all offsets count on.
    """
    return {
        "document": {"file": source.file, "sha256": source.sha256},
        "offices": _entities(findings.offices, ids),
        "schools": _entities(findings.schools, ids),
        "organisations": _entities(findings.organisations, ids),
        "people": _entities(findings.people, ids),
        "groups": [
            {
                **_entity(group, ids),
                "named": group.named,
                "members": [ids[school] for school in group.members],
                "lead": ids[group.lead] if group.lead else None,
            }
            for group in findings.groups
        ],
        "programmes": _entities(findings.programmes, ids),
        "events": [
            {
                "id": ids[event.id],
                "name": event.name,
                "starts": event.starts,
                "ends": event.ends,
                "place": event.place,
                "attended": [{"id": ids[who], "role": role} for who, role in event.attended],
                **_said(event.quotes, event.confidence),
            }
            for event in findings.events
        ],
        "agreements": [_agreement(agreement, ids) for agreement in findings.agreements],
        "mentoring": [
            {
                "mentor": ids[one.mentor],
                "partner": ids[one.partner],
                "basis": one.basis,
                **_said(one.quotes, one.confidence),
            }
            for one in findings.mentoring
        ],
        "positions": [
            {
                "person": ids[one.person],
                "title": one.title,
                "organisation": ids[one.organisation] if one.organisation else None,
                "status": one.status,
                **_said(one.quotes, one.confidence),
            }
            for one in findings.positions
        ],
        "topics": _entities(findings.topics, ids),
        "dates": [{"date": one.date, "kind": one.kind, "evidence": [_quote(one.quote)]} for one in findings.dates],
        "counts": [
            {
                "what": one.what,
                "count": one.count,
                "about": ids[one.about] if one.about else None,
                "parts": one.parts,
                **_said(one.quotes, one.confidence),
            }
            for one in findings.counts
        ],
        "warnings": [
            {"kind": one.kind, "message": one.message, "message_th": one.message_th, **_quote(one.quote)}
            for one in findings.warnings
        ],
    }


def _entities(found: Sequence[EntityFound], ids: Mapping[str, str]) -> list[Object]:
    return [_entity(one, ids) for one in found]


def _entity(one: EntityFound, ids: Mapping[str, str]) -> Object:
    return {"id": ids[one.id], "name": one.name, **_said(one.quotes, one.confidence)}


def _agreement(one: AgreementFound, ids: Mapping[str, str]) -> Object:
    return {
        "id": ids[one.id],
        "title": one.title,
        "signed_on": one.signed_on,
        "starts": one.starts,
        "ends": one.ends,
        "parties": [{"id": ids[party.id], "role": party.role} for party in one.parties],
        "overseen_by": [ids[office] for office in one.overseen_by],
        "witnesses": [ids[person] for person in one.witnesses],
        "unnamed_parties": one.unnamed_parties,
        **_said(one.quotes, one.confidence),
    }


def _said(quotes: Iterable[Quote], confidence: float) -> Object:
    return {"confidence": confidence, "evidence": [_quote(quote) for quote in quotes]}


def _quote(quote: Quote) -> Object:
    return {"start": quote.start, "end": quote.end, "phrase": quote.phrase}
