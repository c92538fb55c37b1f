"""A connection to Neo4j that breaks, or falls silent, exactly where a test wants it to.

It stands between a driver and the real server and passes bytes on, both ways, until told otherwise.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

__all__ = ["BoltProxy", "ConnectionCutError"]

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message COMMIT as Bolt sends it: a chunk of two bytes, and the end of a message."""

LOAD = b"graphmou load lock"
"""What the first statement of a load holds: commits before it are not those of the load."""


class ConnectionCutError(Exception):
    """Raised by a hook to break the connection there."""


class BoltProxy:
    """Listens at ``uri`` for connections to the server at ``server_uri``.

    ``before_commit`` is called when the COMMIT of a load has come from the client and is not passed on yet,
    ``after_commit`` when the server has answered it and the answer is not passed on yet.
    """

    def __init__(
        self,
        server_uri: str,
        *,
        before_commit: Callable[[], None] = lambda: None,
        after_commit: Callable[[], None] = lambda: None,
    ) -> None:
        parts = urlsplit(server_uri)
        self._server = (parts.hostname or "", parts.port or 7687)
        self._before_commit, self._after_commit = before_commit, after_commit
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._speaks = threading.Event()
        self._speaks.set()
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.cut()

    def cut(self) -> None:
        """Break all connections, and take no more."""
        self._speaks.set()
        for end in (self._listener, *self._ends):
            _close(end)
        for thread in self._threads:
            thread.join()

    def fall_silent(self) -> None:
        """Pass on nothing any more that the server says, as if it were frozen."""
        self._speaks.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                self._ends += [client, server]
                committing = threading.Event()
                self._start(self._ask, client, server, committing)
                self._start(self._answer, server, client, committing)

    def _ask(self, client: socket.socket, server: socket.socket, committing: threading.Event) -> None:
        loading = False
        with suppress(OSError, ConnectionCutError):
            while data := client.recv(65536):
                loading = loading or LOAD in data
                if loading and COMMIT in data:
                    self._before_commit()
                    committing.set()
                server.sendall(data)
        _close(client)
        _close(server)

    def _answer(self, server: socket.socket, client: socket.socket, committing: threading.Event) -> None:
        with suppress(OSError, ConnectionCutError):
            while data := server.recv(65536):
                self._speaks.wait()
                if committing.is_set():
                    self._after_commit()
                client.sendall(data)
        _close(client)
        _close(server)

    def _start(self, function: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=function, args=arguments)
        self._threads.append(thread)
        thread.start()


def _close(end: socket.socket) -> None:
    """Wake whoever waits for it, too."""
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
