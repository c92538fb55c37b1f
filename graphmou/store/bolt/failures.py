"""Every error of the Neo4j driver and server, turned into one of ours in one place.

The driver's tree has two branches: ``Neo4jError`` is what the server said about a statement (its ``code``
tells what), ``DriverError`` what happened on the way there and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionPoolError,
    DatabaseError,
    DatabaseUnavailable,
    DriverError,
    ForbiddenOnReadOnlyDatabase,
    GqlError,
    IncompleteCommit,
    Neo4jError,
    NotALeader,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graphmou.errors import (
    CommitUnknown,
    GraphmouError,
    LimitReached,
    StatementError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreUnavailable,
    WriteRefused,
)
from graphmou.language import Text
from graphmou.store.wording import refused, too_long

__all__ = ["commit_unknown", "depth_errors", "engine_errors", "translated"]

_OUT_OF_TIME = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockClientStopped")
_OUT_OF_MEMORY = ("OutOfMemoryError", "MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError")
_NOT_THERE = ("DatabaseNotFound", "DatabaseUnavailable")
_TWICE = ("ConstraintCreationFailed", "ConstraintVerificationFailed")
_JAVA_NAME = re.compile(r"\b(?:[a-z][\w$]*\.){2,}[A-Z][\w$.]*:?\s*")
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")


@contextmanager
def engine_errors(address: str, *, lines_before: int = 0) -> Iterator[None]:
    """Within it every error of the engine leaves as one of ours.

    ``lines_before`` is how many lines were put in front of the user's statement: places are counted without.
    """
    try:
        yield
    except GqlError as error:
        raise translated(error, address, lines_before=lines_before) from error


@contextmanager
def depth_errors() -> Iterator[None]:
    """Within it a value that is nested beyond what Python can follow leaves as one of ours."""
    try:
        yield
    except RecursionError as error:
        raise LimitReached(
            Text(
                "the answer holds a value that is nested too deeply to be handed over",
                "คำตอบมีค่าที่ซ้อนกันลึกเกินกว่าจะส่งกลับได้",
            )
        ) from error


def translated(error: GqlError, address: str, *, lines_before: int = 0) -> GraphmouError:
    """The error of ours that says what the engine's ``error`` says."""
    if isinstance(error, Neo4jError):
        return _from_server(error, address, lines_before)
    if isinstance(error, DriverError):
        return _from_driver(error, address)
    return StoreError(Text(f"the Neo4j server reports: {_text(error)}", f"เซิร์ฟเวอร์ Neo4j แจ้งว่า: {_text(error)}"))


def commit_unknown(address: str) -> CommitUnknown:
    """The connection broke while the change was being made lasting."""
    return CommitUnknown(
        Text(
            f"the connection to {address} broke while the change was being written: it is there whole or not at all",
            f"การเชื่อมต่อกับ {address} ขาดขณะกำลังบันทึกการเปลี่ยนแปลง ข้อมูลจึงบันทึกครบทั้งหมดหรือไม่ได้บันทึกเลย",
        ),
        hint=Text(
            "run the same command again: that is safe, what is there already is not written twice",
            "สั่งคำสั่งเดิมอีกครั้งได้อย่างปลอดภัย ข้อมูลที่บันทึกแล้วจะไม่ซ้ำ",
        ),
    )


def _from_server(error: Neo4jError, address: str, lines_before: int) -> GraphmouError:
    reason = (error.code or "").rsplit(".", 1)[-1]
    if isinstance(error, AuthError):
        return StoreUnavailable(
            Text(
                f"the Neo4j server at {address} refuses this user and password",
                f"เซิร์ฟเวอร์ Neo4j ที่ {address} ไม่รับชื่อผู้ใช้และรหัสผ่านนี้",
            ),
            hint=Text(
                "set NEO4J_USERNAME and NEO4J_PASSWORD to a user of that server",
                "กำหนด NEO4J_USERNAME และ NEO4J_PASSWORD เป็นผู้ใช้ของเซิร์ฟเวอร์นั้น",
            ),
        )
    if ".Security." in (error.code or ""):
        return StoreUnavailable(
            Text(
                f"the Neo4j server at {address} does not let this user in, or do that: {_text(error)}",
                f"เซิร์ฟเวอร์ Neo4j ที่ {address} ไม่อนุญาตให้ผู้ใช้นี้เข้าใช้หรือทำรายการนี้: {_text(error)}",
            ),
            hint=Text(
                "set NEO4J_USERNAME and NEO4J_PASSWORD to a user who may",
                "กำหนด NEO4J_USERNAME และ NEO4J_PASSWORD เป็นผู้ใช้ที่มีสิทธิ์",
            ),
        )
    if isinstance(error, DatabaseUnavailable | NotALeader) or reason in _NOT_THERE:
        return StoreUnavailable(
            Text(
                f"the database at {address} is not there or not ready: {_text(error)}",
                f"ฐานข้อมูลที่ {address} ไม่มีอยู่หรือยังไม่พร้อม: {_text(error)}",
            ),
            hint=Text(
                "try again in a moment; `graphmou doctor` shows whether it answers",
                "ลองใหม่ในอีกสักครู่ ตรวจดูได้ด้วย `graphmou doctor` ว่าเซิร์ฟเวอร์ตอบหรือไม่",
            ),
        )
    if isinstance(error, ForbiddenOnReadOnlyDatabase):
        return StoreUnavailable(
            Text(
                f"the database at {address} is read-only: {_text(error)}",
                f"ฐานข้อมูลที่ {address} อ่านได้อย่างเดียว: {_text(error)}",
            )
        )
    if reason == "AccessMode":
        return WriteRefused(
            Text("a read-only statement may not write", "คำสั่งแบบอ่านอย่างเดียวเขียนข้อมูลไม่ได้"),
            hint=Text("`graphmou cypher --write` may", "ใช้ `graphmou cypher --write` หากต้องการเขียน"),
        )
    if reason in _OUT_OF_TIME:
        return too_long()
    if reason in _OUT_OF_MEMORY:
        return LimitReached(
            Text(
                "that needs more memory than the Neo4j server may use", "คำสั่งนี้ต้องใช้หน่วยความจำมากกว่าที่เซิร์ฟเวอร์ Neo4j ใช้ได้"
            ),
            hint=Text(
                "ask for less (a LIMIT, a label, a bound on hops); to load a whole country give the server "
                "a heap of 4 GB (server.memory.heap.max_size)",
                "ถามให้แคบลง (ใส่ LIMIT ระบุชนิด หรือจำกัดจำนวนช่วง) "
                "หากนำเข้าข้อมูลทั้งประเทศ ให้กำหนดหน่วยความจำของเซิร์ฟเวอร์เป็น 4 GB (server.memory.heap.max_size)",
            ),
        )
    if reason == "ArgumentError" and "execution mode" in _text(error):
        return StatementError(
            Text("PROFILE would run the statement", "PROFILE จะสั่งให้คำสั่งทำงานจริง"),
            hint=Text(
                "EXPLAIN before a statement shows its plan and runs nothing", "ใส่ EXPLAIN หน้าคำสั่งเพื่อดูแผนโดยไม่ทำงานจริง"
            ),
        )
    if reason in _TWICE:
        return StoreDamaged(
            Text(f"two have one id: {_text(error)}", f"มีสองรายการใช้รหัสเดียวกัน: {_text(error)}"),
            hint=Text("remove one of them by hand, then load again", "ลบรายการหนึ่งออกด้วยตนเอง แล้วนำเข้าใหม่"),
        )
    if isinstance(error, TransientError):
        return StoreBusy(
            Text(
                f"the Neo4j server could not do it just now: {_text(error)}",
                f"เซิร์ฟเวอร์ Neo4j ทำรายการนี้ไม่ได้ในขณะนี้: {_text(error)}",
            ),
            hint=Text("try again", "ลองใหม่อีกครั้ง"),
        )
    if isinstance(error, DatabaseError):
        return StoreError(
            Text(f"the Neo4j server failed: {_text(error)}", f"เซิร์ฟเวอร์ Neo4j ทำงานผิดพลาด: {_text(error)}"),
            hint=Text("its own log says more", "ดูรายละเอียดในบันทึกของเซิร์ฟเวอร์"),
        )
    return StatementError(refused(_placed(_text(error), lines_before)))


def _from_driver(error: DriverError, address: str) -> GraphmouError:
    if isinstance(error, IncompleteCommit):
        return commit_unknown(address)
    if isinstance(error, ServiceUnavailable | SessionExpired | ConnectionPoolError):
        return StoreUnavailable(
            Text(
                f"no Neo4j server answers at {address}: {_text(error)}",
                f"ไม่มีเซิร์ฟเวอร์ Neo4j ตอบที่ {address}: {_text(error)}",
            ),
            hint=Text(
                "check the address and that the server runs; `graphmou neo4j up` starts one on this machine",
                "ตรวจสอบที่อยู่และดูว่าเซิร์ฟเวอร์ทำงานอยู่หรือไม่ เริ่มเซิร์ฟเวอร์ในเครื่องนี้ได้ด้วย `graphmou neo4j up`",
            ),
        )
    if isinstance(error, ConfigurationError):
        return StoreUnavailable(
            Text(f"{address} cannot be used: {_text(error)}", f"ใช้ที่อยู่ {address} ไม่ได้: {_text(error)}"),
            hint=Text(
                "an address looks like neo4j://host:7687, or neo4j+s://host:7687 with a certificate",
                "ที่อยู่มีรูปแบบ neo4j://host:7687 หรือ neo4j+s://host:7687 หากมีใบรับรอง",
            ),
        )
    return StoreError(Text(f"the Neo4j driver reports: {_text(error)}", f"ตัวเชื่อมต่อ Neo4j แจ้งว่า: {_text(error)}"))


def _text(error: GqlError) -> str:
    """What the error says, without names out of the server's program."""
    said = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    return _JAVA_NAME.sub("", said).strip()


def _placed(text: str, lines_before: int) -> str:
    """The text with places as the user counts them: lines of the statement as typed, no offsets."""
    return _PLACE.sub(lambda place: f"(line {max(1, int(place[1]) - lines_before)}, column {place[2]})", text)
