"""The extractor: its steps in order, and what they found as findings."""

from __future__ import annotations

import re

from graphmou.extract.agreements.agreements import Agreement, find_agreements
from graphmou.extract.agreements.overseers import add_overseers
from graphmou.extract.agreements.signatories import add_signatories
from graphmou.extract.agreements.terms import add_terms
from graphmou.extract.agreements.witnesses import add_witnesses
from graphmou.extract.article import Article, read
from graphmou.extract.checks import check
from graphmou.extract.counts.headcounts import Headcount, find_headcount
from graphmou.extract.counts.numbers import Count, find_counts
from graphmou.extract.events import find_events
from graphmou.extract.findings import (
    AgreementFound,
    CountFound,
    DateFound,
    EntityFound,
    EventFound,
    Findings,
    GroupFound,
    MentoringFound,
    PartyFound,
    PositionFound,
)
from graphmou.extract.links import add_links
from graphmou.extract.mentoring.clusters import find_pairs
from graphmou.extract.mentoring.networks import Network, find_networks
from graphmou.extract.names.acting import acts
from graphmou.extract.names.coreference import Entity
from graphmou.extract.names.details import add_members, add_offices_of_schools, aliases_of, more_of
from graphmou.extract.names.programmes import find_programmes, least_partners
from graphmou.extract.posts.understood_places import place_of
from graphmou.extract.rules import any_of
from graphmou.extract.topics import find_topics

__all__ = ["extract_text"]

_QUOTES = 3
# How sure a rule is (docs/extraction.md): what is said outright more than what is understood.
_SURE_POST, _UNDERSTOOD_POST = 0.95, 0.6
_SURE_NETWORK = 0.6
_SURE_MENTORING = {"stated": 0.9, "inferred": 0.6}
_SURE_FRAME = {"between": 0.9, "item": 0.85, "with": 0.85, "pair": 0.8, "joint": 0.8, "cluster": 0.7, "signers": 0.75}
_STANDING = re.compile("(?<!ปลัด)" + any_of("title_standing") + "$")


def extract_text(text: str) -> Findings:
    """Everything found in the raw ``text`` of one press release, each with the phrases that say it."""
    article = read(text)
    findings = Findings()
    _add_positions(article, findings)
    agreements = find_agreements(article)
    add_terms(article, agreements)
    acting = {position.organisation for position in findings.positions} | {
        side for one in agreements for side in one.sides
    }
    for entity in article.entities:
        if entity.kind != "organisation" or acts(article, entity, acting):
            _add_entity(article, findings, entity)
    add_members(article, findings)
    add_offices_of_schools(article, findings)
    add_witnesses(article, agreements)
    add_overseers(article, agreements)
    add_signatories(article, agreements)
    _add_mentoring(article, findings, agreements)
    _add_agreements(article, findings, agreements)
    _add_programmes(article, findings)
    findings.topics = find_topics(article)
    _add_events(article, findings)
    counts = find_counts(article)
    headcount = find_headcount(article, counts)
    networks = find_networks(article, findings, counts)
    _add_counts(article, findings, counts, headcount)
    _add_networks(findings, counts, networks)
    add_links(text, findings)
    findings.warnings = check(article, agreements, counts, headcount)
    seen = set()
    for moment in article.moments:
        if (moment.date, moment.kind) not in seen:
            seen.add((moment.date, moment.kind))
            findings.dates.append(DateFound(moment.date, moment.kind, article.quote(moment.start, moment.end)))
    return findings


def _add_mentoring(article: Article, findings: Findings, agreements: list[Agreement]) -> None:
    listed = [statement.sides.mentions for agreement in agreements for statement in agreement.statements]
    signed: dict[str, dict[str, None]] = {}
    for number, one in enumerate(agreements, 1):
        for side in one.sides:
            signed.setdefault(side, {})[f"agreement-{number}"] = None
    told: dict[tuple[str, str], MentoringFound] = {}
    for lead, partner, basis, cluster in find_pairs(article.clusters, listed):
        known = told.get((lead.entity, partner.entity))
        if known is not None and (known.basis == "stated" or basis == "inferred"):
            continue
        quotes = [article.quote_of(lead), article.quote_of(partner)]
        if cluster.verb:
            quotes.append(article.quote_between(*cluster.verb))
        fewer, more = sorted((signed.get(lead.entity, {}), signed.get(partner.entity, {})), key=len)
        agreement = next((key for key in fewer if key in more), None)
        told[lead.entity, partner.entity] = MentoringFound(
            lead.entity, partner.entity, basis, quotes, agreement, _SURE_MENTORING[basis]
        )
    findings.mentoring = list(told.values())


def _add_agreements(article: Article, findings: Findings, agreements: list[Agreement]) -> None:
    leads = {(pair.mentor, pair.agreement) for pair in findings.mentoring}
    leads |= {(mention.entity, None) for cluster in article.clusters for mention in cluster.leads}
    for number, agreement in enumerate(agreements, 1):
        key = f"agreement-{number}"
        parties = []
        schools = [side for side in agreement.sides if article.by_id[side].kind == "school"]
        # Where every side would lead, none does.
        one_leads = len(schools) < len(agreement.sides) or not all(
            (side, key) in leads or (side, None) in leads for side in schools
        )
        for side in agreement.sides:
            kind = article.by_id[side].kind
            role = "office" if kind == "office" else "party" if kind == "organisation" else "partner"
            if (
                kind == "school"
                and one_leads
                and ((side, key) in leads or ((side, None) in leads and len(agreement.sides) > 1))
            ):
                role = "lead"
            parties.append(PartyFound(side, role))  # type: ignore[arg-type]
        findings.agreements.append(
            AgreementFound(
                key,
                agreement.title,
                agreement.quotes(article),
                parties,
                agreement.signed_on,
                agreement.starts,
                agreement.ends,
                overseen_by=agreement.overseers,
                witnesses=agreement.witnesses,
                signed_for=agreement.signatories,
                unnamed_parties=agreement.unnamed,
                confidence=_SURE_FRAME[agreement.first.frame],
            )
        )


def _add_programmes(article: Article, findings: Findings) -> None:
    known: dict[str, EntityFound] = {}
    for mention in find_programmes(article.text):
        quote = article.quote_of(mention)
        if mention.name in known:
            known[mention.name].quotes = list(dict.fromkeys([*known[mention.name].quotes, quote]))[:_QUOTES]
            continue
        known[mention.name] = EntityFound(f"programme-{len(known) + 1}", mention.name, [quote], mention.sure)
    findings.programmes = list(known.values())
    least = least_partners(article.text)
    if least is not None and len(findings.programmes) == 1:
        findings.programmes[0].more["min_partners"] = least


def _add_events(article: Article, findings: Findings) -> None:
    for number, event in enumerate(find_events(article), 1):
        quotes = [article.quote_between(event.start, event.end)]
        starts = ends = None
        if event.moment is not None:
            quotes.append(article.quote(event.moment.start, event.moment.end))
            starts, _, ends = event.moment.date.partition("/")
        findings.events.append(
            EventFound(
                f"event-{number}",
                event.name,
                quotes,
                starts,
                ends or starts,
                event.place,
                event.attended,
                confidence=0.7,
            )
        )
        for agreement in findings.agreements:
            if agreement.signed_on is not None and starts and starts <= agreement.signed_on <= (ends or starts):
                agreement.event = f"event-{number}"


def _add_counts(article: Article, findings: Findings, counts: list[Count], headcount: Headcount | None) -> None:
    event = findings.events[0].id if findings.events else None
    for count in counts:
        quotes = [article.quote_between(count.start, count.end)]
        parts: list[str] = []
        if headcount is not None and headcount.total is count:
            quotes += headcount.quotes(article)
            parts = headcount.texts()
        findings.counts.append(CountFound(count.what, count.count, event, quotes, parts, confidence=0.8))


def _add_networks(findings: Findings, counts: list[Count], networks: list[Network]) -> None:
    """Each network as a group without a name, and as that of which its number of partners is declared."""
    abouts = {id(count): found for count, found in zip(counts, findings.counts, strict=True)}
    for number, one in enumerate(networks, 1):
        key = f"network-{number}"
        members = [one.lead, *one.partners]
        findings.groups.append(
            GroupFound(key, one.name, one.quotes, _SURE_NETWORK, members=members, lead=one.lead, named=False)
        )
        for count in one.counts:
            abouts[id(count)].about = key


def _add_entity(article: Article, findings: Findings, entity: Entity) -> None:
    quotes = list(dict.fromkeys(article.quote_of(mention) for mention in entity.mentions))[:_QUOTES]
    sure = round(max(mention.sure for mention in entity.mentions), 2)
    lists = {
        "office": findings.offices,
        "school": findings.schools,
        "organisation": findings.organisations,
        "person": findings.people,
    }
    if entity.kind == "group":
        findings.groups.append(GroupFound(entity.id, entity.name, quotes, sure, aliases_of(article, entity)))
    else:
        found = EntityFound(entity.id, entity.name, quotes, sure, aliases_of(article, entity), list(entity.variants))
        found.more = more_of(article, entity)
        lists[entity.kind].append(found)


def _add_positions(article: Article, findings: Findings) -> None:
    told = {(post.person.entity, _plain_title(post.title.name)) for post in article.posts if post.place is not None}
    seen = set()
    for post in article.posts:
        title = _plain_title(post.title.name)
        if not post.person.entity or (post.place is None and (post.person.entity, title) in told):
            continue
        place = place_of(article, post)
        if "faculty" in post.title.more and article.name_of(place).startswith(post.title.more["faculty"]):
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
                [article.quote_of(one) for one in (post.person, post.title, post.place) if one is not None],
                _SURE_POST if post.place is not None and not post.understood else _UNDERSTOOD_POST,
            )
        )


def _plain_title(title: str) -> str:
    """The title without the grade of whom it is held by."""
    shorter = _STANDING.sub("", title)
    return _STANDING.sub("", shorter) or title
