"""``export``, ``to_networkx``, ``to_py2neo`` and ``from_py2neo``: the graph in the tools people know."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graphmou.commands.stores import Database, using
from graphmou.errors import ExportError
from graphmou.export.formats import graph_format_of, write_graph
from graphmou.graph import Graph
from graphmou.language import Language, Text

if TYPE_CHECKING:
    from types import ModuleType

    import networkx
    import py2neo

__all__ = ["Exported", "export", "from_py2neo", "to_networkx", "to_py2neo"]


@dataclass(slots=True)
class Exported:
    """What was written: the files, how much they hold, and what to know about them."""

    files: list[Path]
    nodes: int
    relationships: int
    notes: list[Text] = field(default_factory=list)


def export(file: str | Path, *, db: Database = None, language: Language = "en") -> Exported:
    """Write the whole graph to a file for another program, in the format its ending names.

    ``.graphml`` and ``.gexf`` are for Gephi and the like, ``.xlsx`` has a sheet for each label and each relationship
    type, ``.csv`` becomes two files, ``.json`` holds everything as it is. docs/export.md says what becomes of lists,
    dates and missing values.

    Args:
        file: the file to write; ``network.csv`` becomes ``network-nodes.csv`` and ``network-relationships.csv``.
        db: the store.
        language: of the words in a text that an XLSX cell cannot hold whole.

    Raises:
        UsageError: the file's ending is of no format.
        ExportError: the file cannot be written.

    Example:
        >>> exported = graphmou.export(folder / "network.csv", db=db)
        >>> [file.name for file in exported.files]
        ['network-nodes.csv', 'network-relationships.csv']
    """
    path = Path(file)
    graph_format_of(path)
    with using(db) as store:
        graph = store.graph()
    files, notes = write_graph(graph, path, language)
    return Exported(files, len(graph.nodes), len(graph.relationships), notes)


def to_networkx(db: Database = None) -> networkx.MultiDiGraph:
    """The whole graph as a ``networkx.MultiDiGraph``, a copy.

    A node's key is its id, an edge's key the relationship's id. A node has the attribute ``label`` and its
    properties, an edge ``type`` and its properties; a property without value is absent, a list is a list, a day is
    ISO text. ``claims`` and the search keys and names, which only graphmou reads, stay behind; a property of
    one's own that is called ``label``, say, is found as ``label_`` (docs/export.md).

    Example:
        >>> network = graphmou.to_networkx(db)
        >>> network.nodes["wat-phra-fang"]["label"]
        'School'
        >>> sum(kind == "MENTORS" for *_, kind in network.edges(data="type"))
        10
    """
    # networkx takes a quarter of a second to import: only who wants its graph pays for it.
    from graphmou.export.interop_networkx import networkx_graph

    with using(db) as store:
        return networkx_graph(store.graph())


def to_py2neo(db: Database = None) -> py2neo.Subgraph:
    """The whole graph as a py2neo ``Subgraph``, to be merged with ``py2neo.Graph(...).merge(subgraph)``.

    Needs ``pip install "graphmou[py2neo]"``. py2neo is at its end of life: see docs/export.md.

    Raises:
        ExportError: py2neo is not installed, or a node has no label.

    Example:
        >>> subgraph = graphmou.to_py2neo(db)
        >>> len([node for node in subgraph.nodes if node.has_label("School")])
        19
    """
    interop = _py2neo_interop()
    with using(db) as store:
        subgraph: py2neo.Subgraph = interop.subgraph_of(store.graph())
    return subgraph


def from_py2neo(source: py2neo.Graph | py2neo.Subgraph) -> Graph:
    """The graph that py2neo holds: what :func:`to_py2neo` gave, or the database a ``py2neo.Graph`` is connected to.

    Raises:
        ExportError: py2neo is not installed, or a node or relationship has no ``id`` of graphmou's.

    Example:
        >>> graph = graphmou.from_py2neo(graphmou.to_py2neo(db))
        >>> graph.nodes["wat-phra-fang"].label
        'School'
    """
    graph: Graph = _py2neo_interop().graph_of(source)
    return graph


def _py2neo_interop() -> ModuleType:
    try:
        from graphmou.export import interop_py2neo
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        raise ExportError(
            Text(
                f"this needs the Python package {package}, which is not installed",
                f"คำสั่งนี้ต้องใช้แพ็กเกจ Python ชื่อ {package} ซึ่งยังไม่ได้ติดตั้ง",
            ),
            hint=Text('pip install "graphmou[py2neo]"', 'ติดตั้งด้วยคำสั่ง pip install "graphmou[py2neo]"'),
        ) from missing
    return interop_py2neo
