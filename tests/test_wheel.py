"""The wheel in an empty environment, run from another folder, does what the checkout does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: object, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "GRAPHMOU_DB")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**environment, "GRAPHMOU_TODAY": "2022-06-01"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 3), done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--installer", "pip", "--outdir", folder, ROOT, folder=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command graphmou of an environment that holds the wheel and what it asks for, and nothing else."""
    environment = tmp_path_factory.mktemp("empty") / "environment"
    run(sys.executable, "-m", "venv", environment, folder=ROOT)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    constraints = ROOT / "constraints.txt"
    run(binaries / "python", "-m", "pip", "install", "--quiet", "--constraint", constraints, wheel, folder=environment)
    return binaries / "graphmou"


def test_the_three_folders_ship_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder, ending in (("seed", ".yaml"), ("cypher/queries", ".cypher"), ("cypher/checks", ".cypher")):
        own = {path.name for path in (ROOT / folder).glob(f"*{ending}")}
        shipped = {Path(name).name for name in names if name.startswith(f"graphmou/data/{folder}/")}
        assert own
        assert shipped == own
    assert any(name.startswith("graphmou/data/visualizations/") for name in names)
    assert not any(name.startswith("tests") for name in names)


def test_it_loads_asks_checks_and_draws_from_another_folder(installed: Path, tmp_path: Path) -> None:
    assert "19 School" in run(installed, "load", "--lang", "en", folder=tmp_path)
    rows = json.loads(run(installed, "query", "mentor-schools", "--format", "json", folder=tmp_path))
    assert [row["school_id"] for row in rows] == ["wat-phra-fang", "anuban-nakhon-pathom", "ban-o-krathing"]
    results = json.loads(run(installed, "check", "--format", "json", folder=tmp_path))
    assert sum(one["count"] for one in results if one["severity"] == "error") == 3
    run(installed, "draw", "-o", "network.html", folder=tmp_path)
    assert "โรงเรียนวัดพระฝาง" in (tmp_path / "network.html").read_text(encoding="utf-8")
