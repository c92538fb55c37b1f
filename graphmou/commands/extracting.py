"""``extract``: press releases to drafts, or to JSON objects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphmou import places
from graphmou.commands.judgements import judgements_beside
from graphmou.commands.stores import Database, using
from graphmou.errors import ExportError, GraphmouError, Problem, UsageError
from graphmou.export.atomic import write_atomically
from graphmou.extract.drafting import DraftFolder, Named, as_json, make_draft, name_findings, seen_findings
from graphmou.extract.extractors import OURS, Extractor, extractor_called
from graphmou.extract.findings import Findings
from graphmou.extract.sources import Source, read_source, source_files
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.extract.truth import hold_to_text
from graphmou.language import Text
from graphmou.resolve import KnownGraph

__all__ = ["DRAFTS", "Extracted", "Extraction", "extract", "extract_each", "extract_objects"]

DRAFTS = "drafts"
_SEED = "seed"

Paths = str | Path | Sequence[str | Path | Source]
Progress = Callable[[int, int, Path], None]
"""Told of each file: how many are done, how many there are, which is next."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One draft that was written: where, from what, and how much is in it.

    ``linked`` and ``proposed`` count what matching found in the graph; ``known`` is the seed file that already holds
    what this very text says, reviewed before.
    """

    source: Path
    draft: Path
    document: str
    items: int
    warnings: int
    linked: int
    proposed: int
    refused: list[Text]
    known: Path | None = None


@dataclass(slots=True)
class Extraction:
    """What ``extract`` did: the drafts that were written, and the files that could not be read."""

    drafts: list[Extracted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def extract(
    paths: Paths,
    *,
    into: str | Path = DRAFTS,
    extractor: str = OURS,
    match: bool = False,
    db: Database = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Extraction:
    """Read press releases, and write one draft seed file for each. One bad file does not stop the others.

    Args:
        paths: one or several files (``.txt``, ``.html``, ``.docx``, ``.pdf``) or folders of them.
        into: the folder the drafts go to; made where it is missing. For html, docx and pdf the extracted text is
            kept there too: evidence counts on it.
        extractor: ``rules``, or the name of one that is plugged in.
        match: link what is found to nodes of the graph, or propose candidates.
        db: the store to match with.
        force: also write over drafts that are being reviewed.
        progress: told before each file.

    Raises:
        UsageError: no path is given, or ``into`` is a folder of seed files.
        UnknownName: no such extractor.
        StoreError: the store to match with cannot be opened.

    Example:
        >>> _ = (folder / "news.txt").write_text("โรงเรียนวัดเอ ลงนามความร่วมมือกับโรงเรียนวัดบี", encoding="utf-8")
        >>> extraction = graphmou.extract(folder / "news.txt", into=folder / "drafts")
        >>> [draft.draft.name for draft in extraction.drafts]
        ['news.yaml']
    """
    result = Extraction()
    result.drafts.extend(
        extract_each(
            paths,
            result.problems,
            into=into,
            extractor=extractor,
            match=match,
            db=db,
            force=force,
            progress=progress,
        )
    )
    return result


def extract_each(
    paths: Paths,
    problems: list[Problem],
    *,
    into: str | Path = DRAFTS,
    extractor: str = OURS,
    match: bool = False,
    db: Database = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Iterator[Extracted]:
    """As :func:`extract`, draft by draft: nothing is kept of those before; bad files go to ``problems``.

    Raises:
        UsageError, UnknownName, StoreError: as :func:`extract`, before the first draft.
    """
    target = Path(into)
    _refuse_seed_folder(target)
    run = extractor_called(extractor)
    files = _files(list(_given(paths)), problems)
    known = _known_graph(db) if match else None
    project = places.project_folder()
    drafts = DraftFolder(target, [project / _SEED] if project else [])
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            Text(f"cannot make the folder {target}: {error.strerror}", f"สร้างโฟลเดอร์ {target} ไม่ได้"),
            hint=Text("choose another place with -o DIR", "เลือกที่อื่นด้วย -o DIR"),
        ) from None
    for number, file in enumerate(files):
        if progress is not None:
            progress(number, len(files), _path(file))
        try:
            yield _write_draft(file, drafts, run, known, force=force)
        except Unreadable as error:
            problems.append(error.problem)


def extract_objects(
    paths: Paths, problems: list[Problem], *, extractor: str = OURS, progress: Progress | None = None
) -> Iterator[dict[str, Any]]:
    """What is found in each file, as the objects of ``--format json``, one by one; bad files go to ``problems``.

    Example:
        >>> _ = (folder / "news.txt").write_text("เมื่อวันที่ 10 กุมภาพันธ์ 2564 ณ ห้องประชุม", encoding="utf-8")
        >>> [found["document"]["file"] for found in graphmou.extract_objects(folder / "news.txt", [])]
        ['news.txt']
    """
    run = extractor_called(extractor)
    files = _files(list(_given(paths)), problems)
    for number, file in enumerate(files):
        if progress is not None:
            progress(number, len(files), _path(file))
        try:
            source = read_source(Path(file)) if isinstance(file, str) else file
            named = name_findings(_findings(run, source)[0], source)
        except Unreadable as error:
            problems.append(error.problem)
            continue
        yield as_json(named.findings, source, named.ids)


def _given(paths: Paths) -> Iterator[Path | Source]:
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not given or "" in given:
        raise UsageError(
            Text("no press release is named", "ไม่ได้ระบุไฟล์ข่าวประชาสัมพันธ์"),
            hint=Text(
                "name files or folders: graphmou extract news.txt", "ระบุไฟล์หรือโฟลเดอร์ เช่น graphmou extract news.txt"
            ),
        )
    yield from (one if isinstance(one, Source) else Path(one) for one in given)


def _files(given: Sequence[Path | Source], problems: list[Problem]) -> list[str | Source]:
    files, wrong = source_files([one for one in given if isinstance(one, Path)])
    problems.extend(wrong)
    return [*files, *(one for one in given if isinstance(one, Source))]


def _path(file: str | Source) -> Path:
    return Path(file) if isinstance(file, str) else file.path


def _findings(run: Extractor, source: Source) -> tuple[Findings, list[Text]]:
    """What the extractor found, held to the text, and what of it was refused.

    Raises:
        Unreadable: a plugged-in extractor fails on this text.
    """
    try:
        held = hold_to_text(run(source.text), source.text)
    except (GraphmouError, MemoryError):
        raise
    except Exception as error:  # whatever an extractor of another package does: the other files go on
        said = Text(
            f"the extractor failed: {type(error).__name__}: {error}", f"ตัวสกัดข้อมูลทำงานผิดพลาด: {type(error).__name__}"
        )
        advice = Text("report it to whoever made the extractor", "แจ้งผู้พัฒนาตัวสกัดข้อมูล")
        raise Unreadable(source.path, said, advice) from error
    return held.findings, held.refused


def _known_graph(db: Database) -> KnownGraph:
    with using(db) as store:
        return KnownGraph(store.graph(), judgements_beside([]))


def _write_draft(
    file: str | Source, folder: DraftFolder, run: Extractor, known: KnownGraph | None, *, force: bool
) -> Extracted:
    read = read_source(Path(file)) if isinstance(file, str) else file
    place = folder.place(read, force=force)
    source = place.source
    findings, refused = _findings(run, source)
    named = name_findings(findings, source, lambda document: folder.is_taken(document, place))
    matches = {} if known is None else known.match(seen_findings(named))
    draft = make_draft(named, origin=place.origin, matches=matches)
    if source.kept is not None:
        write_atomically(folder.folder / source.file, source.kept)
    write_atomically(place.draft, draft.text().encode("utf-8"))
    folder.written(draft.id, place)
    return Extracted(
        read.path,
        place.draft,
        draft.id,
        _count(named),
        draft.warnings,
        sum(match.linked is not None for match in matches.values()),
        sum(match.linked is None and bool(match.candidates) for match in matches.values()),
        refused,
        folder.reviewed(place),
    )


def _count(named: Named) -> int:
    """How much is to be decided: the document itself, and what was found."""
    found = named.findings
    return 1 + len(named.ids) + len(found.mentoring) + len(found.positions) + len(found.counts)


def _refuse_seed_folder(target: Path) -> None:
    """A draft is no fact: the folder that ``load`` reads never gets one.

    Raises:
        UsageError: ``target`` is, or is inside, a folder of seed files.
    """
    resolved = target.resolve()
    project = places.project_folder()
    seeds = [places.data_folder("seed").resolve(), *([(project / _SEED).resolve()] if project else [])]
    if resolved.name.casefold() == _SEED or any(seed == resolved or seed in resolved.parents for seed in seeds):
        raise UsageError(
            Text(
                f"drafts never go into {target}: load reads everything there",
                f"ไม่สามารถเขียนร่างลงใน {target} เพราะคำสั่ง load อ่านทุกไฟล์ในโฟลเดอร์นี้",
            ),
            hint=Text(
                "leave -o out for drafts/; after the review, graphmou review offers to move the file",
                "ไม่ต้องระบุ -o เพื่อใช้โฟลเดอร์ drafts/ เมื่อตรวจทานเสร็จแล้ว graphmou review จะเสนอให้ย้ายไฟล์",
            ),
        )
