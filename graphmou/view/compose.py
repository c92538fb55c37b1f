"""From a graph to a scene: choose what is shown, name it, style it, lay it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from graphmou import dates
from graphmou.dates import show_date
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Language
from graphmou.layout import Region, lay_out
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.company import companions
from graphmou.view.details import node_details, relationship_details, status_on
from graphmou.view.legend import edge_legend, node_legend
from graphmou.view.names import full_name, label_lines, shown_date
from graphmou.view.scene import LABEL_GAP, Scene, SceneEdge, SceneNode, SceneRegion, shape_size, stands_below
from graphmou.view.selection import around, drawn
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES, faded
from graphmou.view.text import LINE_HEIGHT, plain, text_width
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["make_scene"]

_ASPECT = 2.05
_FOCUS_SIZE = 1.4
_BEND = 0.18


def make_scene(
    graph: Graph,
    *,
    language: Language = "th",
    focus: str | None = None,
    hops: int = 1,
    title: str | None = None,
    today: date | None = None,
) -> Scene:
    """The picture of a whole graph, or of what surrounds one node.

    Args:
        graph: everything that is recorded, Documents included: they are named as sources.
        language: of all texts; names without an English form stay Thai.
        focus: the id of a node; None draws everything.
        hops: how many relationships away from the focus a node may be.
        title: the picture's title; made from the focus where it is not given.
        today: the day on which agreements are in force or ended; today where it is not given.

    Raises:
        EntityNotFound: ``focus`` is no id of the graph.
        UsageError: ``hops`` is negative.
    """
    shown = drawn(graph) if focus is None else around(graph, focus, hops)
    composer = _Composer(graph, shown, language, focus, today or dates.today())
    nodes, regions = composer.nodes()
    edges = composer.edges({node.id: node.key for node in nodes})
    return Scene(
        language=language,
        title=plain(title) if title else composer.title(hops),
        subtitle=composer.subtitle(),
        nodes=nodes,
        edges=edges,
        regions=regions,
        node_legend=node_legend(nodes),
        edge_legend=edge_legend(
            edges,
            language,
            any_ended=any(
                "ended" in flags for flags in (*(node.flags for node in nodes), *(edge.flags for edge in edges))
            ),
        ),
        sources=composer.sources(),
    )


class _Composer:
    """What every part of one scene is made from."""

    def __init__(self, graph: Graph, shown: Graph, language: Language, focus: str | None, day: date) -> None:
        self.graph = graph
        self.shown = shown
        self.language = language
        self.focus = focus
        self.day = day
        self.names = {node.id: full_name(node, language) for node in shown.nodes.values()}
        self.documents = {node.id: full_name(node, language) for node in graph.labelled("Document")}
        # Of the whole graph: a mentoring may rest on an agreement that this picture does not show.
        self.ended = {node.id for node in graph.labelled("Agreement") if status_on(node.properties, day) == "ended"}

    def nodes(self) -> tuple[tuple[SceneNode, ...], tuple[SceneRegion, ...]]:
        """All nodes in their places, and the ground of each network."""
        lines = {node.id: label_lines(node, self.language) for node in self.shown.nodes.values()}
        shapes: dict[str, tuple[float, float]] = {}
        boxes: dict[str, tuple[float, float]] = {}
        for node in self.shown.nodes.values():
            style = NODE_STYLES[node.label]
            size = style.size * (_FOCUS_SIZE if node.id == self.focus else 1.0)
            width, height = shapes[node.id] = shape_size(style.shape, size, lines[node.id])
            label = _label_height(lines[node.id]) if stands_below(style.shape) else 0.0
            boxes[node.id] = max(width, *map(text_width, lines[node.id])), height + label
        links = [(rel.start, rel.end) for rel in self.shown.relationships.values()]
        shared = [node.id for node in self.shown.nodes.values() if _ties_networks(node)]
        layout = lay_out(
            boxes, links + companions(self.shown, shared), shared=shared, leads=self._leads(), aspect=_ASPECT
        )
        # By rows from the top: the order in which a keyboard or a screen reader meets them.
        order = sorted(layout.positions, key=lambda key: (*reversed(layout.positions[key]), key))
        nodes = []
        for number, node_id in enumerate(order):
            node = self.shown.nodes[node_id]
            style = NODE_STYLES[node.label]
            x, y = layout.positions[node_id]
            width, height = shapes[node_id]
            nodes.append(
                SceneNode(
                    key=f"n{number}",
                    id=node_id,
                    kind=node.label,
                    kind_title=LABELS[node.label].title.in_(self.language),
                    name=self.names[node_id],
                    lines=lines[node_id],
                    x=round(x, 1),
                    y=round(y - (boxes[node_id][1] - height) / 2, 1),
                    width=width,
                    height=height,
                    shape=style.shape,
                    colour=faded(style.colour) if node_id in self.ended else style.colour,
                    outline=style.outline,
                    details=node_details(node, self.names[node_id], self.documents, self.language, self.day),
                    flags=self._flags(node),
                )
            )
        return tuple(nodes), tuple(map(self._region, layout.regions))

    def edges(self, keys: Mapping[str, str]) -> tuple[SceneEdge, ...]:
        """All relationships, between the keys of the nodes; those between the same two nodes bent apart."""
        between: Counter[frozenset[str]] = Counter()
        edges = []
        for number, rel in enumerate(sorted(self.shown.relationships.values(), key=lambda rel: rel.id)):
            style = EDGE_STYLES[rel.type]
            pair = frozenset((rel.start, rel.end))
            ended = self._has_ended(rel)
            edges.append(
                SceneEdge(
                    key=f"e{number}",
                    source=keys[rel.start],
                    target=keys[rel.end],
                    type=rel.type,
                    label=self._edge_label(rel),
                    basis=str(rel.properties.get("basis", "stated")),
                    dashed=rel.properties.get("basis") == "inferred",
                    colour=faded(style.colour) if ended else style.colour,
                    width=style.width,
                    arrow=style.arrow,
                    bend=_bend(between[pair], turned=rel.start > rel.end),
                    details=relationship_details(rel, self.names, self.documents, self.language),
                    flags=frozenset(["ended"] if ended else []),
                )
            )
            between[pair] += 1
        return tuple(edges)

    def title(self, hops: int) -> str:
        """The title of a picture that was given none."""
        if self.focus is None:
            return WORDS["title"].in_(self.language)
        name = self.names.get(self.focus) or self.documents.get(self.focus, plain(self.focus))
        reach = WORDS["within one" if hops == 1 else "within"].in_(self.language).format(hops=hops)
        return f"{name} {reach}"

    def subtitle(self) -> str:
        """How many of each kind are shown, and the day the picture speaks of."""
        if not self.shown.nodes:
            return WORDS["nothing"].in_(self.language)
        counts = Counter(node.label for node in self.shown.nodes.values())
        parts = [f"{LABELS[label].title.in_(self.language)} {counts[label]}" for label in LABELS if counts[label]]
        day = show_date(self.day.isoformat(), "day", self.language)
        return " · ".join([*parts, WORDS["as of"].in_(self.language).format(date=day)])

    def sources(self) -> tuple[str, ...]:
        """The documents that what is shown rests on, by date: title, publisher, date."""
        used = {
            str(document)
            for node in self.shown.nodes.values()
            for document in node.properties.get("documents") or ()  # type: ignore[union-attr]
        }
        found = [node for node in self.graph.labelled("Document") if node.id in used]
        found.sort(key=lambda node: (str(node.properties.get("date", "")), node.id))
        return tuple(
            " · ".join(
                filter(None, (self.documents[node.id], _publisher(node), shown_date(node, "date", self.language)))
            )
            for node in found
        )

    def _leads(self) -> dict[str, set[str]]:
        """Schools with the schools they mentor, where these are enough to stand around them."""
        leads: dict[str, set[str]] = {}
        for rel in self.shown.typed("MENTORS"):
            leads.setdefault(rel.start, set()).add(rel.end)
        return {lead: partners for lead, partners in leads.items() if len(partners) > 2}

    def _flags(self, node: Node) -> frozenset[str]:
        return frozenset(
            flag
            for flag, holds in (
                ("focus", node.id == self.focus),
                ("ended", node.id in self.ended),
                ("unnamed", node.properties.get("named") is False),
            )
            if holds
        )

    def _has_ended(self, rel: Relationship) -> bool:
        """Signatures and mentoring end with their agreement, mentoring also by its own term."""
        if rel.type == "SIGNED":
            return rel.end in self.ended
        return rel.type == "MENTORS" and (
            rel.properties.get("agreement") in self.ended or status_on(rel.properties, self.day) == "ended"
        )

    def _edge_label(self, rel: Relationship) -> str:
        """The type, with the role or title that makes it particular."""
        label = RELATIONSHIP_TYPES[rel.type].title.in_(self.language)
        particular = rel.properties.get("title") or rel.properties.get("role")
        if not isinstance(particular, str):
            return label
        return f"{label} ({plain(show_word(particular, self.language))})"

    def _region(self, region: Region) -> SceneRegion:
        """The ground of a network, named by its area office, else by what most others are related to."""
        members = set(region.members)
        degree = Counter(
            end for rel in self.shown.relationships.values() for end in (rel.start, rel.end) if end in members
        )
        offices = [key for key in members if self.shown.nodes[key].properties.get("level") == "area"]
        about = min(offices or members, key=lambda key: (-degree[key], key))
        ground = region.ground
        left, top = ground.x - ground.width / 2, ground.y - ground.height / 2
        return SceneRegion(self.names[about], left, top, ground.width, ground.height)


def _ties_networks(node: Node) -> bool:
    """Whether networks that share this node are still networks of their own."""
    return node.label in ("Topic", "Programme") or node.properties.get("level") == "national"


def _label_height(lines: tuple[str, ...]) -> float:
    return LABEL_GAP + LINE_HEIGHT * len(lines)


def _bend(before: int, *, turned: bool) -> float:
    """The bend of the relationship that has ``before`` others between the same nodes: 0, then to either side."""
    side = (before + 1) // 2 * (1 if before % 2 else -1)
    return round(_BEND * (-side if turned else side), 2)


def _publisher(document: Node) -> str:
    return plain(str(document.properties.get("publisher", "")))
