"""The five networks in a store that nobody changes, and the same as an in-memory graph."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmou
from graphmou.commands.stores import using
from graphmou.graph import Graph


@pytest.fixture(scope="session")
def five_networks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("analysis") / "graphmou.db"
    graphmou.load(db=folder)
    return folder


@pytest.fixture(scope="session")
def five_graph(five_networks: Path) -> Graph:
    with using(five_networks) as store:
        return store.graph()
