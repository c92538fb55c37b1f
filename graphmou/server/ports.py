"""Ports on this machine's loopback address."""

from __future__ import annotations

import socket
import sys

from graphmou.errors import ServerError
from graphmou.language import Text

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def refuse_taken_port(port: int) -> None:
    """Raise ServerError when a server cannot listen on `port`."""
    with socket.socket() as probe:
        # Without this a port whose last server has just gone counts as taken, but on Windows the same word
        # would let us take a port in use.
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except (OSError, OverflowError) as taken:
            raise ServerError(
                Text(f"Port {port} cannot be used: {taken}", f"ใช้พอร์ต {port} ไม่ได้: {taken}"),
                hint=Text(
                    "Another program (another Neo4j?) may be using it: end that one, or choose another port.",
                    "อาจมีโปรแกรมอื่น (เช่น Neo4j อีกตัวหนึ่ง) ใช้อยู่ ให้ปิดโปรแกรมนั้นหรือเลือกพอร์ตอื่น",
                ),
            ) from taken
