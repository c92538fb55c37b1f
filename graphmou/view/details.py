"""What is told about one node or relationship when a reader points at it, line by line, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from graphmou.dates import show_date
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship
from graphmou.language import Language, Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Property
from graphmou.view.names import full_name
from graphmou.view.scene import Detail, SceneEvidence
from graphmou.view.text import plain
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["Teller", "status_on"]

_LONGEST_PHRASE = 200
_MOST_POSITIONS = 20


class Teller:
    """Tells of the nodes and relationships of one graph."""

    def __init__(self, graph: Graph, documents: Sequence[Node], today: date) -> None:
        """Ready to tell.

        Args:
            graph: everything that is recorded.
            documents: those whose phrases are told, in the order of the scene's documents.
            today: the day on which an agreement is in force or ended.
        """
        self.graph = graph
        self.today = today
        self.names = {key: full_name(node) for key, node in graph.nodes.items()}
        self._places = {node.id: place for place, node in enumerate(documents)}
        self._positions: dict[str, list[Relationship]] = {}
        for rel in sorted(graph.typed("HOLDS"), key=_newest_first, reverse=True):
            self._positions.setdefault(rel.start, []).append(rel)
            self._positions.setdefault(rel.end, []).append(rel)

    def of_node(self, node: Node) -> tuple[Detail, ...]:
        """Kind, properties, status, positions, and the documents that no phrase is quoted from."""
        label = LABELS[node.label]
        lines = [Detail(WORDS["kind"], label.title)]
        # Its name stands above them already; a name that is longer or other than the shown one is told.
        name = self.names[node.id]
        shown = {name.en} if name.en == name.th else set()
        told = [prop for prop in label.properties if plain(str(node.properties.get(prop.name, ""))) not in shown]
        lines += _properties(node.properties, told)
        if node.label == "Agreement":
            lines.append(Detail(WORDS["status"], WORDS[status_on(node.properties, self.today)]))
        positions = self._positions.get(node.id, [])
        lines += (self._position(rel, node.id) for rel in positions[:_MOST_POSITIONS])
        if len(positions) > _MOST_POSITIONS:
            lines.append(Detail(WORDS["position"], _filled(WORDS["more"], count=len(positions) - _MOST_POSITIONS)))
        return (*lines, *self._silent_documents(node.properties))

    def of_relationship(self, rel: Relationship) -> tuple[Detail, ...]:
        """Its ends, properties, and the documents that no phrase is quoted from."""
        declared = RELATIONSHIP_TYPES[rel.type]
        start, end = self._name(rel.start), self._name(rel.end)
        lines = [Detail(declared.title, Text(plain(f"{start.en} → {end.en}"), plain(f"{start.th} → {end.th}")))]
        for line in _properties(rel.properties, declared.properties):
            lines.append(Detail(line.heading, self.names.get(line.text.en, line.text)))
        return (*lines, *self._silent_documents(rel.properties))

    def evidence(self, properties: Properties) -> tuple[SceneEvidence, ...]:
        """The phrases that say it, as far as they can be read and their document is known."""
        found: dict[SceneEvidence, None] = {}
        for evidence in _evidence(properties):
            if evidence.document in self._places:
                phrase = plain(evidence.phrase, _LONGEST_PHRASE)
                found[SceneEvidence(self._places[evidence.document], evidence.start, evidence.end, phrase)] = None
        return tuple(found)

    def _name(self, node_id: str) -> Text:
        return self.names.get(node_id) or Text(plain(node_id), plain(node_id))

    def _position(self, rel: Relationship, about: str) -> Detail:
        """A position, told of the person who holds it or of the organisation that it is in."""
        other = self._name(rel.end if rel.start == about else rel.start)

        def told(language: Language) -> str:
            title, status = (plain(str(rel.properties.get(name) or "")) for name in ("title", "status"))
            known_on = rel.properties.get("known_on")
            parts = [title, other.in_(language), show_word(status, language)]
            if isinstance(known_on, str):
                precision = str(rel.properties.get("known_on_precision", "day"))
                parts.append(_both_eras(known_on, precision).in_(language))
            return plain(" · ".join(filter(None, parts)))

        return Detail(WORDS["position"], Text(told("en"), told("th")))

    def _silent_documents(self, properties: Properties) -> Iterator[Detail]:
        quoted = {evidence.document for evidence in _evidence(properties)}
        for document in _texts(properties.get("documents")):
            if document not in quoted:
                yield Detail(WORDS["document"], self._name(document))


def status_on(properties: Properties, day: date) -> str:
    """``in force``, ``no term stated``, ``ended`` or ``not yet`` on a day (DESIGN section 3, Time)."""
    starts = properties.get("starts") or properties.get("signed_on")
    ends = properties.get("ends")
    if isinstance(starts, str) and starts > day.isoformat():
        return "not yet"
    if not isinstance(ends, str) or not ends:
        return "no term stated"
    return "in force" if day.isoformat() <= ends else "ended"


def _properties(properties: Properties, declared: Iterable[Property]) -> Iterator[Detail]:
    for prop in declared:
        value = properties.get(prop.name)
        if value is None or value == []:
            continue
        if prop.kind == "date":
            text = _both_eras(str(value), str(properties.get(f"{prop.name}_precision", "day")))
        elif isinstance(value, bool):
            text = WORDS["yes" if value else "no"]
        else:
            said = plain(", ".join(map(str, value)) if isinstance(value, list) else str(value))
            text = Text(show_word(said, "en"), show_word(said, "th")) if prop.choices else Text(said, said)
        yield Detail(prop.title, text)


def _both_eras(day: str, precision: str) -> Text:
    thai_era, common_era = show_date(day, precision, "th"), show_date(day, precision, "en")
    return Text(plain(f"{common_era} (B.E. {thai_era})"), plain(f"{thai_era} ({common_era})"))


def _filled(text: Text, **words: object) -> Text:
    return Text(text.en.format(**words), text.th.format(**words))


def _newest_first(rel: Relationship) -> tuple[str, str]:
    return str(rel.properties.get("known_on") or ""), rel.id


def _evidence(properties: Mapping[str, object]) -> Iterator[Evidence]:
    for text in _texts(properties.get("evidence")):
        try:
            yield Evidence.parse(text)
        except ValueError:  # changed by hand in the store
            continue


def _texts(value: object) -> Sequence[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
