"""Step 3, mentions of programmes: what follows โครงการ, in quotation marks or to its end, and known names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graphmou.extract.names.run_on import is_verb
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.slips import without_slips
from graphmou.extract.text.mention import Mention, settle

__all__ = ["find_programmes"]

_INNOVATION = "เครือข่ายนวัตกรรมคุณภาพสถานศึกษา"
_KNOWN = re.compile(any_of("programmes"))
_NETWORK = re.compile(r"เครือข่ายนวัตกรรมคุณภาพสถานศึกษา(?:\s?[“\"‘]?\s?(?P<rule>\d ช่วย \d)\s?[”\"’]?)?")
_PROJECT = re.compile(r"โครงการ\s?")
_QUOTED = re.compile(r"[“\"‘']\s?(?P<inner>[^”\"’'\n]{2,80}?)\s?[”\"’']")
_CHUNK = re.compile(
    r"[A-Za-z][A-Za-z0-9-]{0,40}(?: (?:@ )?[A-Za-z][A-Za-z0-9-]{0,40}){1,6}(?:[ก-ฮะ-ฺเ-๎]{1,120})?"
    r"|(?:\d ช่วย \d ?|[A-Za-z][A-Za-z0-9-]{0,40}\s?)?[ก-ฮะ-ฺเ-๎]{1,120}(?:\.[ก-ฮ]\.)?"
)
_TAIL = re.compile(r" " + any_of("programme_tails") + r"[ก-๎]*| \(?\d ช่วย \d\)?| \([A-Z][A-Za-z ]{3,40}\)")
_CUT = re.compile("(?!ของ(?:สถานศึกษา|ชุมชน)|เพื่อน)" + any_of("programme_cut_words"))
# A project told by its order or age has no name: โครงการนำร่อง, โครงการเมื่อสามปีก่อน.
_NO_NAME = re.compile("(?:นำร่อง|เมื่อ|เดิม|เก่า|ใหม่|แรก|ต่าง|ดี ?ๆ|พิเศษ|ทั้ง|ทุก|หนึ่ง|สอง|สาม)|" + any_of("begins_no_name"))
_LEAST_NAME = len("โครงการ") + 4
_RUNS_ON = re.compile("มา|เปิด|เริ่ม|ก็|นั้น|ของ|ว่า|ไม่")
_LEAST = re.compile(r"(?:อย่างน้อย|ไม่น้อยกว่า)[^\n\d]{0,25}(\d{1,2})\s?(?:แห่ง|โรง)")


def find_programmes(text: str) -> Iterator[Mention]:
    """Every programme that ``text`` names."""
    found = settle([*_known(text), *_projects(text)])
    _without_run_on(found)
    names = {mention.name for mention in found}
    parts = _parts(names)
    if any("เครือข่ายนวัตกรรม" in name for name in names if name != _INNOVATION):
        # A network is a programme of its own where no project is named after it.
        parts.add(_INNOVATION)
    yield from (mention for mention in found if mention.name not in parts)


def _parts(names: set[str]) -> set[str]:
    """The names that are part of a longer one."""
    told = {name: name.replace("โครงการส่งเสริม", "") for name in names}
    # What begins as a project's name does, in order: whatever goes on from a name stands right behind it.
    projects = sorted(
        (long[head.start() :], name) for name, long in told.items() for head in re.finditer("โครงการ", long)
    )
    found: set[str] = set()
    for name in names:
        if not name.startswith("โครงการ"):
            # One of the few names that are listed.
            if any(name in long for other, long in told.items() if other != name):
                found.add(name)
            continue
        place = bisect_left(projects, (name, ""))
        while place < len(projects) and projects[place][0].startswith(name):
            if projects[place][1] != name:
                found.add(name)
                break
            place += 1
    return found


def _without_run_on(found: list[Mention]) -> None:
    """Takes off what runs on after a name that is told by itself too: โครงการห้องเรียนสีเขียว|เปิดรับสมัคร."""
    names = {mention.name for mention in found}
    for mention in found:
        for place in range(_LEAST_NAME, len(mention.name)):
            if mention.name[:place] in names and (_RUNS_ON.match(mention.name, place) or is_verb(mention.name, place)):
                mention.name, mention.end = mention.name[:place], mention.end - len(mention.name) + place
                break


def least_partners(text: str) -> int | None:
    """The fewest partners a network must have, where the text gives the rule of its programme."""
    found = _LEAST.search(text)
    return int(found[1]) if found else None


def _known(text: str) -> Iterator[Mention]:
    for match in _NETWORK.finditer(text):
        name = "เครือข่ายนวัตกรรมคุณภาพสถานศึกษา" + (f" {match['rule']}" if match["rule"] else "")
        yield Mention("programme", match.start(), match.end(), name, 0.8)
    for match in _KNOWN.finditer(text):
        name = meanings("programmes").get(match[0], match[0])
        if (
            match[0] in ("โครงการคุณธรรม", "โครงการสิ่งแวดล้อม")
            and re.match("[ก-๎]", text[match.end() : match.end() + 1] or " ")
            and not text.startswith("และ", match.end())
        ):
            continue
        yield Mention("programme", match.start(), match.end(), name, 0.9)


def _projects(text: str) -> Iterator[Mention]:
    for head in _PROJECT.finditer(text):
        if text.endswith(("มูลนิธิ", "สำนักงาน"), max(0, head.start() - 8), head.start()):
            continue
        if quoted := _QUOTED.match(text, head.end()):
            inner = quoted["inner"]
            # A blank goes before what is no Thai letter: โครงการ 1 ช่วย 3.
            name = inner if inner.startswith("โครงการ") else "โครงการ" + " " * (not "ก" <= inner[0] <= "๎") + inner
            yield Mention("programme", head.start(), quoted.end(), name, 0.9)
            continue
        chunk = _CHUNK.match(text, head.end())
        if chunk is None or _CUT.match(text, head.end()) or _NO_NAME.match(text, head.end()):
            continue
        end = chunk.end()
        if cut := _CUT.search(text, head.end() + 3, end):
            end = cut.start()
        else:
            while tail := _TAIL.match(text, end):
                end = tail.end()
        if end - head.end() < 4:
            continue
        joint = " " if re.match("[A-Za-z0-9]", text[head.end() :]) and text[head.end() - 1] == " " else ""
        name = "โครงการ" + joint + re.sub(r"\s+", " ", text[head.end() : end])
        yield Mention("programme", head.start(), end, without_slips(name).strip(), 0.7)
