"""Which Maven repository is asked: the one the machine's own tools are set up to use."""

from __future__ import annotations

from pathlib import Path

import pytest
from jgo.constants import MAVEN_CENTRAL_URL

from graphmou.errors import ServerError
from graphmou.server.repositories import remote_repositories

MIRROR = "http://127.0.0.1:1/mirror"
NAMESPACE = 'xmlns="urn:example:settings"'


def maven_settings(home: Path, text: str) -> None:
    (home / ".m2").mkdir()
    (home / ".m2" / "settings.xml").write_text(text, encoding="utf-8")


def test_without_settings_the_public_one(user_home: Path) -> None:
    assert remote_repositories() == {"central": MAVEN_CENTRAL_URL}


@pytest.mark.parametrize("covered", ["central", "*", "external:*", "snapshots, central", "*,!snapshots"])
@pytest.mark.parametrize("namespace", ["", NAMESPACE])
def test_a_mirror_of_the_public_one_stands_for_it(covered: str, namespace: str, user_home: Path) -> None:
    maven_settings(
        user_home,
        f"<settings {namespace}><mirrors><mirror><mirrorOf>{covered}</mirrorOf><url> {MIRROR}/ </url></mirror>"
        "</mirrors></settings>",
    )

    assert remote_repositories() == {"central": MIRROR}


@pytest.mark.parametrize("covered", ["*,!central", "external:http:*", "snapshots", ""])
def test_a_mirror_of_others_does_not(covered: str, user_home: Path) -> None:
    maven_settings(
        user_home,
        f"<settings><mirrors><mirror><mirrorOf>{covered}</mirrorOf><url>{MIRROR}</url></mirror></mirrors></settings>",
    )

    assert remote_repositories() == {"central": MAVEN_CENTRAL_URL}


def test_the_repositories_of_jgo_count_too(user_home: Path) -> None:
    (user_home / ".config").mkdir()
    (user_home / ".config" / "jgo.conf").write_text(f"[repositories]\noffice = {MIRROR}\n", encoding="utf-8")

    assert remote_repositories() == {"central": MAVEN_CENTRAL_URL, "office": MIRROR}


def test_settings_that_are_not_xml_are_named(user_home: Path) -> None:
    maven_settings(user_home, "<settings>")

    with pytest.raises(ServerError, match=r"settings\.xml"):
        remote_repositories()
