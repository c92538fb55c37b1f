"""The entries of a draft: each list of the seed format, from what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmou.extract.agreements.papers import is_only_kind
from graphmou.extract.drafting.evidence import Phrases
from graphmou.extract.drafting.heading import office_is_national
from graphmou.extract.drafting.naming import Named
from graphmou.extract.drafting.sums import read_parts
from graphmou.extract.drafting.terms import agreement_dates, term
from graphmou.extract.findings import (
    AgreementFound,
    CountFound,
    EntityFound,
    EventFound,
    GroupFound,
    MentoringFound,
    PositionFound,
    Quote,
    Warned,
)
from graphmou.extract.text.spelling import is_name, tidy
from graphmou.model import LABELS
from graphmou.resolve import Candidate
from graphmou.strict_yaml import YamlMap, YamlNode
from graphmou.yaml_text import Value, as_node, plain

__all__ = ["Drafter"]

_SIGNING = ("ลงนาม", "ข้อตกลง", "MOU", "บันทึกความร่วมมือ")
_WITNESS = ("พยาน",)
_COUNTED_ABOUT = ("groups", "events", "agreements", "programmes", "offices")
_ABOUT = ("events", "agreements", "groups")

Entry = dict[str, Value]


class Drafter:
    """Writes the lists of one draft, in the order of the format."""

    def __init__(self, named: Named, candidates: Mapping[str, Sequence[Candidate]]) -> None:
        findings = named.findings
        self._found = findings
        self._source = named.source
        self._heading = named.heading
        self._ids = named.ids
        self._candidates = candidates
        self._positions: dict[str, list[PositionFound]] = {}
        for position in findings.positions:
            self._positions.setdefault(position.person, []).append(position)
        self._agreements = {one.id: one for one in findings.agreements}
        self._led = {one.lead: one.id for one in reversed(findings.groups) if one.lead is not None}
        self._leads = {one.id: one.lead for one in findings.groups if one.lead and not one.named}
        self._countable = {one.id for name in _COUNTED_ABOUT for one in getattr(findings, name)}
        self._written: dict[Quote, YamlNode] = {}
        self._phrases = Phrases(named.source.text)
        for one in self._entities():
            self._phrases.learn(one.id, one.quotes, [one.name, *one.aliases, *one.variants])
        for event in findings.events:
            self._phrases.learn(event.id, event.quotes, [event.name])
        for agreement in findings.agreements:
            self._phrases.learn(agreement.id, agreement.quotes, [agreement.title, *_SIGNING])
        self._warnings = list(findings.warnings)

    def tree(self, origin: str | None) -> YamlMap:
        """The whole draft; ``origin`` is the way back to its source."""
        lists: dict[str, list[Entry]] = {
            "offices": [self._office(one) for one in self._found.offices],
            "schools": [self._school(one) for one in self._found.schools],
            "organisations": [self._entity(one, "Organisation") for one in self._found.organisations],
            "people": [self._person(one) for one in self._found.people],
            "groups": [self._group(one) for one in self._found.groups],
            "programmes": [self._entity(one, "Programme") for one in self._found.programmes],
            "topics": [self._entity(one, "Topic") for one in self._found.topics],
            "events": [self._event(one) for one in self._found.events],
            "agreements": [self._agreement(one) for one in self._found.agreements],
            "declarations": self._declarations(),
            "mentoring": self._mentoring(),
        }
        document = self._document()  # may add a warning
        root: Entry = {"review": "pending"}
        if origin is not None:
            root["source"] = origin
        root["document"] = document
        root.update({name: entries for name, entries in lists.items() if entries})
        if self._warnings:
            root["warnings"] = [
                _warning(one, quote) for one in self._warnings for quote in self._phrases.usable([one.quote])
            ]
        tree = as_node(root)
        assert isinstance(tree, YamlMap)  # noqa: S101 - a mapping was given
        return tree

    def _entities(self) -> list[EntityFound]:
        found = self._found
        return [
            *found.offices,
            *found.schools,
            *found.organisations,
            *found.people,
            *found.groups,
            *found.programmes,
            *found.topics,
        ]

    def _document(self) -> Entry:
        heading = self._heading
        entry: Entry = {"id": heading.id, "name": heading.name, "review": "pending"}
        if heading.publisher:
            entry["publisher"] = heading.publisher
        if heading.date:
            entry["date"] = plain(heading.date)
        else:
            self._warnings.append(_no_date(self._source.text))
        return {**entry, "file": self._source.file, "sha256": self._source.sha256}

    def _entity(self, found: EntityFound, label: str) -> Entry:
        """An entry with the names of a finding and those of its ``more`` that its label has."""
        name = tidy(found.name)
        aliases = [one for one in dict.fromkeys(map(tidy, found.aliases)) if is_name(one) and one != name]
        variants = [one for one in dict.fromkeys(map(tidy, found.variants)) if is_name(one)]
        variants = [one for one in variants if one != name and one not in aliases]
        quotes = self._phrases.of(found.id)
        if lead := self._naming(found.id):
            quotes = self._phrases.joining(quotes, lead)
        elif not self._is_named(found.id, [name, *aliases, *variants]):
            # The text calls it otherwise: without that name nobody could see what the phrases speak of.
            spelt = tidy(quotes[0].phrase) if quotes else ""
            if is_name(spelt) and len(spelt) < 60:
                aliases.append(spelt)
        entry_id = self._ids[found.id]
        entry: Entry = {"id": entry_id, "name": name, **_review(found.confidence)}
        if aliases:
            entry["aliases"] = aliases
        if variants:
            entry["variants"] = variants
        known = {prop.name: prop for prop in LABELS[label].properties}
        for key, value in found.more.items():
            prop = known.get(key)
            plain_value = _plain_value(value)
            if prop is None or key in entry or plain_value in ("", []):
                continue
            if not prop.choices or plain_value in prop.choices:
                entry[key] = plain_value
        if candidates := self._candidates.get(entry_id):
            entry["candidates"] = [
                {"id": one.id, "name": one.name, "why": one.why.en, "why_th": one.why.th} for one in candidates
            ]
        entry["evidence"] = self._evidence(quotes)
        return entry

    def _is_named(self, found_id: str, names: Sequence[str]) -> bool:
        keys = [self._phrases.key_of(name) for name in names]
        phrases = [self._phrases.key_of(quote.phrase) for quote in self._phrases.of(found_id)]
        return any(key and key in phrase for key in keys for phrase in phrases)

    def _office(self, found: EntityFound) -> Entry:
        entry = self._entity(found, "Office")
        if "level" not in entry:
            entry["level"] = "national" if office_is_national(found) else "area"
        return _evidence_last(entry)

    def _school(self, found: EntityFound) -> Entry:
        entry = self._entity(found, "School")
        office = found.more.get("under")
        if isinstance(office, str) and office in self._ids:
            entry["under"] = self._under(found, office)
        return _evidence_last(entry)

    def _under(self, found: EntityFound, office: str) -> Entry:
        evidence = self._evidence(self._phrases.joining([], (found.id, office)))
        return {"office": self._ids[office], "basis": "inferred", "evidence": evidence}

    def _person(self, found: EntityFound) -> Entry:
        entry = self._entity(found, "Person")
        holds: dict[tuple[str, str], Entry] = {}
        for position in self._positions.get(found.id, ()):
            title = tidy(position.title)
            if title and not position.organisation:
                entry.setdefault("occupation", title)  # of a body outside the network: a prime minister
            elif title:
                holds.setdefault((position.organisation, title), self._position(position, title))
        if holds:
            entry["holds"] = list(holds.values())
        return _evidence_last(entry)

    def _position(self, found: PositionFound, title: str) -> Entry:
        quotes = self._phrases.joining(found.quotes, (found.person, found.organisation))
        return {
            "at": self._ids[found.organisation],
            "title": title,
            "status": found.status,
            **_review(found.confidence),
            "evidence": self._evidence(quotes),
        }

    def _group(self, found: GroupFound) -> Entry:
        entry = self._entity(found, "Group")
        if "named" not in found.more:
            entry["named"] = found.named and self._is_named(found.id, [found.name])
        if found.under:
            entry["under"] = self._under(found, found.under)
        schools = list(dict.fromkeys([*([found.lead] if found.lead else []), *found.members]))
        if schools:
            entry["members"] = [
                {
                    "school": self._ids[school],
                    "role": "lead" if school == found.lead else "member",
                    "evidence": self._evidence(
                        self._phrases.joining(found.quotes[:1], (*self._naming(found.id), school))
                    ),
                }
                for school in schools
            ]
        return _evidence_last(entry)

    def _naming(self, found_id: str) -> tuple[str, ...]:
        """Whom the phrases of a fact must name: for a group without a name, its lead."""
        return (self._leads[found_id],) if found_id in self._leads else ()

    def _event(self, found: EventFound) -> Entry:
        entry: Entry = {"id": self._ids[found.id], "name": tidy(found.name), **_review(found.confidence)}
        entry.update(term(found.starts, found.ends))
        if found.place and (place := tidy(found.place)):
            entry["place"] = place
        if found.attended:
            entry["attended"] = [
                {
                    "who": self._ids[who],
                    **({"role": tidy(role)} if tidy(role) else {}),
                    "evidence": self._evidence(self._phrases.joining(found.quotes[:2], (who,))),
                }
                for who, role in found.attended
            ]
        entry.update(self._made_under_and_topics(found, found.quotes[:1]))
        entry["evidence"] = self._evidence(self._phrases.covering(found.id, found.name))
        return entry

    def _agreement(self, found: AgreementFound) -> Entry:
        entry: Entry = {"id": self._ids[found.id]}
        title = tidy(found.title)
        if is_name(title) and not is_only_kind(title):
            entry["name"] = title
        entry.update(_review(found.confidence))
        entry.update(agreement_dates(found))
        signing = [quote for quote in found.quotes if any(word in quote.phrase for word in _SIGNING)] or found.quotes
        about = self._phrases.joining(signing[:1], (), _SIGNING)

        def joined(*ends: str, words: Sequence[str] = ()) -> list[Value]:
            return self._evidence(self._phrases.joining(about, ends, words))

        if found.parties:
            entry["parties"] = [
                {"party": self._ids[one.id], "role": one.role, "evidence": joined(one.id)} for one in found.parties
            ]
        if found.overseen_by:
            entry["overseen_by"] = [{"office": self._ids[one], "evidence": joined(one)} for one in found.overseen_by]
        if found.signed_for:
            entry["signed_for"] = [
                {"person": self._ids[person], "party": self._ids[party], "evidence": joined(person, party)}
                for person, party in found.signed_for
            ]
        if found.witnesses:
            entry["witnesses"] = [
                {"person": self._ids[one], "evidence": joined(one, words=_WITNESS)} for one in found.witnesses
            ]
        if found.event:
            entry["signed_at"] = {"event": self._ids[found.event], "evidence": joined(found.event)}
        entry.update(self._made_under_and_topics(found, about))
        entry["evidence"] = self._evidence(self._phrases.joining(self._phrases.of(found.id), (), _SIGNING))
        return entry

    def _made_under_and_topics(self, found: EventFound | AgreementFound, about: Sequence[Quote]) -> Entry:
        entry: Entry = {}
        if found.programme:
            evidence = self._evidence(self._phrases.joining(about, (found.programme,)))
            entry["made_under"] = [{"programme": self._ids[found.programme], "evidence": evidence}]
        if found.topics:
            entry["covers"] = [
                {"topic": self._ids[topic], "evidence": self._evidence(self._phrases.joining(about, (topic,)))}
                for topic in found.topics
            ]
        return entry

    def _declarations(self) -> list[Entry]:
        entries: dict[tuple[str, str, int], Entry] = {}
        for found in self._found.counts:
            about = self._about(found)
            if about is None:
                continue
            number = len(entries) + 1
            entry: Entry = {
                "id": f"{self._heading.id}-d{number}",
                **_review(found.confidence),
                "about": self._ids[about],
                "what": found.what,
                "count": found.count,
            }
            if found.what == "attendance" and (parts := read_parts(found.parts)):
                entry["parts"] = parts
            entry["evidence"] = self._evidence(self._phrases.joining(found.quotes, (about, *self._naming(about))))
            entries.setdefault((about, found.what, found.count), entry)
        return list(entries.values())

    def _about(self, found: CountFound) -> str | None:
        """What a number is about: as the extractor says, a group that school leads, or the first that may have one."""
        if found.about in self._countable:
            return found.about
        if found.about in self._led:
            return self._led[found.about]
        order = ("groups", "agreements", "events") if found.what in ("partners", "members") else _ABOUT
        listed = (getattr(self._found, name) for name in (*order, "programmes", "offices"))
        return next((one.id for entries in listed for one in entries), None)

    def _mentoring(self) -> list[Entry]:
        entries: dict[tuple[str, str, str | None], Entry] = {}
        for found in self._found.mentoring:
            entries.setdefault((found.mentor, found.partner, found.agreement), self._mentors(found))
        return list(entries.values())

    def _mentors(self, found: MentoringFound) -> Entry:
        entry: Entry = {
            "mentor": self._ids[found.mentor],
            "partner": self._ids[found.partner],
            "basis": found.basis,
            **_review(found.confidence),
        }
        if found.agreement in self._agreements:
            entry["agreement"] = self._ids[str(found.agreement)]
        entry["evidence"] = self._evidence(self._phrases.joining(found.quotes, (found.mentor, found.partner)))
        return entry

    def _evidence(self, quotes: Sequence[Quote]) -> list[Value]:
        return [self._phrase(one) for one in quotes]

    def _phrase(self, quote: Quote) -> YamlNode:
        """A phrase of evidence; one node for all the facts it is quoted for."""
        node = self._written.get(quote)
        if node is None:
            node = as_node({"start": quote.start, "end": quote.end, "phrase": quote.phrase})
            self._written[quote] = node
        return node


def _plain_value(value: str | int | list[str]) -> Value:
    if isinstance(value, str):
        return tidy(value)
    return [one for one in dict.fromkeys(map(tidy, value)) if one] if isinstance(value, list) else value


def _review(confidence: float) -> Entry:
    entry: Entry = {"review": "pending"}
    if confidence < 1:
        entry["confidence"] = plain(f"{confidence:.2f}")
    return entry


def _evidence_last(entry: Entry) -> Entry:
    return {**{name: value for name, value in entry.items() if name != "evidence"}, "evidence": entry["evidence"]}


def _warning(warned: Warned, quote: Quote) -> Entry:
    return {
        "kind": warned.kind,
        "message": tidy(warned.message) or warned.kind,
        "message_th": tidy(warned.message_th) or tidy(warned.message) or warned.kind,
        "start": quote.start,
        "end": quote.end,
        "phrase": quote.phrase,
    }


def _no_date(text: str) -> Warned:
    start = next((place for place, character in enumerate(text) if character.isalnum()), 0)
    phrase = text[start : start + 40].split("\n")[0]
    return Warned(
        "uncertain-date",
        "the text gives no day for this document; write the day it was published",
        "ข้อความไม่ระบุวันที่ของเอกสาร โปรดระบุวันที่เผยแพร่",
        Quote(start, start + len(phrase), phrase),
    )
