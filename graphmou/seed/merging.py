"""Entries of one seed file that a reviewer found to be the same thing: one entry of them all, named everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmou.seed.format import MENTORING
from graphmou.seed.nesting import ENTRY_SECTIONS, link_key, linked, links_of, text_of, texts_of
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar

__all__ = ["merge_entries"]

_NAMING = ("about", "mentor", MENTORING.other, "agreement")
"""The fields of an entry itself that name another one."""


def merge_entries(root: YamlMap, into: Mapping[str, str]) -> YamlMap:
    """The tree with each merged entry (an id of ``into``) folded into the one that stands for it.

    The names of the merged become variants, its evidence and what nests in it are added, and what only it knew is
    taken over. Relationships that have become the same are one.
    """
    if not into:
        return root
    merged = YamlMap(root.line, dict(root.entries), dict(root.key_lines))
    for section in ENTRY_SECTIONS:
        node = merged.entries.get(section)
        if isinstance(node, YamlList):
            merged.entries[section] = YamlList(node.line, _merged_section(section, node.items, into))
    return merged


def _merged_section(section: str, items: Sequence[YamlNode], into: Mapping[str, str]) -> list[YamlNode]:
    kept: dict[str, YamlMap] = {}
    others: list[YamlNode] = []
    order: list[YamlNode] = []
    for item in items:
        if isinstance(item, YamlMap) and text_of(item, "id") not in into:
            renamed = _renamed(section, item, into)
            kept.setdefault(text_of(item, "id"), renamed)
            order.append(renamed)
        elif isinstance(item, YamlMap):
            others.append(_renamed(section, item, into))
        else:
            order.append(item)
    for other in others:
        target = kept.get(into[text_of(other, "id")]) if isinstance(other, YamlMap) else None
        if target is not None and isinstance(other, YamlMap):
            _fold(section, target, other)
    if section == MENTORING.field:
        return _each_once(order)
    for item in order:
        if isinstance(item, YamlMap):
            _link_each_once(section, item)
    return order


def _renamed(section: str, entry: YamlMap, into: Mapping[str, str]) -> YamlMap:
    """A copy of an entry that names what stands for the merged."""
    copy = _with_names(entry, _NAMING, into)
    for link in links_of(section):
        node = copy.entries.get(link.field)
        names = (link.other, *link.also)
        if isinstance(node, YamlList):
            copy.entries[link.field] = YamlList(
                node.line,
                [_with_names(item, names, into) if isinstance(item, YamlMap) else item for item in node.items],
            )
        elif isinstance(node, YamlMap):
            copy.entries[link.field] = _with_names(node, names, into)
    return copy


def _with_names(node: YamlMap, names: Sequence[str], into: Mapping[str, str]) -> YamlMap:
    copy = YamlMap(node.line, dict(node.entries), dict(node.key_lines))
    for name in names:
        value = node.entries.get(name)
        if isinstance(value, YamlScalar) and value.text in into:
            copy.entries[name] = YamlScalar(into[value.text], value.line, value.plain)
    return copy


def _fold(section: str, target: YamlMap, other: YamlMap) -> None:
    known = {text_of(target, "name"), *texts_of(target, "aliases"), *texts_of(target, "variants")}
    spelt = [text_of(other, "name"), *texts_of(other, "aliases"), *texts_of(other, "variants")]
    variants = [text for text in dict.fromkeys(spelt) if text and text not in known]
    if variants:
        _extend(target, "variants", [YamlScalar(text, other.line, plain=False) for text in variants])
    _extend(target, "evidence", _items(other, "evidence"))
    for link in links_of(section):
        if link.many:
            _extend(target, link.field, _items(other, link.field))
    for name, value in other.entries.items():
        if name not in target.entries and name not in ("aliases", "variants"):
            target.entries[name] = value
            target.key_lines[name] = other.key_lines.get(name, other.line)


def _items(entry: YamlMap, name: str) -> list[YamlNode]:
    node = entry.entries.get(name)
    return list(node.items) if isinstance(node, YamlList) else []


def _extend(entry: YamlMap, name: str, more: Sequence[YamlNode]) -> None:
    if more:
        node = entry.entries.get(name)
        line = entry.line if node is None else node.line
        entry.entries[name] = YamlList(line, [*_items(entry, name), *more])
        entry.key_lines.setdefault(name, line)


def _link_each_once(section: str, entry: YamlMap) -> None:
    """Of nested entries that say the same keep the first, with the evidence of all."""
    first: dict[tuple[str, ...], YamlMap] = {}
    surplus: set[int] = set()
    for link, item in list(linked(section, entry)):
        if not link.many:
            continue
        before = first.setdefault(link_key(link, item), item)
        if before is not item:
            _extend(before, "evidence", _items(item, "evidence"))
            surplus.add(id(item))
    for link in links_of(section):
        node = entry.entries.get(link.field)
        if surplus and isinstance(node, YamlList):
            entry.entries[link.field] = YamlList(node.line, [item for item in node.items if id(item) not in surplus])


def _each_once(items: Sequence[YamlNode]) -> list[YamlNode]:
    """Mentoring that says the same once, and none of a school by itself."""
    first: dict[tuple[str, ...], YamlMap] = {}
    kept: list[YamlNode] = []
    for item in items:
        if not isinstance(item, YamlMap):
            kept.append(item)
            continue
        ends = (text_of(item, "mentor"), text_of(item, MENTORING.other))
        before = first.setdefault((*ends, text_of(item, "agreement")), item)
        if before is not item:
            _extend(before, "evidence", _items(item, "evidence"))
        elif ends[0] != ends[1] or not ends[0]:
            kept.append(item)
    return kept
