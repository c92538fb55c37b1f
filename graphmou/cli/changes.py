"""How a plan reads: as lines grouped by kind for people, as one table for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graphmou.cli.wording import NO_ID
from graphmou.commands.loading import LoadReport
from graphmou.graph import Node, Relationship, Value
from graphmou.language import Language, Text
from graphmou.model import BOOKKEEPING, LABELS, RELATIONSHIP_TYPES
from graphmou.plan import Changes, Modification
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table
from graphmou.terminal import visible
from graphmou.words import show_value, show_word

__all__ = ["NOTHING_CHANGES", "changes_table", "changes_text"]

_LISTED = 40
"""Items of one kind that are written out on a screen; ``--format`` writes them all."""
_LONGEST = 60
_OTHERS = 10
# The engine's identity of what has no id of ours, see graphmou.store: #10:17, #4:uuid:3.
_IDENTITY = re.compile(r"(?<!\S)#\S+")
NOTHING_CHANGES = Text("Nothing changes: the store holds all of this already.", "ไม่มีอะไรเปลี่ยนแปลง")
_Item = Node | Relationship


def changes_table(changes: Changes) -> Table:
    """The plan as rows: what happens (added, changed, retired, by hand), to what, and for a change which field."""
    columns = [
        Column("change", Text("change", "การเปลี่ยนแปลง")),
        Column("kind", Text("kind", "ชนิด")),
        Column("id", Text("id", "รหัส")),
        Column("name", Text("name", "ชื่อ")),
        Column("field", Text("field", "ช่อง")),
        Column("old", Text("old", "เดิม")),
        Column("new", Text("new", "ใหม่")),
    ]
    rows: list[list[Cell]] = []
    for change, items in _groups(changes):
        rows += [[change, _kind(item), _id(item), _name(item), None, None, None] for item in items]
    for item in (*changes.modified_nodes, *changes.modified_relationships):
        for field, (old, new) in item.fields.items():
            after = item.after
            rows.append(["changed", _kind(after), item.key, _name(after), field, _cell(old), _cell(new)])
    return Table(columns, rows, Text("changes", "การเปลี่ยนแปลง"))


def _groups(changes: Changes) -> Iterator[tuple[str, list[_Item]]]:
    yield "added", [*changes.added_nodes, *changes.added_relationships]
    yield "retired", [*changes.retired_nodes, *changes.retired_relationships.values()]
    yield "by hand", [*changes.by_hand_nodes, *changes.by_hand_relationships]


def changes_text(report: LoadReport, language: Language) -> str:
    """What was, or would be, done: short where nothing needs a look, line by line where it does."""
    return "".join(f"{visible(line)}\n" for line in _lines(report, language))


def _lines(report: LoadReport, language: Language) -> Iterator[str]:
    changes = report.changes
    thai = language == "th"
    if report.dry_run:
        yield "แผน (ยังไม่ได้เปลี่ยนแปลงอะไร)" if thai else "The plan (nothing was changed)"
    if not changes:
        yield NOTHING_CHANGES.in_(language)
    titles = {
        "added": Text("would be added" if report.dry_run else "added", "เพิ่ม"),
        "retired": Text("would be retired" if report.dry_run else "retired", "นำออก"),
        "by hand": Text("added by hand, kept", "เพิ่มด้วยมือ คงไว้"),
    }
    for change, items in _groups(changes):
        if items:
            yield f"{titles[change].in_(language)}: {_tally(items, language)}"
        if change != "added" or (report.dry_run and len(items) <= _LISTED):
            yield from _listed((f"  {_item(item, language)}" for item in items), len(items), language)
    modified = [*changes.modified_nodes, *changes.modified_relationships]
    if modified:
        title = "เปลี่ยน" if thai else "would be changed" if report.dry_run else "changed"
        yield f"{title}: {_tally([item.after for item in modified], language)}"
        yield from _listed((line for item in modified for line in _fields(item, language)), len(modified), language)
    if report.disagreements:
        yield "เอกสารไม่ตรงกัน (ใช้ค่าของเอกสารที่ใหม่กว่า)" if thai else "documents that disagree (the later one stands)"
        for one in report.disagreements:
            name = show_word(one.property, "th") if thai else one.property
            value, other = (show_value(one.property, value, language) for value in (one.value, one.other))
            yield f"  {_id(one.item)} {name}: {value} ≠ {other} ({one.document})"
    if not report.dry_run:
        yield ""
        yield from _held(report, language)
    if report.other_documents:
        yield _others(report.other_documents, language)


def _held(report: LoadReport, language: Language) -> Iterator[str]:
    """What the store holds now, the model's kinds in the model's order."""
    title = Text(f"{report.location} holds", f"{report.location} มี").in_(language)
    nodes = [_count(name, report.labels[name], language) for name in LABELS if report.labels.get(name)]
    relationships = [
        _count(name, report.types[name], language) for name in RELATIONSHIP_TYPES if report.types.get(name)
    ]
    yield f"{title}"
    yield f"  {', '.join(nodes) or '-'}"
    yield f"  {', '.join(relationships) or '-'}"


def _others(documents: list[str], language: Language) -> str:
    """The documents that a load of whole folders left as they are: their files may have been taken away."""
    listed = ", ".join(documents[:_OTHERS])
    if len(documents) > _OTHERS:
        listed += Text(", … and {count} more", ", … และอีก {count}").in_(language).format(count=len(documents) - _OTHERS)
    return Text(
        f"the store also holds documents that are not among these files: {listed} (graphmou unload ID takes one back)",
        f"ยังมีเอกสารอื่นที่ไม่อยู่ในไฟล์เหล่านี้: {listed} (นำออกทีละฉบับด้วย graphmou unload รหัส)",
    ).in_(language)


def _tally(items: Iterable[_Item], language: Language) -> str:
    counted = Counter(map(_kind, items))
    order = [*LABELS, *RELATIONSHIP_TYPES]
    kinds = sorted(counted, key=lambda kind: order.index(kind) if kind in order else len(order))
    return ", ".join(_count(kind, counted[kind], language) for kind in kinds)


def _count(kind: str, count: int, language: Language) -> str:
    """``5 Agreement``; in Thai the number follows its word."""
    return f"{show_word(kind, language)} {count}" if language == "th" else f"{count} {kind}"


def _listed(lines: Iterable[str], count: int, language: Language) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == _LISTED:
            more = "ดูทั้งหมดด้วย --format csv" if language == "th" else "--format csv shows all"
            yield f"  … ({count}: {more})"
            return
        yield line


def _fields(item: Modification, language: Language) -> Iterator[str]:
    own = {name: values for name, values in item.fields.items() if name not in BOOKKEEPING}
    head = f"  {_item(item.after, language)}"
    for name, (old, new) in own.items():
        title = show_word(name, "th") if language == "th" else name
        before, after = _shown(name, old, item.before, language), _shown(name, new, item.after, language)
        yield f"{head} {title}: {before} → {after}"
    if not own:
        names = ", ".join(BOOKKEEPING[name].in_(language) for name in item.fields if name in BOOKKEEPING)
        yield f"{head}: {names}"


def _shown(name: str, value: Value | None, item: _Item, language: Language) -> str:
    if isinstance(value, str):
        text = show_value(name, value, language, str(item.properties.get(f"{name}_precision", "day")))
    else:
        text = "-" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _kind(item: _Item) -> str:
    return item.label if isinstance(item, Node) else item.type


def _word(kind: str, language: Language) -> str:
    """A label by its Thai title in Thai; a relationship's type is the same word everywhere."""
    return LABELS[kind].title.th if language == "th" and kind in LABELS else kind


def _id(item: _Item) -> str | None:
    return None if _IDENTITY.fullmatch(item.id) else item.id


def _name(item: _Item) -> str | None:
    return item.name if isinstance(item, Node) and not _IDENTITY.fullmatch(item.name) else None


def _item(item: _Item, language: Language) -> str:
    """A node by kind, id and name; a relationship by its id, which begins with its type."""
    if not isinstance(item, Node):
        return _IDENTITY.sub(NO_ID.in_(language), item.id)
    name = _name(item)
    words = [_word(item.label, language), _id(item) or NO_ID.in_(language), "" if name == item.id else name]
    return " ".join(word for word in words if word)


def _cell(value: Value | None) -> Cell:
    return list(value) if isinstance(value, list) else value
