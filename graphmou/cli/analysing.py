"""``analyze``."""

from __future__ import annotations

from typing import Literal

import click

from graphmou import dates
from graphmou.analysis.meanings import METRICS, PROJECTIONS, Metric, Projection
from graphmou.cli.bilingual import command, option
from graphmou.cli.session import Session, TableOutput, pass_session, session_options, table_options
from graphmou.commands import analysing
from graphmou.language import Language, Text
from graphmou.queries import show_word
from graphmou.store.protocol import Cell
from graphmou.table import Table

__all__ = ["analyze"]

_LISTED = 12
_MORE = Text("… and {count} more", "… และอีก {count}")


@command(
    example="graphmou analyze --projection agreements --metric betweenness --top 10",
    help=Text(
        """Say what the shape of the network tells.

        Who is central, what hangs together, and what hangs by a single tie.
        """,
        "วิเคราะห์รูปร่างของเครือข่าย\n\nใครเป็นศูนย์กลาง ส่วนใดเชื่อมโยงกัน และส่วนใดเชื่อมกันด้วยเส้นเดียว",
    ),
)
@option(
    "--projection",
    type=click.Choice(PROJECTIONS),
    default="mentoring",
    show_default=True,
    help=Text(
        "Schools and whom they mentor; parties of one agreement; people who met; everything.",
        "เครือข่ายที่จะวิเคราะห์: โรงเรียนกับโรงเรียนที่เป็นพี่เลี้ยงให้ คู่ความร่วมมือในข้อตกลงเดียวกัน บุคคลที่พบกัน หรือทั้งหมด",
    ),
)
@option(
    "--metric",
    type=click.Choice([*METRICS, "all"]),
    default="all",
    show_default=True,
    help=Text(
        "One metric, or one row for each node with all of them (but bridges).",
        "ตัวชี้วัดเดียว หรือทุกตัวชี้วัด (ยกเว้นสะพาน) จุดละหนึ่งแถว",
    ),
)
@option(
    "--as-of",
    metavar=Text("DAY", "วันที่"),
    help=Text("Only what was in force that day.", "เฉพาะสิ่งที่มีผลในวันนั้น"),
)
@option(
    "--top",
    type=click.IntRange(min=1),
    metavar=Text("N", "จำนวน"),
    help=Text("The first N rows only.", "เฉพาะแถวแรกตามจำนวนนี้"),
)
@table_options()
@session_options
@pass_session
def analyze(
    session: Session,
    projection: Projection,
    metric: Metric | Literal["all"],
    as_of: str | None,
    top: int | None,
    output: TableOutput,
) -> None:
    """Say what the shape of the network tells."""
    day = dates.a_day(as_of, "--as-of") if as_of else None
    with session.store() as store:
        analysis = analysing.analyze(projection, metric, db=store, as_of=day, top=top)
    table = _to_read(analysis.table, session.language) if output.is_table else analysis.table
    output.show(table, session, as_of=day.isoformat() if day else None)


def _to_read(table: Table, language: Language) -> Table:
    """The table as people read it: kinds in their language, and of a long list only the beginning."""
    kinds = [column.name == "kind" for column in table.columns]
    rows = [[_cell(cell, language, kind=kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    return Table(table.columns, rows, table.title, table.notes)


def _cell(cell: Cell, language: Language, *, kind: bool) -> Cell:
    if kind and isinstance(cell, str):
        return show_word(cell, language)
    if isinstance(cell, list) and len(cell) > _LISTED:
        return [*cell[:_LISTED], _MORE.in_(language).format(count=len(cell) - _LISTED)]
    return cell
