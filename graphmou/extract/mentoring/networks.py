"""Step 9, networks that a text describes without a name: a lead, its partners, and how many it is said to have.

``โรงเรียนวัดพระฝาง กับโรงเรียนเครือข่าย จำนวน 4 โรงเรียน`` is a group of its lead and four partners. It needs one lead, a
word that tells of a network (``rules/network_words.txt``), and two partners named or their number declared.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from graphmou.extract.article import Article
from graphmou.extract.counts.numbers import Count
from graphmou.extract.findings import Findings, Quote
from graphmou.extract.mentoring.clusters import Cluster
from graphmou.extract.rules import any_of, meanings
from graphmou.extract.text.marked import GENERIC, SCHOOL
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.normalise import LONGEST_QUOTE

__all__ = ["Network", "find_networks"]

_WORD = re.compile(rf"(?P<noun>(?:{GENERIC}|สถานศึกษา)\s?(?:ที่เป็น|ที่|ซึ่งเป็น)?\s?)?(?P<word>{any_of('network_words')})")
# What the text calls networks of this kind: เครือข่ายนวัตกรรมคุณภาพสถานศึกษา.
_KIND = re.compile(r"(?<!กลุ่ม)(?<!ศูนย์)(?<!โรงเรียน)(?<!สถานศึกษา)เครือข่าย[ก-ฮะ-ฺเ-๎]{6,60}(?![ก-๎])")
_OFTEN = 2
# A number further behind its lead is another's.
_NEAR = 120
_QUOTES = 3


@dataclass(slots=True)
class Network:
    """A lead with the ids of its partners, the numbers declared of them, and the phrases that tell of it."""

    lead: str
    name: str
    partners: list[str]
    quotes: list[Quote]
    counts: list[Count] = field(default_factory=list)


def find_networks(article: Article, findings: Findings, counts: list[Count]) -> list[Network]:
    """Every network without a name, one a lead, in order of their leads."""
    partners: dict[str, list[str]] = {}
    for pair in findings.mentoring:
        partners.setdefault(pair.mentor, []).append(pair.partner)
    declared = _declared(article, counts)
    kind = _kind(article, {name for group in findings.groups for name in (group.name, *group.aliases)})
    networks: dict[str, Network] = {}
    for cluster in article.clusters:
        lead = _only_lead(cluster)
        if lead is None or not lead.entity:
            continue
        told = declared.get(id(cluster), [])
        words = _words(article, cluster, told)
        known = networks.get(lead.entity)
        if known is None and words and (len(partners.get(lead.entity, ())) > 1 or told):
            name = f"{kind} (แกนนำ {lead.name})" if kind else f"{_partners_word(article, words)}ของ{lead.name}"
            known = networks[lead.entity] = Network(lead.entity, name, partners.get(lead.entity, []), [])
        if known is not None:
            quotes = [*known.quotes, *(_quote(article, cluster, lead.entity, word) for word in words)]
            known.quotes = _widest(quotes)[:_QUOTES]
            known.counts += told
    return list(networks.values())


def _only_lead(cluster: Cluster) -> Mention | None:
    return cluster.leads[0] if len({lead.entity for lead in cluster.leads}) == 1 else None


def _declared(article: Article, counts: list[Count]) -> dict[int, list[Count]]:
    """The numbers of partners declared within a cluster or just behind it, by the id of the cluster."""
    clusters = sorted(article.clusters, key=lambda cluster: cluster.start)
    found: dict[int, list[Count]] = {}
    for count in counts:
        number = bisect_right(clusters, count.start, key=lambda cluster: cluster.start)
        if count.what != "partners" or number == 0:
            continue
        cluster = clusters[number - 1]
        between = article.marked.text[cluster.end : min(count.start, cluster.end + _NEAR)]
        if count.start < cluster.end + _NEAR and not re.search(f"[\n{SCHOOL}]", between):
            found.setdefault(id(cluster), []).append(count)
    return found


def _words(article: Article, cluster: Cluster, told: list[Count]) -> list[re.Match[str]]:
    """The words of a network in the cluster, to the numbers declared behind it; the words for its partners first."""
    end = max([cluster.end, *(count.end for count in told)])
    found: dict[str, re.Match[str]] = {}
    for match in _WORD.finditer(article.marked.text, cluster.start, end):
        found.setdefault(match["word"], match)
    return sorted(found.values(), key=lambda match: match["word"] in meanings("lead_words"))


def _quote(article: Article, cluster: Cluster, lead: str, word: re.Match[str]) -> Quote:
    """The phrase from the lead to a word of the network, or that word alone where they stand too far apart."""
    marked = article.marked
    places = [
        marked.places[marked.number(one)]
        for one in marked.between(cluster.start, max(cluster.end, word.end()))
        if one.entity == lead
    ]
    nearest = min(places, key=lambda place: abs(place - word.start()), default=word.start())
    start, end = min(nearest, word.start()), max(nearest + 1, word.end())
    if marked.origin(end) - marked.origin(start) > LONGEST_QUOTE:
        start, end = word.span()
    return article.quote_between(start, end)


def _widest(quotes: list[Quote]) -> list[Quote]:
    """The quotes that are no part of another, each once."""
    return [
        one
        for one in dict.fromkeys(quotes)
        if not any(one != other and other.start <= one.start and one.end <= other.end for other in quotes)
    ]


def _kind(article: Article, names: set[str]) -> str:
    """What the text calls its networks, said twice and no group's name; empty where it has no word for them."""
    said = Counter(match[0] for match in _KIND.finditer(article.text) if match[0] not in names)
    kind, times = max(said.items(), key=lambda one: one[1], default=("", 0))
    return kind if times >= _OFTEN else ""


def _partners_word(article: Article, words: list[re.Match[str]]) -> str:
    """What the text calls the partners, ``โรงเรียนเครือข่าย``, or เครือข่าย."""
    for word in words:
        if word["noun"] and word["word"] not in meanings("lead_words"):
            return article.text[article.marked.origin(word.start()) : article.marked.origin(word.end())]
    return "เครือข่าย"
