"""The server's process: how it is started, recognised and ended."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]

from graphmou.server.configuration import console_log
from graphmou.server.installation import Installation

_GRACE_SECONDS = 60.0
# What Neo4j reaches into beyond Java's public interfaces, and says so at length unless it is allowed to.
_JAVA_OPTIONS = (
    *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch", "java.lang")),
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dfile.encoding=UTF-8",
)


def launch(installation: Installation, folder: Path, heap: str, token: str) -> subprocess.Popen[bytes]:
    """Start the server in `folder`; it answers some seconds later, or ends and says why in its log."""
    command = [
        str(installation.java),
        _mark(token),
        f"-Xmx{heap}",
        *_JAVA_OPTIONS,
        "-cp",
        installation.classpath,
        installation.main_class,
        f"--home-dir={folder}",
        f"--config-dir={folder / 'conf'}",
        "--console-mode",
    ]
    environment = dict(os.environ)
    if sys.platform == "linux":
        environment["LC_ALL"] = "C.UTF-8"  # in a C locale Java cannot open a path with Thai letters
    with console_log(folder).open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - no shell, no word of it from outside
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            **detached(),
        )


def detached() -> dict[str, Any]:
    """Return what gives a process a session of its own: neither Ctrl-C nor a closed terminal reaches it."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def let_go(process: subprocess.Popen[bytes]) -> None:
    """Let the process outlive this one without Python's warning that nobody waits for it."""
    process.returncode = 0


def find(pid: int, token: str) -> psutil.Process | None:
    """Return the process `pid` if it is the server started with `token`; None for any other, or none."""
    try:
        process = psutil.Process(pid)
        return process if _mark(token) in process.cmdline() else None
    except psutil.Error:  # ended, a zombie, or another user's
        return None


def end(process: psutil.Process, *, at_once: bool = False) -> None:
    """End the server and wait until it has: asked to, or killed `at_once`, or when it does not go.

    On Windows a process cannot be asked, and Neo4j recovers from its log at the next start.
    """
    try:
        if not at_once:
            process.terminate()
            try:
                process.wait(_GRACE_SECONDS)
                return
            except psutil.TimeoutExpired:
                pass
        process.kill()
        process.wait(_GRACE_SECONDS)
    except psutil.NoSuchProcess:
        return


def _mark(token: str) -> str:
    return f"-Dgraphmou.server={token}"
