"""A connection to Neo4j that breaks, falls silent or is interrupted, and a server that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from benchmarks.synthetic import synthetic_facts
from graphmou.errors import CommitUnknown, LimitReached, StoreBusy, StoreUnavailable
from graphmou.facts import DocumentFacts
from graphmou.plan import plan_load
from graphmou.server import LocalServer
from graphmou.store.opening import open_store
from graphmou.store.protocol import Limits, Store, Transaction
from tests.conftest import Place
from tests.store.bolt_proxy import BoltProxy, ConnectionCutError
from tests.store.loader import ROOT, start_loader
from tests.store.networks import FIRST, SECOND, contents, load, settled

ENDLESS = "UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x"


@pytest.fixture
def driver(neo4j_place: Place, neo4j_server: LocalServer) -> Iterator[Driver]:
    """A connection past our own code, to look at the server itself."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as opened:
        yield opened


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something that the server does in its own time."""
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.05)


def is_running(driver: Driver, statement: str) -> bool:
    shown = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery").records
    return any(statement in record["currentQuery"] for record in shown)


def cut() -> None:
    raise ConnectionCutError


def load_through(proxy: BoltProxy, *facts: DocumentFacts) -> None:
    with closing(open_store(proxy.uri)) as store:
        load(store, *facts)


def test_a_connection_lost_before_the_commit_arrives_leaves_the_state_before(neo4j_store: Store) -> None:
    load(neo4j_store, FIRST)
    with BoltProxy(neo4j_store.location, before_commit=cut) as proxy, pytest.raises(CommitUnknown) as caught:
        load_through(proxy, SECOND)
    assert "again" in (caught.value.hint or "")
    assert contents(neo4j_store.graph()) == settled(FIRST)


def test_a_connection_lost_after_the_commit_leaves_the_state_after_and_a_rerun_is_safe(neo4j_store: Store) -> None:
    load(neo4j_store, FIRST)
    with BoltProxy(neo4j_store.location, after_commit=cut) as proxy, pytest.raises(CommitUnknown):
        load_through(proxy, SECOND)
    assert contents(neo4j_store.graph()) == settled(FIRST, SECOND)
    assert not load(neo4j_store, SECOND)
    assert contents(neo4j_store.graph()) == settled(FIRST, SECOND)


@pytest.mark.parametrize("moment", ["before_commit", "after_commit"])
def test_a_loader_killed_at_its_commit_leaves_the_state_before_or_after(neo4j_store: Store, moment: str) -> None:
    size = (60, 120, 400, 2)
    loader: list[subprocess.Popen[str]] = []
    hooks: dict[str, Any] = {moment: lambda: loader[0].kill()}
    load(neo4j_store, FIRST)
    with BoltProxy(neo4j_store.location, **hooks) as proxy:
        loader.append(start_loader(proxy.uri, size))
        with loader[0]:
            assert loader[0].wait() != 0
    until(lambda: not load(neo4j_store, FIRST), "the killed loader's lock is given back")
    facts = synthetic_facts(*size)
    assert contents(neo4j_store.graph()) in (settled(FIRST), settled(FIRST, *facts))
    load(neo4j_store, *facts)
    assert contents(neo4j_store.graph()) == settled(FIRST, *facts)


def test_a_server_killed_at_the_commit_holds_the_state_before_or_after(
    neo4j_server: LocalServer, neo4j_place: Place
) -> None:
    facts = synthetic_facts(120, 400, 1500, 2)
    killing = threading.Thread(target=neo4j_server.kill)
    with closing(neo4j_place.open()) as store:
        load(store, FIRST)
        try:
            with BoltProxy(neo4j_server.uri, before_commit=killing.start) as proxy, pytest.raises(CommitUnknown):
                load_through(proxy, *facts)
        finally:
            killing.join()
            neo4j_server.start()
        assert contents(store.graph()) in (settled(FIRST), settled(FIRST, *facts))
        load(store, *facts)
        assert contents(store.graph()) == settled(FIRST, *facts)


def test_a_server_that_goes_away_in_the_middle_is_unavailable(neo4j_store: Store) -> None:
    with BoltProxy(neo4j_store.location) as proxy, closing(open_store(proxy.uri)) as store:
        load(store, FIRST)
        with pytest.raises(StoreUnavailable), store.transaction() as transaction:
            _go_on_without_server(transaction, proxy)
    assert contents(neo4j_store.graph()) == settled(FIRST)


def test_a_time_out_holds_even_when_the_server_says_nothing(neo4j_store: Store) -> None:
    with BoltProxy(neo4j_store.location) as proxy, closing(open_store(proxy.uri)) as store:
        assert store.run("RETURN 1 AS one").rows == [[1]]
        proxy.fall_silent()
        with pytest.raises(LimitReached):
            store.run("RETURN 1 AS one", limits=Limits(seconds=0.5))


def test_a_loader_that_waits_for_a_silent_server_is_told_in_time(neo4j_store: Store) -> None:
    load(neo4j_store, FIRST)
    with BoltProxy(neo4j_store.location) as proxy, closing(open_store(proxy.uri, wait_seconds=0.5)) as store:
        load(store, FIRST)
        proxy.fall_silent()
        with pytest.raises(StoreUnavailable):
            load(store, SECOND)
    assert contents(neo4j_store.graph()) == settled(FIRST)


def test_a_statement_stopped_by_its_time_out_does_not_run_on(neo4j_store: Store, driver: Driver) -> None:
    with pytest.raises(LimitReached):
        neo4j_store.run(ENDLESS, limits=Limits(seconds=0.5))
    until(lambda: not is_running(driver, ENDLESS), "the statement ends")


def test_ctrl_c_leaves_no_statement_running(neo4j_place: Place, driver: Driver) -> None:
    # A test run started in the background ignores Ctrl-C, and so would its children.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code = f"{heeding}from graphmou import open_store; open_store({neo4j_place.location!r}).run({ENDLESS!r})"
    asking = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    with asking:
        until(lambda: is_running(driver, ENDLESS), "the statement runs")
        asking.send_signal(signal.SIGINT)
        _, told = asking.communicate(timeout=60)
    assert "KeyboardInterrupt" in told
    until(lambda: not is_running(driver, ENDLESS), "the statement ends")


def test_a_loader_that_waits_is_told_who_loads(neo4j_store: Store, neo4j_place: Place) -> None:
    second = neo4j_place.open(wait_seconds=0.5)
    with closing(second), neo4j_store.transaction(), pytest.raises(StoreBusy) as told:
        load(second, FIRST)
    assert f"process {os.getpid()} on " in str(told.value)


def test_a_loader_waits_for_another_and_then_goes_on(neo4j_store: Store, neo4j_place: Place) -> None:
    done: list[object] = []

    def load_too() -> None:
        with closing(neo4j_place.open()) as second:
            done.append(load(second, SECOND))

    waiting = threading.Thread(target=load_too)
    with neo4j_store.transaction() as transaction:
        transaction.apply(plan_load(transaction.graph(), [FIRST]))
        waiting.start()
        waiting.join(timeout=0.5)
        assert not done
    waiting.join()
    assert done
    assert contents(neo4j_store.graph()) == settled(FIRST, SECOND)


def _go_on_without_server(transaction: Transaction, proxy: BoltProxy) -> None:
    transaction.apply(plan_load(transaction.graph(), [SECOND]))
    proxy.cut()
    transaction.graph()
