"""Seed files are read strictly: all that is wrong is reported at once, with file, line, field and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graphmou.errors import Problem, SeedError
from graphmou.facts import DocumentFacts
from graphmou.seed.reader import read_seed
from graphmou.strict_yaml import looks_like_no_text, read_yaml
from tests.seed.seed_files import body, head, write


def problems_of(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(SeedError) as caught:
        read_seed([write(folder, text)])
    return caught.value.problems


def read(folder: Path, text: str) -> DocumentFacts:
    return read_seed([write(folder, text)])[0]


def test_a_right_file_becomes_what_its_document_says(tmp_path: Path) -> None:
    facts = read(tmp_path, head() + body())
    assert facts.document == "office-2021-02-10"
    assert facts.date == "2021-02-10"
    assert facts.graph.label_counts() == {"Agreement": 1, "Document": 1, "School": 2}
    assert facts.graph.type_counts() == {"MENTIONED_IN": 3, "MENTORS": 1, "SIGNED": 2}
    mentors = next(facts.graph.typed("MENTORS"))
    assert (mentors.start, mentors.end, mentors.properties["basis"]) == ("wat-a", "wat-b", "inferred")


def test_basis_is_stated_where_the_file_does_not_tell(tmp_path: Path) -> None:
    facts = read(tmp_path, head() + body())
    assert {rel.properties["basis"] for rel in facts.graph.typed("SIGNED")} == {"stated"}


def test_thai_digits_and_buddhist_years_are_dates(tmp_path: Path) -> None:
    text = (head() + body()).replace("signed_on: 2021-02-10", "signed_on: ๑๐ กุมภาพันธ์ ๒๕๖๔\n  ends: ๒๕๖๖")
    agreement = next(read(tmp_path, text).graph.labelled("Agreement"))
    assert agreement.properties["signed_on"] == "2021-02-10"
    assert agreement.properties["ends"] == "2023-12-31"
    assert agreement.properties["ends_precision"] == "year"


@pytest.mark.parametrize(
    ("starts", "day", "precision"),
    [("2021", "2021-02-10", "year"), ("2020", "2021-02-10", "day"), ("2021-01-01", "2021-01-01", "day")],
)
def test_a_rough_start_is_never_before_the_signing(tmp_path: Path, starts: str, day: str, precision: str) -> None:
    text = (head() + body()).replace("signed_on: 2021-02-10", f"signed_on: 2021-02-10\n  starts: {starts}")
    agreement = next(read(tmp_path, text).graph.labelled("Agreement"))
    assert (agreement.properties["starts"], agreement.properties["starts_precision"]) == (day, precision)


def test_a_position_is_known_on_the_day_of_its_document(tmp_path: Path) -> None:
    people = "people:\n- id: p\n  name: ก ข\n  holds:\n  - {at: wat-a, title: ผู้อำนวยการ, status: acting}\n"
    holds = next(read(tmp_path, head() + body() + people).graph.typed("HOLDS"))
    assert holds.properties["known_on"] == "2021-02-10"


def test_the_parts_of_an_attendance_are_counted_in_each_reading(tmp_path: Path) -> None:
    text = (
        head()
        + body()
        + (
            "events:\n- {id: e, name: ประชุม}\n"
            "declarations:\n- id: d\n  about: e\n  what: attendance\n  count: ๑๓๕\n  parts:\n"
            "  - {what: ครู, times: 38, each: 2}\n  - {what: ครูโครงการ, times: 38, each: 1, or_each: 2}\n"
            "  - {what: ศึกษานิเทศก์, each: 15}\n"
        )
    )
    declaration = next(read(tmp_path, text).graph.labelled("Declaration"))
    assert declaration.properties["count"] == 135
    assert declaration.properties["part_counts"] == [76, 38, 15]
    assert declaration.properties["other_part_counts"] == [76, 76, 15]
    assert declaration.properties["parts"] == ["38 × 2 = 76 ครู", "38 × 1 = 38 ครูโครงการ", "15 ศึกษานิเทศก์"]


WRONG = {
    "a key twice": ("name: โรงเรียนวัดบี", "name: โรงเรียนวัดบี\n  name: โรงเรียนวัดซี", "twice", 12),
    "an unknown field": ("name: โรงเรียนวัดบี", "nmae: โรงเรียนวัดบี", "no field", 11),
    "an anchor": ("name: โรงเรียนวัดบี", "name: &x โรงเรียนวัดบี", "anchor", 11),
    "a tag": ("name: โรงเรียนวัดบี", "name: !!str โรงเรียนวัดบี", "tag", 11),
    "a wrong type": ("name: โรงเรียนวัดบี", "name: [โรงเรียนวัดบี]", "list or mapping", 11),
    "an impossible date": ("signed_on: 2021-02-10", "signed_on: 2021-02-30", "no such day", 15),
    "an ambiguous date": ("signed_on: 2021-02-10", "signed_on: 05/06/2562", "day/month", 15),
    "a two-digit year": ("signed_on: 2021-02-10", "signed_on: 10 ก.พ. 64", "era", 15),
    "a dangling reference": ("party: wat-b", "party: wat-c", "no entry of this file has the id", 18),
    "an id twice": ("id: wat-b", "id: wat-a", "already the School", 10),
    "an end of the wrong label": ("party: wat-b", "party: office-2021-02-10-a1", "of the kind Agreement", 18),
    "a code YAML takes for a number": ("name: โรงเรียนวัดบี", "name: 0573010012", "takes 0573010012", 11),
    "Norway": ("name: โรงเรียนวัดบี", "name: NO", "takes NO", 11),
    "an octal": ("name: โรงเรียนวัดบี", "name: 012", "takes 012", 11),
    "nothing": ("name: โรงเรียนวัดบี", "name:", "is empty", 11),
    "a control character": ("name: โรงเรียนวัดบี", 'name: "a\\x07"', "U+0007", 11),
    "a lone surrogate": ("name: โรงเรียนวัดบี", 'name: "\\ud800"', "", 11),
    "a role that does not exist": ("role: partner", "role: mentee", "is not one of lead, partner", 18),
    "an id that is none": ("id: wat-b", "id: วัดบี", "is no id", 10),
    "an end before the start": ("signed_on: 2021-02-10", "starts: 2022\n  ends: 2021", "before the start", 16),
    "a school that mentors itself": ("partner: wat-b", "partner: wat-a", "the mentor itself", 20),
    "a term that ends before the signing": (
        "signed_on: 2021-02-10",
        "signed_on: 2021-02-10\n  ends: 2020",
        "before",
        16,
    ),
    "mentoring under no agreement": (
        "agreement: office-2021-02-10-a1",
        "agreement: wat-a",
        "kind School",
        20,
    ),
    "a mentor that is no school": ("mentor: wat-a", "mentor: office-2021-02-10-a1", "kind Agreement", 20),
    "a number too large": (
        "role: partner}",
        "role: partner, evidence: [{start: 99999999}]}",
        "too large",
        18,
    ),
    "a name without a letter": ("name: โรงเรียนวัดบี", "name: ...", "no letter", 11),
    "a name with a broken character": ("name: โรงเรียนวัดบี", "name: โรง\ufffdเรียน", "U+FFFD", 11),
    "a name with blanks around it": ("name: โรงเรียนวัดบี", "name: ' โรงเรียนวัดบี'", "blank", 11),
    "a file with a folder": ("file: office-2021-02-10.txt", "file: ../../etc/passwd", "file name", 5),
    "a wrong weekday": ("signed_on: 2021-02-10", "signed_on: วันจันทร์ที่ 10 กุมภาพันธ์ 2564", "วันพุธ", 15),
    "an id in capitals": ("id: wat-b", "id: Wat-B", "is no id", 10),
    "a party twice": ("{party: wat-b, role: partner}", "{party: wat-a, role: partner}", "says the same", 18),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_is_reported_with_its_line(tmp_path: Path, case: str) -> None:
    old, new, words, line = WRONG[case]
    text = head() + body()
    assert old in text
    position = text.rindex(old) if case in ("an id twice", "a party twice") else text.index(old)
    found = problems_of(tmp_path, text[:position] + new + text[position + len(old) :])
    assert any(words in problem.message and problem.line == line for problem in found), [str(one) for one in found]


def test_who_signs_for_a_party_signs_for_one_of_that_agreement(tmp_path: Path) -> None:
    people = "people:\n- {id: p, name: ก ข}\nschools:\n- {id: wat-c, name: โรงเรียนวัดซี}\n"
    signed = (head() + body()).replace("  parties:", "  signed_for:\n  - {person: p, party: wat-c}\n  parties:")
    text = signed.replace("schools:\n", people, 1)
    found = problems_of(tmp_path, text)
    assert any("is no party of" in problem.message for problem in found), [str(one) for one in found]
    read(tmp_path, text.replace("party: wat-c", "party: wat-a"))


def test_a_control_character_is_reported_on_its_line_beside_thai(tmp_path: Path) -> None:
    text = (head() + body()).replace("name: โรงเรียนวัดบี", "name: โรงเรียน\x01วัดบี")
    (problem,) = problems_of(tmp_path, text)
    assert (problem.line, "U+0001" in problem.message) == (11, True)


def test_a_seed_in_utf16_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes((head() + body()).encode("utf-16"))
    with pytest.raises(SeedError, match="UTF-8"):
        read_seed([path])


def test_a_document_twice_is_told_with_its_line(tmp_path: Path) -> None:
    one, two = write(tmp_path, head(), "one.yaml"), write(tmp_path, head(), "two.yaml")
    with pytest.raises(SeedError) as caught:
        read_seed([one, two])
    assert [problem.line for problem in caught.value.problems] == [2]


def test_a_file_named_in_two_ways_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, head() + body())
    assert len(read_seed([path, tmp_path / "." / path.name, tmp_path])) == 1


def test_aliases_are_refused_before_they_multiply(tmp_path: Path) -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    assert all(problem.file for problem in problems_of(tmp_path, laughs))


def test_all_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    one = write(tmp_path, (head() + body()).replace("role: lead", "role: boss"), "one.yaml")
    two = write(
        tmp_path, (head("other-2022-01-01") + body()).replace("signed_on: 2021-02-10", "signed_on: soon"), "two.yaml"
    )
    with pytest.raises(SeedError) as caught:
        read_seed([one, two])
    assert {problem.file for problem in caught.value.problems} >= {one, two}


def test_one_id_under_two_labels_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    one = write(tmp_path, head() + "schools:\n- {id: same, name: โรงเรียน}\n", "one.yaml")
    two = write(tmp_path, head("other-2022-01-01") + "topics:\n- {id: same, name: ขยะ}\n", "two.yaml")
    with pytest.raises(SeedError, match=r"Topic here and a School in one\.yaml"):
        read_seed([one, two])


def test_one_document_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    one, two = write(tmp_path, head(), "one.yaml"), write(tmp_path, head(), "two.yaml")
    with pytest.raises(SeedError, match="is the document of"):
        read_seed([one, two])


def test_a_file_in_the_thai_windows_code_page_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes((head() + body()).encode("cp874"))
    with pytest.raises(SeedError, match="UTF-8"):
        read_seed([path])


@pytest.mark.parametrize(
    "text", ["", "- a\n", "just words", "document: x", "a: b: c", "\x00", "---\na: 1\n---\nb: 2\n", "{" * 40]
)
def test_what_is_no_seed_file_at_all_is_an_error_with_a_line(tmp_path: Path, text: str) -> None:
    assert all(str(problem) for problem in problems_of(tmp_path, text))


def test_evidence_is_short_and_fits_its_place(tmp_path: Path) -> None:
    topic = "topics:\n- id: waste\n  name: ขยะ\n  evidence:\n  - {{start: 0, end: {end}, phrase: {phrase}}}\n"
    assert "80 are allowed" in problems_of(tmp_path, head() + topic.format(end=81, phrase="ก" * 81))[0].message
    assert "does not fit" in problems_of(tmp_path, head() + topic.format(end=4, phrase="ขยะ"))[0].message
    read(tmp_path, head() + topic.format(end=3, phrase="ขยะ"))


@given(st.text(max_size=200))
def test_wild_text_never_breaks_the_reader(text: str) -> None:
    tree, problems = read_yaml(text, "wild.yaml")
    assert tree is not None or problems or not text.strip() or text.lstrip().startswith(("#", "%", "---", "..."))


@given(st.text(max_size=12).filter(str.strip))
def test_what_pyyaml_would_turn_into_no_text_must_be_quoted(text: str) -> None:
    try:
        turned = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    if turned is None or isinstance(turned, (bool, int, float)) or type(turned).__name__ in ("date", "datetime"):
        tree, _ = read_yaml(text, "wild.yaml")
        assert tree is None or looks_like_no_text(tree.text) or tree.text == ""  # type: ignore[union-attr]
