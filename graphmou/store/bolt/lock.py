"""One loader at a time, and no other while somebody reads the whole graph."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping

import neo4j

from graphmou.errors import GraphmouError, StatementError, StoreBusy, StoreUnavailable
from graphmou.language import Text
from graphmou.store.bolt.connection import Connection
from graphmou.store.wording import moment

__all__ = ["LOAD_SECONDS", "busy", "loader_metadata", "take_load_lock"]

LOAD_SECONDS = 3600.0
"""The server ends a load that is not done by then: its process hangs, or its machine is gone."""

# The node is never there for anybody to see: it is made and deleted by one statement. But the lock on its
# place in the uniqueness index is held until the transaction ends, and a second loader waits for that.
_LOCK = "MERGE (lock:Document {id: '(graphmou load lock)'}) DELETE lock"

_HOLDER = """
SHOW TRANSACTIONS YIELD metaData, status, startTime
WHERE metaData.graphmou = 'load' AND NOT status STARTS WITH 'Blocked'
RETURN metaData.host AS host, metaData.process AS process, startTime AS since ORDER BY since LIMIT 1
"""


def loader_metadata() -> Mapping[str, str]:
    """What a loader that has to wait, and whoever looks at the server, is told about this one."""
    return {"graphmou": "load", "host": platform.node(), "process": str(os.getpid())}


def take_load_lock(transaction: neo4j.Transaction) -> None:
    """Let no other one load until ``transaction`` ends; waits as long as another one holds the lock."""
    transaction.run(_LOCK).consume()


def busy(connection: Connection, waited: float) -> GraphmouError:
    """Why a loader did not get the lock within ``waited`` seconds: StoreBusy, or the server is silent."""
    try:
        holder = _holder(connection)
    except StoreUnavailable as error:
        return error
    return StoreBusy(
        Text(
            f"{holder.en} has {connection.address} to itself; waited {waited:g} s for it",
            f"{holder.th}กำลังใช้ {connection.address} อยู่เพียงผู้เดียว รอมาแล้ว {waited:g} วินาที",
        ),
        hint=Text("run the command again when that one is done", "สั่งใหม่เมื่อโพรเซสนั้นเสร็จแล้ว"),
    )


def _holder(connection: Connection) -> Text:
    try:
        with connection.session() as session:
            record = session.run(_HOLDER).single()
    except StatementError:  # a user who may not look at others' transactions
        record = None
    if record is None:
        return Text("another process", "โพรเซสอื่น")
    host, process, since = record.values()
    return Text(
        f"process {process} on {host} (since {since})", f"โพรเซส {process} บนเครื่อง {host} (ตั้งแต่ {moment(str(since))}) "
    )
