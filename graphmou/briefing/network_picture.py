"""The picture of an office's network: all of it, or what matters most where that would not be readable."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest

from graphmou.analysis.in_force import in_force
from graphmou.checks import CheckResult
from graphmou.graph import Graph
from graphmou.language import Language, Text
from graphmou.view.compose import compose
from graphmou.view.contents import Contents
from graphmou.view.gaps import gaps_of
from graphmou.view.ghosts import CHECK, ghosts_of
from graphmou.view.scene import Scene
from graphmou.view.selection import narrowed
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES

__all__ = ["MOST_DRAWN", "NetworkPicture", "draw_network"]

MOST_DRAWN = 60
"""More nodes than this are no picture for a page of A4."""
_KINDS = frozenset(NODE_STYLES) - {"Topic", "Programme", "Declaration"}
"""What a network is made of. What agreements are about stands in their titles."""
_TITLE = Text("Network of {name}", "เครือข่ายความร่วมมือของ{name}")
_PART = Text(
    "The picture shows {shown} of {all}: mentors with their partners, and the agreements in force that end first.",
    "ภาพแสดง {shown} จาก {all} รายการ ได้แก่ โรงเรียนพี่เลี้ยงกับโรงเรียนร่วมพัฒนา และข้อตกลงที่มีผลบังคับซึ่งจะสิ้นสุดก่อน",
)


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """The scene, how many nodes it shows, and how many there are to show."""

    scene: Scene
    drawn: int
    network: int


def draw_network(
    graph: Graph,
    office: str,
    name: Text,
    members: Collection[str],
    important: Sequence[Iterable[Sequence[str]]],
    results: Sequence[CheckResult],
    *,
    today: date,
    as_of: date | None,
    language: Language,
) -> NetworkPicture:
    """The picture of ``office``, its network around it.

    Args:
        graph: everything that is recorded.
        office: its id.
        name: what it is called.
        members: ids of its network.
        important: lists of what should be seen together (a mentor and its partners, an agreement and its parties), in
            the order of importance; taken in turns until the picture is full. Only asked for in a large network.
        results: of all checks.
        today: the day that statuses are told as of.
        as_of: the day that the picture is restricted to.
        language: of the picture.
    """
    standing = in_force(graph, as_of) if as_of else graph
    whole = _part(standing, {*members, office})
    shown = whole
    if len(whole.nodes) > MOST_DRAWN:
        shown = _part(standing, _chosen(whole, office, important))
    caption = None
    if len(shown.nodes) < len(whole.nodes):
        numbers = {"shown": len(shown.nodes), "all": len(whole.nodes)}
        caption = Text(_PART.en.format(**numbers), _PART.th.format(**numbers))
    declared = [gap for result in results if result.name == CHECK for gap in result.gaps]
    contents = Contents(
        graph,
        shown,
        today,
        title=Text(_TITLE.en.format(name=name.en), _TITLE.th.format(name=name.th)),
        caption=caption,
        focus=office if office in shown.nodes else None,
        as_of=as_of,
        layout="hub",
        ghosts=tuple(ghosts_of(declared, graph, shown)),
        gaps=gaps_of(results, graph),
    )
    scene = compose(contents, language=language, languages=(language,))
    return NetworkPicture(scene, len(shown.nodes), len(whole.nodes))


def _part(graph: Graph, ids: Collection[str]) -> Graph:
    part = Graph()
    part.nodes = {key: node for key, node in graph.nodes.items() if key in ids}
    part.relationships = {
        key: rel for key, rel in graph.relationships.items() if rel.start in part.nodes and rel.end in part.nodes
    }
    return narrowed(part, _KINDS, EDGE_STYLES)


def _chosen(whole: Graph, office: str, important: Sequence[Iterable[Sequence[str]]]) -> set[str]:
    chosen = {office}
    for together in chain.from_iterable(zip_longest(*important, fillvalue=())):
        wanted = chosen.union(one for one in together if one in whole.nodes)
        if len(wanted) > MOST_DRAWN:
            break
        chosen = wanted
    return chosen
