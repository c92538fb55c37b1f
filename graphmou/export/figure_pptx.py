"""Scenes as slides with native shapes: whoever presents them moves, recolours and rewrites what they like.

Lines lie below the shapes and are glued to them. A node and its label are one group; the legend is one group; title,
networks and sources are boxes of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pptx.oxml import parse_xml

from graphmou.export.atomic import write_atomically
from graphmou.export.figure_drawing import (
    GROUND,
    PLATE,
    RULE,
    ground_of,
    shown_edges,
    told_of_edge,
    told_of_node,
)
from graphmou.export.figure_frame import PAGE_WIDTH, Frame
from graphmou.export.figure_legend import SIGN, PlacedEntry
from graphmou.export.figure_marks import GAP_LOOKS, SIGN_INK, badge_place, line_sign, sign_size
from graphmou.export.figure_sites import PRESETS, Preset, glued
from graphmou.export.figure_slide import Look, Numbers, connector, group, line, paragraphs, shape, text_box
from graphmou.export.figure_story import story
from graphmou.export.figure_text import Block
from graphmou.export.presentation import add_slide, bytes_of, new_presentation
from graphmou.language import Text
from graphmou.layout import Box
from graphmou.view.scene import GapEntry, NodeEntry, Scene, SceneEdge, SceneNode, Severity

__all__ = ["add_figure", "pptx_file", "write_pptx"]

_ROUNDED = Preset("roundRect", PRESETS["pill"].sites, {"adj": 3000})
_WORDS = {
    "legend": Text("Legend", "คำอธิบายสัญลักษณ์"),
    "sources": Text("Sources", "แหล่งข้อมูล"),
    "caption": Text("Caption", "คำบรรยาย"),
    "subtitle": Text("Subtitle", "หัวข้อรอง"),
    "rule": Text("Rule", "เส้นคั่น"),
}


def write_pptx(scenes: Scene | Sequence[Scene], file: Path) -> None:
    """Write the slides, whole or not at all: one for each scene, and one more for each step of its story.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(file, pptx_file(scenes))


def pptx_file(scenes: Scene | Sequence[Scene]) -> bytes:
    """The bytes of the presentation; the same scenes give the same."""
    shown = [scenes] if isinstance(scenes, Scene) else list(scenes)
    presentation = new_presentation()
    for scene in shown:
        for frame in story(scene):
            add_figure(presentation, frame)
    first = shown[0]
    return bytes_of(presentation, first.title.in_(first.language), first.today)


def add_figure(presentation: Any, frame: Frame) -> None:
    """One more slide: what the frame shows."""
    slide = add_slide(presentation, frame.title)
    tree = slide.shapes._spTree
    for xml in _Slide(frame, slide.shapes.title.shape_id).shapes():
        tree.append(parse_xml(xml))


class _Slide:
    """The shapes of one slide, from the back to the front."""

    def __init__(self, frame: Frame, used: int) -> None:
        self.frame = frame
        self.scene = frame.scene
        self.language = frame.scene.language
        self.numbers = Numbers(used)
        self.shape_numbers = {node.key: self.numbers.next() for node in self.scene.nodes}

    def shapes(self) -> Iterator[str]:
        yield from self.regions()
        yield from self.edges()
        for node in self.scene.nodes:
            yield self.node(node)
        yield from self.texts()
        if self.frame.legend:
            yield self.legend()

    def regions(self) -> Iterator[str]:
        for region in self.scene.regions:
            x, y = self.frame.place(region.left + region.width / 2, region.top + region.height / 2)
            box = Box(x, y, region.width * self.frame.across, region.height * self.frame.down)
            caption = self.frame.region_caption(region)
            inset = caption.x - (box.x - box.width / 2), caption.top - (box.y - box.height / 2)
            text = paragraphs(caption, inset=inset)
            name = region.caption.in_(self.language)
            yield shape(self.numbers.next(), name, "", box, _ROUNDED, Look(GROUND), text)

    def edges(self) -> Iterator[str]:
        nodes = {node.key: node for node in self.scene.nodes}
        between: Counter[frozenset[str]] = Counter()
        for edge in shown_edges(self.scene):
            pair = frozenset((edge.source, edge.target))
            yield self.edge(edge, nodes[edge.source], nodes[edge.target], between[pair])
            between[pair] += 1

    def edge(self, edge: SceneEdge, source: SceneNode, target: SceneNode, earlier: int) -> str:
        boxes = self.frame.shape(source), self.frame.shape(target)
        ends = glued(source.shape, boxes[0], target.shape, boxes[1], earlier=earlier, arrow=edge.arrow)
        dashed = edge.dashed or "ghost" in edge.flags
        look = Look(outline=edge.colour, width=edge.width * self.frame.stroke, dashed=dashed)
        told = told_of_edge(edge, source, target, self.language)
        shapes = self.shape_numbers[source.key], self.shape_numbers[target.key]
        name = edge.label.in_(self.language)
        return connector(self.numbers.next(), name, told, ends, shapes, look, arrow=edge.arrow)

    def node(self, node: SceneNode) -> str:
        frame = self.frame
        name, box, label = node.name.in_(self.language), frame.shape(node), frame.label(node)
        told = told_of_node(node, self.language)
        ghost = "ghost" in node.flags
        look = Look(
            "#FFFFFF" if ghost else node.colour,
            node.outline,
            (3.0 if "focus" in node.flags else 1.4) * frame.stroke,
            dashed=ghost or "unnamed" in node.flags,
        )
        number, preset = self.shape_numbers[node.key], PRESETS[node.shape]
        count = frame.count(node)
        on_it = count if count else None if node.label_below else label
        text = paragraphs(on_it, anchor="ctr") if on_it else ""
        members, boxes = [shape(number, name, told, box, preset, look, text)], [box]
        if node.label_below and any(label.lines):
            members.append(text_box(self.numbers.next(), name, label, Look(ground_of(node), opacity=PLATE)))
            boxes.append(Box(label.x, label.top + label.height / 2, label.width, label.height))
        if node.worst_gap and node.key not in frame.dimmed:
            x, y, radius = badge_place(box.x, box.y, box.width, box.height, frame.size)
            boxes.append(Box(x, y, 2 * radius, 2 * radius))
            members.append(self.badge(node.worst_gap, boxes[-1], node.gaps[0].message.in_(self.language)))
        if len(members) == 1:
            return members[0]
        return group(self.numbers.next(), name, told, boxes, members)

    def badge(self, severity: Severity, box: Box, told: str) -> str:
        mark = GAP_LOOKS[severity]
        size = box.height * 0.72
        sign = Block((mark.sign,), box.x, box.y - size * 0.6, size, size * 1.2, mark.ink, "middle")
        look = Look(mark.fill, mark.outline, 1.2)
        return shape(self.numbers.next(), severity, told, box, PRESETS["circle"], look, paragraphs(sign, anchor="ctr"))

    def texts(self) -> Iterator[str]:
        for name, block in (("subtitle", self.frame.subtitle), ("caption", self.frame.caption)):
            if any(block.lines):
                yield text_box(self.numbers.next(), _WORDS[name].in_(self.language), block)
        x, y = self.frame.title.x, self.frame.rule
        rule = Look(outline=RULE)
        yield line(self.numbers.next(), _WORDS["rule"].in_(self.language), (x, y, PAGE_WIDTH - x, y), rule, arrow=False)
        if any(self.frame.sources.lines):
            yield text_box(self.numbers.next(), _WORDS["sources"].in_(self.language), self.frame.sources)

    def legend(self) -> str:
        members, boxes = [], []
        for placed in self.frame.legend:
            text = placed.text
            boxes.append(Box(text.left + text.width / 2, text.top + text.height / 2, text.width, text.height))
            sign = Box(placed.x, placed.y, SIGN, 14)
            boxes.append(sign)
            members += [self.sign(placed), text_box(self.numbers.next(), text.lines[0], text)]
        name = _WORDS["legend"].in_(self.language)
        return group(self.numbers.next(), name, "", boxes, members)

    def sign(self, placed: PlacedEntry) -> str:
        entry, x, y = placed.entry, placed.x, placed.y
        name = entry.text.in_(self.language)
        if isinstance(entry, GapEntry):
            return self.badge(entry.severity, Box(x, y, 13, 13), name)
        if isinstance(entry, NodeEntry):
            width, height = sign_size(entry.shape)
            look = Look(entry.colour, entry.outline, 1.2, dashed=entry.dashed)
            return shape(self.numbers.next(), name, "", Box(x, y, width, height), PRESETS[entry.shape], look)
        (start, end), shapes = line_sign(placed)
        look = Look(outline=entry.colour, width=max(entry.width, 1.2), dashed=entry.dashed)
        small = Look("#FFFFFF", SIGN_INK)
        return line(self.numbers.next(), name, (start, y, end, y), look, arrow=entry.arrow) + "".join(
            shape(self.numbers.next(), name, "", box, PRESETS[preset], small) for preset, box in shapes
        )
