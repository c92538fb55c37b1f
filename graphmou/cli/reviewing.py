"""``review``."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import reviewing
from graphmou.commands.extracting import DRAFTS
from graphmou.commands.reviewing import GraphJudging, Opened, Reviewed
from graphmou.errors import SeedError, UsageError
from graphmou.language import Text
from graphmou.places import as_typed
from graphmou.review.items import Item
from graphmou.seed.nesting import text_of
from graphmou.terminal.streams import write

if TYPE_CHECKING:
    from rich.text import Text as Styled

__all__ = ["review"]

_LISTED = 20
_INTERRUPTED = 130
_FUNCTION_KEY = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?|[\0\xe0].", re.DOTALL)


@command(
    example="graphmou review drafts/news-1.yaml",
    help=Text(
        """Decide about a draft, item by item.

        One key for each item; every decision is saved at once, and a review that was stopped goes on where it was.
        When all is decided, the draft can be loaded. Without DRAFT, list the drafts and how far each is.
        """,
        """ตรวจทานร่างข้อมูลทีละรายการ

        แต่ละรายการใช้ปุ่มเดียว ทุกการตัดสินบันทึกทันที หากหยุดกลางคันจะทำต่อจากเดิมได้ เมื่อตรวจทานครบแล้วจึงนำเข้าได้
        หากไม่ระบุร่าง จะแสดงร่างทั้งหมดและบอกว่าแต่ละร่างเหลืออีกเท่าใด
        """,
    ),
)
@argument("draft", type=FilePath(), required=False, metavar=Text("DRAFT", "ร่าง"))
@option(
    "--source",
    type=FilePath(),
    metavar=Text("FILE", "ไฟล์"),
    help=Text("The text it was read from (default: found beside it).", "ข้อความต้นฉบับ (หากไม่ระบุจะหาข้างร่าง)"),
)
@option(
    "page",
    "--html",
    type=FilePath(),
    metavar=Text("FILE", "ไฟล์"),
    help=Text("Write a page to read, and decide nothing.", "เขียนหน้าเว็บสำหรับอ่าน โดยไม่ตัดสินรายการใด"),
)
@option(
    "--accept-all",
    is_flag=True,
    help=Text("Accept what is still pending, and say what that was.", "ยืนยันทุกรายการที่ค้างอยู่ และบอกว่ามีอะไรบ้าง"),
)
@session_options
@pass_session
def review(session: Session, draft: Path | None, source: Path | None, page: Path | None, accept_all: bool) -> int:
    """Decide about a draft, item by item."""
    if draft is None:
        return _list_drafts(session)
    if page is not None and accept_all:
        raise UsageError(
            Text(
                "--html decides nothing, --accept-all decides everything", "--html ไม่มีการตัดสิน แต่ --accept-all ยืนยันทั้งหมด"
            ),
            hint=Text("use one of the two", "เลือกใช้เพียงอย่างเดียว"),
        )
    if page is not None:
        reviewing.review_page(draft, page, source=source, language=session.language)
        session.tell(Text(f"written to {page}: open it in a browser", f"เขียนลงใน {page} แล้ว เปิดดูด้วยเบราว์เซอร์"))
        return 0
    if accept_all:
        return _accept_all(session, draft)
    opened = reviewing.open_review(draft, source=source)
    if opened.review.finished:
        session.tell(Text("Everything in it is decided.", "ตรวจทานครบทุกรายการแล้ว"))
    elif (stopped := _talk(session, opened)) is not None:
        return stopped
    while _finish(session, opened):
        opened.review.back()
        if (stopped := _talk(session, opened)) is not None:
            return stopped
    return 0


def _list_drafts(session: Session) -> int:
    """Tell which drafts there are: what a user asks who comes back the next day."""
    found = reviewing.drafts_in(DRAFTS)
    if not found:
        raise UsageError(
            Text(f"no draft is named, and there is none in {DRAFTS}/", f"ไม่ได้ระบุไฟล์ร่าง และไม่มีร่างใน {DRAFTS}/"),
            hint=Text("make one: graphmou extract news.txt", "สร้างด้วย: graphmou extract ข่าว.txt"),
        )
    for path, counts in found:
        left = Text(
            f"{counts.pending} of {counts.items - counts.left_out} left" if counts.pending else "all decided",
            f"เหลือ {counts.pending} จาก {counts.items - counts.left_out}" if counts.pending else "ตรวจทานครบแล้ว",
        )
        write(sys.stdout, f"{path}  {left.in_(session.language)}\n")
    first = next((path for path, counts in found if counts.pending), None)
    if first is not None:
        session.tell(Text(f"Next: graphmou review {as_typed(first)}", f"ขั้นต่อไป: graphmou review {as_typed(first)}"))
    return 0


def _talk(session: Session, opened: Opened) -> int | None:
    """Hold the conversation: None where everything is decided, else the exit code, and what is left is told."""
    from graphmou.review.conversation import Conversation
    from graphmou.review.screen import Screen

    terminal = _Terminal()
    screen = Screen(
        opened.draft.path.name,
        opened.source,
        session.language,
        width=terminal.width,
        height=terminal.height,
        marks=terminal.is_plain,
    )
    conversation = Conversation(opened.review, screen, terminal, opened.save, GraphJudging(session.language))
    code = 0
    try:
        conversation.hold()
    except EOFError:  # Ctrl-D
        pass
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if opened.review.finished and not code:
        opened.save()
        return None
    left = opened.review.counts().pending
    go_on = f"graphmou review {as_typed(opened.draft.path)}"
    session.tell(
        Text(
            f"{counted(left, 'item')} left. Go on with: {go_on}",
            f"เหลืออีก {left} รายการ ทำต่อด้วย: {go_on}",
        )
    )
    return code


def _finish(session: Session, opened: Opened) -> bool:
    """Say what was decided, and offer to move the draft; true where the reviewer wants to look at it again."""
    path = opened.draft.path
    problems = opened.draft.problems()
    if problems:
        raise SeedError(
            Text("Everything is decided, but the draft cannot be loaded yet.", "ตรวจทานครบแล้ว แต่ยังนำเข้าไม่ได้"),
            problems,
            hint=Text(f"put these right in {path}", f"แก้ไขรายการเหล่านี้ใน {path}"),
        )
    counts = opened.review.counts()
    session.tell(
        Text(
            f"Done: {counts.accepted} accepted, {counts.rejected} rejected, {counts.merged} merged, "
            f"{counts.left_out} left out with those.\nLoad it with: graphmou load {as_typed(path)}",
            f"เสร็จแล้ว: ยืนยัน {counts.accepted} ไม่รับ {counts.rejected} รวม {counts.merged} "
            f"ตัดออกตามรายการที่ไม่รับ {counts.left_out}\nนำเข้าด้วย: graphmou load {as_typed(path)}",
        )
    )
    terminal = _Terminal()
    ask = Text(
        "Move it to seed/, where every load reads it? [y/n, b = look at it again] ",
        "ย้ายไปไว้ใน seed/ ซึ่งคำสั่ง load อ่านทุกครั้งหรือไม่ [y/n หรือ b เพื่อดูอีกครั้ง] ",
    )
    pressed = terminal.asked(ask.in_(session.language))
    if pressed == "y":
        moved = _from_here(reviewing.move_to_seed(path))
        session.tell(
            Text(
                f"It is now {moved}, its text in documents/. Load it with: graphmou load",
                f"ย้ายไปที่ {moved} แล้ว เนื้อข่าวอยู่ใน documents/ นำเข้าด้วย: graphmou load",
            )
            if opened.source is not None
            else Text(f"It is now {moved}. Load it with: graphmou load", f"ย้ายไปที่ {moved} แล้ว นำเข้าด้วย: graphmou load")
        )
    return pressed == "b"


def _from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _accept_all(session: Session, draft: Path) -> int:
    before = reviewing.open_review(draft).review.counts()
    done = reviewing.review_draft(draft)
    _tell_accepted(session, done, done.counts.accepted - before.accepted)
    if not done.finished:
        names = ", ".join(_lacking(session, draft, item) for item in done.missing)
        raise SeedError(
            Text(
                f"{len(done.missing)} cannot be accepted yet: {names}",
                f"ยังยืนยันไม่ได้ {len(done.missing)} รายการ: {names}",
            ),
            [],
            hint=Text(
                f"fill in what is missing: graphmou review {as_typed(draft)}",
                f"เติมข้อมูลที่ขาด: graphmou review {as_typed(draft)}",
            ),
        )
    opened = reviewing.open_review(draft)
    problems = opened.draft.problems()
    if problems:
        raise SeedError(Text("The draft cannot be loaded yet.", "ยังนำเข้าร่างนี้ไม่ได้"), problems)
    session.tell(Text(f"Load it with: graphmou load {as_typed(draft)}", f"นำเข้าด้วย: graphmou load {as_typed(draft)}"))
    return 0


def _lacking(session: Session, draft: Path, item: Item) -> str:
    """A kind of item and the fields it lacks: "document (date)"."""
    fields = reviewing.open_review(draft).review.missing(item)
    return f"{item.kind.in_(session.language)} ({', '.join(one.title.in_(session.language) for one in fields)})"


def _tell_accepted(session: Session, done: Reviewed, accepted: int) -> None:
    session.tell(
        Text(
            f"Accepted unseen: {counted(accepted, 'item')}. Rejected before: {done.counts.rejected}.",
            f"ยืนยันโดยไม่ได้ตรวจ: {accepted} รายการ ไม่รับไว้ก่อนแล้ว: {done.counts.rejected} รายการ",
        )
    )
    if done.warnings:
        listed = [
            f"  {warned.message.in_(session.language)}  ({warned.phrase.text.strip()})"
            for warned in done.warnings[:_LISTED]
        ]
        if len(done.warnings) > _LISTED:
            listed.append("  ...")
        lines = "\n".join(listed)
        session.tell(
            Text(
                f"{counted(len(done.warnings), 'warning')} overridden:\n{lines}",
                f"ข้ามข้อควรตรวจสอบ {len(done.warnings)} ข้อ:\n{lines}",
            )
        )

    if done.undecided:
        names = ", ".join(text_of(item.node, "name") for item in done.undecided[:_LISTED])
        names += ", ..." if len(done.undecided) > _LISTED else ""
        count = len(done.undecided)
        session.tell(
            Text(
                f"{counted(count, 'item')} may be in the graph already and will load as new: {names}\n"
                "If they are the same: graphmou judge same ID ID --why TEXT",
                f"อาจมีอยู่ในกราฟแล้ว {count} รายการ แต่จะนำเข้าเป็นรายการใหม่: {names}\n"
                "หากเป็นสิ่งเดียวกัน: graphmou judge same รหัส รหัส --why ข้อความ",
            )
        )


class _Terminal:
    """The terminal one sits at, or a pipe that holds the keys to press."""

    def __init__(self) -> None:
        from rich.console import Console

        self._waiting: list[str] = []
        self._typed = sys.stdin is not None and sys.stdin.isatty()
        self._console = Console(highlight=False, markup=False, emoji=False)
        self._screen = self._typed and self._console.is_terminal
        self.width = max(min(self._console.width - 1, 110), 40) if self._screen else 79
        self.height = self._console.height if self._screen else 24
        self.is_plain = not self._console.is_terminal or self._console.color_system is None

    def show(self, lines: Sequence[Styled]) -> None:
        if self._screen:
            self._console.clear()
        for line in lines:
            line.plain = _encodable(line.plain)
            self._console.print(line, no_wrap=True, crop=True, overflow="crop")
        if not self._screen:
            self._console.print()

    def key(self) -> str:
        if self._waiting:
            return self._waiting.pop(0)
        if self._typed:
            # Keys pressed fast come together. An arrow or function key is several characters, none of them a decision.
            pressed = _FUNCTION_KEY.sub("\x1b", click.getchar())
            self._waiting.extend(pressed[1:])
            return pressed[:1]
        while (key := sys.stdin.read(1)) in ("\n", "\r", " "):
            pass
        return key

    def line(self, prompt: str) -> str | None:
        write(sys.stdout, prompt)
        typed = sys.stdin.readline()
        if not self._typed:
            write(sys.stdout, "\n")
        return typed.rstrip("\r\n") if typed else None

    def asked(self, prompt: str) -> str:
        """The key that is pressed after ``prompt``, in small Latin letters."""
        from graphmou.review.keys import latin

        write(sys.stdout, prompt)
        pressed = latin(self.key())
        write(sys.stdout, "\n")
        return pressed


def _encodable(text: str) -> str:
    """Text as the terminal can write it: what its code page lacks as a question mark of the same width."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.encode(encoding, "replace").decode(encoding)
    return text
