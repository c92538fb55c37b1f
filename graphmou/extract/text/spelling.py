"""What an extractor calls things, as a seed file may hold it."""

from __future__ import annotations

from graphmou import thai

__all__ = ["is_name", "tidy"]


def tidy(text: str) -> str:
    """``text`` in one line and one spelling, without what no seed file may hold."""
    return thai.fold("".join(char if char.isprintable() and char != "\ufffd" else " " for char in text))


def is_name(text: str) -> bool:
    """Whether ``text`` names anything: it has a letter or digit."""
    return bool(thai.search_key(text))
