"""Step 8, who signed for which side of an agreement.

A person signs where the text says so: before the verb ("P TS ร่วมลงนาม"), after it ("ลงนามโดย P TS", "ผู้ลงนาม ได้แก่
P TS", a list below the heading), or as who speaks for a side ("ระหว่าง S โดย P TS กับ S โดย P TS"). The side is the body
that the person speaks for, or else where the person holds a post. Whoever has no post with a side signs for none, nor
does a witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.posts.understood_places import place_of
from graphmou.extract.text.marked import GENERIC, PERSON, PLACE, TITLE
from graphmou.extract.text.mention import Mention

__all__ = ["add_signatories"]

_AROUND = 8000
_LONGEST = 500
# People one beside the other, with their posts; one run ends where somebody does something.
_RUN = re.compile(
    rf"{PERSON}(?:[{PERSON}{TITLE}{PLACE[1:-1]}{GENERIC} ,/]|และ|กับ|ตลอดจน|รวมถึง|พร้อมด้วย|พร้อมกับ|ร่วมกับ|โดย|ตำแหน่ง"
    rf"|(?<={TITLE})(?:โรงเรียน|วิทยาลัย|สถานศึกษา|โรงพยาบาล|เทศบาล|มูลนิธิ|บริษัท|มหาวิทยาลัย|คณะ|ศูนย์|สำนักงาน|เขตพื้นที่)(?:ฯ|แห่งนี้)?"
    r"|ปฏิบัติหน้าที่|รักษา(?:การ|ราชการแทน)(?:ใน)?"
    r"|ในฐานะ(?!พยาน)|ฝ่าย[ก-๎]{2,20}|ซึ่งเป็น|สังกัด|\([^()\n]{1,40}\))*"
)
_PEN = r"(?:ลงนาม|ลงลายมือชื่อ|ลงชื่อ|เซ็นชื่อ|เซ็น|จรดปากกา)(?!\s?(?:ร่วม)?\s?(?:เป็น|ในฐานะ|ใน)?(?:สักขี)?\s?พยาน)"
# "และ" after presiding only: "เป็นประธานและลงนาม".
_SIGNS = re.compile(
    rf"(?:ได้|ต่าง|จึง|มา|เข้า|ที่|ให้เกียรติ|[ ])*(?:เป็น{TITLE}(?:ในพิธี)?[ ]?(?:และ|พร้อม(?:กับ|ทั้ง)?)[ ]?)?"
    r"(?:เป็นผู้|เป็นฝ่าย|ทำหน้าที่|ร่วม|กัน|ผู้|[ ])*"
    r"(?:เป็น(?:ผู้แทน|ตัวแทน)[ก-๎ ]{0,20}?|(?:ใน)?ฐานะ(?:ผู้แทน|ตัวแทน)?[^\n]{0,30}?)?"
    rf"(?:นำ[^\n{PERSON}]{{2,60}}?(?:ไป|มา|เข้า|ร่วม))?(?:ร่วม|เข้า|ใน(?:การ)?|มา|[ ])*{_PEN}"
)
_FOR = re.compile(
    rf"[ ]?(?:ได้|ต่าง)?เป็น(?P<title>{TITLE})(?:(?:ใน|ของ|ฝ่าย)[^\n{PERSON}]{{0,25}}?)?(?:ร่วม|มา|[ ])*{_PEN}"
)
_SIGNED_BY = re.compile(
    rf"{_PEN}(?:[^\n{PERSON}]{{0,60}}[ก-๎ )])?(?:โดย(?:มี)?|นำโดย)(?:ท่าน)?\s?(?={PERSON})"
    rf"|(?<!เป็น)ผู้(?:แทน|มี(?:อำนาจ|นาม))?(?:ร่วม)?{_PEN}"
    rf"(?:(?:[^\n{PERSON}]{{0,60}}?(?:ได้แก่|คือ|ประกอบด้วย|มี|:)[^\n{PERSON}]{{0,30}}?"
    rf"|(?:ฝ่าย[ก-๎]{{2,20}})?[ ]?)(?={PERSON})"
    rf"|[^\n{PERSON}]{{0,40}}(?=\n))"
    rf"|{_PEN}[^\n{PERSON}]{{0,80}}?(?:กับ|ได้แก่|ดังนี้|คือ|:)[ ]?(?=\n)"
)
# A line below the heading that tells of others than who signs.
_OTHERS = re.compile(
    r"พยาน|ประธาน(?!กรรมการ|กลุ่ม|เครือข่าย|สหวิทยา|เจ้าหน้าที่|บริหาร|ชมรม|มูลนิธิ|สมาคม)|ผู้(?!อำนวย|จัดการ|ใหญ่|แทน|ช่วย|รับใบ|กำกับ|ว่า|บังคับ|บริหาร|มีอำนาจ)"
)
# Who speaks for a body: "S โดย P", on one line or the next.
_SPEAKS = re.compile(
    rf"(?P<side>{PLACE})(?:\s?\([^()\n]{{1,40}}\)|\s?สังกัด\s?{PLACE})?[^\S\n]?\n?[^\S\n]*(?:นำ)?โดย(?:ท่าน)?\s?(?P<who>{PERSON})"
)
# What whoever presides, witnesses or speaks does instead.
_ELSE = re.compile(
    rf"\s?(?:ได้|มา|ร่วม|ให้เกียรติ|ที่|และ)*\s?(?:เป็น(?!ผู้(?:แทน)?(?:ร่วม)?ลงนาม|ผู้แทน|ตัวแทน)[ก-๎{TITLE}]|กล่าว|ให้การ|ต้อนรับ|เปิด|มอบ|นำเสนอ|เข้าร่วม(?!ลงนาม)"
    r"|(?:ลงนาม|ลงชื่อ)\s?(?:เป็น|ในฐานะ)?(?:สักขี)?พยาน)"
)
_RECALLED = re.compile(r"\s*(?:ตามที่|สืบเนื่อง|ก่อนหน้า|แต่เดิม|เดิม|ข้อตกลงฉบับ(?:เดิม|แรก|ก่อน))")
_NOW = re.compile("บัดนี้|ล่าสุด|วันนี้|ครั้งนี้|จึงได้")
_SIGNATURE = re.compile(rf"\(?ลงชื่อ\)?[\s._…]*\(?\s?(?P<who>{PERSON})")


class _Held(NamedTuple):
    """A post: where its holder is named, the id of its body, and whether that is only understood."""

    start: int
    body: str
    understood: bool


def add_signatories(article: Article, agreements: list[Agreement]) -> None:
    """Give each agreement the people who signed it, each with the side signed for; witnesses must be known."""
    if not agreements:
        return
    posts: dict[str, list[_Held]] = {}
    for post in article.posts:
        if post.title.more.get("status") != "former" and (held_at := place_of(article, post)):
            held_there = _Held(post.person.start, held_at, post.place is None or post.understood)
            posts.setdefault(post.person.entity, []).append(held_there)
    signed: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        for side in agreement.sides:
            signed.setdefault(side, []).append(agreement)
    for person, spoken_for in _signatories(article):
        held = sorted(posts.get(person.entity, []), key=lambda one: (one.understood, abs(one.start - person.start)))
        bodies = [one.body for one in held if not one.understood or one.body == spoken_for]
        if spoken_for in bodies:
            bodies.insert(0, spoken_for)
        bodies += [spoken_for, *(one.body for one in held)]
        side = next((body for body in bodies if body in signed), "")
        if not side or not person.entity:
            continue
        at = article.marked.after(person) - 1
        if _is_recalled(article, at):
            continue
        around = [one for one in signed[side] if abs(one.first.start - at) < _AROUND] or signed[side][:1]
        inside = [one for one in around if any(told.start <= at < told.end for told in one.statements)]
        for agreement in inside or around:
            pair = (person.entity, side)
            if person.entity not in agreement.witnesses and pair not in agreement.signatories:
                agreement.signatories.append(pair)


def _signs(article: Article, place: int) -> bool:
    """Whether the people named before ``place`` sign: "ร่วมลงนาม", "เป็นผู้แทนลงนาม"."""
    if _SIGNS.match(article.marked.text, place):
        return True
    meant = _FOR.match(article.marked.text, place)
    return meant is not None and article.marked.at(meant.start("title")).name in ("ผู้แทน", "ตัวแทน")


def _does_else(article: Article, place: int) -> bool:
    """Whether the people named before ``place`` preside, witness, speak or come."""
    return _ELSE.match(article.marked.text, place) is not None and not _signs(article, place)


def _is_recalled(article: Article, place: int) -> bool:
    """Whether what stands at ``place`` only recalls an earlier signing: "ตามที่ S โดย P ได้ลงนาม ... นั้น"."""
    line = article.lines.at(place)
    return _RECALLED.match(article.marked.text, line.start) is not None and not _NOW.search(
        article.marked.text, line.start, place
    )


def _signatories(article: Article) -> Iterator[tuple[Mention, str]]:
    """Who is told to sign, with the id of the body that the person is said to speak for, or nothing."""
    text = article.marked.text
    for told in _SPEAKS.finditer(text):
        who = told.start("who")
        people = _RUN.match(text, who, who + _LONGEST)
        if people is not None and not _does_else(article, people.end()):
            alone = len(_people(article, who, people.end())) == 1
            yield article.marked.at(who), article.marked.at(told.start("side")).entity if alone else ""
    for people in _RUN.finditer(text):
        if _signs(article, people.end()):
            yield from ((one, "") for one in _people(article, people.start(), people.end()))
    for told in _SIGNED_BY.finditer(text):
        if text.startswith("\n", told.end()):
            yield from ((one, "") for one in _below(article, told.end() + 1))
        elif (people := _RUN.match(text, told.end(), told.end() + _LONGEST)) and not _does_else(article, people.end()):
            yield from ((one, "") for one in _people(article, people.start(), people.end()))
    signatures = [article.marked.at(told.start("who")) for told in _SIGNATURE.finditer(text)]
    if len(signatures) > 1:
        yield from ((one, "") for one in signatures)


def _below(article: Article, start: int) -> list[Mention]:
    """The people below a heading, one a line, until a line has none or tells of others."""
    people: list[Mention] = []
    for line in article.lines.all[article.lines.index(start) :]:
        found = _people(article, line.start, line.end)
        if not found or _OTHERS.search(article.marked.text, line.start, line.end):
            break
        people.append(found[0])
    return people


def _people(article: Article, start: int, end: int) -> list[Mention]:
    return [one for one in article.marked.between(start, end) if one.kind == "person"]
