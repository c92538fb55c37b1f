"""Step 8, several agreements of one day: pairs, lists, tables and "แห่งละ 1 ฉบับ"."""

from __future__ import annotations

import re

from graphmou.extract.agreements.parties import Sides, Statement
from graphmou.extract.article import Article
from graphmou.extract.text.lines import Line
from graphmou.extract.text.marked import PERSON, PLACE
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.number_words import NUMBERS

__all__ = ["by_cluster", "declared", "from_lists", "inline_pairs", "listed_schools", "rows", "statement_of"]

_EACH = re.compile(r"แต่ละ|คู่|ฉบับละ|ฉบับที่\s?\d+\s?[-–]|\d+\s?ฉบับ")
_DECLARED = re.compile(rf"(?<!\d)(\d{{1,2}}|(?:ทั้ง|จำนวน|รวม|ของ)\s?(?:{'|'.join(NUMBERS)}))\s?ฉบับ(?!\s?ที่)")
# "2 ฉบับ มีข้อความถูกต้องตรงกัน": of one paper.
_COPIES = re.compile(r"[^\n]{0,40}?(?:ข้อความ|ตรงกัน|เก็บไว้|เก็บรักษา|ยึดถือ|ถือไว้)")
_PAPERS = re.compile(r"(?<!\d)(\d{1,2})\s?(?:ฉบับ|โครงการ|เรื่อง|ด้าน|รายการ|คู่|หลักสูตร)(?!ที่|\s?ที่)")
# "A กับ B" alone of bodies: an item that is a pair.
_PAIR_ITEM = re.compile(
    rf"[^\n{PLACE[1:-1]}]{{0,60}}{PLACE}\s?(?:กับ|และ|ร่วมกับ|x|&|[-–↔/])\s?{PLACE}[^\n{PLACE[1:-1]}]{{0,60}}$"
)
_CLUSTER_EACH = re.compile(
    r"(?:เครือข่าย|กลุ่ม|คู่|ศูนย์|กลุ่มเครือข่าย|คลัสเตอร์|ชุด)ละ\s?(?:1|หนึ่ง)\s?ฉบับ"
    r"|แต่ละ(?:เครือข่าย|กลุ่ม|คู่|ศูนย์|คลัสเตอร์)[ก-๎ ]{0,30}?(?:ลงนาม|จัดทำ|ทำ(?:บันทึก|ข้อตกลง|\s?MOU))"
)
_BODIES = ("school", "office", "organisation", "group")


def declared(article: Article) -> int:
    """How many agreements the text says there are; 0 where it does not."""
    return max(
        (
            _number(found[1])
            for found in _DECLARED.finditer(article.marked.text)
            if not _COPIES.match(article.marked.text, found.end())
        ),
        default=0,
    )


def _number(told: str) -> int:
    return next((value for word, value in NUMBERS.items() if told.endswith(word)), 0) or int(told)


def from_lists(article: Article) -> list[Statement]:
    """Agreements told by a list: one a pair, or one a lead with its partners, under a head that speaks of signing."""
    found: list[Statement] = []
    for number, line in enumerate(article.lines.all):
        head = article.lines.text(line)
        if not re.search(r"ลงนาม|MOU|ข้อตกลง", head) or not re.search(r"(?:ดังนี้|ได้แก่|ประกอบด้วย|คือ|:)\s?$", head):
            continue
        between = re.search(rf"ระหว่าง[^{PLACE[1:-1]}{PERSON}\n]*$", head)
        if between is None:
            continue
        items = article.lines.items_after(number) or _items_under_headings(article, number)
        pairs = [_pair(article, item.start, item.end) for item in items]
        if items and all(pairs) and _EACH.search(head):
            for item, pair in zip(items, pairs, strict=True):
                found.append(statement_of(article, pair or [], item.start, item.end, "pair", number))
            continue
        end = items[-1].end if items else line.end
        clusters = [cluster for cluster in article.clusters if line.start <= cluster.start <= max(end, line.end)]
        if len(clusters) > 1 and _EACH.search(between[0]):
            for cluster in clusters:
                sides = [*cluster.leads, *cluster.partners]
                found.append(statement_of(article, sides, cluster.start, cluster.end, "cluster", number))
        elif clusters:
            sides = [one for cluster in clusters for one in (*cluster.leads, *cluster.partners)]
            found.append(statement_of(article, sides, clusters[0].start, clusters[-1].end, "cluster", number))
    return found


_PAIRS = re.compile(
    rf"คู่[^\n{PERSON}]{{0,25}}?(?:คือ|ได้แก่|ดังนี้|ระหว่าง)\s?"
    rf"(?P<pairs>(?:{PLACE} ?(?:[-–]|(?:คู่)?กับ) ?{PLACE}[ ,]*(?:และ ?)?){{2,}})"
)
# "A จับคู่กับ B และ C จับคู่กับ D"
_MATCHED = re.compile(rf"(?P<pairs>(?:{PLACE} ?(?:จับ)?คู่(?:กับ)? ?{PLACE}[ ,]*(?:และ ?)?){{2,}})")


def inline_pairs(article: Article) -> list[Statement]:
    """Pairs within a sentence, each with an agreement of its own: "3 คู่ คือ S-S S-S และS-S"."""
    found: list[Statement] = []
    text = article.marked.text
    told = list(_PAIRS.finditer(text))
    if not told and (declared(article) > 1 or "คู่ละ" in text):
        told = list(_MATCHED.finditer(text))
    for match in told:
        sides = article.marked.between(*match.span("pairs"))
        number = article.lines.index(match.start())
        for first, second in zip(sides[::2], sides[1::2], strict=False):
            start, end = article.marked.after(first) - 1, article.marked.after(second)
            found.append(statement_of(article, [first, second], start, end, "pair", number))
    return found


def _items_under_headings(article: Article, number: int) -> list[Line]:
    """The lines after line ``number`` to the end of lists that stand under headings of their own."""
    found = []
    for line in article.lines.all[number + 1 : number + 80]:
        text = article.lines.text(line)
        if text.strip() and line.level == 0 and len(text) > 60:
            break
        if text.strip():
            found.append(line)
    return found


def _pair(article: Article, start: int, end: int) -> list[Mention] | None:
    sides = [
        one for one in article.marked.between(start, end) if one.kind in ("school", "office", "organisation", "group")
    ]
    return sides if len({one.entity for one in sides}) == 2 else None


def statement_of(
    article: Article, mentions: list[Mention], start: int, end: int, frame: str, number: int, label: str | None = None
) -> Statement:
    """A statement with these sides; without ``label`` it is one of several."""
    sides = Sides(start, end)
    sides.add(mentions)
    return Statement(start, end, sides, frame, number, f"{frame}-{start}" if label is None else label)


# So many letters on end are no cell of a table.
_PROSE = re.compile("[ก-๎]{12}")


def rows(article: Article, number: int) -> list[Statement]:
    """A table below the report of a signing: one agreement a row, where the text counts so many or says "แต่ละ"."""
    found: list[Statement] = []
    for after, line in enumerate(article.lines.all[number + 1 : number + 60], number + 1):
        text = article.lines.text(line)
        sides = [one for one in article.marked.between(line.start, line.end) if one.kind in _BODIES and one.entity]
        if (
            line.level
            and len({one.entity for one in sides}) >= 2
            and (not _PROSE.search(text) or _PAIR_ITEM.match(article.marked.text, line.start, line.end))
        ):
            found.append(statement_of(article, sides, line.start, line.end, "pair", after))
        elif found and text.strip():
            break
    head = "".join(article.lines.text(line) for line in article.lines.all[number : number + 8])
    papers = [int(one) for one in _PAPERS.findall(head)]
    if len(found) < 2 or not (declared(article) == len(found) or len(found) in papers or _EACH.search(head)):
        return []
    return found


def by_cluster(article: Article) -> list[Statement]:
    """One agreement a lead with its partners, where the text counts as many agreements or says "เครือข่ายละ 1 ฉบับ"."""
    clusters = [cluster for cluster in article.clusters if cluster.partners]
    if len(clusters) < 2 or not (declared(article) == len(clusters) or _CLUSTER_EACH.search(article.marked.text)):
        return []
    return [
        statement_of(
            article, [*one.leads, *one.partners], one.start, one.end, "cluster", article.lines.index(one.start)
        )
        for one in clusters
    ]


def listed_schools(article: Article, number: int, every: bool = False) -> list[Mention]:
    """The schools of the first list after line ``number``, one an item, or of the first table, all in a row.

    With ``every``, all those of an item.
    """
    lines = article.lines.all
    for after in range(number, min(len(lines), number + 12)):
        found: list[Mention] = []
        if _BARRED.match(article.marked.text, lines[after].start, lines[after].end):
            for line in lines[after : after + 60]:
                if not _BARRED.match(article.marked.text, line.start, line.end):
                    break
                found += _schools(article, line)
        else:
            for item in article.lines.items_after(after):
                found += _schools(article, item)[: None if every else 1]
        if len(found) >= 2:
            return list({one.entity: one for one in found}.values())
    return []


def _schools(article: Article, line: Line) -> list[Mention]:
    return [one for one in article.marked.between(line.start, line.end) if one.kind == "school" and one.entity]


_BARRED = re.compile(r"[^|\n]{0,60}\|")
