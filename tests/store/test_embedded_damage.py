"""What is stored is what was written: damage is noticed whatever one does, and wholeness is not doubted."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmou.errors import StoreDamaged, StoreError
from graphmou.plan import plan_load
from graphmou.store.embedded import EmbeddedStore
from tests.store.networks import FIRST, FIRST_CHANGED, SECOND, contents, load, settled

FILES = (
    "School_0.*.bucket",
    "School_0_out_edges.*.bucket",
    "School_0_[0-9]*idx",
    "MENTORS_0.*.bucket",
    "dictionary.*.dict",
    "schema.json",
    "configuration.json",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole") / "graphmou.db"
    with EmbeddedStore.open(place, create=True) as store:
        load(store, FIRST)
        load(store, SECOND)
    return place


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A store of the test's own that holds FIRST and SECOND, written by two transactions."""
    shutil.copytree(whole, tmp_path / "graphmou.db")
    return tmp_path / "graphmou.db"


def engine_of(folder: Path) -> Path:
    """The engine's own folder."""
    name: str = json.loads((folder / "store.json").read_text(encoding="utf-8"))["engine"]
    return folder / name


def contents_of_files(folder: Path) -> dict[str, bytes]:
    """The engine's files, but for the one it writes about itself."""
    return {path.name: path.read_bytes() for path in engine_of(folder).iterdir() if path.name != "statistics.json"}


def uses(folder: Path) -> list[Callable[[], object]]:
    """Everything one can do with a store that is there."""

    def transaction() -> None:
        with EmbeddedStore.open(folder).transaction():
            pass

    def run() -> object:
        with EmbeddedStore.open(folder) as store:
            return store.run("MATCH (n) RETURN count(n) AS nodes")

    return [
        EmbeddedStore.open(folder).graph,
        EmbeddedStore.open(folder).counts,
        run,
        transaction,
    ]


@pytest.mark.parametrize("pattern", FILES)
@pytest.mark.parametrize("harm", ["deleted", "cut short", "a bit turned"])
def test_a_damaged_file_is_noticed_at_open_and_named(folder: Path, pattern: str, harm: str) -> None:
    (file,) = engine_of(folder).glob(pattern)
    if harm == "deleted":
        file.unlink()
    elif harm == "cut short":
        os.truncate(file, file.stat().st_size // 2)
    else:
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    with pytest.raises(StoreDamaged) as caught:
        EmbeddedStore.open(folder).graph()
    assert file.name in str(caught.value)
    assert "graphmou rebuild" in str(caught.value)
    assert any(file.name in problem.en for problem in EmbeddedStore.open(folder).deep_check())


def test_a_rebuild_cures_a_damaged_store(folder: Path) -> None:
    (bucket,) = engine_of(folder).glob("School_0.*.bucket")
    bucket.unlink()
    with EmbeddedStore.rebuild(folder) as transaction:
        assert contents(transaction.graph()) == {}
        transaction.apply(plan_load(transaction.graph(), [FIRST, SECOND]))
    assert contents(EmbeddedStore.open(folder).graph()) == settled(FIRST, SECOND)
    assert EmbeddedStore.open(folder).deep_check() == []


def test_whatever_one_does_the_damage_is_noticed(folder: Path) -> None:
    (bucket,) = engine_of(folder).glob("School_0.*.bucket")
    bucket.unlink()
    for use in uses(folder):
        with pytest.raises(StoreDamaged):
            use()


def test_damage_is_noticed_by_a_store_that_was_whole_when_it_was_opened(folder: Path) -> None:
    store = EmbeddedStore.open(folder)
    assert store.counts()[0]["School"] == 4
    load(store, FIRST_CHANGED)
    (bucket,) = engine_of(folder).glob("School_0.*.bucket")
    bucket.unlink()
    with pytest.raises(StoreDamaged):
        store.counts()


def test_a_lost_engine_folder_is_damage(folder: Path) -> None:
    shutil.rmtree(engine_of(folder))
    for use in uses(folder):
        with pytest.raises(StoreDamaged, match="gone"):
            use()


@pytest.mark.parametrize("said", ["", "{", "[]", '{"format": 1}', "\x00\x00"], ids=repr)
def test_an_unreadable_store_json_is_damage_that_a_rebuild_cures(folder: Path, said: str) -> None:
    (folder / "store.json").write_text(said, encoding="utf-8")
    for use in uses(folder):
        with pytest.raises(StoreDamaged, match=r"store\.json"):
            use()
    with EmbeddedStore.rebuild(folder) as transaction:
        transaction.apply(plan_load(transaction.graph(), [FIRST]))
    assert contents(EmbeddedStore.open(folder).graph()) == settled(FIRST)


def test_a_store_of_a_newer_graphmou_is_left_alone(folder: Path) -> None:
    said = json.loads((folder / "store.json").read_text(encoding="utf-8"))
    (folder / "store.json").write_text(json.dumps({**said, "format": 99}), encoding="utf-8")
    for use in uses(folder):
        with pytest.raises(StoreError, match="another version"):
            use()


def test_counts_that_nobody_wrote_are_damage_after_a_killed_writer(folder: Path) -> None:
    # Without checksums, as a killed writer leaves it, the counts decide.
    said = json.loads((folder / "store.json").read_text(encoding="utf-8"))
    said["files"] = None
    said["accepted"] = [{"nodes": {"School": 3}, "relationships": {}}]
    (folder / "store.json").write_text(json.dumps(said), encoding="utf-8")
    for use in uses(folder):
        with pytest.raises(StoreDamaged, match="holds 11 nodes"):
            use()


def test_counts_are_right_whatever_the_engine_wrote_down_about_itself(folder: Path) -> None:
    # Readers falsified this file under a writer; since it is never trusted, an old one does no harm.
    store = EmbeddedStore.open(folder)
    store.counts()
    old = (engine_of(folder) / "statistics.json").read_bytes()
    load(store, FIRST_CHANGED)
    (engine_of(folder) / "statistics.json").write_bytes(old)
    held = EmbeddedStore.open(folder)
    graph = held.graph()
    (engine_of(folder) / "statistics.json").write_bytes(old)
    assert held.counts() == (graph.label_counts(), graph.type_counts())
    (engine_of(folder) / "statistics.json").write_bytes(old)
    with EmbeddedStore.open(folder) as asked:
        assert asked.run("MATCH (n:School) RETURN count(n) AS n").rows == [[graph.label_counts()["School"]]]


def test_a_deep_check_finds_nothing_and_changes_nothing(folder: Path) -> None:
    before = contents_of_files(folder)
    assert EmbeddedStore.open(folder).deep_check() == []
    assert contents_of_files(folder) == before
    assert not list(folder.glob("scratch-*"))


def test_reading_leaves_the_engines_files_as_they_are(folder: Path) -> None:
    before = contents_of_files(folder)
    with EmbeddedStore.open(folder) as store:
        store.graph()
        store.run("MATCH (n)-[r]->(m) RETURN n, r, m")
    assert contents_of_files(folder) == before
