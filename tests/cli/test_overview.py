"""``status``: one screen about what a store holds, when it was loaded, and what is missing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

import graphmou
from graphmou.store.protocol import Store
from graphmou.terminal.text import display_width
from tests.cli.conftest import Cli

FIVE = Path(__file__).parents[2] / "seed"


def test_one_screen_says_it_all(cli: Cli, loaded: Path) -> None:
    lines = cli("status").out.splitlines()
    assert len(lines) <= 24
    assert max(map(display_width, lines)) <= 80 + len(str(loaded))
    assert "documents: 5" in lines
    assert "entities: 115" in lines
    assert lines[-1] == "gaps as of 2022-06-01: ERROR 3, WARNING 10, INFO 28  → graphmou check"


def test_it_speaks_thai(cli: Cli, loaded: Path) -> None:
    out = cli("status", "--lang", "th").out
    assert "5 มิ.ย. 2562" in out
    assert "สิ่งที่ขาด ณ วันที่ 1 มิ.ย. 2565: ผิดพลาด 3, ควรตรวจสอบ 10, เพื่อทราบ 28" in out
    assert " น.\n" in out


def test_programs_get_the_same_as_rows(cli: Cli, loaded: Path) -> None:
    rows = cli("status", "--format", "json").json
    counted = {(row["what"], row["name"]): row["count"] for row in rows}
    assert counted["node", "School"] == 19
    assert counted["relationship", "SIGNED"] == 21
    assert counted["gap", "error"] == 3


def test_without_a_store_it_says_what_to_do(cli: Cli) -> None:
    refused = cli("status")
    assert refused.code == 1
    assert "graphmou load" in refused.err


def test_the_time_of_the_last_load_is_that_of_the_last_change(store: Store) -> None:
    before = datetime.now().astimezone() - timedelta(seconds=1)
    graphmou.load(FIVE / "spm-34-2020-09-03.yaml", db=store)
    first = graphmou.status(db=store)
    assert first.last_load is not None
    assert before <= first.last_load <= datetime.now().astimezone()
    # What changes nothing is no news.
    assert not graphmou.load(FIVE / "spm-34-2020-09-03.yaml", db=store).changes
    assert graphmou.status(db=store).last_load == first.last_load
    # Another document has a time of its own, and leaves the first one's.
    graphmou.load(FIVE / "spm-19-2019-06-05.yaml", db=store)
    later = {one.id: one.loaded_at for one in graphmou.status(db=store).documents}
    assert later["spm-34-2020-09-03"] == first.last_load
    assert later["spm-19-2019-06-05"] is not None


@pytest.mark.parametrize("at", ["gestern", ""])
def test_a_time_changed_by_hand_is_unknown_and_the_next_change_sets_it(at: str, tmp_path: Path) -> None:
    db = tmp_path / "one.db"
    graphmou.load(FIVE / "spm-34-2020-09-03.yaml", db=db)
    graphmou.cypher("MATCH (d:Document) SET d.loaded_at = $at", {"at": at}, db=db, write=True)
    assert graphmou.status(db=db).last_load is None
    graphmou.cypher("MATCH (d:Document) SET d.name = 'x'", db=db, write=True)
    graphmou.load(FIVE / "spm-34-2020-09-03.yaml", db=db)
    assert graphmou.status(db=db).last_load is not None
