"""Step 5, where a post is held when the text does not say it beside the title."""

from __future__ import annotations

import re

from graphmou.extract.coreference import Entity
from graphmou.extract.draft import Draft
from graphmou.extract.positions import Post
from graphmou.extract.rules import meanings

__all__ = ["place_of"]


def place_of(draft: Draft, post: Post) -> str:
    """The id of the body where the post is held; empty where there is none in the text."""
    if post.place is not None and post.place.entity:
        return post.place.entity
    if "alone" in post.title.more:
        return ""
    places = meanings("title_places")
    known = max((title for title in places if post.title.name.startswith(title)), key=len, default=None)
    kind = None if known is None else places[known]
    entity: Entity | None = None
    meant = _KIND_NEXT.match(draft.text, post.title.end)
    if meant:
        entity = draft.last_before(post.person.start, _KINDS[meant["kind"]])
    elif kind == "office":
        entity = draft.main_office
    elif kind == "school":
        entity = draft.last_before(post.person.start, "school") or draft.main_school
    elif kind is not None:
        entity = draft.last_before(post.person.start, kind)
    elif draft.text.startswith("โรงเรียนเจ้าภาพ", post.title.end):
        entity = _host(draft) or draft.last_before(post.person.start, "school")
    elif post.title.name in ("ผู้อำนวยการ", "รองผู้อำนวยการ") and _SCHOOL_NEXT.match(draft.text, post.title.end):
        entity = draft.last_before(post.person.start, "school") or draft.main_school
    elif _OFFICE_NEXT.match(draft.text, post.title.end):
        entity = draft.main_office
    elif post.title.name == "ผู้อำนวยการ":
        entity = draft.last_before(post.person.start, "school", "office") or draft.main_office or draft.main_school
    elif _AT_HOME.match(post.title.name):
        entity = draft.main_office or draft.main_school
    return entity.id if entity else ""


def _host(draft: Draft) -> Entity | None:
    """The school at which the day takes place: "ณ หอประชุมโรงเรียน...", or that is told to be the host."""
    for mention in draft.marked.mentions:
        if mention.kind == "school" and mention.entity:
            at = _AT.search(draft.text_before(mention.start, 40))
            if at or _IS_HOST.match(draft.text, mention.end):
                return draft.by_id[mention.entity]
    return None


_AT = re.compile(r"(?:^|\s)ณ\s?[ก-๎\d ]{0,30}$")
_IS_HOST = re.compile(r"\s?(?:ซึ่ง|ได้|รับ|ทำหน้าที่)*เป็นเจ้าภาพ")
# Titles of the office or the school whose text this is, where it says no other body.
_AT_HOME = re.compile("(?:รอง|ผู้ช่วย)?ผู้อำนวยการ|หัวหน้า(?:กลุ่ม|ฝ่าย|งาน)|นัก|เจ้าหน้าที่|เจ้าพนักงาน|ครู|นิติกร|ผู้เชี่ยวชาญ")
# Of what kind the body is that a title means and does not name: "ผู้อำนวยการวิทยาลัย".
_KINDS = {
    "วิทยาลัย": "college",
    "โรงพยาบาล": "hospital",
    "มหาวิทยาลัย": "university",
    "เทศบาล": "municipality",
    "มูลนิธิ": "foundation",
    "สมาคม": "association",
    "ชมรม": "association",
    "บริษัท": "company",
    "ธนาคาร": "company",
    "สหกรณ์": "company",
}
_KIND_NEXT = re.compile(rf"\s?(?P<kind>{'|'.join(_KINDS)})(?![ก-ฮะ-ฺเ-๎])")
_OFFICE_NEXT = re.compile(r"\s?(?:เขต|สำนักงานเขต|สพป|สพม|สพท)")
_SCHOOL_NEXT = re.compile(r"โรงเรียน|\s?สถานศึกษา")
