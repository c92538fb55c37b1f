"""How much room each node takes: its shape, and its label in every language that is to fit."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.graph import Graph, Node
from graphmou.language import Language, Text
from graphmou.view.contents import Contents
from graphmou.view.ghosts import Ghost
from graphmou.view.names import label_lines
from graphmou.view.rules import Sizes
from graphmou.view.scene import LABEL_GAP, Lines, shape_size, stands_below
from graphmou.view.styles import NODE_STYLES
from graphmou.view.text import LINE_HEIGHT, text_width
from graphmou.view.words import WORDS

__all__ = ["Rooms"]

_FOCUS_SIZE = 1.4
_GHOST_SIZE, _CROWD_SIZE = 0.8, 1.7
"""A ghost is a little smaller than what it stands for, one that stands for many larger."""


class Rooms:
    """The label, the shape and the box (both together) of each node, by its id.

    ``drops`` are how far the middle of each box lies below that of the shape, where lines end.
    """

    def __init__(self, contents: Contents, shown: Graph, languages: tuple[Language, ...]) -> None:
        """Measure the nodes of ``shown``, ghosts among them, with labels in ``languages``."""
        self._contents = contents
        self._languages = languages
        self._sizes = Sizes(contents)
        self._ghosts: Mapping[str, Ghost] = {ghost.id: ghost for ghost in contents.ghosts}
        self.lines = {node.id: self._lines(node) for node in shown.nodes.values()}
        self.shapes = {node.id: self._shape(node) for node in shown.nodes.values()}
        self.boxes = {node.id: self._box(node) for node in shown.nodes.values()}
        self.drops = {key: (box[1] - self.shapes[key][1]) / 2 for key, box in self.boxes.items()}

    def _lines(self, node: Node) -> Lines:
        ghost = self._ghosts.get(node.id)
        if ghost is None:
            return label_lines(node)
        second = WORDS["not named"] if ghost.unnamed > 1 else Text("", "")
        return Lines(tuple(filter(None, (ghost.label.en, second.en))), tuple(filter(None, (ghost.label.th, second.th))))

    def _shape(self, node: Node) -> tuple[float, float]:
        style = NODE_STYLES[node.label]
        ghost = self._ghosts.get(node.id)
        factor = (_FOCUS_SIZE if node.id == self._contents.focus else 1.0) * self._sizes.of_node(node.id)
        if ghost is not None:
            factor = _GHOST_SIZE if ghost.unnamed == 1 else _CROWD_SIZE
        size = round(style.size * factor, 1)
        sizes = [shape_size(style.shape, size, self.lines[node.id].in_(one)) for one in self._languages]
        return max(width for width, _ in sizes), max(height for _, height in sizes)

    def _box(self, node: Node) -> tuple[float, float]:
        width, height = self.shapes[node.id]
        labels = [self.lines[node.id].in_(one) for one in self._languages]
        below = LABEL_GAP + LINE_HEIGHT * max(map(len, labels)) if stands_below(NODE_STYLES[node.label].shape) else 0.0
        return max(width, *(text_width(line) for lines in labels for line in lines)), height + below
