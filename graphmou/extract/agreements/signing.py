"""Step 8, words of signing: where the text reports that an agreement was signed.

What is planned, hoped for, discussed or recalled is no report, nor is a performance agreement.
"""

from __future__ import annotations

import re

from graphmou.extract.dates.moments import Moment
from graphmou.extract.rules import any_of
from graphmou.extract.text.lines import Line, Lines
from graphmou.extract.text.marked import DATE, PERSON, PLACE, TITLE, Marked

__all__ = ["PAPER", "Signs"]

PAPER = (
    r"(?:บันทึก\s?(?:ข้อตกลง|ความร่วมมือ|ความเข้าใจ|การตกลง)|ข้อตกลง\s?(?:ความร่วมมือ|ร่วม)?|ความร่วมมือทาง"
    r"|สัญญาความร่วมมือ|ปฏิญญา|M\.?\s?O\.?\s?[UA]\.?)"
)
_SIGN = re.compile(
    r"(?:ร่วม|ได้|กัน|พิธี|การ|มี){0,5}\s?(?:ลงนาม|ลงชื่อ|เซ็นสัญญา|เซ็น|แลกเปลี่ยน|จัดทำ|ทำ|จัด|ต่ออายุ|ต่อสัญญา)"
    rf"(?:พิธี|การ|ร่วม|กัน|ลงนาม|ต่ออายุ|ต่อ|ขยาย|ใน|ไว้){{0,5}}\s?[“\"]?(?P<paper>{PAPER}|ความร่วมมือ)?(?P<again>\s?ความร่วมมือ)?"
    rf"|(?P<alone>{PAPER})"
)
_NO_PAPER = re.compile(r"\s?(?:ความร่วมมือ)?\s?(?:ในการพัฒ|\(?\s?Performance|\(?PA\)?|ในการปฏิบัติราชการ|การประเมิน)")
_NO_AGREEMENT = re.compile(r"\s?" + any_of("not_agreements"))
_NOT_YET = re.compile(any_of("not_yet") + r"\s?(?:เรื่อง|เกี่ยวกับ|ถึง)?(?:ให้)?(?:มี)?(?:การ)?(?:พิธี)?\s?$")
_LATER = re.compile(
    rf"[^\n{DATE}]{{0,60}}?(?:ในโอกาสต่อไป|ต่อไปในอนาคต|ในอนาคต|ลักษณะนี้|ทำไว้|ลงนามไว้กับ|ที่มีอยู่|อยู่แล้ว|เมื่อปี(?:การศึกษา)?(?:ที่ผ่านมา|ที่แล้ว|ก่อน)|เมื่อ(?:ครั้ง|ปี|คราว)ก่อน|ก่อนหน้านี้|ครบแล้ว|ไปแล้ว|มาแล้ว)"
)
# What follows says that it is over, or has not come about.
_BEFORE_NOW = re.compile(
    r"(?:(?!โดยฉบับ|แทนฉบับ)[^\n.]){0,30}?(?:ครบวาระ|ครบอายุ|ลงนามไว้|ทำไว้|สิ้นสุดลง|หมดอายุ|ยังมิได้|ยังอยู่ในขั้น|ยังไม่ได้ลงนาม)"
    r"|(?:(?!ฉบับ)[^\n]){0,120}?(?:ดังกล่าว|นั้น|ซึ่ง|และ)(?:ได้)?(?:สิ้นสุด|หมดอายุ|ครบกำหนด)(?:ลง)?(?:ไป)?(?:แล้ว|เมื่อ)"
)
_POSTPONED = re.compile(r"เลื่อน(?:งาน|พิธี|ออกไป|กำหนด|การลงนาม|จ้า|วัน)|ยกเลิก(?:งาน|พิธี|การลงนาม)")
_RECALLED = re.compile(
    r"(?:ก่อนหน้านี้|เดิมที|เมื่อปีที่แล้ว|ที่ปีที่แล้ว|เมื่อปีก่อน|เมื่อครั้งก่อน|หลังจากที่|ครบรอบ"
    r"|(?<!\ue005)(?<!\ue005 )ที่ผ่านมา(?:\s|$)|อนึ่ง|เคย)[^\n]{0,90}$"
)
# "เดินทางมาที่ ... เพื่อลงนาม": who came to sign, signed.
# Between a past day and the words of signing: the story has come to the present.
_SINCE = re.compile(r"(?<!ขณะ)(?<!เวลา)นั้น|วันนี้|ครั้งนี้|บัดนี้|ปัจจุบัน|ล่าสุด|ต่อมา|[.]\s|ต่อเนื่อง|สืบเนื่อง|แล้ว|จนถึง|กระทั่ง")
_CAME = re.compile(r"(?:เดินทาง|ต้อนรับ|เข้าพบ)[^\n]{0,80}เพื่อ(?:ร่วม)?\s?$")
# "หลักสูตร MOU", "ภายใต้บันทึกข้อตกลง": what goes by the paper's name, or under it.
_BY_PAPER = re.compile(
    r"(?:ภายใต้(?:กรอบ)?|ตามกรอบ|ยกเลิก|เพิกถอน|โครงการ|หลักสูตร|ห้องเรียน|นักเรียน|นักศึกษา|โควตา|รอบ|ระบบ|เครือข่าย|สถานประกอบการ)\s?$"
)
# "บันทึกข้อตกลงเดิมระหว่าง ...": the paper of before, unless it is renewed.
_OLD = re.compile(r"\s?(?:ความร่วมมือ)?\s?(?:ฉบับ)?(?:เดิม|เก่า|ครั้งก่อน)")
_RENEWED = re.compile(r"(?:ต่อ|อายุ|ขยาย|เวลา|ทบทวน|ปรับปรุง|แทน|ต่อเนื่องจาก)\s?$")
_JOINS_FORCES = re.compile(r"(?:ผนึก|รวม)กำลัง(?:กัน)?\s?$")
_PARTIES = re.compile("คู่สัญญา|คู่ลงนาม|คู่ความร่วมมือ|ผู้ร่วมลงนาม")
_DENIED = re.compile("จะ(?:ทำ|ลงนาม|มีการ|จัด)|เคยลงนาม|ฉบับเดิม")


# The day behind these is of something else than the signing.
_OTHER_DAY = re.compile(
    r"[.]\s|เดิม|เคย|ครั้งก่อน|ทั้งนี้|โดยมี|เริ่ม|ตั้งแต่|มีผล|ระยะเวลา|ประจำ|ถึง|ภายใน|หลัง|ก่อน(?!แล้ว|หน้า)|จะ(?!ลงนาม|ร่วม|ได้|มี|จัด|ทำ|เซ็น)|ให้ทัน|รองรับ"
    r"|(?:สืบเนื่อง|ต่อเนื่อง|ต่อยอด|เป็นผล)(?:มา)?จาก|จาก(?:การ|ที่)"
)
# Brackets tell of who stands before them: "S (แทน P ซึ่งเกษียณอายุเมื่อ".
_OF_SOMEBODY = re.compile(rf"[{PLACE[1:-1]}{PERSON}{TITLE}]\s?\([^()\n]*$")


class Signs:
    """The places of a text that speak of a signing; ``moments`` are its dates."""

    def __init__(self, marked: Marked, lines: Lines, moments: list[Moment]) -> None:
        self.text = marked.text
        self.marked = marked
        self.lines = lines
        self.kinds = {moment.start: moment.kind for moment in moments}
        self.dates = {moment.start: moment.date for moment in moments}
        self.year = next((moment.date[:4] for moment in moments if moment.kind == "event"), "")
        self.papers = re.search(PAPER + "|ความร่วมมือ", marked.text) is not None
        self.postponed = _POSTPONED.search(marked.text[:300]) is not None
        self._denied: dict[int, bool] = {}
        self._ends: dict[int, list[int]] = {}
        self._told: dict[int, list[tuple[re.Match[str], bool]]] = {}

    def told(self, number: int) -> list[tuple[re.Match[str], bool]]:
        """The places of line ``number`` that speak of a signing, each with whether it is reported as done."""
        if number not in self._told:
            line = self.lines.all[number]
            found = [sign for sign in _SIGN.finditer(self.text, line.start, line.end) if self._speaks(sign)]
            self._told[number] = [(sign, self._reported(sign, line)) for sign in found]
        return self._told[number]

    def reported(self, number: int) -> list[re.Match[str]]:
        """The places of line ``number`` where a signing is reported."""
        return [sign for sign, done in self.told(number) if done]

    def ends(self, number: int) -> list[int]:
        """Where the places of line ``number`` end at which a signing is reported, in order."""
        if number not in self._ends:
            self._ends[number] = [sign.end() for sign in self.reported(number)]
        return self._ends[number]

    def first(self) -> int | None:
        """The first line that reports a signing, or names the parties of a contract."""
        told = next((number for number in range(len(self.lines.all)) if self.reported(number)), None)
        parties = _PARTIES.search(self.text) if told is None else None
        return self.lines.index(parties.start()) if parties else told

    def denied(self, number: int) -> bool:
        """Whether line ``number`` speaks of what is only to be signed, or was once."""
        if number not in self._denied:
            line = self.lines.all[number]
            self._denied[number] = _DENIED.search(self.text, line.start, line.end) is not None
        return self._denied[number]

    def _speaks(self, sign: re.Match[str]) -> bool:
        word = sign[0].strip()
        if self.text[max(0, sign.start() - 4) : sign.start()].endswith("ผู้") or word.startswith("ผู้"):
            return False
        return bool(sign["paper"] or sign["alone"]) or "ลงนาม" in word or "เซ็น" in word or "ลงชื่อ" in word

    def _reported(self, sign: re.Match[str], line: Line) -> bool:
        """Whether a place speaks of a signing that the text reports."""
        if not sign["paper"] and not sign["alone"] and (_NO_AGREEMENT.match(self.text, sign.end()) or not self.papers):
            return False
        if _NO_PAPER.match(self.text, sign.end()) or "พัฒนางาน" in self.text[sign.start() : sign.end() + 30]:
            return False
        before = self.text[max(line.start, sign.start() - 30) : sign.start()]
        wide = self.text[max(line.start, sign.start() - 110) : sign.start()]
        if sign["alone"] and _BY_PAPER.search(before):
            return False
        not_yet = _NOT_YET.search(before)
        if not_yet and _JOINS_FORCES.search(before):
            not_yet = None
        if not_yet and not_yet[0].startswith("เพื่อ") and _CAME.search(wide):
            not_yet = None
        if (
            _BEFORE_NOW.match(self.text, sign.end())
            or _RECALLED.search(wide)
            or not_yet
            or _LATER.match(self.text, sign.end())
        ):
            return False
        if re.search(r"ฉบับ(?:เดิม|ใหม่|ดังกล่าว)", self.text[sign.start() : sign.end() + 12]):
            return False
        if sign["alone"] and _OLD.match(self.text, sign.end()) and not _RENEWED.search(before):
            return False
        return not self._dated_elsewhere(sign, line) and not self._once(sign, line)

    def _once(self, sign: re.Match[str], line: Line) -> bool:
        """Whether a past day opens the clause of the words: "เมื่อปี พ.ศ. 2563 เขตพื้นที่จึงได้ทำบันทึกข้อตกลง"."""
        place = self.text.rfind(DATE, max(line.start, sign.start() - 110), sign.start())
        if place < 0 or self.kinds.get(self.marked.at(place).start) != "past":
            return False
        return _SINCE.search(self.text, place, sign.start()) is None

    def _dated_elsewhere(self, sign: re.Match[str], line: Line) -> bool:
        """Whether the day told right after the words is past or yet to come."""
        stop = self.text.find(DATE, sign.end(), min(line.end, sign.end() + 160))
        if stop < 0:
            return False
        between = self.text[sign.end() : stop]
        kind = self.kinds.get(self.marked.at(stop).start)
        if between.rstrip().endswith("ตั้งแต่") and len(between) < 25:
            # "ที่ลงนามร่วมกันตั้งแต่ปี 2564", told of in a later year.
            return self.dates.get(self.marked.at(stop).start, "")[:4] < self.year
        if kind == "planned" and between.endswith("ภายใน") and not re.search("ทั้งนี้|โดยมี|แผน|รายงาน|แล้วเสร็จ", between):
            return True
        if _OTHER_DAY.search(between) or _OF_SOMEBODY.search(between) or len(between) > 120:
            return False
        return kind in ("past", "planned")
