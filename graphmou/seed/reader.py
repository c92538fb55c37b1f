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
from graphmou.language import Text
from graphmou.seed.drafts import settle_draft
from graphmou.seed.entries import DocumentReader
from graphmou.strict_yaml import YamlMap, read_text, read_yaml
from graphmou.words import show_word

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
                hint = Text("a seed file ends in .yaml", "ไฟล์ข้อมูลต้องลงท้ายด้วย .yaml")
                problems.append(Problem(path, None, None, Text("holds no seed file", "ไม่มีไฟล์ข้อมูลในโฟลเดอร์นี้"), hint))
            files.extend(found)
        elif not path.is_file():
            problems.append(
                Problem(
                    path,
                    None,
                    None,
                    Text("is no file or folder", "ไม่พบไฟล์หรือโฟลเดอร์นี้"),
                    Text("name a seed file, or the folder that holds them", "ระบุชื่อไฟล์ข้อมูล หรือโฟลเดอร์ที่เก็บไฟล์ข้อมูล"),
                )
            )
        elif path.suffix not in SEED_SUFFIXES:
            problems.append(
                Problem(
                    path,
                    None,
                    None,
                    Text("is no seed file", "ไม่ใช่ไฟล์ข้อมูล"),
                    Text("a seed file ends in .yaml", "ไฟล์ข้อมูลต้องลงท้ายด้วย .yaml"),
                )
            )
        else:
            files.append(path)
    if problems:
        raise SeedError(
            Text("The seed cannot be read; nothing was loaded.", "อ่านข้อมูลไม่ได้ จึงยังไม่ได้นำเข้าข้อมูลใด"), problems
        )
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
            said.file, said.lines = file, reader.lines
            facts.append(said)
            _check_across(said, file, reader.lines, documents, labels, found)
        problems.extend(sorted(found, key=lambda problem: problem.line or 0))
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise SeedError(
            Text(
                f"The seed has {count}; nothing was loaded.",
                f"พบข้อผิดพลาดในข้อมูล {len(problems)} รายการ จึงยังไม่ได้นำเข้าข้อมูลใด",
            ),
            problems,
            hint=Text(
                "the format is described in docs/seed-format.md (graphmou schema prints it for editors)",
                "ดูรูปแบบของไฟล์ได้ใน docs/seed-format.md (สำหรับโปรแกรมแก้ไขข้อความ: graphmou schema)",
            ),
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
            problems.append(
                Problem(
                    file, 1, None, Text("is empty", "ว่างเปล่า"), Text("begin with `document:`", "ขึ้นต้นด้วย `document:`")
                )
            )
        return None
    if not isinstance(root, YamlMap):
        problems.append(
            Problem(
                file,
                root.line,
                None,
                Text("is not a mapping", "ไม่ได้เขียนเป็นช่องข้อมูล"),
                Text("begin with `document:`", "ขึ้นต้นด้วย `document:`"),
            )
        )
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
        message = Text(
            f"{said.document!r} is the document of {first} too", f"{said.document!r} เป็นเอกสารของไฟล์ {first} อยู่แล้ว"
        )
        hint = Text(
            "keep one of the two files, or give the other document its own id",
            "เก็บไว้เพียงไฟล์เดียว หรือใช้รหัสอื่นกับเอกสารอีกฉบับ",
        )
        problems.append(Problem(file, lines.get(said.document), "document.id", message, hint))
    for node_id, node in said.graph.nodes.items():
        label, place = labels.setdefault(node_id, (node.label, f"{file.name}:{lines.get(node_id)}"))
        if label != node.label:
            message = Text(
                f"{node_id!r} is a {node.label} here and a {label} in {place}",
                f"{node_id!r} เป็น{show_word(node.label, 'th')}ในไฟล์นี้ แต่เป็น{show_word(label, 'th')}ใน {place}",
            )
            problems.append(
                Problem(
                    file,
                    lines.get(node_id),
                    "id",
                    message,
                    Text("give one of the two another id", "ใช้รหัสอื่นกับรายการใดรายการหนึ่ง"),
                )
            )
