"""Step 9, which bodies act: a mere venue, and one in whose policy or paper something is done, are no organisations."""

from __future__ import annotations

import re

from graphmou.extract.article import Article
from graphmou.extract.names.coreference import Entity
from graphmou.extract.text.mention import Mention

__all__ = ["acts"]

_VENUE = re.compile(
    r"(?:(?:^|\s)ณ\s?|(?:ห้อง(?!เรียน|สมุด)|หอ|อาคาร|ลาน|หน้า|ศาลา|สนาม|สระ|บริเวณ|ภายใน|เยี่ยม|ไปยัง|แปลง)[ก-๎\d ]{0,30}"
    r"(?<!กับ)(?<!และ)(?<!โดย)(?<!จาก)|ที่(?:สำนักงาน)?|สำนักงาน)$"
)
_PAPER = re.compile(
    r"(?:นโยบาย|เอกสาร|ระเบียบ|ประกาศ|กฎ|ข้อบังคับ|หนังสือ|คู่มือ|หลักสูตร|มาตรฐาน|แนวทาง|โครงการ|จุดเน้น|ตาม)[^\n]{0,40}(?:ของ|จาก)?\s?$"
)
# Where a school belongs, or lies.
_BELONGS = re.compile(r"(?:สังกัด|พื้นที่|ในเขต) ?$")
# A temple is mostly where something is; it acts where it is a side or sends somebody.
_SENDS = re.compile(r"(?:กับ|ระหว่าง|ร่วมกับ|ขอบคุณ|ผู้แทน|ตัวแทน|กรรมการ|อิหม่าม|โต๊ะอิหม่าม|ศิษยาภิบาล|บาทหลวง) ?$")


def acts(article: Article, entity: Entity, acting: set[str]) -> bool:
    """Whether a body signs, sends somebody, or else does something in the text; ``acting`` are ids known to."""
    if entity.id in acting:
        return True
    mentions = [mention for mention in entity.mentions if not _aside(article, mention)]
    if entity.mentions[0].more.get("kind") == "temple":
        return len(mentions) > 1 or any(_SENDS.search(article.text_before(one.start, 20)) for one in mentions)
    return bool(mentions)


def _aside(article: Article, mention: Mention) -> bool:
    before = article.text_before(mention.start, 60)
    if mention.more.get("kind") == "municipality" and _BELONGS.search(before):
        return True
    if _VENUE.search(before):
        return True
    return mention.more.get("kind") == "department" and _PAPER.search(before) is not None
