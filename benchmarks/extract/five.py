"""The five source documents as gold: their annotations, with the corrections that the texts themselves ask for.

The annotations are one careful reading; where they are rough (DESIGN section 2) the text decides. Every correction
stands in a table here with its reason. Nothing of the texts is copied: names and phrases only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.extract.gold import Reading, from_mapping

_HONORIFIC_ROLE = {"supervising_office": "office"}
_STATUS = {"current": "current", "acting (ปฏิบัติหน้าที่)": "acting", "acting": "acting", "former": "former"}

# Parts played on the day are no posts (CONVENTIONS); a title is written as the seed writes it.
_NO_POSTS = {"event", "ambiguous"}

# Tests, prizes and performance agreements are no programmes; what the text misspells or joins is written in full.
_PROGRAMMES: dict[str, list[str]] = {
    "โครงการรโรงเรียนคุณภาพ ระดับประถมศึกษา": ["โครงการโรงเรียนคุณภาพ ระดับประถมศึกษา"],
    "การประเมินผลการปฏิบัติงาน (Performance Agreement : PA)": [],
    "การทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (Ordinary National Education Test)": [],
    "IQA AWARD": [],
    "โครงการคุณธรรมและโครงการสิ่งแวดล้อม": ["โครงการคุณธรรม", "โครงการสิ่งแวดล้อม"],
}

# Kinds of dates that the annotations leave open; the school year is written as its year (CONVENTIONS).
_KINDS = {("000", "2022-02-05/2022-02-06"): "planned"}
_SCHOOL_YEARS = {"AY2564 semester 2": "2021", "AY2561-2562": "2018/2019"}

# Counts are of the kinds of a Declaration (DESIGN section 3); sums, minima, sides and years are none.
_COUNTS: dict[str, list[dict[str, Any]]] = {
    "000": [{"what": "agreements", "count": 2}, {"what": "partners", "count": 4}],
    "001": [{"what": "members", "count": 4}],
    "002": [],
    "003": [{"what": "partners", "count": 11}],
    "004": [{"what": "schools", "count": 38}, {"what": "attendance", "count": 135}],
}


def documents_folder() -> Path:
    """Where the five source documents are: ``GRAPHMOU_DOCUMENTS``, else ``shared/documents`` beside the checkout."""
    beside = Path(__file__).parents[3] / "shared" / "documents"
    return Path(os.environ.get("GRAPHMOU_DOCUMENTS", beside))


def read_five() -> Iterable[tuple[str, str, Reading]]:
    """Name, text and gold of the five documents."""
    folder = documents_folder()
    for path in sorted((folder / "annotations").glob("*.yaml")):
        raw = (folder / f"{path.stem}.txt").read_bytes().decode("utf-8")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        number = path.stem[:3]
        reading = from_mapping(_mapping(number, data))
        # Topics are listed in free words and warnings are not annotated at all: neither is scored here.
        reading.unscored = {"topics", "warnings"}
        yield number, raw, reading


def _mapping(number: str, data: dict[str, Any]) -> dict[str, Any]:
    names = {
        entity["id"]: entity.get("canonical") or entity["name"]
        for kind in ("offices", "schools", "people", "groups")
        for entity in data.get(kind) or []
    }
    names = {key: re.sub(" +", " ", name) for key, name in names.items()}
    mentors = [(m["mentor"], m["mentee"], "stated") for m in data.get("mentors") or []]
    mentors += [(m["mentor"], m["mentee"], "inferred") for m in data.get("mentors_inferred") or []]
    return {
        "offices": [names[office["id"]] for office in data["offices"]],
        "schools": [names[school["id"]] for school in data.get("schools") or []],
        "people": [names[person["id"]] for person in data.get("people") or []],
        "groups": [names[group["id"]] for group in data.get("groups") or [] if group["named_in_text"]],
        "programmes": _programmes(data),
        "positions": list(_positions(data, names)),
        "dates": [_date(number, date) for date in data.get("dates") or []],
        "agreements": [_agreement(agreement, names) for agreement in data.get("agreements") or []],
        "mentoring": [
            {"mentor": names[mentor], "partner": names[mentee], "basis": basis} for mentor, mentee, basis in mentors
        ],
        "counts": _COUNTS[number],
    }


def _programmes(data: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for programme in data.get("programmes") or []:
        quote = _digits(programme["quote"])
        found += _PROGRAMMES.get(quote, [quote])
    return found


def _digits(text: str) -> str:
    return text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))


def _positions(data: dict[str, Any], names: dict[str, str]) -> Iterable[dict[str, Any]]:
    for person in data.get("people") or []:
        for role in person["roles"]:
            if role["status"] in _NO_POSTS:
                continue
            body = (role["org"] or "").removesuffix(" (inferred)")
            yield {
                "person": names[person["id"]],
                "title": role["role"],
                "organisation": names.get(body, ""),
                "status": _STATUS[role["status"]],
            }


def _date(number: str, date: dict[str, Any]) -> dict[str, str]:
    kind = date.get("kind") or ("fiscal_year" if "FY" in str(date.get("value")) else "event")
    iso = str(date["iso"]) if date["iso"] else _SCHOOL_YEARS[date["value"]]
    return {"date": iso, "kind": _KINDS.get((number, iso), kind)}


def _agreement(agreement: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    term = agreement.get("term") or {}
    return {
        "signed_on": agreement["date"],
        "starts": term.get("start"),
        "ends": term.get("end"),
        "parties": [
            {"name": names[party["ref"]], "role": _HONORIFIC_ROLE.get(party["role"], party["role"])}
            for party in agreement["parties"]
        ],
        "witnesses": [names[one] for one in agreement["witnesses"]],
        "overseen_by": [names[agreement["supervising_office"]]] if agreement.get("supervising_office") else [],
    }
