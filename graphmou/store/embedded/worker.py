"""Statements in a child process, so that a runaway takes that process and not the user's.

The child is an embedded store that ends its own process at the time-out (:mod:`deadline`). It gets one statement
a line on stdin and gives one answer a line on stdout, both JSON. Between two statements it holds no lock; it
stays, because the next one then takes milliseconds instead of a fifth of a second.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from graphmou import errors
from graphmou.errors import GraphmouError, StatementError, StoreError
from graphmou.language import Text
from graphmou.store.protocol import Answer, Limits, Parameters

__all__ = ["Worker", "serve"]

_SERVE = "from graphmou.store.embedded.worker import serve; serve()"


class Worker:
    """The child process of one store, started when it is first asked."""

    def __init__(self, folder: Path, wait_seconds: float) -> None:
        self._folder = folder
        self._wait_seconds = wait_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def run(self, statement: str, parameters: Parameters, limits: Limits) -> Answer:
        """The answer to a statement.

        Raises:
            GraphmouError: what the child raised.
            StatementError: the engine broke down over the statement.
        """
        request = {
            "statement": statement,
            "parameters": parameters,
            "limits": [limits.seconds, limits.rows, limits.characters],
        }
        with self._one_at_a_time:
            try:
                reply = self._ask(json.dumps(request))
            except BaseException:
                self.close()  # Ctrl-C too: who is not waited for must not run on
                raise
            if "error" in reply:
                if reply["last"]:  # at the time-out it ends itself
                    self.close()
                raise _error(reply["error"])
        return Answer(**reply["answer"])

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet is not missed
                    pipe.close()

    def _ask(self, request: str) -> dict[str, Any]:
        try:
            process = self._sent(request)
        except OSError:
            # It died while nobody asked it anything.
            self.close()
            process = self._sent(request)
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            raise StatementError(
                Text(
                    f"the process that ran this statement broke down (exit code {process.wait()}); "
                    "the store is as it was",
                    f"โพรเซสที่ทำคำสั่งนี้หยุดทำงาน (รหัส {process.wait()}) ที่เก็บข้อมูลยังคงเดิม",
                ),
                hint=Text(
                    "narrow the statement (a LIMIT, a label, a bound on hops)",
                    "ทำคำสั่งให้แคบลง (ใส่ LIMIT ระบุชนิด หรือจำกัดจำนวนช่วง)",
                ),
            )
        reply: dict[str, Any] = json.loads(line)
        return reply

    def _sent(self, request: str) -> subprocess.Popen[bytes]:
        """The child that got the request."""
        if self._process is not None and self._process.poll() is not None:
            self.close()
        self._process = process = self._process or self._start()
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        process.stdin.write(request.encode("ascii") + b"\n")
        process.stdin.flush()
        return process

    def _start(self) -> subprocess.Popen[bytes]:
        if not sys.executable:
            raise StoreError(
                Text(
                    "statements run in a Python process of their own, and this program does not know where Python is",
                    "คำสั่งต้องทำงานในโพรเซส Python แยกต่างหาก แต่โปรแกรมนี้ไม่ทราบว่า Python อยู่ที่ใด",
                ),
                hint=Text(
                    "set sys.executable, or open the store with on_timeout='exit'",
                    "กำหนด sys.executable หรือเปิดที่เก็บข้อมูลด้วย on_timeout='exit'",
                ),
            )
        # The child imports what this process imports, from wherever it does.
        places = [path or str(Path.cwd()) for path in sys.path]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
        return subprocess.Popen(  # noqa: S603 - this Python, our own code
            [sys.executable, "-P", "-c", _SERVE, str(self._folder), str(self._wait_seconds)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def serve() -> None:
    """The child: answer what comes on stdin until it ends."""
    from graphmou.store.embedded.store import EmbeddedStore

    # Ctrl-C is for the process that waits for the answer; it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder, wait_seconds = Path(sys.argv[1]), float(sys.argv[2])
    store: EmbeddedStore | None = None
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            store = store or EmbeddedStore.open(
                folder, wait_seconds=wait_seconds, on_timeout="exit", tell=partial(_reply_error, last=True)
            )
            answer = store.run(request["statement"], request["parameters"], Limits(*request["limits"]))
        except GraphmouError as error:
            _reply_error(error, last=False)
        else:
            _reply({"answer": asdict(answer)})


def _reply_error(error: GraphmouError, *, last: bool) -> None:
    said = {
        "kind": type(error).__name__,
        "message": asdict(error.said),
        "hint": None if error.advice is None else asdict(error.advice),
    }
    _reply({"error": said, "last": last})


def _reply(reply: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(reply).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _error(said: dict[str, Any]) -> GraphmouError:
    kind: type[GraphmouError] = getattr(errors, said["kind"])
    hint = None if said["hint"] is None else Text(**said["hint"])
    return kind(Text(**said["message"]), hint=hint)
