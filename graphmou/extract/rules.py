"""The lists that the steps go by: one word, or one ``word = meaning``, a line, in ``rules/*.txt``.

A linguist changes them without Python. ``#`` begins a comment; blank lines are nothing. docs/extraction.md says what
each list does.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

__all__ = ["any_of", "meanings", "words"]

_FOLDER = Path(__file__).parent / "rules"


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of ``rules/NAME.txt``, in its order."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in (line.partition("#")[0].strip() for line in lines) if line)


@cache
def meanings(name: str) -> dict[str, str]:
    """The ``word = meaning`` lines of ``rules/NAME.txt``; a word without a meaning stands for itself."""
    found = {}
    for line in words(name):
        word, equals, meaning = (part.strip() for part in line.partition("="))
        found[word] = meaning if equals else word
    return found


@cache
def any_of(*names: str) -> str:
    """A regular expression for any word of these lists, the longest first; a blank in a word may be absent.

    A word with ``$`` at its end must be a whole one: no Thai letter may follow.
    """
    found = {word for name in names for word in meanings(name)}
    ordered = sorted(found, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_pattern(word) for word in ordered) + ")"


def _pattern(word: str) -> str:
    pattern = re.escape(word.rstrip("$")).replace(r"\ ", r"\s?")
    return pattern + "(?![ก-ฮะ-ฺเ-๎])" if word.endswith("$") else pattern
