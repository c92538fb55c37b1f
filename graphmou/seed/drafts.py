"""A draft (docs/review.md) as the seed reader takes it: what was rejected is left out, what was merged is one.

A draft is a seed file with ``review`` on the file and on its items. While any item is pending the file is refused;
afterwards its accepted items are read as those of any other seed file. Nothing of the review is stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graphmou.errors import Problem
from graphmou.fields import Fields
from graphmou.language import Text
from graphmou.places import as_typed
from graphmou.seed.format import CANDIDATE_FIELDS, DRAFT_FIELDS, FILE_STATES, ITEM_STATES, MENTORING, WARNING_FIELDS
from graphmou.seed.merging import merge_entries
from graphmou.seed.nesting import ENTRY_SECTIONS, entries, link_ids, linked, links_of, names_whole, text_of
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode

__all__ = ["LeftOut", "draft_problems", "left_out", "merged_ids", "settle_draft", "undecided"]

_ON = {place: frozenset(one.name for one in DRAFT_FIELDS if place in one.on) for place in ("file", "entry", "link")}
_SHARE = re.compile(r"0(\.\d{1,6})?|1(\.0{1,6})?")


def settle_draft(root: YamlMap, file: Path | str, problems: list[Problem]) -> YamlMap:
    """The tree without the fields of a draft and without what was rejected; problems with them go to ``problems``.

    A file that is no draft comes back as it is.
    """
    found: list[Problem] = []
    if not _read_fields(root, file, found):
        return root
    problems.extend(found)
    if found:  # a wrong decision is no decision: what it means for other items is not guessed
        return _plain_file(root, LeftOut(frozenset(), frozenset()))
    waiting = undecided(root)
    state = text_of(root, "review")
    if waiting or state in ("pending", "begun"):
        problems.append(_still_pending(root, file, waiting))
    problems.extend(_check_merged(root, file))
    gone = left_out(root)
    return merge_entries(_plain_file(root, gone), merged_ids(root))


def draft_problems(root: YamlMap, file: Path | str) -> list[Problem]:
    """What is wrong with the fields that only a draft has."""
    found: list[Problem] = []
    _read_fields(root, file, found)
    return found or _check_merged(root, file)


def undecided(root: YamlMap) -> list[YamlMap]:
    """The items nobody decided about yet: the document, entries and nested entries that are not left out anyway."""
    gone = left_out(root)
    document = root.entries.get("document")
    found = [document] if isinstance(document, YamlMap) else []
    for section, _, entry in entries(root):
        if entry in gone:
            continue
        found.append(entry)
        found.extend(item for _, item in linked(section, entry) if item not in gone)
    return [item for item in found if text_of(item, "review") == "pending"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not read: the ``id()`` of each mapping, and the ids of the entries among them."""

    nodes: frozenset[int]
    ids: frozenset[str]

    def __contains__(self, node: YamlNode) -> bool:
        return id(node) in self.nodes


def left_out(root: YamlMap) -> LeftOut:
    """The rejected items and all that cannot stand without them."""
    gone: set[int] = set()
    lost: set[str] = set()
    listed = [(section, entry) for section, _, entry in entries(root)]
    while True:
        before = len(gone)
        for section, entry in listed:
            names = list(names_whole(section, entry).values())
            if text_of(entry, "review") == "merged":
                names.append(text_of(entry, "merged_into"))
            if text_of(entry, "review") == "rejected" or any(name in lost for name in names):
                gone.add(id(entry))
                lost.add(text_of(entry, "id"))
        if len(gone) == before:
            break
    lost.discard("")
    for section, entry in listed:
        if id(entry) in gone:
            continue
        for link, item in linked(section, entry):
            if text_of(item, "review") == "rejected" or any(name in lost for name in link_ids(link, item)):
                gone.add(id(item))
    return LeftOut(frozenset(gone), frozenset(lost))


def merged_ids(root: YamlMap) -> dict[str, str]:
    """Each merged id with the one that stands for it."""
    into = {
        text_of(entry, "id"): text_of(entry, "merged_into")
        for _, _, entry in entries(root)
        if text_of(entry, "review") == "merged"
    }
    return {one: _end_of(one, into) for one in into}


def _end_of(one: str, into: dict[str, str]) -> str:
    seen = {one}
    while into.get(one) and into[one] not in seen:
        one = into[one]
        seen.add(one)
    return one


def _read_fields(root: YamlMap, file: Path | str, problems: list[Problem]) -> bool:
    """Check the fields that only drafts have; whether there are any."""
    places: list[tuple[YamlMap, str, str]] = [(root, "", "file")]
    document = root.entries.get("document")
    if isinstance(document, YamlMap):
        places.append((document, "document", "link"))
    for section, index, entry in entries(root):
        path = f"{section}[{index}]"
        places.append((entry, path, "entry"))
        places.extend((item, f"{path}.{link.field}", "link") for link, item in linked(section, entry))
    drafted = False
    for node, path, place in places:
        if _ON[place].isdisjoint(node.entries):
            continue
        drafted = True
        _read_draft_fields(Fields(node, file, path, problems), place)
    return drafted


def _read_draft_fields(fields: Fields, place: str) -> None:
    state = fields.text("review", choices=FILE_STATES if place == "file" else ITEM_STATES)
    if state == "merged" and place == "link":
        fields.report("review", Text("'merged' is for entries with an id", "'merged' ใช้กับรายการที่มีรหัสเท่านั้น"))
    if place == "file":
        fields.text("source")
        fields.text("extracted")
        for warning in fields.mappings("warnings"):
            _read_texts(warning, WARNING_FIELDS)
        return
    confidence = fields.node.entries.get("confidence")
    if confidence is not None and not _SHARE.fullmatch(text_of(fields.node, "confidence")):
        said = Text("is no number from 0 to 1", "ไม่ใช่ตัวเลขระหว่าง 0 ถึง 1")
        fields.report("confidence", said, Text("write 0.9, or delete the line", "เขียนเช่น 0.9 หรือลบบรรทัดนี้"))
    if place == "entry":
        merged_into = fields.text("merged_into")
        if (state == "merged") != (merged_into is not None):
            said = Text("`review: merged` and `merged_into` go together", "`review: merged` ต้องใช้คู่กับ `merged_into`")
            fields.report("review", said, Text("write both, or neither", "เขียนทั้งสองบรรทัด หรือไม่เขียนทั้งคู่"))
        for candidate in fields.mappings("candidates"):
            _read_texts(candidate, CANDIDATE_FIELDS)


def _read_texts(fields: Fields, names: tuple[str, ...]) -> None:
    for name in names:
        if name in ("start", "end"):
            fields.integer(name)
        else:
            fields.text(name, exact=True)
    fields.done()


def _still_pending(root: YamlMap, file: Path | str, waiting: list[YamlMap]) -> Problem:
    line = min((item.line for item in waiting), default=root.key_lines.get("review", root.line))
    count = len(waiting)
    if count:
        said = Text(
            f"is a draft with {count} item{'s' if count > 1 else ''} still to be reviewed",
            f"เป็นร่างที่ยังตรวจทานไม่ครบ เหลืออีก {count} รายการ",
        )
    else:
        said = Text("is a draft whose review was never finished", "เป็นร่างที่ยังไม่ได้จบการตรวจทาน")
    command = f"graphmou review {as_typed(file)}"
    advice = Text(f"review it: {command}", f"ตรวจทานด้วยคำสั่ง: {command}")
    return Problem(file, line, "review", said, advice)


def _check_merged(root: YamlMap, file: Path | str) -> list[Problem]:
    """Who is merged stands for one of the same list, and in the end for one that is not merged itself."""
    found: list[Problem] = []
    sections = {text_of(entry, "id"): section for section, _, entry in entries(root)}
    ends = merged_ids(root)
    for section, index, entry in entries(root):
        if text_of(entry, "review") != "merged":
            continue
        target = text_of(entry, "merged_into")
        field = f"{section}[{index}].merged_into"
        line = entry.key_lines.get("merged_into", entry.line)
        advice = Text(f"name the id of another entry of {section}", f"ระบุรหัสของรายการอื่นใน {section}")
        if sections.get(target) != section or target == text_of(entry, "id"):
            said = Text(f"{target!r} is no other entry of {section}", f"{target!r} ไม่ใช่รายการอื่นใน {section}")
            found.append(Problem(file, line, field, said, advice))
        elif ends[text_of(entry, "id")] in ends:
            said = Text("entries are merged into each other in a circle", "รายการถูกรวมกันเป็นวง")
            found.append(Problem(file, line, field, said, advice))
    return found


def _plain_file(root: YamlMap, gone: LeftOut) -> YamlMap:
    """The tree without the draft's own fields and without the mappings in ``gone``."""
    plain = _without(root, "file")
    document = plain.entries.get("document")
    if isinstance(document, YamlMap):
        plain.entries["document"] = _without(document, "link")
    for section in ENTRY_SECTIONS:
        node = plain.entries.get(section)
        if isinstance(node, YamlList):
            plain.entries[section] = YamlList(
                node.line, [_plain_entry(section, item, gone) for item in node.items if item not in gone]
            )
    return plain


def _plain_entry(section: str, entry: YamlNode, gone: LeftOut) -> YamlNode:
    if not isinstance(entry, YamlMap):
        return entry
    plain = _without(entry, "entry")
    for link in links_of(section):
        node = plain.entries.get(link.field)
        if isinstance(node, YamlList):
            kept = [_plain_link(item) for item in node.items if item not in gone]
            plain.entries[link.field] = YamlList(node.line, kept)
            if not kept:
                del plain.entries[link.field]
        elif node is not None and node in gone:
            del plain.entries[link.field]
        elif node is not None:
            plain.entries[link.field] = _plain_link(node)
    if section == MENTORING.field and text_of(plain, "agreement") in gone.ids:
        del plain.entries["agreement"]  # the mentoring is stated: it stands without the agreement
    return plain


def _plain_link(item: YamlNode) -> YamlNode:
    return _without(item, "link") if isinstance(item, YamlMap) else item


def _without(node: YamlMap, place: str) -> YamlMap:
    kept = {name: value for name, value in node.entries.items() if name not in _ON[place]}
    return YamlMap(node.line, kept, dict(node.key_lines))
