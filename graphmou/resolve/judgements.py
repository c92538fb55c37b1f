"""What people decided: two ids are the same thing, or they are not (``seed/judgements.yaml``).

::

    judgements:
    - ids: [wat-phra-fang, wat-phra-fang-7e4ad4]
      judged: same
      why: one school, told of in two press releases
      by: somchai
      on: 2026-11-25

Same is passed on (a is b, b is c: a is c), and of all that are the same the id the file names first is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from graphmou.errors import Problem
from graphmou.fields import Fields
from graphmou.language import Text
from graphmou.model import is_id
from graphmou.strict_yaml import YamlMap, read_text, read_yaml

__all__ = ["FILE_NAME", "Judgement", "Judgements", "Verdict", "parse_judgements", "read_judgements"]

FILE_NAME = "judgements.yaml"
Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about two ids: ``on`` is an ISO day; ``line`` is where it stands in ``file``."""

    ids: tuple[str, str]
    judged: Verdict
    why: str
    by: str
    on: str
    file: Path | str = ""
    line: int = 0

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, whichever is named first."""
        return frozenset(self.ids)


@dataclass(slots=True)
class Judgements:
    """All decisions, and what follows from them."""

    all: list[Judgement] = field(default_factory=list)
    _kept: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kept = _kept_ids(self.all)

    def kept(self, node_id: str) -> str:
        """The id that stands for ``node_id``: itself where nothing was judged to be the same."""
        return self._kept.get(node_id, node_id)

    def replaced(self) -> dict[str, str]:
        """Each id that another one stands for, with that one."""
        return {one: kept for one, kept in self._kept.items() if one != kept}

    def same(self, one: str, other: str) -> bool:
        """Whether the two were judged, directly or through others, to be the same."""
        return self.kept(one) == self.kept(other)

    def different(self, one: str, other: str) -> bool:
        """Whether they, or two that they are the same as, were judged not to be the same."""
        wanted = frozenset((self.kept(one), self.kept(other)))
        return any(
            judgement.judged == "different" and frozenset(map(self.kept, judgement.ids)) == wanted
            for judgement in self.all
        )

    def between(self, one: str, other: str) -> Judgement | None:
        """What was decided about these very two."""
        return next((judgement for judgement in self.all if judgement.pair == {one, other}), None)

    def problems(self) -> list[Problem]:
        """What cannot be true together: two decisions about one pair, and different ones that are the same."""
        return [*_repeated(self.all), *self._contradictions()]

    def _contradictions(self) -> Iterator[Problem]:
        for judgement in self.all:
            one, other = judgement.ids
            if judgement.judged != "different" or not self.same(one, other):
                continue
            chain = _chain(self.all, one, other)
            lines = ", ".join(str(step.line) for step in chain)
            said = Text(
                f"{one} and {other} are judged different here and the same by line {lines}",
                f"บรรทัดนี้ตัดสินว่า {one} กับ {other} ต่างกัน แต่บรรทัด {lines} ตัดสินว่าเป็นสิ่งเดียวกัน",
            )
            advice = Text("undo one of them: graphmou judge undo A B", "ยกเลิกคำตัดสินหนึ่งรายการ: graphmou judge undo A B")
            yield Problem(judgement.file, judgement.line, "judged", said, advice)


def read_judgements(file: Path) -> tuple[Judgements, list[Problem]]:
    """The decisions in a file, and everything wrong with it; none where there is no such file."""
    if not file.is_file():
        return Judgements(), []
    text, problems = read_text(file)
    return (Judgements(), problems) if problems else parse_judgements(text, file)


def parse_judgements(text: str, file: Path) -> tuple[Judgements, list[Problem]]:
    """The decisions in the text of ``file``, and everything wrong with it."""
    root, problems = read_yaml(text, file)
    if root is None and not problems:
        return Judgements(), []
    if problems or not isinstance(root, YamlMap):
        said = Text("is not a mapping", "ไม่ใช่รายการแบบ field: value")
        advice = Text("begin with `judgements:`", "เริ่มไฟล์ด้วย `judgements:`")
        return Judgements(), problems or [Problem(file, 1, None, said, advice)]
    fields = Fields(root, file, "", problems)
    found = [one for entry in fields.mappings("judgements") if (one := _read(entry)) is not None]
    fields.done()
    judgements = Judgements(found)
    problems += judgements.problems()
    return judgements, sorted(problems, key=lambda problem: problem.line or 0)


def _read(entry: Fields) -> Judgement | None:
    before = len(entry.problems)
    ids = entry.texts("ids")
    judged = entry.text("judged", required=True, choices=("same", "different"))
    why = entry.text("why", required=True)
    by = entry.text("by", required=True)
    on = entry.date("on", required=True)
    entry.done()
    if len(ids) != 2 or not all(map(is_id, ids)):
        said = Text("are not two ids", "ไม่ใช่รหัสสองรหัส")
        entry.report("ids", said, Text("write [one-id, other-id]", "เขียนเป็น [รหัสหนึ่ง, อีกรหัสหนึ่ง]"))
    if on is not None and on.precision != "day":
        entry.report("on", Text("is no day", "ไม่ใช่วันที่"), Text("write the day: 2026-11-25", "ระบุวันที่ เช่น 2026-11-25"))
    if len(entry.problems) > before or judged is None or why is None or by is None or on is None:
        return None
    verdict: Verdict = "same" if judged == "same" else "different"
    return Judgement((ids[0], ids[1]), verdict, why, by, on.first_day(), entry.file, entry.line())


def _kept_ids(judgements: Sequence[Judgement]) -> dict[str, str]:
    """For every id judged the same as another, the id of its class that was named first."""
    order: dict[str, int] = {}
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for judgement in judgements:
        if judgement.judged != "same":
            continue
        for one in judgement.ids:
            order.setdefault(one, len(order))
            parent.setdefault(one, one)
        first, second = sorted((root(judgement.ids[0]), root(judgement.ids[1])), key=order.__getitem__)
        parent[second] = first
    return {one: root(one) for one in parent}


def _repeated(judgements: Iterable[Judgement]) -> Iterator[Problem]:
    first: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        before = first.setdefault(judgement.pair, judgement)
        if before is judgement:
            continue
        one, other = judgement.ids
        said = Text(
            f"{one} and {other} are already judged on line {before.line} ({before.judged})",
            f"{one} กับ {other} ตัดสินไว้แล้วที่บรรทัด {before.line} ({before.judged})",
        )
        advice = Text("keep one of the two", "เก็บไว้เพียงรายการเดียว")
        yield Problem(judgement.file, judgement.line, "ids", said, advice)


def _chain(judgements: Sequence[Judgement], start: str, goal: str) -> list[Judgement]:
    """The decisions through which ``start`` is the same as ``goal``, the fewest there are."""
    reached: dict[str, list[Judgement]] = {start: []}
    frontier = [start]
    while frontier and goal not in reached:
        following: list[str] = []
        for one in frontier:
            for judgement in judgements:
                if judgement.judged == "same" and one in judgement.pair:
                    for other in judgement.ids:
                        if other not in reached:
                            reached[other] = [*reached[one], judgement]
                            following.append(other)
        frontier = following
    return reached.get(goal, [])
