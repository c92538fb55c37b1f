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

    A word with ``$`` at its end must be a whole one: no letter may follow. Words that begin alike share their
    beginning (a tree of letters), so that hundreds of words cost no more than a few.
    """
    tree = _Tree()
    for word in {word for name in names for word in meanings(name)}:
        branch = tree
        for letter in word.rstrip("$"):
            branch = branch.setdefault(r"\s?" if letter == " " else re.escape(letter), _Tree())
        branch[_WHOLE if word.endswith("$") else ""] = _Tree()
    return f"(?:{_alternatives(tree)})"


class _Tree(dict[str, "_Tree"]):
    """What may follow a letter; an end of a word leads to nothing."""


_WHOLE = "(?![A-Za-zก-ฮะ-ฺเ-๎])"


def _alternatives(tree: _Tree) -> str:
    # A longer word goes first: letters, then a blank that may be absent, then the ends.
    order = sorted(tree, key=lambda one: (one in ("", _WHOLE), one == "", one == r"\s?", one))
    return "|".join(one + _rest(tree[one]) for one in order)


def _rest(tree: _Tree) -> str:
    if not tree:
        return ""
    return _alternatives(tree) if len(tree) == 1 else f"(?:{_alternatives(tree)})"
