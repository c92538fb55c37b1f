"""The pages of a picture that tells a story: the whole, then one for each step, in which all else stands back."""

from __future__ import annotations

from dataclasses import replace

from graphmou.export.figure_frame import Frame, make_frame
from graphmou.view.scene import Scene, SceneStep
from graphmou.view.styles import faded

__all__ = ["story"]


def story(scene: Scene) -> list[Frame]:
    """The page of ``scene``, then that of each of its steps.

    The picture stands in the same place on every page. Where the first step shows the whole picture, it is the
    first page.
    """
    opening = [] if scene.steps and not scene.steps[0].highlight else [make_frame(scene)]
    frames = opening + [_step(scene, step) for step in scene.steps]
    # The page with the longest caption has the least room.
    least = min(frames, key=lambda frame: (frame.size, -frame.top))
    return [
        replace(
            frame,
            across=least.across,
            down=least.down,
            left=least.left,
            top=least.top,
            size=least.size,
            text_size=least.text_size,
            zoom=least.zoom,
            shifts=least.shifts,
        )
        for frame in frames
    ]


def _step(scene: Scene, step: SceneStep) -> Frame:
    lit = set(step.highlight)
    # What was declared but not named has no name to be highlighted by: it goes with what it was declared of.
    unnamed = {node.key for node in scene.nodes if "ghost" in node.flags}
    lit |= {
        one
        for edge in scene.edges
        for one, other in ((edge.source, edge.target), (edge.target, edge.source))
        if one in unnamed and other in step.highlight
    }
    dimmed = frozenset(node.key for node in scene.nodes if lit and node.key not in lit)
    nodes = tuple(
        replace(node, colour=_pale(node.colour), outline=_pale(node.outline)) if node.key in dimmed else node
        for node in scene.nodes
    )
    edges = tuple(
        replace(edge, colour=_pale(edge.colour)) if dimmed & {edge.source, edge.target} else edge
        for edge in scene.edges
    )
    shown = replace(scene, title=step.title, subtitle=scene.title, caption=step.caption, nodes=nodes, edges=edges)
    return replace(make_frame(shown), dimmed=dimmed)


def _pale(colour: str) -> str:
    return faded(faded(colour))
