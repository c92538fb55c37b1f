"""Step 8, who witnessed an agreement.

Witnesses stand before the word ("โดยมี P และ P เป็นพยาน") or after it ("พยาน ได้แก่ P", a list below the heading), never
both, unless somebody joins them ("เป็นพยานพร้อมกับ P"). They witness every agreement of the day's ceremony; but those told
in an item of a list only that item's; where witnesses are told between one agreement and the next, each has its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.text.layout import ITEM
from graphmou.extract.text.marked import GENERIC, PERSON, PLACE, TITLE
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = ["add_witnesses"]

_AROUND = 8000
_MANY, _NEAR = 100, 10
# Nobody has more witnesses than this.
_MOST = 100
Holders = dict[tuple[str, str], Mention]
_WITNESS = re.compile(r"(?:สักขี)?พยาน(?!หลักฐาน|รัก)|(?<![A-Za-z(])[Ww]itness(?:es|ed by)?(?![A-Za-z])")
_ROLE = re.compile(rf"(?:เป็น(?:{TITLE}|องค์|ผู้)?|ลงนาม|ลงชื่อ|และ|ร่วม|ในฐานะ|ทำหน้าที่)\s?$")
# "ผู้ลงนามเป็นพยาน ได้แก่ P" names who it is after the word.
_WHO = re.compile(r"ผู้(?:ร่วม)?(?:ลงนาม|ลงชื่อ)?(?:ร่วม)?(?:เป็น)?\s?$")
_NOT_YET = re.compile(r"(?:จะ|เชิญ|ขอให้)(?:มา|ร่วม|ได้|ลงนาม|ลงชื่อ)*(?:เป็น)?\s?$")
# "มีคณะกรรมการสถานศึกษาเป็นสักขีพยาน P กล่าว": somebody who is not named witnesses, and P does something else.
_OTHERS = re.compile(r"เป็น\s?(?:สักขี)?พยาน$")
_SOMEBODY = re.compile(rf"[{PERSON}{TITLE}]|มี|โดย|คณะ|ผู้")
_AND_MORE = re.compile("และ(?:สักขี)?พยาน$")
_HOPED = re.compile(r"จะ[ก-๎]{0,12}\s?$")
# What stands between "พยาน" and its list: of what, of whom, how many, and a word that introduces them.
_INTRODUCED = re.compile(
    rf"[ก-๎]{{0,40}}\s?(?:(?:{PLACE}|{GENERIC})[ก-๎]{{0,20}}|ที่\s?\d{{1,2}}|\d{{1,2}})?\s?(?:จำนวน\s?)?(?:(?:[ก-๎]{{2,12}}ละ\s?)?\d{{1,2}}\s?(?:คน|ท่าน|ฉบับ|ฝ่าย)\s?)?"
    rf"(?:คือ|ได้แก่|ประกอบด้วย|นำโดย|มี|ดังนี้|อย่าง|เช่น|อาทิ|:)(?:\s?ได้แก่)?[ :]*(?:ข้าพเจ้า\s?(?:และ\s?)?)?"
)
_BARE = re.compile(
    r"(?:โดย|ของ|(?:(?:คน)?สำคัญ|รู้เห็น|กิตติมศักดิ์|ผู้มีเกียรติ) ?|"
    rf"ทั้งสองฝ่าย|ทั้ง 2 ฝ่าย|ทุกฝ่าย|\s?\(Witness(?:es)?\)\s?:)?\)?\s?(?:ข้าพเจ้า\s?)?(?:และ\s?)?"
    rf"\(?(?={TITLE}?{PERSON})|\s+ข้าพเจ้า"
)
_OTHER_SIDE = re.compile(rf"\s?(?:และ|ส่วน|,)?\s?(?:พยาน)?ฝ่าย[ก-๎]{{0,30}}(?:{PLACE}|{GENERIC})?\s?(?:คือ|ได้แก่|มี|:)\s?")
_HEADING = re.compile(r"[ก-๎]{0,25}\s?[:(]?[ ]?(?:ดังนี้|ได้แก่|ประกอบด้วย)?[ :]*\n")
# "พยาน : P T", and indented below it the next one.
_BELOW = re.compile(rf" +{PERSON} ?{TITLE}")
_LISTED = re.compile(rf"\s?(?:{ITEM}\s?)?\(?{PERSON}")
# Where the list of witnesses before "เป็นพยาน" begins at the earliest.
_LIST_START = re.compile(
    r"โดยมี|(?:^|\s|ที่|และ|บาท|นี้|ยัง|ก็|เช้า|บ่าย|วัน|งาน|พิธี)มี(?=\s?\ue003|\s?\ue006|\s?ว่าที่|\s?ลำดับ)|ได้รับเกียรติจาก|เกียรติจาก|มอบหมายให้|มอบหมาย|ทั้งนี้|พยาน|เป็น\ue006(?!และสักขี|และเป็น|และพยาน|สักขี|พยาน)|(?:ส่วน|ด้าน|ขณะที่)(?=\s?\ue003)"
    r"|(?:เป็น|ทำหน้าที่)(?:ผู้|พิธีกร|วิทยากร|เจ้าภาพ)[ก-๎]*|ผู้ลงนาม|กล่าว(?:รายงาน|ต้อนรับ|เปิด|อวยพร|แสดง|ขอบคุณ)[ก-๎]*|ต่อหน้า|บันทึกข้อตกลง|MOU|โดย(?=\s?\ue003[^\ue003]{0,60}เป็นพยาน)|\n"
)
_AND_FURTHER = re.compile(rf"(?:ใน[ก-๎]{{0,30}})?\s?(?:พร้อมด้วย|พร้อมกับ|พร้อมทั้ง|ร่วมกับ|และ)\s?(?={PERSON})")
_RUN = re.compile(
    rf"(?:[{PERSON}{TITLE}{PLACE[1:-1]}{GENERIC}]| |,|และ|กับ|ตลอดจน|รวม(?:ถึง|ทั้ง)|พร้อมด้วย|/|[-–•]|\(?\d{{1,2}}[.)]"
    r"|\([^)\n]{1,30}\)|ตำแหน่ง|ป\.ธ\.)+"
)
_NUMBERS = re.compile(r"(?:ใน|ของ)?\s?(?:ฉบับที่|ฉบับ|MOU(?: ?ที่)?)\s?((?:\d{1,2}(?:\s?(?:,|และ|-|–|ถึง)\s?)?)+)")
_OTHER_PAPER = re.compile(r"(?:ส่วน|และ)(?:ใน)?ฉบับที่\s?(?P<number>\d{1,2})\s?(?:ได้แก่|คือ|มี|:)\s?")
_EVERY = re.compile(
    rf"\s?(?:(?:ใน|ของ|ฝ่าย|ให้)[ก-๎{GENERIC}{PLACE[1:-1]}]{{0,20}}?)?(?:บันทึกข้อตกลง)?(?:ทั้ง(?!สองฝ่าย)|ทุก(?!ฝ่าย))"
)


def add_witnesses(article: Article, agreements: list[Agreement]) -> None:
    """Give each agreement the people who are said to witness it."""
    text = article.marked.text
    starts = [agreement.first.start for agreement in agreements]
    holders = _holders(article)
    witnesses: dict[int, dict[str, None]] = {id(agreement): {} for agreement in agreements}
    told = []
    for match in _WITNESS.finditer(text):
        people = _before(article, match.start(), holders)
        people += _further(article, match.end()) if people else _after(article, match.end())
        if people:
            told.append((match, people))
    firsts = sorted(min(statement.start for statement in one.statements) for one in agreements)
    apart = False
    for number, (match, people) in enumerate(told):
        following = told[number + 1][0].start() if number + 1 < len(told) else match.start()
        # One agreement was told before, and another is before the next witnesses.
        apart = apart or 0 < bisect_left(firsts, match.start()) < bisect_left(firsts, following)
        # In a text of very many agreements only those around are meant.
        low, high = bisect_left(starts, match.start() - _AROUND), bisect_left(starts, match.start() + _AROUND)
        if len(agreements) > _MANY:
            here = bisect_left(starts, match.start())
            low, high = max(low, here - _NEAR), min(high, here + _NEAR)
        around = agreements[low:high] or agreements[:1]
        for agreement in _witnessed(article, around, match, apart=apart):
            witnesses[id(agreement)].update(_ids(people))
        # "พยานในฉบับที่ 1 ได้แก่ P ส่วนฉบับที่ 2 ได้แก่ P"
        end = text.find("\n", match.end())
        for other in _OTHER_PAPER.finditer(text, match.end(), end if end >= 0 else len(text)):
            for agreement in _numbered(around, {other["number"]}):
                witnesses[id(agreement)].update(_ids(_run(article, other.end())))
    for agreement in agreements:
        agreement.witnesses += witnesses[id(agreement)]


def _ids(people: list[Mention]) -> dict[str, None]:
    return dict.fromkeys(person.entity for person in people[:_MOST] if person.entity)


def _numbered(agreements: list[Agreement], wanted: set[str]) -> list[Agreement]:
    """Those of ``agreements`` with one of these numbers, by what the text calls them or by their order."""
    return [one for one in agreements if one.label in wanted] or [
        one for place, one in enumerate(agreements, 1) if str(place) in wanted
    ]


def _witnessed(article: Article, agreements: list[Agreement], word: re.Match[str], *, apart: bool) -> list[Agreement]:
    """Those of ``agreements`` that the witnesses told at ``word`` witness; ``apart`` where each has its own."""
    if len(agreements) < 2:
        return agreements
    if numbers := _NUMBERS.match(article.marked.text, word.end()):
        return _numbered(agreements, _numbers(numbers[1]))
    line = article.lines.at(word.start())
    inside = [one for one in agreements if any(line.start <= told.start < line.end for told in one.statements)]
    every = _EVERY.match(article.marked.text, word.end())
    if line.level and inside and not every:
        return inside
    if apart and not every and (last := _told_last(agreements, word.start())):
        return [last]
    told = [one for one in agreements if one.first.start <= word.start()]
    day = (told[-1] if told else agreements[0]).signed_on
    return [one for one in agreements if one.signed_on == day]


def _told_last(agreements: list[Agreement], place: int) -> Agreement | None:
    """The agreement that was told last before ``place``."""
    before = {
        max(starts): one
        for one in agreements
        if (starts := [statement.start for statement in one.statements if statement.start <= place])
    }
    return before[max(before)] if before else None


def _numbers(told: str) -> set[str]:
    found = [int(number) for number in re.findall(r"\d+", told)]
    if re.search(r"[-–]|ถึง", told) and len(found) == 2:
        found = list(range(found[0], found[1] + 1))
    return {str(number) for number in found}


def _before(article: Article, place: int, holders: Holders) -> list[Mention]:
    """The people of the list that ends with "เป็นพยาน"."""
    text = article.marked.text
    floor = line_start(text, place, 500)
    if _WHO.search(text, max(0, place - 30), place):
        return []
    if not _ROLE.search(text, max(0, place - 12), place):
        return _in_its_line(article, floor, place)
    if _NOT_YET.search(text, max(0, place - 40), place):
        return []
    starts = [floor, *(found.end() for found in _LIST_START.finditer(text, floor, place))]
    # "P เป็นประธานและสักขีพยาน": nobody stands after the last start, so an earlier one is meant.
    for start in reversed(starts):
        people = _named(article, start, place)
        if people and _HOPED.search(text, floor, article.marked.after(people[0]) - 1):
            return []
        people = people or _by_post(article, start, place, holders)
        if people:
            return people
        if place - start > 70:
            return []
        if any(one.kind == "title" and one.name != "ประธาน" for one in article.marked.between(start, place)):
            # "มีปลัด อบต. เป็นสักขีพยาน": somebody else, who is not named.
            return []
    return []


def _named(article: Article, start: int, end: int) -> list[Mention]:
    return [one for one in article.marked.between(start, end) if one.kind == "person"]


def _in_its_line(article: Article, floor: int, place: int) -> list[Mention]:
    """Who has the word beside the name, as in lists and signatures: "P T (พยาน)", "ลงชื่อ P พยาน"."""
    text = article.marked.text
    end = text.find("\n", place)
    rest = text[place : end if end >= 0 else len(text)]
    people = _named(article, floor, place)
    if len(people) == 1 and re.fullmatch(r"(?:สักขี)?พยาน(?: ?(?:MOU|ฉบับ(?:ที่)?) ?\d{0,2})?\s?\)?\s?\|?\s?", rest):
        after = re.sub(r"\([^()]{1,20}\)", "", text[article.marked.after(people[0]) : place])
        if not re.search(r"[ก-๎]", after):
            return people
    return []


def _holders(article: Article) -> Holders:
    """Who holds each post of each body."""
    return {
        (post.title.name, post.place.entity): post.person for post in reversed(article.posts) if post.place is not None
    }


def _by_post(article: Article, start: int, end: int, holders: Holders) -> list[Mention]:
    """Whoever holds a post that is named without its holder: "โดยมี ผอ.สพม.นนทบุรี เป็นพยาน"."""
    found = []
    for match in _POST_ALONE.finditer(article.marked.text, start, end):
        title, place = article.marked.at(match.start()), article.marked.at(match.end() - 1)
        if holder := holders.get((title.name, place.entity)):
            found.append(holder)
    chair = _CHAIR_OF_THE_DAY.search(article.marked.text, start, end)
    if not found and chair is not None and article.marked.at(chair.start()).name == "ประธาน":
        chairs = list(_CHAIRS.finditer(article.marked.text, max(0, start - _AROUND), chair.start()))
        found += [article.marked.at(chairs[-1].start())] if chairs else []
    return found


_POST_ALONE = re.compile(rf"{TITLE}\s?{PLACE}(?!\s?{PERSON})")
_CHAIR_OF_THE_DAY = re.compile(rf"{TITLE}(?:ในพิธี)?\s?(?:ได้|จึง|ยัง|ร่วม|ให้เกียรติ)*เป็น\s?$")
_CHAIRS = re.compile(rf"{PERSON}(?=[^{PERSON}\n]{{0,60}}เป็น{TITLE})")


def _further(article: Article, place: int) -> list[Mention]:
    """Who joins the witnesses told before the word: "เป็นพยานพร้อมกับ P"."""
    text = article.marked.text
    joined = _AND_FURTHER.match(text, place)
    if joined is None:
        return []
    run = _RUN.match(text, joined.end())
    # "เป็นพยาน พร้อมด้วย P เป่าแคนต้อนรับ": the others do something else.
    return [] if run and _DOES.match(text, run.end()) else _run(article, joined.end())


_DOES = re.compile(
    "(?!(?:ร่วม)?เป็น(?:สักขี)?พยาน|ใน|เมื่อ|ณ|ด้วย|ทั้ง|ลงนาม|และ|ที่|ก่อน|หลัง|จาก|แล้ว|จึง|ขณะ|ซึ่ง|โดย|ส่วน|ต่อ)[ก-ฮเ-ไ]"
)


def _after(article: Article, place: int) -> list[Mention]:
    """The people of the list that "พยาน" introduces, in its line or below."""
    text = article.marked.text
    if heading := _HEADING.match(text, place):
        # "ประธานและพยาน" is the heading of more than witnesses, whose lines say who is what.
        return [] if _AND_MORE.search(text, max(0, place - 12), place) else _listed(article, heading.end())
    introduced = _INTRODUCED.match(text, place)
    named_before = _OTHERS.search(text, max(0, place - 14), place) and _SOMEBODY.search(
        text, line_start(text, place, 200), place
    )
    if introduced is None and not named_before:
        introduced = _BARE.match(text, place)
    if introduced is None:
        return []
    people = _writer(article) if "ข้าพเจ้า" in introduced[0] + text[introduced.end() - 1 : introduced.end() + 9] else []
    end = introduced.end()
    people += _run(article, end)
    below = text.find("\n", end, end + 200) + 1
    while people and below and introduced[0].rstrip().endswith(":") and _BELOW.match(text, below):
        following = text.find("\n", below) + 1
        people += _named(article, below, following or len(text))[:1]
        below = following
    while (run := _RUN.match(text, end)) and (side := _OTHER_SIDE.match(text, run.end())):
        end = side.end()
        people += _run(article, end)
    return people


def _run(article: Article, start: int) -> list[Mention]:
    """The people named one beside the other from ``start`` on; one who then does something begins a new sentence."""
    text = article.marked.text
    run = _RUN.match(text, start)
    if run is None:
        return []
    people = _named(article, start, run.end())
    if len(people) > 1 and re.compile(r"เป็น|กล่าว|ได้").match(text, run.end()):
        last = article.marked.places[article.marked.number(people[-1])]
        if not re.search(r"(?:และ|กับ|,)\s?$", text[max(0, last - 6) : last]):
            people.pop()
    return people


def _listed(article: Article, start: int) -> list[Mention]:
    """The people of the items below a heading, one a line."""
    text = article.marked.text
    people: list[Mention] = []
    while True:
        end = text.find("\n", start)
        line_end = end if end >= 0 else len(text)
        if not _LISTED.match(text, start, line_end):
            return people
        people += _named(article, start, line_end)[:1]
        if end < 0:
            return people
        start = end + 1


def _writer(article: Article) -> list[Mention]:
    """Who "ข้าพเจ้า" (the writer) is: the person named beside the word."""
    found = re.search(rf"ข้าพเจ้า\s?(?={PERSON})", article.marked.text)
    return [article.marked.at(found.end())] if found else []
