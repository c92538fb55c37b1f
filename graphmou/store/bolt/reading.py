"""Read-only on a Neo4j server: the server's plan of a statement is judged before the statement runs.

A READ session refuses what writes data, schema or users, but not what reads a file or an address, stops
other people's transactions or clears caches (DESIGN section 5). So the server first explains the statement,
and only a plan made of operators known to read the graph may run. What is unknown is refused: a new
operator of a newer Neo4j is one entry here. A plan does not tell which functions are called, and plugins add
some that call addresses, so functions are judged by the statement's text.

Names of operators: https://neo4j.com/docs/cypher-manual/current/planning-and-tuning/operators/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from graphmou.errors import StatementError, WriteRefused
from graphmou.language import Text
from graphmou.store.guard import Token, tokens

__all__ = ["PROCEDURES", "check_functions", "check_plan", "check_query_type", "plan_text"]

Plan = dict[str, Any]

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
    }
)
"""The procedures a statement may call (in lower case): they show what is in the graph and nothing else."""

_NAMESPACES = frozenset(
    {
        *("date", "datetime", "duration", "localdatetime", "localtime", "time"),
        *("coll", "point", "string", "uuid", "vector"),
    }
)
"""Where Neo4j's own functions are; functions without a namespace are all its own."""

_HINT = Text(
    "`graphmou cypher --write` runs a statement that is meant to change the graph",
    "หากตั้งใจจะเปลี่ยนกราฟ ให้ใช้ `graphmou cypher --write`",
)

# Families, because there are some 120 of them: NodeByLabelScan, NodeUniqueIndexSeek, LetSemiApply, ...
_READING = re.compile(
    r"""
      \w*(Scan|Seek|SeekByRange|FromCountStore|IndexSearch|NodeLookup|TypeLookup)   # where rows begin
    | (Let|Anti|Semi|Select|Or|Conditional|RollUp)*Apply | (Optional|Argument|Input)
    | (Node|Value|Left|Right|Outer)*(Hash|Merge)Join | CartesianProduct | Triadic(Selection|Build|Filter)
    | (Optional|VarLength)?Expand | (Bidirectional)?Repeat | RepeatOptions | (Stateful)?ShortestPath
    | PathPropagatingBFS | ProjectEndpoints | AssertSame(Node|Relationship) | Anti
    | (Ordered)?(Distinct|Union|Aggregation) | EagerAggregation | Eager | PreserveOrder | NullifyMetadata
    | (Partial)?(Sort|Top) | Top1WithTies | (Exhaustive)?Limit | Skip | Filter | (Partitioned)?Unwind
    | Projection | CacheProperties | RemoteBatchProperties(WithFilter)? | ProduceResults | EmptyResult | Error
    """,
    re.VERBOSE,
)
_PROCEDURE = re.compile(r"[\w.`]+")
_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")


def check_functions(statement: str) -> None:
    """Let only Neo4j's own functions through, such as ``date.truncate``, not those of plugins.

    Raises:
        WriteRefused: a function of another namespace is called.
    """
    names = list(_functions(statement))
    # The server resolves escapes outside texts too. Inside a text they may read as its end: what stands before
    # is judged all the same.
    with suppress(StatementError):
        names.extend(_functions(_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), statement)))
    for name in names:
        if name.partition(".")[0].lower() not in _NAMESPACES:
            raise WriteRefused(
                Text(f"a read-only statement may not call {name}", f"คำสั่งแบบอ่านอย่างเดียวเรียกใช้ {name} ไม่ได้"), hint=_HINT
            )


def check_query_type(query_type: str | None) -> None:
    """Let only what reads through: the server says ``r``, ``rw``, ``w`` or ``s`` (schema and administration).

    Raises:
        WriteRefused: it is anything else.
    """
    if query_type != "r":
        what = Text("write", "เขียนข้อมูล")
        if query_type == "s":
            what = Text("change the schema, users or the server", "เปลี่ยนโครงสร้าง ผู้ใช้ หรือเซิร์ฟเวอร์")
        raise WriteRefused(
            Text(f"a read-only statement may not {what.en}", f"คำสั่งแบบอ่านอย่างเดียว{what.th}ไม่ได้"), hint=_HINT
        )


def check_plan(plan: Plan | None) -> None:
    """Let only a plan through that is made of operators and procedures known to read the graph.

    Raises:
        WriteRefused: an operator or procedure is not among them, or there is no plan to judge.
    """
    if plan is None:
        raise WriteRefused(
            Text(
                "the server shows no plan for this statement, so it may not run read-only",
                "เซิร์ฟเวอร์ไม่แสดงแผนของคำสั่งนี้ จึงให้ทำงานแบบอ่านอย่างเดียวไม่ได้",
            ),
            hint=_HINT,
        )
    for operator, _ in _operators(plan):
        name = _name(operator)
        if name == "ProcedureCall":
            _check_procedure(_details(operator))
        elif not _READING.fullmatch(name.partition("(")[0]):
            raise WriteRefused(
                Text(
                    f"a read-only statement may not use {name}: it is not known to only read the graph",
                    f"คำสั่งแบบอ่านอย่างเดียวใช้ {name} ไม่ได้ เพราะไม่แน่ชัดว่าอ่านกราฟเพียงอย่างเดียว",
                ),
                hint=_HINT,
            )


def plan_text(plan: Plan | None) -> str:
    """The plan, one operator a line, those that feed it indented below."""
    return "" if plan is None else "\n".join(_line(operator, depth) for operator, depth in _operators(plan))


def _line(operator: Plan, depth: int) -> str:
    rows = operator.get("args", {}).get("EstimatedRows")
    about = f"  (about {rows:,.0f} rows)" if isinstance(rows, int | float) else ""
    details = _details(operator)
    return f"{'  ' * depth}{_name(operator)}{f'  {details}' if details else ''}{about}"


def _operators(plan: Plan) -> Iterator[tuple[Plan, int]]:
    """Every operator of a plan with its depth, from the last one to run down to the first."""
    waiting = [(plan, 0)]
    while waiting:
        operator, depth = waiting.pop()
        yield operator, depth
        waiting.extend((feeding, depth + 1) for feeding in reversed(operator.get("children", [])))


def _name(operator: Plan) -> str:
    """The operator's name; the server appends ``@`` and the database."""
    return str(operator.get("operatorType", "")).partition("@")[0]


def _details(operator: Plan) -> str:
    return str(operator.get("args", {}).get("Details") or "")


def _check_procedure(details: str) -> None:
    called = _PROCEDURE.match(details)
    name = called[0].replace("`", "") if called else details
    if name.lower() not in PROCEDURES:
        raise WriteRefused(
            Text(f"a read-only statement may not call {name}", f"คำสั่งแบบอ่านอย่างเดียวเรียกใช้ {name} ไม่ได้"),
            hint=Text(f"it may call {', '.join(sorted(PROCEDURES))}", f"เรียกใช้ได้เฉพาะ {', '.join(sorted(PROCEDURES))}"),
        )


def _functions(statement: str) -> Iterator[str]:
    """Names with a dot that are called, as in ``date.truncate(``; not procedures, which the plan tells."""
    name = ""
    is_procedure = False
    before: Token | None = None
    for token in tokens(statement):
        if token.kind in ("word", "name"):
            if not name.endswith("."):
                name = ""
                is_procedure = before is not None and before.is_word("CALL")
            name += token.text.strip("`")
        elif token.text == "." and name:
            name += "."
        else:
            if token.text == "(" and "." in name and not is_procedure:
                yield name
            name = ""
        before = token
