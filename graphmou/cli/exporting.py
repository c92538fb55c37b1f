"""``export``."""

from __future__ import annotations

from pathlib import Path

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import exporting
from graphmou.language import Text

__all__ = ["export"]


@command(
    example="graphmou export network.gexf\ngraphmou export network.xlsx",
    help=Text(
        """Write the whole graph to FILE, for other programs.

        The ending of FILE says how:

        \b
        .gexf     Gephi
        .graphml  Cytoscape, yEd, Gephi, networkx, igraph
        .xlsx     Excel: a sheet for each label and each relationship type
        .csv      Excel: two files, NAME-nodes.csv and NAME-relationships.csv
        .json     programs: everything, nothing changed
        """,
        """เขียนกราฟทั้งหมดลงไฟล์ สำหรับโปรแกรมอื่น

        นามสกุลของไฟล์บอกรูปแบบ:

        \b
        .gexf     Gephi
        .graphml  Cytoscape, yEd, Gephi, networkx, igraph
        .xlsx     Excel: แผ่นงานละหนึ่งชนิดของจุดและของความสัมพันธ์
        .csv      Excel: สองไฟล์ คือ NAME-nodes.csv และ NAME-relationships.csv
        .json     สำหรับโปรแกรม: ข้อมูลครบทุกอย่างตามเดิม
        """,
    ),
)
@argument("file", type=FilePath(), metavar=Text("FILE", "ไฟล์"))
@session_options
@pass_session
def export(session: Session, file: Path) -> None:
    """Write the whole graph to a file for other programs."""
    with session.store() as store:
        exported = exporting.export(file, db=store, language=session.language)
    for one in exported.notes:
        session.tell(one)
    places = ", ".join(str(file.resolve()) for file in exported.files)
    written = f"{counted(exported.nodes, 'node')} and {counted(exported.relationships, 'relationship')} written"
    session.tell(
        Text(
            f"{written}: {places}",
            f"เขียนแล้ว {exported.nodes} จุด {exported.relationships} ความสัมพันธ์: {places}",
        )
    )
