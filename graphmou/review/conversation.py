"""A review as a conversation: one item is shown, one key is read, one decision is made and saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from rich.text import Text as Styled

from graphmou import thai
from graphmou.language import Text
from graphmou.model import is_id
from graphmou.review.deciding import Review
from graphmou.review.editing import Field, NotRight, fields_of, read_value
from graphmou.review.items import Item, candidates_of
from graphmou.review.keys import action_of, latin
from graphmou.review.naming import named
from graphmou.review.screen import Screen, help_lines
from graphmou.seed.nesting import text_of
from graphmou.terminal.text import wrap

__all__ = ["Conversation", "Judging", "Terminal"]

_PAGE = 15
"""How many fields or entries are listed at once: with a prompt they fit on a screen."""


class Terminal(Protocol):
    """What a conversation is held on."""

    def show(self, lines: Sequence[Styled]) -> None:
        """Show these lines, and nothing else."""

    def key(self) -> str:
        """The next key that is pressed; empty at the end of the input."""

    def line(self, prompt: str) -> str | None:
        """A line that is typed after ``prompt``; None at the end of the input."""


class Judging(Protocol):
    """Where judgements about nodes of the graph are kept."""

    def judge(self, item: Item, other: str, *, same: bool) -> str | None:
        """Keep a judgement about an entry and a node; what is wrong with it where it cannot be."""

    def undo(self, ids: tuple[str, str]) -> None:
        """Take a judgement back."""


class Conversation:
    """One review between a person and a draft; ``save`` is called after every decision."""

    def __init__(
        self, review: Review, screen: Screen, terminal: Terminal, save: Callable[[], None], judging: Judging
    ) -> None:
        self._review = review
        self._screen = screen
        self._terminal = terminal
        self._save = save
        self._judging = judging
        self._note = ""

    def hold(self) -> bool:
        """Talk until everything is decided (true) or the person stops (false)."""
        while (item := self._review.current) is not None:
            self._terminal.show(self._screen.lines(self._review, item, self._note))
            self._note = ""
            match action_of(self._terminal.key()):
                case "accept":
                    self._accept(item)
                case "reject":
                    self._reject(item)
                case "edit":
                    self._edit(item)
                case "merge":
                    self._merge(item)
                case "skip":
                    self._review.skip()
                case "back":
                    self._review.back()
                case "undo":
                    self._undo()
                case "help":
                    self._show_help()
                case "quit":
                    return False
                case None:
                    self._tell("press one of the keys below (? explains them)", "กดปุ่มใดปุ่มหนึ่งด้านล่าง (กด ? เพื่อดูคำอธิบาย)")
        return True

    def _accept(self, item: Item) -> None:
        review = self._review
        needs = review.pending_needs(item)
        lacking = next((one for one in (*needs, item) if review.missing(one)), None)
        if lacking is not None:
            names = ", ".join(prop.title.in_(self._screen.language) for prop in review.missing(lacking))
            where = "" if lacking is item else f"{self._name(lacking)}: "
            self._tell(f"{where}{names} is missing: press e and write it", f"{where}ยังไม่ระบุ{names}: กด e แล้วเขียน")
            return
        if needs and not self._agrees(
            f"It names {len(needs)} not decided yet ({self._names(needs)}). Accept them too? [y/n]",
            f"รายการนี้อ้างถึงอีก {len(needs)} รายการที่ยังไม่ได้ตรวจ ({self._names(needs)}) ยืนยันด้วยหรือไม่ [y/n]",
        ):
            self._tell("not accepted: decide about those first", "ยังไม่ยืนยัน: โปรดตรวจรายการที่อ้างถึงก่อน")
            return
        review.accept(item, with_needs=True)
        self._save()

    def _reject(self, item: Item) -> None:
        if item.section == "document":
            self._tell(
                "a document is not rejected: to drop it, delete the draft",
                "ไม่รับทั้งเอกสารไม่ได้ หากไม่ต้องการใช้ข่าวนี้ให้ลบไฟล์ร่าง",
            )
            return
        falls = self._review.falls_with(item)
        if falls and not self._agrees(
            f"What rests on it is left out too: {len(falls)} ({self._names(falls)}). Reject it? [y/n]",
            f"หากไม่รับรายการนี้ อีก {len(falls)} รายการจะถูกตัดออกด้วย ({self._names(falls)}) ยืนยันหรือไม่ [y/n]",
        ):
            return
        self._review.reject(item)
        self._save()

    def _undo(self) -> None:
        step = self._review.undo()
        if step is None:
            self._tell("nothing to undo since this review began; b goes back", "ไม่มีสิ่งที่จะเลิกทำในรอบนี้ กด b เพื่อย้อนกลับ")
            return
        if step.judged is not None:
            self._judging.undo(step.judged)
        self._save()

    def _edit(self, item: Item) -> None:
        fields = fields_of(item)
        language = self._screen.language
        shown = [field.listed(language, named(self._review, field.beside)) for field in fields]
        if item.id and item.section != "document":
            shown.append(f"{Text('id', 'รหัส').in_(language)}: {item.id}")
        chosen = self._choose(shown, "Which field? (number; Enter = back)", "แก้ไขช่องใด (พิมพ์หมายเลข กด Enter เพื่อกลับ)")
        if chosen is None:
            return
        if chosen == len(fields):
            self._rename(item)
        else:
            self._edit_field(fields[chosen])

    def _edit_field(self, field: Field) -> None:
        typed = self._terminal.line(field.asked(self._screen.language))
        if not typed or not typed.strip():
            return
        if typed.strip() == "-" and field.removable:
            self._review.drop(field.node)
            self._save()
            return
        try:
            value = read_value(field, "" if typed.strip() == "-" else typed)
        except NotRight as error:
            self._note = error.said.in_(self._screen.language)
            return
        if self._review.edit(field.node, field.prop.name, value):
            self._save()

    def _rename(self, item: Item) -> None:
        typed = self._terminal.line(Text("New id: ", "รหัสใหม่: ").in_(self._screen.language))
        wanted = (typed or "").strip()
        if not wanted:
            return
        if not is_id(wanted):
            self._tell(
                "an id has small letters, digits and single hyphens", "รหัสใช้ตัวอักษรเล็ก a-z ตัวเลข และขีดกลางเดี่ยวเท่านั้น"
            )
            return
        try:
            self._review.rename(item, wanted)
        except ValueError:
            self._tell(f"{wanted} is the id of another entry", f"{wanted} เป็นรหัสของรายการอื่น")
            return
        self._save()

    def _merge(self, item: Item) -> None:
        candidates = candidates_of(item)
        targets = self._review.merge_targets(item)
        if not candidates and not targets:
            self._tell("there is nothing it could be merged with", "ไม่มีรายการอื่นให้รวมด้วย")
            return
        in_graph = Text("in the graph", "ในกราฟ").in_(self._screen.language)
        shown = [f"{text_of(one, 'name')} ({text_of(one, 'id')}, {in_graph})" for one in candidates]
        shown += [f"{self._name(one)} ({one.id})" for one in targets]
        chosen = self._choose(
            shown,
            "The same as which? (number; -number = surely another; Enter = back)",
            "เป็นสิ่งเดียวกับรายการใด (หมายเลข หรือ -หมายเลข = ไม่ใช่แน่นอน กด Enter เพื่อกลับ)",
            refusable=len(candidates),
        )
        if chosen is None:
            return
        if chosen < 0 or chosen < len(candidates):
            self._judge(item, text_of(candidates[chosen if chosen >= 0 else -chosen - 1], "id"), same=chosen >= 0)
        else:
            self._review.merge(item, targets[chosen - len(candidates)])
            self._save()

    def _judge(self, item: Item, other: str, *, same: bool) -> None:
        if other == item.id:
            self._tell(
                "it has that node's id already; if that is wrong, give it another id (e)",
                "รายการนี้ใช้รหัสเดียวกับในกราฟอยู่แล้ว หากไม่ถูกต้องให้แก้รหัส (กด e)",
            )
            return
        if same and (self._review.missing(item) or self._review.pending_needs(item)):
            self._tell("decide about what it names first", "โปรดตรวจรายการที่อ้างถึงก่อน")
            return
        wrong = self._judging.judge(item, other, same=same)
        if wrong is not None:
            self._note = wrong
            return
        self._review.judge(item, other, same=same)
        self._save()

    def _choose(self, shown: Sequence[str], en: str, th: str, *, refusable: int = 0) -> int | None:
        """The place of what is chosen of a numbered list, page by page; negative (-1 the first) where it is refused."""
        begin = 0
        note = ""
        while True:
            page = shown[begin : begin + _PAGE]
            lines = [
                Styled(wrap(f"{number:>3}  {one}", self._screen.width)[0]) for number, one in enumerate(page, begin + 1)
            ]
            if begin + _PAGE < len(shown):
                lines.append(Styled(Text("  +  more", "  +  ดูต่อ").in_(self._screen.language)))
            self._terminal.show([*lines, Styled(note, style="bold")] if note else lines)
            typed = self._terminal.line(f"{Text(en, th).in_(self._screen.language)} ")
            wanted = thai.arabic_digits((typed or "").strip())
            if wanted == "+" and begin + _PAGE < len(shown):
                begin += _PAGE
                continue
            number = int(wanted) if wanted.lstrip("-").isdecimal() and len(wanted) < 6 and wanted.count("-") < 2 else 0
            if 1 <= number <= len(shown):
                return number - 1
            if -refusable <= number <= -1:
                return number
            if not wanted:
                return None
            # It is asked again: what is typed next is an answer still, and must not be taken for keys.
            note = Text(f"no such number: {wanted[:20]}", f"ไม่มีหมายเลขนี้: {wanted[:20]}").in_(self._screen.language)

    def _agrees(self, en: str, th: str) -> bool:
        item = self._review.current
        if item is not None:
            self._terminal.show(self._screen.lines(self._review, item, Text(en, th).in_(self._screen.language)))
        return latin(self._terminal.key()) == "y"

    def _show_help(self) -> None:
        press = Text("Press any key to go on.", "กดปุ่มใดก็ได้เพื่อทำต่อ").in_(self._screen.language)
        self._terminal.show([*help_lines(self._screen.language, self._screen.width), Styled(""), Styled(press)])
        self._terminal.key()

    def _tell(self, en: str, th: str) -> None:
        self._note = Text(en, th).in_(self._screen.language)

    def _names(self, items: Sequence[Item]) -> str:
        names = [self._name(item) for item in items[:3]]
        return ", ".join(names) + (", ..." if len(items) > len(names) else "")

    def _name(self, item: Item) -> str:
        return self._screen.heading(self._review, item)
