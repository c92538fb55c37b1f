"""What documents say, with ids that were judged to be the same made one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphmou.errors import Problem
from graphmou.facts import DocumentFacts
from graphmou.graph import Graph, Node, Properties, Relationship, Value
from graphmou.language import Text
from graphmou.resolve.judgements import Judgements

__all__ = ["unite", "united_labels"]

_NAMED = ("agreement", "party")
"""Properties of relationships that hold the id of a further node."""


def unite(said: Iterable[DocumentFacts], judgements: Judgements) -> list[DocumentFacts]:
    """The same facts with every id replaced by the one that stands for it.

    Where one document speaks of both, its words about the id that is kept stand; the other's names become variants,
    and evidence is joined.
    """
    replaced = judgements.replaced()
    if not replaced:
        return list(said)
    return [DocumentFacts(one.document, one.date, _united(one.graph, replaced)) for one in said]


def united_labels(said: Iterable[DocumentFacts], judgements: Judgements) -> list[Problem]:
    """A problem for each judgement of ``same`` whose ids are of two kinds."""
    labels = {node_id: node.label for one in said for node_id, node in one.graph.nodes.items()}
    problems = []
    for judgement in judgements.all:
        one, other = judgement.ids
        if judgement.judged == "same" and labels.get(one, "") != labels.get(other, labels.get(one, "")):
            if one not in labels:
                continue
            said_text = Text(
                f"{one} is a {labels[one]} and {other} a {labels[other]}: they cannot be the same",
                f"{one} เป็น {labels[one]} แต่ {other} เป็น {labels[other]} จึงเป็นสิ่งเดียวกันไม่ได้",
            )
            advice = Text(f"undo it: graphmou judge undo {one} {other}", f"ยกเลิก: graphmou judge undo {one} {other}")
            problems.append(Problem(judgement.file, judgement.line, "ids", said_text, advice))
    return problems


def _united(graph: Graph, replaced: Mapping[str, str]) -> Graph:
    if replaced.keys().isdisjoint(graph.nodes):
        return graph
    united = Graph()
    # Those that are kept come first: their words stand.
    for node in sorted(graph.nodes.values(), key=lambda node: node.id in replaced):
        node_id = replaced.get(node.id, node.id)
        before = united.nodes.get(node_id)
        if before is None:
            united.add(Node(node.label, node_id, dict(node.properties)))
        else:
            before.properties = _joined(before.properties, node)
    for relationship in graph.relationships.values():
        start, end = (replaced.get(one, one) for one in (relationship.start, relationship.end))
        if start == end:
            continue
        properties = dict(relationship.properties)
        for name in _NAMED:
            if properties.get(name) in replaced:
                properties[name] = replaced[str(properties[name])]
        one = Relationship(relationship.type, start, end, properties)
        same = united.relationships.get(one.id)
        if same is not None:
            one.properties = {**properties, **same.properties, **_evidence(same.properties, properties)}
        united.add(one)
    return united


def _joined(kept: Properties, other: Node) -> Properties:
    properties = {**other.properties, **kept, **_evidence(kept, other.properties)}
    known = {str(kept.get("name", "")), *_texts(kept.get("aliases")), *_texts(kept.get("variants"))}
    spelt = [other.name, *_texts(other.properties.get("aliases")), *_texts(other.properties.get("variants"))]
    variants = [*_texts(kept.get("variants")), *(name for name in dict.fromkeys(spelt) if name not in known)]
    for name in ("aliases", "variants"):
        properties.pop(name, None)
        if name in kept:
            properties[name] = kept[name]
    if variants:
        properties["variants"] = variants
    return properties


def _evidence(one: Properties, other: Properties) -> Properties:
    texts = list(dict.fromkeys([*_texts(one.get("evidence")), *_texts(other.get("evidence"))]))
    return {"evidence": texts} if texts else {}


def _texts(value: Value | None) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
