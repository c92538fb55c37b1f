"""Many nodes and relationships into an engine that nobody reads yet.

The engine's GraphBatch takes a country in a third of the time that statements take, with half the memory. It
commits as it goes, so it only ever fills a new engine folder, which counts when it is whole. The unique indexes
are made afterwards, and so an id that comes twice is found there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graphmou.errors import StoreError
from graphmou.graph import Node, Relationship
from graphmou.language import Text
from graphmou.store.embedded.engine import Engine, count_records
from graphmou.store.embedded.folder import Counts

__all__ = ["fill"]


def fill(engine: Engine, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
    """Write all of them into an engine that has types and nothing else.

    Raises:
        StoreError: an end of a relationship is not among the nodes, or the engine holds another number than given.
    """
    nodes_by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        nodes_by_label[node.label].append(node)
    by_type: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        by_type[relationship.type].append(relationship)
    identities: dict[str, str] = {}
    batch = engine.graph_batch()
    try:
        for label, labelled in nodes_by_label.items():
            made = batch.create_vertices(label, [{**node.properties, "id": node.id} for node in labelled])
            identities.update(zip((node.id for node in labelled), made, strict=True))
        for type_, typed in by_type.items():
            starts, ends = _ends(typed, identities)
            batch.new_edges(starts, type_, ends, [{**item.properties, "id": item.id} for item in typed])
    finally:
        batch.close()
    _check(
        Counts(
            {label: len(labelled) for label, labelled in nodes_by_label.items()},
            {type_: len(typed) for type_, typed in by_type.items()},
        ),
        count_records(engine),
    )


def _ends(relationships: Iterable[Relationship], identities: dict[str, str]) -> tuple[list[str], list[str]]:
    starts, ends = [], []
    for item in relationships:
        if item.start not in identities or item.end not in identities:
            missing = item.end if item.start in identities else item.start
            raise StoreError(
                Text(
                    f"a {item.type} needs the node {missing!r}, which is not there; nothing was written",
                    f"ความสัมพันธ์ {item.type} ต้องมีจุด {missing!r} ซึ่งไม่มีอยู่ จึงยังไม่ได้บันทึกข้อมูลใด",
                )
            )
        starts.append(identities[item.start])
        ends.append(identities[item.end])
    return starts, ends


def _check(given: Counts, held: Counts) -> None:
    if given != held:
        raise StoreError(
            Text(
                f"the engine holds {held}, not the {given} it was given; nothing was written",
                f"ฐานข้อมูลมี {held} ไม่ตรงกับ {given} ที่ส่งให้ จึงยังไม่ได้บันทึกข้อมูลใด",
            )
        )
