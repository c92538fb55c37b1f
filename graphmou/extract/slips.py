"""Slips of the pen: the beginning of a word typed twice, ``โครงการรโรงเรียน``, ``แต่ระระดับ``.

A letter before a word is nothing by itself (``ผู้บริหารโรงเรียน``, ``วาระระดับชาติ``), so the doubled piece must stand
where a word begins: after a blank, or after a word such as การ or ของ. Both lists are in ``rules``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphmou.extract.rules import any_of, words

__all__ = ["find_slips", "without_slips"]

_HEAD = re.compile(any_of("doubled_heads"))
_BEFORE = re.compile(rf"(?:^|[^ก-๎]|{any_of('before_doubled')})$")
_FURTHEST = max(map(len, words("before_doubled")))


def find_slips(text: str) -> Iterator[tuple[int, int, int]]:
    """Where in ``text`` a doubled piece begins, where it ends, and where the word after it ends."""
    for head in _HEAD.finditer(text):
        for piece in _pieces(head[0]):
            start = head.start() - len(piece)
            if text.endswith(piece, 0, head.start()) and _BEFORE.search(text, max(0, start - _FURTHEST), start):
                yield start, head.start(), head.end()
                break


def without_slips(text: str) -> str:
    """``text`` with each doubled piece written once."""
    kept, done = [], 0
    for start, end, _ in find_slips(text):
        kept.append(text[done:start])
        done = end
    return "".join([*kept, text[done:]])


@cache
def _pieces(word: str) -> tuple[str, ...]:
    """What of ``word`` may be doubled, the longest first: its beginnings, and its first consonant."""
    beginnings = [word[:length] for length in range(len(word) - 1, 0, -1)]
    consonant = re.search("[ก-ฮ]", word)
    return tuple(dict.fromkeys([*beginnings, consonant[0] if consonant else word[0]]))
