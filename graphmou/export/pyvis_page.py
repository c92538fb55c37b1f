"""A scene as one interactive page that needs no network, drawn by vis-network from the pyvis package.

What is pyvis's here: the network object that nodes and edges are given to, the data and options it makes of them,
and the vis-network 9.1.2 script that comes inside its package (Apache-2.0 or MIT, its notice is kept). What is
ours: the page around it. pyvis's own page loads Bootstrap from a remote address, runs script from data (``heading``,
menus, titles with ``href``), starts a simulation that freezes on thousands of nodes, and cannot be written on a
Thai Windows (DESIGN section 6); none of that is used.

Texts from data stand in one JSON block with ``<`` escaped and reach the page through ``textContent`` and canvas text
alone. The policy in the page allows only the two scripts and the style by their hashes, and the font inside it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

from graphmou.export.atomic import write_atomically
from graphmou.language import Language, Text
from graphmou.model import LABELS
from graphmou.places import data_folder
from graphmou.view.scene import Scene, SceneEdge, SceneNode
from graphmou.view.text import LINE_HEIGHT, TEXT_SIZE

__all__ = ["COMFORTABLE", "page", "write_page"]

COMFORTABLE = 300
"""Up to this many nodes pyvis's page moves smoothly."""

_FONT = "NotoSansThai-subset.woff2"
_VIS_SHAPES = {
    "circle": "dot",
    "triangle-down": "triangleDown",
    "cylinder": "database",
    "pill": "box",
    "note": "box",
}
_WORDS = {
    "legend": Text("Legend", "คำอธิบายสัญลักษณ์"),
    "sources": Text("Sources", "แหล่งข้อมูล"),
    "fit": Text("Show all", "แสดงทั้งหมด"),
    "nearer": Text("Zoom in", "ขยาย"),
    "farther": Text("Zoom out", "ย่อ"),
    "evidence": Text("evidence", "หลักฐาน"),
    "picture": Text(
        "Picture of the network. Drag to move, scroll to zoom.",
        "ภาพเครือข่าย ลากเพื่อเลื่อน หมุนล้อเมาส์เพื่อย่อหรือขยาย",
    ),
}


def write_page(scene: Scene, path: Path) -> tuple[Text, ...]:
    """Write the page to ``path`` (UTF-8), whole or not at all.

    Returns:
        Notes for the user; one where the scene is larger than pyvis shows comfortably.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, page(scene).encode("utf-8"))
    if len(scene.nodes) <= COMFORTABLE:
        return ()
    return (
        Text(
            f"{len(scene.nodes)} nodes: a pyvis page is slow above {COMFORTABLE}; draw a part with --focus",
            f"มี {len(scene.nodes)} รายการ: หน้าแบบ pyvis จะช้าเมื่อเกิน {COMFORTABLE} รายการ ใช้ --focus เพื่อวาดเฉพาะส่วน",
        ),
    )


def page(scene: Scene) -> str:
    """The whole page as text."""
    vis = _vis_script()
    script, style = _own("js"), _own("css").replace("FONT_DATA", _font())
    policy = (
        f"default-src 'none'; script-src {_hash(vis)} {_hash(script)}; style-src {_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    filled = {
        "language": scene.language,
        "policy": policy,
        "style": style,
        "vis": vis,
        "script": script,
        "data": _json(_data(scene)),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda match: filled[match[1]], _own("html"))


def _data(scene: Scene) -> dict[str, Any]:
    """Everything the script of the page shows."""
    nodes, edges, options = _vis_data(scene)
    left, top, right, bottom = scene.bounds
    language = scene.language
    return {
        "title": scene.title.in_(language),
        "subtitle": scene.subtitle.in_(language),
        "words": {name: text.in_(language) for name, text in _WORDS.items()},
        "sources": [document.text.in_(language) for document in scene.documents],
        "bounds": {"left": left, "top": top, "right": right, "bottom": bottom},
        "text": {"size": TEXT_SIZE, "lineHeight": LINE_HEIGHT},
        "regions": [
            {
                "caption": region.caption.in_(language),
                "x": region.left,
                "y": region.top,
                "width": region.width,
                "height": region.height,
            }
            for region in scene.regions
        ],
        "nodeLegend": [
            {
                "text": entry.text.in_(language),
                "count": entry.count,
                "shape": entry.shape,
                "colour": entry.colour,
                "outline": entry.outline,
                "dashed": entry.dashed,
            }
            for entry in scene.node_legend
        ],
        "edgeLegend": [
            {
                "text": entry.text.in_(language),
                "count": entry.count,
                "colour": entry.colour,
                "width": entry.width,
                "dashed": entry.dashed,
            }
            for entry in scene.edge_legend
        ],
        "nodes": {node.key: _shown_node(node, language) for node in scene.nodes},
        "edges": {edge.key: _shown_edge(edge, language) for edge in scene.edges},
        "vis": {"nodes": nodes, "edges": edges, "options": options},
    }


def _vis_data(scene: Scene) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The nodes, edges and options of vis-network, as pyvis makes them."""
    from pyvis.network import Network  # here, since it imports IPython: half a second

    network = Network(directed=True)
    for node in scene.nodes:
        network.add_node(node.key, **_vis_node(node, scene.language))
    for edge in scene.edges:
        network.add_edge(edge.source, edge.target, **_vis_edge(edge))
    network.set_options(json.dumps(_OPTIONS))
    nodes, edges, _heading, _height, _width, options = network.get_network_data()
    return nodes, edges, json.loads(options)


_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": True, "dragNodes": True, "keyboard": {"enabled": False}},
    "edges": {"smooth": False, "hoverWidth": 1.5, "selectionWidth": 2},
    # The label is drawn by our script, with the line height that Thai needs; this one only takes up its place.
    "nodes": {
        "font": {"color": "rgba(0,0,0,0)", "size": TEXT_SIZE, "face": "GraphmouThai"},
        "labelHighlightBold": False,
    },
}


def _vis_node(node: SceneNode, language: Language) -> dict[str, Any]:
    look: dict[str, Any] = {
        "label": "\n".join(node.lines.in_(language)) or " ",
        "shape": _VIS_SHAPES.get(node.shape, node.shape),
        "x": node.x,
        "y": node.y,
        "color": {
            "background": node.colour,
            "border": node.outline,
            "highlight": {"background": node.colour, "border": "#000000"},
            "hover": {"background": node.colour, "border": "#000000"},
        },
        "borderWidth": 4 if "focus" in node.flags else 1.5,
        "borderWidthSelected": 4,
        "size": node.width / 2,
    }
    if not node.label_below or node.shape == "cylinder":
        # vis-network adds a margin of 5 on each side.
        look["widthConstraint"] = {"minimum": node.width - 10, "maximum": node.width - 10}
        look["heightConstraint"] = {"minimum": node.height - 10}
    if node.shape == "pill":
        look["shapeProperties"] = {"borderRadius": node.height / 2}
    if node.flags & {"unnamed", "ghost"}:
        look["shapeProperties"] = {"borderDashes": [4, 3]}
    return look


def _vis_edge(edge: SceneEdge) -> dict[str, Any]:
    look: dict[str, Any] = {
        "id": edge.key,
        "color": {"color": edge.colour, "highlight": edge.colour, "hover": edge.colour},
        "width": edge.width,
        "dashes": [7, 5] if edge.dashed else False,
        "arrows": {"to": {"enabled": edge.arrow, "scaleFactor": 0.6}},
    }
    if edge.bend:
        look["smooth"] = {
            "enabled": True,
            "type": "curvedCW" if edge.bend > 0 else "curvedCCW",
            "roundness": abs(edge.bend),
        }
    return look


def _shown_node(node: SceneNode, language: Language) -> dict[str, Any]:
    label = node.label_box(language)
    return {
        "name": node.name.in_(language),
        "kind": LABELS[node.kind].title.in_(language),
        "id": node.id,
        "lines": node.lines.in_(language),
        "below": label.y - label.height / 2 - node.y,
        "bold": "focus" in node.flags,
        "details": _details(node, language),
    }


def _shown_edge(edge: SceneEdge, language: Language) -> dict[str, Any]:
    return {
        "from": edge.source,
        "to": edge.target,
        "label": edge.label.in_(language),
        "details": _details(edge, language),
    }


def _details(item: SceneNode | SceneEdge, language: Language) -> list[tuple[str, str]]:
    """What is told of it, then the phrases that say it."""
    evidence = _WORDS["evidence"].in_(language)
    phrases = dict.fromkeys(one.phrase for one in item.evidence)
    return [
        *((detail.heading.in_(language), detail.text.in_(language)) for detail in item.details),
        *((evidence, f"“{phrase}”") for phrase in phrases),
    ]


def _json(data: object) -> str:
    """JSON that no HTML parser can mistake for the end of its block, or for a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _vis_script() -> str:
    """vis-network as pyvis ships it, with its licence notice, without the address of its source map."""
    script = resources.files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text("utf-8")
    return re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", script)


def _own(kind: str) -> str:
    return resources.files("graphmou.export").joinpath(f"pyvis_page.{kind}").read_text("utf-8")


def _font() -> str:
    return base64.b64encode((data_folder("visualizations") / "fonts" / _FONT).read_bytes()).decode("ascii")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
