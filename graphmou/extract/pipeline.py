"""The extractor: its steps in order, and what they found as findings."""

from __future__ import annotations

import re

from graphmou.extract.agreements import find_agreements
from graphmou.extract.coreference import Entity
from graphmou.extract.draft import Draft, read
from graphmou.extract.findings import AgreementFound, PartyFound, DateFound, EntityFound, Findings, GroupFound, MentoringFound, PositionFound
from graphmou.extract.positions import Post
from graphmou.extract.rules import any_of, meanings

__all__ = ["extract_text"]

_QUOTES = 3
_STANDING = re.compile(any_of("title_standing") + "$")


def extract_text(text: str) -> Findings:
    """Everything found in the raw ``text`` of one press release, each with the phrases that say it."""
    draft = read(text)
    findings = Findings()
    for entity in draft.entities:
        _add_entity(draft, findings, entity)
    _add_positions(draft, findings)
    add_mentoring(draft, findings)
    for number, agreement in enumerate(find_agreements(draft), 1):
        findings.agreements.append(
            AgreementFound(f"agreement-{number}", "", [draft.quote_between(agreement.first.start, agreement.first.end)],
            [PartyFound(one, {"office": "office", "organisation": "party"}.get(draft.by_id[one].kind, "partner")) for one in agreement.sides],
            agreement.signed_on, agreement.starts, agreement.ends, unnamed_parties=agreement.unnamed))
    seen = set()
    for moment in draft.moments:
        if (moment.date, moment.kind) not in seen:
            seen.add((moment.date, moment.kind))
            findings.dates.append(DateFound(moment.date, moment.kind, draft.quote(moment.start, moment.end)))
    return findings


def add_mentoring(draft, findings):
    seen = {}
    for cluster in draft.clusters:
        for lead in cluster.leads:
            for partner in cluster.partners:
                key = (lead.entity, partner.entity)
                if key not in seen or cluster.basis == "stated":
                    seen[key] = cluster.basis
    for (lead, partner), basis in seen.items():
        findings.mentoring.append(MentoringFound(lead, partner, basis, [draft.quote_of(draft.by_id[lead].mentions[0])]))


def _add_entity(draft: Draft, findings: Findings, entity: Entity) -> None:
    quotes = list(dict.fromkeys(draft.quote_of(mention) for mention in entity.mentions))[:_QUOTES]
    sure = round(max(mention.sure for mention in entity.mentions), 2)
    lists = {
        "office": findings.offices,
        "school": findings.schools,
        "organisation": findings.organisations,
        "person": findings.people,
    }
    if entity.kind == "group":
        findings.groups.append(GroupFound(entity.id, entity.name, quotes, sure))
    else:
        lists[entity.kind].append(EntityFound(entity.id, entity.name, quotes, sure, variants=list(entity.variants)))


def _add_positions(draft: Draft, findings: Findings) -> None:
    told = {(post.person.entity, _plain_title(post.title.name)) for post in draft.posts if post.place is not None}
    seen = set()
    for post in draft.posts:
        title = _plain_title(post.title.name)
        if not post.person.entity or (post.place is None and (post.person.entity, title) in told):
            continue
        place = _place(draft, post)
        if "faculty" in post.title.more and draft.name_of(place).startswith(post.title.more["faculty"]):
            title = post.title.more["plain"]
        key = (post.person.entity, title, place, post.title.more["status"])
        if key in seen:
            continue
        seen.add(key)
        findings.positions.append(
            PositionFound(
                post.person.entity,
                title,
                place,
                post.title.more["status"],  # type: ignore[arg-type]
                [draft.quote_of(post.person), draft.quote_of(post.title)],
            )
        )


def _plain_title(title: str) -> str:
    """The title without the grade of whom it is held by."""
    shorter = _STANDING.sub("", title)
    return _STANDING.sub("", shorter) or title


def _place(draft: Draft, post: Post) -> str:
    """The id of the body where the post is held; empty where there is none in the text."""
    if post.place is not None and post.place.entity:
        return post.place.entity
    if "alone" in post.title.more:
        return ""
    kind = next((kind for title, kind in meanings("title_places").items() if post.title.name.startswith(title)), None)
    entity: Entity | None = None
    if kind == "office":
        entity = draft.main_office() or draft.main_school()
    elif kind == "school":
        entity = draft.last_before(post.person.start, "school") or draft.main_school()
    elif kind is not None:
        entity = draft.last_before(post.person.start, kind)
    elif post.title.name in ("ผู้อำนวยการ", "รองผู้อำนวยการ") and _SCHOOL_NEXT.match(draft.text, post.title.end):
        entity = draft.last_before(post.person.start, "school") or draft.main_school()
    else:
        entity = draft.main_office() or draft.main_school()
    return entity.id if entity else ""


_SCHOOL_NEXT = re.compile(r"โรงเรียน|\s?สถานศึกษา")
