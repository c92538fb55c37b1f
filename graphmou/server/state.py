"""What is known of a server that was started: a small file in its folder.

A process id alone proves nothing after a reboot or a ``kill -9``: the system gives it to another program.
So each start draws a token, puts it on the server's command line and into the file, and only a process that
carries the token is ever taken for the server, or ended.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

PASSWORD_FILE = "password"  # noqa: S105 - the name of a file
_FILE = "server.json"


@dataclass(frozen=True, slots=True)
class ServerState:
    """A local Neo4j: where it keeps its data, its process, and how to connect."""

    folder: Path
    pid: int
    port: int
    user: str
    password_file: Path
    version: str
    token: str = field(repr=False)

    @property
    def uri(self) -> str:
        """The address to connect to, on this machine only."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def password(self) -> str:
        """The password, read from its file (so that it is never printed with the state)."""
        return self.password_file.read_text(encoding="utf-8").strip()


def write_state(state: ServerState) -> None:
    """Keep `state` in its folder, whole or not at all."""
    values = asdict(state)
    del values["folder"], values["password_file"]  # the folder may be moved
    partial = state.folder / f"{_FILE}.part"
    partial.write_text(json.dumps(values, indent=1), encoding="utf-8")
    partial.replace(state.folder / _FILE)


def read_state(folder: Path) -> ServerState | None:
    """Return what was last written in `folder`; None when there is nothing that can be read."""
    try:
        values = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return ServerState(folder=folder, password_file=folder / PASSWORD_FILE, **values)
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None


def forget_state(folder: Path) -> None:
    """Take the file away: the server has ended."""
    (folder / _FILE).unlink(missing_ok=True)
