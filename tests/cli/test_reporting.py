"""``graphmou report``."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou
from graphmou.errors import ExportError
from tests.cli.conftest import Cli

OFFICE = "spp-nakhon-pathom-1"


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("pptx", b"PK")])
def test_a_report_is_written_as_its_ending_says(cli: Cli, loaded: Path, ending: str, begins: bytes) -> None:
    ran = cli("report", OFFICE, "-o", f"รายงาน.{ending}")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("1 agreement, 8 schools, 9 gaps reported: ")
    assert Path(f"รายงาน.{ending}").read_bytes().startswith(begins)


def test_it_is_thai_unless_english_is_asked_for(cli: Cli, loaded: Path) -> None:
    cli("report", "สพป.นครปฐม เขต 1", "-o", "th.html")
    cli("report", OFFICE, "-o", "en.html", "--lang", "en")
    assert '<html lang="th">' in Path("th.html").read_text("utf-8")
    assert "ข้อมูล ณ วันที่ 1 มิ.ย. 2565" in Path("th.html").read_text("utf-8")
    assert "as of 2022-06-01" in Path("en.html").read_text("utf-8")


def test_the_days_are_those_that_were_given(cli: Cli, loaded: Path) -> None:
    cli("report", OFFICE, "-o", "r.html", "--as-of", "1 มกราคม 2567", "--today", "2024-06-01")
    text = Path("r.html").read_text("utf-8")
    assert "เฉพาะข้อมูลที่มีผล ณ วันที่ 1 ม.ค. 2567" in text
    assert "ยังไม่มีข้อตกลงของสำนักงานนี้หรือเครือข่ายของสำนักงานบันทึกไว้" in text


def test_an_unknown_office_is_met_with_those_it_may_be(cli: Cli, loaded: Path) -> None:
    ran = cli("report", "นครปฐม", "-o", "r.html")
    assert ran.code == 1
    assert OFFICE in ran.err
    assert not Path("r.html").exists()


def test_a_school_is_refused_with_its_office(cli: Cli, loaded: Path) -> None:
    ran = cli("report", "โรงเรียนบ้านอ้อกระทิง", "-o", "r.html")
    assert ran.code == 1
    assert "is no office (school)" in ran.err
    assert f"graphmou report {OFFICE}" in ran.err
    thai = cli("report", "matichon-munsut", "-o", "r.html", "--lang", "th")
    assert "ไม่ใช่สำนักงาน (บุคคล)" in thai.err
    assert "graphmou query offices" in thai.err


def test_wrong_words_are_wrong_usage_and_write_nothing(cli: Cli, loaded: Path) -> None:
    assert cli("report", OFFICE).code == 2
    ran = cli("report", OFFICE, "-o", "r.docx")
    assert ran.code == 2
    assert ".html, .pdf, .pptx" in ran.err
    assert cli("report", OFFICE, "-o", "r.html", "--as-of", "2021").code == 2
    assert not list(Path().glob("r.*"))


def test_a_folder_that_is_not_there_is_said_and_an_old_report_stays(cli: Cli, loaded: Path) -> None:
    assert "make the folder" in cli("report", OFFICE, "-o", "nowhere/r.html").err
    Path("old.pdf").write_bytes(b"old")
    with pytest.raises(ExportError):
        graphmou.report(OFFICE, Path("old.pdf") / "r.pdf", db=loaded)
    assert Path("old.pdf").read_bytes() == b"old"


def test_without_a_store_it_says_what_to_do(cli: Cli) -> None:
    ran = cli("report", OFFICE, "-o", "r.html")
    assert ran.code == 1
    assert "graphmou load" in ran.err
