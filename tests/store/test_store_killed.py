"""Loaders that are killed, and loaders that meet: the store holds the state before or the state after."""

from __future__ import annotations

import time
from contextlib import closing

import pytest

from benchmarks.synthetic import synthetic_facts
from graphmou.facts import DocumentFacts, settle
from graphmou.graph import Graph
from graphmou.plan import plan_load, plan_rebuild
from graphmou.store.protocol import Store
from tests.conftest import Place
from tests.store.loader import start_loader, wait_until
from tests.store.networks import contents, load, settled

SMALL = (60, 120, 400, 2)
LARGE = (120, 400, 1500, 2)


@pytest.mark.parametrize("held_before", [SMALL, None], ids=["into a store", "into an empty store"])
def test_a_loader_killed_at_any_moment_leaves_the_state_before_or_after(
    place: Place, held_before: tuple[int, int, int, int] | None
) -> None:
    before = synthetic_facts(*held_before) if held_before else []
    after = synthetic_facts(*LARGE)
    moments = [("begun", 0.02), ("planned", 0.0), ("planned", 0.05)]
    moments += [("written", delay) for delay in (0.0, 0.005, 0.02, 0.05)]
    for stage, delay in moments:
        with closing(place.open()) as store:
            _make_hold(store, before)
        loader = start_loader(place.location, LARGE)
        with loader:
            wait_until(loader, stage)
            time.sleep(delay)
            loader.kill()
        with closing(place.open()) as store:
            held = contents(store.graph())
        assert held in (settled(*before), settled(*after)), (stage, delay)
    with closing(place.open()) as store:
        load(store, *after)
        assert contents(store.graph()) == settled(*after)
        assert not plan_load(store.graph(), after)


def test_two_loaders_at_once_leave_nothing_twice(place: Place) -> None:
    loaders = [start_loader(place.location, LARGE) for _ in range(2)]
    for loader in loaders:
        with loader:
            wait_until(loader, "done")
        assert loader.returncode == 0
    facts = synthetic_facts(*LARGE)
    with closing(place.open()) as store:
        assert contents(store.graph()) == settled(*facts)
        graph = settle(facts)
        assert store.counts() == (graph.label_counts(), graph.type_counts())


def test_a_loader_that_waited_too_long_is_told_that_the_store_is_busy(place: Place) -> None:
    facts = synthetic_facts(*SMALL)
    with closing(place.open()) as store:
        with store.transaction() as transaction:
            transaction.apply(plan_load(Graph(), facts))
            second = start_loader(place.location, LARGE, wait_seconds=0.5)
            with second:
                wait_until(second, "StoreBusy")
            assert second.returncode == 1
        assert contents(store.graph()) == settled(*facts)


def _make_hold(store: Store, facts: list[DocumentFacts]) -> None:
    with store.transaction() as transaction:
        transaction.apply(plan_rebuild(transaction.graph(), facts))
