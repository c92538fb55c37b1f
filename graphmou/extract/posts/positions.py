"""Step 5, positions: who holds which post where, read from marked text.

``P TS`` is a person with title and place; ``P P TS`` are two who share both; ``S โดย P T`` and ``TS P`` say it the
other way round. What someone is for a day (chair of a ceremony, witness, speaker) is no post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphmou.extract.posts.tabled import find_tabled
from graphmou.extract.rules import words
from graphmou.extract.text.marked import BODY, DATE, GENERIC, GROUP, OFFICE, PERSON, PLACE, SCHOOL, TITLE, Marked
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = ["Post", "find_posts"]

_AND = r"(?:\s?(?:,|และ|กับ|/)\s?|\s)"
_ASIDE = (
    r"(?:,?\s?(?:ป\.ธ\.\s?\d|(?:[ผร]ศ\.\s?)?ดร\.|น\.ธ\.เอก)|\s?หรือ\s?"
    + TITLE
    + r"?[ก-๎]{1,12})?(?:\s?\((?!\s?"
    + TITLE
    + r")[^)\n]{1,25}\))?"
)
# No longer list shares one post: without an end, a list without a post would be read again from each of its names.
_RUN = rf"{PERSON}{_ASIDE}(?:{_AND}{PERSON}{_ASIDE}){{0,99}}"
_UNIT = r"(?:\s?(?:กอง|กลุ่ม|ฝ่าย|งาน|คณะ(?!กรรมการ)|สาขา|ภาควิชา|แผนก|สำนัก|ส่วน)[ก-๎ฯ]{1,60})?"
_JOIN = rf"{_UNIT}\s?(?:ของ|ประจำ|แห่ง|จาก|สังกัด|of|at|\.|ใน|คศ\.\s?\d)?\s?"
# A body that is meant and not named.
_MEANT = (
    r"(?:สำนักงานเขตพื้นที่การศึกษา|เขตพื้นที่การศึกษา|เขต|สถานศึกษา|โรงเรียน|วิทยาลัย|โรงพยาบาล|สำนักงาน|เทศบาล|"
    r"มูลนิธิ|สมาคม|ชมรม|บริษัท|สหกรณ์|ธนาคาร|มหาวิทยาลัย|สพ[ปมท]\.?)ฯ?(?![ก-๎])"
)
# A body for which another speaks is not the one where the first holds a post: "P T, S โดย P", "P T B โดย P T".
_OWN = rf"(?!\s?(?:โดย|นำโดย)\s?(?:ท่าน)?{TITLE}?\s?{PERSON})"
_NEXT = rf"\s?[,|]\s?{PLACE}{_OWN}"
_POST = (
    rf"{TITLE}(?:{_JOIN}(?:(?<!\s){PLACE}|{PLACE}{_OWN})|{_NEXT}"
    rf"|(?:{GENERIC}|{_MEANT})(?![ก-๎])(?:\s?\|\s?{PLACE})?|\s?\(?{PLACE}\)?{_OWN})?"
)
_ELECTED = r"(?:ซึ่ง)?(?:ได้)?รับ(?:การ)?(?:คัด)?(?:เลือก|แต่งตั้ง)(?:ตั้ง)?(?:ให้)?(?:เป็น|ดำรงตำแหน่ง)"
_FORWARD = re.compile(
    rf"(?P<run>{_RUN})\)?\s?(?:\n\s?)?[(,:|–-]?\s?(?:ข้าราชการบำนาญ\s?)?(?:ตำแหน่ง\s?:?\s?|ในตำแหน่ง\s?|ในฐานะ(?:ที่เป็น)?\s?|(?P<is>(?:ซึ่ง)?(?:ปัจจุบัน|ได้|เดินทาง|ย้าย|มา|เข้า){{0,4}}(?:เป็น|รับตำแหน่ง|ดำรงตำแหน่ง)\s?))?(?P<posts>{_POST}(?:(?!\s*\n\s?\n)(?:\s?\([^)\n]{{1,40}}\))?\s?(?:และ|,|/|\(|ในฐานะ|{_ELECTED}|อีกตำแหน่งหนึ่ง|(?:ซึ่ง)?ปัจจุบัน(?:เป็น|ดำรงตำแหน่ง)|ควบตำแหน่ง|)\s?{_POST}){{0,3}})"
)
_BACKWARD = re.compile(
    rf"(?P<title>{TITLE})(?:{_JOIN}(?P<place>{PLACE})(?:\.?ฯ)?|(?P<generic>(?:{GENERIC}|{_MEANT})(?![ก-๎])))?\s?(?:\(\s?(?P<inside>{_RUN})\s?\)|(?:คือ\s?|โดย\s?|(?:ประจำ|ผู้รับผิดชอบ|ที่รับผิดชอบ)[ก-๎]{{0,30}}\s?คือ\s?|คนใหม่\s?(?:คือ\s?)?|(?P<list>ได้แก่|ประกอบด้วย)\s?|[(:]\s?)?(?P<run>{_RUN})\)?(?:\s?(?:จาก(?:กลุ่ม[ก-๎ฯ]{{1,30}})?|แห่ง|ประจำ|สังกัด)\s?(?P<from>{PLACE}))?)"
)
_ONE = re.compile(
    rf"(?P<title>{TITLE})(?:(?:{_JOIN}|\s?[,|]\s?)(?P<place>{PLACE})|(?P<generic>{GENERIC}|{_MEANT})(?:\s?\|\s?(?P<place3>{PLACE}))?|\s?\(?(?P<place2>{PLACE})\)?)?"
)
_OF_A_BODY = re.compile("(?:มูลนิธิ|สมาคม|ชมรม|บริษัท|สหกรณ์|ธนาคาร|กลุ่ม|เครือข่าย|สหวิทยาเขต)(?![ก-ฮะ-ฺเ-๎])")
_OF_ITS_GROUP = re.compile("(?:กลุ่ม|เครือข่าย|สหวิทยาเขต)(?![ก-ฮะ-ฺเ-๎])")
_STANDS_FOR = re.compile(rf"(?P<title>{TITLE})\s?(?:จาก|ของ|ฝ่าย)?\s?(?P<place>{BODY})\s?(?:คือ\s?)?$")
_SENT = re.compile(rf"(?P<place>{PLACE})\s?[(:|]?\s?(?P<title>{TITLE})\s?:?\s?(?:คือ\s?)?$")
_ALREADY = re.compile(rf"(?:{TITLE}|{GENERIC}|{PLACE})\s?\(\s?$")
_THEN = re.compile(r"\s?(?:คน)?(?:ใน)?(?:ขณะนั้น|สมัยนั้น|เดิม|ก่อนหน้า|คนที่แล้ว)")
# "T S P T S P": each title is told before its holder, where the first follows nobody and the last holder has none.
_CHAIN = re.compile(
    rf"(?<!{PERSON})(?<!{PERSON}\s)(?:(?:\s|,|และ|กับ){{0,6}}{TITLE}{_JOIN}{PLACE}\s?{PERSON}){{2,}}(?!\)?\s?[(,]?\s?{TITLE})"
)
_LINK = re.compile(rf"(?P<title>{TITLE}){_JOIN}(?P<place>{PLACE})\s?(?P<person>{PERSON})")
_TWICE = re.compile(rf"(?P<title>{TITLE})(?:{_JOIN}(?P<place>{PLACE}))?\s?{TITLE}{PERSON}")
_BY = re.compile(
    rf"(?P<place>{PLACE})(?:\s?\(?(?:ใน)?สังกัด\s?{PLACE}\)?|\s\(?{OFFICE}\)?)?[^{OFFICE}{SCHOOL}{BODY}{GROUP}{DATE}{PERSON}\n]{{0,60}}?(?:โดย|ผู้ลงนาม|ลงนามโดย|ผู้แทน|ส่ง|มอบหมายให้|มอบหมาย|[-–:|(])\s?(?:คือ\s?)?(?:ท่าน\s?)?(?:{TITLE}\s?)?$"
)
_SIGNED_BY = re.compile(
    rf"(?P<place>{SCHOOL})[^{OFFICE}{SCHOOL}{BODY}{GROUP}{PERSON}\n]{{0,30}}?(?:ลงนามโดย|ผู้ลงนาม|โดย)\s?(?P<person>{PERSON})(?!\s?\(?{TITLE})"
)


@dataclass(slots=True)
class Post:
    """A post in the text: marks of person, title and place (None where it must be understood)."""

    person: Mention
    title: Mention
    place: Mention | None
    understood: bool = False


def find_posts(marked: Marked) -> list[Post]:
    """Every post that ``marked`` tells, in order."""
    found = list(_chains(marked))
    told = {id(post.title) for post in found}
    found += [post for post in _forward(marked) if id(post.title) not in told]
    found += _titled_twice(marked)
    have = {id(post.person) for post in found if "titled" not in post.person.more}
    titles = {id(post.title) for post in found}
    for post in _backward(marked):
        once = post.title.more["status"] == "former" and post.place is not None
        if (id(post.person) not in have or once) and id(post.title) not in titles:
            found.append(post)
    named = {post.person.name for post in found}
    for person, title, place in find_tabled(marked):
        if person.name not in named:
            found.append(Post(person, title, place, understood=True))
    named = {post.person.name for post in found}
    found += [post for post in _teachers(marked) if post.person.name not in named]
    found += [post for post in _signers_of_schools(marked) if post.person.name not in named]
    named = {post.person.name for post in found}
    found += [post for post in _predecessors(marked) if post.person.name not in named]
    return sorted(found, key=lambda post: post.person.start)


def _chains(marked: Marked) -> Iterator[Post]:
    for chain in _CHAIN.finditer(marked.text):
        for link in _LINK.finditer(marked.text, *chain.span()):
            yield Post(marked.at(link.start("person")), marked.at(link.start("title")), marked.at(link.start("place")))


def _titled_twice(marked: Marked) -> Iterator[Post]:
    """Posts told before a name that has a short title besides: "ประธานเครือข่าย ผอ.ธีรเดช ใจดี"."""
    for match in _TWICE.finditer(marked.text):
        title = marked.at(match.start("title"))
        place = marked.at(match.start("place")) if match["place"] else None
        person = marked.at(match.end() - 1)
        if "titled" in person.more and not _for_a_day(title, place, ""):
            if place is None:
                place = _group_before(marked, match.start()) if _chairs_a_group(title) else None
            yield Post(person, title, place, understood=match["place"] is None)


def _for_a_day(title: Mention, place: Mention | None, after: str) -> bool:
    """Whether the title is a part played on the day, not a post."""
    if title.name in words("never_posts"):
        return True
    if title.name in words("day_roles") and (place is None or place.kind == "office"):
        return True
    return (
        title.name.startswith("ประธาน")
        and place is None
        and not _chairs_a_group(title)
        and after.startswith(("ใน", "การ", "เปิด", "พิธี", "และ", "ฝ่าย", "กล่าว"))
    )


def _forward(marked: Marked) -> Iterator[Post]:
    text = marked.text
    told: set[str] = set()
    for match in _FORWARD.finditer(text):
        if text.startswith(")", match.end("run")) and _ALREADY.search(text, max(0, match.start() - 4), match.start()):
            # "TS (P) TS (P)": who stands in brackets has the title before them.
            continue
        people = [one for one in marked.between(*match.span("run")) if one.kind == "person"]
        if any("titled" not in one.more for one in people):
            # "ผอ.P, P TS": the first has a title already.
            people = [one for one in people if "titled" not in one.more]
        if any("short" not in one.more for one in people):
            # "โดยนายอุดม นายสมคิด แพงดวง T": the first was told in full before, with a title of his own.
            people = [one for one in people if "short" not in one.more]
        # "P1 และ P2 ศึกษานิเทศก์", where P1 was told to be a mayor: the title is that of P2.
        people = [one for one in people[:-1] if one.name not in told] + people[-1:]
        if all("titled" in one.more for one in people) and text[match.end() : match.end() + 1] == PERSON:
            # "ผอ.P (S) ผอ.P (S)": each has the title before the name.
            continue
        posts: list[tuple[Mention, Mention | None]] = []
        speaks_for: Mention | None = None
        for one in _ONE.finditer(text, *match.span("posts")):
            title = marked.at(one.start("title"))
            where = next((group for group in ("place", "place2", "place3") if one[group]), None)
            place = marked.at(one.start(where)) if where else None
            if "alone" in title.more and place is not None and text[one.end("title")] == " ":
                place = None
            if posts and re.match(rf"\s?\(\s?{PERSON}", text[one.end() : one.end() + 4]):
                # "P TS, TB (P)": the last title is that of the person in brackets.
                break
            if speaks_for is not None and text[one.start() - 1] == TITLE:
                # "คณบดี ผู้แทนอธิการบดีB": the second title is another's, its place is shared.
                posts = [(known, at or place) for known, at in posts]
                break
            if posts and title.name.startswith("ครู") and title.more["status"] == "current":
                # "P TS และครูS" tells of teachers, not of who is a director and a teacher.
                break
            speaks_for = title if title.name in words("never_posts") else None
            if _for_a_day(title, place, text[one.end() : one.end() + 8]) and not _OF_A_BODY.match(
                text, one.end("title")
            ):
                continue
            if match["is"] and not posts and place is None and not one["generic"] and not _is_head(title):
                break
            before = text[max(0, one.start() - 12) : one.start()]
            if (
                posts
                and place is None
                and not _chairs_a_group(title)
                and title.more["status"] != "acting"
                and not (before.endswith((f"{TITLE} ", f"{GENERIC} ")) and title.name.startswith("หัวหน้า"))
                and not _of_the_clergy(posts[-1][0], title)
                and not re.search(r"(?:,|/|ในฐานะ|ตำแหน่ง)\s?$", before)
            ):
                break
            posts.append((title, place))
        for number, (title, place) in enumerate(posts):
            if place is None:
                following = next((later for _, later in posts[number + 1 :] if later is not None), None)
                spoken_for = _by(marked, match.start())
                if spoken_for is not None and spoken_for.kind != "school" and _of_a_school(marked, title):
                    spoken_for = None
                told_at = posts[number - 1][1] if number else None
                if told_at is not None and told_at.kind == "school" and _of_a_school(marked, title):
                    # "รองผู้อำนวยการS ปฏิบัติหน้าที่ผู้อำนวยการโรงเรียน": of the same school.
                    following = told_at
                elif (
                    told_at is not None
                    and title.more["status"] == "acting"
                    and not _MEANT_NEXT.match(text, marked.after(title))
                ):
                    # "รองผู้กำกับการB รักษาราชการแทนผู้กำกับการ": who acts for the head of the same body.
                    following = told_at
                if _of_the_host(marked, title):
                    following = spoken_for = None
                if _chairs_a_group(title) or _OF_ITS_GROUP.match(text, marked.after(title)):
                    following = _group_before(marked, match.start()) or spoken_for or following
                elif title.name.startswith("ประธาน"):
                    following, spoken_for = spoken_for, following
                place = _clergy(spoken_for) if "alone" in title.more else following or spoken_for
            if _THEN.match(text, match.end()):
                title.more["status"] = "former"
            each = _in_order(marked, match.start("posts"), len(people)) if number == 0 else []
            if not each and posts[number][1] is None and title.name == "ผู้อำนวยการ" and _of_a_school(marked, title):
                bracketed = any(_in_brackets(marked, person) for person in people)
                each = [] if bracketed else _told_before(marked, match.start(), len(people))
            for place_number, person in enumerate(people):
                told.add(person.name)
                at = each[place_number] if each else place or _in_brackets(marked, person)
                yield Post(person, title, at, understood=at is None)


def _in_order(marked: Marked, start: int, people: int) -> list[Mention]:
    """The places of so many people, one each: "P และ P ผู้อำนวยการS และS ตามลำดับ"."""
    found = _RESPECTIVELY.match(marked.text, start)
    places = marked.between(start + 1, found.end()) if found else []
    return places if len(places) == people else []


def _told_before(marked: Marked, start: int, people: int) -> list[Mention]:
    """The schools of so many directors, one each, told just before: "S และ S โดย P และ P ผู้อำนวยการโรงเรียน"."""
    found = _SCHOOLS_BEFORE.search(marked.text, line_start(marked.text, start, 220), start) if people > 1 else None
    places = marked.between(found.start(), found.end("schools")) if found else []
    if found and len(places) > people:
        # "S กับ S และ S โดย P และ P": the last named on one side.
        last = max(found["schools"].rfind("กับ"), found["schools"].rfind("ระหว่าง"))
        places = marked.between(found.start() + max(last, 0), found.end("schools"))
    return places if len(places) == people else []


_SCHOOLS_BEFORE = re.compile(
    rf"(?P<schools>{SCHOOL}(?:(?:\s|,|และ|กับ){{0,6}}{SCHOOL}){{1,9}})"
    rf"[^{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}\n]{{0,110}}(?:โดย|ลงนามโดย|ผู้ลงนาม)(?:มี|คือ|ได้แก่|\s)*$"
)


def _of_the_clergy(first: Mention, second: Mention) -> bool:
    """Whether an abbot is also the head of the monks of a tambon or district, which is a post without a body."""
    return first.name.startswith(_CLERGY) and second.name.startswith(_CLERGY)


_CLERGY = (*(f"{deputy}เจ้า{head}" for deputy in ("", "รอง", "ผู้ช่วย") for head in ("อาวาส", "คณะ")), "พระอุปัชฌาย์")
_RESPECTIVELY = re.compile(rf"{TITLE}{_JOIN}{PLACE}(?:(?:\s|,|และ|กับ)*{PLACE}){{1,9}}\s?ตามลำดับ")


def _in_brackets(marked: Marked, person: Mention) -> Mention | None:
    """The school in brackets behind a name, where several share one title: "P (S) P (S) ซึ่งเป็นผู้อำนวยการทุกคน"."""
    found = _BRACKETED.match(marked.text, marked.after(person))
    if found is None:
        return None
    place = marked.at(found.end() - 1)
    called = place.name if place.kind == "school" else f"โรงเรียน{place.name}"
    near = marked.index(found.end() - 1)
    around = marked.mentions[max(0, near - _NEAR) : near + _NEAR]
    return next((one for one in around if one.kind == "school" and one.name == called), None)


# A school is looked for among so many mentions on either side.
_NEAR = 200
_BRACKETED = re.compile(rf"\s?\(\s?[{SCHOOL}{BODY}](?=\s?\))")


def _of_a_school(marked: Marked, title: Mention) -> bool:
    """Whether the words after a title say that it is held at a school, though not at which: "ผู้อำนวยการโรงเรียน"."""
    return _SCHOOL_NEXT.match(marked.text, marked.after(title)) is not None


def _of_the_host(marked: Marked, title: Mention) -> bool:
    """Whether a title is held at "โรงเรียนเจ้าภาพ", the school at which the day takes place."""
    number = marked.number(title) + 1
    return number < len(marked.mentions) and marked.mentions[number].name.startswith("โรงเรียนเจ้าภาพ")


_MEANT_NEXT = re.compile(rf"\s?(?:{GENERIC}|{_MEANT})")
_SCHOOL_NEXT = re.compile(rf"\s?(?:{GENERIC}|โรงเรียน|สถานศึกษา)")


def _clergy(place: Mention | None) -> Mention | None:
    """The clergy of a district, which its head speaks for; no other body is headed by a title with a place in it."""
    return place if place is not None and place.name.startswith("คณะสงฆ์") else None


def _chairs_a_group(title: Mention) -> bool:
    return _OF_A_GROUP.match(title.name) is not None


_OF_A_GROUP = re.compile("(?:รองประธาน|ประธาน|เลขานุการ)(?:กลุ่ม|เครือข่าย(?!ผู้ปกครอง)|สหวิทยาเขต|ศูนย์)")


def _group_before(marked: Marked, place: int) -> Mention | None:
    """The group named last before ``place``, which its chair is the chair of."""
    number = marked.index(place)
    return next((one for one in reversed(marked.mentions[max(0, number - 40) : number]) if one.kind == "group"), None)


def _by(marked: Marked, place: int) -> Mention | None:
    """The body in whose name a person stands: "S โดย P"."""
    found = _BY.search(marked.text, line_start(marked.text, place, 80), place)
    if found is not None:
        return marked.at(found.start("place"))
    # "ตัวแทน B P T": the body is told between.
    stands = _STANDS_FOR.search(marked.text, max(0, place - 12), place)
    if stands is not None and marked.at(stands.start("title")).name in words("never_posts"):
        return marked.at(stands.start("place"))
    # "B ผู้แทน P": who stands for a body, told by a title that is no post.
    sent = _SENT.search(marked.text, max(0, place - 12), place)
    if sent is not None and marked.at(sent.start("title")).name in words("never_posts"):
        return marked.at(sent.start("place"))
    return None


def _backward(marked: Marked) -> Iterator[Post]:
    text = marked.text
    for match in _BACKWARD.finditer(text):
        title = marked.at(match.start("title"))
        where = "place" if match["place"] else "from" if match["from"] else None
        place = marked.at(match.start(where)) if where else None
        if _for_a_day(title, place, "") or (
            place is None and not match["generic"] and not match["list"] and not _is_head(title)
        ):
            continue
        if place is None and "alone" not in title.more:
            place = _by(marked, match.start())
            place = place or _told_after(marked, match)
        run = marked.between(*match.span("inside" if match["inside"] else "run"))
        people = [one for one in run if one.kind == "person"]
        if not match["inside"] and _has_a_title(marked, match.end()):
            people.pop()
        for person in people:
            at = place or (_in_brackets(marked, person) if "titled" in person.more else None)
            yield Post(person, title, at, understood=at is None)


def _told_after(marked: Marked, match: re.Match[str]) -> Mention | None:
    """The body behind a name with a joined title: "ผอ.P S"."""
    if match["inside"] or marked.text[match.end() - 1] == ")" or "titled" not in marked.at(match.end("run") - 1).more:
        return None
    if _PLACE_BEFORE.search(marked.text, max(0, match.start() - 8), match.start()):
        return None
    after = _PLACE_AFTER.match(marked.text, match.end())
    return marked.at(after.end() - 1) if after else None


_PLACE_BEFORE = re.compile(rf"{PLACE} ?(?:ของ|โดย|คือ|[(:|–-])? ?(?:ท่าน)?$")
_PLACE_AFTER = re.compile(rf" [{SCHOOL}{OFFICE}]{_OWN}(?! ?\()")


def _has_a_title(marked: Marked, end: int) -> bool:
    """Whether a title that is a post follows the name that ends at ``end``: "T P T" is P's second title."""
    following = _TITLE_AFTER.match(marked.text, end)
    if following is None:
        return False
    title = marked.at(following.end() - 1)
    if marked.text.startswith(PERSON, following.end()) and "titled" in marked.at(following.end()).more:
        return False
    return title.name not in words("day_roles") and title.name not in words("never_posts")


_TITLE_AFTER = re.compile(rf"\s?[(,]?\s?(?:ตำแหน่ง\s?)?{TITLE}")


def _teachers(marked: Marked) -> Iterator[Post]:
    """Whom only an honorific calls a teacher, beside the school or college: "อาจารย์ ดร.P มหาวิทยาลัย..."."""
    for match in _TEACHES.finditer(marked.text):
        person, place = marked.at(match.start()), marked.at(match.end() - 1)
        called = _CALLED.match(person.more.get("honorific", ""))
        if called and (place.kind == "school" or place.more.get("kind") in ("university", "college")):
            name = "ครู" if "ครู" in called[0] else "อาจารย์"
            title = Mention("title", person.start, person.start + len(called[0]), name, 0.8, {"status": "current"})
            yield Post(person, title, place)


_TEACHES = re.compile(rf"{PERSON}\s?(?:จาก|ประจำ|แห่ง|สังกัด)?\s?[{SCHOOL}{BODY}]")
_CALLED = re.compile("คุณครู|ครู|อาจารย์")


def _predecessors(marked: Marked) -> Iterator[Post]:
    """Whom somebody follows in a post: "T S (แทน P ซึ่งเกษียณอายุราชการ)"."""
    for match in _INSTEAD_OF.finditer(marked.text):
        title, person = marked.at(match.start()), marked.at(match.start("person"))
        former = Mention("title", title.start, title.end, title.name, title.sure, {**title.more, "status": "former"})
        yield Post(person, former, marked.at(match.start("place")))


_INSTEAD_OF = re.compile(
    rf"{TITLE}{_JOIN}(?P<place>{PLACE})(?:คนใหม่)?\s?\(?\s?(?:มา|ย้ายมา|ดำรงตำแหน่ง)?(?:แทน|ต่อจาก|สืบต่อจาก)(?:ที่)?\s?(?P<person>{PERSON})"
    r"\s?(?:ที่|ซึ่ง)?(?:ได้|ถูก|ขอ)?(?:เกษียณ|ย้าย|ลาออก|พ้นจากตำแหน่ง|พ้นวาระ|หมดวาระ|ถึงแก่กรรม|เสียชีวิต|ไปดำรงตำแหน่ง)"
)


def _signers_of_schools(marked: Marked) -> Iterator[Post]:
    """Signers without title, "S โดย P" or "S ลงนามโดย P", where the text says that directors of schools sign."""
    text = marked.text
    directors = _DIRECTORS.search(text)
    if directors is None or marked.at(directors.start()).name != "ผู้อำนวยการ":
        return
    title = marked.at(directors.start())
    for item in _SIGNED_BY.finditer(text):
        yield Post(marked.at(item.start("person")), title, marked.at(item.start("place")), understood=True)


_DIRECTORS = re.compile(rf"{TITLE}(?={GENERIC}|\s?สถานศึกษา)")


_HEADS = (
    "ผู้อำนวยการ",
    "รองผู้อำนวยการ",
    "ครูใหญ่",
    "ศึกษานิเทศก์",
    "นายก",
    "รองนายก",
    "ปลัด",
    "กำนัน",
    "ผู้ใหญ่บ้าน",
    "ผู้กำกับ",
    "สารวัตร",
    "อธิการบดี",
    "คณบดี",
    "ผู้จัดการ",
    "กรรมการผู้จัดการ",
    "หัวหน้าศูนย์",
    "เจ้าอาวาส",
    "เจ้าคณะ",
    "ประธานกรรมการสถานศึกษา",
    "ประธานกลุ่ม",
    "ประธานเครือข่าย",
    "ประธานสหวิทยาเขต",
)


def _is_head(title: Mention) -> bool:
    """Whether a title needs no body beside it to be somebody's post: a head, or one with a place in its name."""
    return title.name.startswith(_HEADS) or "at" in title.more or "alone" in title.more
