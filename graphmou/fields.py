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
from graphmou.words import did_you_mean

__all__ = ["MARKS_NEVER_MEANT", "Fields"]

LONGEST_TEXT = 10_000
# No count of people or characters needs more, and the sums of such numbers fit into every store.
_LONGEST_NUMBER = 7
# What a broken encoding leaves behind, and marks that turn the direction of text.
MARKS_NEVER_MEANT = re.compile("[\ufffd\u202a-\u202e\u2066-\u2069]")
_TRUTH = {"true": True, "false": False}

# What a field holds, as its errors name it.
_TEXT = Text("text", "ข้อความ")
_WHOLE_NUMBER = Text("a whole number", "จำนวนเต็ม")
_TRUE_OR_FALSE = Text("true or false", "ค่า true หรือ false")
_DATE = Text("a date", "วันที่")


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

    def report(self, name: str | None, message: Text, hint: Text | None = None, line: int | None = None) -> None:
        """Note a problem with a field (None: with the whole mapping)."""
        field = self._field(name) if name else (self.path or None)
        self.problems.append(Problem(self.file, line or self.line(name), field, message, hint))

    def text(
        self, name: str, *, required: bool = False, choices: Sequence[str] = (), exact: bool = False
    ) -> str | None:
        """A text, which must be one of ``choices`` where there are any; blanks at its ends only if ``exact``."""
        scalar = self._scalar(name, required, _TEXT)
        value = None if scalar is None else self._as_text(name, scalar, exact=exact)
        if value is not None and choices and value not in choices:
            hint = self.nearest(value, choices) or Text(
                f"write one of {', '.join(choices)}", f"เขียนค่าใดค่าหนึ่งต่อไปนี้: {', '.join(choices)}"
            )
            self.report(
                name,
                Text(f"{value!r} is not one of {', '.join(choices)}", f"{value!r} ไม่ใช่ค่าใดใน {', '.join(choices)}"),
                hint,
            )
            return None
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty where the field is missing."""
        node = self._node(name)
        if node is None:
            return []
        if not isinstance(node, YamlList):
            self.report(
                name,
                Text("is not a list", "ต้องเป็นรายการ"),
                Text(
                    f"write [{name} 1, {name} 2], or one per line after a dash",
                    f"เขียนเป็น [{name} 1, {name} 2] หรือบรรทัดละหนึ่งรายการหลังเครื่องหมายขีด (-)",
                ),
            )
            return []
        values = []
        for index, item in enumerate(node.items):
            if not isinstance(item, YamlScalar):
                self.report(
                    f"{name}[{index}]",
                    Text("is not a text", "ต้องเป็นข้อความ"),
                    Text("write one text after each dash", "เขียนข้อความหนึ่งข้อความหลังเครื่องหมายขีด (-) แต่ละขีด"),
                    item.line,
                )
            elif (value := self._as_text(f"{name}[{index}]", item)) is not None:
                values.append(value)
        if len(set(values)) != len(values):
            self.report(
                name, Text("holds the same text twice", "มีข้อความซ้ำกัน"), Text("delete the second", "ลบข้อความที่ซ้ำออก")
            )
        return values

    def integer(self, name: str, *, required: bool = False, least: int = 0) -> int | None:
        """A whole number of at least ``least``, in Arabic or Thai digits."""
        scalar = self._scalar(name, required, _WHOLE_NUMBER)
        if scalar is None:
            return None
        digits = thai.arabic_digits(scalar.text.strip())
        if not re.fullmatch(r"[0-9]+", digits):
            self.report(
                name,
                Text(f"{scalar.text!r} is not a whole number", f"{scalar.text!r} ไม่ใช่จำนวนเต็ม"),
                Text("write digits only, such as 12 or ๑๒", "เขียนเฉพาะตัวเลข เช่น 12 หรือ ๑๒"),
            )
            return None
        if len(digits) > 1 and digits.startswith("0"):
            self.report(
                name,
                Text(f"{scalar.text!r}: a leading 0 is ambiguous", f"{scalar.text!r}: ขึ้นต้นด้วย 0 จึงไม่ชัดเจน"),
                Text(f"write {digits.lstrip('0') or '0'}", f"เขียนเป็น {digits.lstrip('0') or '0'}"),
            )
            return None
        if len(digits) > _LONGEST_NUMBER:
            self.report(
                name,
                Text(f"{scalar.text!r} is too large", f"{scalar.text!r} มีค่ามากเกินไป"),
                Text(f"a number has {_LONGEST_NUMBER} digits at most", f"จำนวนต้องไม่เกิน {_LONGEST_NUMBER} หลัก"),
            )
            return None
        if int(digits) < least:
            self.report(
                name,
                Text(f"{scalar.text!r} is less than {least}", f"{scalar.text!r} น้อยกว่า {least}"),
                Text(f"write {least} or more", f"เขียนตั้งแต่ {least} ขึ้นไป"),
            )
            return None
        return int(digits)

    def boolean(self, name: str) -> bool | None:
        """``true`` or ``false``, and no other word."""
        scalar = self._scalar(name, False, _TRUE_OR_FALSE)
        if scalar is None:
            return None
        if scalar.text not in _TRUTH:
            self.report(
                name,
                Text(f"{scalar.text!r} is not true or false", f"{scalar.text!r} ไม่ใช่ true หรือ false"),
                Text("write true or false", "เขียน true หรือ false"),
            )
        return _TRUTH.get(scalar.text)

    def date(self, name: str, *, required: bool = False) -> PartialDate | None:
        """A day, month or year, of either era."""
        scalar = self._scalar(name, required, _DATE)
        if scalar is None:
            return None
        try:
            return parse_date(scalar.text)
        except DateError as error:
            self.report(name, error.said, error.advice)
            return None

    def mapping(self, name: str) -> Fields | None:
        """The fields of a mapping."""
        node = self._node(name)
        if node is None:
            return None
        if not isinstance(node, YamlMap):
            self.report(
                name,
                Text("is not a mapping", "ต้องเป็นชุดช่องข้อมูล"),
                Text(
                    "write its fields as `field: value`, indented below it",
                    "เขียนแต่ละช่องเป็น `ช่อง: ค่า` โดยย่อหน้าไว้ใต้บรรทัดนี้",
                ),
            )
            return None
        return Fields(node, self.file, self._field(name), self.problems)

    def mappings(self, name: str) -> Iterator[Fields]:
        """The fields of each mapping in a list."""
        node = self._node(name)
        if node is None:
            return
        if not isinstance(node, YamlList):
            self.report(
                name,
                Text("is not a list", "ต้องเป็นรายการ"),
                Text("begin each entry with a dash", "ขึ้นต้นแต่ละรายการด้วยเครื่องหมายขีด (-)"),
            )
            return
        for index, item in enumerate(node.items):
            path = f"{name}[{index}]"
            if isinstance(item, YamlMap):
                yield Fields(item, self.file, self._field(path), self.problems)
            else:
                self.report(
                    path,
                    Text("is not a mapping", "ต้องเป็นชุดช่องข้อมูล"),
                    Text("write its fields as `field: value`", "เขียนแต่ละช่องเป็น `ช่อง: ค่า`"),
                    line=item.line,
                )

    def done(self) -> None:
        """Report every field that was not asked for, with the nearest one that exists."""
        for name in self.node.entries:
            if name not in self._asked:
                hint = self.nearest(name, self._asked) or Text(
                    f"the fields here are {', '.join(self._asked)}", f"ช่องที่ใช้ได้ในที่นี้คือ {', '.join(self._asked)}"
                )
                self.report(name, Text("is no field of the format here", "ไม่ใช่ช่องข้อมูลที่ใช้ได้ในที่นี้"), hint)

    def _field(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _node(self, name: str) -> YamlNode | None:
        self._asked.append(name)
        node = self.node.entries.get(name)
        if isinstance(node, YamlScalar) and node.plain and node.text in ("", "~", "null"):
            self.report(
                name, Text("is empty", "ว่างเปล่า"), Text("give it a value, or delete the line", "ใส่ค่า หรือลบบรรทัดนี้ออก")
            )
            return None
        return node

    def _scalar(self, name: str, required: bool, expected: Text) -> YamlScalar | None:
        node = self._node(name)
        if node is None:
            if required and name not in self.node.entries:
                self.report(
                    name,
                    Text("is missing", "ยังไม่ได้ระบุ"),
                    Text(f"add `{name}:` with {expected.en}", f"เพิ่มบรรทัด `{name}:` พร้อม{expected.th}"),
                )
            return None
        if not isinstance(node, YamlScalar):
            self.report(
                name,
                Text(
                    f"is a list or mapping where {expected.en} is expected",
                    f"เป็นรายการหรือชุดช่องข้อมูล แต่ต้องเป็น{expected.th}",
                ),
                Text(f"write `{name}: ` and {expected.en}", f"เขียน `{name}: ` ตามด้วย{expected.th}"),
            )
            return None
        return node

    def _as_text(self, name: str, scalar: YamlScalar, *, exact: bool = False) -> str | None:
        if scalar.plain and looks_like_no_text(scalar.text):
            hint = Text(f'put it in quotes: "{scalar.text}"', f'ใส่เครื่องหมายคำพูดครอบ: "{scalar.text}"')
            self.report(
                name,
                Text(
                    f"YAML takes {scalar.text} for a number, truth value or date",
                    f"YAML อ่าน {scalar.text} เป็นตัวเลข ค่าจริงเท็จ หรือวันที่ ไม่ใช่ข้อความ",
                ),
                hint,
                scalar.line,
            )
            return None
        if not scalar.text.strip():
            self.report(
                name,
                Text("is empty", "ว่างเปล่า"),
                Text("give it a value, or delete the line", "ใส่ค่า หรือลบบรรทัดนี้ออก"),
                scalar.line,
            )
            return None
        if scalar.text != scalar.text.strip() and not exact:
            self.report(
                name,
                Text("begins or ends with a blank", "มีช่องว่างนำหน้าหรือต่อท้าย"),
                Text("take the blanks away", "ลบช่องว่างนั้นออก"),
                scalar.line,
            )
            return None
        if len(scalar.text) > LONGEST_TEXT:
            self.report(
                name,
                Text(f"is longer than {LONGEST_TEXT:,} characters", f"ยาวเกิน {LONGEST_TEXT:,} ตัวอักษร"),
                Text("shorten it", "ย่อให้สั้นลง"),
                scalar.line,
            )
            return None
        if odd := MARKS_NEVER_MEANT.search(scalar.text):
            hint = Text(
                "type it anew: it comes from a broken encoding or turns the direction of the text",
                "พิมพ์ใหม่ เพราะเป็นอักขระที่เกิดจากการแปลงรหัสผิดพลาด หรืออักขระที่สลับทิศทางข้อความ",
            )
            self.report(
                name,
                Text(f"holds the mark U+{ord(odd[0]):04X}", f"มีอักขระ U+{ord(odd[0]):04X} ซึ่งไม่ควรมี"),
                hint,
                scalar.line,
            )
            return None
        control = next((mark for mark in scalar.text if unicodedata.category(mark) in ("Cc", "Cs", "Cn")), None)
        if control is not None and control not in "\n\t":
            self.report(
                name,
                Text(f"holds the control character U+{ord(control):04X}", f"มีอักขระควบคุม U+{ord(control):04X}"),
                Text("delete it", "ลบอักขระนั้นออก"),
                scalar.line,
            )
            return None
        return scalar.text

    @staticmethod
    def nearest(word: str, known: Sequence[str]) -> Text | None:
        """A hint that names the one of ``known`` most like ``word``; None where none is near."""
        near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
        return did_you_mean(near) if near else None
