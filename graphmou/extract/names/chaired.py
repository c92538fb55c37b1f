"""Step 3, bodies that only their chair's title names, and faculties that only their dean's does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from graphmou.extract.rules import any_of
from graphmou.extract.text.mention import Mention

__all__ = ["add_faculties", "find_chaired"]

_NETWORK = "(?:กลุ่มโรงเรียน|กลุ่มเครือข่าย|เครือข่าย|สหวิทยาเขต|ศูนย์เครือข่าย|ศูนย์พัฒนาคุณภาพ)"
_BODY = re.compile(rf"(?:(?P<network>{_NETWORK})|กลุ่ม|ชมรม|ศูนย์(?!เครือข่าย))(?P<name>[ก-ฮะ-ฺเ-๎]{{2,60}})")
_CUT = re.compile(any_of("chaired_cut_words"))
_CHAIRS = ("ประธาน", "รองประธาน")


def find_chaired(text: str, titles: list[Mention]) -> Iterator[Mention]:
    """The body beside each chair's title ("ประธานกลุ่มออมทรัพย์บ้านนา"): a network is a group, others organisations."""
    for title in titles:
        if not title.name.startswith(_CHAIRS):
            continue
        body = _BODY.match(text, title.end)
        if body is None or _CUT.match(text, body.start("name")):
            continue
        end = body.end()
        if cut := _CUT.search(text, body.start("name") + 1, min(end + 6, len(text))):
            end = min(end, cut.start())
        if end - body.start("name") < 2:
            continue
        name = text[body.start() : end]
        if body["network"]:
            yield Mention("group", body.start(), end, name, 0.75)
        else:
            yield Mention("organisation", body.start(), end, name, 0.75, {"kind": "association"})


def add_faculties(mentions: list[Mention]) -> None:
    """Tell each university of ``mentions`` that follows a dean's title the dean's faculty."""
    for title, body in itertools.pairwise(mentions):
        faculty = title.more.get("faculty")
        if title.more.get("status") == "former":
            continue
        if faculty and title.kind == "title" and body.kind == "organisation" and body.start - title.end <= 1:
            body.more.setdefault("faculty", faculty)
