"""``judge``: two ids are the same thing, or they are not."""

from __future__ import annotations

from pathlib import Path

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import Group, argument, option
from graphmou.cli.session import Session, TableOutput, pass_session, session_options, table_options
from graphmou.commands import judgements as judging
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.words import show_word

__all__ = ["judge"]

_ONE = argument("one", metavar=Text("ONE", "รหัสที่ใช้"))
_OTHER = argument("other", metavar=Text("OTHER", "อีกรหัส"))
_WHY = option(
    "--why",
    required=True,
    metavar=Text("TEXT", "ข้อความ"),
    help=Text("The reason, for whoever reads it later.", "เหตุผล สำหรับผู้ที่มาอ่านภายหลัง"),
)
_BY = option(
    "--by",
    metavar=Text("NAME", "ชื่อ"),
    help=Text("Who decides (default: the name you are logged in with).", "ผู้ตัดสิน (ค่าเริ่มต้นคือชื่อผู้ใช้ของเครื่อง)"),
)
_SEED = option(
    "--seed",
    type=FilePath(file_okay=False),
    metavar=Text("DIR", "โฟลเดอร์"),
    help=Text("Folder of judgements.yaml (default seed/).", "โฟลเดอร์ของ judgements.yaml (ค่าเริ่มต้น seed/)"),
)


@click.group(
    cls=Group,
    example="graphmou judge list",
    help=Text(
        """Decide who is the same as whom.

        Decisions are kept in seed/judgements.yaml and honoured by every later load and extraction.
        """,
        """ตัดสินว่าใครหรืออะไรเป็นสิ่งเดียวกัน

        คำตัดสินเก็บไว้ใน seed/judgements.yaml และมีผลกับการนำเข้าและการสกัดข้อมูลทุกครั้งต่อจากนี้
        """,
    ),
)
@session_options
def judge() -> None:
    """Decide who is the same as whom."""


@judge.command(
    example='graphmou judge same wat-phra-fang wat-phra-fang-7e4ad4 --why "one school"',
    help=Text(
        """ONE and OTHER are the same thing.

        They load as one node with the id ONE; names and evidence of OTHER are kept.
        """,
        """ทั้งสองรหัสเป็นสิ่งเดียวกัน

        จะนำเข้าเป็นจุดเดียวที่มีรหัสแรก โดยเก็บชื่อและหลักฐานของอีกรหัสไว้
        """,
    ),
)
@_ONE
@_OTHER
@_WHY
@_BY
@_SEED
@session_options
@pass_session
def same(session: Session, one: str, other: str, why: str, by: str | None, seed: Path | None) -> None:
    """ONE and OTHER are the same thing."""
    judging.judge("same", one, other, why=why, by=by, on=session.today, seed=seed)
    _tell_unknown(session, one, other, seed)
    kept = f"{other} will load as {one}"
    session.tell(Text(f"{kept}. Load again: graphmou load", f"{other} จะนำเข้าเป็น {one} โปรดนำเข้าอีกครั้ง: graphmou load"))


@judge.command(
    example='graphmou judge different wat-mai wat-mai-2 --why "two provinces"',
    help=Text(
        """ONE and OTHER are not the same thing.

        They are never suggested for each other again.
        """,
        """ทั้งสองรหัสไม่ใช่สิ่งเดียวกัน

        จะไม่เสนอให้เป็นสิ่งเดียวกันอีก
        """,
    ),
)
@_ONE
@_OTHER
@_WHY
@_BY
@_SEED
@session_options
@pass_session
def different(session: Session, one: str, other: str, why: str, by: str | None, seed: Path | None) -> None:
    """ONE and OTHER are not the same thing."""
    judging.judge("different", one, other, why=why, by=by, on=session.today, seed=seed)
    _tell_unknown(session, one, other, seed)
    session.tell(
        Text(
            f"{one} and {other} will not be suggested for each other again",
            f"จะไม่เสนอให้ {one} กับ {other} เป็นสิ่งเดียวกันอีก",
        )
    )


def _tell_unknown(session: Session, one: str, other: str, seed: Path | None) -> None:
    """A judgement about an id that nothing has does nothing: say so, and how it is taken back."""
    unknown = judging.unknown_ids(one, other, db=session.place, seed=seed)
    if unknown:
        session.tell(
            Text(
                f"note: nothing is called {' or '.join(unknown)} in the store, seed/ or drafts/. "
                f"If it is misspelt: graphmou judge undo {one} {other}",
                f"หมายเหตุ: ไม่พบรหัส {' หรือ '.join(unknown)} ในที่เก็บข้อมูล seed/ หรือ drafts/ "
                f"หากพิมพ์ผิดให้ยกเลิกด้วย: graphmou judge undo {one} {other}",
            )
        )


@judge.command(
    example="graphmou judge undo wat-mai wat-mai-2",
    help=Text("Take back what was judged about ONE and OTHER.", "ยกเลิกคำตัดสินเกี่ยวกับทั้งสองรหัส"),
)
@_ONE
@_OTHER
@_SEED
@session_options
@pass_session
def undo(session: Session, one: str, other: str, seed: Path | None) -> None:
    """Take back a judgement."""
    taken = judging.undo_judgement(one, other, seed=seed)
    session.tell(
        Text(
            f"taken back: {taken.judged}, {taken.why} ({taken.by}, {taken.on}). Load again: graphmou load",
            f"ยกเลิกแล้ว: {show_word(taken.judged, 'th')}, {taken.why} ({taken.by}, {taken.on}) "
            "โปรดนำเข้าอีกครั้ง: graphmou load",
        )
    )


@judge.command(
    "list",
    example="graphmou judge list",
    help=Text("List what was judged.", "แสดงคำตัดสินทั้งหมด"),
)
@_SEED
@table_options()
@session_options
@pass_session
def list_judgements(session: Session, seed: Path | None, output: TableOutput) -> None:
    """List what was judged."""
    rows: list[list[Cell]] = [[*one.ids, one.judged, one.why, one.by, one.on] for one in judging.judgements(seed)]
    output.show(Table(_COLUMNS, rows), session)


_COLUMNS = [
    Column("id", Text("Id", "รหัส")),
    Column("other_id", Text("Other id", "อีกรหัสหนึ่ง")),
    Column("judged", Text("Judged", "คำตัดสิน"), "word"),
    Column("why", Text("Why", "เหตุผล")),
    Column("by", Text("By", "ผู้ตัดสิน")),
    Column("on", Text("On", "วันที่"), "date"),
]
