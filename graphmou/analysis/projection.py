"""Four ways to see the record as a plain network: which nodes, and what joins two of them.

Each is a networkx graph without self-loops or parallel links. Nodes carry ``label`` and ``name``, links ``weight``:
how many relationships (in ``agreements`` and ``people``: how many things shared) stand behind them. Nodes and links
come in the order of their ids, so that whatever depends on order comes out the same from every store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

import networkx as nx

from graphmou.analysis.meanings import Projection
from graphmou.errors import UsageError
from graphmou.graph import Graph
from graphmou.language import Text

__all__ = ["MOST_LINKS", "project"]

MOST_LINKS = 2_000_000
"""Links that joining all who share a thing may make: one event of 2,000 people makes as many, in about a gigabyte."""

_Pair = tuple[str, str]


def project(graph: Graph, projection: Projection, *, most_links: int = MOST_LINKS) -> nx.Graph:
    """The network that ``projection`` names, see :data:`graphmou.analysis.meanings.PROJECTION_MEANINGS`.

    ``mentoring`` is directed, mentor to partner. Nodes that nothing joins stand in ``all`` only.

    Raises:
        UsageError: joining all who share a thing would make more than ``most_links`` links.
    """
    keys: set[str] = set()
    match projection:
        case "mentoring":
            links: Mapping[_Pair, int] = _related(graph, ("MENTORS",))
        case "agreements":
            links = _sharing(_related(graph, ("SIGNED", "OVERSEES")), most_links)
        case "people":
            meetings = _related(graph, ("HOLDS", "ATTENDED", "SIGNED_FOR", "WITNESSED"))
            # Schools attend events too.
            links = _sharing((pair for pair in meetings if graph.nodes[pair[0]].label == "Person"), most_links)
        case "all":
            keys = {node.id for node in graph.nodes.values() if node.label != "Document"}
            links = Counter[_Pair]()
            for (start, end), weight in _related(graph, None).items():
                if start in keys and end in keys:
                    links[min(start, end), max(start, end)] += weight
    network = nx.DiGraph() if projection == "mentoring" else nx.Graph()
    for key in sorted(keys.union(*links)):
        node = graph.nodes[key]
        network.add_node(key, label=node.label, name=node.name)
    network.add_edges_from((start, end, {"weight": links[start, end]}) for start, end in sorted(links))
    return network


def _related(graph: Graph, types: tuple[str, ...] | None) -> Counter[_Pair]:
    """How many relationships (of ``types``) lead from one node to another one."""
    return Counter(
        (rel.start, rel.end)
        for rel in graph.relationships.values()
        if (types is None or rel.type in types)
        and rel.start != rel.end
        and rel.start in graph.nodes
        and rel.end in graph.nodes
    )


def _sharing(pairs: Iterable[_Pair], most_links: int) -> Counter[_Pair]:
    """How many things any two share, from pairs of one and a thing."""
    sharers: dict[str, set[str]] = {}
    for one, thing in pairs:
        sharers.setdefault(thing, set()).add(one)
    count = sum(len(those) * (len(those) - 1) // 2 for those in sharers.values())
    if count > most_links:
        raise UsageError(
            Text(
                f"joining all who share an agreement, event or place makes {count} links; "
                f"at most {most_links} are drawn",
                f"หากเชื่อมทุกคู่ที่มีข้อตกลง กิจกรรม หรือหน่วยงานร่วมกันจะได้ {count} เส้น แต่รองรับได้ไม่เกิน {most_links} เส้น",
            ),
            hint=Text(
                "use --projection all, where agreements, events and places are nodes themselves",
                "ใช้ --projection all ซึ่งแสดงข้อตกลง กิจกรรม และหน่วยงานเป็นจุดในตัวเอง",
            ),
        )
    return Counter(pair for those in sharers.values() for pair in combinations(sorted(those), 2))
