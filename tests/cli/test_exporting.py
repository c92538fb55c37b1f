"""``graphmou export``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def test_the_file_is_written_and_what_is_in_it_told(cli: Cli, loaded: Path) -> None:
    ran = cli("export", "network.json")
    assert (ran.code, ran.out) == (0, "")
    assert "120 nodes and 298 relationships" in ran.err
    assert len(json.loads(Path("network.json").read_bytes())["relationships"]) == 298


def test_csv_names_both_files_in_thai_too(cli: Cli, loaded: Path) -> None:
    ran = cli("export", "เครือข่าย.csv", "--lang", "th")
    assert ran.code == 0
    assert "เขียนแล้ว 120 จุด 298 ความสัมพันธ์" in ran.err
    assert "เครือข่าย-nodes.csv" in ran.err
    assert Path("เครือข่าย-relationships.csv").exists()


def test_one_is_counted_as_one(cli: Cli) -> None:
    Path("seed").mkdir()
    head = f"document: {{id: d-2023-01-01, name: ข่าว, date: 2023-01-01, file: l.txt, sha256: '{'0' * 64}'}}\n"
    Path("seed/one.yaml").write_text(head, encoding="utf-8")
    cli("load")
    assert "1 node and 0 relationships written" in cli("export", "network.json").err
    assert "1 row written" in cli("cypher", "RETURN 1 AS n", "-o", "n.json").err
    assert "0 nodes and 0 relationships drawn" in cli("draw", "-o", "network.html").err


def test_another_ending_is_wrong_usage(cli: Cli, loaded: Path) -> None:
    ran = cli("export", "network.pdf")
    assert ran.code == 2
    assert ".graphml, .gexf, .json, .csv, .xlsx" in ran.err


def test_nothing_loaded_is_said_and_nothing_written(cli: Cli, tmp_path: Path) -> None:
    ran = cli("export", "network.gexf")
    assert ran.code == 1
    assert "graphmou load" in ran.err
    assert list(tmp_path.iterdir()) == []
