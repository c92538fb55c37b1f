"""Many readers of one store at once: each closes the engine behind itself, and the store stays whole for the others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import graphmou

READER = """
import sys
from contextlib import closing
from graphmou.store.opening import open_store
for _ in range(12):
    with closing(open_store(sys.argv[1])) as store:
        store.graph()
"""


def test_readers_that_close_at_once_leave_a_whole_store(tmp_path: Path) -> None:
    db = tmp_path / "graphmou.db"
    counts = graphmou.load(db=db).labels
    readers = [
        subprocess.Popen([sys.executable, "-c", READER, str(db)], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [reader.communicate()[1] for reader in readers] == [""] * len(readers)
    assert graphmou.status(db=db).labels == counts


@pytest.mark.parametrize("lost", ["last-tx-id.bin", "statistics.json"])
def test_what_readers_of_the_engine_can_lose_is_no_damage(tmp_path: Path, lost: str) -> None:
    db = tmp_path / "graphmou.db"
    graphmou.load(db=db)
    (db / "engine-1" / lost).unlink()
    assert graphmou.cypher("MATCH (s:School) RETURN count(s) AS c", db=db).rows == [[19]]
    (db / "engine-1" / lost).unlink(missing_ok=True)
    graphmou.cypher("MATCH (s:School {id: 'bo-phra'}) SET s.code = 'x'", db=db, write=True)
    assert graphmou.cypher("MATCH (s:School {code: 'x'}) RETURN s.id AS id", db=db).rows == [["bo-phra"]]
    assert [item.key for item in graphmou.load(db=db).changes.modified_nodes] == ["bo-phra"]
    assert not [one for one in graphmou.doctor(db=db, deep=True) if one.title.en == "deep check" and one.wrong]
