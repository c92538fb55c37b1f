"""The commands of docs/review.md, run one after the other as a new user does."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from graphmou.review.keys import KEYS, latin
from tests.cli.conftest import Cli

PAGE = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
COMMANDS = [shlex.split(line) for line in re.findall(r"^\$ graphmou (.*)$", PAGE, re.MULTILINE)]


def test_every_command_of_the_page_works(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
    (tmp_path / "news.txt").write_text(article, encoding="utf-8")
    told: dict[str, str] = {}
    for command in COMMANDS:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"aaa"), encoding="utf-8"))
        ran = cli(*command)
        assert ran.code == 0, (command, ran.err)
        told[" ".join(command)] = ran.out + ran.err
    assert "2021-02-10" in told["query agreements"]
    assert "linked to the graph" in told["extract news.txt --match --force"]
    assert "two provinces" in told["judge list"]
    written = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    kept = Path("seed/judgements.yaml").read_text(encoding="utf-8")
    assert written.splitlines()[:4] == [line for line in kept.splitlines() if not line.startswith("#") and line][:4]


def test_every_key_of_the_review_is_explained() -> None:
    rows = dict(re.findall(r"^\| `(.)` \| (.) \|", PAGE, re.MULTILINE))
    assert set(rows) == {key for key, _, _ in KEYS.values()} - {"?"}
    assert all(latin(thai) == key for key, thai in rows.items())
