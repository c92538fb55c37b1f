"""Jars from a Maven repository, checked and whole.

`jgo` works out which jars a program needs. It downloads straight into the final file and only warns about a
wrong checksum, so a broken connection would leave half a jar that looks complete. The fetching is therefore
done here: one kept-alive session, a temporary file, the SHA-1 the repository states, then a rename.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import requests
from jgo.maven import Artifact, MavenContext, PythonResolver
from requests.adapters import HTTPAdapter

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.server.repositories import remote_repositories

Progress = Callable[[int, int], None]
"""Called with how many jars are here, and how many are needed."""

_CONNECTIONS = 6
_TIMEOUT_SECONDS = 60
_ATTEMPTS = 4
_PAUSE_SECONDS = 0.5  # longer before each further attempt


def fetch(coordinates: Sequence[str], cache: Path, progress: Progress | None = None) -> list[Path]:
    """Download what `coordinates` (``group:artifact:jar:version:compile``) need to run, and return the jars.

    Files already in `cache` are not fetched again, so a broken download goes on where it stopped.
    Raises ServerError when a repository does not answer or does not have a file.
    """
    with _session() as session:
        resolver = _CheckedResolver(session)
        context = MavenContext(resolver, repo_cache=cache, remote_repos=remote_repositories())
        # "!" takes each package's own word, as Maven does; without it jgo lets the packages' build settings
        # override it, which brings their test libraries along.
        wanted = [context.create_dependency(f"{coordinate}!") for coordinate in coordinates]
        try:
            roots, transitive = resolver.resolve(wanted)
        except (RuntimeError, ValueError, AssertionError, requests.RequestException) as wrong:
            raise ServerError(
                Text(
                    f"The packages of {coordinates[0]} cannot be worked out: {wrong}",
                    f"หาแพ็กเกจที่ {coordinates[0]} ต้องใช้ไม่ได้: {wrong}",
                )
            ) from wrong
        artifacts = [
            dependency.artifact for dependency in [*roots, *transitive] if dependency.scope in ("compile", "runtime")
        ]
        return _fetch_all(artifacts, progress)


def _fetch_all(artifacts: list[Artifact], progress: Progress | None) -> list[Path]:
    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        futures = [pool.submit(artifact.resolve) for artifact in artifacts]
        try:
            for count, future in enumerate(as_completed(futures), start=1):
                future.result()
                if progress is not None:
                    progress(count, len(futures))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [future.result() for future in futures]


def _session() -> requests.Session:
    session = requests.Session()
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(pool_maxsize=_CONNECTIONS))
    return session


class _CheckedResolver(PythonResolver):
    """jgo's resolver, whose downloads are complete and checked, or not there at all."""

    def __init__(self, session: requests.Session) -> None:
        super().__init__()
        self._session = session

    def download(self, artifact: Artifact) -> Path:
        folder = artifact.context.repo_cache / artifact.component.path_prefix
        target = folder / artifact.cached_filename
        path = f"{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
        for address in artifact.context.remote_repos.values():
            if self._save(f"{address}/{path}", target):
                return target
        raise ServerError(
            Text(
                f"No Maven repository has {artifact.groupId}:{artifact.artifactId}:{artifact.version}.",
                f"ไม่มีคลัง Maven ใดมี {artifact.groupId}:{artifact.artifactId}:{artifact.version}",
            ),
            hint=Text(
                "Check the version; a mirror set up for Maven must offer it too.",
                "ตรวจสอบหมายเลขรุ่น หากตั้งค่าคลังสำรอง (mirror) ของ Maven ไว้ คลังนั้นต้องมีรุ่นนี้ด้วย",
            ),
        )

    def _save(self, address: str, target: Path) -> bool:
        """Store `address` as `target`; False when the repository does not have it."""
        trouble = ""
        for attempt in range(_ATTEMPTS):
            time.sleep(attempt * _PAUSE_SECONDS)
            try:
                if (content := self._get(address)) is None:
                    return False
                stated = self._get(f"{address}.sha1")
            except requests.RequestException as failure:
                trouble = str(failure)
                continue
            if stated is None or _sha1_named(stated) == hashlib.sha1(content, usedforsecurity=False).hexdigest():
                target.parent.mkdir(parents=True, exist_ok=True)
                partial = target.with_name(f"{target.name}.part")
                partial.write_bytes(content)
                partial.replace(target)
                return True
            trouble = "its checksum is not the one the repository states"
        raise ServerError(
            Text(f"{target.name} could not be downloaded: {trouble}", f"ดาวน์โหลด {target.name} ไม่ได้: {trouble}"),
            hint=Text(
                "Check the connection (proxy, certificate, mirror) and try again; what is here is kept.",
                "ตรวจสอบการเชื่อมต่อ (พร็อกซี ใบรับรอง คลังสำรอง) แล้วลองใหม่ ส่วนที่ดาวน์โหลดแล้วยังเก็บไว้",
            ),
        )

    def _get(self, address: str) -> bytes | None:
        response = self._session.get(address, timeout=_TIMEOUT_SECONDS)
        if response.status_code == requests.codes.not_found:
            return None
        response.raise_for_status()
        return response.content


def _sha1_named(stated: bytes) -> str:
    """Return the digest in a ``.sha1`` file, which may name its file after it."""
    return stated.decode("ascii", "replace").split()[0].lower() if stated.strip() else ""
