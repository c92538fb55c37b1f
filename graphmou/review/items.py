"""What is decided in a review, one by one: the document, each entry of a draft, and each position of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphmou.language import Text
from graphmou.model import LABELS, label_of_section
from graphmou.seed.format import Link
from graphmou.seed.nesting import entries, link_ids, linked, names_whole, text_of
from graphmou.strict_yaml import YamlList, YamlMap, YamlScalar

__all__ = [
    "LINK_TITLES",
    "Item",
    "Phrase",
    "Warned",
    "candidates_of",
    "items_of",
    "parts_of",
    "phrases_of",
    "warnings_of",
]

_POSITION = "holds"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quoted phrase of the source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning of the draft: what a reviewer should look at, and where."""

    kind: str
    message: Text
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a mapping of the draft (``node``) in ``section``; of a position, the ``person`` it is of."""

    section: str
    node: YamlMap
    person: YamlMap | None = None
    link: Link | None = None

    @property
    def id(self) -> str:
        """Its id in the draft; empty for positions and mentoring."""
        return text_of(self.node, "id")

    @property
    def state(self) -> str:
        """What was decided: pending, accepted, rejected or merged."""
        return text_of(self.node, "review") or "accepted"

    @property
    def kind(self) -> Text:
        """What kind of thing it is."""
        if self.section == "document":
            return LABELS["Document"].title
        if self.link is not None:
            return Text("position", "ตำแหน่ง")
        label = label_of_section(self.section)
        return label.title if label else Text("mentoring", "การเป็นพี่เลี้ยง")

    def needs(self) -> list[str]:
        """The ids of what it names: to be decided before it."""
        if self.section == "document":
            return []
        if self.link is not None and self.person is not None:
            return [text_of(self.person, "id"), *link_ids(self.link, self.node)]
        own = [*names_whole(self.section, self.node).values(), text_of(self.node, "agreement")]
        nested = [
            node_id
            for link, item in linked(self.section, self.node)
            if link.field != _POSITION and text_of(item, "review") != "rejected"
            for node_id in link_ids(link, item)
        ]
        return [node_id for node_id in dict.fromkeys([*own, *nested]) if node_id]

    def nested(self) -> list[tuple[Link, YamlMap]]:
        """What nests in it and is decided with it (positions are decided by themselves)."""
        if self.section == "document" or self.link is not None:
            return []
        return [
            (link, item)
            for link, item in linked(self.section, self.node)
            if link.field != _POSITION and text_of(item, "review") != "rejected"
        ]


def items_of(root: YamlMap) -> Iterator[Item]:
    """The items of a draft in the order they are decided: what is named before what names it."""
    document = root.entries.get("document")
    if isinstance(document, YamlMap):
        yield Item("document", document)
    for section, _, entry in entries(root):
        yield Item(section, entry)
        for link, item in linked(section, entry):
            if link.field == _POSITION:
                yield Item(section, item, entry, link)


def parts_of(node: YamlMap) -> list[str]:
    """The parts of a declared number of people as one reads them: ``38 × 2 ครู``."""
    parts = node.entries.get("parts")
    texts = []
    for part in parts.items if isinstance(parts, YamlList) else ():
        if isinstance(part, YamlMap):
            times, each, who = (text_of(part, name) for name in ("times", "each", "what"))
            texts.append(f"{times} × {each} {who}" if times else f"{each} {who}")
    return texts


def phrases_of(node: YamlMap) -> list[Phrase]:
    """The phrases that an entry quotes, in the order of the text."""
    evidence = node.entries.get("evidence")
    found = (
        [_phrase(item) for item in evidence.items if isinstance(item, YamlMap)]
        if isinstance(evidence, YamlList)
        else []
    )
    return sorted((phrase for phrase in found if phrase is not None), key=lambda phrase: phrase.start)


def candidates_of(item: Item) -> list[YamlMap]:
    """The nodes of the graph an entry may be the same as."""
    listed = item.node.entries.get("candidates")
    return [one for one in listed.items if isinstance(one, YamlMap)] if isinstance(listed, YamlList) else []


def warnings_of(root: YamlMap) -> list[Warned]:
    """The warnings of a draft, in the order of the text."""
    listed = root.entries.get("warnings")
    found = []
    for item in listed.items if isinstance(listed, YamlList) else []:
        if isinstance(item, YamlMap) and (phrase := _phrase(item)) is not None:
            message = text_of(item, "message")
            found.append(Warned(text_of(item, "kind"), Text(message, text_of(item, "message_th") or message), phrase))
    return sorted(found, key=lambda warned: warned.phrase.start)


def _phrase(item: YamlMap) -> Phrase | None:
    start, end, text = (item.entries.get(name) for name in ("start", "end", "phrase"))
    if not (isinstance(start, YamlScalar) and isinstance(end, YamlScalar) and isinstance(text, YamlScalar)):
        return None
    if not (start.text.isdecimal() and end.text.isdecimal()):
        return None
    return Phrase(int(start.text), int(end.text), text.text)


LINK_TITLES = {
    "under": Text("under", "สังกัด"),
    "members": Text("member", "สมาชิก"),
    "attended": Text("attended", "ผู้เข้าร่วม"),
    "parties": Text("party", "คู่ความร่วมมือ"),
    "overseen_by": Text("overseen by", "กำกับดูแลโดย"),
    "signed_for": Text("signed for", "ลงนามแทน"),
    "witnesses": Text("witness", "พยาน"),
    "signed_at": Text("signed at", "ลงนามใน"),
    "made_under": Text("programme", "โครงการ"),
    "covers": Text("topic", "ประเด็น"),
}
"""What each kind of nested entry is called."""
