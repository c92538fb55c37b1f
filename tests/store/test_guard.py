"""What no statement may do is seen in its text, and nothing innocent is taken for it."""

from __future__ import annotations

import pytest

from graphmou.errors import GraphmouError, LimitReached, StatementError, WriteRefused
from graphmou.store.guard import refuse_forbidden, tokens
from graphmou.store.protocol import Limits


def refuse(statement: str) -> None:
    refuse_forbidden(statement, Limits())


@pytest.mark.parametrize(
    "statement",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "load csv with headers from $x as line return line",
        "LOAD\n\tCSV FROM 'x' AS line RETURN line",
        "LOAD/* */CSV FROM 'x' AS line RETURN line",
        "LOAD // LOAD\n CSV FROM 'x' AS line RETURN line",
        "LOAD\u00a0CSV FROM 'x' AS line RETURN line",
        "LOAD\u180e\u200b CSV FROM 'x' AS line RETURN line",
        "MATCH (n) CALL { LOAD CSV FROM 'x' AS line RETURN line } RETURN n, line",
        "RETURN 'it\\'s' AS x UNION LOAD CSV FROM 'x' AS x RETURN x",
        "RETURN `a``b` AS x UNION LOAD CSV FROM 'x' AS x RETURN x",
        "RETURN \"/*\" AS x UNION LOAD CSV FROM '*/' AS x RETURN x",
        r"LO\u0041D CSV FROM 'x' AS line RETURN line",
        r"LO\uu0041D CSV FROM 'x' AS line RETURN line",
        r"RETURN '\u0027 AS x UNION LOAD CSV FROM $x AS x RETURN x // '",
    ],
)
def test_load_csv_is_refused_however_it_is_written(statement: str) -> None:
    with pytest.raises(WriteRefused, match="LOAD CSV"):
        refuse(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS",
        "MATCH (n) CALL (n) { DELETE n } in /* */ transactions OF 10 ROWS",
        "MATCH (n) CALL { WITH n DELETE n } IN 3 CONCURRENT TRANSACTIONS OF 10 ROWS",
        "MATCH (n) CALL { WITH n DELETE n } IN $n CONCURRENT TRANSACTIONS",
        r"CALL { CREATE (:School) } IN TRANS\u0041CTIONS",
    ],
)
def test_a_statement_that_commits_by_itself_is_refused(statement: str) -> None:
    with pytest.raises(WriteRefused, match="IN TRANSACTIONS"):
        refuse(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "RETURN 1 AS x",
        "RETURN 1 AS x;",
        "RETURN 1 AS x ; ;\n// done",
        "RETURN 'LOAD CSV; LOAD CSV' AS `LOAD CSV; x`",
        'RETURN "LOAD CSV" AS x // LOAD CSV; RETURN 2',
        "/* LOAD CSV; */ RETURN 1 AS x",
        "MATCH (n) WHERE n.load = n.csv RETURN n.load AS load, n.csv AS csv",
        "MATCH (load)-->(csv) RETURN load.id AS id",
        "MATCH (n) WHERE n.id IN transactions RETURN n",
        "WITH ['x'] AS transactions MATCH (n) WHERE n.id IN transactions RETURN n.id AS id",
        r"RETURN 'it\u0027s; fine' AS x",
        r"RETURN '\\' AS backslash, 'it\'s' AS quote",
        "MATCH (โรงเรียน:School {name: 'ก็'}) RETURN โรงเรียน.id AS รหัส",
        "RETURN 'line\nbreak' AS x",
    ],
)
def test_an_innocent_statement_passes(statement: str) -> None:
    refuse(statement)


@pytest.mark.parametrize("statement", ["", "  \n\t", ";", "// nothing", "/* nothing */ ;"])
def test_an_empty_statement_is_an_error(statement: str) -> None:
    with pytest.raises(StatementError, match="empty"):
        refuse(statement)


@pytest.mark.parametrize("statement", ["RETURN 1; RETURN 2", "RETURN 1;;RETURN 2", "RETURN ';'; RETURN 2"])
def test_several_statements_are_an_error(statement: str) -> None:
    with pytest.raises(StatementError, match="several"):
        refuse(statement)


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("RETURN 'open", "line 1, column 8: a text"),
        ('RETURN 1,\n  "open', "line 2, column 3: a text"),
        ("RETURN `open", "line 1, column 8: a name"),
        ("RETURN 1 /* open", "line 1, column 10: a comment"),
    ],
)
def test_what_is_never_closed_is_an_error_with_its_place(statement: str, place: str) -> None:
    with pytest.raises(StatementError, match=place):
        refuse(statement)


@pytest.mark.parametrize("statement", ["RETURN 1 AS x \x00 LOAD CSV", "RETURN '\ud800' AS x"], ids=ascii)
def test_what_cannot_be_sent_as_it_is_is_an_error(statement: str) -> None:
    with pytest.raises(StatementError, match="NUL"):
        refuse(statement)


def test_a_statement_longer_than_the_cap_is_refused_before_it_is_read() -> None:
    with pytest.raises(LimitReached, match="1,001 characters"):
        refuse_forbidden("'" * 1001, Limits(characters=1000))
    refuse_forbidden("RETURN 1 AS x".ljust(1000), Limits(characters=1000))


@pytest.mark.parametrize("piece", ["'\\", "/*", "`", '"', "(", "\\u0041 ", "LOAD ", "} IN "])
def test_a_hostile_statement_of_full_length_is_judged_at_once(piece: str) -> None:
    # A reader that goes back and forth would need minutes for these.
    with pytest.raises(GraphmouError):
        refuse(piece * ((Limits().characters - 10) // len(piece)) + " LOAD CSV")


def test_tokens_are_the_pieces_that_count_with_their_places() -> None:
    statement = 'MATCH (n:`a b`) // no\nRETURN n.x AS "y"'
    found = [(piece.kind, piece.text) for piece in tokens(statement)]
    assert found == [
        ("word", "MATCH"),
        ("symbol", "("),
        ("word", "n"),
        ("symbol", ":"),
        ("name", "`a b`"),
        ("symbol", ")"),
        ("word", "RETURN"),
        ("word", "n"),
        ("symbol", "."),
        ("word", "x"),
        ("word", "AS"),
        ("text", '"y"'),
    ]
    assert all(statement[piece.start : piece.end] == piece.text for piece in tokens(statement))
