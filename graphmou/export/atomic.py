"""A file written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graphmou.errors import ExportError
from graphmou.language import Text
from graphmou.reasons import reason_of

__all__ = ["open_atomically", "write_atomically"]


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all: :func:`open_atomically` for what is at hand already.

    Raises:
        ExportError: the path cannot be written; what was there before is untouched.
    """
    with open_atomically(path) as file:
        file.write(data)


@contextmanager
def open_atomically(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, so that a reader, or a kill at any moment, finds the old file or the whole new one.

    A link is followed. What is no ordinary file (a pipe, ``/dev/stdout``) is written straight to, never replaced.

    Raises:
        ExportError: the path cannot be written; what was there before is untouched.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as file:
                yield file
            return
        if target.is_dir():
            raise ExportError(
                Text(f"{path} is a folder", f"{path} เป็นโฟลเดอร์"),
                hint=Text(f"name a file in it: {path / 'answer'}", f"ระบุชื่อไฟล์ในโฟลเดอร์นั้น เช่น {path / 'answer'}"),
            )
        with _beside(target) as file:
            yield file
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = reason_of(error)
        said = Text(f"cannot write {path}: {reason.en}", f"เขียนไฟล์ {path} ไม่ได้: {reason.th}")
        raise ExportError(said, hint=_hint(path, error)) from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    # A name of its own: one made from a long Thai name could pass the 255 bytes a name may have.
    temporary = target.with_name(f".graphmou-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _hint(path: Path, error: Exception) -> Text:
    if isinstance(error, FileNotFoundError):
        return Text(f"make the folder {path.parent} first", f"สร้างโฟลเดอร์ {path.parent} ก่อน")
    if isinstance(error, PermissionError):
        return Text(
            "close the program that has it open (Excel, say), or choose another place",
            "ปิดโปรแกรมที่เปิดไฟล์นี้อยู่ (เช่น Excel) หรือเลือกเขียนที่อื่น",
        )
    return Text("choose another place", "เลือกเขียนที่อื่น")
