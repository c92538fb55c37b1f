"""From what a user names as the store to the store itself."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from graphmou.errors import GraphmouError, UsageError
from graphmou.language import Text
from graphmou.store.protocol import Store, Transaction

__all__ = ["is_server", "open_store", "rebuilding"]

WAIT_SECONDS = 10.0

_SERVER_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")  # C:\ and C:/ are folders
_HINT = Text(
    "an address looks like neo4j://host:7687; anything without :// is a folder",
    "ที่อยู่มีรูปแบบ neo4j://host:7687 หากไม่มี :// ถือเป็นโฟลเดอร์",
)


def is_server(location: str | Path) -> bool:
    """Whether ``location`` is the address of a server, and not a folder.

    Raises:
        UsageError: it is an address, but not one of a Neo4j server.
    """
    found = _ADDRESS.match(str(location)) if isinstance(location, str) else None
    if found is None:
        return False
    scheme = found[0].removesuffix("://").lower()
    if scheme not in _SERVER_SCHEMES:
        raise UsageError(
            Text(
                f"{scheme}:// is not an address of a Neo4j server; expected one of {', '.join(_SERVER_SCHEMES)}",
                f"{scheme}:// ไม่ใช่ที่อยู่ของเซิร์ฟเวอร์ Neo4j ต้องขึ้นต้นด้วย {', '.join(_SERVER_SCHEMES)} อย่างใดอย่างหนึ่ง",
            ),
            hint=_HINT,
        )
    return True


def open_store(
    location: str | Path,
    *,
    user: str | None = None,
    password: str | None = None,
    create: bool = False,
    wait_seconds: float = WAIT_SECONDS,
    on_timeout: Literal["raise", "exit"] = "raise",
    tell: Callable[[GraphmouError], None] | None = None,
) -> Store:
    """Open the store at ``location``: a server's address, or the folder of an embedded store.

    Only the engine that is asked for is imported.

    Args:
        location: such as ``neo4j://host:7687``, or ``./graphmou.db``.
        user: on a server; None for NEO4J_USERNAME.
        password: on a server; None for NEO4J_PASSWORD.
        create: make an embedded store where there is none.
        wait_seconds: how long to wait for another process that writes.
        on_timeout: what an embedded store does with a statement that runs away: ``raise`` runs statements in
            a child process and raises LimitReached, ``exit`` is faster and ends this process.
        tell: with ``exit``, how the error is told before the process ends; None for English on stderr.

    Raises:
        UsageError: an address that is not one of a Neo4j server.
        StoreError: the store is missing, busy, damaged or unavailable.
    """
    if is_server(location):
        from graphmou.store.bolt import Neo4jStore

        return Neo4jStore.open(
            _checked_address(str(location)),
            user=user or os.environ.get("NEO4J_USERNAME"),
            password=password or os.environ.get("NEO4J_PASSWORD"),
            wait_seconds=wait_seconds,
        )
    from graphmou.store.embedded import EmbeddedStore
    from graphmou.store.embedded.deadline import tell_on_stderr

    return EmbeddedStore.open(
        location, create=create, wait_seconds=wait_seconds, on_timeout=on_timeout, tell=tell or tell_on_stderr
    )


@contextmanager
def rebuilding(
    location: str | Path,
    *,
    user: str | None = None,
    password: str | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> Iterator[Transaction]:
    """A transaction that makes the store at ``location`` anew, committed at the end of the block.

    In a folder it begins empty and takes the place of what is there, damaged or not. On a server, which others
    may use too, it begins with what is there.

    Raises:
        UsageError, StoreError: as :func:`open_store`.
    """
    if is_server(location):
        store = open_store(location, user=user, password=password, wait_seconds=wait_seconds)
        with closing(store), store.transaction() as transaction:
            yield transaction
        return
    from graphmou.store.embedded import EmbeddedStore

    with EmbeddedStore.rebuild(location, wait_seconds=wait_seconds) as transaction:
        yield transaction


def _checked_address(address: str) -> str:
    """The address, if a driver can use it. It is shown and logged, so it must not hold a password."""
    try:
        parts = urlsplit(address)
        usable = parts.hostname is not None and parts.port != 0
    except ValueError:  # a port that is no number, or too large
        usable = False
    if not usable:
        raise UsageError(
            Text(f"{address} names no host or no possible port", f"{address} ไม่มีชื่อเครื่อง หรือหมายเลขพอร์ตใช้ไม่ได้"),
            hint=_HINT,
        )
    if parts.username or parts.password:
        raise UsageError(
            Text("an address does not hold user and password", "ที่อยู่ต้องไม่มีชื่อผู้ใช้และรหัสผ่าน"),
            hint=Text("set NEO4J_USERNAME and NEO4J_PASSWORD", "กำหนดใน NEO4J_USERNAME และ NEO4J_PASSWORD"),
        )
    return address
