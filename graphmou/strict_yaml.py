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
from graphmou.language import Text
from graphmou.reasons import reason_of
from graphmou.yaml_faults import yaml_fault

__all__ = ["YamlList", "YamlMap", "YamlNode", "YamlScalar", "looks_like_no_text", "read_text", "read_yaml"]

_DEEPEST = 20
_SAVED_AS = Text(
    "save the file as UTF-8 (in Notepad: Save as, Encoding UTF-8)",
    "บันทึกไฟล์เป็น UTF-8 (ใน Notepad: บันทึกเป็น แล้วเลือกการเข้ารหัส UTF-8)",
)

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
        reason = reason_of(error)
        return "", [Problem(path, None, None, Text(f"cannot be read: {reason.en}", f"อ่านไม่ได้: {reason.th}"))]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [
            Problem(
                path,
                line,
                None,
                Text("is not UTF-8 (perhaps Thai Windows-874)", "ไม่ใช่ UTF-8 (อาจเป็นรหัสภาษาไทย Windows-874)"),
                _SAVED_AS,
            )
        ]


def read_yaml(text: str, file: Path | str, first_line: int = 1) -> tuple[YamlNode | None, list[Problem]]:
    """The tree of a YAML text and everything wrong with its form; no tree where it cannot be parsed at all.

    ``first_line`` is the line of ``file`` on which ``text`` begins (a header inside another file).
    """
    builder = _Builder(file, first_line)
    if odd := _NOT_ALLOWED.search(text):
        place = text.count("\n", 0, odd.start()) + first_line
        if odd[0] == "\0":
            return None, [
                Problem(
                    file,
                    place,
                    None,
                    Text("is no text in UTF-8 (it holds NUL)", "ไม่ใช่ข้อความแบบ UTF-8 (มีอักขระ NUL)"),
                    _SAVED_AS,
                )
            ]
        return None, [
            Problem(
                file,
                place,
                None,
                Text(f"holds the control character U+{ord(odd[0]):04X}", f"มีอักขระควบคุม U+{ord(odd[0]):04X}"),
                Text("delete it", "ลบอักขระนั้นออก"),
            )
        ]
    try:
        for event in _events(text):
            if builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _problem(file, first_line, error, text)]
    return builder.root, builder.problems


def _problem(file: Path | str, first_line: int, error: yaml.MarkedYAMLError, text: str) -> Problem:
    """What the parser stumbled over, in our words, with its own behind them."""
    said = f"{error.context or ''} {error.problem or ''}".strip()
    mark, lines = error.problem_mark, text.splitlines()
    fault = yaml_fault(said, lines[mark.line][mark.column :] if mark and mark.line < len(lines) else "")
    if fault.from_its_beginning and error.context_mark:
        mark = error.context_mark
    message = Text(
        f"is no YAML: {fault.said.en} (the parser: {said})",
        f"ไม่ใช่ YAML ที่ถูกต้อง: {fault.said.th} (ตัวอ่านแจ้งว่า {said})",
    )
    return Problem(file, mark.line + first_line if mark else None, None, message, fault.advice)


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
                self._report(
                    line,
                    Text("holds a second YAML document", "มีเอกสาร YAML ที่สองในไฟล์เดียวกัน"),
                    Text("delete the line with ---", "ลบบรรทัดที่มี ---"),
                )
                return True
        elif isinstance(event, yaml.AliasEvent):
            self._report(
                line,
                Text(f"uses the alias *{event.anchor}", f"ใช้ชื่อแทน (alias) *{event.anchor}"),
                Text("write the value out", "เขียนค่าเต็มแทน"),
            )
            self._place(YamlScalar("", line, plain=False))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_node(event, line)
            self._place(YamlScalar(event.value, line, plain=not event.style))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._check_node(event, line)
            node: YamlList | YamlMap
            node = YamlList(line) if isinstance(event, yaml.SequenceStartEvent) else YamlMap(line)
            if self._stack and isinstance(self._stack[-1], YamlMap) and self._keys[-1] is None:
                self._report(
                    line,
                    Text("uses a list or mapping as a key", "ใช้รายการหรือชุดช่องข้อมูลเป็นชื่อช่อง"),
                    Text("a key is one word", "ชื่อช่องต้องเป็นคำเดียว"),
                )
                return True
            self._place(node)
            self._stack.append(node)
            self._keys.append(None)
            if len(self._stack) > _DEEPEST:
                self._report(line, Text(f"is nested more than {_DEEPEST} deep", f"ซ้อนกันลึกเกิน {_DEEPEST} ชั้น"))
                return True
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._stack.pop()
            self._keys.pop()
        return False

    def _check_node(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            self._report(
                line,
                Text(f"uses the anchor &{event.anchor}", f"ใช้เครื่องหมายอ้างอิง (anchor) &{event.anchor}"),
                Text("delete it, and write the value out where it is used", "ลบออก แล้วเขียนค่าเต็มในที่ที่ใช้"),
            )
        if event.tag is not None:
            self._report(
                line,
                Text(f"uses the tag {event.tag}", f"ใช้เครื่องหมายกำกับชนิด (tag) {event.tag}"),
                Text("delete it; put text in quotes", "ลบออก แล้วใส่เครื่องหมายคำพูดครอบข้อความ"),
            )

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
                self._report(
                    node.line,
                    Text(
                        f"gives {node.text!r} twice (first on line {first})",
                        f"ระบุ {node.text!r} ซ้ำ (ครั้งแรกอยู่บรรทัดที่ {first})",
                    ),
                    Text("keep one of the two", "เก็บไว้เพียงบรรทัดเดียว"),
                )
            parent.key_lines.setdefault(node.text, node.line)
            self._keys[-1] = node.text

    def _report(self, line: int, message: Text, hint: Text | None = None) -> None:
        self.problems.append(Problem(self._file, line, None, message, hint))
