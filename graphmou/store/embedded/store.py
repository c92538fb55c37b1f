"""The store in a folder: :class:`graphmou.store.protocol.Store` on ArcadeDB inside this process.

Whatever it does, it does whole under the folder's lock: lock, open the engine, work, close the engine, unlock.
Between two operations nothing is held, so a store that stays open for a day keeps nobody from writing, and each
operation sees what was written last. Opening takes milliseconds; the files are compared with their checksums
once, and again when somebody has written.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Literal

from graphmou.errors import LimitReached, StoreDamaged
from graphmou.graph import Graph
from graphmou.language import Text, same
from graphmou.store.embedded.cells import first_rows, labels_of
from graphmou.store.embedded.deadline import Tell, deadline, tell_on_stderr
from graphmou.store.embedded.engine import (
    ENGINE_LOCK,
    Engine,
    close_engine,
    count_records,
    create_engine,
    open_to_read,
    open_to_write,
)
from graphmou.store.embedded.failures import engine_errors
from graphmou.store.embedded.files import damages, seal, was_left_open
from graphmou.store.embedded.folder import REBUILD, Counts, State, StoreFolder
from graphmou.store.embedded.snapshot import read_graph
from graphmou.store.embedded.worker import Worker
from graphmou.store.embedded.writing import EmbeddedTransaction
from graphmou.store.guard import refuse_forbidden, tokens
from graphmou.store.parameters import checked_parameters
from graphmou.store.protocol import Answer, Limits, Parameters

__all__ = ["EmbeddedStore"]

_LIMITS = Limits()


class EmbeddedStore:
    """A property graph in a folder. Not for several threads at once. Use :meth:`open`."""

    def __init__(self, folder: StoreFolder, *, create: bool, tell: Tell | None, worker: Worker | None) -> None:
        self._folder = folder
        self._create = create
        self._tell = tell
        self._worker = worker
        self._compared: State | None = None

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        create: bool = False,
        wait_seconds: float = 10.0,
        on_timeout: Literal["raise", "exit"] = "raise",
        tell: Callable[[LimitReached], None] = tell_on_stderr,
    ) -> EmbeddedStore:
        """The store in ``folder``. Nothing is read or written yet.

        Args:
            folder: a folder that belongs to the store alone.
            create: go on when there is none yet: it reads as empty, and the first transaction makes it.
            wait_seconds: how long to wait for other processes.
            on_timeout: where statements run. ``raise``: in a child process, which a runaway takes with it, and
                LimitReached is raised. ``exit``: in this process, which then ends with exit code 1; faster to
                start, for programs that run one command.
            tell: with ``exit``, how the error is told before the process ends.

        Raises:
            StoreMissing: there is none, and ``create`` is false.
            StoreError: something else is in that place; it is not touched.
        """
        place = StoreFolder(Path(folder), wait_seconds)
        place.require(or_make=create)
        if on_timeout == "exit":
            return cls(place, create=create, tell=tell, worker=None)
        return cls(place, create=create, tell=None, worker=Worker(place.path, wait_seconds))

    @classmethod
    @contextmanager
    def rebuild(cls, folder: Path | str, *, wait_seconds: float = 10.0) -> Iterator[EmbeddedTransaction]:
        """A transaction on a new, empty engine that takes the old one's place at the end of the block.

        Whatever stood in the store is gone then, damaged or not; until then, and after an error, it is untouched.

        Raises:
            StoreBusy: somebody reads or writes the store.
            StoreError: something else is in that place; it is not touched.
        """
        place = StoreFolder(Path(folder), wait_seconds)
        place.require(or_make=True)
        with ENGINE_LOCK, _locked_to_write(place), _beside(place, tell=None) as transaction:
            yield transaction

    @property
    def location(self) -> str:
        """The folder."""
        return str(self._folder.path)

    def graph(self) -> Graph:
        """Everything it holds, as :meth:`graphmou.store.protocol.Store.graph` says."""
        if self._is_to_be_made():
            return Graph()
        with self._reading() as engine:
            return read_graph(engine)

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many nodes each label has and how many relationships each type, counted by the engine."""
        if self._is_to_be_made():
            return {}, {}
        with self._reading() as engine:
            counted = count_records(engine)
        labels: dict[str, int] = {}
        for type_, count in counted.nodes.items():
            for label in labels_of(type_):
                labels[label] = labels.get(label, 0) + count
        return dict(sorted(labels.items())), dict(sorted(counted.relationships.items()))

    def run(self, statement: str, parameters: Parameters | None = None, limits: Limits = _LIMITS) -> Answer:
        """Run a read-only Cypher statement.

        Raises:
            WriteRefused: it would write, reach a file or address, or administer the engine.
            LimitReached: it ran longer than ``limits.seconds``, needs too much memory, or is too long.
            StatementError: the engine refuses it; the message is the engine's, with the place.
            ParameterError: a parameter that no store can hold.
        """
        refuse_forbidden(statement, limits)
        given = checked_parameters(parameters)
        self._folder.require()
        if self._worker is not None:
            return self._worker.run(statement, given, limits)
        with self._reading() as engine, deadline(limits.seconds, self._tell or tell_on_stderr):
            rows = engine.query("opencypher", statement, given)
            return first_rows(engine, rows, statement, limits.rows)

    def explain(self, statement: str, parameters: Parameters | None = None) -> str:
        """The engine's plan for a statement, one step a line, without running it."""
        refuse_forbidden(statement, _LIMITS)
        first = next(tokens(statement))
        asked = statement if first.is_word("EXPLAIN") or first.is_word("PROFILE") else f"EXPLAIN {statement}"
        return "\n".join(str(line) for (line,) in self.run(asked, parameters).rows)

    @contextmanager
    def transaction(self) -> Iterator[EmbeddedTransaction]:
        """The exclusive writer: committed at the end of the block, rolled back on any error.

        Into an empty store it writes a new engine folder, which takes the old one's place at the end: that is
        several times faster, and as much one step as a commit is.

        Raises:
            StoreBusy: others read or write, and were not done in time.
            StoreDamaged: what is stored is not what was written.
        """
        self._folder.require(or_make=self._create)
        with ENGINE_LOCK, _locked_to_write(self._folder):
            state = self._settled()
            if any(state.accepted):
                with self._in_place(state) as transaction:
                    yield transaction
            else:
                with _beside(self._folder, tell=self._tell) as transaction:
                    yield transaction

    def details(self) -> list[tuple[Text, Text]]:
        """What runs there: the engine's version, and how much the store takes on disk."""
        version = metadata.version("arcadedb")
        size = f"{self._folder.size() / 1e6:.1f} MB"
        return [
            (Text("engine", "ฐานข้อมูล"), Text(f"ArcadeDB {version}, in this process", f"ArcadeDB {version} ในโปรแกรมนี้")),
            (Text("size", "ขนาด"), same(size)),
        ]

    def deep_check(self) -> list[Text]:
        """Have the engine check all records and indexes, on a copy, so that nothing is changed."""
        self._folder.require()
        with ENGINE_LOCK, self._folder.lock.shared():
            state = self._folder.read_state()
            path = self._folder.engine_path(state)
            problems = damages(path, state.files or {})
            copy = self._folder.scratch_path()
            try:
                with engine_errors("opening", path):
                    shutil.copytree(path, copy)
                problems += _engine_problems(copy, self._folder.log)
            except StoreDamaged as error:
                problems.append(error.said)
            finally:
                shutil.rmtree(copy, ignore_errors=True)
        return problems

    def close(self) -> None:
        """End the child process, if there is one."""
        if self._worker is not None:
            self._worker.close()

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _is_to_be_made(self) -> bool:
        return self._create and (not self._folder.exists() or self._folder.read_state().engine is None)

    @contextmanager
    def _reading(self) -> Iterator[Engine]:
        """The engine open read-only, under the shared lock, its files known to be whole."""
        with ENGINE_LOCK:
            while True:
                self._folder.require()
                with self._folder.lock.shared():
                    state = self._folder.read_state()
                    path = self._folder.engine_path(state)
                    if state.files is not None and not was_left_open(path):
                        self._compare(state)
                        with open_to_read(path, self._folder.log) as engine, engine_errors("asking", path):
                            yield engine
                        return
                # A writer was killed. Who puts that right must be alone.
                with _locked_to_write(self._folder):
                    self._settled()

    def _compare(self, state: State) -> None:
        """Compare the engine's files with what was last written, once for each state.

        Raises:
            StoreDamaged: they differ.
        """
        if state != self._compared and state.files is not None:
            _refuse_damages(damages(self._folder.engine_path(state), state.files))
            self._compared = state

    def _settled(self) -> State:
        """The state, with what a killed writer left put right. Needs the exclusive lock.

        Raises:
            StoreDamaged: the engine holds neither what it held before that writer nor what he wrote.
        """
        folder = self._folder
        state = folder.read_state()
        folder.sweep(state)
        if state.engine is None:
            return state
        path = folder.engine_path(state)
        recovering = was_left_open(path)
        if recovering:
            close_engine(open_to_write(path, folder.log), path)
        elif state.files is not None:
            self._compare(state)
            return state
        with open_to_read(path, folder.log) as engine, engine_errors("opening", path):
            held = count_records(engine)
        if held not in state.accepted:
            there, written = _told(held), _told(state.accepted[-1])
            _refuse_damages(
                [
                    Text(
                        f"{path} holds {there.en}, but {written.en} were written",
                        f"{path} มี{there.th} แต่เขียนไว้{written.th}",
                    )
                ]
            )
        state = State(state.engine, (held,), _sealed(path))
        folder.write_state(state)
        return state

    @contextmanager
    def _in_place(self, state: State) -> Iterator[EmbeddedTransaction]:
        """A transaction on the engine that counts."""
        folder, path = self._folder, self._folder.engine_path(state)
        accepted = state.accepted
        folder.write_state(State(state.engine, accepted))
        engine = open_to_write(path, folder.log)
        try:
            transaction = EmbeddedTransaction(engine, path, blank=False, tell=self._tell)
            try:
                yield transaction
                after = transaction.counts()
                accepted = (*state.accepted, after)
                folder.write_state(State(state.engine, accepted))
                transaction.commit()
                accepted = (after,)
            except BaseException:
                transaction.abandon()
                raise
        finally:
            close_engine(engine, path)
            # After a commit that failed, the next who comes finds out what it left.
            if len(accepted) == 1:
                folder.write_state(State(state.engine, accepted, _sealed(path)))


@contextmanager
def _locked_to_write(folder: StoreFolder) -> Iterator[None]:
    """The folder, made where it is missing, for one writer alone."""
    folder.make()
    with folder.lock.exclusive():
        folder.mark()
        yield


@contextmanager
def _beside(folder: StoreFolder, *, tell: Tell | None) -> Iterator[EmbeddedTransaction]:
    """A transaction on a new engine folder, which counts once it is whole. Needs the exclusive lock."""
    path = folder.new_engine_path()
    try:
        engine = create_engine(path, folder.log)
        try:
            transaction = EmbeddedTransaction(engine, path, blank=True, tell=tell)
            try:
                yield transaction
                counts = transaction.counts()
                transaction.commit()
            except BaseException:
                transaction.abandon()
                raise
        finally:
            close_engine(engine, path)
        state = State(path.name, (counts,), _sealed(path))
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise
    folder.write_state(state)
    folder.sweep(state)


def _sealed(path: Path) -> dict[str, list[int]]:
    with engine_errors("writing", path):
        return seal(path)


def _refuse_damages(found: list[Text]) -> None:
    if found:
        others = len(found) - 1
        more = Text(f", and {others} more", f" และอีก {others} รายการ") if others else same("")
        raise StoreDamaged(
            Text(
                f"the store does not hold what was written to it: {found[0].en}{more.en}",
                f"ที่เก็บข้อมูลไม่ตรงกับที่เขียนไว้: {found[0].th}{more.th}",
            ),
            hint=REBUILD,
        )


def _told(counts: Counts) -> Text:
    nodes, relationships = sum(counts.nodes.values()), sum(counts.relationships.values())
    return Text(f"{nodes} nodes and {relationships} relationships", f" {nodes} จุด {relationships} ความสัมพันธ์")


def _engine_problems(path: Path, log: Path) -> list[Text]:
    """What the engine's own check finds. It may repair what it finds, so it gets a copy."""
    engine = open_to_write(path, log)
    try:
        with engine_errors("opening", path):
            (report,) = engine.command("sql", "CHECK DATABASE").to_list()
    finally:
        close_engine(engine, path)
    return [
        same(said) for said in sorted(str(one) for name in ("warnings", "unreferencedFiles") for one in report[name])
    ]
