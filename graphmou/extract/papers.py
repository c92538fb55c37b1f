"""Step 8, what the paper that was signed is called."""

from __future__ import annotations

import re

from graphmou.extract.draft import Draft
from graphmou.extract.marked import DATE, GENERIC, PERSON, PLACE, TITLE
from graphmou.extract.signing import Statement

__all__ = ["title_of"]

_PAPER = re.compile(
    r"(?P<head>บันทึก\s?(?:ข้อตกลง|ความร่วมมือ|ความเข้าใจ)|ข้อตกลง|MOU)(?P<rest>\s?(?:ความร่วมมือ)?\s?(?:\(MOU\))?\s?)"
    r"(?:เรื่อง\s?)?(?:[“\"]\s?(?P<quoted>[^”\"\n]{4,150}?)\s?[”\"])?"
)
_TITLE_END = re.compile(
    rf"\s?(?:ระหว่าง|\sณ\s|ร่วมกับ|กับ(?=[{PLACE[1:-1]}{TITLE}{GENERIC}\s])|โดย|เมื่อ|จำนวน|\d+\s?ฉบับ|ดังกล่าว|\n|[{PLACE[1:-1]}{DATE}{PERSON}]|ซึ่ง|เพื่อ|ประจำ|ทั้งนี้|ในวัน)"
)
_LONGEST_TITLE = 150


def title_of(draft: Draft, statement: Statement) -> str:
    """What the paper is called: the words in quotation marks, else what stands between its kind and its sides."""
    text = draft.marked.text
    line = draft.lines.all[statement.line]
    best = ""
    for match in _PAPER.finditer(text, line.start, line.end):
        if match.start() > statement.end:
            break
        if match["quoted"]:
            return _spelt(draft, match.start("quoted"), match.end("quoted"))
        stop = _TITLE_END.search(text, match.end(), min(line.end, match.end() + _LONGEST_TITLE))
        end = stop.start() if stop else min(line.end, match.end() + _LONGEST_TITLE)
        found = _spelt(draft, match.start(), end)
        best = found if len(found) > len(best) else best
    return best or "บันทึกข้อตกลงความร่วมมือ"


def _spelt(draft: Draft, start: int, end: int) -> str:
    text = draft.text[draft.marked.origin(start) : draft.marked.origin(end)]
    return re.sub(r"\s+", " ", re.sub('[“”"]', "", text)).strip(' ,:;-–“”"()')
