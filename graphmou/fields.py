"""Typed reading of one YAML mapping: each field is asked for by name and kind, and what is wrong is noted.

A reader asks for the fields it knows, then calls :meth:`Fields.done`, which reports the ones nobody asked for.
Nothing is guessed: text that YAML takes for a number or truth value must be quoted; numbers and dates may be
written with Thai digits and Buddhist years.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from graphmou import thai
from graphmou.dates import DateError, PartialDate, parse_date
from graphmou.errors import Problem
from graphmou.language import Text
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar, looks_like_no_text

__all__ = ["Fields"]

LONGEST_TEXT = 10_000
# No count of people or characters needs more, and the sums of such numbers fit into every store.
_LONGEST_NUMBER = 7
# What a broken encoding leaves behind, and marks that turn the direction of text.
_NEVER_MEANT = re.compile("[\ufffd\u202a-\u202e\u2066-\u2069]")
_TRUTH = {"true": True, "false": False}


class Fields:
    """The fields of one mapping in ``file``; ``path`` is where it stands, such as ``schools[2]``."""

    def __init__(self, node: YamlMap, file: Path | str, path: str, problems: list[Problem]) -> None:
        self.node = node
        self.file = file
        self.path = path
        self.problems = problems
        self._asked: list[str] = []

    def __contains__(self, name: str) -> bool:
        return name in self.node.entries

    def line(self, name: str | None = None) -> int:
        """The line of a field, or of the mapping itself."""
        return self.node.key_lines.get(name or "", self.node.line)

    def report(
        self, name: str | None, message: str | Text, hint: str | Text | None = None, line: int | None = None
    ) -> None:
        """Note a problem with a field (None: with the whole mapping)."""
        field = self._field(name) if name else (self.path or None)
        self.problems.append(Problem(self.file, line or self.line(name), field, message, hint))

    def text(
        self, name: str, *, required: bool = False, choices: Sequence[str] = (), exact: bool = False
    ) -> str | None:
        """A text, which must be one of ``choices`` where there are any; blanks at its ends only if ``exact``."""
        scalar = self._scalar(name, required, "text")
        value = None if scalar is None else self._as_text(name, scalar, exact=exact)
        if value is not None and choices and value not in choices:
            hint = self.nearest(value, choices) or f"write one of {', '.join(choices)}"
            self.report(name, f"{value!r} is not one of {', '.join(choices)}", hint)
            return None
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty where the field is missing."""
        node = self._node(name)
        if node is None:
            return []
        if not isinstance(node, YamlList):
            self.report(name, "is not a list", f"write [{name} 1, {name} 2], or one per line after a dash")
            return []
        values = []
        for index, item in enumerate(node.items):
            if not isinstance(item, YamlScalar):
                self.report(f"{name}[{index}]", "is not a text", "write one text after each dash", item.line)
            elif (value := self._as_text(f"{name}[{index}]", item)) is not None:
                values.append(value)
        if len(set(values)) != len(values):
            self.report(name, "holds the same text twice", "delete the second")
        return values

    def integer(self, name: str, *, required: bool = False, least: int = 0) -> int | None:
        """A whole number of at least ``least``, in Arabic or Thai digits."""
        scalar = self._scalar(name, required, "a whole number")
        if scalar is None:
            return None
        digits = thai.arabic_digits(scalar.text.strip())
        if not re.fullmatch(r"[0-9]+", digits):
            self.report(name, f"{scalar.text!r} is not a whole number", "write digits only, such as 12 or ๑๒")
            return None
        if len(digits) > 1 and digits.startswith("0"):
            self.report(name, f"{scalar.text!r}: a leading 0 is ambiguous", f"write {digits.lstrip('0') or '0'}")
            return None
        if len(digits) > _LONGEST_NUMBER:
            self.report(name, f"{scalar.text!r} is too large", f"a number has {_LONGEST_NUMBER} digits at most")
            return None
        if int(digits) < least:
            self.report(name, f"{scalar.text!r} is less than {least}", f"write {least} or more")
            return None
        return int(digits)

    def boolean(self, name: str) -> bool | None:
        """``true`` or ``false``, and no other word."""
        scalar = self._scalar(name, False, "true or false")
        if scalar is None:
            return None
        if scalar.text not in _TRUTH:
            self.report(name, f"{scalar.text!r} is not true or false", "write true or false")
        return _TRUTH.get(scalar.text)

    def date(self, name: str, *, required: bool = False) -> PartialDate | None:
        """A day, month or year, of either era."""
        scalar = self._scalar(name, required, "a date")
        if scalar is None:
            return None
        try:
            return parse_date(scalar.text)
        except DateError as error:
            self.report(name, error.message, error.hint)
            return None

    def mapping(self, name: str) -> Fields | None:
        """The fields of a mapping."""
        node = self._node(name)
        if node is None:
            return None
        if not isinstance(node, YamlMap):
            self.report(name, "is not a mapping", "write its fields as `field: value`, indented below it")
            return None
        return Fields(node, self.file, self._field(name), self.problems)

    def mappings(self, name: str) -> Iterator[Fields]:
        """The fields of each mapping in a list."""
        node = self._node(name)
        if node is None:
            return
        if not isinstance(node, YamlList):
            self.report(name, "is not a list", "begin each entry with a dash")
            return
        for index, item in enumerate(node.items):
            path = f"{name}[{index}]"
            if isinstance(item, YamlMap):
                yield Fields(item, self.file, self._field(path), self.problems)
            else:
                self.report(path, "is not a mapping", "write its fields as `field: value`", line=item.line)

    def done(self) -> None:
        """Report every field that was not asked for, with the nearest one that exists."""
        for name in self.node.entries:
            if name not in self._asked:
                hint = self.nearest(name, self._asked) or f"the fields here are {', '.join(self._asked)}"
                self.report(name, "is no field of the format here", hint)

    def _field(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _node(self, name: str) -> YamlNode | None:
        self._asked.append(name)
        node = self.node.entries.get(name)
        if isinstance(node, YamlScalar) and node.plain and node.text in ("", "~", "null"):
            self.report(name, "is empty", "give it a value, or delete the line")
            return None
        return node

    def _scalar(self, name: str, required: bool, expected: str) -> YamlScalar | None:
        node = self._node(name)
        if node is None:
            if required and name not in self.node.entries:
                self.report(name, "is missing", f"add `{name}:` with {expected}")
            return None
        if not isinstance(node, YamlScalar):
            self.report(name, f"is a list or mapping where {expected} is expected", f"write `{name}: ` and {expected}")
            return None
        return node

    def _as_text(self, name: str, scalar: YamlScalar, *, exact: bool = False) -> str | None:
        if scalar.plain and looks_like_no_text(scalar.text):
            hint = f'put it in quotes: "{scalar.text}"'
            self.report(name, f"YAML takes {scalar.text} for a number, truth value or date", hint, scalar.line)
            return None
        if not scalar.text.strip():
            self.report(name, "is empty", "give it a value, or delete the line", scalar.line)
            return None
        if scalar.text != scalar.text.strip() and not exact:
            self.report(name, "begins or ends with a blank", "take the blanks away", scalar.line)
            return None
        if len(scalar.text) > LONGEST_TEXT:
            self.report(name, f"is longer than {LONGEST_TEXT:,} characters", "shorten it", scalar.line)
            return None
        if odd := _NEVER_MEANT.search(scalar.text):
            hint = "type it anew: it comes from a broken encoding or turns the direction of the text"
            self.report(name, f"holds the mark U+{ord(odd[0]):04X}", hint, scalar.line)
            return None
        control = next((mark for mark in scalar.text if unicodedata.category(mark) in ("Cc", "Cs", "Cn")), None)
        if control is not None and control not in "\n\t":
            self.report(name, f"holds the control character U+{ord(control):04X}", "delete it", scalar.line)
            return None
        return scalar.text

    @staticmethod
    def nearest(word: str, known: Sequence[str]) -> str | None:
        """A hint that names the one of ``known`` most like ``word``; None where none is near."""
        near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
        return f"did you mean {near[0]}?" if near else None
