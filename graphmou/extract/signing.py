"""Step 8, statements of signing: where the text reports that an agreement was signed, and between whom.

Frames on marked text: "ระหว่าง A กับ B", "A ร่วมกับ B ลงนาม", "A ลงนามกับ B", a list of signatories, numbered agreements.
What is planned, hoped for, discussed or recalled is no statement, nor is a performance agreement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graphmou.extract.lines import Line, Lines
from graphmou.extract.marked import BODY, DATE, GROUP, OFFICE, PERSON, SCHOOL, Marked
from graphmou.extract.mention import Mention
from graphmou.extract.moments import Moment
from graphmou.extract.parties import Sides, region_end, sides_of
from graphmou.extract.positions import Post
from graphmou.extract.rules import any_of

__all__ = ["Statement", "find_statements", "signing_line"]

_PAPER = (
    r"(?:บันทึก\s?(?:ข้อตกลง|ความร่วมมือ|ความเข้าใจ|การตกลง)|ข้อตกลง\s?(?:ความร่วมมือ|ร่วม)?|ความร่วมมือทาง"
    r"|สัญญาความร่วมมือ|ปฏิญญา|M\.?\s?O\.?\s?[UA]\.?)"
)
_SIGN = re.compile(
    r"(?:ร่วม|ได้|กัน|พิธี|การ|มี){0,5}\s?(?:ลงนาม|ลงชื่อ|เซ็นสัญญา|เซ็น|จัดทำ|ทำ|จัด)"
    rf"(?:พิธี|การ|ร่วม|กัน|ลงนาม|ต่ออายุ|ต่อ|ขยาย|ใน|ไว้){{0,5}}\s?[“\"]?(?P<paper>{_PAPER}|ความร่วมมือ)?(?P<again>\s?ความร่วมมือ)?"
    rf"|(?P<alone>{_PAPER})"
)
_NO_PAPER = re.compile(r"\s?(?:ความร่วมมือ)?\s?(?:ในการพัฒนางาน|\(?\s?Performance|\(?PA\)?|ในการปฏิบัติราชการ|การประเมิน)")
_NO_AGREEMENT = re.compile(r"\s?" + any_of("not_agreements"))
_NOT_YET = re.compile(any_of("not_yet") + r"\s?(?:ให้)?(?:มี)?(?:การ)?(?:พิธี)?\s?$")
_LATER = re.compile(
    rf"[^\n{DATE}]{{0,60}}?(?:ในโอกาสต่อไป|ต่อไปในอนาคต|ในอนาคต|ลักษณะนี้|ทำไว้|ลงนามไว้กับ|ที่มีอยู่|ครบแล้ว|ไปแล้ว|มาแล้ว)"
)
_BEFORE_NOW = re.compile(r"[^\n]{0,30}?(?:ลงนามไว้|ทำไว้|สิ้นสุดลง|หมดอายุ|ยังมิได้|ยังอยู่ในขั้น|ยังไม่ได้ลงนาม)")
_POSTPONED = re.compile(r"เลื่อน(?:งาน|พิธี|ออกไป|กำหนด|การลงนาม|จ้า|วัน)|ยกเลิก(?:งาน|พิธี|การลงนาม)")
_RECALLED = re.compile(r"(?:ก่อนหน้านี้|เดิมที|(?<!\ue005)(?<!\ue005 )ที่ผ่านมา(?:\s|$)|อนึ่ง|เคย)[^\n]{0,90}$")
_BETWEEN = re.compile(rf"ระหว่าง(?!\s?(?:{DATE}|วัน|ปี|เดือน|กัน|การ|ทาง|เครือข่าย\s?และ|\d{{1,2}}\s?[-–]|ภาค|นั้น|เวลา))\s?")
_WITH = re.compile(rf"(?:ร่วมกับ|กับ)(?!\s?(?:{DATE}|การ|ความ|บริบท|นโยบาย))\s?")
_LIST_INTRO = re.compile(r"(?:ดังนี้|ต่อไปนี้|ได้แก่|ประกอบด้วย|คือ|ฝ่าย|ระหว่าง|มี|:|แห่ง|ฉบับ|โรงเรียน|กับ|\ue007)\s?$")
_JOINED = re.compile(r"(?:ร่วมกับ|จับมือ(?:กับ)?|ผนึกกำลัง(?:กับ)?|และ|,|กับ|–|-|\sx\s|\s[&+]\s|/)")
_CLAUSE_START = re.compile(
    r"โดยมี|กล่าวว่า|เปิดเผยว่า|ทั้งนี้|นอกจากนี้|จากนั้น|ต่อจากนั้น|พร้อมกับ|ซึ่ง(?!ได้รับ)|ว่า\s|การนี้|เป็น\ue006(?!กลุ่ม|เครือ|และ)|\(ฉบับ[^)\n]{0,12}\)\s(?=และ)|ฉบับ\s(?=และ)"
)
_SO = re.compile(r"จึง(?:ได้)?[^\n]{0,20}$")
_SIDES = ("school", "office", "organisation", "group")
_BY_THESE = re.compile(r"เป็นผู้(?:ร่วม)?ลงนาม|เป็นผู้แทนลงนาม")
_COUNTS = {"สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_ALL = re.compile(r"ทั้ง\s?(?P<count>\d{1,2}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s?(?:\ue007|แห่ง|สถานศึกษา|ฝ่าย|หน่วยงาน)")
_SIGNERS = re.compile(
    r"(?:คู่สัญญา|คู่ความร่วมมือ|ภาคีเครือข่าย|ผู้ร่วมลงนาม|ผู้ลงนาม|ที่ร่วมลงนาม|หน่วยงานที่ลงนาม|โรงเรียนที่ลงนาม|รายชื่อ|\ue007ที่ร่วม|ร่วมลงนาม|ผู้แทนลงนาม)"
)


# No list of sides is longer than this on one line; what goes on is another matter.
_LONGEST = 600
# How many lines above an item its head may stand.
_HIGHEST = 60


@dataclass(slots=True)
class Statement:
    """One report of a signing: its place, its sides, the paper's words, and the item it stands in."""

    start: int
    end: int
    sides: Sides
    frame: str
    line: int
    agreement: str = ""
    """The number that the text gives the agreement, where there are several."""


class _Finder:
    def __init__(self, marked: Marked, lines: Lines, posts: list[Post], moments: list[Moment]) -> None:
        self.marked = marked
        self.text = marked.text
        self.lines = lines
        self.posts: dict[int, list[Post]] = {}
        for post in posts:
            self.posts.setdefault(id(post.person), []).append(post)
        self.kinds = {moment.start: moment.kind for moment in moments}
        self._signs: dict[int, list[re.Match[str]]] = {}
        self.papers = re.search(_PAPER + "|ความร่วมมือ", marked.text) is not None

    def statements(self) -> Iterator[Statement]:
        if _POSTPONED.search(self.text[:300]):
            return
        self.signing = any(self.signs(number) for number in range(len(self.lines.all)))
        for number, line in enumerate(self.lines.all):
            if line.end - line.start < 3:
                continue
            yield from self._line(number, line)

    def signs(self, number: int) -> list[re.Match[str]]:
        """The places of a line that speak of a signing that is reported."""
        if number not in self._signs:
            line = self.lines.all[number]
            found = _SIGN.finditer(self.text, line.start, line.end)
            self._signs[number] = [sign for sign in found if self._reported(sign, line)]
        return self._signs[number]

    def _line(self, number: int, line: Line) -> Iterator[Statement]:
        signs = self.signs(number)
        places = [sign.end() for sign in signs]
        listed = line.level > 0 and self._under_signing(number)
        used: list[tuple[int, int]] = []
        reached = line.start
        for between in _BETWEEN.finditer(self.text, line.start, line.end):
            if between.start() < reached:
                continue
            near = bisect_left(places, between.start() + 260) - bisect_left(places, between.start() - 259)
            if not near and not (listed and between.start() - line.start < 90):
                continue
            if not near and self._denied(line):
                continue
            statement = self._region(number, line, between.end(), "between", between.start())
            if statement is not None and not _BEFORE_NOW.match(self.text, statement.end):
                used.append((statement.start, statement.end))
                reached = statement.end
                yield statement
        starts = [start for start, _ in used]
        floor = line.start
        following = 0
        for number_of, sign in enumerate(signs):
            if number_of >= 3:
                # A clause does not reach over three other reports of a signing.
                floor = max(floor, signs[number_of - 3].end())
            while following < len(used) and used[following][1] < sign.start():
                floor = max(floor, used[following][1])
                following += 1
            if following < len(used) and starts[following] < sign.end() + 260:
                continue
            statement = self._subject_and_object(number, line, sign, floor)
            if statement is not None:
                floor = max(floor, statement.end)
                yield statement
        used = used or ([(line.start, floor)] if floor > line.start else [])
        if line.word == "ฉบับ" and self.signing and not used and not self._denied(line):
            sides = sides_of(self.marked, line.start, line.end, self.posts)
            if len(sides.ids()) >= 2:
                yield Statement(line.start, line.end, sides, "item", number, line.number)
        if these := _BY_THESE.search(self.text, line.start, line.end):
            start = max(self._clause_start(line, these.start()), floor)
            sides = sides_of(self.marked, start, these.start(), self.posts)
            if len(sides.ids()) >= 2:
                yield Statement(start, these.end(), sides, "signers", number, self._agreement(number))
        if signers := _SIGNERS.search(self.text, line.start, line.end):
            statement = self._signers(number, line, signers)
            if statement is not None:
                yield statement

    def _reported(self, sign: re.Match[str], line: Line) -> bool:
        """Whether a place speaks of a signing that the text reports."""
        word = sign[0].strip()
        if self.text[max(0, sign.start() - 4) : sign.start()].endswith("ผู้") or word.startswith("ผู้"):
            return False
        if not sign["paper"] and not sign["alone"] and "ลงนาม" not in word and "เซ็น" not in word and "ลงชื่อ" not in word:
            return False
        if not sign["paper"] and not sign["alone"] and (_NO_AGREEMENT.match(self.text, sign.end()) or not self.papers):
            return False
        if _NO_PAPER.match(self.text, sign.end()) or "พัฒนางาน" in self.text[sign.start() : sign.end() + 30]:
            return False
        before = self.text[max(line.start, sign.start() - 30) : sign.start()]
        wide = self.text[max(line.start, sign.start() - 110) : sign.start()]
        if _RECALLED.search(wide) or _NOT_YET.search(before) or _LATER.match(self.text, sign.end()):
            return False
        if re.search(r"ฉบับ(?:เดิม|ใหม่|ดังกล่าว)", self.text[sign.start() : sign.end() + 12]):
            return False
        return not self._dated_elsewhere(sign, line)

    def _dated_elsewhere(self, sign: re.Match[str], line: Line) -> bool:
        """Whether the day told right after the words is past or yet to come."""
        stop = self.text.find(DATE, sign.end(), min(line.end, sign.end() + 160))
        if stop < 0:
            return False
        between = self.text[sign.end() : stop]
        kind = self.kinds.get(self.marked.at(stop).start)
        if kind == "planned" and between.endswith("ภายใน") and not re.search("ทั้งนี้|โดยมี|แผน|รายงาน|แล้วเสร็จ", between):
            return True
        if re.search(r"[.]\s|ทั้งนี้|โดยมี|เริ่ม|ตั้งแต่|มีผล|ระยะเวลา|ประจำ|ถึง|ภายใน", between) or len(between) > 120:
            return False
        return kind in ("past", "planned")

    def _denied(self, line: Line) -> bool:
        return bool(re.search(r"จะ(?:ทำ|ลงนาม|มีการ|จัด)|เคยลงนาม|ฉบับเดิม", self.lines.text(line)))

    def _under_signing(self, number: int) -> bool:
        """Whether the head line of the list that line ``number`` is an item of speaks of a signing."""
        level = self.lines.all[number].level
        for before in range(number - 1, max(-1, number - _HIGHEST), -1):
            line = self.lines.all[before]
            text = self.lines.text(line)
            if line.level < level and text.strip():
                if self.signs(before):
                    return True
                if line.level == 0:
                    return False
                level = line.level
        return False

    def _region(self, number: int, line: Line, start: int, frame: str, anchor: int) -> Statement | None:
        limit = min(line.end, start + _LONGEST)
        end = region_end(self.marked, start, limit)
        if end == line.end and (_LIST_INTRO.search(self.text, start - 8, end) or self._bare_side_after(number)):
            end = self._over_items(number)
        sides = sides_of(self.marked, start, end, self.posts)
        if not sides.mentions:
            return None
        return Statement(anchor, end, sides, frame, number, self._agreement(number))

    def _over_items(self, number: int) -> int:
        """The end of the list that line ``number`` introduces."""
        items = self.lines.items_after(number)
        end = items[-1].end if items else self.lines.all[number].end
        following = self.lines.index(end) + 1
        while following < len(self.lines.all):
            line = self.lines.all[following]
            text = self.lines.text(line)
            if text.strip() and not re.match(r"\s?(?:กับ|และ)", text) and not (not items and self._bare_side(line)):
                break
            if text.strip():
                end = region_end(self.marked, line.start, line.end)
                if items:
                    break
            following += 1
        return end

    def _bare_side_after(self, number: int) -> bool:
        return number + 1 < len(self.lines.all) and self._bare_side(self.lines.all[number + 1])

    def _bare_side(self, line: Line) -> bool:
        """Whether a line is nothing but a side, as in a list without marks."""
        text = self.lines.text(line)
        return len(text) < 60 and re.match(f"\\s?[{SCHOOL}{BODY}{OFFICE}{GROUP}]", text) is not None

    def _agreement(self, number: int) -> str:
        """The number of the agreement that line ``number`` belongs to: "ฉบับที่ 2", "2) บันทึกข้อตกลง"."""
        level = self.lines.all[number].level + 1
        for above in range(number, max(-1, number - _HIGHEST), -1):
            line = self.lines.all[above]
            if not self.lines.text(line).strip() or line.level >= level:
                continue
            if not line.level:
                return ""
            if line.number and (line.word in ("ฉบับ", "คู่") or re.search(_PAPER + "|ลงนาม", self.lines.text(line))):
                return line.number
            level = line.level
        return ""

    def _subject_and_object(self, number: int, line: Line, sign: re.Match[str], floor: int) -> Statement | None:
        start = max(self._clause_start(line, sign.start()), min(floor, sign.start()))
        subject = sides_of(self.marked, start, sign.start(), self.posts)
        subject_text = self.text[start : sign.start()]
        following = _WITH.search(self.text, sign.end(), min(line.end, sign.end() + 170))
        between = self.text[sign.end() : following.start()] if following else ""
        if following and not re.search(rf"[{PERSON}]|โดยมี|เพื่อ|ซึ่ง|ทั้งนี้|[.]\s|เป็นพยาน", between):
            object_ = self._region(number, line, following.end(), "with", start)
            if object_ is not None and (subject.mentions or subject.people):
                object_.sides.mentions = self._merged(subject, object_.sides)
                object_.sides.unnamed += subject.unnamed
                return object_
        if (
            not subject.ids()
            and (pointed := _ALL.search(subject_text))
            and "ลงนาม" in sign[0] + "ลงนาม" * bool(sign["paper"])
        ):
            sides = self._pointed_at(start + pointed.start(), _COUNTS.get(pointed["count"]) or int(pointed["count"]))
            if sides is not None:
                return Statement(start, sign.end(), sides, "joint", number, self._agreement(number))
        if (len(subject.ids()) >= 2 and _JOINED.search(subject_text) and sign["paper"] is not None) or (
            len(subject.ids()) >= 2 and "ลงนาม" in sign[0]
        ):
            return Statement(start, sign.end(), subject, "joint", number, self._agreement(number))
        return None

    def _pointed_at(self, place: int, count: int) -> Sides | None:
        """The sides that "ทั้ง 3 แห่ง" points back to: the nearest list of so many before it."""
        before = self.marked.index(place)
        run: list[Mention] = []
        for mention in reversed(self.marked.mentions[max(0, before - 80) : before]):
            if mention.kind in ("school", "organisation", "office", "group") and mention.entity:
                if all(mention.entity != one.entity for one in run):
                    run.insert(0, mention)
                elif len(run) == count:
                    break
            if len(run) == count and len({one.kind for one in run}) == 1 and run[0].kind == "school":
                return Sides(place, place, run)
            if run and mention.kind == "school" and len(run) > count:
                break
        named = {one.entity: one for one in self.marked.mentions[:before] if one.kind in _SIDES and one.entity}
        if len(named) == count:
            return Sides(place, place, list(named.values()))
        schools = list({m.entity: m for m in self.marked.mentions[:before] if m.kind == "school" and m.entity}.values())
        return Sides(place, place, schools) if len(schools) == count else None

    def _merged(self, first: Sides, second: Sides) -> list[Mention]:
        known = set(second.ids())
        return [mention for mention in first.mentions if mention.entity not in known] + second.mentions

    def _clause_start(self, line: Line, place: int) -> int:
        start = line.start
        for stop in _CLAUSE_START.finditer(self.text, max(line.start, place - _LONGEST), place):
            start = stop.end()
        start = max(start, place - _LONGEST)
        if so := _SO.search(self.text, max(start, place - 40), place):
            # "ตามที่ O ... S จึงได้จัดพิธี": who does it stands just before.
            sides = [one for one in self.marked.between(start, so.start()) if one.kind in _SIDES]
            if sides:
                start = self.marked.after(sides[-1]) - 1
        return start

    def _signers(self, number: int, line: Line, signers: re.Match[str]) -> Statement | None:
        """A list of who signed: "ผู้ลงนามประกอบด้วย P TS P TB", or items with a side each."""
        rest = self.text[signers.end() : line.end]
        start = signers.end()
        if len(rest.strip()) > 3 and re.search(f"[{PERSON}{SCHOOL}{BODY}{OFFICE}{GROUP}]", rest):
            intro = re.match(r"[^\n]{0,40}?(?:ประกอบด้วย|ได้แก่|คือ|ดังนี้|:)\s?", rest)
            if intro is None:
                return None
            start += intro.end()
            end = self._people_end(start, min(line.end, start + _LONGEST))
            sides = sides_of(self.marked, start, end, self.posts)
        elif not rest.strip(" :：-") or _LIST_INTRO.search(self.text, line.start, line.end):
            sides = Sides(line.end, line.end)
            items = self.lines.items_after(number)
            for item in items:
                found = sides_of(self.marked, item.start, item.end, self.posts)
                for mention in found.mentions[:1]:
                    if mention.entity not in sides.ids():
                        sides.mentions.append(mention)
                sides.end = item.end
            if len(items) < 2:
                return None
        else:
            return None
        if not sides.mentions:
            return None
        return Statement(start, sides.end, sides, "signers", number, self._agreement(number))

    def _people_end(self, start: int, end: int) -> int:
        stop = re.compile(r"พยาน|ทั้งนี้|โดยมี|มี(?=\ue003)|เป็นประธาน").search(self.text, start, end)
        return stop.start() if stop else end


def find_statements(marked: Marked, lines: Lines, posts: list[Post], moments: list[Moment]) -> list[Statement]:
    """Every report of a signing, in order."""
    return list(_Finder(marked, lines, posts, moments).statements())


def signing_line(marked: Marked, lines: Lines, posts: list[Post], moments: list[Moment]) -> int | None:
    """The first line that reports a signing; None where none does."""
    finder = _Finder(marked, lines, posts, moments)
    return next((number for number in range(len(lines.all)) if finder.signs(number)), None)
