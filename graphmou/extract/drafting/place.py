"""Where the draft of a source goes: never over another draft, nor over one that somebody has worked on."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from graphmou.extract.drafting.untouched import is_untouched
from graphmou.extract.sources import Source
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text
from graphmou.places import as_typed
from graphmou.seed.nesting import entries, linked, text_of
from graphmou.strict_yaml import YamlMap, read_text, read_yaml

__all__ = ["DraftFolder", "Place", "has_begun"]

_HEAD = 4_000
_FIELD = re.compile(r"^(?:  )?(source|id|sha256): \"?(.*?)\"?$", re.MULTILINE)
_RESERVED = "judgements"
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Place:
    """Where one draft goes; ``source`` names the text file kept beside it, ``origin`` the way back to the source."""

    draft: Path
    source: Source
    origin: str


@dataclass(frozen=True, slots=True)
class _Head:
    """What the first lines of a seed file or draft say of its document."""

    id: str
    sha256: str
    source: str


class DraftFolder:
    """A folder of drafts, and the ids of documents that are taken: in it, and in the ``seeds`` beside it.

    A run may write tens of thousands of drafts: of each a few words are kept, by its name, and no name is tried twice.
    """

    def __init__(self, folder: Path, seeds: Iterable[Path] = ()) -> None:
        self.folder = folder
        self._heads: dict[str, _Head] = {}
        self._texts: Counter[tuple[str, str]] = Counter()
        self._texts_of: Counter[str] = Counter()
        self._written: set[str] = set()
        self._name_of: dict[str, str] = {}
        self._next: dict[str, int] = {}
        self._reviewed: dict[str, Path] = {}
        for one in (folder, *seeds):
            for path in sorted(one.glob("*.y*ml")) if one.is_dir() else ():
                if (head := _read_head(path)) is not None:
                    self._learn(path.name if one == folder else str(path), head)
                    if one != folder:
                        self._reviewed.setdefault(head.sha256, path)

    def place(self, source: Source, *, force: bool) -> Place:
        """Where the draft of ``source`` goes: under its name, with a number where another source has that name.

        Raises:
            Unreadable: somebody has reviewed or changed its draft, and ``force`` is not set.
        """
        origin = _origin(source.path, self.folder)
        stem = _NOT_IN_A_NAME.sub("-", source.path.stem).strip(" .") or "draft"
        name = self._name_of.get(origin, "")
        number = first = self._next.get(stem, 2 if stem == _RESERVED else 1)
        while not name:
            tried = _numbered(stem, number)
            if tried not in self._written and self._is_free(tried, source, origin):
                name = tried
            number += 1
        draft = self.folder / f"{name}.yaml"
        kept = source if source.kept is None else replace(source, file=f"{name}.txt")
        if not force and draft.exists() and has_begun(draft):
            said = Text(
                f"its draft {draft} is already being reviewed", f"ร่าง {draft} ของไฟล์นี้อยู่ระหว่างการตรวจทานหรือตรวจทานแล้ว"
            )
            advice = Text(
                f"go on with it: graphmou review {as_typed(draft)}; or begin anew with --force",
                f"ตรวจทานต่อด้วย: graphmou review {as_typed(draft)} หรือเริ่มใหม่ด้วย --force",
            )
            raise Unreadable(source.path, said, advice)
        if not force and draft.exists() and not _is_as_written(draft):
            said = Text(
                f"its draft {draft} was changed after it was extracted", f"ร่าง {draft} ของไฟล์นี้ถูกแก้ไขหลังการสกัดข้อมูล"
            )
            advice = Text(
                f"review it as it is: graphmou review {as_typed(draft)}; or lose the changes with --force",
                f"ตรวจทานร่างที่แก้ไขแล้วด้วย: graphmou review {as_typed(draft)} หรือใช้ --force เพื่อเขียนทับโดยการแก้ไขจะหายไป",
            )
            raise Unreadable(source.path, said, advice)
        self._written.add(name)
        self._name_of[origin] = name
        while _numbered(stem, first) in self._written:
            first += 1
        if first > 2:
            self._next[stem] = first
        return Place(draft, kept, origin)

    def is_taken(self, document: str, place: Place) -> bool:
        """Whether ``document`` is the id of another document than that of ``place``."""
        own = place.source.sha256
        others = self._texts_of[document] - (self._texts[document, own] > 0)
        before = self._heads.get(place.draft.name)
        if before is not None and before.id == document and before.sha256 != own:
            # The draft that is written over is no other one.
            others -= self._texts[document, before.sha256] == 1
        return others > 0

    def reviewed(self, place: Place) -> Path | None:
        """The seed file that was made of the very text of ``place``: it was reviewed before."""
        return self._reviewed.get(place.source.sha256)

    def written(self, document: str, place: Place) -> None:
        """Remember that the draft of ``place`` was written for ``document``."""
        self._learn(place.draft.name, _Head(document, place.source.sha256, place.origin))

    def _learn(self, name: str, head: _Head) -> None:
        for one, change in ((self._heads.get(name), -1), (head, 1)):
            if one is not None:
                before = self._texts[one.id, one.sha256]
                self._texts[one.id, one.sha256] = before + change
                self._texts_of[one.id] += (before + change > 0) - (before > 0)
        self._heads[name] = head

    def _is_free(self, name: str, source: Source, origin: str) -> bool:
        head = self._heads.get(f"{name}.yaml")
        if head is not None:
            return origin == head.source or source.sha256 == head.sha256
        if (self.folder / f"{name}.yaml").exists():
            return False
        beside = self.folder / f"{name}.txt"
        return source.kept is None or not beside.exists() or beside.read_bytes() == source.kept


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"


def has_begun(draft: Path) -> bool:
    """Whether somebody has decided about anything in a draft; one that cannot be read counts as begun."""
    text, problems = read_text(draft)
    root, malformed = read_yaml(text, draft)
    if problems or malformed or not isinstance(root, YamlMap):
        return True
    states = {text_of(root, "review")}
    document = root.entries.get("document")
    states.add(text_of(document, "review") if isinstance(document, YamlMap) else "")
    for section, _, entry in entries(root):
        states.add(text_of(entry, "review"))
        states.update(state for _, item in linked(section, entry) if (state := text_of(item, "review")))
    return states != {"pending"}


def _is_as_written(draft: Path) -> bool:
    text, problems = read_text(draft)
    return not problems and is_untouched(text.replace("\r\n", "\n"))


def _read_head(path: Path) -> _Head | None:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            text = file.read(_HEAD)
    except OSError:
        return None
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        found.setdefault(name, value)
    if "id" not in found:
        return None
    return _Head(found["id"], found.get("sha256", ""), found.get("source", ""))


def _origin(source: Path, folder: Path) -> str:
    """The way from the folder to the source, as text that every system reads; the whole way from another disk."""
    try:
        return Path(os.path.relpath(source.absolute(), folder.absolute())).as_posix()
    except ValueError:
        return source.absolute().as_posix()
