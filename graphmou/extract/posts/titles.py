"""Step 5, titles: what a post is called, and whether it is held, acted for, or was held before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.names.offices import OBEC
from graphmou.extract.names.people import JOINED, OF_A_PLACE
from graphmou.extract.rules import any_of, meanings, words
from graphmou.extract.text.mention import Mention

__all__ = ["find_titles"]

# In a signature the title acted for stands on the next line.
_STATUS = rf"(?:(?P<former>อดีต)|(?P<acting>{any_of('acting')}))(?:\s?\n)?\s?"
_TITLE = re.compile(rf"(?:{_STATUS})?(?:(?P<open>{any_of('open_titles')})|(?P<base>{any_of('titles')}))")
_LETTER_BEFORE = re.compile("[ก-ฺเ-๎]$")
_MAY_STAND_BEFORE = re.compile("(?:เป็น|และ|กับ|โดย|คณะ|ให้|คือ|ของ|แทน|ตำแหน่ง|ท่าน|อดีต|เดิม|ครู|มี|เชิญ|ได้แก่|ระหว่าง)$")
_NEEDS_BOUNDARY = frozenset(
    [
        "กรรมการ",
        "ครู",
        "อาจารย์",
        "หัวหน้า",
        "เจ้าของ",
        "อธิการ",
        "กำนัน",
        "ผอ",
        "ผอ.",
        "ศน.",
        "ผู้แทน",
        "ตัวแทน",
        "วิทยากร",
        "อธิบดี",
        "เลขาธิการ",
        "สารวัตร",
    ]
)
_CHAIR = re.compile("(?:รอง)?ประธาน(?=กลุ่ม|เครือข่าย|ศูนย์|สหวิทยาเขต|ชมรม)")
# "ประธานกลุ่มและผู้อำนวยการ": no name follows.
_NAMED = re.compile("(?!ฯ|" + any_of("chaired_cut_words") + r"|และ(?!ะ))(?:[ก-๎“\"]|\s?\d)")
_REST = re.compile(r"[ก-๎ฯ]{0,100}")
_OPEN_END = re.compile(
    "(?!และ)"
    + any_of("cut_words")
    + r"|สพป|สพม|สพฐ|มหาวิทยาลัย|เทศบาล|องค์การบริหาร|กล่าว|และ(?=นาย|นาง|คณะ|ดร|ผู้)|ประจำ|มาเป็น"
)
# Titles of units that have a blank in them: กลุ่มนิเทศ ติดตามและประเมินผล...
_FURTHER = re.compile(" (?:ติดตาม|ประเมินผล|เทคโนโลยี)[ก-๎]*(?: (?:และ|ประเมิน)[ก-๎]*)?")
# "Dean of Faculty of Language Studies": the field of a title in English.
_OF_A_FIELD = re.compile(
    r" of (?:the )?(?:Faculty|School|Institute|Department|International|Academic|Student|English|Foreign|Marketing)"
    r"(?: (?:of|and|for|the|&|[A-Z][A-Za-z-]*))*"
)
# "เป็นที่ปรึกษาให้โรงเรียน…" is said of schools, and no post.
_OF_A_SCHOOL = re.compile(r"(?:ด้าน|ทาง|เรื่อง)?[ก-๎ ]{0,25}?(?:ให้|แก่)(?:แก่|กับ)?\s?(?:โรงเรียน|ร\.ร\.|รร\.|สถานศึกษา|ทั้ง)")
_SPACED = re.compile(r"\s+")
# A deputy's field: รองผู้อำนวยการโรงเรียนฝ่ายวิชาการ is the รองผู้อำนวยการฝ่ายวิชาการ of the school.
_UNNAMED = re.compile(r"(?<=ผู้อำนวยการ)(?:โรงเรียน|สถานศึกษา|วิทยาลัย)\s?(?=ฝ่าย|กลุ่ม)")
# A unit of a university stays in the title of its head, as all units do.
_UNIVERSITY_UNIT = re.compile(r"(?:สถาบัน|สำนัก|ศูนย์)[ก-ฮะ-ฺเ-๎]{4,60}(?= (?:มหาวิทยาลัย|สถาบันเทคโนโลยี|ม\.|มรภ\.|มทร\.))")
_DISTRICT = re.compile("เขต" + any_of("bangkok_districts"))


def find_titles(text: str) -> Iterator[Mention]:
    """Every title of ``text``; ``more["status"]`` is current, acting or former."""
    for match in _TITLE.finditer(text):
        end = match.end()
        if match["open"]:
            written = match["open"]
            rest = _REST.match(text, end)
            tail_end = rest.end() if rest else end
            if further := _FURTHER.match(text, tail_end):
                tail_end = further.end()
            if cut := _OPEN_END.search(text, end, min(len(text), tail_end + 4)):
                tail_end = min(tail_end, max(end, cut.start()))
            # "หัวหน้าฝ่ายปกครองของโรงเรียน": the word joins the title and its body.
            tail_end = end + len(text[end:tail_end].rstrip().removesuffix("ของ"))
            name = _UNNAMED.sub("", _canonical(written)) + text[end:tail_end]
            end = tail_end
            if "คณบดี" in name and (faculty := _FACULTY.match(text, end)):
                name, end = f"{name} {faculty['name']}", faculty.end()
        else:
            name = _canonical(match["base"])
            if "A" <= name[0] <= "Z" and (further := _OF_A_FIELD.match(text, end)):
                name, end = name + further[0], further.end()
        if (
            match["base"] in _NEEDS_BOUNDARY
            and match.start() == match.start("base")
            and _inside_a_word(text, match.start())
        ):
            continue
        base = match["base"] or ""
        chairs = _CHAIR.match(base)
        if chairs and chairs.end() < len(base) and _NAMED.match(text, end):
            # The group that a chair chairs is a mention of its own.
            end = match.end() - (len(base) - chairs.end())
        if base == "ที่ปรึกษา" and _OF_A_SCHOOL.match(text, end):
            continue
        status = "former" if match["former"] else "acting" if match["acting"] else "current"
        more = {"status": status}
        if name.startswith("ผู้ตรวจราชการ"):
            more["alone"] = "yes"
        if match["base"] == "ผู้อำนวย":
            more["typo"] = "ผู้อำนวย"
        if match["base"] and name.endswith("ผู้อำนวยการ") and (unit := _UNIVERSITY_UNIT.match(text, end)):
            name, end = name + unit[0], unit.end()
        district = _DISTRICT.match(text, end) if name.endswith("ผู้อำนวยการ") else None
        if district:
            name, end = name + district[0], district.end()
            more["alone"] = "yes"
        elif match["base"] and name in words("titles_with_place"):
            if JOINED.match(text, match.start("base")):
                pass
            elif name == "กำนัน" and (short := _SHORT_TAMBON.match(text, end)):
                name, end = f"กำนันตำบล{short['name']}", short.end()
            elif village := _VILLAGE.match(text, end):
                name, end = name + village[0], village.end()
            elif place := _NAME.match(text, end):
                stop = place.end("name")
                if cut := _NAME_CUT.search(text, place.start("name") + 1, min(stop + 6, len(text))):
                    stop = min(stop, cut.start())
                if (_AREA_NAME.match(text, end) or not _NAME_STOP.match(text, place.start("name"))) and place.start(
                    "name"
                ) == end:
                    name, end = name + text[place.start("name") : stop], stop
            more["alone"] = "yes"
        elif match["base"]:
            if (faculty := _FACULTY.match(text, end)) and name.endswith(("คณบดี", "ฝ่ายวิชาการ")):
                joint = "" if text[end] != " " else " "
                more["faculty"] = faculty["name"]
                more["plain"] = name
                name, end = name + joint + faculty["name"], faculty.end()
            body = _body_of(text, match, name)
            if body is not None:
                more["at"] = body.name
                yield Mention("title", match.start(), body.start or end, name, 1.0, more)
                if body.end:
                    yield body
                continue
        yield Mention("title", match.start(), end, name, 1.0, more)


def _inside_a_word(text: str, start: int) -> bool:
    """Whether a short title may be part of a longer word: กรรมการ in กิจกรรมการเรียน."""
    if not _LETTER_BEFORE.search(text, max(0, start - 1), start):
        return False
    return _MAY_STAND_BEFORE.search(text, max(0, start - 6), start) is None


def _body_of(text: str, match: re.Match[str], title: str) -> Mention | None:
    """The body that a title names together with what follows it; one without a place where the title is enough."""
    places = meanings("titles_of_places")
    head = places.get(match["base"]) or places.get(title)
    if head is None:
        return None
    if head == OBEC:
        begins = text.rfind("คณะกรรมการ", match.start(), match.end())
        if begins < 0:
            begins = match.end() - len("กพฐ.")
        return Mention("office", begins, match.end(), OBEC, 0.8, {"level": "national"})
    numbered = _NUMBERED.match(text, match.end()) if head in _NUMBERED_UNITS else None
    if numbered:
        begins = match.start("base") + max(3, match["base"].rfind(head))
        name = f"{head}ที่ {numbered['number']}"
        return Mention("organisation", begins, numbered.end(), name, 0.85, {"kind": "military"})
    chunk = _NAME.match(text, match.end())
    if head in ("สมาคม", "สโมสร", "ชมรม") and (society := _SOCIETY.match(text, match.end())):
        end = society.end()
        split = match.end() - len(head)
        return Mention("organisation", split, end, head + text[match.end() : end], 0.85, {"kind": "association"})
    if chunk is None or (head == "องค์การบริหารส่วนจังหวัด" and not _PROVINCE.match(text, chunk.start("name"))):
        return None
    town = head == "เทศบาล" and _TOWN.match(text, chunk.start("name"))
    cause = head in ("มูลนิธิ", "สมาคม", "ชมรม") and _CAUSE.match(text, chunk.start("name"))
    if not town and not cause and _NAME_STOP.match(text, chunk.start("name")):
        return None
    begins, ends = chunk.span("name")
    if number := _UNIT_NUMBER.match(text, ends):
        ends = number.end()
    for cut in _NAME_CUT.finditer(text, begins + 1, min(ends + 6, len(text))):
        if cut[0] != "นาง" or not OF_A_PLACE.search(text, begins, cut.start()):
            ends = min(ends, cut.start())
            break
    if ends - begins < 2:
        return None
    # The title keeps its first letters, the rest belongs to the body: two mentions beside each other.
    known = match["base"].rfind(head)
    split = match.start("base") + (known if known > 0 else 3)
    return Mention(
        "organisation", split, ends, head + text[begins:ends], 0.85, {"kind": _KINDS.get(head, "department")}
    )


_CAUSE = re.compile("เพื่อ|(?:การศึกษา|สุขภาพ|เครือข่าย|อาหาร|น้ำ)[ก-ฮเ-ไ][ก-๎]{3}")
_FACULTY = re.compile("\\s?(?P<name>คณะ(?!ครู|กรรมการ|สงฆ์|ทำงาน|ผู้)[ก-ฮะ-ฺเ-๎]{4,40})")
_NAME = re.compile(r"\s?(?P<name>[ก-ฮะ-ฺเ-๎ฯ]{2,40}|\d{1,2})")
_SOCIETY = re.compile(r"(?:ผู้บริหาร|ผู้ปกครองและครู|ศิษย์เก่า|ครู)[ก-ฮะ-ฺเ-๎]{2,60}")
_SHORT_TAMBON = re.compile(r"\s?ต\.\s?(?P<name>[ก-ฮะ-ฺเ-๎]{2,40})")
_VILLAGE = re.compile(r"(?:\s?(?:หมู่|ม\.)(?:ที่)?)?\s?\d{1,2}")
_UNIT_NUMBER = re.compile(r"(?<=ที่)\s?\d{1,4}|\s\d{1,4}(?=\s|$)")
_NUMBERED = re.compile(r"\s?(?:ที่)?\s?(?P<number>\d{1,4})")
_NUMBERED_UNITS = ("มณฑลทหารบก", "กองพัน", "กองร้อย", "กรมทหาร")
_AREA_NAME = re.compile("ตำบล|อำเภอ|หมู่|" + any_of("provinces"))
_PROVINCE = re.compile("(?:จังหวัด)?" + any_of("provinces"))
_TOWN = re.compile("ตำบล|เมือง|นคร")
_NAME_STOP = re.compile(any_of("not_names", "cut_words") + "|เทศบาล|องค์การ|อบต|อบจ")
_NAME_CUT = re.compile(any_of("cut_words", "body_cut_words"))
_KINDS = {
    "เทศบาล": "municipality",
    "องค์การบริหารส่วนตำบล": "municipality",
    "องค์การบริหารส่วนจังหวัด": "municipality",
    "ตำรวจภูธรจังหวัด": "police",
    "มหาวิทยาลัย": "university",
    "สหกรณ์": "company",
    "สมาคม": "association",
    "สโมสร": "association",
    "ชมรม": "association",
    "มูลนิธิ": "foundation",
}


def _canonical(written: str) -> str:
    known = meanings("titles")
    plain = _SPACED.sub(" ", written)
    for form in (plain, plain.replace(" ", "")):
        if form in known:
            return known[form]
    for word, meaning in known.items():
        if word.replace(" ", "") == plain.replace(" ", ""):
            return meaning
    if plain.startswith("ผอ."):
        return "ผู้อำนวยการ" + plain[3:].strip()
    if plain.startswith(("รองผอ.", "รอง ผอ.")):
        return "รองผู้อำนวยการ" + plain.partition("ผอ.")[2].strip()
    return plain.replace(" ", "")
