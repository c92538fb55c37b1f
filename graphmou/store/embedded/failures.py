"""Every error of the engine, turned into one of ours in one place.

The binding has one exception, ``ArcadeDBError``, whose ``native`` attribute holds the name and message of the
Java exception and of those that caused it. Those names decide; the words are the engine's own, without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from graphmou.errors import (
    GraphmouError,
    LimitReached,
    StatementError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    WriteRefused,
)
from graphmou.language import Text
from graphmou.reasons import reason_of
from graphmou.store.embedded.folder import REBUILD
from graphmou.store.wording import refused, too_long

__all__ = ["engine_errors"]

Doing = Literal["opening", "asking", "writing"]

_WRITES = {"QueryNotIdempotentException", "DatabaseIsReadOnlyException"}
_REACHES_OUT = "SecurityException"
_OUT_OF_TIME = "TimeoutException"
_OUT_OF_MEMORY = {"OutOfMemoryError", "HeapLimitExceededException"}
_ASKS_TOO_MUCH = {"CommandSemanticException", "CommandExecutionException", "IllegalArgumentException"}
_LIMIT = re.compile(r"exceeding the maximum of|heap budget exceeded|exceeds maximum allowed", re.IGNORECASE)
_TWICE = "DuplicatedKeyException"
_LOCKED = "LockException"
_AT_COMMIT = "TransactionException"

_UNCHAINED = re.compile(r"(?:[\w ]+: )?(?P<name>(?:[a-z]\w*\.)+[A-Z]\w*): (?P<message>.*)", re.DOTALL)
_PREFIX = re.compile(r"^(?:[A-Z][\w ]* failed|Failed to [\w ]+): ")
_JAVA_NAME = re.compile(r"\b(?:[a-z]\w*\.)+[A-Z]\w*: ?")
_SETTING = re.compile(r" allowed by the setting `.*| You can set arcadedb\..*", re.DOTALL)
_TOKENS = re.compile(r",? expected: one of .*", re.DOTALL)
_DUPLICATE = re.compile(r"Duplicated key (\[.*?\])")


@contextmanager
def engine_errors(doing: Doing, place: Path) -> Iterator[None]:
    """Within it every error of the engine, of its binding and of the disk leaves as one of ours."""
    try:
        yield
    except GraphmouError:
        raise
    except OSError as error:
        reason = reason_of(error)
        raise StoreError(
            Text(f"{place}: {reason.en}", f"{place}: {reason.th}"),
            hint=Text("is the disk full, or read-only?", "ดิสก์เต็มหรืออ่านได้อย่างเดียวหรือไม่"),
        ) from error
    except (MemoryError, RecursionError) as error:
        raise _too_much() from error
    except Exception as error:
        # Only who has opened the engine has its exception; whatever else there is, is a fault of ours.
        if type(error).__name__ != "ArcadeDBError":
            raise
        raise _translated(error, doing, place) from error


def _too_much(said: str = "") -> LimitReached:
    return LimitReached(
        Text(f"the statement asks for too much: {said}", f"คำสั่งนี้ขอข้อมูลมากเกินไป: {said}")
        if said
        else Text("the statement needs more memory than it may take", "คำสั่งนี้ต้องใช้หน่วยความจำมากกว่าที่กำหนด"),
        hint=Text(
            "narrow it (a LIMIT, a label, a bound on hops), or give the engine more: "
            "ARCADEDB_NATIVE_ISOLATE_ARGS=-Xmx4g",
            "ถามให้แคบลง (ใส่ LIMIT ระบุชนิด หรือจำกัดจำนวนช่วง) หรือเพิ่มหน่วยความจำให้ฐานข้อมูล: "
            "ARCADEDB_NATIVE_ISOLATE_ARGS=-Xmx4g",
        ),
    )


def _translated(error: Exception, doing: Doing, place: Path) -> GraphmouError:
    chain = _chain(error)
    names = {name for name, _ in chain}
    # The outermost exception often only repeats the statement; the innermost one says why.
    said = _words(next((message for _, message in reversed(chain) if message), str(error)))
    if _LOCKED in names:
        return StoreBusy(
            Text(f"another program has the engine of {place} open", f"มีโปรแกรมอื่นเปิดฐานข้อมูลใน {place} อยู่"),
            hint=Text("end it and try again", "ปิดโปรแกรมนั้น แล้วลองใหม่"),
        )
    if names & _WRITES:
        return WriteRefused(
            Text(
                "the statement would write, or calls a procedure that may; a question only reads",
                "คำสั่งนี้จะเขียนข้อมูล หรือเรียกใช้กระบวนงานที่อาจเขียนข้อมูล แต่คำถามอ่านได้อย่างเดียว",
            ),
            hint=Text(
                "`graphmou cypher --write` runs a statement that is meant to change the graph",
                "หากตั้งใจจะเปลี่ยนกราฟ ให้ใช้ `graphmou cypher --write`",
            ),
        )
    if _REACHES_OUT in names:
        return WriteRefused(
            Text(
                "the statement would read a file or an address, which no statement may",
                "คำสั่งนี้จะอ่านไฟล์หรือที่อยู่ภายนอก ซึ่งไม่อนุญาต",
            )
        )
    if _OUT_OF_TIME in names:
        return too_long()
    if names & _OUT_OF_MEMORY:
        return _too_much()
    if names & _ASKS_TOO_MUCH and _LIMIT.search(said):
        return _too_much(_SETTING.sub("", said))
    if doing == "opening":
        return StoreDamaged(
            Text(f"the engine cannot open {place}: {said}", f"เปิดฐานข้อมูลใน {place} ไม่ได้: {said}"), hint=REBUILD
        )
    if _TWICE in names:
        key = _DUPLICATE.search(" ".join(message for _, message in chain))
        named = f" {key[1]}" if key else ""
        return StatementError(
            Text(
                f"two nodes or two relationships of one kind cannot have the same id{named}",
                f"จุดหรือความสัมพันธ์ชนิดเดียวกันสองรายการใช้รหัสเดียวกันไม่ได้{named}",
            ),
            hint=Text("nothing was written", "ยังไม่ได้บันทึกข้อมูลใด"),
        )
    if _AT_COMMIT in names:
        return StoreError(
            Text(
                f"the engine refused the commit, nothing was written: {said}",
                f"ฐานข้อมูลไม่รับการบันทึก จึงยังไม่ได้บันทึกข้อมูลใด: {said}",
            )
        )
    return StatementError(refused(said))


def _chain(error: Exception) -> list[tuple[str, str]]:
    """Name and message of the Java exceptions, the outermost first."""
    native = getattr(error, "native", None) or {}
    chain = [(name, message) for name, message in native.get("chain") or ()]
    if not chain and (found := _UNCHAINED.match(str(error))):
        chain = [(found["name"], found["message"])]
    return [
        (str(name).rsplit(".", 1)[-1], "" if message in (None, "null", "None") else message) for name, message in chain
    ]


def _words(said: str) -> str:
    """What the engine says, in one line, without names out of its program."""
    text = _TOKENS.sub("", _JAVA_NAME.sub("", _PREFIX.sub("", said)))
    return text.strip().split("\n", 1)[0].rstrip(" -")
