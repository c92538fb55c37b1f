"""What people judged: read strictly, passed on through chains, refused where it contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphmou
from graphmou.commands.judgements import judgements_beside
from graphmou.errors import SeedError, UnknownName, UsageError
from graphmou.resolve import Judgement, Judgements
from graphmou.resolve.judgements import read_judgements

ENTRY = "- ids: [{one}, {other}]\n  judged: {judged}\n  why: because\n  by: somchai\n  on: 2026-11-25\n"


def entry(one: str, other: str, judged: str = "same") -> str:
    return ENTRY.format(one=one, other=other, judged=judged)


def write(folder: Path, *entries: str, head: str = "judgements:\n") -> Path:
    file = folder / "judgements.yaml"
    file.write_text(head + "".join(entries), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("one", "why", "error"), [("A b", "one", UsageError), ("", "one", UsageError), ("a", "on\x07e", SeedError)]
)
def test_what_no_later_load_could_read_is_not_written(tmp_path: Path, one: str, why: str, error: type) -> None:
    with pytest.raises(error):
        graphmou.judge("same", one, "b", why=why, by="somchai", seed=tmp_path)
    assert not list(tmp_path.iterdir())


def test_same_is_passed_on_and_the_id_named_first_is_kept(tmp_path: Path) -> None:
    judged, problems = read_judgements(write(tmp_path, entry("b", "c"), entry("a", "b"), entry("v", "w", "different")))
    assert problems == []
    assert judged.replaced() == {"c": "b", "a": "b"}
    assert judged.same("a", "c")
    assert judged.different("w", "v")
    assert not judged.different("a", "v")


def test_different_holds_for_all_that_are_the_same(tmp_path: Path) -> None:
    judged, _ = read_judgements(write(tmp_path, entry("a", "b"), entry("b", "x", "different")))
    assert judged.different("a", "x")


@pytest.mark.parametrize(
    ("entries", "line", "said"),
    [
        ([entry("a", "b"), entry("b", "c"), entry("a", "c", "different")], 12, "the same by line 2, 7"),
        ([entry("a", "b"), entry("b", "a", "different")], 7, "already judged on line 2"),
        ([entry("a", "b", "perhaps")], 3, "'perhaps' is not one of"),
        ([entry("a", "B B")], 2, "are not two ids"),
        ([entry("a", "b").replace("  by: somchai\n", "")], 2, "is missing"),
        ([entry("a", "b").replace("2026-11-25", "2026-11")], 6, "is no day"),
        ([entry("a", "b") + "  colour: red\n"], 7, "is no field of the format here"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, entries: list[str], line: int, said: str) -> None:
    _, problems = read_judgements(write(tmp_path, *entries))
    assert any(problem.line == line and said in problem.message for problem in problems), list(map(str, problems))


def test_a_missing_or_empty_file_judges_nothing(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "judgements.yaml")[0].all == []
    (tmp_path / "judgements.yaml").write_text("", encoding="utf-8")
    assert read_judgements(tmp_path / "judgements.yaml") == (Judgements(), [])


def test_judging_keeps_what_people_wrote_in_the_file(tmp_path: Path) -> None:
    write(tmp_path, "# checked with the office\n" + entry("a", "b"))
    graphmou.judge("different", "c", "d", why="two  provinces", by="somying", seed=tmp_path)
    text = (tmp_path / "judgements.yaml").read_text(encoding="utf-8")
    assert "# checked with the office" in text
    assert [(one.ids, one.judged, one.why) for one in graphmou.judgements(seed=tmp_path)] == [
        (("a", "b"), "same", "because"),
        (("c", "d"), "different", "two provinces"),
    ]


def test_a_judgement_is_undone_and_judged_anew(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("c", "d"), ("e", "f")):
        graphmou.judge("same", one, other, why="x", by="y", seed=tmp_path)
    graphmou.judge("different", "d", "c", why="z", by="y", seed=tmp_path)
    assert [one.judged for one in graphmou.judgements(seed=tmp_path)] == ["same", "same", "different"]
    for one, other in (("a", "b"), ("e", "f"), ("c", "d")):
        graphmou.undo_judgement(one, other, seed=tmp_path)
    assert graphmou.judgements(seed=tmp_path) == []
    graphmou.judge("same", "a", "b", why="x", by="y", seed=tmp_path)
    assert len(graphmou.judgements(seed=tmp_path)) == 1


def test_a_judgement_that_contradicts_is_refused_and_not_written(tmp_path: Path) -> None:
    graphmou.judge("same", "a", "b", why="x", by="y", seed=tmp_path)
    graphmou.judge("same", "b", "c", why="x", by="y", seed=tmp_path)
    before = (tmp_path / "judgements.yaml").read_bytes()
    with pytest.raises(SeedError, match="judged different here"):
        graphmou.judge("different", "a", "c", why="x", by="y", seed=tmp_path)
    assert (tmp_path / "judgements.yaml").read_bytes() == before


def test_what_cannot_be_judged_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        graphmou.judge("same", "a", "a", why="x", seed=tmp_path)
    with pytest.raises(UsageError):
        graphmou.judge("same", "a", "b", why=" ", seed=tmp_path)
    with pytest.raises(UnknownName):
        graphmou.undo_judgement("a", "b", seed=tmp_path)


def test_judgements_beside_the_files_and_of_the_project_are_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, pair in (("other", ("a", "b")), ("project/seed", ("b", "c"))):
        (tmp_path / name).mkdir(parents=True)
        write(tmp_path / name, entry(*pair))
    monkeypatch.chdir(tmp_path / "project")
    assert judgements_beside([tmp_path / "other"]).same("a", "c")


IDS = st.sampled_from("abcdef")
PAIRS = st.lists(st.tuples(IDS, IDS).filter(lambda pair: pair[0] != pair[1]), max_size=12)


@given(PAIRS)
def test_one_id_is_kept_for_each_class_whatever_the_chain(pairs: list[tuple[str, str]]) -> None:
    judged = Judgements([Judgement(pair, "same", "w", "b", "2026-01-01") for pair in pairs])
    for one, other in pairs:
        assert judged.kept(one) == judged.kept(other)
        assert judged.kept(judged.kept(one)) == judged.kept(one)
    named = [one for pair in pairs for one in pair]
    for one in named:
        assert named.index(judged.kept(one)) <= named.index(one)
