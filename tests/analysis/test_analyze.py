"""analyze as users call it: rows for programs, words for people, the day it speaks of."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import graphmou
from graphmou.analysis.meanings import METRIC_MEANINGS, METRICS, PROJECTION_MEANINGS, PROJECTIONS
from graphmou.analysis.metrics import SEED
from graphmou.cli.analysing import analyze as command
from graphmou.cli.session import Session
from graphmou.commands.analysing import analyze
from graphmou.errors import UsageError
from graphmou.terminal.text import display_width


@pytest.fixture(scope="module")
def mentoring(five_networks: Path) -> nx.DiGraph:
    answer = graphmou.cypher("MATCH (a)-[:MENTORS]->(b) RETURN a.id, b.id ORDER BY a.id, b.id", db=five_networks)
    network = nx.DiGraph()
    network.add_nodes_from(sorted({str(key) for row in answer.rows for key in row}))
    network.add_edges_from(answer.rows)
    return network


def test_one_row_for_each_node_with_its_part_in_every_metric(five_networks: Path, mentoring: nx.DiGraph) -> None:
    analysis = analyze(db=five_networks)
    assert (analysis.nodes, analysis.links) == (13, 10)
    found = {row["id"]: row for row in analysis.records()}
    assert set(found) == set(mentoring)
    plain = mentoring.to_undirected()
    assert {key for key, row in found.items() if row["articulation_point"]} == set(nx.articulation_points(plain))
    assert {key: row["betweenness"] for key, row in found.items()} == nx.betweenness_centrality(mentoring)
    for column, parts in (
        ("component", nx.connected_components(plain)),
        ("community", nx.community.louvain_communities(plain, seed=SEED)),
    ):
        together = {frozenset(part) for part in parts}
        numbers = {row[column] for row in found.values()}
        assert {frozenset(key for key, row in found.items() if row[column] == one) for one in numbers} == together
    lead = analysis.records()[0]
    assert lead == {
        "id": "wat-phra-fang",
        "name": "โรงเรียนวัดพระฝาง",
        "kind": "School",
        "degree": 4,
        "in_degree": 0,
        "out_degree": 4,
        "betweenness": 0.0,
        "component": 1,
        "community": 1,
        "articulation_point": True,
    }


def test_only_mentoring_has_two_directions(five_networks: Path) -> None:
    for projection in PROJECTIONS:
        columns = {column.name for column in analyze(projection, "degree", db=five_networks).table.columns}
        assert ({"in_degree", "out_degree"} <= columns) is (projection == "mentoring")


def test_ties_stand_in_the_order_of_ids(five_networks: Path) -> None:
    rows = analyze("all", "degree", db=five_networks).records()
    assert rows == sorted(rows, key=lambda row: (-int(str(row["degree"])), str(row["id"])))
    between = analyze("all", "betweenness", db=five_networks).records()
    assert between == sorted(between, key=lambda row: (-round(float(str(row["betweenness"])), 9), str(row["id"])))


def test_components_name_their_members(five_networks: Path) -> None:
    rows = analyze("mentoring", "components", db=five_networks).records()
    assert [(row["component"], row["size"]) for row in rows] == [(1, 5), (2, 4), (3, 4)]
    assert rows[0]["member_ids"] == ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo", "wat-phra-fang"]
    members = rows[0]["members"]
    assert isinstance(members, list)
    assert members[-1] == "โรงเรียนวัดพระฝาง"


def test_communities_of_agreements_are_the_networks(five_networks: Path) -> None:
    rows = analyze("agreements", "communities", db=five_networks).records()
    assert [row["size"] for row in rows] == [9, 6, 6]


def test_the_office_hangs_on_its_network_by_one_bridge(five_networks: Path) -> None:
    rows = analyze("agreements", "bridges", db=five_networks).records()
    assert [(row["a_id"], row["b_id"], row["weight"], row["cut_off"]) for row in rows] == [
        ("chaturaphakhi", "spm-19", 1, 1),
        ("spp-uttaradit-1", "wat-phra-fang", 1, 1),
    ]


def test_articulation_points_say_into_how_many_pieces(five_networks: Path) -> None:
    rows = analyze("mentoring", "articulation-points", db=five_networks).records()
    assert [(row["id"], row["pieces"]) for row in rows] == [
        ("wat-phra-fang", 4),
        ("anuban-nakhon-pathom", 3),
        ("ban-o-krathing", 3),
    ]


@pytest.mark.parametrize(
    ("day", "nodes", "links"),
    [("2021-02-09", 0, 0), ("2021-02-10", 8, 6), ("2022-01-24", 13, 10), ("2024-01-01", 5, 4)],
)
def test_as_of_a_day_only_mentoring_in_force_counts(five_networks: Path, day: str, nodes: int, links: int) -> None:
    analysis = analyze("mentoring", db=five_networks, as_of=date.fromisoformat(day))
    assert (analysis.nodes, analysis.links, len(analysis.table.rows)) == (nodes, links, nodes)


def test_people_meet_from_the_day_of_their_event(five_networks: Path) -> None:
    before = analyze("people", "degree", db=five_networks, as_of=date(2021, 1, 27))
    after = analyze("people", "degree", db=five_networks, as_of=date(2021, 1, 28))
    assert {row["id"] for row in after.records()} - {row["id"] for row in before.records()} == {
        "mana",
        "manop",
        "phochan",
        "prasit",
        "soemrit",
        "songsak",
    }


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("metric", [*METRICS, "all"])
def test_before_anything_was_recorded_there_is_nothing(five_networks: Path, projection: Any, metric: Any) -> None:
    assert analyze(projection, metric, db=five_networks, as_of=date(2000, 1, 1)).table.rows == []


def test_top_cuts_and_says_so(five_networks: Path) -> None:
    whole = analyze("all", "degree", db=five_networks)
    cut = analyze("all", "degree", db=five_networks, top=3)
    assert cut.table.rows == whole.table.rows[:3]
    assert any("3 of 115" in note.en and "115" in note.th for note in cut.table.notes)
    assert not any("of 115" in note.en for note in whole.table.notes)


def test_who_is_joined_to_nobody_is_counted(five_networks: Path) -> None:
    note = analyze("mentoring", "degree", db=five_networks).table.notes[0]
    assert "6 joined to nobody" in note.en
    assert "6 ราย" in note.th


def test_every_answer_says_what_it_means_in_both_languages(five_networks: Path) -> None:
    for metric in METRICS:
        notes = analyze("people", metric, db=five_networks).table.notes
        assert PROJECTION_MEANINGS["people"].en in notes[0].en
        assert PROJECTION_MEANINGS["people"].th in notes[0].th
        assert METRIC_MEANINGS[metric] in notes


def test_the_page_on_analysis_says_the_same() -> None:
    page = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text(encoding="utf-8")
    for name, meaning in (*PROJECTION_MEANINGS.items(), *METRIC_MEANINGS.items()):
        assert f"| `{name}` | {meaning.en} | {meaning.th} |" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"projection": "schools"}, "mentoring, agreements, people, all"),
        ({"metric": "pagerank"}, "betweenness"),
        ({"top": 0}, "1 or more"),
    ],
)
def test_wrong_words_say_what_is_right(five_networks: Path, given: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        analyze(**given, db=five_networks)
    assert refused.value.hint


class Shell:
    """The command as the shell calls it, in this process."""

    def __init__(self, db: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.db = db
        self.capfd = capfd

    def __call__(self, *arguments: str) -> tuple[str, str]:
        self.capfd.readouterr()
        command.main(["--db", str(self.db), *arguments], standalone_mode=False, obj=Session())
        return self.capfd.readouterr()


@pytest.fixture
def shell(five_networks: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("GRAPHMOU_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    return Shell(five_networks, capfd)


def test_json_holds_the_whole_answer_and_nothing_else(shell: Shell) -> None:
    out, err = shell("--projection", "all", "--metric", "components", "--format", "json")
    first = json.loads(out)[0]
    assert first["size"] == len(first["member_ids"]) == len(first["members"]) == 104
    assert "Component" in err


def test_a_terminal_shows_the_beginning_of_a_long_list(shell: Shell) -> None:
    out, _ = shell("--projection", "all", "--metric", "components")
    assert "92 more" in " ".join(out.split())


def test_thai_speaks_thai(shell: Shell) -> None:
    out, err = shell("--lang", "th", "--as-of", "1 มกราคม 2567")
    assert "พี่เลี้ยง" in out
    assert "โรงเรียน " in out
    assert "School" not in out
    assert "1 ม.ค. 2567" in err
    assert METRIC_MEANINGS["betweenness"].th in err
    assert "5 แถว" in err


def test_a_table_fits_eighty_columns(shell: Shell) -> None:
    for projection in PROJECTIONS:
        for metric in (*METRICS, "all"):
            out, _ = shell("--projection", projection, "--metric", metric)
            assert max(map(display_width, out.splitlines())) <= 80


def test_a_day_that_is_none_is_refused(shell: Shell) -> None:
    with pytest.raises(UsageError, match="--as-of"):
        shell("--as-of", "2564")


def test_help_does_not_wait_for_networkx() -> None:
    program = "import sys, graphmou.cli.analysing; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "False"
