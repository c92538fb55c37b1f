"""Dates of a draft: only what is a date, and no end before its beginning (a seed file refuses both)."""

from __future__ import annotations

from graphmou.dates import DateError, parse_date
from graphmou.extract.findings import AgreementFound
from graphmou.strict_yaml import YamlScalar
from graphmou.yaml_text import Value, plain

__all__ = ["agreement_dates", "term"]

Entry = dict[str, Value]


def term(starts: str | None, ends: str | None) -> Entry:
    """Beginning and end as a seed file may have them: dates that are dates, and no end before its beginning."""
    entry: Entry = {}
    for name, text in (("starts", starts), ("ends", ends)):
        if (date := _date(text)) is not None:
            entry[name] = date
    if {"starts", "ends"} <= entry.keys() and _last(entry["ends"]) < _first(entry["starts"]):
        del entry["ends"]
    return entry


def agreement_dates(found: AgreementFound) -> Entry:
    """``signed_on``, ``starts`` and ``ends`` of an agreement, as far as they fit each other."""
    signed_on = _date(found.signed_on)
    entry: Entry = {} if signed_on is None else {"signed_on": signed_on}
    entry.update(term(found.starts, found.ends))
    begins = entry.get("starts", signed_on)
    if "ends" in entry and begins is not None and _last(entry["ends"]) < _first(begins):
        del entry["ends"]
    if "ends" in entry and signed_on is not None and _last(entry["ends"]) < _first(signed_on):
        del entry["ends"]
    return entry


def _date(text: str | None) -> YamlScalar | None:
    if not text:
        return None
    try:
        parse_date(text)
    except DateError:
        return None
    return plain(text)


def _first(date: Value) -> str:
    return parse_date(date.text).first_day() if isinstance(date, YamlScalar) else ""


def _last(date: Value) -> str:
    return parse_date(date.text).last_day() if isinstance(date, YamlScalar) else ""
