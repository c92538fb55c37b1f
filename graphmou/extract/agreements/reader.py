"""Step 8, reader: the statements of signing of a text, line after line.

A list over lines goes on in the slot that its head left open; the lines of "ฉบับที่ 1" are of one agreement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmou.extract.agreements.cues import MARKS, cues_of
from graphmou.extract.agreements.parties import Sides, Statement, count_sides
from graphmou.extract.agreements.pointing import pointed_at
from graphmou.extract.agreements.signing import PAPER, Signs
from graphmou.extract.agreements.slots import State
from graphmou.extract.agreements.verbs import Verbs
from graphmou.extract.text.lines import Line, Lines
from graphmou.extract.text.marked import GENERIC, PERSON, TITLE, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["Reader"]

_OPEN_END = re.compile(
    r"(?:ดังนี้|ต่อไปนี้|ได้แก่|ประกอบด้วย|คือ|ฝ่าย|ระหว่าง|มี|:|แห่ง|ฉบับ|โรงเรียน|กับ|และ|โดย|\ue007|ตาราง|👇)[^\w\n\ue000-\uf8ff]{0,5}$"
)
_GOES_ON = re.compile(r"\s?(?:กับ|และ|ร่วมกับ|รวมถึง|ตลอดจน)")
_ALL = rf"(?:ทั้ง\s?)?(?:\d|สอง|สาม|สี่|ห้า|หก)\s?(?:ฝ่าย|ท่าน|คน|แห่ง|หน่วยงาน|องค์กร|สถาบัน|สถานศึกษา|{GENERIC})"
_VERB_FIRST = re.compile(
    rf"[^\w\n\ue000-\uf8ff]{{0,4}}(?:ต่าง|{_ALL})?\s?(?:ได้)?(?:ร่วม|เข้าร่วม|เป็นผู้)?(?:กัน)?(?:จับปากกา|จรดปากกา|จับมือ)?(?:ร่วม)?(?:กัน)?"
    r"(?:ลงนาม|เซ็น|ทำบันทึก|ทำข้อตกลง|จัดทำ|ทำ\s?MOU)"
)
_HEADING = re.compile(r"(?=.{1,60}$)[^\n]*(?:สถานศึกษา|โรงเรียน|หน่วยงาน|ฝ่าย|ภาคี|กลุ่ม|เครือข่าย|\ue007)")
# A heading within a list: whoever stands below it comes, witnesses or speaks.
_OTHER_ROLE = re.compile(
    r"[^\w\n\ue000-\uf8ff]{0,4}(?:(?:\d{1,2}[.)]?){1,2}\s)?(?:รายชื่อ)?(?:(?:สักขี)?พยาน|ผู้(?!อำนวย|บริหาร|(?:ร่วม)?ลงนาม|แทน|มีนามลงนาม|จัดทำความร่วมมือ)|แขก|วิทยากร"
    r"|พิธีกร|ประธาน|คณะกรรมการ|กรรมการ)[^\n\ue000-\ue005]{0,30}$"
)
_MEMBERS = re.compile(
    r"[^\w\n\ue000-\uf8ff]{0,4}(?:(?:ราย(?:ชื่อ|นาม)|มี)\s?)?(?:(?:โรงเรียน|\ue007|สถานศึกษา)\s?)?(?:ที่เป็น)?\s?"
    r"(?:สมาชิก|ใน(?:กลุ่ม|เครือข่าย|สังกัด|ศูนย์|สหวิทยาเขต)|ของ(?:กลุ่ม|เครือข่าย))[^\n\ue000-\ue006]{0,30}$"
)
_SIDE_LINE = re.compile(
    rf"[^\w\n#\ue000-\uf8ff]{{0,4}}(?:และ\s?)?(?:[{MARKS}{PERSON}]|{TITLE}\s?[{MARKS}]|(?:และ|กับ)\s?$)"
)
_SIDE_ITEM = re.compile(rf"[^\nก-๎\ue000-\uf8ff]{{0,9}}(?:ท่าน)?(?:[{MARKS}{PERSON}]|{TITLE}\s?[{MARKS}])")
# A side on a line of its own, as papers write them.
_BARE_SIDE = re.compile(
    rf"\s?(?:และ\s?)?[{MARKS}](?:\s?(?:และ|กับ|,)?\s?[{MARKS}]){{0,9}}\s?(?:โดย[^\n]{{0,90}}|\([^()\n]{{0,60}}\))?\s?$"
)
_LABEL = re.compile(
    r"\s?(?P<item>\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?[^\w\s\ue000-\uf8ff]{0,3}\s?(?P<word>(?:MOU\s?)?ฉบับ|คู่|ช่วง)ที่\s?(?P<of>\d{1,2})(?!\d)"
)
_CAPTION = re.compile(r"[^\w\n\ue000-\uf8ff]{0,4}\s?\[?(?:คำบรรยาย)?ภาพ")
# A numbered agreement is told by so few statements, and within so few lines.
_LATEST, _BLOCK = 60, 12
_BETWEEN_ITEMS = 8
_PAPERS = re.compile(PAPER + "|ลงนาม")
_OWNERS = ("school", "organisation", "office")
_PARTY_LINE = re.compile(r"[^\w\n\ue000-\uf8ff]{0,4}ฝ่ายที่\s?\d")
_PAIRED = re.compile(r"\d\s?คู่|คู่ละ|แต่ละคู่|(?<!\d)[2-9]\s?ฉบับ")
_ORDINALS = {"แรก": "1", "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "ห้า": "5", "หก": "6", "เจ็ด": "7", "แปด": "8"}


@dataclass(slots=True)
class _Open:
    """What a line leaves open for the list after it: its slot and statement."""

    statement: Statement | None
    waiting: bool
    level: int
    plain: bool
    mark: tuple[int, str] | None = None
    """The level and mark of its first item."""
    marks: set[tuple[int, str]] = field(default_factory=set)
    """The level and mark or number of its items so far."""


class Reader(Verbs):
    """Reads a text for its statements of signing; ``posts`` are the bodies that mentions of people stand for, by id."""

    def __init__(self, marked: Marked, lines: Lines, posts: dict[int, Mention], signs: Signs) -> None:
        super().__init__(marked, lines, posts, signs)
        self.joined: list[Statement] = []
        """Lines that say who works together, without a word of signing."""
        self.label_level = self.item_level = 0
        self.others = 0
        self.carried: _Open | None = None
        self.above: list[Mention] = []
        """Who the items of a list name that no words of signing introduce."""
        self.members = False
        """The lines tell who belongs to the side named above."""
        self.blank = False
        self.paired = _PAIRED.search(marked.text) is not None

    def read(self) -> None:
        """Find every statement."""
        if self.signs.postponed or self.signs.first() is None:
            return
        for number, line in enumerate(self.lines.all):
            if not self.lines.text(line).strip():
                self.blank = True
                continue
            self.line = number
            self._begin(line)
            for kind, token in cues_of(self.text, self.signs, number, line):
                self.place = token.start()
                getattr(self, "_" + kind)(token)
            if not self.owner:
                self.owner = [one for one in self.marked.between(line.start, line.end) if one.kind in _OWNERS][:1]
            self._finish(line)
            self.blank = False
        self.found = [one for one in self.found if one.sides.mentions or one.kinds or one.maybe]
        self.found += [one for count, one in self.counted if len(one.sides.mentions) == count]
        for one in self.found:
            one.sides.add(pointed_at(self.marked, one.start, min(self.lines.all[one.line].end, one.end + 20)))
        for one in (*self.found, *self.joined):
            one.sides.start, one.sides.end = one.start, one.end
            count_sides(self.marked, one.sides)

    def _begin(self, line: Line) -> None:
        text = self.lines.text(line)
        carried = self.carried
        old = self.state
        self.state = State()
        self.going_on = False
        self._keep_above(old, text)
        self._label_of(line, text)
        self._item_of(line)
        if carried is not None and line.level:
            mark = (line.level, line.word)
            if carried.mark is None:
                carried.mark = mark
            above = line.level < carried.mark[0] or (line.level == carried.mark[0] and self.blank)
            if above and carried.mark != mark:
                carried = self.carried = None
            else:
                carried.marks.add(_mark(line))
        if carried is None or (line.level and carried.mark is not None and line.level <= carried.mark[0]):
            self.members = False
        elif carried.mark is not None and not line.level and _MEMBERS.match(text):
            self.members = True
        if _CAPTION.match(text):
            self.carried = None
        elif self.members:
            # The schools of a group that is a side: "โรงเรียนในกลุ่ม" and the list below it.
            self.going_on = True
            self.state.slot = "off"
        elif carried is not None and _OTHER_ROLE.match(text):
            self.carried = _Open(None, False, line.level, False)
            self.going_on = True
            self.state.slot = "off"
        elif carried is not None and (line.level > 0 or (carried.plain and _SIDE_LINE.match(text) and len(text) < 90)):
            self._go_on(carried, old)
        elif carried is not None and _GOES_ON.match(text):
            self._go_on(carried, old)
            self.carried = None
        elif carried is not None and not line.level and not self.blank and _HEADING.match(text) and "ลงนาม" not in text:
            self._go_on(carried, old)
        elif (
            old.slot == "side"
            and old.statement is not None
            and not self.blank
            and (_GOES_ON.match(text) or _BARE_SIDE.match(text))
        ):
            self.state.slot, self.state.statement = "side", old.statement
        elif old.open and not self.blank and _GOES_ON.match(text):
            # "ร่วมลงนาม MOU" on one line, "กับ P TS" on the next.
            self.state.open, self.state.statement, self.state.subject = True, old.statement, old.subject
            self.carried = None
        elif _VERB_FIRST.match(text):
            self.state.waiting = [*self.above, *old.waiting]
            self.above = []
            self.state.subject = old.subject
            self.carried = None
        else:
            if carried is not None and not line.level and self._list_goes_on(carried):
                # "โดย P T" below an item of a list.
                self.going_on = True
                self.state.slot = "off"
                return
            if not line.level:
                self.carried = None
            if self.label or _PARTY_LINE.match(text):
                self.state.slot = "side"
                self.state.statement = self._labelled_statement(line)

    def _keep_above(self, old: State, text: str) -> None:
        """Who the items above name waits for a verb below the list: "- P TS", "- P TS", "ร่วมลงนาม"."""
        if self.lines.all[self.line].level and _SIDE_ITEM.match(text):
            before = self.lines.all[self.line - 1].level if self.line else 0
            self.above = self.above if before else []
            self.above += old.waiting if before else []
        elif not _VERB_FIRST.match(text):
            self.above = []

    def _list_goes_on(self, carried: _Open) -> bool:
        """Whether the next item of the list comes soon, so that what stands between belongs to an item."""
        numbered = any(word.isdigit() for _, word in carried.marks)
        if carried.mark is None or (self.blank and not numbered):
            return False
        for line in self.lines.all[self.line + 1 : self.line + _BETWEEN_ITEMS]:
            if line.level:
                level, word = _mark(line)
                before = str(int(word) - 1) if line.number else word
                return (level, before) in carried.marks or (before == "0" and level > carried.mark[0])
            if not numbered and not self.lines.text(line).strip():
                return False
        return False

    def _go_on(self, carried: _Open, old: State) -> None:
        self.going_on = True
        carried.plain = carried.plain and not self.lines.all[self.line].level
        if old.slot == "side" and old.statement is not None and self.label and old.statement.agreement == self.label:
            # An item that goes on over lines: "ฉบับที่ 1 A ลงนามกับ B", "และ C".
            self.state.slot, self.state.statement = "side", old.statement
            return
        if carried.waiting:
            self.state.waiting, self.state.subject = old.waiting, old.subject
            return
        self.state.slot = "side" if carried.statement is not None else "off"
        self.state.statement = carried.statement
        if self.label and carried.statement is not None and carried.statement.agreement != self.label:
            self.state.statement = self._labelled_statement(self.lines.all[self.line])

    def _label_of(self, line: Line, text: str) -> None:
        told = _LABEL.match(text)
        if told is not None and (told["word"] != "คู่" or self.paired) and "/" not in text[told.end() : told.end() + 2]:
            self.label = told["of"]
            self.label_level = line.level if told["item"] else 0
        elif (0 < line.level <= self.label_level) or (
            not line.level and (len(text) > 60 or self.blank) and not text.startswith(("ระหว่าง", "กับ"))
        ):
            self.label = ""

    def _item_of(self, line: Line) -> None:
        """Which item of a list the line belongs to, where the list is one of papers: "1) บันทึกข้อตกลง ... ระหว่าง"."""
        if line.level <= self.item_level:
            self.item, self.item_level = "", 0
        if line.level and line.number and not self.item and _PAPERS.search(self.text, line.start, line.end):
            self.item, self.item_level = line.number, line.level

    def _labelled_statement(self, line: Line) -> Statement | None:
        label = self.label or "ฝ่าย"
        known = next((one for one in reversed(self.found[-_LATEST:]) if one.agreement == label), None)
        if label == "ฝ่าย" and known is not None:
            return known
        if known is not None and known.line >= self.line - _BLOCK and known.frame == "item":
            return known
        statement = Statement(line.start, line.start + 1, Sides(line.start, line.end), "item", self.line, label)
        if label != "ฝ่าย":
            statement.maybe = list(self.labelled)
        self.found.append(statement)
        return statement

    def _finish(self, line: Line) -> None:
        state = self.state
        self._settle()
        text = self.lines.text(line)
        if state.slot == "side" and state.statement is not None and not state.aside:
            state.statement.end = max(state.statement.end, line.end)
        if state.joint and len(self._bodies(state.waiting)) >= 2:
            bodies = self._bodies(state.waiting)
            told = bool(self.signs.reported(self.line))
            statement = Statement(line.start, line.end, Sides(line.start, line.end), "joint", self.line)
            statement.sides.add(bodies)
            (self.found if told else self.joined).append(statement)
        if self.carried is not None and (line.level or self.going_on):
            return
        if state.slot == "off" and len(text) < 60:
            # "พยาน" above a list.
            self.carried = _Open(None, False, line.level, False)
            return
        if not _OPEN_END.search(text):
            self.carried = None
            following = self.lines.all[self.line + 1] if self.line + 1 < len(self.lines.all) else None
            unfinished = state.statement is not None and len(state.statement.sides.mentions) < 2
            if state.slot == "side" and unfinished and following is not None and following.level > line.level:
                self.carried = _Open(state.statement, False, line.level, False)
            return
        if state.slot == "side" and state.statement is not None:
            self.carried = _Open(state.statement, False, line.level, True)
        elif state.waiting or re.search(r"โดยมี\W*$|นำโดย\W*$", text):
            self.carried = _Open(None, True, line.level, False)

    def _label(self, token: re.Match[str]) -> None:
        if self.state.witnesses:
            return
        if self.lines.all[self.line].start + 8 > token.start() and self.label:
            return
        if re.match(r"\s?(?:ละ|นี้|ของ|/|ซึ่ง)", self.text[token.end() : token.end() + 4]):
            return
        before = self.text[max(0, token.start() - 12) : token.start()]
        if re.search(r"[ก-๎]$", before) and not re.search(r"(?:ส่วน|สำหรับ|โดย|คือ|และ|ได้แก่|เป็น)$", before):
            return
        told = token["ordinal"]
        if self.text[max(0, token.start() - 3) : token.start()].strip().endswith("("):
            return
        if token[0].startswith("คู่") and not self.paired:
            return
        if told in ("สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "หนึ่ง") and "ที่" not in token[0]:
            return
        self._close()
        self.label = _ORDINALS.get(told, told)
        self.state.waiting = []
        self.state.statement = self._labelled_statement(self.lines.all[self.line])
        self.state.slot = "side"

    def _another(self, token: re.Match[str]) -> None:
        if token[0] == "ยัง" and self.state.waiting:
            # "A ยังได้ลงนามกับ B": a sentence with sides of its own.
            return
        self._close()
        self.others += 1
        self.label = f"อีก {self.others}"
        self.state.waiting = []
        self.state.statement = self._labelled_statement(self.lines.all[self.line])
        self.state.slot = "side"


def _mark(line: Line) -> tuple[int, str]:
    """The level of an item with its bullet, or the last part of its number."""
    return line.level, line.number.rpartition(".")[2] if line.number else line.word
