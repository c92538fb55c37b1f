"""What goes into one scene: the nodes and relationships it shows, and all that was found out about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.view.ghosts import Ghost
from graphmou.view.picture import LayoutName, Marks
from graphmou.view.scene import SceneGap

__all__ = ["Contents", "ShownStep"]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of a story, with the ids of the nodes it speaks of."""

    title: Text
    caption: Text
    highlight: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that one scene is made from.

    Args:
        graph: everything that is recorded, Documents included: they are named as sources.
        shown: the part that is drawn; ghosts come on top of it.
        today: the day that statuses are told as of.
        title: of the picture; made from the focus where there is none.
        focus: the id of the node that the picture is about.
        hops: how far around the focus it reaches.
        as_of: the day that the picture is restricted to.
        colour, size: the rules, see :data:`graphmou.view.picture.COLOURS`.
        numbers: a number of a node by its id, where a column of a question decides colours or sizes.
        gaps: what checks found, by id of node or relationship.
    """

    graph: Graph
    shown: Graph
    today: date
    title: Text | None = None
    caption: Text | None = None
    focus: str | None = None
    hops: int = 1
    as_of: date | None = None
    layout: LayoutName = "networks"
    colour: str = "kind"
    size: str = "kind"
    marks: Marks = field(default_factory=Marks)
    ghosts: tuple[Ghost, ...] = ()
    gaps: Mapping[str, tuple[SceneGap, ...]] = field(default_factory=dict)
    numbers: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    steps: tuple[ShownStep, ...] = ()

    @property
    def day(self) -> date:
        """The day that the picture speaks of."""
        return self.as_of or self.today
