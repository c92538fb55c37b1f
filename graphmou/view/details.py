"""What is told about one node or relationship when a reader points at it, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from graphmou.dates import show_date
from graphmou.graph import Evidence, Node, Properties, Relationship
from graphmou.language import Language
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Property
from graphmou.view.scene import Detail
from graphmou.view.text import plain
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["node_details", "relationship_details", "status_on"]

_MOST_PHRASES = 6


def node_details(
    node: Node, name: str, documents: Mapping[str, str], language: Language, today: date
) -> tuple[Detail, ...]:
    """Kind, properties, documents and evidence of a node.

    Args:
        node: a node of the graph.
        name: its shown name.
        documents: title of each document by its id.
        language: of the texts.
        today: the day on which an agreement is in force or ended.
    """
    label = LABELS[node.label]
    lines = [Detail(WORDS["kind"].in_(language), label.title.in_(language))]
    # Its name stands above them already; a name that is longer or other than the shown one is told.
    told = [prop for prop in label.properties if plain(str(node.properties.get(prop.name, ""))) != name]
    lines += _properties(node.properties, told, language)
    if node.label == "Agreement":
        lines.append(Detail(WORDS["status"].in_(language), WORDS[status_on(node.properties, today)].in_(language)))
    return (*lines, *_sources(node.properties, documents, language))


def relationship_details(
    relationship: Relationship, names: Mapping[str, str], documents: Mapping[str, str], language: Language
) -> tuple[Detail, ...]:
    """Its ends, properties, documents and evidence. ``names`` has the shown name of each node by id."""
    declared = RELATIONSHIP_TYPES[relationship.type]
    ends = f"{names.get(relationship.start, relationship.start)} → {names.get(relationship.end, relationship.end)}"
    lines = [Detail(declared.title.in_(language), ends)]
    for line in _properties(relationship.properties, declared.properties, language):
        lines.append(Detail(line.heading, names.get(line.text, line.text)))
    return (*lines, *_sources(relationship.properties, documents, language))


def status_on(properties: Properties, day: date) -> str:
    """``in force``, ``no term stated``, ``ended`` or ``not yet`` on a day (DESIGN section 3, Time)."""
    starts = properties.get("starts") or properties.get("signed_on")
    ends = properties.get("ends")
    if isinstance(starts, str) and starts > day.isoformat():
        return "not yet"
    if not isinstance(ends, str) or not ends:
        return "no term stated"
    return "in force" if day.isoformat() <= ends else "ended"


def _properties(properties: Properties, declared: Iterable[Property], language: Language) -> Iterator[Detail]:
    for prop in declared:
        value = properties.get(prop.name)
        if value is None or value == []:
            continue
        heading = prop.title.in_(language)
        if prop.kind == "date":
            yield Detail(
                heading, _both_eras(str(value), str(properties.get(f"{prop.name}_precision", "day")), language)
            )
        elif isinstance(value, bool):
            yield Detail(heading, WORDS["yes" if value else "no"].in_(language))
        elif isinstance(value, list):
            yield Detail(heading, plain(", ".join(map(str, value))))
        else:
            yield Detail(heading, show_word(plain(str(value)), language) if prop.choices else plain(str(value)))


def _both_eras(day: str, precision: str, language: Language) -> str:
    thai_era, common_era = show_date(day, precision, "th"), show_date(day, precision, "en")
    if language == "th":
        return plain(f"{thai_era} ({common_era})")
    return plain(f"{common_era} (B.E. {thai_era})")


def _sources(properties: Properties, documents: Mapping[str, str], language: Language) -> Iterator[Detail]:
    named = _texts(properties.get("documents"))
    for document in named[:_MOST_PHRASES]:
        yield Detail(WORDS["document"].in_(language), documents.get(document, plain(document)))
    phrases = list(dict.fromkeys(_phrase(text) for text in _texts(properties.get("evidence"))))
    for phrase in phrases[:_MOST_PHRASES]:
        yield Detail(WORDS["evidence"].in_(language), f"“{phrase}”")
    if len(phrases) > _MOST_PHRASES:
        more = WORDS["more"].in_(language).format(count=len(phrases) - _MOST_PHRASES)
        yield Detail(WORDS["evidence"].in_(language), more)


def _phrase(text: str) -> str:
    try:
        return plain(Evidence.parse(text).phrase)
    except ValueError:  # changed by hand in the store: shown as it is
        return plain(text)


def _texts(value: object) -> Sequence[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
