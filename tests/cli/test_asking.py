"""query, cypher and check in a shell: rows on stdout, words on stderr, exit codes that scripts can rely on."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Cli


def test_which_schools_mentor_at_least_three_partners(cli: Cli, loaded: Path) -> None:
    rows = cli("query", "mentor-schools", "-p", "min_partners=3", "--format", "json").json
    assert [(row["school_id"], row["partners"], row["basis"], row["until"]) for row in rows] == [
        ("wat-phra-fang", 4, "inferred", None),
        ("anuban-nakhon-pathom", 3, "stated", "2023-12-31"),
        ("ban-o-krathing", 3, "stated", "2023-12-31"),
    ]


def test_a_table_has_thai_aligned_and_a_summary_beside_the_data(cli: Cli, loaded: Path) -> None:
    ran = cli("query", "mentor-schools", "--lang", "th", "-p", "as_of=๓๐ มิถุนายน ๒๕๖๔")
    assert "โรงเรียนอนุบาลนครปฐม" in ran.out
    assert "31 ธ.ค. 2566" in ran.out or "2566" in ran.out
    assert "2 แถว" in ran.err
    assert "30 มิ.ย. 2564" in ran.err
    assert "แถว" not in ran.out


def test_the_list_of_questions(cli: Cli) -> None:
    listed = cli("query", "--format", "json").json
    assert all({"name", "title", "title_th", "parameters"} == set(one) for one in listed)
    names = {one["name"] for one in listed}
    assert {
        "mentor-schools",
        "partners-of",
        "agreements",
        "parties-of",
        "people-of",
        "search",
        "evidence-of",
        "declarations",
    } <= names
    assert "mentor-schools" in cli("query").out


def test_show_prints_the_cypher_with_its_header(cli: Cli) -> None:
    shown = cli("query", "mentor-schools", "--show").out
    assert "title_th:" in shown
    assert "MATCH" in shown


def test_csv_opens_in_excel_with_thai_intact(cli: Cli, process: Cli, loaded: Path) -> None:
    out = process("query", "mentor-schools", "--format", "csv").out
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[0]["school"] == "โรงเรียนวัดพระฝาง"
    assert rows[1]["until"] == "2023-12-31"


def test_the_ending_of_the_file_tells_its_format(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    ran = cli("query", "mentor-schools", "-o", str(tmp_path / "answer.xlsx"))
    assert ran.code == 0
    assert ran.out == ""
    sheet = openpyxl.load_workbook(tmp_path / "answer.xlsx").active
    assert sheet is not None
    assert sheet["B2"].value == "โรงเรียนวัดพระฝาง"


def test_a_cell_that_would_be_a_formula_is_neutralised(cli: Cli, loaded: Path) -> None:
    out = cli("cypher", "RETURN '=cmd|x' AS a, '@x' AS b, '+1' AS c, -5 AS d", "--format", "csv").out
    assert "'=cmd|x,'@x,'+1,-5" in out


def test_control_characters_never_reach_the_terminal_raw(cli: Cli, loaded: Path) -> None:
    out = cli("cypher", "RETURN $x AS x", "-p", 'x:="a\\u001b[31mb\\u0007"').out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_parameters_are_text_unless_they_are_json(cli: Cli, loaded: Path) -> None:
    rows = cli(
        "cypher",
        "RETURN $a AS a, $b AS b, $c AS c",
        "-p",
        "a=3=x",
        "-p",
        "b:=3",
        "-p",
        'c:=[1, "ก"]',
        "--format",
        "json",
    )
    assert rows.json == [{"a": "3=x", "b": 3, "c": [1, "ก"]}]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:School {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:School) SET n.name = 'x'",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "MERGE (n:School {id: 'x'}) RETURN n.id AS id",
    ],
)
def test_without_write_nothing_is_written_or_read_from_elsewhere(cli: Cli, loaded: Path, statement: str) -> None:
    before = cli("cypher", "MATCH (n) RETURN count(n) AS n, count(n.name) AS names", "--format", "json").json
    ran = cli("cypher", statement)
    assert ran.code == 1
    assert ran.err
    assert "Traceback" not in ran.err
    after = cli("cypher", "MATCH (n) RETURN count(n) AS n, count(n.name) AS names", "--format", "json").json
    assert after == before


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id = f.id RETURN count(*) AS n",
        "MATCH p = (a)-[*1..60]-(b) RETURN count(p) AS n",
        "UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y WITH x + y AS z WHERE z < 0 RETURN z",
    ],
)
def test_a_runaway_statement_is_stopped_by_the_time_out(process: Cli, loaded: Path, statement: str) -> None:
    ran = process("cypher", statement, "--timeout", "2", timeout=60)
    assert ran.code == 1
    assert "2" in ran.err
    assert "Traceback" not in ran.err
    assert process("query", "mentor-schools").code == 0


def test_a_list_larger_than_memory_is_refused(process: Cli, loaded: Path) -> None:
    ran = process("cypher", "UNWIND range(1, 1000000000) AS x RETURN x", "--timeout", "10", timeout=60)
    assert ran.code == 1
    assert "memory" in ran.err or "10" in ran.err


def test_the_row_cap_cuts_an_endless_answer_and_says_so(process: Cli, loaded: Path) -> None:
    ran = process("cypher", "UNWIND range(1, 1000000) AS x RETURN x", "--max-rows", "5", "--format", "json")
    assert [row["x"] for row in ran.json] == [1, 2, 3, 4, 5]
    assert "cut short" in ran.err


def test_a_mistake_in_cypher_is_told_with_its_place(cli: Cli, loaded: Path) -> None:
    ran = cli("cypher", "MATCH (n:School RETURN n")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "java" not in ran.err.lower()


def test_the_gaps_of_the_five_networks_are_the_true_ones(cli: Cli, loaded: Path) -> None:
    ran = cli("check", "--format", "json")
    assert ran.code == 3
    results = {one["check"]: one for one in ran.json}
    assert all({"check", "severity", "title", "count", "gaps"} == set(one) for one in ran.json)
    declared = results["declared-vs-recorded"]["gaps"]
    assert {(gap["what"], gap["declared"], gap["recorded"]) for gap in declared} == {
        ("partners", 11, 0),
        ("schools", 38, 0),
    }
    (headcount,) = results["headcount-mismatch"]["gaps"]
    assert (headcount["declared"], headcount["computed"]) == (135, 129)
    assert "167" in headcount["message"]
    assert results["too-few-partners"]["count"] == 0
    assert [gap["id"] for gap in results["name-variants"]["gaps"]] == ["chaloemphon-rasrichai"]
    assert results["inferred-mentoring"]["count"] == 4
    assert results["without-evidence"]["count"] == 0


def test_every_check_reports_its_count_zero_too(cli: Cli, loaded: Path) -> None:
    out = cli("check").out
    assert "too-few-partners" in out
    assert "without-evidence" in out


def test_the_report_ends_with_the_day_and_shows_where_evidence_is_found(cli: Cli, loaded: Path) -> None:
    assert cli("check").out.splitlines()[-2:] == [
        "ERROR 3, WARNING 10, INFO 28  (as of 2022-06-01)",
        "where a fact comes from: graphmou query evidence-of -p entity=network-anuban-buriram",
    ]
    assert "(ณ วันที่ 30 มิ.ย. 2564)" in cli("check", "--lang", "th", "--as-of", "2021-06-30").out


def test_the_threshold_decides_the_exit_code(cli: Cli, loaded: Path) -> None:
    assert cli("check", "without-evidence").code == 0
    assert cli("check", "name-variants").code == 0
    assert cli("check", "name-variants", "--fail-on", "warning").code == 3
    assert cli("check", "inferred-mentoring", "--fail-on", "warning").code == 0
    assert cli("check", "inferred-mentoring", "--fail-on", "info").code == 3


def test_checks_judge_what_was_recorded_by_the_day(cli: Cli, loaded: Path) -> None:
    gaps = cli("check", "declared-vs-recorded", "--as-of", "2020-12-31", "--format", "json").json[0]["gaps"]
    assert [gap["declared"] for gap in gaps] == [38]


def test_junit_is_xml_with_a_case_for_each_check(cli: Cli, loaded: Path) -> None:
    root = ET.fromstring(cli("check", "--format", "junit").out)
    cases = root.findall(".//testcase")
    assert len(cases) >= 6
    assert root.findall(".//failure")


def test_gaps_as_one_table_for_excel(cli: Cli, loaded: Path) -> None:
    out = cli("check", "--format", "csv").out
    assert "declared-vs-recorded" in out
    assert "too-few-partners" not in out


def test_check_messages_speak_thai(cli: Cli, loaded: Path) -> None:
    out = cli("check", "declared-vs-recorded", "--lang", "th").out
    assert "11" in out
    assert "ผิดพลาด" in out


def test_an_own_folder_of_questions_stands_beside_the_built_in_ones(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "queries"
    folder.mkdir(parents=True)
    header = "/*\ntitle: Mine\ntitle_th: ของฉัน\ncolumns:\n  n: {title: Number, title_th: จำนวน, type: integer}\n*/\n"
    (folder / "mine.cypher").write_text(header + "MATCH (s:School) RETURN count(s) AS n", encoding="utf-8")
    (folder / "broken.cypher").write_text("/*\ntitle: [\n*/\nRETURN 1 AS n", encoding="utf-8")
    assert cli("query", "mine", "--cypher", str(folder.parent), "--format", "json").json == [{"n": 19}]
    listed = cli("query", "--cypher", str(folder.parent))
    assert "mentor-schools" in listed.out
    assert "broken.cypher:" in listed.err
    assert "broken.cypher" in cli("query", "broken", "--cypher", str(folder.parent)).err


def test_a_closed_pipe_is_no_error(loaded: Path) -> None:
    command = f"{sys.executable} -m graphmou cypher 'UNWIND range(1, 50000) AS x RETURN x' | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("words", ["query agreements --format json", "--help", "check"])
def test_a_pipe_closed_at_once_is_success(process: Cli, loaded: Path, words: str) -> None:
    command = f"{{ {sys.executable} -m graphmou {words}; echo $? >&2; }} | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stderr == b"0\n"


def test_closed_standard_streams_are_no_failure_of_ours(loaded: Path) -> None:
    def shell(command: str) -> tuple[int, str, str]:
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m graphmou {command}"], capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    assert shell("query topics >&-")[0] == 0
    assert shell("query topics 2>&-")[0] == 0
    code, _, err = shell("cypher - <&-")
    assert code == 2
    assert "standard input is closed" in err


def test_thai_arguments_are_understood_in_the_locale_c(process: Cli, loaded: Path, tmp_path: Path) -> None:
    c = {"PYTHONUTF8": "0", "LC_ALL": "C"}
    ran = process("query", "partners-of", "-p", "school=โรงเรียนวัดพระฝาง", "--format", "json", **c)
    assert len(ran.json) == 4
    assert process("query", "topics", "-o", tmp_path / "หัวข้อ.csv", **c).code == 0
    assert (tmp_path / "หัวข้อ.csv").is_file()
    refused = process("load", "--db", "คลัง.db", **c)
    assert refused.code == 2
    assert "no folder called คลัง.db" in refused.err


def test_a_dash_is_standard_output(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    assert cli("query", "agreements", "-o", "-", "--format", "json").json
    assert cli("query", "agreements", "-o", "-").out == cli("query", "agreements").out
    assert not (tmp_path / "-").exists()


def test_an_unknown_check_names_the_checks_there_are(cli: Cli, loaded: Path) -> None:
    ran = cli("check", "nosuch")
    assert ran.code == 1
    assert "too-few-partners, without-evidence" in ran.err
    assert "--list" not in ran.err


def test_a_gap_of_a_thing_without_an_id_says_so(cli: Cli, loaded: Path) -> None:
    cli("cypher", "--write", "CREATE (:School {name: 'โรงเรียนไร้รหัส'})")
    assert "- (no id): " in cli("check", "without-evidence").out
    assert "- (ไม่มีรหัส): " in cli("check", "without-evidence", "--lang", "th").out
    assert "None:" not in cli("check").out


def test_a_check_that_is_asked_as_a_question_is_told(cli: Cli, loaded: Path) -> None:
    assert "graphmou check declared-vs-recorded" in cli("query", "declared-vs-recorded").err
