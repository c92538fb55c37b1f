"""Texts that never end, of every kind that might make a rule look at all of them again and again."""

from __future__ import annotations

__all__ = ["ENDLESS", "endless"]

_LETTERS = "กขคงจชดตถทนบปพมยรลวส"
_VOWELS = "าีู"
_SIGNED = "ลงนามบันทึกข้อตกลงความร่วมมือ"

# {name} is another name in every piece, {day} a day of the month, {number} counts.
ENDLESS = {
    "letters": "กขคงจฉชซญดตถทนบปผพฟมยรลวสหอาิีุู",
    "digits": "1234567890",
    "blanks": " ",
    "line ends": "\n",
    "mixed line ends": "โรงเรียนวัดเอ\r\nกับ\nและ\r \x0b\x0c\x85\u2028",
    "combining marks": "\u0e34\u0e48",
    "invisible marks": "\u200b",
    "schools without names": "โรงเรียน",
    "and": "กับ",
    "opening quotation marks": "“",
    "opening brackets": "(",
    "honorifics": "นาย ",
    "given names": "นายสมคิด ",
    "people without posts": "นายสมคิด เกษดี ",
    "people of one given name": "นายสมคิด เก{name} ",
    "people and posts": "นายสมคิด เก{name} ผู้อำนวยการโรงเรียนวัด{name}\n",
    "day of the month": "วันที่ 1 ",
    "ranges of days": "1-2 มกราคม 2565 ",
    "dates on lines": "ข่าว\n{day} มกราคม 2565\n",
    "days in one line": "เมื่อวันที่ {day} มกราคม 2565 โรงเรียนวัด{name} ",
    "numbered list": "{number}. โรงเรียนบ้าน{name}\n",
    "table": "โรงเรียนบ้านโคก\t12\tนายสมคิด เกษดี\t\t\n",
    "groups": "กลุ่มวัด{name} และ ",
    "programmes": "โครงการพัฒนา{name} ",
    "shortened names": "โรงเรียนบ้านโคกหนองนา{name}ฯ ",
    "offices": "สพป.น่าน เขต {day} สพป. สพม. ",
    "numbers of schools": "เครือข่าย {number} โรงเรียน โรงเรียนวัด{name} ",
    "members": "กลุ่มจตุรภาคี ประกอบด้วย โรงเรียนวัด{name} รวม {day} โรงเรียน ",
    "agreements on lines": f"โรงเรียนวัด{{name}} {_SIGNED} กับ โรงเรียนบ้าน{{name}}\n",
    "agreements in one line": f"โรงเรียนวัด{{name}} {_SIGNED} กับ โรงเรียนบ้าน{{name}} ",
    "agreements with overseers": f"สพป.น่าน เขต {{day}} จัดพิธี{_SIGNED} ระหว่าง โรงเรียนวัด{{name}} กับ โรงเรียนวัดบี\n",
    "agreements with witnesses": f"โรงเรียนวัด{{name}} {_SIGNED} กับ โรงเรียนวัดบี โดยมี นายสมคิด เกษดี เป็นพยาน\n",
    "agreements with terms": f"โรงเรียนวัด{{name}} {_SIGNED} กับ โรงเรียนวัดบี ระยะเวลาตั้งแต่ปีการศึกษา 2564 ถึง 2566\n",
    "agreements and mentoring": f"โรงเรียนวัดเอ {_SIGNED} กับ โรงเรียนวัด{{name}} โรงเรียนวัดเอ เป็นพี่เลี้ยงโรงเรียนวัด{{name}}\n",
    "mentoring": "โรงเรียนวัดเอ เป็นพี่เลี้ยงโรงเรียนวัด{name} ",
    "heads of signing": f"- {_SIGNED} ระหว่าง ดังนี้\n* โรงเรียนวัด{{name}}\n",
    "all of those": f"{_SIGNED} กับ ทั้ง 5 แห่งดังกล่าว ",
    "events": "เมื่อวันที่ {day} มกราคม 2565 พิธีลงนาม\n",
    "item numbers": "{day}. โรงเรียนวัด{name}\nลำดับที่ {day} ",
}


def endless(kind: str, size: int) -> str:
    """About ``size`` characters of a kind; a letter at the end, so that it is a text."""
    piece = ENDLESS[kind]
    if "{" not in piece:
        return piece * (size // len(piece)) + "ก"
    pieces: list[str] = []
    written = 0
    while written < size:
        number = len(pieces)
        pieces.append(piece.format(number=number, day=number % 28 + 1, name=_name(number)))
        written += len(pieces[-1])
    return "".join(pieces) + "ก"


def _name(number: int) -> str:
    """A name for each number, made of syllables."""
    name = "น้อย"
    while number:
        number, letter = divmod(number, len(_LETTERS))
        name += _LETTERS[letter] + _VOWELS[number % len(_VOWELS)]
    return name
