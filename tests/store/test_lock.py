"""The lock of a folder: who may hold it with whom, and what one hears of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphmou.errors import StoreBusy, StoreError
from graphmou.store.lock import FolderLock
from tests.store.children import run_child, start_child, wait_for

HOLDING = """
    import sys, time
    from pathlib import Path
    from graphmou.store.lock import FolderLock
    folder, kind = sys.argv[1:]
    sys.argv = ["graphmou", "load", "secret"]
    with getattr(FolderLock(Path(folder), 0.0), kind)():
        print("holding", flush=True)
        sys.stdin.readline()
        time.sleep(0.2)
"""

COUNTING = """
    import sys
    from pathlib import Path
    from graphmou.store.lock import FolderLock
    folder = Path(sys.argv[1])
    for _ in range(20):
        with FolderLock(folder, 60.0).exclusive():
            count = int((folder / "count").read_text())
            (folder / "count").write_text(str(count + 1))
"""


def lock(folder: Path, wait_seconds: float = 0.0) -> FolderLock:
    return FolderLock(folder, wait_seconds)


def test_readers_hold_it_together(tmp_path: Path) -> None:
    with start_child(HOLDING, tmp_path, "shared") as child:
        wait_for(child, "holding")
        with lock(tmp_path).shared(), lock(tmp_path).shared():
            pass


@pytest.mark.parametrize(("held", "wanted"), [("shared", "exclusive"), ("exclusive", "shared"), ("exclusive",) * 2])
def test_a_writer_holds_it_alone(tmp_path: Path, held: str, wanted: str) -> None:
    with start_child(HOLDING, tmp_path, held) as child:
        wait_for(child, "holding")
        with pytest.raises(StoreBusy), getattr(lock(tmp_path), wanted)():
            pass
    with getattr(lock(tmp_path), wanted)():
        pass


def test_two_locks_of_one_process_exclude_each_other_too(tmp_path: Path) -> None:
    with lock(tmp_path).exclusive(), pytest.raises(StoreBusy), lock(tmp_path).shared():
        pass


def test_who_waits_gets_it_when_the_other_is_done(tmp_path: Path) -> None:
    with start_child(HOLDING, tmp_path, "exclusive") as child:
        wait_for(child, "holding")
        assert child.stdin is not None
        child.stdin.write("go on\n")
        child.stdin.flush()
        with lock(tmp_path, 60.0).exclusive():
            pass


def test_busy_says_who_holds_it_since_when_and_what_for(tmp_path: Path) -> None:
    with start_child(HOLDING, tmp_path, "exclusive") as child:
        wait_for(child, "holding")
        with pytest.raises(StoreBusy) as caught, lock(tmp_path).shared():
            pass
        said = str(caught.value)
        assert f"process {child.pid} (graphmou load, writing since 20" in said
        assert "secret" not in said
        assert "try again" in said


def test_the_lock_of_a_killed_process_is_free_and_its_name_forgotten(tmp_path: Path) -> None:
    with start_child(HOLDING, tmp_path, "exclusive") as child:
        wait_for(child, "holding")
        child.kill()
    left = list((tmp_path / "holders").iterdir())
    assert len(left) == 1
    with lock(tmp_path).shared():
        with pytest.raises(StoreBusy) as caught, lock(tmp_path).exclusive():
            pass
        assert f"process {os.getpid()} " in str(caught.value)
        assert f"process {child.pid} " not in str(caught.value)
    with lock(tmp_path).exclusive():
        pass
    assert list((tmp_path / "holders").iterdir()) == []


def test_what_is_no_name_of_a_holder_does_no_harm(tmp_path: Path) -> None:
    with lock(tmp_path).exclusive():
        (tmp_path / "holders" / "1-0.json").write_text("{", encoding="utf-8")
        (tmp_path / "holders" / "2-0.json").write_text("[]", encoding="utf-8")
        with pytest.raises(StoreBusy, match=str(os.getpid())), lock(tmp_path).exclusive():
            pass


def test_an_error_inside_gives_it_back(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock(tmp_path).exclusive():
        raise KeyError
    with lock(tmp_path).exclusive():
        pass


def test_several_processes_never_hold_it_at_once(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0", encoding="utf-8")
    children = [start_child(COUNTING, tmp_path) for _ in range(3)]
    for child in children:
        with child:
            child.communicate()
        assert child.returncode == 0
    assert (tmp_path / "count").read_text(encoding="utf-8") == "60"


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be locked"), lock(tmp_path / "nowhere").shared():
        pass


def test_the_command_of_a_program_is_told_without_its_arguments(tmp_path: Path) -> None:
    program = """
        import sys
        from pathlib import Path
        from graphmou.store.lock import FolderLock
        folder = Path(sys.argv[1])
        sys.argv = ["/somewhere/analyst.py", "password"]
        with FolderLock(folder, 0.0).exclusive():
            print(next(folder.glob("holders/*")).read_text(encoding="utf-8"))
    """
    said = run_child(program, tmp_path).stdout
    assert '"command": "analyst"' in said
    assert "password" not in said
