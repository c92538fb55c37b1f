"""stdout and stderr: made to hold Thai where they can, never a reason for a traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from graphmou.errors import ExportError, GraphmouError, InputError
from graphmou.language import Language, Text
from graphmou.reasons import reason_of
from graphmou.terminal.text import visible

__all__ = ["can_show_thai", "closed_pipe_is_no_error", "note", "prepare_streams", "print_error", "write", "write_bytes"]

_ERROR = Text("Error", "ข้อผิดพลาด")
_PROBLEMS = 50
"""Problems of one error that are shown; ``InputError.problems`` holds them all."""
# What an old code page lacks of our own marks, in characters of the same width: tables stay aligned.
_PLAIN = str.maketrans({"─": "-", "→": ">", "…": ".", "–": "-", "—": "-", "“": '"', "”": '"', "’": "'"})


def prepare_streams() -> None:
    """Make stdout and stderr take any text. One that is closed (``>&-``, pythonw) leads nowhere.

    A pipe or file gets UTF-8, whatever the code page of the machine. A terminal keeps the encoding it reads (UTF-8
    on every current one, Windows included); what an old one such as cp874 lacks is shown as an escape.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - a device, open as long as the process


def can_show_thai(stream: TextIO) -> bool:
    """Whether the encoding of ``stream`` holds Thai (for ``doctor``). Whether the font does, no program can tell."""
    return _holds(stream, "กำ")


def _holds(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def write(stream: TextIO, text: str) -> None:
    """Write ``text`` at once, with escapes for what the encoding of ``stream`` lacks.

    Raises:
        ExportError: the stream cannot be written (a full disk).
        BrokenPipeError: nobody reads any more; see :func:`closed_pipe_is_no_error`.
    """
    # A StringIO has no encoding and takes everything.
    if stream.encoding and not _holds(stream, text):
        text = text.translate(_PLAIN).encode(stream.encoding, "backslashreplace").decode(stream.encoding)
    with _told_plainly(stream):
        stream.write(text)
        stream.flush()


def write_bytes(stream: TextIO, data: bytes) -> None:
    """Write ``data`` to the bytes beneath ``stream``: no line end or encoding is changed on the way.

    Raises:
        ExportError, BrokenPipeError: as :func:`write`.
    """
    with _told_plainly(stream):
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()


@contextmanager
def _told_plainly(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _let_go(stream)
        if _is_closed_pipe(error):
            raise BrokenPipeError(errno.EPIPE, "nobody reads the output any more") from error
        reason = reason_of(error)
        raise ExportError(
            Text(f"cannot write the output: {reason.en}", f"เขียนผลลัพธ์ไม่ได้: {reason.th}"),
            hint=Text("free some room, or write elsewhere with -o FILE", "เพิ่มเนื้อที่ว่าง หรือเขียนลงที่อื่นด้วย -o FILE"),
        ) from error


def note(text: str, stream: TextIO | None = None) -> None:
    """Tell a person something that is not data: one text to stderr, made safe to show."""
    write(sys.stderr if stream is None else stream, visible(text) + "\n")


def print_error(error: GraphmouError, stream: TextIO | None = None, language: Language = "en") -> None:
    """Show an error with its problems (of very many the first) and the hint on stderr, made safe to show."""
    text = error.first(_PROBLEMS, language) if isinstance(error, InputError) else error.in_(language)
    note(f"{_ERROR.in_(language)}: {text}", stream)


@contextmanager
def closed_pipe_is_no_error() -> Iterator[None]:
    """Let ``graphmou ... | head`` end in silence: who closes the pipe has what he wanted.

    Around all the work of a process. An exit code raised inside (SystemExit) is kept; output that cannot be written
    for another reason is told on stderr and exits 1.
    """
    try:
        yield
    except OSError as error:
        if not _is_closed_pipe(error):
            raise
    finally:
        for stream in (sys.stdout, sys.stderr):
            _flush(stream)


def _flush(stream: TextIO | None) -> None:
    if stream is None:  # pythonw has none
        return
    try:
        with _told_plainly(stream):
            stream.flush()
    except OSError:
        pass
    except ExportError as error:
        with suppress(OSError, ExportError):
            print_error(error)
        raise SystemExit(error.exit_code) from error


def _let_go(stream: TextIO) -> None:
    """Point ``stream`` nowhere: what is left in its buffer would be a complaint at the interpreter's end."""
    with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, no path
        os.dup2(nowhere.fileno(), stream.fileno())


def _is_closed_pipe(error: OSError) -> bool:
    # Windows says "invalid argument" where a reader has gone.
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
