"""Step 9, counts: the numbers a text declares of partners, members, schools, agreements and people present.

What is counted is told by the nearest words before the number: a kind of schools, a membership, what somebody looks
after, or with whom a school signs. Minima ("อย่างน้อย 3"), numbers each ("โรงเรียนละ 2 คน"), hopes, pupils, and totals
that only look back ("ทั้ง 4 โรงเรียน") are none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphmou.extract.article import Article
from graphmou.extract.rules import any_of
from graphmou.extract.text.marked import BODY, DATE, GENERIC, GROUP, PERSON, PLACE, SCHOOL, TITLE
from graphmou.extract.text.nearby import line_start
from graphmou.extract.text.number_words import NUMBER_WORD, number_of

__all__ = ["Count", "find_counts"]

What = Literal["partners", "members", "schools", "agreements", "attendance"]

_KIND = rf"(?:{GENERIC}|สถานศึกษา)"
_SCHOOLS = re.compile(
    rf"(?P<all>รวมทั้งสิ้น\s?|รวม\s?|ทั้งหมด\s?|ทั้งสิ้น\s?)?(?:อีก\s?)?(?:จำนวน\s?)?"
    rf"(?<![\d.,/:-])(?<!(?<!พื้น)ที่ )(?<!(?<!พื้น)ที่)(?P<count>\d{{1,3}}|(?P<word>{NUMBER_WORD})) ?"
    rf"(?P<unit>{GENERIC}|แห่ง|สถานศึกษา|โรง(?=\s|$))(?!\s?ๆ?\s?ละ\s?\d+\s?(?:ครั้ง))"
)
_DECLARED = re.compile(rf"(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|ลงนาม|เข้าร่วม|อีก)\s?{NUMBER_WORD}")
_BACK = re.compile(r"\s?(?:ดังกล่าว|ข้างต้น|เหล่านี้|นี้(?![ก-๎]))")
# Before the number: a minimum, a number each, a total that looks back, another year's, a hope.
_NOT_DECLARED = re.compile(
    r"(?:อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|ขั้นต่ำ)[^\n\d]{0,14}$|(?<!แ)ละ[^\n\d]{0,3}$|(?:ทั้ง|ของ|เพียง|อันดับ|ลำดับ|ชั้น|อาคาร|ห้อง|ปี|ครั้ง|ข้อ|(?<!คุณ)ภาพ|ตอน|กลุ่ม|ระดับ)\s?$"
    r"|(?:หาก|ขยาย(?!โอกาส)|(?<!ได้ชัก)(?<!ได้เชิญ)(?<!ได้)ชวน|ตั้งเป้า|คาดว่า|ปีก่อน|ปีที่แล้ว)(?:(?!โดย)[^\n]){0,40}$"
)
_NEAR = rf"[^\n{PERSON}{DATE}{PLACE[1:-1]}\d]"
# Small schools are partners only of who looks after them; members are counted as such.
_LED = rf"(?!ขนาดเล็ก|สมาชิก){any_of('partner_words')}"
_MEMBERS = re.compile(rf"สมาชิก{_NEAR}{{0,20}}$|{GROUP}[^\n{PERSON}{DATE}]{{0,20}}ประกอบด้วย{_NEAR}{{0,20}}$")
_PARTNERS = re.compile(rf"(?:{_KIND}\s?(?:ที่|ใน)?{_LED}|{any_of('partner_words_alone')}){_NEAR}{{0,40}}$")
_LEADS = re.compile(
    rf"(?:{_KIND}\s?(?:ที่|ที่เป็น)?{any_of('lead_words')}|{any_of('lead_words_alone')})(?:(?!ลงนาม|กับ){_NEAR}){{0,30}}$"
)
_HELPED = re.compile(
    rf"(?<!ผู้)(?<!ครู)(?<!{TITLE})(?:{any_of('helping_verbs')}|(?<!{GENERIC})(?<!สถานศึกษา)พี่เลี้ยง|พี่เลี้ยง(?=ให้|แก่|ของ|น้อง))(?:ให้|แก่|กับ|ของ|น้อง|\s)*{_NEAR}{{0,30}}$"
)
_WITH_SCHOOL = re.compile(
    rf"{SCHOOL}[^\n{SCHOOL}{BODY}{GROUP}]{{0,120}}?(?:ลงนาม|ทำบันทึก|ข้อตกลง|MOU|จับมือ)[^\n{SCHOOL}{BODY}{GROUP}]{{0,90}}?"
    rf"(?:กับ|ร่วม\s?{TITLE})[^\n{SCHOOL}{BODY}{GROUP}{PERSON}]{{0,90}}$"
)
_NOUN = re.compile(rf"{_KIND}(?!และ(?:ภาค|หน่วยงาน|องค์กร|ชุมชน|วัด))[^\n{PERSON}{DATE}\d]{{0,60}}$")
_SUMMED = re.compile(rf"{GROUP}[^\n{PERSON}{DATE}]{{0,40}}(?:ประกอบด้วย|มีสมาชิก)[^\n]*{SCHOOL}[^\n{PERSON}]{{0,14}}$")
# "โรงเรียนพี่เลี้ยง 2 แห่ง และโรงเรียนร่วมโครงการ 6 แห่ง"
_THEIRS = re.compile(rf"\s?(?:และ|กับ)\s?{_KIND}[^\n\d]{{0,30}}")
_AND = re.compile(r"\s?(?:กับ|และ|[-–])\s?$")
_AFTER_PARTNER = re.compile(rf"\s?{_LED}")
_AFTER_MEMBER = re.compile(r"\s?สมาชิก")

_AGREEMENTS = re.compile(rf"(?<![\d.,/:])(\d{{1,2}}|{NUMBER_WORD})\s?ฉบับ(?!ที่)")
_EACH_PAIR = re.compile(r"คู่ละ\s?(?:1|หนึ่ง)\s?ฉบับ")
_PAIRS = re.compile(r"(?<![\d.,/:])(?<!ที่)(?<!ที่ )(\d{1,2})\s?คู่(?!ที่)")
_PEOPLE = re.compile(
    rf"(?<![\d.,])(?<!ละ)(?<!ละ )(\d{{1,3}}(?:,\d{{3}})*|\d{{1,5}}|{NUMBER_WORD})"
    r"\s?(?:คน|ท่าน|ราย)(?!\s?(?:ละ|ต่อ))"
)
_ABOUT = r"(?:จำนวน|กว่า|ราว|ประมาณ|เกือบ|มากกว่า|ทั้งสิ้น|ทั้งหมด|รวม|\s)*"
# What it is to be present, before the number or right after it.
_PRESENT = re.compile(
    rf"(?:เข้าร่วม|ร่วมงาน|ร่วมพิธี|ร่วมเป็นเกียรติ|ร่วมประชุม|ร่วมลงนาม|ร่วมกิจกรรม|ผู้ร่วม|ผู้เข้า|ผู้มาร่วม|เข้าประชุม|เข้าอบรม|เข้ารับการอบรม"
    rf"|ผู้มา|มาร่วม|ท่ามกลาง|ต่อหน้า|สักขีพยาน|เข้าค่าย)[^\n{DATE}{PLACE[1:-1]}]{{0,90}}$|(?:อบรม|บรรยาย)[^\n]{{0,90}}แก่\s?(?:ครู|{TITLE}|ผู้บริหาร|บุคลากร)[^\n\d]{{0,20}}$|(?:ต้อนรับคณะ|คณะศึกษาดูงาน|นำคณะ)[^\n{DATE}]{{0,100}}$|ต้อนรับ[^\n{DATE}]{{0,80}}(?:และ|พร้อม(?:ด้วย)?)\s?คณะ[^\n{DATE}\d]{{0,30}}$"
)
_PRESENT_AFTER = re.compile(
    r"\s?(?:ที่\s?)?(?:เข้า|ร่วม|มาร่วม|ใน|เดินทาง|มา)\s?"
    r"(?:ร่วม|เป็นเกียรติ|งาน|พิธี|ประชุม|การศึกษาดูงาน|การประชุม|มา|เป็นกำลังใจ|ให้กำลังใจ|เป็นสักขีพยาน|แสดงความยินดี)"
)
_ONE_NUMBER = re.compile(r"(?<![\d.,])(\d{1,4})\s?(?:คน|ท่าน|ราย|\|)[^\n\d]*$")
_TOTAL = re.compile(rf"(?:รวม|ทั้งสิ้น|ทั้งหมด){_ABOUT}$")
_LAST_TOTAL = re.compile(rf"(?:ทั้งสิ้น|ทั้งหมด){_ABOUT}$")
_IN_PARTS = re.compile(r"\s?\(?(?:แยกเป็น|แบ่งเป็น|จำแนกเป็น|ประกอบด้วย)")
_ONLY_PUPILS = re.compile(
    r"(?:นักเรียน|รับสมัคร|เด็ก|นักศึกษา|นิสิต|ผู้เรียน)(?:ของ|ที่|ใน|ชั้น|ฝึก|ผ่าน|ได้|เข้า|ระดับ)?(?:(?!คน)[^\n]){0,50}$"
)
_OTHERS = re.compile(rf"{TITLE}|ครู|ผู้บริหาร|ผู้ปกครอง|บุคลากร|ผู้นำ|ชุมชน|ประชาชน|แขก|คณะ|ชาวบ้าน|ผู้เข้าร่วม|ผู้ร่วม")


@dataclass(slots=True)
class Count:
    """A declared number at ``start`` to ``end`` of the marked text."""

    what: What
    count: int
    start: int
    end: int
    of_leads: bool = False


def find_counts(article: Article) -> list[Count]:
    """Every declared number, each kind and number once; partners once a place, as each lead has its own."""
    counts = sorted((*_schools(article), *_agreements(article), *_present(article)), key=lambda one: one.start)
    for lead, one in itertools.pairwise(counts):
        beside = article.marked.text[lead.end : one.start]
        if lead.of_leads and one.what == "schools" and not one.of_leads and _THEIRS.fullmatch(beside):
            one.what = "partners"
    # The sum of leads and their partners is no number of its own.
    leads = {one.count for one in counts if one.of_leads}
    partners = {one.count for one in counts if one.what == "partners"}
    counts = [
        one
        for one in counts
        if one.count > 1 and not (one.what == "schools" and any(one.count - led in leads for led in partners))
    ]
    first = next((line for line in article.lines.all if article.lines.text(line).strip()), None)
    headline = first.end if first is not None and first.level == 0 else 0
    body = {(one.what, one.count) for one in counts if one.start > headline}
    found: dict[tuple[str, int, int], Count] = {}
    for count in counts:
        again = count.start <= headline and ((count.what, count.count) in body or ("partners", count.count) in body)
        if not again or count.what == "agreements":
            found.setdefault((count.what, count.count, count.start if count.what == "partners" else 0), count)
    return list(found.values())


def _schools(article: Article) -> Iterator[Count]:
    text = article.marked.text
    for match in _SCHOOLS.finditer(text):
        start = line_start(text, match.start(), 220)
        before = text[start : match.start()]
        if _NOT_DECLARED.search(before) or _BACK.match(text, match.end()):
            continue
        if not before.strip() and article.lines.at(match.start()).level:
            # The number of an item.
            continue
        what = _kind(before, text[match.end() : match.end() + 20], match)
        if what == "schools" and match["word"] and not _DECLARED.search(text, max(0, match.start() - 8), match.end()):
            # "สองโรงเรียน" looks back.
            continue
        if what is not None:
            leads = what == "schools" and _LEADS.search(before) is not None
            yield Count(what, number_of(match["count"]), match.start(), match.end(), leads)


def _kind(before: str, after: str, match: re.Match[str]) -> What | None:
    """What the schools are of which a number stands between ``before`` and ``after``."""
    if _MEMBERS.search(before) or _AFTER_MEMBER.match(after) or (match["all"] and _SUMMED.search(before)):
        return "members"
    partners = _PARTNERS.search(before)
    if partners and not (match["all"] and _LEADS.search(_AND.sub("", before[: partners.start()]))):
        return "partners"
    if (_AFTER_PARTNER.match(after) and match["unit"] != "แห่ง") or _HELPED.search(before):
        return "partners"
    if not partners and not _LEADS.search(before) and _WITH_SCHOOL.search(before):
        return "partners"
    if match["unit"] == "แห่ง" and not (_NOUN.search(before) or _LEADS.search(before)):
        return None
    return "schools"


def _agreements(article: Article) -> Iterator[Count]:
    text = article.marked.text
    for match in _AGREEMENTS.finditer(text):
        if not match[1].isdigit() and not _DECLARED.search(text, max(0, match.start() - 8), match.end()):
            continue
        if number_of(match[1]) > 1 and not text[max(0, match.start() - 8) : match.start()].rstrip().endswith("ทั้ง"):
            yield Count("agreements", number_of(match[1]), match.start(), match.end())
    if _EACH_PAIR.search(text) and (pairs := _PAIRS.search(text)):
        yield Count("agreements", int(pairs[1]), pairs.start(), pairs.end())


def _sums_up(text: str, line: int, total: re.Match[str]) -> bool:
    """Whether the numbers of people on the lines above make the one of this line."""
    lines = text[max(0, line - 600) : line].rstrip("\n").split("\n")
    parts = itertools.takewhile(bool, (_ONE_NUMBER.search(one) for one in reversed(lines)))
    return sum(number_of(one[1]) for one in parts if one) == number_of(total[1])


def _present(article: Article) -> Iterator[Count]:
    """The number of people present: the total of a sum, else the first that is said to be there."""
    text = article.marked.text
    told: list[tuple[Count, str]] = []
    for match in _PEOPLE.finditer(text):
        start = line_start(text, match.start(), 130)
        before = text[start : match.start()]
        there = _PRESENT.search(before)
        summed = (_TOTAL if told or _sums_up(text, start, match) else _LAST_TOTAL).search(before) and (
            re.search(r"\d\s?คน", before) or _sums_up(text, start, match)
        )
        parts = _TOTAL.search(before) and _IN_PARTS.match(text, match.end())
        if not (there or summed or parts or _PRESENT_AFTER.match(text, match.end())):
            continue
        if _ONLY_PUPILS.search(before) and not _OTHERS.search(before[-80:]) and not _TOTAL.search(before):
            continue
        told.append((Count("attendance", number_of(match[1]), match.start(), match.end()), before))
    if not told:
        return
    line = article.lines.at(told[0][0].start)
    whole = next((count for count, before in told if _LAST_TOTAL.search(before)), None)
    sums = [count for count, before in told if _TOTAL.search(before) and line.start <= count.start <= line.end]
    yield whole or max((told[0][0], *sums), key=lambda count: count.count)
