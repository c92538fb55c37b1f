"""The folder of an embedded store: which engine folder counts, what was last written to it, and what is damaged.

::

    graphmou.db/
        store.json    what holds: format, engine folder, counts, and a checksum of each of the engine's files
        engine-1/     the engine's own files; a rebuild makes engine-2 beside it, and store.json then names that one
        lock, holders/, log/

``store.json`` is only ever replaced whole, and whatever it does not name does not count. So a new engine folder
takes the old one's place in one step, and a kill at any moment leaves the one or the other.

The checksums are taken when a writer has closed, and compared when the engine is opened. While somebody writes
there are none; then the counts decide, those from before or those from after, for a writer can be killed on
either side of its commit.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphmou.errors import StoreDamaged, StoreError, StoreMissing
from graphmou.language import Text
from graphmou.reasons import reason_of
from graphmou.store.embedded.files import make_names_last
from graphmou.store.lock import FolderLock

__all__ = ["REBUILD", "Counts", "State", "StoreFolder"]

REBUILD = Text(
    "graphmou rebuild makes the store anew from the seed, which is the truth",
    "graphmou rebuild เพื่อสร้างที่เก็บข้อมูลขึ้นใหม่จากไฟล์ข้อมูลซึ่งเป็นต้นฉบับ",
)

_FORMAT = 1
_STATE = "store.json"
_NEW_STATE = "store.json.new"
_ENGINE = "engine-"
_SCRATCH = "scratch-"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes and relationships of each of the engine's types there are; empty types are left out."""

    nodes: dict[str, int]
    relationships: dict[str, int]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.relationships)


@dataclass(frozen=True, slots=True)
class State:
    """What ``store.json`` says.

    ``engine`` is None before the first load. ``accepted`` are the counts the engine may have: two while a commit
    is under way. ``files`` maps each of the engine's files to its size and CRC-32; None while somebody writes,
    and after a writer that was killed.
    """

    engine: str | None = None
    accepted: tuple[Counts, ...] = (Counts({}, {}),)
    files: dict[str, list[int]] | None = None


class StoreFolder:
    """The store's files, apart from what the engine does with its own."""

    def __init__(self, path: Path, wait_seconds: float) -> None:
        self.path = path.absolute()
        self.lock = FolderLock(self.path, wait_seconds)
        self.log = self.path / "log"

    def exists(self) -> bool:
        """Whether a store is there.

        Raises:
            StoreError: something else is there, which is not touched.
        """
        if self._is_marked():
            return True
        try:
            found = {entry.name for entry in self.path.iterdir()}
        except FileNotFoundError:
            return False
        except OSError as error:
            reason = reason_of(error)
            raise StoreError(
                Text(f"{self.path} cannot be a store: {reason.en}", f"ใช้ {self.path} เป็นที่เก็บข้อมูลไม่ได้: {reason.th}"),
                hint=Text("name a folder: --db FOLDER", "ระบุชื่อโฟลเดอร์: --db โฟลเดอร์"),
            ) from error
        # What a first load leaves that was killed before it wrote store.json.
        if found <= {_NEW_STATE, *FolderLock.FILES}:
            return False
        raise StoreError(
            Text(
                f"{self.path} holds other files and is no graphmou store; nothing in it was touched",
                f"{self.path} มีไฟล์อื่นอยู่และไม่ใช่ที่เก็บข้อมูลของ graphmou จึงไม่ได้แก้ไขสิ่งใดในนั้น",
            ),
            hint=Text(
                "name a folder of its own for the store: --db FOLDER", "ระบุโฟลเดอร์สำหรับที่เก็บข้อมูลโดยเฉพาะ: --db โฟลเดอร์"
            ),
        )

    def require(self, *, or_make: bool = False) -> None:
        """Go on only if a store is there, or with ``or_make`` may be made there.

        Raises:
            StoreMissing: there is none.
            StoreError: something else is there, which is not touched.
        """
        if not self.exists() and not or_make:
            raise StoreMissing(
                Text(f"there is no store at {self.path}", f"ไม่มีที่เก็บข้อมูลที่ {self.path}"),
                hint=Text("load one: graphmou load", "นำเข้าข้อมูลก่อน: graphmou load"),
            )

    def make(self) -> None:
        """Make the folder ready for the lock; what makes it a store is written under the lock."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = reason_of(error)
            raise StoreError(
                Text(f"{self.path} cannot be made: {reason.en}", f"สร้าง {self.path} ไม่ได้: {reason.th}"),
                hint=Text("name another folder: --db FOLDER", "ระบุโฟลเดอร์อื่น: --db โฟลเดอร์"),
            ) from error

    def mark(self) -> None:
        """Make the folder a store, if it is none yet. Needs the exclusive lock."""
        if not self._is_marked():
            self.write_state(State())

    def read_state(self) -> State:
        """What ``store.json`` says; the state of a new store where there is none.

        Raises:
            StoreDamaged: it cannot be read.
            StoreError: a newer graphmou wrote it.
        """
        try:
            said = json.loads((self.path / _STATE).read_text(encoding="utf-8"))
            if said["format"] != _FORMAT:
                raise StoreError(
                    Text(
                        f"{self.path} was written by another version of graphmou (format {said['format']})",
                        f"{self.path} เขียนโดย graphmou รุ่นอื่น (รูปแบบ {said['format']})",
                    ),
                    hint=Text(f"use that version; or {REBUILD.en}", f"ใช้รุ่นนั้น หรือสั่ง {REBUILD.th}"),
                )
            accepted = tuple(Counts(one["nodes"], one["relationships"]) for one in said["accepted"])
            return State(said["engine"], accepted, said["files"])
        except FileNotFoundError:
            return State()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreDamaged(
                Text(f"{self.path / _STATE} cannot be read", f"อ่าน {self.path / _STATE} ไม่ได้"), hint=REBUILD
            ) from error

    def write_state(self, state: State) -> None:
        """Replace ``store.json``, at once and lasting."""
        said: dict[str, Any] = {
            "format": _FORMAT,
            "engine": state.engine,
            "accepted": [{"nodes": one.nodes, "relationships": one.relationships} for one in state.accepted],
            "files": state.files,
        }
        try:
            with (self.path / _NEW_STATE).open("w", encoding="utf-8") as file:
                json.dump(said, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            (self.path / _NEW_STATE).replace(self.path / _STATE)
        except OSError as error:
            reason = reason_of(error)
            raise StoreError(
                Text(f"{self.path} cannot be written: {reason.en}", f"เขียน {self.path} ไม่ได้: {reason.th}"),
                hint=Text("is the disk full?", "ดิสก์เต็มหรือไม่"),
            ) from error
        make_names_last(self.path)

    def engine_path(self, state: State) -> Path:
        """The engine folder that counts.

        Raises:
            StoreMissing: nothing was loaded yet.
            StoreDamaged: the folder is gone.
        """
        if state.engine is None:
            raise StoreMissing(
                Text(f"nothing has been loaded into {self.path} yet", f"ยังไม่ได้นำเข้าข้อมูลลงใน {self.path}"),
                hint=Text("load it: graphmou load", "นำเข้าข้อมูลก่อน: graphmou load"),
            )
        path = self.path / state.engine
        if not path.is_dir():
            raise StoreDamaged(Text(f"{path} is gone", f"ไม่พบ {path}"), hint=REBUILD)
        return path

    def new_engine_path(self) -> Path:
        """A name for an engine folder that was never used here."""
        used = [int(path.name.removeprefix(_ENGINE)) for path in self.path.glob(f"{_ENGINE}[0-9]*")]
        return self.path / f"{_ENGINE}{max(used, default=0) + 1}"

    def scratch_path(self) -> Path:
        """A folder for a copy that may be thrown away at any time."""
        return self.path / f"{_SCRATCH}{os.getpid()}"

    def sweep(self, state: State) -> None:
        """Remove what killed processes left: engines that do not count, and scratch. Needs the exclusive lock."""
        for path in (*self.path.glob(f"{_ENGINE}*"), *self.path.glob(f"{_SCRATCH}*")):
            if path.name != state.engine:
                shutil.rmtree(path, ignore_errors=True)

    def size(self) -> int:
        """How many bytes the store takes on disk."""
        size = 0
        for path in self.path.rglob("*"):
            with suppress(OSError):  # others may come and go
                size += path.stat().st_size
        return size

    def _is_marked(self) -> bool:
        try:
            return (self.path / _STATE).is_file()
        except OSError:
            return False
