"""Step 8, what the paper that was signed is called."""

from __future__ import annotations

import re

from graphmou.extract.agreements.parties import Statement
from graphmou.extract.article import Article
from graphmou.extract.slips import without_slips
from graphmou.extract.text.marked import DATE, GENERIC, PERSON, PLACE, TITLE

__all__ = ["is_only_kind", "title_of"]

_PAPER = re.compile(
    r"(?P<head>บันทึก\s?(?:ข้อตกลง|ความร่วมมือ|ความเข้าใจ)|ข้อตกลง|MOU)(?P<rest>\s?(?:ความร่วมมือ)?\s?(?:\(MOU\))?\s?)"
    r"(?:เรื่อง\s?)?(?:[“\"]\s?(?P<quoted>[^”\"\n]{4,150}?)\s?[”\"])?"
)
_TITLE_END = re.compile(
    rf"\s?(?:ระหว่าง|\sณ\s|ระยะเวลา|เป็นเวลา|ออกไป|มีกำหนด|มีผล(?=ตั้ง|นับ|บังคับ)|ร่วมกับ|กับ(?=[{PLACE[1:-1]}{TITLE}{GENERIC}\s])|โดย|เมื่อ|จำนวน|\d+\s?ฉบับ|ดังกล่าว|\n|[{PLACE[1:-1]}{DATE}{PERSON}]|ซึ่ง|เพื่อ|ประจำ|ทั้งนี้|ในวัน)"
)
_LONGEST_TITLE = 150
_KIND = "บันทึกข้อตกลงความร่วมมือ"
_ONLY_KIND = re.compile(
    r"(?:บันทึก\s?)?(?:ข้อตกลง\s?(?:ความร่วมมือ|ร่วมกัน)?|ความร่วมมือ|ความเข้าใจ)\s?(?:\(?\s?MOU\s?\)?)?|MOU", re.IGNORECASE
)


def is_only_kind(title: str) -> bool:
    """Whether ``title`` says what kind of paper it is and no more."""
    return _ONLY_KIND.fullmatch(title) is not None


def title_of(article: Article, statement: Statement, since: int = 0) -> str:
    """What the paper is called: the words in quotation marks, else what stands between its kind and its sides.

    Behind ``since`` the report of another agreement ends. A paper spoken of between that and this ``statement`` is this
    one's, and the other's title is not: "MOU เรื่อง “...” ระหว่าง A กับ B พร้อมกับ MOU ระหว่าง C กับ D".
    """
    text = article.marked.text
    line = article.lines.all[statement.line]
    best = ""
    start = since if line.start < since and _PAPER.search(text, since, statement.start) else line.start
    for match in _PAPER.finditer(text, start, line.end):
        if match.start() > statement.end:
            break
        if match["quoted"]:
            return _spelt(article, match.start("quoted"), match.end("quoted"))
        stop = _TITLE_END.search(text, match.end(), min(line.end, match.end() + _LONGEST_TITLE))
        end = stop.start() if stop else min(line.end, match.end() + _LONGEST_TITLE)
        found = _spelt(article, match.start(), end)
        best = found if len(found) > len(best) else best
    return best or _KIND


def _spelt(article: Article, start: int, end: int) -> str:
    text = article.text[article.marked.origin(start) : article.marked.origin(end)]
    written = re.sub(r"\s+", " ", re.sub('[“”"]', "", text)).strip(' ,:;-–“”"()')
    return without_slips(written.removesuffix("(MOU").rstrip())
