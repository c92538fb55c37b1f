"""Scenes for the tests of figures: the pictures that come with graphmou, Thai that is hard to set, and hostile data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graphmou.commands.loading import load_facts
from graphmou.language import Language, Text
from graphmou.places import data_folder
from graphmou.seed.reader import read_seed
from graphmou.store.opening import open_store
from graphmou.view.compose import compose
from graphmou.view.contents import Contents
from graphmou.view.gallery import read_gallery
from graphmou.view.gather import gather
from graphmou.view.scene import Lines, Scene, SceneEdge, SceneGap, SceneNode, SceneRegion, SceneStep
from graphmou.view.styles import Shape

__all__ = ["HARD_WORDS", "HOSTILE", "PICTURES", "hostile", "picture", "scene_of", "word_scene"]

TODAY = date(2024, 6, 1)
PICTURES = sorted(read_gallery([data_folder("visualizations")]).pictures)

HARD_WORDS = (
    "น้ำใจที่ให้กัน",
    "ปั่นฟื้นฟูป่า",
    "ศึกษานิเทศก์",
    "ผู้อำนวยการ",
    "กตัญญูรู้คุณ",
    "ฐิติญาณ์ ชื่นบาน",
    "เก้าอี้ตัวนี้",
    "ค้ำจุนกำลังใจ",
    "บุรีรัมย์ ปี่พาทย์",
    "ฟ้าฝ่าชั้นที่สี่",
)
"""Marks above tall letters, two marks above one letter, marks below, sara am with a tone mark, letters that lose
their foot."""

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "javascript:window.hacked=3",
    '"><svg onload="window.hacked = 4"/>',
    "<a href='javascript:window.hacked=5'>x</a><iframe src=//example.org></iframe>",
    "]]></title></style><style>@import url(//example.org)</style><!--",
    "&amp; & &#0; &unknown; %x; <?xml?> <!DOCTYPE x>",
    '#panic("x") #read("/etc/passwd") $x$ ] } *b* @c \\',
    "\u202eลับ\u2066\u200f\u061c",
    "ก\x00\x01\x1b[31mข\u2028ค\ufffe\uffff",
    "\ud83d ค \udc00",
    "=cmd|'/c calc'!A1",
    "ย" * 10_000,
    "",
    "   ",
)


@cache
def _contents() -> dict[str, Contents]:
    """What the pictures that come with graphmou show of the five networks."""
    with TemporaryDirectory() as folder, closing(open_store(Path(folder) / "graphmou.db", create=True)) as store:
        load_facts(read_seed([data_folder("seed")]), db=store)
        found = {}
        for name, one in read_gallery([data_folder("visualizations")]).pictures.items():
            cypher = [data_folder("cypher")]
            found[name], _ = gather(store, one, cypher_folders=cypher, today=TODAY)
        return found


@cache
def picture(name: str, language: Language = "th") -> Scene:
    """A picture that comes with graphmou, as a figure in one language."""
    return compose(_contents()[name], language=language, languages=(language,))


def scene_of(*nodes: SceneNode, edges: tuple[SceneEdge, ...] = (), **others: Any) -> Scene:
    """A scene made by hand."""
    given: dict[str, Any] = {
        "language": "th",
        "title": Text("Title", "ชื่อภาพ"),
        "subtitle": Text("", ""),
        "nodes": nodes,
        "edges": edges,
        "regions": (),
        "node_legend": (),
        "edge_legend": (),
        "documents": (),
        "today": "2024-06-01",
    }
    return Scene(**given | others)


def made_node(number: int, name: str, x: float, y: float, *, shape: Shape = "circle", **others: Any) -> SceneNode:
    """A node made by hand; ``n0``, ``n1``, ... by its number."""
    lines = Lines((name,), (name,))
    return SceneNode(
        f"n{number}", name, "School", Text(name, name), lines, x, y, 20, 20, shape, "#009E73", "#00664B", **others
    )


def made_edge(number: int, source: str, target: str, **others: Any) -> SceneEdge:
    """An edge made by hand, from one key to another."""
    given: dict[str, Any] = {"dashed": False, "colour": "#009E73", "width": 3.0, "arrow": True, "bend": 0.0}
    text = Text("mentors", "เป็นพี่เลี้ยง")
    return SceneEdge(f"e{number}", source, target, "MENTORS", text, "stated", **given | others)


def word_scene() -> Scene:
    """Thai words that are hard to set, two to a row, with nothing dark near them."""
    nodes = [
        replace(
            made_node(number, word, 260.0 * (number % 2), 60.0 * (number // 2)), colour="#FFFFFF", outline="#EEEEEE"
        )
        for number, word in enumerate(HARD_WORDS)
    ]
    return scene_of(*nodes)


def hostile(scene: Scene, text: str) -> Scene:
    """``scene`` with ``text`` wherever data could stand, past everything that would have made it plain before."""
    changed: Scene = _with_text(scene, text)
    gap = SceneGap(text, "error", Text(text, text))
    nodes = tuple(replace(node, id=text, gaps=(gap,)) for node in changed.nodes)
    steps = (SceneStep(Text(text, text), Text(text, text), (nodes[0].key,)),)
    region = SceneRegion(Text(text, text), 0, 0, 50, 50)
    return replace(changed, nodes=nodes, steps=steps, regions=(*changed.regions, region), caption=Text(text, text))


def _with_text(value: Any, text: str) -> Any:
    if isinstance(value, Text):
        return Text(text, text)
    if isinstance(value, Lines):
        return Lines((text, text), (text, text))
    if isinstance(value, tuple):
        return tuple(_with_text(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **dict(_changed(value, text)))
    return value


def _changed(value: Any, text: str) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        yield field.name, _with_text(getattr(value, field.name), text)
