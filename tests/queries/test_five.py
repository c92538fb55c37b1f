"""The saved questions on the five networks: rows that anybody can verify in the press releases, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graphmou.errors import EntityNotFound, ParameterError
from graphmou.queries import ask, find_query
from graphmou.store.protocol import Cell, Store
from tests.queries.stores import CYPHER, TODAY, rows

NAKHON_PATHOM = "spp-nakhon-pathom-1-2021-02-10-a1"
UTTARADIT_1 = "spp-uttaradit-1-2022-01-24-a1"
UTTARADIT_2 = "spp-uttaradit-1-2022-01-24-a2"
LOEI_1 = "spm-19-2019-06-05-a1"
LOEI_2 = "spm-19-2019-06-05-a2"

WAT_PHRA_FANG = (
    "wat-phra-fang",
    "โรงเรียนวัดพระฝาง",
    4,
    "inferred",
    None,
    "no term stated",
    ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo"],
    ["โรงเรียนบ้านหาดเสือเต้น", "โรงเรียนบ่อพระ", "โรงเรียนวัดช่องลม", "โรงเรียนวัดดอยแก้ว"],
)


def nakhon_pathom_mentors(status: str) -> list[tuple[Cell, ...]]:
    return [
        (
            "anuban-nakhon-pathom",
            "โรงเรียนอนุบาลนครปฐม",
            3,
            "stated",
            "2023-12-31",
            status,
            ["ban-lam-phaya", "ban-nong-hin", "ban-thung-noi"],
            ["โรงเรียนบ้านลำพยา", "โรงเรียนบ้านหนองหิน", "โรงเรียนบ้านทุ่งน้อย"],
        ),
        (
            "ban-o-krathing",
            "โรงเรียนบ้านอ้อกระทิง",
            3,
            "stated",
            "2023-12-31",
            status,
            ["ban-huai-khwang", "ban-nong-kham", "wat-plak-mai-lai"],
            ["โรงเรียนบ้านห้วยขวาง", "โรงเรียนบ้านหนองขาม", "โรงเรียนวัดปลักไม้ลาย"],
        ),
    ]


def test_mentor_schools_of_all_that_was_recorded(five: Store) -> None:
    assert rows(five, "mentor-schools") == [WAT_PHRA_FANG, *nakhon_pathom_mentors("ended")]


def test_status_is_as_of_today(five: Store) -> None:
    found = rows(five, "mentor-schools", today=date(2023, 12, 31))
    assert found == [WAT_PHRA_FANG, *nakhon_pathom_mentors("in force")]
    assert rows(five, "mentor-schools", "status", today=date(2020, 1, 1)) == [("not yet",)] * 3


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2021-02-09", []),
        ("2021-02-10", nakhon_pathom_mentors("in force")),
        ("2021-06-30", nakhon_pathom_mentors("in force")),
        ("2022-01-24", [WAT_PHRA_FANG, *nakhon_pathom_mentors("in force")]),
        ("31 ธันวาคม 2566", [WAT_PHRA_FANG, *nakhon_pathom_mentors("in force")]),
        ("2024-01-01", [WAT_PHRA_FANG]),
    ],
)
def test_mentor_schools_as_of_a_day(five: Store, as_of: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(five, "mentor-schools", as_of=as_of) == expected


@pytest.mark.parametrize(
    ("given", "schools"),
    [
        ({"min_partners": "4"}, ["wat-phra-fang"]),
        ({"min_partners": "๕"}, []),
        ({"basis": "stated"}, ["anuban-nakhon-pathom", "ban-o-krathing"]),
        ({"basis": "inferred"}, ["wat-phra-fang"]),
        ({"office": "สพป.นครปฐม เขต 1"}, ["anuban-nakhon-pathom", "ban-o-krathing"]),
        ({"office": "spm-34"}, []),
        ({"province": "อุตรดิตถ์"}, ["wat-phra-fang"]),
        ({"province": "จังหวัดนครปฐม"}, ["anuban-nakhon-pathom", "ban-o-krathing"]),
        ({"province": "จ.เลย"}, []),
    ],
)
def test_mentor_schools_chosen(five: Store, given: dict[str, Cell], schools: list[str]) -> None:
    assert rows(five, "mentor-schools", "school_id", **given) == [(school,) for school in schools]


def test_partners_of_a_school(five: Store) -> None:
    assert rows(five, "partners-of", school="โรงเรียนบ้านอ้อกระทิง") == [
        ("ban-huai-khwang", "โรงเรียนบ้านห้วยขวาง", "stated", NAKHON_PATHOM, "2021-02-10", "2023-12-31", "ended"),
        ("ban-nong-kham", "โรงเรียนบ้านหนองขาม", "stated", NAKHON_PATHOM, "2021-02-10", "2023-12-31", "ended"),
        ("wat-plak-mai-lai", "โรงเรียนวัดปลักไม้ลาย", "stated", NAKHON_PATHOM, "2021-02-10", "2023-12-31", "ended"),
    ]
    assert rows(five, "partners-of", school="wat-phra-fang")[1] == (
        "bo-phra",
        "โรงเรียนบ่อพระ",
        "inferred",
        UTTARADIT_2,
        None,
        None,
        "no term stated",
    )
    assert rows(five, "partners-of", school="ban-o-krathing", as_of="2024-01-01") == []
    assert rows(five, "partners-of", school="wat-phra-fang", as_of="2022-01-23") == []
    # Those who only signed the same agreement are no partners.
    assert rows(five, "partners-of", school="erawan") == []


def test_mentors_of_a_school(five: Store) -> None:
    assert rows(five, "mentors-of", school="ban-lam-phaya") == [
        ("anuban-nakhon-pathom", "โรงเรียนอนุบาลนครปฐม", "stated", NAKHON_PATHOM, "2021-02-10", "2023-12-31", "ended")
    ]
    assert rows(five, "mentors-of", school="wat-phra-fang") == []


def test_all_agreements(five: Store) -> None:
    found = rows(five, "agreements", "agreement_id", "signed_on", "starts", "until", "status", "party_ids", "documents")
    assert found == [
        (
            LOEI_1,
            "2019-06-05",
            None,
            None,
            "no term stated",
            ["erawan", "loei-sawang", "pha-noi", "phasamyot"],
            ["spm-19-2019-06-05"],
        ),
        (LOEI_2, "2019-06-05", None, None, "no term stated", ["chaturaphakhi", "spm-19"], ["spm-19-2019-06-05"]),
        (
            NAKHON_PATHOM,
            "2021-02-10",
            "2021-02-10",
            "2023-12-31",
            "ended",
            [
                "anuban-nakhon-pathom",
                "ban-huai-khwang",
                "ban-lam-phaya",
                "ban-nong-hin",
                "ban-nong-kham",
                "ban-o-krathing",
                "ban-thung-noi",
                "wat-plak-mai-lai",
            ],
            ["spp-nakhon-pathom-1-2021-02-10"],
        ),
        (
            UTTARADIT_1,
            "2022-01-24",
            None,
            None,
            "no term stated",
            ["spp-uttaradit-1", "wat-phra-fang"],
            ["spp-uttaradit-1-2022-01-24"],
        ),
        (
            UTTARADIT_2,
            "2022-01-24",
            None,
            None,
            "no term stated",
            ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo", "wat-phra-fang"],
            ["spp-uttaradit-1-2022-01-24"],
        ),
    ]
    assert rows(five, "agreements", "title", "parties", party="spm-19") == [
        (None, ["กลุ่มจตุรภาคี", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19"])
    ]


@pytest.mark.parametrize(
    ("given", "agreements"),
    [
        ({"party": "wat-phra-fang"}, [UTTARADIT_1, UTTARADIT_2]),
        ({"party": "erawan"}, [LOEI_1]),
        ({"party": "erawan", "through_groups": "true"}, [LOEI_1, LOEI_2]),
        ({"party": "กลุ่มจตุรภาคี"}, [LOEI_2]),
        ({"office": "สพม.๑๙"}, [LOEI_1, LOEI_2]),
        ({"office": "spp-nakhon-pathom-1"}, [NAKHON_PATHOM]),
        ({"office": "spp-uttaradit-1"}, [UTTARADIT_1]),
        ({"office": "spp-buriram-1"}, []),
        ({"topic": "ยาเสพติด"}, [LOEI_1]),
        ({"topic": "drugs"}, [LOEI_1]),
        ({"topic": "ยาเสพ"}, [LOEI_1]),
        ({"topic": "งบประมาณ"}, [LOEI_2]),
        ({"topic": "O-NET"}, [LOEI_1, LOEI_2]),
        ({"programme": "โรงเรียนคุณภาพ ระดับประถมศึกษา"}, [UTTARADIT_1, UTTARADIT_2]),
        ({"programme": "1 ช่วย 3"}, []),
        ({"year": "2562"}, [LOEI_1, LOEI_2]),
        ({"year": "2019"}, [LOEI_1, LOEI_2]),
        ({"year": "๒๕๖๕", "party": "bo-phra"}, [UTTARADIT_2]),
        ({"year": "2560"}, []),
        ({"as_of": "2021-02-09"}, [LOEI_1, LOEI_2]),
        ({"as_of": "2023-12-31"}, [LOEI_1, LOEI_2, NAKHON_PATHOM, UTTARADIT_1, UTTARADIT_2]),
        ({"as_of": "2024-01-01"}, [LOEI_1, LOEI_2, UTTARADIT_1, UTTARADIT_2]),
    ],
)
def test_agreements_chosen(five: Store, given: dict[str, Cell], agreements: list[str]) -> None:
    assert rows(five, "agreements", "agreement_id", **given) == [(agreement,) for agreement in agreements]


def test_a_buddhist_year_is_said_back_beside_the_answer(five: Store) -> None:
    asked = ask(five, find_query([CYPHER], "agreements"), {"year": "2562"}, today=TODAY)
    assert [note.en for note in asked.notes] == ["year: 2562 is 2019"]
    assert asked.parameters["year"] == 2019


def test_parties_of_an_agreement_that_a_group_signed(five: Store) -> None:
    office = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19"
    assert rows(five, "parties-of", agreement=LOEI_2) == [
        ("chaturaphakhi", "กลุ่มจตุรภาคี", "Group", "partner", None),
        ("erawan", "โรงเรียนเอราวัณวิทยาคม", "School", "partner", "chaturaphakhi"),
        ("loei-sawang", "โรงเรียนเลยสว่างวิทยาคม", "School", "partner", "chaturaphakhi"),
        ("pha-noi", "โรงเรียนผาน้อยวิทยาคม", "School", "partner", "chaturaphakhi"),
        ("phasamyot", "โรงเรียนผาสามยอดวิทยาคม", "School", "partner", "chaturaphakhi"),
        ("spm-19", office, "Office", "office", None),
    ]
    assert rows(five, "parties-of", "party_id", "role", agreement=UTTARADIT_1) == [
        ("spp-uttaradit-1", "office"),
        ("wat-phra-fang", "lead"),
    ]


def test_agreements_between_two_parties_in_either_order(five: Store) -> None:
    found = rows(
        five, "agreements-between", "agreement_id", "role_a", "role_b", "status", a="bo-phra", b="wat-phra-fang"
    )
    assert found == [(UTTARADIT_2, "partner", "lead", "no term stated")]
    turned = rows(five, "agreements-between", "agreement_id", "role_a", "role_b", a="wat-phra-fang", b="bo-phra")
    assert turned == [(UTTARADIT_2, "lead", "partner")]
    assert rows(five, "agreements-between", a="erawan", b="spm-19") == []
    through = rows(
        five, "agreements-between", "agreement_id", "role_a", "role_b", a="erawan", b="spm-19", through_groups="yes"
    )
    assert through == [(LOEI_2, "partner", "office")]


def test_expiring_agreements(five: Store) -> None:
    found = rows(five, "expiring", "agreement_id", "until", "days_left", as_of="2023-12-01", within_days="30")
    assert found == [(NAKHON_PATHOM, "2023-12-31", 30)]
    assert rows(five, "expiring", as_of="2023-12-01", within_days="29") == []
    assert rows(five, "expiring", "days_left", as_of="2023-12-31") == [(0,)]
    assert rows(five, "expiring", as_of="2024-01-01", within_days="9999") == []
    assert rows(five, "expiring") == []
    assert rows(five, "expiring", "agreement_id", today=date(2023, 12, 1)) == [(NAKHON_PATHOM,)]


def test_people_of_an_office_school_and_group(five: Store) -> None:
    assert rows(five, "people-of", organisation="สพป.บุรีรัมย์ เขต ๑") == [
        ("manop", "มานพ คงเสนา", "รองผู้อำนวยการ", "current", "2021-01-28"),
        ("phochan", "โพชัน ขุนาพรม", "รองผู้อำนวยการ", "current", "2021-01-28"),
        ("prasit", "ประสิทธิ์ พิเศษ", "รองผู้อำนวยการ", "current", "2021-01-28"),
        ("soemrit", "เสริมฤทธิ์ หวายฤทธิ์ธนกุล", "ผู้อำนวยการ", "current", "2021-01-28"),
    ]
    former = ("mana", "มานะ อักษรณรงค์", "ผู้อำนวยการ", "former", "2021-01-28")
    assert rows(five, "people-of", organisation="anuban-buriram") == [former]
    assert rows(five, "people-of", organisation="anuban-buriram", status="former") == [former]
    assert rows(five, "people-of", organisation="anuban-buriram", status="current") == []
    acting = [("somkhit-ketsada", "สมคิด เกษดา", "ประธานกลุ่ม", "acting", "2019-06-05")]
    assert rows(five, "people-of", organisation="chaturaphakhi", status="acting") == acting


def test_positions_of_a_person_with_two_posts(five: Store) -> None:
    assert rows(five, "positions-of", person="สมคิด เกษดา") == [
        ("chaturaphakhi", "กลุ่มจตุรภาคี", "ประธานกลุ่ม", "acting", "2019-06-05"),
        ("phasamyot", "โรงเรียนผาสามยอดวิทยาคม", "ผู้อำนวยการ", "current", "2019-06-05"),
    ]


def test_the_chair_of_a_ceremony_is_no_witness(five: Store) -> None:
    witness = [("min-prachuapwan", NAKHON_PATHOM, "2021-02-10")]
    columns = ("person_id", "agreement_id", "signed_on")
    assert rows(five, "witnesses", *columns) == witness
    assert rows(five, "witnesses", *columns, agreement=NAKHON_PATHOM) == witness
    assert rows(five, "witnesses", *columns, person="มิน ประจวบวัน") == witness
    assert rows(five, "witnesses", person="matichon-munsut") == []
    assert rows(five, "witnesses", agreement=LOEI_1) == []


@pytest.mark.parametrize("text", ["ราศีชัย", "ราศรีชัย", "เฉลิมพร ราศรีชัย", "chaloemphon"])
def test_search_finds_one_person_by_either_spelling(five: Store, text: str) -> None:
    assert rows(five, "search", "id", "kind", text=text) == [("chaloemphon-rasrichai", "Person")]


@pytest.mark.parametrize("text", ["สพม.๑๙", "สพม. 19", "สพม.19", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๑๙"])
def test_search_finds_an_office_however_it_is_written_and_first(five: Store, text: str) -> None:
    first = rows(five, "search", "id", "name", "kind", text=text)[0]
    assert first == ("spm-19", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19", "Office")
    assert [row[0] for row in rows(five, "search", text=text, kind="Office")] == ["spm-19"]


def test_search_tells_best_first_and_only_matches(five: Store) -> None:
    # Both hold it; the shorter name is the better match.
    found = rows(five, "search", "id", text="อนุบาล", kind="school")
    assert found == [("anuban-nakhon-pathom",), ("anuban-buriram",)]
    exact_first = [row[0] for row in rows(five, "search", "id", text="คุณภาพ", kind="Topic")]
    assert exact_first[0] == "quality"
    assert set(exact_first) > {"quality", "education-quality", "quality-school"}
    assert [row[0] for row in rows(five, "search", "id", text="ร.ร.บ่อพระ")] == ["bo-phra"]


def test_search_without_a_match_has_no_rows_and_suggests_in_a_note(five: Store) -> None:
    asked = ask(five, find_query([CYPHER], "search"), {"text": "วัดพระฟาง"}, today=TODAY)
    assert asked.answer.rows == []
    assert asked.answer.columns == ["id", "name", "kind", "matched"]
    assert any("wat-phra-fang" in note.en for note in asked.notes)
    assert any("ใกล้เคียง" in note.th for note in asked.notes)


def test_evidence_of_a_school_and_its_relationships(five: Store) -> None:
    found = rows(five, "evidence-of", entity="bo-phra")
    document = "spp-uttaradit-1-2022-01-24"
    assert {row[0] for row in found} == {
        "School bo-phra",
        f"MENTORS wat-phra-fang bo-phra {UTTARADIT_2}",
        "MEMBER_OF bo-phra network-wat-phra-fang",
        f"SIGNED bo-phra {UTTARADIT_2}",
        "UNDER bo-phra spp-uttaradit-1",
    }
    assert ("School bo-phra", document, 1778, 1792, "โรงเรียนบ่อพระ") in found
    assert all(row[1] == document for row in found)
    assert found == sorted(found)
    for _, _, start, end, phrase in found:
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert end - start == len(str(phrase))


def test_evidence_of_a_declaration_and_of_a_document(five: Store) -> None:
    facts = {row[0] for row in rows(five, "evidence-of", entity="spm-34-2020-09-03-d1")}
    assert facts == {"Declaration spm-34-2020-09-03-d1", "ABOUT spm-34-2020-09-03-d1 spm-34-2020-09-03-e1"}
    assert rows(five, "evidence-of", entity="spm-34-2020-09-03") == []


def test_declared_numbers_and_what_is_recorded(five: Store) -> None:
    found = rows(five, "declarations", "about_id", "what", "declared", "recorded", "document_id")
    assert found == [
        ("chaturaphakhi", "members", 4, 4, "spm-19-2019-06-05"),
        ("network-anuban-buriram", "partners", 11, 0, "spp-buriram-1-2021-01-28"),
        ("network-wat-phra-fang", "partners", 4, 4, "spp-uttaradit-1-2022-01-24"),
        ("spm-34-2020-09-03-e1", "attendance", 135, None, "spm-34-2020-09-03"),
        ("spm-34-2020-09-03-e1", "schools", 38, 0, "spm-34-2020-09-03"),
        ("spp-uttaradit-1-2022-01-24-e1", "agreements", 2, 2, "spp-uttaradit-1-2022-01-24"),
    ]


def test_members_of_a_group_its_lead_among_them(five: Store) -> None:
    found = rows(five, "group-members", "school_id", "role", group="cluster-ban-o-krathing")
    assert found == [
        ("ban-huai-khwang", "member"),
        ("ban-nong-kham", "member"),
        ("ban-o-krathing", "lead"),
        ("wat-plak-mai-lai", "member"),
    ]
    assert rows(five, "group-members", group="mueang-buriram-4") == []


def test_offices_and_what_is_theirs(five: Store) -> None:
    columns = ("office_id", "level", "schools", "agreements", "mentors", "people")
    assert rows(five, "offices", *columns) == [
        ("obec", "national", 0, 0, 0, 1),
        ("onesqa", "national", 0, 0, 0, 0),
        ("spm-19", "area", 4, 2, 0, 1),
        ("spm-34", "area", 0, 0, 0, 1),
        ("spp-buriram-1", "area", 1, 0, 0, 4),
        ("spp-nakhon-pathom-1", "area", 8, 1, 2, 2),
        ("spp-uttaradit-1", "area", 5, 1, 1, 1),
    ]
    assert ("spp-nakhon-pathom-1", "area", 8, 0, 0, 2) in rows(five, "offices", *columns, as_of="2024-01-01")
    assert [row[0] for row in rows(five, "offices", as_of="2019-12-31")] == ["obec", "spm-19"]


def test_schools_and_what_they_lack(five: Store) -> None:
    assert len(rows(five, "schools")) == 19
    office = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19"
    erawan = ("erawan", "โรงเรียนเอราวัณวิทยาคม", office, "เลย", 1, 2, 0, 0)
    assert erawan in rows(five, "schools", province="เลย")
    assert rows(five, "schools", "school_id", group="network-wat-phra-fang", without="mentor") == [("wat-phra-fang",)]
    assert rows(five, "schools", "school_id", without="agreement") == [("anuban-buriram",), ("ban-nong-ya-plong",)]
    assert rows(five, "schools", "school_id", office="spm-19", without="head") == []
    assert rows(five, "schools", "school_id", office="spp-buriram-1", without="head") == [("anuban-buriram",)]
    assert rows(five, "schools", "office", "province", without="agreement")[1] == (None, None)


def test_events(five: Store) -> None:
    columns = ("event_id", "starts", "ends", "attendance")
    assert ("spm-34-2020-09-03-e1", "2020-09-03", "2020-09-03", 135) in rows(five, "events", *columns)
    assert rows(five, "events", "event_id", year="2562") == [("spm-19-2019-06-05-e1",)]
    assert rows(five, "events", "event_id", office="spp-buriram-1") == [("spp-buriram-1-2021-01-28-e1",)]
    assert rows(five, "events", "event_id", office="spm-34", year="2021") == []


def test_topics_and_programmes(five: Store) -> None:
    topics = rows(five, "topics", "topic_id", "agreements", "events")
    assert ("drugs", 1, 0) in topics
    assert ("o-net", 2, 0) in topics
    assert ("covid-19", 0, 1) in topics
    programmes = rows(five, "programmes", "programme_id", "min_partners", "agreements", "groups", "events")
    assert ("one-helps-three", 3, 0, 1, 1) in programmes
    assert ("quality-school-primary", None, 2, 0, 0) in programmes


def test_documents(five: Store) -> None:
    found = rows(five, "documents", "document_id", "date", "agreements")
    assert found == [
        ("spm-19-2019-06-05", "2019-06-05", 2),
        ("spm-34-2020-09-03", "2020-09-03", 0),
        ("spp-buriram-1-2021-01-28", "2021-01-28", 0),
        ("spp-nakhon-pathom-1-2021-02-10", "2021-02-10", 1),
        ("spp-uttaradit-1-2022-01-24", "2022-01-24", 2),
    ]
    for entities, sha256 in rows(five, "documents", "entities", "sha256"):
        assert isinstance(entities, int)
        assert entities > 0
        assert len(str(sha256)) == 64


def test_everything_around_an_entity(five: Store) -> None:
    witness = [
        ("spp-nakhon-pathom-1", "Office", 1, "HOLDS min-prachuapwan"),
        (NAKHON_PATHOM, "Agreement", 1, "WITNESSED min-prachuapwan"),
    ]
    columns = ("id", "kind", "hops", "via")
    assert rows(five, "network-of", *columns, entity="min-prachuapwan") == witness
    two = rows(five, "network-of", *columns, entity="min-prachuapwan", hops="2")
    assert set(witness) < set(two)
    assert ("ban-lam-phaya", "School", 2, f"SIGNED {NAKHON_PATHOM}") in two
    assert "min-prachuapwan" not in {row[0] for row in two}
    assert "Document" not in {row[1] for row in two}
    around = rows(five, "network-of", "id", entity="ban-nong-kham", as_of="2024-01-01")
    assert around == [("cluster-ban-o-krathing",), ("spp-nakhon-pathom-1",)]
    assert rows(five, "network-of", entity="ban-nong-kham", as_of="2020-12-31") == []


def test_the_shortest_way_between_two(five: Store) -> None:
    columns = ("step", "id", "kind", "relationship")
    assert rows(five, "path-between", *columns, a="สมคิด เกษดา", b="สุพรรณ กล้าหาญ") == [
        (0, "somkhit-ketsada", "Person", None),
        (1, "chaturaphakhi", "Group", "HOLDS"),
        (2, "loei-sawang", "School", "MEMBER_OF"),
        (3, "suphan-klahan", "Person", "HOLDS"),
    ]
    assert rows(five, "path-between", "id", a="erawan", b="erawan") == [("erawan",)]


def test_without_a_way_there_are_no_rows_and_a_note(five: Store) -> None:
    # Topics and the national office are in common, and are no way.
    for given in ({"a": "erawan", "b": "bo-phra"}, {"a": "somkhit-ketsada", "b": "suphan-klahan", "max_hops": "2"}):
        asked = ask(five, find_query([CYPHER], "path-between"), given, today=TODAY)
        assert asked.answer.rows == []
        assert any("connects" in note.en for note in asked.notes)


def test_wrong_parameters_are_errors_that_help(five: Store) -> None:
    with pytest.raises(ParameterError, match="min_partners: a whole number"):
        rows(five, "mentor-schools", min_partners="many")
    with pytest.raises(ParameterError, match="8"):
        rows(five, "path-between", a="erawan", b="bo-phra", max_hops="9")
    with pytest.raises(EntityNotFound, match="did you mean"):
        rows(five, "partners-of", school="วัดพระฝาง")
    with pytest.raises(EntityNotFound):
        rows(five, "agreements", topic="ไม่มีประเด็นนี้")


def test_an_answer_is_a_table_with_titles_in_both_languages(five: Store) -> None:
    table = ask(five, find_query([CYPHER], "expiring"), {"as_of": "2023-12-01"}, today=TODAY).table()
    assert [(column.name, column.kind) for column in table.columns] == [
        ("agreement_id", "text"),
        ("title", "text"),
        ("until", "date"),
        ("days_left", "integer"),
        ("parties", "list"),
    ]
    assert table.title is not None
    assert table.title.th == "ข้อตกลงที่ใกล้สิ้นสุด"
    assert table.rows[0][2] == "2023-12-31"
