"""Help is short and ends with a real example; wrong words say what the right ones are."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

COMMANDS = (
    "load",
    "unload",
    "rebuild",
    "verify",
    "schema",
    "query",
    "cypher",
    "check",
    "explain",
    "analyze",
    "draw",
    "export",
    "doctor",
)
SERVER_COMMANDS = ("neo4j up", "neo4j down", "neo4j status")


@pytest.mark.parametrize("command", ["", *COMMANDS, "neo4j", *SERVER_COMMANDS])
def test_help_is_short_and_ends_with_an_example(cli: Cli, command: str) -> None:
    shown = cli(*command.split(), "--help")
    assert shown.code == 0
    lines = shown.out.rstrip().splitlines()
    assert len(lines) <= 40
    example = lines[lines.index("Example:") + 1 :]
    assert example
    assert all(line.startswith(f"  graphmou {command}".rstrip()) for line in example)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in ("verify", "doctor", "schema")])
def test_the_example_of_the_help_works(cli: Cli, loaded: Path, command: str) -> None:
    if command == "load":
        Path("seed").symlink_to(Path(__file__).parents[2] / "seed")
    example = cli(command, "--help").out.rstrip().splitlines()[-1].strip()
    ran = cli(*shlex.split(example)[1:])
    assert ran.code == (3 if command == "check" else 0), ran.err


def test_the_example_of_a_parameter_stands_in_one_line(cli: Cli) -> None:
    assert "  -p school=โรงเรียนวัดพระฝาง" in cli("query", "--help").out.splitlines()


def test_no_command_shows_the_help(cli: Cli) -> None:
    assert "mentor-schools" in cli().out + cli().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["qery"], "No such command"),
        (["load", "--dryrun"], "--dry-run"),
        (["query", "mentor-schools", "--format", "pdf"], "'table', 'json'"),
        (["query", "mentor-schools", "-p", "min_partners"], "NAME=VALUE"),
        (["query", "mentor-schools", "-p", "min_partners=1", "-p", "min_partners=2"], "twice"),
        (["query", "mentor-schools", "-p", "min_partner=1"], "min_partners"),
        (["query", "mentor-schools", "-p", "min_partners=three"], "min_partners"),
        (["query", "mentor-schools", "-p", "as_of=05/06/2562"], "day/month"),
        (["query", "--show"], "which question"),
        (["cypher", "RETURN $x AS x", "-p", "x:=[1"], "no JSON"),
        (["draw", "-o", "picture.bmp"], ".html"),
        (["query", "mentor-schools", "--today", "someday"], "--today"),
        (["load", "--db", "http://localhost"], "http"),
    ],
)
def test_wrong_words_are_exit_2_and_say_what_is_right(cli: Cli, loaded: Path, words: list[str], said: str) -> None:
    ran = cli(*words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_a_wrong_name_suggests_the_near_one(cli: Cli, loaded: Path) -> None:
    assert "mentor-schools" in cli("query", "mentor-school").err
    ran = cli("query", "partners-of", "-p", "school=โรงเรียนวัดพระฝัง")
    assert ran.code == 1
    assert "wat-phra-fang" in ran.err
