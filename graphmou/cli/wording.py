"""Small words of the command line: counts in fair grammar, and what is said of a thing without an id."""

from __future__ import annotations

from graphmou.language import Text

__all__ = ["NO_ID", "counted"]

NO_ID = Text("(no id)", "(ไม่มีรหัส)")
"""In place of the id that what was added by hand may lack."""


def counted(count: int, noun: str) -> str:
    """``1 node``, ``2 nodes``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
