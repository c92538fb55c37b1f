"""Step 8, agreements: statements of the same signing brought together, with day, term, roles, witnesses, overseers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from graphmou.extract.draft import Draft
from graphmou.extract.findings import Quote
from graphmou.extract.lines import Line
from graphmou.extract.marked import GENERIC, OFFICE, PERSON, PLACE, TITLE
from graphmou.extract.mention import Mention
from graphmou.extract.moments import Moment
from graphmou.extract.papers import title_of
from graphmou.extract.parties import Sides, sides_of, unnamed_of
from graphmou.extract.signing import Statement, find_statements, signing_line
from graphmou.extract.understood import counted_sides, listed_schools, numbered_blocks

__all__ = ["Agreement", "find_agreements"]

_EACH = re.compile(r"แต่ละ|คู่|ฉบับละ|ฉบับที่\s?\d+\s?[-–]|\d+\s?ฉบับ")
_DECLARED = re.compile(r"(?<!\d)(\d{1,2})\s?ฉบับ")
# A statement repeats one of the last agreements, or none.
_NEAR = 60
_ORDER = {"between": 0, "item": 0, "cluster": 0, "pair": 0, "with": 1, "joint": 2, "signers": 3}


_STORY = 100
"""Dates before an agreement that may be its day."""


@dataclass(slots=True)
class Agreement:
    """One agreement: the ids of its sides in order, and the statements that report it."""

    sides: list[str]
    statements: list[Statement]
    label: str = ""
    unnamed: int = 0
    signed_on: str | None = None
    starts: str | None = None
    ends: str | None = None
    roles: dict[str, str] = field(default_factory=dict)
    witnesses: list[str] = field(default_factory=list)
    overseers: list[str] = field(default_factory=list)

    title: str = ""

    def quotes(self, draft: Draft) -> list[Quote]:
        """The phrases that report it: the words of signing and each side."""
        found = [draft.quote_between(one.start, one.end) for one in self.statements[:2]]
        sides = {mention.entity: mention for one in self.statements for mention in one.sides.mentions}
        return list(dict.fromkeys([*found, *(draft.quote_of(mention) for mention in sides.values())]))

    @property
    def first(self) -> Statement:
        """The statement that says most."""
        return self.statements[0]


def find_agreements(draft: Draft) -> list[Agreement]:
    """Every agreement that the text reports as signed."""
    statements = find_statements(draft.marked, draft.lines, draft.posts, draft.moments)
    pairs = _inline_pairs(draft)
    spans = [(pair.start, pair.end) for pair in pairs]
    statements = [
        one for one in statements if not any(one.start < start and end <= one.end + 1 for start, end in spans)
    ]
    statements += pairs + _from_lists(draft, statements)
    if not statements:
        statements = (
            _from_blocks(draft) or _from_clusters(draft) or _from_counted_sides(draft) or _from_plain_lines(draft)
        )
    agreements = _brought_together(draft, statements)
    _add_kinds(draft, agreements)
    agreements = [one for agreement in agreements for one in _one_each(draft, agreement)]
    day = _main_day(draft)
    if day is None and _only_planned(draft):
        return []
    told = 0
    for agreement in agreements:
        agreement.signed_on = _day_of(draft, agreement, day)
        agreement.unnamed = _unnamed(draft, agreement)
        agreement.title = title_of(draft, agreement.first, told)
        told = agreement.first.end
    return [agreement for agreement in agreements if agreement.sides]


_ONE_EACH = re.compile(rf"(?:แห่ง|โรงเรียน|{GENERIC})ละ\s?1\s?ฉบับ")


def _one_each(draft: Draft, agreement: Agreement) -> list[Agreement]:
    """One agreement a school, where the text says that each school signed one of its own with the same other side."""
    # The line before may say it, where the one reported is the list of who signed.
    numbers = {number for one in agreement.statements for number in (max(0, one.line - 1), one.line)}
    lines = [draft.lines.all[number] for number in numbers]
    if not any(_ONE_EACH.search(draft.marked.text, line.start, line.end) for line in lines):
        return [agreement]
    schools = [side for side in agreement.sides if draft.by_id[side].kind == "school"]
    others = [side for side in agreement.sides if side not in schools]
    if not others:
        bodies = draft.of_kind("organisation") or draft.of_kind("office")
        others = [max(bodies, key=lambda body: len(body.mentions)).id] if bodies else []
    if len(schools) < 2 or not others:
        return [agreement]
    return [Agreement([*others, school], list(agreement.statements)) for school in schools]


def _from_lists(draft: Draft, statements: list[Statement]) -> list[Statement]:
    """Agreements told by a list: one a pair, or one a lead with its partners, under a head that speaks of signing."""
    found: list[Statement] = []
    for number, line in enumerate(draft.lines.all):
        head = draft.lines.text(line)
        if not re.search(r"ลงนาม|MOU|ข้อตกลง", head) or not re.search(r"(?:ดังนี้|ได้แก่|ประกอบด้วย|คือ|:)\s?$", head):
            continue
        between = re.search(rf"ระหว่าง[^{PLACE[1:-1]}{PERSON}\n]*$", head)
        if between is None:
            continue
        items = draft.lines.items_after(number) or _items_under_headings(draft, number)
        pairs = [_pair(draft, item.start, item.end) for item in items]
        if items and all(pairs) and _EACH.search(head):
            for item, pair in zip(items, pairs, strict=True):
                found.append(_statement(draft, pair or [], item.start, item.end, "pair", number))
            continue
        end = items[-1].end if items else line.end
        clusters = [cluster for cluster in draft.clusters if line.start <= cluster.start <= max(end, line.end)]
        if len(clusters) > 1 and _EACH.search(between[0]):
            for cluster in clusters:
                sides = [*cluster.leads, *cluster.partners]
                found.append(_statement(draft, sides, cluster.start, cluster.end, "cluster", number))
        elif clusters:
            sides = [one for cluster in clusters for one in (*cluster.leads, *cluster.partners)]
            found.append(_statement(draft, sides, clusters[0].start, clusters[-1].end, "cluster", number))
    return found


def _from_clusters(draft: Draft) -> list[Statement]:
    """One agreement of all leads and partners, where a signing is reported and no sides are told otherwise."""
    clusters = [cluster for cluster in draft.clusters if cluster.partners]
    number = signing_line(draft.marked, draft.lines, draft.posts, draft.moments)
    if not clusters or number is None:
        return []
    if len(clusters) > 1 and _declared(draft) == len(clusters):
        return [
            _statement(draft, [*one.leads, *one.partners], one.start, one.end, "cluster", number) for one in clusters
        ]
    sides = [one for cluster in clusters for one in (*cluster.leads, *cluster.partners)]
    line = draft.lines.all[number]
    if joint := _OFFICE_WITH.search(draft.marked.text, line.start, line.end):
        sides.insert(0, draft.marked.at(joint.start()))
    statement = _statement(draft, sides, clusters[0].start, clusters[-1].end, "cluster", number)
    statement.agreement = ""
    return [statement]


def _from_blocks(draft: Draft) -> list[Statement]:
    """One agreement for each "ฉบับที่ 1" with a list below it, where a signing is reported."""
    if signing_line(draft.marked, draft.lines, draft.posts, draft.moments) is None:
        return []
    return [
        _statement(draft, sides, line.start, end, "item", draft.lines.index(line.start))
        for sides, line, end in numbered_blocks(draft)
    ]


def _from_counted_sides(draft: Draft) -> list[Statement]:
    """The sides that the text counts and names, "สี่ฝ่าย คือ ...", where a signing is reported."""
    number = signing_line(draft.marked, draft.lines, draft.posts, draft.moments)
    found = counted_sides(draft)
    if number is None or found is None or _VISIT.search(draft.text[:400]) or not _PEN.search(draft.text):
        return []
    sides, start, end = found
    statement = _statement(draft, sides, start, end, "signers", number)
    statement.agreement = ""
    return [statement]


def _add_kinds(draft: Draft, agreements: list[Agreement]) -> None:
    """The schools behind a side told only by kind and number, "โรงเรียนหลักและโรงเรียนเครือข่าย รวม 7 โรงเรียน"."""
    if len(agreements) != 1:
        return
    agreement = agreements[0]
    counted = max(one.sides.counted for one in agreement.statements)
    named = [side for side in agreement.sides if draft.by_id[side].kind == "school"]
    schools = listed_schools(draft, agreement.first.line)
    if named or not 2 <= len(schools) <= counted:
        return
    agreement.sides += [school.entity for school in schools]
    agreement.first.sides.mentions += schools


_OFFICE_WITH = re.compile(rf"{OFFICE}\s?ร่วมกับ\s?{GENERIC}[^\n]{{0,80}}?(?:ลงนาม|ทำบันทึก)")


_SPEAKS = re.compile(rf"\s?{PLACE}[^\n{PLACE[1:-1]}]{{0,25}}?(?:โดย|ผู้ลงนาม)\s?(?:[{TITLE}]\s?)?{PERSON}")


# What follows such words is a look at what was signed before.
_VISIT = re.compile("ติดตาม|หารือ|ศึกษาดูงาน|เยี่ยม|ประเมิน|นิเทศ")
_PEN = re.compile("ลงนาม|เซ็น|จรดปากกา")


_SIDE_LINE = re.compile(r"[^\w\n]{0,4}ฝ่ายที่\s?\d")
_INTRO = re.compile(r"(?:ประกอบด้วย|ดังนี้|ได้แก่|คือ|:)\s?$")


def _listed_sides(draft: Draft, number: int) -> list[Mention]:
    """The sides of lines "ฝ่ายที่ 1 S", or of the lines after a report of signing that introduces them."""
    posts = {id(post.person): [post] for post in draft.posts}
    lines = [line for line in draft.lines.all if _SIDE_LINE.match(draft.marked.text, line.start, line.end)]
    if not lines and _INTRO.search(draft.lines.text(draft.lines.all[number])):
        for line in draft.lines.all[number + 1 : number + 20]:
            if not sides_of(draft.marked, line.start, line.end, posts).mentions or line.end - line.start > 120:
                break
            lines.append(line)
    found = [sides_of(draft.marked, line.start, line.end, posts).mentions[:1] for line in lines]
    return [side for sides in found for side in sides]


def _from_plain_lines(draft: Draft) -> list[Statement]:
    """The sides of a signing that is reported without saying between whom: lines "S โดย P", or the headline "A x B"."""
    number = signing_line(draft.marked, draft.lines, draft.posts, draft.moments)
    if number is None:
        return []
    spoken = [line for line in draft.lines.all if _SPEAKS.match(draft.marked.text, line.start, line.end)]
    sides = [draft.marked.between(line.start, line.end)[0] for line in spoken]
    sides = sides if len({side.entity for side in sides}) >= 2 else _listed_sides(draft, number)
    spoken = spoken or [draft.lines.all[number]]
    if len({side.entity for side in sides}) >= 2:
        statement = _statement(draft, sides, spoken[0].start, spoken[-1].end, "signers", number)
        statement.agreement = ""
        return [statement]
    if _main_day(draft) is None or _VISIT.search(draft.text[:400]) or not _PEN.search(draft.text):
        return []
    posts = {id(post.person): [post] for post in draft.posts}
    for position, line in enumerate(draft.lines.all[:4]):
        named = sides_of(draft.marked, line.start, line.end, posts)
        if len(named.ids()) >= 2 and any(draft.by_id[one].kind != "office" for one in named.ids()):
            statement = _statement(draft, named.mentions, line.start, line.end, "joint", max(number, position))
            statement.agreement = ""
            return [statement]
    return []


_PAIRS = re.compile(
    rf"คู่[^\n{PERSON}]{{0,25}}?(?:คือ|ได้แก่|ดังนี้|ระหว่าง)\s?"
    rf"(?P<pairs>(?:{PLACE} ?(?:[-–]|(?:คู่)?กับ) ?{PLACE}[ ,]*(?:และ ?)?){{2,}})"
)


def _inline_pairs(draft: Draft) -> list[Statement]:
    """Pairs within a sentence, each with an agreement of its own: "3 คู่ คือ S-S S-S และS-S"."""
    if signing_line(draft.marked, draft.lines, draft.posts, draft.moments) is None:
        return []
    found: list[Statement] = []
    for match in _PAIRS.finditer(draft.marked.text):
        sides = draft.marked.between(*match.span("pairs"))
        number = draft.lines.index(match.start())
        for first, second in zip(sides[::2], sides[1::2], strict=False):
            start, end = draft.marked.after(first) - 1, draft.marked.after(second)
            found.append(_statement(draft, [first, second], start, end, "pair", number))
    return found


def _items_under_headings(draft: Draft, number: int) -> list[Line]:
    """The lines after line ``number`` to the end of lists that stand under headings of their own."""
    found = []
    for line in draft.lines.all[number + 1 : number + 80]:
        text = draft.lines.text(line)
        if text.strip() and line.level == 0 and len(text) > 60:
            break
        if text.strip():
            found.append(line)
    return found


def _pair(draft: Draft, start: int, end: int) -> list[Mention] | None:
    sides = [
        one for one in draft.marked.between(start, end) if one.kind in ("school", "office", "organisation", "group")
    ]
    return sides if len({one.entity for one in sides}) == 2 else None


def _statement(draft: Draft, mentions: list[Mention], start: int, end: int, frame: str, number: int) -> Statement:
    unique = list({mention.entity: mention for mention in mentions}.values())
    return Statement(start, end, Sides(start, end, unique), frame, number, f"{frame}-{start}")


def _brought_together(draft: Draft, statements: list[Statement]) -> list[Agreement]:
    first_line = next((number for number, line in enumerate(draft.lines.all) if draft.lines.text(line).strip()), 0)
    headline = [one for one in statements if one.line == first_line and len(draft.lines.all) > 1]
    body = [one for one in statements if one not in headline]
    several = _declared(draft) >= 2
    agreements: list[Agreement] = []
    for statement in sorted(body, key=lambda one: (_ORDER[one.frame], one.start)):
        _place(draft, statement, agreements, several)
    if not agreements:
        for statement in headline:
            _place(draft, statement, agreements, several)
    elif len(agreements) == 1 and not agreements[0].label:
        # "A ลงนามกับ 4 หน่วยงาน" above a list of the four.
        for statement in headline:
            ids = statement.sides.ids()
            if (
                len(ids) == 1
                and ids[0] not in agreements[0].sides
                and statement.sides.counted == len(agreements[0].sides)
            ):
                agreements[0].sides = [*ids, *agreements[0].sides]
                agreements[0].statements.append(statement)
    return sorted(agreements, key=lambda one: one.first.start)


def _declared(draft: Draft) -> int:
    return max((int(found) for found in _DECLARED.findall(draft.marked.text)), default=0)


def _place(draft: Draft, statement: Statement, agreements: list[Agreement], several: bool) -> None:
    """Join ``statement`` to the agreement it repeats, or begin a new one."""
    ids = statement.sides.ids()
    here = set(ids)
    near = agreements[-_NEAR:]
    for agreement in near:
        there = set(agreement.sides)
        if statement.agreement and agreement.label and statement.agreement != agreement.label:
            continue
        same_label = bool(statement.agreement) and statement.agreement == agreement.label
        if (
            here == there
            or same_label
            or (here <= there and not (several and statement.frame == "between" and agreement.first.frame == "between"))
        ):
            agreement.statements.append(statement)
            if same_label:
                agreement.sides += [one for one in ids if one not in there]
            return
    unions = [agreement for agreement in near if set(agreement.sides) & here]
    if len(unions) > 1 and here <= set().union(*(agreement.sides for agreement in unions)):
        return
    for agreement in near:
        there = set(agreement.sides)
        # "A ลงนามกับ 4 หน่วยงาน", and a list of the four.
        counted = agreement.first.sides.counted
        if len(there) == 1 and counted >= 2 and len(here - there) == counted and not agreement.label:
            agreement.statements.append(statement)
            agreement.sides += [one for one in ids if one not in there]
            return
        if (
            there <= here
            and statement.frame in ("signers", "joint", "with")
            and len(agreements) == 1
            and not agreement.label
        ):
            agreement.statements.append(statement)
            agreement.sides += [one for one in ids if one not in there]
            return
        if len(here & there) * 2 >= len(here | there) and not several:
            agreement.statements.append(statement)
            if statement.frame in ("signers", "with"):
                agreement.sides += [one for one in ids if one not in there]
            return
    if (
        len(ids) < 2
        and statement.sides.unnamed + statement.sides.counted == 0
        and statement.frame not in ("with", "between")
    ):
        return
    agreements.append(Agreement(ids, [statement], statement.agreement))


def _main_day(draft: Draft) -> str | None:
    """The day of the event: the first told as one."""
    days = [moment for moment in draft.moments if moment.kind == "event" and moment.is_day]
    return days[0].date if days else None


def _only_planned(draft: Draft) -> bool:
    return any(moment.kind == "planned" for moment in draft.moments) and not any(
        moment.kind == "event" for moment in draft.moments
    )


def _day_of(draft: Draft, agreement: Agreement, day: str | None) -> str | None:
    line = draft.lines.all[agreement.first.line]
    here = _moments_in(draft, line.start, line.end)
    told = [moment for moment in here if moment.kind == "event" and moment.is_day]
    if told:
        before = [moment for moment in told if moment.start < draft.marked.origin(agreement.first.end)]
        return (before or told)[0].date
    start = draft.marked.origin(agreement.first.start)
    until = bisect_left(draft.moments, start, key=lambda moment: moment.start)
    # Further back is another story: and an endless text must not be read again for each agreement.
    earlier = reversed(draft.moments[max(0, until - _STORY) : until])
    return next((moment.date for moment in earlier if moment.kind == "event" and moment.is_day), day)


def _moments_in(draft: Draft, start: int, end: int) -> list[Moment]:
    first, last = draft.marked.origin(start), draft.marked.origin(end)
    begin = bisect_left(draft.moments, first, key=lambda moment: moment.start)
    until = bisect_left(draft.moments, last, key=lambda moment: moment.start)
    return draft.moments[begin:until]


def _unnamed(draft: Draft, agreement: Agreement) -> int:
    schools = sum(draft.by_id[one].kind == "school" for one in agreement.sides)
    told = [unnamed_of(statement.sides, schools) for statement in agreement.statements]
    return max(told, default=0)
