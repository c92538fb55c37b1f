"""The two languages a user reads: a text in both, and the choice between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Language", "Text", "same"]

Language = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in English and in Thai."""

    en: str
    th: str

    def in_(self, language: Language) -> str:
        """The text in ``language``."""
        return self.th if language == "th" else self.en


def same(text: str) -> Text:
    """A text that is the same in both languages: a name, a command to type, an engine's own words."""
    return Text(text, text)
