"""Step 7, who leads and who is led: the words that say so, and the schools they are said of.

The marked text is cut into *runs* (lists of schools) and *words* (of leading, of being led, of helping). What stands
between a word and its neighbours decides whom it is said of: "โรงเรียนแกนนำ คือ S" names, "S เป็นแกนนำ" and
"S (แกนนำ)" are said of what comes before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.lines import Lines
from graphmou.extract.text.marked import BODY, DATE, GENERIC, GROUP, OFFICE, PERSON, SCHOOL, TITLE, Marked
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.number_words import NUMBERS

__all__ = ["ASIDE", "FREE", "NAMES", "OBJECT", "Basis", "Run", "Word", "find_runs", "find_words", "school_run"]

Basis = Literal["stated", "inferred"]
Role = Literal["lead", "partner", "helps", "helped", "stop"]

FREE = rf"[^\n{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}{DATE}]"
_SCHOOLS = rf"(?:{GENERIC}|สถานศึกษา|รร\.|ร\.ร\.)"
_ITEM = r"(?:[-–•*:|]|\([ก-ฮ]\)|\(?\d{1,2}(?:\.\d{1,2})*[.)]?)?"
_PERSON = rf"(?:{PERSON}\s?{TITLE}?\s?)?"
_NUMBER = "|".join(NUMBERS)
_COUNT = rf"(?:\s?(?:จำนวน|อีก|ทั้ง|รวม|มี|ถึง|สิ้น)){{0,3}}\s?(?:(?:\d{{1,3}}|{_NUMBER})\s?(?:{GENERIC}|แห่ง|โรง|คู่|สถานศึกษา))?"
# No name follows over such words: they open another part of the sentence.
_TURN = r"ส่วน|ขณะที่|ด้าน|ระหว่าง|ลงนาม|กับ|และ|ณ\s|เมื่อ|โดย|ให้|จัด|ที่ได้"
_INTRO = r"(?:คือ|ได้แก่|ประกอบด้วย|ประกอบไปด้วย|มีดังนี้|ดังนี้|ดังต่อไปนี้|เช่น|อาทิ|ชื่อ|:|-|–|\||=)"
NAMES = (
    rf"(?:\s?ที่(?:เข้า)?ร่วม(?:ลงนาม|โครงการ|พัฒนา)?)?{_COUNT}(?:(?!{_TURN}){FREE}){{0,30}}?(?:ของ\s?{OFFICE}(?:(?!{_TURN}){FREE}){{0,12}}?)?"
    rf"{_INTRO}{{0,2}}\s?(?:\n\s?){{0,2}}{_ITEM}\s?{_PERSON}{TITLE}?"
)
"""Between a word for a kind of schools and those of the kind that are named after it."""
_TAUGHT = rf"(?:การสอน|การจัดการเรียน)(?:(?!{_TURN}){FREE}){{0,30}}?ที่"
OBJECT = (
    rf"(?:{_TAUGHT}|{_COUNT}(?:(?:{_SCHOOLS}|น้อง\s?ๆ?)(?:(?!{_TURN}){FREE}){{0,30}}?)?{_COUNT})"
    rf"\s?{_INTRO}{{0,2}}\s?(?:\n\s?){{0,2}}{_ITEM}\s?{_PERSON}{TITLE}?(?:ของ|จาก)?\s?"
)
"""Between a verb of helping and the schools that are its object."""
ASIDE = (
    rf"(?:\s?\([^)\n]{{0,40}}\)|\s?(?:สังกัด\s?)?{OFFICE}"
    rf"|\s?(?:โดย|ซึ่งมี|โดยมี|ที่มี|มี|นำโดย)\s?{PERSON}\s?(?:เป็น\s?)?{TITLE}?{GENERIC}?)?"
)
"""What may stand beside a school before what is said of it: brackets, its office, who speaks for it."""

# Who helps pupils or students mentors no school; nor does a system of helping.
_NO_SCHOOL = (
    r"(?!\s?(?:นักศึกษา|นักเรียน|เด็ก|ผู้เรียน|บุคลากร|ผู้ปกครอง|อาจารย์|นิสิต|ชุมชน|สุขภาพ|เยาวชน"
    r"|ความ|งาน|การ(?!สอน|จัดการเรียน)|โครงการ|เรื่อง))"
)
_PROGRAMME = "".join(f"(?<!{word})" for word in ("โครงการ", "นโยบาย", "ขับเคลื่อน", "เครือข่ายครู", "รางวัล"))
_LEAD_END = rf"(?![ก-๎]{{0,12}}(?:น้อง(?!\s?ๆ?\s?(?:ทั้ง|ใน|ได้แก่|คือ)?\s?[{SCHOOL}{GENERIC}])|นักเรียน))(?!ครู)"
_PASSIVE = (
    r"(?:ได้รับ|รับ)(?:การ|ความ)?(?:ดูแล|ช่วยเหลือ|นิเทศ|คำแนะนำ|คำปรึกษา|สนับสนุน|หนุนเสริม|พัฒนา"
    r"|โค้ช|ชี้แนะ|สอนแนะ|เติมเต็ม)[ก-๎ ]{0,40}?(?:จาก|โดย)"
    r"|(?:อยู่)?(?:ใน|ภายใต้|โดย)(?:ความ|การ)(?:ดูแล|ช่วยเหลือ|นิเทศ|กำกับ|รับผิดชอบ)(?:รับผิดชอบ)?[ก-๎ ]{0,20}?(?:ของ|จาก|โดย)"
    rf"|(?:เป็น|ในฐานะ)\s?(?:{_SCHOOLS}\s?)?{any_of('partner_words')}\s?(?:ของ|ให้กับ|กับ)"
    rf"|มี\s?{_SCHOOLS}?พี่เลี้ยง\s?(?:(?:จำนวน\s?)?(?:\d{{1,2}}|{_NUMBER})\s?(?:แห่ง|{_SCHOOLS})\s?)?(?:คือ|เป็น|ชื่อ|ได้แก่|:)"
    r"|มี\s?(?:ทีม|คณะ)?(?:ครู)?พี่เลี้ยง(?:จาก|ของ)"
    r"|(?:ขึ้น(?:กับ|ตรงต่อ)|(?:อยู่ใน|สังกัด|เข้า)เครือข่าย(?:ของ)?)(?=\s?[^\n]{0,40}(?:แกนนำ|แม่ข่าย|หลัก|พี่เลี้ยง|คุณภาพ))"
    r"|เรียนรวม(?:กัน)?\s?(?:ที่|กับ|ณ)"
)
_WORD = re.compile(
    rf"(?P<helped>{_PASSIVE})"
    rf"|{_PROGRAMME}(?P<who>{_SCHOOLS}\s?(?:ที่เป็น|ที่|ซึ่งเป็น)?\s?)(?P<lead>{any_of('lead_words')}){_LEAD_END}"
    rf"|(?P<partner>{_SCHOOLS}\s?(?:ที่เป็น|ที่|ซึ่งเป็น|ใน)?\s?{any_of('partner_words')}|{any_of('partner_words_alone')}|น้อง(?=\s?(?:[:=|👉➡]|คือ|ได้แก่))"
    rf"|(?<=\(){any_of('partner_words')}(?=\s?\))"
    rf"|{_SCHOOLS}ที่(?:ต้อง)?(?:ดูแล|รับผิดชอบ)(?=\s?(?:\n|\||:|คือ|ได้แก่|$))"
    rf"|(?:สมาชิก|เครือข่าย)(?=\s?(?:คือ|ได้แก่|(?:จำนวน|อีก)\s?\d{{1,2}}\s?(?:{GENERIC}|แห่ง|โรง)))"
    rf"|(?:(?<=[(|→/])|(?<=เป็น))\s?น้อง(?=\s?(?:[)\n|]|$|มี|โดย|ส่วน))|(?:(?<=\n)|^)\s?(?:[-–•*]\s?)?น้อง(?=\s{SCHOOL})"
    rf"|(?:(?<=\n)|^)\s?(?:[-–•*]\s?)?(?:สมาชิก|เครือข่าย)(?=\s?:))"
    rf"|(?:(?<=\n)|^)\s?[-–•*]?\s?(?P<elder>พี่)(?=\s?(?:[:=|]|คือ|ได้แก่))|(?:(?<=[(|])|(?<=เป็น))\s?(?P<older>พี่)(?=\s?(?:[)\n|→]|$|ส่วน))"
    rf"|(?<!ครู)(?<!{TITLE})(?<!นิเทศก์)(?P<alone>{any_of('lead_words_alone')}){_LEAD_END}"
    rf"|(?<=\()(?P<said>{any_of('lead_words')})(?=\s?\))"
    rf"|(?<!กลุ่ม)(?<!ศึกษา)(?<!ครู)(?<!ระบบ)(?<!ได้รับการ)(?<!ได้รับ)(?<!ผู้)(?<!ความ)"
    rf"(?P<helps>{any_of('helping_verbs')}|ช่วย(?=\s?{SCHOOL})|(?:(?:ครู|{TITLE})พี่เลี้ยง|ที่ปรึกษา)(?={FREE}{{0,30}}?(?:ให้|แก่|ประจำ|ไปยัง))){_NO_SCHOOL}"
    rf"|(?P<stop>จากนั้น|นอกจากนี้|ทั้งนี้|ต่อจากนั้น|ในการนี้|ในโอกาสนี้|โอกาสนี้)"
)
# What may stand between the schools of one list.
_SEPARATOR = re.compile(
    r"(?:\s|,|/|;|\([ก-ฮ]\)|และ|กับ|รวมทั้ง|ตลอดจน|[-–•*✓✔]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=\s|" + SCHOOL + r")"
    r"|\((?!\s?(?:\ue007|สถานศึกษา)?\s?(?:แกนนำ|พี่เลี้ยง|แม่ข่าย|หลัก|คุณภาพ|ศูนย์กลาง|ต้นแบบ))[^)\n]{0,30}\)"
    r"|(?:อ|จ|ต)\.\s?[ก-๎]+|(?:อำเภอ|จังหวัด|ตำบล)[ก-๎]+|สังกัด|[🔸🔹🌱📌✅🏫👉]|"
    + OFFICE
    + r"|โดย(?=\s?\ue003)|ลงนามโดย|ผู้ลงนาม|ถึง|"
    + PERSON
    + "|"
    + TITLE
    + GENERIC
    + "?)*"
)


# "ไม่มีฝ่ายใดเป็นพี่เลี้ยง", "ผลัดกันเป็นพี่เลี้ยง": nobody leads.
_NOBODY = re.compile(
    rf"(?:ไม่(?:มี|ได้|ใช่|เป็น|ต้อง)(?!เพียง)|มิ(?:ได้|ใช่)|(?:ผลัด|สลับ|หมุนเวียน|แลกเปลี่ยน)กัน|ซึ่งกันและกัน|ต่างฝ่ายต่าง|ต่างก็)(?:(?!แต่){FREE}){{0,28}}$"
)
_BACK = 40
_OPEN, _CLOSE = ("“", '"', "‘", "'"), ("”", '"', "’", "'")


@dataclass(slots=True)
class Word:
    """``text[start:end]`` of the marked text: a word for schools that lead or are led, or a verb of helping."""

    role: Role
    start: int
    end: int
    basis: Basis = "inferred"
    kind: bool = False
    """Whether it is a noun, "โรงเรียนแกนนำ", not "แกนนำ" alone."""


@dataclass(slots=True)
class Run:
    """A list of schools, from the first one's mark to behind the last one's."""

    schools: list[Mention]
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Its start and end."""
        return self.start, self.end


def find_words(text: str) -> list[Word]:
    """Every word of leading, being led and helping, in order."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        role = match.lastgroup
        if role != "stop" and _NOBODY.search(text, max(0, match.start() - _BACK), match.start()):
            continue
        if match["elder"] or match["older"]:
            found.append(Word("lead", match.end() - len("พี่"), match.end()))
        elif lead := match["lead"] or match["alone"] or match["said"]:
            basis = meanings("lead_words").get(lead, "inferred")
            start = match.start("who") if match["lead"] else match.start()
            found.append(Word("lead", start, match.end(), basis, match["lead"] is not None))  # type: ignore[arg-type]
        elif role in ("helps", "helped"):
            stated = role == "helps" or not re.match("เป็น|ในฐานะ|เรียนรวม|ขึ้น|อยู่ในเครือ|สังกัด|เข้า", match[0])
            found.append(Word(role, match.start(), match.end(), "stated" if stated else "inferred"))  # type: ignore[arg-type]
        else:
            found.append(Word("stop" if role == "stop" else "partner", *match.span(), kind=True))
        word = found[-1]
        if text[word.start - 1 : word.start] in _OPEN and text[word.end : word.end + 1] in _CLOSE:
            # A word in quotation marks says what it says without.
            word.start, word.end = word.start - 1, word.end + 1
    return found


_OBJECT = re.compile(
    rf"(?:{_SCHOOLS}\s?(?:ที่เป็น|ที่)?\s?{any_of('partner_words')}"
    rf"|{any_of('partner_words_alone', 'helping_verbs')}"
    rf"|กับ|{any_of('lead_words')}{FREE}{{0,40}}?(?:ของ|ให้|แก่)){NAMES}$"
)
_OPENS = re.compile(
    rf"\s?(?:ก็|จะ|ได้|ยัง){{0,2}}(?:(?:เป็น|ทำหน้าที่|รับหน้าที่|รับบท|ในฐานะ)\s?(?:เป็น\s?)?{_SCHOOLS}?\s?(?:ที่)?"
    rf"{any_of('lead_words')}|ดูแล|รับผิดชอบ|{any_of('lead_words')}\s?(?:ของ|ให้|แก่)"
    rf"|(?:อยู่)?(?:ใน|ภายใต้)(?:ความ|การ)(?:ดูแล|ช่วยเหลือ)|(?:ได้)?รับการ(?:ดูแล|ช่วยเหลือ|นิเทศ)"
    rf"| {_SCHOOLS}?พี่เลี้ยง {SCHOOL}|(?:มี|ได้|เลือก)\s?{SCHOOL}\s?(?:มา)?(?:เป็น|ทำหน้าที่|ดูแล))"
)
_OWNER, _OWNED = re.compile(rf"(?:{_PASSIVE})\s?$"), re.compile(rf"\s?(?:ก็|จะ)?(?:{_PASSIVE})")
_IN_BRACKETS = re.compile(rf"\s?\(\s?{_SCHOOLS}?\s?{any_of('lead_words')}(?![ก-๎])")


def find_runs(marked: Marked, lines: Lines) -> list[Run]:
    """The lists of schools of the text, in order."""
    found: list[Run] = []
    number = 0
    while number < len(marked.mentions):
        if marked.mentions[number].kind != "school":
            number += 1
            continue
        schools = _one_clause(marked, _one_list(marked, lines, number))
        start = marked.places[number]
        found.append(Run(schools, start, marked.after(schools[-1])))
        number = marked.number(schools[-1]) + 1
    return found


def _one_list(marked: Marked, lines: Lines, number: int) -> list[Mention]:
    """The list that begins with mention ``number``, to "กับ" (it opens the other side) or an item of another depth."""

    def ends(last: int, following: int) -> bool:
        start, end = marked.places[last], marked.places[following]
        if "กับ" in marked.text[start:end]:
            return True
        if "\n" not in marked.text[start:end]:
            return False
        before, after = lines.at(start).level, lines.at(end).level
        return before != after and not (last == number and before == 0)

    return school_run(marked, number, ends)


def _one_clause(marked: Marked, run: list[Mention]) -> list[Mention]:
    """``run`` to where one of its schools is the subject of what follows: "... S และ S เป็นแกนนำ"."""
    start = marked.places[marked.number(run[0])]
    if (
        len(run) > 1
        and _OWNER.search(marked.text, max(0, start - 40), start)
        and _OWNED.match(marked.text, marked.after(run[-1]))
    ):
        # "… เป็นเครือข่ายของ S และ S S เป็นเครือข่ายของ S"
        return run[:1]
    for place, school in enumerate(run):
        end = marked.after(school)
        if _IN_BRACKETS.match(marked.text, end):
            return run[: place or 1]
        if place and _OPENS.match(marked.text, end) and place == len(run) - 1:
            start = marked.places[marked.number(run[0])]
            begins = max(0, start - 120)
            previous = marked.text.rfind(SCHOOL, begins, start)
            line = marked.text.rfind("\n", begins, start)
            if (
                _OBJECT.search(marked.text, max(begins, previous + 1, line + 1), start)
                or "\n" in marked.text[start:end]
            ):
                return run[:-1]
    return run


def school_run(
    marked: Marked, number: int, ends: Callable[[int, int], bool] = lambda last, following: False
) -> list[Mention]:
    """The list of schools that begins with mention ``number``; ``ends`` tells whether it does between two mentions."""
    run = [marked.mentions[number]]
    last = number
    for following in range(number + 1, len(marked.mentions)):
        mention = marked.mentions[following]
        if mention.kind == "school":
            between = marked.text[marked.places[last] + 1 : marked.places[following]]
            if len(between) > 120 or not _SEPARATOR.fullmatch(between) or "\n\n" in between.replace(" ", ""):
                break
            if ends(last, following):
                break
            run.append(mention)
            last = following
        elif mention.kind not in ("person", "title", "office") or following - last > 4:
            break
    return run
