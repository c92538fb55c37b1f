"""Step 3, schools of lists and tables whose head alone says that they are schools: "โรงเรียนเครือข่าย ได้แก่ บ้านก บ้านข"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.names.schools import read_listed
from graphmou.extract.rules import any_of
from graphmou.extract.text.layout import ITEM
from graphmou.extract.text.mention import Mention

__all__ = ["find_listed_schools"]

_SIDES = "แม่ข่าย|ลูกข่าย|พี่เลี้ยง|ร่วมพัฒนา|แกนนำ|เครือข่าย|คู่พัฒนา|ขนาดเล็ก|ปลายทาง|สมาชิก"
_SCHOOL = r"(?:โรงเรียน|รร\.|ร\.ร\.)"
_SOME = "(?:\\d|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)"
# What is listed may be something else, unless the word begins the name of a school: ชุมชนบ้านโคก.
_OTHERS = "หน่วยงาน|ชุมชน(?!บ้าน|วัด)|บริษัท|สมาคม|มูลนิธิ"
_TOLD = rf"(?:(?!{_OTHERS})[^\n:]){{0,60}}?(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้|:)"
_HEAD = re.compile(
    rf"(?:{_SCHOOL}(?:{any_of('generic_schools')})|สถานศึกษา){_TOLD}"
    rf"|{_SOME} ?(?:โรงเรียน|สถานศึกษา|โรง(?![ก-๎]))(?:(?!{_OTHERS})[^\n:]){{0,20}}?(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้|:)"
    rf"|{_SCHOOL} ?(?=\(?1[.)] ?(?:บ้าน|วัด|อนุบาล|ชุมชน)[ก-๎])"
    rf"|(?:{_SIDES}|น้อง) ?(?:ได้แก่|ประกอบด้วย|คือ|:)"
    rf"|{_SCHOOL}(?:{_SIDES}|พี่|น้อง|หลัก|คุณภาพ) ?(?:\((?=[ก-๎])|(?=(?:บ้าน|วัด|อนุบาล|ชุมชน)[ก-๎]))"
    r"|(?:แม่ข่าย|ลูกข่าย) (?=(?:บ้าน|วัด|อนุบาล|ชุมชน)[ก-๎])"
    r"|\d ?(?:โรงเรียน|แห่ง|โรง) ?\((?=[ก-๎])"
    # Pairs, and whom a school looks after.
    r"|คู่ที่ ?\d{1,2} ?[:/–-]? ?(?=[ก-๎])"
    r"|(?:พี่เลี้ยง(?:ของ|ให้|ให้กับ|ให้แก่|แก่)|ดูแล|จับคู่กับ|เครือข่าย(?:ของ|กับ)) ?(?=(?:บ้าน|วัด|อนุบาล|ชุมชน)[ก-๎])"
    # A heading over a list: its items stand in lines of their own.
    rf"|(?:^|\n)[^\n]{{0,40}}(?:รายชื่อ|รายนาม|บัญชี)(?:โรงเรียน|สถานศึกษา)[^\n]{{0,60}}(?=\n)"
    rf"|(?:^|\n) ?(?:โรงเรียน|สถานศึกษา)(?:{any_of('generic_schools')})[^\n]{{0,40}}(?=\n ?{ITEM})"
)
# After these one name alone is a school too.
_SURE_HEAD = re.compile(
    rf"{_SCHOOL}(?:{_SIDES}|พี่|น้อง|หลัก|เล็ก|ใหญ่|คุณภาพ)[^\n]{{0,20}}$|(?:แม่ข่าย|ลูกข่าย) ?[^\n]{{0,10}}$|จับคู่กับ ?$"
)
_SURELY = re.compile("(?:บ้าน|อนุบาล|ชุมชน)[ก-๎]{3}|[ก-๎]{3,60}" + any_of("school_last"))
# A label says what its name is, whatever that is made like, where nothing else follows: "โรงเรียนหลัก - ท่าม่วง / ...".
_LABEL = re.compile(rf"{_SCHOOL}(?:{_SIDES}|พี่|น้อง|หลัก|รอง|ร่วม|คุณภาพ)(?: ?ที่ ?\d{{1,2}})? ?[-–=→:] ?(?=[ก-๎])")
_AFTER_LABEL = re.compile(r"\s?(?:[/,;|\n↔→]|-\s|โรงเรียน|และ|$)")
_TABLE = re.compile(r"(?:^|\n)(?:ที่|ลำดับ(?:ที่)?|คู่ที่|ลำดับ) [^\n]{0,80}(?:โรงเรียน|สถานศึกษา|แม่ข่าย|พี่เลี้ยง)[^\n]{0,80}(?=\n)")
_SCHOOLS_FIRST = re.compile(r"\n?\S{1,8} (?:ชื่อ|ราย)?(?:ชื่อ)?(?:โรงเรียน|สถานศึกษา)(?=\s|$)")
_ROW = re.compile(r"\n\(?\d{1,3}[.)]? ([^\n]{4,300})")
# A table with bars: the heads of its columns say which cells are schools, even where a name is made like none.
_BARRED = re.compile(r"(?:^|\n)(?P<head>[^\n|]{0,80}\|[^\n]{1,200})(?=\n)")
_COLUMN = re.compile(r"โรงเรียน|สถานศึกษา|ร\.ร\.|รร\.|แม่ข่าย|ลูกข่าย|พี่เลี้ยง|ร่วมพัฒนา|แกนนำ|เครือข่าย|คู่พัฒนา")
_NO_COLUMN = re.compile(r"ผู้|ผอ\.|ชื่อ ?-|จำนวน|อำเภอ|สังกัด|หมายเหตุ|นักเรียน|ครู|นิเทศ|ประธาน|โทร|ที่ตั้ง")
_BARRED_ROW = re.compile(r"\n([^\n|]{0,80}\|[^\n]{0,300})")
_WITHIN = re.compile(r"\s?(?:,|/|และ|\(?\d{1,2}[.)]) ?")
_CELL = re.compile(r"(?:^| )(?=บ้าน|วัด|อนุบาล|ชุมชน)")
# Between two items: where the school lies, a comma, "and", a bullet or a number, also over the end of a line.
_BETWEEN = re.compile(
    r"(?: ?(?:[ตอจ]\.|ตำบล|อำเภอ|จังหวัด) ?[ก-๎]{2,20}){0,3}\s?(?:,|/|;|และ)?\s{0,3}(?:และ)?\s?"
    r"(?:[-•–*▪·↔⇄⇔→+&💞🤝]|\(?\d{1,2}(?:[.)]|\.\))|กับ|คู่ที่ ?\d{1,2} ?[:/–-]?){0,1}\s?"
)
_MARKED = re.compile(r"[,/;•–*▪·↔⇄⇔→+&💞🤝)-]|\d[.)]|และ|กับ|คู่ที่")


def find_listed_schools(text: str) -> Iterator[Mention]:
    """The schools of lists whose head says so, two at least, and of the rows of tables."""
    reached = 0
    for head in _HEAD.finditer(text):
        if head.end() < reached:
            continue
        found = list(_items(text, head.end()))
        if len(found) >= _FEWEST or (
            found and _SURE_HEAD.search(head[0]) and _SURELY.match(text, found[0].start, found[0].end)
        ):
            reached = found[-1].end
            yield from found
    for label in _LABEL.finditer(text):
        named = read_listed(text, label.end(), strict=False, said=True)
        if named is not None and _AFTER_LABEL.match(text, named.end):
            yield named
    for table in _TABLE.finditer(text):
        yield from _rows(text, table.end(), said=bool(_SCHOOLS_FIRST.match(table[0])))
    reached = 0
    for table in _BARRED.finditer(text):
        columns = [
            number
            for number, head in enumerate(table["head"].split("|"))
            if _COLUMN.search(head) and not _NO_COLUMN.search(head)
        ]
        if table.start() >= reached and columns:
            reached = table.end()
            while row := _BARRED_ROW.match(text, reached):
                yield from _cells(text, row, columns)
                reached = row.end()


_FEWEST = 2


def _items(text: str, end: int) -> Iterator[Mention]:
    first = end
    while True:
        between = _BETWEEN.match(text, end)
        begins = between.end() if between else end
        if begins == end and end != first:
            return
        plain = not (between and (_MARKED.search(between[0]) or "\n" in between[0]))
        item = read_listed(text, begins, strict=plain and end != first)
        if item is None:
            return
        yield item
        end = item.end


def _rows(text: str, end: int, *, said: bool) -> Iterator[Mention]:
    """The schools of rows of columns that blanks part; ``said`` where the head of the first column says so."""
    while row := _ROW.match(text, end):
        reached = row.start(1)
        if said and (first := read_listed(text, reached, strict=False, said=True)):
            yield first
            reached = first.end
        for cell in _CELL.finditer(row[1]):
            begins = row.start(1) + cell.end()
            if begins < reached:
                continue
            item = read_listed(text, begins, strict=True)
            if item is not None:
                yield item
                reached = item.end
        end = row.end()


def _cells(text: str, row: re.Match[str], columns: list[int]) -> Iterator[Mention]:
    begins = row.start(1)
    for number, cell in enumerate(row[1].split("|")):
        end = begins + len(cell)
        place = begins + len(cell) - len(cell.lstrip(" -•"))
        while number in columns and place < end:
            if between := _WITHIN.match(text, place, end):
                place = between.end()
            item = read_listed(text, place, strict=False, said=True)
            if item is None or item.end > end:
                break
            yield item
            place = item.end
            if not _WITHIN.match(text, place, end):
                break
        begins = end + 1
