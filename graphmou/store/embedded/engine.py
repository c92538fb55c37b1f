"""ArcadeDB inside this process: opened for reading, opened for writing, made anew.

Importing it takes a tenth of a second, so it is imported when a store is first opened, and set up before: its
memory, and its log into the store's own folder (else it logs to stderr and into the home folder).
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.store.embedded.failures import engine_errors
from graphmou.store.embedded.files import drop_statistics
from graphmou.store.embedded.folder import Counts

__all__ = [
    "ENGINE_LOCK",
    "Engine",
    "Row",
    "close_engine",
    "count_records",
    "create_engine",
    "declare_types",
    "open_to_read",
    "open_to_write",
    "quoted",
    "set_timeout",
]

ENGINE_LOCK = threading.RLock()
"""One thread at a time works with the engine: it opens a folder only once in a process."""

_HEAP = "-Xmx2g"
"""What the engine may take for its work. A country loads in it; ``ARCADEDB_NATIVE_ISOLATE_ARGS`` overrides it."""

_NEVER_READ = ("arcadedb.opencypher.loadCsv.allowFileUrls", "arcadedb.opencypher.loadCsv.allowRemoteUrls")


class Row(Protocol):
    """One row of the engine's answer."""

    def to_dict(self) -> dict[str, Any]:
        """Its values by column."""


class Rows(Iterable[Row], Protocol):
    """The engine's answer, fetched while it is read."""

    def close(self) -> None:
        """Leave the rest unread."""

    def to_list(self) -> list[dict[str, Any]]:
        """All rows."""


class GraphBatch(Protocol):
    """The engine's loader of many records. It commits by itself as it goes."""

    def create_vertices(self, type_name: str, rows: Sequence[Mapping[str, object]]) -> list[str]:
        """Make nodes; their identities in the same order."""

    def new_edges(
        self, starts: Sequence[str], type_name: str, ends: Sequence[str], rows: Sequence[Mapping[str, object]]
    ) -> object:
        """Make relationships between identities."""

    def close(self) -> None:
        """Finish."""


class Engine(Protocol):
    """An open ArcadeDB database, as far as we use it."""

    def query(self, language: str, statement: str, *parameters: Mapping[str, object]) -> Rows:
        """Run what only reads; the engine refuses anything else."""

    def command(self, language: str, statement: str, *parameters: Mapping[str, object]) -> Rows:
        """Run anything."""

    def begin(self) -> None:
        """Begin a transaction. Outside one the engine commits as it goes."""

    def commit(self) -> None:
        """Commit it."""

    def rollback(self) -> None:
        """Take it back."""

    def is_transaction_active(self) -> bool:
        """Whether one was begun."""

    def graph_batch(self) -> GraphBatch:
        """A loader of many records."""

    def set_wal_flush(self, mode: str) -> None:
        """When a commit reaches the disk."""

    def close(self) -> None:
        """Close it."""


@contextmanager
def open_to_read(path: Path, log: Path) -> Iterator[Engine]:
    """The engine, read-only. Needs the shared lock.

    Raises:
        StoreDamaged: it cannot be opened.
    """
    drop_statistics(path)
    with engine_errors("opening", path):
        engine: Engine = _arcadedb(log).open_database(str(path), read_only=True)
    try:
        yield engine
    finally:
        close_engine(engine, path)


def open_to_write(path: Path, log: Path) -> Engine:
    """The engine for a writer, who closes it. What a killed writer left is recovered. Needs the exclusive lock.

    Raises:
        StoreDamaged: it cannot be opened.
    """
    drop_statistics(path)
    with engine_errors("opening", path):
        return _set_up(_arcadedb(log).open_database(str(path)))


def create_engine(path: Path, log: Path) -> Engine:
    """A new engine without any types, which the caller closes.

    Raises:
        StoreError: it cannot be made.
    """
    with engine_errors("writing", path):
        return _set_up(_arcadedb(log).create_database(str(path)))


def close_engine(engine: Engine, path: Path) -> None:
    """Close an engine; what a transaction left open is rolled back."""
    with engine_errors("writing", path):
        engine.close()


def declare_types(engine: Engine, *, unique: bool) -> None:
    """Make what is missing of the model's types and, with ``unique``, of their indexes on ``id``.

    The engine does this at once, not as part of a transaction.
    """
    for kind, names in (("VERTEX", LABELS), ("EDGE", RELATIONSHIP_TYPES)):
        for name in map(quoted, names):
            engine.command("sql", f"CREATE {kind} TYPE {name} IF NOT EXISTS")
            engine.command("sql", f"CREATE PROPERTY {name}.id IF NOT EXISTS STRING")
            if unique:
                engine.command("sql", f"CREATE INDEX IF NOT EXISTS ON {name} (id) UNIQUE")


def count_records(engine: Engine) -> Counts:
    """How many records each of the engine's types has. Within a transaction its own changes count."""
    counted: dict[str, dict[str, int]] = {"vertex": {}, "edge": {}, "document": {}}
    for row in engine.query("sql", "SELECT name, type, records FROM schema:types ORDER BY name").to_list():
        if row["records"]:
            counted[row["type"]][row["name"]] = row["records"]
    return Counts(counted["vertex"], counted["edge"])


def set_timeout(engine: Engine, seconds: float | None) -> None:
    """How long a statement may take before the engine gives up on it. The engine remembers this on disk."""
    milliseconds = 0 if seconds is None else max(1, round(seconds * 1000))
    engine.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {milliseconds}")


def quoted(name: str) -> str:
    """A label or type as a statement names it."""
    return "`" + name.replace("`", "``") + "`"


def _set_up(engine: Engine) -> Engine:
    try:
        # By default a commit does not wait for the disk.
        engine.set_wal_flush("yes_full")
        for setting in _NEVER_READ:
            engine.command("sql", f"ALTER DATABASE `{setting}` false")
        set_timeout(engine, None)
    except BaseException:
        engine.close()
        raise
    return engine


def _arcadedb(log: Path) -> Any:
    """The binding, with its library loaded. It reads its settings from the environment, once in a process."""
    if "arcadedb" in sys.modules:
        return sys.modules["arcadedb"]
    settings = {
        "ARCADEDB_NATIVE_ISOLATE_ARGS": os.environ.get("ARCADEDB_NATIVE_ISOLATE_ARGS", _HEAP),
        "ARCADEDB_LOG_CONSOLE": "0",
        "ARCADEDB_LOG_DIR": str(log),
    }
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        import arcadedb

        arcadedb.database_exists(str(log))  # loads the library
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return arcadedb
