"""Step 8, who witnessed an agreement."""

from __future__ import annotations

import re
from bisect import bisect_left

from graphmou.extract.agreements import Agreement
from graphmou.extract.draft import Draft
from graphmou.extract.marked import PERSON, PLACE, TITLE
from graphmou.extract.mention import Mention

__all__ = ["add_witnesses"]

_AROUND = 8000
_WITNESS = re.compile(r"(?:สักขี)?พยาน")
_FORWARD = re.compile(
    rf"(?:ทั้ง[ก-๎0-9]{{1,6}}\s?ฉบับ|ในการลงนาม|ในพิธี|ฝ่าย[ก-๎]+|ผู้ลงนาม|ร่วมลงนาม)?(?:\s?(?:คือ|ได้แก่|ประกอบด้วย|นำโดย|:|มี)|\s)?\s?(?:ข้าพเจ้า\s?)?(?:และ)?\(?(?={PERSON})|\s+ข้าพเจ้า"
)
# Where the list of witnesses before "เป็นพยาน" begins at the earliest.
_LIST_START = re.compile(
    r"โดยมี|(?:^|\s|ที่|และ|บาท)มี(?=\s?\ue003|\s?ว่าที่|\s?ลำดับ)|ได้รับเกียรติจาก|เกียรติจาก|มอบหมายให้|มอบหมาย|ทั้งนี้|พยาน|เป็น\ue006(?!และสักขี|และเป็น|และพยาน)"
    r"|ผู้ลงนาม|กล่าวรายงาน|ต่อหน้า|บันทึกข้อตกลง|MOU|โดย(?=\s?\ue003[^\ue003]{0,60}เป็นพยาน)|\n"
)
_AND_FURTHER = re.compile(rf"\s?(?:พร้อมด้วย|และ)\s?(?={PERSON})")
_RUN = re.compile(
    rf"(?:[{PERSON}{TITLE}{PLACE[1:-1]}\ue007]|\s|,|และ|/|[-–•]|\(?\d{{1,2}}[.)]|\([^)\n]{{1,30}}\)|ตำแหน่ง|\n)+"
)
_NUMBERS = re.compile(r"(?:ใน|ของ)?\s?(?:ฉบับที่|ฉบับ)\s?((?:\d{1,2}(?:\s?(?:,|และ|-|–|ถึง)\s?)?)+)")


def add_witnesses(draft: Draft, agreements: list[Agreement]) -> None:
    """Give each agreement the people who are said to witness it."""
    text = draft.marked.text
    starts = [agreement.first.start for agreement in agreements]
    for match in _WITNESS.finditer(text):
        people = _before(draft, match.start()) + _after(draft, match.end())
        if not people:
            continue
        # In a text of very many agreements only those around are meant.
        low = bisect_left(starts, match.start() - _AROUND)
        concerned = agreements[low : bisect_left(starts, match.start() + _AROUND)] or agreements[:1]
        if numbers := _NUMBERS.match(text, match.end()):
            wanted = _numbers(numbers[1])
            concerned = [one for one in concerned if one.label in wanted] or [
                one for place, one in enumerate(concerned, 1) if str(place) in wanted
            ]
        for agreement in concerned:
            for person in people:
                if person.entity and person.entity not in agreement.witnesses:
                    agreement.witnesses.append(person.entity)


def _numbers(told: str) -> set[str]:
    found = [int(number) for number in re.findall(r"\d+", told)]
    if re.search(r"[-–]|ถึง", told) and len(found) == 2:
        found = list(range(found[0], found[1] + 1))
    return {str(number) for number in found}


def _before(draft: Draft, place: int) -> list[Mention]:
    """The people of the list that ends with "เป็นพยาน"."""
    text = draft.marked.text
    if not re.search(r"(?:เป็น|ลงนาม|ลงชื่อ|และ|ร่วม|ในฐานะ)\s?(?:สักขี)?$", text[max(0, place - 10) : place]):
        return []
    floor = max(0, place - 500, text.rfind("\n", 0, place) + 1)
    starts = [floor, *(found.end() for found in _LIST_START.finditer(text, floor, place))]
    # "P เป็นประธานและสักขีพยาน": nobody stands after the last start, so an earlier one is meant.
    for start in reversed(starts):
        people = [one for one in draft.marked.between(start, place) if one.kind == "person"] or _by_post(
            draft, start, place
        )
        if people:
            return people
        if place - start > 70:
            return []
    return []


def _by_post(draft: Draft, start: int, end: int) -> list[Mention]:
    """Whoever holds a post that is named without its holder: "โดยมี ผอ.สพม.นนทบุรี เป็นพยาน"."""
    found = []
    for match in _POST_ALONE.finditer(draft.marked.text, start, end):
        title, place = draft.marked.at(match.start()), draft.marked.at(match.end() - 1)
        for post in draft.posts:
            if post.title.name == title.name and post.place is not None and post.place.entity == place.entity:
                found.append(post.person)
                break
    return found


_POST_ALONE = re.compile(rf"{TITLE}\s?{PLACE}(?!\s?{PERSON})")


def _after(draft: Draft, place: int) -> list[Mention]:
    """The people of the list that "พยาน" introduces, or that join it ("พร้อมด้วย P")."""
    text = draft.marked.text
    forward = _FORWARD.match(text, place) or _AND_FURTHER.match(text, place)
    if forward is None:
        return []
    people = []
    if "ข้าพเจ้า" in text[place : place + 14]:
        people += _writer(draft)
        forward = re.compile(r"\s*ข้าพเจ้า\s?(?:และ)?\s?").match(text, place) or forward
    run = _RUN.match(text, forward.end())
    if run:
        end = run.end()
        following = re.compile(r"เป็น|กล่าว|ผู้").match(text, end)
        people += [one for one in draft.marked.between(forward.end(), end) if one.kind == "person"]
        if following and len(people) > 1 and "\n" not in run[0]:
            people = people[:1]
    return people


def _writer(draft: Draft) -> list[Mention]:
    """Who "ข้าพเจ้า" (the writer) is: the person named beside the word."""
    found = re.search(rf"ข้าพเจ้า\s?(?={PERSON})", draft.marked.text)
    return [draft.marked.at(found.end())] if found else []
