"""Waiting until a server that was launched answers over Bolt."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.server.configuration import console_log
from graphmou.server.ports import LOOPBACK
from graphmou.server.state import ServerState

_PAUSE_SECONDS = 0.2
_CONNECT_SECONDS = 5.0
_TAIL_LINES = 20


def wait_until_ready(state: ServerState, alive: Callable[[], bool], timeout: float) -> None:
    """Return once the server runs a statement.

    Raises ServerError, with the end of the server's log, when it is no longer `alive` or `timeout` seconds
    have passed.
    """
    deadline = time.monotonic() + timeout
    while not _answers(state):
        if not alive():
            raise ServerError(
                Text(
                    f"Neo4j {state.version} ended while it was starting. The end of its log:\n{_tail(state.folder)}",
                    f"Neo4j {state.version} หยุดทำงานระหว่างเริ่มต้น ส่วนท้ายของบันทึก:\n{_tail(state.folder)}",
                ),
                hint=Text(
                    f"The whole log is {console_log(state.folder)}.", f"ดูบันทึกทั้งหมดได้ที่ {console_log(state.folder)}"
                ),
            )
        if time.monotonic() > deadline:
            raise ServerError(
                Text(
                    f"Neo4j {state.version} does not answer after {timeout:.0f} seconds. "
                    f"The end of its log:\n{_tail(state.folder)}",
                    f"Neo4j {state.version} ไม่ตอบภายใน {timeout:.0f} วินาที ส่วนท้ายของบันทึก:\n{_tail(state.folder)}",
                ),
                hint=Text("On a busy machine, try again with more time.", "หากเครื่องทำงานหนักอยู่ ให้ลองใหม่โดยเผื่อเวลามากขึ้น"),
            )
        time.sleep(_PAUSE_SECONDS)


def _answers(state: ServerState) -> bool:
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    try:
        socket.create_connection((LOOPBACK, state.port), _CONNECT_SECONDS).close()
        with (
            GraphDatabase.driver(
                state.uri, auth=(state.user, state.password), connection_timeout=_CONNECT_SECONDS
            ) as driver,
            driver.session(database="neo4j") as session,
        ):
            session.run("RETURN 1").consume()
    except AuthError:
        return True  # somebody has changed the password through a login: it is up all the same
    except (OSError, DriverError, Neo4jError):
        return False  # the port opens before the database does
    return True


def _tail(folder: Path) -> str:
    try:
        lines = console_log(folder).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return "  (empty)"
    return "\n".join(f"  {line}" for line in lines[-_TAIL_LINES:]) or "  (empty)"
