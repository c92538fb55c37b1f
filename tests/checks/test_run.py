"""Running checks: order, threshold, words, tables, and checks of one's own that go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmou.checks import CheckResult, all_checks, run_checks, worst
from graphmou.commands.loading import load_facts
from graphmou.errors import StatementError
from graphmou.queries import Check, Severity, find_check, read_library
from graphmou.store.protocol import Limits, Store
from tests.queries.stores import CYPHER, TODAY
from tests.samples import node, said

OWN = """\
/*
title: A school without a province
title_th: โรงเรียนที่ไม่ระบุจังหวัด
severity: {severity}
message: "{{name}} on {{day}}[ in {{province}}]"
message_th: "{{name}} วันที่ {{day}}"
next: ask {{name}}
columns:
  day: {{title: Day, title_th: วัน, type: date}}
  province: {{title: Province, title_th: จังหวัด}}
*/
MATCH (s:School)
RETURN {returned}
ORDER BY id
"""
RETURNED = "s.id AS id, s.name AS name, $as_of AS day, s.province AS province"


def own(folder: Path, name: str = "own", *, severity: str = "info", returned: str = RETURNED) -> Check:
    path = folder / "checks" / f"{name}.cypher"
    path.parent.mkdir(exist_ok=True)
    path.write_text(OWN.format(severity=severity, returned=returned), encoding="utf-8")
    return find_check([folder], name)


@pytest.fixture
def store_of_two(embedded_store: Store) -> Store:
    """A store with two schools, one of them with a province."""
    schools = [node("School", "a", name="ก", province="เลย"), node("School", "b", name="ข")]
    load_facts([said("d1", "2021-01-01", *schools)], db=embedded_store)
    return embedded_store


def test_a_gap_begins_with_id_name_and_message(store_of_two: Store, tmp_path: Path) -> None:
    (found,) = run_checks(store_of_two, [own(tmp_path)], today=TODAY)
    assert found.to_json() == {
        "check": "own",
        "severity": "info",
        "title": "A school without a province",
        "count": 2,
        "gaps": [
            {"id": "a", "name": "ก", "message": "ก on 2024-06-01 in เลย", "day": "2024-06-01", "province": "เลย"},
            {"id": "b", "name": "ข", "message": "ข on 2024-06-01", "day": "2024-06-01", "province": None},
        ],
    }
    assert [list(gap) for gap in found.gaps] == [["id", "name", "message", "day", "province"]] * 2
    assert found.next_steps == ["ask ก", "ask ข"]


def test_titles_and_messages_follow_the_language(store_of_two: Store, tmp_path: Path) -> None:
    (found,) = run_checks(store_of_two, [own(tmp_path)], today=TODAY, language="th")
    assert found.title == "โรงเรียนที่ไม่ระบุจังหวัด"
    assert found.gaps[0]["message"] == "ก วันที่ 1 มิ.ย. 2567"
    assert found.gaps[0]["day"] == "2024-06-01"


def test_gaps_are_a_table(store_of_two: Store, tmp_path: Path) -> None:
    table = run_checks(store_of_two, [own(tmp_path)], today=TODAY)[0].table()
    assert [column.name for column in table.columns] == ["id", "name", "message", "day", "province"]
    assert [column.kind for column in table.columns] == ["text", "text", "text", "date", "text"]
    assert table.rows[1] == ["b", "ข", "ข on 2024-06-01", "2024-06-01", None]


def test_a_check_cut_by_the_row_cap_says_so(store_of_two: Store, tmp_path: Path) -> None:
    (found,) = run_checks(store_of_two, [own(tmp_path)], today=TODAY, limits=Limits(rows=1))
    assert (found.count, found.truncated) == (1, True)


def test_a_statement_that_the_engine_refuses_is_named_by_its_file(store_of_two: Store, tmp_path: Path) -> None:
    broken = own(tmp_path, returned=RETURNED.replace("s.name", "nothing(s)"))
    with pytest.raises(StatementError, match=r"own\.cypher"):
        run_checks(store_of_two, [broken], today=TODAY)


def test_results_come_in_the_order_of_the_checks(store_of_two: Store, tmp_path: Path) -> None:
    checks = [own(tmp_path, "b"), own(tmp_path, "a")]
    assert [found.name for found in run_checks(store_of_two, checks, today=TODAY)] == ["b", "a"]


def test_a_store_without_facts_has_no_gaps(embedded_store: Store) -> None:
    load_facts([said("d1", "2021-01-01")], db=embedded_store)
    results = run_checks(embedded_store, all_checks(read_library([CYPHER])), today=TODAY)
    assert {found.count for found in results} == {0}


def found(tmp_path: Path, severity: Severity, count: int) -> CheckResult:
    gap = {"id": "a", "name": "ก", "message": "ก"}
    return CheckResult(own(tmp_path, severity, severity=severity), "title", [gap] * count)  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("counts", "threshold", "stands"),
    [
        ({"error": 0, "warning": 0, "info": 0}, "info", False),
        ({"error": 0, "warning": 0, "info": 2}, "info", True),
        ({"error": 0, "warning": 0, "info": 2}, "warning", False),
        ({"error": 0, "warning": 1, "info": 0}, "warning", True),
        ({"error": 0, "warning": 1, "info": 0}, "error", False),
        ({"error": 1, "warning": 0, "info": 0}, "warning", True),
        ({"error": 1, "warning": 0, "info": 0}, "error", True),
    ],
)
def test_the_threshold(tmp_path: Path, counts: dict[Severity, int], threshold: Severity, stands: bool) -> None:
    results = [found(tmp_path, severity, count) for severity, count in counts.items()]
    assert worst(results, threshold) is stands
