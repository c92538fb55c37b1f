"""The entries of one seed file to nodes and relationships, as :mod:`graphmou.seed.format` lays them out."""

from __future__ import annotations

import re

from graphmou.facts import DocumentFacts
from graphmou.fields import Fields
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship
from graphmou.language import Text
from graphmou.model import LABELS, LONGEST_ID, RELATIONSHIP_TYPES, Label, Property, is_id
from graphmou.seed.format import DERIVED_PROPERTIES, LINKS, LONGEST_PHRASE, MENTORING, SECTIONS, Link
from graphmou.seed.references import (
    REFERRED_LABELS,
    Reference,
    Stated,
    add_stated,
    begin_with_signing,
    check_order,
    end_labels,
    start_labels,
)
from graphmou.thai import search_key
from graphmou.words import show_word

__all__ = ["DocumentReader"]

_FOLDER = re.compile(r"[/\\:]")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class DocumentReader:
    """Reads one file. References are checked at the end, when every node of the file is known.

    ``lines`` maps the id of each node and relationship the file states to its line.
    """

    def __init__(self, root: Fields) -> None:
        self._root = root
        self._graph = Graph()
        self.lines: dict[str, int] = {}
        self._stated: list[Stated] = []
        self._document = ""
        self._date = ""

    def read(self) -> DocumentFacts | None:
        """What the file says; None where not even its document is known. Problems go to the file's list."""
        root = self._root
        head = root.mapping("document")
        if head is None:
            if "document" not in root:
                root.report(
                    "document", Text("is missing", "ยังไม่ได้ระบุ"), Text("begin with `document:`", "ขึ้นต้นด้วย `document:`")
                )
        else:
            self._read_document(head)
        for label in SECTIONS:
            for entry in root.mappings(label.section):
                self._read_entry(label, entry)
        for entry in root.mappings(MENTORING.field):
            self._read_mentoring(entry)
        root.done()
        self.lines |= add_stated(self._graph, self._stated)
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
                head.report(
                    "date",
                    Text("is not a day", "ต้องเป็นวันที่ที่ระบุครบทั้งวัน เดือน ปี"),
                    Text(
                        "write the day the document was published, or that of its event",
                        "เขียนวันที่เผยแพร่เอกสาร หรือวันที่จัดกิจกรรม",
                    ),
                )
        sha256 = properties.get("sha256")
        if isinstance(sha256, str) and not _SHA256.fullmatch(sha256):
            head.report(
                "sha256",
                Text("is no SHA-256", "ไม่ใช่ค่า SHA-256"),
                Text(
                    "64 characters of 0-9 and a-f (`sha256sum FILE`)",
                    "ต้องเป็นอักขระ 0-9 และ a-f จำนวน 64 ตัว (`sha256sum FILE`)",
                ),
            )
        file = properties.get("file")
        if isinstance(file, str) and (_FOLDER.search(file) or file in (".", "..")):
            head.report(
                "file",
                Text(f"{file!r} is more than a file name", f"{file!r} ไม่ใช่ชื่อไฟล์เพียงอย่างเดียว"),
                Text("write the name without its folder", "เขียนชื่อไฟล์โดยไม่ต้องมีชื่อโฟลเดอร์"),
            )
        head.done()
        self._add_node(head, Node("Document", self._document, properties))

    def _read_entry(self, label: Label, entry: Fields) -> None:
        node_id = self._read_id(entry, label)
        own = [one for one in label.properties if one.name not in DERIVED_PROPERTIES and one.name != "parts"]
        properties = self._properties(entry, own)
        if label.name == "Agreement":
            begin_with_signing(properties, properties.get("signed_on"))
        if label.name in ("Agreement", "Event"):
            check_order(entry, properties, properties.get("signed_on"))
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
                reference = Reference("about", about, end_labels("ABOUT", start=label.name))
                self._stated.append(Stated(entry, Relationship("ABOUT", node_id, about, stated), [reference]))
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
                if link.outgoing:
                    relationship = Relationship(link.type, node.id, other, properties)
                    labels = end_labels(link.type, start=node.label)
                else:
                    relationship = Relationship(link.type, other, node.id, properties)
                    labels = start_labels(link.type, end=node.label)
                references = [Reference(link.other, other, labels), *_also(link, properties)]
                self._stated.append(Stated(fields, relationship, references))

    def _read_mentoring(self, entry: Fields) -> None:
        mentor = entry.text("mentor", required=True)
        partner = entry.text(MENTORING.other, required=True)
        properties = self._relationship_properties(entry, MENTORING)
        entry.done()
        if mentor and partner:
            if mentor == partner:
                entry.report(
                    "partner",
                    Text("is the mentor itself", "เป็นโรงเรียนพี่เลี้ยงเอง"),
                    Text("name the school that is mentored", "ระบุโรงเรียนที่ได้รับการพัฒนา"),
                )
            references = [
                Reference("mentor", mentor, start_labels(MENTORING.type, end="School")),
                Reference(MENTORING.other, partner, end_labels(MENTORING.type, start="School")),
                *_also(MENTORING, properties),
            ]
            relationship = Relationship(MENTORING.type, mentor, partner, properties)
            self._stated.append(Stated(entry, relationship, references))

    def _relationship_properties(self, fields: Fields, link: Link) -> Properties:
        properties = self._properties(fields, RELATIONSHIP_TYPES[link.type].properties)
        properties.setdefault("basis", "stated")
        if link.type == "HOLDS" and self._date:
            properties.setdefault("known_on", self._date)
            properties.setdefault("known_on_precision", "day")
        self._read_evidence(fields, properties)
        return properties

    def _properties(self, fields: Fields, declared: tuple[Property, ...] | list[Property]) -> Properties:
        properties: Properties = {}
        for prop in declared:
            if prop.kind == "text":
                value = fields.text(prop.name, required=prop.required, choices=prop.choices)
                if value is not None and prop.name == "name" and not search_key(value):
                    fields.report(
                        "name",
                        Text(f"{value!r} holds no letter or digit", f"{value!r} ไม่มีตัวอักษรหรือตัวเลข"),
                        Text("write the name", "เขียนชื่อ"),
                    )
                elif value is not None:
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
            entry.report(
                "parts",
                Text("belongs to an attendance only", "ใช้กับจำนวนผู้เข้าร่วม (attendance) เท่านั้น"),
                Text("delete it, or write `what: attendance`", "ลบออก หรือเขียน `what: attendance`"),
            )
        properties.update(parts=texts, part_counts=counts)
        if others != counts:
            properties["other_part_counts"] = others

    def _read_evidence(self, fields: Fields, properties: Properties) -> None:
        texts: list[str] = []
        for item in fields.mappings("evidence"):
            start = item.integer("start", required=True)
            end = item.integer("end", required=True)
            phrase = item.text("phrase", required=True, exact=True)
            item.done()
            if start is None or end is None or phrase is None:
                continue
            if len(phrase) > LONGEST_PHRASE:
                hint = Text(
                    "quote less, or two phrases: the documents are other people's texts",
                    "ยกข้อความให้สั้นลงหรือแบ่งเป็นสองข้อความ เพราะเอกสารเป็นงานของผู้อื่น",
                )
                item.report(
                    "phrase",
                    Text(
                        f"has {len(phrase)} characters, {LONGEST_PHRASE} are allowed",
                        f"ยาว {len(phrase)} ตัวอักษร แต่ให้ยกได้ไม่เกิน {LONGEST_PHRASE} ตัวอักษร",
                    ),
                    hint,
                )
            elif end - start != len(phrase):
                hint = Text(
                    f"it has {len(phrase)} characters (code points): write end: {start + len(phrase)}",
                    f"ข้อความยาว {len(phrase)} ตัวอักษร (code point) ให้เขียน end: {start + len(phrase)}",
                )
                item.report(
                    "end",
                    Text(
                        f"{end} does not fit start {start} and the phrase",
                        f"{end} ไม่สอดคล้องกับ start {start} และข้อความที่ยกมา",
                    ),
                    hint,
                )
            else:
                texts.append(str(Evidence(self._document, start, end, phrase)))
        if texts:
            properties["evidence"] = list(dict.fromkeys(texts))

    def _read_id(self, entry: Fields, label: Label) -> str | None:
        node_id = entry.text("id", required=True)
        if node_id is None:
            return None
        if not is_id(node_id):
            hint = Text(
                f"use small letters a-z, digits and single hyphens, {LONGEST_ID} characters at most: wat-phra-fang",
                f"ใช้ตัวพิมพ์เล็ก a-z ตัวเลข และขีดกลางทีละหนึ่งขีด ไม่เกิน {LONGEST_ID} ตัวอักษร เช่น wat-phra-fang",
            )
            entry.report("id", Text(f"{node_id!r} is no id", f"{node_id!r} ใช้เป็นรหัสไม่ได้"), hint)
            return None
        if node_id in self.lines:
            kind = self._graph.nodes[node_id].label
            message = Text(
                f"{node_id!r} is already the {kind} on line {self.lines[node_id]}",
                f"{node_id!r} เป็นรหัสของ{show_word(kind, 'th')}ในบรรทัดที่ {self.lines[node_id]} อยู่แล้ว",
            )
            entry.report(
                "id",
                message,
                Text(
                    f"give the {label.name} another id: ids are unique across kinds",
                    f"ใช้รหัสอื่นกับ{label.title.th}นี้ เพราะรหัสต้องไม่ซ้ำกัน แม้เป็นคนละชนิด",
                ),
            )
            return None
        return node_id

    def _add_node(self, entry: Fields, node: Node) -> None:
        if node.id:
            self.lines[node.id] = entry.line("id")
            self._graph.add(node)


def _also(link: Link, properties: Properties) -> list[Reference]:
    """The further nodes that a link names: the agreement of a mentoring, the party somebody signed for."""
    return [
        Reference(name, node_id, REFERRED_LABELS[name])
        for name in link.also
        if isinstance(node_id := properties.get(name), str)
    ]
