"""Commands and options whose help is a ``Text``, and click's own words on a help page in the reader's language.

A command is declared as with click, by :func:`command`, :func:`option` and :func:`argument` of this module; ``help``
and ``metavar`` may be a ``Text`` (or a plain ``str``, which is then the same in both languages). Which language it is
to be is known only when the page is written: the context's object says so.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from graphmou.language import Language, Text, same
from graphmou.terminal.text import display_width, wrap

__all__ = ["Argument", "Command", "Group", "Option", "argument", "command", "language_of", "option"]

_Function = TypeVar("_Function", bound=Callable[..., Any])

_HELP = Text("Show this message and exit.", "แสดงวิธีใช้นี้แล้วจบ")
_EXAMPLE = "Example"
_UNMOVED = "\b"
"""Click's mark at the beginning of a paragraph whose lines stay as they are."""

# What click writes on a help page.
_IN_THAI = {
    "Usage": "วิธีใช้",
    "Options": "ตัวเลือก",
    "Commands": "คำสั่ง",
    "Positional arguments": "อาร์กิวเมนต์",
    _EXAMPLE: "ตัวอย่าง",
    "[OPTIONS]": "[ตัวเลือก]",
    "COMMAND [ARGS]...": "คำสั่ง [อาร์กิวเมนต์]...",
    "default: ": "ค่าเริ่มต้น: ",
    "required": "ต้องระบุ",
    "INTEGER": "จำนวนเต็ม",
    "INTEGER RANGE": "จำนวนเต็ม",
    "FLOAT": "จำนวน",
    "FLOAT RANGE": "จำนวน",
    "TEXT": "ข้อความ",
    "PATH": "พาธ",
    "FILE": "ไฟล์",
    "DIRECTORY": "โฟลเดอร์",
}


def language_of(ctx: click.Context | None) -> Language:
    """The language that the call of ``ctx`` speaks: that of its object, which has one; else English."""
    language: Language = getattr(ctx.find_root().obj if ctx else None, "language", "en")
    return language


def _taken(attributes: dict[str, Any], name: str) -> Text | None:
    """One of a declaration's texts, taken out of what click is given."""
    words: str | Text | None = attributes.pop(name, None)
    return same(words) if isinstance(words, str) else words


def _said(words: str, language: Language) -> str:
    """One of click's words in ``language``."""
    return _IN_THAI.get(words, words) if language == "th" else words


class _Page(click.HelpFormatter):
    """A help page in Thai: clicks's headings translated, lines broken and columns set as Thai needs it."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{_said('Usage', 'th')}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading, "th"))

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        paragraphs = []
        for paragraph in text.split("\n\n"):
            first, _, rest = paragraph.partition("\n")
            lines = rest.splitlines() if first == _UNMOVED else wrap(paragraph, self.width - self.current_indent)
            paragraphs.append("".join(f"{indent}{line}\n" for line in lines))
        self.write("\n".join(paragraphs))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        listed = list(rows)
        first = min(max(display_width(term) for term, _ in listed), col_max) + col_spacing
        indent, beside = " " * self.current_indent, " " * (self.current_indent + first)
        for term, meaning in listed:
            lines = wrap(meaning, max(self.width - first - self.current_indent, 10)) if meaning else [""]
            width = display_width(term)
            if width + col_spacing <= first:
                self.write(f"{indent}{term}{' ' * (first - width)}{lines.pop(0)}".rstrip() + "\n")
            else:
                self.write(f"{indent}{term}\n")
            self.write("".join(f"{beside}{line}\n" for line in lines))


class _Context(click.Context):
    """A context whose help pages are in the reader's language."""

    def make_formatter(self) -> click.HelpFormatter:
        if language_of(self) == "th":
            return _Page(width=self.terminal_width, max_width=self.max_content_width)
        return super().make_formatter()


class Option(click.Option):
    """An option whose help and metavar may be in two languages."""

    def __init__(self, *names: Any, **attributes: Any) -> None:
        self.explained, self.named = _taken(attributes, "help"), _taken(attributes, "metavar")
        super().__init__(*names, **attributes)

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the value, in the reader's language."""
        language = language_of(ctx)
        return self.named.in_(language) if self.named else _said(super().make_metavar(ctx), language)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option as it is written, and its help with default, range and whether it is required."""
        language = language_of(ctx)
        self.help = self.explained.in_(language) if self.explained else None
        record = super().get_help_record(ctx)
        if record is None or language == "en":
            return record
        spelt, text = record
        words, bracket, extra = text.rpartition("[")
        for word in ("default: ", "required"):
            extra = extra.replace(word, _said(word, language))
        return spelt, f"{words}{bracket}{extra}"


class Argument(click.Argument):
    """An argument whose name in the usage line may be in two languages."""

    def __init__(self, *names: Any, **attributes: Any) -> None:
        self.named = _taken(attributes, "metavar")
        super().__init__(*names, **attributes)

    def make_metavar(self, ctx: click.Context) -> str:
        """Its name in the reader's language, in brackets where it may be left out."""
        if self.named is None:
            return super().make_metavar(ctx)
        name = self.named.in_(language_of(ctx))
        name = name if self.required else f"[{name}]"
        return name if self.nargs == 1 else f"{name}..."


class Command(click.Command):
    """A command whose help is a text in both languages and ends with a real example."""

    context_class = _Context

    def __init__(self, *names: Any, **attributes: Any) -> None:
        self.explained, self.example = _taken(attributes, "help"), _taken(attributes, "example")
        super().__init__(*names, **attributes)

    def in_short(self, language: Language) -> str:
        """The first paragraph of its help, for the list of commands."""
        text = inspect.cleandoc(self.explained.in_(language)) if self.explained else ""
        return " ".join(text.partition("\n\n")[0].split())

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line."""
        return [_said(piece, language_of(ctx)) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, which says in the reader's language what it does."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _HELP.in_(language_of(ctx))
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        self.help = self.explained.in_(language_of(ctx)) if self.explained else None
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example below the options: lines a user can type as they stand."""
        if self.example is None:
            return
        with formatter.section(_EXAMPLE):
            for line in self.example.in_(language_of(ctx)).splitlines():
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")


class Group(Command, click.Group):
    """A command with subcommands, which are listed in short."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of subcommands."""
        rows = []
        for name in self.list_commands(ctx):
            listed = self.get_command(ctx, name)
            if listed is not None and not listed.hidden:
                short = listed.get_short_help_str()
                rows.append((name, listed.in_short(language_of(ctx)) if isinstance(listed, Command) else short))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def command(**attributes: Any) -> Callable[[Callable[..., Any]], Command]:
    """Declare a command: ``help`` and ``example``, in both languages."""
    return click.command(cls=Command, **attributes)


def option(*names: str, **attributes: Any) -> Callable[[_Function], _Function]:
    """Declare an option: ``help`` and ``metavar`` in both languages."""
    return click.option(*names, cls=Option, **attributes)


def argument(*names: str, **attributes: Any) -> Callable[[_Function], _Function]:
    """Declare an argument: ``metavar`` in both languages."""
    return click.argument(*names, cls=Argument, **attributes)
