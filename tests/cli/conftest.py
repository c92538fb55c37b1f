"""The command line as a user calls it: in this process for speed, in one of its own where that matters."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import graphmou
from graphmou.cli.main import run

TODAY = "2022-06-01"


@dataclass
class Ran:
    """What a call of graphmou gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Cli = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _calm_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A fixed day, English, and a folder without a project."""
    monkeypatch.setenv("GRAPHMOU_TODAY", TODAY)
    monkeypatch.setenv("GRAPHMOU_LANG", "en")
    monkeypatch.delenv("GRAPHMOU_DB", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def five_networks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the five networks, to copy from."""
    folder = tmp_path_factory.mktemp("five") / "graphmou.db"
    graphmou.load(db=folder)
    return folder


@pytest.fixture
def loaded(five_networks: Path, tmp_path: Path) -> Path:
    """A store of the test's own that holds the five networks, where graphmou looks for it."""
    return Path(shutil.copytree(five_networks, tmp_path / "graphmou.db"))


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str]) -> Cli:
    """Call graphmou in this process."""

    def call(*arguments: str) -> Ran:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def process() -> Cli:
    """Call graphmou in a process of its own."""

    def call(*arguments: str, timeout: float = 120, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "graphmou", *map(str, arguments)],
            capture_output=True,
            timeout=timeout,
            env={**os.environ, **environment},
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call
