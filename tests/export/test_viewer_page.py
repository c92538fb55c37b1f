"""The page of the viewer as text, and the viewer as it was built."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from graphmou.errors import ExportError
from graphmou.export.viewer_page import page, write_page
from graphmou.places import data_folder
from graphmou.view import Scene, make_scene
from tests.view.networks import five_networks

VIEWER = data_folder("visualizations") / "viewer"
SOURCES = sorted((VIEWER / "src").rglob("*.ts"))


@pytest.fixture(scope="module")
def scene() -> Scene:
    return make_scene(five_networks(), language="th")


def test_the_committed_build_is_what_its_hashes_say() -> None:
    lines = (VIEWER / "dist" / "HASHES").read_text("utf-8").splitlines()
    told = dict(reversed(line.split("  ")) for line in lines)
    assert told == {
        name: hashlib.sha256((VIEWER / "dist" / name).read_bytes()).hexdigest()
        for name in ("LICENSES.txt", "viewer.css", "viewer.js")
    }


def test_every_bundled_package_brings_its_licence() -> None:
    licences = (VIEWER / "dist" / "LICENSES.txt").read_text("utf-8")
    wanted = json.loads((VIEWER / "package.json").read_text("utf-8"))["dependencies"]
    for name, version in wanted.items():
        assert f"{name} {version} (" in licences


def test_packages_are_pinned_by_hash_and_no_registry_is_named() -> None:
    lock = json.loads((VIEWER / "package-lock.json").read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert len(packages) > 10
    for name, one in packages.items():
        assert one["integrity"].startswith("sha512-"), name
        assert "resolved" not in one, name


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_sources_stay_small_and_never_parse_text(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser", text
    )


def test_the_policy_allows_the_one_script_and_style_alone(scene: Scene) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page(scene))
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/=]+'", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/=]+'", rules["style-src"])


def test_the_page_is_readable_text_and_its_data_cannot_leave_its_block(scene: Scene) -> None:
    text = page(scene)
    assert "โรงเรียนวัดพระฝาง" in text
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert block is not None
    assert not re.search("[<\u2028\u2029]", block[1])
    assert json.loads(block[1])["title"]["th"] == scene.title.th
    assert text.count("</script>") == 2


def test_a_folder_that_is_missing_is_an_error_a_user_understands(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_page(scene, tmp_path / "missing" / "page.html")


def test_the_same_scene_gives_the_same_page(scene: Scene) -> None:
    assert page(scene) == page(scene)
