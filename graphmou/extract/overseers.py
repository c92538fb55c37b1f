"""Step 8, which office convened an agreement or presided over its signing without being a side."""

from __future__ import annotations

import re
from collections import Counter

from graphmou.extract.agreements import Agreement
from graphmou.extract.draft import Draft
from graphmou.extract.marked import OFFICE, PERSON, PLACE, TITLE

__all__ = ["add_overseers"]

_CHAIR = re.compile(
    rf"(?:{TITLE}\s?(?P<first>{OFFICE})\s?|(?P<second>{OFFICE})\s?)[^\n{PERSON}{PLACE[1:-1]}]{{0,45}}?(?:เป็น|นั่ง|ทำหน้าที่)\s?{TITLE}"
)
_HOLDS = re.compile(
    rf"(?P<office>{OFFICE})\s?(?:ได้|ร่วมกับ[^\n]{{0,40}}|จึง|โดย[^\n]{{0,60}})?\s?(?:จัดพิธี|จัดการ|จัดประชุม|จัดให้|จัด(?=บันทึก|ลงนาม|ทำบันทึก|MOU|งาน|โครงการ))"
)
_OF = re.compile(rf"(?:ลงนาม|MOU|ประชุม)[^\n{PERSON}]{{0,140}}?ของ\s?(?P<office>{OFFICE})")
_LISTED_CHAIR = re.compile(rf"{PERSON}\s?{TITLE}\s?(?P<office>{OFFICE})\s?{TITLE}")
_TOGETHER = re.compile(rf"ร่วมกับ(?:คณะ[^\n{PLACE[1:-1]}]{{0,40}}และ)?(?P<office>{OFFICE})")


def add_overseers(draft: Draft, agreements: list[Agreement]) -> None:
    """Give each agreement the offices that convene it, hold its ceremony or preside, and are no side of it."""
    text = draft.marked.text
    found: list[str] = []
    held: set[str] = set()
    for pattern in (_CHAIR, _LISTED_CHAIR, _HOLDS, _OF, _TOGETHER):
        for match in pattern.finditer(text):
            groups = [name for name in match.groupdict() if match[name]]
            mention = draft.marked.at(match.start(groups[0]))
            if pattern is _CHAIR and not _is_chair(draft, match.end() - 1):
                continue
            if pattern is _HOLDS and text[max(0, match.start() - 8) : match.start()].rstrip().endswith("สังกัด"):
                continue
            if pattern in (_HOLDS, _OF, _TOGETHER):
                held.add(mention.entity)
            if mention.entity and mention.entity not in found:
                found.append(mention.entity)
    signed = Counter(side for agreement in agreements for side in agreement.sides)
    for agreement in agreements:
        # Who signs one agreement of the day and only chairs the meeting oversees no other.
        agreement.overseers = [
            office for office in found if office not in agreement.sides and (office in held or not signed[office])
        ]


def _is_chair(draft: Draft, place: int) -> bool:
    return draft.marked.at(place).name.startswith("ประธาน")
