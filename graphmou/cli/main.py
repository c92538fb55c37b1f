"""The command ``graphmou``: its subcommands, and the one place where errors become exit codes.

Exit codes (DESIGN section 8): 0 done, 1 failed, 2 wrong usage, 3 ``check`` found gaps at or above its threshold.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from graphmou.cli.arguments import as_text
from graphmou.cli.bilingual import Group, Option
from graphmou.cli.session import Session, session_options
from graphmou.cli.usage import show_usage_error, spoken
from graphmou.errors import GraphmouError, StoreMissing
from graphmou.language import Text
from graphmou.terminal import closed_pipe_is_no_error, note, prepare_streams, print_error

__all__ = ["command_line", "main", "run"]

# A command is imported when it is called: a question should not wait for what only a picture needs.
_COMMANDS = {
    "init": "starting",
    "extract": "extracting",
    "review": "reviewing",
    "load": "facts",
    "unload": "facts",
    "rebuild": "facts",
    "status": "overview",
    "verify": "facts",
    "schema": "facts",
    "judge": "judging",
    "query": "asking",
    "cypher": "asking",
    "check": "asking",
    "explain": "asking",
    "analyze": "analysing",
    "draw": "drawing",
    "report": "reporting",
    "export": "exporting",
    "doctor": "machine",
    "neo4j": "machine",
}
_EXAMPLE = Text(
    """\
graphmou load                      the five networks that come with graphmou
graphmou query mentor-schools      which schools mentor at least 3 partners
graphmou check                     what is missing
graphmou draw -o network.html      a picture to open in a browser""",
    """\
graphmou load                      นำเข้าเครือข่ายทั้งห้าที่มากับ graphmou
graphmou query mentor-schools      โรงเรียนใดเป็นพี่เลี้ยงให้อย่างน้อย 3 แห่ง
graphmou check                     มีอะไรขาดบ้าง
graphmou draw -o network.html      วาดภาพเพื่อเปิดในเบราว์เซอร์""",
)
_FAILED = Text(
    "graphmou {version} failed in a way it should not: {kind}: {error}\n"
    "  → please report it, with what GRAPHMOU_TRACEBACK=1 shows when you run the same again",
    "graphmou {version} ทำงานผิดพลาดโดยไม่ควรเกิดขึ้น: {kind}: {error}\n"
    "  → โปรดแจ้งผู้พัฒนา พร้อมสิ่งที่ปรากฏเมื่อสั่งซ้ำโดยตั้งค่า GRAPHMOU_TRACEBACK=1",
)
_STOPPED = Text("stopped", "ยกเลิกแล้ว")

_INTERRUPTED = 130


@contextmanager
def _closed_pipe_is_success() -> Iterator[None]:
    """Click would exit 1 where a pipe was closed; but who closes it has what he wanted."""
    try:
        yield
    except BrokenPipeError:
        raise click.exceptions.Exit(0) from None


class _Commands(Group):
    """The subcommands, imported one by one, in the order a newcomer needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"graphmou.cli.{_COMMANDS[cmd_name]}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            # Click looks for near ones among the commands it holds, and holds none before it is called.
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=_COMMANDS, ctx=ctx) from None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _closed_pipe_is_success():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _closed_pipe_is_success():
            return super().invoke(ctx)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    example=_EXAMPLE,
    help=Text(
        "Who agreed what with whom: networks of memoranda of understanding as a graph.",
        "ใครตกลงอะไรกับใคร: เครือข่ายบันทึกความเข้าใจ (MOU) ในรูปของกราฟ",
    ),
)
@click.version_option(
    package_name="graphmou",
    message="graphmou %(version)s",
    cls=Option,
    help=Text("Show the version and exit.", "แสดงหมายเลขรุ่นแล้วจบ"),
)
@session_options
def command_line() -> None:
    """The command line."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    prepare_streams()
    with closed_pipe_is_no_error():
        sys.exit(run([as_text(argument) for argument in sys.argv[1:]]))


def run(arguments: list[str]) -> int:
    """Run the command line in this process and return its exit code: everything but the ending."""
    session = Session(lang=spoken(arguments))
    try:
        result = command_line.main(arguments, prog_name="graphmou", standalone_mode=False, obj=session)
    except GraphmouError as error:
        if isinstance(error, StoreMissing):
            error.advice = session.with_place(error.advice)
        print_error(error, language=session.language)
        return error.exit_code
    except click.ClickException as error:
        show_usage_error(error, session.language)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        session.tell(_STOPPED)
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("GRAPHMOU_TRACEBACK"):
            raise
        from importlib.metadata import version

        about = {"version": version("graphmou"), "kind": type(error).__name__, "error": error}
        note(_FAILED.in_(session.language).format(**about))
        return 1
    return result if isinstance(result, int) else 0
