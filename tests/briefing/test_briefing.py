"""What a briefing says of an office: the answers of saved questions and checks, for a director to read."""

from __future__ import annotations

import re
from datetime import date

import pytest

from benchmarks.synthetic import synthetic_facts
from graphmou.briefing.document import Briefing, Part
from graphmou.briefing.network_picture import MOST_DRAWN
from graphmou.briefing.writing import write_briefing
from graphmou.facts import DocumentFacts
from graphmou.graph import Graph, Node
from graphmou.language import Language
from tests.briefing.reports import briefing, report, report_of, texts_of

NAKHON_PATHOM, SPM_34, SPM_19 = "spp-nakhon-pathom-1", "spm-34", "spm-19"
OFFICES = (NAKHON_PATHOM, SPM_34, SPM_19, "spp-buriram-1", "spp-uttaradit-1", "obec", "onesqa")


def part(whole: Briefing, title: str) -> Part:
    (found,) = [one for one in whole.parts if one.title == title]
    return found


def cells(found: Part) -> list[list[str]]:
    return [[" / ".join(cell) for cell in row.cells] for row in found.rows]


def test_the_summary_counts_and_says_what_ends_soon() -> None:
    summary = briefing(NAKHON_PATHOM).summary
    assert [(one.number, one.label, one.note) for one in summary.figures] == [
        ("1", "ข้อตกลง (ฉบับ)", "มีผลบังคับ 1"),
        ("8", "โรงเรียนในสังกัด", "ยังมีสิ่งที่ขาด 8 แห่ง"),
        ("2", "โรงเรียนพี่เลี้ยง", "ดูแลโรงเรียนร่วมพัฒนา 6 แห่ง"),
        ("1", "สิ่งที่ขาดที่ควรดำเนินการ", "ควรตรวจสอบ 1 · เพื่อทราบ 9"),
    ]
    (ending,) = summary.ending.points
    assert ending.note == "สิ้นสุด 31 ธ.ค. 2566 (เหลือ 121 วัน)"
    assert (summary.gaps.points, summary.gaps.nothing) == ((), "ไม่พบเรื่องอื่นที่ควรดำเนินการจากการตรวจสอบ")


def test_the_gravest_gaps_come_first_with_what_to_do() -> None:
    points = briefing(SPM_34, "en").summary.gaps.points
    assert [one.severity for one in points] == ["error", "error", "warning"]
    assert "announced 38, recorded 0" in points[0].text
    assert points[0].note == "Ask for their names, and add them to the seed file of the document"
    assert not any("graphmou" in one.note for one in points)


def test_agreements_have_parties_term_and_status() -> None:
    (row,) = cells(part(briefing(NAKHON_PATHOM), "ข้อตกลงความร่วมมือ"))
    assert row[0].startswith("การดำเนินงานของเครือข่ายนวัตกรรมคุณภาพสถานศึกษา")
    assert row[1].count(" / ") == 7
    assert row[2:] == ["10 ก.พ. 2564", "10 ก.พ. 2564 – / 31 ธ.ค. 2566", "มีผลบังคับ"]
    first, second = cells(part(briefing(SPM_19, "en"), "Agreements"))
    assert (first[2:], second[2:]) == (["2019-06-05", "not stated", "no term stated"],) * 2
    assert "spm-19-2019-06-05-a2" not in second[0], "an agreement without a title is not called by its id"


def test_agreements_that_schools_signed_without_their_office_are_told_too() -> None:
    found = report("spp-uttaradit-1")
    assert [row["agreement_id"] for row in found.agreements] == [
        "spp-uttaradit-1-2022-01-24-a1",
        "spp-uttaradit-1-2022-01-24-a2",
    ]
    assert "spp-uttaradit-1" not in str(found.agreements[1]["party_ids"])
    assert report("spp-uttaradit-1", date(2022, 1, 23)).agreements == ()


def test_mentors_stand_with_their_partners() -> None:
    rows = cells(part(briefing(NAKHON_PATHOM), "โรงเรียนพี่เลี้ยงและโรงเรียนร่วมพัฒนา"))
    assert rows[0] == [
        "โรงเรียนอนุบาลนครปฐม",
        "โรงเรียนบ้านลำพยา / โรงเรียนบ้านหนองหิน / โรงเรียนบ้านทุ่งน้อย",
        "เอกสารระบุ",
        "31 ธ.ค. 2566",
        "มีผลบังคับ",
    ]
    inferred = part(briefing("spp-uttaradit-1"), "โรงเรียนพี่เลี้ยงและโรงเรียนร่วมพัฒนา")
    assert inferred.said == ("รายการที่ระบุว่าอนุมาน คือพิจารณาจากบทบาทในเครือข่าย ไม่มีเอกสารระบุโดยตรง",)


def test_schools_say_what_they_lack_and_a_mentor_needs_no_mentor() -> None:
    rows = {row[0]: row[4] for row in cells(part(briefing(NAKHON_PATHOM), "โรงเรียนในสังกัด และสิ่งที่ยังขาด"))}
    assert set(rows.values()) == {"ข้อมูลผู้บริหาร"}
    rows = {row[0]: row[4] for row in cells(part(briefing(SPM_19), "โรงเรียนในสังกัด และสิ่งที่ยังขาด"))}
    assert set(rows.values()) == {"พี่เลี้ยง"}
    assert report("spp-buriram-1").lacking == {"anuban-buriram": frozenset({"agreement", "mentor", "head"})}


def test_people_of_the_office_come_before_those_of_its_schools() -> None:
    rows = cells(part(briefing(SPM_19), "บุคลากร"))
    assert rows[0][1:] == ["ผู้อำนวยการ", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19", "รักษาการ", "5 มิ.ย. 2562"]
    assert [row[2] for row in rows[1:]] == [
        "โรงเรียนเอราวัณวิทยาคม",
        "โรงเรียนเลยสว่างวิทยาคม",
        "โรงเรียนผาน้อยวิทยาคม",
        "โรงเรียนผาสามยอดวิทยาคม",
    ]


def test_numbers_announced_stand_beside_what_is_recorded_with_their_source() -> None:
    rows = cells(part(briefing(SPM_34), "จำนวนที่ประกาศ เทียบกับที่บันทึกไว้"))
    assert [row[1:] for row in rows] == [["ผู้เข้าร่วม", "135", "ไม่บันทึกรายบุคคล", "[1]"], ["โรงเรียน", "38", "0", "[1]"]]


def test_gaps_are_those_of_the_network_alone() -> None:
    found = {result.name: [gap["id"] for gap in result.gaps] for result in report("spp-buriram-1").gaps}
    assert found["declared-vs-recorded"] == ["network-anuban-buriram"]
    assert found["office-without-agreement"] == ["spp-buriram-1"]
    assert "headcount-mismatch" not in found
    assert [result.severity for result in report(SPM_34).gaps] == ["error", "error", "warning"]
    assert {result.name for result in report("spp-uttaradit-1").gaps} >= {"inferred-mentoring"}, "gaps of relationships"


def test_sources_are_quoted_in_phrases_never_longer_than_eighty_characters() -> None:
    for office in OFFICES:
        for source in report(office).sources:
            assert all(len(phrase) <= 80 for phrase in source.phrases)
    (row,) = cells(part(briefing(SPM_34), "แหล่งข้อมูล"))
    assert row[1].endswith("สพม.34 · 3 ก.ย. 2563")
    assert row[2].startswith("“สพม.34” / “ดร.เสน่ห์ กรแก้ว")


def test_days_are_of_the_buddhist_era_in_thai_and_iso_in_english() -> None:
    for office in OFFICES:
        thai, english = " ".join(texts_of(briefing(office))), " ".join(texts_of(briefing(office, "en")))
        assert "ณ วันที่ 1 ก.ย. 2566" in thai
        # An id of ours may hold a day; a day by itself is shown in the era of the reader.
        assert not re.search(r"(?<![\w-])20\d\d-\d\d-\d\d(?![\w-])", thai)
        assert "as of 2023-09-01" in english


def test_an_earlier_day_shows_only_what_was_in_force_and_known_then() -> None:
    before = report(NAKHON_PATHOM, date(2021, 2, 9))
    assert (before.agreements, before.mentors, before.people, before.sources) == ((), (), (), ())
    during = report(NAKHON_PATHOM, date(2022, 1, 1))
    assert [row["status"] for row in during.agreements] == ["in force"]
    assert not during.ending
    after = report(NAKHON_PATHOM, date(2024, 1, 1))
    assert (after.agreements, after.mentors) == ((), ())
    assert len(after.sources) == 1
    whole = briefing(NAKHON_PATHOM, "th", date(2022, 1, 1))
    assert whole.day == "เฉพาะข้อมูลที่มีผล ณ วันที่ 1 ม.ค. 2565"
    said = part(whole, "โรงเรียนในสังกัด และสิ่งที่ยังขาด").said
    assert said == ("รายการนี้แสดงข้อมูลทั้งหมดที่บันทึกไว้จนถึงปัจจุบัน มิได้จำกัดตามวันที่ข้างต้น",)


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_office_about_which_nothing_is_recorded_is_told_so(language: Language) -> None:
    facts = DocumentFacts("d-2023-01-01", "2023-01-01", Graph())
    facts.graph.add(Node("Document", facts.document, {"name": "ข่าว", "date": "2023-01-01", "date_precision": "day"}))
    facts.graph.add(Node("Office", "lonely", {"name": "สำนักงานหนึ่ง", "level": "national"}))
    found = report_of([facts], "lonely")
    whole = write_briefing(found, language)
    assert whole.summary.said.startswith({"th": "ยังไม่มีข้อมูลของสำนักงานนี้ที่บันทึกไว้", "en": "Nothing is recorded"}[language])
    assert [one.number for one in whole.summary.figures[:3]] == ["0", "0", "0"]
    assert all(one.said for one in whole.parts if not one.rows)
    assert [node.id for node in found.scene.nodes] == ["lonely"]


def test_a_large_office_is_cut_to_what_can_be_read_and_says_how_to_see_the_rest() -> None:
    found = report_of(synthetic_facts(300, 1000, 3600, documents=1), "office-0", today=date(2020, 9, 1))
    whole = write_briefing(found, "en")
    assert (len(found.agreements), len(found.schools)) == (1000, 300)
    agreements = part(whole, "Agreements")
    assert len(agreements.rows) == 30
    assert (agreements.more, agreements.command) == (
        "and 970 more",
        "graphmou query agreements -p office=office-0",
    )
    # What ends first stands first; what states no end comes after all of those.
    assert {row.cells[4] for row in agreements.rows} == {("in force",)}
    assert found.agreements[-1]["status"] == "no term stated"
    assert all(len(one.rows) <= 30 for one in whole.parts)
    assert max(len(cell) for one in whole.parts for row in one.rows for cell in row.cells) <= 13
    assert found.drawn == len(found.scene.nodes) <= MOST_DRAWN < found.network
    assert "The picture shows" in (found.scene.caption.en if found.scene.caption else "")
    assert whole.picture_command == "graphmou draw -o network.html --focus office-0 --hops 2"
    summary = whole.summary
    assert (summary.figures[0].number, summary.figures[1].number) == ("1,000", "300")
    assert len(summary.gaps.points) == 5
    assert summary.gaps.count > 100
