"""A time limit that really ends a statement: by ending the process that runs it.

A call into the engine cannot be interrupted, and the engine's own time-out does not stop everything
(``apoc.util.sleep``, a text built by ``reduce``). So a thread of ours watches the clock; the command line lets it
end the process, and a user of the Python API has his statements run in a child process (:mod:`worker`).

Python delays Ctrl-C until the engine's call has ended; during the call the process therefore ends at once on it,
as a program in C does. What a writer had not committed is not there when the store opens again.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from graphmou.errors import GraphmouError, LimitReached
from graphmou.store.wording import too_long

__all__ = ["deadline", "tell_on_stderr"]

Tell = Callable[[LimitReached], None]


@contextmanager
def deadline(seconds: float, tell: Tell, *, grace: float = 0.0) -> Iterator[None]:
    """After ``seconds`` the process ends: ``tell`` says why, from another thread, and the exit code is 1.

    ``grace`` is time on top, in which a gentler time-out may come first.
    """
    first_to_finish = threading.Lock()
    watch = threading.Timer(seconds + grace, _end_process, (too_long(seconds), tell, first_to_finish))
    watch.daemon = True
    watch.start()
    try:
        with _ctrl_c_ends_the_process():
            yield
    finally:
        first_to_finish.acquire()  # never, where the watch was first: the process is ending
        watch.cancel()


def tell_on_stderr(error: GraphmouError) -> None:
    """Say it as the command line does."""
    print(f"Error: {error}", file=sys.stderr)


def _end_process(error: LimitReached, tell: Tell, first_to_finish: threading.Lock) -> None:
    if not first_to_finish.acquire(blocking=False):
        return
    try:
        tell(error)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
    finally:
        os._exit(error.exit_code)


@contextmanager
def _ctrl_c_ends_the_process() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)
    # None: a handler that Python did not set, and could not set back. Ignored: it is to stay so.
    if before is None or before is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
