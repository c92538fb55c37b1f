"""Where each node stands: the chosen layout, given the room of labels and what belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graphmou.graph import Graph, Node
from graphmou.language import Text
from graphmou.layout import Layout, Region, lay_out, lay_out_hub, lay_out_layered, lay_out_timeline
from graphmou.model import LABELS
from graphmou.thai import BUDDHIST_ERA
from graphmou.view.company import companions
from graphmou.view.contents import Contents
from graphmou.view.room import Rooms
from graphmou.view.text import text_width
from graphmou.view.words import WORDS

__all__ = ["captions", "place"]

_ASPECT = 2.05
_CAPTION_SIZE, _CAPTION_SIDE = 1.1, 36.0
_ROWS = (
    ("Office",),
    ("Programme", "Topic"),
    ("Group",),
    ("Agreement", "Event", "Declaration"),
    ("School", "Organisation"),
    ("Person",),
)
"""The rows of the layout ``layered``, from above."""
_ROW_OF = {label: row for row, labels in enumerate(_ROWS) for label in labels}


def place(contents: Contents, shown: Graph, rooms: Rooms) -> Layout:
    """A place for every node of ``shown`` (ghosts among them), each as large as ``rooms`` says."""
    boxes = rooms.boxes
    links = [(rel.start, rel.end) for rel in shown.relationships.values()]
    first = [(rel.start, rel.end) for rel in shown.typed("MENTORS")]
    match contents.layout:
        case "hub":
            return lay_out_hub(boxes, links, contents.focus)
        case "layered":
            return lay_out_layered(boxes, links, {key: _ROW_OF[node.label] for key, node in shown.nodes.items()})
        case "timeline":
            years = {key: year for key, node in shown.nodes.items() if (year := _year(node))}
            return lay_out_timeline(
                boxes,
                links,
                years,
                near=companions(shown, ()),
                drops=rooms.drops,
                first=first,
                leads=_leads(shown),
                widths={name: _caption_width(_year_caption(name)) for name in {"", *years.values()}},
                aspect=_ASPECT,
            )
        case "networks":
            shared = [node.id for node in shown.nodes.values() if _ties_networks(node)]
            return lay_out(
                boxes,
                links,
                near=companions(shown, shared),
                drops=rooms.drops,
                first=first,
                shared=shared,
                leads=_leads(shown),
                aspect=_ASPECT,
            )


def captions(layout: Layout, contents: Contents, shown: Graph, names: Mapping[str, Text]) -> list[Text]:
    """What stands above each region: a year, the kinds of a row, or the office that a network is about."""
    match contents.layout:
        case "timeline":
            return [_year_caption(region.name) for region in layout.regions]
        case "layered":
            return [_row_caption(region, shown) for region in layout.regions]
        case _:
            degree = Counter(end for rel in shown.relationships.values() for end in (rel.start, rel.end))
            return [names[_about(region, shown, degree)] for region in layout.regions]


def _caption_width(caption: Text) -> float:
    """How wide a ground must be for its caption, which may be written a little larger than labels are."""
    return _CAPTION_SIZE * max(text_width(caption.en), text_width(caption.th)) + _CAPTION_SIDE


def _year_caption(name: str) -> Text:
    if not name:
        return WORDS["no year"]
    return Text(WORDS["year"].en.format(year=name), WORDS["year"].th.format(year=int(name) + BUDDHIST_ERA))


def _row_caption(region: Region, shown: Graph) -> Text:
    present = {shown.nodes[key].label for key in region.members}
    titles = [LABELS[label].title for label in _ROWS[int(region.name)] if label in present]
    return Text(" / ".join(title.en for title in titles), " / ".join(title.th for title in titles))


def _about(region: Region, shown: Graph, degree: Mapping[str, int]) -> str:
    """The area office of a network, else what most others are related to."""
    offices = [key for key in region.members if shown.nodes[key].properties.get("level") == "area"]
    return min(offices or region.members, key=lambda key: (-degree[key], key))


def _leads(shown: Graph) -> dict[str, set[str]]:
    """Schools with the schools they mentor, where these are enough to stand around them."""
    leads: dict[str, set[str]] = {}
    for rel in shown.typed("MENTORS"):
        leads.setdefault(rel.start, set()).add(rel.end)
    return {lead: partners for lead, partners in leads.items() if len(partners) > 2}


def _ties_networks(node: Node) -> bool:
    """Whether networks that share this node are still networks of their own."""
    return node.label in ("Topic", "Programme") or node.properties.get("level") == "national"


def _year(node: Node) -> str:
    """The year of an agreement (signed, else started) or of an event; empty for everything else."""
    if node.label not in ("Agreement", "Event"):
        return ""
    day = str(node.properties.get("signed_on") or node.properties.get("starts") or "")[:4]
    return day if day.isdigit() and len(day) == 4 else ""
