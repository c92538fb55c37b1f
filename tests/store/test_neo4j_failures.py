"""What goes wrong with Neo4j is told as one of our errors, whatever the driver or the server calls it."""

from __future__ import annotations

import subprocess
import sys

import neo4j.exceptions
import pytest
from neo4j.exceptions import GqlError, Neo4jError

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
from graphmou.server import LocalServer
from graphmou.store.bolt.failures import engine_errors, translated
from graphmou.store.opening import open_store
from graphmou.store.protocol import Limits, Store
from tests.conftest import Place
from tests.store.loader import ROOT

ADDRESS = "neo4j://server:7687"

# Every exception the driver documents. One that is new in a newer driver fails the first test: place it here.
OURS: dict[str, type[GraphmouError]] = {
    "AuthConfigurationError": StoreUnavailable,
    "AuthError": StoreUnavailable,
    "BrokenRecordError": StoreError,
    "CertificateConfigurationError": StoreUnavailable,
    "ClientError": StatementError,
    "ConfigurationError": StoreUnavailable,
    "ConnectionAcquisitionTimeoutError": StoreUnavailable,
    "ConnectionPoolError": StoreUnavailable,
    "ConstraintError": StatementError,
    "CypherSyntaxError": StatementError,
    "CypherTypeError": StatementError,
    "DatabaseError": StoreError,
    "DatabaseUnavailable": StoreUnavailable,
    "DriverError": StoreError,
    "Forbidden": StatementError,
    "ForbiddenOnReadOnlyDatabase": StoreUnavailable,
    "GqlError": StoreError,
    "IncompleteCommit": CommitUnknown,
    "Neo4jError": StatementError,
    "NotALeader": StoreUnavailable,
    "ReadServiceUnavailable": StoreUnavailable,
    "ResultConsumedError": StoreError,
    "ResultError": StoreError,
    "ResultFailedError": StoreError,
    "ResultNotSingleError": StoreError,
    "RoutingServiceUnavailable": StoreUnavailable,
    "ServiceUnavailable": StoreUnavailable,
    "SessionError": StoreError,
    "SessionExpired": StoreUnavailable,
    "TokenExpired": StoreUnavailable,
    "TransactionError": StoreError,
    "TransactionNestingError": StoreError,
    "TransientError": StoreBusy,
    "UnsupportedServerProduct": StoreUnavailable,
    "WriteServiceUnavailable": StoreUnavailable,
}

CODES: dict[str, type[GraphmouError]] = {
    "Neo.ClientError.Statement.AccessMode": WriteRefused,
    "Neo.ClientError.Statement.SyntaxError": StatementError,
    "Neo.ClientError.Statement.ParameterMissing": StatementError,
    "Neo.ClientError.Transaction.TransactionTimedOut": LimitReached,
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": LimitReached,
    "Neo.TransientError.General.OutOfMemoryError": LimitReached,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": LimitReached,
    "Neo.TransientError.Transaction.DeadlockDetected": StoreBusy,
    "Neo.TransientError.Database.DatabaseUnavailable": StoreUnavailable,
    "Neo.ClientError.Database.DatabaseNotFound": StoreUnavailable,
    "Neo.ClientError.Security.Unauthorized": StoreUnavailable,
    "Neo.ClientError.Security.CredentialsExpired": StoreUnavailable,
    "Neo.ClientError.Security.AuthenticationRateLimit": StoreUnavailable,
    "Neo.ClientError.Security.Forbidden": StoreUnavailable,
    "Neo.ClientError.Cluster.NotALeader": StoreUnavailable,
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": StoreDamaged,
    "Neo.DatabaseError.General.UnknownError": StoreError,
}


def from_server(code: str, message: str) -> Neo4jError:
    # The driver makes these only out of what a server said, and has no public way to it.
    return Neo4jError._hydrate_neo4j(code=code, message=message)


def example(name: str) -> GqlError:
    """An error of that class, as little as it can be."""
    found: type[GqlError] = getattr(neo4j.exceptions, name)
    error = found.__new__(found, "said")
    if isinstance(error, Neo4jError):
        vars(error).update(vars(from_server("Neo.ClientError.Statement.Other", "said")))
    return error


def test_every_exception_of_the_driver_has_its_place() -> None:
    documented = {name for name in neo4j.exceptions.__all__ if issubclass(getattr(neo4j.exceptions, name), Exception)}
    assert documented == set(OURS)


@pytest.mark.parametrize("name", sorted(OURS))
def test_an_exception_of_the_driver_is_told_as_ours(name: str) -> None:
    with pytest.raises(OURS[name]) as caught, engine_errors(ADDRESS):
        raise example(name)
    assert type(caught.value) is OURS[name]


@pytest.mark.parametrize("code", sorted(CODES))
def test_what_the_server_says_is_told_as_ours(code: str) -> None:
    assert type(translated(from_server(code, "said"), ADDRESS)) is CODES[code]


def test_names_out_of_the_servers_program_are_left_out() -> None:
    error = from_server("Neo.DatabaseError.General.UnknownError", "org.neo4j.kernel.X$Y: java.lang.Error: broken (a.b)")
    assert "broken (a.b)" in str(translated(error, ADDRESS))
    assert "neo4j.kernel" not in str(translated(error, ADDRESS))
    assert "java" not in str(translated(error, ADDRESS))


def test_a_wrong_password_is_told_with_the_names_of_the_variables(neo4j_server: LocalServer) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_PASSWORD") as caught:
        open_store(neo4j_server.uri, user=neo4j_server.user, password="certainly-wrong")
    assert "certainly-wrong" not in str(caught.value)


def test_no_password_is_told_the_same_way(neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with pytest.raises(StoreUnavailable, match="NEO4J_PASSWORD"):
        open_store(neo4j_server.uri)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_no_server_is_it_is_told_how_to_start_one(scheme: str) -> None:
    with pytest.raises(StoreUnavailable, match="graphmou neo4j up"):
        open_store(f"{scheme}://127.0.0.1:1", user="neo4j", password="secret-password")


def test_a_server_without_encryption_is_told_where_it_is_asked_for(neo4j_server: LocalServer) -> None:
    address = neo4j_server.uri.replace("bolt://", "bolt+s://")
    with pytest.raises(StoreUnavailable, match="answers"):
        open_store(address, user=neo4j_server.user, password=neo4j_server.password)


def test_the_driver_writes_nothing_by_itself(neo4j_place: Place) -> None:
    code = (
        "from graphmou import open_store, GraphmouError\n"
        "try: open_store('neo4j://127.0.0.1:1', user='x', password='y')\n"
        "except GraphmouError: pass\n"
        f"store = open_store({neo4j_place.location!r})\n"
        "store.run('MATCH (n:NoSuchLabel), (m) RETURN n.noSuchProperty AS x, id(m) AS y')\n"
        "store.close()\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_result_nested_too_deeply_is_told_and_the_store_goes_on(neo4j_store: Store) -> None:
    # Much deeper, and the server itself falls silent: then the time-out tells it.
    with pytest.raises(LimitReached, match="nested"):
        neo4j_store.run("RETURN reduce(a = {}, x IN range(1, 500) | {a: a}) AS x")
    assert neo4j_store.run("RETURN 1 AS one").rows == [[1]]


def test_a_statement_that_needs_too_much_memory_is_told_and_the_store_goes_on(neo4j_store: Store) -> None:
    with pytest.raises(LimitReached):
        neo4j_store.run("RETURN size([x IN range(1, 1000000000) | x]) AS n", limits=Limits(seconds=20))
    assert neo4j_store.run("RETURN 1 AS one").rows == [[1]]
