"""Step 7, relations among schools: who leads or mentors whom, and on what basis the text says so.

Each run of schools (``roles``) is given its part: named or called a lead or a partner, subject or object of a verb of
helping. Leads then open clusters, and partners join the lead of their sentence, of their item or above their list.
A verb of helping, or the word พี่เลี้ยง, states mentoring; lead and partner words alone let it be inferred.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from graphmou.extract.mentoring.clusters import Cluster
from graphmou.extract.mentoring.frames import (
    AND,
    AND_ITS,
    AT,
    AT_THEIRS,
    BESIDE,
    BRACKETS,
    CARE,
    GIVES,
    GOES_ON,
    HAS,
    INTRODUCED,
    IS,
    LEADS_TO,
    NAMED,
    OF,
    OF_GROUP,
    OF_VERB,
    OF_WHOM,
    POINTS,
    RECEIVED,
    RECEIVES,
    REST,
    REST_NAMED,
    ROOM,
    SUBJECT,
    THEY,
    TO,
    WHO,
    WITH,
)
from graphmou.extract.mentoring.kinds_told import told_of_kinds
from graphmou.extract.mentoring.lead_tables import rows_of_tables
from graphmou.extract.mentoring.legends import legends_of, rows_by_legend
from graphmou.extract.mentoring.lists import below_partners, stands_below
from graphmou.extract.mentoring.ordered import ordered_pairs
from graphmou.extract.mentoring.roles import ASIDE, FREE, NAMES, Basis, Run, Word, find_runs, find_words
from graphmou.extract.text.lines import Lines
from graphmou.extract.text.marked import GENERIC, TITLE, Marked
from graphmou.extract.text.number_words import NUMBERS

__all__ = ["find_clusters"]

# A paragraph is no longer than this.
_FAR = 3000


def find_clusters(marked: Marked, lines: Lines) -> list[Cluster]:
    """Every lead with the partners that the text tells, in order."""
    ordered = ordered_pairs(marked)
    words = [word for word in find_words(marked.text) if not any(one.start <= word.start < one.end for one in ordered)]
    legends = legends_of(marked.text)
    words = [word for word in words if not any(one.start() <= word.start < one.end() for one in legends)]
    rows = [*rows_by_legend(marked, legends)] or rows_of_tables(marked, lines, words)
    tables = [Cluster(row.start, row.end, row.leads, row.partners, row.basis) for row in rows]
    spans = [(one.start, one.end) for one in tables]
    runs = [run for run in find_runs(marked, lines) if not any(start <= run.start < end for start, end in spans)]
    clusters = _Reader(marked, lines, runs, words).read()
    if told_of_kinds(marked.text, words):
        for cluster in (*clusters, *tables):
            cluster.basis = "stated"
    told = [Cluster(one.start, one.end, [one.lead], one.partners, "stated") for one in ordered]
    return sorted((*clusters, *tables, *told), key=lambda one: one.start)


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

    @property
    def free(self) -> bool:
        """Whether nothing is said of the run."""
        return self.lead is None and not self.partner and self.object_of is None and self.led_by is None


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
        self._linked()
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
            is_ = IS.fullmatch(self.text, self.runs[after - 1].end, word.start)
        gap = self._gap(word.end, after)
        names = gap is not None and NAMED.fullmatch(gap)
        if gap is not None and OF_WHOM.fullmatch(gap) and self._named_of(word, after):
            return
        of = word.role == "lead" and gap is not None and OF.match(gap) is not None
        if is_ and names and not is_["spoken"] and not of and not re.search("[\n)]", BRACKETS.sub("", gap or "")):
            if is_["bracket"] and word.role == "lead":
                # "S (โรงเรียนพี่เลี้ยง คือ S)"
                self.parts[after - 1].led_by, self.parts[after - 1].partner = after, True
            is_ = None
        if (
            word.role == "partner"
            and after
            and (
                rest := REST.search(self.text, self.runs[after - 1].end, word.start)
                or REST_NAMED.match(self.text, word.end)
            )
        ):
            # "S เป็นแกนนำ ส่วนโรงเรียนที่เหลือเป็นเครือข่าย"
            if self.parts[after - 1].lead:
                self.parts[after - 1].points = rest
            return
        if is_ and is_["spoken"] and not of and word.role == "lead" and self._goes_on(after - 1, word.start):
            self._join_object(after - 1, after - 2, word.basis, None)
            self.parts[after - 1].partner = True
            return
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
            if after and word.basis == "stated" and self.parts[after - 1].free and self._labelled(after):
                # "S พี่เลี้ยง S": the word is a label of the second.
                self.parts[after - 1].led_by, self.parts[after - 1].basis = after, "stated"
            if word.role == "partner" and after and AND_ITS.search(self.text, word.start, word.end):
                between = self.text[self.runs[after - 1].end : word.start]
                if len(between) < 80 and AND.fullmatch(between) and self.parts[after - 1].free:
                    self._call(
                        self.parts[after - 1],
                        Word(
                            "lead",
                            *self.runs[after - 1].span,
                            "stated" if CARE.search(self.text, word.start, word.end) else "inferred",
                        ),
                    )

    def _labelled(self, number: int) -> bool:
        return re.fullmatch(rf" {GENERIC}?[A-Za-zก-๎]+ ", self._between(number)) is not None

    def _goes_on(self, last: int, word: int) -> bool:
        """Whether not run ``last`` but the one before is the subject of a ``word``: "S ลงนามกับ S เพื่อเป็นพี่เลี้ยง"."""
        if last < 1 or self.parts[last].object_of is not None or self.parts[last - 1].partner:
            return False
        between = self.text[self.runs[last - 1].end : self.runs[last].start]
        behind = self.text[self.runs[last].end : word]
        if len(between) > 170 or "\n" in between or "ระหว่าง" in between:
            return False
        if RECEIVED.match(behind):
            return GIVES.search(between) is not None
        return GOES_ON.match(behind) is not None and RECEIVES.search(between[-100:]) is not None

    def _named_of(self, word: Word, of: int) -> bool:
        """In "พี่เลี้ยงของ S คือ S" and "ลูกข่ายของ S ได้แก่ S" the second is what the word says, of the first."""
        between = self._gap(self.runs[of].end, of + 1, 100)
        if between is None or not NAMED.fullmatch(between) or not WHO.search(between):
            return False
        lead, led = (of + 1, of) if word.role == "lead" else (of, of + 1)
        basis = "stated" if CARE.search(self.text, word.start, word.end) else word.basis
        self.parts[lead].lead, self.parts[lead].partner = basis, False
        self.parts[led].partner, self.parts[led].lead, self.parts[led].basis = True, None, basis
        if lead < led:
            self._join_object(led, lead, basis, None)
        else:
            self.parts[led].led_by = lead
        return True

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
        if gap is not None and (LEADS_TO.fullmatch(gap) if spoken else re.match(rf"\s?\){TO}{NAMES}$", gap)):
            self._join_object(after, after - 1, word.basis, None)
        elif spoken and (points := POINTS.match(self.text, word.end)):
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
        if not re.fullmatch(rf"{ASIDE}{ROOM}{{0,40}}", before):
            if "พี่เลี้ยง" in self.text[word.start : word.end] and NAMED.fullmatch(gap):
                self._call(self.parts[after], Word("lead", word.start, word.end, "stated"))
            elif NAMED.fullmatch(gap) and (they := THEY.search(self.text, max(0, word.start - 70), word.start)):
                self.parts[after].lead, self.parts[after].points = word.basis, they
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
        if subject < 0 or not SUBJECT.fullmatch(self.text[self.runs[subject].end : word.start][:300]):
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
        if not (gap is not None and OF_VERB.fullmatch(gap)) and self._goes_on(subject, word.start):
            self._join_object(subject, subject - 1, "stated", (word.start, word.end))
            self.parts[subject].partner, self.parts[subject].lead = True, None
            return
        part = self.parts[subject]
        if gap is not None and (
            OF_VERB.fullmatch(gap)
            or (AT_THEIRS.search(self.text, word.start, word.end) and AT.fullmatch(gap))
            or (kind and following is not None and NAMED.fullmatch(self.text, following.end, self.runs[after].start))
        ):
            self._join_object(after, subject, "stated", (word.start, word.end))
            self.parts[after].partner = True
            if self.parts[after].lead and self.parts[after].said is None:
                self.parts[after].lead = None
        elif kind or (points := POINTS.match(self.text, word.end)):
            part.points = POINTS.match(self.text, word.end) if kind else points
            if part.points is None and following is not None:
                part.points = re.compile("").match(self.text, following.end)
            part.basis, part.verb = "stated", (word.start, word.end)
        elif subject and self._introduces(subject) and self.parts[subject - 1].free and not self._told_between(subject):
            # "S จะมี S คอยดูแล"
            self._join_object(subject - 1, subject, "stated", (word.start, word.end))
            self.parts[subject - 1].partner = True
        else:
            return
        part.lead = "stated"
        part.partner = False

    def _introduces(self, number: int) -> bool:
        """Whether "มี" or "โดยมี" stands before a run."""
        return HAS.search(self.text, max(0, self.runs[number].start - 30), self.runs[number].start) is not None

    def _told_between(self, number: int) -> bool:
        """Whether a sentence may end between a run and the one before it."""
        between = self.text[self.runs[number - 1].end : self.runs[number].start]
        return len(between) > 40 or "\n" in between

    def _linked(self) -> None:
        """Of "S กับ S" that is the object of one verb, or led by one school, both are."""
        for number in range(1, len(self.runs)):
            before, part = self.parts[number - 1], self.parts[number]
            if number > 1 and part.free and self._likewise(number):
                # "S อยู่ในความดูแลของ S เช่นเดียวกับ S": so is the last.
                if self.parts[number - 2].led_by == number - 1:
                    part.object_of, part.basis, part.partner = number - 1, self.parts[number - 2].basis, True
                elif before.object_of is not None:
                    part.object_of, part.basis, part.verb = before.object_of, before.basis, before.verb
                    part.partner = True
            if not self._beside(number):
                continue
            if before.object_of is not None and part.free:
                part.object_of, part.basis, part.verb = before.object_of, before.basis, before.verb
                part.partner = True
            elif part.led_by is not None and before.free:
                before.led_by, before.basis, before.partner = part.led_by, part.basis, True
            elif before.partner and before.led_by is None and part.free:
                part.partner = True

    def _beside(self, number: int) -> bool:
        """Whether nothing but "กับ" stands before a run and the one before it."""
        return number > 0 and self.text[self.runs[number - 1].end : self.runs[number].start].strip() == "กับ"

    def _likewise(self, number: int) -> bool:
        return re.fullmatch(r"\s?(?:เช่นเดียวกับ|รวมถึง|รวมทั้ง|ตลอดจน)\s?", self._between(number)) is not None

    def _between(self, number: int) -> str:
        """What stands between a run and the one before it, its beginning."""
        return self.text[self.runs[number - 1].end : self.runs[number].start][:200]

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
            known = {one.name for one in reached.partners}
            self._join(reached, number)
            reached.by_place |= {one.name for one in reached.partners} - known

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
        if points.re not in (POINTS, THEY, REST, REST_NAMED):
            return
        count = points["count"]
        names = {one.name for one in cluster.leads}
        gap = "\n" if count is None and points.re not in (REST, REST_NAMED) else "\n\n"
        start = self.text.rfind(gap, max(0, run.start - _FAR), run.start) + 1
        # What is pointed at may be named in the paragraph before.
        before = self.text.rfind("\n\n", max(0, start - _FAR), max(0, start - 2)) + 1
        back = count is not None or points.re in (REST, REST_NAMED) or GENERIC in points[0]
        for place in (start, before) if back else (start,):
            if place == 0 and run.start > _FAR:
                return
            others = {one.name: one for one in self.marked.between(place, run.start) if one.kind == "school"}
            if count is None and points.re not in (REST, REST_NAMED) and self.leads & others.keys():
                return
            others = {name: one for name, one in others.items() if name not in names}
            if others and (count is None or len(others) == (NUMBERS.get(count) or int(count))):
                cluster.partners += others.values()
                return

    def _introduced(self, number: int, cluster: Cluster) -> None:
        """In "S S โดยมี S เป็นพี่เลี้ยง" the list before are the partners."""
        run, part = self.runs[number], self.parts[number]
        following = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if cluster.partners or cluster.points or not part.spoken or (following and following.object_of == number):
            return
        words = self.text[max(0, run.start - 24) : run.start]
        if not number or not (INTRODUCED.search(words) or (cluster.basis == "stated" and BESIDE.search(words))):
            return
        between = self.text[self.runs[number - 1].end : run.start]
        if self.parts[number - 1].lead is None and len(between) < 60 and "\n" not in between:
            if number - 1 in self.of_run:
                return
            self._join(cluster, number - 1)
            if self._beside(number - 1) and self.parts[number - 2].free and number - 2 not in self.of_run:
                self._join(cluster, number - 2)

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
            if len(beside) < 200 and (WITH.fullmatch(beside) or self._of_one_group(number)):
                return cluster
        return (
            cluster
            if stands_below(self.lines, cluster.start, run.start) or below_partners(self.lines, self.words, run.start)
            else None
        )

    def _of_one_group(self, number: int) -> bool:
        """Whether a run goes on the list of a group behind its lead: "กลุ่มที่ 1 ประกอบด้วย S (แกนนำ) S S"."""
        lead, run = self.runs[number - 1], self.runs[number]
        beside = self.text[lead.end : run.start]
        return (
            re.fullmatch(r"\s?\([^)\n]*\)\s?(?:,|และ)?\s?", beside) is not None
            and OF_GROUP.search(self.text, max(0, lead.start - 60), lead.start) is not None
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
