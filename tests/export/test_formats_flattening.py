"""The one flattening, and that the page for users tells all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.export.flattening import NODE_WORDS, RELATIONSHIP_WORDS, join_list, split_list
from graphmou.model import BOOKKEEPING, LABELS, RELATIONSHIP_TYPES

PAGE = Path(__file__).parents[2] / "docs" / "export.md"


@settings(deadline=None, database=None)
@given(st.lists(st.text(alphabet=st.sampled_from([";", "\\", " ", "ก", "\n", "-"])) | st.text(), min_size=1))
def test_a_list_is_read_back_as_it_was(items: list[str]) -> None:
    assert split_list(join_list([*items])) == items


@pytest.mark.parametrize(
    ("items", "text"),
    [(["สพม.19", "สพม. เขต 19"], "สพม.19; สพม. เขต 19"), ([38, 15], "38; 15"), (["a;b", "c\\d"], "a\\;b; c\\\\d")],
)
def test_a_joined_list_is_easy_to_read(items: list[str | int], text: str) -> None:
    assert join_list([*items]) == text


def test_a_list_that_somebody_typed_is_read_too() -> None:
    assert split_list("ก;ข; ค") == ["ก", "ข", "ค"]


def test_the_page_names_every_list_every_bookkeeping_property_and_every_taken_name() -> None:
    page = PAGE.read_text(encoding="utf-8")
    declared = [*LABELS.values(), *RELATIONSHIP_TYPES.values()]
    lists = {prop.name for one in declared for prop in one.properties if prop.kind in ("texts", "integers")}
    names = lists | set(BOOKKEEPING) | NODE_WORDS | RELATIONSHIP_WORDS
    assert {name for name in names if f"`{name}`" not in page} == set()
