"""The whole graph as a file that other programs open."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from graphmou.errors import UsageError
from graphmou.export.atomic import write_atomically
from graphmou.export.cells import finite
from graphmou.export.flattening import FlatGraph, flatten
from graphmou.export.graph_tables import nodes_table, relationships_table, tables_by_kind
from graphmou.export.tables import write_table
from graphmou.graph import Graph, Properties
from graphmou.language import Language, Text

__all__ = ["GRAPH_FORMATS", "GraphFormat", "graph_format_of", "write_graph"]

GraphFormat = Literal["graphml", "gexf", "json", "csv", "xlsx"]
GRAPH_FORMATS: tuple[GraphFormat, ...] = get_args(GraphFormat)


def graph_format_of(path: Path) -> GraphFormat:
    """The format that the ending of a file name asks for.

    Raises:
        UsageError: the ending is of no format.
    """
    ending = path.suffix.removeprefix(".").lower()
    for known in GRAPH_FORMATS:
        if ending == known:
            return known
    raise UsageError(
        Text(f"{path}: a graph is not written as {ending!r}", f"{path}: ส่งออกกราฟเป็นรูปแบบ {ending!r} ไม่ได้")
        if ending
        else Text(f"{path}: the name has no ending", f"{path}: ชื่อไฟล์ไม่มีนามสกุล"),
        hint=Text(
            f"end the name in one of {', '.join('.' + known for known in GRAPH_FORMATS)}",
            f"ใช้นามสกุลใดนามสกุลหนึ่งต่อไปนี้: {', '.join('.' + known for known in GRAPH_FORMATS)}",
        ),
    )


def write_graph(graph: Graph, path: Path, language: Language = "en") -> tuple[list[Path], list[Text]]:
    """Write ``graph`` as the ending of ``path`` says, each file whole or not at all.

    Returns:
        the files written (CSV: two, ``<name>-nodes.csv`` and ``<name>-relationships.csv``), and what could not
        be written as it is (a text longer than an XLSX cell holds).

    Raises:
        UsageError: the ending is of no format.
        ExportError: a file cannot be written, or there are more rows than a sheet may have.
    """
    graph_format = graph_format_of(path)
    if graph_format == "csv":
        return _write_csv(flatten(graph), path), []
    data, notes = _file(graph, graph_format, language)
    write_atomically(path, data)
    return [path], notes


def _file(graph: Graph, graph_format: GraphFormat, language: Language) -> tuple[bytes, list[Text]]:
    if graph_format == "json":
        return _json(graph), []
    flat = flatten(graph)
    # networkx and openpyxl take a moment to import: only who wants their files pays for it.
    if graph_format == "xlsx":
        from graphmou.export.xlsx import xlsx_book

        return xlsx_book(tables_by_kind(flat), language)
    from graphmou.export.graph_xml import gexf, graphml

    return (graphml if graph_format == "graphml" else gexf)(flat), []


def _write_csv(flat: FlatGraph, path: Path) -> list[Path]:
    tables = (nodes_table(flat.nodes), relationships_table(flat, flat.relationships, "relationships"))
    files = []
    for table in tables:
        file = path.with_name(f"{path.stem}-{table.title.en if table.title else ''}{path.suffix}")
        write_table(table, "csv", file)
        files.append(file)
    return files


def _json(graph: Graph) -> bytes:
    """Everything the store holds, nothing flattened: one node or relationship a line."""
    nodes = (_line(node.properties, id=node.id, label=node.label) for node in graph.nodes.values())
    relationships = (
        _line(one.properties, id=key, type=one.type, start_id=one.start, end_id=one.end)
        for key, one in graph.relationships.items()
    )
    text = '{"nodes": [' + _lines(nodes) + '],\n"relationships": [' + _lines(relationships) + "]}\n"
    # A lone surrogate is no UTF-8; as an escape it is, and JSON reads it.
    return text.encode("utf-8", "backslashreplace")


def _line(properties: Properties, **identity: str) -> str:
    values = {name: finite(value) for name, value in sorted(properties.items())}  # type: ignore[arg-type]
    return json.dumps({**identity, "properties": values}, ensure_ascii=False)


def _lines(lines: Iterable[str]) -> str:
    joined = ",\n".join(sorted(lines))
    return f"\n{joined}\n" if joined else ""
