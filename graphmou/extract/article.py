"""The shared state of one extraction: what the steps have found so far, and how they turn places into quotes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from graphmou.extract.dates.moments import Moment, find_moments
from graphmou.extract.findings import Quote
from graphmou.extract.mentoring.clusters import Cluster
from graphmou.extract.mentoring.relations import find_clusters
from graphmou.extract.names.coreference import Entity, bring_together
from graphmou.extract.names.mentions import find_mentions
from graphmou.extract.posts.positions import Post, find_posts
from graphmou.extract.text.layout import join_broken_lines
from graphmou.extract.text.lines import Lines
from graphmou.extract.text.marked import Marked, mark
from graphmou.extract.text.mention import Mention
from graphmou.extract.text.nearby import line_start
from graphmou.extract.text.normalise import Normal, normalise

__all__ = ["Article", "read"]

# Mentions further back than this are of another matter.
_FAR = 500


@dataclass(slots=True)
class Article:
    """One text, read as far as its entities and posts."""

    normal: Normal
    moments: list[Moment]
    marked: Marked
    posts: list[Post]
    entities: list[Entity]
    lines: Lines
    clusters: list[Cluster]
    by_id: dict[str, Entity]
    starts: list[int]
    main_office: Entity | None = field(init=False)
    """The office whose text this is: the area office named most often, the first among equals."""
    main_school: Entity | None = field(init=False)
    """The school named most often."""
    holders: dict[tuple[str, str], set[str]] = field(init=False)
    """Who is told beside title and body to hold a post now, by its title and the id of its body."""
    _by_kind: dict[str, list[Entity]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_kind = {}
        for entity in self.entities:
            self._by_kind.setdefault(entity.kind, []).append(entity)
        self.holders = {}
        for post in self.posts:
            if post.place is not None and post.title.more["status"] == "current":
                self.holders.setdefault((post.title.name, post.place.entity), set()).add(post.person.entity)
        self.main_office = _most_named(self.of_kind("office"), lambda one: "level" not in one.mentions[0].more)
        self.main_school = _most_named(self.of_kind("school"), lambda one: True)

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normal.text

    def text_before(self, place: int, width: int) -> str:
        """At most ``width`` characters of the line before ``place`` of the normalised text."""
        return self.text[line_start(self.text, place, width) : place]

    def quote(self, start: int, end: int) -> Quote:
        """The phrase of the raw text at ``start`` to ``end`` of the normalised one."""
        return self.normal.quote(start, end)

    def quote_of(self, mention: Mention) -> Quote:
        """The phrase of a mention."""
        return self.normal.quote(mention.start, max(mention.end, mention.start + 1))

    def quote_between(self, start: int, end: int) -> Quote:
        """The phrase at ``start`` to ``end`` of the marked text."""
        return self.normal.quote(self.marked.origin(start), self.marked.origin(end))

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of one kind, in order of first mention."""
        return self._by_kind.get(kind, [])

    def name_of(self, key: str) -> str:
        """The name of an entity; empty for no id."""
        return self.by_id[key].name if key else ""

    def last_before(self, place: int, *kinds: str) -> Entity | None:
        """The last school, group or body of a kind that is named before ``place``, not too far."""
        number = bisect_left(self.starts, place)
        for mention in reversed(self.marked.mentions[max(0, number - _FAR) : number]):
            if mention.entity and (mention.kind in kinds or mention.more.get("kind") in kinds):
                return self.by_id[mention.entity]
        return None


def _most_named(entities: list[Entity], fits: Callable[[Entity], bool]) -> Entity | None:
    return max(filter(fits, entities), key=lambda entity: len(entity.mentions), default=None)


def read(raw: str) -> Article:
    """Steps 1 to 6: from the raw text to its entities and posts."""
    normal = join_broken_lines(normalise(raw))
    moments = find_moments(normal.text)
    mentions = find_mentions(normal.text, moments)
    marked = mark(normal.text, mentions)
    posts = find_posts(marked)
    entities = bring_together(mentions, posts)
    lines = Lines(marked)
    clusters = find_clusters(marked, lines)
    return Article(
        normal,
        moments,
        marked,
        posts,
        entities,
        lines,
        clusters,
        {entity.id: entity for entity in entities},
        [one.start for one in mentions],
    )
