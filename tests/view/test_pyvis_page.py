"""The page as text: self-contained, readable UTF-8, the same every time."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from graphmou.errors import ExportError
from graphmou.export.pyvis_page import COMFORTABLE, page, write_page
from graphmou.view import Scene, make_scene
from tests.view.networks import country, five_networks

TODAY = date(2022, 6, 1)


@pytest.fixture(scope="module")
def five() -> Scene:
    """The five networks in Thai."""
    return make_scene(five_networks(), language="th", languages=("th",), today=TODAY)


def data_of(text: str) -> str:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_page_refers_to_nothing_outside_itself(five: Scene) -> None:
    text = page(five)
    markup = re.sub(r"<script>.*?</script>|<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not re.search(r"\b(?:src|href|srcset|action|poster)\s*=", markup)
    assert re.findall(r"url\((?!data:)", text) == []
    assert "sourceMappingURL" not in text
    assert "bootstrap" not in text


def test_the_policy_allows_two_scripts_a_style_and_the_font(five: Scene) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page(five))
    assert policy is not None
    allowed = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert allowed["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-\S+' 'sha256-\S+'", allowed["script-src"])
    assert re.fullmatch(r"'sha256-\S+'", allowed["style-src"])
    assert allowed["font-src"] == "data:"


def test_data_stands_in_one_block_that_nothing_ends_early(five: Scene) -> None:
    data = data_of(page(five))
    assert "<" not in data
    assert [node["id"] for node in json.loads(data)["vis"]["nodes"]] == [node.key for node in five.nodes]


def test_names_are_readable_in_the_file(five: Scene, tmp_path: Path) -> None:
    write_page(five, tmp_path / "ภาพ.html")
    written = (tmp_path / "ภาพ.html").read_bytes()
    assert "โรงเรียนวัดพระฝาง".encode() in written
    assert b'<meta charset="utf-8">' in written[:200]


def test_positions_come_from_the_scene_and_nothing_is_simulated(five: Scene) -> None:
    vis = json.loads(data_of(page(five)))["vis"]
    assert vis["options"]["physics"] == {"enabled": False}
    assert [(node["x"], node["y"]) for node in vis["nodes"]] == [(node.x, node.y) for node in five.nodes]


def test_the_licence_notice_of_vis_network_is_kept(five: Scene) -> None:
    assert "vis.js is dual licensed under both" in page(five)


def test_the_same_scene_gives_the_same_bytes(five: Scene) -> None:
    assert page(five) == page(make_scene(five_networks(), language="th", languages=("th",), today=TODAY))


def test_a_picture_too_big_for_pyvis_is_written_with_a_note(five: Scene, tmp_path: Path) -> None:
    assert write_page(five, tmp_path / "small.html") == ()
    big = make_scene(country(offices=6, schools=45), today=TODAY)
    assert len(big.nodes) > COMFORTABLE
    notes = write_page(big, tmp_path / "big.html")
    assert len(notes) == 1
    assert str(len(big.nodes)) in notes[0].en
    assert str(len(big.nodes)) in notes[0].th


def test_a_place_that_cannot_be_written_is_an_error_of_ours(five: Scene, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_page(five, tmp_path / "no such folder" / "page.html")
