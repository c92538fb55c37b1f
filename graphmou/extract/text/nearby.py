"""Where the line of a place begins and ends, looked for near it only.

A text may be one line of megabytes: a rule that looked for the line's ends from each of its places would take the
square of the text's length.
"""

from __future__ import annotations

__all__ = ["line_end", "line_start"]

_REACH = 400
"""Characters that a rule looks back or forward at most; lines of articles are about as long."""


def line_start(text: str, place: int, reach: int = _REACH) -> int:
    """Where the line of ``place`` begins, or ``reach`` before it where it begins further back."""
    floor = max(0, place - reach)
    return max(floor, text.rfind("\n", floor, place) + 1)


def line_end(text: str, place: int, reach: int = _REACH) -> int:
    """Where the line of ``place`` ends, or ``reach`` after it where it ends further on."""
    limit = min(len(text), place + reach)
    found = text.find("\n", place, limit)
    return limit if found < 0 else found
