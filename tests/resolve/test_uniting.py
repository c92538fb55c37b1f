"""Two ids that were judged the same load as one node, whatever was loaded before, and as two when that is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou
from graphmou.errors import SeedError
from graphmou.graph import Relationship
from graphmou.resolve import Judgement, Judgements, unite
from tests.samples import node, said
from tests.seed.seed_files import body, head, write

SAME = Judgements([Judgement(("wat-a", "wat-z"), "same", "one school", "somchai", "2026-11-25")])


def test_names_evidence_and_relationships_of_the_other_are_kept() -> None:
    facts = said(
        "d",
        "2021-01-01",
        node("School", "wat-z", name="โรงเรียนวัดแซด", aliases=["ร.ร.แซด"], evidence=["d#0-3 แซด"]),
        node("School", "wat-a", name="โรงเรียนวัดเอ", province="น่าน", evidence=["d#9-11 เอ"]),
        node("School", "wat-b"),
        node("Agreement", "a1"),
        Relationship("SIGNED", "wat-z", "a1", {"basis": "stated", "role": "lead", "evidence": ["d#1-2 x"]}),
        Relationship("SIGNED", "wat-a", "a1", {"basis": "stated", "role": "lead"}),
        Relationship("MENTORS", "wat-z", "wat-b", {"basis": "stated", "agreement": "a1"}),
        Relationship("MENTORS", "wat-a", "wat-z", {"basis": "stated"}),
    )
    (united,) = unite([facts], SAME)
    school = united.graph.nodes["wat-a"]
    assert "wat-z" not in united.graph.nodes
    assert school.name == "โรงเรียนวัดเอ"
    assert school.properties["variants"] == ["โรงเรียนวัดแซด", "ร.ร.แซด"]
    assert school.properties["evidence"] == ["d#9-11 เอ", "d#0-3 แซด"]
    (signed,) = united.graph.typed("SIGNED")
    assert (signed.start, signed.properties["evidence"]) == ("wat-a", ["d#1-2 x"])
    assert [(rel.start, rel.end) for rel in united.graph.typed("MENTORS")] == [("wat-a", "wat-b")]
    assert "wat-z" in facts.graph.nodes, "what was given is not changed"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    seed = tmp_path / "seed"
    seed.mkdir()
    write(seed, head("d1", "2021-01-01") + body("d1", "2021-01-01"), "d1.yaml")
    write(seed, (head("d2", "2022-01-01") + body("d2", "2022-01-01")).replace("wat-a", "wat-z"), "d2.yaml")
    monkeypatch.chdir(tmp_path)
    return seed


def schools(project: Path) -> dict[str, list[str]]:
    answer = graphmou.cypher("MATCH (s:School) RETURN s.id AS id, s.documents AS documents ORDER BY id")
    return {str(row["id"]): row["documents"] for row in answer.records()}  # type: ignore[misc]


def test_a_judgement_is_honoured_by_the_next_load_and_undone_by_the_one_after(project: Path) -> None:
    graphmou.load()
    assert schools(project) == {"wat-a": ["d1"], "wat-b": ["d1", "d2"], "wat-z": ["d2"]}
    graphmou.judge("same", "wat-a", "wat-z", why="one school", by="somchai")
    graphmou.load(project / "d1.yaml")  # d2 is only in the store: it is united too
    assert schools(project) == {"wat-a": ["d1", "d2"], "wat-b": ["d1", "d2"]}
    assert not graphmou.load().changes
    graphmou.undo_judgement("wat-z", "wat-a")
    graphmou.load()
    assert schools(project) == {"wat-a": ["d1"], "wat-b": ["d1", "d2"], "wat-z": ["d2"]}


def test_a_rebuild_honours_it_too(project: Path) -> None:
    graphmou.judge("same", "wat-a", "wat-z", why="one school", by="somchai")
    graphmou.rebuild()
    assert set(schools(project)) == {"wat-a", "wat-b"}


def test_things_of_two_kinds_are_never_one(project: Path) -> None:
    graphmou.judge("same", "wat-a", "d1-a1", why="a slip", by="somchai")
    with pytest.raises(SeedError, match="two kinds") as caught:
        graphmou.load()
    assert caught.value.problems[0].line == 5


def test_broken_judgements_stop_a_load(project: Path) -> None:
    (project / "judgements.yaml").write_text("judgements:\n- ids: [a]\n", encoding="utf-8")
    with pytest.raises(SeedError, match="judgements cannot be used"):
        graphmou.load()
