"""A reviewed draft goes to the seed, and the text its evidence counts on to the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou

NEWS = "สพป.น่าน เขต 1 เมื่อวันที่ 10 กุมภาพันธ์ 2564 โรงเรียนวัดเอ ลงนามข้อตกลงกับโรงเรียนวัดบี"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "documents").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def moved(source: str) -> Path:
    (one,) = graphmou.extract(source).drafts
    assert graphmou.review_draft(one.draft).finished
    return graphmou.move_to_seed(one.draft)


def test_the_text_kept_of_a_page_moves_to_the_documents(project: Path) -> None:
    Path("news.html").write_text(f"<p>{NEWS}", encoding="utf-8")
    seed = moved("news.html")
    assert (project / "documents" / "news.txt").read_text(encoding="utf-8") == NEWS
    assert list((project / "drafts").iterdir()) == []
    assert graphmou.verify(seed, documents="documents").documents == 1


def test_another_text_of_that_name_stays_and_the_seed_names_the_new_one(project: Path) -> None:
    Path("documents/news.txt").write_text("อื่น", encoding="utf-8")
    Path("news.html").write_text(f"<p>{NEWS}", encoding="utf-8")
    seed = moved("news.html")
    assert Path("documents/news.txt").read_text(encoding="utf-8") == "อื่น"
    assert "file: news-2.txt" in seed.read_text(encoding="utf-8")
    assert graphmou.verify(seed, documents="documents").documents == 1


@pytest.mark.parametrize("source", ["news.txt", "documents/news.txt", "drafts/news.txt"])
def test_a_text_file_of_the_users_own_stays_where_it_is(project: Path, source: str) -> None:
    Path(source).parent.mkdir(exist_ok=True)
    Path(source).write_text(NEWS, encoding="utf-8")
    seed = moved(source)
    assert Path(source).is_file()
    assert graphmou.verify(seed, documents="documents").documents == 1
