"""Step 7, relations among schools: who leads or mentors whom, and on what basis the text says so.

Each run of schools (``roles``) is given its part: named or called a lead or a partner, subject or object of a verb of
helping. Leads then open clusters, and partners join the lead of their sentence, of their item or above their list.
A verb of helping, or the word พี่เลี้ยง, states mentoring; lead and partner words alone let it be inferred.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from graphmou.extract.lead_tables import rows_of_tables
from graphmou.extract.lines import Lines
from graphmou.extract.marked import BODY, GENERIC, GROUP, OFFICE, PERSON, SCHOOL, TITLE, Marked
from graphmou.extract.mention import Mention
from graphmou.extract.roles import ASIDE, FREE, NAMES, OBJECT, Basis, Run, Word, find_runs, find_words

__all__ = ["Cluster", "find_clusters", "find_pairs"]

_COPULA = r"(?:เป็น|ทำหน้าที่(?:เป็น)?|รับหน้าที่(?:เป็น)?|รับบทบาท(?:เป็น)?|ในฐานะ(?:ผู้แทน|ตัวแทน|ที่เป็น)?|ถือเป็น|ให้เป็น|ชื่อว่าเป็น)"
_ROOM = rf"[^\n{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}]"
_IS = re.compile(rf"{ASIDE}(?:(?P<bracket>\s?\(\s?)|(?P<spoken>{_ROOM}{{0,80}}?{_COPULA}\s?)| ?[:|=–-] ?| ?)")
_SUBJECT = re.compile(rf"{ASIDE}{_ROOM}{{0,110}}")
_TO = rf"(?:{FREE}{{0,60}}?(?:ให้แก่|ให้กับ|ให้|แก่|แด่|ของ|กับ|สำหรับ)\s?(?:{TITLE}\s?(?:ของ|จาก|ใน)?\s?)?)"
_NAMES = re.compile(NAMES)
_OBJECT = re.compile(rf"{_TO}?{OBJECT}")
_LEADS_TO = re.compile(rf"\s?\)?{_TO}{NAMES}| ?{NAMES}")
_WITH = re.compile(
    rf"[^\n{SCHOOL}{BODY}{GROUP}]{{0,80}}?(?:กับ|[-–:→>|])\s?(?:{FREE}{{0,60}}?(?:คือ|ได้แก่|ดังนี้|ประกอบด้วย|:))?"
    rf"\s?(?:\n\s?){{0,2}}(?:[-–•*]|\(?\d{{1,2}}[.)]?)?\s?(?:{PERSON}\s?)?{TITLE}?"
)
_NUMBERS = {"สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_POINTS = re.compile(
    rf"{FREE}{{0,60}}?(?:(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s?(?:{GENERIC}|แห่ง|สถานศึกษา)"
    rf"|{GENERIC}\s?(?:ดังกล่าว|เหล่านี้|อื่น|ขนาดเล็ก)|ให้(?=[\s\n]|$))"
)
_INTRODUCED = re.compile(r"(?:โดยมี|โดย|มี|ได้|ให้|เลือก|แต่งตั้ง|ขอ|เชิญ)\s?$")
_BESIDE = re.compile(r"กับ\s?$")
_OF = re.compile(r"\s?(?:ให้แก่|ให้กับ|ให้|แก่|ของ)")
_INTRO_END = re.compile(r"(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|ต่อไปนี้|:)\s?$")
_HEADING = 90
# A paragraph is no longer than this.
_FAR = 3000


@dataclass(slots=True)
class Cluster:
    """Leads and their partners: schools in order, where the text says it, and on what basis."""

    start: int
    end: int
    leads: list[Mention]
    partners: list[Mention] = field(default_factory=list)
    basis: Basis = "inferred"
    verb: tuple[int, int] | None = None
    points: bool = False
    """Whether the partners are only pointed at: "ทั้ง 4 โรงเรียนดังกล่าว"."""


def find_clusters(marked: Marked, lines: Lines) -> list[Cluster]:
    """Every lead with the partners that the text tells, in order."""
    words = find_words(marked.text)
    tables = [
        Cluster(row.start, row.end, row.leads, row.partners, row.basis) for row in rows_of_tables(marked, lines, words)
    ]
    spans = [(one.start, one.end) for one in tables]
    runs = [run for run in find_runs(marked, lines) if not any(start <= run.start < end for start, end in spans)]
    clusters = _Reader(marked, lines, runs, words).read()
    if _told_of_kinds(marked.text, words):
        for cluster in (*clusters, *tables):
            cluster.basis = "stated"
    return sorted((*clusters, *tables), key=lambda one: one.start)


# More sides or pairs than this are those of no one lead.
_MOST = 200


def find_pairs(
    marked: Marked, clusters: list[Cluster], agreements: list[list[Mention]]
) -> list[tuple[Mention, Mention, Basis, Cluster]]:
    """Mentor and partner of every cluster. One whose partners are only pointed at ("4 โรงเรียนดังกล่าว") has the other
    schools of the ``agreement`` that its lead is a side of.
    """
    led = {mention.name for cluster in clusters for mention in cluster.partners}
    leading = {mention.name for cluster in clusters for mention in cluster.leads if cluster.partners}
    several = len({mention.name for cluster in clusters for mention in cluster.leads}) > 1
    # Who is later said to help "ทั้ง 4 โรงเรียน" helps those that were named as its partners.
    helping = {
        one.name for cluster in clusters if cluster.points and cluster.basis == "stated" for one in cluster.leads
    }
    signed: dict[str, list[Mention]] = {}
    for sides in agreements:
        for one in sides:
            signed.setdefault(one.name, sides)
    pairs: list[tuple[Mention, Mention, Basis, Cluster]] = []
    for cluster in clusters:
        names = {mention.name for mention in cluster.leads}
        # Several leads at once tell nothing of who mentors whom, unless they help together.
        if len(names) > 1 and len({one.name for one in cluster.partners}) > 1 and cluster.verb is None:
            continue
        partners = cluster.partners
        pointed = cluster.points or (cluster.basis == "stated" and not several)
        if not partners and pointed and len(names) == 1 and not names & leading:
            partners = [
                one
                for one in signed.get(next(iter(names)), ())[:_MOST]
                if one.kind == "school" and one.name not in names | led | leading
            ]
        basis: Basis = "stated" if names <= helping else cluster.basis
        for lead in cluster.leads:
            pairs += [(lead, partner, basis, cluster) for partner in partners if partner.name not in names]
    return pairs


def _told_of_kinds(text: str, words: list[Word]) -> bool:
    """Whether the text says of the kinds that one helps the other: "โรงเรียนแกนนำเป็นพี่เลี้ยงให้โรงเรียนเครือข่าย"."""
    for number, (lead, verb) in enumerate(itertools.pairwise(words)):
        mentors = verb.role == "lead" and verb.basis == "stated" and lead.basis != "stated"
        if lead.role != "lead" or not (verb.role == "helps" or mentors):
            continue
        if not re.fullmatch(rf"{FREE}{{0,60}}", text[lead.end : verb.start][:99]):
            continue
        helped = next((one for one in words[number + 2 : number + 6] if one.role != "helps"), None)
        if helped is not None and helped.role == "partner" and helped.start - verb.end < 90:
            if not re.search(f"[\n{SCHOOL}{PERSON}]", text[verb.end : helped.start]):
                return True
        elif re.match(rf"{FREE}{{0,30}}?{GENERIC}(?!\s?ของ)", text[verb.end : verb.end + 60]):
            return True
    return False


@dataclass(slots=True)
class _Part:
    """What the text makes of a run: a lead or partner, said where, and whom it is the object of."""

    lead: Basis | None = None
    partner: bool = False
    said: Word | None = None
    spoken: bool = False
    object_of: int | None = None
    led_by: int | None = None
    basis: Basis = "inferred"
    verb: tuple[int, int] | None = None
    points: re.Match[str] | None = None


class _Reader:
    """Gives each run its part, then lets leads open clusters and partners join them."""

    def __init__(self, marked: Marked, lines: Lines, runs: list[Run], words: list[Word]) -> None:
        self.text = marked.text
        self.marked = marked
        self.lines = lines
        self.runs = runs
        self.words = words
        self.starts = [run.start for run in runs]
        self.parts = [_Part() for _ in runs]
        self.clusters: list[Cluster] = []
        self.of_run: dict[int, Cluster] = {}
        self.leads: set[str] = set()

    def read(self) -> list[Cluster]:
        for number, word in enumerate(self.words):
            after = bisect_left(self.starts, word.end)
            if word.role in ("lead", "partner"):
                self._kind(number, after)
            elif word.role == "helped":
                self._passive(number, after)
        for number, word in enumerate(self.words):
            if word.role == "helps":
                self._verb(number, bisect_left(self.starts, word.end))
        for number in range(len(self.runs)):
            self._place(number)
        self._before_their_lead()
        return [cluster for cluster in self.clusters if cluster.leads]

    def _gap(self, start: int, number: int, most: int = 170) -> str | None:
        """What stands between ``start`` and run ``number``; None where that is too far or there is none."""
        if number >= len(self.runs) or self.runs[number].start - start > most:
            return None
        return self.text[start : self.runs[number].start]

    def _kind(self, number: int, after: int) -> None:
        """A word for leads or partners: said of the run before it, or naming the one after."""
        word = self.words[number]
        is_ = None
        if after and word.start >= self.runs[after - 1].end and word.start - self.runs[after - 1].end < 170:
            is_ = _IS.fullmatch(self.text, self.runs[after - 1].end, word.start)
        gap = self._gap(word.end, after)
        names = gap is not None and _NAMES.fullmatch(gap)
        of = word.role == "lead" and gap is not None and _OF.match(gap) is not None
        if is_ and names and not is_["spoken"] and not of and not re.search("[\n)]", gap or ""):
            if is_["bracket"] and word.role == "lead":
                # "S (โรงเรียนพี่เลี้ยง คือ S)"
                self.parts[after - 1].led_by, self.parts[after - 1].partner = after, True
            is_ = None
        if is_:
            part = self.parts[after - 1]
            if is_["bracket"] or is_["spoken"] or of:
                part.partner, part.lead = False, None
            self._call(part, word)
            part.spoken = part.spoken or is_["spoken"] is not None
            if word.role == "lead" and (is_["spoken"] or is_["bracket"] or of):
                self._leads_to(word, after, spoken=is_["spoken"] is not None or of)
        elif names and not self._of_both(number, gap or ""):
            self._call(self.parts[after], word)

    def _of_both(self, number: int, gap: str) -> bool:
        """Whether "โรงเรียนแกนนำกับโรงเรียนร่วมพัฒนา ดังนี้" opens a list of both kinds."""
        word, before = self.words[number], self.words[number - 1] if number else None
        return (
            before is not None
            and {before.role, word.role} == {"lead", "partner"}
            and re.fullmatch(rf"{FREE}{{0,50}}", self.text[before.end : word.start]) is not None
            and "นี้" in gap
            and not any(
                part.said is before for part in self.parts[max(0, bisect_left(self.starts, word.start) - 1) :][:1]
            )
        )

    def _call(self, part: _Part, word: Word) -> None:
        if word.role == "partner":
            part.partner = part.lead is None
        elif not part.partner and part.lead != "stated":
            part.lead, part.said = word.basis, word

    def _leads_to(self, word: Word, after: int, spoken: bool) -> None:
        """What follows "S เป็นพี่เลี้ยง": others, who are named ("ให้ S") or pointed at ("ให้ทั้งสองโรงเรียน")."""
        gap = self._gap(word.end, after)
        lead = self.parts[after - 1]
        if gap is not None and (_LEADS_TO.fullmatch(gap) if spoken else re.match(rf"\s?\){_TO}{NAMES}$", gap)):
            self._join_object(after, after - 1, word.basis, None)
        elif spoken and (points := _POINTS.match(self.text, word.end)):
            lead.points = points

    def _join_object(self, number: int, subject: int, basis: Basis, verb: tuple[int, int] | None) -> None:
        part = self.parts[number]
        if part.object_of is None or basis == "stated":
            part.object_of, part.basis, part.verb = subject, basis, verb

    def _passive(self, number: int, after: int) -> None:
        """In "S S ได้รับการดูแลจาก S" who comes after leads."""
        word = self.words[number]
        gap = self._gap(word.end, after, 60)
        if gap is None:
            return
        before = self.text[self.runs[after - 1].end : word.start][:300] if after else "\n"
        following = self.words[number + 1] if number + 1 < len(self.words) else None
        if not re.fullmatch(rf"{ASIDE}{_ROOM}{{0,40}}", before):
            if "พี่เลี้ยง" in self.text[word.start : word.end] and _NAMES.fullmatch(gap):
                self._call(self.parts[after], Word("lead", word.start, word.end, "stated"))
            return
        by_kind = following is not None and following.role == "lead" and following.start < self.runs[after].start
        if by_kind or re.fullmatch(rf"\s?{TITLE}?(?:ของ|จาก)?\s?{NAMES}", gap):
            self.parts[after - 1].led_by = after
            self.parts[after - 1].basis = word.basis
            self.parts[after - 1].partner, self.parts[after - 1].lead = True, None
            self.parts[after].lead = word.basis

    def _verb(self, number: int, after: int) -> None:
        """A verb of helping: its subject leads, its object is led."""
        word = self.words[number]
        subject = after - 1
        if subject < 0 or not _SUBJECT.fullmatch(self.text[self.runs[subject].end : word.start][:300]):
            return
        near = self.words[max(0, number - 12) : number]
        between = [one for one in near if one.start >= self.runs[subject].end]
        if any(one.role in ("stop", "partner") for one in between):
            return
        gap = self._gap(word.end, after)
        following = next((one for one in self.words[number + 1 : number + 8] if one.role != "helps"), None)
        kind = (
            following is not None
            and following.role == "partner"
            and re.fullmatch(rf"{FREE}{{0,50}}", self.text[word.end : following.start][:60]) is not None
        )
        part = self.parts[subject]
        if gap is not None and (
            _OBJECT.fullmatch(gap)
            or (kind and following is not None and _NAMES.fullmatch(self.text, following.end, self.runs[after].start))
        ):
            self._join_object(after, subject, "stated", (word.start, word.end))
            self.parts[after].partner = True
            if self.parts[after].lead and self.parts[after].said is None:
                self.parts[after].lead = None
        elif kind or (points := _POINTS.match(self.text, word.end)):
            part.points = _POINTS.match(self.text, word.end) if kind else points
            if part.points is None and following is not None:
                part.points = re.compile("").match(self.text, following.end)
            part.basis, part.verb = "stated", (word.start, word.end)
        else:
            return
        part.lead = "stated"
        part.partner = False

    def _place(self, number: int) -> None:
        part = self.parts[number]
        subject = part.object_of
        if subject is not None and self.parts[subject].led_by is None:
            cluster = self.of_run.get(subject) or self._open(subject)
            self._join(cluster, number)
            cluster.basis = "stated" if "stated" in (part.basis, cluster.basis) else "inferred"
            cluster.verb = cluster.verb or part.verb
            return
        if part.led_by is not None:
            return
        if part.lead:
            cluster = self._open(number)
            for led in range(max(0, number - 3), number):
                if self.parts[led].led_by == number:
                    self._join(cluster, led)
            self._introduced(number, cluster)
        elif (reached := self._reached(number)) is not None:
            self._join(reached, number)

    def _open(self, number: int) -> Cluster:
        run, part = self.runs[number], self.parts[number]
        start = min(run.start, part.said.start) if part.said else run.start
        end = max(run.end, part.said.end) if part.said else run.end
        cluster = Cluster(start, end, list(run.schools), [], part.lead or "inferred", part.verb)
        if part.points is not None:
            cluster.points = True
            self._pointed(cluster, run, part.points)
        self.of_run[number] = cluster
        self.leads |= {one.name for one in run.schools}
        self.clusters.append(cluster)
        return cluster

    def _join(self, cluster: Cluster, number: int) -> None:
        leads = {mention.name for mention in cluster.leads}
        cluster.partners += [one for one in self.runs[number].schools if one.name not in leads]
        cluster.end = max(cluster.end, self.runs[number].end)
        self.of_run.setdefault(number, cluster)

    def _pointed(self, cluster: Cluster, run: Run, points: re.Match[str]) -> None:
        """Behind "ทั้งสองโรงเรียน" stand the schools of the paragraph so far, where they are as many."""
        if points.re is not _POINTS:
            return
        count = points["count"]
        if count is None:
            start = self.text.rfind("\n", max(0, run.start - _FAR), run.start) + 1
            sides = [one for one in self.marked.between(start, run.start) if one.kind == "school"]
            if not self.leads & {one.name for one in sides}:
                cluster.partners += [one for one in sides if one.name not in {lead.name for lead in run.schools}]
            return
        start = self.text.rfind("\n\n", max(0, run.start - _FAR), run.start) + 1
        names = {one.name for one in cluster.leads}
        if start == 0 and run.start > _FAR:
            return
        others = {
            one.name: one
            for one in self.marked.between(start, run.start)
            if one.kind == "school" and one.name not in names
        }
        if len(others) == (_NUMBERS.get(count) or int(count)):
            cluster.partners += others.values()

    def _introduced(self, number: int, cluster: Cluster) -> None:
        """In "S S โดยมี S เป็นพี่เลี้ยง" the list before are the partners."""
        run, part = self.runs[number], self.parts[number]
        following = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if cluster.partners or cluster.points or not part.spoken or (following and following.object_of == number):
            return
        words = self.text[max(0, run.start - 9) : run.start]
        if not number or not (_INTRODUCED.search(words) or (cluster.basis == "stated" and _BESIDE.search(words))):
            return
        between = self.text[self.runs[number - 1].end : run.start]
        if self.parts[number - 1].lead is None and len(between) < 60 and "\n" not in between:
            if number - 1 in self.of_run:
                return
            self._join(cluster, number - 1)

    def _reached(self, number: int) -> Cluster | None:
        """The cluster that a run joins which is no object: by its kind, beside its lead, or in a list below it."""
        run, part = self.runs[number], self.parts[number]
        cluster = self.clusters[-1] if self.clusters else None
        if cluster is None:
            return None
        if part.partner:
            blank = "\n\n" in self.text[cluster.end : run.start].replace(" ", "")
            return cluster if len(self.leads) == 1 or not cluster.partners or not blank else None
        previous = self.of_run.get(number - 1)
        if previous is cluster and not cluster.partners and len(cluster.leads) == 1:
            beside = self.text[self.runs[number - 1].end : run.start]
            if len(beside) < 200 and _WITH.fullmatch(beside):
                return cluster
        return cluster if self._below(cluster, run) else None

    def _below(self, cluster: Cluster, run: Run) -> bool:
        """Whether a run stands in the list under the line of the lead."""
        first, last = self.lines.index(cluster.start), self.lines.index(run.start)
        head = self.lines.all[first]
        if not first < last <= first + 40:
            return False
        text = self.lines.text(head)
        if head.level == 0 and len(text) > _HEADING and not _INTRO_END.search(text):
            return False
        return all(
            line.level > head.level or not self.lines.text(line).strip()
            for line in self.lines.all[first + 1 : last + 1]
        )

    def _before_their_lead(self) -> None:
        """Partners named before the one lead of the text, or of their paragraph, is."""
        waiting = [number for number, part in enumerate(self.parts) if part.partner and number not in self.of_run]
        for cluster in self.clusters:
            if cluster.partners or cluster.points:
                continue
            before = bisect_left(waiting, cluster.start, key=lambda number: self.runs[number].start)
            start = self.text.rfind("\n\n", max(0, cluster.start - _FAR), cluster.start)
            for number in waiting[max(0, before - 12) : before]:
                if self.runs[number].start > start or len(self.clusters) == 1:
                    self._join(cluster, number)
