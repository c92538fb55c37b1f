"""``graphmou neo4j up | status | down``: a server that stays until it is told to go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphmou.server.installation import DEFAULT_VERSION
from graphmou.server.ports import free_port
from graphmou.server.readiness import wait_until_ready
from graphmou.server.starting import Settings, only_starter, running, start
from graphmou.server.state import ServerState, forget_state

if TYPE_CHECKING:
    from graphmou.server.maven import Progress

DEFAULT_PORT = 7687


def up(
    folder: Path,
    *,
    version: str = DEFAULT_VERSION,
    port: int = DEFAULT_PORT,
    heap: str = "1g",
    timeout: float = 180.0,
    home: Path | None = None,
    progress: Progress | None = None,
) -> ServerState:
    """Start a Neo4j that keeps its data in `folder` and outlives this process; return once it answers.

    When one already runs there, return that one, whatever `version` and `port` say. `port` 0 takes a free
    one. `heap` is Java's memory (``512m``, ``1g``), `home` the folder for the download (default: the user's
    cache), `progress` is called with the number of jars here and needed while it downloads.

    Raises ServerError when the extra ``graphmou[server]`` is missing, the download fails, the folder holds
    something else, the port is taken, or the server ends or does not answer within `timeout` seconds.
    """
    folder = folder.resolve()
    with only_starter(folder, timeout):
        if (found := running(folder)) is not None:
            state, process = found
            wait_until_ready(state, alive=process.is_running, timeout=timeout)
            return state
        settings = Settings(
            port=port or free_port(), version=version, heap=heap, timeout=timeout, home=home, progress=progress
        )
        return start(folder, settings)


def status(folder: Path) -> ServerState | None:
    """Return the server that runs in `folder`, or None.

    A file left behind by a server that was killed, or by a reboot, does not count: see `state`.
    """
    found = running(folder.resolve())
    return None if found is None else found[0]


def down(folder: Path) -> bool:
    """End the server that runs in `folder`, and return once it has; False when none does. The data stays."""
    folder = folder.resolve()
    found = running(folder)
    if found is not None:
        from graphmou.server.processes import end

        end(found[1])
    forget_state(folder)
    return found is not None
