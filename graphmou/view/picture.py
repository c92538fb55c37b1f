"""What a picture file holds: what is shown of a network, how it is laid out and coloured, and the story it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from graphmou.errors import Problem
from graphmou.language import Text
from graphmou.store.protocol import Cell

__all__ = ["COLOURS", "FOCUS", "LAYOUTS", "SIZES", "Gallery", "LayoutName", "Marks", "Picture", "Question", "Step"]

LayoutName = Literal["networks", "hub", "layered", "timeline"]
LAYOUTS: tuple[LayoutName, ...] = get_args(LayoutName)
COLOURS = ("kind", "office", "basis", "status", "gaps", "degree", "partners")
"""What may decide colours, beside a column of numbers of the picture's question."""
FOCUS = "{focus}"
"""In a title or caption: the name of the node that the picture is about."""
SIZES = ("kind", "degree", "partners")
"""What may decide sizes, beside a column of numbers of the picture's question."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: what was declared but not named, gaps, inferred (dashed), ended (pale)."""

    ghosts: bool = True
    gaps: bool = True
    inferred: bool = True
    ended: bool = True

    def without(self, off: Marks) -> Marks:
        """Only what is on in both."""
        return Marks(
            self.ghosts and off.ghosts, self.gaps and off.gaps, self.inferred and off.inferred, self.ended and off.ended
        )


@dataclass(frozen=True, slots=True)
class Question:
    """Whose answer names nodes: a saved question, or Cypher of the picture's own, with its parameters."""

    saved: str | None
    cypher: str | None
    parameters: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a story: what is said, and the nodes it is said of (ids, names, or those a question finds)."""

    title: Text
    caption: Text
    highlight: tuple[str, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a file describes it.

    It shows what ``question`` finds, or what is around ``focus``, or everything; then only the ``kinds`` (labels) and
    ``relationships`` (types) that are named, if any. Without ``alone``, nodes that nothing joins are left out.
    """

    name: str
    title: Text
    file: Path | None = None
    caption: Text | None = None
    question: Question | None = None
    focus: str | None = None
    hops: int | None = None
    kinds: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()
    alone: bool = True
    layout: LayoutName = "networks"
    colour: str = "kind"
    size: str = "kind"
    as_of: str | None = None
    marks: Marks = field(default_factory=Marks)
    steps: tuple[Step, ...] = ()

    @property
    def listed_title(self) -> Text:
        """The title as lists show it, where nobody has looked up the name of its focus."""
        return Text(self.title.en.replace(FOCUS, "…"), self.title.th.replace(FOCUS, "…"))

    def to_json(self) -> dict[str, Cell]:
        """What the list of pictures says of it."""
        return {"name": self.name, "title": self.listed_title.en, "title_th": self.listed_title.th}


@dataclass(frozen=True, slots=True)
class Gallery:
    """All pictures of some folders, by name, and what is wrong with the files that are none."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
