"""What no statement may do, judged by its text, before any engine sees it: the same for both stores.

A statement is cut into tokens, so that words inside comments, texts and backtick names do not count. The
engines have their own locks behind this one; here the refusal is plain, early and the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from graphmou.errors import LimitReached, StatementError, WriteRefused
from graphmou.language import Text
from graphmou.store.protocol import Limits

__all__ = ["Token", "refuse_forbidden", "tokens"]

# Besides what Python calls white space, engines skip a few invisible characters: none of them joins two words.
_INVISIBLE = "\x00-\x20\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"

_TOKEN = re.compile(
    rf"""
      (?P<comment> //[^\n\r]* | /\*.*?\*/ )
    | (?P<space>   [\s{_INVISIBLE}]+ )
    | (?P<text>    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<name>    `(?:[^`]|``)*` )
    | (?P<unclosed> ['"`] | /\* )
    | (?P<symbol>  [!-/:-@\[-^{{-~] )
    | (?P<word>    [^\s!-/:-@\[-^`{{-~{_INVISIBLE}]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_UNICODE_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_UNSENDABLE = re.compile("[\x00\ud800-\udfff]")
_UNCLOSED = {
    "'": Text("text", "ข้อความ"),
    '"': Text("text", "ข้อความ"),
    "`": Text("name", "ชื่อ"),
    "/*": Text("comment", "หมายเหตุ"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a statement that counts: a word or number, a symbol, a quoted text, a backtick name."""

    kind: Literal["word", "symbol", "text", "name"]
    text: str
    start: int
    end: int

    def is_word(self, word: str) -> bool:
        """Whether it is that keyword (given in capitals), however it is written."""
        return self.kind == "word" and self.text.upper() == word


def tokens(statement: str) -> Iterator[Token]:
    """The pieces of a statement, without comments and white space.

    Raises:
        StatementError: a text, name or comment is opened and never closed.
    """
    for match in _TOKEN.finditer(statement):
        match match.lastgroup:
            case "word" | "symbol" | "text" | "name" as kind:
                yield Token(kind, match[0], match.start(), match.end())
            case "unclosed":
                line = statement.count("\n", 0, match.start()) + 1
                column = match.start() - statement.rfind("\n", 0, match.start())
                what = _UNCLOSED[match[0]]
                raise StatementError(
                    Text(
                        f"line {line}, column {column}: a {what.en} opens here and is never closed",
                        f"บรรทัดที่ {line} คอลัมน์ที่ {column}: {what.th}เริ่มที่นี่แต่ไม่มีเครื่องหมายปิด",
                    )
                )


def refuse_forbidden(statement: str, limits: Limits) -> None:
    """Refuse what no statement may be or do, reading or writing, on either store.

    Raises:
        LimitReached: it is longer than ``limits.characters``.
        StatementError: it is empty, cannot be read to its end, or is several statements.
        WriteRefused: it reads files or addresses (``LOAD CSV``), or commits by itself (``IN TRANSACTIONS``).
    """
    if len(statement) > limits.characters:
        raise LimitReached(
            Text(
                f"the statement has {len(statement):,} characters; {limits.characters:,} are the most",
                f"คำสั่งยาว {len(statement):,} ตัวอักษร ซึ่งเกิน {limits.characters:,} ตัวอักษร",
            ),
            hint=Text(
                "give long lists as a parameter: UNWIND $rows AS row ...",
                "ส่งรายการยาวเป็นพารามิเตอร์: UNWIND $rows AS row ...",
            ),
        )
    if _UNSENDABLE.search(statement):
        raise StatementError(
            Text(
                "the statement holds a NUL character or half of a surrogate pair",
                "คำสั่งมีอักขระ NUL หรืออักขระคู่แทน (surrogate) ที่ไม่ครบคู่",
            )
        )
    pieces = list(tokens(statement))
    if not any(piece.text != ";" for piece in pieces):
        raise StatementError(
            Text("the statement is empty", "คำสั่งว่างเปล่า"),
            hint=Text("for example: MATCH (n) RETURN count(n) AS nodes", "ตัวอย่าง: MATCH (n) RETURN count(n) AS nodes"),
        )
    _refuse_reaching_out(pieces)
    ended = False
    for piece in pieces:
        if ended and piece.text != ";":
            raise StatementError(
                Text("these are several statements", "มีหลายคำสั่ง"),
                hint=Text("run them one after the other", "สั่งทีละคำสั่ง"),
            )
        ended = ended or (piece.kind == "symbol" and piece.text == ";")
    # Some engines resolve \uXXXX before they look for words, so the text it stands for is judged as well.
    if _UNICODE_ESCAPE.search(statement):
        _refuse_reaching_out(_readable_tokens(_UNICODE_ESCAPE.sub(_unescape, statement)))


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _readable_tokens(statement: str) -> list[Token]:
    """The tokens up to one that is never closed: there an engine would stop reading, too."""
    pieces: list[Token] = []
    with suppress(StatementError):
        for piece in tokens(statement):
            pieces.append(piece)
    return pieces


def _refuse_reaching_out(pieces: list[Token]) -> None:
    for position, piece in enumerate(pieces):
        following = pieces[position + 1 : position + 6]
        if piece.is_word("LOAD") and following and following[0].is_word("CSV"):
            raise WriteRefused(
                Text(
                    "LOAD CSV reads files and addresses, which no statement may",
                    "LOAD CSV อ่านไฟล์และที่อยู่ภายนอก ซึ่งไม่อนุญาต",
                ),
                hint=Text(
                    "CSV and Excel files are loaded with: graphmou load FILE",
                    "นำเข้าไฟล์ CSV และ Excel ด้วยคำสั่ง graphmou load FILE",
                ),
            )
        if piece.text == "}" and following and following[0].is_word("IN") and _batches(following[1:]):
            raise WriteRefused(
                Text(
                    "CALL { ... } IN TRANSACTIONS commits by itself, so it could not be taken back",
                    "CALL { ... } IN TRANSACTIONS บันทึกข้อมูลเองทันที จึงย้อนกลับไม่ได้",
                ),
                hint=Text(
                    "leave out IN TRANSACTIONS: all is written, or nothing",
                    "ตัด IN TRANSACTIONS ออก เพื่อให้บันทึกครบทั้งหมดหรือไม่บันทึกเลย",
                ),
            )


def _batches(following: list[Token]) -> bool:
    """Whether ``TRANSACTIONS`` follows at once, or ``3 CONCURRENT TRANSACTIONS``, or ``$n CONCURRENT ...``."""
    words = [piece.text.upper() for piece in following if piece.kind == "word"]
    return words[:1] == ["TRANSACTIONS"] or words[1:3] == ["CONCURRENT", "TRANSACTIONS"]
