"""Where questions and checks are found: ``queries/`` and ``checks/`` of one or several ``cypher`` folders.

A file's name is the question's name. Folders come in the order of preference, so a user's own file replaces a
built-in one of the same name. One question is found without reading the others: a cold start stays short.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

from graphmou.errors import QuestionFileError, UnknownName
from graphmou.language import Text
from graphmou.queries.header import read_check, read_query
from graphmou.queries.saved import Check, Library, SavedQuery
from graphmou.words import did_you_mean

__all__ = ["find_check", "find_query", "read_library"]

QUERIES: Final = "queries"
CHECKS: Final = "checks"
_SUFFIX = ".cypher"
_Kind = Literal["queries", "checks"]


def read_library(folders: Sequence[Path]) -> Library:
    """All questions and checks, sorted by name. A broken file is reported in ``problems`` and hides no other."""
    library = Library()
    for name, path in sorted(_files(folders, QUERIES).items()):
        query, problems = read_query(path)
        library.problems.extend(problems)
        if query is not None:
            library.queries[name] = query
    for name, path in sorted(_files(folders, CHECKS).items()):
        check, problems = read_check(path)
        library.problems.extend(problems)
        if check is not None:
            library.checks[name] = check
    return library


def find_query(folders: Sequence[Path], name: str) -> SavedQuery:
    """The question of that name, reading no other file.

    Raises:
        UnknownName: there is none; the hint names the nearest.
        QuestionFileError: its file is broken.
    """
    path = _find(folders, QUERIES, name)
    query, problems = read_query(path)
    if query is None:
        raise QuestionFileError(Text(f"The question {name} cannot be used.", f"คำถาม {name} ใช้งานไม่ได้"), problems)
    return query


def find_check(folders: Sequence[Path], name: str) -> Check:
    """The check of that name, reading no other file.

    Raises:
        UnknownName: there is none; the hint names the nearest.
        QuestionFileError: its file is broken.
    """
    path = _find(folders, CHECKS, name)
    check, problems = read_check(path)
    if check is None:
        raise QuestionFileError(Text(f"The check {name} cannot be used.", f"รายการตรวจสอบ {name} ใช้งานไม่ได้"), problems)
    return check


def _find(folders: Sequence[Path], kind: _Kind, name: str) -> Path:
    known = _files(folders, kind)
    if name in known:
        return known[name]
    if kind == QUERIES:
        said = Text(f"No question is called {name!r}.", f"ไม่มีคำถามชื่อ {name!r}")
        hint = Text("graphmou query lists them", "ดูรายชื่อคำถามด้วยคำสั่ง graphmou query")
        if name in _files(folders, CHECKS):
            hint = Text(f"it is a check: graphmou check {name}", f"เป็นรายการตรวจสอบ: graphmou check {name}")
            raise UnknownName(said, hint=hint)
    else:
        listed = ", ".join(sorted(known))
        said = Text(f"No check is called {name!r}.", f"ไม่มีรายการตรวจสอบชื่อ {name!r}")
        hint = Text(f"the checks are: {listed or 'none'}", f"รายการตรวจสอบที่มี: {listed or 'ไม่มี'}")
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    raise UnknownName(said, hint=did_you_mean(near) if near else hint)


def _files(folders: Sequence[Path], kind: _Kind) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in _paths(folders, kind):
        found.setdefault(path.stem, path)
    return found


def _paths(folders: Sequence[Path], kind: _Kind) -> Iterator[Path]:
    for folder in folders:
        inside = folder / kind
        if inside.is_dir():
            yield from sorted(path for path in inside.iterdir() if path.suffix == _SUFFIX and path.is_file())
