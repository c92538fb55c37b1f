"""Step 8, chairs: groups sign by their chairs, who are told with the schools that they head.

"กลุ่มโรงเรียน... โดย P ประธานกลุ่ม และผู้อำนวยการโรงเรียน...": where the group is a side, that school is none.
"""

from __future__ import annotations

import re

from graphmou.extract.agreements.parties import Statement
from graphmou.extract.text.marked import DATE, GROUP, PERSON, PLACE, SCHOOL, TITLE, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["leave_to_groups"]

_CHAIR = re.compile("(?:รอง)?ประธาน(?!กรรมการ|คณะกรรมการ|สภา)|หัวหน้ากลุ่ม|หัวหน้าเครือข่าย|หัวหน้าศูนย์")
# The person before a school, with the titles told beside: "ประธานศูนย์ P ผู้อำนวยการ".
_BEFORE = re.compile(rf"(?:{TITLE}{PLACE}?ฯ?\s?)?{PERSON}[^\n{PERSON}{DATE}{SCHOOL}]{{0,60}}{TITLE}\s?$")
# A further title of the same person: "... และประธานสหวิทยาเขต".
_AFTER = re.compile(
    rf"\s?(?:และ|,|/|\(|ในฐานะ|ในนาม|ทำหน้าที่|ซึ่งเป็น|เป็น|ควบตำแหน่ง){{0,2}}\s?{TITLE}{GROUP}?(?!\s?{PERSON})"
)
_REACH = 100


def leave_to_groups(marked: Marked, statements: list[Statement]) -> None:
    """Take the schools out of ``statements`` whose heads are told as chairs of a group that is a side."""
    groups = {one.entity for told in statements for one in told.sides.mentions if one.kind == "group"}
    if not groups:
        return
    for told in statements:
        told.sides.keep(
            [one for one in told.sides.mentions if one.kind != "school" or not _is_of_chair(marked, one, groups)]
        )


def _is_of_chair(marked: Marked, school: Mention, groups: set[str]) -> bool:
    """Whether the school is named as the post of somebody who chairs one of ``groups``."""
    place = marked.after(school) - 1
    before = _BEFORE.search(marked.text, max(0, place - _REACH), place)
    if before is None:
        return False
    after = _AFTER.match(marked.text, place + 1)
    beside = marked.between(before.start(), after.end() if after else place)
    chairs = [number for number, one in enumerate(beside) if one.kind == "title" and _CHAIR.match(one.name) is not None]
    # A chair of a body that is named chairs that one.
    of = [beside[number + 1] for number in chairs if number + 1 < len(beside) and beside[number + 1].kind == "group"]
    return bool(chairs) and (not of or any(one.entity in groups for one in of))
