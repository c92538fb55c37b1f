"""``draw``."""

from __future__ import annotations

from pathlib import Path

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import command, option
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import drawing
from graphmou.language import Text

__all__ = ["draw"]


@command(
    example="graphmou draw -o wat-phra-fang.html --focus wat-phra-fang --hops 2",
    help=Text(
        """Draw the network as a page for the browser.

        The page is one file and needs no internet.
        """,
        "วาดเครือข่ายเป็นหน้าเว็บ\n\nหน้าเว็บเป็นไฟล์เดียวและไม่ต้องใช้อินเทอร์เน็ต",
    ),
)
@option(
    "file",
    "-o",
    "--output",
    required=True,
    type=FilePath(),
    metavar=Text("FILE.html", "ไฟล์.html"),
    help=Text("The page to write.", "ไฟล์หน้าเว็บที่จะเขียน"),
)
@option(
    "--focus",
    metavar=Text("ENTITY", "รายการ"),
    help=Text("Draw what is around it: an id, name or alias.", "วาดสิ่งที่อยู่รอบรายการนี้ ระบุด้วยรหัส ชื่อ หรือชื่ออื่น"),
)
@option(
    "--hops",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help=Text("How far around the focus.", "จำนวนช่วงจากรายการนั้น"),
)
@session_options
@pass_session
def draw(session: Session, file: Path, focus: str | None, hops: int) -> None:
    """Draw the network as a page for the browser."""
    with session.store() as store:
        drawn = drawing.draw(file, db=store, focus=focus, hops=hops, language=session.language, today=session.today)
    for one in drawn.notes:
        session.tell(one)
    place = drawn.file.resolve()
    session.tell(
        Text(
            f"{counted(drawn.nodes, 'node')} and {counted(drawn.relationships, 'relationship')} drawn: {place}",
            f"วาดแล้ว {drawn.nodes} จุด {drawn.relationships} ความสัมพันธ์: {place}",
        )
    )
