"""Scenes for the tests of the viewer, and what these ask of an opened page."""

from __future__ import annotations

import time
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from graphmou.export.viewer_page import write_page
from graphmou.language import Language, Text
from graphmou.view import Scene
from graphmou.view.compose import compose
from graphmou.view.contents import Contents, ShownStep
from graphmou.view.ghosts import ghosts_of
from graphmou.view.scene import SceneGap, SceneNode
from graphmou.view.selection import drawn
from tests.browser_page import OpenedPage, OpenPage
from tests.view.networks import five_networks

__all__ = ["FANG", "MOU", "SIZES", "TODAY", "click", "five", "node", "passing", "place", "shown", "until"]

TODAY = date(2022, 6, 1)
SIZES = {"1366x768": (1366, 768), "1600x900": (1600, 900), "telephone": (390, 844)}
FANG = "wat-phra-fang"
"""A school with four partners, two agreements and a group."""
MOU = "spp-nakhon-pathom-1-2021-02-10-a1"
"""An agreement with a name of its own."""


@cache
def five(language: Language = "th") -> Scene:
    """The five networks, with Buriram's eleven ghosts, two gaps and a story of three steps."""
    graph = five_networks()
    shown_ = drawn(graph)
    partners = tuple(rel.end for rel in graph.typed("MENTORS") if rel.start == FANG)
    buriram = next(
        rel.end
        for rel in graph.typed("ABOUT")
        if graph.nodes[rel.start].properties.get("count") == 11 and graph.nodes[rel.end].label == "Group"
    )
    gaps = (
        SceneGap("a", "error", Text("Four were announced.", "ประกาศไว้สี่แห่ง")),
        SceneGap("b", "info", Text("No term.", "ไม่ระบุระยะเวลา")),
    )
    steps = (
        ShownStep(Text("Everything", "ภาพรวม"), Text("Five networks.", "ห้าเครือข่าย"), ()),
        ShownStep(Text("One school", "โรงเรียนเดียว"), Text("It mentors others.", "เป็นพี่เลี้ยง"), (FANG, *partners)),
        ShownStep(Text("An office", "สำนักงาน"), Text("It signed.", "ลงนามแล้ว"), ("spm-19",)),
    )
    missing = [{"id": buriram, "what": "partners", "declared": 11, "recorded": 0, "document_id": "d"}]
    return compose(
        Contents(graph, shown_, TODAY, ghosts=tuple(ghosts_of(missing, graph, shown_)), gaps={FANG: gaps}, steps=steps),
        language=language,
    )


def shown(open_page: OpenPage, scene: Scene, folder: Path, **options: Any) -> OpenedPage:
    """The scene, opened in the browser."""
    write_page(scene, folder / "page.html")
    return open_page(folder / "page.html", **options)


def node(scene: Scene, node_id: str) -> SceneNode:
    return next(one for one in scene.nodes if one.id == node_id)


def passing(page: Page) -> set[str]:
    """Keys of the nodes that pass the filters."""
    return set(page.evaluate("[...graphmouNetwork.picture.shown.passing]"))


def place(page: Page, key: str) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.evaluate(
        """(key) => {
          const { picture, model, store } = graphmouNetwork;
          const node = model.nodes.get(key);
          const [x, y] = store.state.pinned.get(key) ?? [node.x, node.y];
          const at = picture.renderer.toScreen(x, y);
          const room = document.getElementById("picture").getBoundingClientRect();
          return [room.left + at.x, room.top + at.y];
        }""",
        key,
    )
    return x, y


def click(page: Page, key: str) -> None:
    """Click a node in the picture."""
    page.mouse.click(*place(page, key))


def until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until a JavaScript condition holds. (Playwright's own waiting needs eval, which the page forbids.)"""
    deadline = time.monotonic() + 10
    while not page.evaluate(condition, argument):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(30)
