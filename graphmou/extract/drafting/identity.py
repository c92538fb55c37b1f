"""The ids of a draft: readable, and the same in two drafts only where it surely is the same thing.

A name is no identity (48 Thai schools share one), so a school, a person, a group or another body gets six letters of
its document's sha256 behind its name in Latin letters. An area office is known by its name; a programme or a topic is
nothing but its name, so its letters come from the name.
"""

from __future__ import annotations

import hashlib
import re

from graphmou import thai
from graphmou.extract.findings import Findings
from graphmou.romanise import slug

__all__ = ["draft_ids", "office_id"]

_OFFICE = re.compile("สำนักงานเขตพื้นที่การศึกษา(ประถมศึกษา|มัธยมศึกษา)(.*)")
_LEVELS = {"ประถมศึกษา": "spp", "มัธยมศึกษา": "spm"}
_NATIONAL = {
    "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน": "obec",
    "สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา": "onesqa",
}
_AREA = re.compile(r"\s*เขต\s*(?=\d)")
_BY_NAME = ("programmes", "topics")
_BY_DOCUMENT = ("schools", "organisations", "people", "groups")
_NUMBERED = {"events": "e", "agreements": "a"}


def office_id(name: str) -> str:
    """The id of an education office, ``spp-uttaradit-1`` or ``spm-34``; empty where its name gives none."""
    whole = thai.arabic_digits(thai.fold(name))
    if found := _NATIONAL.get(whole.partition(" (")[0]):
        return found
    if match := _OFFICE.fullmatch(whole):
        return f"{_LEVELS[match[1]]}-{slug(_AREA.sub(' ', match[2]))}".strip("-")
    return slug(whole)


def draft_ids(findings: Findings, document: str, sha256: str) -> dict[str, str]:
    """The id of each finding in the draft, by its provisional one."""
    ids: dict[str, str] = {}
    taken = {document}
    last: dict[str, int] = {}

    def take(provisional: str, wanted: str) -> None:
        unique = wanted
        while unique in taken:
            last[wanted] = last.get(wanted, 1) + 1
            unique = f"{wanted}-{last[wanted]}"
        taken.add(unique)
        ids[provisional] = unique

    for office in findings.offices:
        take(office.id, office_id(office.name) or f"office-{sha256[:6]}")
    for section in _BY_DOCUMENT:
        for found in getattr(findings, section):
            written = slug(found.name.removeprefix("โรงเรียน")) or section.rstrip("s")
            take(found.id, f"{written}-{sha256[:6]}")
    for section in _BY_NAME:
        for found in getattr(findings, section):
            letters = hashlib.sha256(thai.search_key(found.name).encode()).hexdigest()[:4]
            take(found.id, f"{slug(found.name) or section.rstrip('s')}-{letters}")
    for section, letter in _NUMBERED.items():
        for number, found in enumerate(getattr(findings, section), start=1):
            take(found.id, f"{document}-{letter}{number}")
    return ids
