"""Step 2, layout: lines that a page broke in the middle of a name or sentence are joined again; items are known.

Only breaks that are surely no end of a phrase are mended: inside brackets of a list item, after a title, an office's
kind or a given name, and in paragraphs that were wrapped at one width.
"""

from __future__ import annotations

import re

from graphmou.extract.rules import any_of
from graphmou.extract.text.normalise import Normal

__all__ = ["ITEM", "join_broken_lines"]

ITEM = (
    r"(?:[-–*•●▪◦‣·►➢✓✔☑✅🔸🔹🌱📌📍]️?|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)"
    r"|\(?[ก-ฮ][.)](?=\s)|\([ก-ฮ]\)|(?:ฝ่าย|ลำดับ|ฉบับ|คู่|กลุ่ม|เครือข่าย|ข้อ)ที่\s?\d{1,2}|\[[^\]\n]{1,12}\])"
)
"""What begins an item of a list: a bullet, a number (1. 1.1 (1) 1)), a letter, "ฉบับที่ 2"."""

_BREAK = re.compile(r" ?\n ?")
_ITEM_LINE = re.compile(rf"\s?{ITEM}")
_OPEN_END = re.compile(
    r"(?:(?:ประถม|มัธยม)ศึกษา|โรงเรียน|ผู้อำนวยการ|รองผู้อำนวยการ|และ|กับ|ระหว่าง|จังหวัด|อำเภอ|,"
    r"|(?:^|[\s(])(?:นาย|นางสาว|นาง|น\.ส\.|ดร\.)\s?[ก-ฮะ-ฺเ-๎]{2,20})$"
)
_STARTS = re.compile(any_of("school_starts"))
_ENDS = re.compile(any_of("school_ends") + r"(?=\s|$)")
# The beginning of a school's name alone is no name; the end of one alone no line.
_HALF_NAME = re.compile(r"(?:โรงเรียน|ร\.ร\.|รร\.)(?:ชุมชนบ้าน|ชุมชนวัด|บ้าน|วัด|ชุมชน|มัธยม|ตำรวจตระเวนชายแดน)$")
_NAME_AT_END = re.compile(r"(?:โรงเรียน|ร\.ร\.|รร\.)[ก-๎]{2,40}$")
_DONORS = re.compile(r"\([ก-๎ ]{2,36}" + any_of("school_donors") + r"\)")
# In an item: a bracket that the next line closes; letters alone, further in or before the next item, end a name.
_OPEN_BRACKET = re.compile(r"\([ก-๎0-9 .-]{2,40}$")
_CLOSED = re.compile(r"[ก-๎0-9 .-]{1,30}\)")
_NAME_IN_TWO = re.compile(r"(?:โรงเรียน|ร\.ร\.|รร\.)[ก-๎]{2,40}(?: [ก-๎]{2,30})?$")
# A hyphen that is part of a name: "โรงเรียนบ้านแม่สุก- / แม่เตา".
_HYPHEN = re.compile(r"(?:โรงเรียน|ร\.ร\.|รร\.)[ก-๎]{3,40}-$")
_REST_OF_NAME = re.compile(
    "(?!(?:สักขี)?พยาน|ผู้|แขก|วิทยากร|พิธีกร|ประธาน|กรรมการ|คณะ|หมายเหตุ|"
    + any_of("not_names", "cut_words")
    + r")[ก-ฮะ-ฺเ-๎]{2,20} ?(?:\([^()\n]{0,80}\))?"
)
_ITEM_NEXT = re.compile(rf"\s{{1,3}}{ITEM}")
# A surname that goes on in the next line, before a title: "นางสาวศศิธร วัฒนะ / กุล รองผู้อำนวยการ".
_PERSON_AT_END = re.compile(r"(?:นาย|นางสาว|นาง|น\.ส\.|ดร\.)\s?[ก-ฮะ-ฺเ-๎]{2,20} [ก-ฮะ-ฺเ-๎]{2,20}$")
_REST_OF_SURNAME = re.compile(
    rf"(?!{any_of('not_surnames', 'person_cut_words', 'titles', 'honorifics')})"
    rf"[ก-ฮ][ก-ฮะ-ฺเ-๎]{{1,12}} {any_of('titles')}"
)
_CHAIR_AT_END = re.compile(r"(?:^|[\s)])(?:รักษาการ|รอง)?ประธาน$")
_CHAIRED = re.compile("สหวิทยาเขต|กลุ่ม(?:โรงเรียน|เครือข่าย|$| )|เครือข่าย|ศูนย์เครือข่าย")
_WIDE = 55


def join_broken_lines(normal: Normal) -> Normal:
    """``normal`` without the line breaks that a page made."""
    text = normal.text
    edits: list[tuple[int, int, str]] = []
    previous_start = 0
    breaks = list(_BREAK.finditer(text))
    for number, found in enumerate(breaks):
        start, end = found.span()
        next_end = breaks[number + 1].start() if number + 1 < len(breaks) else len(text)
        joined = _join(text, previous_start, start, end, next_end)
        if joined is not None:
            edits.append((start, end, joined))
        previous_start = end
    return normal.edited(edits)


def _join(text: str, line_start: int, line_end: int, next_start: int, next_end: int) -> str | None:
    """What stands in place of the break between two lines; None where it is an end."""
    if line_end <= line_start or next_end <= next_start:
        return None
    following = text[next_start : min(next_end, next_start + 40)]
    if _ITEM_LINE.match(following):
        return None
    last = text[max(line_start, line_end - 60) : line_end]
    indented = text[line_end:next_start].endswith(" ")
    item = _ITEM_LINE.match(text, max(0, line_start - 1)) or _ITEM_LINE.match(text, line_start)
    if (
        item
        and following.startswith("(")
        and ")" in text[next_start:next_end][:45]
        and re.search("โรงเรียน|ร\\.ร\\.|รร\\.", text[line_start:line_end])
    ):
        return " "
    if item and _OPEN_BRACKET.search(last) and _CLOSED.match(following):
        return ""
    alone = indented or _ITEM_NEXT.match(text, next_end)
    if _HYPHEN.search(last) and re.match("[ก-ฮเ-ไ]", following):
        return ""
    within = item or text[line_start - 1 : line_start] == " "
    if within and alone and _NAME_IN_TWO.search(last) and _REST_OF_NAME.fullmatch(text, next_start, next_end):
        return ""
    if item and _ENDS.match(following) and len(text[next_start:next_end]) < 25:
        return ""
    if _HALF_NAME.search(last) and re.match("[ก-ฮเ-ไ]", following):
        return ""
    if _NAME_AT_END.search(last) and (_ENDS.match(following) or _DONORS.match(following)):
        return "" if following[0] != "(" else " "
    if (_PERSON_AT_END.search(last) and _REST_OF_SURNAME.match(following)) or (
        _CHAIR_AT_END.search(last) and _CHAIRED.match(following)
    ):
        return ""
    if last.endswith("โรงเรียน") and (last.endswith("การโรงเรียน") or not _STARTS.match(following)):
        return None
    if _OPEN_END.search(last) and re.match("(?!นาย|นาง|น\\.ส\\.|ดร\\.|ว่าที่)[ก-ฮเ-ไ]", following):
        return "" if re.search("(?:ประถม|มัธยม)ศึกษา$|โรงเรียน$", last) else " "
    if (
        line_end - line_start >= _WIDE
        and next_end - next_start >= _WIDE // 3
        and _wrapped(text, line_start, line_end, next_end)
    ):
        return " "
    return None


def _wrapped(text: str, line_start: int, line_end: int, next_end: int) -> bool:
    """Whether the line ends in the middle of a word or list, as lines of one width do."""
    width = line_end - line_start
    if width > 140 or not re.match("[ก-๎]", text[line_end - 1]):
        return False
    next_width = next_end - line_end
    return next_width <= width + 25 and bool(
        re.search(r"(?:และ|กับ|ของ|ใน|ที่|โดย|เพื่อ|การ|เป็น|ให้|ได้|ซึ่ง|จาก)$", text[line_end - 6 : line_end])
    )
