"""A review of twice as many items is twice the work: opened, decided, read as a page, loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou
from graphmou.commands.reviewing import open_review, review_draft
from graphmou.review.page import review_page
from graphmou.review.screen import Screen
from graphmou.seed.reader import read_seed
from tests.extract.endless import endless
from tests.work import grows_in_step


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two drafts of agreements, people and posts, one of about twice the items of the other."""
    folder = tmp_path_factory.mktemp("long")
    found = []
    for size in (6_000, 12_000):
        text = f"ข่าววันที่ 10 กุมภาพันธ์ 2564\n{endless('people and posts', size)}\n"
        text += endless("agreements on lines", size)
        source = folder / f"news-{size}.txt"
        source.write_text(text, encoding="utf-8", newline="")
        found.append(graphmou.extract(source, into=folder / "drafts").drafts[0].draft)
    assert len(open_review(found[0]).review.items) > 150
    return found


def test_a_page_of_twice_the_items_is_twice_the_work(drafts: list[Path]) -> None:
    def written(draft: Path) -> None:
        opened = open_review(draft)
        review_page(opened.review, opened.source, "en")

    assert grows_in_step(written, *drafts)


def test_deciding_key_by_key_does_not_look_at_all_items_for_each(drafts: list[Path]) -> None:
    def decided(draft: Path) -> None:
        review = open_review(draft).review
        while (item := review.current) is not None:
            review.accept(item, with_needs=True)

    assert grows_in_step(decided, *drafts)


def test_a_screen_costs_no_more_than_a_look_at_the_items(drafts: list[Path]) -> None:
    def shown(draft: Path) -> None:
        opened = open_review(draft)
        screen = Screen(draft.name, opened.source, "en")
        for item in opened.review.items[:3]:
            screen.lines(opened.review, item)

    assert grows_in_step(shown, *drafts)


def test_accepting_all_and_reading_the_seed_file_are_in_step(drafts: list[Path]) -> None:
    def accepted(draft: Path) -> None:
        assert review_draft(draft).finished

    def loaded(draft: Path) -> None:
        read_seed([draft])

    assert grows_in_step(accepted, *drafts)
    assert grows_in_step(loaded, *drafts)
