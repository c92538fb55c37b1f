"""Step 8, which office convened an agreement, hosted or presided over its signing, or supervises it, and is no side.

Whoever presides does so for the office where the person holds a post; who only witnesses or congratulates does not. An
office also oversees what it holds itself, in a meeting or room of its own, and what it is said to supervise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.text.marked import GENERIC, OFFICE, PERSON, PLACE, SCHOOL, TITLE
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = ["add_overseers"]

_FAR = 200
_PLACES = PLACE[1:-1]
# Before the title of a chair, back to who is one: "P T O ให้เกียรติมาเป็น".
_IS = re.compile(r"(?:เป็น|นั่ง|ทำหน้าที่|ในฐานะ|และ|รับหน้าที่)\s?$")
_CALLED = re.compile(rf"{PERSON}\s?(?:{TITLE}\s?[{_PLACES}]?\s?)?\(?$")
_SUBJECT = re.compile(rf"(?:(?P<person>{PERSON})|{TITLE}\s?(?P<office>{OFFICE}))[^\n{PERSON}]{{0,{_FAR}}}$")
_NAMED_AFTER = re.compile(rf"(?:ใน|ของ|เปิด)?(?:พิธี|งาน|การประชุม)?\s?(?:คือ|ได้แก่|โดย|:|=|-)?\s?(?P<person>{PERSON})")
_CLOSES = re.compile(r"\s?(?:ใน)?(?:พิธี)?(?:ปิด|เปิดค่าย|กลุ่ม|เครือข่าย|ชมรม|สหวิทยาเขต|ศูนย์|คณะกรรมการ|กรรมการ|สภา|นักเรียน)")

_JOINTLY = rf"(?:\s?(?:,|และ|ร่วมกับ)\s?(?:[^\n{PERSON}]{{0,40}}?)?(?P<second>{OFFICE}))?"
_HOLDS = re.compile(
    rf"(?P<first>{OFFICE}){_JOINTLY}\s?(?:ร่วมกับ[^\n]{{0,40}}?|(?:นำ|นำทีม)?โดย[^\n]{{0,60}}?)?\s?(?:ได้|ดำเนิน|จึง|เป็น|จะ|ขอสรุปผล(?:การ)?|เจ้าภาพ|ผู้|หลัก|ใน|การ|\s){{0,6}}"
    rf"(?:จัดทำ(?=บันทึก)|เชิญ\s?(?:ผู้บริหาร|{TITLE}|{SCHOOL}|{GENERIC})|จัดพิธี|จัดการ(?=ลงนาม|ประชุม|ทำ|บันทึก)|จัดประชุม|จัดให้|จัด(?=บันทึก|ลงนาม|ทำบันทึก|MOU|งาน|โครงการ))"
)
_OPENS = re.compile(rf"{TITLE}\s?(?P<first>{OFFICE})\s?(?:ได้)?(?:(?:กล่าว)?เปิด|นั่งหัวโต๊ะ)(?:พิธี|การ|งาน|ประชุม)")
_OF = re.compile(
    rf"(?:ลงนาม|MOU|ประชุม)[^\n{PERSON}]{{0,140}}?(?<!นโยบาย)(?<!จุดเน้น)(?<!แนวทาง)ของ\s?(?P<first>{OFFICE})"
)
_MEETING = re.compile(rf"(?:การประชุม|ที่ประชุม)(?:(?!กับ|ณ\s)[^\n{PERSON}{_PLACES}]){{0,50}}?(?P<first>{OFFICE})")
_TOGETHER = re.compile(rf"ร่วมกับ(?:คณะ[^\n{_PLACES}]{{0,40}}และ)?(?P<first>{OFFICE})")
_ROOM = re.compile(rf"(?:ห้องประชุม|หอประชุม)[^\n{PERSON}{_PLACES}]{{0,40}}?(?P<first>{OFFICE})")
_SUPERVISES = re.compile(
    rf"(?P<first>{OFFICE})[^\n{PERSON}{_PLACES}]{{0,30}}?(?:กำกับ|นิเทศ|ติดตาม|ประสานงาน)"
    r"(?!การศึกษา| ?ติดตามและประเมินผลการจัด)"
)
_HELD_BY = re.compile(rf"(?:จัด|จัดขึ้น|จัดทำ|ดำเนินการ)โดย\s?(?P<first>{OFFICE})")
_DOES = (_HOLDS, _HELD_BY, _OPENS, _OF, _MEETING, _TOGETHER, _SUPERVISES)
_BELONGS = re.compile(r"(?:สังกัด|ของ|ข่าว\s?:)\s?$")
# So many offices oversee the signings of one text at most.
_MOST = 10


def add_overseers(article: Article, agreements: list[Agreement]) -> None:
    """Give each agreement the offices that convene, hold its ceremony, preside or supervise, and are no side of it."""
    if not agreements:
        return
    found = list(dict.fromkeys([*_chairs(article), *_acting(article, _DOES)]))[:_MOST]
    sides = {side for agreement in agreements for side in agreement.sides}
    known = {*found, *sides}
    # The room alone says nothing where its office signs something of its own on that day.
    found += [office for office in dict.fromkeys(_acting(article, (_ROOM,))) if office not in known][:_MOST]
    for agreement in agreements:
        agreement.overseers = [office for office in found if office not in agreement.sides]


def _chairs(article: Article) -> Iterator[str]:
    """The offices of those who preside."""
    text = article.marked.text
    posts = {
        post.person.entity: post.place.entity
        for post in reversed(article.posts)
        if post.place is not None and post.place.kind == "office"
    }
    for title in article.marked.mentions:
        if title.kind != "title" or not title.name.startswith("ประธาน"):
            continue
        place = article.marked.after(title) - 1
        if _CLOSES.match(text, place + 1):
            continue
        start = line_start(text, place, _FAR)
        before = text[start:place]
        if _IS.search(before) or _CALLED.search(before) or re.search(rf"{OFFICE}\s?$", before):
            subject = _SUBJECT.search(before)
            if subject is None:
                continue
            if subject["person"]:
                person = article.marked.at(start + subject.start("person"))
                office = _office_beside(article, person, place) or posts.get(person.entity, "")
            else:
                office = article.marked.at(start + subject.start("office")).entity
        elif after := _NAMED_AFTER.match(text, place + 1):
            person = article.marked.at(after.start("person"))
            office = posts.get(person.entity, "")
        else:
            continue
        if office:
            yield office


def _office_beside(article: Article, person: Mention, end: int) -> str:
    """The office of a person's title, ``P T O`` before ``end`` or ``T O P``."""
    start = article.marked.after(person)
    text = article.marked.text
    if beside := re.match(rf"[^\n{_PLACES}]{{0,30}}?{TITLE}\s?(?P<office>{OFFICE})", text[start:end]):
        return article.marked.at(start + beside.start("office")).entity
    if before := re.search(rf"{TITLE}\s?(?P<office>{OFFICE})\s?$", text[max(0, start - 8) : start - 1]):
        return article.marked.at(max(0, start - 8) + before.start("office")).entity
    return ""


def _acting(article: Article, patterns: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    """The offices of which one of ``patterns`` is told: they hold, host, open or supervise."""
    text = article.marked.text
    for pattern in patterns:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 8) : match.start()]
            if pattern in (_HOLDS, _SUPERVISES) and _BELONGS.search(before):
                continue
            for group, start in ((name, match.start(name)) for name in match.groupdict() if match[name]):
                if group == "second" and text[start - 1 : start] == TITLE:
                    continue
                yield article.marked.at(start).entity
