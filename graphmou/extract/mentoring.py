"""Step 7, relations among schools: who leads or mentors whom, and who is a partner of whom.

Read from marked text: "S เป็นแกนนำ ... ร่วมพัฒนา S S", nested lists, "S ดูแลรับผิดชอบ S", "มี S เป็นพี่เลี้ยง". A verb of
helping, or the word พี่เลี้ยง, states mentoring; lead and partner words alone only let it be inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from graphmou.extract.lines import Lines
from graphmou.extract.marked import BODY, DATE, GENERIC, GROUP, OFFICE, PERSON, SCHOOL, TITLE, Marked
from graphmou.extract.mention import Mention
from graphmou.extract.rules import any_of, meanings

__all__ = ["Cluster", "find_clusters", "find_pairs", "school_run"]

Basis = Literal["stated", "inferred"]

_SCHOOL_WORD = rf"(?:{GENERIC}|สถานศึกษา|รร\.|ร\.ร\.)"
# Who helps pupils or students mentors no school.
_NO_SCHOOL = r"(?!\s?(?:นักศึกษา|นักเรียน|เด็ก|ผู้เรียน|บุคลากร|ผู้ปกครอง|อาจารย์))"
_THAT = r"\s?(?:ที่เป็น|ที่|ซึ่งเป็น)?\s?"
_LEAD = rf"(?:{_SCHOOL_WORD}{_THAT}(?P<lead>{any_of('lead_words')})|(?<!ครู)(?P<alone>{any_of('lead_words_alone')}))"
_PARTNER = (
    rf"(?:{_SCHOOL_WORD}{_THAT}(?P<partner>{any_of('partner_words')})"
    rf"|(?P<partner_alone>{any_of('partner_words_alone')}))"
)
_INTRO = (
    r"(?:จำนวน\s?|อีก\s?|ทั้ง\s?|รวม\s?){0,4}(?:\d{1,3}\s?(?:"
    + GENERIC
    + r"|แห่ง|โรง|คู่)?\s?)?[^\n"
    + SCHOOL
    + OFFICE
    + BODY
    + PERSON
    + DATE
    + GROUP
    + r"]{0,25}?(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|มีดังนี้|ดังต่อไปนี้|เช่น|:|-|–|ชื่อ)?\s?(?:\n\s?)?"
)
_BEFORE_SCHOOL = r"(?:\s?(?:[-–•*:]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?))?\s?"

_TO_SCHOOL = re.compile(_INTRO + _BEFORE_SCHOOL + f"(?={SCHOOL})")
_CUE = re.compile(
    rf"(?<!กลุ่ม)(?<!ศึกษา)(?<!ครู)(?P<helps>{any_of('helping_verbs')}){_NO_SCHOOL}"
    rf"|{_LEAD}(?![ก-๎]*(?:น้อง|นักเรียน))"
    rf"|{_PARTNER}"
    rf"|(?P<mark>{SCHOOL})"
    rf"|(?P<stop>\n\s?\n|[{OFFICE}{BODY}{GROUP}]|จากนั้น|นอกจากนี้|ทั้งนี้|ต่อจากนั้น)"
)
# What may stand between the schools of one list.
_SEPARATOR = re.compile(
    r"(?:\s|,|/|;|และ|กับ|รวมทั้ง|ตลอดจน|[-–•*✓✔]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=\s|" + SCHOOL + r")"
    r"|\((?!\s?(?:\ue007|สถานศึกษา)?\s?(?:แกนนำ|พี่เลี้ยง|แม่ข่าย|หลัก))[^)\n]{0,30}\)"
    r"|(?:อ|จ|ต)\.\s?[ก-๎]+|(?:อำเภอ|จังหวัด|ตำบล)[ก-๎]+|สังกัด|[🔸🔹🌱📌✅]|"
    + OFFICE
    + r"|โดย(?=\s?\ue003)|ลงนามโดย|ผู้ลงนาม|ถึง|"
    + PERSON
    + "|"
    + TITLE
    + ")*"
)


@dataclass(slots=True)
class Cluster:
    """Leads and their partners: schools in order, where the text says it, and on what basis."""

    start: int
    end: int
    leads: list[Mention]
    partners: list[Mention] = field(default_factory=list)
    basis: Basis = "inferred"
    verb: tuple[int, int] | None = None


def school_run(marked: Marked, number: int) -> list[Mention]:
    """The schools of the list that begins with mention ``number``; "S - S" is a pair, no list."""
    run = [marked.mentions[number]]
    last = number
    for following in range(number + 1, len(marked.mentions)):
        mention = marked.mentions[following]
        if mention.kind == "school":
            between = marked.text[marked.places[last] + 1 : marked.places[following]]
            if len(between) > 120 or not _SEPARATOR.fullmatch(between) or "\n\n" in between.replace(" ", ""):
                break
            run.append(mention)
            last = following
        elif mention.kind not in ("person", "title", "office") or following - last > 4:
            break
    return run


_HELPED = re.compile(
    rf"(?:แกนนำ|แม่ข่าย|โรงเรียนหลัก|{GENERIC}หลัก|{GENERIC}พี่|คุณภาพ)[^\n{SCHOOL}{PERSON}]{{0,40}}?(?:พี่เลี้ยง|ดูแล|ช่วยเหลือ|ให้คำแนะนำ|นิเทศ)"
    rf"[^\n{PERSON}]{{0,40}}?(?:ร่วมพัฒนา|เครือข่าย|ลูกข่าย|น้อง|{GENERIC})"
)


def find_pairs(
    marked: Marked, clusters: list[Cluster], agreements: list[list[Mention]]
) -> list[tuple[Mention, Mention, Basis, Cluster]]:
    """Mentor and partner of every cluster. One whose partners are only pointed at ("4 โรงเรียนดังกล่าว") has the other
    schools of the ``agreement`` that its lead is a side of.
    """
    partnered = re.search(_PARTNER.replace("?P<partner>", "?:").replace("?P<partner_alone>", "?:"), marked.text)
    told_late = _HELPED.search(marked.text) is not None
    leads = {mention.name for cluster in clusters for mention in cluster.leads if cluster.partners}
    leads |= {mention.name for cluster in clusters for mention in cluster.partners}
    pairs: list[tuple[Mention, Mention, Basis, Cluster]] = []
    for cluster in clusters:
        several = len({mention.name for mention in cluster.leads}) > 1
        # Several leads at once tell nothing of who mentors whom, where single clusters do.
        if several and cluster.partners and any(len(other.leads) == 1 and other.partners for other in clusters):
            continue
        partners = cluster.partners
        if not partners and not several and (cluster.verb or partnered or cluster.basis == "stated"):
            lead = cluster.leads[0]
            sides = next((sides for sides in agreements if any(one.name == lead.name for one in sides)), [])
            partners = [
                one for one in sides if one.kind == "school" and one.name != lead.name and one.name not in leads
            ]
        for lead in cluster.leads:
            for partner in partners:
                if lead.name != partner.name:
                    pairs.append((lead, partner, "stated" if told_late else cluster.basis, cluster))
    return pairs


def find_clusters(marked: Marked, lines: Lines) -> list[Cluster]:
    """Every lead with partners that the text tells, in order."""
    reader = _Reader(marked)
    reader.read()
    clusters = [cluster for cluster in reader.clusters if cluster.leads]
    return clusters if any(cluster.partners for cluster in clusters) else _table(marked, lines) or clusters


_HEAD_LEAD = re.compile(rf"{_SCHOOL_WORD}\s?{any_of('lead_words')}")
_HEAD_PARTNER = re.compile(rf"{_SCHOOL_WORD}\s?{any_of('partner_words')}")


def _table(marked: Marked, lines: Lines) -> list[Cluster]:
    """A table: its head names leads and partners, each row has a lead first and its partners after."""
    clusters: list[Cluster] = []
    head = False
    for line in lines.all:
        text = lines.text(line)
        schools = [one for one in marked.between(line.start, line.end) if one.kind == "school"]
        if head and len(schools) >= 2 and not re.search(f"[{PERSON}{DATE}]", text):
            clusters.append(Cluster(line.start, line.end, schools[:1], schools[1:]))
        elif text.strip():
            head = (
                not schools
                and len(text) < 80
                and _HEAD_LEAD.search(text) is not None
                and _HEAD_PARTNER.search(text) is not None
            )
    return clusters


class _Reader:
    """Reads cue after cue: a lead opens a cluster, partners and objects of helping verbs join it."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.text = marked.text
        self.clusters: list[Cluster] = []
        self.open: Cluster | None = None
        self.taken: set[int] = set()

    def read(self) -> None:
        place = 0
        while cue := _CUE.search(self.text, place):
            place = self._cue(cue)

    def _cue(self, cue: re.Match[str]) -> int:
        kind = cue.lastgroup
        if kind == "mark":
            return self._school(cue)
        if kind == "stop":
            return cue.end()
        if kind in ("lead", "alone"):
            return self._lead_before(cue, meanings("lead_words").get(cue[kind], "inferred"))  # type: ignore[arg-type]
        if kind in ("partner", "partner_alone"):
            return self._partners_before(cue)
        return self._verb(cue)

    def _run_after(self, place: int) -> tuple[list[Mention], int, int] | None:
        """The list of schools that a cue introduces, where it begins and where it ends."""
        intro = _TO_SCHOOL.match(self.text, place)
        if intro is None:
            return None
        number = self.marked.index(intro.end())
        run = school_run(self.marked, number)
        end = self.marked.after(run[-1])
        # "... S และ S เป็นแกนนำ": the last one opens a clause of its own.
        if _OPENS_CLAUSE.match(self.text, end):
            run = run[:-1]
            if not run:
                return None
            end = self.marked.after(run[-1])
        return run, intro.end(), end

    def _lead_before(self, cue: re.Match[str], basis: Basis) -> int:
        found = self._run_after(cue.end())
        if found is None:
            return cue.end()
        run, _, end = found
        self._open(Cluster(cue.start(), end, run, basis=basis))
        return end

    def _partners_before(self, cue: re.Match[str]) -> int:
        found = self._run_after(cue.end())
        if found is None or self.open is None:
            return cue.end()
        run, _, end = found
        self._join(run, end)
        return end

    def _verb(self, cue: re.Match[str]) -> int:
        found = self._run_after(cue.end())
        between = "" if self.open is None else self.text[self.open.end : cue.start()]
        if self.open is not None and len(between) < 100 and "\n" not in between:
            self.open.basis = "stated"
            self.open.verb = cue.span()
        if found is None:
            return cue.end()
        run, _, end = found
        if self.open is not None:
            self._join(run, end)
        return end

    def _school(self, cue: re.Match[str]) -> int:
        number = self.marked.index(cue.start())
        run = school_run(self.marked, number)
        end = self.marked.after(run[-1])
        after = _LEAD_AFTER.match(self.text, end)
        if after:
            word = after["lead"] or after["alone"]
            basis: Basis = meanings("lead_words").get(word, "inferred")  # type: ignore[assignment]
            backward = _WITH.search(self.text, max(0, cue.start() - 12), cue.start())
            before = [one for one in self._before(run) if one.name != run[0].name] if backward else []
            if before and self._run_after(after.end()) is None:
                # "S S โดยมี S เป็นพี่เลี้ยง": the list before are the partners.
                self.clusters.append(Cluster(cue.start(), after.end(), run[:1], before, basis))
                return after.end()
            self._open(Cluster(cue.start(), after.end(), run[-1:] if self.open else run, basis=basis))
            beside = _BRACKET_WITH.match(self.text, after.end())
            if beside and (found := self._run_after(beside.end())):
                self._join(found[0], found[2])
                return found[2]
            spoken = re.search("เป็น|ทำหน้าที่", after[0]) is not None
            if (_TO if not spoken else _TO_OR_BESIDE).match(self.text, after.end()) and (
                found := self._run_after(after.end())
            ):
                self._join(found[0], found[2])
                return found[2]
            return after.end()
        helping = _HELPS_AFTER.match(self.text, end)
        if helping:
            self._open(
                Cluster(cue.start(), helping.end("subject"), run[-1:], basis="stated", verb=helping.span("verb"))
            )
            return helping.start("verb")
        if _PARTNER_AFTER.match(self.text, end) and self.open is not None:
            self._join(run, end)
        return end

    def _before(self, run: list[Mention]) -> list[Mention]:
        """The list of schools that ends just before ``run``."""
        first = self.marked.number(run[0])
        found: list[Mention] = []
        floor = self.text.rfind("\n", 0, self.marked.places[first])
        for mention in reversed(self.marked.mentions[max(0, first - 30) : first]):
            place = self.marked.after(mention)
            nearest = self.marked.after(found[0]) - 1 if found else self.marked.places[first]
            if mention.kind != "school" or place < floor or (nearest - place > 60):
                break
            found.insert(0, mention)
        return found

    def _open(self, cluster: Cluster) -> None:
        self.open = cluster
        self.clusters.append(cluster)

    def _join(self, run: list[Mention], end: int) -> None:
        if self.open is None:
            return
        leads = {mention.name for mention in self.open.leads}
        self.open.partners += [mention for mention in run if mention.name not in leads]
        self.open.end = end


_GAP = rf"[^\n{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}]"
_LEAD_AFTER = re.compile(
    rf"(?:\s?\(\s?|{_GAP}{{0,50}}?(?:จะ)?(?:เป็น|ทำหน้าที่(?:เป็น)?|ในฐานะ|ได้รับคัดเลือกเป็น)\s?|\s?){_LEAD}(?!ครู)"
)
_HELPS_AFTER = re.compile(
    rf"(?P<subject>{_GAP}{{0,90}}?)(?<!กลุ่ม)(?<!ศึกษา)(?<!ครู)(?P<verb>{any_of('helping_verbs')}){_NO_SCHOOL}"
)
_PARTNER_AFTER = re.compile(rf"\s?[(]?\s?(?:เป็น|ในฐานะ)?\s?{_PARTNER}")
_OPENS_CLAUSE = re.compile(
    rf"\s?(?:เป็น|จะเป็น|ทำหน้าที่|จะทำหน้าที่|ดูแล|รับผิดชอบ)\s?{_SCHOOL_WORD}?"
    rf"|\s?\(\s?{_SCHOOL_WORD}?\s?(?:แกนนำ|พี่เลี้ยง|แม่ข่าย|หลัก)"
)
# "S (พี่เลี้ยง) กับ S S"
_BRACKET_WITH = re.compile(r"\s?\)\s?(?:กับ|ดูแล|คู่กับ|[-–:])\s?")
_TO = re.compile(r"\s?(?:ให้แก่|ให้กับ|ให้|แก่|ของ|กับ)\s?")
_TO_OR_BESIDE = re.compile(rf" ?(?:ให้แก่|ให้กับ|ให้|แก่|ของ|กับ)? ?(?:{_SCHOOL_WORD}|{SCHOOL})")
_WITH = re.compile(r"(?:โดยมี|โดย|มี)\s?$")
