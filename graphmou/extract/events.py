"""Step 9, events: what took place or is planned, its days, its place, and who took which part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmou.extract.article import Article
from graphmou.extract.dates.moments import Moment
from graphmou.extract.rules import any_of
from graphmou.extract.text.marked import DATE, PERSON, TITLE, Marked

__all__ = ["Event", "find_events"]

# A room to meet in (ห้องประชุม, หอประชุม) and those who met (ที่ประชุม) are no meeting.
_HEAD = re.compile(rf"(?<!ห้อง)(?<!หอ)(?<!ที่){any_of('event_words')}")
_END = re.compile(
    rf"\s(?:ณ|ที่(?=ห้อง|หอ|ศาลา)|เมื่อ|โดย|ประจำ|ระหว่าง(?=\s?{DATE})|โดยมี|ซึ่ง|ใน(?=วัน))|ระหว่าง|โดยมี|ให้แก่|จำนวน|{DATE}|{PERSON}|\n|เพื่อ|ผ่าน|ของ(?=\ue000)|พร้อม|\ue001|ณ\s|เป็นประธาน|วัตถุประสงค์|[-|]\s"
)
_PLACE = re.compile(
    r"(?:(?:^|\s)ณ\s?|ที่(?=ห้อง|หอประชุม|ศาลา|โรงแรม|สนาม|อาคาร|ลาน))\s?(?P<place>(?:ห้อง|หอ|ศาลา|โรงแรม|อาคาร|สนาม|ลาน|สระ|\ue000|\ue001|\ue002)[^\n]{0,90})"
)
_PLACE_END = re.compile(
    rf"\s?(?:โดย|เพื่อ|มี(?={PERSON}|ผู้|นาย)|ซึ่ง|ให้|กลุ่ม|ได้|ในการนี้|จัด|{DATE}|{PERSON}|ระหว่าง|\ue004|ท่ามกลาง|พร้อม|อำเภอ|ผ่าน)"
)
_CHAIR = re.compile(rf"{PERSON}\s?{TITLE}?[^\n{PERSON}{DATE}]{{0,60}}?เป็น\s?(?P<title>{TITLE})")
_PARTS = (
    ("กล่าวรายงาน", re.compile(rf"(?P<who>{PERSON})[^\n{PERSON}]{{0,50}}?กล่าวรายงาน")),
    ("กล่าวต้อนรับ", re.compile(rf"(?P<who>{PERSON})[^\n{PERSON}]{{0,50}}?กล่าวต้อนรับ")),
    ("ชี้แจง", re.compile(rf"(?P<who>{PERSON})[^\n{PERSON}]{{0,20}}?ชี้แจง")),
)
_GUESTS = re.compile(r"(?:โดยมี|มี|พร้อมด้วย)(?P<people>[^\n]{1,400}?)(?:ร่วมเป็นเกียรติ|เข้าร่วมเป็นเกียรติ)")
_LONGEST_NAME = 160
_HEADLINE = re.compile(r"[\n ]*+[^\n]++\n[\n ]*+[^\n ]")


@dataclass(slots=True)
class Event:
    """An event at ``start`` to ``end`` of the marked text."""

    name: str
    start: int
    end: int
    moment: Moment | None
    place: str | None = None
    attended: list[tuple[str, str]] = field(default_factory=list)


def find_events(article: Article) -> list[Event]:
    """What the text reports, and what it announces; the same event once."""
    marked, text = article.marked, article.marked.text
    main = next((one for one in article.moments if one.kind == "event" and len(one.date) >= 10), None)
    main = main or next((one for one in article.moments if one.kind == "planned" and len(one.date) >= 10), None)
    if main is None:
        return []
    heads = list(_HEAD.finditer(text))
    headline = _HEADLINE.match(text)
    body = [head for head in heads if headline is not None and head.start() >= headline.end()] or heads
    if not body:
        return []
    head = next((one for one in body if "พิธี" in one[0] or "ประชุม" in one[0] or "อบรม" in one[0]), body[0])
    end = _END.search(text, head.end())
    stop = min(end.start() if end else len(text), head.start() + _LONGEST_NAME)
    name = _plain(article, marked, head.start(), stop)
    event = Event(name, head.start(), stop, main, _place(article, head))
    event.attended = _attended(article)
    return [event]


def _plain(article: Article, marked: Marked, start: int, end: int) -> str:
    name = article.text[marked.origin(start) : marked.origin(end)]
    name = re.sub(r"[“”\"‘’]", "", name)
    return re.sub(r"\s+", " ", name).strip().removeprefix("การ")


def _place(article: Article, head: re.Match[str]) -> str | None:
    text = article.marked.text
    found = _PLACE.search(text, text.rfind("\n", 0, head.start()) + 1) or _PLACE.search(text)
    if found is None:
        return None
    start = found.start("place")
    end = found.end("place")
    if stop := _PLACE_END.search(text, start + 1, end):
        end = stop.start()
    place = article.text[article.marked.origin(start) : article.marked.origin(end)]
    return re.sub(r"\s+", " ", place).strip(" ,.") or None


def _attended(article: Article) -> list[tuple[str, str]]:
    marked, text = article.marked, article.marked.text
    found: dict[str, str] = {}
    for match in _CHAIR.finditer(text):
        if marked.at(match.start("title")).name == "ประธาน":
            found.setdefault(marked.at(match.start()).entity, "ประธาน")
    for role, pattern in _PARTS:
        for match in pattern.finditer(text):
            found.setdefault(marked.at(match.start("who")).entity, role)
    for match in _GUESTS.finditer(text):
        for mention in marked.between(*match.span("people")):
            if mention.kind == "person":
                found.setdefault(mention.entity, "ร่วมเป็นเกียรติ")
    return [(who, role) for who, role in found.items() if who]
