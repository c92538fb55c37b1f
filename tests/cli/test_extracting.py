"""extract, review and judge as a user calls them."""

from __future__ import annotations

import io
import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphmou import places
from graphmou.extract import extractors
from graphmou.extract.findings import EntityFound, Findings, Quote
from tests.cli.conftest import Cli
from tests.review.drafts import draft, write_draft

NEWS = (
    "สพป.น่าน เขต 1 ลงนามความร่วมมือ\n"
    "เมื่อวันที่ 10 กุมภาพันธ์ 2564 นายหนึ่ง ใจดี ผู้อำนวยการโรงเรียนวัดเอ ลงนามบันทึกข้อตกลงความร่วมมือทางวิชาการ "
    "ระหว่างโรงเรียนวัดเอ กับโรงเรียนวัดบี ณ ห้องประชุม\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def keys(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))


def test_a_draft_is_written_and_the_next_step_said(cli: Cli, news: Path) -> None:
    ran = cli("extract", str(news))
    assert ran.code == 0
    assert ran.out == "drafts/news.yaml\n"
    assert "graphmou review drafts/news.yaml" in ran.err
    assert "โรงเรียนวัดเอ" in Path("drafts/news.yaml").read_text(encoding="utf-8")
    assert cli("load", "drafts").code == 1
    thai = cli("extract", str(news), "--lang", "th").err
    assert "ขั้นต่อไป: graphmou review" in thai


def test_many_files_and_folders_go_into_the_folder_that_is_named(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(NEWS + str(number), encoding="utf-8")
    ran = cli("extract", "in", "-o", "out/here")
    assert ran.code == 0
    assert sorted(path.name for path in Path("out/here").iterdir()) == ["0.yaml", "1.yaml", "2.yaml"]


def test_one_bad_file_does_not_stop_the_others_and_all_problems_are_told(cli: Cli, news: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfb\xfc")
    ran = cli("extract", "bad.txt", str(news), "missing.pdf")
    assert ran.code == 1
    assert ran.out == "drafts/news.yaml\n"
    assert "byte 0xFF at offset 0" in ran.err
    assert "missing.pdf" in ran.err


@pytest.mark.parametrize("folder", ["seed", "seed/new", "SEED"])
def test_drafts_never_go_into_the_seed(cli: Cli, news: Path, folder: str) -> None:
    Path("seed").mkdir()
    shutil.copy(places.data_folder("seed") / "spm-34-2020-09-03.yaml", "seed")
    ran = cli("extract", str(news), "-o", folder)
    assert ran.code == 2
    assert "drafts never go into" in ran.err
    assert [path.name for path in Path("seed").iterdir()] == ["spm-34-2020-09-03.yaml"]


def test_json_is_one_object_or_a_list_of_them(cli: Cli, news: Path) -> None:
    one = cli("extract", str(news), "--format", "json").json
    assert {school["name"] for school in one["schools"]} == {"โรงเรียนวัดเอ", "โรงเรียนวัดบี"}
    for school in one["schools"]:
        for said in school["evidence"]:
            assert NEWS[said["start"] : said["end"]] == said["phrase"]
    several = cli("extract", str(news), str(news.parent), "--format", "json").json
    assert several == [one]
    cli("extract", str(news), "--format", "json", "-o", "found.json")
    assert json.loads(Path("found.json").read_text(encoding="utf-8")) == one
    assert not Path("drafts").exists()


def test_a_dash_is_standard_output_for_json_and_no_folder_for_drafts(cli: Cli, news: Path) -> None:
    ran = cli("extract", str(news), "--format", "json", "-o", "-")
    assert ran.json["document"]["file"] == "news.txt"
    assert cli("extract", str(news), "-o", "-").code == 2
    assert not Path("-").exists()


def test_a_judgement_is_told_in_thai(cli: Cli) -> None:
    cli("judge", "different", "wat-c", "wat-d", "--why", "คนละจังหวัด", "--by", "somchai")
    assert "คนละสิ่ง" in cli("judge", "list", "--lang", "th").out
    assert "คนละสิ่ง" in cli("judge", "undo", "wat-c", "wat-d", "--lang", "th").err


def test_standard_input_is_a_source_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    keys(monkeypatch, NEWS)
    found = cli("extract", "-", "--format", "json").json
    keys(monkeypatch, NEWS)
    ran = cli("extract", "-")
    kept = Path("drafts") / found["document"]["file"]
    assert kept.read_text(encoding="utf-8") == NEWS
    assert ran.out == f"{kept.with_suffix('.yaml')}\n"


def test_another_extractor_is_plugged_in_and_held_to_the_text(
    cli: Cli, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def model(text: str) -> Findings:
        true, invented = Quote(0, 14, text[:14]), Quote(0, 14, "โรงเรียนในฝัน")
        return Findings(schools=[EntityFound("a", "โรงเรียนจริง", [true]), EntityFound("b", "โรงเรียนในฝัน", [invented])])

    class Plugged:
        name = "model"

        def load(self) -> object:
            return model

    monkeypatch.setattr(extractors, "entry_points", lambda group: [Plugged()] if group == extractors.GROUP else [])
    ran = cli("extract", str(news), "--extractor", "model")
    assert "1 finding refused" in ran.err
    assert "no quote of it stands in the text" in ran.err
    thai = cli("extract", str(news), "--extractor", "model", "--lang", "th").err
    assert "ไม่มีข้อความอ้างอิงที่ตรงกับเนื้อข่าว" in thai
    assert "ในฝัน" not in Path("drafts/news.yaml").read_text(encoding="utf-8")
    assert "installed are: model, rules" in cli("extract", str(news), "--extractor", "nobody").err


def test_what_is_in_the_graph_is_linked_or_proposed(cli: Cli, news: Path) -> None:
    assert cli("extract", str(news)).code == 0
    assert cli("review", "drafts/news.yaml", "--accept-all").code == 0
    assert cli("load", "drafts/news.yaml").code == 0
    again = news.with_name("again.txt")
    again.write_text(NEWS + "ภาคเรียนใหม่", encoding="utf-8")
    ran = cli("extract", str(again), "--match")
    text = Path("drafts/again.yaml").read_text(encoding="utf-8")
    assert "linked to the graph" in ran.err
    assert "the same name" in text
    assert "ชื่อตรงกัน" in text


def test_a_new_user_goes_from_a_press_release_to_the_graph(
    cli: Cli, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("extract", str(news))
    keys(monkeypatch, "aa")
    ran = cli("review", "drafts/news.yaml")
    assert ran.code == 0
    assert "Go on with: graphmou review drafts/news.yaml" in ran.err
    keys(monkeypatch, "ay" * 30)
    ran = cli("review", "drafts/news.yaml")
    assert "Done: " in ran.err
    assert "It is now " in ran.err
    (moved,) = Path("seed").glob("*.yaml")
    assert moved.stem.startswith("spp-nan-1-2021-02-10")
    loaded = cli("load", "--db", "new.db")
    assert loaded.code == 0, loaded.err
    rows = cli("query", "agreements", "--format", "json", "--db", "new.db").json
    assert [row["signed_on"] for row in rows] == ["2021-02-10"]


def test_accept_all_says_what_it_did_and_which_warnings_it_overrode(cli: Cli, tmp_path: Path) -> None:
    write_draft(tmp_path)
    ran = cli("review", "news.yaml", "--accept-all")
    assert ran.code == 0
    assert "Accepted unseen: 10 items" in ran.err
    assert "1 warning overridden" in ran.err
    assert "three partners are announced" in ran.err
    assert cli("load", "news.yaml").code == 0


def test_accept_all_leaves_a_document_without_its_day_and_says_so(cli: Cli, tmp_path: Path) -> None:
    write_draft(tmp_path, draft(date=""))
    ran = cli("review", "news.yaml", "--accept-all")
    assert ran.code == 1
    assert "fill in what is missing: graphmou review news.yaml" in ran.err
    assert "still to be reviewed" in cli("load", "news.yaml").err


def test_accept_all_says_what_may_be_in_the_graph_already(cli: Cli, tmp_path: Path) -> None:
    candidate = "  candidates:\n  - {id: old-wat-a, name: โรงเรียนวัดเอ, why: the same name}\n"
    write_draft(tmp_path, draft().replace("  name: โรงเรียนวัดเอ\n", f"  name: โรงเรียนวัดเอ\n{candidate}", 1))
    ran = cli("review", "news.yaml", "--accept-all")
    assert "1 item may be in the graph already and will load as new: โรงเรียนวัดเอ" in ran.err


def test_a_review_without_a_draft_lists_what_there_is(cli: Cli, news: Path) -> None:
    assert "graphmou extract news.txt" in cli("review").err
    cli("extract", str(news))
    ran = cli("review")
    assert ran.code == 0
    assert re.fullmatch(r"drafts/news.yaml  (\d+) of \1 left\n", ran.out)
    assert "Next: graphmou review drafts/news.yaml" in ran.err
    cli("review", "drafts/news.yaml", "--accept-all")
    assert cli("review", "--lang", "th").out == "drafts/news.yaml  ตรวจทานครบแล้ว\n"


def test_a_text_that_was_reviewed_before_is_told(cli: Cli, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("seed").mkdir()
    cli("extract", str(news))
    cli("review", "drafts/news.yaml", "--accept-all")
    keys(monkeypatch, "y")
    moved = cli("review", "drafts/news.yaml")
    assert "It is now seed/spp-nan-1-2021-02-10.yaml" in moved.err
    again = cli("extract", str(news))
    assert again.code == 0
    assert "reviewed before, " in again.err
    assert "seed/spp-nan-1-2021-02-10.yaml" in again.err


def test_extract_counts_what_load_and_review_count(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("ประกาศรับสมัครครู", encoding="utf-8")
    assert "1 draft with 1 item and 2 warnings" in cli("extract", "none.txt").err
    assert "1 cannot be accepted yet: document (date)" in cli("review", "drafts/none.yaml", "--accept-all").err


def test_what_is_no_draft_is_told_plainly(cli: Cli, tmp_path: Path) -> None:
    seed = places.data_folder("seed") / "spm-34-2020-09-03.yaml"
    assert "a seed file, not a draft" in cli("review", str(seed)).err
    (tmp_path / "x.yaml").write_text("a: b\n", encoding="utf-8")
    assert "is no draft" in cli("review", "x.yaml").err
    assert cli("review", "missing.yaml").code == 1
    write_draft(tmp_path)
    (tmp_path / "other.txt").write_text("อื่น", encoding="utf-8")
    assert "is another text" in cli("review", "news.yaml", "--source", "other.txt").err


def test_the_page_shows_the_article_beside_its_items(cli: Cli, tmp_path: Path) -> None:
    write_draft(tmp_path)
    before = (tmp_path / "news.yaml").read_bytes()
    assert cli("review", "news.yaml", "--html", "page.html", "--lang", "th").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "โรงเรียนเครือข่าย 3 แห่ง" in re.sub("<[^>]+>", "", page)
    assert (tmp_path / "news.yaml").read_bytes() == before


def test_a_judgement_about_an_id_that_nothing_has_is_told(cli: Cli, news: Path) -> None:
    cli("extract", str(news))
    known = next(
        line.removeprefix("- id: ")
        for line in Path("drafts/news.yaml").read_text("utf-8").splitlines()
        if line.startswith("- id: wat-")
    )
    told = cli("judge", "same", known, "wat-misspelt", "--why", "x").err
    assert "nothing is called wat-misspelt in the store" in told
    assert f"graphmou judge undo {known} wat-misspelt" in told


def test_judgements_are_given_listed_and_undone(cli: Cli) -> None:
    assert cli("judge", "same", "wat-a", "wat-b", "--why", "one school", "--by", "somchai").code == 0
    assert cli("judge", "different", "wat-c", "wat-d", "--why", "two provinces", "--by", "somchai").code == 0
    rows = cli("judge", "list", "--format", "json").json
    assert rows[0] == {
        "id": "wat-a", "other_id": "wat-b", "judged": "same", "why": "one school", "by": "somchai", "on": "2022-06-01",
    }  # fmt: skip
    ran = cli("judge", "different", "wat-b", "wat-e", "--why", "x")
    assert ran.code == 0
    assert cli("judge", "same", "wat-e", "wat-a", "--why", "x").code == 1
    assert "one school" in cli("judge", "undo", "wat-b", "wat-a").err
    assert "note:" not in ran.err, "there is nothing to look in"
    assert len(cli("judge", "list", "--format", "json").json) == 2
    assert cli("judge", "undo", "wat-b", "wat-a").code == 1


@pytest.mark.skipif(os.name == "nt", reason="a pty is Unix's; on Windows click reads keys by msvcrt")
def test_an_extractor_of_an_installed_package_is_held_to_the_text(
    cli: Cli, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "dreamer-1.0.dist-info").mkdir(parents=True)
    (site / "dreamer-1.0.dist-info" / "METADATA").write_text("Name: dreamer\nVersion: 1.0\n")
    entry = "[graphmou.extractors]\ndreamer = dreamer:read\nbroken = dreamer:fails\n"
    (site / "dreamer-1.0.dist-info" / "entry_points.txt").write_text(entry)
    (site / "dreamer.py").write_text(
        "from graphmou.extract.findings import EntityFound, Findings, Quote\n"
        "def read(text):\n"
        "    true, false = Quote(0, 4, text[:4]), Quote(0, 4, 'xxxx')\n"
        "    return Findings(schools=[EntityFound('a', 'a true one', [true]), EntityFound('b', 'a dream', [false])])\n"
        "def fails(text):\n"
        "    raise KeyError('no model')\n"
    )
    monkeypatch.syspath_prepend(str(site))
    ran = cli("extract", str(news), "--extractor", "dreamer")
    assert ran.code == 0
    assert "no quote of it stands in the text" in ran.err
    assert "a dream" not in Path("drafts/news.yaml").read_text(encoding="utf-8")
    failed = cli("extract", str(news), "--extractor", "broken")
    assert failed.code == 1
    assert "the extractor failed: KeyError" in failed.err
    assert "broken, dreamer, rules" in cli("extract", str(news), "--extractor", "none").err


def test_in_a_real_terminal_single_keys_decide_and_the_screen_fits(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    write_draft(tmp_path)
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "GRAPHMOU_LANG": "th", "COLUMNS": "", "LINES": ""}
    environment = {name: value for name, value in environment.items() if value}
    with subprocess.Popen(
        [sys.executable, "-m", "graphmou", "review", "news.yaml"],
        stdin=follower, stdout=follower, stderr=follower, cwd=tmp_path, env=environment, close_fds=True,
    ) as process:  # fmt: skip
        os.close(follower)
        screen = until(leader, "ออก")
        assert "\x1b[2J" in screen or "\x1b[H" in screen
        for key, wanted in (("a", "โรงเรียนวัดเอ"), ("ฟ", "โรงเรียนวัดบี"), ("u", "โรงเรียนวัดเอ")):
            os.write(leader, key.encode())
            screen = until(leader, "วิธีใช้")
            assert wanted in plain(screen)
        os.write(leader, b"\x1b[A\x1bOA\x1b[3~")  # arrows and function keys decide nothing
        until(leader, "วิธีใช้")
        os.write(leader, b"e")
        until(leader, "พิมพ์หมายเลข")
        os.write(leader, b"1\n")
        until(leader, "ค่าใหม่")
        os.write(leader, "โรงเรียนวัดใหม่\n".encode())
        assert "โรงเรียนวัดใหม่" in plain(until(leader, "วิธีใช้"))
        os.write(leader, b"q")
        until(leader, "ทำต่อด้วย")
        assert process.wait(timeout=60) == 0
    os.close(leader)
    text = (tmp_path / "news.yaml").read_text(encoding="utf-8")
    assert "name: โรงเรียนวัดใหม่" in text
    assert text.count("review: accepted") == 1


def test_a_review_that_is_interrupted_says_that_nothing_is_lost(
    cli: Cli, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("extract", str(news))

    class Interrupted(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            if not self.tell():
                return super().read(1)
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted(b"aaa"), encoding="utf-8"))
    ran = cli("review", "drafts/news.yaml")
    assert ran.code == 130
    items = int(re.findall(r"0/(\d+)", ran.out)[0])
    assert f"{items - 1} items left. Go on with: graphmou review drafts/news.yaml" in ran.err


def test_what_was_decided_last_can_be_looked_at_again(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_draft(tmp_path)
    keys(monkeypatch, "aaaaaaaaaa" + "b" + "r" + "n")
    ran = cli("review", "news.yaml")
    assert ran.code == 0
    assert "Done: 10 accepted" in ran.err
    assert "Done: 9 accepted, 1 rejected" in ran.err
    keys(monkeypatch, "b" + "q" + "n")
    assert "Done: 9 accepted, 1 rejected" in cli("review", "news.yaml").err


def until(leader: int, wanted: str) -> str:
    """What the terminal shows, until it shows ``wanted`` and rests."""
    shown = b""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([leader], [], [], 0.3)
        if ready:
            try:
                shown += os.read(leader, 65536)
            except OSError:
                break
        elif wanted in shown.decode("utf-8", "replace"):
            break
    text = shown.decode("utf-8", "replace")
    assert wanted in text, text
    return text


def plain(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen)
