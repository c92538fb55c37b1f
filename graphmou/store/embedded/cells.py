"""The engine's values as cells of an answer and as values of a graph: the same shapes whichever store gave them.

The engine hands over a node or relationship as a map with ``@rid`` and ``@type``, a path as a text of such
identities, ``(#1:0)-[#9:0]->(#5:0)``, and a node with two labels as one of the type ``Person~School``.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from graphmou.graph import Value
from graphmou.store.embedded.columns import returned_columns
from graphmou.store.embedded.engine import Engine, Rows
from graphmou.store.protocol import Answer, Cell

__all__ = ["Cells", "first_rows", "graph_value", "labels_of"]

_PLAIN = (str, int, float, bool)
_PLAIN_LISTS: tuple[set[type], ...] = ({str}, {int}, set())
_RID = r"#-?\d+:\d+"
_PATH = re.compile(rf"\({_RID}\)(?:<?-\[{_RID}\]->?\({_RID}\))*")
_PLAN = "executionPlanAsString"


class Cells:
    """Makes cells of the values of one answer, looking up in ``engine`` what a value only names."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._relationship_types: set[str] | None = None

    def cell(self, value: object) -> Cell:
        """One value of an answer as a cell."""
        if isinstance(value, str) and value.startswith("(#") and _PATH.fullmatch(value):
            return self._path(value)
        if value is None or isinstance(value, _PLAIN):
            return value
        if isinstance(value, Mapping):
            if "@rid" in value and "@type" in value:
                return self._record(value)
            return {str(key): self.cell(one) for key, one in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.cell(one) for one in value]
        return _text_of(value)

    def _record(self, record: Mapping[str, object]) -> dict[str, Cell]:
        type_ = str(record["@type"])
        properties = {name: _stored(record[name]) for name in sorted(record) if name not in ("@rid", "@type")}
        if type_ in self._types_of_relationships():
            return {"type": type_, "properties": properties}
        return {"labels": [*labels_of(type_)], "properties": properties}

    def _path(self, text: str) -> Cell:
        """A path's nodes and relationships in turn; the text itself where a record of that identity is not there."""
        identities = re.findall(_RID, text)
        wanted = ", ".join(dict.fromkeys(identities))
        rows = self._engine.query("sql", f"SELECT *, @rid, @type FROM [{wanted}]").to_list()  # noqa: S608 - identities
        found = {str(row["@rid"]): self._record(row) for row in rows}
        return [found[identity] for identity in identities] if found.keys() >= set(identities) else text

    def _types_of_relationships(self) -> set[str]:
        if self._relationship_types is None:
            rows = self._engine.query("sql", "SELECT name FROM schema:types WHERE type = 'edge'").to_list()
            self._relationship_types = {row["name"] for row in rows}
        return self._relationship_types


def first_rows(engine: Engine, rows: Rows, statement: str, cap: int) -> Answer:
    """At most ``cap`` of the engine's rows; one more is asked for, to know whether there are more."""
    cells = Cells(engine)
    columns = returned_columns(statement) or []
    found: list[dict[str, object]] = []
    truncated = False
    for row in rows:
        if len(found) == cap:
            truncated = True
            rows.close()
            break
        found.append(row.to_dict())
    if found and found[0].keys() >= {_PLAN}:
        return Answer(["plan"], [[line] for line in str(found[0][_PLAN]).splitlines() if line.strip()])
    if not all(row.keys() <= set(columns) for row in found):
        columns = list(dict.fromkeys(name for row in found for name in row))
    return Answer(columns, [[cells.cell(row.get(name)) for name in columns] for row in found], truncated)


def graph_value(value: object) -> Value:
    """One property as a graph holds it; a type that only the engine has becomes text."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, list) and set(map(type, value)) in _PLAIN_LISTS:
        return value
    if isinstance(value, list | tuple | set):
        return [one if isinstance(one, str) else str(_text_of(one)) for one in value]
    return str(_text_of(value))


def labels_of(type_: str) -> list[str]:
    """The labels of a node of an engine's type, in order."""
    return sorted(type_.split("~"))


def _stored(value: object) -> Cell:
    """A property as a cell: it may look like a path, but is none."""
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_stored(one) for one in value]
    return _text_of(value)


def _text_of(value: object) -> Cell:
    """A value of a type that no cell has."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    return str(value)
