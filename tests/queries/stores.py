"""Stores for tests of questions and checks: the five networks loaded once a module, and small made networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from graphmou.commands.loading import load_facts
from graphmou.facts import DocumentFacts
from graphmou.graph import Relationship, Value
from graphmou.places import data_folder
from graphmou.queries import ask, find_query
from graphmou.seed.reader import read_seed
from graphmou.server import LocalServer
from graphmou.store.opening import open_store
from graphmou.store.protocol import Cell, Store
from tests.conftest import Place, empty_server

__all__ = ["CYPHER", "TODAY", "embedded_store", "five", "loaded", "rel", "rows"]

CYPHER = data_folder("cypher")
TODAY = date(2024, 6, 1)
"""The day that is today in these tests: after the Nakhon Pathom agreement ended."""


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def five(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the five networks. Tests must not write to it."""
    if request.param == "embedded":
        opened = open_store(tmp_path_factory.mktemp("five") / "graphmou.db", create=True)
    else:
        server: LocalServer = request.getfixturevalue("neo4j_server")
        empty_server(server)
        opened = open_store(server.uri, user=server.user, password=server.password, wait_seconds=30)
    with closing(opened) as store:
        load_facts(read_seed([data_folder("seed")]), db=store)
        yield store


@pytest.fixture
def embedded_store(embedded_place: Place) -> Iterator[Store]:
    """An empty embedded store, for what does not depend on the engine."""
    with closing(embedded_place.open()) as opened:
        yield opened


@pytest.fixture
def loaded(store: Store) -> Callable[..., Store]:
    """A function that loads what documents say and gives the store, on both engines."""

    def load(*facts: DocumentFacts) -> Store:
        load_facts(facts, db=store)
        return store

    return load


def rel(type_: str, start: str, end: str, **properties: Value) -> Relationship:
    """A stated relationship; ``basis`` may say otherwise."""
    return Relationship(type_, start, end, {"basis": "stated", **properties})


def rows(store: Store, name: str, *columns: str, today: date = TODAY, **given: Cell) -> list[tuple[Cell, ...]]:
    """The answer of a saved question: the cells of ``columns`` (all where none is named), row by row."""
    answer = ask(store, find_query([CYPHER], name), given, today=today).answer
    places = [answer.columns.index(column) for column in columns or answer.columns]
    return [tuple(row[place] for place in places) for row in answer.rows]
