"""Step 3, mentions of schools: after โรงเรียน, ร.ร. or รร., and in lists where only the first has it.

Where a name ends is the question: it ends at a cut word, goes on over a blank only with what names go on with
(a number, brackets, the end of a school's name), and what follows โรงเรียน may be no name at all but a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.names.run_on import is_verb, verb_after, without_motion
from graphmou.extract.rules import any_of
from graphmou.extract.text.mention import Mention

__all__ = ["find_bare_names", "find_schools", "looks_like_a_school", "read_listed", "read_school"]

_HEAD = re.compile(r"โรงเรียน|(?<![ก-ฺเ-๎])(?:ร\.\s?ร\.|รร\.|ร\.ร(?=\s)|รร(?=\s))|(?<=ผอ)(?:ร\.\s?ร\.|รร\.?)")
# A director's school may stand without โรงเรียน: ผอ.บ้านโคก.
_DIRECTOR = re.compile(r"(?:ผอ\.|ผู้อำนวยการ) ?(?=(?:บ้าน(?!พัก)|วัด(?!ผล)|อนุบาล|ชุมชน)[ก-๎]{2})")
_NAMED_IN_QUOTES = re.compile('(?:เอกชน)? ?["“](?P<name>[ก-๎][ก-๎0-9 ]{3,40})["”]')
_BORDER_POLICE = re.compile(r"(?:ต\.ช\.ด\.|ตชด\.)\s?")
_QUOTED = re.compile('["“][ก-๎ ]{3,30}["”]')
_QUOTED_APART = re.compile(' ?(?:\\d{1,3} )?["“][ก-๎ ]{2,30}(?:ศึกษา|' + any_of("school_ends") + ')["”]')
_DASHED = re.compile(r" ?[-–] ?(?!โรงเรียน|ร\.ร|รร|บ้าน|วัด|อนุบาล|ชุมชน)[ก-ฮะ-ฺเ-๎]{3,25}(?=\s?(?:\n|$))")
# A hyphen inside (สุไหงโก-ลก) goes on with a name, but not where the next name begins.
_CHUNK = re.compile(
    r"(?:[ก-ฮะ-ฺเ-๎ฯ](?:\.(?=[ก-๎])|-(?=[ก-๎])(?!บ้าน|วัด|โรงเรียน|อนุบาล|ชุมชน))?){1,100}(?:\d{1,3}(?![\d.:/]))?"
)
# A school may be named after the body that keeps it: อนุบาลเทศบาลตำบลวังชิ้น, สาธิตมหาวิทยาลัยเชียงใหม่.
_KEPT = r"(?:อนุบาล|สาธิต|กีฬา|มัธยม(?:ศึกษา)?|ประถม(?:ศึกษา)?)"
_KEEPER = re.compile(
    rf"{_KEPT}{{0,3}}(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบ[จต]\. ?)(?=[ก-๎])"
    rf"|{_KEPT}{{1,3}}(?:แห่ง| )?(?:มหาวิทยาลัย|ม\.)(?=[ก-๎])"
)
_GUARDS = "ตำรวจตระเวนชายแดน"
_KIND_ALONE = re.compile(
    r"(?:เทศบาล|นานาชาติ|กีฬา|สาธิต|ตำรวจตระเวนชายแดน|ตชด\.|การกุศล|ราษฎร์|อนุบาล|ชุมชน|วัด|บ้าน)(?! ?[\d(\"“ก-๎])"
)
# Families whose members have a number and then a name: เทศบาล 1 บ้านชะอำ, ชุมชน 15 บ้านเนินสว่าง.
_NUMBERED = re.compile(
    r"(?:เทศบาล|ชุมชน|เมืองพัทยา|นครนนท์วิทยา|องค์การบริหารส่วน|อบ[จต]\.|ราชประชานุเคราะห์|ศูนย์|เพียงหลวง|ไทยรัฐวิทยา|มิตรภาพที่)"
    r"[ก-๎ ]*\d{1,3}$"
)
# Schools on the lanes of a settlement are called by them: ซอย 12 สาย 3 ซ้าย.
_LANE = re.compile(r"ซอย(?:พิเศษ)? ?\d{0,2} ?สาย ?\d{1,2} ?(?:ซ้าย|ขวา)")
_CUT = re.compile(any_of("cut_words", "school_cut_words"))
# A place after a name ends it, but not in อนุบาลอำเภอ, เทศบาลตำบล; a province may belong to it.
_PLACE_CUT = re.compile(
    "(?<!เทศบาล)(?<!ส่วน)(?<!อนุบาล)(?<!ชุมชน)(?<!บริหาร)(?<!ประจำ)(?<!ศึกษา)(?<!บ้าน)(?<!หนอง)(?:ตำบล|อำเภอ)(?=[ก-ฮเ-ไ])"
)
_LAST = re.compile(any_of("school_last") + "ฯ?(?=[ก-ฮเ-ไ])")
# What may follow such an end at once: the place of one of several, ระยองวิทยาคม|ปากน้ำ, not the next word.
_PLACE_AFTER = re.compile(
    "(?!พระ|บ้าน|วัด|อนุบาล|ชุมชน|ประชา|สาม)(?:" + any_of("school_starts", "provinces") + "|ฝั่ง|ริม)[ก-ฮะ-ฺเ-๎]{0,12}"
)
_ANOTHER_END = re.compile(any_of("school_ends") + "|ศึกษา|มิตรภาพ|สาขา|วิทยา|มูลนิธิ|ศิลป์|คาร|จังหวัด|ที่$")
_RESIDUE = re.compile(any_of("name_residue") + "$")
_GENERIC = re.compile("(?!" + any_of("not_generic") + ")(?:" + any_of("generic_schools", "begins_no_name") + ")")
_GENERIC_AFTER = re.compile(any_of("generic_whole") + any_of("cut_words", "generic_after"))
_PROVINCE_ALONE = re.compile("(?!" + any_of("province_schools") + ")" + any_of("provinces") + '(?![ก-๎])(?! [("“])')
# Of these every member has a name of its own behind its number.
_MEMBER = re.compile("เทศบาล|มิตรภาพที่|เพียงหลวง")
_KINDS = (_GENERIC, _GENERIC_AFTER, _KIND_ALONE, _PROVINCE_ALONE)
_STARTS = re.compile(any_of("school_starts"))
_BEGINS = re.compile(any_of("school_first_words", "provinces"))
_PLACE_NAME = re.compile("บ้าน|วัด|อนุบาล|ชุมชน")
_ENDS = re.compile(any_of("school_ends") + r"\d*$")
_TAIL = re.compile(r" ?" + any_of("school_tails") + r"(?:[ก-๎ฯ]*)(?: ?\d{1,3}(?!\d))?")
_FAMILY = re.compile(any_of("school_families") + "$")
_PLACE = re.compile(" (?:" + any_of("provinces") + r"|[ก-๎]{3,14})(?![ก-๎])")
_PROVINCE = re.compile(" ?" + any_of("provinces") + r"(?![ก-๎])")
_NUMBER = re.compile(
    r" ?(?:ที่ )?\d{1,3}(?![\d/:]|\.\d|[.)]\s?[ก-๎]|[.)]?\s?" + any_of("months") + r"|\s?" + any_of("units") + ")"
)
# A person, a post, a province or what somebody does: said of the school, no part of its name.
_SAID_OF_IT = (
    "(?!ดรุณ|คุณ|วันครู|ร่วมมิตร)"
    + any_of("honorifics", "begins_no_name", "cut_words", "school_cut_words", "not_names")
    + f"|{any_of('provinces')}\\)|[ก-๎0-9.-]{{1,40}} (?:[ก-๎0-9.-]{{1,20}} )?"
    + any_of("titles", "cut_words", "school_cut_words", "honorifics")
)
_BRACKETS = re.compile(
    rf" ?\((?:(?!\s?{any_of('not_in_brackets')}|{_SAID_OF_IT})"
    + r"[ก-๎][ก-๎0-9 .-]{2,40}|(?:สำนักงาน)?สลากกินแบ่ง[ก-๎0-9 ]{0,30}"
    r"|เทศบาล \d{1,2}|(?!โรง|ร\.ร|รร|ผอ|ผู้|เดิม|อดีต|สพ)[ก-๎][ก-๎ .-]{2,36}" + any_of("school_donors") + r" ?\d{0,3})\)"
)
_COUNTED = re.compile(r"[ก-๎]{1,9}(?<!ที่) ?\d{1,3} ?$")
_GRADE = re.compile(r"อนุบาล ?[123] ?(?:[-–]|ถึง)")
_RANKED = re.compile("(?:อันดับ|ลำดับ|ที่|ชั้น)")
_SEPARATOR = re.compile(r"(?:\s?(?:,|/|;|[→➡⇒]️?|และ|กับ|รวมทั้ง|หรือ)\s?(?:และ\s?)?|\s)")
_STOP = re.compile(any_of("cut_words", "school_cut_words", "not_names") + "|" + _GENERIC.pattern)


def find_schools(text: str) -> Iterator[Mention]:
    """Every school that ``text`` names, and every ``generic`` phrase about schools."""
    for director in _DIRECTOR.finditer(text):
        named = read_listed(text, director.end(), strict=True)
        if named is not None:
            yield named
    reached = 0
    for head in _HEAD.finditer(text):
        if head.start() < reached:
            continue
        mention = read_school(text, head.start(), head.end())
        if mention is None:
            continue
        yield mention
        reached = mention.end
        if mention.kind == "school":
            for further in _list_after(text, mention):
                yield further
                reached = further.end


def read_school(text: str, start: int, name_start: int) -> Mention | None:
    """The school whose name begins at ``name_start``, or the generic phrase; None where nothing follows."""
    head_end = name_start
    if name_start < len(text) and text[name_start] == " ":
        name_start += 1
    if quoted := _NAMED_IN_QUOTES.match(text, name_start):
        name = _plain(quoted["name"])
        if looks_like_a_school(name):
            return Mention("school", start, quoted.end(), "โรงเรียน" + name, 0.85)
    border = _BORDER_POLICE.match(text, name_start)
    if name_start == head_end and (keeper := _KEEPER.match(text, name_start)):
        border = keeper
    elif generic := next((kind for rule in _KINDS if (kind := rule.match(text, name_start))), None):
        return Mention("generic", start, head_end, "โรงเรียน" + generic[0])
    chunk = _CHUNK.match(text, border.end() if border else name_start)
    if chunk is None or (not border and (_CUT.match(text, name_start) or is_verb(text, name_start))):
        return Mention("generic", start, head_end, "โรงเรียน")
    end, cut = _end_of(text, chunk.start(), chunk.end())
    if end - name_start < (3 if cut else 2):
        return Mention("generic", start, head_end, "โรงเรียน")
    if not cut and text[name_start:end] == _GUARDS:
        # Whose schools have a name behind, perhaps over a blank.
        place = _CHUNK.match(text, end + 1) if text.startswith(" ", end) else None
        end, cut = _end_of(text, end + 1, place.end()) if place and _PLACE_NAME.match(place[0]) else (end, True)
    if cut and _KIND_ALONE.fullmatch(text[name_start:end]):
        return Mention("generic", start, head_end, "โรงเรียน")
    if name_start > head_end and not border and not looks_like_a_school(text[name_start:end]):
        # After a blank anything may follow; only what is made like a school's name is one.
        return Mention("generic", start, head_end, "โรงเรียน")
    counted = _COUNTED.search(text, max(0, start - 12), start)
    if counted and not _RANKED.search(counted[0]) and not looks_like_a_school(text[chunk.start() : end]):
        # "11 โรงเรียนโชว์ผลงาน": the word counts schools.
        return Mention("generic", start, head_end, "โรงเรียน")
    sure = 0.95 if cut else 0.98
    word_end = end
    if not cut:
        end, sure = _go_on(text, name_start, end, sure)
    if not border and end == word_end and not _may_be_a_name(text, start, text[name_start:end], cut=cut):
        return Mention("generic", start, head_end, "โรงเรียน")
    return Mention("school", start, end, "โรงเรียน" + _plain(text[name_start:end]), sure)


def _may_be_a_name(text: str, start: int, name: str, *, cut: bool) -> bool:
    """Whether ``name`` begins or ends like a school's.

    Or else nothing runs on after it, and who leads a school or a word that names follow stands before it, or the text
    has it twice.
    """
    if _STARTS.match(name) or _BEGINS.match(name) or _ENDS.search(name):
        return True
    return not cut and bool(_LED.search(text, max(0, start - 20), start) or text.count("โรงเรียน" + name) > 1)


_LED = re.compile(
    r"(?:ผู้อำนวยการ|ผอ\.|ครูใหญ่|ครู|(?<![ก-๎])ณ|กับ|ระหว่าง|ได้แก่|คือ|ประกอบด้วย|และ|,|[•–-]|(?<!\d)\d{1,2}[.)]) ?$"
)


def _end_of(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the name that begins at ``start`` ends within its chunk, and whether a cut word ended it."""
    cut = _CUT.search(text, start + 1, min(end + 6, len(text)))
    stop = cut.start() if cut is not None and cut.start() < end else end
    if (verb := verb_after(text, start, end)) is not None:
        stop = min(stop, verb)
    if place := _PLACE_CUT.search(text, start + 2, stop):
        stop = place.start()
    if (last := _LAST.search(text, start, stop)) and not _ANOTHER_END.search(text, last.end(), stop):
        rest = text[last.end() : stop]
        if not (stop == end and _PLACE_AFTER.fullmatch(rest) and not _STOP.match(rest)):
            return last.end(), True
    if stop < end:
        name = text[start:stop]
        while residue := _RESIDUE.search(name):
            if residue.start() < 3:
                break
            name = name[: residue.start()]
        return start + len(without_motion(name)), True
    return end, False


def _go_on(text: str, start: int, end: int, sure: float) -> tuple[int, float]:
    """The end of a name that may go on over blanks, numbers and brackets."""
    if lane := _LANE.match(text, start):
        return lane.end(), sure
    if quoted := _QUOTED.match(text, end) or _QUOTED_APART.match(text, end):
        return quoted.end(), 0.9
    if dashed := _DASHED.match(text, end):
        return dashed.end(), 0.8
    for _ in range(3):
        before = end
        if (tail := _TAIL.match(text, end)) and not (_CUT.search(tail[0])):
            end, sure = tail.end(), 0.9
        if text[end - 1].isdigit():
            pass
        elif (number := _NUMBER.match(text, end)) and not _is_item(text, number):
            end = number.end()
        if text[end - 1].isdigit() and text.startswith(" ", end) and _NUMBERED.match(text, start, end):
            chunk = _CHUNK.match(text, end + 1)
            word_end = _end_of(text, end + 1, chunk.end())[0] if chunk else end
            word = text[end + 1 : word_end]
            if looks_like_a_school(word) or (_MEMBER.match(text, start) and word and not _STOP.match(word)):
                end, sure = word_end, 0.85
        if brackets := _BRACKETS.match(text, end):
            end, sure = brackets.end(), 0.9
        if end < len(text) and text[end] == " " and not text[end - 1].isdigit():
            if _FAMILY.search(text, start, end) and (place := _PLACE.match(text, end)):
                if not _STOP.match(text, place.start() + 1):
                    end, sure = place.end(), 0.85
            elif (chunk := _CHUNK.match(text, end + 1)) and not _PLACE_NAME.match(text, end + 1):
                word_end, _ = _end_of(text, end + 1, chunk.end())
                word = text[end + 1 : word_end]
                if _ENDS.search(word) and not _STOP.match(word) and not _PROVINCE.match(" " + word):
                    end, sure = word_end, 0.8
        if end == before:
            break
    return end, sure


def _is_item(text: str, number: re.Match[str]) -> bool:
    """Whether the number begins the next item of a list: "โรงเรียนบ้านก 2 โรงเรียนบ้านข"."""
    return bool(re.match(r"\s?(?:โรงเรียน|ร\.ร\.|รร\.)", text[number.end() : number.end() + 10]))


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .")


def find_bare_names(text: str, schools: list[Mention]) -> Iterator[Mention]:
    """Schools named before in full, named again without โรงเรียน: in brackets, tables and lists."""
    names = {school.name.removeprefix("โรงเรียน") for school in schools}
    names = {name for name in names if len(name) >= _SHORTEST_BARE}
    if not names or len(names) > _MOST_BARE:
        return
    pattern = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    for match in re.finditer(rf"(?<![ก-ฺเ-๎.])(?<!วัด )(?:{pattern})(?![ก-ฮะ-ฺเ-๎])", text):
        # A temple has the same name, but beside a person in brackets stands a school: นายธวัช เพียแก้ว (วัดวังขอน).
        bracketed = text[match.start() - 1 : match.start()] == "(" and text.startswith(")", match.end())
        if bracketed or not match[0].startswith("วัด"):
            yield Mention("school", match.start(), match.end(), "โรงเรียน" + match[0], 0.7, {"bare": "yes"})
    for match in _IN_BRACKETS.finditer(text):
        short = match["name"]
        fitting = [
            name for name in names if (name.startswith(short) if match["cut"] else _PLAIN.sub("", name) == short)
        ]
        if len(fitting) == 1:
            yield Mention("school", match.start("name"), match.end() - 1, "โรงเรียน" + fitting[0], 0.6, {"bare": "yes"})


# Beside whoever comes from there: "นายสมชาย ใจดี (ตันหยงบาตู)" of โรงเรียนบ้านตันหยงบาตู, "(บ้านเขาคลังฯ)".
_IN_BRACKETS = re.compile(r"(?<=[ก-๎] \()(?P<name>[ก-ฮะ-ฺเ-๎]{5,40}(?: \d{1,3})?)(?P<cut>ฯ)?\)")
_PLAIN = re.compile("^(?:ชุมชน|อนุบาล)?(?:บ้าน|วัด)?|\\s?\\([^)]*\\)$")
# Shorter names without โรงเรียน may be other words; more names than this are no list of one article.
_SHORTEST_BARE = 6
_MOST_BARE = 400


def looks_like_a_school(name: str) -> bool:
    """Whether a name without โรงเรียน is made like one of a school."""
    made = bool(_STARTS.match(name) or _ENDS.search(name)) and len(name) >= 4
    return made and not (_STOP.match(name) or is_verb(name, 0))


def read_listed(text: str, begins: int, *, strict: bool, said: bool = False) -> Mention | None:
    """The school of a list at ``begins`` that has no โรงเรียน.

    ``strict`` where only a blank stands before it; ``said`` where a column says that it is a school, whatever its name.
    """
    chunk = _CHUNK.match(text, begins)
    if chunk is None or _HEAD.match(text, begins) or _GRADE.match(text, begins):
        return None
    word_end, cut = _end_of(text, begins, chunk.end())
    word = text[begins:word_end]
    if (strict and not _PLACE_NAME.match(word)) or not (
        looks_like_a_school(word) or (said and len(word) > 1 and not _STOP.match(word))
    ):
        return None
    if not cut:
        word_end, _ = _go_on(text, begins, word_end, 0.8)
    return Mention("school", begins, word_end, "โรงเรียน" + _plain(text[begins:word_end]), 0.8, {"listed": "yes"})


def _list_after(text: str, first: Mention) -> Iterator[Mention]:
    """The schools of a list whose first alone has โรงเรียน: "โรงเรียนบ้านก บ้านข และบ้านค"."""
    end = first.end
    while separator := _SEPARATOR.match(text, end):
        if "\n" in separator[0] and not separator[0].strip():
            return
        begins = separator.end()
        strict = separator[0].strip(" \n→➡⇒️") == ""
        if text.startswith("วัด", begins) and separator[0].strip() in ("กับ", "และ") and end == first.end:
            return
        further = read_listed(text, begins, strict=strict)
        if further is None:
            return
        yield further
        end = further.end
