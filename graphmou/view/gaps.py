"""Gap marks: what checks found, laid on the nodes and relationships that it was found on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphmou.checks import CheckResult
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.queries.templates import fill
from graphmou.store.protocol import Cell
from graphmou.view.scene import SceneGap
from graphmou.view.text import plain

__all__ = ["gaps_of"]

_LONGEST = 400


def gaps_of(results: Iterable[CheckResult], graph: Graph) -> dict[str, tuple[SceneGap, ...]]:
    """The gaps by the id of the node or relationship that they stand on, the gravest first.

    A gap about a mentoring that has no id of its own stands on every MENTORS between its two schools.
    """
    mentoring: dict[tuple[str, str], list[str]] = {}
    for key, rel in graph.relationships.items():
        if rel.type == "MENTORS":
            mentoring.setdefault((rel.start, rel.end), []).append(key)
    found: dict[str, list[SceneGap]] = {}
    for result in results:  # checks come with the gravest first
        types = {column.name: column.type for column in result.check.columns}
        template = result.check.message
        for gap in result.gaps:
            en, th = fill(template.en, gap, types, "en"), fill(template.th, gap, types, "th")
            mark = SceneGap(result.name, result.severity, Text(plain(en, _LONGEST), plain(th, _LONGEST)))
            for key in _places(gap, graph, mentoring):
                if mark not in found.setdefault(key, []):
                    found[key].append(mark)
    return {key: tuple(marks) for key, marks in found.items()}


def _places(gap: Mapping[str, Cell], graph: Graph, mentoring: Mapping[tuple[str, str], Sequence[str]]) -> Sequence[str]:
    key = str(gap["id"])
    if key in graph.nodes or key in graph.relationships:
        return [key]
    return mentoring.get((str(gap.get("mentor_id")), str(gap.get("partner_id"))), ())
