"""A YAML tree to text, laid out as seed files are: what :mod:`graphmou.strict_yaml` reads, written.

Short lists of plain values and phrases of evidence stand on one line; Thai stays Thai; text that YAML readers take
for something else is quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar, looks_like_no_text

__all__ = ["as_node", "plain", "write_yaml"]

_WIDE = 110
# What may not begin a plain scalar, what may not stand inside it, and what may not inside [] and {}.
_BEGINS_ODDLY = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|---|\.\.\.")
_ODD_INSIDE = re.compile(r": |:$| #|\s$|[^ -~\xa0-\u200a\u2010-\u2027\u2030-\ud7ff\uf900-\ufdff\U00010000-\U0010ffff]")
_ODD_IN_FLOW = re.compile(r"[,\[\]{}]|:\S*$")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

Plain = str | int | float | bool
Value = Plain | YamlNode | Sequence["Value"] | Mapping[str, "Value"]


def plain(text: str) -> YamlScalar:
    """A scalar that is written as it stands, without quotes: a date, a number."""
    return YamlScalar(text, 0, plain=True)


def as_node(value: Value) -> YamlNode:
    """The tree of plain values; nodes among them stay as they are."""
    if isinstance(value, (YamlScalar, YamlList, YamlMap)):
        return value
    if isinstance(value, bool):
        return plain("true" if value else "false")
    if isinstance(value, (int, float)):
        return plain(str(value))
    if isinstance(value, str):
        return YamlScalar(value, 0, plain=False)
    if isinstance(value, Mapping):
        return YamlMap(0, {name: as_node(one) for name, one in value.items()})
    return YamlList(0, [as_node(one) for one in value])


def write_yaml(root: YamlMap, comment: str = "") -> str:
    """The text of a file: ``comment`` as its first lines, then the fields of ``root``, lists set apart."""
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    for name, node in root.entries.items():
        if not isinstance(node, YamlScalar) and lines:
            lines.append("")
        lines.extend(_field(name, node, ""))
    return "\n".join(lines) + "\n"


def _field(name: str, node: YamlNode, indent: str) -> Iterator[str]:
    short = _in_one_line(node, indent + name)
    if short is not None:
        yield f"{indent}{_key(name)}: {short}"
        return
    yield f"{indent}{_key(name)}:"
    if isinstance(node, YamlMap):
        for one, value in node.entries.items():
            yield from _field(one, value, indent + "  ")
    elif isinstance(node, YamlList):
        for item in node.items:
            yield from _item(item, indent)


def _item(item: YamlNode, indent: str) -> Iterator[str]:
    if isinstance(item, YamlMap) and not _is_short_entry(item):
        lines = [line for name, value in item.entries.items() for line in _field(name, value, indent + "  ")]
        yield f"{indent}- {lines[0][len(indent) + 2 :]}" if lines else f"{indent}- {{}}"
        yield from lines[1:]
    else:
        yield f"{indent}- {_flow(item)}"


def _is_short_entry(item: YamlMap) -> bool:
    """Whether an entry of a list stands on one line: a phrase, a part of a sum."""
    return bool(item.entries) and set(item.entries) <= _ON_ONE_LINE and all(map(_is_scalar, item.entries.values()))


_ON_ONE_LINE = frozenset(("start", "end", "phrase", "what", "times", "each", "or_each"))


def _is_scalar(node: YamlNode) -> bool:
    return isinstance(node, YamlScalar)


def _in_one_line(node: YamlNode, before: str) -> str | None:
    """The value beside its name, where it fits there."""
    if isinstance(node, YamlScalar):
        return _scalar(node)
    if isinstance(node, YamlMap):
        return None if node.entries else "{}"
    if all(map(_is_scalar, node.items)):
        flow = _flow(node)
        if len(before) + len(flow) <= _WIDE or not node.items:
            return flow
    return None


def _flow(node: YamlNode) -> str:
    if isinstance(node, YamlScalar):
        return _scalar(node, in_flow=True)
    if isinstance(node, YamlList):
        return f"[{', '.join(map(_flow, node.items))}]"
    return "{" + ", ".join(_pairs(node.entries.items())) + "}"


def _pairs(entries: Iterable[tuple[str, YamlNode]]) -> Iterator[str]:
    return (f"{_key(name)}: {_flow(value)}" for name, value in entries)


def _key(name: str) -> str:
    return _written(name, plain=False, in_flow=True)


def _scalar(scalar: YamlScalar, *, in_flow: bool = False) -> str:
    return _written(scalar.text, plain=scalar.plain, in_flow=in_flow)


@lru_cache(maxsize=4096)  # a draft has the same few ids, phrases and words over and over
def _written(text: str, *, plain: bool, in_flow: bool) -> str:
    if plain or (
        text
        and not looks_like_no_text(text)
        and not _BEGINS_ODDLY.match(text)
        and not _ODD_INSIDE.search(text)
        and not (in_flow and _ODD_IN_FLOW.search(text))
    ):
        return text
    return _ESCAPED.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))
