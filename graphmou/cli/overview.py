"""``status``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import command, option
from graphmou.cli.session import Session, TableOutput, pass_session, session_options, table_options
from graphmou.commands import overview
from graphmou.commands.overview import Overview
from graphmou.dates import show_date
from graphmou.language import Language, Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.queries.saved import SEVERITIES
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.terminal import visible
from graphmou.terminal.text import display_width, wrap
from graphmou.words import show_word

__all__ = ["status"]

_WIDTH = 80
_LISTED = 6
_NO_BREAK = "\u00a0"
_DAY = 12
"""Cells of the widest day."""
_LAST_LOAD = Text("last load", "นำเข้าครั้งล่าสุด")
_UNKNOWN = Text("unknown", "ไม่ทราบ")
_DOCUMENTS = Text("documents", "เอกสาร")
_ENTITIES = Text("entities", "สิ่งที่บันทึก")
_RELATIONSHIPS = Text("relationships", "ความสัมพันธ์")
_GAPS = Text("gaps as of {day}", "สิ่งที่ขาด ณ วันที่ {day}")
_MORE = Text("… and {count} more: graphmou query documents", "… และอีก {count}: graphmou query documents")


@command(
    example="graphmou status\ngraphmou status --format json",
    help=Text(
        """Show at a glance what the store holds and what is missing.

        Documents, entities, relationships, gaps by severity, and when it was last loaded.
        """,
        "แสดงภาพรวมของที่เก็บข้อมูลและสิ่งที่ขาด\n\nเอกสาร สิ่งที่บันทึก ความสัมพันธ์ สิ่งที่ขาดตามระดับ และเวลาที่นำเข้าครั้งล่าสุด",
    ),
)
@option(
    "--cypher",
    "folder",
    type=FilePath(exists=True, file_okay=False),
    metavar=Text("DIR", "โฟลเดอร์"),
    help=Text("A folder with checks/ of your own.", "โฟลเดอร์ที่มี checks/ ของตนเอง"),
)
@table_options()
@session_options
@pass_session
def status(session: Session, folder: Path | None, output: TableOutput) -> None:
    """Show at a glance what the store holds and what is missing."""
    with session.store() as store:
        found = overview.status(db=store, folder=folder, today=session.today)
    if output.is_table:
        output.put("".join(f"{line}\n" for line in _screen(found, session.language)))
    else:
        output.show(_table(found), session)


def _screen(found: Overview, language: Language) -> Iterator[str]:
    yield visible(found.location)
    moment = found.last_load
    yield f"{_LAST_LOAD.in_(language)}: {_UNKNOWN.in_(language) if moment is None else _shown(moment, language)}"
    yield ""
    yield f"{_DOCUMENTS.in_(language)}: {len(found.documents)}"
    for one in found.documents[-_LISTED:]:
        day = show_date(one.date, language=language)
        first, *more = wrap(one.title, _WIDTH - 18)
        yield f"  {day}{' ' * (_DAY - display_width(day))}  {first}{' …' if more else ''}"
    if len(found.documents) > _LISTED:
        yield f"  {_MORE.in_(language).format(count=len(found.documents) - _LISTED)}"
    entities = {label: found.labels[label] for label in LABELS if label != "Document" and found.labels.get(label)}
    types = {name: found.types[name] for name in RELATIONSHIP_TYPES if found.types.get(name)}
    for title, counts in ((_ENTITIES, entities), (_RELATIONSHIPS, types)):
        yield ""
        yield f"{title.in_(language)}: {sum(counts.values()):,}"
        yield from _counts(counts, language)
    yield ""
    day = show_date(found.day.isoformat(), language=language)
    gaps = ", ".join(f"{show_word(severity, language).upper()} {found.gaps[severity]}" for severity in SEVERITIES)
    yield f"{_GAPS.in_(language).format(day=day)}: {gaps}  → graphmou check"


def _counts(counts: Mapping[str, int], language: Language) -> Iterator[str]:
    # A number stays with its word.
    text = ", ".join(f"{show_word(name, language)}{_NO_BREAK}{count:,}" for name, count in counts.items())
    for line in wrap(text, _WIDTH - 2):
        yield f"  {visible(line).replace(_NO_BREAK, ' ')}"


def _shown(moment: datetime, language: Language) -> str:
    day = show_date(moment.date().isoformat(), language=language)
    return f"{day} {moment:%H:%M}" + (" น." if language == "th" else "")


def _table(found: Overview) -> Table:
    """The same for programs: what is counted, of which kind, and how many."""
    rows: list[list[Cell]] = [["document", one.id, 1] for one in found.documents]
    rows += [["node", label, count] for label, count in found.labels.items()]
    rows += [["relationship", name, count] for name, count in found.types.items()]
    rows += [["gap", severity, found.gaps[severity]] for severity in SEVERITIES]
    moment = found.last_load
    rows.append(["last_load", None if moment is None else moment.isoformat(), None])
    return Table([Column("what"), Column("name"), Column("count", kind="integer")], rows, Text("status", "สถานะ"))
