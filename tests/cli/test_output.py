"""Where an answer goes: a table into a text file, and a refusal before anything is changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    "words",
    [
        ("query", "agreements"),
        ("check", "too-few-partners"),
        ("doctor",),
        ("status",),
        ("load", "--dry-run"),
        ("analyze", "--metric", "degree"),
    ],
)
def test_a_table_goes_into_the_file_that_was_named(cli: Cli, loaded: Path, tmp_path: Path, words: tuple[str]) -> None:
    file = tmp_path / "ตาราง.txt"
    shown = cli(*words).out
    ran = cli(*words, "--format", "table", "-o", str(file))
    assert ran.out == ""
    assert file.read_text(encoding="utf-8") == shown


def test_a_wide_table_is_wide_in_a_file_too(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "wide.txt"
    cli("query", "agreements", "--wide", "--format", "table", "-o", str(file))
    assert file.read_text(encoding="utf-8") == cli("query", "agreements", "--wide").out


@pytest.mark.parametrize("words", [["load"], ["query", "topics"]])
def test_an_xlsx_file_for_a_terminal_is_refused_before_anything_is_done(tmp_path: Path, words: list[str]) -> None:
    leader, follower = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "graphmou", *words, "--format", "xlsx"],
        stdout=follower,
        stderr=subprocess.PIPE,
        env={**os.environ, "GRAPHMOU_LANG": "en"},
        timeout=120,
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert b"an XLSX file cannot be shown as text" in done.stderr
    assert not (tmp_path / "graphmou.db").exists()


@pytest.mark.parametrize(
    ("question", "parameter"), [("mentor-schools", "min_partners=-1"), ("expiring", "within_days=-1")]
)
def test_a_number_that_makes_no_sense_is_refused(cli: Cli, loaded: Path, question: str, parameter: str) -> None:
    ran = cli("query", question, "-p", parameter)
    assert ran.code == 2
    assert "-1 is less than" in ran.err


def test_a_thai_store_is_made_and_opened_in_the_locale_c(process: Cli, tmp_path: Path) -> None:
    made = process("load", "--db", "คลัง/ข้อมูล.db", LC_ALL="C")
    assert made.code == 0, made.err
    assert (tmp_path / "คลัง" / "ข้อมูล.db").is_dir()
    asked = process("query", "topics", "--db", "คลัง/ข้อมูล.db", "--format", "json", LC_ALL="C")
    assert asked.json
