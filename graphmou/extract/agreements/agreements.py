"""Step 8, agreements: statements of the same signing brought together, with day and sides that are not named."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from graphmou.extract.agreements.chairs import leave_to_groups
from graphmou.extract.agreements.days import LEADS, days_of, main_day
from graphmou.extract.agreements.papers import title_of
from graphmou.extract.agreements.parties import Statement, unnamed_of
from graphmou.extract.agreements.reader import Reader
from graphmou.extract.agreements.several import (
    by_cluster,
    declared,
    from_lists,
    inline_pairs,
    listed_schools,
    rows,
    statement_of,
)
from graphmou.extract.agreements.signing import Signs
from graphmou.extract.article import Article
from graphmou.extract.findings import Quote
from graphmou.extract.posts.understood_places import place_of
from graphmou.extract.text.marked import GENERIC, OFFICE, PERSON, PLACE, TITLE
from graphmou.extract.text.mention import Mention

__all__ = ["Agreement", "find_agreements"]

# A statement repeats one of the last agreements, or none.
_NEAR = 60
# So near before its sides stand those who sign for them.
_FOR = 150
# The most explicit statement comes first.
_ORDER = {
    "between": 0,
    "item": 0,
    "cluster": 0,
    "pair": 0,
    "with": 1,
    "of": 2,
    "signers": 2,
    "counted": 3,
    "joint": 3,
    "subject": 5,
    "maybe": 5,
}
_SINGLE = ("between", "with", "signers", "of", "joint")
# What the frames are called outside of this step.
_KNOWN = {"counted": "signers", "of": "joint", "subject": "joint", "maybe": "joint"}
_ONE_EACH = re.compile(
    rf"(?:แห่ง|โรงเรียน|{GENERIC}|หน่วยงาน|องค์กร|สถาบัน|สถานศึกษา|ฝ่าย|ราย|คน|ที่)ละ\s?(?:1|หนึ่ง)?\s?ฉบับ"
    rf"|ฉบับละ\s?(?:1\s?|หนึ่ง)?(?:แห่ง|หน่วยงาน|องค์กร|สถาบัน|{GENERIC})|(?:เป็น|แยก|แยกเป็น|ลงนาม|เซ็น)ราย(?:แห่ง|ฉบับ|{GENERIC}|สถานศึกษา|สถาบัน|หน่วยงาน|องค์กร)|(?:แยก|คนละ|ต่าง)ฉบับ(?:กัน)?|แยกฉบับ"
    rf"|กับ(?:แต่ละ|ทีละ)(?:แห่ง|{GENERIC}|สถานศึกษา|สถาบัน|หน่วยงาน|องค์กร|ราย)|{GENERIC}?แต่ละ(?:แห่ง|{GENERIC})(?:ได้)?(?:ร่วม)?ลงนาม"
)
# Copies of one paper: "เก็บไว้ฝ่ายละ 1 ฉบับ".
_KEPT = re.compile(r"(?:เก็บ|ถือ|รักษา)(?:ไว้)?(?:ที่)?\s?$")
_BARE = re.compile(
    rf"\s?(?:\(?\d{{1,2}}(?:[.)]\s?|\s))?[^\w\n#\ue000-\uf8ff]{{0,5}}\s?{PLACE}(?=\s?(?:$|\n|โดย|\(|:|-|–|{PERSON}|{TITLE}))"
)
_VISIT = re.compile("ติดตาม|หารือ|ศึกษาดูงาน|เยี่ยม|ประเมิน|นิเทศ")
_PEN = re.compile("ลงนาม|เซ็น|จรดปากกา")
# Who signs beside those told before.
_TOO = re.compile(
    r"ร่วม(?:ลงนาม|เซ็น)(?!เป็น(?:สักขี)?พยาน)[ก-๎]{0,12}ด้วย(?=\s|$|เป็นครั้ง|คือ|ได้แก่)|(?:ร่วม)?ลงนาม(?:เป็น[ก-๎]{0,10})?เพิ่ม(?:เติม|อีก|ขึ้น)?(?=\s|คือ|ได้แก่)"
)
_OFFICE_WITH = re.compile(rf"{OFFICE}\s?ร่วมกับ\s?{GENERIC}[^\n]{{0,80}}?(?:ลงนาม|ทำบันทึก)")


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
    signatories: list[tuple[str, str]] = field(default_factory=list)
    """Who signed for which side, by ids."""
    title: str = ""
    _known: set[str] = field(default_factory=set)

    def known(self) -> set[str]:
        """The ids of its sides; made anew only when sides were added."""
        if len(self._known) != len(self.sides):
            self._known = set(self.sides)
        return self._known

    def quotes(self, article: Article) -> list[Quote]:
        """The phrases that report it: the words of signing and each side."""
        found = [article.quote_between(one.start, one.end) for one in self.statements[:2]]
        sides = {mention.entity: mention for one in self.statements for mention in one.sides.mentions}
        return list(dict.fromkeys([*found, *(article.quote_of(mention) for mention in sides.values())]))

    @property
    def first(self) -> Statement:
        """The statement that says most."""
        return self.statements[0]

    def join(self, statement: Statement) -> None:
        """Take in a statement of the same agreement."""
        if all(statement is not known for known in self.statements):
            self.statements.append(statement)
        self.sides += [one for one in statement.sides.ids() if one not in self.sides]


def find_agreements(article: Article) -> list[Agreement]:
    """Every agreement that the text reports as signed."""
    signs = Signs(article.marked, article.lines, article.moments)
    number = signs.first()
    if number is None or signs.postponed:
        return []
    if main_day(article) is None and _only_planned(article):
        return []
    reader = Reader(article.marked, article.lines, _posts(article), signs)
    reader.read()
    leave_to_groups(article.marked, reader.found)
    several = inline_pairs(article) + from_lists(article)
    several = several or rows(article, number)
    if not several and not _ONE_EACH.search(article.marked.text):
        several = by_cluster(article)
    agreements = _brought_together(article, reader, several, number)
    many = declared(article) if len(agreements) == 1 else 0
    text = article.marked.text
    each = {
        article.lines.index(found.start())
        for found in _ONE_EACH.finditer(text)
        if not _KEPT.search(text, max(0, found.start() - 16), found.start())
    }
    agreements = [one for agreement in agreements for one in _one_each(article, agreement, each, many)]
    told = 0
    for agreement, day in zip(agreements, days_of(article, [one.first for one in agreements]), strict=True):
        agreement.signed_on = day
    for agreement in agreements:
        agreement.unnamed = _unnamed(article, agreement)
        agreement.title = title_of(article, agreement.first, told)
        told = agreement.first.end
        for one in agreement.statements:
            one.frame = _KNOWN.get(one.frame, one.frame)
    return [agreement for agreement in agreements if agreement.sides]


def _posts(article: Article) -> dict[int, Mention]:
    """The body where each person holds a post, told or understood, by the id of the mention."""
    found: dict[int, Mention] = {}
    for post in article.posts:
        if id(post.person) not in found and (place := place_of(article, post)):
            named = post.place is not None and post.place.entity
            found[id(post.person)] = post.place if post.place and named else article.by_id[place].mentions[0]
    told = {id(post.person) for post in article.posts}
    for person in article.of_kind("person"):
        # Who is named again without the post still holds it.
        known = next((found[id(one)] for one in person.mentions if id(one) in found), None)
        if known is not None:
            found.update({id(one): known for one in person.mentions if id(one) not in told})
    return found


def _brought_together(article: Article, reader: Reader, several: list[Statement], number: int) -> list[Agreement]:
    several.sort(key=lambda one: one.start)
    starts = [one.start for one in several]
    told = [one for one in reader.found if not _within(one, several, starts)]
    agreements = _labelled(article, told)
    strong = [one for one in told if one.frame not in ("subject", "maybe") and len(one.sides.mentions) >= 2]
    if len(agreements) > 1 or len(several) > 1 or (agreements and strong):
        whole = set().union(*(one.sides.ids() for one in several), *(one.sides for one in agreements))
        # "อีกฉบับ" is beside one that is told just before.
        first = len(agreements) == 1 and agreements[0].label.startswith("อีก") and not several
        for statement in strong:
            if first and statement.frame == "joint" and statement.start < agreements[0].first.start:
                if set(statement.sides.ids()) - whole:
                    agreements.append(Agreement(statement.sides.ids(), [statement]))
                    first = False
            elif (
                statement.frame in ("between", "with")
                and not statement.agreement
                and set(statement.sides.ids()) - whole
            ):
                _place(article, statement, agreements, True)
        for statement in several:
            _place(article, statement, agreements, True)
        return sorted(agreements, key=lambda one: one.first.start)
    agreements = []
    many = declared(article) >= 2
    head = _headline(article)
    body = [one for one in [*strong, *several] if one.line != head]
    for statement in sorted(body or strong, key=lambda one: (_ORDER[one.frame], one.start)):
        _place(article, statement, agreements, many)
    if len(agreements) <= 1:
        agreements = _one(article, reader, told, agreements, number)
    return sorted(agreements, key=lambda one: one.first.start)


def _within(one: Statement, several: list[Statement], starts: list[int]) -> bool:
    """Whether a statement only holds the pairs that are told one by one."""
    inside = several[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
    inside = [pair for pair in inside if pair.end <= one.end + 1]
    return bool(inside) and set(one.sides.ids()) <= set().union(*(pair.sides.ids() for pair in inside))


def _headline(article: Article) -> int:
    """The first line, which the others say again more fully; -1 where it is the only one."""
    if sum(bool(article.lines.text(line).strip()) for line in article.lines.all) == 1:
        return -1
    first = next((number for number, line in enumerate(article.lines.all) if article.lines.text(line).strip()), 0)
    # What begins with its day is the report.
    return -1 if LEADS.match(article.marked.text, article.lines.all[first].start) else first


def _labelled(article: Article, statements: list[Statement]) -> list[Agreement]:
    """Agreements that the text numbers: "ฉบับที่ 1 ...", each with its sides."""
    found: dict[str, Agreement] = {}
    for one in statements:
        if not one.agreement or one.agreement == "ฝ่าย":
            continue
        if one.agreement not in found:
            found[one.agreement] = Agreement([], [], one.agreement)
        agreement = found[one.agreement]
        if len(agreement.sides) >= 2 and one.frame in ("joint", "maybe", "subject"):
            continue
        agreement.join(one)
        if len(agreement.sides) == 1 and one.maybe:
            agreement.sides = [
                *(side.entity for side in one.maybe if side.entity not in agreement.sides),
                *agreement.sides,
            ]
            one.sides.add(one.maybe)
    whole = [one for one in found.values() if len(one.sides) >= 2 or (one.sides and _counts(one))]
    # "อีกฉบับ" is another than the one told before.
    return whole if len(whole) > 1 or (whole and whole[0].label.startswith("อีก")) else []


def _counts(agreement: Agreement) -> bool:
    """Whether sides are counted that are not named."""
    return any(one.kinds and one.sides.unnamed + one.sides.counted for one in agreement.statements)


def _place(article: Article, statement: Statement, agreements: list[Agreement], several: bool) -> None:
    """Join ``statement`` to the agreement it repeats, or begin a new one."""
    here = set(statement.sides.ids())
    near = agreements[-_NEAR:]
    for agreement in near:
        there = set(agreement.sides)
        explicit = statement.frame in ("between", "pair", "item") and agreement.first.frame in (
            "between",
            "pair",
            "item",
        )
        if here == there or (here <= there and not (several and explicit)):
            agreement.statements.append(statement)
            return
    unions = [agreement for agreement in near if set(agreement.sides) & here]
    if len(unions) > 1 and here <= set().union(*(agreement.sides for agreement in unions)):
        return
    for agreement in near:
        there = set(agreement.sides)
        shared = len(here & there)
        if several and statement.frame in ("between", "with", "pair", "item"):
            continue
        if shared and _signs_for(statement, agreement.first):
            agreement.statements.append(statement)
            return
        if (
            there <= here
            or shared * 2 >= len(here | there)
            or (shared and statement.frame in ("joint", "signers", "of"))
        ):
            agreement.join(statement)
            return
        if not several and agreement.first.kinds and statement.frame in ("signers", "joint", "of", "cluster"):
            agreement.join(statement)
            return
    if agreements and not several and _joins(article, statement):
        agreements[-1].join(statement)
        return
    agreements.append(Agreement(statement.sides.ids(), [statement], statement.agreement))


def _joins(article: Article, statement: Statement) -> bool:
    """Whether its sides sign what was told before, too: "มีโรงเรียนขยายโอกาสร่วมลงนามด้วย คือ S และ S"."""
    return _TOO.search(article.marked.text, max(0, statement.start - 40), statement.start + 60) is not None


def _signs_for(joint: Statement, between: Statement) -> bool:
    """Whether who signs is told before the sides that they sign for: "P TS ลงนามบันทึกข้อตกลง ระหว่าง A กับ B"."""
    return (
        (joint.frame, between.frame) == ("joint", "between")
        and joint.line == between.line
        and joint.start < between.start < joint.end + _FOR
        and not between.kinds
    )


def _one(
    article: Article, reader: Reader, told: list[Statement], agreements: list[Agreement], number: int
) -> list[Agreement]:
    """The one agreement of a text: what its most explicit statement names, and what is needed to fill it."""
    single = sorted(
        (
            one
            for one in told
            if one.frame in _SINGLE and len(one.sides.mentions) < 2 and (one.sides.mentions or one.kinds)
        ),
        key=lambda one: (_ORDER[one.frame], one.start),
    )
    head = _headline(article)
    # Who signs is told, and below it a list of those who sign with them.
    listed = bool(agreements) and all(one.first.frame == "signers" for one in agreements)
    explicit = [
        one
        for one in single
        if one.frame in ("between", "with", "signers")
        or (one.frame == "joint" and (one.kinds or listed) and one.line != head)
    ]
    if not agreements:
        explicit = explicit or [one for one in single if one.sides.mentions and one.line != head]
        agreements = [Agreement([], [])] if explicit else []
    for agreement in agreements:
        for one in explicit:
            agreement.join(one)
        _fill_kinds(article, agreement)
        if len(agreement.sides) < 2:
            _fill_maybe(agreement, told)
        if len(agreement.sides) >= 2 or any(one.sides.unnamed + one.sides.counted for one in agreement.statements):
            return [agreement]
    guessed = _guessed(article, reader, told, number)
    if guessed or not reader.real or main_day(article) is None:
        return guessed
    # One side named and the other told by kind alone: "กับโรงเรียนเครือข่าย".
    return [
        one
        for one in agreements
        if one.sides and any(told.kinds and told.frame in ("between", "with") for told in one.statements)
    ]


def _fill_maybe(agreement: Agreement, told: list[Statement]) -> None:
    """Who holds the ceremony, comes to it or presides is the other side where only one is told."""
    for one in told:
        one.sides.add(one.maybe)
        agreement.join(one)
        if len(agreement.sides) >= 2:
            return


def _fill_kinds(article: Article, agreement: Agreement) -> None:
    """The schools behind a side that is told by kind alone, "กับโรงเรียนเครือข่าย 5 แห่ง": those listed or led elsewhere."""
    if not any(one.kinds for one in agreement.statements):
        return
    named = [side for side in agreement.sides if article.by_id[side].kind == "school"]
    if not named and sum(article.by_id[side].kind == "group" for side in agreement.sides) >= 2:
        # "กลุ่มโรงเรียน 3 กลุ่ม ได้ลงนาม": not their schools.
        return
    counted = max((one.sides.counted for one in agreement.statements), default=0)
    if len(named) >= 2 and not (counted and len(named) < counted):
        return
    led = [one for cluster in article.clusters if cluster.partners for one in (*cluster.leads, *cluster.partners)]
    schools = {one.entity: one for one in led if one.entity}
    listed = {one.entity: one for one in listed_schools(article, agreement.first.line, len(schools) < counted)}
    if not (counted and len(listed) > counted + 1) and set(schools) <= set(listed):
        schools = listed
    agreement.first.sides.add(list(schools.values()))
    agreement.sides += [one for one in schools if one not in agreement.sides]


def _guessed(article: Article, reader: Reader, told: list[Statement], number: int) -> list[Agreement]:
    """A signing that is reported without saying between whom: leads and partners, who holds it, the headline."""
    clusters = [cluster for cluster in article.clusters if cluster.partners]
    line = article.lines.all[number]
    if not reader.real:
        return []
    if clusters:
        sides = [one for cluster in clusters for one in (*cluster.leads, *cluster.partners)]
        if joint := _OFFICE_WITH.search(article.marked.text, line.start, line.end):
            sides.insert(0, article.marked.at(joint.start()))
        statement = statement_of(article, sides, clusters[0].start, clusters[-1].end, "cluster", number, "")
        return [Agreement(statement.sides.ids(), [statement])]
    if main_day(article) is None or _VISIT.search(article.text[:400]) or not _PEN.search(article.text):
        return []
    for one in [*_bare_lines(article, number), *told, *reader.joined]:
        one.sides.add(one.maybe)
        if len(one.sides.ids()) >= 2:
            return [Agreement(one.sides.ids(), [one])]
    return []


def _bare_lines(article: Article, number: int) -> list[Statement]:
    """Lines that are a body and little else, below the report of a signing."""
    found: list[Mention] = []
    last = article.lines.all[number]
    for line in article.lines.all[number + 1 : number + 16]:
        bare = _BARE.match(article.marked.text, line.start, line.end)
        if bare is not None:
            found.append(article.marked.at(bare.end() - 1))
            last = line
        elif found and line.end - line.start > 60:
            break
    sides = [one for one in found if one.entity]
    return [statement_of(article, sides, article.lines.all[number].start, last.end, "signers", number, "")]


def _one_each(article: Article, agreement: Agreement, each: set[int], many: int) -> list[Agreement]:
    """One agreement a school, where the text says that each school signed one of its own with the same other side.

    ``each`` are the lines that say so; ``many`` is how many agreements the text counts.
    """
    # The line before may say it, where the one reported is the list of who signed.
    numbers = {
        number for one in agreement.statements for number in (max(0, one.line - 1), one.line, max(0, one.line - 2))
    }
    told = not numbers.isdisjoint(each)
    hub, rest = agreement.sides[:1], agreement.sides[1:]
    whole = len(rest) > 1 and _before_with(article, agreement.first)
    if not told and not (whole and many == len(rest)):
        return [agreement]
    schools = [side for side in agreement.sides if article.by_id[side].kind == "school"]
    others = [side for side in agreement.sides if article.by_id[side].kind != "school"]
    if not others and not whole:
        bodies = article.of_kind("organisation") or article.of_kind("office")
        others = [max(bodies, key=lambda body: len(body.mentions)).id] if bodies else []
    if len(schools) == 1 and len(others) > 1:
        hub, rest = schools, others
    elif len(schools) > 1 and others:
        hub, rest = others, schools
    elif not whole:
        return [agreement]
    return [Agreement([*hub, one], list(agreement.statements)) for one in rest]


def _before_with(article: Article, statement: Statement) -> bool:
    """Whether the first side, and it alone, stands before "กับ"."""
    first, second = (*statement.sides.mentions[:2], None, None)[:2]
    if statement.frame != "with" or first is None or second is None:
        return False
    return "กับ" in article.marked.text[article.marked.after(first) : article.marked.after(second)]


def _only_planned(article: Article) -> bool:
    return any(moment.kind == "planned" for moment in article.moments) and not any(
        moment.kind == "event" for moment in article.moments
    )


def _unnamed(article: Article, agreement: Agreement) -> int:
    kinds = [article.by_id[one].kind for one in agreement.sides]
    # Counted are schools, or else groups: "กับสหวิทยาเขต จำนวน 4 แห่ง".
    named = kinds.count("school") or kinds.count("group")
    if kinds.count("organisation") > 1:
        # "กับ 4 หน่วยงาน"
        named = max(named, kinds.count("organisation"))
    told = [unnamed_of(statement.sides, named) for statement in agreement.statements]
    return max(told, default=0)
