"""``extract``."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import click

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.cli.wording import counted
from graphmou.commands import extracting
from graphmou.commands.extracting import DRAFTS, Extracted, Progress
from graphmou.errors import InputError, Problem, UsageError
from graphmou.export.atomic import open_atomically
from graphmou.extract.extractors import OURS
from graphmou.extract.sources import Source, source_of_bytes
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text
from graphmou.places import as_typed
from graphmou.terminal import print_error
from graphmou.terminal.streams import write

__all__ = ["extract"]

_DASH = Path("-")
_LISTED = 20


@command(
    example="graphmou extract news/\ngraphmou review drafts/news-1.yaml",
    help=Text(
        """Read press releases, and write a draft of what each says.

        FILES are .txt, .html, .docx or .pdf with a text layer, folders of them (without the folders inside), or - for
        standard input. A draft is a seed file that is not loaded before somebody has reviewed it.
        """,
        """อ่านข่าวประชาสัมพันธ์ แล้วเขียนร่างข้อมูลของข่าวแต่ละฉบับ

        ไฟล์คือ .txt .html .docx หรือ .pdf ที่มีชั้นข้อความ หรือโฟลเดอร์ของไฟล์เหล่านี้
        (ไม่รวมโฟลเดอร์ย่อย) หรือ - เพื่อรับผ่านไปป์
        ร่างคือไฟล์ข้อมูลที่ยังนำเข้าไม่ได้จนกว่าจะมีผู้ตรวจทาน
        """,
    ),
)
@argument("files", nargs=-1, required=True, type=FilePath(), metavar=Text("FILES", "ไฟล์"))
@option(
    "into",
    "-o",
    "--output",
    type=FilePath(),
    metavar=Text("DIR", "โฟลเดอร์"),
    help=Text(
        f"Folder of the drafts (default {DRAFTS}/); with --format json, the file (default standard output).",
        f"โฟลเดอร์ของร่าง (ค่าเริ่มต้น {DRAFTS}/) หรือไฟล์ เมื่อใช้ --format json (ค่าเริ่มต้นคือแสดงบนหน้าจอ)",
    ),
)
@option(
    "written",
    "--format",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    help=Text("Drafts to review, or JSON for programs.", "ร่างสำหรับตรวจทาน หรือ JSON สำหรับโปรแกรม"),
)
@option(
    "--match",
    is_flag=True,
    help=Text("Link what is found to the graph, or propose candidates.", "เชื่อมสิ่งที่พบกับกราฟ หรือเสนอรายการที่อาจตรงกัน"),
)
@option(
    "--extractor",
    default=OURS,
    metavar=Text("NAME", "ชื่อ"),
    help=Text("Which extractor reads the text (default rules).", "ตัวสกัดข้อมูลที่ใช้อ่าน (ค่าเริ่มต้น rules)"),
)
@option(
    "--force", is_flag=True, help=Text("Also write over drafts that are being reviewed.", "เขียนทับร่างที่กำลังตรวจทานด้วย")
)
@session_options
@pass_session
def extract(
    session: Session,
    files: tuple[Path, ...],
    into: Path | None,
    written: str,
    match: bool,
    extractor: str,
    force: bool,
) -> int:
    """Read press releases, and write a draft of what each says."""
    if into == _DASH and written == "yaml":
        raise UsageError(
            Text(
                "drafts are written into a folder, not to standard output",
                "ร่างต้องเขียนลงโฟลเดอร์ ไม่ใช่ช่องทางแสดงผลมาตรฐาน",
            ),
            hint=Text("name a folder, or add --format json", "ระบุโฟลเดอร์ หรือเพิ่ม --format json"),
        )
    if into == _DASH:
        into = None  # standard output, as everywhere
    problems: list[Problem] = []
    given = [path for one in files for path in _given(one, problems)]
    if written == "json":
        if match:
            raise UsageError(
                Text("--match is for drafts, not for --format json", "--match ใช้กับร่าง ไม่ใช้กับ --format json"),
                hint=Text("leave one of the two out", "เลือกใช้เพียงอย่างเดียว"),
            )
        _write_json(session, given, into, extractor, problems, several=len(files) > 1 or files[0].is_dir())
    elif given:
        done = _Done()
        with _progress() as progress:
            for one in extracting.extract_each(
                given,
                problems,
                into=into or DRAFTS,
                extractor=extractor,
                match=match,
                db=session.place if match else None,
                force=force,
                progress=progress,
            ):
                done.add(one)
        _tell(done, session)
    if problems:
        said = Text(f"{counted(len(problems), 'file')} left out:", f"ไม่ได้สกัดข้อมูลจาก {len(problems)} ไฟล์:")
        print_error(InputError(said, problems), language=session.language)
    return 1 if problems else 0


def _given(path: Path, problems: list[Problem]) -> Iterator[Path | Source]:
    if path != _DASH:
        yield path
        return
    raw = sys.stdin.buffer.read()
    name = Path(f"text-{hashlib.sha256(raw).hexdigest()[:6]}.txt")
    try:
        yield source_of_bytes(raw, name, keep=True)
    except Unreadable as error:
        problems.append(error.problem)


def _write_json(
    session: Session,
    given: list[Path | Source],
    file: Path | None,
    extractor: str,
    problems: list[Problem],
    *,
    several: bool,
) -> None:
    """One object, or a list of them, written one by one: a file of ten thousand needs the memory of one."""
    found = extracting.extract_objects
    with _progress() as progress, nullcontext() if file is None else open_atomically(file) as target:
        count = 0
        for one in found(given, problems, extractor=extractor, progress=progress):
            opening = "" if not several else "[\n" if not count else ",\n"
            _put(opening + json.dumps(one, ensure_ascii=False, indent=None if several else 2), target)
            count += 1
        _put(("\n]\n" if count else "[]\n") if several else "\n" if count else "", target)
    if file is not None:
        session.tell(Text(f"{counted(count, 'document')} written to {file}", f"เขียนข้อมูล {count} เอกสารลงใน {file}"))


def _put(text: str, file: BinaryIO | None) -> None:
    if file is None:
        write(sys.stdout, text)
    else:
        file.write(text.encode("utf-8"))


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr where a person looks at it; nothing where it goes to a file."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[name]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, name="")

        def told(done: int, total: int, file: Path) -> None:
            bar.update(task, completed=done, total=total, name=file.name)

        yield told


@dataclass(slots=True)
class _Done:
    """What is told of the drafts: their files, and sums."""

    drafts: list[str] = field(default_factory=list)
    items: int = 0
    warnings: int = 0
    linked: int = 0
    proposed: int = 0
    refused: list[Text] = field(default_factory=list)
    known: list[tuple[Path, Path]] = field(default_factory=list)

    def add(self, one: Extracted) -> None:
        """Count one draft in."""
        self.drafts.append(str(one.draft))
        self.items += one.items
        self.warnings += one.warnings
        self.linked += one.linked
        self.proposed += one.proposed
        self.refused += one.refused
        if one.known is not None:
            self.known.append((one.draft, one.known))


def _tell(done: _Done, session: Session) -> None:
    write(sys.stdout, "".join(f"{draft}\n" for draft in done.drafts))
    items, warnings, linked, proposed = done.items, done.warnings, done.linked, done.proposed
    refused = [line.in_(session.language) for line in done.refused]
    if refused:
        listed = "\n".join(f"  {line}" for line in refused[:_LISTED])
        session.tell(
            Text(
                f"{counted(len(refused), 'finding')} refused: the text does not say them\n{listed}",
                f"ไม่รับข้อมูล {len(refused)} รายการ เพราะไม่มีข้อความรองรับ\n{listed}",
            )
        )
    if not done.drafts:
        return
    for draft, known in done.known:
        _tell_known(draft, known, session)
    more_en = f", {linked} linked to the graph" if linked else ""
    more_th = f" เชื่อมกับกราฟ {linked} รายการ" if linked else ""
    more_en += f", {proposed} to compare with it (m in the review)" if proposed else ""
    more_th += f" ต้องเทียบกับกราฟ {proposed} รายการ (กด m เมื่อตรวจทาน)" if proposed else ""
    first = as_typed(Path(done.drafts[0]))
    session.tell(
        Text(
            f"{counted(len(done.drafts), 'draft')} with {counted(items, 'item')} and {counted(warnings, 'warning')}"
            f"{more_en}. Next: graphmou review {first}",
            f"ร่าง {len(done.drafts)} ไฟล์ รวม {items} รายการ ข้อควรตรวจสอบ {warnings} ข้อ{more_th} "
            f"ขั้นต่อไป: graphmou review {first}",
        )
    )


def _tell_known(draft: Path, known: Path, session: Session) -> None:
    session.tell(
        Text(
            f"{draft}: this text was reviewed before, {as_typed(known)} is what came of it; keep one of the two",
            f"{draft}: ข่าวนี้ตรวจทานแล้ว ผลอยู่ใน {as_typed(known)} โปรดเก็บไว้เพียงไฟล์เดียว",
        )
    )
