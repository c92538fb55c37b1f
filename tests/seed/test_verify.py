"""Evidence stands in its document, and names what it is evidence for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from graphmou import places
from graphmou.commands.verifying import verify
from graphmou.errors import VerificationError
from graphmou.seed.reader import read_seed
from graphmou.seed.verify import verify_facts
from tests.seed.seed_files import write

TEXT = "ร.ร.วัดเอ เป็นพี่เลี้ยง โรงเรียนวัดบี ลงนามข้อตกลง มีนายก ข เป็นพยาน"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def phrase(words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return f"[{{start: {start}, end: {start + len(words)}, phrase: {words}}}]"


def seed(**changes: str) -> str:
    """A seed file for TEXT; a change replaces the evidence of one fact."""
    evidence = {
        "a": phrase("ร.ร.วัดเอ"),
        "b": phrase("โรงเรียนวัดบี"),
        "mentors": phrase("วัดเอ เป็นพี่เลี้ยง โรงเรียนวัดบี"),
        "person": phrase("นายก ข"),
        "witness": phrase("ลงนามข้อตกลง มีนายก ข เป็นพยาน"),
        "agreement": phrase("ลงนามข้อตกลง"),
        "sha256": SHA,
        **changes,
    }
    return f"""\
document: {{id: d-2021, name: ข่าว, date: 2021-02-10, file: d.txt, sha256: "{evidence["sha256"]}"}}
schools:
- {{id: wat-a, name: โรงเรียนวัดเอ, aliases: [วัดเอ], evidence: {evidence["a"]}}}
- {{id: wat-b, name: โรงเรียนวัดบี, evidence: {evidence["b"]}}}
people:
- {{id: k, name: ก ข, honorific: นาย, evidence: {evidence["person"]}}}
agreements:
- id: d-2021-a1
  name: ลงนามข้อตกลง
  evidence: {evidence["agreement"]}
  witnesses:
  - {{person: k, evidence: {evidence["witness"]}}}
mentoring:
- {{mentor: wat-a, partner: wat-b, evidence: {evidence["mentors"]}}}
"""


def problems(tmp_path: Path, **changes: str) -> list[str]:
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8", newline="")
    path = write(tmp_path, seed(**changes))
    return [problem.message for problem in verify_facts(read_seed([path]), tmp_path).problems]


def test_evidence_that_stands_and_names_its_facts_passes(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_another_version_of_the_document_is_noticed(tmp_path: Path) -> None:
    assert "sha256" in problems(tmp_path, sha256="b" * 64)[0]


def test_a_document_that_is_no_utf8_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    raw = TEXT.encode() + b"\xff"
    (tmp_path / "d.txt").write_bytes(raw)
    path = write(tmp_path, seed(sha256=hashlib.sha256(raw).hexdigest()))
    found = verify_facts(read_seed([path]), tmp_path).problems
    place = len(TEXT.encode())
    wanted = f"is text neither in UTF-8 nor in Windows-874 (byte 0xFF at offset {place})"
    (problem,) = found
    assert problem.message == f"{tmp_path / 'd.txt'}: {wanted}"


def test_a_document_in_the_thai_code_page_is_read_as_it_was_extracted(tmp_path: Path) -> None:
    raw = TEXT.encode("cp874")
    (tmp_path / "d.txt").write_bytes(raw)
    path = write(tmp_path, seed(sha256=hashlib.sha256(raw).hexdigest()))
    assert verify_facts(read_seed([path]), tmp_path).problems == []


def test_a_missing_document_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, seed())
    with pytest.raises(VerificationError, match=r"d\.txt"):
        verify([path], documents=tmp_path / "nowhere")


def test_a_phrase_beside_its_place_is_told_where_it_stands(tmp_path: Path) -> None:
    moved = "[{start: 1, end: 7, phrase: นายก ข}]"
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8", newline="")
    found = verify_facts(read_seed([write(tmp_path, seed(person=moved))]), tmp_path).problems
    assert [problem.hint for problem in found] == [f"it stands at {TEXT.index('นายก ข')}-{TEXT.index('นายก ข') + 6}"]


def test_a_problem_names_the_line_of_the_seed_and_the_line_of_the_document(tmp_path: Path) -> None:
    moved = "[{start: 1, end: 7, phrase: นายก ข}]"
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8", newline="")
    path = write(tmp_path, seed(person=moved, b=phrase("ร.ร.วัดเอ"), mentors=phrase("ร.ร.วัดเอ")))
    lines = path.read_text(encoding="utf-8").splitlines()
    found = verify_facts(read_seed([path]), tmp_path).problems
    assert {problem.file for problem in found} == {path}
    stated = {problem.field: lines[(problem.line or 0) - 1] for problem in found}
    assert "id: wat-b" in stated["School wat-b"]
    assert "mentor: wat-a" in stated["wat-a MENTORS wat-b"]
    (person,) = [problem for problem in found if problem.field == "Person k"]
    assert person.message.startswith(f"{tmp_path / 'd.txt'}:1: 1-7 is not")


@pytest.mark.parametrize(
    ("fact", "words", "missing"),
    [
        ("b", "ร.ร.วัดเอ", "School โรงเรียนวัดบี"),
        ("mentors", "ร.ร.วัดเอ เป็นพี่เลี้ยง", "School โรงเรียนวัดบี"),
        ("mentors", "โรงเรียนวัดบี", "School โรงเรียนวัดเอ"),
        ("witness", "ลงนามข้อตกลง มีนายก ข", "พยาน"),
        ("person", "เป็นพยาน", "Person ก ข"),
    ],
)
def test_phrases_that_do_not_name_their_fact_are_reported(tmp_path: Path, fact: str, words: str, missing: str) -> None:
    assert any(missing in message for message in problems(tmp_path, **{fact: phrase(words)}))


def test_the_five_networks_stand_in_their_press_releases(source_documents: Path) -> None:
    result = verify([places.data_folder("seed")], documents=source_documents)
    assert result.documents == 5
    assert result.facts > 100
