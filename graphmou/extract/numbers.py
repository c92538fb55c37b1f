"""Step 9, counts: the numbers a text declares of partners, members, schools, agreements and people present.

Minima ("อย่างน้อย 3"), numbers each ("โรงเรียนละ 2 คน"), pupils, and a total that only adds up a lead and its partners are
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphmou.extract.draft import Draft
from graphmou.extract.marked import DATE, GENERIC, GROUP, PERSON, PLACE, SCHOOL
from graphmou.extract.rules import any_of

__all__ = ["Count", "find_counts"]

What = Literal["partners", "members", "schools", "agreements", "attendance"]

_SCHOOLS = re.compile(
    rf"(?P<least>อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|ละ)?\s?(?P<all>ทั้ง\s?|รวมทั้งสิ้น\s?|รวม\s?|ทั้งหมด\s?)?"
    rf"(?P<more>อีก\s?)?(?:จำนวน\s?)?(?<![\d.,/:-])(?<!ที่ )(?<!ที่)(?P<count>\d{{1,3}}) ?"
    rf"(?P<unit>{GENERIC}|แห่ง|สถานศึกษา|โรง(?=\s|$))(?!\s?ๆ?\s?ละ\s?\d+\s?(?:ครั้ง))"
)
_NOUN = re.compile(
    rf"(?:(?P<partner>(?:{GENERIC}|สถานศึกษา)\s?(?:ที่)?{any_of('partner_words')}|{any_of('partner_words_alone')})"
    rf"|(?P<lead>(?:{GENERIC}|สถานศึกษา)?\s?(?:ที่เป็น)?{any_of('lead_words_alone')})"
    rf"|(?P<member>สมาชิก|{GROUP}[^\n{PERSON}{DATE}]{{0,20}}ประกอบด้วย)|(?P<school>{GENERIC}|สถานศึกษา))"
    rf"[^\n{PERSON}{DATE}{PLACE[1:-1]}\d]{{0,60}}$"
)
_TIGHT = re.compile(r"(?:จำนวน|อีก|ทั้ง|มี|รวม|\s)*$")
_AGREEMENTS = re.compile(r"(?<![\d.,/:])(\d{1,2})\s?ฉบับ(?!ที่)")
_PEOPLE = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d{1,5})\s?(?:คน|ท่าน|ราย)(?!\s?(?:ละ|ต่อ))")
_PRESENT = re.compile(
    rf"(?:รวมทั้งสิ้น|รวมจำนวน|รวมทั้งหมด|รวม|ทั้งสิ้น|ผู้เข้าร่วม[^\n]{{0,40}}|เข้าร่วม[^\n{PERSON}]{{0,30}}|ร่วมงาน[^\n]{{0,20}}|ร่วมพิธี[^\n]{{0,20}}|ผู้ร่วม[^\n]{{0,20}}|เข้าประชุม[^\n]{{0,20}}|เข้าอบรม[^\n]{{0,20}}|สักขีพยาน[^\n{PERSON}]{{0,20}})\s?(?:จำนวน|กว่า|ราว|ประมาณ|เกือบ|มากกว่า|ทั้งสิ้น|\s)*$"
)
_PUPILS = re.compile(r"(?:นักเรียน|รับสมัคร|เด็ก|นักศึกษา)[^\n]{0,14}$")


@dataclass(slots=True)
class Count:
    """A declared number at ``start`` to ``end`` of the marked text."""

    what: What
    count: int
    start: int
    end: int
    back: bool = False
    """Whether it points back to what was named before."""


def find_counts(draft: Draft) -> list[Count]:
    """Every declared number, each kind and number once."""
    found: dict[tuple[str, int, int], Count] = {}
    for count in (*_schools(draft), *_agreements(draft), *_present(draft)):
        key = (count.what, count.count, count.start if count.what == "partners" and not count.back else 0)
        found.setdefault(key, count)
    counts = sorted(found.values(), key=lambda one: one.start)
    partners = {count.count for count in counts if count.what == "partners"}
    # The sum of a lead and its partners is no number of its own.
    leads = _leads(draft)
    return [
        count
        for count in counts
        if not (
            count.what == "schools" and not count.back and any(count.count - number in leads for number in partners)
        )
    ]


def _leads(draft: Draft) -> set[int]:
    text = draft.marked.text
    return {
        int(match["count"])
        for match in _SCHOOLS.finditer(text)
        if (noun := _noun_before(text, match.start())) and noun["lead"]
    }


def _noun_before(text: str, place: int) -> re.Match[str] | None:
    """What a number at ``place`` counts: "โรงเรียนแม่ข่าย กับโรงเรียนลูกข่าย 4 โรงเรียน" those named last."""
    noun = _NOUN.search(text, max(0, place - 90), place)
    if noun and noun["lead"] and (nearer := _NOUN.search(text, noun.end("lead"), place)) and nearer["partner"]:
        return nearer
    return noun


def _schools(draft: Draft) -> Iterator[Count]:
    text = draft.marked.text
    for match in _SCHOOLS.finditer(text):
        if match["least"] or re.search(
            r"(?:อย่างน้อย|ไม่น้อยกว่า|ละ|ขั้นต่ำ)[^\n\d]{0,14}$", text[max(0, match.start() - 24) : match.start()]
        ):
            continue
        count = int(match["count"])
        if count < 2:
            continue
        noun = _noun_before(text, match.start())
        after = re.match(r"\s?(?:ดังกล่าว|เหล่านี้|นี้)", text[match.end() : match.end() + 12])
        back = bool(after) or (match["all"] or "").strip() == "ทั้ง"
        if noun is None:
            if match["unit"] == "แห่ง" and not (match["more"] or back):
                continue
            what: What = "schools"
            if after and re.search("ดูแล|ช่วยเหลือ|พี่เลี้ยง|แนะนำ", text[max(0, match.start() - 40) : match.start()]):
                what = "partners"
        elif noun["lead"] and not noun["partner"]:
            continue
        elif noun["partner"]:
            words = noun[0][len(noun["partner"]) :]
            what = (
                "partners" if _TIGHT.match(words) or re.match(r"\s?(?:ของ|ใน|ที่|ทั้ง|อีก|จำนวน|มี|คือ)", words) else "schools"
            )
        elif noun["member"]:
            what = "members"
        else:
            what = "schools"
        if what == "schools" and _summing(text, match):
            what = "members"
        yield Count(what, count, match.start(), match.end(), back)


def _summing(text: str, match: re.Match[str]) -> bool:
    """Whether "รวม 4 โรงเรียน" ends the list of a group's members."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return bool(
        re.search(rf"{GROUP}[^\n{PERSON}{DATE}]{{0,40}}(?:ประกอบด้วย|มีสมาชิก)[^\n]*{SCHOOL}[^\n{PERSON}]{{0,14}}$", line)
    )


def _agreements(draft: Draft) -> Iterator[Count]:
    for match in _AGREEMENTS.finditer(draft.marked.text):
        if int(match[1]) > 1 and "ทั้ง" not in draft.marked.text[max(0, match.start() - 6) : match.start()]:
            yield Count("agreements", int(match[1]), match.start(), match.end())


def _present(draft: Draft) -> Iterator[Count]:
    text = draft.marked.text
    told = []
    for match in _PEOPLE.finditer(text):
        before = text[max(0, match.start() - 70, text.rfind("\n", 0, match.start()) + 1) : match.start()]
        if _PRESENT.search(before) and not _PUPILS.search(before):
            told.append(Count("attendance", int(match[1].replace(",", "")), match.start(), match.end()))
    if told:
        # The total of a sum, else the first.
        yield next((one for one in told if re.search("ทั้งสิ้น|ทั้งหมด", text[max(0, one.start - 30) : one.start])), told[0])
