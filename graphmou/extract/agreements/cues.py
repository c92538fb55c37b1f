"""Step 8, cues: the words of a line that say what the bodies before or after them are, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.agreements.signing import Signs
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.lines import Line
from graphmou.extract.text.marked import DATE, GENERIC, PERSON, PLACE, TITLE

__all__ = ["GAP", "MARKS", "cues_of", "list_follows"]

MARKS = PLACE[1:-1]
GAP = rf"[^\n{MARKS}{PERSON}{DATE}]"
"""What names nobody."""

_CUE = re.compile(
    rf"(?P<body>{PLACE})|(?P<person>{PERSON})|(?P<date>{DATE})|(?P<generic>{GENERIC})"
    r"|(?:(?<=กับ)|(?<=ระหว่าง)|(?<=และ))\s?(?:ทาง)?(?P<own>(?:สำนักงาน)?เขตพื้นที่|วิทยาลัย|มหาวิทยาลัย|เทศบาล|บริษัท"
    r"|โรงพยาบาล|มูลนิธิ|อบต\.|อบจ\.)(?:การศึกษา)?(?:ฯ|ดังกล่าว)?(?=\s|$|กับ|และ|,|โดย|ใน|เพื่อ)"
    rf"|(?P<chair>(?:เป็น|นั่ง|ทำหน้าที่)\s?{TITLE}|{TITLE}(?=ใน(?:พิธี|การ)|ฝ่าย|พิธี|เปิด|การลงนาม))"
    rf"|(?P<between>ระหว่าง(?!\s?(?:{DATE}|วัน|ปี|เดือน|กัน|การ|ทาง|เครือข่าย\s?และ|\d{{1,2}}\s?[-–]|ภาค|นั้น|เวลา)))"
    r"|(?P<another>(?:อีก(?:หนึ่ง)?ฉบับ(?:หนึ่ง)?|อีก\s?1\s?ฉบับ|ฉบับหนึ่ง)(?=[ก-๎\s]{0,60}(?:เป็น|คือ|ระหว่าง|กับ|ลงนาม))"
    r"|(?:(?<=\s)|^)(?:(?:คู่|ฉบับ)(?:ถัด|ต่อ)(?:มา|ไป)|อีก(?:หนึ่ง)?คู่(?:หนึ่ง)?)(?=\s)"
    r"|ยัง(?=(?:ได้)?(?:ร่วม)?(?:ลงนาม|เซ็น|ทำ\s?(?:บันทึก|MOU))))"
    r"|(?P<label>(?<!\d)(?<!\d )(?:(?:MOU\s?)?ฉบับ|คู่|ช่วง(?=ที่))(?:ที่)?\s?"
    r"(?P<ordinal>\d{1,2}(?![\d/])|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด))"
    rf"|(?P<led>นำโดย\s?(?={PLACE}))|(?P<presents>(?:(?<=[\s{MARKS}{TITLE}{PERSON}])|และ)มี(?=\s?(?:{PERSON}|ว่าที่|ผู้แทน|ตัวแทน|แขก|คณะ|{TITLE}(?!\s?\d))))"
    rf"|(?P<by>โดย|นำโดย|ผู้ลงนาม)(?=\s?:?\s?(?:คือ\s?)?(?:คุณ|ท่าน|ครู|ผู้แทน|{TITLE}|{PERSON}))"
    rf"|(?P<word>{any_of('side_cues')})|(?P<comma>,|/|\s[x&+]\s|\s[-–]\s|(?<={PLACE})[-–](?={PLACE}))"
    rf"|(?P<counted>(?P<many>\d{{1,2}}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s?(?:ฝ่าย|หน่วยงาน|องค์กร|สถาบัน|ภาคี))"
    r"|(?P<venue>(?<![ก-๎])ณ\s)|(?P<colon>:)|(?P<full>[.]\s)|(?P<then>โดย)"
)
_LIST_AHEAD = re.compile(
    rf"{GAP}{{0,50}}?(?:(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|ต่อไปนี้|อาทิ|มี|:)\s?(?=[{MARKS}{PERSON}{TITLE}\n]|กระผม|$))"
    rf"|(?:(?!ลงนาม){GAP}){{0,25}}$"
)
# What brackets tell of who stands before them: "P TS (ลงนามแทนผู้อำนวยการ)".
_BRACKETS = re.compile(rf"[{MARKS}{PERSON}{TITLE}]\s?\([^()\n]{{0,120}}\)")
_VERBS = (
    "sign",
    "unreal",
    "signers",
    "signed",
    "topic",
    "clause",
    "speech",
    "guest",
    "relative",
    "generic",
    "date",
    "when",
    "then",
)
_NEXT = re.compile(rf"\s?[{MARKS}{PERSON}{TITLE}]")


def cues_of(text: str, signs: Signs, number: int, line: Line) -> Iterator[tuple[str, re.Match[str]]]:
    """Each cue of line ``number`` with its kind: a part of side_cues.txt, a group of the pattern, or ``sign`` and
    ``unreal`` for words of a signing that is reported and that is not. Of two at one place the longer stands.
    """
    told = [("sign" if done else "unreal", match) for match, done in signs.told(number)]
    found = [(str(match.lastgroup), match) for match in _CUE.finditer(text, line.start, line.end)]
    reached = line.start
    aside = [one.span() for one in _BRACKETS.finditer(text, line.start, line.end)]
    for kind, match in sorted([*found, *told], key=lambda one: (_start(one[1]), -one[1].end())):
        if _start(match) < reached:
            continue
        if kind == "word":
            kind = _part(match[0])
        if kind == "signers" and not (list_follows(text, match.end(), line.end) or _NEXT.match(text, match.end())):
            continue
        while aside and aside[0][1] <= match.start():
            aside.pop(0)
        if aside and aside[0][0] < match.start() and kind in _VERBS:
            continue
        # "ลงนามร่วมกับ": what the pattern of signing takes too much.
        reached = match.end() - 4 * match[0].endswith("ร่วม")
        yield kind, match


def list_follows(text: str, place: int, end: int) -> bool:
    """Whether what stands at ``place`` introduces a list: "... ได้แก่ A", "...:", or the end of the line."""
    return _LIST_AHEAD.match(text, place, end) is not None


def _start(match: re.Match[str]) -> int:
    """Where a word begins, blanks before it left out."""
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _part(word: str) -> str:
    """The part that a word of side_cues.txt plays; blanks in it may be missing."""
    known = meanings("side_cues")
    return known.get(word) or known[next(one for one in known if one.replace(" ", "") == word.replace(" ", ""))]
