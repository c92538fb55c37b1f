"""``report``: a briefing about one office, as a page, a PDF or slides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphmou import dates, places
from graphmou.briefing.collect import collect
from graphmou.briefing.document import Briefing
from graphmou.briefing.writing import write_briefing
from graphmou.commands.reading import day_of
from graphmou.commands.stores import Database, using
from graphmou.entities import resolve_entity
from graphmou.errors import EntityNotFound, UsageError
from graphmou.language import Language, Text
from graphmou.store.protocol import Store
from graphmou.words import show_word

__all__ = ["ENDINGS", "Reported", "report"]

ENDINGS = (".html", ".pdf", ".pptx")
"""What a report can be written as."""
_OFFICE_OF = "MATCH (:School|Group {id: $id})-[:UNDER]->(o:Office) RETURN o.id AS office ORDER BY office LIMIT 1"


@dataclass(frozen=True, slots=True)
class Reported:
    """The report that was written: where, about which office (its id), and how much it tells."""

    file: Path
    office: str
    agreements: int
    schools: int
    gaps: int


def report(
    office: str,
    output: str | Path,
    *,
    db: Database = None,
    as_of: date | str | None = None,
    language: Language = "th",
    today: date | None = None,
) -> Reported:
    """Write a briefing about one office: its network, agreements, schools, people, gaps and sources.

    Args:
        office: its id, name or alias.
        output: the file to write: a page (``.html``), an A4 document (``.pdf``, needs the extra ``pdf``) or slides
            (``.pptx``).
        db: the store.
        as_of: only what was in force, or recorded, on that day (a date, or ISO or Thai text).
        language: of the report; in Thai, dates are of the Buddhist era.
        today: the day that statuses are told as of.

    Raises:
        UsageError: the file's ending is of no report, or ``as_of`` is no day.
        EntityNotFound, EntityAmbiguous: no office is called that, or several are.
        UnknownName, QuestionFileError, StatementError: a saved question or check cannot be asked.
        ExportError: the file cannot be written, or what writes a PDF is not installed.

    Example:
        >>> written = graphmou.report("สพป.นครปฐม เขต 1", folder / "briefing.html", db=db)
        >>> written.office, written.agreements, written.schools
        ('spp-nakhon-pathom-1', 1, 8)
    """
    file = Path(output)
    write = _writer(file)
    day = day_of(as_of, "as_of")
    with using(db) as store:
        found = collect(
            store,
            _office(store, office),
            cypher_folders=places.folders("cypher"),
            today=today or dates.today(),
            as_of=day,
            language=language,
        )
    write(write_briefing(found, language), file)
    gaps = sum(result.count for result in found.gaps)
    return Reported(file, found.office, len(found.agreements), len(found.schools), gaps)


def _office(store: Store, written: str) -> str:
    """The id of the office that was meant.

    Raises:
        EntityNotFound: there is none, or it is something else than an office; the hint says what to write.
        EntityAmbiguous: several are called that.
    """
    try:
        return resolve_entity(store, written, ["Office"]).id
    except EntityNotFound as error:
        try:
            other = resolve_entity(store, written)
        except EntityNotFound:
            raise error from None
    name, kind = other.name or other.id, Text(show_word(other.label, "en"), show_word(other.label, "th"))
    offices = store.run(_OFFICE_OF, {"id": other.id}).rows
    raise EntityNotFound(
        Text(
            f"{name} is no office ({kind.en}); a report is about an office",
            f"{name} ไม่ใช่สำนักงาน ({kind.th}) รายงานจัดทำสำหรับสำนักงานเท่านั้น",
        ),
        hint=Text(
            f"its office: graphmou report {offices[0][0]} ...", f"สำนักงานต้นสังกัด: graphmou report {offices[0][0]} ..."
        )
        if offices
        else Text(
            "graphmou query offices lists the offices; graphmou draw --focus ... draws anything",
            "ดูรายชื่อสำนักงานด้วย graphmou query offices หรือวาดภาพของรายการใดก็ได้ด้วย graphmou draw --focus ...",
        ),
    )


Write = Callable[[Briefing, Path], None]


def _writer(file: Path) -> Write:
    """What writes a briefing to the file.

    Raises:
        UsageError: its ending is of no report.
    """
    writers: Mapping[str, Write] = {".html": _write_page, ".htm": _write_page, ".pdf": _write_pdf, ".pptx": _write_pptx}
    ending = file.suffix.lower()
    if ending not in writers:
        listed = ", ".join(ENDINGS)
        raise UsageError(
            Text(f"{file}: a report ends in {listed}", f"{file}: ไฟล์รายงานต้องลงท้ายด้วย {listed}"),
            hint=Text("write -o report.pdf", "เช่น -o report.pdf"),
        )
    return writers[ending]


# Each exporter is imported when it is used: python-pptx and typst take their time.


def _write_page(briefing: Briefing, file: Path) -> None:
    from graphmou.export.report_html import write_report_page

    write_report_page(briefing, file)


def _write_pdf(briefing: Briefing, file: Path) -> None:
    from graphmou.export.report_pdf import write_report_pdf

    write_report_pdf(briefing, file)


def _write_pptx(briefing: Briefing, file: Path) -> None:
    from graphmou.export.report_pptx import write_report_pptx

    write_report_pptx(briefing, file)
