"""The phrases that say a fact of a draft, chosen from the quotes of what it is made of."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

from graphmou import thai
from graphmou.extract.findings import Quote
from graphmou.fields import MARKS_NEVER_MEANT
from graphmou.seed.format import LONGEST_PHRASE

__all__ = ["Phrases"]

_MOST = 6
"""Phrases one fact needs at most: a name that stands in a text a hundred times is said well enough by a few."""


class Phrases:
    """The quotes of every finding of one text, by its id, and the names it goes by.

    A long text quotes the same phrase for thousands of facts: what a phrase holds is worked out once.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes: dict[str, list[Quote]] = {}
        self._keys: dict[str, list[str]] = {}
        self._naming: dict[str, list[Quote]] = {}
        self._parts: dict[Quote, Quote | None] = {}
        self.key_of = cache(thai.search_key)
        """The form in which names and phrases are compared."""

    def learn(self, found_id: str, quotes: Iterable[Quote], names: Iterable[str]) -> None:
        """Remember a finding, with the quotes a seed file can hold."""
        self._quotes[found_id] = self.usable(quotes)
        self._keys[found_id] = [key for name in names if (key := self.key_of(name))]
        quotes = self._quotes[found_id]
        self._naming[found_id] = [quote for quote in quotes if self._names(found_id, [quote])]

    def usable(self, quotes: Iterable[Quote]) -> list[Quote]:
        """The quotes, cut where they hold what no seed file may (the line end of Windows, say)."""
        found = [part for quote in quotes if (part := self._longest_part(quote)) is not None]
        return sorted(dict.fromkeys(found), key=lambda quote: (quote.start, quote.end))

    def of(self, found_id: str) -> list[Quote]:
        """The phrases for a finding itself: those that name it best, in the order of the text."""
        quotes = self._quotes[found_id]
        if len(quotes) <= _MOST:
            return quotes
        best = dict.fromkeys([*self._naming[found_id], *quotes])
        return sorted(list(best)[:_MOST], key=lambda quote: quote.start)

    def covering(self, found_id: str, name: str) -> list[Quote]:
        """The phrases for a finding with a long name: where one is the name's beginning, its rest is quoted too."""
        quotes = self.of(found_id)
        if self._names(found_id, quotes):
            return quotes
        whole = thai.search_key(name)
        for quote in quotes:
            begun = thai.search_key(quote.phrase)
            if len(begun) < 8 or not whole.startswith(begun):
                continue
            rest = list(self._rest(quote.end, quote.start + len(name) + 4))
            return sorted({*quotes, *self.usable(rest)}, key=lambda one: one.start)
        return quotes

    def _rest(self, start: int, end: int) -> Iterator[Quote]:
        line_end = self._text.find("\n", start)
        end = min(end, len(self._text) if line_end < 0 else line_end, start + 3 * LONGEST_PHRASE)
        for begin in range(start, end, LONGEST_PHRASE):
            stop = min(begin + LONGEST_PHRASE, end)
            yield Quote(begin, stop, self._text[begin:stop])

    def joining(self, own: Sequence[Quote], ends: Iterable[str], words: Sequence[str] = ()) -> list[Quote]:
        """The phrases for what joins ``ends``: its ``own``, and for each end they do not name, the nearest that does.

        ``words`` are words one phrase must hold (``พยาน``); where none does, the nearest such word is quoted.
        """
        quotes = self.usable(own)
        place = quotes[0].start if quotes else None
        for end in ends:
            if not self._names(end, quotes) and (nearest := self._nearest(end, place)) is not None:
                quotes.append(nearest)
                place = quotes[0].start
        if words and not any(word in quote.phrase for quote in quotes for word in words):
            quotes.extend(self._word(words, [quote.start for quote in quotes]))
        return sorted(dict.fromkeys(quotes), key=lambda quote: (quote.start, quote.end))

    def _names(self, found_id: str, quotes: Sequence[Quote]) -> bool:
        phrases = [self.key_of(quote.phrase) for quote in quotes]
        return any(key in phrase for key in self._keys.get(found_id, ()) for phrase in phrases)

    def _nearest(self, found_id: str, place: int | None) -> Quote | None:
        naming = self._naming.get(found_id) or self._quotes.get(found_id, [])
        if place is None:
            return naming[0] if naming else None
        after = bisect_left(naming, place, key=lambda quote: quote.start)
        return min(naming[max(after - 1, 0) : after + 1], key=lambda quote: abs(quote.start - place), default=None)

    def _word(self, words: Sequence[str], places: Sequence[int]) -> list[Quote]:
        starts = [
            (abs(match.start() - around), match.start(), word)
            for around in places or (0,)
            for word in words
            for match in re.compile(re.escape(word)).finditer(self._text, max(around - 400, 0), around + 400)
        ]
        return [self._to_next_blank(start, start + len(word)) for _, start, word in sorted(starts)[:1]]

    def _to_next_blank(self, start: int, end: int) -> Quote:
        """A phrase from ``start`` to the blank after ``end``, if one comes soon: words make more sense whole."""
        blank = re.compile(r"\s").search(self._text, end, min(start + 60, len(self._text)))
        stop = blank.start() if blank else end
        return Quote(start, stop, self._text[start:stop])

    def _longest_part(self, quote: Quote) -> Quote | None:
        if quote not in self._parts:
            self._parts[quote] = _longest_usable(quote)
        return self._parts[quote]


def _longest_usable(quote: Quote) -> Quote | None:
    if all(map(_is_usable, quote.phrase)):
        return quote if quote.phrase.strip() else None
    best: Quote | None = None
    start = quote.start
    for usable, characters in groupby(quote.phrase, _is_usable):
        part = "".join(characters)
        if usable and part.strip() and (best is None or len(part) > len(best.phrase)):
            best = Quote(start, start + len(part), part)
        start += len(part)
    return best


@lru_cache(maxsize=4096)
def _is_usable(character: str) -> bool:
    """Whether a seed file may hold it: no control character or unassigned one, no mark of direction or of damage."""
    if character in "\n\t":
        return True
    return unicodedata.category(character) not in ("Cc", "Cs", "Cn") and not MARKS_NEVER_MEANT.match(character)
