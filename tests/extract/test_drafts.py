"""What becomes of findings: held to the text, named, and written as a draft that is a right seed file once accepted."""

from __future__ import annotations

import copy
import gc
import hashlib
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import graphmou
from graphmou.extract.drafting import DraftFolder, as_json, make_draft, name_findings
from graphmou.extract.drafting.evidence import Phrases
from graphmou.extract.drafting.identity import office_id
from graphmou.extract.findings import EntityFound, Findings, Quote
from graphmou.extract.sources import Source, source_of_bytes
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.extract.truth import hold_to_text
from graphmou.romanise import slug
from graphmou.seed.reader import read_seed
from graphmou.seed.verify import verify_facts
from tests.extract.found import TEXT, findings, quote

SOURCE = Source(Path("news.txt"), TEXT, "news.txt", hashlib.sha256(TEXT.encode()).hexdigest())


def text_of_draft(found: Findings, source: Source = SOURCE) -> str:
    return make_draft(name_findings(hold_to_text(found, source.text).findings, source), origin="../news.txt").text()


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_an_accepted_draft_is_a_right_seed_file_whose_evidence_stands(tmp_path: Path) -> None:
    path = tmp_path / "news.yaml"
    path.write_text(text_of_draft(findings()).replace("review: pending", "review: accepted"), encoding="utf-8")
    (tmp_path / "news.txt").write_bytes(TEXT.encode())
    facts = read_seed([path])
    counts = facts[0].graph.type_counts()
    assert {name: counts[name] for name in ("SIGNED", "MENTORS", "HOLDS", "SIGNED_FOR", "WITNESSED", "OVERSEES")} == {
        "SIGNED": 2, "MENTORS": 1, "HOLDS": 1, "SIGNED_FOR": 1, "WITNESSED": 1, "OVERSEES": 1,
    }  # fmt: skip
    found = verify_facts(facts, tmp_path)
    assert [str(problem) for problem in found.problems if "Group" not in str(problem)] == []
    assert found.phrases > 30


def test_ids_can_be_read_and_are_the_same_only_where_the_thing_surely_is() -> None:
    draft = loaded(text_of_draft(findings()))
    letters = SOURCE.sha256[:6]
    assert draft["document"]["id"] == "spp-nan-1-2021-02-10"
    assert draft["offices"][0]["id"] == "spp-nan-1"
    assert [school["id"] for school in draft["schools"]] == [f"wat-e-{letters}", f"wat-bi-{letters}"]
    assert draft["agreements"][0]["id"] == "spp-nan-1-2021-02-10-a1"
    other = loaded(text_of_draft(findings(), replace(SOURCE, sha256="f" * 64)))
    assert other["offices"] == draft["offices"]
    assert other["topics"] == draft["topics"]
    assert other["schools"][0]["id"] != draft["schools"][0]["id"]


def test_two_schools_of_one_name_are_numbered() -> None:
    found = findings()
    found.schools[1].name = "โรงเรียนวัดเอ"
    ids = [school["id"] for school in loaded(text_of_draft(found))["schools"]]
    assert ids[1] == f"{ids[0]}-2"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุตรดิตถ์ เขต ๑", "spp-uttaradit-1"),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 34", "spm-34"),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาลำปาง ลำพูน", "spm-lampang-lamphun"),
        ("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "obec"),
    ],
)
def test_offices_have_the_ids_of_the_seed(name: str, expected: str) -> None:
    assert office_id(name) == expected


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("วัดพระฝาง", "wat-phra-fang"),
        ("บ้านบ่อพระ", "ban-bo-phra"),
        ("มงคล รุณธาตุ", "mongkhon-runthatu"),
        ("ประชารัฐ ๓ (COVID-19)", "pracha-rat-3-covid-19"),
        ("日本", ""),
    ],
)
def test_names_are_written_so_that_they_can_be_recognised(name: str, written: str) -> None:
    assert slug(name) == written


@given(st.text(max_size=80))
def test_any_name_gives_an_id_or_nothing(name: str) -> None:
    written = slug(name)
    assert not written or (written.isascii() and set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"))
    assert "--" not in written
    assert written == written.strip("-")


def test_a_finding_without_a_true_quote_is_refused() -> None:
    found = findings()
    found.schools.append(EntityFound("s3", "โรงเรียนวัดซี", [Quote(0, 5, "โรงเร")]))
    found.schools.append(EntityFound("s4", "โรงเรียนวัดดี", []))
    found.schools.append(EntityFound("s5", "โรงเรียนยาว", [Quote(0, 90, TEXT[:90])]))
    held = hold_to_text(found, TEXT)
    assert [school.id for school in held.findings.schools] == ["s1", "s2"]
    assert len(held.refused) == 3


def test_an_office_outside_the_network_is_an_occupation() -> None:
    found = findings()
    found.positions.append(replace(found.positions[0], person="p2", title="นายกรัฐมนตรี", organisation=""))
    held = hold_to_text(found, TEXT)
    assert held.refused == []
    assert loaded(text_of_draft(found))["people"][1]["occupation"] == "นายกรัฐมนตรี"
    named = name_findings(held.findings, SOURCE)
    assert as_json(held.findings, SOURCE, named.ids)["positions"][1]["organisation"] is None


def test_what_names_a_refused_finding_loses_it() -> None:
    found = findings()
    found.schools[1].quotes = [Quote(0, 3, "xyz")]
    kept = hold_to_text(found, TEXT).findings
    assert [party.id for party in kept.agreements[0].parties] == ["s1"]
    assert kept.mentoring == []
    assert kept.groups[0].members == ["s1"]


def test_a_group_without_a_name_is_said_to_have_none_and_is_quoted_with_its_lead() -> None:
    found = findings()
    found.groups[0].name, found.groups[0].named, found.counts[0].about = "เครือข่ายของโรงเรียนวัดเอ", False, "g1"
    draft = loaded(text_of_draft(found))
    group = draft["groups"][0]
    assert (group["named"], "aliases" in group) == ("false", False)
    for entry in (group, *group["members"], draft["declarations"][0]):
        phrases = " ".join(one["phrase"] for one in entry["evidence"])
        assert "วัดเอ" in phrases
        assert "เครือข่าย" in phrases
    named = name_findings(hold_to_text(found, TEXT).findings, SOURCE)
    assert [one["named"] for one in as_json(named.findings, SOURCE, named.ids)["groups"]] == [False]


def test_an_agreement_that_is_told_only_by_its_kind_has_no_name() -> None:
    assert "name" not in loaded(text_of_draft(findings()))["agreements"][0]
    found = findings()
    found.agreements[0].title = "การอ่านออกเขียนได้"
    assert loaded(text_of_draft(found))["agreements"][0]["name"] == "การอ่านออกเขียนได้"


def test_a_phrase_over_the_end_of_a_windows_line_is_cut_for_the_seed() -> None:
    found = findings()
    found.schools[0].quotes = [quote("บันทึกข้อตกลง (MOU)\r\nวันที่ 10")]
    phrase = loaded(text_of_draft(found))["schools"][0]["evidence"][0]
    assert phrase["phrase"] == "บันทึกข้อตกลง (MOU)"
    assert TEXT[int(phrase["start"]) : int(phrase["end"])] == phrase["phrase"]


def test_a_document_without_a_day_says_so_and_is_asked_for_it() -> None:
    found = findings()
    found.dates, found.agreements[0].signed_on, found.events[0].starts = [], None, None
    draft = loaded(text_of_draft(found))
    assert "date" not in draft["document"]
    assert any(warning["kind"] == "uncertain-date" for warning in draft["warnings"])


def test_an_end_before_the_beginning_is_no_end() -> None:
    found = findings()
    found.agreements[0].ends = "2019"
    agreement = loaded(text_of_draft(found))["agreements"][0]
    assert agreement["starts"] == "2021"
    assert "ends" not in agreement


def test_the_json_has_the_lists_and_fields_of_the_contract() -> None:
    named = name_findings(hold_to_text(findings(), TEXT).findings, SOURCE)
    found = as_json(named.findings, SOURCE, named.ids)
    lists = "offices schools organisations people groups programmes events agreements mentoring positions topics"
    lists += " dates counts"
    assert set(found) == {"document", "warnings", *lists.split()}
    (agreement,) = found["agreements"]
    wanted = {"title", "signed_on", "starts", "ends", "parties", "overseen_by", "witnesses", "unnamed_parties"}
    assert wanted <= agreement.keys()
    assert agreement["parties"][0] == {"id": named.ids["s1"], "role": "lead"}
    assert set(found["warnings"][0]) == {"kind", "message", "message_th", "start", "end", "phrase"}
    for name in lists.split():
        for item in found[name]:
            assert all(TEXT[one["start"] : one["end"]] == one["phrase"] for one in item["evidence"])
            assert item["evidence"]


def test_the_parts_of_an_attendance_are_read() -> None:
    (attendance,) = [one for one in loaded(text_of_draft(findings()))["declarations"] if one["what"] == "attendance"]
    assert attendance["parts"] == [{"what": "ครู", "times": "2", "each": "10"}, {"what": "ผู้บริหาร", "each": "5"}]


def test_sources_of_one_name_get_drafts_of_their_own(tmp_path: Path) -> None:
    for folder, text in (("a", "ข่าวหนึ่งของโรงเรียน"), ("b", "ข่าวสองของโรงเรียน")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(text, encoding="utf-8")
        (tmp_path / folder / "news.html").write_text(f"<p>{text} (เว็บ)", encoding="utf-8")
    for _ in range(2):  # and the same the second time
        done = graphmou.extract([tmp_path / "a", tmp_path / "b"], into=tmp_path / "drafts")
        assert [one.draft.name for one in done.drafts] == ["news.yaml", "news-2.yaml", "news-3.yaml", "news-4.yaml"]
    files = [loaded(one.draft.read_text(encoding="utf-8"))["document"] for one in done.drafts]
    assert len({document["id"] for document in files}) == 4
    for document in files[:3:2]:
        kept = (tmp_path / "drafts" / document["file"]).read_bytes()
        assert hashlib.sha256(kept).hexdigest() == document["sha256"]


def test_two_documents_of_one_office_and_day_are_two_documents(tmp_path: Path) -> None:
    sources = [source_of_bytes((TEXT + end).encode(), Path(f"{end}.txt")) for end in ("ก", "ข")]
    folder = DraftFolder(tmp_path)
    ids = []
    for source in sources:
        place = folder.place(source, force=False)
        named = name_findings(
            copy.deepcopy(findings()), source, lambda document, place=place: folder.is_taken(document, place)
        )
        folder.written(named.heading.id, place)
        ids.append(named.heading.id)
    assert ids == ["spp-nan-1-2021-02-10", "spp-nan-1-2021-02-10-2"]


def test_a_draft_under_review_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8", newline="")
    (one,) = graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts").drafts
    graphmou.review_draft(one.draft, lambda item: "accept" if item.section == "document" else "skip")
    reviewed = one.draft.read_bytes()
    again = graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts")
    assert again.drafts == []
    assert "already being reviewed" in again.problems[0].message
    assert one.draft.read_bytes() == reviewed
    assert graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts", force=True).drafts
    assert one.draft.read_bytes() != reviewed


def test_a_draft_changed_in_an_editor_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8", newline="")
    (one,) = graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts").drafts
    assert graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts").drafts  # as it was: written anew
    changed = one.draft.read_text(encoding="utf-8").replace("name: ", "name: แก้", 1).encode()
    one.draft.write_bytes(changed)
    again = graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts")
    assert again.drafts == []
    assert "was changed after it was extracted" in again.problems[0].message
    assert one.draft.read_bytes() == changed
    assert graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts", force=True).drafts


def test_line_ends_of_windows_are_no_change(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8", newline="")
    (one,) = graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts").drafts
    one.draft.write_bytes(one.draft.read_bytes().replace(b"\n", b"\r\n"))
    assert graphmou.extract(tmp_path / "news.txt", into=tmp_path / "drafts").drafts


def test_a_text_file_that_is_there_already_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("ของผู้ใช้", encoding="utf-8")
    (tmp_path / "news.html").write_text("<p>ข่าวของโรงเรียน", encoding="utf-8")
    (one,) = graphmou.extract(tmp_path / "news.html", into=tmp_path).drafts
    assert one.draft.name == "news-2.yaml"
    assert (tmp_path / "news.txt").read_text(encoding="utf-8") == "ของผู้ใช้"


def test_unreadable_sources_are_a_problem_each(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff")
    (tmp_path / "b.txt").write_text("โรงเรียนวัดเอ", encoding="utf-8")
    done = graphmou.extract([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"], into=tmp_path / "drafts")
    assert [one.draft.name for one in done.drafts] == ["b.yaml"]
    assert [Path(problem.file).name for problem in done.problems] == ["a.txt", "c.txt"]


def test_a_source_can_be_placed_under_any_name(tmp_path: Path) -> None:
    for name in ("judgements.txt", "ข่าว ประชา:สัมพันธ์.txt", "..txt"):
        source = source_of_bytes(b"abc", Path(name))
        try:
            place = DraftFolder(tmp_path).place(source, force=False)
        except Unreadable:
            pytest.fail(name)
        assert place.draft.parent == tmp_path
        assert place.draft.name != "judgements.yaml"


def test_memory_stays_flat_over_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    long = TEXT + "ข้อความต่อไป " * 3_000
    for number in range(120):
        (tmp_path / "in" / f"{number:03}.txt").write_text(f"{long} {number}", encoding="utf-8", newline="")
    monkeypatch.setattr("graphmou.commands.extracting.extractor_called", lambda name: lambda text: findings())
    held: dict[int, int] = {}

    def told(done: int, total: int, file: Path) -> None:
        if done in (60, 119):
            gc.collect()
            held[done] = tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        graphmou.extract(tmp_path / "in", into=tmp_path / "drafts", progress=told)
    finally:
        tracemalloc.stop()
    assert held[119] - held[60] < 60 * len(long.encode()) / 10, "of a file only names are kept"


def test_that_somebody_witnessed_is_quoted_near_him_however_far_the_signing_is() -> None:
    text = "ลงนามข้อตกลง" + " ครู" * 300 + " โดยมีนายหนึ่ง ใจดี เป็นสักขีพยาน"
    phrases = Phrases(text)
    start = text.index("นายหนึ่ง ใจดี")
    phrases.learn("p1", [Quote(start, start + 13, "นายหนึ่ง ใจดี")], ["หนึ่ง ใจดี"])
    found = phrases.joining([Quote(0, 12, "ลงนามข้อตกลง")], ("p1",), ("พยาน",))
    assert [quote.phrase for quote in found] == ["ลงนามข้อตกลง", "นายหนึ่ง ใจดี", "พยาน"]
