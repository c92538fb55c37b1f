"""A server that lives no longer than the process that started it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.server.extra import server_extra
from graphmou.server.installation import DEFAULT_VERSION
from graphmou.server.ports import free_port
from graphmou.server.starting import Settings, only_starter, running, start
from graphmou.server.state import ServerState, forget_state

if TYPE_CHECKING:
    from typing import Self

    from graphmou.server.leash import Leash


class LocalServer:
    """A real Neo4j for a while, for example for tests.

    ::

        with LocalServer(tmp_path / "neo4j") as server:
            driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))

    `folder` keeps the data: a later server there finds it. `bolt_port` 0 takes a free port, the same one for
    every start of this object. `password` None draws one. `heap` is Java's memory, `timeout` the seconds a
    start may take, `home` the folder for the download (default: the user's cache).

    When this process ends abnormally, even by ``kill -9``, a small watching process ends the server.
    """

    def __init__(
        self,
        folder: Path,
        *,
        version: str = DEFAULT_VERSION,
        bolt_port: int = 0,
        password: str | None = None,
        heap: str = "1g",
        timeout: float = 180.0,
        home: Path | None = None,
    ) -> None:
        self.folder = folder.resolve()
        self._settings = Settings(
            port=bolt_port or free_port(),
            version=version,
            password=password,
            heap=heap,
            timeout=timeout,
            home=home,
        )
        self._state: ServerState | None = None
        self._leash: Leash | None = None

    def start(self) -> ServerState:
        """Start the server and return once it answers; after `stop` or `kill` it finds its data again.

        Raises ServerError as `graphmou.server.up` does, and when a server already runs in the folder.
        """
        with only_starter(self.folder, self._settings.timeout):
            if running(self.folder) is not None:
                raise ServerError(
                    Text(f"A server already runs in {self.folder}.", f"มีเซิร์ฟเวอร์ทำงานอยู่ใน {self.folder} แล้ว"),
                    hint=Text("Stop it, or use another folder.", "หยุดเซิร์ฟเวอร์นั้น หรือใช้โฟลเดอร์อื่น"),
                )
            try:
                self._state = start(self.folder, self._settings, on_launch=self._tie)
            except BaseException:
                self._release()
                raise
        return self._state

    def stop(self) -> None:
        """End the server cleanly; nothing happens when it does not run."""
        self._end(at_once=False)
        forget_state(self.folder)

    def kill(self) -> None:
        """End the server at once (SIGKILL), leaving everything as a crash would."""
        self._end(at_once=True)

    @property
    def state(self) -> ServerState:
        """The server's state. Raises ServerError when it has not been started, or was stopped."""
        if self._state is None:
            raise ServerError(
                Text("The local Neo4j has not been started.", "ยังไม่ได้เริ่ม Neo4j ในเครื่อง"),
                hint=Text("Call start() first.", "เรียก start() ก่อน"),
            )
        return self._state

    @property
    def uri(self) -> str:
        """The address to connect to."""
        return self.state.uri

    @property
    def user(self) -> str:
        """The user to log in as."""
        return self.state.user

    @property
    def password(self) -> str:
        """The password to log in with."""
        return self.state.password

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _tie(self, state: ServerState) -> None:
        from graphmou.server.leash import Leash

        self._leash = Leash(state)

    def _end(self, *, at_once: bool) -> None:
        if self._state is not None and (found := running(self.folder)) is not None:
            with server_extra():
                from graphmou.server.processes import end
            end(found[1], at_once=at_once)
        self._state = None
        self._release()

    def _release(self) -> None:
        if self._leash is not None:
            self._leash.release()
            self._leash = None
