"""One ``.cypher`` file to a question or a check, or to everything that is wrong with it.

The file begins with a block comment that is YAML, read by the strict reader of the seed files; the statement
follows. The format is described for analysts in ``docs/questions-and-checks.md``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from graphmou.errors import Problem, StatementError
from graphmou.fields import Fields
from graphmou.language import Text
from graphmou.model import LABELS
from graphmou.queries.parameters import Refused, convert
from graphmou.queries.saved import COLUMN_TYPES, PARAMETER_TYPES, SEVERITIES, Check, Column, Parameter, SavedQuery
from graphmou.queries.statement import Scan, scan
from graphmou.queries.templates import template_fault, template_fields
from graphmou.store.protocol import Cell
from graphmou.strict_yaml import YamlMap, YamlScalar, read_text, read_yaml

__all__ = ["read_check", "read_query"]

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LINE = re.compile(r"line (\d+)")
_HEADER = re.compile(r"\s*/\*(?P<yaml>.*?)\*/", re.DOTALL)

_GIVEN_TO_QUERIES = {"today"}
_GIVEN_TO_CHECKS = {"today", "as_of"}
_ONLY_FOR = {"choices": ("choice",), "labels": ("entity", "search"), "least": ("integer",), "most": ("integer",)}
_AS_OF = Text("only what was in force on that day", "เฉพาะที่มีผลในวันนั้น")


def read_query(path: Path) -> tuple[SavedQuery | None, list[Problem]]:
    """The question in a file, or None and the problems that keep it from being one."""
    file = _File(path)
    root = file.root
    if root is not None:
        title, description = file.text(root, "title", required=True), file.text(root, "description")
        nothing_found = file.text(root, "nothing_found")
        parameters = file.parameters(root)
        columns = file.columns(root)
        if not columns and "columns" not in root:
            root.report(
                "columns",
                Text("is missing", "ยังไม่ได้ระบุ"),
                Text("add `columns:` with each column the statement returns", "เพิ่ม `columns:` พร้อมทุกคอลัมน์ที่คำสั่งส่งกลับ"),
            )
        root.done()
        file.check_parameters({parameter.name for parameter in parameters}, _GIVEN_TO_QUERIES)
        file.check_columns([column.name for column in columns])
        if title and not file.problems:
            return SavedQuery(
                path.stem,
                path,
                title,
                description,
                tuple(parameters),
                tuple(columns),
                file.statement,
                file.source,
                nothing_found,
            ), []
    return None, file.sorted_problems()


def read_check(path: Path) -> tuple[Check | None, list[Problem]]:
    """The check in a file, or None and the problems that keep it from being one."""
    file = _File(path)
    root = file.root
    if root is not None:
        title, description = file.text(root, "title", required=True), file.text(root, "description")
        found = root.text("severity", required=True, choices=SEVERITIES)
        severity = next((known for known in SEVERITIES if known == found), None)
        message, next_step = file.text(root, "message", required=True), file.text(root, "next")
        columns = file.columns(root)
        root.done()
        file.check_parameters(set(), _GIVEN_TO_CHECKS)
        names = ["id", "name", *(column.name for column in columns)]
        file.check_columns(names)
        file.check_templates(root, names)
        if title and severity and message and not file.problems:
            return Check(
                path.stem,
                path,
                title,
                description,
                severity,
                message,
                next_step,
                tuple(columns),
                file.statement,
                file.source,
            ), []
    return None, file.sorted_problems()


class _File:
    """One file taken apart; ``root`` are the fields of its header, None where there is no header to read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.source, unreadable = read_text(path)
        self.problems.extend(unreadable)
        self.root: Fields | None = None
        self.statement = ""
        self.scan: Scan | None = None
        if not unreadable:
            self._take_apart()

    def _take_apart(self) -> None:
        if not _FILE_NAME.fullmatch(self.path.stem):
            self._report(
                None,
                Text("is no name for a question or check", "ชื่อไฟล์ใช้เป็นชื่อคำถามหรือรายการตรวจสอบไม่ได้"),
                Text("use a-z, 0-9 and single hyphens: my-question", "ใช้ a-z, 0-9 และขีดกลางทีละหนึ่งขีด เช่น my-question"),
            )
        header = _HEADER.match(self.source)
        if header is None:
            opened = self.source.lstrip().startswith("/*")
            hint = (
                Text("close it with */", "ปิดส่วนหัวด้วย */")
                if opened
                else Text(
                    "begin with /*, then title: and the other fields, then */",
                    "ขึ้นต้นด้วย /* ตามด้วย title: และช่องอื่น ๆ แล้วปิดด้วย */",
                )
            )
            self._report(
                1,
                Text("has a header without an end", "ส่วนหัวไม่มีเครื่องหมายปิด")
                if opened
                else Text("has no header", "ไม่มีส่วนหัว"),
                hint,
            )
            return
        first_line = self.source.count("\n", 0, header.start("yaml")) + 1
        tree, malformed = read_yaml(header["yaml"], self.path, first_line)
        self.problems.extend(malformed)
        if isinstance(tree, YamlMap):
            self.root = Fields(tree, self.path, "", self.problems)
        elif not malformed:
            self._report(
                first_line,
                Text("has a header that is no list of fields", "ส่วนหัวไม่ได้เขียนเป็นช่องข้อมูล"),
                Text("write `title: ...`, one field a line", "เขียน `title: ...` บรรทัดละหนึ่งช่อง"),
            )
        self._scan_statement(header.end())

    def _scan_statement(self, start: int) -> None:
        # With as many lines before it as in the file: the lines that we or an engine speak of are the file's.
        padded = "\n" * self.source.count("\n", 0, start) + self.source[start:]
        self.statement = padded.rstrip().removesuffix(";").rstrip()
        try:
            self.scan = scan(padded)
        except StatementError as error:
            line = _LINE.match(error.message)
            self._report(
                int(line[1]) if line else None, Text(f"cannot be read: {error.said.en}", f"อ่านไม่ได้: {error.said.th}")
            )
            return
        if self.scan.second_statement is not None:
            self._report(
                self.scan.second_statement,
                Text("holds a second statement", "มีคำสั่งที่สอง"),
                Text("one file is one statement", "หนึ่งไฟล์มีได้หนึ่งคำสั่ง"),
            )
        elif not self.scan.returns:
            line_count = self.source.count("\n") + 1
            self._report(
                line_count,
                Text("has no RETURN", "ไม่มี RETURN"),
                Text(
                    "a question or check returns its rows: RETURN ... AS column",
                    "คำถามหรือรายการตรวจสอบต้องส่งแถวกลับด้วย RETURN ... AS คอลัมน์",
                ),
            )

    def text(self, fields: Fields, name: str, *, required: bool = False) -> Text | None:
        """A text in English (``name``) and Thai (``name_th``); where only one is given it serves for both."""
        thai_name = f"{name}_th"
        en = fields.text(name, required=required and thai_name not in fields)
        th = fields.text(thai_name)
        return Text(en or th or "", th or en or "") if en or th else None

    def parameters(self, root: Fields) -> list[Parameter]:
        """The parameters that the header declares."""
        read = []
        for name, fields in self._named(root, "parameters"):
            found = fields.text("type", required=True, choices=PARAMETER_TYPES)
            type_ = next((known for known in PARAMETER_TYPES if known == found), None)
            required = fields.boolean("required") or False
            description = self.text(fields, "description") or (_AS_OF if name == "as_of" else None)
            choices = tuple(fields.texts("choices"))
            labels = tuple(fields.texts("labels"))
            least, most = fields.integer("least"), fields.integer("most")
            # Taken out of the mapping: a default is written as its value is with -p, so no YAML rules apply to it.
            written = fields.node.entries.pop("default", None)
            fields.done()
            if type_ is None:
                continue
            parameter = Parameter(name, type_, description, required, None, choices, labels, least, most)
            self._check_parameter(fields, parameter)
            if written is not None:
                default = self._default(fields, parameter, written if isinstance(written, YamlScalar) else None)
                parameter = replace(parameter, default=default)
            read.append(parameter)
        return read

    def _default(self, fields: Fields, parameter: Parameter, written: YamlScalar | None) -> Cell:
        if parameter.required:
            fields.report(
                "default",
                Text("stands beside required: true", "ใช้ร่วมกับ required: true ไม่ได้"),
                Text("delete one of the two", "ลบออกอย่างใดอย่างหนึ่ง"),
            )
        elif parameter.type in ("entity", "search"):
            fields.report(
                "default",
                Text(f"is not possible for the type {parameter.type}", f"ใช้กับชนิด {parameter.type} ไม่ได้"),
                Text("delete it", "ลบออก"),
            )
        elif written is None:
            fields.report(
                "default",
                Text("is a list or mapping", "เป็นรายการหรือชุดช่องข้อมูล"),
                Text("write one value", "เขียนเพียงค่าเดียว"),
            )
        else:
            try:
                return convert(parameter, written.text).value
            except Refused as refused:
                fields.report("default", refused.text)
        return None

    def _check_parameter(self, fields: Fields, parameter: Parameter) -> None:
        if parameter.name == "today":
            fields.report(
                None,
                Text("is always given to a statement", "คำสั่งได้รับค่านี้อยู่แล้วเสมอ"),
                Text("use $today without declaring it", "ใช้ $today ได้โดยไม่ต้องประกาศ"),
            )
        if parameter.type == "choice" and not parameter.choices:
            fields.report(
                None,
                Text("has no choices", "ไม่มีตัวเลือก"),
                Text("add `choices: [one, other]`", "เพิ่ม `choices: [one, other]`"),
            )
        for field, types in _ONLY_FOR.items():
            if field in fields and parameter.type not in types:
                fields.report(
                    field,
                    Text(
                        f"belongs to the type {' or '.join(types)}, not {parameter.type}",
                        f"ใช้กับชนิด {' หรือ '.join(types)} เท่านั้น ไม่ใช่ {parameter.type}",
                    ),
                    Text("delete it", "ลบออก"),
                )
        for label in parameter.labels:
            if label not in LABELS:
                fields.report(
                    "labels",
                    Text(f"{label!r} is no label", f"{label!r} ไม่ใช่ชนิดของจุด (label)"),
                    Fields.nearest(label, list(LABELS)),
                )

    def columns(self, root: Fields) -> list[Column]:
        """The columns that the header declares, in their order."""
        read = []
        for name, fields in self._named(root, "columns"):
            title = self.text(fields, "title") or Text(name, name)
            found = fields.text("type", choices=COLUMN_TYPES)
            fields.done()
            read.append(Column(name, title, next((known for known in COLUMN_TYPES if known == found), "text")))
        return read

    def _named(self, root: Fields, section: str) -> list[tuple[str, Fields]]:
        mapping = root.mapping(section)
        if mapping is None:
            return []
        found = []
        for name in list(mapping.node.entries):
            fields = mapping.mapping(name)
            if not _NAME.fullmatch(name):
                mapping.report(
                    name,
                    Text("is no name", "ใช้เป็นชื่อไม่ได้"),
                    Text("use a-z, 0-9 and _, beginning with a letter", "ใช้ a-z, 0-9 และ _ โดยขึ้นต้นด้วยตัวอักษร"),
                )
            elif fields is not None:
                found.append((name, fields))
        return found

    def check_parameters(self, declared: set[str], given: set[str]) -> None:
        """Every ``$parameter`` must be declared (or always be given), and every declared one used."""
        if self.scan is None:
            return
        used = self.scan.parameters
        for name, line in used.items():
            if name not in declared | given:
                there = ", ".join(f"${one}" for one in sorted(given))
                hint = Text(f"a check has no parameters but {there}", f"รายการตรวจสอบใช้ได้เฉพาะ {there}")
                if given == _GIVEN_TO_QUERIES:
                    line_to_add = f"`{name}: {{type: ...}}`"
                    hint = Text(f"add {line_to_add} under parameters:", f"เพิ่ม {line_to_add} ไว้ใต้ parameters:")
                self._report(
                    line,
                    Text(f"uses ${name}, which the header does not declare", f"ใช้ ${name} ซึ่งส่วนหัวไม่ได้ประกาศไว้"),
                    hint,
                )
        for name in declared - used.keys():
            section = self.root.node.entries.get("parameters") if self.root else None
            at = section.key_lines.get(name) if isinstance(section, YamlMap) else None
            hint = Text("delete it, or use it in the statement", "ลบออก หรือใช้ในคำสั่ง")
            self._report(
                at, Text(f"the statement does not use ${name}", f"คำสั่งไม่ได้ใช้ ${name}"), hint, f"parameters.{name}"
            )

    def check_columns(self, declared: list[str]) -> None:
        """Every outer RETURN must name exactly the declared columns, in their order."""
        for returned in self.scan.returns if self.scan else ():
            names = [column.name for column in returned]
            if names == declared:
                continue
            unnamed = next((column for column in returned if column.name is None), None)
            if unnamed is not None:
                self._report(
                    unnamed.line,
                    Text("returns a column without a name", "ส่งกลับคอลัมน์ที่ไม่มีชื่อ"),
                    Text("write `... AS name`", "เขียน `... AS ชื่อ`"),
                )
                continue
            places = zip(returned, declared, strict=False)
            odd = next((column for column, wanted in places if column.name != wanted), returned[-1])
            message = Text(
                f"returns {', '.join(str(name) for name in names)}, the header says {', '.join(declared)}",
                f"ส่งกลับ {', '.join(str(name) for name in names)} แต่ส่วนหัวระบุ {', '.join(declared)}",
            )
            self._report(odd.line, message, Text("make the two agree, in the same order", "แก้ให้ตรงกัน ตามลำดับเดียวกัน"))

    def check_templates(self, root: Fields, columns: list[str]) -> None:
        """Messages may name only columns, and their brackets must pair up."""
        for field in ("message", "message_th", "next", "next_th"):
            node = root.node.entries.get(field)
            if not isinstance(node, YamlScalar):
                continue
            fault = template_fault(node.text)
            if fault:
                root.report(field, fault)
            for name in sorted(template_fields(node.text) - set(columns)):
                root.report(
                    field,
                    Text(f"names {{{name}}}, which is no column", f"อ้างถึง {{{name}}} ซึ่งไม่ใช่คอลัมน์"),
                    Text(f"the columns are {', '.join(columns)}", f"คอลัมน์ที่มีคือ {', '.join(columns)}"),
                )

    def sorted_problems(self) -> list[Problem]:
        """All problems, by line."""
        return sorted(self.problems, key=lambda problem: problem.line or 0)

    def _report(self, line: int | None, message: Text, hint: Text | None = None, field: str | None = None) -> None:
        self.problems.append(Problem(self.path, line, field, message, hint))
