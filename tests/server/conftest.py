"""A Maven repository on this machine, for downloads that go wrong on purpose."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest


class MavenRepository:
    """Serves packages over loopback HTTP, as Maven lays them out; `asked` lists the paths in order."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.cut_short: set[str] = set()
        self.asked: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/maven"

    def add(self, name: str, version: str, classes: tuple[str, ...] = (), needs: tuple[str, ...] = ()) -> str:
        """Offer the package `name` (``group:artifact``), which `needs` others (``group:artifact:version:scope``).

        Returns the path of its jar.
        """
        group, artifact = name.split(":")
        dependencies = ""
        for need in needs:
            words = zip(("groupId", "artifactId", "version", "scope"), need.split(":"), strict=True)
            dependencies += "<dependency>" + "".join(f"<{k}>{v}</{k}>" for k, v in words) + "</dependency>"
        pom = (
            f"<project><modelVersion>4.0.0</modelVersion><groupId>{group}</groupId>"
            f"<artifactId>{artifact}</artifactId><version>{version}</version>"
            f"<dependencies>{dependencies}</dependencies></project>"
        )
        jar = io.BytesIO()
        with zipfile.ZipFile(jar, "w") as archive:
            for class_name in (*classes, f"{artifact}.Any"):
                archive.writestr(f"{class_name.replace('.', '/')}.class", b"\xca\xfe\xba\xbe" * 500)
        stem = f"/maven/{group.replace('.', '/')}/{artifact}/{version}/{artifact}-{version}"
        for path, content in ((f"{stem}.pom", pom.encode()), (f"{stem}.jar", jar.getvalue())):
            self.files[path] = content
            self.files[f"{path}.sha1"] = hashlib.sha1(content).hexdigest().encode()
        return f"{stem}.jar"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                repository.asked.append(self.path)
                content = repository.files.get(self.path)
                if content is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                cut = self.path in repository.cut_short
                self.wfile.write(content[: len(content) // 2] if cut else content)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def user_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with an empty home folder, on a system without settings for jgo."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("JGO_CONFIG_FILE", "XDG_CONFIG_HOME", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def maven_repository(user_home: Path) -> Iterator[MavenRepository]:
    """A repository that the user's Maven is set up to use, with a small program in the place of Neo4j 9.9.9."""
    repository = MavenRepository()
    needs = ("org.example:library:1.0:compile", "org.example:tester:1.0:test", "org.example:late:1.0:runtime")
    repository.add("org.neo4j:neo4j", "9.9.9", ("org.neo4j.server.Neo4jCommunity",), needs)
    repository.add("org.neo4j.app:neo4j-server", "9.9.9")
    for name in ("library", "tester", "late"):
        repository.add(f"org.example:{name}", "1.0")
    maven = user_home / ".m2"
    maven.mkdir()
    (maven / "settings.xml").write_text(
        "<settings><mirrors><mirror><id>office</id><mirrorOf>central</mirrorOf>"
        f"<url>{repository.address}/</url></mirror></mirrors></settings>",
        encoding="utf-8",
    )
    yield repository
    repository.close()
