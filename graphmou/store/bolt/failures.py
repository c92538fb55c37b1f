"""Every error of the Neo4j driver and server, turned into one of ours in one place.

The driver's tree has two branches: ``Neo4jError`` is what the server said about a statement (its ``code``
tells what), ``DriverError`` what happened on the way there and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionPoolError,
    DatabaseError,
    DatabaseUnavailable,
    DriverError,
    ForbiddenOnReadOnlyDatabase,
    GqlError,
    IncompleteCommit,
    Neo4jError,
    NotALeader,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graphmou.errors import (
    CommitUnknown,
    GraphmouError,
    LimitReached,
    StatementError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreUnavailable,
    WriteRefused,
)

__all__ = ["commit_unknown", "depth_errors", "engine_errors", "too_long", "translated"]

_OUT_OF_TIME = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockClientStopped")
_OUT_OF_MEMORY = ("OutOfMemoryError", "MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError")
_NOT_THERE = ("DatabaseNotFound", "DatabaseUnavailable")
_TWICE = ("ConstraintCreationFailed", "ConstraintVerificationFailed")
_JAVA_NAME = re.compile(r"\b(?:[a-z][\w$]*\.){2,}[A-Z][\w$.]*:?\s*")
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")


@contextmanager
def engine_errors(address: str, *, lines_before: int = 0) -> Iterator[None]:
    """Within it every error of the engine leaves as one of ours.

    ``lines_before`` is how many lines were put in front of the user's statement: places are counted without.
    """
    try:
        yield
    except GqlError as error:
        raise translated(error, address, lines_before=lines_before) from error


@contextmanager
def depth_errors() -> Iterator[None]:
    """Within it a value that is nested beyond what Python can follow leaves as one of ours."""
    try:
        yield
    except RecursionError as error:
        raise LimitReached("the answer holds a value that is nested too deeply to be handed over") from error


def translated(error: GqlError, address: str, *, lines_before: int = 0) -> GraphmouError:
    """The error of ours that says what the engine's ``error`` says."""
    if isinstance(error, Neo4jError):
        return _from_server(error, address, lines_before)
    if isinstance(error, DriverError):
        return _from_driver(error, address)
    return StoreError(f"the Neo4j server reports: {_text(error)}")


def too_long(seconds: float | None = None) -> LimitReached:
    """The statement ran into its time-out."""
    limit = "it may" if seconds is None else f"{seconds:g} seconds"
    return LimitReached(
        f"the statement ran longer than {limit} and was stopped",
        hint="narrow it (a LIMIT, a label, a bound on hops), or give it more time with --timeout SECONDS",
    )


def commit_unknown(address: str) -> CommitUnknown:
    """The connection broke while the change was being made lasting."""
    return CommitUnknown(
        f"the connection to {address} broke while the change was being written: it is there whole or not at all",
        hint="run the same command again: that is safe, what is there already is not written twice",
    )


def _from_server(error: Neo4jError, address: str, lines_before: int) -> GraphmouError:
    reason = (error.code or "").rsplit(".", 1)[-1]
    if isinstance(error, AuthError):
        return StoreUnavailable(
            f"the Neo4j server at {address} refuses this user and password",
            hint="set NEO4J_USERNAME and NEO4J_PASSWORD to a user of that server",
        )
    if ".Security." in (error.code or ""):
        return StoreUnavailable(
            f"the Neo4j server at {address} does not let this user in, or do that: {_text(error)}",
            hint="set NEO4J_USERNAME and NEO4J_PASSWORD to a user who may",
        )
    if isinstance(error, DatabaseUnavailable | NotALeader) or reason in _NOT_THERE:
        return StoreUnavailable(
            f"the database at {address} is not there or not ready: {_text(error)}",
            hint="try again in a moment; `graphmou doctor` shows whether it answers",
        )
    if isinstance(error, ForbiddenOnReadOnlyDatabase):
        return StoreUnavailable(f"the database at {address} is read-only: {_text(error)}")
    if reason == "AccessMode":
        return WriteRefused("a read-only statement may not write", hint="`graphmou cypher --write` may")
    if reason in _OUT_OF_TIME:
        return too_long()
    if reason in _OUT_OF_MEMORY:
        return LimitReached(
            "that needs more memory than the Neo4j server may use",
            hint="ask for less (a LIMIT, a label, a bound on hops); to load a whole country give the server "
            "a heap of 4 GB (server.memory.heap.max_size)",
        )
    if reason == "ArgumentError" and "execution mode" in _text(error):
        return StatementError(
            "PROFILE would run the statement", hint="EXPLAIN before a statement shows its plan and runs nothing"
        )
    if reason in _TWICE:
        return StoreDamaged(f"two have one id: {_text(error)}", hint="remove one of them by hand, then load again")
    if isinstance(error, TransientError):
        return StoreBusy(f"the Neo4j server could not do it just now: {_text(error)}", hint="try again")
    if isinstance(error, DatabaseError):
        return StoreError(f"the Neo4j server failed: {_text(error)}", hint="its own log says more")
    return StatementError(_placed(_text(error), lines_before))


def _from_driver(error: DriverError, address: str) -> GraphmouError:
    if isinstance(error, IncompleteCommit):
        return commit_unknown(address)
    if isinstance(error, ServiceUnavailable | SessionExpired | ConnectionPoolError):
        return StoreUnavailable(
            f"no Neo4j server answers at {address}: {_text(error)}",
            hint="check the address and that the server runs; `graphmou neo4j up` starts one on this machine",
        )
    if isinstance(error, ConfigurationError):
        return StoreUnavailable(
            f"{address} cannot be used: {_text(error)}",
            hint="an address looks like neo4j://host:7687, or neo4j+s://host:7687 with a certificate",
        )
    return StoreError(f"the Neo4j driver reports: {_text(error)}")


def _text(error: GqlError) -> str:
    """What the error says, without names out of the server's program."""
    said = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    return _JAVA_NAME.sub("", said).strip()


def _placed(text: str, lines_before: int) -> str:
    """The text with places as the user counts them: lines of the statement as typed, no offsets."""
    return _PLACE.sub(lambda place: f"(line {max(1, int(place[1]) - lines_before)}, column {place[2]})", text)
