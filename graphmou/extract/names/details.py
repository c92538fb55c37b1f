"""Step 9, what the text tells of each entity beyond its name: provinces, districts, honorifics, members of groups."""

from __future__ import annotations

import re

from graphmou.extract.article import Article
from graphmou.extract.findings import Findings, GroupFound, Quote
from graphmou.extract.mentoring.roles import school_run
from graphmou.extract.names.coreference import Entity
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.marked import DATE, GROUP, OFFICE, PERSON, SCHOOL

__all__ = ["add_members", "add_offices_of_schools", "aliases_of", "more_of"]

_PLACE = re.compile(
    rf"\s?(?:(?:ต\.|ตำบล)\s?[ก-๎]{{2,30}}\s?)?(?:(?:อ\.|อำเภอ)\s?(?P<district>[ก-๎]{{2,30}})\s?)?(?:(?:จ\.|จังหวัด)\s?(?P<province>{any_of('provinces')}))?"
)
_MEMBERS = re.compile(
    rf"{GROUP}[^\n{SCHOOL}{PERSON}{DATE}{GROUP}]{{0,60}}?(?:ประกอบด้วย|มีสมาชิก|ได้แก่|คือ)[^{SCHOOL}{PERSON}{DATE}{GROUP}]{{0,60}}?(?={SCHOOL})"
)
_UNDER = re.compile(
    rf"{SCHOOL}[^\n{SCHOOL}{PERSON}]{{0,40}}?(?:ในสังกัด|สังกัด)\s?(?P<office>{OFFICE})|{SCHOOL}\s?\(?(?P<beside>{OFFICE})"
)
_SPOKEN = {"น.ส.": "นางสาว"}


def more_of(article: Article, entity: Entity) -> dict[str, str | int | list[str]]:
    """The properties of an entity that the text tells beside its name."""
    found: dict[str, str | int | list[str]] = {}
    if entity.kind == "office":
        found["level"] = "national" if entity.mentions[0].more.get("level") == "national" else "area"
        provinces = next((one.more["province"] for one in entity.mentions if "province" in one.more), "")
        if provinces:
            found["provinces"] = provinces.split()
    elif entity.kind == "person":
        honorific = next((one.more["honorific"] for one in entity.mentions if one.more.get("honorific")), "")
        if honorific:
            found["honorific"] = _SPOKEN.get(honorific, honorific)
    elif entity.kind == "organisation":
        found["kind"] = entity.mentions[0].more.get("kind", "department")
    elif entity.kind == "school":
        for mention in entity.mentions:
            place = _PLACE.match(article.text, mention.end)
            if place is None:
                continue
            if place["district"]:
                found.setdefault("district", place["district"])
            if place["province"]:
                found.setdefault("province", meanings("provinces").get(place["province"], place["province"]))
    return found


def aliases_of(article: Article, entity: Entity) -> list[str]:
    """Other forms of the name that the text uses: abbreviations of offices, longer forms of groups."""
    if entity.kind not in ("office", "group"):
        return []
    forms = (
        re.sub(r"\s+", " ", article.text[one.start : one.end]) for one in entity.mentions if "short" not in one.more
    )
    return list(
        dict.fromkeys(form for form in forms if form and form != entity.name and len(form) < len(entity.name) + 40)
    )[:3]


def add_members(article: Article, findings: Findings) -> None:
    """Give each group the schools that the text lists as its members."""
    groups: dict[str, GroupFound] = {group.id: group for group in findings.groups}
    members: dict[str, dict[str, Quote]] = {}
    for match in _MEMBERS.finditer(article.marked.text):
        mention = article.marked.at(match.start())
        group = groups.get(mention.entity)
        if group is None:
            continue
        for school in school_run(article.marked, article.marked.index(match.end())):
            members.setdefault(group.id, {}).setdefault(school.entity, article.quote_of(school))
    for key, quotes in members.items():
        groups[key].members += quotes
        groups[key].quotes = list(dict.fromkeys([*groups[key].quotes, *quotes.values()]))


def add_offices_of_schools(article: Article, findings: Findings) -> None:
    """Give each school the office that the text names beside it."""
    schools = {school.id: school for school in findings.schools}
    for match in _UNDER.finditer(article.marked.text):
        school = schools.get(article.marked.at(match.start()).entity)
        which = "office" if match["office"] else "beside"
        office = article.marked.at(match.start(which))
        if school is not None and office.entity:
            school.more.setdefault("under", office.entity)
