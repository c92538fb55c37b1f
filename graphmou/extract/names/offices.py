"""Step 3, mentions of offices: education area offices, OBEC and ONESQA, written out or abbreviated.

A canonical name is written out with Arabic digits: a primary area by its province and number, a secondary one by its
number (as before 2021) or its provinces (as since).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.mention import Mention

__all__ = ["OBEC", "ONESQA", "PRIMARY", "SECONDARY", "find_offices"]

PRIMARY = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"
SECONDARY = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา"
OBEC = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"
ONESQA = "สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา"

_PROVINCE = any_of("provinces")
_LETTERS = any_of("province_letters")
_NOT_INSIDE = r"(?<![ก-ฺเ-๎])"
_PREFIX = (
    r"(?:(?P<full>สำนักงานเขตพื้นที่การศึกษา\s?(?:(?P<level>ประถม|มัธยม)ศึกษา)?)(?:\s?\((?:สพป|สพม|สพท)\.?\))?"
    rf"|(?P<short>(?:สพป|สพม|สพท)(?=\.)|{_NOT_INSIDE}(?:สพป|สพม|สพท)(?:(?![ก-ฺเ-๎])|(?=เขต|{_PROVINCE})))\.?)"
)
_NUMBER = r"เขต\s?(?:พื้นที่\s?)?(?P<number>\d{1,2})(?!\d)"
_AND_PROVINCE = rf"(?:\s?[-–,/]\s?|\s?และ\s?|\s)?(?:จังหวัด)?(?P<province2>{_PROVINCE})"
_AREA = re.compile(
    rf"{_PREFIX}\s?(?:จังหวัด|จ\.)?"
    rf"(?:(?P<province>{_PROVINCE})(?:{_AND_PROVINCE}(?:{_AND_PROVINCE.replace('province2', 'province3')})?)?"
    rf"|(?P<letters>{_LETTERS})\.?(?=\s?(?:เขต|\d|[\s,)])))?"
    rf"(?:\s?{_NUMBER}|\s?(?P<bare>\d{{1,2}})(?![\d/.:)]|\s?(?:{any_of('units', 'months')}|[ก-ฮ]\.))"
    rf"|\s?(?P<cut>เขต)(?!\s?พื้นที่)(?=\s[ก-๎]))?"
    rf"(?:\s?\((?P<after>{_PROVINCE})(?:{_AND_PROVINCE.replace('province2', 'after2')})?\))?"
)
_MORE_NUMBERS = re.compile(
    r"\s?(?:,|และ|หรือ|กับ|/|-|–|ถึง)?\s?(?:และ)?\s?(?P<prefix>เขต)\s?(?P<number>\d{1,2})(?!\d)"
    r"|\s?(?:,|และ|-|–|ถึง)\s?(?:และ)?\s?(?P<only>\d{1,2})(?![\d/.:])(?!\s?(?:[ก-ฮ]\.|แห่ง|โรง|คน|ฉบับ|ปี))"
)
_HEADLINE = re.compile(rf"{_NOT_INSIDE}(?P<province>{_PROVINCE})\s?เขต\s?(?P<number>\d{{1,2}})(?!\d)")
_NATIONAL = re.compile(
    rf"(?P<obec>สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน(?:\s?\(สพฐ\.?\))?|สพฐ\.|{_NOT_INSIDE}สพฐ(?![ก-ฺเ-๎]))"
    rf"|(?P<onesqa>สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา(?:\s?\(องค์การมหาชน\))?(?:\s?\(สมศ\.?\))?"
    rf"|{_NOT_INSIDE}สมศ(?:\.|(?![ก-ฺเ-๎])))"
)


def find_offices(text: str) -> Iterator[Mention]:
    """Every office that ``text`` names; one without province and number stands as a short form (``more["short"]``)."""
    for match in _AREA.finditer(text):
        yield from _area(text, match)
    for match in _HEADLINE.finditer(text):
        name = f"{PRIMARY}{_full(match['province'])} เขต {int(match['number'])}"
        more = {"province": _full(match["province"]), "number": str(int(match["number"])), "bare": "yes"}
        yield Mention("office", match.start(), match.end(), name, 0.7, more)
    for match in _NATIONAL.finditer(text):
        yield Mention(
            "office", match.start(), match.end(), OBEC if match["obec"] else ONESQA, 1.0, {"level": "national"}
        )


_AT = {"province2": 1, "province3": 2}


def _full(province: str) -> str:
    return meanings("provinces").get(province) or meanings("province_letters").get(province, province)


def _area(text: str, match: re.Match[str]) -> Iterator[Mention]:
    secondary = match["level"] == "มัธยม" or (match["short"] or "").startswith("สพม")
    plain = (match["short"] or "").startswith("สพท") or (match["full"] and not match["level"])
    provinces = [
        _full(found)
        for found in (match["province"] or match["letters"], match["province2"], match["province3"])
        if found
    ]
    number = match["number"] or match["bare"]
    kind = SECONDARY if secondary else PRIMARY
    if plain:
        kind = "สำนักงานเขตพื้นที่การศึกษา"
    end = match.end()
    more: dict[str, str] = {}
    again = next((one for one, at in _AT.items() if match[one] and _full(match[one]) in provinces[:at]), None)
    if again is not None and secondary:
        # "สพม.ลำปาง ลำพูน จังหวัดลำพูน": the last says where something is.
        provinces = provinces[: _AT[again]]
        end = len(text[: match.start(again)].removesuffix("จังหวัด").rstrip(" -–,/"))
        number = None
    if provinces and match["province2"] and not secondary:
        # A primary area has one province: the second one is something else.
        provinces = provinces[:1]
        end = match.start("province2")
        end = match.start() + len(text[match.start() : end].rstrip(" -–,/"))
        number = None
    if not provinces and not (number and secondary):
        if secondary and match["after"]:
            provinces = [match["after"]]
        more["short"] = "secondary" if secondary else "primary" if not plain else "any"
        if plain and match["full"] and _followed_by_letters(text, end):
            return
        yield Mention(
            "office", match.start(), match.end("full") if match["full"] else match.end("short"), kind, 0.5, more
        )
        return
    if match["cut"]:
        more["cut"] = "yes"
    if provinces:
        more["province"] = " ".join(provinces)
    elif match["after"]:
        more["province"] = " ".join(_full(found) for found in (match["after"], match["after2"]) if found)
    yield Mention("office", match.start(), end, _name(kind, provinces, number), 1.0, {**more, **_numbered(number)})
    if number is None or not (provinces or secondary):
        return
    last = int(number)
    while further := _MORE_NUMBERS.match(text, end):
        next_number = int(further["number"] or further["only"])
        joined = text[further.start() : further.start("number" if further["number"] else "only")]
        if next_number <= last:
            return
        numbers = (
            range(last + 1, next_number + 1)
            if re.search("[-–]|ถึง", joined) and next_number - last < 10
            else (next_number,)
        )
        for one in numbers:
            name = _name(kind, provinces, str(one))
            begins = further.start("prefix") if further["prefix"] else further.start("only")
            if one != numbers[-1]:
                more = {**more, "hidden": "yes"}
                yield Mention("office", begins, begins, name, 0.8, {**more, **_numbered(str(one))})
            else:
                yield Mention("office", begins, further.end(), name, 0.95, {**more, **_numbered(str(one))})
        last, end = next_number, further.end()


def _followed_by_letters(text: str, end: int) -> bool:
    return end < len(text) and "ก" <= text[end] <= "๎"


def _numbered(number: str | None) -> dict[str, str]:
    return {} if number is None else {"number": str(int(number))}


def _name(kind: str, provinces: list[str], number: str | None) -> str:
    name = kind + " ".join(provinces)
    return name if number is None else f"{name} เขต {int(number)}"
