"""A story on pages: the picture stays where it is while the light moves over it."""

from __future__ import annotations

from dataclasses import replace

from graphmou.export.figure_story import story
from graphmou.language import Text
from graphmou.view.scene import Scene, SceneStep
from tests.export.figures import made_edge, made_node, picture, scene_of

LONG = "คำบรรยายที่ยาวกว่าขั้นอื่นมาก" * 20


def told(*steps: SceneStep) -> Scene:
    ghost = replace(made_node(2, "?", 100, 80), id="", flags=frozenset({"ghost"}), unnamed=1)
    nodes = made_node(0, "ก", 0, 0), made_node(1, "ข", 200, 0), ghost
    edges = made_edge(0, "n0", "n1"), made_edge(1, "n0", "n2", flags=frozenset({"ghost"}))
    return scene_of(*nodes, edges=edges, steps=steps)


def step(*highlight: str, caption: str = "ก") -> SceneStep:
    return SceneStep(Text("Step", "ขั้น"), Text(caption, caption), highlight)


def test_the_picture_stands_in_the_same_place_on_every_page() -> None:
    scene = told(step("n0"), step("n1", caption=LONG))
    frames = story(scene)
    assert len(frames) == 3
    for node in scene.nodes:
        assert len({frame.middle(node) for frame in frames}) == 1
    highest = min(frames[0].box(node).y - frames[0].box(node).height / 2 for node in scene.nodes)
    assert all(highest >= frame.caption.top + frame.caption.height for frame in frames)


def test_what_a_step_does_not_speak_of_stands_back() -> None:
    _, frame = story(told(step("n1")))
    assert frame.dimmed == {"n0", "n2"}
    assert frame.scene.nodes[1].colour == "#009E73"
    assert frame.scene.nodes[0].colour != "#009E73"
    assert frame.scene.edges[0].colour != "#009E73"


def test_what_was_announced_of_a_highlighted_node_is_lit_with_it() -> None:
    _, frame = story(told(step("n0")))
    assert frame.dimmed == {"n1"}
    assert [edge.colour == "#009E73" for edge in frame.scene.edges] == [False, True]


def test_a_step_without_highlights_dims_nothing() -> None:
    assert not any(frame.dimmed for frame in story(told(step())))


def test_a_picture_without_steps_is_one_page() -> None:
    assert len(story(picture("mentoring"))) == 1
