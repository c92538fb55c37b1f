"""Step 1, normalise: one spelling for what looks alike on paper, with the way back to the raw text.

Folded: nikhahit and sara aa to sara am, two sara e to sara ae, Thai digits to Arabic, every kind of blank to a plain
one and runs of them to one, invisible marks away. Never NFKC: it splits sara am (DESIGN section 7). Line ends stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from graphmou import thai
from graphmou.extract.findings import Quote

__all__ = ["LONGEST_QUOTE", "Normal", "normalise"]

LONGEST_QUOTE = 80

_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u000b\u000c\u0085"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# Private-use characters stand for mentions in marked text, so none of them may come in from outside.
_PRIVATE = "\ue000-\uf8ff"
_AM = re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32")
# Lines with nothing on them, more than say anything, become these.
_MOST_EMPTY = "\n\n\n\n"
_CHANGED = re.compile(
    f"(?P<gap>[{_BLANK}{_INVISIBLE}]*+(?:(?:\r\n|[\r\n\u2028\u2029])[{_BLANK}{_INVISIBLE}{_PRIVATE}]*+){{5,}}+)"
    f"|(?P<blank>[{_BLANK}{_INVISIBLE}{_PRIVATE}]+)"
    "|(?P<end>\r\n?|\u2028|\u2029)"
    f"|(?P<am>{_AM.pattern})"
    "|(?P<ae>\u0e40\u0e40)"
)
_AROUND = re.compile(rf"[\s{_BLANK}{_INVISIBLE}{_PRIVATE}]")
_VISIBLE_BLANK = re.compile(f"[{_BLANK}{_PRIVATE}]")
_TONE = re.compile("[\u0e48-\u0e4b]")


class Normal:
    """The normalised ``text`` of a ``raw`` one, and where each of its places stands in the raw text."""

    __slots__ = ("_here", "_there", "raw", "text")

    def __init__(self, raw: str, text: str, here: list[int], there: list[int]) -> None:
        self.raw = raw
        self.text = text
        self._here = here
        self._there = there

    def raw_offset(self, place: int) -> int:
        """Where the character at ``place`` of the normalised text begins in the raw text."""
        step = bisect_right(self._here, place) - 1
        return min(self._there[step] + place - self._here[step], len(self.raw))

    def _whole(self, offset: int) -> tuple[int, int]:
        """Both ends of the sara am that ``offset`` of the raw text lies within, else ``offset`` twice.

        With a tone it is three characters there and two here, so that no place between them is the same.
        """
        for found in _AM.finditer(self.raw, max(0, offset - 2), offset + 2):
            if found.start() < offset < found.end():
                return found.span()
        return offset, offset

    def edited(self, edits: list[tuple[int, int, str]]) -> Normal:
        """This text with stretches ``(start, end, new)``, in order, replaced."""
        if not edits:
            return self
        pieces: list[str] = []
        here, there = [0], [0]
        done = length = 0
        for start, end, new in [*edits, (len(self.text), len(self.text), "")]:
            low, high = bisect_right(self._here, done), bisect_right(self._here, start - 1)
            for known in range(low, high):
                here.append(length + self._here[known] - done)
                there.append(self._there[known])
            pieces.append(self.text[done:start] + new)
            length += start - done
            if new:
                here.append(length)
                there.append(self.raw_offset(start))
                length += len(new)
            here.append(length)
            there.append(self.raw_offset(end))
            done = end
        return Normal(self.raw, "".join(pieces), here, there)

    def quote(self, start: int, end: int) -> Quote:
        """The phrase of the raw text that became ``text[start:end]``, cut to 80 code points at a blank if it can be."""
        begins, ends = self._whole(self.raw_offset(start))[0], self._whole(self.raw_offset(end))[1]
        while ends > begins and _AROUND.match(self.raw[ends - 1]):
            ends -= 1
        while begins < ends and _AROUND.match(self.raw[begins]):
            begins += 1
        if ends - begins > LONGEST_QUOTE:
            ends = begins + LONGEST_QUOTE
            blank = max(self.raw.rfind(" ", begins, ends), self.raw.rfind("\u00a0", begins, ends))
            if blank > begins + LONGEST_QUOTE // 2:
                ends = blank
        return Quote(begins, ends, self.raw[begins:ends])


def normalise(raw: str) -> Normal:
    """``raw`` in one spelling; every place of the result leads back to one of ``raw``."""
    pieces: list[str] = []
    here, there = [0], [0]
    done = length = 0
    for match in _CHANGED.finditer(raw):
        start, end = match.span()
        kind = match.lastgroup
        found = match[0]
        if kind == "gap":
            # Pages of nothing say no more than a few empty lines.
            new = _MOST_EMPTY
        elif kind == "blank":
            new = " " if _VISIBLE_BLANK.search(found) else ""
            if found == new:
                continue
        elif kind == "end":
            new = "\n"
        elif kind == "am":
            tone = _TONE.search(found)
            new = (tone[0] if tone else "") + "\u0e33"
        else:
            new = "\u0e41"
        if found == new:
            continue
        pieces.append(raw[done:start])
        pieces.append(new)
        length += start - done
        if new:
            here.append(length)
            there.append(start)
        length += len(new)
        here.append(length)
        there.append(end)
        done = end
    pieces.append(raw[done:])
    return Normal(raw, thai.arabic_digits("".join(pieces)), here, there)
