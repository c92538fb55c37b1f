"""``init``: a project folder with an example of everything, and the way from there to the first own answer."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

DOCS = Path(__file__).parents[2] / "docs"
OWN_DOCUMENT = "spp-mine-1-2024-07-01"


@pytest.fixture(autouse=True)
def _half_a_year_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example is of 2024."""
    monkeypatch.setenv("GRAPHMOU_TODAY", "2024-12-01")


def commands_of(page: str) -> list[list[str]]:
    """The lines that a page tells its reader to type, in their order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line.removeprefix("$ ")) for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("page", ["first-network.md", "first-network.th.md"])
def test_the_page_leads_from_init_to_the_first_own_answer(
    page: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = commands_of(page)
    assert typed[0] == ["graphmou", "init", "our-network"]
    outputs = {}
    for words in typed:
        match words:
            case ["cd", folder]:
                monkeypatch.chdir(folder)
            case ["cp", source, target]:
                # What the reader then does in an editor: another document, a school more.
                text = Path(source).read_text(encoding="utf-8").replace("spp-example-1-2024-06-14", OWN_DOCUMENT)
                Path(target).write_text(text.replace("date: 14 มิถุนายน 2567", "date: 2024-07-01"), encoding="utf-8")
            case ["graphmou", *arguments]:
                ran = cli(*arguments, "--lang", "th" if page.endswith(".th.md") else "en")
                expected = 3 if arguments[0] == "check" else 0
                assert ran.code == expected, (words, ran.err)
                outputs[" ".join(arguments)] = ran.out
            case _:
                pytest.fail(f"the page says to type {words}")
    assert Path("graphmou.db").is_dir()
    assert Path("network.html").is_file()
    assert "ban-ton-" in outputs["query mentor-schools"]
    assert "wat-" in outputs["query partners-of -p school=โรงเรียนบ้านต้นแบบ"]
    assert OWN_DOCUMENT[:9] in outputs["query evidence-of -p entity=โรงเรียนวัดสาธิต"]
    assert "โรงเรียนบ้านริมน้ำ" in outputs[" ".join(typed[-1][1:])]


def test_every_command_inside_a_project_uses_it_from_any_folder_of_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("init", "ours").code == 0
    monkeypatch.chdir(tmp_path / "ours")
    assert cli("load").code == 0
    monkeypatch.chdir(tmp_path / "ours" / "seed")
    assert cli("query", "agreements-by-year", "--format", "json").json[0]["year"] == 2024
    assert "partner-without-head" in cli("check").out
    assert not (tmp_path / "ours" / "seed" / "graphmou.db").exists()


def test_the_example_has_evidence_for_all_it_says_and_is_true_to_its_document(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("init", "ours")
    monkeypatch.chdir(tmp_path / "ours")
    cli("load")
    assert cli("check", "without-evidence", "--format", "json").json[0]["count"] == 0
    assert cli("verify", "--documents", "documents").code == 0
    gaps = cli("check", "declared-vs-recorded", "--format", "json").json[0]["gaps"]
    assert [(gap["declared"], gap["recorded"]) for gap in gaps] == [(4, 3)]


def test_nothing_that_is_there_is_touched(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "README.md").write_text("mine", encoding="utf-8")
    refused = cli("init", "ours")
    assert refused.code == 1
    assert "README.md" in refused.err
    assert [path.name for path in (tmp_path / "ours").iterdir()] == ["README.md"]
    assert (tmp_path / "ours" / "README.md").read_text(encoding="utf-8") == "mine"
    # Other files do no harm.
    shutil.move(tmp_path / "ours" / "README.md", tmp_path / "ours" / "notes.txt")
    assert cli("init", "ours").code == 0


def test_a_folder_that_cannot_be_made_is_told_plainly(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused = cli("init", "file/inside")
    assert refused.code == 1
    assert "Traceback" not in refused.err
    assert cli("init", "").code == 2
