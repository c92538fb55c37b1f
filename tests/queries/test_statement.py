"""Parameters and columns of a statement, read from its text alone."""

from __future__ import annotations

import pytest

from graphmou.errors import StatementError
from graphmou.queries.statement import scan


def columns(text: str) -> list[list[str | None]]:
    return [[column.name for column in returned] for returned in scan(text).returns]


def test_parameters_are_found_with_the_line_of_their_first_use() -> None:
    found = scan("MATCH (n {id: $id})\nWHERE n.x = $x OR n.y = $id\nRETURN n.id AS id")
    assert found.parameters == {"id": 1, "x": 2}


@pytest.mark.parametrize("text", ["'$no'", '"$no"', "`$no`", "// $no\n", "/* $no */", r"'it\'s $no'"])
def test_a_parameter_in_a_text_name_or_comment_is_none(text: str) -> None:
    assert "no" not in scan(f"MATCH (n) WHERE n.x = {text} 1 RETURN 1 AS x").parameters


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RETURN n.id AS id, count(*) AS n", ["id", "n"]),
        ("RETURN DISTINCT n.id AS id", ["id"]),
        ("RETURN id, x", ["id", "x"]),
        ("RETURN [x IN xs WHERE x.a | x.b] AS list, {a: 1, b: 2} AS map ORDER BY list", ["list", "map"]),
        ("RETURN CASE WHEN a THEN b ELSE c END AS x SKIP 1 LIMIT 2", ["x"]),
        ("RETURN n.order AS first, n.limit AS last", ["first", "last"]),
        ("RETURN n.id", [None]),
        ("RETURN *", [None]),
        ("RETURN count(*) + 1", [None]),
        ("RETURN", [None]),
        ("RETURN 1 AS a,", ["a", None]),
        ("RETURN 1 AS a;", ["a"]),
    ],
)
def test_the_columns_of_a_return(text: str, names: list[str | None]) -> None:
    assert columns(f"MATCH (n) {text}") == [names]


def test_a_return_inside_a_subquery_is_no_outer_one() -> None:
    text = "CALL (n) { MATCH (n)--(m) RETURN m } WITH m WHERE EXISTS { MATCH (m) RETURN 1 } RETURN m.id AS id"
    assert columns(text) == [["id"]]


def test_every_branch_of_a_union_has_its_columns() -> None:
    assert columns("MATCH (a) RETURN a.id AS id UNION ALL MATCH (b) RETURN b.id AS other") == [["id"], ["other"]]


def test_the_line_of_each_column_is_known() -> None:
    assert [column.line for column in scan("RETURN a AS a,\n  b AS b,\n\n  c AS c").returns[0]] == [1, 2, 4]


def test_a_second_statement_is_noticed_and_a_closing_semicolon_is_not() -> None:
    assert scan("RETURN 1 AS a;\n\nMATCH (n) RETURN n").second_statement == 3
    assert scan("RETURN 1 AS a; // that is all\n;").second_statement is None
    assert scan("RETURN ';' AS a").second_statement is None


def test_a_text_that_never_ends_is_an_error() -> None:
    with pytest.raises(StatementError, match="never closed"):
        scan("RETURN 'abc AS x")
