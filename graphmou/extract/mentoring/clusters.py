"""Step 7, leads with their partners, and the pairs of mentor and partner that they make beside the agreements."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmou.extract.mentoring.roles import Basis
from graphmou.extract.text.mention import Mention

__all__ = ["Cluster", "find_pairs"]


@dataclass(slots=True)
class Cluster:
    """Leads and their partners: schools in order, where the text says it, and on what basis."""

    start: int
    end: int
    leads: list[Mention]
    partners: list[Mention] = field(default_factory=list)
    basis: Basis = "inferred"
    verb: tuple[int, int] | None = None
    by_place: set[str] = field(default_factory=set)
    """The partners that only stand below their lead: another lead of theirs that is told counts more."""
    points: bool = False
    """Whether the partners are only pointed at: "ทั้ง 4 โรงเรียนดังกล่าว"."""


# More sides or pairs than this are those of no one lead.
_MOST = 200


def find_pairs(
    clusters: list[Cluster], agreements: list[list[Mention]]
) -> list[tuple[Mention, Mention, Basis, Cluster]]:
    """Mentor and partner of every cluster. One whose partners are only pointed at ("4 โรงเรียนดังกล่าว") has the other
    schools of the ``agreement`` that its lead is a side of.
    """
    led = {mention.name for cluster in clusters for mention in cluster.partners}
    leading = {mention.name for cluster in clusters for mention in cluster.leads if cluster.partners}
    several = len({mention.name for cluster in clusters for mention in cluster.leads}) > 1
    # Who is later said to help "ทั้ง 4 โรงเรียน" helps those that were named as its partners.
    helping = {
        one.name for cluster in clusters if cluster.points and cluster.basis == "stated" for one in cluster.leads
    }
    signed: dict[str, list[Mention]] = {}
    for sides in agreements:
        for one in sides:
            signed.setdefault(one.name, sides)
    told = {
        mention.name for cluster in clusters for mention in cluster.partners if mention.name not in cluster.by_place
    }
    pairs: list[tuple[Mention, Mention, Basis, Cluster]] = []
    for cluster in clusters:
        names = {mention.name for mention in cluster.leads}
        # Several leads at once tell nothing of who mentors whom, unless they help together.
        if len(names) > 1 and len({one.name for one in cluster.partners}) > 1 and cluster.verb is None:
            continue
        partners = cluster.partners
        pointed = cluster.points or (cluster.basis == "stated" and not several)
        if not partners and pointed and len(names) == 1 and not names & leading:
            partners = [
                one
                for one in signed.get(next(iter(names)), ())[:_MOST]
                if one.kind == "school" and one.name not in names | led | leading
            ]
        basis: Basis = "stated" if names <= helping else cluster.basis
        for lead in cluster.leads:
            pairs += [
                (lead, partner, basis, cluster)
                for partner in partners
                if partner.name not in names and not (partner.name in told and partner.name in cluster.by_place)
            ]
    return pairs
