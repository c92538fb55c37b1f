"""``graphmou draw``: the list of pictures, one of them, the whole network, in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

BEGINNINGS = {
    ".html": b"<!doctype html>",
    ".svg": b"<svg",
    ".png": b"\x89PNG",
    ".pptx": b"PK",
    ".pdf": b"%PDF",
}


def test_alone_it_lists_the_pictures(cli: Cli) -> None:
    ran = cli("draw")
    assert ran.code == 0
    for name in ("five-networks", "one-office", "mentoring", "agreements-over-time", "people-and-positions", "gaps"):
        assert name in ran.out
    assert "Who mentors whom" in ran.out
    assert "โรงเรียนแกนนำ" in cli("draw", "--lang", "th").out


def test_the_list_as_json_has_names_and_both_titles(cli: Cli) -> None:
    listed = cli("draw", "--format", "json").json
    assert {tuple(one) for one in listed} == {("name", "title", "title_th")}
    assert [one["name"] for one in listed] == sorted(one["name"] for one in listed)
    assert {"name": "mentoring", "title": "Who mentors whom", "title_th": "โรงเรียนแกนนำและโรงเรียนร่วมพัฒนา"} in listed
    assert "name,title,title_th" in cli("draw", "--format", "csv").out


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_says_the_format(cli: Cli, loaded: Path, ending: str) -> None:
    ran = cli("draw", "mentoring", "-o", f"ภาพ{ending}")
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "25 nodes and 21 relationships drawn" in ran.err
    written = Path(f"ภาพ{ending}").read_bytes()
    assert BEGINNINGS[ending] in written[:300].lower() if ending == ".html" else BEGINNINGS[ending] in written[:300]


def test_a_page_is_readable_and_refers_to_nothing_outside(cli: Cli, loaded: Path) -> None:
    cli("draw", "-o", "all.html")
    text = Path("all.html").read_text(encoding="utf-8")
    assert "โรงเรียนวัดพระฝาง" in text
    assert not re.search(r"""\b(?:src|href)\s*=\s*["']?\s*https?:""", text)


def data_of(name: str) -> dict[str, object]:
    found = re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', Path(name).read_text("utf-8"), re.S)
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def nodes_of(name: str) -> dict[str, dict[str, object]]:
    nodes = data_of(name)["nodes"]
    assert isinstance(nodes, list)
    return {node["id"] or node["key"]: node for node in nodes}


def test_a_page_opens_in_the_language_asked_for_and_holds_both(cli: Cli, loaded: Path) -> None:
    cli("draw", "mentoring", "-o", "m.html", "--lang", "th")
    data = data_of("m.html")
    assert data["language"] == "th"
    assert data["title"] == {"th": "โรงเรียนแกนนำและโรงเรียนร่วมพัฒนา", "en": "Who mentors whom"}


def test_focus_and_hops_override_the_pictures_own(cli: Cli, loaded: Path) -> None:
    cli("draw", "one-office", "-o", "a.html")
    assert "spp-nakhon-pathom-1" in nodes_of("a.html")
    cli("draw", "one-office", "-o", "b.html", "--focus", "สพม.๑๙", "--hops", "1")
    cli("draw", "one-office", "-o", "c.html", "-p", "focus=spm-19", "--hops", "1")
    assert nodes_of("b.html") == nodes_of("c.html")
    assert "spp-nakhon-pathom-1" not in nodes_of("b.html")
    assert "focus" in nodes_of("b.html")["spm-19"]["flags"]  # type: ignore[operator]


def test_a_day_and_a_title_may_be_given(cli: Cli, loaded: Path) -> None:
    cli("draw", "-o", "then.html", "--as-of", "30 มิถุนายน 2564", "--title", "ของเรา")
    data = data_of("then.html")
    assert (data["asOf"], data["title"]) == ("2021-06-30", {"th": "ของเรา", "en": "ของเรา"})


@pytest.mark.parametrize(
    ("option", "left"),
    [("--no-ghosts", "ghost"), ("--no-gaps", "gaps"), ("--no-dash", "dashed"), ("--no-fade", "ended")],
)
def test_each_mark_has_a_switch(cli: Cli, loaded: Path, option: str, left: str) -> None:
    def marks(*more: str) -> set[str]:
        cli("draw", "mentoring", "-o", "m.html", "--today", "2026-01-01", *more)
        data = data_of("m.html")
        items = [*data["nodes"], *data["edges"]]  # type: ignore[misc]
        recorded = [item for item in items if "ghost" not in item["flags"]]
        found = {flag for item in items for flag in item["flags"]}
        found |= {"gaps"} if any(item["gaps"] for item in items) else set()
        return found | ({"dashed"} if any(item.get("dashed") for item in recorded) else set())

    assert marks() == {"ghost", "gaps", "dashed", "ended"}
    assert marks(option) == {"ghost", "gaps", "dashed", "ended"} - {left}


def test_a_picture_of_ones_own_is_a_file(cli: Cli, loaded: Path) -> None:
    folder = Path("visualizations")
    folder.mkdir()
    (folder / "mine.yaml").write_text(
        "title: Mine\nquestion: mentor-schools\nparameters: {min_partners: 4}\nlayout: hub\n", encoding="utf-8"
    )
    (folder / "broken.yaml").write_text("title: x\nlayot: hub\n", encoding="utf-8")
    listed = cli("draw")
    assert "Mine" in listed.out
    assert "mentoring" in listed.out
    assert "broken.yaml:2: layot" in listed.err
    assert "4 relationships drawn" in cli("draw", "mine", "-o", "mine.html").err
    assert cli("draw", "mine", "-o", "three.html", "-p", "min_partners=3").code == 0
    assert len(nodes_of("three.html")) > len(nodes_of("mine.html"))
    ran = cli("draw", "broken", "-o", "x.html", "--lang", "th")
    assert ran.code == 1
    assert "broken.yaml:2" in ran.err
    assert not Path("x.html").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["mentoring"], 2, "-o FILE.html"),
        (["--focus", "spm-19"], 2, "-o FILE.html"),
        (["-o", "x.bmp"], 2, ".html, .svg, .png, .pptx, .pdf"),
        (["-o", "x.html", "--format", "json"], 2, "ending of FILE"),
        (["mentorin", "-o", "x.html"], 1, "mentoring"),
        (["mentoring", "-o", "x.html", "-p", "min_partners=3"], 2, "no question"),
        (["one-office", "-o", "x.html", "--focus", "nobody"], 1, "nobody"),
        (["-o", "x.png", "--scale", "0"], 2, "above 0"),
        (["-o", "x.html", "--as-of", "2021"], 2, "--as-of"),
        (["-o", "no/such/folder/x.svg"], 1, "x.svg"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_written(
    cli: Cli, loaded: Path, words: list[str], code: int, said: str
) -> None:
    ran = cli("draw", *words)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert not [file for file in Path().iterdir() if file.name.startswith("x.")]


def test_pyvis_draws_a_small_picture(cli: Cli, loaded: Path) -> None:
    ran = cli("draw", "mentoring", "-o", "m.html", "--renderer", "pyvis")
    assert ran.code == 0
    assert "vis.js is dual licensed" in Path("m.html").read_text(encoding="utf-8")
