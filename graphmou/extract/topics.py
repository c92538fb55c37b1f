"""Step 9, topics: what agreements and events are about, as the text says it, and words that tell it in headlines.

The subject follows what is signed ("บันทึกข้อตกลงความร่วมมือการจัดการขยะ ระหว่าง"), or เรื่อง and ว่าด้วย, or stands in
a list of contents ("สาระสำคัญ คือ การ… การ… และการ…"); การ, ด้าน and เรื่อง in front of it are left out. Where none is
told, the headline may say what is done ("แก้ปัญหาครูไม่ครบชั้น", "แข่งขันหุ่นยนต์").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmou.extract.article import Article
from graphmou.extract.findings import EntityFound
from graphmou.extract.rules import any_of, meanings

__all__ = ["find_topics"]

_MOST = 6
_SHORTEST = 8
_SURE_SUBJECT, _SURE_WORD = 0.7, 0.6
_PAPER = (
    r"(?:บันทึก(?:ข้อตกลง|ความเข้าใจ|ความร่วมมือ)|ข้อตกลง|ความร่วมมือ|MOU)(?:ความร่วมมือ|ร่วมมือ)?"
    r"(?:ทางวิชาการ|ทางการศึกษา|ด้านวิชาการ|ด้านการศึกษา)? ?(?:\((?:MOU|M\.O\.U\.?|Memorandum[^)\n]{0,40})\))?"
)
_SUBJECT = re.compile(
    rf"{_PAPER}[ \n]?(?:(?:เรื่อง|ว่าด้วย|ด้าน|ในด้าน|เพื่อ(?!เป็น|ให้|ใช้)|ใน(?=การ)) ?|(?=การ|{any_of('subject_verbs')}))"
    r"|(?:^|\s|\ue005)(?:เรื่อง|ว่าด้วย) ?(?=การ)"
    r"|สาระสำคัญ[^\n]{0,40}?(?:ได้แก่|คือ|ดังนี้) ?(?=การ)"
    r"|(?:ศึกษาดูงาน|เรียนรู้|หารือ|พี่เลี้ยง)(?:(?:ด้าน|เรื่อง|ใน)? ?(?=การ)|ด้าน ?(?=[A-Z]))"
    r"|(?:ฉบับที่ ?[^\s]{1,4}|ฉบับแรก) เรื่อง ?"
    # What a signing told before is for: "ลงนาม … กับ … เพื่อพัฒนาหลักสูตร".
    rf"|(?:บันทึก(?:ข้อตกลง|ความเข้าใจ)|MOU)[^\n]{{0,300}}? เพื่อ(?={any_of('subject_verbs')})"
)
# Names end a subject, but not the head of a kind of school nor a title that is a plain noun (นักเรียนและครู).
_MARKS = "\ue000-\ue005"
_END = re.compile(
    rf"[{_MARKS}\n“”\"‘’:;,]|\((?![A-Z]{{2,6}}\))|{any_of('subject_ends')}|ของ(?=[\ue000-\ue004])| \ue006"
    rf"| {any_of('subject_ends_apart')}|(?<![A-Za-z]) ใน| และ(?!การ)| \d"
)
_PARTS = re.compile(r"(?: ?และ ?|, ?| )(?=การ(?!พนัน|เมือง|เงิน|ออม|งาน|บ้าน|ศึกษา))|ด้าน(?=การ)")
_BEHIND = re.compile(r"(?:ในเขต|(?<!ภาย)ใน|ของ|จาก|และ|เครือข่าย|\s)+$")
_FRONT = re.compile(r"^(?:แลกเปลี่ยนเรียนรู้(?=ด้าน|การ)|ด้าน|เรื่อง|การ(?!ศึกษา|เรียนการสอน)|โครงการ|ขับเคลื่อน(?!การ))")
_LONGEST = 90
_FIRST_LINE = re.compile(r"\s*[^\n]+\n")
_HEADLINE = re.compile(r"(?:\s*[^\n]+){0,2}")
# What is done, as a headline says it; only what it is done to is the topic of opening, raising and contests.
_TITLED = re.compile(
    r"(?<=[ !”\"])(?:เปิด(?=ห้องเรียน|หลักสูตร|ศูนย์)|(?=แก้ปัญหา|ดูแล|พัฒนา|ใช้)|ยกระดับ(?:การ)?|ขับเคลื่อน|เดินหน้า"
    rf"|(?:จัด)?(?:การ)?(?:ประกวด|แข่งขัน|อบรม)(?!เชิง))(?P<what>[^\s“\"{_MARKS}\ue006-\uf8ff]{{5,60}})"
)
_LONGEST_HEADLINE = 300
# "ห้องเรียนสองภาษา" says more than "สองภาษา".
_KIND_BEFORE = re.compile("(?:ห้องเรียน|โครงงาน|หลักสูตร|ค่าย|โรงเรียน)$")
_TOPIC = re.compile(any_of("topics"))


def find_topics(article: Article) -> list[EntityFound]:
    """The topics of the text, at most six: first those told as subjects, then known words of the headline."""
    found: dict[str, EntityFound] = {}
    subjects = list(_subjects(article)) or list(_titled(article))
    headline = _HEADLINE.match(article.text)
    reach = headline.end() if headline and subjects else len(article.text)
    for name, start, end, sure in [*subjects, *_words(article, reach)]:
        if len(found) == _MOST:
            break
        if not any(name in known for known in found):
            found[name] = EntityFound(f"topic-{len(found) + 1}", name, [article.quote(start, end)], sure)
    return list(found.values())


def _subjects(article: Article) -> Iterator[tuple[str, int, int, float]]:
    text, marked = article.marked.text, article.marked
    for match in _SUBJECT.finditer(text):
        stop = _END.search(text, match.end(), match.end() + _LONGEST * 3)
        if stop is None:
            continue
        begins = match.end()
        for part in [*_PARTS.finditer(text, match.end(), stop.start()), stop]:
            start, end = marked.origin(begins), marked.origin(part.start())
            name = _BEHIND.sub("", article.text[start:end]).strip(" .-–")
            while plain := _FRONT.match(name):
                name = name[plain.end() :].strip()
            if (_SHORTEST if name[:1] >= "ก" else 4) <= len(name) <= _LONGEST:
                yield name, start, end, _SURE_SUBJECT
            begins = part.end()


def _titled(article: Article) -> Iterator[tuple[str, int, int, float]]:
    text, marked = article.marked.text, article.marked
    headline = _FIRST_LINE.match(text, 0, _LONGEST_HEADLINE)
    for match in _TITLED.finditer(text, 0, headline.end() if headline else 0):
        start, end = marked.origin(match.start("what")), marked.origin(match.end("what"))
        yield article.text[start:end], start, end, _SURE_WORD


def _words(article: Article, reach: int) -> Iterator[tuple[str, int, int, float]]:
    for match in _TOPIC.finditer(article.text, 0, reach):
        if article.text.endswith(("ทาง", "งาน"), 0, match.start()):
            # "ความร่วมมือทางวิชาการ" says of every agreement the same.
            continue
        kind = _KIND_BEFORE.search(article.text, max(0, match.start() - 12), match.start())
        start = kind.start() if kind else match.start()
        word = article.text[start : match.end()] if kind else meanings("topics").get(match[0], match[0])
        yield word, start, match.end(), _SURE_WORD
