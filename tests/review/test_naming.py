"""What an entry of a draft is called."""

from __future__ import annotations

from pathlib import Path

from graphmou.review.deciding import Review
from graphmou.review.items import parts_of
from graphmou.review.naming import name_of, named
from graphmou.strict_yaml import YamlMap, read_yaml
from tests.review.drafts import draft


def reviewed(text: str) -> Review:
    root, _ = read_yaml(text, Path("news.yaml"))
    assert isinstance(root, YamlMap)
    return Review(root)


def test_an_agreement_without_a_title_is_called_by_its_sides() -> None:
    review = reviewed(draft().replace("  name: ข้อตกลง\n", ""))
    assert named(review, "spp-x-1-2021-02-10-a1") == "โรงเรียนวัดเอ · โรงเรียนวัดบี"


def test_everything_else_is_called_by_its_name_or_id() -> None:
    review = reviewed(draft())
    assert named(review, "spp-x-1-2021-02-10-a1") == "ข้อตกลง"
    assert named(review, "nobody") == "nobody"
    (declared,) = [item for item in review.items if item.section == "declarations"]
    assert name_of(review, declared) == declared.id


def test_the_parts_of_a_number_are_read_as_they_are_told() -> None:
    text = draft().replace(
        "  count: 3\n", "  count: 3\n  parts:\n  - {what: ครู, times: 2, each: 1}\n  - {what: ครูใหญ่, each: 1}\n"
    )
    (declared,) = [item for item in reviewed(text).items if item.section == "declarations"]
    assert parts_of(declared.node) == ["2 × 1 ครู", "1 ครูใหญ่"]
