"""Step 6: one school under two forms of its name, and names that stay apart."""

from __future__ import annotations

from collections import Counter

from graphmou.extract.names.same_school import heard_alike, told_short
from graphmou.extract.pipeline import extract_text


def test_a_name_that_sounds_the_same_is_the_one_that_occurs_more_often() -> None:
    text = "โรงเรียนบ้านหนองปลิงลงนาม ครูโรงเรียนบ้านหนองปริง กล่าว และโรงเรียนบ้านหนองปลิง ปิดงาน"
    (school,) = extract_text(text).schools
    assert (school.name, school.variants) == ("โรงเรียนบ้านหนองปลิง", ["โรงเรียนบ้านหนองปริง"])


def test_names_one_letter_apart_that_sound_different_are_two() -> None:
    assert heard_alike(Counter(["โรงเรียนบ้านหนองบัว", "โรงเรียนบ้านหนองวัว", "โรงเรียนบ้านนา 1", "โรงเรียนบ้านนา 2"])) == {}


def test_a_name_without_its_brackets_is_the_full_one_where_only_one_fits() -> None:
    full, other = "โรงเรียนบ้านแม่สมมุติ (ปัญญาอุทิศ)", "โรงเรียนบ้านแม่สมมุติ (ประชานุกูล)"
    assert told_short(["โรงเรียนบ้านแม่สมมุติ", full]) == {"โรงเรียนบ้านแม่สมมุติ": full}
    assert told_short(["โรงเรียนบ้านแม่สมมุติ", full, other]) == {}
    assert told_short(["โรงเรียนเทศบาล 2", "โรงเรียนเทศบาล 2 วัดสมมุติ"]) == {"โรงเรียนเทศบาล 2": "โรงเรียนเทศบาล 2 วัดสมมุติ"}
