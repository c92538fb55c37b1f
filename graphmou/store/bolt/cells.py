"""Neo4j's values as cells of an answer and as values of a graph: the same shapes whichever store gave them.

Dates and times become ISO text, bytes base64 text, points maps; nodes, relationships and paths become maps
and lists of maps.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping

from neo4j import Result
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time
from neo4j.vector import Vector

from graphmou.graph import Value
from graphmou.store.protocol import Answer, Cell

__all__ = ["cell", "first_rows", "graph_value"]

_PLAIN = (str, int, float, bool)
_PLAIN_LISTS: tuple[set[type], ...] = ({str}, {int}, set())
_FRACTION = re.compile(r"\.(\d*?)0+(?!\d)")


def cell(value: object) -> Cell:
    """One value of a record as a cell."""
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, Node):  # before Mapping, as points and durations before tuple: they are both
        return {"labels": [*sorted(value.labels)], "properties": _properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _properties(value)}
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, Point):
        return {"srid": value.srid, **{axis: float(one) for axis, one in zip("xyz", value, strict=False)}}
    if isinstance(value, Date | Time | DateTime | Duration):
        return _iso(value)
    if isinstance(value, list | tuple):
        return [cell(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): cell(one) for key, one in value.items()}
    if isinstance(value, Vector):
        return [cell(one) for one in value.to_native()]
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    return str(value)  # a type newer than this program


def graph_value(value: object) -> Value:
    """One property as a graph holds it; a type that only Neo4j has becomes text."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, list) and set(map(type, value)) in _PLAIN_LISTS:
        return value
    if isinstance(value, list):
        return [str(cell(one)) for one in value]
    return str(cell(value))


def first_rows(result: Result, cap: int) -> Answer:
    """At most ``cap`` rows of ``result``; one more is asked for, to know whether there are more."""
    answer = Answer(columns=list(result.keys()), rows=[])
    for record in result:
        if len(answer.rows) == cap:
            answer.truncated = True
            break
        answer.rows.append([cell(value) for value in record.values()])
    return answer


def _properties(item: Node | Relationship) -> dict[str, Cell]:
    return {name: cell(value) for name, value in sorted(item.items())}


def _path(path: Path) -> list[Cell]:
    cells: list[Cell] = [cell(path.start_node)]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        cells += [cell(relationship), cell(node)]
    return cells


def _iso(value: Date | Time | DateTime | Duration) -> str:
    """ISO text; the driver writes nine digits of a second's fraction even where there is none."""
    return _FRACTION.sub(lambda match: f".{match[1]}" if match[1] else "", value.iso_format())
