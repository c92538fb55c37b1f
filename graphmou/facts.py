"""What each document says, and what follows when several documents speak of the same thing.

A fact is in the graph because at least one document says so. Each node and relationship therefore keeps,
beside its settled properties, what every document said of it (DESIGN section 3):

``documents``     ids of the documents that say it
``claims``        one text per document, ``<document> <JSON of the properties it gave>``
``evidence``      one text per phrase, ``<document>#<start>-<end> <phrase>``
``other_values``  values that lost, ``<document>#<property> <value>``: the later document's value stands
``recorded_on``   the date of the earliest of its documents (ISO day)
``search_keys``   normalised names, for search (nodes only)
``search_names``  the names as they are written, one for each of the keys

So one document can be replaced or taken back without the files of the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graphmou import thai
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship, Value
from graphmou.model import BOOKKEEPING

__all__ = ["DocumentFacts", "facts_by_document", "settle", "value_text"]

_PRECISION = "_precision"
_NAME_PROPERTIES = ("name", "name_en", "aliases", "outside_aliases", "variants")


@dataclass(slots=True)
class DocumentFacts:
    """What one document says: nodes and relationships with their own properties and ``evidence``.

    ``graph`` holds the Document node itself too, but none of the bookkeeping beside ``evidence``. Where a seed file
    said it, ``file`` is that file and ``lines`` has the line of each node and relationship, by id.
    """

    document: str
    date: str
    graph: Graph
    file: Path | None = field(default=None, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


def settle(said: Iterable[DocumentFacts]) -> Graph:
    """One graph from what all documents say.

    Where two documents give a property different values the later document's stands (by date, then id);
    the others go to ``other_values``. Lists (aliases, variants, provinces) are joined.
    """
    facts = sorted(said, key=lambda one: (one.date, one.document))
    nodes: dict[str, list[tuple[DocumentFacts, Node]]] = {}
    relationships: dict[str, list[tuple[DocumentFacts, Relationship]]] = {}
    for one in facts:
        for node_id, node in one.graph.nodes.items():
            nodes.setdefault(node_id, []).append((one, node))
        for relationship_id, relationship in one.graph.relationships.items():
            relationships.setdefault(relationship_id, []).append((one, relationship))
    graph = Graph()
    for node_id, claims in nodes.items():
        properties = _settle_claims([(one, node.properties) for one, node in claims])
        names = _search_names(node_id, properties)
        properties["search_keys"], properties["search_names"] = list(names), list(names.values())
        graph.add(Node(claims[-1][1].label, node_id, properties))
    for relationship_id, stated in relationships.items():
        last = stated[-1][1]
        properties = _settle_claims([(one, relationship.properties) for one, relationship in stated])
        graph.relationships[relationship_id] = Relationship(last.type, last.start, last.end, properties)
    return graph


def _settle_claims(claims: list[tuple[DocumentFacts, Properties]]) -> Properties:
    """The settled properties of one node or relationship, from its claims in the order of time."""
    settled, other_values = _settle_values(claims)
    settled["documents"] = [one.document for one, _ in claims]
    settled["claims"] = [_write_claim(one.document, properties) for one, properties in claims]
    evidence = [text for _, properties in claims for text in _texts(properties.get("evidence"))]
    if evidence:
        settled["evidence"] = evidence
    if other_values:
        settled["other_values"] = other_values
    settled["recorded_on"] = claims[0][0].date
    return settled


def _settle_values(claims: list[tuple[DocumentFacts, Properties]]) -> tuple[Properties, list[str]]:
    settled: Properties = {}
    lost: dict[str, list[tuple[str, Value]]] = {}
    source: dict[str, str] = {}
    for one, properties in claims:
        for name, value in _without_evidence(properties).items():
            before = settled.get(name)
            if isinstance(before, list) and isinstance(value, list) and _is_set(name):
                settled[name] = [*_texts(before), *(text for text in _texts(value) if text not in before)]
                continue
            if before is not None and before != value:
                lost.setdefault(name, []).append((source[name], before))
            settled[name] = value
            source[name] = one.document
    others = {
        (name, document): value for name, values in lost.items() for document, value in values if value != settled[name]
    }
    # Where two dates differ, their precisions may differ as well: that is one disagreement.
    other_values = [
        f"{document}#{name} {value_text(value)}"
        for (name, document), value in others.items()
        if not (name.endswith(_PRECISION) and (name.removesuffix(_PRECISION), document) in others)
    ]
    return settled, other_values


def _is_set(name: str) -> bool:
    """Lists that are joined: names and provinces. The parts of a sum are one value and never joined."""
    return name in _NAME_PROPERTIES or name == "provinces"


def value_text(value: Value) -> str:
    """A value as one text; a list as its items, as the check conflicting-values shows the value that stands."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _without_evidence(properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if name != "evidence"}


def _write_claim(document: str, properties: Properties) -> str:
    said = json.dumps(_without_evidence(properties), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{document} {said}"


def _texts(value: Value | None) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []


def _search_names(node_id: str, properties: Properties) -> dict[str, str]:
    """What a search compares with, in normal form, and how it is written: id, names, and names that lost."""
    names = [node_id]
    for name in _NAME_PROPERTIES:
        value = properties.get(name)
        names.extend([value] if isinstance(value, str) else _texts(value))
    for other in _texts(properties.get("other_values")):
        _, _, rest = other.partition("#")
        name, _, value_text = rest.partition(" ")
        if name in _NAME_PROPERTIES:
            names.append(value_text)
    found: dict[str, str] = {}
    for written in names:
        if key := thai.search_key(written):
            found.setdefault(key, written)
    return found


def facts_by_document(graph: Graph) -> dict[str, DocumentFacts]:
    """What each document says, read back from the ``claims`` that :func:`settle` wrote.

    Nodes and relationships without documents (added by hand) are said by nobody and left out, and so is
    a claim that was changed by hand beyond reading: the next load of its document writes it anew.
    """
    facts: dict[str, DocumentFacts] = {}
    for node in graph.labelled("Document"):
        facts[node.id] = DocumentFacts(node.id, str(node.properties.get("date", "")), Graph())
    for node_id, node in graph.nodes.items():
        for document, properties in _read_claims(node.properties):
            if document in facts:
                facts[document].graph.nodes[node_id] = Node(node.label, node_id, properties)
    for relationship_id, rel in graph.relationships.items():
        for document, properties in _read_claims(rel.properties):
            if document in facts:
                said = Relationship(rel.type, rel.start, rel.end, properties)
                facts[document].graph.relationships[relationship_id] = said
    return facts


def _read_claims(properties: Mapping[str, Value]) -> Iterable[tuple[str, Properties]]:
    evidence: dict[str, list[str]] = {}
    for text in _texts(properties.get("evidence")):
        try:
            evidence.setdefault(Evidence.parse(text).document, []).append(text)
        except ValueError:
            continue
    for claim in _texts(properties.get("claims")):
        document, _, said = claim.partition(" ")
        try:
            stated = json.loads(said)
        except ValueError:
            continue
        if not isinstance(stated, dict):
            continue
        read: Properties = {name: value for name, value in stated.items() if name not in BOOKKEEPING}
        if document in evidence:
            read["evidence"] = list(evidence[document])
        yield document, read
