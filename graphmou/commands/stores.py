"""Which store a command works on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphmou import places
from graphmou.errors import UsageError
from graphmou.language import Text
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store

__all__ = ["DEFAULT_DB", "Database", "database", "using"]

DEFAULT_DB = "graphmou.db"

Database = str | Path | Store | None
"""Where the graph is: a folder, a Neo4j address, an open store, or None for what :func:`database` says."""


def database(db: str | Path | None) -> str:
    """The store's place: ``db`` where it is given, else ``GRAPHMOU_DB``, else ``graphmou.db``.

    That stands in the project folder one is in (see :func:`graphmou.places.project_folder`), else in this folder.

    Raises:
        UsageError: it is empty.
    """
    if db == "":
        raise UsageError(
            Text(
                "the name of the store is empty; expected a folder or bolt://HOST:PORT",
                "ชื่อที่เก็บข้อมูลว่างเปล่า ต้องระบุโฟลเดอร์หรือ bolt://HOST:PORT",
            ),
            hint=Text(f"leave --db out for {DEFAULT_DB}", f"หากต้องการใช้ {DEFAULT_DB} ไม่ต้องระบุ --db"),
        )
    if db is not None:
        return str(db)
    return os.environ.get("GRAPHMOU_DB") or _default()


def _default() -> str:
    if Path(DEFAULT_DB).exists():
        return DEFAULT_DB
    project = places.project_folder()
    if project is None or project == Path.cwd().resolve():
        return DEFAULT_DB
    return str(project / DEFAULT_DB)


@contextmanager
def using(db: Database, *, create: bool = False) -> Iterator[Store]:
    """An open store for one command. One that was given open stays open; any other is closed afterwards.

    Raises:
        StoreMissing: there is none yet and ``create`` is false.
    """
    if db is not None and not isinstance(db, (str, Path)):
        yield db
        return
    store = open_store(database(db), create=create)
    try:
        yield store
    finally:
        store.close()
