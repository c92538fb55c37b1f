"""Does the evidence stand in the documents, and does it name what it is evidence for?

Three questions to every source document (DESIGN sections 2 and 3): is it the file that was read (sha256); is
``text[start:end] == phrase`` for every phrase; and do the phrases of each fact together name the fact. A fact
that no phrase supports is no error here: the check ``without-evidence`` lists those.

What "name" means: after normalisation (:func:`graphmou.thai.search_key`) a phrase holds the name, an alias or a
variant of the node; a long name may be covered by several phrases; an unnamed group is named by its lead and a
group word; a relationship's phrases name both of its ends.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphmou import thai
from graphmou.decoding import Undecodable, decode
from graphmou.errors import Problem
from graphmou.facts import DocumentFacts
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship
from graphmou.language import Text
from graphmou.words import show_word

__all__ = ["Verified", "verify_facts"]

_GROUP_WORDS = tuple(map(thai.search_key, ("เครือข่าย", "กลุ่ม", "แกนนำ", "ร่วมพัฒนา", "แม่ข่าย", "ลูกข่าย")))
_AGREEMENT_WORDS = tuple(map(thai.search_key, ("MOU", "ข้อตกลง", "บันทึกความร่วมมือ", "ลงนาม", "ฉบับ")))
_WITNESS_WORDS = (thai.search_key("พยาน"),)
_SHORTEST_PIECE = 4
"""A shorter piece of a long name says nothing: it would be found in any phrase."""
_NAME_IT = Text(
    "quote a phrase that names it, or add the spelling found as an alias or variant",
    "ยกข้อความที่ระบุชื่อนั้น หรือเพิ่มตัวสะกดที่พบเป็นชื่ออื่น (aliases) หรือรูปสะกดอื่น (variants)",
)


@dataclass(slots=True)
class Verified:
    """What was looked at, and everything wrong with it."""

    documents: int
    phrases: int
    facts: int
    problems: list[Problem]


def verify_facts(said: Iterable[DocumentFacts], folder: Path) -> Verified:
    """Compare each document's facts with its source file in ``folder``."""
    result = Verified(0, 0, 0, [])
    for facts in said:
        head = facts.graph.nodes[facts.document]
        document = folder / str(head.properties.get("file", ""))
        notes = _Notes(facts, document, result.problems)
        text = _source_text(head, document, notes)
        if text is None:
            continue
        result.documents += 1
        items: list[Node | Relationship] = [*facts.graph.nodes.values(), *facts.graph.relationships.values()]
        for item in items:
            evidence = _evidence(item.properties)
            result.phrases += len(evidence)
            result.facts += bool(evidence)
            standing = [one for one in evidence if _stands(one, text, item, notes)]
            if evidence and len(standing) == len(evidence):
                for what in _unnamed(item, facts.graph, [one.phrase for one in evidence]):
                    notes.add(item, Text(f"no phrase names {what.en}", f"ไม่มีข้อความหลักฐานใดระบุ{what.th}"), _NAME_IT)
    return result


class _Notes:
    """Takes down what is wrong: at the line of the seed file that states the fact, with the document's name."""

    def __init__(self, facts: DocumentFacts, document: Path, problems: list[Problem]) -> None:
        self._facts = facts
        self._document = document
        self._problems = problems

    def add(self, item: Node | Relationship, said: Text, advice: Text, line: int | None = None) -> None:
        """A problem with the evidence of ``item``; ``line`` is a line of the document."""
        title = f"{item.label} {item.id}" if isinstance(item, Node) else f"{item.start} {item.type} {item.end}"
        seed = self._facts.file
        if seed is None:
            self._problems.append(Problem(self._document, line, title, said, advice))
            return
        place = f"{self._document}" if line is None else f"{self._document}:{line}"
        both = Text(f"{place}: {said.en}", f"{place}: {said.th}")
        self._problems.append(Problem(seed, self._facts.lines.get(item.id), title, both, advice))


def _source_text(head: Node, document: Path, notes: _Notes) -> str | None:
    try:
        raw = document.read_bytes()
    except OSError:
        hint = Text(
            f"put {document.name} into {document.parent}, or name its folder with --documents",
            f"วางไฟล์ {document.name} ไว้ในโฟลเดอร์ {document.parent} หรือระบุโฟลเดอร์ที่เก็บด้วย --documents",
        )
        notes.add(head, Text("the document cannot be read", "อ่านเอกสารไม่ได้"), hint)
        return None
    found = hashlib.sha256(raw).hexdigest()
    if found != head.properties.get("sha256"):
        hint = Text(
            "this is another version of the document: its offsets and facts have to be read anew",
            "เอกสารนี้เป็นคนละฉบับกับที่อ่านไว้ ต้องอ่านตำแหน่งข้อความและข้อเท็จจริงใหม่",
        )
        said = Text(f"has the sha256 {found}, not the recorded one", f"มีค่า sha256 {found} ไม่ตรงกับที่บันทึกไว้")
        notes.add(head, said, hint)
        return None
    try:
        return decode(raw)[0]
    except Undecodable as error:
        said = Text(
            f"is text neither in UTF-8 nor in Windows-874 ({error})",
            f"ไม่ใช่ข้อความรหัส UTF-8 หรือ Windows-874 (ไบต์ 0x{error.byte:02X} ตำแหน่งที่ {error.place})",
        )
        advice = Text(
            "save it as UTF-8 and read its sha256 and offsets anew",
            "บันทึกไฟล์เป็น UTF-8 แล้วอ่านค่า sha256 และตำแหน่งของหลักฐานใหม่",
        )
        notes.add(head, said, advice)
        return None


def _evidence(properties: Properties) -> list[Evidence]:
    stored = properties.get("evidence", [])
    return [Evidence.parse(str(text)) for text in stored] if isinstance(stored, list) else []


def _stands(evidence: Evidence, text: str, item: Node | Relationship, notes: _Notes) -> bool:
    if text[evidence.start : evidence.end] == evidence.phrase:
        return True
    places = [match.start() for match in re.finditer(re.escape(evidence.phrase), text)]
    place = min(places, key=lambda start: abs(start - evidence.start), default=None)
    hint = Text("the document does not hold it", "ไม่มีข้อความนี้ในเอกสาร")
    if place is not None:
        hint = Text(
            f"it stands at {place}-{place + len(evidence.phrase)}",
            f"ข้อความนี้อยู่ที่ตำแหน่ง {place}-{place + len(evidence.phrase)}",
        )
    message = Text(
        f"{evidence.start}-{evidence.end} is not {evidence.phrase!r}",
        f"ตำแหน่ง {evidence.start}-{evidence.end} ไม่ใช่ {evidence.phrase!r}",
    )
    notes.add(item, message, hint, text.count("\n", 0, evidence.start) + 1)
    return False


def _unnamed(item: Node | Relationship, graph: Graph, quoted: list[str]) -> list[Text]:
    """What of a fact its phrases do not name: nothing, its own name, its number, or one of its ends."""
    phrases = [thai.search_key(phrase) for phrase in quoted]
    nodes = [item] if isinstance(item, Node) else [graph.nodes[item.start], graph.nodes[item.end]]
    missing = []
    for node in nodes:
        if node.label == "Declaration":
            count = node.properties.get("count")
            if not any(re.search(rf"(?<!\d){count}(?!\d)", thai.arabic_digits(phrase)) for phrase in quoted):
                missing.append(Text(f"the number {count}", f"จำนวน {count}"))
        elif not (_names(node, graph, phrases) if isinstance(item, Node) else _names_end(node, graph, phrases)):
            missing.append(Text(f"{node.label} {node.name}", f"{show_word(node.label, 'th')} {node.name}"))
    if isinstance(item, Relationship) and item.type == "WITNESSED" and not _any_holds(phrases, _WITNESS_WORDS):
        missing.append(Text("the witness as one (พยาน)", "ว่าเป็นพยาน"))
    return missing


def _names_end(end: Node, graph: Graph, phrases: list[str]) -> bool:
    if end.label == "Event":
        return _shares_piece(end, phrases) or _any_holds(phrases, _AGREEMENT_WORDS)
    return _names(end, graph, phrases)


def _names(node: Node, graph: Graph, phrases: list[str]) -> bool:
    keys = _keys(node)
    if any(_holds(phrases, key) for key in keys):
        return True
    if node.label == "Agreement":
        return _any_holds(phrases, _AGREEMENT_WORDS)
    if node.label == "Group" and node.properties.get("named") is False:
        leads = [
            graph.nodes[rel.start]
            for rel in graph.typed("MEMBER_OF")
            if rel.end == node.id and rel.properties.get("role") == "lead"
        ]
        named = any(_holds(phrases, key) for lead in leads for key in _keys(lead))
        return named and _any_holds(phrases, _GROUP_WORDS)
    return any(_covers(phrases, key) for key in keys)


def _keys(node: Node) -> list[str]:
    """The normal forms of the names this document may use: no outside alias, no English."""
    names = [node.properties.get("name")]
    for several in ("aliases", "variants"):
        values = node.properties.get(several)
        names.extend(values if isinstance(values, list) else [])
    return [key for name in names if isinstance(name, str) and (key := thai.search_key(name))]


def _holds(phrases: list[str], key: str) -> bool:
    return any(key in phrase for phrase in phrases)


def _any_holds(phrases: list[str], words: Iterable[str]) -> bool:
    return any(_holds(phrases, word) for word in words)


def _covers(phrases: list[str], key: str) -> bool:
    """Whether the phrases cover a long name: cut at their edges, every piece of it stands in one of them."""
    position = 0
    while position < len(key):
        longest = max((_common_length(phrase, key, position) for phrase in phrases), default=0)
        if longest < min(_SHORTEST_PIECE, len(key) - position):
            return False
        position += longest
    return True


def _common_length(phrase: str, key: str, position: int) -> int:
    """How much of ``key`` from ``position`` on stands in ``phrase``."""
    length = 0
    while position + length < len(key) and key[position : position + length + 1] in phrase:
        length += 1
    return length


def _shares_piece(node: Node, phrases: list[str]) -> bool:
    """Whether a phrase holds the beginning of one of the node's names, two pieces long."""
    return any(_common_length(phrase, key, 0) >= 2 * _SHORTEST_PIECE for key in _keys(node) for phrase in phrases)
