"""The Python API: every command is a documented function, and its example works."""

from __future__ import annotations

import doctest
import inspect
from datetime import date, datetime
from pathlib import Path

import pytest

import graphmou
from graphmou import places
from graphmou.errors import UsageError

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


SEED = places.data_folder("seed")


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    graphmou.load(db=tmp_path / "graphmou.db")
    return tmp_path / "graphmou.db"


@pytest.mark.parametrize("paths", [SEED, str(SEED), [SEED], [str(SEED)]])
def test_one_path_is_as_good_as_a_list(paths: str | Path | list[str | Path], tmp_path: Path) -> None:
    assert graphmou.load(paths, db=tmp_path / "graphmou.db").labels["Document"] == 5
    assert len(graphmou.read_seed(paths)) == 5


def test_no_paths_at_all_are_not_the_built_in_ones(db: Path) -> None:
    nothing: list[str | Path] = []
    for paths in (nothing, "", [""]):
        with pytest.raises(UsageError, match="no seed file or folder is named"):
            graphmou.load(paths, db=db)
        with pytest.raises(UsageError):
            graphmou.rebuild(paths, db=db)
        with pytest.raises(UsageError):
            graphmou.read_seed(paths)
    assert graphmou.load(db=db, dry_run=True).labels["Document"] == 5


def test_an_empty_place_is_not_the_current_folder(db: Path) -> None:
    with pytest.raises(UsageError, match="expected a folder"):
        graphmou.check(db="")


def test_a_check_is_named_by_one_word(db: Path) -> None:
    assert [result.name for result in graphmou.check("too-few-partners", db=db)] == ["too-few-partners"]


@pytest.mark.parametrize("day", ["2020-12-31", "31 ธันวาคม 2563", date(2020, 12, 31), datetime(2020, 12, 31, 9, 30)])
def test_a_day_is_a_date_or_text(db: Path, day: date | str) -> None:
    (result,) = graphmou.check("declared-vs-recorded", as_of=day, db=db)
    assert [gap["declared"] for gap in result.gaps] == [38]
    assert graphmou.analyze(as_of=day, db=db).as_of == date(2020, 12, 31)
    assert graphmou.query("mentor-schools", {"as_of": day}, db=db).parameters["as_of"] == "2020-12-31"


def test_what_is_no_day_is_wrong_usage(db: Path) -> None:
    with pytest.raises(UsageError, match="as_of"):
        graphmou.check(as_of="someday", db=db)


def test_a_report_names_the_documents_beside_the_folder(db: Path, tmp_path: Path) -> None:
    assert graphmou.load(db=db).other_documents == []
    (tmp_path / "seed").mkdir()
    one = SEED / "spm-34-2020-09-03.yaml"
    (tmp_path / "seed" / one.name).write_bytes(one.read_bytes())
    assert len(graphmou.load("seed", db=db).other_documents) == 4
    assert graphmou.load(one, db=db).other_documents == []


def test_a_function_called_as_a_room_is_stays_a_function() -> None:
    import graphmou.export.atomic
    import graphmou.extract.findings

    assert inspect.isfunction(graphmou.export)
    assert inspect.isfunction(graphmou.extract)
    assert inspect.isfunction(graphmou.export)
