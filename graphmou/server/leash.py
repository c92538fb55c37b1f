"""Ends a server when the process that started it is gone, however that one ended.

Run as a program, ``python -m graphmou.server.leash PID TOKEN``: its standard input is a pipe whose other end
only the starter holds, so the system closes it even after ``kill -9``. Unlike Linux's death signal this
works on every system, and does not fire when merely the thread that started the server ends.
"""

from __future__ import annotations

import os
import subprocess
import sys

from graphmou.server.processes import detached, end, find
from graphmou.server.state import ServerState


class Leash:
    """Ties a server to this process until `release`, which is called once the server has ended."""

    def __init__(self, state: ServerState) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-m", __name__, str(state.pid), state.token],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **detached(),
        )

    def release(self) -> None:
        """End the watch."""
        self._process.communicate()


def main() -> None:
    """Wait until the starter is gone, then end its server, if that still runs."""
    pid, token = sys.argv[1:]
    sys.stdin.buffer.read()
    if (process := find(int(pid), token)) is not None:
        end(process, at_once=True)


if __name__ == "__main__":
    main()
