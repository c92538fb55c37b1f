"""A country in a store: 30,000 schools, 100,000 agreements, 300,000 relationships.

    python benchmarks/country.py [--db PLACE] [--schools N --agreements N --relationships N]

Loads them, loads them again (nothing changes), and asks, each step once; the peer in the same run is a plain
Python pass over the same facts (settling them), so a slow machine shows in both. PLACE may be a Neo4j address.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import graphmou
from benchmarks.synthetic import synthetic_facts
from graphmou.facts import settle

_Result = TypeVar("_Result")
_CHECKS = (
    "declared-vs-recorded",
    "too-few-partners",
    "agreement-expired",
    "headcount-mismatch",
    "name-variants",
    "without-evidence",
)


def timed(what: str, work: Callable[[], _Result], peer: float | None = None) -> tuple[float, _Result]:
    start = time.perf_counter()
    result = work()
    took = time.perf_counter() - start
    ratio = f"   {took / peer:6.1f} x" if peer else ""
    print(f"{what:<40}{took:8.2f} s{ratio}", flush=True)
    return took, result


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--db")
    options.add_argument("--schools", type=int, default=30_000)
    options.add_argument("--agreements", type=int, default=100_000)
    options.add_argument("--relationships", type=int, default=300_000)
    chosen = options.parse_args()
    facts = synthetic_facts(chosen.schools, chosen.agreements, chosen.relationships)
    with tempfile.TemporaryDirectory() as folder:
        db = chosen.db or str(Path(folder) / "country.db")
        peer, graph = timed("peer: settling the facts in Python", lambda: settle(facts))
        print(f"{len(graph.nodes):,} nodes, {len(graph.relationships):,} relationships")
        timed("load into an empty store", lambda: graphmou.load_facts(facts, db=db), peer)
        _, again = timed("load again", lambda: graphmou.load_facts(facts, db=db), peer)
        print("nothing changed" if not again.changes else "SOMETHING CHANGED")
        timed("load one document again", lambda: graphmou.load_facts(facts[:1], db=db), peer)
        timed("query mentor-schools", lambda: graphmou.query("mentor-schools", db=db), peer)
        for name in _CHECKS:
            timed(f"check {name}", partial(graphmou.check, name, db=db), peer)


if __name__ == "__main__":
    main()
