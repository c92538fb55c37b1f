"""A statement that runs away is ended: with its child process in Python, with the process in the command line."""

from __future__ import annotations

import shutil
import signal
import subprocess
import textwrap
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graphmou.errors import LimitReached, StatementError
from graphmou.store.embedded import EmbeddedStore
from graphmou.store.protocol import Limits
from tests.store.children import run_child, start_child, wait_for
from tests.store.networks import FIRST, contents, load, settled

# What the engine's own time-out stops, and what it does not.
RUNAWAYS = [
    "UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y WITH x, y WHERE x < y AND x < 0 RETURN x",
    "MATCH (a), (b), (c), (d), (e), (f), (g) WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id = '' RETURN 1 AS x",
    "CALL apoc.util.sleep(60000)",
    "RETURN reduce(s = '', i IN range(1, 10000000) | s + 'x') AS s",
]
TOO_MUCH = [
    "UNWIND range(1, 1000000000) AS x RETURN x",
    "UNWIND range(1, 2000000) AS x RETURN collect(x) AS xs",
]

ASKING = """
    import sys
    from graphmou.store.embedded import EmbeddedStore
    from graphmou.store.protocol import Limits
    print("asking", flush=True)
    print("an answer of before")
    store = EmbeddedStore.open(sys.argv[1], on_timeout="exit")
    print(store.run(sys.argv[2], {}, Limits(seconds=float(sys.argv[3]))))
"""
WRITING = """
    import sys
    from graphmou.store.embedded import EmbeddedStore
    from graphmou.store.protocol import Limits
    with EmbeddedStore.open(sys.argv[1], on_timeout="exit").transaction() as transaction:
        transaction.run("CREATE (:Topic {id: 'half'})", {}, Limits())
        transaction.run(sys.argv[2], {}, Limits(seconds=0.3))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("loaded") / "graphmou.db"
    with EmbeddedStore.open(place, create=True) as store:
        load(store, FIRST)
    return place


@pytest.fixture(scope="module")
def store(loaded: Path) -> Iterator[EmbeddedStore]:
    """A store that tests only read."""
    with EmbeddedStore.open(loaded) as opened:
        yield opened


def child_of(store: EmbeddedStore) -> subprocess.Popen[bytes]:
    assert store._worker is not None
    assert store._worker._process is not None
    return store._worker._process


@pytest.mark.parametrize("statement", RUNAWAYS)
def test_in_python_a_runaway_is_ended_and_told_and_the_next_statement_runs(
    store: EmbeddedStore, statement: str
) -> None:
    with pytest.raises(LimitReached, match=r"longer than 0\.3 s"):
        store.run(statement, limits=Limits(seconds=0.3))
    assert store.run("RETURN 1 AS one").rows == [[1]]


@pytest.mark.parametrize("statement", TOO_MUCH)
def test_a_statement_that_needs_too_much_memory_is_told_without_ending_anything(
    store: EmbeddedStore, statement: str
) -> None:
    store.run("RETURN 1 AS one")
    child = child_of(store)
    with pytest.raises(LimitReached, match=r"too much|memory"):
        store.run(statement)
    assert store.run("RETURN 1 AS one").rows == [[1]]
    assert child_of(store) is child


def test_one_child_answers_many_statements_and_ends_with_the_store(loaded: Path) -> None:
    with EmbeddedStore.open(loaded) as store:
        store.run("RETURN 1 AS one")
        child = child_of(store)
        with pytest.raises(StatementError):
            store.run("RETURN missing")
        store.run("MATCH (n) RETURN n")
        assert child_of(store) is child
        assert child.poll() is None
    assert child.poll() is not None


def test_a_child_that_breaks_down_is_told_and_replaced(store: EmbeddedStore) -> None:
    store.run("RETURN 1 AS one")
    child = child_of(store)
    killer = threading.Timer(0.2, child.kill)
    killer.start()
    with pytest.raises(StatementError, match="broke down"):
        store.run("CALL apoc.util.sleep(60000)")
    killer.join()
    assert store.run("RETURN 1 AS one").rows == [[1]]


def test_a_child_that_waits_keeps_nobody_from_writing(loaded: Path, tmp_path: Path) -> None:
    shutil.copytree(loaded, tmp_path / "graphmou.db")
    with EmbeddedStore.open(tmp_path / "graphmou.db", wait_seconds=0.0) as store:
        assert store.run("MATCH (n:School) RETURN count(n) AS n").rows == [[3]]
        with store.transaction() as transaction:
            transaction.run("CREATE (:School {id: 'x'})", {}, Limits())
        assert store.run("MATCH (n:School) RETURN count(n) AS n").rows == [[4]]


@pytest.mark.parametrize("statement", RUNAWAYS)
def test_in_the_command_line_a_runaway_ends_the_process_with_the_reason(loaded: Path, statement: str) -> None:
    done = run_child(ASKING, loaded, statement, 0.3)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: the statement ran longer than 0.3 s")
    assert "--timeout" in done.stderr
    assert done.stdout == "asking\nan answer of before\n"


@pytest.mark.parametrize("statement", RUNAWAYS[2:])
def test_in_the_command_line_ctrl_c_ends_a_statement_at_once(loaded: Path, statement: str) -> None:
    # Python itself would hear of it only when the engine's call is over, in a minute.
    deaf_but_in_the_engine = textwrap.dedent(ASKING).replace(
        "import sys", "import signal, sys; signal.signal(signal.SIGINT, lambda *_: None)"
    )
    with start_child(deaf_but_in_the_engine, loaded, statement, 60) as child:
        wait_for(child, "asking")
        presses = 0
        while child.poll() is None and presses < 200:
            child.send_signal(signal.SIGINT)
            presses += 1
            with suppress(subprocess.TimeoutExpired):
                child.wait(timeout=0.1)
        child.kill()
    assert child.returncode == -signal.SIGINT


def test_ctrl_c_is_python_s_again_after_a_statement(loaded: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    store = EmbeddedStore.open(loaded, on_timeout="exit")
    assert store.run("RETURN 1 AS one").rows == [[1]]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    "statement",
    [
        "UNWIND range(1, 10000000) AS i CREATE (:Topic {id: 't' + i})",
        "CREATE (:Topic {id: 'x'}) WITH 1 AS one CALL apoc.util.sleep(60000) RETURN one",
    ],
    ids=["stopped by the engine", "stopped by the end of the process"],
)
def test_a_runaway_writer_leaves_nothing(loaded: Path, tmp_path: Path, statement: str) -> None:
    shutil.copytree(loaded, tmp_path / "graphmou.db")
    done = run_child(WRITING, tmp_path / "graphmou.db", statement)
    assert done.returncode == 1
    assert "the statement ran longer than" in done.stderr
    store = EmbeddedStore.open(tmp_path / "graphmou.db")
    assert contents(store.graph()) == settled(FIRST)


READ_ONLY = [
    "CALL apoc.create.node(['School'], {id: 'x'}) YIELD node RETURN node",
    "CALL apoc.merge.node(['School'], {id: 'x'}, {}) YIELD node RETURN node",
    "CALL merge.node(['School'], {id: 'x'}, {})",
    "CALL do.when(true, \"CREATE (:School {id: 'x'})\", '', {})",
    "CALL apoc.cypher.doIt(\"CREATE (:School {id: 'x'})\", {}) YIELD value RETURN value",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "CALL apoc.refactor.mergeNodes([])",
    "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "CALL apoc.export.csv.all('x.csv', {})",
    "CALL db.createLabel('X')",
    "CALL { CREATE (n:School {id: 'x'}) RETURN n } RETURN n",
    "RETURN 1 AS x UNION CREATE (n:School {id: 'x'}) RETURN 1 AS x",
    "MATCH (n:School) FOREACH (x IN [1] | SET n.y = 1)",
    "OPTIONAL MATCH (n:Nothing) MERGE (m:School {id: 'x'}) RETURN m",
    "CREATE USER x SET PASSWORD 'yyyyyyyy'",
    "DROP INDEX x",
    "PROFILE MATCH (n) DELETE n",
]


@pytest.mark.parametrize("statement", READ_ONLY)
def test_a_question_writes_nothing_whatever_it_calls(store: EmbeddedStore, statement: str) -> None:
    with pytest.raises(StatementError):
        store.run(statement)
    assert store.counts() == EmbeddedStore.open(store.location).counts()
    assert contents(store.graph()) == settled(FIRST)
