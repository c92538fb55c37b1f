"""Where questions and checks are found, and that the built-in ones keep the contract."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmou.checks import all_checks
from graphmou.errors import QuestionFileError, UnknownName
from graphmou.queries import Library, find_check, find_query, read_library
from graphmou.queries.saved import Check, SavedQuery
from tests.queries.stores import CYPHER

QUESTIONS = {
    "mentor-schools": "school_id, school, partners, basis, until, status, partner_ids, partner_names",
    "partners-of": "partner_id, partner, basis, agreement_id, starts, until, status",
    "mentors-of": "mentor_id, mentor, basis, agreement_id, starts, until, status",
    "agreements": "agreement_id, title, signed_on, starts, until, status, parties, party_ids, documents",
    "parties-of": "party_id, party, kind, role, via",
    "agreements-between": "agreement_id, title, signed_on, role_a, role_b, status",
    "expiring": "agreement_id, title, until, days_left, parties",
    "people-of": "person_id, person, title, status, known_on",
    "positions-of": "organisation_id, organisation, title, status, known_on",
    "witnesses": "person_id, person, agreement_id, title, signed_on",
    "network-of": "id, name, kind, hops, via",
    "group-members": "school_id, school, role, basis",
    "offices": "office_id, office, level, schools, agreements, mentors, people",
    "schools": "school_id, school, office, province, groups, agreements, mentors, partners",
    "events": "event_id, event, starts, ends, place, attendance, people",
    "topics": "topic_id, topic, agreements, events",
    "programmes": "programme_id, programme, min_partners, agreements, groups, events",
    "path-between": "step, id, name, kind, relationship",
    "search": "id, name, kind, matched",
    "evidence-of": "fact, document_id, start, end, phrase",
    "documents": "document_id, title, publisher, date, agreements, entities, sha256",
    "declarations": "about_id, about, what, declared, recorded, document_id",
}
PARAMETERS = {
    "mentor-schools": "min_partners=3, basis=any, office, province, as_of",
    "partners-of": "school, as_of",
    "mentors-of": "school, as_of",
    "agreements": "party, through_groups=False, office, topic, programme, year, as_of",
    "parties-of": "agreement",
    "agreements-between": "a, b, through_groups=False",
    "expiring": "within_days=180, as_of",
    "people-of": "organisation, status=any",
    "positions-of": "person",
    "witnesses": "agreement, person",
    "network-of": "entity, hops=1, as_of",
    "group-members": "group",
    "offices": "as_of",
    "schools": "office, province, group, without",
    "events": "year, office",
    "topics": "",
    "programmes": "",
    "path-between": "a, b, max_hops=6",
    "search": "text, kind=any",
    "evidence-of": "entity",
    "documents": "",
    "declarations": "",
}
CHECKS = {
    "declared-vs-recorded": ("error", "what, declared, recorded, document_id"),
    "too-few-partners": ("error", "recorded, declared, minimum"),
    "headcount-mismatch": ("error", "declared, computed, difference, parts"),
    "agreement-without-party": ("error", "parties"),
    "agreement-expired": ("warning", "until, days"),
    "agreement-expiring": ("warning", "until, days_left"),
    "agreement-without-term": ("warning", "signed_on"),
    "mentoring-without-agreement": ("warning", "mentor_id, partner_id"),
    "school-without-agreement": ("warning", "documents"),
    "school-without-mentor": ("warning", "group_id"),
    "school-without-office": ("info", ""),
    "office-without-agreement": ("warning", ""),
    "group-without-members": ("warning", "declared"),
    "name-variants": ("warning", "variants, documents"),
    "conflicting-values": ("warning", "property, value, other, documents"),
    "inferred-mentoring": ("info", "mentor_id, partner_id"),
    "agreement-without-signatory": ("info", ""),
    "agreement-without-witness": ("info", ""),
    "school-without-head": ("info", ""),
    "without-evidence": ("error", "fact"),
}
BUILT_IN = read_library([CYPHER])


def listed(text: str) -> list[str]:
    return text.split(", ") if text else []


def test_every_built_in_file_can_be_used() -> None:
    assert BUILT_IN.problems == []
    assert set(BUILT_IN.queries) == set(QUESTIONS)
    assert set(BUILT_IN.checks) == set(CHECKS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_keeps_its_contract(name: str) -> None:
    query = BUILT_IN.queries[name]
    columns = [column.name for column in query.columns]
    assert columns[: len(listed(QUESTIONS[name]))] == listed(QUESTIONS[name])
    written = [
        parameter.name if parameter.default is None else f"{parameter.name}={parameter.default}"
        for parameter in query.parameters
    ]
    assert written == listed(PARAMETERS[name])


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_keeps_its_contract(name: str) -> None:
    severity, columns = CHECKS[name]
    check = BUILT_IN.checks[name]
    assert check.severity == severity
    assert [column.name for column in check.columns][: len(listed(columns))] == listed(columns)


@pytest.mark.parametrize("one", [*BUILT_IN.queries.values(), *BUILT_IN.checks.values()], ids=lambda one: one.name)
def test_a_built_in_file_speaks_both_languages(one: SavedQuery | Check) -> None:
    texts = [one.title, *(column.title for column in one.columns)]
    texts += [text for text in (one.description,) if text]
    if isinstance(one, Check):
        assert one.next_step is not None
        texts += [one.message, one.next_step]
    else:
        texts += [parameter.description for parameter in one.parameters if parameter.description]
        assert all(parameter.description for parameter in one.parameters)
    for text in texts:
        assert not re.search("[\u0e00-\u0e7f]", text.en), text
        assert re.search("[\u0e00-\u0e7f]", text.th) or text.th == "SHA-256", text


@pytest.mark.parametrize("one", [*BUILT_IN.queries.values(), *BUILT_IN.checks.values()], ids=lambda one: one.name)
def test_a_built_in_statement_is_shared_cypher_in_a_stated_order(one: SavedQuery | Check) -> None:
    last = one.statement.splitlines()[-1]
    assert last.startswith("ORDER BY ")
    assert not re.search(r"\b(apoc|db|dbms)\.|FULLTEXT|\bSHOW\b|elementId|\bid\(", one.statement)


def write(folder: Path, kind: str, name: str, text: str) -> Path:
    path = folder / kind / f"{name}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def own_question(title: str) -> str:
    return f"/*\ntitle: {title}\ncolumns:\n  n: {{type: integer}}\n*/\nMATCH (s:School) RETURN count(s) AS n"


def own_check(title: str) -> str:
    return f"/*\ntitle: {title}\nseverity: info\nmessage: gap\n*/\nMATCH (s:School) RETURN s.id AS id, s.name AS name"


def test_own_files_stand_beside_the_built_in_ones_and_replace_them_by_name(tmp_path: Path) -> None:
    write(tmp_path, "queries", "how-many", own_question("How many"))
    write(tmp_path, "queries", "topics", own_question("My topics"))
    write(tmp_path, "checks", "name-variants", own_check("My variants"))
    library = read_library([tmp_path, CYPHER])
    assert library.problems == []
    assert library.queries["how-many"].title.en == "How many"
    assert library.queries["topics"].title.en == "My topics"
    assert library.checks["name-variants"].severity == "info"
    assert list(library.queries) == sorted([*QUESTIONS, "how-many"])
    assert find_query([tmp_path, CYPHER], "topics").title.en == "My topics"
    assert find_check([tmp_path, CYPHER], "name-variants").title.en == "My variants"
    assert find_query([CYPHER, tmp_path], "topics").title.en == "Topics of agreements and events"


def test_a_broken_file_is_reported_and_hides_no_other(tmp_path: Path) -> None:
    broken = write(tmp_path, "queries", "broken", "/*\ntitle: [\n*/\nRETURN 1 AS n")
    write(tmp_path, "queries", "how-many", own_question("How many"))
    library = read_library([tmp_path, CYPHER])
    assert {problem.file for problem in library.problems} == {broken}
    assert all(problem.line for problem in library.problems)
    assert {*QUESTIONS, "how-many"} == set(library.queries)
    assert find_query([tmp_path, CYPHER], "how-many").name == "how-many"
    with pytest.raises(QuestionFileError, match=re.escape(str(broken))):
        find_query([tmp_path, CYPHER], "broken")


def test_a_report_of_all_checks_is_refused_when_one_is_broken(tmp_path: Path) -> None:
    write(tmp_path, "queries", "broken", "no header")
    assert len(all_checks(read_library([tmp_path, CYPHER]))) == len(CHECKS)
    broken = write(tmp_path, "checks", "broken", "no header")
    with pytest.raises(QuestionFileError) as raised:
        all_checks(read_library([tmp_path, CYPHER]))
    assert [problem.file for problem in raised.value.problems] == [broken]
    assert "Not every check" in str(raised.value)


def test_all_checks_come_the_gravest_first() -> None:
    severities = [check.severity for check in all_checks(BUILT_IN)]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownName) as raised:
        find_query([CYPHER], "mentor-school")
    assert raised.value.hint is not None
    assert "mentor-schools" in raised.value.hint
    with pytest.raises(UnknownName, match="No check is called 'x'"):
        find_check([CYPHER], "x")


@pytest.mark.parametrize("name", ["../queries/topics", "topics.cypher", "", "/etc/passwd"])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(UnknownName):
        find_query([CYPHER], name)


def test_folders_that_do_not_exist_hold_nothing(tmp_path: Path) -> None:
    assert read_library([tmp_path / "none"]) == Library()


def test_the_list_tells_programs_name_titles_and_parameters() -> None:
    shown = BUILT_IN.queries["mentor-schools"].to_json()
    assert set(shown) == {"name", "title", "title_th", "parameters"}
    parameters = shown["parameters"]
    assert isinstance(parameters, list)
    first = parameters[0]
    assert isinstance(first, dict)
    assert (first["name"], first["type"], first["default"], first["required"]) == ("min_partners", "integer", 3, False)
