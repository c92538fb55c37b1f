"""What a reviewer may type: checked at once, in Thai or English, never evidence."""

from __future__ import annotations

import pytest

from graphmou.review.editing import Field, NotRight, fields_of, read_value
from graphmou.strict_yaml import YamlScalar
from tests.review.test_deciding import item, review


def field(node_id: str, name: str, beside: str = "") -> Field:
    return next(one for one in fields_of(item(review(), node_id)) if one.prop.name == name and beside in one.beside)


def typed(one: Field, text: str) -> str:
    value = read_value(one, text)
    assert isinstance(value, YamlScalar)
    return value.text


@pytest.mark.parametrize(
    ("text", "held"),
    [("๑๐ ก.พ. ๒๕๖๔", "2021-02-10"), ("2564", "2021"), ("2021-02", "2021-02"), ("10 กุมภาพันธ์ 2564", "2021-02-10")],
)
def test_dates_are_typed_as_people_write_them(text: str, held: str) -> None:
    assert typed(field("spp-x-1-2021-02-10-a1", "signed_on"), text) == held


def test_the_day_of_a_document_is_a_day() -> None:
    day = field("spp-x-1-2021-02-10", "date")
    assert typed(day, "10 ก.พ. 2564") == "2021-02-10"
    for wrong in ("2564", "05/06/2562", "30 กุมภาพันธ์ 2564", ""):
        with pytest.raises(NotRight):
            read_value(day, wrong)


@pytest.mark.parametrize(
    ("text", "held"), [("lead", "lead"), ("แกนนำ", "lead"), ("part", "partner"), ("สำนัก", "office")]
)
def test_roles_are_typed_in_either_language(text: str, held: str) -> None:
    if text == "part":  # partner and party begin so
        with pytest.raises(NotRight):
            read_value(field("spp-x-1-2021-02-10-a1", "role", "wat-b"), text)
    else:
        assert typed(field("spp-x-1-2021-02-10-a1", "role", "wat-b"), text) == held


def test_a_name_must_name_and_may_not_go() -> None:
    name = field("wat-a", "name")
    assert typed(name, "  โรงเรียนวัดเอ   (ใหม่) ") == "โรงเรียนวัดเอ (ใหม่)"
    for wrong in ("...", "", "x" * 3000):
        with pytest.raises(NotRight):
            read_value(name, wrong)


def test_a_number_is_whole_in_any_digits() -> None:
    count = field("spp-x-1-2021-02-10-d1", "count")
    assert typed(count, "๑๒") == "12"
    with pytest.raises(NotRight):
        read_value(count, "สิบสอง")


def test_what_is_not_required_can_be_taken_away() -> None:
    assert read_value(field("wat-a", "province"), "") is None


def test_evidence_ids_and_files_are_never_typed() -> None:
    state = review()
    names = {one.prop.name for each in state.items for one in fields_of(each)}
    assert not {"evidence", "sha256", "file", "id", "party", "agreement"} & names
