"""Step 3, mentions of other bodies: universities, municipalities, temples, companies, hospitals, departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.names.run_on import is_verb, verb_after
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.mention import Mention

__all__ = ["find_bodies"]

_LETTERS = "[ก-ฮะ-ฺเ-๎ฯ]"
_WHOLE = re.compile(
    rf"(?P<name>{any_of('whole_bodies')})(?:(?: ?\([ก-๎.]{{2,10}}\))?(?P<branch> ?สาขา(?!วิชา){_LETTERS}+))?"
)
_COLLEGE = "วิทยาลัย(?!การอาชีพ|เทคนิค|อาชีว|เกษตร|พยาบาล|ชุมชน|สารพัด)"
_UNIVERSITY = r"มหาวิทยาลัย|สถาบัน(?:บัณฑิต|เทคโน|ราช|การพล)|มรภ|มทร|ม\."
_HEAD = re.compile(
    rf"(?P<faculty>(?:คณะ|สถาบัน|สำนัก(?!งาน)|ศูนย์|{_COLLEGE}){_LETTERS}{{4,40}} (?={_UNIVERSITY})"
    rf"|คณะ{_LETTERS}{{4,40}} (?=วิทยาลัย))?"
    rf"(?P<head>{any_of('bodies')})(?:อำเภอ(?=[ก-๎])| ?(?:จังหวัด(?=\s?{any_of('provinces')}))?)"
)
_REST = re.compile(rf"{_LETTERS}{{1,100}}(?:\.(?=[ก-๎]){_LETTERS}{{1,40}}){{0,3}}")
_CUT = re.compile(any_of("cut_words", "body_cut_words"))
# Places are called after ladies: ดอนนางหงส์, บางนางลี่.
_OF_A_LADY = "ดอน|บาง|หนอง|บ้าน|วัง|ท่า|ห้วย|สระ|โคก|เขา|คลอง|ถ้ำ|ปาก|ทุ่ง|บึง|โนน|ภู|ผา|ลำ|เกาะ|หาด|บ่อ|นา|ป่า|สวน|แหลม"
_NO_PERSON = "(?!(?:" + "|".join(f"(?<={place})" for place in _OF_A_LADY.split("|")) + ")นาง(?!สาว))"
# Not in เรือกอและ, a kind of boat; a club or group may be named after its place.
_CUT_BODY = re.compile(r"(?<!เรือกอ)(?!และ(?:เยาวชน|สตรี|ครอบครัว|คนพิการ|ผู้ด้อยโอกาส))" + _NO_PERSON + _CUT.pattern)
_CUT_CLUB = re.compile(
    r"(?<!เรือกอ)(?!และ(?:เยาวชน|สตรี|ครอบครัว|คนพิการ|ผู้ด้อยโอกาส))(?!อำเภอ|ตำบล)" + _NO_PERSON + _CUT.pattern
)
_CLUB_OF = re.compile(
    "ผู้(?:สูงอายุ|ปกครอง|บริหาร|ประกอบการ|เลี้ยง|ปลูก|ใช้|ผลิต|นำ|พิการ)|ครู|เด็ก|เพื่อ(?!ใช้|ซื้อ|นำ|จัด|ให้|เป็น|สนับสนุน|มา|ไป|ขอ)"
)
_FIELD = re.compile("(?:การศึกษา|สุขภาพ|เครือข่าย|เลือด|สมอง|อาหาร|น้ำ)(?!ใน|ที่|และ|ของ|ให้|ได้|ร่วม)[ก-ฮเ-ไ][ก-๎]{3}")
_CAUSE = re.compile(
    "เพื่อ(?:เด็ก|คน|ผู้|สังคม|ชุมชน|สตรี|เยาวชน|ชีวิต|สุขภาพ|สิ่งแวดล้อม|ประเทศ|ชนบท|โรงเรียน|นักเรียน|ครู|การศึกษา|เพื่อน|โลก|มนุษย|สันติ)"
)
_LIMITED = re.compile(r" ?จำกัด(?: ?\(มหาชน\))?")
_GENERIC = re.compile("(?!" + any_of("not_generic") + ")" + any_of("generic_bodies", "begins_no_name"))
_TEMPLES = re.compile(any_of("generic_temples"))
_ANOTHER = re.compile(any_of("bodies") + "|โรงเรียน|สถานศึกษา|หน่วยงาน")
_NEXT = re.compile(" (?:" + any_of("bodies") + "|โรงเรียน)")
# Police, soldiers and health centres are told apart by numbers: กองกำกับการตำรวจตระเวนชายแดนที่ 32, ศูนย์อนามัยที่ 1.
_NUMBERED = (
    "ตำรวจภูธรภาค|กองร้อยตำรวจตระเวนชายแดน|กองกำกับการ|กองบังคับการ|มณฑลทหารบก|กรมทหาร|กองพัน|กองบิน|กองพล|หน่วยเฉพาะกิจ"
    "|หน่วยพัฒนาการเคลื่อนที่|ศูนย์อนามัย|ศูนย์สุขภาพจิต|สำนักงานศึกษาธิการภาค|ศธภ|สำนักงานป้องกันควบคุมโรค|สำนักศิลปากร|ศูนย์การศึกษาพิเศษ|สถาบันพัฒนาฝีมือแรงงาน"
)
_NUMBER = re.compile(
    rf"(?<=[ก-๎.])[ก-๎]{{0,24}} ?(?:ที่ ?)?\d{{1,3}}(?![\d/:]|\.\d| ?(?:{any_of('units', 'months')}))"
    rf"(?: {any_of('provinces')}(?!{_LETTERS}))?"
)
# Bodies of a province are named after it: "ผ่านสภา อบจ. เรียบร้อย" names none.
_OF_PROVINCE = re.compile("อบจ|ศธจ|สสจ|องค์การบริหารส่วนจังหวัด")
_PROVINCE_NAME = re.compile(rf" ?(?:จังหวัด)?{any_of('provinces')}")
# ธนาคารออมสินภาค 8, ชมรมย่านพระราม 3.
_REGION = re.compile("(?:พระราม|ภาค(?:เหนือ|ใต้|กลาง|ตะวันออก|ตะวันตก|ตะวันออกเฉียงเหนือ)?)$")
_NUMBER_APART = re.compile(rf" \d{{1,2}}(?![\d/:]|\.\d| ?(?:{any_of('units', 'months')}))")
_TOLD_BY_NUMBER = re.compile(_NUMBERED)
_RESIDUE = re.compile(any_of("name_residue") + "$")
_COMPANY = re.compile(
    r"(?P<name>[^\n,;:“”\"]{2,60}?)\s?(?:จำกัด|จํากัด|\(มหาชน\)|จก\.)(?:\s?\(มหาชน\))?"
    r"|(?P<short>[ก-๎A-Za-z0-9.&-]{2,40}(?: [A-Z][A-Za-z.&-]+){0,4})"
)
_SORT = re.compile("ราชภัฏ|ราชมงคล|เทคโนโลยี|เทคนิค|อาชีว|การอาชีพ|เกษตร|สารพัดช่าง|พยาบาล|ชุมชน|นาฏศิลป|ศรี|มหา")
_CAMPUS = re.compile(rf" (?:วิทยาเขต|ศูนย์|สาขา){_LETTERS}+| {any_of('provinces')}(?!{_LETTERS})")
_PROVINCE_ONLY = re.compile(rf"\s{any_of('provinces')}(?!{_LETTERS})")
_AREA = re.compile(rf"\s?(?:เขตการศึกษา \d{{1,2}})?(?:\s?(?:ประจำ)?จังหวัด{any_of('provinces')})?")
# Under royal patronage, which is told with the name.
_PATRONAGE = re.compile(rf"\s?ใน(?:พระบรมราชูปถัมภ์|พระบรมราชินูปถัมภ์|พระราชูปถัมภ์|พระอุปถัมภ์|พระราชานุเคราะห์){_LETTERS}{{0,60}}")
_BRANCH = re.compile(rf" ?สาขา(?!วิชา){_LETTERS}+")
_BRACKETS = re.compile(r"\s?\((?:มหาชน|องค์การมหาชน|ประเทศไทย)\)")
_BOUND = [
    "วัด",
    "ค่าย",
    "กรม",
    "ศูนย์",
    "โรงงาน",
    "สมาคม",
    "ชมรม",
    "กระทรวง",
    "สถาบัน",
    "หมู่บ้าน",
    "สโมสร",
    "สหกรณ์",
    "วิทยาลัย",
    "ธนาคาร",
]


def find_bodies(text: str) -> Iterator[Mention]:
    """Every other body that ``text`` names; ``more["kind"]`` says which kind."""
    for match in _LATIN.finditer(text):
        if text.startswith(")", match.end()) and _THAI_NAME.search(text, max(0, match.start() - 3), match.start()):
            continue
        yield Mention("organisation", match.start(), match.end(), match[0], 0.8, {"kind": "foreign"})
    for match in _SCHOOL_SOCIETY.finditer(text):
        end = match.end()
        if cut := _CUT.search(text, match.start("name") + 1, end):
            end = cut.start()
        yield Mention("organisation", match.start(), end, text[match.start() : end], 0.85, {"kind": "association"})
    for match in _WHOLE.finditer(text):
        written = match["name"]
        name = meanings("whole_bodies")[_known(written)]
        if campus := name.startswith("มหาวิทยาลัย") and _CAMPUS_GLUED.match(text, match.end()):
            yield from _of_a_faculty(text, match, f"{name} วิทยาเขต{campus[0]}", campus.end())
            continue
        if match["branch"]:
            name += " " + match["branch"].strip()
        if match.start() and "ก" <= text[match.start() - 1] <= "๎" and len(written) < 8:
            continue
        yield Mention("organisation", match.start(), match.end(), name, 0.95, {"kind": "department"})
    for match in _HEAD.finditer(text):
        mention = _body(text, match)
        if mention is not None:
            yield mention
            if mention.start < match.start("head"):
                # Where the unit is a part of a title, the university stands for itself.
                yield Mention("organisation", match.start("head"), mention.end, mention.name, 0.9, dict(mention.more))


# ม.อ.ตรัง
_CAMPUS_GLUED = re.compile(f"(?:{any_of('provinces')}|หาดใหญ่|กำแพงแสน|ศรีราชา)(?!{_LETTERS})")


def _of_a_faculty(text: str, match: re.Match[str], name: str, end: int) -> Iterator[Mention]:
    """The campus of a university that its abbreviation names, with the faculty before it."""
    faculty = _FACULTY_BEFORE.search(text, max(0, match.start() - 50), match.start())
    more = {"kind": "university"}
    if faculty:
        more["faculty"] = faculty["name"]
    yield Mention("organisation", faculty.start("name") if faculty else match.start(), end, name, 0.9, more)


_FACULTY_BEFORE = re.compile(rf"(?:^|[^ก-๎])(?P<name>คณะ(?!ครู|กรรมการ|ทำงาน|ผู้){_LETTERS}{{4,40}}) ?$")


def _known(written: str) -> str:
    return written if written in meanings("whole_bodies") else written.replace(" ", "")


def _body(text: str, match: re.Match[str]) -> Mention | None:
    head = match["head"]
    start = match.start("head")
    glued = start > 0 and "ก" <= text[start - 1] <= "๎"
    if glued and (head.endswith(".") or head in _BOUND) and not _may_be_glued(text, start, head):
        return None
    kind = meanings("bodies").get(head) or meanings("bodies").get(head.replace(" ", ""), "department")
    if kind == "company" and head in ("บริษัท", "บจก.", "บมจ.", "หจก.", "ห้างหุ้นส่วนจำกัด"):
        return _company(text, match, head)
    if head == "ศูนย์การศึกษาพิเศษ" and (area := _AREA.match(text, match.end())):
        return Mention("organisation", start, area.end(), text[start : area.end()], 0.9, {"kind": kind})
    if (
        _TOLD_BY_NUMBER.match(head)
        and (number := _NUMBER.match(text, match.end("head")))
        and not _CUT.search(number[0])
    ):
        name = re.sub(r"\s+", " ", meanings("body_abbreviations").get(head, head) + number[0])
        return Mention("organisation", start, number.end(), name, 0.9, {"kind": kind})
    rest = _REST.match(text, match.end())
    society = kind in ("association", "foundation")
    club = society and (_CLUB_OF.match(text, match.end()) or _FIELD.match(text, match.end()))
    if rest is None or (not club and (_CUT.match(text, match.end()) or is_verb(text, match.end()))):
        return None
    if not club and (_TEMPLES if kind == "temple" else _GENERIC).match(text, match.end()):
        return None
    if text[match.end() - 1] == " " and _ANOTHER.match(text, match.end()):
        # "มหาวิทยาลัย วิทยาลัย และโรงเรียน": kinds of bodies, no names.
        return None
    if text[match.end() - 1] == " " and head in ("มหาวิทยาลัย", "วิทยาลัย") and not _SORT.match(text, match.end()):
        # "ที่ห้องประชุมมหาวิทยาลัย ชั้น 5": a blank ends the word.
        return None
    end = rest.end()
    cut = (_CUT_CLUB if kind == "association" else _CUT_BODY).search(text, rest.start() + 1, min(len(text), end + 6))
    verb = None if club else verb_after(text, rest.start(), rest.end())
    if verb is not None and society and _CAUSE.match(text, verb):
        # "มูลนิธิหนังสือเพื่อเด็กอีสาน": for whom a foundation is belongs to its name.
        verb = None
    if verb is not None or (cut is not None and cut.start() < end):
        end = min(verb or end, cut.start() if cut else end)
        name = text[rest.start() : end]
        while (residue := _RESIDUE.search(name)) and residue.start() >= 2:
            name = name[: residue.start()]
        end = rest.start() + len(name)
    else:
        if kind in ("university", "college") and (campus := _CAMPUS.match(text, end)):
            end = campus.end()
        elif head == "ศูนย์การศึกษาพิเศษ" and (area := _AREA.match(text, end)):
            end = area.end()
        elif kind == "temple" and text.startswith(" พระอารามหลวง", end):
            end += len(" พระอารามหลวง")
        elif text[end - 1] == "ฯ" and (province := _PROVINCE_ONLY.match(text, end)):
            end = province.end()
        elif kind in ("company", "department") and (branch := _BRANCH.match(text, end)):
            end = branch.end()
        elif head.startswith("สหกรณ์") and (limited := _LIMITED.match(text, end)):
            end = limited.end()
        elif kind == "department" and (brackets := _BRACKETS.match(text, end)):
            end = brackets.end()
        elif head.startswith(("อบจ", "ศธจ", "สสจ")) and text[end - 1] == " ":
            end = len(text[:end].rstrip())
    if patronage := _PATRONAGE.match(text, end):
        end = patronage.end()
    if end - rest.start() < 2 or (_OF_PROVINCE.match(head) and not _PROVINCE_NAME.match(text, match.end("head"))):
        return None
    if (number := _NUMBER_APART.match(text, end)) and _REGION.search(text, rest.start(), end):
        end = number.end()
    written = text[start:end]
    full = meanings("body_abbreviations").get(head.replace(" ", ""))
    name = written if full is None else full + re.sub(r"^จังหวัด", "", text[match.end("head") : end].strip(" ."))
    if match["faculty"] and kind in ("university", "college"):
        faculty_start = match.start("faculty")
        if not _LETTER_BEFORE.search(text, max(0, faculty_start - 1), faculty_start) or _GLUE.search(
            text, max(0, faculty_start - 14), faculty_start
        ):
            more = {"kind": kind, "faculty": match["faculty"].strip()}
            return Mention("organisation", faculty_start, end, re.sub(r"\s+", " ", name).strip(), 0.9, more)
    return Mention("organisation", start, end, re.sub(r"\s+", " ", name).strip(), 0.9, {"kind": kind})


# "มูลนิธิ... (Learning Foundation)": the same in English.
_THAI_NAME = re.compile(r"[ก-๎]\s?\($")
_LETTER_BEFORE = re.compile("[ก-ฺเ-๎]$")
# Foreign schools and firms keep their names: Kunming No.10 High School.
_LATIN = re.compile(
    r"[A-Z][A-Za-z.'-]{1,30}(?: (?:[A-Z][A-Za-z.'-]{0,30}\d{0,3}|of|and|&)){0,6}"
    r" (?:(?:High|Primary|Secondary|Middle|International|Elementary) School|College|University|Institute"
    r"|Company|Group|Foundation|Academy|Co\., ?Ltd\.)"
    r"|(?:Sekolah|Universiti|Universitas|Institut|SMK|SJK|SK|Université|Instituto)(?: [A-Z][A-Za-z.'-]{1,30}){1,6}"
)
_SCHOOL_SOCIETY = re.compile(
    rf"(?:สมาคม|ชมรม)(?:ผู้บริหาร(?:สถานศึกษา|การศึกษา)?|ผู้ปกครองและครู|ศิษย์เก่า|ครู|รองผู้อำนวยการ)(?:โรงเรียน)?(?P<name>{_LETTERS}{{2,60}})"
)
_GLUE = re.compile(
    r"(?:ผู้แทน|ตัวแทน|เจ้าหน้าที่|เลขาธิการ|เลขานุการ|กรรมการ|เหรัญญิก|นักวิชาการ|หัวหน้า|สมาชิก|ขอบคุณ|เชิญ|พบ|สังกัด|จับมือ|มี|ซึ่ง|ได้แก่|กับ|และ|ของ|โดย|จาก|แก่|ให้|คือ|เจ้าอาวาส|ณ|ที่|ระหว่าง|เพิ่ม|ชวน|เสนอ|ดึง|ประสาน|ผ่าน|พา|นำโดย|อธิการบดี|ผู้อำนวยการ|อธิบดี|นายก|ประธาน|ผู้จัดการ|ปลัด)$"
)


def _may_be_glued(text: str, start: int, head: str) -> bool:
    """Whether a short head begins a word although a letter stands before it: "กับวัดดอนเมือง"."""
    return _GLUE.search(text, max(0, start - 14), start) is not None


def _company(text: str, match: re.Match[str], head: str) -> Mention | None:
    company = _COMPANY.match(text, match.end())
    if company is None or (not company["name"] and _GENERIC.match(text, match.end())):
        return None
    end = company.end()
    if another := _NEXT.search(text, match.end() + 2, end):
        end = another.start()
    if company["name"] and " " in company["name"].strip() and _CUT.search(company["name"]):
        # Another company's "จำกัด" was found behind it.
        company = None
        rest = _REST.match(text, match.end())
        if rest is None or _GENERIC.match(text, match.end()):
            return None
        end = rest.end()
    within = company is not None and company["name"]
    if not within and (cut := _CUT.search(text, match.end() + 1, end)):
        end = cut.start()
    written = re.sub(r"\s+", " ", text[match.start("head") : end]).strip()
    if head == "บจก.":
        written = f"บริษัท {written[4:].strip()} จำกัด"
    elif head == "บมจ.":
        written = f"บริษัท {written[4:].strip()} จำกัด (มหาชน)"
    elif head == "หจก.":
        written = f"ห้างหุ้นส่วนจำกัด {written[4:].strip()}"
    return Mention("organisation", match.start("head"), end, written, 0.85, {"kind": "company"})
