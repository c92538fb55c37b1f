"""The day that a text reports, and what it makes of the other dates: earlier ones are past, later ones planned.

That day is the first that is told as such in a sentence. A day that is only recalled ("ตามที่ ... เมื่อวันที่ ... นั้น"), or
that stands apart, is it only where there is no other. Minutes have it in their heading; a letter's day, and one apart
that is not before the day of the report, is that of publishing.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from graphmou.extract.dates.moment import Moment
from graphmou.extract.text import nearby

__all__ = ["settle"]

_FIXED = ("academic_year", "fiscal_year", "law", "policy", "published")
_TODAY = re.compile(r"(?:(?:วันนี้|เมื่อวาน(?:นี้)?) ?\(?(?:ที่)? ?|วัน ?(?:และ)? ?เวลา[ :]{0,3}(?:และ)?(?:สถานที่)?[ :]{0,3})$")
_REPORTED = re.compile(r"(?:เมื่อ|วันนี้\s?\()\s?(?:วัน[ก-๎]{0,12}?(?:ที่)?\s?)?$")
_ANNOUNCED = re.compile(
    "กำหนดการ|ปฏิทิน|ขอ(?:เรียน|กราบ)?เชิญ|(?:แจ้ง|ขอ|ประกาศ)เลื่อน|เลื่อน(?:พิธี|การ|กำหนด|วัน|งาน)|เชิญชวน|รับสมัคร|ขอแจ้ง|ขอประชาสัมพันธ์เชิญ"
)
_TOLD = re.compile(r"เมื่อวัน|ได้ลงนาม|ได้จัด|วันนี้ ?\(?\d")
_MINUTES = re.compile(r"(?:รายงาน|บันทึก|สรุป)(?:ผล)?(?:การ)?ประชุม|ผู้(?:เข้า)?มาประชุม|ระเบียบวาระ")
_LETTER = re.compile(r"(?:^|\n) *เรื่อง[ :]")
_ADDRESS = re.compile(r"\n *(?:เรียน|กราบเรียน|นมัสการ)[ :]")
# What only recalls: until the sentence comes to what is now.
_RECALLED = re.compile(
    r"(?:ตามที่|สืบเนื่องจาก|สืบเนื่องมาจาก|ต่อเนื่องจาก|ต่อยอดจาก|หลังจาก|ภายหลัง|หลังหารือ|หลังประชุม|หลังลงนาม|จากการ(?:ประชุม|หารือ|ลงนาม|พูดคุย)"
    r"|จากที่|ฉบับแรก|ฉบับก่อน|สิ้นสุดลง|ครบกำหนด|หมดอายุ|อ้างถึง|ก่อนหน้า|เคย|เดิม|นับจาก|นับตั้งแต่|ตั้งแต่|ครั้งก่อน|คราวก่อน|ครั้งที่แล้ว|ครั้งแรก|รับรองรายงาน|มติที่ประชุม"
    r"|ข้อมูล|ครบรอบ|ในการประชุม|ในคราวประชุม|ในที่ประชุม|ตามมติ|ตามประกาศ|ตามหนังสือ|ตามคำสั่ง|ตามนโยบาย)"
)
_OPENS = re.compile(r"\s*(?:ตามที่|สืบเนื่อง)")
_AFTER = re.compile(r"หลัง[ก-๎ ]{2,40}เมื่อ ?$")
_DONE = re.compile(r"(?:ไป|ไว้|แล้ว) ?เมื่อ ?$")
# What tells the news of the day: before its date, and after it.
_NEWS = re.compile(r"(?:ลงนาม|พิธี|จัดขึ้น|มีขึ้น|จัดประชุม|จัดงาน|ประชุม)[^\n]{0,40}$")
_NEWS_AFTER = re.compile("ลงนาม|พิธี|เป็นประธาน|จัด|ประชุม|ต้อนรับ|เปิด|เยี่ยม|อบรม|ลงพื้นที่|ร่วม")
_DATELINE = re.compile(r"(?:^|\n)[ \t]*(?!เมื่อ|วัน)[ก-๎A-Za-z. ]{2,25}?(?:, ?| ?\(| [-–—:|/] ?| )(?:วันที่ ?)?$")
_DATELINE_ENDS = re.compile(r" ?\)? ?[-–—:]|\)")
_LATELY = re.compile(r"[ )]{0,2}ที่ผ่านมา")
_THEN = re.compile(r"(?:ต่อมา|จากนั้น|วันต่อมา|วันรุ่งขึ้น|วันถัดมา) ?(?:เมื่อ|ใน)? ?(?:วัน[ก-๎]{0,12}?ที่)? ?\(?$")
_DID = re.compile(
    r"(?:(?!จะ)[^\n\d]){0,60}?(?<!ราย)(?<!จะ)(?<!คง)ได้(?!ที่|ทาง|ตั้งแต่|ถึง|ทุก|ใน|เลย|นะ|ตาม|จน|ภายใน|ฟรี|ค่ะ|ครับ|จ้า|\W|$)"
)
_HAD = re.compile(
    r"(?:(?<!จะ)(?<!ราย)(?<!คง)ได้(?!กำหนด|นัด|เลื่อน|วางแผน|เตรียม)(?:(?!จะ|กำหนด)[ก-๎ ]){2,40}(?:ใน|เมื่อ) ?$"
    r"|(?<!จะ)(?<!จะร่วม)(?<!จะมา)(?<!เลื่อนไป)ลงนาม(?:ไป|แล้ว)?(?:ภายหลัง|เพิ่มเติม|ตามมา|ตามหลัง|ทีหลัง))(?:ใน|เมื่อ)? ?$"
)
# A day of some only, told beside that of all.
_OF_SOME = re.compile(r"\W*(?:เฉพาะ|เว้นแต่|ยกเว้น|ส่วน(?!ราชการ))")
_NOW = re.compile("บัดนี้|ล่าสุด|วันนี้|ต่อมา|จึงได้|จึงจัด|ครั้งนี้|ในการนี้")
_CREDIT = re.compile(
    r"[:|(]\s?[^:|(]{0,25}$|^\W*(?:เรียบเรียง|ภาพ|ข่าว|รายงาน|โดย|เขียน|ที่มา|ผู้เขียน|ผู้รายงาน|งานประชาสัมพันธ์|กลุ่ม)"
)
# Who gives notice, and not what a day of a notice is headed by ("วันที่ :", "กำหนดลงนาม :").
_BY = re.compile(
    r"(?:โดย|ข่าว|งาน|กลุ่ม|ฝ่าย|สำนัก|สพ[ปม]\.|ศูนย์|โรงเรียน|ร\.?ร\.|เทศบาล|อบต|วิทยาลัย|มหาวิทยาลัย|แอดมิน)"
    r"[^\n]{0,70}[-–—|:(/,] ?"
)
_NOTE = re.compile(r"[\s)\].]*(?:(?:เวลา)?\s?\d{1,2}[.:]\d{2}.*|(?:อ่าน|โดย|เข้าชม|ผู้|ภาพ|ข่าว|รายงาน|\||/).*)?$")
# A date with a place beside it is an event's.
_PLACE = re.compile(r"[^\n]{0,40}\n\s*(?:ณ |📍|สถานที่|ห้องประชุม|หอประชุม|เวลา)")
# What these tell the day of is no posting.
_UNTIL = re.compile(r"(?:เมื่อ|ถึง|ตั้งแต่|ภายใน|เปิดเทอม|ภาคเรียน|รับสมัคร|นัด(?:พบ)?) ?$")
_TIME = re.compile(r"\s?\(?เวลา\s?\d{1,2}[.:]\d{2}[^\n]{0,20}$")
_ENDS = re.compile(r"(?:ถึง|สิ้นสุด|หมดอายุ|ครบกำหนด|ครบวาระ)[^\n\d]{0,20}$")
_OVER = re.compile(r"ที่ผ่านมา|แล้ว")
_REACH = 400
_NEAR = timedelta(days=60)
"""How long after the day a text reports it may be published."""


def settle(text: str, moments: list[Moment]) -> list[Moment]:
    """Give every date of kind "event" the kind that the day of the report makes of it; the same list."""
    letter = _LETTER.search(text[:700]) is not None and _ADDRESS.search(text[:900]) is not None
    events = [moment for moment in moments if moment.kind == "event" and moment.has_days]
    apart = {id(moment) for moment in events if _stands_apart(text, moment)}
    written = {moment.date for moment in moments if moment.kind == "published"}
    for moment in [one for one in events if id(one) in apart and one.date in written]:
        # A signature under a letter of that day.
        moment.kind = "published"
        events.remove(moment)
    if letter:
        head = next((moment for moment in events if id(moment) in apart), None)
        address = _ADDRESS.search(text)
        if head is not None and address is not None and head.start < address.start():
            head.kind = "published"
            events.remove(head)
    days = [moment for moment in moments if moment.has_days]
    if (
        events
        and days[0] is events[0]
        and len(days) > 1
        and _ANNOUNCED.search(text, 0, 250)
        and id(days[0]) in apart
        and _heads_notice(text, days[0])
    ):
        events.pop(0).kind = "published"
    main = _report_day(text, moments, events, apart)
    published = [moment for moment in moments if moment.kind == "published" and moment.is_day]
    if main is None:
        return moments
    headings = {id(moment) for moment in events if _heads_a_line(text, moment)}
    together = _named_together(text, moments, main)
    for moment in moments:
        if id(moment) in together or moment.kind in (*_FIXED, "planned"):
            continue
        if _in_series(text, moment, main):
            continue
        if id(moment) in headings and len(headings) > 1 and moment.kind == "event":
            # A digest: every heading is the day of what follows it.
            continue
        if moment.kind == "term":
            if _is_over(text, moment, main):
                moment.kind = "past"
            continue
        _settle_one(text, moment, main, id(moment) in apart)
    if _ANNOUNCED.search(text[: min(250, max(main.start, text.find("\n")))]) and not _TOLD.search(text):
        for moment in moments:
            if moment is main or (id(moment) in headings and moment.kind == "event"):
                moment.kind = "planned"
    if any(moment.date < main.first for moment in published) and not _REPORTED.search(
        text, max(0, main.start - 25), main.start
    ):
        main.kind = "published" if id(main) in apart else "planned"
    return moments


def _is_over(text: str, term: Moment, main: Moment) -> bool:
    """Whether a term, or its end, lies before the day of the report; a term may begin before the signing."""
    if term.last >= main.first[: len(term.last)]:
        return False
    ends = "/" in term.date or _ENDS.search(text, max(0, term.start - 30), term.start) is not None
    return ends or _OVER.search(text, term.start, term.end + 25) is not None


def _settle_one(text: str, moment: Moment, main: Moment, apart: bool) -> None:
    width = len(moment.first)
    if apart and moment.is_day and moment.date >= main.first:
        moment.kind = "event" if moment.date == main.date else "published"
    elif moment.is_day and moment.first > main.last and _is_dateline(text, moment):
        moment.kind = "published"
    elif moment.first > main.last[:width]:
        moment.kind = "event" if moment.has_days and _is_told_as_done(text, moment) else "planned"
    elif moment.last < main.first[:width]:
        moment.kind = "past"


def _is_told_as_done(text: str, moment: Moment) -> bool:
    """Whether a later day is told as done: "เมื่อวันที่" is never said of what is to come."""
    before = max(0, moment.start - 25)
    return (
        _REPORTED.search(text, before, moment.start) is not None
        or _THEN.search(text, before, moment.start) is not None
        or _DID.match(text, moment.end) is not None
        or _HAD.search(text, max(_line_about(text, moment)[0], moment.start - 60), moment.start) is not None
    )


def _in_series(text: str, moment: Moment, main: Moment) -> bool:
    """Whether a date begins an item of the list that the day of the report begins an item of."""
    if moment.kind != "event":
        return False
    leads = [re.sub(r"\d+", "1", text[_line_about(text, one)[0] : one.start].strip()) for one in (moment, main)]
    return leads[0] == leads[1] and 0 < len(leads[0]) < 5


_AND = re.compile(r"[\s,]*(?:และ)?\s*(?:วัน[ก-๎]{0,12}ที่)?\s*")


def _named_together(text: str, moments: list[Moment], main: Moment) -> set[int]:
    """The day of the report and those named in one breath with it: "วันที่ 10, 17 และ 24 มีนาคม 2566"."""
    together, end = {id(main)}, main.end
    for moment in moments[moments.index(main) + 1 :]:
        if not _AND.fullmatch(text, end, moment.start):
            break
        together.add(id(moment))
        end = moment.end
    return together


def _report_day(text: str, moments: list[Moment], events: list[Moment], apart: set[int]) -> Moment | None:
    """The day, or days, that the text reports."""
    if _MINUTES.search(text[:600]):
        heading = next((moment for moment in events if id(moment) in apart or _heads_minutes(text, moment)), None)
        if heading is not None and heading is next(iter(events)):
            return heading
    placed = next((moment for moment in events if id(moment) in apart and _PLACE.match(text, moment.end)), None)
    if placed is not None and placed is next(iter(events)):
        return placed
    today = [moment for moment in events if _TODAY.search(text, max(0, moment.start - 30), moment.start)]
    if today:
        return today[0]
    ends = {id(moment): before.end for before, moment in pairwise(moments)}
    follows = {id(moment): after.start for moment, after in pairwise(moments)}
    told = [moment for moment in events if id(moment) not in apart]
    fresh = [moment for moment in told if not _is_recalled(text, moment, ends.get(id(moment), 0))]
    done = [moment for moment in fresh if not _DONE.search(text, max(0, moment.start - 20), moment.start)]
    day = next((moment for moment in moments if moment.has_days and moment.kind != "published"), None)
    heads = [moment for moment in events if id(moment) in apart and moment is day]
    # "ต่อมาเมื่อวันที่ ...": a day told after another one of the same story is not its first.
    begun = [one for one in done or fresh if not _THEN.search(text, max(0, one.start - 25), one.start)]
    candidates = begun or done or fresh
    if candidates:
        first = max(candidates, key=lambda one: _news(text, one, ends.get(id(one), 0), follows.get(id(one), len(text))))
        if _is_dateline(text, first):
            # A day told as past below a dateline is what was done, and the dateline that of the news.
            first = next((one for one in candidates if _was_before(text, one, first)), first)
        head = next(iter(heads), None)
        return head if head is not None and head.start < first.start and _day(head) - _day(first) > _NEAR else first
    if not heads and not told:
        # Only a note of posting is left: what it reports is told as past.
        for moment in moments:
            if (
                moment.kind == "past"
                and moment.is_day
                and events
                and timedelta() <= _day(events[0]) - _day(moment) < _NEAR
            ):
                moment.kind = "event"
                return moment
    return next(iter(heads + told + events), None)


def _is_dateline(text: str, moment: Moment) -> bool:
    """Whether a day stands behind a place at the head of a report: "สระบุรี, 10 กรกฎาคม 2566 –"."""
    before = _DATELINE.search(text, max(0, moment.start - 40), moment.start)
    return before is not None and _DATELINE_ENDS.match(text, moment.end) is not None


def _was_before(text: str, moment: Moment, dateline: Moment) -> bool:
    """Whether a day is told as past and lies shortly before a dateline."""
    told = _REPORTED.search(text, max(0, moment.start - 25), moment.start) or _LATELY.match(text, moment.end)
    return told is not None and timedelta() < _day(dateline) - _day(moment) < _NEAR


def _news(text: str, moment: Moment, after: int, before: int) -> int:
    """How much the words about a day tell it as news; of equals the first is the day of the report."""
    line_start, _ = _line_about(text, moment)
    start, end = max(line_start, after, moment.start - 60), min(before, moment.end + 60)
    said = text[moment.end : end].partition("\n")[0]
    return (
        2 * (moment.start - line_start < 25 and after <= line_start)
        + (_REPORTED.search(text, max(0, moment.start - 25), moment.start) is not None)
        + 2 * (_NEWS.search(text, start, moment.start) is not None)
        + (_NEWS_AFTER.search(said) is not None)
        - 3 * (_THEN.search(text, max(0, moment.start - 25), moment.start) is not None)
        - 3 * (_OF_SOME.match(text, start) is not None)
        + 2 * (_LATELY.match(said) is not None)
    )


def _day(moment: Moment) -> date:
    return date.fromisoformat(moment.first)


def _is_recalled(text: str, moment: Moment, after: int) -> bool:
    """Whether a date is only looked back at: "ตามที่ ...", "หลังจาก ...", "เคย ..."."""
    line_start, _ = _line_about(text, moment)
    if after <= line_start and _OPENS.match(text, line_start) and not _NOW.search(text, line_start, moment.start):
        return True
    start = max(line_start, after, moment.start - 150)
    recalls = [found.end() for found in _RECALLED.finditer(text, start, moment.start)]
    if not recalls and _AFTER.search(text, start, moment.start):
        return True
    return bool(recalls) and not _NOW.search(text, recalls[-1], moment.start)


def _line_about(text: str, moment: Moment) -> tuple[int, int]:
    """Where the line of a date begins and ends, looked for no farther than needed."""
    return nearby.line_start(text, moment.start, _REACH), nearby.line_end(text, moment.end, _REACH)


def _heads_minutes(text: str, moment: Moment) -> bool:
    """Whether a date stands in the heading of minutes, before who came."""
    line_start, _ = _line_about(text, moment)
    return moment.start < 500 and moment.start - line_start < 12


def _heads_notice(text: str, moment: Moment) -> bool:
    """Whether a day stands behind who gives notice, under the title: "กลุ่มอำนวยการ สพป.น่าน เขต 1 / 1 ธันวาคม 2565"."""
    line_start, line_end = _line_about(text, moment)
    by = _BY.fullmatch(text, line_start, moment.start)
    return by is not None and moment.start < 300 and not text[moment.end : line_end].strip(" )|")


def _heads_a_line(text: str, moment: Moment) -> bool:
    """Whether a short line is a heading that says a day: "▶ จันทร์ 7 ส.ค. 66"."""
    line_start, line_end = _line_about(text, moment)
    if moment.start - line_start >= 12:
        return False
    if _TIME.match(text[moment.end : line_end]) and text[line_end : line_end + _REACH].strip() != "":
        return True
    return text[moment.end : moment.end + 2].strip() == "|" or (
        line_end - moment.end < 4 and text[line_end : line_end + _REACH].strip() != ""
    )


def _stands_apart(text: str, moment: Moment) -> bool:
    """Whether a date is alone on its line, or in the last line: a dateline, a signature, a note of posting."""
    line_start, line_end = _line_about(text, moment)
    before, after = text[line_start : moment.start], text[moment.end : line_end]
    if "|" in after[:3] or ("|" in before[-3:] and not after.strip()):
        return True
    if line_end - line_start > 90 and not re.match(r"[)\s]*$", after):
        return False
    if re.search(r"ที่\s+ศธ[ ./\dว-]{0,40}$", before):
        return True
    rest = text[line_end : line_end + _REACH]
    last = not rest.strip() or (len(rest) < 60 and rest.count("\n") <= 1)
    if (
        last
        and line_start
        and _NOTE.match(after)
        and not _UNTIL.search(before)
        and not _HAD.search(before[-60:])
        and (len(before.strip()) < 30 or (len(before) < 90 and _CREDIT.search(before)))
    ):
        return True
    if (
        (line_start or len(text) - line_end > 30)
        and len(before) < 60
        and re.search(r"[-–—|:(/] ?$", before)
        and len(after.strip(" )")) == 0
    ):
        return True
    return line_start > 0 and len(before.strip()) < 4 and len(after.strip()) < 4
