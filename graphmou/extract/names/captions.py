"""Step 3, people named in captions, credits and signatures: without honorific, often without title.

"(จากซ้าย) สมชาย ใจดี, ใจ ดีจริง", "ข่าว : สมชาย ใจดี", "สมชาย ใจดี/ภาพ", "ลงชื่อ สมชาย ใจดี". Two words are a name where
nothing else stands in their piece of the line and neither is a word that begins no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.rules import any_of
from graphmou.extract.text.mention import Mention

__all__ = ["find_captioned"]

_LETTER = "[ก-ฮะ-ฺเ-๎]"
_NAME = rf"(?P<name>(?P<given>{_LETTER}{{2,15}}) (?P<surname>{_LETTER}{{2,25}}))"
_WORK = r"(?:ข่าว|ภาพ|ถ่ายภาพ|รายงาน|เรียบเรียง|เขียน|ผู้เขียน|ผู้รายงาน|ผู้สื่อข่าว|พิสูจน์อักษร|กราฟิก)"
_END = rf"(?=\s?(?:[,/|()\n]|$|และ|ผู้|ที่ปรึกษา|โทร|กอง|กลุ่ม|งาน|ฝ่าย|โรงเรียน|สพ[ปม]|ประชาสัมพันธ์|{_WORK}))"
_CREDIT = re.compile(rf"(?:{_WORK}\s?(?:โดย\s?[:：]?|[:：])\s?|ลงชื่อ\s?\)?[ .…_]{{0,80}}){_NAME}{_END}")
# Who did something that is told at the end of a line: "ฝึกซ้อมโดย สมชาย ใจดี".
_DONE_BY = re.compile(
    r"(?:สอน|ฝึกซ้อม|ควบคุม|ออกแบบ|แสดง|ขับร้อง|บรรเลง|บรรยาย|วิทยากร|พิธีกร|ดูแล|ประสานงาน|ประพันธ์|กำกับ|แปล|ถ่าย|เขียน|พิมพ์|ตรวจ)"
    rf"โดย\s?{_NAME}(?=\s?(?:\n|$|\)))"
)
_CREDITED = re.compile(rf"(?:^|[\s/,]){_NAME}\s?/\s?{_WORK}", re.MULTILINE)
_FROM_LEFT = re.compile(r"(?:จากซ้าย|แถวหน้า|แถวหลัง)[^\n:)]{0,20}[:)]?\s?")
_FIRST = re.compile(rf"(?:\(?\d{{1,2}}[.)]|คนที่ \d)?\s?{_NAME}(?=\s?(?:[,/;\n(]|$|และ|\d))")
_LISTED = re.compile(
    rf"(?:[,/;|:(]|\(?\d{{1,2}}[.)]|คนที่ \d|และ|^)\s?(?:\(?\d{{1,2}}[.)]\s?)?{_NAME}"
    r"(?=\s?(?:[,/;\n(]|$|และ|\d))",
    re.MULTILINE,
)
_NO_NAME = re.compile(any_of("not_surnames", "not_names", "person_cut_words"))
_NAME_LIKE = re.compile(any_of("names_like_words"))
_CUT = re.compile(any_of("person_cut_words"))
# A caption is a line; longer ones are stories.
_MOST = 400


def find_captioned(text: str) -> Iterator[Mention]:
    """Names that stand alone in captions, credits and signatures of ``text``."""
    for match in _CREDIT.finditer(text):
        yield from _named(match)
    for match in _DONE_BY.finditer(text):
        yield from _named(match)
    for match in _CREDITED.finditer(text):
        yield from _named(match)
    for caption in _FROM_LEFT.finditer(text):
        end = text.find("\n", caption.end())
        end = min(len(text) if end < 0 else end, caption.end() + _MOST)
        # The mark before the first name may be the caption's own: "จากซ้าย :", "(แถวหน้า)".
        first = _FIRST.match(text, caption.end(), end)
        if first:
            yield from _named(first)
        for listed in _LISTED.finditer(text, first.end() if first else caption.end(), end):
            yield from _named(listed)


def _named(match: re.Match[str]) -> Iterator[Mention]:
    given, surname = match["given"], match["surname"]
    if (
        (_NO_NAME.match(given) and not _NAME_LIKE.match(given))
        or _NO_NAME.match(surname)
        or _CUT.search(given)
        or _CUT.search(surname)
    ):
        return
    start, end = match.span("name")
    yield Mention("person", start, end, f"{given} {surname}", 0.7, {"bare": "yes"})
