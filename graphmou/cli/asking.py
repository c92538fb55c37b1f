"""``query``, ``cypher``, ``check``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from graphmou import dates
from graphmou.checks import CheckResult, worst
from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command, option
from graphmou.cli.gaps import check_report
from graphmou.cli.session import Session, TableOutput, pass_session, session_options, table_options
from graphmou.commands import asking
from graphmou.errors import ParameterError, UsageError
from graphmou.export.atomic import write_atomically
from graphmou.export.junit import junit_xml
from graphmou.language import Text
from graphmou.queries import questions_page
from graphmou.queries.saved import SEVERITIES, Library, Severity
from graphmou.store.protocol import Cell, Limits
from graphmou.table import Column, Table, table_of
from graphmou.terminal import note
from graphmou.terminal.streams import write

__all__ = ["check", "cypher", "explain", "given_parameters", "query"]

_GAPS_FOUND = 3

_FOLDER = option(
    "--cypher",
    "folder",
    type=FilePath(exists=True, file_okay=False),
    metavar=Text("DIR", "โฟลเดอร์"),
    help=Text("A folder with queries/ and checks/ of your own.", "โฟลเดอร์ที่มี queries/ และ checks/ ของตนเอง"),
)
_PARAMETERS = option(
    "given",
    "-p",
    multiple=True,
    metavar=Text("NAME=VALUE", "ชื่อ=ค่า"),
    help=Text("A parameter; may be repeated.", "พารามิเตอร์ของคำถาม ระบุซ้ำได้หลายตัว"),
)
_TIMEOUT = option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    help=Text("Seconds a statement may take.", "เวลาสูงสุดของหนึ่งคำสั่ง (วินาที)"),
)
_ROWS = option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help=Text("Rows an answer may have.", "จำนวนแถวสูงสุดของคำตอบ"),
)


@command(
    example="graphmou query mentor-schools -p min_partners=3 -p as_of=2021-06-30",
    help=Text(
        """Ask a saved question; without NAME, list them.

        An entity is given by its id, its name or another name:

        \b
        -p school=โรงเรียนวัดพระฝาง
        """,
        """ถามคำถามที่บันทึกไว้ หากไม่ระบุชื่อจะแสดงรายชื่อคำถาม

        ระบุโรงเรียน สำนักงาน หรือบุคคลด้วยรหัส ชื่อ หรือชื่ออื่น:

        \b
        -p school=โรงเรียนวัดพระฝาง
        """,
    ),
)
@argument("name", required=False, metavar=Text("NAME", "ชื่อคำถาม"))
@_PARAMETERS
@option(
    "--show",
    is_flag=True,
    help=Text("Print the question's file: header and Cypher.", "แสดงไฟล์ของคำถาม ทั้งส่วนหัวและคำสั่ง Cypher"),
)
@option(
    "docs",
    "--write-docs",
    type=FilePath(),
    metavar=Text("FILE.md", "ไฟล์.md"),
    help=Text("Write a page that describes every question and check.", "เขียนหน้าที่อธิบายคำถามและรายการตรวจสอบทั้งหมด"),
)
@_FOLDER
@_TIMEOUT
@table_options()
@session_options
@pass_session
def query(
    session: Session,
    name: str | None,
    given: tuple[str, ...],
    show: bool,
    docs: Path | None,
    folder: Path | None,
    timeout: float,
    output: TableOutput,
) -> None:
    """Ask a saved question, or list them."""
    if docs is not None:
        found = asking.library(folder=folder)
        write_atomically(docs, questions_page(found).encode("utf-8"))
        counts = (len(found.queries), len(found.checks))
        session.tell(
            Text(
                "{} questions and {} checks described: {}".format(*counts, docs),
                "เขียนคำอธิบายคำถาม {} ข้อ และรายการตรวจสอบ {} รายการ: {}".format(*counts, docs),
            )
        )
        for problem in found.problems:
            note(problem.in_(session.language))
        return
    if name is None:
        if given or show:
            raise UsageError(
                Text("which question?", "โปรดระบุชื่อคำถาม"),
                hint=Text("graphmou query lists them", "ดูรายชื่อคำถามด้วยคำสั่ง graphmou query"),
            )
        found = asking.library(folder=folder)
        output.show(_list(found, session, output), session)
        for problem in found.problems:
            note(problem.in_(session.language))
        return
    if show:
        question = asking.question(name, folder=folder)
        note(str(question.file))
        write(sys.stdout, question.source)
        return
    parameters = given_parameters(given)
    limits = Limits(seconds=timeout)
    with session.store() as store:
        asked = asking.query(
            name,
            parameters,
            db=store,
            folder=folder,
            today=session.today,
            limits=limits,
        )
    as_of = asked.parameters.get("as_of")
    output.show(asked.table(), session, as_of=as_of if isinstance(as_of, str) else None)


def _list(found: Library, session: Session, output: TableOutput) -> Table:
    if output.is_table:
        columns = [Column("name", Text("name", "ชื่อ")), Column("title", Text("question", "คำถาม"))]
        listed: list[list[Cell]] = [[one.name, one.title.in_(session.language)] for one in found.queries.values()]
        return Table(columns, listed, Text("questions", "คำถาม"))
    names = ("name", "title", "title_th", "parameters")
    rows = [[one.to_json()[name] for name in names] for one in found.queries.values()]
    return Table([Column(name) for name in names], rows, Text("questions", "คำถาม"))


def given_parameters(given: Sequence[str]) -> dict[str, Cell]:
    """What was given as ``-p NAME=VALUE``, by name.

    Raises:
        ParameterError: one is not of that form, or given twice.
    """
    parameters: dict[str, Cell] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise ParameterError(
                Text(f"-p {one}: is not NAME=VALUE", f"-p {one}: ไม่อยู่ในรูปแบบ ชื่อ=ค่า"),
                hint=Text(
                    "write -p name=value, in quotes if it has blanks",
                    "เขียนเป็น -p ชื่อ=ค่า และใส่เครื่องหมายคำพูดครอบหากมีช่องว่าง",
                ),
            )
        if name.strip() in parameters:
            raise ParameterError(
                Text(f"-p {name.strip()} is given twice", f"ระบุ -p {name.strip()} ซ้ำ"),
                hint=Text("give each parameter once", "ระบุพารามิเตอร์แต่ละตัวเพียงครั้งเดียว"),
            )
        parameters[name.strip()] = value
    return parameters


@command(
    example="graphmou cypher 'MATCH (s:School) RETURN s.id, s.name ORDER BY s.id LIMIT 5'",
    help=Text(
        """Run Cypher of your own; - reads STATEMENT from standard input.

        Without --write nothing can be changed. What is written by hand stays until a load puts its own facts right.
        """,
        "สั่งคำสั่ง Cypher ของตนเอง (- คือรับคำสั่งผ่านไปป์)\n\n"
        "หากไม่ระบุ --write จะเปลี่ยนแปลงข้อมูลไม่ได้ สิ่งที่เขียนด้วยมือจะคงอยู่จนกว่าการนำเข้าจะแก้ข้อเท็จจริงให้ตรงกับเอกสาร",
    ),
)
@argument("statement", metavar=Text("STATEMENT", "คำสั่งCypher"))
@option(
    "given",
    "-p",
    multiple=True,
    metavar=Text("NAME=TEXT", "ชื่อ=ข้อความ"),
    help=Text("A parameter; NAME:=JSON for numbers, lists and maps.", "พารามิเตอร์ ใช้ ชื่อ:=JSON สำหรับจำนวน รายการ และแมป"),
)
@option(
    "--write",
    "writing",
    is_flag=True,
    help=Text("Allow the statement to change the store.", "อนุญาตให้คำสั่งเปลี่ยนแปลงข้อมูล"),
)
@_TIMEOUT
@_ROWS
@table_options()
@session_options
@pass_session
def cypher(
    session: Session,
    statement: str,
    given: tuple[str, ...],
    writing: bool,
    timeout: float,
    max_rows: int,
    output: TableOutput,
) -> None:
    """Run Cypher of one's own."""
    if statement == "-":
        if sys.stdin is None:
            raise UsageError(
                Text("standard input is closed", "ช่องทางรับข้อมูลเข้า (standard input) ปิดอยู่"),
                hint=Text(
                    "pipe a statement in, or write it in quotes instead of -",
                    "ส่งคำสั่งผ่านไปป์ หรือเขียนคำสั่งในเครื่องหมายคำพูดแทน -",
                ),
            )
        statement = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    parameters = _typed_parameters(given)
    with session.store() as store:
        answer = asking.cypher(
            statement, parameters, db=store, write=writing, limits=Limits(seconds=timeout, rows=max_rows)
        )
    output.show(table_of(answer), session)


def _typed_parameters(given: Sequence[str]) -> dict[str, Cell]:
    parameters: dict[str, Cell] = {}
    for name, value in given_parameters(given).items():
        plain = name.removesuffix(":").strip()
        if plain in parameters:
            raise ParameterError(
                Text(f"-p {plain} is given twice", f"ระบุ -p {plain} ซ้ำ"),
                hint=Text("give each parameter once", "ระบุพารามิเตอร์แต่ละตัวเพียงครั้งเดียว"),
            )
        if plain == name:
            parameters[name] = value
            continue
        try:
            parameters[plain] = json.loads(str(value))
        except ValueError as error:
            hint = Text(
                f"write -p {plain}:=3, -p '{plain}:=[1, 2]', or -p {plain}=text",
                f"เขียนเป็น -p {plain}:=3, -p '{plain}:=[1, 2]' หรือ -p {plain}=ข้อความ",
            )
            raise ParameterError(
                Text(f"-p {plain}: {value!r} is no JSON: {error}", f"-p {plain}: {value!r} ไม่ใช่ JSON ที่ถูกต้อง: {error}"),
                hint=hint,
            ) from None
    return parameters


@command(
    example="graphmou check --as-of 2021-06-30 --fail-on warning",
    help=Text(
        """Look for gaps in the networks and their record.

        What was declared but not recorded, what does not add up, what nobody supports. NAMES are checks;
        without any, all of them. Every check reports its count, zero too.
        """,
        "ตรวจหาสิ่งที่ขาดในเครือข่ายและในการบันทึก\n\n"
        "เช่น สิ่งที่ประกาศแต่ยังไม่ได้บันทึก จำนวนที่รวมแล้วไม่ตรงกัน และโรงเรียนที่ไม่มีผู้ดูแล "
        "ระบุชื่อรายการตรวจสอบ หากไม่ระบุจะตรวจทั้งหมด ทุกรายการรายงานจำนวนที่พบ แม้เป็นศูนย์",
    ),
)
@argument("names", nargs=-1, metavar=Text("NAMES", "ชื่อรายการตรวจสอบ"))
@option(
    "--as-of",
    metavar=Text("DAY", "วันที่"),
    help=Text("Judge what was recorded by that day.", "ตรวจเฉพาะสิ่งที่บันทึกไว้ถึงวันนั้น"),
)
@option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=Text(
        "Exit code 3 when a gap of this severity or graver stands.",
        "จบด้วยรหัส 3 เมื่อพบสิ่งที่ขาดระดับนี้หรือร้ายแรงกว่า",
    ),
)
@_FOLDER
@_TIMEOUT
@table_options(more_formats=("junit",))
@session_options
@pass_session
def check(
    session: Session,
    names: tuple[str, ...],
    as_of: str | None,
    fail_on: Severity,
    folder: Path | None,
    timeout: float,
    output: TableOutput,
) -> int:
    """Look for gaps in the networks and their record."""
    day = dates.a_day(as_of, "--as-of") if as_of else None
    with session.store() as store:
        results = asking.check(
            names,
            db=store,
            folder=folder,
            as_of=day,
            today=session.today,
            language=session.language,
            limits=Limits(seconds=timeout),
        )
    _show_results(results, session, output, fail_on, day or session.today, named=bool(names))
    return _GAPS_FOUND if worst(results, fail_on) else 0


def _show_results(
    results: list[CheckResult], session: Session, output: TableOutput, fail_on: Severity, day: date, *, named: bool
) -> None:
    if output.format == "junit":
        output.put(junit_xml(results, fail_on))
    elif output.is_json:
        listed = [result.to_json() for result in results]
        output.put(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    elif output.is_table:
        lines = check_report(results, session.language, day, named=named)
        output.put("".join(f"{line}\n" for line in lines))
    else:
        output.show(_all_gaps(results), session)


def _all_gaps(results: list[CheckResult]) -> Table:
    """All gaps in one table, for formats that hold only one: what every check has in common."""
    names = ("check", "severity", "id", "name", "message")
    rows = [
        [result.name, result.severity, gap["id"], gap["name"], gap["message"]]
        for result in results
        for gap in result.gaps
    ]
    return Table([Column(name) for name in names], rows, Text("gaps", "สิ่งที่ขาด"))


@command(
    example="graphmou explain mentor-schools",
    help=Text(
        """Show how the engine would answer a saved question or check.

        Nothing is run. Which plan an engine makes depends on what the store holds.
        """,
        "แสดงแผนที่ฐานข้อมูลจะใช้ตอบคำถามหรือรายการตรวจสอบที่บันทึกไว้\n\nคำสั่งจะไม่ทำงานจริง แผนขึ้นอยู่กับข้อมูลที่มีอยู่",
    ),
)
@argument("name", metavar=Text("NAME", "ชื่อ"))
@_FOLDER
@session_options
@pass_session
def explain(session: Session, name: str, folder: Path | None) -> None:
    """Show how the engine would answer a saved question or check."""
    with session.store() as store:
        write(sys.stdout, asking.explain(name, db=store, folder=folder).rstrip() + "\n")
