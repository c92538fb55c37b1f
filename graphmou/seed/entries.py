"""The entries of one seed file to nodes and relationships, as :mod:`graphmou.seed.format` lays them out."""

from __future__ import annotations

import re

from graphmou.facts import DocumentFacts
from graphmou.fields import Fields
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship, Value
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Label, Property
from graphmou.seed.format import DERIVED_PROPERTIES, LINKS, LONGEST_PHRASE, MENTORING, SECTIONS, Link

__all__ = ["DocumentReader"]

_ID = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")
_LONGEST_ID = 120
_SHA256 = re.compile(r"[0-9a-f]{64}")


class DocumentReader:
    """Reads one file. References are checked at the end, when every node of the file is known."""

    def __init__(self, root: Fields) -> None:
        self._root = root
        self._graph = Graph()
        self._lines: dict[str, int] = {}
        self._references: list[tuple[Fields, str, str]] = []
        self._relationships: list[tuple[Fields, str, Relationship]] = []
        self._document = ""
        self._date = ""

    def read(self) -> DocumentFacts | None:
        """What the file says; None where not even its document is known. Problems go to the file's list."""
        root = self._root
        head = root.mapping("document")
        if head is None:
            if "document" not in root:
                root.report("document", "is missing", "begin with `document:`")
        else:
            self._read_document(head)
        for label in SECTIONS:
            for entry in root.mappings(label.section):
                self._read_entry(label, entry)
        for entry in root.mappings(MENTORING.field):
            self._read_mentoring(entry)
        root.done()
        self._check_references()
        for node in list(self._graph.nodes.values()):
            if node.label != "Document" and self._document:
                self._graph.add(Relationship("MENTIONED_IN", node.id, self._document))
        return DocumentFacts(self._document, self._date, self._graph) if self._document and self._date else None

    def _read_document(self, head: Fields) -> None:
        label = LABELS["Document"]
        self._document = self._read_id(head, label) or ""
        properties = self._properties(head, label.properties)
        date = properties.get("date")
        if isinstance(date, str):
            self._date = date
            if properties.pop("date_precision") != "day":
                head.report("date", "is not a day", "write the day the document was published, or that of its event")
        sha256 = properties.get("sha256")
        if isinstance(sha256, str) and not _SHA256.fullmatch(sha256):
            head.report("sha256", "is no SHA-256", "64 characters of 0-9 and a-f (`sha256sum FILE`)")
        head.done()
        self._add_node(head, Node("Document", self._document, properties))

    def _read_entry(self, label: Label, entry: Fields) -> None:
        node_id = self._read_id(entry, label)
        own = [one for one in label.properties if one.name not in DERIVED_PROPERTIES and one.name != "parts"]
        properties = self._properties(entry, own)
        if label.name == "Agreement":
            _begin_with_signing(properties, properties.get("signed_on"))
        if label.name in ("Agreement", "Event"):
            _check_order(entry, properties)
        if label.name == "Declaration":
            self._read_parts(entry, properties)
        self._read_evidence(entry, properties)
        node = Node(label.name, node_id or "", properties)
        if label.name == "Declaration":
            about = entry.text("about", required=True)
            if about and node_id:
                evidence = properties.get("evidence")
                stated: Properties = {"basis": "stated"}
                if evidence is not None:
                    stated["evidence"] = evidence
                self._relate(entry, "about", Relationship("ABOUT", node_id, about, stated))
        for link in LINKS.get(label.name, ()):
            self._read_link(entry, node, link)
        entry.done()
        if node_id:
            self._add_node(entry, node)

    def _read_link(self, entry: Fields, node: Node, link: Link) -> None:
        if link.many:
            linked = list(entry.mappings(link.field))
        else:
            one = entry.mapping(link.field)
            linked = [] if one is None else [one]
        for fields in linked:
            other = fields.text(link.other, required=True)
            properties = self._relationship_properties(fields, link)
            fields.done()
            if other and node.id:
                start, end = (node.id, other) if link.outgoing else (other, node.id)
                self._relate(fields, link.other, Relationship(link.type, start, end, properties))

    def _read_mentoring(self, entry: Fields) -> None:
        mentor = entry.text("mentor", required=True)
        partner = entry.text(MENTORING.other, required=True)
        properties = self._relationship_properties(entry, MENTORING)
        _check_order(entry, properties)
        entry.done()
        if mentor and partner:
            if mentor == partner:
                entry.report("partner", "is the mentor itself")
            self._references.append((entry, "mentor", mentor))
            self._relate(entry, MENTORING.other, Relationship(MENTORING.type, mentor, partner, properties))

    def _relationship_properties(self, fields: Fields, link: Link) -> Properties:
        properties = self._properties(fields, RELATIONSHIP_TYPES[link.type].properties)
        properties.setdefault("basis", "stated")
        if link.type == "HOLDS" and self._date:
            properties.setdefault("known_on", self._date)
            properties.setdefault("known_on_precision", "day")
        for name in link.also:
            if isinstance(reference := properties.get(name), str):
                self._references.append((fields, name, reference))
        self._read_evidence(fields, properties)
        return properties

    def _relate(self, fields: Fields, other_field: str, relationship: Relationship) -> None:
        self._relationships.append((fields, other_field, relationship))

    def _properties(self, fields: Fields, declared: tuple[Property, ...] | list[Property]) -> Properties:
        properties: Properties = {}
        for prop in declared:
            if prop.kind == "text":
                value = fields.text(prop.name, required=prop.required, choices=prop.choices)
                if value is not None:
                    properties[prop.name] = value
            elif prop.kind == "texts":
                if texts := fields.texts(prop.name):
                    properties[prop.name] = texts
            elif prop.kind == "integer":
                number = fields.integer(prop.name, required=prop.required)
                if number is not None:
                    properties[prop.name] = number
            elif prop.kind == "boolean":
                truth = fields.boolean(prop.name)
                if truth is not None:
                    properties[prop.name] = truth
            elif prop.kind == "date":
                date = fields.date(prop.name, required=prop.required)
                if date is not None:
                    properties[prop.name] = date.last_day() if prop.name == "ends" else date.first_day()
                    properties[f"{prop.name}_precision"] = date.precision
        return properties

    def _read_parts(self, entry: Fields, properties: Properties) -> None:
        """The parts of an attendance: their people under the plain reading, and under the other one if there is one."""
        texts: list[str] = []
        counts: list[int] = []
        others: list[int] = []
        for part in entry.mappings("parts"):
            what = part.text("what", required=True)
            times = part.integer("times")
            each = part.integer("each", required=True)
            or_each = part.integer("or_each")
            part.done()
            if what is None or each is None:
                continue
            people = each if times is None else times * each
            texts.append(f"{people} {what}" if times is None else f"{times} × {each} = {people} {what}")
            counts.append(people)
            others.append(people if or_each is None else (times or 1) * or_each)
        if not texts:
            return
        if properties.get("what") != "attendance":
            entry.report("parts", "belongs to an attendance only", "delete it, or write `what: attendance`")
        properties.update(parts=texts, part_counts=counts)
        if others != counts:
            properties["other_part_counts"] = others

    def _read_evidence(self, fields: Fields, properties: Properties) -> None:
        texts: list[str] = []
        for item in fields.mappings("evidence"):
            start = item.integer("start", required=True)
            end = item.integer("end", required=True)
            phrase = item.text("phrase", required=True)
            item.done()
            if start is None or end is None or phrase is None:
                continue
            if len(phrase) > LONGEST_PHRASE:
                hint = "quote less, or two phrases: the documents are other people's texts"
                item.report("phrase", f"has {len(phrase)} characters, {LONGEST_PHRASE} are allowed", hint)
            elif end - start != len(phrase):
                hint = f"it has {len(phrase)} characters (code points): write end: {start + len(phrase)}"
                item.report("end", f"{end} does not fit start {start} and the phrase", hint)
            else:
                texts.append(str(Evidence(self._document, start, end, phrase)))
        if texts:
            properties["evidence"] = list(dict.fromkeys(texts))

    def _read_id(self, entry: Fields, label: Label) -> str | None:
        node_id = entry.text("id", required=True)
        if node_id is None:
            return None
        if not _ID.fullmatch(node_id) or len(node_id) > _LONGEST_ID:
            hint = f"use letters a-z, digits and single hyphens, {_LONGEST_ID} characters at most: wat-phra-fang"
            entry.report("id", f"{node_id!r} is no id", hint)
            return None
        if node_id in self._lines:
            kind = self._graph.nodes[node_id].label
            message = f"{node_id!r} is already the {kind} on line {self._lines[node_id]}"
            entry.report("id", message, f"give the {label.name} another id: ids are unique across kinds")
            return None
        return node_id

    def _add_node(self, entry: Fields, node: Node) -> None:
        if node.id:
            self._lines[node.id] = entry.line("id")
            self._graph.add(node)

    def _check_references(self) -> None:
        for fields, name, node_id in self._references:
            self._known(fields, name, node_id)
        seen: dict[str, int] = {}
        for fields, other_field, relationship in self._relationships:
            ends = [self._graph.nodes.get(relationship.start), self._graph.nodes.get(relationship.end)]
            reference = fields.node.entries.get(other_field)
            named = getattr(reference, "text", relationship.end)
            if not self._known(fields, other_field, named) or ends[0] is None or ends[1] is None:
                continue
            declared = RELATIONSHIP_TYPES[relationship.type]
            if not declared.allows(ends[0].label, ends[1].label):
                wrong = ends[0] if named == relationship.start else ends[1]
                allowed = sorted({pair[0] if wrong is ends[0] else pair[1] for pair in declared.ends})
                fields.report(
                    other_field,
                    f"{named!r} has the label {wrong.label}",
                    f"name one with the label {' or '.join(allowed)}",
                )
                continue
            if relationship.id in seen:
                message = f"says the same as line {seen[relationship.id]} ({relationship.type} {named})"
                fields.report(other_field, message, "delete one of the two, and join their evidence")
                continue
            seen[relationship.id] = fields.line()
            agreement = self._graph.nodes.get(str(relationship.properties.get("agreement")))
            if agreement is not None:
                _begin_with_signing(relationship.properties, agreement.properties.get("signed_on"))
            self._graph.add(relationship)

    def _known(self, fields: Fields, name: str, node_id: str) -> bool:
        if node_id in self._graph.nodes:
            return True
        hint = fields.nearest(node_id, list(self._graph.nodes)) or "declare it in this file: each file stands alone"
        fields.report(name, f"{node_id!r} is nothing that this file declares", hint)
        return False


def _begin_with_signing(properties: Properties, signed_on: Value | None) -> None:
    """A term stated as a year or month never starts before the signing (DESIGN section 3, Time)."""
    starts = properties.get("starts")
    if properties.get("starts_precision") == "day" or not isinstance(starts, str) or not isinstance(signed_on, str):
        return
    if starts < signed_on:
        width = 4 if properties["starts_precision"] == "year" else 7
        if starts[:width] != signed_on[:width]:
            properties["starts_precision"] = "day"
        properties["starts"] = signed_on


def _check_order(fields: Fields, properties: Properties) -> None:
    starts, ends = properties.get("starts"), properties.get("ends")
    if isinstance(starts, str) and isinstance(ends, str) and ends < starts:
        fields.report("ends", f"{ends} is before the start, {starts}")
