"""What any extractor returned, held against the text: what has no true quote, or names what is not there, is refused.

An extractor may be anything that is plugged in, a language model too. So nothing of it is believed: a quote is true
where ``text[start:end] == phrase``, of 1 to 80 code points, and a finding stands while at least one of its quotes does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graphmou.extract.findings import Findings, Quote
from graphmou.extract.text.spelling import is_name, tidy
from graphmou.language import Text
from graphmou.seed.format import LONGEST_PHRASE

__all__ = ["ENTITY_LISTS", "Held", "hold_to_text"]

ENTITY_LISTS = ("offices", "schools", "organisations", "people", "groups", "programmes", "topics")
_PARTY_LISTS = ("offices", "schools", "organisations", "groups")
_Found = TypeVar("_Found")

_NO_QUOTE = Text("no quote of it stands in the text", "ไม่มีข้อความอ้างอิงที่ตรงกับเนื้อข่าว")
_NO_NAME = Text("it has no name", "ไม่มีชื่อ")
_TWICE = Text("the id is used twice", "ใช้รหัสซ้ำกัน")
_NAMES_NOTHING = Text("it names what is not found", "อ้างถึงสิ่งที่ไม่พบในเนื้อข่าว")


@dataclass(slots=True)
class Held:
    """The findings that stand, and one line for each that was refused."""

    findings: Findings
    refused: list[Text] = field(default_factory=list)


def hold_to_text(findings: Findings, text: str) -> Held:
    """The findings whose quotes are true and whose ids lead somewhere."""
    held = Held(Findings())
    kept = held.findings
    seen: set[str] = set()

    def stands(kind: str, one: Any) -> bool:
        one.quotes = list(dict.fromkeys(quote for quote in one.quotes if _is_true(quote, text)))
        name = getattr(one, "id", "") or kind
        if not one.quotes:
            held.refused.append(_refused(f"{kind} {name}", _NO_QUOTE))
            return False
        if hasattr(one, "name"):
            spelt = [one.name, *(quote.phrase for quote in one.quotes)]
            one.name = next((tidy(text) for text in spelt if is_name(tidy(text))), "")
            if not one.name:
                held.refused.append(_refused(f"{kind} {name}", _NO_NAME))
                return False
        if getattr(one, "id", None) in seen:
            held.refused.append(_refused(f"{kind} {name}", _TWICE))
            return False
        if hasattr(one, "id"):
            seen.add(one.id)
        one.confidence = min(max(float(one.confidence), 0.0), 1.0)
        return True

    for name in (*ENTITY_LISTS, "events", "agreements"):
        setattr(kept, name, [one for one in getattr(findings, name) if stands(name, one)])
    _keep_known(kept)
    schools, people = _ids(kept, "schools"), _ids(kept, "people")
    kept.mentoring = _refer(
        findings.mentoring,
        lambda one: {one.mentor, one.partner} <= schools and one.mentor != one.partner,
        lambda one: stands("mentoring", one),
        held,
        "mentoring",
    )
    parties = _ids(kept, *_PARTY_LISTS)
    kept.positions = _refer(
        findings.positions,
        lambda one: one.person in people and (not one.organisation or one.organisation in parties),
        lambda one: stands("positions", one),
        held,
        "positions",
    )
    kept.counts = [one for one in findings.counts if stands("counts", one)]
    kept.dates = [one for one in findings.dates if _is_true(one.quote, text)]
    kept.warnings = [one for one in findings.warnings if _is_true(one.quote, text)]
    held.refused += [_refused("dates", _NO_QUOTE)] * (len(findings.dates) - len(kept.dates))
    held.refused += [_refused("warnings", _NO_QUOTE)] * (len(findings.warnings) - len(kept.warnings))
    agreements = _ids(kept, "agreements")
    for one in kept.mentoring:
        one.agreement = one.agreement if one.agreement in agreements else None
    known = seen
    for count in kept.counts:
        count.about = count.about if count.about in known else None
    return held


def _refused(which: str, why: Text) -> Text:
    """One line about a finding: ``which`` is its list and id, as the extractor gave them."""
    return Text(f"{which}: {why.en}", f"{which}: {why.th}")


def _is_true(quote: Quote, text: str) -> bool:
    start, end = quote.start, quote.end
    return 0 <= start < end <= len(text) and end - start <= LONGEST_PHRASE and text[start:end] == quote.phrase


def _refer(
    found: Iterable[_Found],
    leads: Callable[[_Found], bool],
    stands: Callable[[_Found], bool],
    held: Held,
    kind: str,
) -> list[_Found]:
    kept = []
    for one in found:
        if not leads(one):
            held.refused.append(_refused(kind, _NAMES_NOTHING))
        elif stands(one):
            kept.append(one)
    return kept


def _ids(findings: Findings, *lists: str) -> set[str]:
    return {one.id for name in lists for one in getattr(findings, name)}


def _keep_known(kept: Findings) -> None:
    """Take out of entities, events and agreements every reference that leads nowhere or is given twice."""
    offices, schools, people = (_ids(kept, name) for name in ("offices", "schools", "people"))
    parties = _ids(kept, *_PARTY_LISTS)
    programmes, topics, events = (_ids(kept, name) for name in ("programmes", "topics", "events"))
    for school in kept.schools:
        if school.more.get("under") not in offices:
            school.more.pop("under", None)
    for group in kept.groups:
        group.members = [one for one in dict.fromkeys(group.members) if one in schools]
        group.lead = group.lead if group.lead in schools else None
        group.under = group.under if group.under in offices else None
    for event in kept.events:
        event.attended = [
            one for one in dict.fromkeys((who, role) for who, role in event.attended) if one[0] in people | schools
        ]
        event.programme = event.programme if event.programme in programmes else None
        event.topics = [one for one in dict.fromkeys(event.topics) if one in topics]
    for agreement in kept.agreements:
        agreement.parties = list({one.id: one for one in agreement.parties if one.id in parties}.values())
        sides = {one.id for one in agreement.parties}
        agreement.overseen_by = [one for one in dict.fromkeys(agreement.overseen_by) if one in offices]
        agreement.witnesses = [one for one in dict.fromkeys(agreement.witnesses) if one in people]
        signed_for = dict.fromkeys(map(tuple, agreement.signed_for))
        agreement.signed_for = [(person, side) for person, side in signed_for if person in people and side in sides]
        agreement.event = agreement.event if agreement.event in events else None
        agreement.programme = agreement.programme if agreement.programme in programmes else None
        agreement.topics = [one for one in dict.fromkeys(agreement.topics) if one in topics]
