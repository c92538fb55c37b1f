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
from graphmou.seed.drafts import settle_draft
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
            inside = (one for one in path.iterdir() if one.suffix in SEED_SUFFIXES and one.name != JUDGEMENTS)
            found = sorted(one for one in inside if one.is_file())
            if not found:
                hint = "a seed file ends in .yaml"
                problems.append(Problem(path, None, None, "holds no seed file", hint))
            files.extend(found)
        elif not path.is_file():
            problems.append(
                Problem(path, None, None, "is no file or folder", "name a seed file, or the folder that holds them")
            )
        elif path.suffix not in SEED_SUFFIXES:
            problems.append(Problem(path, None, None, "is no seed file", "a seed file ends in .yaml"))
        else:
            files.append(path)
    if problems:
        raise SeedError("The seed cannot be read; nothing was loaded.", problems)
    return list({path.resolve(): path for path in reversed(files)}.values())[::-1]


def read_seed(paths: Sequence[str | Path]) -> list[DocumentFacts]:
    """What the documents of the seed files say, one :class:`DocumentFacts` per file, in the order of the files.

    Raises:
        SeedError: anything is wrong with any of them; ``problems`` holds it all.
    """
    files = seed_files(map(Path, paths))
    facts: list[DocumentFacts] = []
    problems: list[Problem] = []
    documents: dict[str, Path] = {}
    labels: dict[str, tuple[str, str]] = {}
    for file in files:
        found: list[Problem] = []
        reader = _read_file(file, found)
        if reader is not None and (said := reader.read()) is not None:
            facts.append(said)
            _check_across(said, file, reader.lines, documents, labels, found)
        problems.extend(sorted(found, key=lambda problem: problem.line or 0))
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise SeedError(
            f"The seed has {count}; nothing was loaded.",
            problems,
            hint="the format is described in docs/seed-format.md (graphmou schema prints it for editors)",
        )
    return facts


def _read_file(file: Path, problems: list[Problem]) -> DocumentReader | None:
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
    return DocumentReader(Fields(settle_draft(root, file, problems), file, "", problems))


def _check_across(
    said: DocumentFacts,
    file: Path,
    lines: dict[str, int],
    documents: dict[str, Path],
    labels: dict[str, tuple[str, str]],
    problems: list[Problem],
) -> None:
    """What two files may not do: speak for one document, or use one id for two kinds of thing."""
    first = documents.setdefault(said.document, file)
    if first != file:
        message = f"{said.document!r} is the document of {first} too"
        hint = "keep one of the two files, or give the other document its own id"
        problems.append(Problem(file, lines.get(said.document), "document.id", message, hint))
    for node_id, node in said.graph.nodes.items():
        label, place = labels.setdefault(node_id, (node.label, f"{file.name}:{lines.get(node_id)}"))
        if label != node.label:
            message = f"{node_id!r} is a {node.label} here and a {label} in {place}"
            problems.append(Problem(file, lines.get(node_id), "id", message, "give one of the two another id"))
