"""``review``: what a person decides about a draft, and what becomes of it then."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from graphmou import places
from graphmou.commands.judgements import judge, undo_judgement
from graphmou.errors import ExportError, GraphmouError, SeedError
from graphmou.export.atomic import write_atomically
from graphmou.language import Language, Text
from graphmou.review.deciding import Counts, Review
from graphmou.review.draft_file import DraftFile, find_source, find_source_file, open_draft
from graphmou.review.items import Item, Warned, candidates_of, warnings_of
from graphmou.seed.nesting import text_of
from graphmou.strict_yaml import YamlMap
from graphmou.yaml_text import as_node

__all__ = [
    "Decision",
    "GraphJudging",
    "Opened",
    "Reviewed",
    "drafts_in",
    "move_to_seed",
    "open_review",
    "review_draft",
    "review_page",
]

Decision = str
"""``accept``, ``reject`` or ``skip``."""


@dataclass(slots=True)
class Opened:
    """A draft that is open for review, and the text it was read from, where that is found."""

    draft: DraftFile
    review: Review
    source: str | None

    def save(self) -> None:
        """Write the draft with what was decided so far."""
        self.review.mark()
        self.draft.save()


@dataclass(slots=True)
class Reviewed:
    """How far a review is; ``missing`` are items that cannot be accepted yet, ``warnings`` those of the draft.

    ``undecided`` were accepted although they may be nodes of the graph: nobody said whether they are.
    """

    path: Path
    counts: Counts
    missing: list[Item] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    undecided: list[Item] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """Whether the draft can be loaded."""
        return self.counts.pending == 0


def open_review(draft: str | Path, *, source: str | Path | None = None) -> Opened:
    """Open a draft for review.

    Raises:
        SeedError: it is no draft, or ``source`` is not the text it was read from.
    """
    opened = open_draft(Path(draft))
    return Opened(opened, Review(opened.root), find_source(opened, None if source is None else Path(source)))


def review_draft(draft: str | Path, decide: Callable[[Item], Decision] | None = None) -> Reviewed:
    """Decide about every pending item of a draft, and save it.

    Args:
        draft: the file.
        decide: called with each item that is still pending; None accepts everything.

    Returns:
        how far the review is now. What lacks a required field (a document without its day) stays pending.

    Raises:
        SeedError: it is no draft.

    Example:
        >>> _ = (folder / "news.txt").write_text("โรงเรียนวัดเอ วันที่ 10 กุมภาพันธ์ 2564", encoding="utf-8")
        >>> draft = graphmou.extract(folder / "news.txt", into=folder / "drafts").drafts[0].draft
        >>> graphmou.review_draft(draft, lambda item: "skip").finished
        False
    """
    opened = open_review(draft)
    review = opened.review
    missing: list[Item] = []
    undecided: list[Item] = []
    for item in list(review.items):
        if not review.is_pending(item):
            continue
        decision = "accept" if decide is None else decide(item)
        if decision == "reject":
            review.reject(item)
        elif decision == "accept" and review.missing(item):
            missing.append(item)
        elif decision == "accept":
            review.accept(item)
            if any(text_of(one, "id") != item.id for one in candidates_of(item)):
                undecided.append(item)
    opened.save()
    return Reviewed(Path(draft), review.counts(), missing, warnings_of(review.root), undecided)


def drafts_in(folder: str | Path) -> list[tuple[Path, Counts]]:
    """The drafts of a folder and how far the review of each is; files that are no drafts are passed over."""
    found = []
    for path in sorted(Path(folder).glob("*.yaml")):
        try:
            found.append((path, open_review(path).review.counts()))
        except GraphmouError:
            continue
    return found


def review_page(
    draft: str | Path, file: str | Path, *, source: str | Path | None = None, language: Language = "en"
) -> Path:
    """Write a page that shows the article with coloured spans beside the items of a draft, to read.

    Raises:
        SeedError: it is no draft.
        ExportError: the page cannot be written.

    Example:
        >>> _ = (folder / "news.txt").write_text("โรงเรียนวัดเอ วันที่ 10 กุมภาพันธ์ 2564", encoding="utf-8")
        >>> draft = graphmou.extract(folder / "news.txt", into=folder / "drafts").drafts[0].draft
        >>> graphmou.review_page(draft, folder / "news.html").name
        'news.html'
    """
    from graphmou.review.page import review_page as page_of

    opened = open_review(draft, source=source)
    write_atomically(Path(file), page_of(opened.review, opened.source, language).encode("utf-8", "replace"))
    return Path(file)


def move_to_seed(draft: str | Path) -> Path:
    """Move a finished draft to ``seed/`` of the project, under the name of its document, and return where it is.

    The text its evidence counts on goes to ``documents/``, where ``verify --documents documents`` looks: what was kept
    beside the draft is moved, a text file of the user's own is copied if it is not there yet.

    Raises:
        SeedError: something in it is still to be decided, or keeps it from being loaded.
        ExportError: there is such a file already, or it cannot be moved.

    Example:
        >>> _ = (folder / "news.txt").write_text("ข่าววันที่ 10 กุมภาพันธ์ 2564 ณ ห้องประชุม", encoding="utf-8")
        >>> draft = graphmou.extract(folder / "news.txt", into=folder / "drafts").drafts[0].draft
        >>> graphmou.move_to_seed(draft)
        Traceback (most recent call last):
        graphmou.errors.SeedError: The draft cannot be loaded yet; it was not moved.
        ...
    """
    path = Path(draft)
    opened = open_review(path)
    problems = opened.draft.problems()
    if problems or not opened.review.finished:
        raise SeedError(
            Text("The draft cannot be loaded yet; it was not moved.", "ร่างนี้ยังนำเข้าไม่ได้ จึงไม่ได้ย้าย"),
            problems,
            hint=Text(
                f"go on with: graphmou review {places.as_typed(path)}",
                f"ตรวจทานต่อด้วย: graphmou review {places.as_typed(path)}",
            ),
        )
    document = opened.draft.root.entries["document"]
    name = text_of(document, "id") if isinstance(document, YamlMap) else path.stem
    project = places.project_folder() or Path.cwd()
    target = project / "seed" / f"{name}.yaml"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            raise ExportError(
                Text(f"{target} exists already; the draft was not moved", f"มีไฟล์ {target} อยู่แล้ว จึงไม่ได้ย้ายร่าง"),
                hint=Text("compare the two, and keep one", "เปรียบเทียบสองไฟล์แล้วเก็บไว้ไฟล์เดียว"),
            )
        surplus = _keep_text(opened.draft, project / "documents")
        shutil.move(path, target)
        if surplus is not None:
            surplus.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(Text(f"cannot move {path}: {error.strerror}", f"ย้าย {path} ไม่ได้: {error.strerror}")) from None
    return target


def _keep_text(draft: DraftFile, folder: Path) -> Path | None:
    """Put the text of a draft into ``folder``, under another name where another text has its name.

    Returns:
        the copy beside the draft, which nobody needs any more.
    """
    source = find_source_file(draft)
    if source is None or source.resolve().parent == folder.resolve():
        return None
    raw = source.read_bytes()
    target, number = folder / source.name, 1
    while target.exists() and not (target.is_file() and target.read_bytes() == raw):
        number += 1
        target = folder / f"{source.stem}-{number}{source.suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(target, raw)
    document = draft.root.entries["document"]
    if isinstance(document, YamlMap) and text_of(document, "file") != target.name:
        document.entries["file"] = as_node(target.name)
        draft.save()
    origin = draft.path.parent / text_of(draft.root, "source")
    kept_beside = source.resolve().parent == draft.path.resolve().parent and source.resolve() != origin.resolve()
    return source if kept_beside else None


class GraphJudging:
    """Keeps what is judged in a review where all judgements are kept, with its reason in the reviewer's language."""

    def __init__(self, language: Language = "en") -> None:
        self._language: Language = language

    def judge(self, item: Item, other: str, *, same: bool) -> str | None:
        """Keep that an entry is, or is not, a node of the graph; what is wrong with it where it cannot be."""
        name = text_of(item.node, "name")
        why = Text(f"decided in the review of {name}", f"ตัดสินเมื่อตรวจทาน {name}").in_(self._language)
        try:
            judge("same" if same else "different", other, item.id, why=why)
        except GraphmouError as error:
            return error.in_(self._language)
        return None

    def undo(self, ids: tuple[str, str]) -> None:
        """Take a judgement back."""
        try:
            undo_judgement(*ids)
        except GraphmouError:
            return
