"""From contents to a scene: name everything, style it, put it in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from graphmou import dates
from graphmou.analysis.in_force import Period, periods
from graphmou.dates import show_date
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Language, Text
from graphmou.layout import Layout
from graphmou.model import LABELS, RELATIONSHIP_TYPES
from graphmou.view.belonging import offices_of
from graphmou.view.contents import Contents, ShownStep
from graphmou.view.details import Teller, status_on
from graphmou.view.ghosts import Ghost, with_ghosts
from graphmou.view.legend import edge_legend, gap_legend, node_legend
from graphmou.view.names import shown_date
from graphmou.view.picture import FOCUS
from graphmou.view.placing import captions, place
from graphmou.view.room import Rooms
from graphmou.view.rules import Colours
from graphmou.view.scene import (
    Detail,
    Flag,
    Scene,
    SceneDocument,
    SceneEdge,
    SceneNode,
    SceneRegion,
    SceneStep,
)
from graphmou.view.searching import search_keys
from graphmou.view.selection import around, drawn
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES, faded
from graphmou.view.text import plain
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["compose", "make_scene"]

_GHOST_FILL = "#FFFFFF"
_BEND = 0.18
_LONGEST_ID = 300
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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
    """The picture of a whole graph, or of what surrounds one node, without what only a store can tell.

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
    given = Text(title, title) if isinstance(title, str) else title
    contents = Contents(graph, shown, today or dates.today(), title=given, focus=focus, hops=hops)
    return compose(contents, language=language, languages=languages)


def compose(contents: Contents, *, language: Language, languages: tuple[Language, ...] = ("th", "en")) -> Scene:
    """The scene of these contents; ``language`` and ``languages`` as for :func:`make_scene`."""
    composer = _Composer(contents, languages)
    layout = place(contents, composer.shown, composer.rooms)
    nodes = composer.nodes(layout)
    keys = {node_id: node.key for node_id, node in nodes.items()}
    edges = composer.edges(keys)
    ended = any("ended" in node.flags for node in nodes.values()) or any("ended" in edge.flags for edge in edges)
    return Scene(
        language=language,
        languages=languages,
        title=composer.said(contents.title) if contents.title else composer.title(),
        subtitle=composer.subtitle(),
        caption=composer.said(contents.caption) if contents.caption else None,
        nodes=tuple(nodes.values()),
        edges=edges,
        regions=composer.regions(layout, keys),
        node_legend=node_legend(list(nodes.values()), composer.colours),
        edge_legend=edge_legend(edges, composer.colours, any_ended=ended),
        gap_legend=gap_legend(list(nodes.values())),
        documents=composer.documents(),
        steps=tuple(composer.step(step, keys) for step in contents.steps),
        today=contents.day.isoformat(),
        as_of=contents.as_of.isoformat() if contents.as_of else None,
        offices=tuple(node.key for node in nodes.values() if node.kind == "Office" and node.id),
    )


class _Composer:
    """What every part of one scene is made from."""

    def __init__(self, contents: Contents, languages: tuple[Language, ...]) -> None:
        self.contents = contents
        self.ghosts: Mapping[str, Ghost] = {ghost.id: ghost for ghost in contents.ghosts}
        self.shown = with_ghosts(contents.shown, contents.ghosts)
        self.sources = _sources(contents.graph, contents.shown)
        self.teller = Teller(contents.graph, self.sources, contents.day)
        self.names = self.teller.names | {ghost.id: ghost.name for ghost in contents.ghosts}
        self.node_periods, self.relationship_periods = periods(contents.graph)
        self.belonging = offices_of(with_ghosts(contents.graph, contents.ghosts))
        self.colours = Colours(contents, self.belonging, self.names)
        # Of the whole graph: a mentoring may rest on an agreement that this picture does not show.
        agreements = contents.graph.labelled("Agreement") if contents.marks.ended else ()
        self.ended = {node.id for node in agreements if status_on(node.properties, contents.day) == "ended"}
        self.rooms = Rooms(contents, self.shown, languages)

    def nodes(self, layout: Layout) -> dict[str, SceneNode]:
        """All nodes in their places, by id, in the order in which a keyboard or a screen reader meets them."""
        order = sorted(layout.positions, key=lambda key: (*reversed(layout.positions[key]), key))
        keys = {node_id: f"n{number}" for number, node_id in enumerate(order)}
        region_of = {member: number for number, region in enumerate(layout.regions) for member in region.members}
        return {
            node_id: self._node(self.shown.nodes[node_id], layout.positions[node_id], keys, region_of.get(node_id, -1))
            for node_id in order
        }

    def _node(self, node: Node, position: tuple[float, float], keys: Mapping[str, str], region: int) -> SceneNode:
        style = NODE_STYLES[node.label]
        width, height = self.rooms.shapes[node.id]
        ghost = self.ghosts.get(node.id)
        colour, outline = (_GHOST_FILL, style.outline) if ghost else self.colours.of_node(node)
        period = self._ghost_period(ghost) if ghost else self.node_periods.get(node.id, Period())
        return SceneNode(
            key=keys[node.id],
            id="" if ghost else plain(node.id, _LONGEST_ID),
            kind=node.label,
            name=self.names[node.id],
            lines=self.rooms.lines[node.id],
            search_keys=search_keys(node, self.names[node.id], self.rooms.lines[node.id]),
            x=round(position[0], 1),
            y=round(position[1] - (self.rooms.boxes[node.id][1] - height) / 2, 1),
            width=width,
            height=height,
            shape=style.shape,
            # Where the legend says what colours mean, a paler one would look like another.
            colour=faded(colour) if node.id in self.ended and not self.colours.entries else colour,
            outline=outline,
            details=_ghost_details(ghost, self.names) if ghost else self.teller.of_node(node),
            evidence=self.teller.evidence(node.properties),
            gaps=self.contents.gaps.get(node.id, ()),
            flags=self._flags(node),
            from_day=_day(period.from_day),
            until=_day(period.until),
            offices=tuple(sorted(keys[one] for one in self.belonging.get(node.id, ()) if one in keys)),
            region=region,
            unnamed=ghost.unnamed if ghost else 0,
        )

    def regions(self, layout: Layout, keys: Mapping[str, str]) -> tuple[SceneRegion, ...]:
        """The grounds of the layout, with their captions."""
        told = captions(layout, self.contents, self.shown, self.names)
        return tuple(
            SceneRegion(
                caption,
                round(region.ground.x - region.ground.width / 2, 1),
                round(region.ground.y - region.ground.height / 2, 1),
                round(region.ground.width, 1),
                round(region.ground.height, 1),
                tuple(keys[member] for member in region.members),
            )
            for region, caption in zip(layout.regions, told, strict=True)
        )

    def edges(self, keys: Mapping[str, str]) -> tuple[SceneEdge, ...]:
        """All relationships, between the keys of the nodes; those between the same two nodes bent apart."""
        between: Counter[frozenset[str]] = Counter()
        edges = []
        for number, (rel_id, rel) in enumerate(sorted(self.shown.relationships.items())):
            style = EDGE_STYLES[rel.type]
            pair = frozenset((rel.start, rel.end))
            ghost = self.ghosts.get(rel.start) or self.ghosts.get(rel.end)
            ended = self._has_ended(rel)
            inferred = rel.properties.get("basis") == "inferred"
            colour = self.colours.of_relationship(rel)
            period = self._ghost_period(ghost) if ghost else self.relationship_periods.get(rel_id, Period())
            flags: set[Flag] = set()
            flags |= {"ended"} if ended else set()
            flags |= {"ghost"} if ghost else set()
            edges.append(
                SceneEdge(
                    key=f"e{number}",
                    source=keys[rel.start],
                    target=keys[rel.end],
                    type=rel.type,
                    label=_edge_label(rel),
                    basis="inferred" if inferred else "stated",
                    dashed=ghost is not None or (inferred and self.contents.marks.inferred),
                    colour=faded(colour) if ended else colour,
                    width=1.2 if ghost else style.width,
                    arrow=style.arrow and ghost is None,
                    bend=_bend(between[pair], turned=rel.start > rel.end),
                    details=_ghost_details(ghost, self.names) if ghost else self.teller.of_relationship(rel),
                    evidence=self.teller.evidence(rel.properties),
                    gaps=self.contents.gaps.get(rel_id, ()),
                    flags=frozenset(flags),
                    from_day=_day(period.from_day),
                    until=_day(period.until),
                )
            )
            between[pair] += 1
        return tuple(edges)

    def said(self, text: Text) -> Text:
        """A text of the picture's file, in which :data:`FOCUS` stands for the name of what it is about."""
        name = self.names.get(self.contents.focus or "", Text("", ""))
        return Text(plain(text.en.replace(FOCUS, name.en)), plain(text.th.replace(FOCUS, name.th)))

    def title(self) -> Text:
        """The title of a picture that was given none."""
        focus, hops = self.contents.focus, self.contents.hops
        if focus is None:
            return WORDS["title"]
        name, reach = self.names[focus], WORDS["within one" if hops == 1 else "within"]
        return Text(f"{name.en} {reach.en.format(hops=hops)}", f"{name.th} {reach.th.format(hops=hops)}")

    def subtitle(self) -> Text:
        """How many of each kind are shown, and the day the picture speaks of."""
        if not self.shown.nodes:
            return WORDS["nothing"]
        counts = Counter(node.label for node in self.contents.shown.nodes.values())
        unnamed = sum(ghost.unnamed for ghost in self.contents.ghosts)

        def told(language: Language) -> str:
            parts = [f"{LABELS[label].title.in_(language)} {counts[label]}" for label in LABELS if counts[label]]
            parts += [f"{WORDS['not named'].in_(language)} {unnamed}"] if unnamed else []
            day = show_date(self.contents.day.isoformat(), "day", language)
            return " · ".join([*parts, WORDS["as of"].in_(language).format(date=day)])

        return Text(told("en"), told("th"))

    def documents(self) -> tuple[SceneDocument, ...]:
        """The documents that what is shown rests on, by date: title, publisher, date."""

        def told(node: Node, language: Language) -> str:
            publisher = plain(str(node.properties.get("publisher", "")))
            parts = (self.names[node.id].in_(language), publisher, shown_date(node, "date", language))
            return plain(" · ".join(filter(None, parts)))

        return tuple(
            SceneDocument(plain(node.id, _LONGEST_ID), Text(told(node, "en"), told(node, "th")))
            for node in self.sources
        )

    def step(self, step: ShownStep, keys: Mapping[str, str]) -> SceneStep:
        """A step of the story. A ghost is lit with what it is declared about."""
        lit = set(step.highlight)
        lit |= {ghost.id for ghost in self.contents.ghosts if {ghost.about, ghost.anchor} & lit}
        order = sorted((keys[one] for one in lit if one in keys), key=lambda key: int(key[1:]))
        return SceneStep(self.said(step.title), self.said(step.caption), tuple(order))

    def _flags(self, node: Node) -> frozenset[Flag]:
        flags: list[tuple[Flag, bool]] = [
            ("focus", node.id == self.contents.focus),
            ("ended", node.id in self.ended),
            ("unnamed", node.properties.get("named") is False),
            ("ghost", node.id in self.ghosts),
        ]
        return frozenset(flag for flag, holds in flags if holds)

    def _has_ended(self, rel: Relationship) -> bool:
        """Signatures and mentoring end with their agreement, mentoring also by its own term."""
        if rel.type == "SIGNED":
            return rel.end in self.ended
        if rel.type != "MENTORS" or not self.contents.marks.ended:
            return False
        return rel.properties.get("agreement") in self.ended or status_on(rel.properties, self.contents.day) == "ended"

    def _ghost_period(self, ghost: Ghost) -> Period:
        """It is missing from the day of the document that declares it."""
        document = self.contents.graph.nodes.get(ghost.document)
        return Period(str(document.properties.get("date", "")) if document else "")


def _ghost_details(ghost: Ghost, names: Mapping[str, Text]) -> tuple[Detail, ...]:
    numbers = {"declared": ghost.declared, "recorded": ghost.recorded}
    told = WORDS["ghost details"]
    return (
        Detail(WORDS["kind"], LABELS[ghost.kind].title),
        Detail(RELATIONSHIP_TYPES["ABOUT"].title, names[ghost.about]),
        Detail(WORDS["declared number"], Text(told.en.format(**numbers), told.th.format(**numbers))),
        *([Detail(WORDS["document"], names[ghost.document])] if ghost.document in names else []),
    )


def _sources(graph: Graph, shown: Graph) -> list[Node]:
    """The documents of what is shown, by date."""
    used: set[str] = set()
    properties = [node.properties for node in shown.nodes.values()]
    properties += [rel.properties for rel in shown.relationships.values()]
    for one in properties:
        documents = one.get("documents")
        used.update(map(str, documents) if isinstance(documents, list) else ())
    found = [node for node in graph.labelled("Document") if node.id in used]
    return sorted(found, key=lambda node: (str(node.properties.get("date", "")), node.id))


def _day(written: str) -> str | None:
    """A day as it stands in the store, if it is one: what was changed by hand may be anything."""
    return written if _ISO_DAY.fullmatch(written) else None


def _edge_label(rel: Relationship) -> Text:
    """The type, with the role or title that makes it particular."""
    label = RELATIONSHIP_TYPES[rel.type].title
    particular = rel.properties.get("title") or rel.properties.get("role")
    if not isinstance(particular, str):
        return label
    said = plain(particular)
    return Text(f"{label.en} ({show_word(said, 'en')})", f"{label.th} ({show_word(said, 'th')})")


def _bend(before: int, *, turned: bool) -> float:
    """The bend of the relationship that has ``before`` others between the same nodes: 0, then to either side."""
    side = (before + 1) // 2 * (1 if before % 2 else -1)
    return round(_BEND * (-side if turned else side), 2)
