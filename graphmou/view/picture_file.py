"""One file of ``visualizations/`` to a picture, or to everything that is wrong with it.

The format is described for analysts in ``docs/pictures.md``.
"""

from __future__ import annotations

import re
from pathlib import Path

from graphmou.errors import Problem
from graphmou.fields import Fields
from graphmou.language import Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.store.protocol import Cell
from graphmou.strict_yaml import YamlMap, YamlScalar, read_text, read_yaml
from graphmou.view.picture import COLOURS, LAYOUTS, SIZES, Marks, Picture, Question, Step
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES

__all__ = ["read_picture"]

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLUMN = re.compile(r"[a-z][a-z0-9_]*")
_MOST_STEPS, _MOST_HOPS = 60, 20


def read_picture(path: Path) -> tuple[Picture | None, list[Problem]]:
    """The picture in a file, or None and the problems that keep it from being one."""
    source, problems = read_text(path)
    if problems:
        return None, problems
    if not _FILE_NAME.fullmatch(path.stem):
        problems.append(
            Problem(
                path,
                None,
                None,
                Text("is no name for a picture", "ชื่อไฟล์ใช้เป็นชื่อภาพไม่ได้"),
                Text(
                    "use a-z, 0-9 and single hyphens: my-picture.yaml",
                    "ใช้ a-z 0-9 และขีดกลางเดี่ยว เช่น my-picture.yaml",
                ),
            )
        )
    tree, malformed = read_yaml(source, path)
    problems.extend(malformed)
    if not isinstance(tree, YamlMap):
        if not malformed:
            problems.append(
                Problem(
                    path,
                    1,
                    None,
                    Text("is no list of fields", "ไม่ได้เขียนเป็นรายการของฟิลด์"),
                    Text("write `title: ...`, one field a line", "เขียน `title: ...` บรรทัดละหนึ่งฟิลด์"),
                )
            )
        return None, problems
    picture = _Reader(path, Fields(tree, path, "", problems)).picture()
    problems.sort(key=lambda problem: problem.line or 0)
    return (None, problems) if problems else (picture, [])


class _Reader:
    """Reads the fields of one file; what is wrong is noted in the problems of ``root``."""

    def __init__(self, path: Path, root: Fields) -> None:
        self.path = path
        self.root = root

    def picture(self) -> Picture:
        """The picture; worth nothing where a problem was noted."""
        root = self.root
        title = _text(root, "title", required=True)
        caption = _text(root, "caption")
        focus = root.text("focus")
        hops = root.integer("hops")
        if hops is not None and hops > _MOST_HOPS:
            root.report("hops", *_too_many(hops, _MOST_HOPS))
        question = self._question(root)
        if focus is not None and question is not None:
            root.report(
                "focus",
                Text("stands beside a question", "ระบุพร้อมกับคำถาม"),
                Text("keep the focus or the question", "ระบุ focus หรือคำถาม อย่างใดอย่างหนึ่ง"),
            )
        layout = root.text("layout", choices=LAYOUTS) or "networks"
        picture = Picture(
            name=self.path.stem,
            title=title or Text("", ""),
            file=self.path,
            caption=caption,
            question=question,
            focus=focus,
            hops=hops,
            kinds=self._known("kinds", tuple(NODE_STYLES), tuple(LABELS)),
            relationships=self._known("relationships", tuple(EDGE_STYLES), tuple(RELATIONSHIP_TYPES)),
            alone=root.boolean("alone") is not False,
            layout=next((known for known in LAYOUTS if known == layout), "networks"),
            colour=self._rule("colour", COLOURS, question),
            size=self._rule("size", SIZES, question),
            as_of=self._day("as_of"),
            marks=self._marks(),
            steps=tuple(self._steps()),
        )
        root.done()
        return picture

    def _question(self, fields: Fields) -> Question | None:
        """``question`` or ``cypher``, with ``parameters``."""
        saved, cypher = fields.text("question"), fields.text("cypher", exact=True)
        parameters = _parameters(fields)
        if saved is not None and cypher is not None:
            fields.report(
                "cypher",
                Text("stands beside a question", "ระบุพร้อมกับ question"),
                Text("keep one of the two", "ระบุเพียงอย่างเดียว"),
            )
        if saved is None and cypher is None:
            if "parameters" in fields:
                fields.report(
                    "parameters",
                    Text("belongs to a question", "ใช้ได้เฉพาะเมื่อมีคำถาม"),
                    Text("add `question:` or `cypher:`, or delete it", "เพิ่ม `question:` หรือ `cypher:` หรือลบบรรทัดนี้"),
                )
            return None
        return Question(saved, cypher, parameters)

    def _known(self, name: str, drawn: tuple[str, ...], declared: tuple[str, ...]) -> tuple[str, ...]:
        """Labels or relationship types that pictures draw."""
        words = self.root.texts(name)
        for word in words:
            if word in drawn:
                continue
            if word in declared:
                said = Text(f"{word} is named as a source, not drawn", f"{word} แสดงเป็นแหล่งข้อมูล ไม่ได้วาดเป็นจุดหรือเส้น")
                self.root.report(name, said, Text("delete it", "ลบคำนี้"))
            else:
                listed = ", ".join(drawn)
                near = Fields.nearest(word, drawn)
                self.root.report(
                    name,
                    Text(f"{word!r} is none of {listed}", f"{word!r} ไม่อยู่ใน {listed}"),
                    near or Text("write one of these", "เขียนคำใดคำหนึ่งในนี้"),
                )
        return tuple(words)

    def _rule(self, name: str, known: tuple[str, ...], question: Question | None) -> str:
        """What decides colours or sizes: a word of ours, or a column of the question."""
        word = self.root.text(name)
        if word is None or word in known:
            return word or "kind"
        listed = ", ".join(known)
        if question is None or not _COLUMN.fullmatch(word):
            near = Fields.nearest(word, known)
            self.root.report(
                name,
                Text(f"{word!r} is none of {listed}", f"{word!r} ไม่อยู่ใน {listed}"),
                near
                or Text(
                    "write one of these, or a column of numbers of the picture's question",
                    "เขียนคำใดคำหนึ่งในนี้ หรือชื่อคอลัมน์ตัวเลขของคำถามในภาพ",
                ),
            )
        return word

    def _day(self, name: str) -> str | None:
        day = self.root.date(name)
        if day is None:
            return None
        if day.precision != "day":
            self.root.report(
                name,
                Text("is no day", "ไม่ใช่วันที่"),
                Text("write a day, such as 2021-06-30", "เขียนวันที่ เช่น 30 มิถุนายน 2564"),
            )
        return day.first_day()

    def _marks(self) -> Marks:
        fields = self.root.mapping("marks")
        if fields is None:
            return Marks()
        on = {name: fields.boolean(name) is not False for name in ("ghosts", "gaps", "inferred", "ended")}
        fields.done()
        return Marks(on["ghosts"], on["gaps"], on["inferred"], on["ended"])

    def _steps(self) -> list[Step]:
        steps = []
        for fields in self.root.mappings("steps"):
            title, caption = _text(fields, "title", required=True), _text(fields, "caption")
            highlight = tuple(fields.texts("highlight"))
            question = self._question(fields)
            if highlight and question is not None:
                fields.report(
                    "highlight",
                    Text("stands beside a question", "ระบุพร้อมกับคำถาม"),
                    Text("keep the list or the question", "ระบุรายการหรือคำถาม อย่างใดอย่างหนึ่ง"),
                )
            fields.done()
            if title is not None:
                steps.append(Step(title, caption or Text("", ""), highlight, question))
        if len(steps) > _MOST_STEPS:
            self.root.report("steps", *_too_many(len(steps), _MOST_STEPS))
        return steps


def _text(fields: Fields, name: str, *, required: bool = False) -> Text | None:
    """A text in English (``name``) and Thai (``name_th``); where only one is given it serves for both."""
    thai_name = f"{name}_th"
    en = fields.text(name, required=required and thai_name not in fields)
    th = fields.text(thai_name)
    return Text(en or th or "", th or en or "") if en or th else None


def _parameters(fields: Fields) -> dict[str, Cell]:
    """The values as they are written: the question says of what type they are."""
    inner = fields.mapping("parameters")
    if inner is None:
        return {}
    values: dict[str, Cell] = {}
    for name, node in inner.node.entries.items():
        if isinstance(node, YamlScalar):
            values[name] = node.text
        else:
            inner.report(
                name,
                Text("is a list or mapping", "เป็นรายการหรือกลุ่มฟิลด์"),
                Text("write one value", "เขียนเพียงค่าเดียว"),
            )
    return values


def _too_many(number: int, most: int) -> tuple[Text, Text]:
    return Text(f"{number} are too many", f"{number} มากเกินไป"), Text(f"at most {most}", f"ไม่เกิน {most}")
