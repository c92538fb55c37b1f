"""A draft on disk and the text it was read from: opened for a review, saved after every decision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from graphmou.decoding import Undecodable, decode
from graphmou.errors import Problem, SeedError
from graphmou.export.atomic import write_atomically
from graphmou.fields import Fields
from graphmou.language import Text
from graphmou.places import as_typed
from graphmou.seed.drafts import draft_problems, settle_draft
from graphmou.seed.entries import DocumentReader
from graphmou.seed.nesting import text_of
from graphmou.strict_yaml import YamlMap, read_text, read_yaml
from graphmou.yaml_text import write_yaml

__all__ = ["DraftFile", "find_source", "find_source_file", "open_draft"]

_LARGEST_SOURCE = 50_000_000


@dataclass(slots=True)
class DraftFile:
    """A draft that is being reviewed; ``comment`` is what stands above it."""

    path: Path
    root: YamlMap
    comment: str

    def save(self) -> None:
        """Write the draft: the old one or the new one is there whenever the machine stops."""
        write_atomically(self.path, write_yaml(self.root, self.comment).encode("utf-8"))

    def problems(self) -> list[Problem]:
        """What would keep it from being loaded, beside what is still to be decided."""
        found: list[Problem] = []
        reader = DocumentReader(Fields(settle_draft(self.root, self.path, found), self.path, "", found))
        reader.read()
        return [problem for problem in found if problem.field != "review"]


def open_draft(path: Path) -> DraftFile:
    """The draft in a file.

    Raises:
        SeedError: it is missing, no YAML, or no draft.
    """
    text, problems = read_text(path)
    root = None
    if not problems:
        root, problems = read_yaml(text, path)
    if not problems and (not isinstance(root, YamlMap) or "document" not in root.entries):
        said = Text("is no draft", "ไม่ใช่ไฟล์ร่าง")
        problems = [
            Problem(path, 1, None, said, Text("make one: graphmou extract FILE", "สร้างด้วย: graphmou extract FILE"))
        ]
    if not problems and isinstance(root, YamlMap) and "review" not in root.entries:
        said = Text(
            "is a seed file, not a draft: nothing in it is to be reviewed", "เป็นไฟล์ข้อมูลที่ไม่ใช่ร่าง ไม่มีสิ่งที่ต้องตรวจทาน"
        )
        advice = Text(f"load it: graphmou load {as_typed(path)}", f"นำเข้าได้เลย: graphmou load {as_typed(path)}")
        problems = [Problem(path, 1, None, said, advice)]
    if not problems and isinstance(root, YamlMap):
        problems = draft_problems(root, path)
    if problems or not isinstance(root, YamlMap):
        raise SeedError(Text("The draft cannot be reviewed.", "ตรวจทานร่างนี้ไม่ได้"), problems)
    comment = "\n".join(line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#"))
    return DraftFile(path, root, comment)


def find_source(draft: DraftFile, given: Path | None = None) -> str | None:
    """The text that the draft's phrases stand in; None where it is not found.

    It is looked for in ``given`` (a file or folder), beside the draft, and where the draft says it was read from.

    Raises:
        SeedError: the file that was given cannot be read, or is another text than the draft's.
    """
    if given is None:
        place = find_source_file(draft)
        return None if place is None else _text_of_source(draft, place)
    place = given / text_of(_document(draft), "file") if given.is_dir() else given
    if not place.is_file():
        said = Text("cannot be read", "อ่านไม่ได้")
        raise SeedError(Text("The source is not found.", "ไม่พบเอกสารต้นทาง"), [Problem(place, None, None, said)])
    text = _text_of_source(draft, place)
    if text is None:
        said = Text(
            "is another text than the one the draft was read from (sha256)",
            "ไม่ใช่เอกสารฉบับเดียวกับที่ใช้สร้างร่าง (sha256 ไม่ตรง)",
        )
        advice = Text("name the right file, or extract it anew", "ระบุไฟล์ที่ถูกต้อง หรือสกัดข้อมูลใหม่")
        raise SeedError(
            Text("The source does not fit.", "เอกสารต้นทางไม่ตรงกับร่าง"), [Problem(place, None, None, said, advice)]
        )
    return text


def find_source_file(draft: DraftFile) -> Path | None:
    """The file of that text, beside the draft or where the draft says it was read from; None where it is not found."""
    folder = draft.path.parent
    places = [folder / text_of(_document(draft), "file"), folder / text_of(draft.root, "source")]
    return next((place for place in places if _text_of_source(draft, place) is not None), None)


def _document(draft: DraftFile) -> YamlMap:
    document = draft.root.entries.get("document")
    assert isinstance(document, YamlMap)  # noqa: S101 - open_draft saw to it
    return document


def _text_of_source(draft: DraftFile, place: Path) -> str | None:
    """The text in a file, if it is the one the draft's evidence counts on."""
    try:
        if not place.is_file() or place.stat().st_size > _LARGEST_SOURCE:
            return None
        raw = place.read_bytes()
        fits = hashlib.sha256(raw).hexdigest() == text_of(_document(draft), "sha256")
        return decode(raw)[0] if fits else None
    except (OSError, ValueError, Undecodable):  # ValueError: a NUL in a name
        return None
