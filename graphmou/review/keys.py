"""The keys of a review, pressed on an English or a Thai keyboard."""

from __future__ import annotations

import unicodedata
from typing import Literal

from graphmou.language import Text

__all__ = ["KEYS", "Action", "action_of", "latin", "thai_key"]

Action = Literal["accept", "edit", "reject", "merge", "skip", "back", "undo", "quit", "help"]

KEYS: dict[Action, tuple[str, Text, Text]] = {
    "accept": ("a", Text("accept", "ยืนยัน"), Text("it is right; it will be loaded", "ข้อมูลถูกต้อง จะนำเข้ากราฟ")),
    "edit": (
        "e",
        Text("edit", "แก้ไข"),
        Text("change a name, date, role; evidence stays", "แก้ชื่อ วันที่ บทบาท โดยหลักฐานคงเดิม"),
    ),
    "reject": ("r", Text("reject", "ไม่รับ"), Text("it is wrong; it is left out", "ข้อมูลผิด จะไม่นำเข้า")),
    "merge": ("m", Text("merge", "รวม"), Text("it is the same as another one", "เป็นสิ่งเดียวกับอีกรายการหนึ่ง")),
    "skip": ("s", Text("skip", "ข้าม"), Text("decide later", "ตัดสินใจภายหลัง")),
    "back": ("b", Text("back", "ย้อน"), Text("look at the one before again", "ดูรายการก่อนหน้าอีกครั้ง")),
    "undo": ("u", Text("undo", "เลิกทำ"), Text("take the last decision back", "ยกเลิกการตัดสินครั้งล่าสุด")),
    "quit": ("q", Text("quit", "ออก"), Text("stop here; it goes on from here next time", "หยุดไว้ก่อน ครั้งหน้าทำต่อจากตรงนี้")),
    "help": ("?", Text("help", "วิธีใช้"), Text("what the keys do", "ความหมายของแต่ละปุ่ม")),
}
"""Each action's key, its name, and what it does."""

# The same keys where the keyboard is set to Thai (Kedmanee, the layout of nearly all).
_THAI_KEYS = {"ฟ": "a", "ำ": "e", "พ": "r", "ท": "m", "ห": "s", "ิ": "b", "ี": "u", "ๆ": "q", "ฦ": "?", "ั": "y", "ื": "n"}
_ACTIONS = {key: action for action, (key, _, _) in KEYS.items()}


def latin(key: str) -> str:
    """The key in small Latin letters, whatever the keyboard is set to."""
    return _THAI_KEYS.get(key, key.lower())


def thai_key(key: str) -> str:
    """The same key on a Thai keyboard; a vowel that stands on another letter stands on a blank."""
    letter = next(thai for thai, own in _THAI_KEYS.items() if own == key)
    return letter if unicodedata.category(letter) != "Mn" else f" {letter}"


def action_of(key: str) -> Action | None:
    """What a key does; None where it does nothing. The end of the input, ``""``, quits."""
    if key == "":
        return "quit"
    return _ACTIONS.get(latin(key))
