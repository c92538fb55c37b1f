"""The extractor: its steps in order, and what they found as findings."""

from __future__ import annotations

import re

from graphmou.extract.coreference import Entity
from graphmou.extract.draft import Draft, read
from graphmou.extract.findings import DateFound, EntityFound, Findings, GroupFound, PositionFound
from graphmou.extract.positions import Post
from graphmou.extract.rules import any_of

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
    seen = set()
    for moment in draft.moments:
        if (moment.date, moment.kind) not in seen:
            seen.add((moment.date, moment.kind))
            findings.dates.append(DateFound(moment.date, moment.kind, draft.quote(moment.start, moment.end)))
    return findings


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
    seen = set()
    for post in draft.posts:
        place = _place(draft, post)
        title = _plain_title(post.title.name)
        key = (post.person.entity, title, place, post.title.more["status"])
        if not post.person.entity or key in seen:
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
    shorter = _STANDING.sub("", title)
    return _STANDING.sub("", shorter) or title


def _place(draft: Draft, post: Post) -> str:
    if post.place is not None and post.place.entity:
        return post.place.entity
    office, school = draft.main_office(), draft.main_school()
    main = office or school
    return main.id if main else ""
