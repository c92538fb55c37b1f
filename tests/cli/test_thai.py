"""``--lang th`` speaks Thai throughout: help, wrong words, errors, plans and gaps, days of the Buddhist era."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from graphmou.cli.bilingual import Argument, Command, Group, Option
from graphmou.cli.main import command_line
from graphmou.cli.usage import in_thai, spoken
from graphmou.terminal.text import display_width
from tests.cli.conftest import Cli

THAI = re.compile("[\u0e01-\u0e5b]")
ISO_DAY = re.compile(r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])")
HEAD = f"document: {{id: d-2023, name: ข่าว, date: 2023-01-01, file: l.txt, sha256: '{'0' * 64}'}}\n"


def commands(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command there is, by the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            assert found is not None
            yield from commands(found, f"{path} {name}".strip())


COMMANDS = dict(commands(command_line))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_option_and_argument_is_explained_in_thai(path: str) -> None:
    command = COMMANDS[path]
    assert isinstance(command, Command | Group), "declare it with graphmou.cli.bilingual.command"
    assert command.explained is not None
    assert THAI.search(command.explained.th), "help=Text(english, thai)"
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            assert isinstance(parameter, Argument), f"{parameter.name}: declare it with bilingual.argument"
            assert parameter.named is not None
            assert THAI.search(parameter.named.th), f"{parameter.name}: metavar=Text(english, thai)"
        elif not getattr(parameter, "hidden", False):
            assert isinstance(parameter, Option), f"{parameter.name}: declare it with bilingual.option"
            assert parameter.explained is not None
            assert THAI.search(parameter.explained.th), f"{parameter.name}: help=Text(english, thai)"
            assert parameter.named is None or THAI.search(parameter.named.th), f"{parameter.name}: metavar in Thai"


@pytest.mark.parametrize("path", COMMANDS)
def test_the_help_page_is_thai_and_fits_the_screen(cli: Cli, path: str) -> None:
    shown = cli(*path.split(), "--help", "--lang", "th") if path else cli("--lang", "th", "--help")
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[0].startswith("วิธีใช้: graphmou")
    assert "ตัวเลือก:" in lines
    assert not re.search(r"Usage|Options:|Commands:|Example:|OPTIONS|\[default|required|Show this", shown.out)
    assert all(display_width(line) <= 80 for line in lines if not line.lstrip().startswith(("graphmou", "--")))


def test_the_columns_of_a_help_page_stand_below_each_other(cli: Cli) -> None:
    lines = cli("neo4j", "up", "--help", "--lang", "th").out.splitlines()
    starts = {display_width(re.match(r"  --\w+ \S+ +", line)[0]) for line in lines if re.match(r"  --\w+ \S+ +", line)}
    assert len(starts) == 1


def test_the_language_may_come_from_the_environment(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMOU_LANG", "th")
    assert "วิธีใช้" in cli("load", "--help").out
    assert "ข้อผิดพลาด" in cli("lod").err
    assert "Usage" in cli("load", "--help", "--lang", "en").out
    assert "Error" in cli("--lang=en", "lod").err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["load", "--dryrun", "--lang", "th"], "th"),
        (["--lang=th", "load"], "th"),
        (["--lang", "fr", "load"], None),
        (["cypher", "--", "--lang", "th"], None),
        (["load", "--lang"], None),
        ([], None),
    ],
)
def test_the_language_is_known_wherever_it_stands(arguments: list[str], language: str | None) -> None:
    assert spoken(arguments) == language


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["qery"], 2, "ไม่มีคำสั่ง 'qery'"),
        ([], 2, "วิธีใช้: graphmou"),
        (["load", "--dryrun"], 2, "ไม่มีตัวเลือก '--dryrun' หมายถึง '--dry-run' หรือไม่"),
        (["query", "topics", "--format", "pdf"], 2, "'pdf' ไม่ใช่ค่าใดใน 'table', 'json'"),
        (["load", "--format"], 2, "ตัวเลือก '--format' ต้องมีค่าตามหลัง"),
        (["load", "--dry-run=1"], 2, "ตัวเลือก '--dry-run' ไม่รับค่า"),
        (["verify"], 2, "ไม่ได้ระบุตัวเลือก '--documents'"),
        (["draw", "five-networks"], 2, "เพิ่ม -o FILE.html"),
        (["unload"], 2, "ไม่ได้ระบุ 'เอกสาร'"),
        (["query", "a", "b", "c"], 2, "มีคำเกินมา: b c"),
        (["analyze", "--top", "0"], 2, "ค่าของ '--top' ใช้ไม่ได้: 0 ไม่อยู่ในช่วง x>=1"),
        (["analyze", "--top", "two"], 2, "'two' ไม่ใช่จำนวนเต็ม"),
        (["query", "topics", "--cypher", "nowhere"], 2, "ไม่พบโฟลเดอร์ 'nowhere'"),
        (["query", "mentor-schools", "-p", "min_partners=three"], 2, "'three' ไม่ใช่จำนวนเต็ม"),
        (["query", "mentor-schools", "-p", "as_of=05/06/2562"], 2, "อ่านได้ทั้งแบบ วัน/เดือน และ เดือน/วัน"),
        (["query", "mentor-schools", "--today", "someday"], 2, "'someday' ไม่ใช่วันที่"),
        (["query", "mentor-school"], 1, "หมายถึง mentor-schools"),
        (["query", "partners-of", "-p", "school=โรงเรียนวัดพระฝัง"], 1, "หมายถึงรายการใดต่อไปนี้หรือไม่"),
        (["check", "nosuch"], 1, "ไม่มีรายการตรวจสอบชื่อ 'nosuch'"),
        (["cypher", "CREATE (n:School)"], 1, "อ่านได้อย่างเดียว"),
        (["cypher", "MATCH (n RETURN n"], 1, "ฐานข้อมูลแจ้งว่า: "),
        (["cypher", "RETURN 'x"], 1, "บรรทัดที่ 1 คอลัมน์ที่ 8: ข้อความเริ่มที่นี่แต่ไม่มีเครื่องหมายปิด"),
        (["draw", "-o", "picture.bmp"], 2, "ไฟล์ภาพต้องลงท้ายด้วย .html"),
        (["export", "network.foo"], 2, "ส่งออกกราฟเป็นรูปแบบ 'foo' ไม่ได้"),
        (["query", "topics", "-o", "nowhere/topics.csv"], 1, "ไม่มีโฟลเดอร์"),
        (["load", "nowhere.yaml"], 1, "ไม่พบไฟล์หรือโฟลเดอร์นี้"),
        (["load", "--db", "http://localhost"], 2, "ไม่ใช่ที่อยู่ของเซิร์ฟเวอร์ Neo4j"),
        (["load", "--db", "bolt://127.0.0.1:1"], 1, "ไม่มีเซิร์ฟเวอร์ Neo4j ตอบที่ bolt://127.0.0.1:1"),
        (["query", "topics", "--db", "elsewhere.db"], 1, "ไม่มีที่เก็บข้อมูลที่"),
        (["unload", "nosuch"], 1, "ไม่มีเอกสารที่นำเข้าแล้วชื่อ 'nosuch'"),
        (["verify", "--documents", "nowhere"], 1, "อ่านเอกสารไม่ได้"),
        (["neo4j", "status"], 1, "ไม่มี Neo4j ทำงานอยู่"),
    ],
)
def test_what_is_wrong_is_said_in_thai(cli: Cli, loaded: Path, words: list[str], code: int, said: str) -> None:
    ran = cli("--lang", "th", *words)
    assert ran.code == code
    assert said in ran.err
    assert not re.search(r"Error|Usage|Try '|did you mean|Invalid|Missing", ran.err.replace("GqlError", ""))


def test_a_statement_that_runs_away_is_told_in_thai(process: Cli, loaded: Path) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*) AS n"
    ran = process("cypher", endless, "--timeout", "0.5", "--lang", "th")
    assert ran.code == 1
    assert ran.err.startswith("ข้อผิดพลาด: คำสั่งทำงานนานเกิน 0.5 วินาที จึงถูกยุติ")


def test_words_of_click_that_are_not_known_are_told_in_english() -> None:
    assert in_thai("Something quite new.") == "Something quite new."


def test_a_seed_file_with_many_faults_is_told_in_thai_line_by_line(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(
        HEAD + "schools:\n- {id: Wat A, name: วัดเอ, founded: 5}\n- {id: b, name: 12}\n- ค\n"
        "agreements:\n- {id: a1, name: ข้อตกลง, signed_on: 05/06/2562, parties: [{party: nobody, role: king}]}\n",
        encoding="utf-8",
    )
    ran = cli("load", "wrong.yaml", "--lang", "th")
    assert ran.code == 1
    problems = [line for line in ran.err.splitlines() if "wrong.yaml:" in line or "→" in line]
    assert len(problems) >= 10
    assert all(THAI.search(re.sub("'[^']*'", "", line)) for line in problems)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: 'x\n", 2, "มีเครื่องหมายคำพูดเปิดแต่ไม่มีเครื่องหมายปิด"),
        ("a:\n\tb: 1\n", 2, "มีอักขระแท็บ"),
        ("a: b: c\n", 1, "มีเครื่องหมาย : ในตำแหน่งที่เริ่มช่องใหม่ไม่ได้"),
        ("a: 1\nb: [1, 2\nc: 3\n", 2, "มี [ หรือ { ที่ไม่มีเครื่องหมายปิด"),
        ("a:\n  b: 1\n c: 2\n", 3, "ย่อหน้าไม่ตรงกับบรรทัดข้างเคียง"),
        ("a: @b\n", 1, "ใส่เครื่องหมายคำพูดครอบค่านั้น"),
        ("a: 1\nb\nc: 2\n", 3, "ช่องข้อมูลไม่มีเครื่องหมาย :"),
        ('a: "c:\\x"\n', 1, "ใช้เครื่องหมาย '...' แทน"),
    ],
)
def test_a_slip_in_yaml_is_told_in_our_words(cli: Cli, tmp_path: Path, text: str, line: int, said: str) -> None:
    (tmp_path / "slip.yaml").write_text(text, encoding="utf-8")
    ran = cli("load", "slip.yaml", "--lang", "th")
    assert ran.code == 1
    assert f"slip.yaml:{line}: ไม่ใช่ YAML ที่ถูกต้อง: " in ran.err
    assert said in ran.err


def test_a_broken_question_is_told_in_thai(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "queries"
    folder.mkdir(parents=True)
    (folder / "bad.cypher").write_text("/*\ntitle: x\ncolumns: {a: {}}\n*/\nRETURN $b AS c\n", encoding="utf-8")
    ran = cli("query", "bad", "--cypher", "own", "--lang", "th")
    assert ran.code == 1
    assert "คำถาม bad ใช้งานไม่ได้" in ran.err
    assert "ใช้ $b ซึ่งส่วนหัวไม่ได้ประกาศไว้" in ran.err


def test_the_days_of_reports_and_tables_are_of_the_buddhist_era(cli: Cli, loaded: Path) -> None:
    gaps = " ".join(cli("check", "agreement-without-term", "--lang", "th").out.split())
    assert "24 ม.ค. 2565" in gaps
    assert not ISO_DAY.search(gaps)
    asked = cli("query", "mentor-schools", "-p", "as_of=2021-06-30", "--lang", "th")
    assert "31 ธ.ค. 2566" in asked.out
    assert not ISO_DAY.search(asked.out)
    assert "ณ วันที่ 30 มิ.ย. 2564" in asked.err
    assert "2023-12-31" in cli("query", "mentor-schools", "--lang", "th", "--format", "json").out


def test_a_plan_and_a_disagreement_are_told_in_thai(cli: Cli, tmp_path: Path) -> None:
    agreement = "agreements:\n- {{id: a1, name: ข้อตกลงหนึ่ง, signed_on: 2021-02-10, ends: {ends}}}\n"
    (tmp_path / "one.yaml").write_text(HEAD + agreement.format(ends="2023-12-31"), encoding="utf-8")
    cli("load", "one.yaml")
    (tmp_path / "one.yaml").write_text(HEAD + agreement.format(ends="2566-11"), encoding="utf-8")
    plan = cli("load", "one.yaml", "--dry-run", "--lang", "th").out
    assert "สิ้นสุด: 31 ธ.ค. 2566 → พ.ย. 2566" in plan
    later = HEAD.replace("d-2023", "d-2024").replace("2023-01-01", "2024-01-01")
    (tmp_path / "two.yaml").write_text(later + agreement.format(ends="2567"), encoding="utf-8")
    loaded = cli("load", "one.yaml", "two.yaml", "--lang", "th").out
    assert "เอกสารไม่ตรงกัน" in loaded
    disagreements = [line for line in loaded.splitlines() if "≠" in line]
    assert disagreements == ["  a1 สิ้นสุด: 31 ธ.ค. 2567 ≠ 30 พ.ย. 2566 (d-2023)"]
    gaps = cli("check", "conflicting-values", "--as-of", "2567-06-01", "--lang", "th").out
    assert "สิ้นสุด ของข้อตกลงหนึ่ง คือ 31 ธ.ค. 2567 แต่ d-2023 ระบุว่า 30 พ.ย. 2566" in " ".join(gaps.split())


def test_doctor_speaks_thai_to_people_and_english_to_programs(cli: Cli, loaded: Path) -> None:
    shown = cli("doctor", "--lang", "th").out
    assert "ที่เก็บข้อมูล" in shown
    assert "โรงเรียน 19" in shown
    assert {"store", "nodes", "terminal"} <= {
        row["what"] for row in cli("doctor", "--lang", "th", "--format", "json").json
    }


def test_who_holds_the_store_is_told_in_thai(cli: Cli, loaded: Path) -> None:
    from graphmou.errors import StoreBusy
    from graphmou.store.lock import FolderLock

    with FolderLock(loaded, 0).exclusive(), pytest.raises(StoreBusy) as caught, FolderLock(loaded, 0).shared():
        pass
    said = caught.value.in_("th")
    assert "กำลังเขียนตั้งแต่" in said
    assert not ISO_DAY.search(said)
    assert "writing since" in str(caught.value)
