"""How soon a big picture is seen and can be moved: the viewer beside pyvis and neo4j-viz.

    python -m benchmarks.viewer [NODES ...]      default: 2000 10000

Each page is opened once in a fresh Chromium without a network and dragged. CPU is that of all its processes. WebGL is
drawn by the processor here (SwiftShader), so with WebGL the CPU is an upper bound, while the main thread's time is not.
The peers are installed into an environment of their own, which is deleted with everything else.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.viewer.graph import made_up_graph
from benchmarks.viewer.measure import Frozen, measure
from benchmarks.viewer.peers import PEERS, make_environment, make_page
from graphmou.export.viewer_page import write_page
from graphmou.view import Scene, make_scene

OURS = (
    ("viewer as it opens: networks", True, ""),
    ("viewer as it opens, no WebGL", False, ""),
    ("viewer, the whole, WebGL", True, "#open=all"),
    ("viewer, the whole: sigma", True, "#open=all&renderer=sigma"),
    ("viewer, the whole: vis, no WebGL", False, "#open=all"),
)


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [2000, 10000]
    print("| page | nodes | paint CPU s | pan CPU s | pan clock s | main thread ms a frame | CPU ms a frame |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pythons: dict[str, Path | str] = {}
        for peer in PEERS:
            try:
                pythons[peer] = make_environment(folder, peer)
            except subprocess.CalledProcessError as failed:
                pythons[peer] = f"pip cannot install it ({failed.returncode})"
        for nodes in sizes:
            scene = make_scene(made_up_graph(nodes), language="th", today=date(2022, 6, 1))
            file = folder / f"viewer-{nodes}.html"
            write_page(scene, file)
            for title, webgl, fragment in OURS:
                _row(title, nodes, file, webgl=webgl, fragment=fragment)
            for peer, python in pythons.items():
                _peer(peer, python, scene, folder)


def _peer(peer: str, python: Path | str, scene: Scene, folder: Path) -> None:
    for preset in (True, False):
        title = f"{peer}, {'our positions' if preset else 'its own layout'}"
        if isinstance(python, str):
            print(f"| {title} | {len(scene.nodes)} | {python} |", flush=True)
            continue
        file = folder / f"{peer}-{len(scene.nodes)}-{preset}.html"
        try:
            make_page(python, peer, scene, file, preset=preset)
        except subprocess.CalledProcessError:
            print(f"| {title} | {len(scene.nodes)} | it writes no page |", flush=True)
            continue
        _row(title, len(scene.nodes), file, webgl=True, fragment="")


def _row(title: str, nodes: int, file: Path, *, webgl: bool, fragment: str) -> None:
    try:
        one = measure(file, webgl=webgl, fragment=fragment)
    except Frozen as error:
        print(f"| {title} | {nodes} | {error} |", flush=True)
        return
    print(
        f"| {title} | {nodes} | {one.paint_cpu:.1f} | {one.pan_cpu:.1f} | {one.pan_clock:.1f} "
        f"| {one.main_thread:.0f} | {one.frame_cpu:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
