"""Step 7, signs whose legend says who leads: "S → S" with "หน้าลูกศรคือโรงเรียนพี่เลี้ยง", "S*" with "* โรงเรียนแกนนำ"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from graphmou.extract.mentoring.lead_tables import Row
from graphmou.extract.mentoring.roles import Basis
from graphmou.extract.text.marked import GENERIC, SCHOOL, Marked
from graphmou.extract.text.mention import Mention

__all__ = ["legends_of", "rows_by_legend"]

_ARROW = "(?:[→➡⇒⟶➜👉]\ufe0f?|-+>|=+>)"
_LED = r"(?:ได้รับ|รับการ|รับคำ|ผู้รับ|อยู่ใน|ภายใต้|ถูก)[ก-๎]{0,20}|น้อง|ลูกข่าย|เครือข่าย|ร่วมพัฒนา|ขนาดเล็ก|มาเรียนรวม"
_LEADS = r"พี่|แกนนำ|แม่ข่าย|หลัก|ดูแล|ช่วยเหลือ|คุณภาพ|ต้นแบบ|ที่ปรึกษา|โค้ช|นิเทศ|ผู้นำ|ผู้ให้"
_KIND = re.compile(rf"(?P<led>{_LED})|(?P<leads>{_LEADS})")
_STATED = re.compile(r"พี่เลี้ยง|ดูแล|ช่วยเหลือ|นิเทศ|แนะนำ|ที่ปรึกษา|โค้ช")
_PLACE = re.compile(
    r"(?:หน้า|ต้น|โคน|ซ้าย|(?P<last>หลัง|ปลาย|หัว|ขวา|ท้าย))[ก-๎]{0,8}?\s?ลูกศร|ลูกศร\s?(?P<to>ชี้(?:ไป)?(?:ยัง|ที่|หา|สู่))"
)
# A legend is a line without schools that speaks of the sign.
_OF_ARROWS = re.compile(
    rf"[^\n{SCHOOL}]{{0,80}}?(?:ลูกศร|{_ARROW}\s?(?:คือ|หมายถึง|หมายความว่า|แทน|=|:))[^\n{SCHOOL}]{{3,160}}(?=\n|$|{SCHOOL})"
)
_SIGN = r"\*{1,3}|[★☆⭐◎✪†‡◆■●]"
_OF_SIGNS = re.compile(
    rf"(?:(?<=\n)|(?<=[(:;]|\s)|^)(?:เครื่องหมาย\s?|สัญลักษณ์\s?)?(?:\(\s?)?(?P<sign>{_SIGN})(?:\s?\))?\s?"
    rf"(?P<said>คือ|หมายถึง|แทน|=|:)?\s?(?P<kind>{GENERIC}?[ก-๎]{{3,30}})\s?(?=[\n).;]|$)"
)
_SCHOOLS = rf"{SCHOOL}(?: ?(?:,|และ|กับ|/)? ?{SCHOOL})*"
_ROW = re.compile(rf"(?P<left>{_SCHOOLS}) ?{_ARROW} ?(?P<right>{_SCHOOLS}(?! ?{_ARROW})|{SCHOOL})")
_MANY = re.compile(rf"{_ARROW}")
_MARKED = re.compile(rf"{SCHOOL} ?\(?(?P<sign>{_SIGN})\)?")
_BLANK = re.compile(r"\n\s*\n")
# More signs than these are of no press release.
_MOST, _FAR = 100, 1500


def legends_of(text: str) -> list[re.Match[str]]:
    """The legends of a marked text; what they say of leading is of the sign, and of no school beside them."""
    arrows = [one for one in _OF_ARROWS.finditer(text) if _KIND.search(one[0])][:1] if _MANY.search(text) else []
    signs = [one for one in _OF_SIGNS.finditer(text) if _KIND.search(one["kind"])]
    return arrows + [one for one in signs if any(sign["sign"] == one["sign"] for sign in _MARKED.finditer(text))]


def rows_by_legend(marked: Marked, legends: list[re.Match[str]]) -> Iterator[Row]:
    """Leads with their partners, as the signs of these legends tell."""
    for legend in legends:
        basis: Basis = "stated" if _STATED.search(legend[0]) else "inferred"
        if legend.re is _OF_ARROWS:
            yield from _by_arrows(marked, _lead_first(legend[0]), basis)
        else:
            yield from _by_signs(marked, legend, basis)


def _lead_first(told: str) -> bool:
    """Whether a legend of arrows says that leads stand before the arrow."""
    place = _PLACE.search(told)
    kind = _KIND.search(told, place.end() if place else 0) or _KIND.search(told)
    leads = kind is not None and kind["leads"] is not None
    return leads is not (place is not None and (place["last"] or place["to"]) is not None)


def _by_arrows(marked: Marked, lead_first: bool, basis: Basis) -> Iterator[Row]:
    for row in itertools.islice(_ROW.finditer(marked.text), _MOST):
        left, right = _schools(marked, *row.span("left")), _schools(marked, *row.span("right"))
        leads, partners = (left, right) if lead_first else (right, left)
        yield Row(row.start(), row.end(), leads, partners, basis)


def _by_signs(marked: Marked, legend: re.Match[str], basis: Basis) -> Iterator[Row]:
    """Of each line, or list, the schools with the sign lead the others (or the one without it does)."""
    kind = _KIND.search(legend["kind"])
    of_leads = kind is not None and kind["leads"] is not None
    reached = 0
    for one in itertools.islice(_MARKED.finditer(marked.text), _MOST):
        if one["sign"] != legend["sign"] or one.start() < reached:
            continue
        start, end = _block(marked.text, one.start())
        reached = end
        schools = {school.name: school for school in _schools(marked, start, end)}
        signed = {
            marked.at(sign.start()).name
            for sign in _MARKED.finditer(marked.text, start, end)
            if sign["sign"] == legend["sign"]
        }
        leads = [school for name, school in schools.items() if (name in signed) == of_leads]
        partners = [school for school in schools.values() if school not in leads]
        if len(leads) == 1 and partners:
            yield Row(start, end, leads, partners, basis)


def _block(text: str, place: int) -> tuple[int, int]:
    """The line of ``place`` where it names several schools, or else its paragraph."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = end if end >= 0 else len(text)
    if text.count(SCHOOL, start, end) > 1:
        return start, end
    start = max((one.end() for one in _BLANK.finditer(text, max(0, place - _FAR), place)), default=max(0, place - _FAR))
    after = _BLANK.search(text, place, place + _FAR)
    return start, after.start() if after else min(len(text), place + _FAR)


def _schools(marked: Marked, start: int, end: int) -> list[Mention]:
    return [one for one in marked.between(start, end) if one.kind == "school"]
