"""Step 10, checks: what a reviewer must look at, each with its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from graphmou.extract.agreements.agreements import Agreement
from graphmou.extract.article import Article
from graphmou.extract.counts.declared import named_with
from graphmou.extract.counts.headcounts import Headcount
from graphmou.extract.counts.numbers import Count
from graphmou.extract.findings import Warned
from graphmou.extract.names.coreference import one_edit_apart
from graphmou.extract.slips import find_slips
from graphmou.extract.text.marked import DATE, GENERIC, OFFICE, PERSON
from graphmou.extract.text.mention import Mention
from graphmou.words import show_word

__all__ = ["check"]

_DOUBLED = re.compile(r"(?<![ก-๎])(?P<word>และ|ที่|ใน|ของ|การ|เป็น)(?P=word)(?=[ก-๎\s])")


def check(
    article: Article, agreements: list[Agreement], counts: list[Count], headcount: Headcount | None
) -> list[Warned]:
    """Every warning, in order of its place."""
    found = [
        *_declared(article, agreements, counts),
        *_unnamed(article, agreements),
        *_headcount(article, headcount),
        *_spelling(article),
        *_dates(article),
        *_names(article),
        *_pointing(article, agreements),
        *_typos(article),
    ]
    if not agreements:
        first = re.search(r"\S[^\n]*", article.text)
        quote = article.quote(*first.span()) if first else article.quote(0, 0)
        found.append(
            Warned(
                "no-agreement", "the text reports no signed agreement", "เนื้อข่าวไม่ได้รายงานการลงนามข้อตกลงที่เกิดขึ้นแล้ว", quote
            )
        )
    return sorted((one for one in found if one.quote.phrase), key=lambda one: one.quote.start)


def _declared(article: Article, agreements: list[Agreement], counts: list[Count]) -> Iterator[Warned]:
    unnamed = next((agreement.unnamed for agreement in agreements if agreement.unnamed), 0)
    for count in counts:
        named = named_with(article, count, agreements)
        if unnamed and named == count.count and count.what in ("schools", "partners"):
            # "... และโรงเรียนขนาดเล็กอีก 1 แห่ง": the number is met only with those that are not named.
            named, unnamed = max(0, named - unnamed), 0
        if named is None or named == count.count or (count.what == "agreements" and named > count.count):
            continue
        yield Warned(
            "declared-count",
            f"the text declares {count.count} {show_word(count.what, 'en')}, {named} are named",
            f"เนื้อข่าวระบุจำนวน{show_word(count.what, 'th')} {count.count} แต่ปรากฏชื่อ {named}",
            article.quote_between(count.start, count.end),
        )


def _unnamed(article: Article, agreements: list[Agreement]) -> Iterator[Warned]:
    for agreement in agreements:
        if agreement.unnamed:
            yield Warned(
                "unnamed-parties",
                f"{agreement.unnamed} more sides are counted but not named",
                f"มีคู่ความร่วมมืออีก {agreement.unnamed} แห่งที่ไม่ปรากฏชื่อ",
                article.quote_between(agreement.first.start, agreement.first.end),
            )


def _headcount(article: Article, headcount: Headcount | None) -> Iterator[Warned]:
    if headcount is None or headcount.people == headcount.total.count:
        return
    total = headcount.total
    yield Warned(
        "headcount",
        f"the text says {total.count} people; its parts make {headcount.how()}",
        f"เนื้อข่าวระบุ {total.count} คน แต่ยอดย่อยรวมได้ {headcount.how()} คน",
        article.quote_between(total.start, total.end),
    )


def _spelling(article: Article) -> Iterator[Warned]:
    for entity in article.entities:
        if entity.variants:
            other = next(mention for mention in entity.mentions if mention.name == entity.variants[0])
            yield _variants(article, entity.name, entity.variants[0], other)
    schools = article.of_kind("school")
    known: dict[str, list[int]] = {}
    for number, school in enumerate(schools):
        for part in (school.name[: len(school.name) // 2], school.name[(len(school.name) + 1) // 2 :]):
            known.setdefault(part, []).append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in known.values():
        for first, second in itertools.pairwise(numbers):
            here, there = schools[first], schools[second]
            if (first, second) in seen or re.sub(r"\d", "", here.name) == re.sub(r"\d", "", there.name):
                continue
            seen.add((first, second))
            if (
                len(here.name) > 16
                and one_edit_apart(here.name, there.name)
                and 1 in (len(here.mentions), len(there.mentions))
            ):
                yield _variants(article, here.name, there.name, there.mentions[0])


def _variants(article: Article, name: str, other: str, mention: Mention) -> Warned:
    return Warned(
        "spelling-variants",
        f"{name} and {other} may be one, spelt two ways",
        f"{name} และ {other} อาจเป็นชื่อเดียวกันที่สะกดต่างกัน",
        article.quote_of(mention),
    )


def _dates(article: Article) -> Iterator[Warned]:
    for moment in article.moments:
        if moment.uncertain:
            yield Warned(
                "uncertain-date",
                f"the date is read as {moment.date}: its year is not beside it",
                f"อ่านวันที่เป็น {moment.date} เนื่องจากไม่ได้ระบุปีไว้",
                article.quote(moment.start, moment.end),
            )


def _names(article: Article) -> Iterator[Warned]:
    for entity in article.of_kind("school"):
        unsure = [mention for mention in entity.mentions if mention.sure <= 0.8 and "reference" not in mention.more]
        if len(unsure) == len(entity.mentions) and " " in entity.name and "listed" not in unsure[0].more:
            yield Warned(
                "uncertain-name-end",
                f"where the name {entity.name} ends is not certain",
                f"ไม่แน่ชัดว่าชื่อ {entity.name} สิ้นสุดที่ใด",
                article.quote_of(unsure[0]),
            )


_POINTING = re.compile(rf"ลงนาม[^\n{PERSON}{OFFICE}{DATE}]{{0,40}}(?:โรงเรียน|{GENERIC}|หน่วยงาน|สถานศึกษา)ดังกล่าว")


def _pointing(article: Article, agreements: list[Agreement]) -> Iterator[Warned]:
    # Who only mentors, or is mentored, by number is no party or witness.
    led = {id(one) for cluster in article.clusters for one in (*cluster.leads, *cluster.partners)}
    led -= {id(one) for each in agreements for told in each.statements for one in told.sides.mentions}
    for mention in article.marked.mentions:
        if "reference" in mention.more and mention.end > mention.start and id(mention) not in led:
            yield Warned(
                "anaphora",
                f"the number stands for {mention.name}",
                f"ลำดับที่นี้หมายถึง {mention.name}",
                article.quote_of(mention),
            )
            return
    if found := _POINTING.search(article.marked.text):
        yield Warned(
            "anaphora",
            "it is not certain who is meant",
            "ไม่แน่ชัดว่าหมายถึงหน่วยงานใด",
            article.quote_between(found.start(), found.end()),
        )


def _typos(article: Article) -> Iterator[Warned]:
    for match in _DOUBLED.finditer(article.text):
        yield _typo(article, match.start(), match.end(), match[0])
    for start, _, end in find_slips(article.text):
        yield _typo(article, start, end, article.text[start:end])
    for mention in article.marked.mentions:
        if "typo" in mention.more:
            yield _typo(article, mention.start, mention.end, mention.more["typo"])
        if mention.more.get("cut"):
            yield _typo(article, mention.start, mention.end, article.text[mention.start : mention.end])


def _typo(article: Article, start: int, end: int, written: str) -> Warned:
    return Warned(
        "probable-typo", f"{written}: probably a slip of the pen", f"{written} น่าจะพิมพ์ผิด", article.quote(start, end)
    )
