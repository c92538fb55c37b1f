"""Which node a person means: by id, else by a name, alias or other spelling, compared in normal form.

A name is never an identity (48 Thai schools share one, DESIGN section 2): where several nodes carry it they are
listed to choose from, and none is picked.
"""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphmou import thai
from graphmou.errors import EntityAmbiguous, EntityNotFound
from graphmou.language import Language, Text
from graphmou.model import LABELS
from graphmou.store.protocol import Answer, Limits, Store
from graphmou.words import show_word

__all__ = ["Entity", "find_entities", "resolve_entity", "suggest"]

_LISTED = 20
"""How many entities of one name are listed; a national network may hold more."""
_SUGGESTED = 5
_NEAR = 0.6
_SCHOOL = "โรงเรียน"
_LIMITS = Limits(rows=1_000_000)
_LOOK = Text('look with: graphmou query search -p text="..."', 'ค้นหาได้ด้วยคำสั่ง graphmou query search -p text="..."')

# In the statements below LABELS stands for the labels looked among: ours (graphmou.model), never a user's words.
_BY_ID = "MATCH (n:LABELS {id: $text}) RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, '' AS place"
_FOUND = """
WITH n, CASE WHEN n:School OR n:Group THEN COLLECT {
  MATCH (n)-[:UNDER]->(o:Office) RETURN o.name ORDER BY o.id
} ELSE [] END AS offices
RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, coalesce(offices[0], n.province, '') AS place
ORDER BY id
"""
_HONORIFICS = re.compile(r"^(?:(?:ว่าที่\s?(?:ร้อยตรี|ร\.ต\.)|นางสาว|น\.ส\.|นาง|นาย|ดร\.|ผศ\.|รศ\.|ท่าน)\s*)+")
_BY_NAME = "MATCH (n:LABELS) WHERE $key IN n.search_keys OR n.name = $text" + _FOUND
_BY_PART = "MATCH (n:LABELS) WHERE any(key IN n.search_keys WHERE key CONTAINS $key)" + _FOUND
_ALL_KEYS = (
    "MATCH (n:LABELS) RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, n.search_keys AS keys ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A node as a person chooses it. ``place`` is the office or province that tells it from its namesakes."""

    id: str
    label: str
    name: str
    place: str = ""

    def in_(self, language: Language) -> str:
        """The line to choose it by, in ``language``."""
        kind = show_word(self.label, "th") if language == "th" else self.label
        place = f", {self.place}" if self.place else ""
        return f"{self.id}  {self.name} ({kind}{place})"

    def __str__(self) -> str:
        return self.in_("en")


def resolve_entity(store: Store, text: str, labels: Sequence[str] = ()) -> Entity:
    """The one node that ``text`` names: its id, else a name, alias or spelling of it.

    Args:
        store: where to look.
        text: as a person writes it: Thai digits, abbreviations and blanks do not matter for names, nor what a
            person is addressed by.
        labels: the labels it may have; none for any.

    Raises:
        EntityNotFound: no node is called that; the hint suggests near ones.
        EntityAmbiguous: several nodes are; the hint lists them with their ids.
    """
    text = thai.fold(text)
    found = _exactly(store, text, labels) or _without_honorific(store, text, labels)
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(text, found)
    raise _not_found(store, text, labels)


def _without_honorific(store: Store, text: str, labels: Sequence[str]) -> list[Entity]:
    """The people called ``text`` without what stands before their names in every press release."""
    if labels and "Person" not in labels:
        return []
    name = _HONORIFICS.sub("", text)
    return [] if name == text else _exactly(store, name, ["Person"])


def find_entities(store: Store, text: str, labels: Sequence[str] = ()) -> list[Entity]:
    """All nodes that ``text`` may mean, by id: those called exactly that, else those with it in a name.

    Raises:
        EntityNotFound: there is none; the hint suggests near ones.
    """
    text = thai.fold(text)
    found = _exactly(store, text, labels) or _entities(_run(store, _BY_PART, text, labels))
    if not found:
        raise _not_found(store, text, labels)
    return found


def suggest(store: Store, text: str, labels: Sequence[str] = ()) -> list[Entity]:
    """The nodes whose names are nearest to ``text``, the nearest first; none where nothing is near."""
    key = thai.search_key(text)
    if not key:
        return []
    parts = _entities(_run(store, _BY_PART, text, labels))
    if parts:
        return sorted(parts, key=lambda entity: (len(entity.name), entity.id))[:_SUGGESTED]
    wanted = key.removeprefix(_SCHOOL) or key
    pairs = {wanted[place : place + 2] for place in range(len(wanted) - 1)} or {wanted}
    # Difflib is too slow for the names of a country: pairs of characters in common choose what it looks at.
    likely = heapq.nlargest(50, _shared(_run(store, _ALL_KEYS, text, labels), pairs), key=lambda one: one[:2])
    near: dict[str, tuple[float, Entity]] = {}
    for _, name, entity in likely:
        ratio = difflib.SequenceMatcher(None, wanted, name).ratio()
        if ratio >= _NEAR and ratio > near.get(entity.id, (0.0,))[0]:
            near[entity.id] = (ratio, entity)
    best = sorted(near.values(), key=lambda one: (-one[0], one[1].id))
    return [entity for _, entity in best[:_SUGGESTED]]


def _shared(answer: Answer, pairs: set[str]) -> Iterable[tuple[float, str, Entity]]:
    """Each name with the share of ``pairs`` it has in common, as (share, name, entity)."""
    for node_id, label, name, keys in answer.rows:
        for key in keys if isinstance(keys, list) else []:
            written = str(key).removeprefix(_SCHOOL) or str(key)
            common = sum(written[place : place + 2] in pairs for place in range(max(len(written) - 1, 1)))
            if common:
                share = 2 * common / (len(pairs) + len(written))
                yield share, written, Entity(str(node_id), str(label), str(name or node_id))


def _exactly(store: Store, text: str, labels: Sequence[str]) -> list[Entity]:
    by_id = _entities(_run(store, _BY_ID, text, labels, apart=True))
    return by_id or _entities(_run(store, _BY_NAME, text, labels))


def _run(store: Store, statement: str, text: str, labels: Sequence[str], *, apart: bool = False) -> Answer:
    """Run a statement over ``labels``; ``apart`` one label at a time, so that each one's index on ids serves."""
    among = list(labels) or list(LABELS)
    names = among if apart else ["|".join(among)]
    whole = "\nUNION ALL\n".join(statement.replace("LABELS", name) for name in names)
    # Neo4j refuses nothing that is given and not used, so each statement gets both.
    return store.run(whole, {"text": text, "key": thai.search_key(text)}, _LIMITS)


def _entities(answer: Answer) -> list[Entity]:
    return [
        Entity(str(node_id), str(label), str(name or node_id), str(place or ""))
        for node_id, label, name, place in answer.rows
    ]


def _ambiguous(text: str, found: list[Entity]) -> EntityAmbiguous:
    count, more = len(found), len(found) - _LISTED
    hint = _listed("give the id of the one you mean:", "ระบุรหัสของรายการที่ต้องการ:", found)
    if more > 0:
        hint = Text(f"{hint.en}\n    and {more} more", f"{hint.th}\n    และอีก {more} รายการ")
    return EntityAmbiguous(Text(f"{text!r} is the name of {count}.", f"{text!r} เป็นชื่อของ {count} รายการ"), hint=hint)


def _not_found(store: Store, text: str, labels: Sequence[str]) -> EntityNotFound:
    elsewhere = _exactly(store, text, ()) if labels else []
    wanted = Text(" or ".join(labels) or "entity", "หรือ".join(show_word(label, "th") for label in labels) or "รายการ")
    if elsewhere:
        said = Text(f"{text!r} is no {wanted.en}.", f"{text!r} ไม่ใช่{wanted.th}")
        return EntityNotFound(said, hint=_listed("it is the name of:", "ชื่อนี้เป็นของ:", elsewhere))
    near = suggest(store, text, labels)
    hint = _LOOK
    if near:
        hint = _listed("did you mean one of these:", "หมายถึงรายการใดต่อไปนี้หรือไม่:", near)
    said = Text(f"No {wanted.en} has the id, name or alias {text!r}.", f"ไม่พบ{wanted.th}ที่มีรหัสหรือชื่อว่า {text!r}")
    return EntityNotFound(said, hint=hint)


def _listed(en: str, th: str, entities: Sequence[Entity]) -> Text:
    """The words and, a line each, the first of ``entities``."""
    first = entities[:_LISTED]
    return Text(
        "\n    ".join([en, *(entity.in_("en") for entity in first)]),
        "\n    ".join([th, *(entity.in_("th") for entity in first)]),
    )
