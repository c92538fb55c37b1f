"""A lock of our own on a folder: shared for reading, exclusive for writing, with the name of who holds it.

The embedded engine stops only a second writer: a reader that was open when a writer came read torn data and
falsified the counts afterwards. So who reads a store holds this lock shared, and who writes holds it alone,
from before the engine opens until after it has closed.

The operating system releases the lock of a process that dies, however it dies. Who holds it is told by small
files beside it, one for each holder: on Windows nobody could read the locked file itself.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

import portalocker

from graphmou.errors import StoreBusy, StoreError
from graphmou.language import Text, same
from graphmou.reasons import reason_of
from graphmou.store.wording import moment

__all__ = ["FolderLock"]

_POLL_SECONDS = 0.05
_numbers = count()
_ANOTHER = Text("another process", "โพรเซสอื่น")
# As the holder's file says it, and as people are told.
_DOING = {"reading": Text("reading", "กำลังอ่าน"), "writing": Text("writing", "กำลังเขียน")}


class FolderLock:
    """The lock of one folder, which must exist.

    Args:
        folder: where the lock's own files are kept (:attr:`FILES`).
        wait_seconds: how long to wait for other holders before giving up.
    """

    FILES = ("lock", "holders")

    def __init__(self, folder: Path, wait_seconds: float) -> None:
        self._folder = folder
        self._file, self._holders = (folder / name for name in self.FILES)
        self._wait_seconds = wait_seconds

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Hold it together with other readers.

        Raises:
            StoreBusy: somebody writes, and was not done within the time to wait; the message says who.
            StoreError: the folder does not let itself be locked.
        """
        with self._held(portalocker.LockFlags.SHARED, "reading"):
            yield

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold it alone.

        Raises:
            StoreBusy: somebody reads or writes, and was not done within the time to wait; the message says who.
            StoreError: the folder does not let itself be locked.
        """
        with self._held(portalocker.LockFlags.EXCLUSIVE, "writing") as own:
            # Whoever else left his name here is gone without a goodbye.
            for name in self._names():
                if name != own:
                    with suppress(OSError):
                        name.unlink()
            yield

    @contextmanager
    def _held(self, kind: portalocker.LockFlags, doing: str) -> Iterator[Path]:
        """Hold the lock; yields the file that says who does."""
        try:
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            self._take(descriptor, kind)
            name = self._sign(doing)
            try:
                yield name
            finally:
                with suppress(OSError):
                    name.unlink()
        finally:
            os.close(descriptor)

    def _take(self, descriptor: int, kind: portalocker.LockFlags) -> None:
        deadline = time.monotonic() + self._wait_seconds
        while True:
            try:
                portalocker.lock(descriptor, kind | portalocker.LockFlags.NON_BLOCKING)
            except portalocker.AlreadyLocked as error:
                if time.monotonic() >= deadline:
                    raise self._busy() from error
                time.sleep(_POLL_SECONDS)
            except (portalocker.LockException, OSError, ImportError) as error:
                raise self._unusable(error) from error
            else:
                return

    def _sign(self, doing: str) -> Path:
        """Write down who holds the lock; the file that says it."""
        name = self._holders / f"{os.getpid()}-{next(_numbers)}.json"
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "command": _command(),
            "doing": doing,
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        try:
            self._holders.mkdir(exist_ok=True)
            name.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            raise self._unusable(error) from error
        return name

    def _busy(self) -> StoreBusy:
        holders = [text for text in map(_shown_holder, self._names()) if text] or [_ANOTHER]
        en, th = "; ".join(one.en for one in holders), " และ".join(one.th for one in holders)
        return StoreBusy(
            Text(f"{self._folder} is in use by {en}", f"{self._folder} กำลังถูกใช้โดย{th}"),
            hint=Text("wait until it is done, or end it, and try again", "รอให้เสร็จหรือปิดโปรแกรมนั้น แล้วลองใหม่"),
        )

    def _names(self) -> list[Path]:
        return sorted(self._holders.glob("*.json"))

    def _unusable(self, error: Exception) -> StoreError:
        reason = reason_of(error)
        return StoreError(
            Text(f"{self._folder} cannot be locked: {reason.en}", f"ล็อก {self._folder} ไม่ได้: {reason.th}"),
            hint=Text(
                "the store needs a local folder that this user may write to, also for reading",
                "ที่เก็บข้อมูลต้องอยู่ในโฟลเดอร์ของเครื่องนี้ที่ผู้ใช้มีสิทธิ์เขียน แม้ใช้เพื่ออ่านเท่านั้น",
            ),
        )


def _command() -> str:
    """The program and its command word, but no more of the line: it may hold secrets."""
    program = Path(sys.argv[0] or "python").stem if sys.argv and sys.argv[0] != "-c" else "python"
    words = sys.argv[1:2] if program == "graphmou" else []
    return " ".join([program, *(word for word in words if not word.startswith("-"))])


def _shown_holder(name: Path) -> Text | None:
    """Who it is, for people; None when he left meanwhile, or died."""
    try:
        holder = json.loads(name.read_text(encoding="utf-8"))
        pid, host = int(holder["pid"]), str(holder["host"])
        if host == socket.gethostname() and not _is_alive(pid):
            return None
        place = same("") if host == socket.gethostname() else Text(f" on {host}", f" บนเครื่อง {host}")
        command, doing, since = holder["command"], _DOING.get(holder["doing"], same("")), holder["since"]
        return Text(
            f"process {pid}{place.en} ({command}, {doing.en} since {since})",
            f"โพรเซส {pid}{place.th} ({command} {doing.th}ตั้งแต่ {moment(str(since))})",
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # asking would need more than the standard library; a name too many does no harm
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
