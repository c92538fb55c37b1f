"""The words of a command line: Thai whatever the machine's locale, and paths as the system wants them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from graphmou.errors import UsageError
from graphmou.language import Text

__all__ = ["FilePath", "as_path", "as_text"]


def as_text(argument: str) -> str:
    """An argument as UTF-8 text.

    Under the locale C, Python hands over every byte that is not ASCII as a lone surrogate.
    """
    if not any("\udc80" <= character <= "\udcff" for character in argument):
        return argument
    return os.fsencode(argument).decode("utf-8", "surrogateescape")


def as_path(text: str) -> str:
    """The reverse of :func:`as_text`, for file names: under the locale C the system knows them only as surrogates."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return os.fsdecode(text.encode("utf-8", "surrogateescape"))
    return text


class FilePath(click.Path):
    """A file or folder, as a ``Path``. No name at all is refused: ``Path("")`` would be the current folder."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True) -> None:
        super().__init__(path_type=Path, exists=exists, file_okay=file_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; wrong usage where it is empty."""
        if value == "":
            name = param.get_error_hint(ctx) if param else ""
            raise UsageError(
                Text(
                    f"{name}: the name is empty; expected a file or folder",
                    f"{name}: ชื่อว่างเปล่า ต้องระบุไฟล์หรือโฟลเดอร์",
                ),
                hint=Text(". is the current folder", ". คือโฟลเดอร์ปัจจุบัน"),
            )
        return super().convert(as_path(value) if isinstance(value, str) else value, param, ctx)
