"""Click's own words on a wrong command line, in the reader's language.

Click says them in English. Each is known here by its pattern; one that is not (a new version of click may have other
words) is told in English rather than not at all.
"""

from __future__ import annotations

import re
import sys

import click

from graphmou.language import Language, Text
from graphmou.terminal.streams import write
from graphmou.terminal.text import visible

__all__ = ["in_thai", "show_usage_error", "spoken"]

_KINDS = {
    "File": "ไฟล์",
    "Directory": "โฟลเดอร์",
    "Path": "ไฟล์หรือโฟลเดอร์",
    "integer": "จำนวนเต็ม",
    "integer range": "จำนวนเต็ม",
    "float": "จำนวน",
    "float range": "จำนวน",
    "boolean": "ค่าจริงเท็จ",
}

# In click's writing, braces for what differs; the more special patterns first.
_PATTERNS = {
    "Invalid value for {where}: {rest}": "ค่าของ {where} ใช้ไม่ได้: {rest}",
    "Invalid value: {rest}": "ค่าใช้ไม่ได้: {rest}",
    "No such option {name}. Did you mean {near}?": "ไม่มีตัวเลือก {name} หมายถึง {near} หรือไม่",
    "No such option {name}. (Did you mean one of: {near}?)": "ไม่มีตัวเลือก {name} หมายถึงตัวใดต่อไปนี้หรือไม่: {near}",
    "No such option {name}.": "ไม่มีตัวเลือก {name}",
    "No such command {name}. Did you mean {near}?": "ไม่มีคำสั่ง {name} หมายถึง {near} หรือไม่",
    "No such command {name}. (Did you mean one of: {near}?)": "ไม่มีคำสั่ง {name} หมายถึงคำสั่งใดต่อไปนี้หรือไม่: {near}",
    "No such command {name}.": "ไม่มีคำสั่ง {name}",
    "Missing command.": "ไม่ได้ระบุคำสั่ง",
    "Missing argument {name}.": "ไม่ได้ระบุ {name}",
    "Missing option {name}. Choose from:{rest}": "ไม่ได้ระบุตัวเลือก {name} เลือกจาก:{rest}",
    "Missing option {name}.": "ไม่ได้ระบุตัวเลือก {name}",
    "Missing parameter {name}.": "ไม่ได้ระบุ {name}",
    "Got unexpected extra argument ({words})": "มีคำเกินมา: {words}\n  → ค่าที่มีช่องว่างต้องอยู่ในเครื่องหมายคำพูด",
    "Got unexpected extra arguments ({words})": "มีคำเกินมา: {words}\n  → ค่าที่มีช่องว่างต้องอยู่ในเครื่องหมายคำพูด",
    "Option {name} requires an argument.": "ตัวเลือก {name} ต้องมีค่าตามหลัง",
    "Option {name} requires {count} arguments.": "ตัวเลือก {name} ต้องมีค่าตามหลัง {count} ค่า",
    "Option {name} does not take a value.": "ตัวเลือก {name} ไม่รับค่า",
    "Argument {name} takes {count} values.": "{name} ต้องมี {count} ค่า",
    "{value} is not one of {choices}.": "{value} ไม่ใช่ค่าใดใน {choices}",
    "{value} is not a valid {kind}.": "{value} ไม่ใช่{kind}",
    "{value} is not in the range {range}.": "{value} ไม่อยู่ในช่วง {range}",
    "{kind} {name} does not exist.": "ไม่พบ{kind} {name}",
    "{kind} {name} is a file.": "{name} เป็นไฟล์ ต้องเป็นโฟลเดอร์",
    "{kind} {name} is a directory.": "{name} เป็นโฟลเดอร์ ต้องเป็นไฟล์",
    "{kind} {name} is not readable.": "อ่าน{kind} {name} ไม่ได้",
    "{kind} {name} is not writable.": "เขียน{kind} {name} ไม่ได้",
}
_HOLE = re.compile(r"\\\{(\w+)\\\}")
_KNOWN = [
    (re.compile(_HOLE.sub(r"(?P<\1>.+)", re.escape(english)), re.DOTALL), thai) for english, thai in _PATTERNS.items()
]
_TRY = Text("Try '{command} {option}' for help.", "ดูวิธีใช้ด้วยคำสั่ง {command} {option}")
_ERROR = Text("Error", "ข้อผิดพลาด")


def spoken(arguments: list[str]) -> str | None:
    """The language that ``--lang`` asks for anywhere among the arguments.

    Looked up before click reads them: a wrong word, or ``--help``, may stand before it.
    """
    for place, one in enumerate(arguments):
        option, equals, value = one.partition("=")
        if one == "--":
            return None
        if option == "--lang":
            value = value if equals else "".join(arguments[place + 1 : place + 2])
            return value if value in ("th", "en") else None
    return None


def in_thai(said: str) -> str:
    """What click said, in Thai; as it is where no pattern fits."""
    for pattern, thai in _KNOWN:
        if match := pattern.fullmatch(said):
            parts = match.groupdict()
            if "kind" in parts:
                parts["kind"] = _KINDS.get(parts["kind"], parts["kind"])
            if "rest" in parts:
                parts["rest"] = in_thai(parts["rest"])
            return thai.format(**parts)
    return said


def show_usage_error(error: click.ClickException, language: Language) -> None:
    """Show what is wrong with a command line on stderr: the usage line, where to read on, the error."""
    said = error.format_message()
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        write(sys.stderr, f"{said}\n")
        return
    lines = []
    if ctx is not None:
        names = {"command": ctx.command_path, "option": max(ctx.help_option_names, key=len)}
        lines += [ctx.get_usage(), _TRY.in_(language).format(**names), ""]
    lines.append(f"{_ERROR.in_(language)}: {in_thai(said) if language == 'th' else said}")
    write(sys.stderr, visible("\n".join(lines)) + "\n")
