"""A mention: a stretch of the normalised text that names something, and how overlapping ones are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Kind", "Mention", "settle"]

Kind = Literal["office", "school", "organisation", "person", "group", "programme", "date", "title", "generic"]
"""``generic``: schools meant by their kind or number (โรงเรียนเครือข่าย), never one school."""


@dataclass(slots=True)
class Mention:
    """``text[start:end]`` of the normalised text names ``name``, in canonical form.

    ``sure`` is the confidence that this is the name, ``more`` what the form itself tells (province, number, honorific).
    """

    kind: Kind
    start: int
    end: int
    name: str
    sure: float = 1.0
    more: dict[str, str] = field(default_factory=dict)
    entity: str = ""
    """The id of what is named, once mentions of the same are one."""


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order, none overlapping another: what starts first stands, at one place the longest."""
    settled: list[Mention] = []
    reached = 0
    for mention in sorted(mentions, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if mention.start >= reached:
            settled.append(mention)
            reached = mention.end
    return settled
