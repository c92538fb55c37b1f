"""doctor, languages, places, and the errors nobody should see."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_doctor_shows_python_engines_store_and_terminal(cli: Cli, loaded: Path) -> None:
    ran = cli("doctor", "--format", "json")
    found = {row["what"]: row["found"] for row in ran.json}
    assert ran.code == 0
    assert found["arcadedb"]
    assert "19 School" in found["nodes"]
    assert "21 SIGNED" in found["relationships"]
    assert "Thai" in found["terminal"]


def test_doctor_checks_the_whole_store_when_asked(cli: Cli, loaded: Path) -> None:
    found = {row["what"]: row["found"] for row in cli("doctor", "--deep", "--format", "json").json}
    assert found["deep check"] == "whole"


def test_doctor_without_a_store_says_how_to_make_one(cli: Cli) -> None:
    ran = cli("doctor", "--wide")
    assert ran.code == 0
    assert "graphmou load" in ran.out


def test_doctor_says_that_a_server_does_not_answer(cli: Cli) -> None:
    ran = cli("doctor", "--db", "bolt://127.0.0.1:1", "--format", "json")
    assert ran.code == 1
    assert any(row["what"].startswith("! store") for row in ran.json)


def test_doctor_notices_a_terminal_that_cannot_show_thai(process: Cli, loaded: Path) -> None:
    assert "UTF-8" in process("doctor").out or "utf-8" in process("doctor").out


def test_options_stand_before_the_command_or_after_it(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert cli("--db", other, "load").code == 0
    assert cli("load", "--db", other).code == 0
    assert cli("--lang", "th", "query", "mentor-schools").out == cli("query", "mentor-schools", "--lang", "th").out
    assert Path(other).is_dir()


def test_the_store_can_be_named_in_the_environment(process: Cli, tmp_path: Path) -> None:
    place = str(tmp_path / "elsewhere.db")
    assert process("load", GRAPHMOU_DB=place).code == 0
    assert Path(place).is_dir()


def test_a_folder_that_is_no_store_is_left_alone(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "thesis.txt").write_text("x", encoding="utf-8")
    for words in (["load"], ["query", "mentor-schools"], ["rebuild"]):
        ran = cli(*words, "--db", str(folder))
        assert ran.code == 1
        assert "Traceback" not in ran.err
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_output_is_utf8_whatever_the_code_page(process: Cli, loaded: Path) -> None:
    ran = process("query", "mentor-schools", "--format", "json", PYTHONIOENCODING="cp874", PYTHONUTF8="0")
    assert ran.json[0]["school"] == "โรงเรียนวัดพระฝาง"


def test_a_failure_of_ours_is_told_without_a_traceback(cli: Cli, loaded: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the sky fell")

    monkeypatch.setattr("graphmou.commands.asking.question", broken)
    ran = cli("query", "mentor-schools")
    assert ran.code == 1
    assert "the sky fell" in ran.err
    assert "please report it" in ran.err
    assert "Traceback" not in ran.err
