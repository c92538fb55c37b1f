"""Networks of memoranda of understanding between schools and education offices, as a property graph.

Every command of ``graphmou`` is a function here, callable without a shell::

    import graphmou

    graphmou.load(db="graphmou.db")
    asked = graphmou.query("mentor-schools", {"min_partners": 3}, db="graphmou.db")
    for row in asked.answer.records():
        print(row["school"], row["partners"])
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmou.commands.analysing import analyze
    from graphmou.commands.asking import check, cypher, explain, library, query, question
    from graphmou.commands.diagnosis import doctor
    from graphmou.commands.drawing import draw
    from graphmou.commands.exporting import export, from_py2neo, to_networkx, to_py2neo
    from graphmou.commands.extracting import extract, extract_objects
    from graphmou.commands.judgements import judge, judgements, undo_judgement
    from graphmou.commands.loading import load, load_facts, rebuild, unload
    from graphmou.commands.overview import status
    from graphmou.commands.reading import read_seed
    from graphmou.commands.reporting import report
    from graphmou.commands.reviewing import move_to_seed, review_draft, review_page
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
    "extract": "graphmou.commands.extracting",
    "extract_objects": "graphmou.commands.extracting",
    "from_py2neo": "graphmou.commands.exporting",
    "init": "graphmou.commands.starting",
    "judge": "graphmou.commands.judgements",
    "judgements": "graphmou.commands.judgements",
    "library": "graphmou.commands.asking",
    "load": "graphmou.commands.loading",
    "load_facts": "graphmou.commands.loading",
    "move_to_seed": "graphmou.commands.reviewing",
    "open_store": "graphmou.store.opening",
    "query": "graphmou.commands.asking",
    "question": "graphmou.commands.asking",
    "read_seed": "graphmou.commands.reading",
    "rebuild": "graphmou.commands.loading",
    "report": "graphmou.commands.reporting",
    "review_draft": "graphmou.commands.reviewing",
    "review_page": "graphmou.commands.reviewing",
    "schema": "graphmou.commands.verifying",
    "status": "graphmou.commands.overview",
    "to_networkx": "graphmou.commands.exporting",
    "to_py2neo": "graphmou.commands.exporting",
    "undo_judgement": "graphmou.commands.judgements",
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
    "extract",
    "extract_objects",
    "from_py2neo",
    "init",
    "judge",
    "judgements",
    "library",
    "load",
    "load_facts",
    "move_to_seed",
    "open_store",
    "query",
    "question",
    "read_seed",
    "rebuild",
    "report",
    "review_draft",
    "review_page",
    "schema",
    "status",
    "to_networkx",
    "to_py2neo",
    "undo_judgement",
    "unload",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import a function when it is first used: the command line must not wait for what it does not need."""
    if name not in _HOMES:
        raise AttributeError(f"module 'graphmou' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """``graphmou`` itself. Two functions are called as rooms of ours are; importing a room must not hide them."""


for _name in ("export", "extract"):
    setattr(
        _Package,
        _name,
        property(lambda _, name=_name: __getattr__(name), lambda _, room: None),  # type: ignore[misc]
    )
sys.modules[__name__].__class__ = _Package
