"""A loader in a process of its own, for tests that kill it or run two at once.

::

    python -m tests.store.loader LOCATION WAIT_SECONDS SCHOOLS AGREEMENTS RELATIONSHIPS DOCUMENTS

It says on stdout how far it is, one word a line: begun, planned, written, done. An error of ours is told by its
name, and the process then ends with 1.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.synthetic import synthetic_facts
from graphmou.errors import GraphmouError
from graphmou.plan import plan_load
from graphmou.store.opening import open_store

__all__ = ["start_loader", "wait_until"]

ROOT = Path(__file__).parents[2]


def start_loader(
    location: str, size: tuple[int, int, int, int], *, wait_seconds: float = 60.0
) -> subprocess.Popen[str]:
    """Start one; ``size`` are the arguments of ``synthetic_facts``."""
    words = [sys.executable, "-m", "tests.store.loader", location, str(wait_seconds), *map(str, size)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def wait_until(loader: subprocess.Popen[str], stage: str) -> None:
    """Wait until the loader says that it is that far."""
    assert loader.stdout is not None
    for line in loader.stdout:
        if line.strip() == stage:
            return
    raise AssertionError(f"the loader ended with {loader.wait()} before it was {stage}")


def say(word: str) -> None:
    print(word, flush=True)


def main(location: str, wait_seconds: str, *size: str) -> int:
    """Load, telling how far it is."""
    facts = synthetic_facts(*map(int, size))
    try:
        with closing(open_store(location, create=True, wait_seconds=float(wait_seconds))) as store:
            say("begun")
            with store.transaction() as transaction:
                changes = plan_load(transaction.graph(), facts)
                say("planned")
                transaction.apply(changes)
                say("written")
            say("done")
    except GraphmouError as error:
        say(type(error).__name__)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
