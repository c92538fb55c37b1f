"""The same graph as a page of pyvis or neo4j-viz, made in a throw-away environment that holds nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from graphmou.view import Scene

__all__ = ["PEERS", "make_environment", "make_page"]

PEERS = {"pyvis": "pyvis==0.3.2", "neo4j-viz": "neo4j-viz==1.11.0"}

_PYVIS = """
import json, sys
from pyvis.network import Network
data = json.load(open(sys.argv[1], encoding="utf-8"))
network = Network(directed=True, cdn_resources="in_line", height="750px")
if data["preset"]:
    network.toggle_physics(False)
for key, name, x, y in data["nodes"]:
    network.add_node(key, label=name, **({"x": x, "y": y} if data["preset"] else {}))
for source, target in data["edges"]:
    network.add_edge(source, target)
open(sys.argv[2], "w", encoding="utf-8").write(network.generate_html())
"""

_NEO4J_VIZ = """
import json, sys
from neo4j_viz import Node, Relationship, VisualizationGraph
data = json.load(open(sys.argv[1], encoding="utf-8"))
numbers = {key: number for number, (key, *_) in enumerate(data["nodes"])}
preset = data["preset"]
at = lambda x, y: {"x": x, "y": y} if preset else {}
nodes = [Node(id=numbers[key], caption=name, **at(x, y)) for key, name, x, y in data["nodes"]]
edges = [Relationship(source=numbers[one], target=numbers[other]) for one, other in data["edges"]]
graph = VisualizationGraph(nodes=nodes, relationships=edges)
html = graph.render(max_allowed_nodes=100_000, **({"layout": "free"} if preset else {})).data
open(sys.argv[2], "w", encoding="utf-8").write("<!DOCTYPE html><meta charset=utf-8><body>" + html)
"""

_SCRIPTS = {"pyvis": _PYVIS, "neo4j-viz": _NEO4J_VIZ}


def make_environment(folder: Path, peer: str) -> Path:
    """An environment with one peer; its Python.

    Raises:
        subprocess.CalledProcessError: pip cannot install it.
    """
    environment = folder / f"environment-{peer}"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", PEERS[peer]], check=True)
    return python


def make_page(python: Path, peer: str, scene: Scene, file: Path, *, preset: bool) -> None:
    """The page of a peer; ``preset`` gives it our positions, else it finds its own.

    Raises:
        subprocess.CalledProcessError: the peer fails.
    """
    data = {
        "preset": preset,
        "nodes": [[node.key, node.name.th, node.x, node.y] for node in scene.nodes],
        "edges": [[edge.source, edge.target] for edge in scene.edges],
    }
    source, script = file.with_suffix(".json"), file.with_suffix(".py")
    source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    script.write_text(_SCRIPTS[peer], encoding="utf-8")
    subprocess.run([str(python), str(script), str(source), str(file)], check=True, cwd=file.parent)
