"""The five press releases extracted, accepted and loaded, compared with the seed that people wrote of them.

By Thai name, for ids differ: a draft's school has an id of its document. Where the two differ is written here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import graphmou
from graphmou import places


@pytest.fixture(scope="module")
def extracted(source_documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with what was extracted from the five and accepted unseen."""
    folder = tmp_path_factory.mktemp("five")
    done = graphmou.extract(source_documents, into=folder / "drafts")
    assert (len(done.drafts), done.problems) == (5, [])
    for one in done.drafts:
        assert graphmou.review_draft(one.draft).finished
    graphmou.load(folder / "drafts", db=folder / "graphmou.db")
    return folder


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the seed that people wrote."""
    folder = tmp_path_factory.mktemp("by_hand")
    graphmou.load(places.data_folder("seed"), db=folder / "graphmou.db")
    return folder


def rows(folder: Path, question: str, *columns: str) -> list[tuple[Any, ...]]:
    answer = graphmou.query(question, db=folder / "graphmou.db").answer
    records = [tuple(_comparable(row[column]) for column in columns) for row in answer.records()]
    return sorted(records, key=str)


def _comparable(value: Any) -> Any:
    return tuple(sorted(value)) if isinstance(value, list) else value


def test_mentor_schools_are_the_same(extracted: Path, by_hand: Path) -> None:
    columns = ("school", "partners", "basis", "until", "status", "partner_names")
    found = rows(extracted, "mentor-schools", *columns)
    assert found == rows(by_hand, "mentor-schools", *columns)
    assert len(found) == 3


def test_agreements_are_the_same(extracted: Path, by_hand: Path) -> None:
    columns = ("signed_on", "starts", "until", "status", "parties")
    found = rows(extracted, "agreements", *columns)
    assert found == rows(by_hand, "agreements", *columns)
    assert len(found) == 5


def test_the_evidence_of_what_was_extracted_stands_and_names_its_facts(extracted: Path, source_documents: Path) -> None:
    assert graphmou.verify(extracted / "drafts", documents=source_documents).facts > 100


SLIP, RIGHT = "โครงการรโรงเรียน", "โครงการโรงเรียน"


def test_titles_differ_only_where_it_is_written_here(extracted: Path, by_hand: Path) -> None:
    """People wrote a slip of the pen right, which the rules keep and warn of. The second agreement of 5 June 2019 has
    no title of its own in the text: people left it without, the rules give it that of the meeting's other one.
    """
    given = {row[:2]: row[2] for row in rows(by_hand, "agreements", "signed_on", "parties", "title")}
    for signed_on, parties, title in rows(extracted, "agreements", "signed_on", "parties", "title"):
        written = given[signed_on, parties]
        assert title is None or written is None or title.replace(SLIP, RIGHT) == written


ONLY_EXTRACTED = {
    # "The group of four": people read it as the name of the group whose four members they recorded one by one. The
    # rules count it as a number about the event, where no member is named.
    ("members", 4, 0, "spm-19-2019-06-05"),
}


def test_declared_numbers_differ_only_where_it_is_written_here(extracted: Path, by_hand: Path) -> None:
    """What is counted is the same. Of Buriram's 11 partners people say they are of the lead's network, which the text
    gives no name; the rules say they are of the meeting that announces them: so the names beside it differ.
    """
    found, expected = (gaps(folder) for folder in (extracted, by_hand))
    assert expected == {("partners", 11, 0, "spp-buriram-1-2021-01-28"), ("schools", 38, 0, "spm-34-2020-09-03")}
    assert expected <= found
    assert found - expected <= ONLY_EXTRACTED


def gaps(folder: Path) -> set[tuple[Any, ...]]:
    (result,) = graphmou.check("declared-vs-recorded", db=folder / "graphmou.db")
    return {(gap["what"], gap["declared"], gap["recorded"], gap["document_id"]) for gap in result.gaps}
