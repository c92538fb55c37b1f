"""``load``, ``unload``, ``rebuild``, ``verify``, ``schema``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.changes import NOTHING_CHANGES, changes_table, changes_text
from graphmou.cli.session import Session, TableOutput, pass_session, session_options, table_options
from graphmou.cli.wording import counted
from graphmou.commands import loading, verifying
from graphmou.commands.loading import LoadReport
from graphmou.language import Text

__all__ = ["load", "rebuild", "schema", "unload", "verify"]

_PATHS = argument("paths", nargs=-1, type=FilePath(), metavar=Text("PATHS", "ไฟล์หรือโฟลเดอร์"))
_DRY_RUN = option("--dry-run", is_flag=True, help=Text("Print the plan, change nothing.", "แสดงแผนโดยไม่เปลี่ยนแปลงข้อมูล"))


@command(
    example="graphmou load seed/ --dry-run",
    help=Text(
        """Load seed files: what a document said before is replaced.

        PATHS are files or folders; without any, the seed/ of the project folder you stand in, else the five
        networks that come with graphmou. All of it is loaded, or nothing.
        """,
        "นำเข้าไฟล์ข้อมูล แทนที่สิ่งที่เอกสารเดียวกันเคยระบุไว้\n\n"
        "ระบุไฟล์หรือโฟลเดอร์ หากไม่ระบุจะใช้ seed/ ของโฟลเดอร์โครงการที่อยู่ หรือเครือข่ายทั้งห้าที่มากับ graphmou "
        "ข้อมูลจะนำเข้าครบทั้งหมดหรือไม่นำเข้าเลย",
    ),
)
@_PATHS
@_DRY_RUN
@table_options()
@session_options
@pass_session
def load(session: Session, paths: tuple[Path, ...], dry_run: bool, output: TableOutput) -> None:
    """Load seed files."""
    _show(loading.load(paths or None, db=session.place, dry_run=dry_run), session, output)


@command(
    example="graphmou unload spm-34-2020-09-03",
    help=Text(
        """Take back what one document said.

        DOCUMENT is its id, its file name or that of its seed file, or its title. What other documents say too stays.
        """,
        "นำข้อมูลของเอกสารหนึ่งฉบับออก\n\nระบุเอกสารด้วยรหัส ชื่อไฟล์ของเอกสารหรือของไฟล์ข้อมูล หรือชื่อเรื่อง สิ่งที่เอกสารอื่นระบุไว้ด้วยจะยังคงอยู่",
    ),
)
@argument("document", metavar=Text("DOCUMENT", "เอกสาร"))
@_DRY_RUN
@table_options()
@session_options
@pass_session
def unload(session: Session, document: str, dry_run: bool, output: TableOutput) -> None:
    """Take back what one document said."""
    _show(loading.unload(document, db=session.place, dry_run=dry_run), session, output)


@command(
    example="graphmou rebuild",
    help=Text(
        """Make the store anew from the seed.

        The seed is the truth: this is the way out of a damaged store. Documents that are not among the seed
        files, and what was added by hand to an embedded store, are gone afterwards.
        """,
        "สร้างที่เก็บข้อมูลขึ้นใหม่จากไฟล์ข้อมูล\n\n"
        "ไฟล์ข้อมูลเป็นต้นฉบับ จึงใช้คำสั่งนี้เมื่อที่เก็บข้อมูลเสียหาย เอกสารที่ไม่อยู่ในไฟล์ข้อมูล "
        "และข้อมูลที่เพิ่มด้วยมือในที่เก็บข้อมูลแบบโฟลเดอร์จะหายไป",
    ),
)
@_PATHS
@table_options()
@session_options
@pass_session
def rebuild(session: Session, paths: tuple[Path, ...], output: TableOutput) -> None:
    """Make the store anew from the seed."""
    _show(loading.rebuild(paths or None, db=session.place), session, output)


@command(
    example="graphmou verify --documents press-releases/",
    help=Text(
        """Compare the evidence of seed files with the source documents.

        Each document must be the file that was read (sha256), every phrase must stand where the seed says, and
        the phrases of a fact must name it.
        """,
        "ตรวจสอบหลักฐานในไฟล์ข้อมูลเทียบกับเอกสารต้นฉบับ\n\n"
        "เอกสารแต่ละฉบับต้องเป็นไฟล์เดียวกับที่อ่านไว้ (sha256) ข้อความที่ยกมาต้องอยู่ในตำแหน่งที่ระบุ "
        "และข้อความหลักฐานของแต่ละข้อเท็จจริงต้องระบุชื่อของสิ่งนั้น",
    ),
)
@_PATHS
@option(
    "--documents",
    required=True,
    type=FilePath(),
    metavar=Text("DIR", "โฟลเดอร์"),
    help=Text("Folder with the source documents.", "โฟลเดอร์ที่เก็บเอกสารต้นฉบับ"),
)
@session_options
@pass_session
def verify(session: Session, paths: tuple[Path, ...], documents: Path) -> None:
    """Compare the evidence of seed files with the source documents."""
    result = verifying.verify(paths or None, documents=documents)
    session.tell(
        Text(
            f"Found in {counted(result.documents, 'document')}: "
            f"{counted(result.phrases, 'phrase')} of {counted(result.facts, 'fact')}.",
            f"พบข้อความหลักฐาน {result.phrases} ข้อความ ของข้อเท็จจริง {result.facts} รายการ ใน {result.documents} เอกสาร",
        )
    )


@command(
    example="graphmou schema > seed.schema.json",
    help=Text(
        "Print the JSON Schema of seed files, for editors.", "แสดง JSON Schema ของไฟล์ข้อมูล สำหรับโปรแกรมแก้ไขข้อความ"
    ),
)
@session_options
def schema() -> None:
    """Print the JSON Schema of seed files."""
    click.echo(json.dumps(verifying.schema(), ensure_ascii=False, indent=2))


def _show(report: LoadReport, session: Session, output: TableOutput) -> None:
    if output.is_table:
        output.put(changes_text(report, session.language))
    else:
        output.show(changes_table(report.changes), session)
        if not report.changes:
            session.tell(NOTHING_CHANGES)
