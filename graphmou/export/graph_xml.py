"""GraphML and GEXF, by networkx' writers: for Gephi, Cytoscape, yEd, igraph and others.

In both, ``label`` is by custom the text that a tool shows: a node's name, a relationship's type. What Neo4j calls
the label of a node is its attribute ``node_label``, a relationship's type again its ``relationship_type``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

import networkx

from graphmou.export.flattening import FlatGraph, FlatValue

__all__ = ["gexf", "graphml", "xml_text"]

# XML 1.0 has no place for other control characters, lone surrogates and two non-characters, not even as references.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")


def graphml(flat: FlatGraph) -> bytes:
    """The GraphML file of ``flat``."""
    file = io.BytesIO()
    # Not write_graphml: it writes another file where lxml happens to be installed.
    networkx.write_graphml_xml(_attributed(flat), file)
    return file.getvalue()


def gexf(flat: FlatGraph) -> bytes:
    """The GEXF 1.2 file of ``flat``."""
    graph = _attributed(flat)
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key
    file = io.BytesIO()
    networkx.write_gexf(graph, file)
    return file.getvalue()


def xml_text(text: str) -> str:
    """``text`` as XML can hold it: U+FFFD for what it cannot, a line feed for every line end."""
    return _NOT_IN_XML.sub("\ufffd", _LINE_END.sub("\n", text))


def _attributed(flat: FlatGraph) -> networkx.MultiDiGraph:
    node_names = _xml_names(node.properties for node in flat.nodes)
    edge_names = _xml_names(one.properties for one in flat.relationships)
    node_ids = _xml_ids(node.id for node in flat.nodes)
    edge_ids = _xml_ids(one.id for one in flat.relationships)
    graph = networkx.MultiDiGraph()
    for node in flat.nodes:
        own = {"label": xml_text(node.name), "node_label": xml_text(node.label)}
        graph.add_nodes_from([(node_ids[node.id], own | _attributes(node.properties, node_names))])
    for one in flat.relationships:
        own = {"label": xml_text(one.type), "relationship_type": xml_text(one.type)}
        attributes = own | _attributes(one.properties, edge_names)
        graph.add_edges_from([(node_ids[one.start], node_ids[one.end], edge_ids[one.id], attributes)])
    return graph


def _attributes(properties: dict[str, FlatValue], names: dict[str, str]) -> dict[str, Any]:
    return {
        names[name]: xml_text(value) if isinstance(value, str) else value for name, value in sorted(properties.items())
    }


def _xml_names(items: Iterable[dict[str, FlatValue]]) -> dict[str, str]:
    return _xml_ids(sorted({name for properties in items for name in properties}))


def _xml_ids(texts: Iterable[str]) -> dict[str, str]:
    """Each text as XML can hold it, still different from all others."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for text in texts:
        free = xml_text(text)
        while free in taken:
            free += "_"
        taken.add(free)
        found[text] = free
    return found
