"""How much work something is, told by how many functions it calls: the same on every machine, unlike seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["calls", "grows_in_step"]

_Size = TypeVar("_Size")
_TWICE = 2.6
"""Work that grows in step doubles; with the square it would be four times."""
_LITTLE = 20_000


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions, Python's and built-in ones, ``work`` makes."""
    count = 0

    def counted(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_in_step(work: Callable[[_Size], object], once: _Size, twice: _Size) -> bool:
    """Whether ``work`` on what is twice as large is about twice the work; a little work may be anything."""
    less, more = calls(lambda: work(once)), calls(lambda: work(twice))
    return more < _LITTLE or more <= _TWICE * less
