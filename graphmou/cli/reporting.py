"""``report``."""

from __future__ import annotations

from pathlib import Path

from graphmou import dates
from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import reporting
from graphmou.language import Language, Text

__all__ = ["report"]


@command(
    example="graphmou report spp-nakhon-pathom-1 -o briefing.pdf",
    help=Text(
        """Write a briefing about OFFICE for its director: summary, picture, agreements, schools, people, gaps, sources.

        The briefing is in Thai; --lang en makes it English. An office is given by its id, its name or another name.
        """,
        "จัดทำรายงานสรุปของสำนักงาน\n\nประกอบด้วยบทสรุป ภาพเครือข่าย ข้อตกลง โรงเรียน บุคลากร สิ่งที่ขาด และแหล่งข้อมูล "
        "รายงานเป็นภาษาไทย หากต้องการภาษาอังกฤษให้ระบุ --lang en ระบุสำนักงานด้วยรหัส ชื่อ หรือชื่ออื่น",
    ),
)
@argument("office", metavar=Text("OFFICE", "สำนักงาน"))
@option(
    "file",
    "-o",
    "--output",
    type=FilePath(),
    required=True,
    metavar=Text("FILE", "ไฟล์"),
    help=Text("Ends in .html, .pdf or .pptx.", "ลงท้ายด้วย .html .pdf หรือ .pptx"),
)
@option(
    "--as-of",
    metavar=Text("DAY", "วันที่"),
    help=Text("Only what was in force on that day.", "เฉพาะสิ่งที่มีผลในวันนั้น"),
)
@session_options
@pass_session
def report(session: Session, office: str, file: Path, as_of: str | None) -> None:
    """Write a briefing about an office."""
    # A briefing is for readers of Thai, whatever the language of the analyst's machine.
    language: Language = "en" if session.lang == "en" else "th"
    day = dates.a_day(as_of, "--as-of") if as_of else None
    with session.store() as store:
        written = reporting.report(office, file, db=store, as_of=day, language=language, today=session.today)
    place = written.file.resolve()
    told = f"{counted(written.agreements, 'agreement')}, {counted(written.schools, 'school')}, "
    session.tell(
        Text(
            f"{told}{counted(written.gaps, 'gap')} reported: {place}",
            f"เขียนรายงานแล้ว ข้อตกลง {written.agreements} โรงเรียน {written.schools} สิ่งที่ขาด {written.gaps}: {place}",
        )
    )
