"""Step 8, verbs: what is said of the bodies of a sentence: they sign, or they preside, witness, come or speak.

Who stands before "ลงนาม" signs; who convenes a ceremony, comes to it or presides signs only with "กับ". A signing that
is not reported makes nobody a side.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from graphmou.extract.agreements.cues import GAP, MARKS
from graphmou.extract.agreements.pointing import pointed_by
from graphmou.extract.agreements.slots import Slots
from graphmou.extract.text.lines import Line
from graphmou.extract.text.marked import DATE, GENERIC

__all__ = ["Verbs"]

_NOT_WITH = re.compile(rf"\s?(?:{DATE}|การ|ความ|บริบท|นโยบาย|ชุมชน|นักเรียน|ผู้เรียน)")
_AS_WITNESS = re.compile(r"\s?(?:เป็น|ในฐานะ|ร่วมเป็น|ใน)?\s?(?:สักขี)?พยาน")
_HELPS = re.compile(r"[ก-๎\ue007 ]{0,40}?(?:ให้แก่|ให้กับ|ให้|แก่|ดูแล)\s?(?=[\ue000-\ue004\ue007])")
_NOUN = re.compile(r"(?:มี|ได้|จัด|ร่วม|กัน){0,4}(?:พิธี|การ)")
_TAKE_PART = re.compile(r"\s?(?:ได้)?ร่วม(?:ใน)?พิธี")
_PEN = re.compile("ลงนาม|เซ็น|พิธี")
_OWN = re.compile(
    rf"(?P<word>วิทยาลัย|โรงเรียน|{GENERIC}|มหาวิทยาลัย|เทศบาล|บริษัท|โรงพยาบาล|วัด|มูลนิธิ|สมาคม|ชมรม|สถาบัน|สหวิทยาเขต|กลุ่มโรงเรียน|เขตพื้นที่|อบต\.?|อบจ\.?|เรา)"
    r"(?:ฯ|ของเรา)?\s?(?:จึง)?(?:ได้)?$"
)
# "กับทางโรงเรียน": whose news it is.
_OUR = re.compile(rf"\s?ทาง(?:โรงเรียน|{GENERIC}|วิทยาลัย|มหาวิทยาลัย|เทศบาล|อบต|เขตพื้นที่|โรงพยาบาล)")
_OF = re.compile(rf"{GAP}{{0,90}}?(?:ของ|โดย)\s?(?=[{MARKS}])")
# An empty line, or what the paper is about.
_TITLE_LINE = re.compile(r"\s*(?:$|เรื่อง|ว่าด้วย|ด้าน|โครงการ|ตาม|การ|[“\"])")
_NEAR = 260


class Verbs(Slots):
    """Reads the cues of verbs, and of the sides that follow them."""

    real = False
    """Whether pens or a ceremony are told of, not only a paper."""

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
        if self.text[token.start() - 1 : token.start()] == "(" and self.text.startswith(")", token.end()):
            # "P TS (พยาน)" in a list of those who sign.
            self._settle()
            self._drop()
            return
        self._ends(chair=True)
        self.state.subject = []
        self.state.open = False
        self.state.slot = "off"
        self.state.witnesses = True

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
        noun = _NOUN.match(word) is not None or before.endswith(("พิธี", "การ", "โอกาส"))
        if token["alone"]:
            # "A MOU กับ B": a paper alone is a verb only beside its subject.
            noun = noun or re.search(f"[{MARKS}]$", before) is None or state.slot == "side"
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
        elif bodies:
            state.subject, state.chair = bodies, False
            if len(bodies) >= 2 and not token["alone"]:
                self._new(token, "maybe", [])
                self.found[-1].maybe = bodies
            state.statement = None
        state.waiting = []
        state.open = True
        state.venue = False
        # "ผู้บริหารโรงเรียน 4 ท่าน ร่วมพิธีลงนาม ประกอบด้วย": a list would be of those who take part.
        state.listable = state.kinds and not state.subject and not self.found and _TAKE_PART.match(token[0]) is not None
        if not self.label:
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
        known = state.statement
        again = False
        if known is not None and known.kinds and state.slot == "side":
            known.sides.add(state.speakers)
        if not bodies and state.slot == "side" and known is not None and not known.kinds and not state.aside:
            bodies = list(known.sides.mentions)
            again = known.frame == "with"
        since = max(self.lines.all[self.line].start, token.start() - 90)
        if state.waiting:
            # "... A และ B ทั้งแปดโรงเรียนได้ลงนาม": more than those named last.
            since = max(since, self.marked.after(state.waiting[-1]))
        pointed = pointed_by(self.marked, since, token.start())
        if {one.entity for one in bodies} <= {one.entity for one in pointed}:
            bodies = pointed or bodies
        if not bodies:
            own = _OWN.search(self.text, max(0, token.start() - 20), token.start())
            bodies = self._meant(own["word"]) if own is not None else []
        if not bodies and state.chair and before.endswith(("และ", "พร้อม", "ก่อน")):
            bodies = state.subject
        if not bodies and state.subject and not state.chair:
            self._new(token, "joint" if len(state.subject) > 1 else "subject", [])
            self.found[-1].maybe = list(state.subject)
        else:
            self._new(token, "joint", bodies)
        self.found[-1].kinds |= state.kinds
        state.waiting = []
        state.slot = "wait"
        state.witnesses = state.kinds = False
        state.open = with_object
        state.venue = state.joint = False
        state.listable = len(bodies) < 2
        if not self.label and not again:
            # "A ลงนามกับ B และลงนามอีกฉบับกับ C": A signs both.
            self.labelled = bodies or list(state.subject)
        if with_object:
            self._helped(token)

    def _helped(self, token: re.Match[str]) -> None:
        """Whom the signer helps signs too: "ลงนามเป็นโรงเรียนพี่เลี้ยงให้แก่ S"."""
        if _HELPS.match(self.text, token.end(), min(self._line_end(), token.end() + 60)) and self.text.startswith(
            "เป็น", token.end()
        ):
            self.state.slot = "side"

    def _between(self, token: re.Match[str]) -> None:
        line = self.lines.all[self.line]
        places = self.signs.ends(self.line)
        near = bisect_left(places, token.start() + _NEAR) > bisect_left(places, token.start() - _NEAR + 1)
        if not near and self.signs.told(self.line):
            return
        if not near and not self._under_signing(line, token):
            return
        if not near and self.signs.denied(self.line):
            return
        self._close()
        self.state.witnesses = False
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
            if _TITLE_LINE.match(self.lines.text(other)) or (line.level and other.level >= line.level):
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
            nearby = self._bodies(state.waiting)
            self._new(token, "with", nearby or ([] if state.speaks else state.subject))
            if not nearby and (state.speaks or not state.subject):
                # Who is not told is whoever's news it is.
                self.found[-1].maybe = list(state.subject or self.owner)
        else:
            statement.frame = "with"
            if not statement.sides.mentions:
                statement.sides.add(statement.maybe)
            if not statement.sides.mentions and not statement.kinds:
                statement.maybe = list(self.owner)
        if _OUR.match(self.text, token.end()) and state.statement is not None:
            state.statement.sides.add(state.subject)
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
