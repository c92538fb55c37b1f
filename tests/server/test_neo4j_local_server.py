"""A real Neo4j, started, used, killed and stopped."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError

from graphmou.errors import ServerError
from graphmou.server import LocalServer, ServerState, down, status, up
from graphmou.server.ports import refuse_taken_port
from graphmou.server.processes import find


def connect(server: LocalServer | ServerState, password: str | None = None) -> Driver:
    return GraphDatabase.driver(server.uri, auth=(server.user, password or server.password))


def count(server: LocalServer | ServerState, label: str) -> int:
    with connect(server) as driver:
        return int(driver.execute_query(f"MATCH (n:{label}) RETURN count(n) AS n").records[0]["n"])


def write(server: LocalServer | ServerState, label: str) -> None:
    with connect(server) as driver:
        driver.execute_query(f"CREATE (:{label} {{name: 'โรงเรียน'}})")


def change_password(server: ServerState, new: str) -> None:
    with connect(server) as driver:
        statement = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        driver.execute_query(statement, old=server.password, new=new, database_="system")


def wait_until_gone(pid: int, token: str) -> None:
    deadline = time.monotonic() + 120
    while find(pid, token) is not None:
        assert time.monotonic() < deadline, "the server is still there"
        time.sleep(0.1)


def test_the_password_opens_it_and_another_does_not(neo4j_server: LocalServer) -> None:
    with connect(neo4j_server) as driver:
        driver.verify_connectivity()
    with connect(neo4j_server, password="not the password") as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_the_routing_address_leads_back_to_it(neo4j_server: LocalServer) -> None:
    address = neo4j_server.uri.replace("bolt://", "neo4j://")
    with GraphDatabase.driver(address, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_it_listens_on_this_machine_and_one_port_only(neo4j_server: LocalServer) -> None:
    process = psutil.Process(neo4j_server.state.pid)

    listening = [
        (connection.laddr.ip.removeprefix("::ffff:"), connection.laddr.port)
        for connection in process.net_connections(kind="inet")
        if not connection.raddr
    ]

    assert listening == [("127.0.0.1", neo4j_server.state.port)]


def test_it_knows_every_setting_it_was_given(neo4j_server: LocalServer) -> None:
    log = (neo4j_server.folder / "logs" / "console.log").read_text(encoding="utf-8")

    assert "Started." in log
    assert "Unrecognized setting" not in log


@pytest.mark.parametrize(
    ("source", "setting"),
    [
        ("file:///facts.csv", "allow_csv_import_from_file_urls"),
        ("file:///../server.json", "allow_csv_import_from_file_urls"),
        ("http://127.0.0.1:1/facts.csv", "cypher_ip_blocklist"),
        ("http://[::1]:1/facts.csv", "cypher_ip_blocklist"),
    ],
)
def test_a_statement_reads_no_file_and_calls_no_address(source: str, setting: str, neo4j_server: LocalServer) -> None:
    with connect(neo4j_server) as driver, pytest.raises(ClientError, match=setting):
        driver.execute_query("LOAD CSV FROM $source AS row RETURN row", source=source)


def test_a_folder_has_one_server(neo4j_server: LocalServer) -> None:
    with pytest.raises(ServerError, match="already runs"):
        LocalServer(neo4j_server.folder).start()

    assert status(neo4j_server.folder) == neo4j_server.state


def test_what_was_written_outlives_a_crash_and_a_stop(tmp_path: Path) -> None:
    server = LocalServer(tmp_path / "แฟ้ม ของ โรงเรียน", password="correct horse")
    server.start()
    address = server.uri
    write(server, "Before")
    server.kill()
    assert status(server.folder) is None

    with server:
        assert server.uri == address
        assert server.password == "correct horse"
        assert count(server, "Before") == 1
        port = server.state.port

    assert status(server.folder) is None
    refuse_taken_port(port)
    with pytest.raises(ServerError, match="has not been started"):
        _ = server.uri


def test_up_stays_when_the_command_ends_until_down(tmp_path: Path) -> None:
    folder = tmp_path / "server"
    script = "import sys, pathlib; from graphmou.server import up; print(up(pathlib.Path(sys.argv[1]), port=0).pid)"
    command = [sys.executable, "-c", script, str(folder)]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout

    state = status(folder)
    assert state is not None
    try:
        assert int(said) == state.pid
        write(state, "Kept")
        assert up(folder) == state  # the same server, on its own port
        assert count(state, "Kept") == 1
        change_password(state, "changed by hand")
        assert up(folder) == state
    finally:
        assert down(folder) is True
    assert status(folder) is None
    assert down(folder) is False
    assert not psutil.pid_exists(state.pid)


def test_it_ends_with_a_process_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from graphmou.server import LocalServer;"
        "LocalServer(pathlib.Path(sys.argv[1])).start(); print('started', flush=True); input()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "server")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline().strip() == b"started"
        state = status(tmp_path / "server")
        assert state is not None
        starter.kill()

    wait_until_gone(state.pid, state.token)


def test_the_older_line_starts_too(tmp_path: Path) -> None:
    with LocalServer(tmp_path / "server", version="5.26.30") as server, connect(server) as driver:
        components = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions").records

    assert components[0]["versions"] == ["5.26.30"]


def test_a_server_that_ends_while_starting_says_why(tmp_path: Path) -> None:
    server = LocalServer(tmp_path / "server", heap="lots")

    with pytest.raises(ServerError, match="ended while it was starting") as refused:
        server.start()

    assert re.search(r"Invalid maximum heap size.*lots", str(refused.value))
    assert "console.log" in (refused.value.hint or "")
    assert status(server.folder) is None


def test_a_server_that_does_not_answer_in_time_is_ended(tmp_path: Path) -> None:
    server = LocalServer(tmp_path / "server", timeout=0.0)

    with pytest.raises(ServerError, match="does not answer"):
        server.start()

    left = [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]
    assert [child for child in left if str(server.folder) in " ".join(child.cmdline())] == []
