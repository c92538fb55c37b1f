"""What a server's folder may hold, and who is taken for its server. No Java is started here."""

from __future__ import annotations

import json
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmou.errors import ServerError
from graphmou.server import LocalServer, ServerState, down, status, up
from graphmou.server.configuration import prepare_folder, set_password
from graphmou.server.state import read_state, write_state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder made ready for a server."""
    prepare_folder(tmp_path / "server")
    return tmp_path / "server"


@pytest.fixture
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    """A process that is not our server."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.communicate(b"\n")


def state_of(pid: int, folder: Path) -> ServerState:
    return ServerState(folder, pid, 7687, "neo4j", folder / "password", "2026.08.1", "a-token")


def test_a_process_that_got_the_old_id_is_neither_shown_nor_ended(
    folder: Path, stranger: subprocess.Popen[bytes]
) -> None:
    write_state(state_of(stranger.pid, folder))

    assert status(folder) is None
    assert down(folder) is False
    assert stranger.poll() is None


def test_down_forgets_a_server_that_is_gone(folder: Path, stranger: subprocess.Popen[bytes]) -> None:
    write_state(state_of(stranger.pid, folder))

    down(folder)

    assert read_state(folder) is None


def test_a_process_that_has_ended_is_not_running(folder: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    write_state(state_of(ended.pid, folder))

    assert status(folder) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"pid": 1}', '{"unknown": 1}'])
def test_a_state_file_that_cannot_be_read_counts_as_none(text: str, folder: Path) -> None:
    (folder / "server.json").write_text(text, encoding="utf-8")

    assert status(folder) is None
    assert down(folder) is False


def test_nothing_runs_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert status(tmp_path / "nowhere") is None
    assert down(tmp_path / "nowhere") is False
    assert not (tmp_path / "nowhere").exists()


def test_the_password_is_in_neither_the_state_file_nor_its_text(folder: Path) -> None:
    set_password(folder, "correct horse")
    state = state_of(1, folder)
    write_state(state)

    assert state.password == "correct horse"
    assert "correct horse" not in repr(state)
    assert "correct horse" not in (folder / "server.json").read_text(encoding="utf-8")


def test_a_folder_that_was_moved_keeps_its_state(folder: Path, tmp_path: Path) -> None:
    write_state(state_of(1, folder))

    moved = folder.rename(tmp_path / "elsewhere")

    assert read_state(moved) == state_of(1, moved)


@pytest.mark.parametrize("start", [up, lambda folder: LocalServer(folder).start()], ids=["up", "LocalServer"])
def test_a_folder_with_other_files_is_refused_and_left_alone(start: object, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("work of years", encoding="utf-8")

    with pytest.raises(ServerError, match="holds other files") as refused:
        start(tmp_path)  # type: ignore[operator]

    assert refused.value.hint is not None
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(ServerError, match="cannot hold a Neo4j server"):
        up(tmp_path / "file" / "server")


def test_a_port_in_use_is_refused_with_a_hint(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServerError, match=f"Port {port} cannot be used") as refused:
            up(tmp_path / "server", port=port)

    assert "choose another port" in (refused.value.hint or "")


def test_a_number_that_is_no_port_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="Port 70000 cannot be used"):
        up(tmp_path / "server", port=70000)


def test_a_password_is_drawn_at_random(tmp_path: Path) -> None:
    drawn = set()
    for name in ("one", "two"):
        prepare_folder(tmp_path / name)
        set_password(tmp_path / name, None)
        drawn.add((tmp_path / name / "password").read_text(encoding="utf-8"))

    assert len(drawn) == 2
    assert min(map(len, drawn)) >= 20


def test_the_second_start_keeps_the_password(folder: Path) -> None:
    set_password(folder, None)
    drawn = (folder / "password").read_text(encoding="utf-8")
    (folder / "data" / "databases" / "system").mkdir(parents=True)  # as Neo4j leaves it

    set_password(folder, None)

    assert (folder / "password").read_text(encoding="utf-8") == drawn


def test_another_password_is_refused(folder: Path) -> None:
    set_password(folder, "the first one")

    with pytest.raises(ServerError, match="already has another password"):
        set_password(folder, "the second one")


def test_a_short_password_is_refused(folder: Path) -> None:
    with pytest.raises(ServerError, match="at least 8 characters"):
        set_password(folder, "1234567")


def test_a_lost_password_is_not_replaced_by_one_that_does_not_open(folder: Path) -> None:
    set_password(folder, None)
    (folder / "data" / "databases" / "system").mkdir(parents=True)  # as Neo4j leaves it
    (folder / "password").unlink()

    with pytest.raises(ServerError, match="password is gone"):
        set_password(folder, None)


def test_passwords_are_for_their_owner_only(folder: Path) -> None:
    set_password(folder, "correct horse")

    for file in (folder / "password", folder / "data" / "dbms" / "auth.ini"):
        mode = stat.S_IMODE(file.stat().st_mode)
        assert mode == (0o666 if sys.platform == "win32" else 0o600)
    assert "correct horse" not in (folder / "data" / "dbms" / "auth.ini").read_text(encoding="utf-8")


def test_the_state_file_is_json_that_other_programs_can_read(folder: Path) -> None:
    write_state(state_of(42, folder))

    values = json.loads((folder / "server.json").read_text(encoding="utf-8"))

    assert values == {"pid": 42, "port": 7687, "user": "neo4j", "version": "2026.08.1", "token": "a-token"}
