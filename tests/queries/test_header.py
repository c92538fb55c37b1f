"""Headers of .cypher files: what is read, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.errors import Problem
from graphmou.language import Text
from graphmou.queries.header import read_check, read_query

GOOD = """\
/*
title: Schools of a province
title_th: โรงเรียนในจังหวัด
description: All of them.
parameters:
  province: {type: text, required: true, description: its name, description_th: ชื่อจังหวัด}
  least: {type: integer, default: ๓, least: 1, most: 9}
  basis: {type: choice, choices: [any, stated], default: any}
  office: {type: entity, labels: [Office]}
  as_of: {type: date}
columns:
  school_id: {title: Id, title_th: รหัส}
  partners: {title: Partners, title_th: จำนวน, type: integer}
*/
MATCH (s:School)
WHERE s.province = $province AND $least > 1 AND $basis = 'any' AND $office IS NULL AND $as_of IS NULL
RETURN s.id AS school_id, 1 AS partners
ORDER BY school_id;
"""

CHECK = """\
/*
title: A school without a name
title_th: โรงเรียนที่ไม่มีชื่อ
severity: warning
message: "{id} has no name[, but {other}]"
message_th: "{id} ไม่มีชื่อ[ แต่มี {other}]"
next: ask for it
columns:
  other: {title: Other, title_th: อื่น}
*/
MATCH (s:School) WHERE s.recorded_on <= $as_of AND $today > ''
RETURN s.id AS id, s.name AS name, s.other AS other
ORDER BY id
"""

MESSAGES = 'message: "{id} has no name[, but {other}]"\nmessage_th: "{id} ไม่มีชื่อ[ แต่มี {other}]"\n'


def problems(tmp_path: Path, source: str, *, check: bool = False, name: str = "mine.cypher") -> list[Problem]:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    found, listed = read_check(path) if check else read_query(path)
    assert (found is None) == bool(listed)
    assert all(problem.file == path for problem in listed)
    return listed


def told(tmp_path: Path, source: str, *, check: bool = False) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.message) for problem in problems(tmp_path, source, check=check)]


def test_a_question_is_read_with_all_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "of-province.cypher"
    path.write_text(GOOD, encoding="utf-8")
    query, listed = read_query(path)
    assert listed == []
    assert query is not None
    assert (query.name, query.title) == ("of-province", Text("Schools of a province", "โรงเรียนในจังหวัด"))
    assert query.description == Text("All of them.", "All of them.")
    assert query.source == GOOD
    assert query.statement.lstrip().startswith("MATCH (s:School)")
    assert query.statement.endswith("ORDER BY school_id")
    province, least, basis, office, as_of = query.parameters
    assert (province.type, province.required, province.default) == ("text", True, None)
    assert (least.default, least.least, least.most) == (3, 1, 9)
    assert (basis.default, basis.choices) == ("any", ("any", "stated"))
    assert (office.type, office.labels) == ("entity", ("Office",))
    assert as_of.description is not None
    assert [(column.name, column.type) for column in query.columns] == [("school_id", "text"), ("partners", "integer")]


def test_a_check_is_read_with_all_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "nameless.cypher"
    path.write_text(CHECK, encoding="utf-8")
    check, listed = read_check(path)
    assert listed == []
    assert check is not None
    assert (check.severity, check.message.th) == ("warning", "{id} ไม่มีชื่อ[ แต่มี {other}]")
    assert check.next_step == Text("ask for it", "ask for it")
    assert [column.name for column in check.columns] == ["other"]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "windows.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    query, listed = read_query(path)
    assert listed == []
    assert query is not None
    assert query.title.en == "Schools of a province"


def test_a_file_without_a_header_says_how_to_begin(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "MATCH (n) RETURN n.id AS id")
    assert (problem.line, problem.message) == (1, "has no header")
    assert problem.hint is not None
    assert "/*" in problem.hint


def test_a_header_without_an_end(tmp_path: Path) -> None:
    assert told(tmp_path, "/*\ntitle: x\nMATCH (n) RETURN n.id AS id") == [(1, "has a header without an end")]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("title: Schools", "titel: Schools", 2, "no field"),
        ("description: All of them.", "description: [a]", 4, "list or mapping"),
        ("type: text,", "type: string,", 6, "'string' is not one of"),
        ("type: text,", "", 6, "is missing"),
        ("required: true", "required: yes", 6, "not true or false"),
        ("required: true,", "requird: true,", 6, "no field"),
        ("default: ๓", "default: many", 7, "'many' is not a whole number"),
        ("default: ๓", "default: 0", 7, "0 is less than 1"),
        ("least: 1,", "choices: [a],", 7, "belongs to the type choice"),
        ("default: any", "default: both", 8, "'both' is not one of any, stated"),
        ("choices: [any, stated], default: any", "", 8, "has no choices"),
        ("labels: [Office]", "labels: [Ofice]", 9, "'Ofice' is no label"),
        ("as_of: {type: date}", "as_of: date", 10, "is not a mapping"),
        ("school_id: {title: Id,", "School Id: {title: Id,", 12, "is no name"),
        ("type: integer}\n*/", "type: whole}\n*/", 13, "'whole' is not one of"),
        ("  least: {", "  province: {", 7, "gives 'province' twice"),
        ("AND $least > 1", "AND $limit > 1", 16, "uses $limit, which the header does not declare"),
        ("AND $least > 1", "", 7, "the statement does not use $least"),
        ("s.id AS school_id, 1", "s.id, 1", 17, "returns a column without a name"),
        ("1 AS partners", "1 AS partner", 17, "returns school_id, partner, the header says school_id, partners"),
        ("s.id AS school_id, 1 AS partners", "1 AS partners, s.id AS school_id", 17, "returns partners, school_id"),
        (", 1 AS partners", "", 17, "returns school_id, the header says"),
        ("RETURN s.id AS school_id, 1 AS partners\nORDER BY school_id;", "WITH s", 18, "has no RETURN"),
        ("ORDER BY school_id;", ";\nMATCH (n) RETURN n", 19, "holds a second statement"),
        ("= 'any'", "= 'any", 16, "never closed"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    found = told(tmp_path, GOOD.replace(old, new, 1))
    assert any(at == line and words in message for at, message in found), found


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("severity: warning", "severity: fatal", 4, "'fatal' is not one of error, warning, info"),
        ("severity: warning\n", "", 2, "is missing"),
        (MESSAGES, "", 2, "is missing"),
        ("has no name[, but", "has {nothing}[, but", 5, "names {nothing}, which is no column"),
        ("{other}]", "{other}", 5, "has a [ without its ]"),
        ("{id} has", "id} has", 5, "has a } that does not pair up"),
        ("s.id AS id, s.name AS name,", "s.name AS name, s.id AS id,", 12, "the header says id, name, other"),
        ("$today", "$yesterday", 11, "uses $yesterday"),
    ],
)
def test_what_is_wrong_in_a_check_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in CHECK
    found = told(tmp_path, CHECK.replace(old, new, 1), check=True)
    assert any(at == line and words in message for at, message in found), found


def test_all_problems_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    source = GOOD.replace("type: text", "type: txt").replace("type: date", "type: day").replace("$least", "$lest")
    lines = [line for line, _ in told(tmp_path, source)]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert {6, 7, 10, 16} <= set(lines)


def test_every_branch_of_a_union_must_return_the_columns(tmp_path: Path) -> None:
    union = GOOD.replace("ORDER BY school_id;", "UNION MATCH (s:School) RETURN s.id AS school_id")
    assert any("returns school_id, the header" in message for _, message in told(tmp_path, union))


def test_a_default_cannot_stand_beside_required(tmp_path: Path) -> None:
    source = GOOD.replace("required: true", "required: true, default: x")
    assert [line for line, message in told(tmp_path, source) if "beside required" in message] == [6]


def test_a_file_name_must_be_usable_as_a_question_name(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, GOOD, name="My Question.cypher")
    assert "is no name" in problem.message


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "thai.cypher"
    path.write_bytes(GOOD.encode("cp874", "replace"))
    query, listed = read_query(path)
    assert query is None
    assert "UTF-8" in listed[0].message


def test_a_title_in_one_language_serves_for_both(tmp_path: Path) -> None:
    path = tmp_path / "thai-only.cypher"
    path.write_text(GOOD.replace("title: Schools of a province\n", ""), encoding="utf-8")
    query, listed = read_query(path)
    assert listed == []
    assert query is not None
    assert query.title == Text("โรงเรียนในจังหวัด", "โรงเรียนในจังหวัด")
