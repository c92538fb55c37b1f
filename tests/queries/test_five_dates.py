"""An independent reading of the five press releases: what each question answers on five days and without a day.

The rows were written from the texts alone. Where one question is asked of one thing at a time, every thing is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest

from graphmou.store.protocol import Cell, Store
from tests.queries.stores import rows

TODAY = date(2026, 11, 25)
LOEI_DAY, BEFORE_NAKHON_PATHOM, IN_2021, LAST_MONTH, NOW = (
    "2019-06-05",  # the day both Loei agreements were signed
    "2021-01-31",  # after Buriram's meeting, before Nakhon Pathom signed; its term is "2021", but no earlier than that
    "2021-06-30",
    "2023-12-01",  # 30 days before the last day of "2023"
    "2026-11-25",  # Nakhon Pathom's agreement is over; the other four state no term
)
DAYS = [None, LOEI_DAY, BEFORE_NAKHON_PATHOM, IN_2021, LAST_MONTH, NOW]

L1, L2 = "spm-19-2019-06-05-a1", "spm-19-2019-06-05-a2"
N1 = "spp-nakhon-pathom-1-2021-02-10-a1"
U1, U2 = "spp-uttaradit-1-2022-01-24-a1", "spp-uttaradit-1-2022-01-24-a2"

LOEI = ["erawan", "loei-sawang", "pha-noi", "phasamyot"]
ANUBAN = ["ban-lam-phaya", "ban-nong-hin", "ban-thung-noi"]
O_KRATHING = ["ban-huai-khwang", "ban-nong-kham", "wat-plak-mai-lai"]
PHRA_FANG = ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo"]
NAKHON_PATHOM = sorted(["anuban-nakhon-pathom", "ban-o-krathing", *ANUBAN, *O_KRATHING])
UTTARADIT = sorted(["wat-phra-fang", *PHRA_FANG])
MENTORED = {"anuban-nakhon-pathom": ANUBAN, "ban-o-krathing": O_KRATHING, "wat-phra-fang": PHRA_FANG}
SCHOOLS = sorted([*LOEI, *NAKHON_PATHOM, *UTTARADIT, "anuban-buriram", "ban-nong-ya-plong"])
OFFICES = ["obec", "onesqa", "spm-19", "spm-34", "spp-buriram-1", "spp-nakhon-pathom-1", "spp-uttaradit-1"]

PARTIES = {
    L1: LOEI,
    L2: ["chaturaphakhi", "spm-19"],
    N1: NAKHON_PATHOM,
    U1: ["spp-uttaradit-1", "wat-phra-fang"],
    U2: UTTARADIT,
}


def on(day: str | None) -> dict[str, Cell]:
    return {} if day is None else {"as_of": day}


def answer(store: Store, name: str, *columns: str, **given: Cell) -> list[tuple[Cell, ...]]:
    return rows(store, name, *columns, today=TODAY, **given)


def term(day: str | None, agreement: str) -> tuple[str | None, str | None, str] | None:
    """Start, end and status of an agreement; None where it is not in force that day."""
    if agreement == N1:
        if day is None:
            return "2021-02-10", "2023-12-31", "ended"
        return ("2021-02-10", "2023-12-31", "in force") if day in (IN_2021, LAST_MONTH) else None
    begun = agreement in (L1, L2) or day in (None, LAST_MONTH, NOW)
    return (None, None, "no term stated") if begun else None


@pytest.mark.parametrize("day", DAYS)
def test_mentor_schools(five: Store, day: str | None) -> None:
    wat_phra_fang = ("wat-phra-fang", 4, "inferred", None, "no term stated", PHRA_FANG)
    nakhon_pathom = [
        (lead, 3, "stated", "2023-12-31", "ended" if day is None else "in force", MENTORED[lead])
        for lead in ("anuban-nakhon-pathom", "ban-o-krathing")
    ]
    expected = {
        None: [wat_phra_fang, *nakhon_pathom],
        LOEI_DAY: [],
        BEFORE_NAKHON_PATHOM: [],
        IN_2021: nakhon_pathom,
        LAST_MONTH: [wat_phra_fang, *nakhon_pathom],
        NOW: [wat_phra_fang],
    }
    columns = ("school_id", "partners", "basis", "until", "status", "partner_ids")
    assert answer(five, "mentor-schools", *columns, **on(day)) == expected[day]


@pytest.mark.parametrize("day", DAYS)
def test_partners_and_mentors_of_every_school(five: Store, day: str | None) -> None:
    columns = ("basis", "agreement_id", "starts", "until", "status")
    for school in SCHOOLS:
        partners: list[tuple[Cell, ...]] = []
        mentors: list[tuple[Cell, ...]] = []
        for lead, mentored in MENTORED.items():
            agreement, basis = (U2, "inferred") if lead == "wat-phra-fang" else (N1, "stated")
            if terms := term(day, agreement):
                partners += [(partner, basis, agreement, *terms) for partner in mentored if lead == school]
                mentors += [(lead, basis, agreement, *terms) for partner in mentored if partner == school]
        assert answer(five, "partners-of", "partner_id", *columns, school=school, **on(day)) == partners, school
        assert answer(five, "mentors-of", "mentor_id", *columns, school=school, **on(day)) == mentors, school


@pytest.mark.parametrize("day", DAYS)
def test_agreements_and_those_of_each_party_and_office(five: Store, day: str | None) -> None:
    signed = {L1: "2019-06-05", L2: "2019-06-05", N1: "2021-02-10", U1: "2022-01-24", U2: "2022-01-24"}
    expected = [
        (agreement, signed[agreement], *terms, parties, [agreement[:-3]])
        for agreement, parties in PARTIES.items()
        if (terms := term(day, agreement))
    ]
    columns = ("agreement_id", "signed_on", "starts", "until", "status", "party_ids", "documents")
    assert answer(five, "agreements", *columns, **on(day)) == expected
    in_force = [agreement for agreement in PARTIES if term(day, agreement)]
    for party in [*SCHOOLS, *OFFICES, "chaturaphakhi", "mueang-buriram-4", "network-anuban-buriram"]:
        own = [agreement for agreement in in_force if party in PARTIES[agreement]]
        assert ids(answer(five, "agreements", party=party, **on(day))) == own, party
        through = [agreement for agreement in in_force if agreement in own or (party in LOEI and agreement == L2)]
        assert ids(answer(five, "agreements", party=party, through_groups=True, **on(day))) == through, party
    of_office = {"spm-19": [L1, L2], "spp-nakhon-pathom-1": [N1], "spp-uttaradit-1": [U1]}
    for office in OFFICES:
        theirs = [agreement for agreement in in_force if agreement in of_office.get(office, [])]
        assert ids(answer(five, "agreements", office=office, **on(day))) == theirs, office


@pytest.mark.parametrize("day", DAYS)
def test_agreements_that_expire(five: Store, day: str | None) -> None:
    columns = ("agreement_id", "until", "days_left")
    soon = [(N1, "2023-12-31", 30)] if day == LAST_MONTH else []
    assert answer(five, "expiring", *columns, **on(day)) == soon
    assert answer(five, "expiring", *columns, within_days=30, **on(day)) == soon
    assert answer(five, "expiring", *columns, within_days=29, **on(day)) == []
    # 914 days from 30 June 2021; before it is signed it does not expire, however far one looks.
    far = {IN_2021: [(N1, "2023-12-31", 914)], LAST_MONTH: soon}
    assert answer(five, "expiring", *columns, within_days=9999, **on(day)) == far.get(str(day), [])


@pytest.mark.parametrize("day", DAYS)
def test_offices(five: Store, day: str | None) -> None:
    # level, schools, agreements, mentors, people: of each office that a document had named by then
    first_named = {
        "obec": LOEI_DAY,
        "onesqa": BEFORE_NAKHON_PATHOM,
        "spm-19": LOEI_DAY,
        "spm-34": BEFORE_NAKHON_PATHOM,
        "spp-buriram-1": BEFORE_NAKHON_PATHOM,
        "spp-nakhon-pathom-1": IN_2021,
        "spp-uttaradit-1": LAST_MONTH,
    }
    nakhon_pathom = ("area", 8, 0, 0, 2) if day == NOW else ("area", 8, 1, 2, 2)
    counts: dict[str, tuple[Cell, ...]] = {
        "obec": ("national", 0, 0, 0, 0 if day == LOEI_DAY else 1),
        "onesqa": ("national", 0, 0, 0, 0),
        "spm-19": ("area", 4, 2, 0, 1),
        "spm-34": ("area", 0, 0, 0, 1),
        "spp-buriram-1": ("area", 1, 0, 0, 4),
        "spp-nakhon-pathom-1": nakhon_pathom,
        "spp-uttaradit-1": ("area", 5, 1, 1, 1),
    }
    columns = ("office_id", "level", "schools", "agreements", "mentors", "people")
    expected = [(office, *counts[office]) for office in OFFICES if day is None or first_named[office] <= day]
    assert answer(five, "offices", *columns, **on(day)) == expected


AROUND = {
    # what stands around it, and the first and last of our days on which it does
    "anuban-nakhon-pathom": {
        "cluster-anuban-nakhon-pathom": ("MEMBER_OF", IN_2021, NOW),
        "spp-nakhon-pathom-1": ("UNDER", IN_2021, NOW),
        N1: ("SIGNED", IN_2021, LAST_MONTH),
        **dict.fromkeys(ANUBAN, ("MENTORS", IN_2021, LAST_MONTH)),
    },
    "wat-chong-lom": {
        "network-wat-phra-fang": ("MEMBER_OF", LAST_MONTH, NOW),
        "spp-uttaradit-1": ("UNDER", LAST_MONTH, NOW),
        U2: ("SIGNED", LAST_MONTH, NOW),
        "wat-phra-fang": ("MENTORS", LAST_MONTH, NOW),
    },
    "chaturaphakhi": {
        **dict.fromkeys(LOEI, ("MEMBER_OF", LOEI_DAY, NOW)),
        "somkhit-ketsada": ("HOLDS", LOEI_DAY, NOW),
        "spm-19": ("UNDER", LOEI_DAY, NOW),
        "spm-19-2019-06-05-d1": ("ABOUT", LOEI_DAY, NOW),
        L2: ("SIGNED", LOEI_DAY, NOW),
    },
    "min-prachuapwan": {
        "spp-nakhon-pathom-1": ("HOLDS", IN_2021, NOW),
        N1: ("WITNESSED", IN_2021, LAST_MONTH),
    },
    "mana": {
        "anuban-buriram": ("HOLDS", BEFORE_NAKHON_PATHOM, NOW),
        "spp-buriram-1-2021-01-28-e1": ("ATTENDED", BEFORE_NAKHON_PATHOM, NOW),
    },
}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("centre", list(AROUND))
def test_what_is_around(five: Store, centre: str, day: str | None) -> None:
    expected = [
        (other, 1, f"{how} {centre}")
        for other, (how, first, last) in sorted(AROUND[centre].items())
        if day is None or first <= day <= last
    ]
    assert answer(five, "network-of", "id", "hops", "via", entity=centre, **on(day)) == expected


def test_every_party_and_its_role(five: Store) -> None:
    leads = ["anuban-nakhon-pathom", "ban-o-krathing", "wat-phra-fang"]
    for agreement, parties in PARTIES.items():
        role = {party: "lead" if party in leads else "office" if party in OFFICES else "partner" for party in parties}
        expected: list[tuple[Cell, ...]] = [(party, role[party], None) for party in parties]
        if agreement == L2:
            expected += [(school, "partner", "chaturaphakhi") for school in LOEI]
        columns = ("party_id", "role", "via")
        assert answer(five, "parties-of", *columns, agreement=agreement) == sorted(expected, key=str)


def test_agreements_between_every_two_parties(five: Store) -> None:
    parties = ["erawan", "phasamyot", "chaturaphakhi", "spm-19", "wat-phra-fang", "bo-phra", "spp-uttaradit-1"]
    for a in parties:
        for b in parties:
            if a != b:
                both = [agreement for agreement, signed in PARTIES.items() if {a, b} <= set(signed)]
                assert ids(answer(five, "agreements-between", a=a, b=b)) == both, (a, b)
    columns = ("agreement_id", "signed_on", "role_a", "role_b", "status")
    two_leads = answer(five, "agreements-between", *columns, a="ban-o-krathing", b="anuban-nakhon-pathom")
    assert two_leads == [(N1, "2021-02-10", "lead", "lead", "ended")]
    assert ids(answer(five, "agreements-between", a="spm-19", b="pha-noi", through_groups=True)) == [L2]


POSITIONS = {
    "mongkhon-runathat": [("spp-uttaradit-1", "ผู้อำนวยการ", "current", "2022-01-24")],
    "somkhit-ketsada": [
        ("chaturaphakhi", "ประธานกลุ่ม", "acting", "2019-06-05"),
        ("phasamyot", "ผู้อำนวยการ", "current", "2019-06-05"),
    ],
    "phairot-phromson": [("spm-19", "ผู้อำนวยการ", "acting", "2019-06-05")],
    "chaloemphon-rasrichai": [("erawan", "ผู้อำนวยการ", "current", "2019-06-05")],
    "prathipsaeng-phonraksa": [("pha-noi", "ผู้อำนวยการ", "current", "2019-06-05")],
    "suphan-klahan": [("loei-sawang", "ผู้อำนวยการ", "current", "2019-06-05")],
    "matichon-munsut": [("spp-nakhon-pathom-1", "ผู้อำนวยการ", "current", "2021-02-10")],
    "min-prachuapwan": [("spp-nakhon-pathom-1", "รองผู้อำนวยการ", "current", "2021-02-10")],
    "soemrit": [("spp-buriram-1", "ผู้อำนวยการ", "current", "2021-01-28")],
    "phochan": [("spp-buriram-1", "รองผู้อำนวยการ", "current", "2021-01-28")],
    "manop": [("spp-buriram-1", "รองผู้อำนวยการ", "current", "2021-01-28")],
    "prasit": [("spp-buriram-1", "รองผู้อำนวยการ", "current", "2021-01-28")],
    "songsak": [("ban-nong-ya-plong", "ผู้อำนวยการ", "current", "2021-01-28")],
    "mana": [("anuban-buriram", "ผู้อำนวยการ", "former", "2021-01-28")],
    "phuthon": [("obec", "ผู้เชี่ยวชาญด้านการบริหารการจัดการศึกษา", "current", "2020-09-03")],
    "sane": [("spm-34", "ผู้อำนวยการกลุ่มนิเทศติดตามและประเมินผลการจัดการศึกษา", "current", "2020-09-03")],
    "prayut": [],
}
"""All 17 people. The prime minister is named, but holds no position at a body of the graph."""


def test_positions_of_everybody_and_people_of_everything(five: Store) -> None:
    columns = ("title", "status", "known_on")
    for person, held in POSITIONS.items():
        assert answer(five, "positions-of", "organisation_id", *columns, person=person) == held, person
    for organisation in [*OFFICES, *SCHOOLS, "chaturaphakhi", "mueang-buriram-4"]:
        here = sorted((person, *at[1:]) for person, held in POSITIONS.items() for at in held if at[0] == organisation)
        assert answer(five, "people-of", "person_id", *columns, organisation=organisation) == here, organisation
        for status in ("current", "acting", "former"):
            some = [row[0] for row in here if row[2] == status]
            assert ids(answer(five, "people-of", organisation=organisation, status=status)) == some, organisation


def test_schools_and_which_of_them_have_nobody(five: Store) -> None:
    office = {
        **dict.fromkeys(LOEI, "spm-19"),
        **dict.fromkeys(NAKHON_PATHOM, "spp-nakhon-pathom-1"),
        **dict.fromkeys(UTTARADIT, "spp-uttaradit-1"),
        "anuban-buriram": "spp-buriram-1",
    }
    mentored = [partner for partners in MENTORED.values() for partner in partners]
    expected = [
        (
            school,
            0 if school == "ban-nong-ya-plong" else 1,
            # through their group the schools of Loei have a second agreement
            sum(school in parties for parties in PARTIES.values()) + (school in LOEI),
            int(school in mentored),
            len(MENTORED.get(school, [])),
        )
        for school in SCHOOLS
    ]
    assert answer(five, "schools", "school_id", "groups", "agreements", "mentors", "partners") == expected
    for one in OFFICES:
        assert ids(answer(five, "schools", office=one)) == [school for school in SCHOOLS if office.get(school) == one]
    headed = [*LOEI, "ban-nong-ya-plong"]
    lacking = {
        "mentor": [school for school in SCHOOLS if school not in mentored],
        "agreement": ["anuban-buriram", "ban-nong-ya-plong"],
        "head": [school for school in SCHOOLS if school not in headed],
    }
    for what, found in lacking.items():
        assert ids(answer(five, "schools", without=what)) == found, what


def test_events(five: Store) -> None:
    hotel = "ห้องเรือนคุ้ม โรงแรมคุ้มภูคำ จังหวัดเชียงใหม่"
    columns = ("event_id", "starts", "ends", "attendance", "people")
    assert answer(five, "events", *columns) == [
        ("spm-19-2019-06-05-e1", "2019-06-05", "2019-06-05", None, 0),
        ("spm-34-2020-09-03-e1", "2020-09-03", "2020-09-03", 135, 2),
        ("spp-buriram-1-2021-01-28-e1", "2021-01-28", "2021-01-28", None, 6),
        ("spp-nakhon-pathom-1-2021-02-10-e1", "2021-02-10", "2021-02-10", None, 2),
        ("spp-uttaradit-1-2022-01-24-e1", "2022-01-24", "2022-01-24", None, 1),
        ("spp-uttaradit-1-2022-01-24-e2", "2022-02-05", "2022-02-06", None, 0),
    ]
    assert answer(five, "events", "place", year="2563") == [(hotel,)]
    assert len(answer(five, "events", year="2565")) == 2


def test_witnesses_declarations_and_members(five: Store) -> None:
    assert ids(answer(five, "witnesses")) == ["min-prachuapwan"]
    assert answer(five, "declarations", "about_id", "what", "declared", "recorded") == [
        ("chaturaphakhi", "members", 4, 4),
        ("network-anuban-buriram", "partners", 11, 0),
        ("network-wat-phra-fang", "partners", 4, 4),
        ("spm-34-2020-09-03-e1", "attendance", 135, None),
        ("spm-34-2020-09-03-e1", "schools", 38, 0),
        ("spp-uttaradit-1-2022-01-24-e1", "agreements", 2, 2),
    ]
    members = {
        "chaturaphakhi": LOEI,
        "cluster-anuban-nakhon-pathom": ["anuban-nakhon-pathom", *ANUBAN],
        "cluster-ban-o-krathing": ["ban-o-krathing", *O_KRATHING],
        "network-wat-phra-fang": UTTARADIT,
        "network-anuban-buriram": ["anuban-buriram"],
        "mueang-buriram-4": [],
    }
    for group, schools in members.items():
        leads = [*MENTORED, "anuban-buriram"]
        roles = [(school, "lead" if school in leads else "member") for school in schools]
        assert answer(five, "group-members", "school_id", "role", group=group) == sorted(roles), group


def ids(found: Iterable[Sequence[Cell]]) -> list[Cell]:
    return [row[0] for row in found]
