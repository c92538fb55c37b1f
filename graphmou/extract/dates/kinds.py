"""What a date is for, as far as the words beside it say.

The word nearest to the date, in its line and after the date before it, governs it. What the words leave open is
settled by the day of the report (report_day.py).
"""

from __future__ import annotations

import re
from datetime import date

from graphmou.extract.dates.forms import Form
from graphmou.extract.findings import DateKind
from graphmou.extract.rules import any_of

__all__ = ["is_about_agreement", "kind_by_words"]

_WINDOW = 170
_LISTS: tuple[tuple[DateKind, int], ...] = (("law", 60), ("policy", 40), ("term", 30), ("planned", 45), ("past", 45))
_WORDS = {kind: re.compile(any_of(f"{kind}_words")) for kind, _ in _LISTS}
_PUBLISHED = re.compile(
    any_of("published_words")
    + r"(?:[^\nก-๎]{0,12}|[^\n|]{0,30}\| ?)(?:เมื่อ\s?)?$"
    + r"|^\W*(?:ผู้)?(?:รายงาน|บันทึก|เขียน|จัดทำ|แก้ไข|ปรับปรุง|แชร์|อัปโหลด|อัพโหลด)(?:ข่าว|ข้อมูล|ภาพ)?เมื่อ ?$"
)
# Words that make a day one of posting only with "วันที่", which is read as a part of the date.
_PUBLISHED_ON = re.compile(r"(?<!ตาม)(?<!ใน)(?:^|[^ก-๎])(?:ประกาศ|ข่าว|ฉบับ|ฉบับประจำ|ข่าวประจำ|แจ้ง|ลงข่าว|โพสต์)วัน$")
_ON_AIR = re.compile(
    r"(?:ออกอากาศ|ฉบับที่ ?\d+(?:/\d+)?|(?:ฉบับ|เล่ม)ที่ ?\d+ ?ปีที่ ?\d+|จดหมายข่าว|วารสาร|แฟ้มภาพ|ภาพเมื่อ|ภาพ/ข่าว)"
    r"[ ,|:(]{0,3}(?:ประจำ)?$|(?:ฉบับ|เล่ม|ข่าว|รายการ)[^\n]{0,40}ประจำ ?$|^ ?ประจำ ?$|สวัสดี(?:ครับ|ค่ะ)? ?$"
)
_MEMO = re.compile(
    r"(?:ที่ ?(?:[ก-๎]{1,6}\.?|พิเศษ) ?[\d./-]+(?:/ ?(?:ว ?)?\d+)|^ ?ที่ ?[\d./-]+/\d+|ที่\s?(?:ศธ|พิเศษ)\s?\d)[^\n]{0,60}$"
)
# The day of a letter that is answered; orders and announcements are laws.
_OF_LETTER = re.compile(
    r"(?:หนังสือ|บันทึกข้อความ|วิทยุ|โทรสาร|ข้อตกลง|MO[UA]|สัญญา|(?<!ประกาศ)(?<!คำสั่ง)ที่ ?(?:ศธ|อว|มท|พิเศษ))"
    r"(?:(?!คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ)[^\n]){0,100} ลง$"
)
_OF_RULES = re.compile(r"หลักเกณฑ์|วิธีการ|ก\.ค\.ศ|ระเบียบ|มาตรฐาน")
_INTENDED = re.compile(
    r"(?:จะลงนาม|ประสงค์จะ|ขออนุญาต|ขออนุมัติ|ขอ(?:เรียน|กราบ)?เชิญ|กำหนดจัด|กำหนดการ|กำหนดลงนาม|เลื่อน(?!มา|ชั้น|ขั้น|ตำแหน่ง|วิทยฐานะ|เงินเดือน))[^\n]{0,150}(?:ใน|วันที่|เมื่อ)?\s?$"
)
# "เลื่อนมา" brings a day to that of the report, "เลื่อนมาจาก" tells the one it was planned for.
_BROUGHT = re.compile(r"เลื่อนมา(?!จาก)[^\n\d]{0,25}$")
_BROUGHT_FROM = re.compile(r"เลื่อนมาจาก[^\n\d]{0,25}$")
_WILL = re.compile(r"(?:^|[ก-๎ ])จะ[ก-๎ ]{2,45}(?:ใน|ภายใน|ต้น|ปลาย) ?$")
_THEN_WILL = re.compile(
    "(?:(?!ได้|จัด|มี|เป็น|ลงนาม|ร่วม|วันที่)[^\n]){0,60}จะ(?:มี|จัด|ลงนาม|ดำเนิน|เปิด|ประชุม|อบรม|เดินทาง|นำ|เริ่ม|ลงพื้นที่|ทำ|เป็น|ร่วม|เข้า|ส่ง|ออก|เชิญ|ประเมิน|ติดตาม|นิเทศ|ต้อง)"
)
_NOW = re.compile("บัดนี้(?!ถึง|จน)|ล่าสุด|ต่อมา|จากนั้น|หลังจากนั้น")
_WAS = re.compile(
    r"(?:ไป|ไว้|แล้ว|ครั้งแรก|ก่อตั้ง(?:ขึ้น)?|เปิด(?:ทำการ)?สอน(?:มา)?|เริ่มขึ้น|เริ่มต้น|ดำเนิน(?:การ|งาน)?มา|ทำมา)"
    r"(?:แล้ว)? ?(?:ตั้งแต่|เมื่อ)(?:ปี)? ?$"
)
_WAS_SINCE = re.compile(
    r"(?:(?:ทำ|ลงนาม|จัดทำ|มี)(?:กัน|ร่วมกัน|ข้อตกลง|สัญญา)?(?:ไว้|มา|ไป)?|ไว้|ร่วมกันมา|ดำเนิน(?:การ|งาน)?มา|มาแล้ว|ไปแล้ว|ไว้แล้ว)"
    r"(?:แล้ว|กัน)? ?ตั้งแต่ ?$"
)
_TODAY = re.compile(r"วันนี้ ?\(? ?$")
_LAST_WEEK = re.compile(r"เมื่อ(?:วัน|สัปดาห์)?[ก-๎]{0,12}ที่(?:ผ่านมา|แล้ว) ?\(? ?$")
_REFERS = re.compile(r" *(?:อ้างถึง|อ้างอิง|รับรองรายงาน)")
_COMING = re.compile(" ?(?:นี้|ที่จะถึง|ศกนี้|หน้า)")
_GONE = re.compile(" ?(?:ที่ผ่านมา|ที่แล้ว|ไปแล้ว|ปีที่แล้ว|ปีก่อน)")

# What runs out, or from when something runs: a term, if it is the agreement's.
_UNTIL = re.compile(
    r"(?:ปี|เดือน|ภาคเรียน|ใช้ได้|ใช้|ต่อเนื่อง(?:ไป)?|อายุ|(?:สัญญา|ข้อตกลง|ฉบับ|ความร่วมมือ)(?:นี้|ดังกล่าว)?)"
    r" ?(?:ไป)?(?:จน)?ถึง(?:สิ้น|ปลาย|กลาง|ต้น)? ?$"
    r"|(?:^|[\n:]) ?(?:จน)?ถึง ?$"
)
_RUNS_OUT = re.compile(r"(?:สิ้นสุด(?:ลง)?|หมดอายุ|ครบกำหนด|ครบวาระ)(?:ใน|เมื่อ|ลงใน)?(?:สิ้น|ปลาย|ต้น)? ?$")
_FROM_NOW_ON = re.compile(r"\s?(?:เป็นต้นไป|เป็นระยะเวลา|\(?ระยะเวลา|รวม\s?\d+\s?ปี|สิ้นสุด(?!ลง|แล้ว|ไป))")
_FROM = re.compile(r"(?:ตั้งแต่|นับแต่|นับจาก|เริ่ม)[^\n\d]{0,12}$")
# What is done on a day within the time of an agreement: "มีกำหนดติดตามผล", "เริ่มนิเทศ".
_DOINGS = (
    "(?:การ)?(?:จัด|ติดตาม|นิเทศ|ประเมิน|เยี่ยม|ประชุม|อบรม|ลงพื้นที่|รับสมัคร|ค่าย|ส่ง|รายงาน|พบ|ปฐมนิเทศ|สรุป|ทบทวน|คืน|กิจกรรม(?=แรก))"
)
_AGREEMENT = re.compile(
    f"มีกำหนด(?!{_DOINGS})|"
    "ข้อตกลง|MO[UA]|MoU|เอ็มโอยู|บันทึกความ|สัญญา|ฉบับนี้|มีผล|บังคับ|ระยะเวลา|ระยะ|กำหนดเวลา|มีอายุ|อายุ|ต่ออายุ|ขยายเวลา"
    "|ห้วงเวลา|ความร่วมมือ(?:นี้|ครั้งนี้|ดังกล่าว|(?=เริ่ม))|ความตกลง|ถือปฏิบัติ|เริ่มใช้|ใช้ตั้งแต่"
)
# Another verb between the agreement and the date takes the date.
_OTHER_VERB = re.compile(
    f"(?:มีกำหนด|กำหนด|เริ่ม){_DOINGS}"
    "|จะ(?!มี|สิ้นสุด|ใช้|หมดอายุ|ครบ|เริ่ม(?:ใช้|มีผล|ต้น|ตั้งแต่)|ร่วมมือ|ดำเนิน)|สมัคร|(?:กล่าว|เผย|ระบุ|แจ้ง)ว่า|เข้าเรียน|เริ่มเรียน|จัดอบรม|จัดค่าย"
)
_BEGINS_FROM = re.compile(r"(?:เริ่ม(?:ต้น|ดำเนินการ|ใช้|สอน)?|ดำเนินการ|ใช้)(?:ระหว่าง|ตั้งแต่|นับตั้งแต่)? ?$")
_LONG = 62
"""Days from which on a range is the time of an agreement or plan and not that of one event."""


def kind_by_words(text: str, form: Form, after: int) -> DateKind | None:
    """The kind of a date, or None where the words beside it leave it open; ``after`` is where the date before ends."""
    if form.shape == "academic":
        return "academic_year"
    if form.shape == "fiscal":
        return "fiscal_year"
    gone = _GONE.match(text, after)
    after = min(gone.end(), form.start) if gone else after
    line_start = text.rfind("\n", max(0, form.start - _WINDOW), form.start) + 1
    line = text[max(line_start, form.start - _WINDOW) : form.start]
    when = line.rstrip().endswith("เมื่อ")
    clause = text[max(line_start, after, form.start - _WINDOW) : form.start]
    whole_day = form.shape == "days"
    if whole_day and _TODAY.search(line):
        return None
    if whole_day and line.endswith(" ลง"):
        return "past" if _OF_LETTER.search(line) and not _OF_RULES.search(line) else "law"
    if _REFERS.match(line):
        return "past"
    if (
        form.issue
        or (form.shape == "months" and line.endswith("ฉบับ"))
        or (form.shape != "years" and _ON_AIR.search(line))
    ):
        return "published"
    if whole_day and _MEMO.search(clause):
        return "published"
    if _PUBLISHED.search(line) or (whole_day and _PUBLISHED_ON.search(line + text[form.start : form.start + 3])):
        return "published"
    if (_WAS_SINCE if whole_day else _WAS).search(clause):
        return "past"
    if _is_term(text, form, line):
        return "term"
    if whole_day and _BROUGHT.search(line):
        return None
    if _INTENDED.search(line) or _BROUGHT_FROM.search(line):
        return "planned"
    if _GONE.match(text, form.end) and form.uncertain and not whole_day:
        return "past"
    if _COMING.match(text, form.end) and not when:
        return "planned"
    if whole_day and "/" not in form.date and _LAST_WEEK.search(line):
        return "event"
    nearest = _nearest(_NOW.split(clause)[-1], whole_day)
    if nearest is None and (_WILL.search(clause) or (whole_day and _THEN_WILL.match(text, form.end))):
        nearest = "planned"
    # "เมื่อวันที่" is never said of what is to come.
    return None if nearest == "planned" and whole_day and when else nearest


def _nearest(clause: str, whole_day: bool) -> DateKind | None:
    """The kind whose word stands nearest before the date."""
    best: tuple[int, int] = (0, 0)
    kind: DateKind | None = None
    for candidate, reach in _LISTS:
        if candidate == "term" or (whole_day and candidate in ("law", "policy")):
            continue
        for found in _WORDS[candidate].finditer(clause, max(0, len(clause) - reach - 20)):
            if len(clause) - found.end() <= reach and (found.end(), len(found[0])) > best:
                best, kind = (found.end(), len(found[0])), candidate
    return kind


def _is_term(text: str, form: Form, line: str) -> bool:
    """Whether a date is the time that an agreement or a plan runs, or one end of it."""
    if form.shape != "days" and _nearest(line, False) in ("law", "policy"):
        return False
    worded = any(len(line) - found.end() <= 30 for found in _WORDS["term"].finditer(line))
    if "/" in form.date:
        if form.shape == "days" and _days(form.date) <= _LONG:
            return worded and is_about_agreement(line)
        worded |= _BEGINS_FROM.search(line) is not None
        return worded or form.shape == "years" or _days(form.date) > 2 * _LONG or is_about_agreement(line)
    if _UNTIL.search(line):
        return True
    if _RUNS_OUT.search(line):
        return not _GONE.match(text, form.end)
    if line.rstrip().endswith("เมื่อ"):
        return False
    from_now_on = _FROM_NOW_ON.match(text, form.end) is not None
    return (worded or from_now_on or _FROM.search(line) is not None) and is_about_agreement(line)


def is_about_agreement(line: str) -> bool:
    """Whether the last verb before the date is that of an agreement."""
    named = [found.end() for found in _AGREEMENT.finditer(line)]
    return bool(named) and not _OTHER_VERB.search(line, named[-1])


def _days(period: str) -> int:
    """How many days lie between both ends of a range."""
    first, last = ((one + "-01-01")[:10] if len(one) == 4 else (one + "-01")[:10] for one in period.split("/"))
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
