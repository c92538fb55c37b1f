"""What a careless hand does to YAML, as people are told: the parser's words are English and about its own workings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmou.language import Text

__all__ = ["YamlFault", "yaml_fault"]


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A common slip, told by ``words`` of the parser (of its C or its Python half): what it is, and what to do.

    ``from_its_beginning``: it is put right where the quotation or bracket opens, not where the parser gave up.
    """

    words: re.Pattern[str]
    said: Text
    advice: Text
    from_its_beginning: bool = False


_FAULTS = (
    YamlFault(
        re.compile("quoted scalar.*(unexpected end|document indicator)"),
        Text("a quotation mark is opened and never closed", "มีเครื่องหมายคำพูดเปิดแต่ไม่มีเครื่องหมายปิด"),
        Text("close it, on the same line if you can", "ใส่เครื่องหมายปิด โดยควรอยู่ในบรรทัดเดียวกัน"),
        from_its_beginning=True,
    ),
    YamlFault(
        re.compile("tab|\\\\t"),
        Text("a tab stands where blanks are expected", "มีอักขระแท็บในตำแหน่งที่ต้องเป็นช่องว่าง"),
        Text("replace each tab by blanks", "แทนที่แท็บด้วยช่องว่าง"),
    ),
    YamlFault(
        re.compile("cannot start any token"),
        Text("a value begins with a character that has a meaning in YAML", "ค่าขึ้นต้นด้วยอักขระที่มีความหมายเฉพาะใน YAML"),
        Text("put the value in quotes", "ใส่เครื่องหมายคำพูดครอบค่านั้น"),
    ),
    YamlFault(
        re.compile("mapping values are not allowed"),
        Text(
            "a colon stands where no field can begin, or the line is indented too far",
            "มีเครื่องหมาย : ในตำแหน่งที่เริ่มช่องใหม่ไม่ได้ หรือย่อหน้าลึกเกินไป",
        ),
        Text(
            "put a text that holds a colon in quotes, and indent the fields of one entry alike",
            "ใส่เครื่องหมายคำพูดครอบข้อความที่มี : และย่อหน้าช่องของรายการเดียวกันให้เท่ากัน",
        ),
    ),
    YamlFault(
        re.compile("flow (sequence|mapping)"),
        Text("a [ or { is opened and not closed, or a comma is missing", "มี [ หรือ { ที่ไม่มีเครื่องหมายปิด หรือขาดจุลภาค"),
        Text("close it with ] or }, with commas between", "ปิดด้วย ] หรือ } และคั่นแต่ละค่าด้วยจุลภาค"),
        from_its_beginning=True,
    ),
    YamlFault(
        re.compile("expected ':'"),
        Text("a field has no colon", "ช่องข้อมูลไม่มีเครื่องหมาย :"),
        Text("write `field: value`", "เขียน `ช่อง: ค่า`"),
    ),
    YamlFault(
        re.compile("block (mapping|collection|sequence)|sequence entries are not allowed|block end"),
        Text(
            "the line is indented otherwise than its neighbours, or is no `field: value`",
            "ย่อหน้าไม่ตรงกับบรรทัดข้างเคียง หรือไม่ได้เขียนเป็น `ช่อง: ค่า`",
        ),
        Text("indent the fields of one entry alike, with blanks", "ย่อหน้าช่องของรายการเดียวกันให้เท่ากันด้วยช่องว่าง"),
    ),
    YamlFault(
        re.compile("escape|hexdec"),
        Text("a backslash stands in double quotes", 'มีเครื่องหมาย \\ ในเครื่องหมาย "..."'),
        Text("use single quotes, or write it twice", "ใช้เครื่องหมาย '...' แทน หรือเขียน \\ สองครั้ง"),
    ),
)
_ANY_FAULT = YamlFault(
    re.compile(""),
    Text("it cannot be read from here on", "อ่านต่อจากตรงนี้ไม่ได้"),
    Text("check blanks, colons and quotes there", "ตรวจสอบช่องว่าง เครื่องหมาย : และเครื่องหมายคำพูดในบรรทัดนั้น"),
)


def yaml_fault(said: str, at: str) -> YamlFault:
    """The slip behind what the parser ``said`` when it stumbled over the text ``at``."""
    words = f"{said} tab" if at.startswith("\t") else said
    return next((known for known in _FAULTS if known.words.search(words)), _ANY_FAULT)
