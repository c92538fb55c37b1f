"""Networks of memoranda of understanding between schools and education offices, as a property graph.

Every command of ``graphmou`` is a function here, callable without a shell::

    import graphmou

    graphmou.load(db="graphmou.db")
    asked = graphmou.query("mentor-schools", {"min_partners": 3}, db="graphmou.db")
    for row in asked.answer.records():
        print(row["school"], row["partners"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmou.commands.analysing import analyze
    from graphmou.commands.asking import check, cypher, explain, library, query, question
    from graphmou.commands.diagnosis import doctor
    from graphmou.commands.drawing import draw
    from graphmou.commands.exporting import export, from_py2neo, to_networkx, to_py2neo
    from graphmou.commands.loading import load, load_facts, rebuild, unload
    from graphmou.commands.overview import status
    from graphmou.commands.reading import read_seed
    from graphmou.commands.starting import init
    from graphmou.commands.verifying import schema, verify
    from graphmou.errors import GraphmouError
    from graphmou.store.opening import open_store

_HOMES = {
    "GraphmouError": "graphmou.errors",
    "analyze": "graphmou.commands.analysing",
    "check": "graphmou.commands.asking",
    "cypher": "graphmou.commands.asking",
    "doctor": "graphmou.commands.diagnosis",
    "draw": "graphmou.commands.drawing",
    "explain": "graphmou.commands.asking",
    "export": "graphmou.commands.exporting",
    "from_py2neo": "graphmou.commands.exporting",
    "init": "graphmou.commands.starting",
    "library": "graphmou.commands.asking",
    "load": "graphmou.commands.loading",
    "load_facts": "graphmou.commands.loading",
    "open_store": "graphmou.store.opening",
    "query": "graphmou.commands.asking",
    "question": "graphmou.commands.asking",
    "read_seed": "graphmou.commands.reading",
    "rebuild": "graphmou.commands.loading",
    "schema": "graphmou.commands.verifying",
    "status": "graphmou.commands.overview",
    "to_networkx": "graphmou.commands.exporting",
    "to_py2neo": "graphmou.commands.exporting",
    "unload": "graphmou.commands.loading",
    "verify": "graphmou.commands.verifying",
}

__all__ = [
    "GraphmouError",
    "analyze",
    "check",
    "cypher",
    "doctor",
    "draw",
    "explain",
    "export",
    "from_py2neo",
    "init",
    "library",
    "load",
    "load_facts",
    "open_store",
    "query",
    "question",
    "read_seed",
    "rebuild",
    "schema",
    "status",
    "to_networkx",
    "to_py2neo",
    "unload",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import a function when it is first used: the command line must not wait for what it does not need."""
    if name not in _HOMES:
        raise AttributeError(f"module 'graphmou' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
