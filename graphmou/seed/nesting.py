"""The entries of a seed file as a YAML tree: what each names, and what cannot stand without it."""

from __future__ import annotations

from collections.abc import Iterator

from graphmou.model import RELATIONSHIP_TYPES, label_of_section
from graphmou.seed.format import LINKS, MENTORING, SECTIONS, Link
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar

__all__ = [
    "ENTRY_SECTIONS",
    "entries",
    "link_ids",
    "link_key",
    "linked",
    "links_of",
    "names_whole",
    "text_of",
    "texts_of",
]

ENTRY_SECTIONS = (*(label.section for label in SECTIONS), MENTORING.field)
"""The lists of a seed file, in its order."""


def entries(root: YamlMap) -> Iterator[tuple[str, int, YamlMap]]:
    """Each entry of each list: the list's name, its place in it, and the entry."""
    for section in ENTRY_SECTIONS:
        node = root.entries.get(section)
        for index, item in enumerate(node.items if isinstance(node, YamlList) else ()):
            if isinstance(item, YamlMap):
                yield section, index, item


def links_of(section: str) -> tuple[Link, ...]:
    """What nests in an entry of this list and becomes relationships."""
    label = label_of_section(section)
    return LINKS.get(label.name, ()) if label else ()


def linked(section: str, entry: YamlMap) -> Iterator[tuple[Link, YamlMap]]:
    """Each nested entry of an entry, with the link it is of."""
    for link in links_of(section):
        node = entry.entries.get(link.field)
        for item in node.items if isinstance(node, YamlList) else [node]:
            if isinstance(item, YamlMap):
                yield link, item


def names_whole(section: str, entry: YamlMap) -> dict[str, str]:
    """The fields of an entry that hold ids it cannot stand without, and the ids.

    A declared number is about something; mentoring has two ends, and what is only inferred from an agreement goes
    with it.
    """
    if section == "declarations":
        fields: tuple[str, ...] = ("about",)
    elif section == MENTORING.field:
        fields = ("mentor", MENTORING.other)
        if text_of(entry, "basis") == "inferred":
            fields = (*fields, *MENTORING.also)
    else:
        fields = ()
    return {name: node_id for name in fields if (node_id := text_of(entry, name))}


def link_ids(link: Link, item: YamlMap) -> list[str]:
    """The ids that a nested entry names and cannot stand without."""
    return [node_id for name in (link.other, *link.also) if (node_id := text_of(item, name))]


def link_key(link: Link, item: YamlMap) -> tuple[str, ...]:
    """What tells one nested entry from another of the same entry and field."""
    keys = RELATIONSHIP_TYPES[link.type].keys
    return (link.field, *(text_of(item, name) for name in (link.other, *keys)))


def text_of(entry: YamlMap, name: str) -> str:
    """The text of a scalar field; empty where there is none."""
    node = entry.entries.get(name)
    return node.text if isinstance(node, YamlScalar) else ""


def texts_of(entry: YamlMap, name: str) -> list[str]:
    """The texts of a list of scalars."""
    node: YamlNode | None = entry.entries.get(name)
    return [item.text for item in node.items if isinstance(item, YamlScalar)] if isinstance(node, YamlList) else []
