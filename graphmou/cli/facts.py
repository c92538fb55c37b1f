"""``load``, ``unload``, ``rebuild``, ``verify``, ``schema``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.changes import NOTHING_CHANGES, changes_table, print_changes
from graphmou.cli.session import Command, Session, TableOutput, pass_session, session_options, table_options
from graphmou.cli.wording import counted
from graphmou.commands import loading, verifying
from graphmou.commands.loading import LoadReport
from graphmou.language import Text

__all__ = ["load", "rebuild", "schema", "unload", "verify"]

_PATHS = click.argument("paths", nargs=-1, type=FilePath())
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Print the plan, change nothing.")


@click.command(cls=Command, example="graphmou load seed/ --dry-run")
@_PATHS
@_DRY_RUN
@table_options()
@session_options
@pass_session
def load(session: Session, paths: tuple[Path, ...], dry_run: bool, output: TableOutput) -> None:
    """Load seed files: what a document said before is replaced.

    PATHS are files or folders; without any, the seed/ of the project folder you stand in, else the five
    networks that come with graphmou. All of it is loaded, or nothing.
    """
    _show(loading.load(paths or None, db=session.place, dry_run=dry_run), session, output)


@click.command(cls=Command, example="graphmou unload spm-34-2020-09-03")
@click.argument("document")
@_DRY_RUN
@table_options()
@session_options
@pass_session
def unload(session: Session, document: str, dry_run: bool, output: TableOutput) -> None:
    """Take back what one document said.

    DOCUMENT is its id, its file name or that of its seed file, or its title. What other documents say too stays.
    """
    _show(loading.unload(document, db=session.place, dry_run=dry_run), session, output)


@click.command(cls=Command, example="graphmou rebuild")
@_PATHS
@table_options()
@session_options
@pass_session
def rebuild(session: Session, paths: tuple[Path, ...], output: TableOutput) -> None:
    """Make the store anew from the seed.

    The seed is the truth: this is the way out of a damaged store. Documents that are not among the seed
    files, and what was added by hand to an embedded store, are gone afterwards.
    """
    _show(loading.rebuild(paths or None, db=session.place), session, output)


@click.command(cls=Command, example="graphmou verify --documents press-releases/")
@_PATHS
@click.option(
    "--documents",
    required=True,
    type=FilePath(),
    metavar="DIR",
    help="Folder with the source documents.",
)
@session_options
@pass_session
def verify(session: Session, paths: tuple[Path, ...], documents: Path) -> None:
    """Compare the evidence of seed files with the source documents.

    Each document must be the file that was read (sha256), every phrase must stand where the seed says, and
    the phrases of a fact must name it.
    """
    result = verifying.verify(paths or None, documents=documents)
    session.tell(
        Text(
            f"Found in {counted(result.documents, 'document')}: "
            f"{counted(result.phrases, 'phrase')} of {counted(result.facts, 'fact')}.",
            f"พบข้อความหลักฐาน {result.phrases} ข้อความ ของข้อเท็จจริง {result.facts} รายการ ใน {result.documents} เอกสาร",
        )
    )


@click.command(cls=Command, example="graphmou schema > seed.schema.json")
def schema() -> None:
    """Print the JSON Schema of seed files, for editors."""
    click.echo(json.dumps(verifying.schema(), ensure_ascii=False, indent=2))


def _show(report: LoadReport, session: Session, output: TableOutput) -> None:
    if output.is_table:
        print_changes(report, session)
    else:
        output.show(changes_table(report.changes), session)
        if not report.changes:
            session.tell(NOTHING_CHANGES)
