"""One driver for one server: its transactions, and deadlines that hold even when the server does not react.

The driver waits for its server without limit. So a deadline here hangs up: it closes the connection from
another thread, which ends the waiting here, and the server ends what runs for a connection that is gone.
Ctrl-C does the same, so that no statement goes on for nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Literal

import neo4j
from neo4j.exceptions import GqlError

from graphmou.errors import GraphmouError
from graphmou.store.bolt.failures import commit_unknown, engine_errors

__all__ = ["Connection"]

CONNECT_SECONDS = 5.0

# What goes wrong is raised; without a handler Python would print the driver's log of it to stderr as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Connection:
    """The driver of one server, opened when it is first needed and again after a hang-up."""

    def __init__(self, address: str, user: str | None, password: str | None) -> None:
        self.address = address
        self._auth = None if password is None else (user or "neo4j", password)
        self._driver: neo4j.Driver | None = None
        # In a cluster: a reader sees what this process wrote before.
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def verify(self) -> None:
        """Say hello.

        Raises:
            StoreUnavailable: nobody answers, or user and password are refused.
        """
        with engine_errors(self.address):
            self._opened().verify_connectivity()

    @contextmanager
    def session(self, *, writing: bool = False, fetch: int = 1000) -> Iterator[neo4j.Session]:
        """A session; errors of the engine leave it as ours."""
        mode: Literal["READ", "WRITE"] = "WRITE" if writing else "READ"
        with (
            engine_errors(self.address),
            self._opened().session(
                default_access_mode=mode, fetch_size=fetch, bookmark_manager=self._bookmarks
            ) as session,
            self._hung_up_on_interrupt(),
        ):
            yield session

    @contextmanager
    def transaction(
        self,
        *,
        seconds: float,
        writing: bool = False,
        fetch: int = 1000,
        metadata: Mapping[str, str] | None = None,
    ) -> Iterator[neo4j.Transaction]:
        """An open transaction that is rolled back at its end, unless it was committed within (:meth:`commit`).

        The server ends it after ``seconds``, also when this process is no more.
        """
        with (
            self.session(writing=writing, fetch=fetch) as session,
            session.begin_transaction(metadata=dict(metadata or {}), timeout=seconds) as transaction,
        ):
            try:
                with self._hung_up_on_interrupt():
                    yield transaction
            finally:
                # The driver's own exit would commit, or complain that a failed statement cannot be.
                with suppress(GqlError):
                    transaction.close()

    def commit(self, transaction: neo4j.Transaction) -> None:
        """Commit.

        Raises:
            CommitUnknown: the connection broke, or Ctrl-C came, before the server confirmed it.
        """
        try:
            transaction.commit()
        except KeyboardInterrupt as error:
            self.hang_up()
            raise commit_unknown(self.address) from error

    @contextmanager
    def deadline(self, seconds: float, late: Callable[[], GraphmouError]) -> Iterator[None]:
        """Hang up when the block takes longer than ``seconds``, and raise what ``late`` gives."""
        rung = Event()

        def ring() -> None:
            rung.set()
            self.hang_up()

        timer = Timer(seconds, ring)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Exception as error:
            if rung.is_set():
                raise late() from error
            raise
        finally:
            timer.cancel()
            timer.join()
        if rung.is_set():
            raise late()

    def hang_up(self) -> None:
        """Close every connection to the server at once, whatever runs on it; from any thread."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with suppress(GqlError, OSError):
                driver.close()

    def _opened(self) -> neo4j.Driver:
        if self._driver is None:
            self._driver = neo4j.GraphDatabase.driver(
                self.address,
                auth=self._auth,
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=2 * CONNECT_SECONDS,
                max_transaction_retry_time=2 * CONNECT_SECONDS,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
                user_agent="graphmou",
            )
        return self._driver

    @contextmanager
    def _hung_up_on_interrupt(self) -> Iterator[None]:
        """Ctrl-C, or no memory left, in the middle of a message: a polite end would wait for what never comes."""
        try:
            yield
        except BaseException as error:
            if isinstance(error, RecursionError | MemoryError) or not isinstance(error, Exception):
                self.hang_up()
            raise
