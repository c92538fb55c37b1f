"""The stores that tests run on: an embedded one in a folder of the test, and a real Neo4j server; and the browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from benchmarks.extract.five import documents_folder
from graphmou.server import LocalServer
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store

pytest_plugins = ("tests.neo4j_server", "tests.browser_page")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a test keeps its graph: ``location`` is what a user would type; the environment has the password."""

    engine: str
    location: str

    def open(self, *, wait_seconds: float = 30.0) -> Store:
        """The store there, made if it is missing. Whoever opens it closes it."""
        return open_store(self.location, create=True, wait_seconds=wait_seconds)


def empty_server(server: LocalServer) -> None:
    """Take out of a server whatever an earlier test left."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture(scope="session")
def source_documents() -> Path:
    """The folder of the five press releases. They are other people's texts and not part of the project: where they
    are missing, what needs them fails in CI and is left out elsewhere.
    """
    folder = documents_folder()
    if not folder.is_dir() and "CI" not in os.environ:
        pytest.skip(f"needs the five source documents: put them into {folder} or name theirs in GRAPHMOU_DOCUMENTS")
    return folder


@pytest.fixture
def embedded_place(tmp_path: Path) -> Place:
    """A folder where no store is yet."""
    return Place("embedded", str(tmp_path / "graphmou.db"))


@pytest.fixture
def neo4j_place(neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A Neo4j server that holds nothing (the constraints of an earlier test stay)."""
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    empty_server(neo4j_server)
    return Place("neo4j", neo4j_server.uri)


@pytest.fixture(params=["embedded", "neo4j"])
def place(request: pytest.FixtureRequest) -> Place:
    """One place per engine: a test that asks for it runs on both."""
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An open, empty store; a test that asks for it runs on both engines."""
    with closing(place.open()) as opened:
        yield opened


@pytest.fixture
def neo4j_store(neo4j_place: Place) -> Iterator[Store]:
    """An open, empty store on the Neo4j server."""
    with closing(neo4j_place.open()) as opened:
        yield opened
