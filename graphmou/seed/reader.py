"""Seed files (one YAML file per source document) to what each document says, or to all the problems at once.

Nothing is half-read: either every file given is right, or :class:`~graphmou.errors.SeedError` carries every
problem of every file, with file, line, field and what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from graphmou.errors import Problem, SeedError
from graphmou.facts import DocumentFacts
from graphmou.fields import Fields
from graphmou.graph import Graph
from graphmou.seed.entries import DocumentReader
from graphmou.strict_yaml import YamlMap, read_text, read_yaml

__all__ = ["read_seed", "seed_files"]

SEED_SUFFIXES = (".yaml", ".yml")
JUDGEMENTS = "judgements.yaml"
"""Who is the same as whom: kept beside the seed files, read by another part."""


def seed_files(paths: Iterable[Path]) -> list[Path]:
    """The seed files that ``paths`` name: files as they are, folders by the YAML files in them, sorted by name.

    Raises:
        SeedError: a path does not exist, is no YAML file, or a folder holds none.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found = sorted(one for one in path.iterdir() if one.suffix in SEED_SUFFIXES and one.name != JUDGEMENTS)
            if not found:
                problems.append(Problem(path, None, None, "holds no seed file (*.yaml)"))
            files.extend(found)
        elif not path.is_file():
            problems.append(Problem(path, None, None, "is no file or folder"))
        elif path.suffix not in SEED_SUFFIXES:
            problems.append(Problem(path, None, None, "is no seed file", "a seed file ends in .yaml"))
        else:
            files.append(path)
    if problems:
        raise SeedError("The seed cannot be read; nothing was loaded.", problems)
    return list(dict.fromkeys(files))


def read_seed(paths: Sequence[Path]) -> list[DocumentFacts]:
    """What the documents of the seed files say, one :class:`DocumentFacts` per file, in the order of the files.

    Raises:
        SeedError: anything is wrong with any of them; ``problems`` holds it all.
    """
    files = seed_files(paths)
    facts: list[DocumentFacts] = []
    problems: list[Problem] = []
    documents: dict[str, Path] = {}
    labels: dict[str, tuple[str, Path]] = {}
    for file in files:
        found: list[Problem] = []
        said = _read_file(file, found)
        problems.extend(sorted(found, key=lambda problem: problem.line or 0))
        if said is None:
            continue
        facts.append(said)
        if said.document in documents:
            first = documents[said.document]
            problems.append(Problem(file, None, "document.id", f"{said.document!r} is the document of {first} too"))
        documents.setdefault(said.document, file)
        _check_labels(said.graph, file, labels, problems)
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise SeedError(
            f"The seed has {count}; nothing was loaded.",
            problems,
            hint="the format is described in docs/seed-format.md (graphmou schema prints it for editors)",
        )
    return facts


def _read_file(file: Path, problems: list[Problem]) -> DocumentFacts | None:
    text, unreadable = read_text(file)
    problems.extend(unreadable)
    if unreadable:
        return None
    root, malformed = read_yaml(text, file)
    problems.extend(malformed)
    if root is None:
        if not malformed:
            problems.append(Problem(file, 1, None, "is empty", "begin with `document:`"))
        return None
    if not isinstance(root, YamlMap):
        problems.append(Problem(file, root.line, None, "is not a mapping", "begin with `document:`"))
        return None
    return DocumentReader(Fields(root, file, "", problems)).read()


def _check_labels(graph: Graph, file: Path, labels: dict[str, tuple[str, Path]], problems: list[Problem]) -> None:
    """An id is unique across labels: the same id under another label in another file is a mistake."""
    for node_id, node in graph.nodes.items():
        label, first = labels.setdefault(node_id, (node.label, file))
        if label != node.label:
            message = f"{node_id!r} is a {node.label} here and a {label} in {first.name}"
            problems.append(Problem(file, None, None, message, "give one of the two another id"))
