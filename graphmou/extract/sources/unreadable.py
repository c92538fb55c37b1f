"""A source that yields no text, and why."""

from __future__ import annotations

from pathlib import Path

from graphmou.errors import Problem
from graphmou.language import Text

__all__ = ["Unreadable"]


class Unreadable(Exception):
    """One file cannot be read; the others can. ``problem`` says what is wrong with it and what to do."""

    def __init__(self, path: Path, said: Text, advice: Text | None = None) -> None:
        super().__init__(said.en)
        self.problem = Problem(path, None, None, said, advice)
