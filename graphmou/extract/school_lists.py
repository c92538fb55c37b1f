"""Step 3, schools of lists and tables whose head alone says that they are schools: "โรงเรียนเครือข่าย ได้แก่ บ้านก บ้านข"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.mention import Mention
from graphmou.extract.rules import any_of
from graphmou.extract.schools import read_listed

__all__ = ["find_listed_schools"]

_HEAD = re.compile(
    r"(?:(?:โรงเรียน|รร\.|ร\.ร\.)(?:" + any_of("generic_schools") + r")|สถานศึกษา)"
    r"(?![^\n]{0,60}(?:หน่วยงาน|ชุมชน|บริษัท|สมาคม|มูลนิธิ))[^\n:]{0,60}?(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้|:)"
)
_TABLE = re.compile(r"(?:^|\n)(?:ที่|ลำดับ(?:ที่)?|คู่ที่|ลำดับ) [^\n]{0,80}(?:โรงเรียน|สถานศึกษา|แม่ข่าย|พี่เลี้ยง)[^\n]{0,80}(?=\n)")
_ROW = re.compile(r"\n\(?\d{1,3}[.)]? ([^\n]{4,300})")
_CELL = re.compile(r"(?:^| )(?=บ้าน|วัด|อนุบาล|ชุมชน)")
# Between two items: a comma, "and", a bullet or a number, also over the end of a line.
_BETWEEN = re.compile(r"\s?(?:,|/|;|และ)?\s{0,3}(?:และ)?\s?(?:[-•–*▪·]|\(?\d{1,2}(?:[.)]|\.\))){0,1}\s?")
_MARKED = re.compile(r"[,/;•–*▪·)-]|\d[.)]|และ")


def find_listed_schools(text: str) -> Iterator[Mention]:
    """The schools of lists whose head says so, two at least, and of the rows of tables."""
    reached = 0
    for head in _HEAD.finditer(text):
        if head.end() < reached:
            continue
        found = list(_items(text, head.end()))
        if len(found) >= _FEWEST:
            reached = found[-1].end
            yield from found
    for table in _TABLE.finditer(text):
        yield from _rows(text, table.end())


_FEWEST = 2


def _items(text: str, end: int) -> Iterator[Mention]:
    while True:
        between = _BETWEEN.match(text, end)
        begins = between.end() if between else end
        if begins == end and text[end - 1 : end] != ":":
            return
        item = read_listed(text, begins, strict=not (between and _MARKED.search(between[0])))
        if item is None:
            return
        yield item
        end = item.end


def _rows(text: str, end: int) -> Iterator[Mention]:
    while row := _ROW.match(text, end):
        reached = row.start(1)
        for cell in _CELL.finditer(row[1]):
            begins = row.start(1) + cell.end()
            if begins < reached:
                continue
            item = read_listed(text, begins, strict=True)
            if item is not None:
                yield item
                reached = item.end
        end = row.end()
