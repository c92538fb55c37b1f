"""``analyze``: what the shape of the network says: who is central, what hangs together, what hangs by one tie."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from graphmou.analysis.in_force import in_force
from graphmou.analysis.meanings import METRIC_MEANINGS, METRICS, PROJECTION_MEANINGS, PROJECTIONS, Metric, Projection
from graphmou.commands.reading import day_of
from graphmou.commands.stores import Database, using
from graphmou.errors import UsageError
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

if TYPE_CHECKING:
    import networkx as nx

    from graphmou.analysis.metrics import Betweenness

__all__ = ["Analysis", "analyze"]

_ID = Column("id", Text("Id", "รหัส"))
_NAME = Column("name", Text("Name", "ชื่อ"))
_KIND = Column("kind", Text("Kind", "ชนิด"))
_DEGREE = Column("degree", Text("Degree", "ดีกรี"), "integer")
_IN_DEGREE = Column("in_degree", Text("Mentors", "พี่เลี้ยง"), "integer")
_OUT_DEGREE = Column("out_degree", Text("Partners", "ร่วมพัฒนา"), "integer")
_BETWEENNESS = Column("betweenness", Text("Between", "ตัวกลาง"), "number")
_COMPONENT = Column("component", Text("Part", "ส่วนที่"), "integer")
_COMMUNITY = Column("community", Text("Community", "ชุมชน"), "integer")
_ARTICULATION_POINT = Column("articulation_point", Text("Cut point", "จุดตัด"), "boolean")
_SIZE = Column("size", Text("Size", "จำนวน"), "integer")
_MEMBER_IDS = Column("member_ids", Text("Member ids", "รหัสสมาชิก"), "list")
_MEMBERS = Column("members", Text("Members", "สมาชิก"), "list")
_BRIDGE = (
    Column("a_id", Text("Id a", "รหัส ก")),
    Column("a", Text("One side", "ฝั่งหนึ่ง")),
    Column("b_id", Text("Id b", "รหัส ข")),
    Column("b", Text("Other side", "อีกฝั่งหนึ่ง")),
    Column("weight", Text("Weight", "น้ำหนัก"), "integer"),
    Column("cut_off", Text("Cut off", "ที่จะขาด"), "integer"),
)
_PIECES = Column("pieces", Text("Pieces", "แตกเป็น"), "integer")

# Whom a projection leaves out where nothing joins them. In "all" nobody is.
_LABELS: Mapping[Projection, tuple[str, ...]] = {
    "mentoring": ("School",),
    "agreements": ("Office", "School", "Group", "Organisation"),
    "people": ("Person",),
    "all": (),
}


@dataclass(slots=True)
class Analysis:
    """A metric of a projection: how large the network is, and the answer as a table.

    The notes of the table say what the projection and the metric mean.
    """

    projection: Projection
    metric: Metric | Literal["all"]
    as_of: date | None
    nodes: int
    links: int
    table: Table

    def records(self) -> list[dict[str, Cell]]:
        """The rows as maps from column to cell."""
        names = [column.name for column in self.table.columns]
        return [dict(zip(names, row, strict=True)) for row in self.table.rows]


def analyze(
    projection: Projection = "mentoring",
    metric: Metric | Literal["all"] = "all",
    *,
    db: Database = None,
    as_of: date | str | None = None,
    top: int | None = None,
) -> Analysis:
    """What the shape of the network says, by the metrics of networkx.

    Args:
        projection: ``mentoring`` (schools, mentor to partner), ``agreements`` (parties of the same agreement),
            ``people`` (who share a place, an event or an agreement) or ``all`` (everything but Documents).
        metric: one of ``degree``, ``betweenness``, ``components``, ``communities``, ``bridges`` and
            ``articulation-points``; ``all`` gives one row for each node (bridges, which are no nodes, left out).
        db: the store.
        as_of: only what was in force that day (a date, or ISO or Thai text), see
            :func:`graphmou.analysis.in_force.in_force`; None for all that was ever recorded.
        top: the first rows only; None for all.

    Raises:
        UsageError: no such projection or metric, ``top`` below 1, ``as_of`` no day, or a projection with too many
            links to hold.

    Example:
        >>> analysis = graphmou.analyze("mentoring", "degree", db=db, top=1)
        >>> [(row["id"], row["degree"], row["out_degree"]) for row in analysis.records()]
        [('wat-phra-fang', 4, 4)]
    """
    if projection not in PROJECTIONS:
        raise UsageError(
            Text(f"no projection is called {projection!r}", f"ไม่มีเครือข่าย (projection) ชื่อ {projection!r}"),
            hint=Text(f"one of {', '.join(PROJECTIONS)}", f"เลือกจาก {', '.join(PROJECTIONS)}"),
        )
    if metric != "all" and metric not in METRICS:
        raise UsageError(
            Text(f"no metric is called {metric!r}", f"ไม่มีตัวชี้วัด (metric) ชื่อ {metric!r}"),
            hint=Text(f"one of {', '.join(METRICS)}, all", f"เลือกจาก {', '.join(METRICS)}, all"),
        )
    if top is not None and top < 1:
        raise UsageError(Text(f"top is {top}", f"ค่า top คือ {top}"), hint=Text("give 1 or more", "ระบุตั้งแต่ 1 ขึ้นไป"))
    day = day_of(as_of, "as_of")
    # networkx takes a moment to import: only who analyses pays for it.
    from graphmou.analysis.projection import project

    with using(db) as store:
        graph = store.graph()
    if day is not None:
        graph = in_force(graph, day)
    network = project(graph, projection)
    notes = [_what_is_shown(projection, graph, network)]
    notes += [METRIC_MEANINGS[one] for one in METRICS if metric == one or (metric == "all" and one != "bridges")]
    table = _TABLES[metric](network)
    notes += table.notes
    if metric == "all":
        notes.append(Text("the bridges: --metric bridges", "ดูสะพาน: --metric bridges"))
    if top is not None and top < len(table.rows):
        notes.append(Text(f"the first {top} of {len(table.rows)} rows", f"{top} แถวแรกจาก {len(table.rows)} แถว"))
    shown = Table(table.columns, table.rows[:top], Text(f"{projection} {metric}", f"{projection} {metric}"), notes)
    return Analysis(projection, metric, day, len(network), network.number_of_edges(), shown)


def _what_is_shown(projection: Projection, graph: Graph, network: nx.Graph) -> Text:
    nodes, links = len(network), network.number_of_edges()
    alone = sum(node.label in _LABELS[projection] and node.id not in network for node in graph.nodes.values())
    meaning = PROJECTION_MEANINGS[projection]
    left_out = (
        Text(f"; {alone} joined to nobody are left out", f" ไม่รวม {alone} รายที่ไม่มีผู้เชื่อมโยง") if alone else Text("", "")
    )
    return Text(
        f"{projection}: {meaning.en} ({nodes} nodes, {links} links{left_out.en})",
        f"{projection}: {meaning.th} ({nodes} จุด {links} เส้นเชื่อม{left_out.th})",
    )


def _entity(network: nx.Graph, key: str) -> list[Cell]:
    return [key, network.nodes[key]["name"], network.nodes[key]["label"]]


def _degrees(network: nx.Graph) -> tuple[list[Column], dict[str, list[Cell]]]:
    """The columns of degree, and each node's cells under them."""
    if not network.is_directed():
        return [_DEGREE], {key: [degree] for key, degree in network.degree()}
    ways = network.in_degree(), network.out_degree()
    return [_DEGREE, _IN_DEGREE, _OUT_DEGREE], {
        key: [degree, *(way[key] for way in ways)] for key, degree in network.degree()
    }


def _degree(network: nx.Graph) -> Table:
    columns, degrees = _degrees(network)
    order = sorted(network, key=lambda key: (-network.degree[key], key))
    return Table([_ID, _NAME, _KIND, *columns], [[*_entity(network, key), *degrees[key]] for key in order])


def _betweenness(network: nx.Graph) -> Table:
    from graphmou.analysis.metrics import betweenness

    found = betweenness(network)
    order = sorted(network, key=lambda key: (-_rank(found.values[key]), key))
    rows = [[*_entity(network, key), found.values[key]] for key in order]
    return Table([_ID, _NAME, _KIND, _BETWEENNESS], rows, notes=_sampled(found))


def _rank(value: float) -> float:
    """What two values are compared by: the last digits are the noise of adding up."""
    return round(value, 9)


def _sampled(found: Betweenness) -> list[Text]:
    if found.sources is None:
        return []
    return [
        Text(
            f"the network is large: betweenness is estimated from {found.sources} nodes, the same ones each time",
            f"เครือข่ายมีขนาดใหญ่: ความเป็นตัวกลางเป็นค่าประมาณจาก {found.sources} จุดที่สุ่มไว้คงที่",
        )
    ]


def _components(network: nx.Graph) -> Table:
    from graphmou.analysis.metrics import components

    return _parts(network, components(network), _COMPONENT)


def _communities(network: nx.Graph) -> Table:
    from graphmou.analysis.metrics import communities

    return _parts(network, communities(network), _COMMUNITY)


def _parts(network: nx.Graph, parts: Sequence[Sequence[str]], number: Column) -> Table:
    rows: list[list[Cell]] = [
        [place, len(part), [*part], [network.nodes[key]["name"] for key in part]] for place, part in enumerate(parts, 1)
    ]
    return Table([number, _SIZE, _MEMBER_IDS, _MEMBERS], rows)


def _bridges(network: nx.Graph) -> Table:
    from graphmou.analysis.metrics import bridges

    rows: list[list[Cell]] = [
        [*_entity(network, one.start)[:2], *_entity(network, one.end)[:2], one.weight, one.cut_off]
        for one in bridges(network)
    ]
    return Table([*_BRIDGE], rows)


def _articulation_points(network: nx.Graph) -> Table:
    from graphmou.analysis.metrics import pieces_without

    pieces = pieces_without(network)
    order = sorted(pieces, key=lambda key: (-pieces[key], key))
    return Table([_ID, _NAME, _KIND, _PIECES], [[*_entity(network, key), pieces[key]] for key in order])


def _all(network: nx.Graph) -> Table:
    """One row for each node with its part in every metric, the best connected first."""
    from graphmou.analysis.metrics import betweenness, communities, components, pieces_without

    columns, degrees = _degrees(network)
    between = betweenness(network)
    component = {key: place for place, part in enumerate(components(network), 1) for key in part}
    community = {key: place for place, part in enumerate(communities(network), 1) for key in part}
    pieces = pieces_without(network)
    order = sorted(network, key=lambda key: (-network.degree[key], -_rank(between.values[key]), key))
    rows = [
        [
            *_entity(network, key),
            *degrees[key],
            between.values[key],
            component[key],
            community[key],
            key in pieces,
        ]
        for key in order
    ]
    columns = [_ID, _NAME, _KIND, *columns, _BETWEENNESS, _COMPONENT, _COMMUNITY, _ARTICULATION_POINT]
    return Table(columns, rows, notes=_sampled(between))


_TABLES: Mapping[str, Callable[[nx.Graph], Table]] = {
    "all": _all,
    "degree": _degree,
    "betweenness": _betweenness,
    "components": _components,
    "communities": _communities,
    "bridges": _bridges,
    "articulation-points": _articulation_points,
}
