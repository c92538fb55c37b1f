"""Step 3, mentions of people: by honorific, rank or monk's title, and in captions by the title that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphmou.extract.rules import any_of
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = [
    "JOINED",
    "OF_A_PLACE",
    "find_again",
    "find_foreigners",
    "find_joined",
    "find_monks",
    "find_people",
    "find_titled",
    "find_unhonoured",
]

_LETTER = "[ก-ฮะ-ฺเ-๎]"
# These begin a name even where no blank stands before them.
_GLUED = "(?:ว่าที่|นาย|นางสาว|นาง|ท่าน|คุณหญิง|คุณยาย|คุณตา|คุณลุง|คุณป้า)"
# A rank is held by a woman: "นาวาตรีหญิงสุดา".
_RANK_END = r"(?:(?<=ตรี)|(?<=โท)|(?<=เอก)|(?<=ต\.)|(?<=ท\.)|(?<=อ\.))"
_HONORIFIC = re.compile(
    rf"(?:(?<![ก-ฺเ-๎.])|(?={_GLUED})|(?<=และ)|(?<=โดย)|(?<=กับ)|(?<=มี)|(?<=ให้)|(?<=คือ)|(?<=ด้าน))"
    rf"(?!(?:ครู|อาจารย์)\s(?:นาย|นาง|น\.ส|ว่าที่))(?P<all>(?:{any_of('honorifics')}\s?){{0,4}}?(?P<last>{any_of('honorifics')})(?:\s?หญิง(?=\s)|{_RANK_END}\s?หญิง(?=[ก-ฮเ-ไ]))?)\s?"
    rf"(?!(?<=ศาสตราจารย์)(?:พิเศษ|เกียรติคุณ|กิตติคุณ|คลินิก)|(?:ดร|ผศ|รศ|นพ|พญ|ศ|อ)[.\s]|ว่าที่|ร้อย(?:ตรี|โท|เอก|ตำรวจ)|พัน(?:ตรี|โท|เอก|ตำรวจ)|จ่าสิบ|นาย|นาง(?!นวล)|(?:และ|ส่วน|ด้าน|ขณะที่|พร้อม|กับ|โดย|ให้|มี|จาก|คือ)(?:นาย|นาง|ดร|ว่าที่|[ก-ฮ]\.))(?P<given>{_LETTER}{{2,24}})(?![ก-ฺเ-๎.])"
)
_NOT_HONORIFIC = re.compile(any_of("not_honorific"))
# In the name of a place นาง is no honorific: ดอนนางหงส์, เขานางพันธุรัต.
OF_A_PLACE = re.compile(r"(?:ดอน|หนอง|ห้วย|บึง|เขา|โคก|โนน|วัง|คลอง|ทุ่ง|เกาะ|ถ้ำ|ผา|สระ|ดง|ป่า|ภู|ศาล|บ่อ|หาด|ท่า|บ้าน)\Z")
_SURNAME = re.compile(rf"(?:\s(?P<na>ณ\s{_LETTER}{{2,20}})|\s(?P<surname>{_LETTER}{{2,30}}))")
# A longer word is no surname but a sentence.
_LONGEST = 24
_FURTHER = re.compile(rf"\s(?P<third>ณ\s{_LETTER}{{2,20}}|{_LETTER}{{4,30}})(?=\s)")
_NOT_SURNAME = re.compile(any_of("not_surnames"))
# Where a surname would stand, the next one's honorific and name: "นายอุดม นายสมคิด แพงดวง".
_NEXT_ONE = re.compile(
    rf"(?:นายแพทย์|นาย|นางสาว|นาง){_LETTER}{{2,20}}\s(?!{any_of('not_surnames')}|{any_of('titles')}){_LETTER}{{3}}|(?:นาย|นางสาว|นาง)\s|ดร[.\s]"
)
# What a teacher's name is not cut by: "เด็กได้เรียนกับครูทะเล เด็กเลได้เรียนกับครูเขา" names nobody.
# "พระมหา..., ดร. รองอธิการบดี": a degree is told after the name, and a post follows it.
_POST = re.compile("(?:รอง|ผู้ช่วย)?(?:อธิการบดี|ผู้อำนวยการ|คณบดี|ศาสตราจารย์|ผู้จัดการ)|ผู้(?:บริหาร|แทน|เชี่ยวชาญ|ทรง)")
_SENTENCE = re.compile("ได้|เป็น|โดย|ซึ่ง|กับ")
# What is said follows ว่า: "ผอ.ศุภกร เล่าถึงที่มาว่า".
_NO_SURNAME = re.compile(rf"{any_of('not_surnames')}|{_LETTER}{{2,30}}ว่า(?!{_LETTER})")
_CUT = re.compile(any_of("person_cut_words"))
_THIRD_STOP = re.compile(any_of("not_surnames", "not_names"))
_NAME_LIKE = re.compile(any_of("names_like_words"))
_TITLE_NEXT = re.compile(r"\s?[(]?\s?" + any_of("titles", "acting", "open_titles"))
_TEACHER_NEXT = re.compile(
    r"\s?(?:[(,.\n]|$|โรงเรียน|ร\.ร|รร|และ|หัวหน้า|ผู้|ครู|นำ|กล่าว|เป็น|พร้อม|ตำแหน่ง|จาก|โทร|/|ได้|ร่วม|มา|ให้|เล่า|บอก|ปราชญ์|วัย|อายุ|ชาวบ้าน|ช่าง)|"
    + _TITLE_NEXT.pattern
)
_JOINED = re.compile("(?:และ|กับ|โดย|คือ)$")
_BEFORE_MONK = (
    "(?:(?<![ก-ฺเ-๎])|(?<=มี)|(?<=โดย)|(?<=และ)|(?<=กับ)|(?<=ให้)|(?<=จาก)|(?<=แก่)|(?<=คือ)|(?<=ด้วย)|(?<=ถวาย)"
    "|(?<=ของ)|(?<=นมัสการ)|(?<=นิมนต์)|(?<=กราบ))"
)
_MONK = re.compile(rf"{_BEFORE_MONK}(?!{any_of('not_monks')}){any_of('monks')}\s?{_LETTER}{{2,30}}")
_PLAIN_MONK = re.compile(
    rf"(?<![ก-ฺเ-๎])(?!{any_of('not_monks')})พระ{_LETTER}{{3,30}}(?=(?:\s{_LETTER}{{3,20}})?\s(?:รองเจ้า|เจ้า|ผู้ช่วยเจ้า|รักษาการเจ้า))"
)
# A Pali name ends in o (โณ, โร ...) or has the dot of Pali spelling.
_CHAYA = re.compile(rf"\s(?!{any_of('not_surnames')}){_LETTER}*(?:\u0e3a[ก-๎]*|โ[ก-ฮ]|ปาโล|สีโล)(?![ก-๎])")
# A monk's family name, or a Pali one without its dots, stands between the name and the monk's office.
_LAY_NAME = re.compile(
    rf"\s(?!{any_of('not_surnames')}){_LETTER}{{3,25}}(?=\s(?:รอง|ผู้ช่วย|รักษาการ|เลขานุการ|ที่ปรึกษา)?เจ้า)"
)
_MONK_TITLE = re.compile(f"(?:{any_of('monks')})+")
# A monk who is spoken of and not named: "พระอาจารย์จากวัด", "หลวงพ่อเมตตา".
_NO_MONK = re.compile(
    "จาก(?:วัด|สำนัก)|ทั้ง|ทุก|หลาย|ผู้|ประจำ|จำนวน|อีก|สอน|เจ้าอาวาส|เมตตา|ได้|ท่าน|ให้|มา(?![ก-ฮ]โน|นะ)|และ|ที่|เทศน์|จะ|กล่าว"
)
_IN_BRACKETS = re.compile(rf"\s?\(({_LETTER}{{2,20}} {_LETTER}{{2,20}})\)")
_TITLED = re.compile(
    rf"(?:(?<![ก-ฺเ-๎.])|(?<=ท่าน)|(?<=โดย)|(?<=และ)|(?<=กับ)|(?<=อดีต)|(?<=ให้)|(?<=คือ))"
    rf"(?:(?:รอง\s?)?(?:ผอ\.|ผกก\.|สว\.|ศน\.)|(?P<short>(?:รอง|นายก|ปลัด|ผู้ว่า)ฯ\s?))(?P<given>{_LETTER}{{2,20}})(?:\s(?P<surname>{_LETTER}{{2,25}}))?(?![.])"
)
# Titles that are said like an honorific where given name and surname follow: "กำนันสมพงษ์ แก้วดี".
JOINED = re.compile(
    rf"(?:กำนัน|ผู้ใหญ่(?!บ้าน|ใจดี|ใน|ที่)|ปลัด(?!อำเภอ|เทศบาล|อบ|องค์|จังหวัด|กระทรวง|อาวุโส|เมือง)|ส\.?จ\.\s?|สจ\.\s?)"
    rf"(?!ตำบล|ต\.|{any_of('not_names', 'not_surnames', 'honorifics')})(?P<given>{_LETTER}{{2,20}})"
    rf"\s(?!{any_of('not_surnames', 'not_names', 'titles', 'honorifics', 'cut_words')})(?P<surname>{_LETTER}{{3,25}})"
)
_NOT_TITLED = re.compile(any_of("not_titled"))
_FOREIGNER = re.compile(
    r"(?P<honorific>(?:(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Asst|Assoc|Prof|Dr|Encik|Puan|Cik|Tuan|Datuk|Haji|Ustaz|Sir|Teacher"
    r"|Master|Sr|Fr|Bro|Rev|(?<![A-Za-z.])T(?=\.)|นางสาว|นาง|นาย|น\.ส|คุณครู|คุณ|ครู|อาจารย์|อ(?=\.)|ดร|มิส|มร|มาสเตอร์|ซิสเตอร์|ภราดา)\.?\s?){1,3})"
    r"(?P<name>[A-Z](?:[A-Za-z'-]+|\.)(?: (?:(?:bin|binti|bt|van|von|der|de|la|al) )?[A-Z](?:[A-Za-z'-]+|\.)){1,4})"
)
_BARE = re.compile(
    rf"(?P<given>{_LETTER}{{2,15}})\s(?P<surname>ณ\s{_LETTER}{{2,20}}|{_LETTER}{{2,25}})(?P<third>\s{_LETTER}{{4,25}})?$"
)


# Where the phrase that a bare name stands in begins, and what may stand in it.
_PHRASE = re.compile(
    rf"[,:;()\[\]•●▪◦|“”\"\n🔸/=]|(?:^|\s)[-–*]\s|\d[.)]|(?:ที่|ภาพ)\s?\d{{1,2}}\s|(?:\s|^)และ"
    rf"|(?:^|\s){any_of('caption_words')}\s|(?:ดิฉัน|กระผม|ข้าพเจ้า|โดย|กับ|แก่|คือ|ได้แก่)\s"
)
_UNHONOURED = re.compile(rf"\s*(?:{any_of('caption_words')}\s?)?({_BARE.pattern[:-1]})\s*")
_NOBODY = (
    "(?:ชุมชน|ผู้|คณะ|ครู|นัก|เด็ก|โรง|วัด|บ้าน|หน่วย|ภาคี|เครือ|ประชา|ชาว|พ่อ|แม่"
    "|องค์|ทีม|ทาง|เจ้า|มี|ได้|การ|ความ|ที่|เพื่อน|สถาน|ท้องถิ่น|ทุก)"
)
# "ลงนามกับสมชาย ใจดี ผู้จัดการ...": no blank stands before the name.
_JOINED_TO = re.compile(rf"(?<={_LETTER})(?:กับ|โดย|ให้แก่|ได้แก่)(?!{_NOBODY})({_BARE.pattern})")
_TWO_WORDS = re.compile(rf"(?<!{_LETTER})(?={_LETTER}{{2,24}}\s{_LETTER}{{2,30}})(?P<first>{_LETTER}+)\s(?={_LETTER})")


def _too_long(surname: str) -> bool:
    """Whether what stands where a surname would is a sentence: very long, and with no word that ends a name."""
    return len(surname) > _LONGEST and _CUT.search(surname, 2) is None


def find_again(text: str, people: list[Mention]) -> Iterator[Mention]:
    """Bare mentions, as in headings and captions, of those of ``people`` who are named in full elsewhere."""
    names = {person.name for person in people if "short" not in person.more and person.name.count(" ") == 1}
    given = {name.partition(" ")[0] for name in names}
    for match in _CALLED.finditer(text):
        # "มีท่านบรรจงซึ่งเกษียณแล้ว": the given name alone, of somebody told in full.
        word = match["word"]
        end = next((end for end in range(len(word), 2, -1) if word[:end] in given), 0)
        if end and (end == len(word) or _CUT.match(word, end) or _NOT_SURNAME.match(text, match.start("word") + end)):
            start = match.start("word")
            yield Mention(
                "person", match.start(), start + end, word[:end], 0.5, {"honorific": match[1], "short": "yes"}
            )
    for match in _TWO_WORDS.finditer(text):
        if match["first"] not in given:
            continue
        second = _WORD.match(text, match.end())
        name = f"{match['first']} {second[0]}" if second else ""
        if name in names:
            yield Mention(
                "person", match.start(), match.end() + len(name) - len(match["first"]) - 1, name, 0.9, {"bare": "yes"}
            )


_CALLED = re.compile(
    rf"(?:(?<!{_LETTER})|(?<=มี)|(?<=และ)|(?<=โดย)|(?<=กับ)|(?<=ให้)|(?<=ด้าน)|(?<=ของ)|(?<=จาก)|(?<=เชิญ))"
    rf"(ท่าน|คุณครู|คุณ|ครู|อาจารย์|พี่|ลุง|ป้า|น้า|ผู้ใหญ่|กำนัน)(?P<word>{_LETTER}{{3,30}})"
)
_WORD = re.compile(f"{_LETTER}{{2,30}}")
_LETTERS_END = re.compile(f"{_LETTER}$")


def find_people(text: str) -> Iterator[Mention]:
    """Everybody whom ``text`` names with an honorific; with only a given name they are a short form."""
    for match in _HONORIFIC.finditer(text):
        start = match.start()
        if _NOT_HONORIFIC.match(text, start) or _NOT_HONORIFIC.match(text, match.start("last")):
            continue
        if match["last"] == "นาง" and OF_A_PLACE.search(text, max(0, start - 6), start):
            continue
        mention = _person(text, match)
        if mention is not None and match["last"] == "นาย" and _MAYOR.match(mention.name):
            mention = replace(mention, start=match.start("given") + 1, name=mention.name[1:])
        if mention is not None:
            yield mention


# No name begins with such a pair: "นายกสมชาย" is นายก and สมชาย, not นาย and กสมชาย.
_MAYOR = re.compile("ก(?:[เแโไใสปธณศบพภทจขผถหญซ]|อ(?![บง่้]))[ก-๎]{2}")


def _person(text: str, match: re.Match[str]) -> Mention | None:
    given_start, given_end = match.span("given")
    given = text[given_start:given_end]
    honorific = re.sub(r"\s", "", match["all"])
    elder = match["all"] in ("ท่าน", "คุณยาย", "คุณตา", "คุณลุง", "คุณป้า", "คุณปู่", "คุณย่า", "พ่อครู", "แม่ครู")
    weak = elder or match["all"] in ("ครู", "คุณ", "ท่าน", "อ.", "อาจารย์", "ศ.", "คุณครู", "ดร", "ร.ต.")
    if (_NOT_SURNAME.match(given) and weak) or _POST.match(given):
        return None
    cut = _CUT.search(given, 2)
    if cut is not None and not _with_and(text, given, given_end):
        if weak:
            return None
        return Mention(
            "person",
            match.start(),
            given_start + cut.start(),
            given[: cut.start()],
            0.5,
            {"honorific": honorific, "short": "yes"},
        )
    end, name, sure = given_end, given, 0.5
    surname = _SURNAME.match(text, given_end)
    if surname is None or (
        surname["surname"]
        and (
            _NO_SURNAME.match(surname["surname"])
            or _NEXT_ONE.match(text, surname.start("surname"))
            or _too_long(surname["surname"])
        )
    ):
        if weak:
            return None
        return Mention("person", match.start(), given_end, given, 0.5, {"honorific": honorific, "short": "yes"})
    if surname["na"]:
        end, name, sure = surname.end(), f"{given} {re.sub(' +', ' ', surname['na'])}", 0.97
    else:
        family = surname["surname"]
        family_end = surname.end()
        sure = 0.97
        if (family_cut := _CUT.search(family, 2)) and not _ends_in_and(text, family, family_end):
            if match["all"] in ("ครู", "คุณครู", "อาจารย์") and _SENTENCE.match(family, family_cut.start()):
                return None
            family_end = surname.start("surname") + family_cut.start()
            family = family[: family_cut.start()]
            sure = 0.9
        elif third := _FURTHER.match(text, family_end):
            word = third["third"]
            if word.startswith("ณ "):
                family, family_end = f"{family} {word}", third.end()
            elif not _THIRD_STOP.match(word) and not _CUT.search(word) and _TITLE_NEXT.match(text, third.end()):
                family, family_end, sure = f"{family} {word}", third.end(), 0.8
        end, name = family_end, f"{given} {family}"
    if (elder or match["all"] in ("ครู", "อาจารย์")) and not _TEACHER_NEXT.match(text, end):
        return None
    if weak and not _TITLE_NEXT.match(text, end):
        if (
            match.start()
            and "ก" <= text[match.start() - 1] <= "๎"
            and not _JOINED.search(text, max(0, match.start() - 3), match.start())
        ):
            return None
        sure = 0.6
    return Mention("person", match.start(), end, name, sure, {"honorific": honorific})


def _with_and(text: str, given: str, end: int) -> bool:
    """Whether a given name itself ends in และ (มูฮัมหมัดซอและ): a surname and a title follow."""
    surname = _SURNAME.match(text, end) if given.endswith("และ") and len(given) > 4 else None
    return surname is not None and _CUT.search(given) is not None and _TITLE_NEXT.match(text, surname.end()) is not None


def _ends_in_and(text: str, family: str, end: int) -> bool:
    """Whether a surname itself ends in และ, as some of the South do (สาและ): a title follows, nobody else."""
    return family.endswith("และ") and len(family) > 4 and _TITLE_NEXT.match(text, end) is not None


def find_monks(text: str) -> Iterator[Mention]:
    """Monks: the title is part of the name, and so is a Pali name after it."""
    for pattern in (_MONK, _PLAIN_MONK):
        for match in pattern.finditer(text):
            end = match.end()
            named = _MONK_TITLE.match(text, match.start())
            if named and _NO_MONK.match(text, named.end()):
                continue
            if cut := _CUT.search(text, (named.end() if named else match.start() + 3) + 1, end):
                end = cut.start()
            elif chaya := _CHAYA.match(text, end):
                end = chaya.end()
            elif family := _LAY_NAME.match(text, end):
                end = family.end()
            elif brackets := _IN_BRACKETS.match(text, end):
                end = brackets.end()
            yield Mention(
                "person", match.start(), end, re.sub(" +", " ", text[match.start() : end]), 0.9, {"monk": "yes"}
            )


def find_titled(text: str) -> Iterator[Mention]:
    """Names to which a short title is joined like an honorific: "ผอ.สุรเชษฐ์ บุญยืน"; the title is a mention beside."""
    for match in _TITLED.finditer(text):
        if _NOT_TITLED.match(text, match.start("given")):
            continue
        given = match["given"]
        surname = match["surname"]
        if match["short"] and (surname is None or _THIRD_STOP.match(given)):
            continue
        if surname and (_NO_SURNAME.match(surname) or _too_long(surname)):
            surname = None
        if surname and (cut := _CUT.search(surname, 2)):
            surname = surname[: cut.start()]
        if surname and not _CUT.search(given, 2):
            end = match.start("surname") + len(surname)
            yield Mention("person", match.start("given"), end, f"{given} {surname}", 0.8, {"titled": "yes"})
        else:
            cut = _CUT.search(given, 2)
            given = given[: cut.start()] if cut else given
            yield Mention(
                "person", match.start("given"), match.start("given") + len(given), given, 0.4, {"short": "yes"}
            )


def find_joined(text: str) -> Iterator[Mention]:
    """Names to which the title of a headman or the like is joined: "กำนันสมพงษ์ แก้วดี"."""
    for match in JOINED.finditer(text):
        surname = match["surname"]
        if cut := _CUT.search(surname, 2):
            surname = surname[: cut.start()]
        if not _CUT.search(match["given"], 2) and not _too_long(surname):
            end = match.start("surname") + len(surname)
            yield Mention("person", match.start("given"), end, f"{match['given']} {surname}", 0.7, {"titled": "yes"})


def find_foreigners(text: str) -> Iterator[Mention]:
    """Names in Latin letters after Mr., Ms. ..."""
    for match in _FOREIGNER.finditer(text):
        yield Mention("person", match.start(), match.end(), match["name"], 0.9, {"honorific": match["honorific"]})


def find_unhonoured(text: str, titles: list[Mention], taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Names without honorific, of captions and lists: two words just before a title, at the start of a phrase.

    ``taken`` are the places of other mentions, in order; a name crosses none of them.
    """
    place = 0
    for title in titles:
        while place < len(taken) and taken[place][1] <= title.start:
            place += 1
        floor = taken[place - 1][1] if place else 0
        begins = max(floor, line_start(text, title.start, 70))
        before = text[begins : title.start]
        phrase = _PHRASE.split(before.rstrip(" (,-–:"))[-1]
        match = _JOINED_TO.search(phrase) or _UNHONOURED.fullmatch(phrase)
        if match is None or (_THIRD_STOP.match(match["given"]) and not _NAME_LIKE.match(match["given"])):
            continue
        if _NO_SURNAME.match(match["surname"]):
            continue
        if match["third"] and (_THIRD_STOP.match(match["third"].strip()) or _CUT.search(match["third"])):
            continue
        if _CUT.search(match["given"]) or _CUT.search(match["surname"]):
            continue
        start = title.start - len(before) + before.rstrip(" (,-–:").rfind(match[1])
        if start == floor and _LETTERS_END.search(text, max(0, start - 1), start):
            # "ครูไม่ครบวิชาเอก เมื่อ...": a word goes on from the mention before.
            continue
        yield Mention("person", start, start + len(match[1]), re.sub(" +", " ", match[1]), 0.75, {"bare": "yes"})
