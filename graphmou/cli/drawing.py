"""``draw``."""

from __future__ import annotations

from pathlib import Path

import click

from graphmou import dates
from graphmou.cli.arguments import FilePath
from graphmou.cli.asking import given_parameters
from graphmou.cli.session import Command, Session, TableOutput, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import drawing
from graphmou.errors import UsageError
from graphmou.export.tables import DATA_FORMATS
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.terminal import note
from graphmou.view.picture import Gallery, Marks

__all__ = ["draw"]

_EXAMPLE = """\
graphmou draw five-networks -o network.pptx
graphmou draw -o wat-phra-fang.html --focus wat-phra-fang --hops 2"""


@click.command(cls=Command, example=_EXAMPLE)
@click.argument("name", required=False)
@click.option(
    "file", "-o", "--output", type=FilePath(), metavar="FILE", help="Ends in .html, .svg, .png, .pptx or .pdf."
)
@click.option("--focus", metavar="ENTITY", help="Draw what is around it: an id, name or alias.")
@click.option("--hops", type=click.IntRange(min=0), help="How far around the focus (default 1).")
@click.option("--as-of", metavar="DAY", help="Only what was in force on that day.")
@click.option("given", "-p", multiple=True, metavar="NAME=VALUE", help="A parameter of the picture's question.")
@click.option("--title", help="Instead of the picture's own.")
@click.option("--no-ghosts", is_flag=True, help="Leave out what was declared but not named.")
@click.option("--no-gaps", is_flag=True, help="Mark no gaps.")
@click.option("--no-fade", is_flag=True, help="Draw what has ended like the rest.")
@click.option("--no-dash", is_flag=True, help="Draw what is inferred like the rest.")
@click.option(
    "--renderer",
    type=click.Choice(drawing.RENDERERS),
    default="vis",
    show_default=True,
    help="Of a page; pyvis is for up to 300 nodes.",
)
@click.option("--scale", type=float, default=2.0, show_default=True, help="Sharpness of a .png.")
@click.option("--format", "table_format", type=click.Choice(["table", *DATA_FORMATS]), help="Of the list of pictures.")
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
    renderer: drawing.Renderer,
    scale: float,
    table_format: str | None,
) -> None:
    """Draw a picture of the network: the one called NAME, or all of it; with neither NAME nor FILE, list them.

    A page works without internet, in Thai and English; figures and slides are in one language.
    """
    if file is None:
        asked = (
            name or focus or hops is not None or as_of or given or title or no_ghosts or no_gaps or no_fade or no_dash
        )
        if asked:
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
    off = no_ghosts or no_gaps or no_fade or no_dash
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
            marks=Marks(not no_ghosts, not no_gaps, not no_dash, not no_fade) if off else None,
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
