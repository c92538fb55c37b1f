"""A graph as tables: all nodes and all relationships (CSV), or a table for each label and each type (XLSX sheets)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from graphmou.export.flattening import FlatGraph, FlatNode, FlatRelationship, ordered_names
from graphmou.language import Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

__all__ = ["nodes_table", "relationships_table", "tables_by_kind"]


def nodes_table(nodes: Sequence[FlatNode], title: str = "nodes") -> Table:
    """One row for each node: ``id``, ``label``, then its properties."""
    kinds = [*LABELS, *(node.label for node in nodes)]
    names = ordered_names((node.properties for node in nodes), dict.fromkeys(kinds))
    columns = [Column("id"), Column("label"), *(Column(name) for name in names)]
    rows: list[list[Cell]] = [[node.id, node.label, *(node.properties.get(name) for name in names)] for node in nodes]
    return Table(columns, rows, Text(title, title))


def relationships_table(flat: FlatGraph, relationships: Sequence[FlatRelationship], title: str) -> Table:
    """One row for each relationship: ``id``, ``type``, id and name of both ends, then its properties."""
    shown = {node.id: node.name for node in flat.nodes}
    names = ordered_names((one.properties for one in relationships), RELATIONSHIP_TYPES)
    columns = ["id", "type", "start_id", "start_name", "end_id", "end_name", *names]
    rows: list[list[Cell]] = [
        [one.id, one.type, one.start, shown[one.start], one.end, shown[one.end], *map(one.properties.get, names)]
        for one in relationships
    ]
    return Table([Column(name) for name in columns], rows, Text(title, title))


def tables_by_kind(flat: FlatGraph) -> list[Table]:
    """A table for each label that has nodes, then one for each type that has relationships."""
    tables = [nodes_table(list(nodes), label) for label, nodes in groupby(flat.nodes, key=attrgetter("label"))]
    for type_, relationships in groupby(flat.relationships, key=attrgetter("type")):
        tables.append(relationships_table(flat, list(relationships), type_))
    return tables or [nodes_table([])]
