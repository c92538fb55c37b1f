"""Step 6, item numbers that stand for names: "ลำดับที่ 3 ถึงลำดับที่ 5" after a numbered list of schools or people.

Each number becomes a mention of what the item of that number names, so that every later step reads it as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start

__all__ = ["find_references"]

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?(?!\d)"
_ITEM = re.compile(rf"(?m)^\s*(?:(?P<word>ลำดับที่|ลำดับ|ที่|หมายเลข|ข้อ)\s?)?\(?(?P<number>{_NUMBER})[.)]?\s")
_REFERENCE = re.compile(
    r"(?P<word>(?:(?P<school>โรงเรียน|สถานศึกษา)(?:ใน|ตาม|ของผู้(?:มา|เข้า(?:ร่วม)?)ประชุม)?\s?(?:ลำดับที่|ลำดับ|หมายเลข|ข้อที่|ข้อ)|ลำดับที่|หมายเลข))"
    rf"\s?(?P<first>{_NUMBER})"
    rf"(?P<more>(?:\s?(?:,|และ|ถึง|-|–|\s)\s?(?:โรงเรียน)?(?:ลำดับที่\s?|หมายเลข\s?|ข้อ\s?)?{_NUMBER}(?![.)]))*)"
)
_NEXT = re.compile(
    rf"(?P<join>,|และ|ถึง|-|–|\s)\s?(?P<name>(?:โรงเรียน)?(?:ลำดับที่\s?|หมายเลข\s?|ข้อ\s?)?(?P<number>{_NUMBER}))"
)
_MOST = 60
# A name that an item begins with, but for a word; one anywhere in its line.
_NEAR, _LINE = 12, 200


def find_references(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """A mention for every item number that is used as a name."""
    references = list(_REFERENCE.finditer(text))
    if not references:
        return
    items = _items(text, mentions, ("school", "person", "organisation"), _NEAR)
    if len(items) < 2:
        return
    # "โรงเรียนลำดับที่ 4" is the school of an item that names its head first.
    schools = {**items, **_items(text, mentions, ("school",), _LINE)}
    for match in references:
        begins = line_start(text, match.start())
        item = items.get(match["first"])
        if not text[begins : match.start()].strip() and (
            item is None or text.find("\n", begins, item.start) < 0 <= item.start - begins
        ):
            continue
        yield from _mentions(match, schools if match["school"] else items)


def _items(text: str, mentions: list[Mention], kinds: tuple[str, ...], near: int) -> dict[str, Mention]:
    """What the items of the first numbered list name, of these ``kinds`` and not further in than ``near``."""
    found: dict[str, Mention] = {}
    place = 0
    for match in _ITEM.finditer(text):
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        while place < len(mentions) and mentions[place].start < match.start():
            place += 1
        named = []
        for mention in mentions[place : place + 6]:
            if mention.start >= line_end:
                break
            named.append(mention)
        first = next((one for one in named if one.kind in kinds), None)
        number = match["number"]
        if first is not None and number not in found and first.start - match.end() < near:
            if number == "1" and found and "1" not in found:
                continue
            found[number] = first
    return found


def _mentions(match: re.Match[str], items: dict[str, Mention]) -> Iterator[Mention]:
    numbers = [(match["first"], match.start(), match.end("first"))]
    for following in _NEXT.finditer(match.string, match.start("more"), match.end("more")):
        number = following["number"]
        if following["join"] in ("ถึง", "-", "–"):
            for between in _between(numbers[-1][0], number):
                numbers.append((between, following.start("name"), following.start("name")))
        numbers.append((number, following.start("name"), following.end("number")))
    for number, start, end in numbers:
        item = items.get(number)
        if item is not None:
            more = {**item.more, "reference": number}
            yield Mention(item.kind, start, end, item.name, 0.7, more)


def _between(first: str, last: str) -> list[str]:
    """The numbers between "2" and "5", or "2.1" and "2.4"."""
    (of, dot, low), (of_last, _, high) = first.rpartition("."), last.rpartition(".")
    if of != of_last:
        return []
    return [f"{of}{dot}{number}" for number in range(int(low) + 1, min(int(high), int(low) + _MOST))]
