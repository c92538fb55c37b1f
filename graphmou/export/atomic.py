"""A file written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from graphmou.errors import ExportError

__all__ = ["write_atomically"]


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader, or a kill at any moment, finds the old file or the new one.

    A link is followed. What is no ordinary file (a pipe, ``/dev/stdout``) is written straight to, never replaced.

    Raises:
        ExportError: the path cannot be written; what was there before is untouched.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
        if target.is_dir():
            raise ExportError(f"{path} is a folder", hint=f"name a file in it: {path / 'answer'}")
        _write_beside(target, data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ExportError(f"cannot write {path}: {reason}", hint=_hint(path, error)) from error


def _write_beside(target: Path, data: bytes) -> None:
    # A name of its own: one made from a long Thai name could pass the 255 bytes a name may have.
    temporary = target.with_name(f".graphmou-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _hint(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"make the folder {path.parent} first"
    if isinstance(error, PermissionError):
        return "close the program that has it open (Excel, say), or choose another place"
    return "choose another place"
