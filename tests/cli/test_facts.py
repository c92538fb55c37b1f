"""load, unload, rebuild: what a user sees and what is then in the store."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graphmou import places
from tests.cli.conftest import Cli

SEED = places.data_folder("seed")
NODES = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS nodes ORDER BY label"
RELATIONSHIPS = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS relationships ORDER BY type"


def counts(cli: Cli) -> tuple[dict[str, int], dict[str, int]]:
    nodes = cli("cypher", NODES, "--format", "json").json
    relationships = cli("cypher", RELATIONSHIPS, "--format", "json").json
    return (
        {row["label"]: row["nodes"] for row in nodes},
        {row["type"]: row["relationships"] for row in relationships},
    )


def test_the_five_networks_hold_what_the_press_releases_say(cli: Cli) -> None:
    assert cli("load").code == 0
    labels, types = counts(cli)
    assert (labels["Office"], labels["School"], labels["Person"]) == (7, 19, 17)
    assert (labels["Agreement"], labels["Document"]) == (5, 5)
    assert (types["SIGNED"], types["MENTORS"]) == (21, 10)
    basis = "MATCH ()-[r:MENTORS]->() RETURN r.basis AS basis, count(*) AS n ORDER BY basis"
    assert cli("cypher", basis, "--format", "json").json == [{"basis": "inferred", "n": 4}, {"basis": "stated", "n": 6}]


def test_a_load_tells_what_the_store_holds(cli: Cli) -> None:
    shown = cli("load")
    assert "7 Office, 19 School" in shown.out
    assert "21 SIGNED" in shown.out
    assert "สำนักงานการศึกษา 7, โรงเรียน 19" in cli("load", "--lang", "th").out


def test_a_second_load_changes_nothing_and_says_so(cli: Cli, loaded: Path) -> None:
    ran = cli("load")
    assert ran.code == 0
    assert "Nothing changes" in ran.out
    data = cli("load", "--format", "json")
    assert data.json == []
    assert "Nothing changes" in data.err


def test_a_dry_run_prints_the_plan_and_makes_no_store(cli: Cli, tmp_path: Path) -> None:
    ran = cli("load", "--dry-run", "--format", "json")
    assert {row["change"] for row in ran.json} == {"added"}
    assert any(row["id"] == "wat-phra-fang" for row in ran.json)
    assert not (tmp_path / "graphmou.db").exists()


def test_the_plan_names_each_field_with_old_and_new(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    seed = Path(shutil.copytree(SEED, tmp_path / "other"))
    file = seed / "spp-nakhon-pathom-1-2021-02-10.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ends: 2023", "ends: 2567"), encoding="utf-8")
    ran = cli("load", str(file), "--dry-run")
    assert "ends: 2023-12-31 → 2024-12-31" in ran.out
    rows = cli("load", str(file), "--format", "json").json
    assert {"ends"} == {row["field"] for row in rows if row["field"] not in ("claims",)}
    until = cli("query", "mentor-schools", "--format", "json").json
    assert {row["until"] for row in until} == {None, "2024-12-31"}


def test_a_fact_taken_out_of_the_seed_is_retired(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    text = (SEED / "spp-uttaradit-1-2022-01-24.yaml").read_text(encoding="utf-8")
    start = text.index("- mentor: wat-phra-fang")
    end = text.index("- mentor: wat-phra-fang", start + 1)
    file = tmp_path / "fewer.yaml"
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "retired: 1 MENTORS" in cli("load", str(file)).out
    rows = cli("query", "mentor-schools", "--format", "json").json
    assert {row["school_id"]: row["partners"] for row in rows}["wat-phra-fang"] == 3


def test_a_document_is_unloaded_by_id_file_name_or_title(cli: Cli, loaded: Path) -> None:
    before = counts(cli)
    title = "การประชุมปฏิบัติการจัดทำแผนการดำเนินงานของเครือข่ายนวัตกรรมคุณภาพสถานศึกษา"
    for name in ("spp-buriram-1-2021-01-28", "003_2338b8343cfcf4c9.txt", title):
        assert cli("unload", name).code == 0
        labels, _ = counts(cli)
        assert labels["Document"] == 4
        assert labels["Office"] == 6
        assert cli("load").code == 0
        assert counts(cli) == before


def test_what_other_documents_say_too_stays_after_an_unload(cli: Cli, loaded: Path) -> None:
    cli("unload", "spm-34-2020-09-03")
    said = "MATCH (o:Office {id: 'obec'}) RETURN o.documents AS documents"
    documents = cli("cypher", said, "--format", "json").json[0]["documents"]
    assert "spm-34-2020-09-03" not in documents
    assert documents


def test_a_document_is_unloaded_by_the_name_of_its_seed_file(cli: Cli, loaded: Path) -> None:
    for name in ("spm-34-2020-09-03.yaml", "seed/spp-buriram-1-2021-01-28.yml"):
        assert cli("unload", name).code == 0
    assert counts(cli)[0]["Document"] == 3


def test_unloading_a_mistyped_document_suggests_the_nearest(cli: Cli, loaded: Path) -> None:
    ran = cli("unload", "spm-34-2020-09-30.yaml")
    assert ran.code == 1
    assert "did you mean spm-34-2020-09-03" in ran.err


def test_unloading_what_is_not_there_lists_what_is(cli: Cli, loaded: Path) -> None:
    ran = cli("unload", "nothing")
    assert ran.code == 1
    assert "spm-19-2019-06-05" in ran.err


def test_a_store_changed_by_hand_is_put_right_by_a_load(cli: Cli, loaded: Path) -> None:
    before = counts(cli)
    for statement in (
        "MATCH (s:School {id: 'bo-phra'}) SET s.name = 'x', s.note = 'by hand'",
        "MATCH (:School {id: 'wat-phra-fang'})-[r:MENTORS]->() DELETE r",
        "MATCH (p:Person {id: 'prayut'}) DETACH DELETE p",
    ):
        assert cli("cypher", "--write", statement).code == 0
    ran = cli("load")
    assert "name: x → โรงเรียนบ่อพระ" in ran.out
    assert counts(cli) == before
    assert "Nothing changes" in cli("load").out


def test_what_was_added_by_hand_stays_and_is_listed(cli: Cli, loaded: Path) -> None:
    cli("cypher", "--write", "CREATE (:School {id: 'mine', name: 'โรงเรียนของฉัน'})")
    cli("cypher", "--write", "MATCH (a:School {id: 'mine'}), (b:School {id: 'bo-phra'}) CREATE (a)-[:MENTORS]->(b)")
    ran = cli("load")
    assert "added by hand, kept: 1 School, 1 MENTORS" in ran.out
    assert "  School mine โรงเรียนของฉัน\n" in ran.out
    assert "  MENTORS mine bo-phra" in ran.out
    assert "MENTORS MENTORS" not in ran.out
    assert counts(cli)[0]["School"] == 20


def test_what_has_no_id_is_listed_by_its_name(cli: Cli, loaded: Path) -> None:
    cli("cypher", "--write", "CREATE (:School {name: 'โรงเรียนไร้รหัส'})")
    made = "MATCH (a:School {name: 'โรงเรียนไร้รหัส'}), (b:School {id: 'bo-phra'}) CREATE (a)-[:MENTORS]->(b)"
    assert cli("cypher", "--write", made).code == 0
    shown = cli("load").out
    assert "  School (no id) โรงเรียนไร้รหัส\n" in shown
    assert "  MENTORS (no id) bo-phra" in shown
    assert "โรงเรียน (ไม่มีรหัส) โรงเรียนไร้รหัส" in cli("load", "--lang", "th").out
    assert "#" not in shown


def test_documents_beside_the_loaded_folder_are_mentioned(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    seed = Path(shutil.copytree(SEED, tmp_path / "other"))
    assert "not among" not in cli("load", str(seed)).out
    (seed / "spm-34-2020-09-03.yaml").unlink()
    note = "documents that are not among these files: spm-34-2020-09-03 (graphmou unload ID"
    assert note in cli("load", str(seed)).out
    assert note in cli("load", str(seed), "--dry-run").out
    assert "ไม่อยู่ในไฟล์เหล่านี้: spm-34-2020-09-03" in cli("load", str(seed), "--lang", "th").out
    one = seed / "spm-19-2019-06-05.yaml"
    assert "not among" not in cli("load", str(one)).out


@pytest.mark.parametrize("words", [["load"], ["rebuild"], ["unload", "spm-34-2020-09-03"]])
@pytest.mark.parametrize("file", ["missing/x.json", "folder.json", "plan.pdf"])
def test_where_the_plan_cannot_be_written_nothing_is_done(
    cli: Cli, five_networks: Path, tmp_path: Path, words: list[str], file: str
) -> None:
    (tmp_path / "folder.json").mkdir()
    shutil.copytree(five_networks, tmp_path / "graphmou.db")
    made = "MATCH (s:School {id: 'bo-phra'}) SET s.name = 'x'"
    assert cli("cypher", "--write", made).code == 0
    before = counts(cli)
    assert cli(*words, "-o", file).code in (1, 2)
    assert counts(cli) == before
    name = "MATCH (s:School {id: 'bo-phra'}) RETURN s.name AS name"
    assert cli("cypher", name, "--format", "json").json == [{"name": "x"}]


@pytest.mark.parametrize(
    "words", [["load", ""], ["rebuild", ""], ["load", "--db", ""], ["query", "topics", "--db", ""]]
)
def test_an_empty_name_is_not_the_current_folder(cli: Cli, loaded: Path, words: list[str]) -> None:
    ran = cli(*words)
    assert ran.code == 2
    assert "empty; expected" in ran.err


def test_two_documents_that_disagree_are_reported(cli: Cli, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "later.yaml"
    head = (
        f"document: {{id: later-2023-01-01, name: ข่าว, date: 2023-01-01, file: l.txt, sha256: '{'0' * 64}'}}\n"
        "schools:\n- {id: phasamyot, name: โรงเรียนผาสามยอดวิทยาคม, district: วังสะพุง}\n"
    )
    file.write_text(head, encoding="utf-8")
    ran = cli("load", str(file))
    assert "phasamyot district: วังสะพุง ≠ เอราวัณ (spm-19-2019-06-05)" in ran.out
    cli("unload", "later-2023-01-01")
    district = "MATCH (s:School {id: 'phasamyot'}) RETURN s.district AS district"
    assert cli("cypher", district, "--format", "json").json == [{"district": "เอราวัณ"}]


def test_a_broken_seed_loads_nothing_of_any_file(cli: Cli, tmp_path: Path) -> None:
    seed = Path(shutil.copytree(SEED, tmp_path / "other"))
    (seed / "z.yaml").write_text("document: {id: x}\nschools: 5\n", encoding="utf-8")
    ran = cli("load", str(seed))
    assert ran.code == 1
    assert "z.yaml:2: schools" in ran.err
    assert "Traceback" not in ran.err
    assert cli("query", "mentor-schools").code == 1


def test_the_project_folder_one_stands_in_is_loaded(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "seed").mkdir()
    head = f"document: {{id: d-2023-01-01, name: ข่าว, date: 2023-01-01, file: l.txt, sha256: '{'0' * 64}'}}\n"
    (tmp_path / "seed" / "one.yaml").write_text(head, encoding="utf-8")
    cli("load")
    assert counts(cli) == ({"Document": 1}, {})


def test_rebuilding_makes_the_same_store_and_drops_what_is_not_in_the_seed(cli: Cli, loaded: Path) -> None:
    before = counts(cli)
    cli("cypher", "--write", "CREATE (:School {id: 'mine', name: 'โรงเรียนของฉัน'})")
    assert cli("rebuild").code == 0
    assert counts(cli) == before


def test_the_schema_is_json(cli: Cli) -> None:
    assert json.loads(cli("schema").out)["title"] == "graphmou seed file"


def test_a_store_that_is_not_there_says_how_to_make_one(cli: Cli) -> None:
    for words in (["query", "mentor-schools"], ["check"], ["unload", "x"], ["draw", "-o", "x.html"]):
        ran = cli(*words)
        assert ran.code == 1
        assert "graphmou load" in ran.err


def test_the_hint_to_load_keeps_the_place_that_was_given(cli: Cli) -> None:
    assert "graphmou load --db other.db\n" in cli("query", "topics", "--db", "other.db").err
    assert 'graphmou load --db "my store.db"\n' in cli("--db", "my store.db", "check").err
    assert "graphmou load --db other.db" in cli("doctor", "--db", "other.db", "--format", "json").out
    assert "graphmou load\n" in cli("query", "topics").err
