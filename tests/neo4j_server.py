"""A real Neo4j for tests: one server per pytest process, started when its first test asks for it.

Under pytest-xdist each worker has its own, so tests in different workers never see each other's data. Neo4j
Community has one user database: a test empties it before it begins, not after. A server that does not start
is an error of every test that needs it, never a skip. It ends with the session; when the run is killed, the
server's watching process ends it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphmou.server import LocalServer


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """Yield a running server; connect with its ``uri``, ``user`` and ``password``."""
    with LocalServer(tmp_path_factory.mktemp("neo4j")) as server:
        yield server
