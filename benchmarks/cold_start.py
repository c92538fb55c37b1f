"""How long a question takes from a cold start, beside bare Python in the same run.

    python benchmarks/cold_start.py [RUNS]

Each run starts ``python -c pass``, then ``graphmou query mentor-schools`` on an embedded store with the five
networks, in turn, so that a machine that slows down slows both. Whole processes, start to exit.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import graphmou


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "graphmou.db")
        graphmou.load(db=db)
        bare, question = ["-c", "pass"], ["-m", "graphmou", "--db", db, "query", "mentor-schools"]
        seconds(*bare), seconds(*question)
        pairs = [(seconds(*bare), seconds(*question)) for _ in range(runs)]
    python = statistics.median(pair[0] for pair in pairs)
    asked = statistics.median(pair[1] for pair in pairs)
    over = statistics.median(pair[1] - pair[0] for pair in pairs)
    print(f"{runs} pairs, medians: bare Python {python:.3f} s, a question {asked:.3f} s")
    print(f"over bare Python {over:.3f} s; ratio {asked / python:.1f}")


if __name__ == "__main__":
    main()
