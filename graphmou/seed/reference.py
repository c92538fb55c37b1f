"""The tables of ``docs/seed-format.md``, written from the model: every list, field and relationship."""

from __future__ import annotations

from graphmou.model import LABELS, RELATIONSHIP_TYPES, Label, Property
from graphmou.seed.format import (
    CANDIDATE_FIELDS,
    DERIVED_PROPERTIES,
    DRAFT_FIELDS,
    FILE_STATES,
    ITEM_STATES,
    LINKS,
    MENTORING,
    SECTIONS,
    WARNING_FIELDS,
    DraftField,
    Link,
)

__all__ = ["seed_reference"]

_KINDS = {
    "text": "text",
    "texts": "list of texts",
    "integer": "whole number",
    "boolean": "true or false",
    "date": "date",
}


def seed_reference() -> str:
    """Markdown: one heading per list of a seed file, its fields, and what its nested lists become."""
    parts = [_section(label) for label in (LABELS["Document"], *SECTIONS)]
    parts.append(
        f"### `{MENTORING.field}` → {MENTORING.type}\n\nA list of its own: which school mentors which.\n\n"
        + _table(
            [("mentor", "id of a School, required", ""), (MENTORING.other, "id of a School, required", "")], MENTORING
        )
    )
    parts.append(_draft())
    return "\n".join(parts)


def _section(label: Label) -> str:
    rows = [("id", "id, required", "")]
    rows += [_row(prop) for prop in label.properties if prop.name not in DERIVED_PROPERTIES and prop.name != "parts"]
    if label.name == "Declaration":
        rows.append(("about", "id, required", "ABOUT: the group, event, agreement, programme or office it speaks of"))
        rows.append(("parts", "list", "of an attendance: `what`, `each`, and where needed `times`, `or_each`"))
    if label.name != "Document":
        rows.append(("evidence", "list", "phrases: `start`, `end`, `phrase`"))
    text = f"### `{label.section}` → {label.name}\n\n{label.title.en} · {label.title.th}\n\n{_table(rows, None)}"
    for link in LINKS.get(label.name, ()):
        many = "a list, each entry" if link.many else "one entry"
        text += f"\n`{link.field}` → {link.type}: {many} with\n\n"
        text += _table([(link.other, "id, required", RELATIONSHIP_TYPES[link.type].title.en)], link)
    return text


def _draft() -> str:
    rows = [(one.name, _drafted(one), f"{one.title.en} · {one.title.th}") for one in DRAFT_FIELDS]
    return (
        "### Of a draft only\n\nWhat `graphmou extract` writes and `graphmou review` decides ([how](review.md)). "
        "None of it is stored.\n\n" + _table(rows, None)
    )


def _drafted(one: DraftField) -> str:
    places = {"file": "the file", "entry": "entries", "link": "what nests in them"}
    kinds = {
        "word": f"{_choices(ITEM_STATES)} (the file: {_choices(FILE_STATES)})",
        "share": "number",
        "warnings": f"list: {', '.join(f'`{name}`' for name in WARNING_FIELDS)}",
        "candidates": f"list: {', '.join(f'`{name}`' for name in CANDIDATE_FIELDS)}",
    }
    return f"{kinds.get(one.holds, one.holds)}; on {', '.join(places[place] for place in one.on)}"


def _choices(words: tuple[str, ...]) -> str:
    return " · ".join(f"`{word}`" for word in words)


def _row(prop: Property) -> tuple[str, str, str]:
    kind = " · ".join(f"`{choice}`" for choice in prop.choices) or _KINDS[prop.kind]
    return prop.name, kind + (", required" if prop.required else ""), f"{prop.title.en} · {prop.title.th}"


def _table(rows: list[tuple[str, str, str]], link: Link | None) -> str:
    if link is not None:
        rows = [*rows, *map(_row, RELATIONSHIP_TYPES[link.type].properties), ("evidence", "list", "")]
    lines = ["| field | holds | meaning |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind} | {meaning} |" for name, kind, meaning in rows]
    return "\n".join(lines) + "\n"
