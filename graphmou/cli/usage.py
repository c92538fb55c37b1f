"""Wrong usage, told in Thai. Click's own words are English; each message of its that a user can meet is here.

In English they are shown as click writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

__all__ = ["thai_asked_for", "usage_in_thai"]

_SAID = tuple(
    (re.compile(pattern), thai)
    for pattern, thai in (
        (
            r"Got unexpected extra arguments? \((.*)\)",
            'มีคำเกินมา: {0}\n  → ค่าที่มีช่องว่างต้องอยู่ในเครื่องหมายคำพูด เช่น -p school="โรงเรียน ก"',
        ),
        (r"Option '(.*)' requires an argument\.", "ต้องระบุค่าหลังตัวเลือก {0}"),
        (r"Option '(.*)' requires (\d+) arguments\.", "ต้องระบุ {1} ค่าหลังตัวเลือก {0}"),
        (r"Option '(.*)' does not take a value\.", "ตัวเลือก {0} ไม่รับค่า"),
        (r"Missing command\.", "ไม่ได้ระบุคำสั่ง"),
        (r"'(.*)' is not one of (.*)\.", "'{0}' ไม่ใช่หนึ่งใน {1}"),
        (r"'(.*)' is not a valid integer(?: range)?\.", "'{0}' ไม่ใช่จำนวนเต็ม"),
        (r"'(.*)' is not a valid float(?: range)?\.", "'{0}' ไม่ใช่ตัวเลข"),
        (r"(.*) is not in the range (.*)\.", "{0} ไม่อยู่ในช่วง {1}"),
        (r"\w+ '(.*)' does not exist\.", "ไม่มีไฟล์หรือโฟลเดอร์ {0}"),
        (r"\w+ '(.*)' is a file\.", "{0} เป็นไฟล์ ไม่ใช่โฟลเดอร์"),
        (r"\w+ '(.*)' is a directory\.", "{0} เป็นโฟลเดอร์ ไม่ใช่ไฟล์"),
        (r"\w+ '(.*)' is not readable\.", "ไม่มีสิทธิ์อ่าน {0}"),
        (r"\w+ '(.*)' is not writable\.", "ไม่มีสิทธิ์เขียน {0}"),
        (r"the name is empty.*", "ชื่อว่างเปล่า: ระบุไฟล์หรือโฟลเดอร์ (. คือโฟลเดอร์ปัจจุบัน)"),
    )
)


def thai_asked_for(arguments: Sequence[str]) -> bool | None:
    """Whether ``--lang th`` stands on a line that click did not read to its end; None without ``--lang``."""
    chosen = None
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            chosen = arguments[place + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    return None if chosen is None else chosen == "th"


def usage_in_thai(error: click.ClickException) -> Iterator[str]:
    """The lines that say what is wrong with a command line, and where its help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        pieces = " ".join(context.command.collect_usage_pieces(context))
        yield f"วิธีใช้: {context.command_path} {pieces}"
        yield f"ดูคำอธิบาย: {context.command_path} --help"
        yield ""
    yield f"ข้อผิดพลาด: {_said(error)}"


def _said(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"ไม่มีตัวเลือก {error.option_name}{_near(error.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as param):
            choices = f" (หนึ่งใน {', '.join(param.type.choices)})" if isinstance(param.type, click.Choice) else ""
            return f"ไม่ได้ระบุ {_name(param)}{choices}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_name(param)}: {_in_thai(error.message)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"ไม่มีคำสั่ง {error.command_name}{_near(error.possibilities)}"
    return _in_thai(error.message)


def _name(param: click.Parameter) -> str:
    return " / ".join(param.opts) if isinstance(param, click.Option) else param.human_readable_name


def _near(possibilities: Sequence[str] | None) -> str:
    return f"\n  → หมายถึง {' หรือ '.join(possibilities)} หรือไม่" if possibilities else ""


def _in_thai(message: str) -> str:
    for pattern, thai in _SAID:
        if found := pattern.fullmatch(message):
            return thai.format(*found.groups())
    return message
