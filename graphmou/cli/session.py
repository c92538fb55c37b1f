"""What every command shares: ``--db`` and ``--lang`` before or after it, and the printing of tables."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from graphmou import dates
from graphmou.cli.arguments import FilePath, as_path
from graphmou.cli.bilingual import Command, option
from graphmou.cli.wording import counted
from graphmou.commands.stores import DEFAULT_DB, database
from graphmou.errors import ExportError, GraphmouError, UsageError
from graphmou.export.atomic import write_atomically
from graphmou.export.tables import DATA_FORMATS, format_of, refuse_text, write_table
from graphmou.language import Language, Text
from graphmou.store.protocol import Store
from graphmou.table import Table
from graphmou.terminal import note, print_error, print_table, render, summary
from graphmou.terminal.streams import write

__all__ = ["Command", "Session", "TableOutput", "pass_session", "session_options", "table_options"]

_STDOUT = Path("-")
_FILE_WIDTH = 80
"""How wide a table is in a text file."""
_Function = TypeVar("_Function", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """The choices that hold for one call of ``graphmou``."""

    db: str | None = None
    lang: str | None = None
    today_text: str | None = None

    @property
    def language(self) -> Language:
        """``--lang``, else ``GRAPHMOU_LANG``, else the language of the machine."""
        chosen = self.lang or os.environ.get("GRAPHMOU_LANG") or (locale.getlocale()[0] or "")
        return "th" if chosen.lower().startswith("th") else "en"

    @property
    def today(self) -> date:
        """``--today``, else ``GRAPHMOU_TODAY``, else the clock's."""
        return dates.a_day(self.today_text, "--today") if self.today_text else dates.today()

    @property
    def place(self) -> str:
        """Where the store is.

        Raises:
            UsageError: its name is empty, or none that the engine can open: Python's UTF-8 mode is off in the locale C.
        """
        if self.db is not None and as_path(self.db) != self.db:
            raise UsageError(
                Text(
                    f"in this locale the engine opens no folder called {self.db}",
                    f"ภาษาของระบบที่ตั้งไว้ไม่รองรับชื่อโฟลเดอร์ {self.db}",
                ),
                hint=Text("set LC_ALL=C.UTF-8 and repeat", "ตั้งค่า LC_ALL=C.UTF-8 แล้วสั่งใหม่"),
            )
        return database(self.db)

    def with_place(self, hint: Text | None) -> Text | None:
        """A hint to load, with the ``--db`` that the user gave: without it another store would be made."""
        if hint is None or self.db is None or self.db == DEFAULT_DB:
            return hint
        place = f'"{self.db}"' if " " in self.db else self.db
        plain, whole = "graphmou load", f"graphmou load --db {place}"
        return Text(hint.en.replace(plain, whole), hint.th.replace(plain, whole))

    def tell(self, text: Text) -> None:
        """Say something that is not data, on stderr."""
        note(text.in_(self.language))

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """The store, for one command; this process may end itself when a statement runs away."""
        from graphmou.store.opening import open_store

        def tell(error: GraphmouError) -> None:
            print_error(error, language=self.language)

        opened = open_store(self.place, create=create, on_timeout="exit", tell=tell)
        try:
            yield opened
        finally:
            opened.close()


def _remember(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    session = ctx.ensure_object(Session)
    if value is not None and param.name is not None:
        setattr(session, param.name, value)


pass_session = click.make_pass_decorator(Session, ensure=True)


def session_options(function: _Function) -> _Function:
    """``--db``, ``--lang`` and ``--today``, which may stand before the command or after it."""
    for declared in (
        option("today_text", "--today", metavar="DAY", expose_value=False, callback=_remember, hidden=True),
        option(
            "--lang",
            type=click.Choice(["th", "en"]),
            expose_value=False,
            callback=_remember,
            help=Text("Language of titles and messages.", "ภาษาของหัวเรื่องและข้อความ"),
        ),
        option(
            "--db",
            metavar=Text("PLACE", "ที่เก็บ"),
            expose_value=False,
            callback=_remember,
            help=Text(
                f"Folder of the store (default {DEFAULT_DB}), or bolt://HOST:PORT.",
                f"โฟลเดอร์ของที่เก็บข้อมูล (ค่าเริ่มต้น {DEFAULT_DB}) หรือ bolt://HOST:PORT",
            ),
        ),
    ):
        function = declared(function)
    return function


@dataclass(slots=True)
class TableOutput:
    """Where and how a command's table goes: ``--format``, ``-o`` and ``--wide``."""

    format: str | None
    file: Path | None
    wide: bool

    @property
    def is_table(self) -> bool:
        """Whether people read it, not programs."""
        return (self.format or ("file" if self.file else "table")) == "table"

    @property
    def is_json(self) -> bool:
        """Whether JSON is asked for, by word or by the file's ending."""
        return self.format == "json" or (self.format is None and self.file is not None and self.file.suffix == ".json")

    def refuse_early(self) -> None:
        """See before anything is asked or changed that the answer can be written where it should go.

        Raises:
            UsageError: the file's ending is of no format, or the format is none for a terminal.
            ExportError: the file's folder does not exist or takes no file, or the file is a folder.
        """
        if self.file is None:
            if self.format == "xlsx":
                refuse_text(sys.stdout)
            return
        if self.format is None:
            format_of(self.file)
        folder = self.file.resolve().parent
        if self.file.is_dir():
            raise ExportError(
                Text(f"{self.file} is a folder", f"{self.file} เป็นโฟลเดอร์"),
                hint=Text(
                    f"name a file in it: {self.file / 'answer'}", f"ระบุชื่อไฟล์ในโฟลเดอร์นั้น เช่น {self.file / 'answer'}"
                ),
            )
        if not folder.is_dir():
            raise ExportError(
                Text(
                    f"cannot write {self.file}: there is no folder {folder}",
                    f"เขียนไฟล์ {self.file} ไม่ได้: ไม่มีโฟลเดอร์ {folder}",
                ),
                hint=Text("make the folder first", "สร้างโฟลเดอร์นั้นก่อน"),
            )
        if not os.access(self.file if self.file.exists() else folder, os.W_OK):
            raise ExportError(
                Text(f"cannot write {self.file}: permission denied", f"เขียนไฟล์ {self.file} ไม่ได้: ไม่ได้รับสิทธิ์ให้เขียน"),
                hint=Text("choose another place", "เลือกเขียนที่อื่น"),
            )

    def put(self, text: str) -> None:
        """Write text (a report, a nested JSON, XML) where the table would go."""
        if self.file is None:
            write(sys.stdout, text)
        else:
            write_atomically(self.file, text.encode("utf-8"))

    def show(self, table: Table, session: Session, *, as_of: str | None = None) -> None:
        """Print the table as asked; its notes and a summary go to stderr.

        Raises:
            UsageError, ExportError: the format does not fit, or the file cannot be written.
        """
        notes = list(table.notes)
        if self.is_table and self.file is None:
            left_out = print_table(table, session.language, wide=self.wide)
            note(summary(table, session.language, as_of=as_of, today=session.today.isoformat(), left_out=left_out))
        elif self.is_table:
            rendering = render(table, session.language, None if self.wide else _FILE_WIDTH)
            self.put("".join(f"{line}\n" for line in rendering.lines))
            hidden = rendering.left_out
            note(summary(table, session.language, as_of=as_of, today=session.today.isoformat(), left_out=hidden))
        else:
            named = self.format if self.format in DATA_FORMATS else None
            chosen = next(one for one in DATA_FORMATS if one == named) if named else format_of(self.file or Path())
            notes += write_table(table, chosen, self.file or sys.stdout, session.language)
        if self.file is not None:
            count = len(table.rows)
            notes.append(Text(f"{counted(count, 'row')} written to {self.file}", f"เขียน {count} แถวลงใน {self.file}"))
        for one in notes:
            session.tell(one)


def table_options(more_formats: Sequence[str] = ()) -> Callable[[_Function], _Function]:
    """``--format``, ``-o`` and ``--wide`` as one argument ``output``."""

    def decorate(function: _Function) -> _Function:
        def with_output(*args: Any, **kwargs: Any) -> Any:
            file = kwargs.pop("file")
            output = TableOutput(kwargs.pop("format"), None if file == _STDOUT else file, kwargs.pop("wide"))
            output.refuse_early()
            return function(*args, output=output, **kwargs)

        with_output.__doc__ = function.__doc__
        with_output.__name__ = function.__name__
        with_output.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
        for declared in (
            option("--wide", is_flag=True, help=Text("Show all columns, unwrapped.", "แสดงทุกคอลัมน์โดยไม่ตัดบรรทัด")),
            option(
                "file",
                "-o",
                "--output",
                type=FilePath(),
                metavar=Text("FILE", "ไฟล์"),
                help=Text("Write there (- is standard output).", "เขียนลงไฟล์นี้ (- คือแสดงบนหน้าจอ)"),
            ),
            option(
                "--format",
                type=click.Choice(["table", *DATA_FORMATS, *more_formats]),
                help=Text(
                    "How the answer is written (default table, or as FILE ends).",
                    "รูปแบบของคำตอบ (ค่าเริ่มต้น table หรือตามนามสกุลของไฟล์)",
                ),
            ),
        ):
            with_output = declared(with_output)
        return with_output  # type: ignore[return-value]

    return decorate
