"""The one way a server is started, whether it stays or ends with this process."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.server.configuration import LOCK_FILE, USER, prepare_folder, set_password, write_settings
from graphmou.server.extra import server_extra
from graphmou.server.installation import DEFAULT_VERSION, install
from graphmou.server.ports import refuse_taken_port
from graphmou.server.readiness import wait_until_ready
from graphmou.server.state import PASSWORD_FILE, ServerState, forget_state, read_state, write_state

if TYPE_CHECKING:
    import psutil  # type: ignore[import-untyped]

    from graphmou.server.maven import Progress


@dataclass(frozen=True, slots=True)
class Settings:
    """How to start a server: `password` None keeps the folder's own or draws one, `home` keeps the jars."""

    port: int
    version: str = DEFAULT_VERSION
    password: str | None = None
    heap: str = "1g"
    timeout: float = 180.0
    home: Path | None = None
    progress: Progress | None = None


@contextmanager
def only_starter(folder: Path, timeout: float) -> Iterator[None]:
    """Make `folder` ready and hold it, so that two processes do not start a server in it at once.

    Raises ServerError when another one still holds it after `timeout` seconds.
    """
    import portalocker

    prepare_folder(folder)
    try:
        with portalocker.Lock(folder / LOCK_FILE, timeout=timeout):
            yield
    except portalocker.LockException as held:
        raise ServerError(
            Text(f"Another process is starting a server in {folder}.", f"มีอีกโพรเซสหนึ่งกำลังเริ่มเซิร์ฟเวอร์ใน {folder}"),
            hint=Text("Wait for it, then try again.", "รอให้เสร็จก่อน แล้วลองใหม่"),
        ) from held


def start(folder: Path, settings: Settings, on_launch: Callable[[ServerState], None] | None = None) -> ServerState:
    """Start a server in `folder`, held by `only_starter`, and return once it answers.

    `on_launch` is called as soon as there is a process. Whatever fails, Ctrl-C too, no process is left.
    """
    with server_extra():
        from graphmou.server import processes

    refuse_taken_port(settings.port)
    installation = install(settings.version, home=settings.home, progress=settings.progress)
    set_password(folder, settings.password)
    write_settings(folder, settings.port)
    token = secrets.token_hex(16)
    process = processes.launch(installation, folder, settings.heap, token)
    try:
        state = ServerState(folder, process.pid, settings.port, USER, folder / PASSWORD_FILE, settings.version, token)
        write_state(state)
        if on_launch is not None:
            on_launch(state)
        wait_until_ready(state, alive=lambda: process.poll() is None, timeout=settings.timeout)
    except BaseException:
        process.kill()
        process.wait()
        forget_state(folder)
        raise
    processes.let_go(process)
    return state


def running(folder: Path) -> tuple[ServerState, psutil.Process] | None:
    """Return the server that runs in `folder` with its process; None when none does, whatever its file says."""
    if (state := read_state(folder)) is None:
        return None
    with server_extra():
        from graphmou.server.processes import find
    process = find(state.pid, state.token)
    return None if process is None else (state, process)
