"""A writer killed at each of its steps: the store holds the state before or the state after, and goes on."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from graphmou.plan import plan_load
from graphmou.store.embedded import EmbeddedStore
from tests.store.children import run_child, start_child, wait_for
from tests.store.networks import FIRST, SECOND, contents, load, settled

DYING = """
    import os, signal, sys
    from graphmou.plan import plan_load
    from graphmou.store.embedded import EmbeddedStore, engine, files, folder, store, writing
    from tests.store.networks import FIRST, SECOND

    place, work, step, number = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    owner, name, when = {
        "before the state is written": (folder.StoreFolder, "write_state", "before"),
        "after the state is written": (folder.StoreFolder, "write_state", "after"),
        "after the engine is made": (store, "create_engine", "after"),
        "after the engine is opened": (store, "open_to_write", "after"),
        "after the changes are written": (writing.EmbeddedTransaction, "apply", "after"),
        "before the commit": (writing.EmbeddedTransaction, "commit", "before"),
        "after the commit": (writing.EmbeddedTransaction, "commit", "after"),
        "before the files are sealed": (store, "seal", "before"),
        "after the files are sealed": (store, "seal", "after"),
        "before the old engine is removed": (folder.StoreFolder, "sweep", "before"),
    }[step]
    function, calls = getattr(owner, name), 0

    def dying(*given, **named):
        global calls
        calls += 1
        if when == "before" and calls == number:
            die()
        result = function(*given, **named)
        if when == "after" and calls == number:
            die()
        return result

    def die():
        print("dying", flush=True)
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    setattr(owner, name, dying)
    if work == "rebuild":
        with EmbeddedStore.rebuild(place) as transaction:
            transaction.apply(plan_load(transaction.graph(), [SECOND]))
    else:
        with EmbeddedStore.open(place, create=True).transaction() as transaction:
            transaction.apply(plan_load(transaction.graph(), [FIRST, SECOND]))
    print("done")
"""

IN_PLACE = [
    ("before the state is written", 1),
    ("after the state is written", 1),
    ("after the engine is opened", 1),
    ("after the changes are written", 1),
    ("before the state is written", 2),
    ("after the state is written", 2),
    ("before the commit", 1),
    ("after the commit", 1),
    ("before the files are sealed", 1),
    ("after the files are sealed", 1),
    ("after the state is written", 3),
]
BESIDE = [
    ("after the engine is made", 1),
    ("after the changes are written", 1),
    ("after the commit", 1),
    ("after the files are sealed", 1),
]
REBUILDING = [
    *BESIDE,
    ("before the state is written", 1),
    ("after the state is written", 1),
    ("before the old engine is removed", 1),
]
FIRST_LOAD = [
    *BESIDE,
    ("before the state is written", 1),
    ("after the state is written", 1),
    ("before the state is written", 2),
    ("after the state is written", 2),
]

COMMITTING = """
    import sys
    from graphmou.plan import plan_load
    from graphmou.store.embedded import EmbeddedStore
    from tests.store.networks import FIRST, SECOND
    with EmbeddedStore.open(sys.argv[1]).transaction() as transaction:
        transaction.apply(plan_load(transaction.graph(), [FIRST, SECOND]))
        print("committing", flush=True)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("loaded") / "graphmou.db"
    with EmbeddedStore.open(place, create=True) as store:
        load(store, FIRST)
    return place


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """A store that holds FIRST."""
    shutil.copytree(loaded, tmp_path / "graphmou.db")
    return tmp_path / "graphmou.db"


def held(folder: Path) -> dict[str, object]:
    return contents(EmbeddedStore.open(folder, create=True).graph())


def goes_on(folder: Path) -> None:
    """The store takes another load, counts rightly, and nothing of the dead is left."""
    with EmbeddedStore.open(folder, create=True) as store:
        load(store, FIRST, SECOND)
        assert contents(store.graph()) == settled(FIRST, SECOND)
        graph = store.graph()
        assert store.counts() == (graph.label_counts(), graph.type_counts())
        assert store.deep_check() == []
    assert len(list(folder.glob("engine-*"))) == 1
    assert list((folder / "holders").iterdir()) == []


@pytest.mark.parametrize(("step", "number"), IN_PLACE)
def test_killed_while_it_writes_in_place(folder: Path, step: str, number: int) -> None:
    assert run_child(DYING, folder, "load", step, number).stdout == "dying\n"
    before, after = settled(FIRST), settled(FIRST, SECOND)
    committed = step in ("after the commit", "before the files are sealed", "after the files are sealed") or number == 3
    assert held(folder) == (after if committed else before)
    goes_on(folder)


@pytest.mark.parametrize(("step", "number"), REBUILDING)
def test_killed_while_it_rebuilds(folder: Path, step: str, number: int) -> None:
    assert run_child(DYING, folder, "rebuild", step, number).stdout == "dying\n"
    swapped = step in ("after the state is written", "before the old engine is removed")
    assert held(folder) == (settled(SECOND) if swapped else settled(FIRST))
    goes_on(folder)


@pytest.mark.parametrize(("step", "number"), FIRST_LOAD)
def test_killed_while_it_loads_for_the_first_time(tmp_path: Path, step: str, number: int) -> None:
    folder = tmp_path / "graphmou.db"
    assert run_child(DYING, folder, "load", step, number).stdout == "dying\n"
    assert held(folder) == (settled(FIRST, SECOND) if (step, number) == FIRST_LOAD[-1] else {})
    goes_on(folder)


def test_killed_around_the_commit(folder: Path) -> None:
    for delay in (0.0, 0.002, 0.004, 0.008, 0.012, 0.016, 0.024, 0.032):
        with EmbeddedStore.rebuild(folder) as transaction:
            transaction.apply(plan_load(transaction.graph(), [FIRST]))
        with start_child(COMMITTING, folder) as child:
            wait_for(child, "committing")
            time.sleep(delay)
            child.kill()
        assert held(folder) in (settled(FIRST), settled(FIRST, SECOND)), delay
    goes_on(folder)


def test_a_reader_puts_right_what_a_killed_writer_left(folder: Path) -> None:
    run_child(DYING, folder, "load", "after the changes are written", 1)
    with EmbeddedStore.open(folder) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == [[8]]
        assert store.counts()[0]["School"] == 3
