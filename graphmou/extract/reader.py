"""Step 8, roles: what each body in a report of a signing is: a side of it, or something else.

The text is read once, word after word. Words of side_cues.txt open and close the *slot* that a body falls into: after
"ระหว่าง", and after "กับ" where somebody signs, bodies are sides, until the list ends; before a verb they wait for it:
"ลงนาม" makes them sides, "เป็นประธาน", "เป็นพยาน", "กล่าว" do not. A clause about a side ("ซึ่งเป็น...") is stepped
over. A list over lines goes on in the slot that its head left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmou.extract.lines import Line, Lines
from graphmou.extract.marked import DATE, GENERIC, PERSON, PLACE, SCHOOL, TITLE, Marked
from graphmou.extract.mention import Mention
from graphmou.extract.parties import Sides, Statement, count_sides
from graphmou.extract.positions import Post
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.signing import Signs

__all__ = ["Reader"]

_MARKS = PLACE[1:-1]
_TOKEN = re.compile(
    rf"(?P<body>{PLACE})|(?P<person>{PERSON})|(?P<date>{DATE})|(?P<generic>{GENERIC})"
    rf"|(?P<chair>(?:เป็น|นั่ง|ทำหน้าที่)\s?{TITLE}|{TITLE}(?=ใน(?:พิธี|การ)|ฝ่าย|พิธี|เปิด|การลงนาม))"
    rf"|(?P<between>ระหว่าง(?!\s?(?:{DATE}|วัน|ปี|เดือน|กัน|การ|ทาง|เครือข่าย\s?และ|\d{{1,2}}\s?[-–]|ภาค|นั้น|เวลา)))"
    r"|(?P<another>(?:อีก(?:หนึ่ง)?ฉบับ(?:หนึ่ง)?|อีก\s?1\s?ฉบับ|ฉบับหนึ่ง)(?=[ก-๎\s]*(?:เป็น|คือ|ระหว่าง|กับ|ลงนาม)))"
    r"|(?P<label>(?:(?:MOU\s?)?ฉบับ|คู่)(?:ที่)?\s?(?P<ordinal>\d{1,2}(?![\d/])|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด))"
    rf"|(?P<led>นำโดย\s?(?={PLACE}))|(?P<presents>(?:(?<=[\s{_MARKS}{TITLE}{PERSON}])|และ)มี(?=\s?(?:{PERSON}|ว่าที่)))"
    rf"|(?P<by>โดย|นำโดย|ผู้ลงนาม)(?=\s?:?\s?(?:คือ\s?)?(?:คุณ|ท่าน|ครู|ผู้แทน|{TITLE}|{PERSON}))"
    rf"|(?P<word>{any_of('side_cues')})|(?P<comma>,|/|\s[x&+]\s|\s[-–]\s|(?<={PLACE})[-–](?={PLACE}))"
    rf"|(?P<counted>(?P<many>\d{{1,2}}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s?(?:ฝ่าย|หน่วยงาน|องค์กร|สถาบัน|ภาคี))"
    r"|(?P<venue>(?<![ก-๎])ณ\s)|(?P<colon>:)|(?P<full>[.]\s)|(?P<then>โดย)"
)
_VENUE = re.compile(
    r"(?:(?:^|\s)ณ\s?|(?<![ก-๎])ที่\s?|ห้อง[ก-๎]*\s?|หอประชุม[ก-๎]*\s?|อาคาร[ก-๎]*\s?|ลาน[ก-๎]*\s?|หน้า\s?|ศาลา[ก-๎]*\s?"
    r"|สนาม[ก-๎]*\s?|สำนักงาน|สระ[ก-๎]*\s?|ไปยัง\s?|ไปที่\s?)$"
)
_BELONGS = re.compile(r"(?:สังกัด|ของ|ในพื้นที่|พื้นที่|ในเขต|ข่าว\s?[:：]?|ปชส\.?|จาก)\s?\(?$")
_SENT = re.compile(rf"(?:{TITLE}|ความร่วมมือ|ผู้แทน|ตัวแทน|ผู้บริหาร|คณะ|คณาจารย์|{PERSON})\s?(?:จาก|ของ)\s?$")
_RECEIVES = re.compile(r"(?:แก่|ให้|ให้กับ|สู่|ถึง|ผ่าน|ภายใน|ที่)\s?$")
_UNDER = re.compile(rf"{SCHOOL}\s?\(?$|{SCHOOL}\s?(?:อำเภอ|จังหวัด|อ\.|จ\.|ต\.)[^{_MARKS}{PERSON}\n]{{0,40}}$")
_NOT_WITH = re.compile(rf"\s?(?:{DATE}|การ|ความ|บริบท|นโยบาย|ชุมชน|นักเรียน|ผู้เรียน)")
_AS_WITNESS = re.compile(r"\s?(?:เป็น|ในฐานะ|ร่วมเป็น|ใน)?\s?(?:สักขี)?พยาน")
_HELPS = re.compile(r"[ก-๎\ue007 ]{0,40}?(?:ให้แก่|ให้กับ|ให้|แก่|ดูแล)\s?(?=[\ue000-\ue004\ue007])")
_GAP = rf"[^\n{_MARKS}{PERSON}{DATE}]"
_LIST_AHEAD = re.compile(
    rf"{_GAP}{{0,50}}?(?:(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|ต่อไปนี้|อาทิ|มี|:)\s?(?=[{_MARKS}{PERSON}{TITLE}\n]|กระผม|$))"
    rf"|(?:(?!ลงนาม){_GAP}){{0,25}}$"
)
_NEXT = re.compile(rf"\s?[{_MARKS}{PERSON}{TITLE}]")
_OTHER_SIDE = re.compile(rf"(?:กับ|และ)\s?[{_MARKS}{PERSON}{TITLE}{GENERIC}]")
_PEN = re.compile("ลงนาม|เซ็น|พิธี")
# A speaker's own body: "วันนี้วิทยาลัยได้ลงนาม".
_OWN = re.compile(rf"(?:วิทยาลัย|โรงเรียน|{GENERIC}|มหาวิทยาลัย|เทศบาล|บริษัท|โรงพยาบาล|วัด|เขตพื้นที่|อบต\.?|อบจ\.?|เรา)(?:ฯ|ของเรา)?\s?(?:จึง)?(?:ได้)?$")
_OF = re.compile(rf"{_GAP}{{0,90}}?(?:ของ|โดย)\s?(?=[{_MARKS}])")
_OPEN_END = re.compile(
    r"(?:ดังนี้|ต่อไปนี้|ได้แก่|ประกอบด้วย|คือ|ฝ่าย|ระหว่าง|มี|:|แห่ง|ฉบับ|โรงเรียน|กับ|และ|โดย|\ue007|ตาราง|👇)[^\w\n]{0,5}$"
)
_GOES_ON = re.compile(r"\s?(?:กับ|และ|ร่วมกับ|รวมถึง|ตลอดจน)")
_VERB_FIRST = re.compile(r"[^\w\n]{0,4}(?:ได้|ต่าง)?(?:ร่วม|เข้าร่วม|เป็นผู้)?(?:กัน)?(?:ลงนาม|เซ็น|ทำบันทึก|จัดทำ|ทำ\s?MOU)")
_HEADING = re.compile(r"(?=.{1,60}$)[^\n]*(?:สถานศึกษา|โรงเรียน|หน่วยงาน|ฝ่าย|ภาคี|กลุ่ม|เครือข่าย|\ue007)")
_SIDE_LINE = re.compile(rf"[^\w\n#]{{0,4}}(?:และ\s?)?[{_MARKS}{PERSON}]")
_LABEL = re.compile(
    r"\s?(?P<item>\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?[^\w\s]{0,3}\s?(?P<word>(?:MOU\s?)?ฉบับ|คู่)ที่\s?(?P<of>\d{1,2})(?!\d)"
)
_CAPTION = re.compile(r"[^\w\n]{0,4}\s?\[?(?:คำบรรยาย)?ภาพ")
_PARTY_LINE = re.compile(r"[^\w\n]{0,4}ฝ่ายที่\s?\d")
# A pair has an agreement of its own only where the text says so.
_PAIRED = re.compile(r"\d\s?คู่|คู่ละ|แต่ละคู่|(?<!\d)[2-9]\s?ฉบับ")
_ORDINALS = {"แรก": "1", "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "ห้า": "5", "หก": "6", "เจ็ด": "7", "แปด": "8"}
_ALL = re.compile(
    r"(?:ทั้ง|ผู้บริหาร|โรงเรียน)\s?(?P<count>\d{1,2}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)"
    r"\s?(?:\ue007|แห่ง|สถานศึกษา|ฝ่าย|หน่วยงาน|เขต|องค์กร|สถาบัน)"
)
NUMBERS = {"สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_BODIES = ("school", "office", "organisation", "group")
# Clauses about the same event, whose subject goes on.
_SAME = ("โดย", "โดยมี", "โดยได้", "โดยให้", "โดยที่", "ให้เกียรติ", "ด้าน")
# So far from the words of signing "ระหว่าง" is of something else.
_NEAR = 260
_FAR = 600


@dataclass(slots=True)
class _Open:
    """What a line leaves open for the list after it: its slot and statement."""

    statement: Statement | None
    waiting: bool
    level: int
    plain: bool
    mark: tuple[int, str] | None = None
    """The level and mark of its first item."""


@dataclass(slots=True)
class _State:
    """Where the reader stands within a line."""

    slot: str = "wait"
    """``wait`` for a verb, ``side``, or ``off``: bodies are neither."""
    statement: Statement | None = None
    waiting: list[Mention] = field(default_factory=list)
    """Bodies and people before their verb."""
    subject: list[Mention] = field(default_factory=list)
    """Who convenes, comes, presides: the subject of the last verb that is not one of signing."""
    chair: bool = False
    speaks: bool = False
    open: bool = False
    """Somebody signs, and "กับ" may follow."""
    aside: bool = False
    spoken: bool = False
    """A person speaks for a side that is named: where that person belongs is no side."""
    speakers: list[Mention] = field(default_factory=list)
    """Where those who speak for a side belong."""
    venue: bool = False
    joint: bool = False
    planned: bool = False
    """Somebody is asked, or it is proposed, that who follows should sign."""
    listable: bool = False
    """A list would be of those who sign: "ร่วมลงนาม ดังนี้", "ระหว่าง 3 ฝ่าย ได้แก่"."""
    lone: Mention | None = None
    """A person whose body is not told yet."""


class Reader:
    """Reads a text for its statements of signing; ``posts`` are its people's."""

    def __init__(self, marked: Marked, lines: Lines, posts: list[Post], signs: Signs) -> None:
        self.marked = marked
        self.text = marked.text
        self.lines = lines
        self.signs = signs
        self.posts: dict[int, Mention] = {}
        for post in posts:
            if post.place is not None and post.place.entity:
                self.posts.setdefault(id(post.person), post.place)
        self.found: list[Statement] = []
        self.joined: list[Statement] = []
        """Lines that say who works together, without a word of signing."""
        self.real = False
        """Whether pens or a ceremony are told of, not only a paper."""
        self.counted: list[tuple[int, Statement]] = []
        """Lists that count what they name."""
        self.label = ""
        self.label_level = 0
        self.others = 0
        self.labelled: list[Mention] = []
        self.state = _State()
        self.carried: _Open | None = None
        self.line = 0
        self.blank = False
        self.going_on = False
        self.place = 0
        self.paired = _PAIRED.search(marked.text) is not None

    def read(self) -> None:
        """Find every statement."""
        if self.signs.postponed or self.signs.first() is None:
            return
        for number, line in enumerate(self.lines.all):
            if not self.lines.text(line).strip():
                self.blank = True
                continue
            self.line = number
            self._begin(line)
            for kind, token in self._tokens(number, line):
                self.place = token.start()
                getattr(self, "_" + kind)(token)
            self._finish(line)
            self.blank = False
        self.found = [one for one in self.found if one.sides.mentions or one.kinds or one.maybe]
        self.found += [one for count, one in self.counted if len(one.sides.ids()) == count]
        for one in self.found:
            self._point(one)
        for one in (*self.found, *self.joined):
            one.sides.start, one.sides.end = one.start, one.end
            count_sides(self.marked, one.sides)

    # --- lines

    def _begin(self, line: Line) -> None:
        text = self.lines.text(line)
        carried = self.carried
        old = self.state
        self.state = _State()
        self.going_on = False
        self._label_of(line, text)
        if carried is not None and line.level:
            mark = (line.level, line.word)
            if self.blank and carried.mark not in (None, mark) and line.level <= carried.mark[0]:
                carried = self.carried = None
            elif carried.mark is None:
                carried.mark = mark
        if _CAPTION.match(text):
            self.carried = None
        elif carried is not None and (line.level > 0 or (carried.plain and _SIDE_LINE.match(text) and len(text) < 90)):
            self._go_on(carried, old)
        elif carried is not None and _GOES_ON.match(text):
            self._go_on(carried, old)
            self.carried = None
        elif carried is not None and not line.level and not self.blank and _HEADING.match(text) and "ลงนาม" not in text:
            self._go_on(carried, old)
        elif _VERB_FIRST.match(text):
            self.state.waiting = old.waiting
            self.state.subject = old.subject
            self.carried = None
        else:
            if not line.level:
                self.carried = None
            if self.label or _PARTY_LINE.match(text):
                self.state.slot = "side"
                self.state.statement = self._labelled_statement(line)

    def _go_on(self, carried: _Open, old: _State) -> None:
        self.going_on = True
        carried.plain = carried.plain and not self.lines.all[self.line].level
        if carried.waiting:
            self.state.waiting, self.state.subject = old.waiting, old.subject
            return
        self.state.slot = "side" if carried.statement is not None else "off"
        self.state.statement = carried.statement
        if self.label and carried.statement is not None and carried.statement.agreement != self.label:
            self.state.statement = self._labelled_statement(self.lines.all[self.line])

    def _label_of(self, line: Line, text: str) -> None:
        told = _LABEL.match(text)
        if told is not None and (told["word"] != "คู่" or self.paired) and not re.match(r"\s?/", text[told.end() :]):
            self.label = told["of"]
            self.label_level = line.level if told["item"] else 0
        elif (0 < line.level <= self.label_level) or (
            not line.level and (len(text) > 60 or self.blank) and not text.startswith(("ระหว่าง", "กับ"))
        ):
            self.label = ""

    def _labelled_statement(self, line: Line) -> Statement | None:
        label = self.label or "ฝ่าย"
        known = next((one for one in reversed(self.found) if one.agreement == label), None)
        if label == "ฝ่าย" and known is not None:
            return known
        if known is not None and known.line >= self.line - 12 and known.frame == "item":
            return known
        statement = Statement(line.start, line.start + 1, Sides(line.start, line.end), "item", self.line, label)
        if label != "ฝ่าย":
            statement.maybe = list(self.labelled)
        self.found.append(statement)
        return statement

    def _finish(self, line: Line) -> None:
        state = self.state
        self._settle()
        text = self.lines.text(line)
        if state.slot == "side" and state.statement is not None and not state.aside:
            state.statement.end = max(state.statement.end, line.end)
        if state.joint and len(self._bodies(state.waiting)) >= 2:
            bodies = self._bodies(state.waiting)
            told = bool(self.signs.reported(self.line))
            statement = Statement(line.start, line.end, Sides(line.start, line.end, bodies), "joint", self.line)
            (self.found if told else self.joined).append(statement)
        if self.carried is not None and (line.level or self.going_on):
            return
        if state.slot == "off" and len(text) < 60:
            # "พยาน" above a list.
            self.carried = _Open(None, False, line.level, False)
            return
        if not _OPEN_END.search(text):
            self.carried = None
            following = self.lines.all[self.line + 1] if self.line + 1 < len(self.lines.all) else None
            if state.slot == "side" and following is not None and following.level > line.level:
                self.carried = _Open(state.statement, False, line.level, False)
            return
        if state.slot == "side" and state.statement is not None:
            self.carried = _Open(state.statement, False, line.level, True)
        elif state.waiting or re.search(r"โดยมี\W*$|นำโดย\W*$", text):
            self.carried = _Open(None, True, line.level, False)

    # --- tokens

    def _tokens(self, number: int, line: Line) -> Iterator[tuple[str, re.Match[str]]]:
        """The words of a line that matter, in order; what is longer stands."""
        signs = [("sign" if done else "unreal", match) for match, done in self.signs.told(number)]
        tokens = [(str(match.lastgroup), match) for match in _TOKEN.finditer(self.text, line.start, line.end)]
        both = sorted([*tokens, *signs], key=lambda one: (_start(one[1]), -one[1].end()))
        reached = line.start
        for kind, match in both:
            if _start(match) < reached:
                continue
            if kind == "word":
                kind = meanings_of(match[0])
            if kind == "ordinal":
                kind = "label"
            # "ลงนามร่วมกับ": what the pattern of signing takes too much.
            reached = match.end() - 4 * match[0].endswith("ร่วม")
            if kind == "signers" and not (_LIST_AHEAD.match(self.text, match.end(), line.end) or _NEXT.match(self.text, match.end())):
                continue
            yield kind, match

    def _body(self, token: re.Match[str]) -> None:
        mention = self.marked.at(token.start())
        state = self.state
        if not mention.entity:
            return
        place = token.start()
        before = self.text[max(0, place - 60, self.text.rfind("\n", 0, place) + 1) : place]
        if state.venue or _VENUE.search(before):
            state.venue = False
            return
        of = state.statement is not None and state.statement.frame == "of" and not state.statement.sides.mentions
        if (_BELONGS.search(before) and not of and not _SENT.search(before)) or (mention.kind == "office" and _UNDER.search(before)):
            return
        if state.slot == "wait" and _RECEIVES.search(before):
            return
        if state.aside and state.slot == "side":
            return
        if state.spoken and before.rstrip().endswith(TITLE):
            title = self.marked.mentions[self.marked.number(mention) - 1]
            if "alone" not in title.more:
                state.speakers.append(mention)
                return
        state.spoken = False
        state.lone = None
        self._take(mention)

    def _take(self, mention: Mention) -> None:
        state = self.state
        if state.slot == "side" and state.statement is not None:
            state.statement.sides.add([mention])
            place = self.marked.after(mention)
            state.statement.end = max(state.statement.end, place)
        elif state.slot == "wait":
            state.waiting.append(mention)

    def _person(self, token: re.Match[str]) -> None:
        self._settle()
        state = self.state
        state.venue = False
        mention = self.marked.at(token.start())
        if state.slot == "side":
            if not state.spoken and not state.aside:
                state.lone = mention
        elif state.slot == "wait" and not state.spoken:
            state.waiting.append(mention)

    def _settle(self) -> None:
        """The body of a person who stands for it, where the text tells it elsewhere."""
        state = self.state
        if state.lone is not None and id(state.lone) in self.posts:
            self._take(self.posts[id(state.lone)])
        state.lone = None

    def _generic(self, token: re.Match[str]) -> None:
        if self.state.slot == "side" and self.state.statement is not None and not self.state.aside:
            self.state.statement.kinds = True
            self.state.statement.end = max(self.state.statement.end, token.end())
        self._kind(token)

    def _kind(self, token: re.Match[str]) -> None:
        state = self.state
        if token[0] == "สถานศึกษา" and state.slot == "side" and state.statement is not None and not state.aside:
            state.statement.kinds = True
        if self.state.open and self.state.slot == "wait":
            self.state.listable = True

    def _led(self, token: re.Match[str]) -> None:
        self._list(token)

    def _colon(self, token: re.Match[str]) -> None:
        self._list(token)

    def _presents(self, token: re.Match[str]) -> None:
        self._clause(token)

    def _date(self, token: re.Match[str]) -> None:
        self._when(token)

    def _unfinished(self, token: re.Match[str]) -> bool:
        """Whether a list of sides must go on: one side is told, and "กับ" or "และ" is still to come."""
        state = self.state
        statement = state.statement
        if state.slot != "side" or statement is None or statement.frame != "between" or statement.kinds:
            return False
        if len(statement.sides.mentions) != 1 or self.going_on:
            return False
        if _OTHER_SIDE.search(self.text, token.end(), min(self._line_end(), token.end() + 250)) is None:
            return False
        self._settle()
        state.aside = True
        return True

    def _by(self, token: re.Match[str]) -> None:
        state = self.state
        if state.slot == "side" and state.statement is not None and state.statement.sides.mentions:
            state.spoken = True
        elif state.waiting and state.waiting[-1].kind != "person":
            state.spoken = True

    def _then(self, token: re.Match[str]) -> None:
        self._when(token)

    def _counted(self, token: re.Match[str]) -> None:
        """ "สี่ฝ่าย คือ A B C และ D": as many as are counted are sides, wherever it stands."""
        if self.state.slot == "side" or not _LIST_AHEAD.match(self.text, token.end(), self._line_end()):
            self._kind(token)
            return
        self._close()
        self.state.statement = Statement(token.start(), token.end(), Sides(token.start(), token.end()), "counted", self.line)
        count = NUMBERS.get(token["many"]) or int(token["many"])
        self.counted.append((count, self.state.statement))
        self.state.slot = "side"

    def _full(self, token: re.Match[str]) -> None:
        before = self.text[max(0, token.start() - 3) : token.start()]
        if re.search(r"[ก-๎]{3}$", before):
            self._clause(token)

    def _comma(self, token: re.Match[str]) -> None:
        if token[0].strip(" ,") and self.state.slot == "wait":
            self.state.joint = True
        self._side(token)

    def _side(self, token: re.Match[str]) -> None:
        self._settle()
        self.state.spoken = False
        self.state.aside = False

    def _list(self, token: re.Match[str]) -> None:
        state = self.state
        state.aside = False
        if state.listable and state.slot == "wait" and not state.waiting:
            if state.statement is None:
                self._new(token, "signers", [])
            elif state.statement.frame in ("joint", "subject"):
                state.statement.frame = "signers"
            state.slot = "side"
            state.venue = False
        state.listable = False

    def _relative(self, token: re.Match[str]) -> None:
        self._settle()
        self.state.aside = True

    def _when(self, token: re.Match[str]) -> None:
        if self.state.slot == "side" and not self._unfinished(token):
            self._close()

    def _topic(self, token: re.Match[str]) -> None:
        if self._unfinished(token):
            return
        self._close()
        self.state.listable = False
        statement = self.state.statement
        if statement is not None and len(statement.sides.ids()) >= 2:
            self.state.open = False

    def _clause(self, token: re.Match[str]) -> None:
        if token[0] == "ซึ่ง" and self._unfinished(token):
            return
        self._close()
        state = self.state
        bodies = self._bodies(state.waiting)
        if state.joint and len(bodies) >= 2:
            state.subject, state.chair = bodies, False
        elif token[0].strip() not in _SAME:
            state.subject = []
        state.open = state.joint = state.venue = state.listable = state.planned = False
        state.slot = "wait"
        state.waiting = []

    def _close(self) -> None:
        """End a list of sides."""
        self._settle()
        statement = self.state.statement
        if self.state.slot == "side" and statement is not None and not self.state.aside:
            statement.end = max(statement.end, self.place)
        if self.state.slot != "wait":
            self.state.slot = "wait"
            self.state.waiting = []
        self.state.aside = False
        self.state.spoken = False

    def _venue(self, token: re.Match[str]) -> None:
        self._close()
        self.state.venue = True

    def _joint(self, token: re.Match[str]) -> None:
        self._side(token)
        if self.state.slot == "wait":
            self.state.joint = True

    # --- verbs

    def _ends(self, chair: bool = False) -> None:
        """A verb that is none of signing: who stands before it is no side by it."""
        state = self.state
        self._close()
        if state.waiting:
            state.subject = self._bodies(state.waiting)
            state.chair, state.speaks = chair, False
        state.waiting = []
        state.joint = False

    def _chair(self, token: re.Match[str]) -> None:
        title = self.marked.at(token.end() - 1)
        if title.name.startswith("ประธาน"):
            self._ends(chair=True)

    def _witness(self, token: re.Match[str]) -> None:
        self._ends(chair=True)
        self.state.subject = []
        self.state.open = False
        self.state.slot = "off"

    def _planned(self, token: re.Match[str]) -> None:
        self._clause(token)
        self.state.planned = True

    def _guest(self, token: re.Match[str]) -> None:
        self._ends()

    def _speech(self, token: re.Match[str]) -> None:
        self._ends(chair=True)
        self.state.speaks = True
        self.state.open = False

    def _unreal(self, token: re.Match[str]) -> None:
        self._close()
        self.state.waiting = []
        self.state.subject = []
        self.state.open = False
        self.state.slot = "off"

    def _signed(self, token: re.Match[str]) -> None:
        self._signs_by(token, with_object=False)

    def _sign(self, token: re.Match[str]) -> None:
        state = self.state
        if _AS_WITNESS.match(self.text, token.end()):
            return
        if state.planned:
            self._unreal(token)
            return
        self.real = self.real or _PEN.search(token[0]) is not None
        word = token[0].strip()
        before = self.text[max(0, token.start() - 12) : token.start()].rstrip()
        noun = re.match(r"(?:มี|ได้|จัด|ร่วม|กัน)*(?:พิธี|การ)", word) or re.search(r"(?:พิธี|การ|โอกาส)$", before)
        if token["alone"]:
            if not re.search(f"[{_MARKS}]$", before) or state.slot == "side":
                noun = re.match("", "")
        elif "ลงนาม" in word and state.slot == "side" and state.statement is not None and state.statement.agreement:
            # "ฉบับที่ 2 A โดย P ลงนามเป็นพี่เลี้ยงให้แก่ B": who signs stands in the statement.
            self._close()
            state.open = True
            self._helped(token)
            return
        if noun:
            self._ceremony(token)
        else:
            self._signs_by(token, with_object=True)

    def _ceremony(self, token: re.Match[str]) -> None:
        """A noun: "พิธีลงนาม", "บันทึกข้อตกลง"; who holds it or comes to it may be a side."""
        state = self.state
        bodies = self._bodies(state.waiting)
        if state.slot == "side":
            if token["alone"]:
                if state.statement is not None and state.statement.sides.mentions:
                    self._close()
                return
            self._close()
        if state.joint and len(bodies) >= 2:
            self._new(token, "joint", bodies)
            state.waiting = []
        elif bodies:
            state.subject, state.chair = bodies, False
            if len(bodies) >= 2 and not token["alone"]:
                self._new(token, "maybe", [])
                self.found[-1].maybe = bodies
            state.statement = None
            state.waiting = []
        state.open = True
        state.venue = state.listable = False
        self.labelled = list(state.subject)
        of = _OF.match(self.text, token.end(), min(self._line_end(), token.end() + 120))
        if of is not None and "ระหว่าง" not in of[0] and state.statement is None:
            self._new(token, "of", [])
            state.slot = "side"

    def _signs_by(self, token: re.Match[str], with_object: bool) -> None:
        """A verb of signing: who waits before it signs."""
        state = self.state
        before = self.text[max(0, token.start() - 14) : token.start()].rstrip()
        self._settle()
        bodies = self._bodies(state.waiting)
        if not bodies:
            bodies = self._pointed(token)
        if not bodies and _OWN.search(self.text, token.start() - 20, token.start()):
            bodies = state.subject
        known = state.statement
        if known is not None and known.kinds and state.slot == "side":
            known.sides.add(state.speakers)
        if not bodies and state.slot == "side" and known is not None and not known.kinds and not state.aside:
            bodies = list(known.sides.mentions)
        if not bodies and state.chair and before.endswith(("และ", "พร้อม", "ก่อน")):
            bodies = state.subject
        if not bodies and state.subject and not state.chair:
            self._new(token, "joint" if len(state.subject) > 1 else "subject", [])
            self.found[-1].maybe = list(state.subject)
        else:
            self._new(token, "joint", bodies)
        state.waiting = []
        state.slot = "wait"
        state.open = with_object
        state.venue = state.joint = False
        state.listable = len(bodies) < 2
        self.labelled = bodies or list(state.subject)
        if with_object:
            self._helped(token)

    def _helped(self, token: re.Match[str]) -> None:
        """ "ลงนามเป็นโรงเรียนพี่เลี้ยงให้แก่ S": whom the signer helps signs too."""
        if _HELPS.match(self.text, token.end(), min(self._line_end(), token.end() + 60)) and self.text.startswith(
            "เป็น", token.end()
        ):
            self.state.slot = "side"

    def _between(self, token: re.Match[str]) -> None:
        line = self.lines.all[self.line]
        places = [sign.end() for sign in self.signs.reported(self.line)]
        near = any(-_NEAR < place - token.start() < _NEAR for place in places)
        if not near and self.signs.told(self.line):
            return
        if not near and not self._under_signing(line, token):
            return
        if not near and self.signs.denied(line):
            return
        self._close()
        self._new(token, "between", [])
        self.state.slot = "side"
        self.state.venue = self.state.listable = False
        self.state.waiting = []

    def _under_signing(self, line: Line, token: re.Match[str]) -> bool:
        """Whether "ระหว่าง" early in a line goes on what the lines above report."""
        if token.start() - line.start > 90:
            return False
        for above in range(self.line - 1, max(-1, self.line - 40), -1):
            other = self.lines.all[above]
            if not self.lines.text(other).strip() or (line.level and other.level >= line.level):
                continue
            return bool(self.signs.reported(above)) or (line.level > 0 and other.level > 0)
        return False

    def _with(self, token: re.Match[str]) -> None:
        state = self.state
        if state.slot == "side":
            self._side(token)
            return
        self._settle()
        if _NOT_WITH.match(self.text, token.end()):
            return
        if not state.open or state.slot == "off":
            state.spoken = False
            return
        statement = state.statement
        if statement is None:
            nearby = [one for one in self._bodies(state.waiting)] if state.waiting else []
            frame = "with"
            self._new(token, frame, nearby or ([] if state.speaks else state.subject))
            if state.speaks and not nearby:
                self.found[-1].maybe = list(state.subject)
        else:
            statement.frame = "with"
            statement.sides.add(statement.maybe)
        state.slot = "side"
        state.venue = state.listable = False
        state.waiting = []
        state.aside = state.spoken = False

    def _signers(self, token: re.Match[str]) -> None:
        self._close()
        self._new(token, "signers", [])
        self.state.slot = "side"
        self.state.venue = self.state.listable = False
        self.state.waiting = []

    def _label(self, token: re.Match[str]) -> None:
        if self.lines.all[self.line].start + 8 > token.start() and self.label:
            return
        if re.match(r"\s?(?:ละ|นี้|ของ|/|ซึ่ง)", self.text[token.end() : token.end() + 4]):
            return
        before = self.text[max(0, token.start() - 12) : token.start()]
        if re.search(r"[ก-๎]$", before) and not re.search(r"(?:ส่วน|สำหรับ|โดย|คือ|และ|ได้แก่|เป็น)$", before):
            return
        told = token["ordinal"]
        if self.text[max(0, token.start() - 3) : token.start()].strip().endswith("("):
            return
        if token[0].startswith("คู่") and not self.paired:
            return
        if told in ("สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "หนึ่ง") and "ที่" not in token[0]:
            return
        self._close()
        self.label = _ORDINALS.get(told, told)
        self.state.waiting = []
        self.state.statement = self._labelled_statement(self.lines.all[self.line])
        self.state.slot = "side"

    def _another(self, token: re.Match[str]) -> None:
        self._close()
        self.others += 1
        self.label = f"อีก {self.others}"
        self.state.waiting = []
        self.state.statement = self._labelled_statement(self.lines.all[self.line])
        self.state.slot = "side"

    # --- helpers

    def _new(self, token: re.Match[str], frame: str, sides: list[Mention]) -> None:
        known = self.state.statement
        if known is not None and known.frame == "item" and known.agreement == self.label and not known.sides.mentions:
            statement = known
            statement.frame = frame if frame != "subject" else "item"
            statement.start, statement.end = token.span()
        else:
            start = token.start()
            if sides and frame in ("joint", "with"):
                start = min([start, *(self.marked.after(one) - 1 for one in sides)])
                start = max(start, self.lines.all[self.line].start, token.start() - _FAR)
            statement = Statement(start, token.end(), Sides(start, token.end()), frame, self.line, self.label)
            self.found.append(statement)
        statement.sides.add(sides)
        self.state.statement = statement

    def _line_end(self) -> int:
        return self.lines.all[self.line].end

    def _bodies(self, waiting: list[Mention]) -> list[Mention]:
        """The bodies that bodies and people stand for: a person for the body named next, or else where the post is."""
        found: dict[str, Mention] = {}
        for number, one in enumerate(waiting):
            if one.kind == "person":
                following = waiting[number + 1] if number + 1 < len(waiting) else None
                if following is not None and following.kind != "person":
                    continue
                place = self.posts.get(id(one))
                if place is not None:
                    found.setdefault(place.entity, place)
            else:
                found.setdefault(one.entity, one)
        return list(found.values())

    def _pointed(self, token: re.Match[str]) -> list[Mention]:
        """The sides that "ทั้ง 3 แห่ง" before a verb points back to: the nearest list of so many before it."""
        floor = max(self.lines.all[self.line].start, token.start() - 90)
        told = None
        for told in _ALL.finditer(self.text, floor, token.start()):
            pass
        if told is None:
            return []
        return self._back(told.start(), NUMBERS.get(told["count"]) or int(told["count"]))

    def _point(self, statement: Statement) -> None:
        """The schools of a side that points back: "กับโรงเรียนทั้งสองแห่งดังกล่าว"."""
        told = _ALL.search(self.text, statement.start, min(self.lines.all[statement.line].end, statement.end + 20))
        if told is None or "ดังกล่าว" not in self.text[told.end() : told.end() + 12]:
            return
        statement.sides.add(self._back(statement.start, NUMBERS.get(told["count"]) or int(told["count"])))

    def _back(self, place: int, count: int) -> list[Mention]:
        before = self.marked.index(place)
        run: list[Mention] = []
        for mention in reversed(self.marked.mentions[max(0, before - 80) : before]):
            if mention.kind in _BODIES and mention.entity:
                if all(mention.entity != one.entity for one in run):
                    run.insert(0, mention)
                elif len(run) == count:
                    break
            if len(run) == count and len({one.kind for one in run}) == 1 and run[0].kind == "school":
                return run
            if run and mention.kind == "school" and len(run) > count:
                break
        named = {one.entity: one for one in self.marked.mentions[:before] if one.kind in _BODIES and one.entity}
        for kinds in (_BODIES, ("school",), ("office",)):
            some = [one for one in named.values() if one.kind in kinds]
            if len(some) == count:
                return some
        return []


def _start(match: re.Match[str]) -> int:
    """Where a word begins, blanks before it left out."""
    return match.start() + len(match[0]) - len(match[0].lstrip())


def meanings_of(word: str) -> str:
    """The part that a word of side_cues.txt plays; blanks in it may be missing."""
    known = meanings("side_cues")
    return known.get(word) or known[next(one for one in known if one.replace(" ", "") == word.replace(" ", ""))]
