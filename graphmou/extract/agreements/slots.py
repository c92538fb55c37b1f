"""Step 8, slots: what each body of a sentence is: a side, one that waits for its verb, or neither.

Words of side_cues.txt open and close the *slot* that a body falls into. After "ระหว่าง", and after "กับ" where
somebody signs, bodies are sides until the list ends; others wait for a verb. A clause about a side ("ซึ่งเป็น...") is
stepped over, and so is who speaks for it ("โดย P TS").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmou.extract.agreements.cues import MARKS, list_follows
from graphmou.extract.agreements.parties import Sides, Statement
from graphmou.extract.agreements.signing import Signs
from graphmou.extract.text.lines import Lines
from graphmou.extract.text.marked import GENERIC, PERSON, SCHOOL, TITLE, Marked
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.number_words import NUMBERS

__all__ = ["Slots", "State"]

_VENUE = re.compile(
    r"(?:(?:^|\s)ณ\s?|(?<![ก-๎])ที่\s?|ห้อง[ก-๎]*\s?|หอประชุม[ก-๎]*\s?|อาคาร[ก-๎]*\s?|ลาน[ก-๎]*\s?|หน้า\s?|ศาลา[ก-๎]*\s?"
    r"|สนาม[ก-๎]*\s?|สำนักงาน|สระ[ก-๎]*\s?|ไปยัง\s?|ไปที่\s?)$"
)
_BELONGS = re.compile(
    r"(?:สังกัด|(?<!พี่เลี้ยง)(?<!แม่ข่าย)(?<!ลูกข่าย)(?<!เป็น)ของ|ในพื้นที่|พื้นที่|ในเขต|ข่าว\s?[:：]?|ปชส\.?|จาก)\s?\(?$"
)
_SENT = re.compile(rf"(?:{TITLE}|ความร่วมมือ|ผู้แทน|ตัวแทน|ผู้บริหาร|คณะ|คณาจารย์|{PERSON})\s?(?:จาก|ของ)\s?$")
_RECEIVES = re.compile(r"(?:(?<!ได้)แก่|ให้|ให้กับ|สู่|ถึง|ผ่าน|ภายใน|ที่)\s?$")
_UNDER = re.compile(rf"{SCHOOL}\s?\(?$|{SCHOOL}\s?(?:อำเภอ|จังหวัด|อ\.|จ\.|ต\.)[^{MARKS}{PERSON}\n]{{0,40}}$")
_OTHER_SIDE = re.compile(rf"(?:กับ|และ)\s?[{MARKS}{PERSON}{TITLE}{GENERIC}]")
# A body with a speaker of its own is named for itself: "A โดย P T B โดย P T".
_OWN_SPEAKER = re.compile(rf"\s?(?:นำ)?โดย\s?(?:ท่าน)?(?:{TITLE}|{PERSON})")
# Where or for whom something is done: "ในโรงเรียนนำร่อง 12 แห่ง อาทิ".
_WITHIN = re.compile(r"(?:ใน|แก่|ให้|ให้กับ|สู่|ไปยัง|สำหรับ)\s?$")
# A common noun alone in a list of sides is the body whose news it is: "ระหว่างโรงเรียน เทศบาลตำบล... และวัด...".
_ALONE = re.compile(rf"(?:ฯ|ของเรา)?\s?(?:[{MARKS}]|กับ|และ|,|ร่วมกับ|โดย\s?[{PERSON}{TITLE}])")
# "หน่วยงานที่ร่วมลงนามกับโรงเรียน": whose news it is.
_OURS = rf"{GENERIC}(?![ก-ฮเ-ไ])(?!\s?(?:จำนวน\s?)?\d+\s?(?:{GENERIC}|แห่ง|โรง))"
_WITH_OURS = re.compile(rf"(?<=[ก-๎ ])กับ\s{_OURS}|.กับ{_OURS}")
_KINDS = {GENERIC: "school", "โรงเรียน": "school", "เขตพื้นที่": "office", "สำนักงานเขตพื้นที่": "office"}
# "P TS ในนามประธานกลุ่ม G": the group signs, not the school.
_BEHALF = re.compile(rf"(?:ในนาม|กระทำการแทน)(?:ของ)?\s?{TITLE}?\s?$")
# "แขกผู้มีเกียรติ ได้แก่": a list of others than those who sign.
_OF_GUESTS = re.compile(
    r"(?:แขก|ผู้มีเกียรติ|วิทยากร|พิธีกร|คณะกรรมการ|ผู้สังเกตการณ์|ผู้ติดตาม)(?:ผู้มีเกียรติ|ที่มาร่วม(?:งาน|พิธี)?|รับเชิญ)?\s?$"
)
# "ส่วนฝ่ายโรงเรียน คือ": of those who sign.
_SIDE_TOLD = re.compile(
    r"\s?(?:ผู้(?:ร่วม)?ลงนาม)?(?:ทาง)?ฝ่าย(?![^\n]{0,12}พยาน)"
    rf"[^\n{MARKS}{PERSON}{TITLE}]{{0,30}}?(?:คือ|ได้แก่|โดย|มี|:)"
)
_SAME = ("โดย", "โดยมี", "โดยได้", "โดยให้", "โดยที่", "ให้เกียรติ", "ด้าน")
# No statement begins further before its words of signing.
_FAR = 600
# A common noun means one of the first of those spoken of.
_FEW = 40


@dataclass(slots=True)
class State:
    """Where the reader stands within a line."""

    slot: str = "wait"
    """``wait`` for a verb, ``side``, or ``off``: bodies are neither."""
    statement: Statement | None = None
    waiting: list[Mention] = field(default_factory=list)
    """Bodies and people before their verb."""
    subject: list[Mention] = field(default_factory=list)
    """Who convenes, comes, presides: the subject of the last verb that is not one of signing."""
    chair: bool = False
    """The subject presides or speaks."""
    speaks: bool = False
    open: bool = False
    """Somebody signs, and "กับ" may follow."""
    aside: bool = False
    """A clause about a side: its bodies are none."""
    spoken: bool = False
    """A person speaks for a side that is named: where that person belongs is no side."""
    speakers: list[Mention] = field(default_factory=list)
    """Where those who speak for a side belong."""
    venue: bool = False
    """The next body is where it takes place."""
    joint: bool = False
    """Those who wait do something together: "A จับมือ B"."""
    planned: bool = False
    """Somebody is asked, or it is proposed, that who follows should sign."""
    kinds: bool = False
    """A kind of schools is named and no school of it yet: a list that follows is of them."""
    witnesses: bool = False
    """The sentence tells who witnesses."""
    listable: bool = False
    """A list would be of those who sign: "ร่วมลงนาม ดังนี้", "ระหว่าง 3 ฝ่าย ได้แก่"."""
    last: Mention | None = None
    """The body told last."""
    lone: Mention | None = None
    """A person whose body is not told yet."""


class Slots:
    """Keeps the slot of a line as its cues come: each cue has the method of its name."""

    def __init__(self, marked: Marked, lines: Lines, posts: dict[int, Mention], signs: Signs) -> None:
        self.marked = marked
        self.text = marked.text
        self.lines = lines
        self.signs = signs
        self.posts = posts
        self.state = State()
        self.owner: list[Mention] = []
        """Whose news it is: the body that the headline names first."""
        self.labelled: list[Mention] = []
        """Who signs each of the agreements that a list numbers."""
        self.line = 0
        self.place = 0
        self.label = ""
        """The number that the text gives the agreement of which it speaks."""
        self.item = ""
        """The number of the item of a list of papers."""
        self.going_on = False
        """The line goes on a list that a line above began."""
        self.found: list[Statement] = []
        self.counted: list[tuple[int, Statement]] = []
        """Lists that count what they name."""

    def _body(self, token: re.Match[str]) -> None:
        mention = self.marked.at(token.start())
        state = self.state
        if not mention.entity:
            return
        place = token.start()
        before = self.text[max(place - 60, self.lines.all[self.line].start) : place]
        if state.venue or _VENUE.search(before):
            state.venue = False
            return
        of = state.statement is not None and state.statement.frame == "of" and not state.statement.sides.mentions
        if (_BELONGS.search(before) and not of and not _SENT.search(before)) or (
            mention.kind == "office" and _UNDER.search(before)
        ):
            return
        if state.slot == "wait" and _RECEIVES.search(before):
            return
        if state.aside and state.slot == "side":
            return
        if state.spoken and before.rstrip().endswith(TITLE) and not _OWN_SPEAKER.match(self.text, place + 1):
            title = self.marked.mentions[self.marked.number(mention) - 1]
            if "alone" not in title.more:
                state.speakers.append(mention)
                return
        state.spoken = False
        state.lone = None
        if _BEHALF.search(before):
            self._drop()
        self._take(mention)

    def _drop(self) -> None:
        """The body told last is no side: another is, for which its head acts."""
        state = self.state
        if state.last is not None and state.slot == "side" and state.statement is not None:
            state.statement.sides.drop(state.last)
        elif state.last is not None and state.waiting and state.waiting[-1] is state.last:
            state.waiting.pop()
        state.last = None

    def _take(self, mention: Mention) -> None:
        state = self.state
        state.last = mention
        if state.slot == "side" and state.statement is not None:
            state.statement.sides.add([mention])
            state.kinds = False
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
        if self.state.slot == "wait" and _WITHIN.search(self.text, max(0, token.start() - 12), token.start()):
            return
        if self.state.slot == "side" and self.state.statement is not None and not self.state.aside:
            alone = _ALONE.match(self.text, token.end()) or (
                self.state.statement.frame == "signers" and _WITH_OURS.match(self.text, token.start() - 4)
            )
            own = self._meant(GENERIC) if alone else []
            self.state.statement.sides.add(own)
            self.state.statement.kinds |= not own
            self.state.statement.end = max(self.state.statement.end, token.end())
        if self.state.slot != "off" and not self.state.aside:
            self.state.kinds = True
        self._kind(token)

    def _own(self, token: re.Match[str]) -> None:
        if self.state.slot == "side" and not self.state.aside:
            for one in self._meant(token["own"]):
                self._take(one)

    def _meant(self, word: str) -> list[Mention]:
        """The body that the common noun ``word`` means: of those spoken of before, or whose news it is."""
        kind = _KINDS.get(word)
        for bodies in (self.state.subject, self.labelled, self.owner):
            if found := [
                one
                for one in bodies[:_FEW]
                if one.kind == kind or word == "เรา" or (kind is None and one.name.startswith(word))
            ]:
                return found
        return []

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
        told = state.slot == "side" and state.statement is not None and bool(state.statement.sides.mentions)
        if told or (state.waiting and state.waiting[-1].kind != "person"):
            state.spoken = True

    def _then(self, token: re.Match[str]) -> None:
        self._when(token)

    def _counted(self, token: re.Match[str]) -> None:
        """As many as are counted are sides, wherever it stands: "สี่ฝ่าย คือ A B C และ D"."""
        if self.state.slot == "side" or not list_follows(self.text, token.end(), self._line_end()):
            self._kind(token)
            return
        self._close()
        self.state.statement = Statement(
            token.start(), token.end(), Sides(token.start(), token.end()), "counted", self.line
        )
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
        if _OF_GUESTS.search(self.text, max(0, token.start() - 30), token.start()):
            state.listable = state.kinds = False
        named = state.statement is not None and state.statement.kinds and state.kinds
        if (state.listable or named) and state.slot == "wait" and not state.waiting:
            if state.statement is None:
                self._new(token, "signers", [])
            elif state.statement.frame in ("joint", "subject"):
                state.statement.frame = "signers"
            state.slot = "side"
            state.venue = False
        state.listable = False

    def _same(self, token: re.Match[str]) -> None:
        """Who was named is still spoken of."""

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
        if token[0].strip() == "ส่วน" and self._other_signers(token):
            self._side(token)
            return
        self._close()
        state = self.state
        bodies = self._bodies(state.waiting)
        if state.joint and len(bodies) >= 2:
            state.subject, state.chair = bodies, False
        elif token[0].strip() not in _SAME:
            state.subject = []
        state.open = state.joint = state.venue = state.listable = state.planned = state.kinds = False
        state.slot = "wait"
        state.waiting = []

    def _other_signers(self, token: re.Match[str]) -> bool:
        """Whether the list of signers goes on: "ผู้ลงนามฝ่ายวัด คือ P ส่วนฝ่ายโรงเรียน คือ P"."""
        statement = self.state.statement
        signers = self.state.slot == "side" and statement is not None and statement.frame == "signers"
        return signers and _SIDE_TOLD.match(self.text, token.end(), token.end() + 60) is not None

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
            statement = Statement(
                start, token.end(), Sides(start, token.end()), frame, self.line, self.label or self.item
            )
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
