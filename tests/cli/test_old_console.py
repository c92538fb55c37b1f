"""A review in an old console: a Thai code page, no colours, no cursor; what it lacks is shown as a question mark."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.review.drafts import draft, write_draft

CODE_PAGE = "cp874"


def held(folder: Path, *typed: tuple[str, str]) -> str:
    """What a review shows on such a console; each text of ``typed`` is typed when what stands before it is shown."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "PYTHONIOENCODING": CODE_PAGE, "PYTHONUTF8": "0"}
    shown = ""
    with subprocess.Popen(
        [sys.executable, "-m", "graphmou", "review", "news.yaml", "--lang", "th"],
        stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=environment, close_fds=True,
    ) as process:  # fmt: skip
        os.close(follower)
        for awaited, text in typed:
            shown += until(leader, awaited)
            os.write(leader, text.encode(CODE_PAGE))
        shown += until(leader, "ทำต่อด้วย: graphmou review news.yaml")
        assert process.wait(timeout=60) == 0
    os.close(leader)
    return shown


def until(leader: int, awaited: str) -> str:
    """What the console shows, until it shows ``awaited`` and rests."""
    raw, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([leader], [], [], 0.3)[0]:
            try:
                raw += os.read(leader, 65_536)
            except OSError:  # the process has ended
                break
        elif awaited in raw.decode(CODE_PAGE):
            break
    shown = raw.decode(CODE_PAGE)
    assert awaited in shown, shown
    return shown


def test_everything_is_readable_and_the_phrase_stands_between_marks(tmp_path: Path) -> None:
    write_draft(tmp_path)
    shown = held(tmp_path, ("วิธีใช้", "s"), ("วิธีใช้", "q"))
    assert ">>โรงเรียนวัดเอ<<" in shown
    assert "\x1b" not in shown


def test_keys_and_names_are_typed_in_its_code_page(tmp_path: Path) -> None:
    write_draft(tmp_path)
    held(
        tmp_path,
        ("วิธีใช้", "ฟ"),
        ("วิธีใช้", "e"),
        ("พิมพ์หมายเลข", "1\n"),
        ("ค่าใหม่", "โรงเรียนวัดใหม่\n"),
        ("โรงเรียนวัดใหม่", "ๆ"),
    )
    assert "name: โรงเรียนวัดใหม่" in (tmp_path / "news.yaml").read_text(encoding="utf-8")


def test_letters_it_lacks_stop_nothing(tmp_path: Path) -> None:
    write_draft(tmp_path, draft().replace("name: โรงเรียนวัดเอ", "name: โรงเรียนวัดเอ 日本 → é"))
    assert "โรงเรียนวัดเอ ?" in held(tmp_path, ("วิธีใช้", "s"), ("วิธีใช้", "q"))
    assert "日本 → é" in (tmp_path / "news.yaml").read_text(encoding="utf-8")
