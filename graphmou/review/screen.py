"""One item on a screen of 80 by 24: what it is, its phrase in its surroundings, what to look at, and the keys.

Pure: it makes lines of styled text. Lines are broken by our own rules (:mod:`graphmou.terminal.text`), which know where
Thai may be broken and how wide it is; rich only draws them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text as Styled

from graphmou import words
from graphmou.language import Language, Text
from graphmou.review.deciding import Review
from graphmou.review.editing import fields_of
from graphmou.review.items import LINK_TITLES, Item, Phrase, Warned, candidates_of, parts_of, phrases_of, warnings_of
from graphmou.review.keys import KEYS, thai_key
from graphmou.review.naming import name_of, named
from graphmou.review.surroundings import Line, marked_lines, windows
from graphmou.seed.nesting import text_of
from graphmou.terminal.text import wrap

__all__ = ["Screen", "help_lines"]

_TITLE = "bold"
_MARK = "bold black on yellow"
_WARN = "yellow"
_DIM = "dim"
_LONGEST_CONTEXT = 7
_NOT_SHOWN = ("name", "sha256", "parts")


@dataclass(frozen=True, slots=True)
class Screen:
    """How items are shown: the source text where it was found, the size of the terminal, the language.

    ``marks`` are set where styles cannot be seen (a pipe, no colours): a phrase then stands between >> and <<.
    """

    name: str
    source: str | None
    language: Language
    width: int = 80
    height: int = 24
    marks: bool = False

    def lines(self, review: Review, item: Item, note: str = "") -> list[Styled]:
        """The lines for one item: never more than the terminal has, whatever it holds."""
        head = [*self._progress(review), Styled("-" * self.width, style=_DIM), *self._title(review, item)]
        foot = [*self._note(note), Styled("-" * self.width, style=_DIM), *self._keys(item)]
        room = max(self.height - 1 - len(head) - len(foot), 6)
        warnings = list(self._warnings(review, item))[: max(room // 3, 2)]
        candidates = list(self._candidates(item))[:4]
        context = list(self._context(item))[:_LONGEST_CONTEXT]
        left = room - len(warnings) - len(candidates) - len(context)
        facts = list(self._facts(review, item))
        if len(facts) > left:
            hidden = len(facts) - max(left - 1, 1)
            more = Text(f"... and {hidden} more lines (e shows all)", f"... และอีก {hidden} บรรทัด (กด e เพื่อดูทั้งหมด)")
            facts = [*facts[: max(left - 1, 1)], Styled(f"  {more.in_(self.language)}", style=_DIM)]
        return [*head, *facts, *context, *warnings, *candidates, *foot]

    def _progress(self, review: Review) -> list[Styled]:
        counts = review.counts()
        done = counts.accepted + counts.rejected + counts.merged
        en = f"{counts.accepted} accepted, {counts.rejected} rejected, {counts.pending} left"
        th = f"ยืนยัน {counts.accepted} ไม่รับ {counts.rejected} เหลือ {counts.pending}"
        if counts.merged:
            en, th = f"{en}, {counts.merged} merged", f"{th} รวม {counts.merged}"
        total = done + counts.pending
        text = f"{self.name}  {done}/{total}  {Text(en, th).in_(self.language)}"
        return [Styled(line) for line in wrap(text, self.width)[:2]]

    def _title(self, review: Review, item: Item) -> list[Styled]:
        kind = item.kind.in_(self.language)
        confidence = text_of(item.node, "confidence")
        sure = (
            Text(f"   confidence {confidence}", f"   ความเชื่อมั่น {confidence}").in_(self.language) if confidence else ""
        )
        state = "" if item.state == "pending" else f"   [{_STATES[item.state].in_(self.language)}]"
        lines = [Styled(f"{kind}{sure}{state}", style=_DIM)]
        for line in wrap(self.heading(review, item), self.width)[:3]:
            lines.append(Styled(line, style=_TITLE))
        return lines

    def heading(self, review: Review, item: Item) -> str:
        """What an item is called in one line: a position with whose and where it is, mentoring with both schools."""
        if item.link is not None and item.person is not None:
            where = named(review, text_of(item.node, item.link.other))
            return f"{text_of(item.person, 'name')}: {text_of(item.node, 'title')} - {where}"
        if item.section == "mentoring":
            mentor, partner = (named(review, text_of(item.node, name)) for name in ("mentor", "partner"))
            return f"{mentor} > {partner}"
        if item.section == "declarations":
            what = words.show_word(text_of(item.node, "what"), self.language)
            return f"{text_of(item.node, 'count')} {what} - {named(review, text_of(item.node, 'about'))}"
        return name_of(review, item)

    def _facts(self, review: Review, item: Item) -> Iterator[Styled]:
        if item.section == "document":
            for prop in review.missing(item):
                missing = Text("is missing: press e", "ยังไม่ระบุ: กด e").in_(self.language)
                yield Styled(f"  {prop.title.in_(self.language)} {missing}", style=_WARN)
        for field in fields_of(item):
            if field.node is item.node and field.value and field.prop.name not in _NOT_SHOWN:
                yield from self._fact(field.prop.title.in_(self.language), field.shown(self.language))
        for part in parts_of(item.node):
            yield from self._fact(Text("part", "รายการย่อย").in_(self.language), part)
        agreement = text_of(item.node, "agreement")
        if agreement:
            yield from self._fact(Text("agreement", "ข้อตกลง").in_(self.language), named(review, agreement))
        for link, nested in item.nested():
            name = named(review, text_of(nested, link.other))
            role = text_of(nested, "role")
            more = f" ({words.show_word(role, self.language)})" if role else ""
            other = text_of(nested, "party") if link.field == "signed_for" else ""
            more += f" - {named(review, other)}" if other else ""
            yield from self._fact(LINK_TITLES[link.field].in_(self.language), f"{name}{more}")

    def _fact(self, title: str, value: str) -> Iterator[Styled]:
        for number, line in enumerate(wrap(value, self.width - 20)[:3]):
            name = wrap(title, 15)[0] if number == 0 else ""
            styled = Styled(f"  {name}", style=_DIM)
            styled.pad_right(max(18 - styled.cell_len, 1))
            yield styled.append(line, style="not dim")

    def _context(self, item: Item) -> Iterator[Styled]:
        phrases = phrases_of(item.node)
        if not phrases and item.section != "document":
            return
        if self.source is None:
            for phrase in phrases[:3]:
                for line in wrap(phrase.text, self.width - 4)[:2]:
                    shown = f"{self._around[0]}{line}{self._around[1]}"
                    yield self._marked(Line(shown, ((0, len(shown)),)))
            missing = Text(
                "(the source text is not beside the draft: name it with --source)",
                "(ไม่พบเอกสารต้นทางข้างไฟล์ร่าง ระบุได้ด้วย --source)",
            )
            yield Styled(f"  {missing.in_(self.language)}", style=_DIM)
            return
        found = windows(self.source, phrases, most=3)
        if item.section == "document":
            found = [(0, min(200, len(self.source)), [])]
        for start, end, inside in found:
            most = 3 if len(found) > 1 else _LONGEST_CONTEXT - 1
            lines = marked_lines(self.source, start, end, inside, self.width - 4, self._around)
            yield from map(self._marked, _around_marks(lines, most))

    @property
    def _around(self) -> tuple[str, str]:
        return (">>", "<<") if self.marks else ("", "")

    def _marked(self, line: Line) -> Styled:
        styled = Styled("  ")
        place = 0
        for start, end in line.marks:
            styled.append(line.text[place:start])
            styled.append(line.text[start:end], style=_MARK)
            place = end
        return styled.append(line.text[place:])

    def _warnings(self, review: Review, item: Item) -> Iterator[Styled]:
        for warned in _touching(review, item):
            for number, line in enumerate(wrap(warned.message.in_(self.language), self.width - 4)[:2]):
                yield Styled(f"{'! ' if number == 0 else '  '}{line}", style=_WARN)

    def _candidates(self, item: Item) -> Iterator[Styled]:
        for number, candidate in enumerate(candidates_of(item), start=1):
            why = text_of(candidate, "why_th" if self.language == "th" else "why")
            if text_of(candidate, "id") == item.id:
                text = Text("already in the graph", "มีอยู่ในกราฟแล้ว").in_(self.language)
            else:
                text = Text(f"perhaps [{number}]", f"อาจเป็น [{number}]").in_(self.language)
            whole = f"{text}: {text_of(candidate, 'name')} ({text_of(candidate, 'id')}) - {why}"
            for place, line in enumerate(wrap(f"= {whole}", self.width - 2)[:2]):
                yield Styled(line if place == 0 else f"  {line}", style="cyan")

    def _note(self, note: str) -> list[Styled]:
        return [Styled(line, style="bold") for line in wrap(note, self.width)[:3]] if note else []

    def _keys(self, item: Item) -> list[Styled]:
        shown = "  ".join(
            f"[{key}]\u00a0{name.in_(self.language)}"
            for action, (key, name, _) in KEYS.items()
            if not (item.section == "document" and action in ("reject", "merge"))
        )
        return [Styled(line) for line in wrap(shown, self.width)[:2]]


def help_lines(language: Language, width: int) -> list[Styled]:
    """What each key does, as it is called on an English and on a Thai keyboard."""
    lines = []
    for key, name, does in KEYS.values():
        for line in wrap(f"{key} {thai_key(key)}  {name.in_(language)}: {does.in_(language)}", width):
            lines.append(Styled(line))
    return lines


def _touching(review: Review, item: Item) -> list[Warned]:
    """The warnings whose phrase overlaps one of the item's; what touches no item goes to the document."""
    warnings = warnings_of(review.root)
    if item.section == "document":
        said = _Stretches(phrase for other in review.items for phrase in phrases_of(other.node))
        return [warned for warned in warnings if not said.touch(warned.phrase)]
    return [warned for warned in warnings if _overlaps(warned, phrases_of(item.node))]


class _Stretches:
    """Which places of the text are quoted by any item: stretches in order, none touching the next."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for phrase in sorted(phrases, key=lambda one: one.start):
            if self._ends and phrase.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], phrase.end)
            else:
                self._starts.append(phrase.start)
                self._ends.append(phrase.end)

    def touch(self, phrase: Phrase) -> bool:
        """Whether a phrase overlaps what is quoted."""
        place = bisect_left(self._starts, phrase.end) - 1
        return place >= 0 and self._ends[place] > phrase.start


def _overlaps(warned: Warned, phrases: Iterable[Phrase]) -> bool:
    return any(phrase.start < warned.phrase.end and warned.phrase.start < phrase.end for phrase in phrases)


def _around_marks(lines: Sequence[Line], most: int) -> Iterable[Line]:
    """The lines that hold marks, and as many around them as there is room for."""
    marked = [place for place, line in enumerate(lines) if line.marks]
    if not marked or len(lines) <= most:
        return lines[:most]
    first = max(min(marked[0] - (most - 1) // 2, len(lines) - most), 0)
    return lines[first : first + most]


_STATES = {
    "pending": Text("pending", "รอตรวจ"),
    "accepted": Text("accepted", "ยืนยันแล้ว"),
    "rejected": Text("rejected", "ไม่รับ"),
    "merged": Text("merged", "รวมแล้ว"),
}
