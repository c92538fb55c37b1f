"""The JSON Schema of the seed format, generated from the model, so that editors complete and check a seed file."""

from __future__ import annotations

from typing import Any

from graphmou.model import LABELS, RELATIONSHIP_TYPES, Label, Property
from graphmou.seed.format import (
    CANDIDATE_FIELDS,
    DERIVED_PROPERTIES,
    DRAFT_FIELDS,
    FILE_STATES,
    ITEM_STATES,
    LINKS,
    LONGEST_PHRASE,
    MENTORING,
    SECTIONS,
    WARNING_FIELDS,
    Link,
)

__all__ = ["Schema", "seed_schema"]

Schema = dict[str, Any]

_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120}
_DATE: Schema = {
    "description": "a day, month or year: 2021-02-10, 2021-02, 2564, 10 กุมภาพันธ์ 2564",
    "type": ["string", "integer"],
}


def seed_schema() -> Schema:
    """The schema (draft 2020-12) of one seed file, as a JSON object."""
    sections: Schema = {
        **_draft_fields("file"),
        "document": _entry(LABELS["Document"]),
        **{label.section: {"type": "array", "items": _entry(label)} for label in SECTIONS},
        MENTORING.field: {"type": "array", "items": _mentoring()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "graphmou seed file",
        "description": "What one source document says. One file per document.",
        "type": "object",
        "properties": sections,
        "required": ["document"],
        "additionalProperties": False,
        "$defs": {
            "id": _ID,
            "date": _DATE,
            "evidence": {
                "description": "phrases of the document that say it; text[start:end] == phrase, in code points",
                "type": "array",
                "items": _object(
                    {
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 0},
                        "phrase": {"type": "string", "maxLength": LONGEST_PHRASE},
                    },
                    required=["start", "end", "phrase"],
                ),
            },
        },
    }


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _entry(label: Label) -> Schema:
    own = [prop for prop in label.properties if prop.name not in DERIVED_PROPERTIES and prop.name != "parts"]
    properties: Schema = {"id": {"$ref": "#/$defs/id"}, **{prop.name: _value(prop) for prop in own}}
    required = ["id", *(prop.name for prop in own if prop.required)]
    if label.name == "Declaration":
        properties["about"] = {"$ref": "#/$defs/id"}
        properties["parts"] = {"type": "array", "items": _part()}
        required.append("about")
    if label.name != "Document":
        properties["evidence"] = {"$ref": "#/$defs/evidence"}
    properties.update(_draft_fields("link" if label.name == "Document" else "entry"))
    for link in LINKS.get(label.name, ()):
        item = _link(link, {link.other: {"$ref": "#/$defs/id"}})
        properties[link.field] = {"type": "array", "items": item} if link.many else item
    return {"description": f"{label.title.en} ({label.title.th})", **_object(properties, required)}


def _link(link: Link, ends: Schema) -> Schema:
    declared = RELATIONSHIP_TYPES[link.type]
    properties = {**ends, **{prop.name: _value(prop) for prop in declared.properties}}
    properties["evidence"] = {"$ref": "#/$defs/evidence"}
    properties.update(_draft_fields("entry" if link is MENTORING else "link"))
    required = [*ends, *(prop.name for prop in declared.properties if prop.required)]
    return {"description": f"{link.type}: {declared.title.en} ({declared.title.th})", **_object(properties, required)}


def _mentoring() -> Schema:
    reference = {"$ref": "#/$defs/id"}
    return _link(MENTORING, {"mentor": reference, MENTORING.other: reference})


def _draft_fields(place: str) -> Schema:
    """The fields that only a draft has on its ``file``, an ``entry`` or a nested ``link``."""
    kinds: Schema = {
        "word": {"type": "string", "enum": list(FILE_STATES if place == "file" else ITEM_STATES)},
        "text": {"type": "string"},
        "id": {"$ref": "#/$defs/id"},
        "share": {"type": ["number", "string"], "minimum": 0, "maximum": 1},
        "warnings": {"type": "array", "items": _texts(WARNING_FIELDS)},
        "candidates": {"type": "array", "items": _texts(CANDIDATE_FIELDS)},
    }
    return {
        one.name: {"description": f"{one.title.en} ({one.title.th})", **kinds[one.holds]}
        for one in DRAFT_FIELDS
        if place in one.on
    }


def _texts(names: tuple[str, ...]) -> Schema:
    number = {"type": "integer", "minimum": 0}
    return _object({name: number if name in ("start", "end") else {"type": "string"} for name in names}, required=[])


def _part() -> Schema:
    number = {"type": "integer", "minimum": 0}
    properties = {"what": {"type": "string"}, "times": number, "each": number, "or_each": number}
    return _object(properties, required=["what", "each"])


def _value(prop: Property) -> Schema:
    schema: Schema = {"description": f"{prop.title.en} ({prop.title.th})"}
    if prop.kind == "date":
        return {**schema, "$ref": "#/$defs/date"}
    if prop.kind == "texts":
        return {**schema, "type": "array", "items": {"type": "string"}, "uniqueItems": True}
    if prop.kind == "integer":
        return {**schema, "type": ["integer", "string"]}
    if prop.kind == "boolean":
        return {**schema, "type": "boolean"}
    return {**schema, "type": "string", **({"enum": list(prop.choices)} if prop.choices else {})}
