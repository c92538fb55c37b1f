"""The Python API: every command is a documented function, and its example works."""

from __future__ import annotations

import doctest
import inspect
from pathlib import Path

import pytest

import graphmou
from graphmou import places

COMMANDS = sorted(
    name
    for name in graphmou.__all__
    if inspect.isfunction(getattr(graphmou, name))
    and getattr(graphmou, name).__module__.startswith("graphmou.commands")
)


def test_every_command_of_the_shell_is_a_function() -> None:
    assert {"load", "unload", "rebuild", "verify", "schema", "query", "cypher", "check", "draw", "doctor"} <= set(
        COMMANDS
    )


@pytest.mark.parametrize("name", graphmou.__all__)
def test_what_is_exported_exists_and_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(graphmou, name))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_works(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    db = tmp_path / "graphmou.db"
    graphmou.load(db=db)
    known = {"graphmou": graphmou, "db": db, "folder": tmp_path, "seed": places.data_folder("seed")}
    example = doctest.DocTestParser().get_doctest(
        inspect.getdoc(getattr(graphmou, name)) or "", known, name, None, None
    )
    assert example.examples, "no example in its docstring"
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=report.append)
    assert not report, "".join(report)
