"""From a graph to a scene: choose what is shown, name it, style it, lay it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from graphmou import dates
from graphmou.analysis.in_force import Period, periods
from graphmou.dates import show_date
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Language, Text
from graphmou.layout import Region, lay_out
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.belonging import offices_of
from graphmou.view.company import companions
from graphmou.view.details import Teller, status_on
from graphmou.view.legend import edge_legend, node_legend
from graphmou.view.names import label_lines, shown_date
from graphmou.view.scene import (
    LABEL_GAP,
    Flag,
    Lines,
    Scene,
    SceneDocument,
    SceneEdge,
    SceneNode,
    SceneRegion,
    shape_size,
    stands_below,
)
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
    languages: tuple[Language, ...] = ("th", "en"),
    focus: str | None = None,
    hops: int = 1,
    title: Text | str | None = None,
    today: date | None = None,
) -> Scene:
    """The picture of a whole graph, or of what surrounds one node.

    Args:
        graph: everything that is recorded, Documents included: they are named as sources.
        language: the one it is shown in first, or alone; names without an English form stay Thai.
        languages: those whose labels get room; a figure in one language needs room for that one alone.
        focus: the id of a node; None draws everything.
        hops: how many relationships away from the focus a node may be.
        title: the picture's title; made from the focus where it is not given.
        today: the day on which agreements are in force or ended; today where it is not given.

    Raises:
        EntityNotFound: ``focus`` is no id of the graph.
        UsageError: ``hops`` is negative.
    """
    shown = drawn(graph) if focus is None else around(graph, focus, hops)
    composer = _Composer(graph, shown, languages, focus, today or dates.today())
    nodes, regions = composer.nodes()
    edges = composer.edges({node.id: node.key for node in nodes})
    given = Text(title, title) if isinstance(title, str) else title
    return Scene(
        language=language,
        languages=languages,
        title=Text(plain(given.en), plain(given.th)) if given else composer.title(hops),
        subtitle=composer.subtitle(),
        nodes=nodes,
        edges=edges,
        regions=regions,
        node_legend=node_legend(nodes),
        edge_legend=edge_legend(
            edges,
            any_ended=any(
                "ended" in flags for flags in (*(node.flags for node in nodes), *(edge.flags for edge in edges))
            ),
        ),
        documents=composer.documents(),
        today=composer.day.isoformat(),
        offices=tuple(node.key for node in nodes if node.kind == "Office"),
    )


class _Composer:
    """What every part of one scene is made from."""

    def __init__(
        self, graph: Graph, shown: Graph, languages: tuple[Language, ...], focus: str | None, day: date
    ) -> None:
        self.graph = graph
        self.shown = shown
        self.languages = languages
        self.focus = focus
        self.day = day
        self.sources = _sources(graph, shown)
        self.teller = Teller(graph, self.sources, day)
        self.names = self.teller.names
        self.node_periods, self.relationship_periods = periods(graph)
        self.belonging = offices_of(graph)
        # Of the whole graph: a mentoring may rest on an agreement that this picture does not show.
        self.ended = {node.id for node in graph.labelled("Agreement") if status_on(node.properties, day) == "ended"}

    def nodes(self) -> tuple[tuple[SceneNode, ...], tuple[SceneRegion, ...]]:
        """All nodes in their places, and the ground of each network."""
        lines = {node.id: label_lines(node) for node in self.shown.nodes.values()}
        shapes: dict[str, tuple[float, float]] = {}
        boxes: dict[str, tuple[float, float]] = {}
        for node in self.shown.nodes.values():
            style = NODE_STYLES[node.label]
            size = style.size * (_FOCUS_SIZE if node.id == self.focus else 1.0)
            width, height = shapes[node.id] = self._shape_size(node, size, lines[node.id])
            label = self._label_height(lines[node.id]) if stands_below(style.shape) else 0.0
            boxes[node.id] = max(width, self._label_width(lines[node.id])), height + label
        links = [(rel.start, rel.end) for rel in self.shown.relationships.values()]
        shared = [node.id for node in self.shown.nodes.values() if _ties_networks(node)]
        layout = lay_out(
            boxes, links + companions(self.shown, shared), shared=shared, leads=self._leads(), aspect=_ASPECT
        )
        # By rows from the top: the order in which a keyboard or a screen reader meets them.
        order = sorted(layout.positions, key=lambda key: (*reversed(layout.positions[key]), key))
        keys = {node_id: f"n{number}" for number, node_id in enumerate(order)}
        region_of = {member: place for place, region in enumerate(layout.regions) for member in region.members}
        nodes = []
        for node_id in order:
            node = self.shown.nodes[node_id]
            style = NODE_STYLES[node.label]
            x, y = layout.positions[node_id]
            width, height = shapes[node_id]
            period = self.node_periods.get(node_id, Period())
            nodes.append(
                SceneNode(
                    key=keys[node_id],
                    id=node_id,
                    kind=node.label,
                    name=self.names[node_id],
                    lines=lines[node_id],
                    search_keys=_search_keys(node),
                    x=round(x, 1),
                    y=round(y - (boxes[node_id][1] - height) / 2, 1),
                    width=width,
                    height=height,
                    shape=style.shape,
                    colour=faded(style.colour) if node_id in self.ended else style.colour,
                    outline=style.outline,
                    details=self.teller.of_node(node),
                    evidence=self.teller.evidence(node.properties),
                    flags=self._flags(node),
                    from_day=period.from_day or None,
                    until=period.until or None,
                    offices=tuple(sorted(keys[one] for one in self.belonging.get(node_id, ()) if one in keys)),
                    region=region_of.get(node_id, -1),
                )
            )
        return tuple(nodes), tuple(self._region(region, keys) for region in layout.regions)

    def edges(self, keys: Mapping[str, str]) -> tuple[SceneEdge, ...]:
        """All relationships, between the keys of the nodes; those between the same two nodes bent apart."""
        between: Counter[frozenset[str]] = Counter()
        edges = []
        for number, (rel_id, rel) in enumerate(sorted(self.shown.relationships.items())):
            style = EDGE_STYLES[rel.type]
            pair = frozenset((rel.start, rel.end))
            ended = self._has_ended(rel)
            inferred = rel.properties.get("basis") == "inferred"
            period = self.relationship_periods.get(rel_id, Period())
            edges.append(
                SceneEdge(
                    key=f"e{number}",
                    source=keys[rel.start],
                    target=keys[rel.end],
                    type=rel.type,
                    label=_edge_label(rel),
                    basis="inferred" if inferred else "stated",
                    dashed=inferred,
                    colour=faded(style.colour) if ended else style.colour,
                    width=style.width,
                    arrow=style.arrow,
                    bend=_bend(between[pair], turned=rel.start > rel.end),
                    details=self.teller.of_relationship(rel),
                    evidence=self.teller.evidence(rel.properties),
                    flags=frozenset(["ended"] if ended else []),
                    from_day=period.from_day or None,
                    until=period.until or None,
                )
            )
            between[pair] += 1
        return tuple(edges)

    def title(self, hops: int) -> Text:
        """The title of a picture that was given none."""
        if self.focus is None:
            return WORDS["title"]
        name, reach = self.names[self.focus], WORDS["within one" if hops == 1 else "within"]
        return Text(f"{name.en} {reach.en.format(hops=hops)}", f"{name.th} {reach.th.format(hops=hops)}")

    def subtitle(self) -> Text:
        """How many of each kind are shown, and the day the picture speaks of."""
        if not self.shown.nodes:
            return WORDS["nothing"]
        counts = Counter(node.label for node in self.shown.nodes.values())

        def told(language: Language) -> str:
            parts = [f"{LABELS[label].title.in_(language)} {counts[label]}" for label in LABELS if counts[label]]
            day = show_date(self.day.isoformat(), "day", language)
            return " · ".join([*parts, WORDS["as of"].in_(language).format(date=day)])

        return Text(told("en"), told("th"))

    def documents(self) -> tuple[SceneDocument, ...]:
        """The documents that what is shown rests on, by date: title, publisher, date."""

        def told(node: Node, language: Language) -> str:
            parts = (self.names[node.id].in_(language), _publisher(node), shown_date(node, "date", language))
            return " · ".join(filter(None, parts))

        return tuple(SceneDocument(node.id, Text(told(node, "en"), told(node, "th"))) for node in self.sources)

    def _shape_size(self, node: Node, size: float, lines: Lines) -> tuple[float, float]:
        sizes = [shape_size(NODE_STYLES[node.label].shape, size, lines.in_(one)) for one in self.languages]
        return max(width for width, _ in sizes), max(height for _, height in sizes)

    def _label_height(self, lines: Lines) -> float:
        return LABEL_GAP + LINE_HEIGHT * max(len(lines.in_(one)) for one in self.languages)

    def _label_width(self, lines: Lines) -> float:
        return max((text_width(line) for one in self.languages for line in lines.in_(one)), default=0.0)

    def _leads(self) -> dict[str, set[str]]:
        """Schools with the schools they mentor, where these are enough to stand around them."""
        leads: dict[str, set[str]] = {}
        for rel in self.shown.typed("MENTORS"):
            leads.setdefault(rel.start, set()).add(rel.end)
        return {lead: partners for lead, partners in leads.items() if len(partners) > 2}

    def _flags(self, node: Node) -> frozenset[Flag]:
        flags: list[tuple[Flag, bool]] = [
            ("focus", node.id == self.focus),
            ("ended", node.id in self.ended),
            ("unnamed", node.properties.get("named") is False),
        ]
        return frozenset(flag for flag, holds in flags if holds)

    def _has_ended(self, rel: Relationship) -> bool:
        """Signatures and mentoring end with their agreement, mentoring also by its own term."""
        if rel.type == "SIGNED":
            return rel.end in self.ended
        return rel.type == "MENTORS" and (
            rel.properties.get("agreement") in self.ended or status_on(rel.properties, self.day) == "ended"
        )

    def _region(self, region: Region, keys: Mapping[str, str]) -> SceneRegion:
        """The ground of a network, named by its area office, else by what most others are related to."""
        members = set(region.members)
        degree = Counter(
            end for rel in self.shown.relationships.values() for end in (rel.start, rel.end) if end in members
        )
        offices = [key for key in members if self.shown.nodes[key].properties.get("level") == "area"]
        about = min(offices or members, key=lambda key: (-degree[key], key))
        ground = region.ground
        left, top = ground.x - ground.width / 2, ground.y - ground.height / 2
        inside = tuple(keys[member] for member in region.members)
        return SceneRegion(self.names[about], left, top, ground.width, ground.height, inside)


def _sources(graph: Graph, shown: Graph) -> list[Node]:
    used: set[str] = set()
    for item in (*shown.nodes.values(), *shown.relationships.values()):
        documents = item.properties.get("documents")
        used.update(map(str, documents) if isinstance(documents, list) else ())
    found = [node for node in graph.labelled("Document") if node.id in used]
    return sorted(found, key=lambda node: (str(node.properties.get("date", "")), node.id))


def _search_keys(node: Node) -> tuple[str, ...]:
    keys = node.properties.get("search_keys")
    return tuple(plain(str(key)) for key in keys) if isinstance(keys, list) else ()


def _ties_networks(node: Node) -> bool:
    """Whether networks that share this node are still networks of their own."""
    return node.label in ("Topic", "Programme") or node.properties.get("level") == "national"


def _edge_label(rel: Relationship) -> Text:
    """The type, with the role or title that makes it particular."""
    label = RELATIONSHIP_TYPES[rel.type].title
    particular = rel.properties.get("title") or rel.properties.get("role")
    if not isinstance(particular, str):
        return label
    return Text(
        f"{label.en} ({plain(show_word(particular, 'en'))})", f"{label.th} ({plain(show_word(particular, 'th'))})"
    )


def _bend(before: int, *, turned: bool) -> float:
    """The bend of the relationship that has ``before`` others between the same nodes: 0, then to either side."""
    side = (before + 1) // 2 * (1 if before % 2 else -1)
    return round(_BEND * (-side if turned else side), 2)


def _publisher(document: Node) -> str:
    return plain(str(document.properties.get("publisher", "")))
