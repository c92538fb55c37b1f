"""From what a user types to a store: an address is a server, anything else is a folder."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from graphmou.errors import StoreMissing, StoreUnavailable, UsageError
from graphmou.plan import plan_rebuild
from graphmou.server import LocalServer
from graphmou.store.opening import is_server, open_store, rebuilding
from tests.conftest import Place
from tests.store.loader import ROOT
from tests.store.networks import FIRST, SECOND, contents, load, settled


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc", "NEO4J", "Bolt+S"])
def test_the_address_of_a_neo4j_server_is_a_server(scheme: str) -> None:
    assert is_server(f"{scheme}://example.org:7687")


@pytest.mark.parametrize("folder", ["graphmou.db", "C:\\data\\x", "C:/data/x", "./neo4j", "a:b", "/x//y", "neo4j:", ""])
def test_anything_without_a_scheme_is_a_folder(folder: str) -> None:
    assert not is_server(folder)


def test_a_path_is_a_folder_whatever_it_is_called() -> None:
    assert not is_server(Path("neo4j:/x"))


@pytest.mark.parametrize("address", ["http://localhost:7474", "https://x", "file:///x", "postgres://x", "bolt+x://x"])
def test_another_scheme_is_a_usage_error_that_names_the_right_ones(address: str) -> None:
    with pytest.raises(UsageError, match=r"neo4j\+s"):
        open_store(address)


@pytest.mark.parametrize("address", ["bolt://", "bolt://:7687", "bolt://x:abc", "bolt://x:99999", "neo4j://x:0"])
def test_an_address_that_cannot_be_is_a_usage_error(address: str) -> None:
    with pytest.raises(UsageError, match="neo4j://host:7687"):
        open_store(address)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="NEO4J_PASSWORD") as caught:
        open_store("neo4j://neo4j:hush-hush@localhost:7687")
    assert "hush" not in str(caught.value)


def test_user_and_password_come_from_the_arguments_before_the_environment(
    neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", "from-the-environment")
    with pytest.raises(StoreUnavailable):
        open_store(neo4j_server.uri)
    with closing(open_store(neo4j_server.uri, password=neo4j_server.password)) as store:
        assert store.location == neo4j_server.uri


def test_a_folder_without_a_store_is_missing_unless_it_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(tmp_path / "none")
    with closing(open_store(str(tmp_path / "none"), create=True)) as store:
        assert contents(store.graph()) == {}


def test_a_store_is_made_anew_from_facts(place: Place) -> None:
    with closing(place.open()) as store:
        load(store, FIRST)
    with rebuilding(place.location) as transaction:
        transaction.apply(plan_rebuild(transaction.graph(), [SECOND]))
    with closing(place.open()) as store:
        assert contents(store.graph()) == settled(SECOND)


def test_making_anew_that_fails_leaves_the_store_as_it_was(place: Place) -> None:
    with closing(place.open()) as store:
        load(store, FIRST)
    with pytest.raises(ZeroDivisionError), rebuilding(place.location):
        raise ZeroDivisionError
    with closing(place.open()) as store:
        assert contents(store.graph()) == settled(FIRST)


@pytest.mark.parametrize(("engine", "location"), [("arcadedb", "bolt://127.0.0.1:1"), ("neo4j", "none")])
def test_only_the_engine_that_is_asked_for_is_imported(engine: str, location: str, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from graphmou import GraphmouError, open_store\n"
        f"try: open_store({location!r} if '//' in {location!r} else {str(tmp_path / location)!r})\n"
        "except GraphmouError: pass\n"
        f"sys.exit({engine!r} in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
