"""``draw``."""

from __future__ import annotations

from pathlib import Path

import click

from graphmou import dates
from graphmou.cli.arguments import FilePath
from graphmou.cli.asking import given_parameters
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.session import Session, TableOutput, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import drawing
from graphmou.errors import UsageError
from graphmou.export.picture_files import RENDERERS, Renderer
from graphmou.export.tables import DATA_FORMATS
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.terminal import note
from graphmou.view.picture import Gallery, Marks

__all__ = ["draw"]


@command(
    example="graphmou draw five-networks -o network.pptx\n"
    "graphmou draw -o wat-phra-fang.html --focus wat-phra-fang --hops 2",
    help=Text(
        """Draw the picture called NAME, or without NAME the whole network.

        With neither NAME nor FILE, list the pictures. A page works without internet, in Thai and English; figures and
        slides are in one language.
        """,
        """วาดภาพตามชื่อที่ระบุ หากไม่ระบุชื่อจะวาดทั้งเครือข่าย

        หากไม่ระบุทั้งชื่อและไฟล์จะแสดงรายการภาพ หน้าเว็บใช้ได้โดยไม่ต้องมีอินเทอร์เน็ต ทั้งภาษาไทยและภาษาอังกฤษ
        ส่วนภาพนิ่งและสไลด์เป็นภาษาเดียว
        """,
    ),
)
@argument("name", required=False, metavar=Text("NAME", "ชื่อภาพ"))
@option(
    "file",
    "-o",
    "--output",
    type=FilePath(),
    metavar=Text("FILE", "ไฟล์"),
    help=Text("Ends in .html, .svg, .png, .pptx or .pdf.", "ลงท้ายด้วย .html .svg .png .pptx หรือ .pdf"),
)
@option(
    "--focus",
    metavar=Text("ENTITY", "รายการ"),
    help=Text("Draw what is around it: an id, name or alias.", "วาดสิ่งที่อยู่รอบรายการนี้ ระบุด้วยรหัส ชื่อ หรือชื่ออื่น"),
)
@option(
    "--hops",
    type=click.IntRange(min=0),
    help=Text("How far around the focus (1 where not given).", "จำนวนช่วงจากรายการนั้น (หากไม่ระบุคือ 1)"),
)
@option("--as-of", metavar=Text("DAY", "วันที่"), help=Text("Only what was in force then.", "เฉพาะที่มีผลในวันนั้น"))
@option(
    "given",
    "-p",
    multiple=True,
    metavar=Text("NAME=VALUE", "ชื่อ=ค่า"),
    help=Text("A parameter of the picture's question.", "พารามิเตอร์ของคำถามในภาพ"),
)
@option("--title", help=Text("Instead of the picture's own.", "ชื่อภาพแทนชื่อเดิม"))
@option(
    "--no-ghosts", is_flag=True, help=Text("Leave out what was announced but not named.", "ไม่แสดงสิ่งที่ประกาศแต่ไม่ระบุชื่อ")
)
@option("--no-gaps", is_flag=True, help=Text("Mark no gaps.", "ไม่แสดงเครื่องหมายสิ่งที่ขาด"))
@option("--no-fade", is_flag=True, help=Text("Draw what has ended like the rest.", "ไม่ทำสีจางให้สิ่งที่สิ้นสุดแล้ว"))
@option("--no-dash", is_flag=True, help=Text("Draw what is inferred like the rest.", "ไม่ใช้เส้นประกับสิ่งที่อนุมาน"))
@option(
    "--renderer",
    type=click.Choice(RENDERERS),
    default="vis",
    show_default=True,
    help=Text("Of a page; pyvis is for up to 300 nodes.", "สำหรับหน้าเว็บ โดย pyvis เหมาะกับไม่เกิน 300 จุด"),
)
@option(
    "--scale", type=float, default=2.0, show_default=True, help=Text("Sharpness of a .png.", "ความละเอียดของไฟล์ .png")
)
@option(
    "--format",
    "table_format",
    type=click.Choice(["table", *DATA_FORMATS]),
    help=Text("Of the list of pictures.", "รูปแบบของรายการภาพ"),
)
@session_options
@pass_session
def draw(
    session: Session,
    name: str | None,
    file: Path | None,
    focus: str | None,
    hops: int | None,
    as_of: str | None,
    given: tuple[str, ...],
    title: str | None,
    no_ghosts: bool,
    no_gaps: bool,
    no_fade: bool,
    no_dash: bool,
    renderer: Renderer,
    scale: float,
    table_format: str | None,
) -> None:
    """Draw a picture, or list the pictures there are."""
    unmarked = no_ghosts or no_gaps or no_fade or no_dash
    if file is None:
        if name or focus or hops is not None or as_of or given or title or unmarked:
            raise UsageError(
                Text("where should the picture go?", "ต้องการบันทึกภาพไว้ที่ใด"),
                hint=Text(
                    "add -o FILE.html (or .svg, .png, .pptx, .pdf)", "เพิ่ม -o FILE.html (หรือ .svg .png .pptx .pdf)"
                ),
            )
        _list(drawing.pictures(), session, TableOutput(table_format, None, wide=False))
        return
    if table_format is not None:
        raise UsageError(
            Text("--format is of the list of pictures", "--format ใช้กับรายการภาพเท่านั้น"),
            hint=Text("the ending of FILE says how a picture is written", "รูปแบบของภาพกำหนดด้วยนามสกุลของไฟล์"),
        )
    parameters = given_parameters(given)
    day = dates.a_day(as_of, "--as-of") if as_of else None
    with session.store() as store:
        drawn = drawing.draw(
            file,
            name,
            db=store,
            focus=focus,
            hops=hops,
            as_of=day,
            parameters=parameters,
            title=title,
            marks=Marks(not no_ghosts, not no_gaps, not no_dash, not no_fade) if unmarked else None,
            renderer=renderer,
            scale=scale,
            language=session.language,
            today=session.today,
        )
    for one in drawn.notes:
        session.tell(one)
    place = drawn.file.resolve()
    session.tell(
        Text(
            f"{counted(drawn.nodes, 'node')} and {counted(drawn.relationships, 'relationship')} drawn: {place}",
            f"วาดแล้ว {drawn.nodes} จุด {drawn.relationships} ความสัมพันธ์: {place}",
        )
    )


def _list(gallery: Gallery, session: Session, output: TableOutput) -> None:
    """The pictures there are; broken files are told of after them."""
    title = Text("pictures", "ภาพ")
    if output.is_table:
        columns = [Column("name", Text("name", "ชื่อ")), Column("title", Text("picture", "ภาพ"))]
        listed: list[list[Cell]] = [
            [one.name, one.listed_title.in_(session.language)] for one in gallery.pictures.values()
        ]
        output.show(Table(columns, listed, title), session)
    else:
        names = ("name", "title", "title_th")
        rows = [[one.to_json()[name] for name in names] for one in gallery.pictures.values()]
        output.show(Table([Column(name) for name in names], rows, title), session)
    for problem in gallery.problems:
        note(problem.in_(session.language))
