"""The gaps of the five networks are exactly the true ones, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graphmou.checks import all_checks, run_checks
from graphmou.queries import read_library
from graphmou.store.protocol import Store
from tests.checks.gaps import gaps, result
from tests.queries.stores import CYPHER, TODAY

NAKHON_PATHOM = "spp-nakhon-pathom-1-2021-02-10-a1"
UTTARADIT_2 = "spp-uttaradit-1-2022-01-24-a2"


def test_every_check_reports_its_count_zero_too(five: Store) -> None:
    results = run_checks(five, all_checks(read_library([CYPHER])), today=TODAY)
    assert {found.name: found.count for found in results} == {
        "declared-vs-recorded": 2,
        "too-few-partners": 0,
        "headcount-mismatch": 1,
        "agreement-without-party": 0,
        "without-evidence": 0,
        "agreement-expired": 1,
        "agreement-expiring": 0,
        "agreement-without-term": 4,
        "mentoring-without-agreement": 0,
        "school-without-agreement": 2,
        "school-without-mentor": 0,
        "office-without-agreement": 2,
        "group-without-members": 1,
        "name-variants": 1,
        "conflicting-values": 0,
        "inferred-mentoring": 4,
        "agreement-without-signatory": 5,
        "agreement-without-witness": 4,
        "school-without-head": 14,
        "school-without-office": 1,
    }


def test_announced_and_never_recorded(five: Store) -> None:
    found = gaps(five, "declared-vs-recorded", "id", "what", "declared", "recorded", "document_id")
    assert found == [
        ("network-anuban-buriram", "partners", 11, 0, "spp-buriram-1-2021-01-28"),
        ("spm-34-2020-09-03-e1", "schools", 38, 0, "spm-34-2020-09-03"),
    ]


def test_a_headcount_that_does_not_add_up_in_either_reading(five: Store) -> None:
    (gap,) = result(five, "headcount-mismatch").gaps
    assert list(gap)[:7] == ["id", "name", "message", "declared", "computed", "difference", "parts"]
    assert (gap["id"], gap["declared"], gap["computed"], gap["difference"]) == ("spm-34-2020-09-03-e1", 135, 129, 6)
    assert isinstance(gap["parts"], list)
    assert len(gap["parts"]) == 3
    message = str(gap["message"])
    assert "135" in message
    assert "76 + 38 + 15 = 129" in message
    assert "76 + 76 + 15 = 167" in message


def test_one_person_in_two_spellings(five: Store) -> None:
    (gap,) = result(five, "name-variants").gaps
    assert gap == {
        "id": "chaloemphon-rasrichai",
        "name": "เฉลิมพร ราศรีชัย",
        "message": "เฉลิมพร ราศรีชัย is also written เฉลิมพร ราศีชัย",
        "variants": ["เฉลิมพร ราศีชัย"],
        "documents": ["spm-19-2019-06-05"],
    }


def test_inferred_mentoring_is_named_by_both_ends(five: Store) -> None:
    found = gaps(five, "inferred-mentoring", "id", "mentor_id", "partner_id")
    partners = ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo"]
    assert found == [
        (f"MENTORS wat-phra-fang {partner} {UTTARADIT_2}", "wat-phra-fang", partner) for partner in partners
    ]


def test_an_agreement_that_ended(five: Store) -> None:
    assert gaps(five, "agreement-expired", "id", "until", "days") == [(NAKHON_PATHOM, "2023-12-31", 153)]
    assert gaps(five, "agreement-expired", as_of="2023-12-31") == []


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("2023-07-03", []),
        ("2023-07-04", [(NAKHON_PATHOM, "2023-12-31", 180)]),
        ("2023-12-31", [(NAKHON_PATHOM, "2023-12-31", 0)]),
        ("2024-01-01", []),
    ],
)
def test_an_agreement_that_ends_soon(five: Store, as_of: str, found: list[tuple[object, ...]]) -> None:
    assert gaps(five, "agreement-expiring", "id", "until", "days_left", as_of=as_of) == found


def test_what_is_missing_altogether(five: Store) -> None:
    assert gaps(five, "school-without-agreement", "id", "documents") == [
        ("anuban-buriram", ["spp-buriram-1-2021-01-28"]),
        ("ban-nong-ya-plong", ["spp-buriram-1-2021-01-28"]),
    ]
    assert gaps(five, "office-without-agreement") == [("spm-34",), ("spp-buriram-1",)]
    assert gaps(five, "group-without-members") == [("mueang-buriram-4",)]
    assert gaps(five, "school-without-office") == [("ban-nong-ya-plong",)]
    witnessed = {row[0] for row in gaps(five, "agreement-without-witness")}
    assert len(witnessed) == 4
    assert NAKHON_PATHOM not in witnessed
    assert NAKHON_PATHOM not in {row[0] for row in gaps(five, "agreement-without-term")}
    headless = {row[0] for row in gaps(five, "school-without-head")}
    # Its director is a former one: nobody else is known.
    assert "anuban-buriram" in headless
    assert not headless & {"phasamyot", "loei-sawang", "pha-noi", "erawan", "ban-nong-ya-plong"}


@pytest.mark.parametrize(
    ("as_of", "declared", "headcount", "inferred"),
    [
        ("2019-06-04", 0, 0, 0),
        ("2020-09-02", 0, 0, 0),
        ("2020-09-03", 1, 1, 0),
        ("2021-01-28", 2, 1, 0),
        ("2022-01-24", 2, 1, 4),
    ],
)
def test_checks_judge_what_was_recorded_by_the_day(
    five: Store, as_of: str, declared: int, headcount: int, inferred: int
) -> None:
    found = [
        result(five, name, as_of=as_of).count
        for name in ("declared-vs-recorded", "headcount-mismatch", "inferred-mentoring")
    ]
    assert found == [declared, headcount, inferred]


def test_an_ended_network_is_not_a_small_one(five: Store) -> None:
    assert result(five, "too-few-partners", as_of="2030-01-01").count == 0


def test_messages_speak_thai_with_buddhist_years(five: Store) -> None:
    (gap,) = result(five, "agreement-expired", language="th").gaps
    assert "สิ้นสุดเมื่อ 31 ธ.ค. 2566" in str(gap["message"])
    assert gap["until"] == "2023-12-31"
    declared = result(five, "declared-vs-recorded", language="th")
    assert declared.title == "จำนวนที่ประกาศไม่ตรงกับที่บันทึกไว้"
    assert "ประกาศโรงเรียนร่วมพัฒนา 11" in str(declared.gaps[0]["message"])


def test_no_message_shows_a_bracket_or_an_empty_cell(five: Store) -> None:
    checks = all_checks(read_library([CYPHER]))
    for found in run_checks(five, checks, today=date(2023, 12, 1)):
        for gap in found.gaps:
            assert not set("{}[]–") & set(str(gap["message"])), gap
