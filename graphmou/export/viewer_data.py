"""A scene as the JSON that the viewer's page holds; its form is declared in ``visualizations/viewer/src/data.ts``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from graphmou.language import Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.scene import Detail, Lines, Scene, SceneEdge, SceneEvidence, SceneGap, SceneNode
from graphmou.view.text import LINE_HEIGHT, TEXT_SIZE
from graphmou.words import show_word

__all__ = ["scene_data", "scene_json"]

_VERSION = 1
_OUR_WORDS = (
    *("in force", "no term stated", "ended", "not yet"),
    *("stated", "inferred"),
    *("error", "warning", "info"),
    *LABELS,
    *RELATIONSHIP_TYPES,
)


def scene_json(scene: Scene) -> str:
    """The scene as JSON, in which no HTML parser can find the end of its block or a comment."""
    return json.dumps(scene_data(scene), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def scene_data(scene: Scene) -> dict[str, Any]:
    """The scene as maps, lists, texts and numbers: ``SceneData`` of ``data.ts``."""
    return {
        "version": _VERSION,
        "language": scene.language,
        "title": _text(scene.title),
        "subtitle": _text(scene.subtitle),
        "caption": None if scene.caption is None else _text(scene.caption),
        "today": scene.today,
        "asOf": scene.as_of,
        "bounds": [round(edge, 1) for edge in scene.bounds],
        "textSize": TEXT_SIZE,
        "lineHeight": LINE_HEIGHT,
        "nodes": [_node(node) for node in scene.nodes],
        "edges": [_edge(edge) for edge in scene.edges],
        "regions": [
            {
                "caption": _text(region.caption),
                "left": round(region.left, 1),
                "top": round(region.top, 1),
                "width": round(region.width, 1),
                "height": round(region.height, 1),
                "members": list(region.members),
            }
            for region in scene.regions
        ],
        "nodeLegend": [
            {
                "kind": entry.kind,
                "text": _text(entry.text),
                "count": entry.count,
                "shape": entry.shape,
                "colour": entry.colour,
                "outline": entry.outline,
                "dashed": entry.dashed,
            }
            for entry in scene.node_legend
        ],
        "gapLegend": [
            {"severity": entry.severity, "text": _text(entry.text), "count": entry.count} for entry in scene.gap_legend
        ],
        "edgeLegend": [
            {
                "types": list(entry.types),
                "text": _text(entry.text),
                "count": entry.count,
                "colour": entry.colour,
                "width": entry.width,
                "dashed": entry.dashed,
                "arrow": entry.arrow,
            }
            for entry in scene.edge_legend
        ],
        "documents": [{"id": document.id, "text": _text(document.text)} for document in scene.documents],
        "steps": [
            {"title": _text(step.title), "caption": _text(step.caption), "highlight": list(step.highlight)}
            for step in scene.steps
        ],
        "words": {word: {"th": show_word(word, "th"), "en": show_word(word, "en")} for word in _OUR_WORDS},
        "offices": list(scene.offices),
    }


def _node(node: SceneNode) -> dict[str, Any]:
    return {
        "key": node.key,
        "id": node.id,
        "kind": node.kind,
        "name": _text(node.name),
        "lines": _lines(node.lines),
        "searchKeys": list(node.search_keys),
        "x": node.x,
        "y": node.y,
        "width": node.width,
        "height": node.height,
        "shape": node.shape,
        "colour": node.colour,
        "outline": node.outline,
        "flags": sorted(node.flags),
        "from": node.from_day,
        "until": node.until,
        "offices": list(node.offices),
        "region": node.region,
        "details": _details(node.details),
        "evidence": _evidence(node.evidence),
        "gaps": _gaps(node.gaps),
        "unnamed": node.unnamed,
    }


def _edge(edge: SceneEdge) -> dict[str, Any]:
    return {
        "key": edge.key,
        "source": edge.source,
        "target": edge.target,
        "type": edge.type,
        "label": _text(edge.label),
        "basis": edge.basis,
        "dashed": edge.dashed,
        "colour": edge.colour,
        "width": edge.width,
        "arrow": edge.arrow,
        "bend": edge.bend,
        "flags": sorted(edge.flags),
        "from": edge.from_day,
        "until": edge.until,
        "details": _details(edge.details),
        "evidence": _evidence(edge.evidence),
        "gaps": _gaps(edge.gaps),
    }


def _text(text: Text) -> dict[str, str]:
    return {"th": text.th, "en": text.en}


def _lines(lines: Lines) -> dict[str, list[str]]:
    return {"th": list(lines.th), "en": list(lines.en)}


def _details(details: Iterable[Detail]) -> list[dict[str, Any]]:
    return [{"heading": _text(detail.heading), "text": _text(detail.text)} for detail in details]


def _evidence(evidence: Iterable[SceneEvidence]) -> list[dict[str, Any]]:
    return [{"document": one.document, "start": one.start, "end": one.end, "phrase": one.phrase} for one in evidence]


def _gaps(gaps: Iterable[SceneGap]) -> list[dict[str, Any]]:
    return [{"check": gap.check, "severity": gap.severity, "message": _text(gap.message)} for gap in gaps]
