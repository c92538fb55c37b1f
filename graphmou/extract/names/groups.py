"""Step 3, mentions of groups, clusters and networks of schools that have a name of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graphmou.extract.rules import any_of
from graphmou.extract.text.mention import Mention

__all__ = ["find_groups"]

_LETTERS = "[ก-ฮะ-ฺเ-๎ฯ]"
_HEAD = re.compile(any_of("group_heads"))
_NAME = re.compile(
    rf"\s?(?P<number>(?:ที่\s?)?\d{{1,2}}(?!\d))|\s?(?P<quoted>[“\"‘'](?P<inner>[^”\"’'\n]{{2,40}})[”\"’'])|(?P<plain>{_LETTERS}{{1,80}}(?:[-–]{_LETTERS}{{1,40}}){{0,2}})|\s(?P<apart>{_LETTERS}{{1,80}})"
)
_GENERIC = re.compile(any_of("generic_groups", "begins_no_name"))
# A group may be called by a river, a school by none: กลุ่มโรงเรียนลุ่มน้ำพรม.
_KIND_OF_SCHOOL = re.compile(
    f"(?!ลุ่ม(?:แม่)?น้ำ[ก-ฮเ-ไ]|{any_of('not_generic')})" + any_of("generic_schools", "begins_no_name")
)
_CUT = re.compile(any_of("cut_words", "group_cut_words"))
_NUMBER = re.compile(r"\s?(?:ที่\s?)?(\d{1,2})(?![\d/:]|\.\d|[.)]\s?[ก-๎]| ?" + any_of("units", "months") + ")")
# A numbered centre may have its place behind: ศูนย์เครือข่ายสถานศึกษาที่ 9 บ่อพลอย.
_PLACE = re.compile(r"(?<=\d) [ก-ฮะ-ฺเ-๎]{3,20}(?=\s|$|[,.;)])")
_NOT_BEFORE = re.compile(r"(?:ผอ\.|ผู้อำนวยการ|หัวหน้า|รอง|เจ้าหน้าที่|บุคลากร|โครงการ|ส่งเสริม|สร้าง)$")
_STOP = re.compile(any_of("not_names"))
_BROAD = ("กลุ่ม", "เครือข่าย", "ศูนย์ประสานงาน")
_BROAD_WORD = re.compile("|".join(_BROAD))
_LONGEST = 200


def find_groups(text: str) -> Iterator[Mention]:
    """Every named group of ``text``, in its shortest form."""
    recurring = _Recurring(text)
    for head in _HEAD.finditer(text):
        if _NOT_BEFORE.search(text, max(0, head.start() - 12), head.start()):
            continue
        mention = _group(text, head, recurring)
        if mention is not None:
            yield mention


class _Recurring:
    """Which names that begin with a broad word a text says more than once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: list[str] | None = None

    def __contains__(self, name: str) -> bool:
        if self._said is None:
            self._said = sorted(
                self._text[found.start() : found.start() + _LONGEST] for found in _BROAD_WORD.finditer(self._text)
            )
        second = bisect_left(self._said, name) + 1
        return second < len(self._said) and self._said[second].startswith(name)


def _group(text: str, head: re.Match[str], recurring: _Recurring) -> Mention | None:
    found = _NAME.match(text, head.end())
    if found is None:
        return None
    broad = head[0] in _BROAD
    if found["quoted"]:
        if broad and head[0] != "กลุ่ม":
            return None
        return Mention("group", head.start(), found.end(), head[0] + found["inner"].strip(), 0.9)
    if found["number"]:
        if broad or _NUMBER.match(text, head.end()) is None:
            return None
        end = found.end()
        if place := _PLACE.match(text, end):
            end = place.end() if not (_STOP.match(text, end + 1) or _CUT.search(place[0])) else end
        blank = "" if "ที่" in found["number"] else " "
        name = re.sub(r"\s+", " ", f"{head[0]}{blank}{text[found.start('number') : end].strip()}")
        return Mention("group", head.start(), end, name, 0.7)
    word = "plain" if found["plain"] else "apart"
    start, end = found.span(word)
    if word == "apart" and (broad or _STOP.match(text, start)):
        return None
    if _GENERIC.match(text, start) or _CUT.match(text, start):
        return None
    if head[0].endswith("โรงเรียน") and _KIND_OF_SCHOOL.match(text, start):
        return None
    if cut := _CUT.search(text, start + 1, min(len(text), end + 6)):
        end = min(end, cut.start())
    if number := _NUMBER.match(text, end):
        end = number.end()
    if end - start < 2:
        return None
    name = text[head.start() : end]
    if broad and not name[-1].isdigit() and name not in recurring:
        return None
    return Mention("group", head.start(), end, re.sub(r"\s+", " ", name), 0.85 if broad else 0.95)
