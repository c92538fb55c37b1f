"""What the entries of a draft are called on the screen and on the page."""

from __future__ import annotations

from graphmou.review.deciding import Review
from graphmou.review.items import Item
from graphmou.seed.nesting import linked, text_of

__all__ = ["name_of", "named"]


def named(review: Review, node_id: str) -> str:
    """The name of the entry of that id, else the id."""
    other = review.item_with(node_id)
    return name_of(review, other) if other else node_id


def name_of(review: Review, item: Item) -> str:
    """The name of an entry; of an agreement without a title its sides; else its id."""
    if item.section == "agreements" and not text_of(item.node, "name"):
        sides = [side for link, side in linked(item.section, item.node) if link.field == "parties"]
        return " · ".join(named(review, text_of(side, "party")) for side in sides) or item.id
    return text_of(item.node, "name") or item.id
