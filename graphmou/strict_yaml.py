"""YAML as plain data, read strictly: what a careless file would silently turn into something else is reported.

The events of PyYAML's parser are read directly, so nothing is resolved behind the reader's back: every scalar
stays the text that was written, with its line. Anchors, aliases and tags are refused (none is needed, and
aliases multiply), and so are duplicate keys, several documents in one file, and nesting beyond reason.
Seed files, the headers of ``.cypher`` files and picture files are all read by this one reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graphmou.errors import Problem

__all__ = ["YamlList", "YamlMap", "YamlNode", "YamlScalar", "looks_like_no_text", "read_text", "read_yaml"]

_DEEPEST = 20
_SAVED_AS = "save the file as UTF-8 (in Notepad: Save as, Encoding UTF-8)"

# What YAML 1.1 or 1.2 readers take for a number, a truth value, nothing or a date when it stands unquoted.
_NO_TEXT = re.compile(
    r"""
      [-+]?(0b[01_]+ | 0o?[0-7_]+ | [0-9][0-9_]* | 0x[0-9a-fA-F_]+ | [1-9][0-9_]*(:[0-5]?[0-9])+)(\.[0-9_]*)?
    | [-+]?(\.[0-9]+ | [0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF
    | ~|null|Null|NULL
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?
    | = | <<
    """,
    re.VERBOSE,
)


# What no YAML file may hold unescaped (YAML 1.2, section 5.1).
_NOT_ALLOWED = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class YamlScalar:
    """One value as it was written. ``plain`` is true where it stands without quotes."""

    text: str
    line: int
    plain: bool


@dataclass(slots=True)
class YamlList:
    """A list of nodes."""

    line: int
    items: list[YamlNode] = field(default_factory=list)


@dataclass(slots=True)
class YamlMap:
    """A mapping. ``entries`` maps each key to its value; ``key_lines`` to the line of the key."""

    line: int
    entries: dict[str, YamlNode] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


YamlNode = YamlScalar | YamlList | YamlMap


def looks_like_no_text(written: str) -> bool:
    """Whether YAML readers take this unquoted text for a number, a truth value, a date or nothing."""
    return _NO_TEXT.fullmatch(written) is not None


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """A file's text, which must be UTF-8 (a byte order mark is allowed); a Problem where it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [Problem(path, None, None, f"cannot be read: {error.strerror or error}")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Problem(path, line, None, "is not UTF-8 (perhaps Thai Windows-874)", _SAVED_AS)]


def read_yaml(text: str, file: Path | str, first_line: int = 1) -> tuple[YamlNode | None, list[Problem]]:
    """The tree of a YAML text and everything wrong with its form; no tree where it cannot be parsed at all.

    ``first_line`` is the line of ``file`` on which ``text`` begins (a header inside another file).
    """
    builder = _Builder(file, first_line)
    if odd := _NOT_ALLOWED.search(text):
        place = text.count("\n", 0, odd.start()) + first_line
        if odd[0] == "\0":
            return None, [Problem(file, place, None, "is no text in UTF-8 (it holds NUL)", _SAVED_AS)]
        return None, [Problem(file, place, None, f"holds the control character U+{ord(odd[0]):04X}", "delete it")]
    try:
        for event in _events(text):
            if builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else None
        problem = Problem(file, line, None, f"is no YAML: {error.problem}", "check blanks, colons and quotes there")
        return None, [*builder.problems, problem]
    return builder.root, builder.problems


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    return events


class _Builder:
    """Makes the tree from parse events, with an explicit stack: depth costs no recursion."""

    def __init__(self, file: Path | str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self.root: YamlNode | None = None
        self._file = file
        self._first_line = first_line
        self._stack: list[YamlList | YamlMap] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take in one event; true when reading should stop here."""
        line = event.start_mark.line + self._first_line
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report(line, "holds a second YAML document", "delete the line with ---")
                return True
        elif isinstance(event, yaml.AliasEvent):
            self._report(line, f"uses the alias *{event.anchor}", "write the value out")
            self._place(YamlScalar("", line, plain=False))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_node(event, line)
            self._place(YamlScalar(event.value, line, plain=not event.style))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._check_node(event, line)
            node: YamlList | YamlMap
            node = YamlList(line) if isinstance(event, yaml.SequenceStartEvent) else YamlMap(line)
            if self._stack and isinstance(self._stack[-1], YamlMap) and self._keys[-1] is None:
                self._report(line, "uses a list or mapping as a key", "a key is one word")
                return True
            self._place(node)
            self._stack.append(node)
            self._keys.append(None)
            if len(self._stack) > _DEEPEST:
                self._report(line, f"is nested more than {_DEEPEST} deep")
                return True
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._stack.pop()
            self._keys.pop()
        return False

    def _check_node(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            self._report(
                line, f"uses the anchor &{event.anchor}", "delete it, and write the value out where it is used"
            )
        if event.tag is not None:
            self._report(line, f"uses the tag {event.tag}", "delete it; put text in quotes")

    def _place(self, node: YamlNode) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, YamlList):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            # Of two values under one key the first is kept; the second was reported with its key.
            parent.entries.setdefault(key, node)
            self._keys[-1] = None
        elif isinstance(node, YamlScalar):
            if node.text in parent.key_lines:
                first = parent.key_lines[node.text]
                self._report(node.line, f"gives {node.text!r} twice (first on line {first})", "keep one of the two")
            parent.key_lines.setdefault(node.text, node.line)
            self._keys[-1] = node.text

    def _report(self, line: int, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(self._file, line, None, message, hint))
