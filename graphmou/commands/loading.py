"""``load``, ``unload`` and ``rebuild``: facts into the store, always as one transaction."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from graphmou import places
from graphmou.commands.judgements import judgements_beside
from graphmou.commands.reading import read_seed
from graphmou.commands.stores import Database, database, using
from graphmou.errors import UnknownName
from graphmou.facts import DocumentFacts, value_text
from graphmou.graph import Graph, Node, Relationship
from graphmou.language import Text
from graphmou.places import SeedPaths
from graphmou.plan import Changes, plan_load, plan_rebuild, plan_unload, with_time_of_load
from graphmou.resolve import Judgements
from graphmou.seed.reader import SEED_SUFFIXES
from graphmou.store.opening import rebuilding
from graphmou.store.protocol import Store
from graphmou.thai import search_key
from graphmou.words import did_you_mean

__all__ = ["Disagreement", "LoadReport", "load", "load_facts", "rebuild", "unload"]

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two documents give a property different values: ``value`` stands, ``other`` is what ``document`` says."""

    item: Node | Relationship
    property: str
    value: str
    other: str
    document: str


@dataclass(slots=True)
class LoadReport:
    """What a load, unload or rebuild did, or with ``dry_run`` would do.

    ``labels`` and ``types`` count what the store holds afterwards (as it is now, for a dry run). After a load of
    whole folders, ``other_documents`` are those the store holds too, though none of the files is theirs.
    """

    location: str
    documents: list[str]
    changes: Changes
    labels: dict[str, int]
    types: dict[str, int]
    disagreements: list[Disagreement]
    dry_run: bool
    other_documents: list[str] = field(default_factory=list)


def load(paths: SeedPaths = None, *, db: Database = None, dry_run: bool = False) -> LoadReport:
    """Load seed files: what their documents say replaces what the same documents said before.

    Args:
        paths: one or several files or folders; None for the project's ``seed/``, or the five networks
            that come with graphmou.
        db: where to (see :data:`~graphmou.commands.stores.Database`); an embedded store is made if missing.
        dry_run: plan only, and change nothing.

    Raises:
        UsageError: an empty list or name.
        SeedError: a file is wrong; every problem is in it, and nothing was loaded.
        StoreError: the store cannot be opened or written.

    Example:
        >>> report = graphmou.load(db=folder / "new.db")
        >>> report.labels["School"], report.types["SIGNED"]
        (19, 21)
        >>> bool(graphmou.load(db=folder / "new.db").changes)
        False
    """
    found = places.seed_paths(paths)
    judged = judgements_beside(found)
    return _load(read_seed(found), db, judged, dry_run=dry_run, whole=any(path.is_dir() for path in found))


def load_facts(facts: Sequence[DocumentFacts], *, db: Database = None, dry_run: bool = False) -> LoadReport:
    """Load what documents say, however it was read: :func:`load` without the files.

    Example:
        >>> facts = graphmou.read_seed([seed / "spm-34-2020-09-03.yaml"])
        >>> graphmou.load_facts(facts, db=folder / "one.db").documents
        ['spm-34-2020-09-03']
    """
    return _load(facts, db, judgements_beside([]), dry_run=dry_run, whole=False)


def _load(
    facts: Sequence[DocumentFacts], db: Database, judged: Judgements, *, dry_run: bool, whole: bool
) -> LoadReport:
    """Load ``facts``; where they are the ``whole`` of a folder, the documents beside them are worth telling."""
    documents = [one.document for one in facts]
    with using(db, create=True) as store:
        if dry_run:
            stored = store.graph()
            changes = plan_load(stored, facts, judged)
        else:
            with store.transaction() as transaction:
                stored = transaction.graph()
                changes = plan_load(stored, facts, judged)
                if changes:
                    transaction.apply(with_time_of_load(changes, stored, documents, _now()))
        report = _report(store, documents, changes, dry_run=dry_run)
    if whole:
        report.other_documents = sorted(_documents(stored) - set(documents))
    return report


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _documents(stored: Graph) -> set[str]:
    """The documents that were loaded; what was added by hand is none."""
    return {node.id for node in stored.labelled("Document") if "documents" in node.properties}


def unload(document: str, *, db: Database = None, dry_run: bool = False) -> LoadReport:
    """Take back what one document said.

    Args:
        document: its id, its file name or that of its seed file, or its title.
        db: the store.
        dry_run: plan only.

    Raises:
        UnknownName: no loaded document is called that; the hint names the nearest, or those there are.

    Example:
        >>> report = graphmou.unload("spm-34-2020-09-03", db=db, dry_run=True)
        >>> sorted(node.id for node in report.changes.retired_nodes if node.label == "Person")
        ['phuthon', 'prayut', 'sane']
    """
    with using(db) as store:
        if dry_run:
            stored = store.graph()
            document_id = _find_document(stored, document)
            return _report(store, [document_id], plan_unload(stored, [document_id]), dry_run=True)
        with store.transaction() as transaction:
            stored = transaction.graph()
            document_id = _find_document(stored, document)
            changes = plan_unload(stored, [document_id])
            transaction.apply(changes)
        return _report(store, [document_id], changes)


def rebuild(paths: SeedPaths = None, *, db: str | Path | None = None) -> LoadReport:
    """Make the store anew from the seed: the way out of a damaged store, for the seed is the truth.

    Documents that are not among the seed files leave the store. An embedded store is built in a new folder
    and swapped in when it is whole; on a Neo4j server one transaction does it, and what others keep there stays.

    Example:
        >>> graphmou.rebuild(db=folder / "rebuilt.db").labels["Document"]
        5
    """
    found = places.seed_paths(paths)
    judged = judgements_beside(found)
    facts = read_seed(found)
    documents = [one.document for one in facts]
    with rebuilding(database(db)) as transaction:
        stored = transaction.graph()
        changes = plan_rebuild(stored, facts, judged)
        transaction.apply(with_time_of_load(changes, stored, documents, _now()))
    with using(db) as store:
        return _report(store, documents, changes)


def _find_document(stored: Graph, wanted: str) -> str:
    documents = list(stored.labelled("Document"))
    key = search_key(wanted)
    for node in documents:
        names = (node.id, node.properties.get("file"), node.name, node.properties.get("name_en"))
        if any(isinstance(name, str) and (name == wanted or search_key(name) == key) for name in names):
            return node.id
    # An analyst sees the seed file, which bears the document's id.
    stem = Path(wanted).stem if wanted.endswith(SEED_SUFFIXES) else wanted
    known = sorted(node.id for node in documents)
    if stem in known:
        return stem
    near = difflib.get_close_matches(stem, known, n=3)
    said = Text(f"No loaded document is called {wanted!r}.", f"ไม่มีเอกสารที่นำเข้าแล้วชื่อ {wanted!r}")
    raise UnknownName(said, hint=did_you_mean(near) if near else _loaded(known))


def _loaded(known: Sequence[str]) -> Text:
    listed, more = ", ".join(known[:_LISTED]), len(known) - _LISTED
    if more > 0:
        return Text(f"loaded are: {listed}, … and {more} more", f"เอกสารที่นำเข้าแล้ว: {listed} … และอีก {more} ฉบับ")
    return Text(f"loaded are: {listed or 'none'}", f"เอกสารที่นำเข้าแล้ว: {listed or 'ไม่มี'}")


def _report(store: Store, documents: list[str], changes: Changes, *, dry_run: bool = False) -> LoadReport:
    labels, types = store.counts()
    return LoadReport(store.location, documents, changes, labels, types, _all_disagreements(changes), dry_run)


def _all_disagreements(changes: Changes) -> list[Disagreement]:
    changed = [
        *changes.added_nodes,
        *changes.added_relationships,
        *(item.after for item in (*changes.modified_nodes, *changes.modified_relationships)),
    ]
    return [found for item in changed for found in _disagreements(item)]


def _disagreements(item: Node | Relationship) -> list[Disagreement]:
    found = []
    others = item.properties.get("other_values", [])
    for text in others if isinstance(others, list) else []:
        document, _, rest = str(text).partition("#")
        name, _, other = rest.partition(" ")
        found.append(Disagreement(item, name, value_text(item.properties.get(name, "-")), other, document))
    return found
