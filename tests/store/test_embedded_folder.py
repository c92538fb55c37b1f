"""The folder of an embedded store: what is one, and what is none and stays untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.errors import StoreError, StoreMissing
from graphmou.store.embedded import EmbeddedStore
from tests.store.children import run_child
from tests.store.networks import FIRST, SECOND, contents, load, settled


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_missing_store_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as caught:
        EmbeddedStore.open(tmp_path / "graphmou.db")
    assert caught.value.hint is not None
    assert "graphmou load" in caught.value.hint
    assert not (tmp_path / "graphmou.db").exists()


def test_a_store_to_be_made_reads_as_empty_and_leaves_nothing_on_disk(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path / "graphmou.db", create=True) as store:
        assert contents(store.graph()) == {}
        assert store.counts() == ({}, {})
        assert store.details()
        with pytest.raises(StoreMissing):
            store.run("RETURN 1 AS one")
    assert not (tmp_path / "graphmou.db").exists()


def test_a_load_that_fails_leaves_a_place_where_nothing_is_loaded(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path / "graphmou.db", create=True) as store:
        with pytest.raises(KeyError), store.transaction():
            raise KeyError
        assert store.counts() == ({}, {})
    with EmbeddedStore.open(tmp_path / "graphmou.db") as store, pytest.raises(StoreMissing):
        store.run("RETURN 1 AS one")


def test_an_empty_folder_may_become_a_store(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path, create=True) as store:
        load(store, FIRST)
        assert contents(store.graph()) == settled(FIRST)


@pytest.mark.parametrize("name", ["letter.docx", "engine-1", "log", "store.txt"])
def test_a_folder_with_other_files_is_never_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    before = everything_in(tmp_path)
    with pytest.raises(StoreError, match="no graphmou store"):
        EmbeddedStore.open(tmp_path, create=True)
    with pytest.raises(StoreError, match="no graphmou store"), EmbeddedStore.rebuild(tmp_path):
        pass
    assert everything_in(tmp_path) == before


def test_files_that_appear_after_the_store_was_opened_are_not_touched_either(tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path, create=True) as store:
        (tmp_path / "letter.docx").write_text("mine", encoding="utf-8")
        with pytest.raises(StoreError, match="no graphmou store"), store.transaction():
            pass
    assert everything_in(tmp_path) == {"letter.docx": b"mine"}


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "graphmou.db").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be a store"):
        EmbeddedStore.open(tmp_path / "graphmou.db", create=True)
    assert (tmp_path / "graphmou.db").read_text(encoding="utf-8") == "mine"


def test_a_store_works_in_a_folder_with_a_thai_name(tmp_path: Path) -> None:
    place = tmp_path / "ที่เก็บ ข้อมูลเครือข่าย" / "กำ ลัง.db"
    with EmbeddedStore.open(place, create=True) as store:
        load(store, FIRST)
        load(store, SECOND)
        assert contents(store.graph()) == settled(FIRST, SECOND)
        assert store.run("MATCH (n:Office) RETURN count(n) AS n").rows == [[2]]


def test_the_engine_writes_nothing_to_stderr_nor_outside_the_store(tmp_path: Path) -> None:
    program = """
        from graphmou.store.embedded import EmbeddedStore
        from graphmou.store.protocol import Limits
        from tests.store.networks import FIRST, load
        with EmbeddedStore.open("graphmou.db", create=True, on_timeout="exit") as store:
            load(store, FIRST)
            try:
                store.run("RETURN 1 / 0 AS x")
            except Exception as error:
                print(type(error).__name__)
    """
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    environment = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
    environment |= {"XDG_STATE_HOME": str(home / "state"), "TMPDIR": str(home)}
    done = run_child(program, cwd=work, environment=environment)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "StatementError", "")
    assert [path.name for path in work.iterdir()] == ["graphmou.db"]
    assert list(home.iterdir()) == []
