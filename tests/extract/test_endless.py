"""A text twice as long is twice the work, whatever it is made of: read, drafted, written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graphmou.extract import extract_text
from graphmou.extract.drafting import make_draft, name_findings
from graphmou.extract.drafting.identity import draft_ids
from graphmou.extract.findings import EntityFound, Findings, Quote
from graphmou.extract.sources import source_of_bytes
from graphmou.extract.truth import hold_to_text
from tests.extract.endless import ENDLESS, endless
from tests.work import grows_in_step

_SIZE = 8_000


def drafted(text: str) -> str:
    source = source_of_bytes(text.encode(), Path("endless.txt"))
    return make_draft(name_findings(hold_to_text(extract_text(source.text), source.text).findings, source)).text()


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_text_twice_as_long_is_twice_the_work(kind: str) -> None:
    assert grows_in_step(drafted, endless(kind, _SIZE), endless(kind, 2 * _SIZE))


def test_a_long_text_of_every_kind_ends() -> None:
    """Work inside one call of a pattern is not counted above; here it is waited for."""
    code = (
        "import sys\n"
        "from tests.extract.endless import ENDLESS, endless\n"
        "from tests.extract.test_endless import drafted\n"
        "for kind in ENDLESS:\n"
        "    drafted(endless(kind, 20_000))\n"
        "for kind in ('letters', 'digits', 'and', 'opening brackets', 'people without posts', 'days in one line'):\n"
        "    drafted(endless(kind, 150_000))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=600)


def test_ids_of_the_same_name_are_numbered_each_at_once() -> None:
    def numbered(count: int) -> None:
        quote = Quote(0, 1, "ก")
        people = [EntityFound(f"person-{number}", "สมคิด แก้วใส", [quote]) for number in range(count)]
        ids = draft_ids(Findings(people=people), "document", "0" * 64)
        assert len(set(ids.values())) == count

    assert grows_in_step(numbered, 1000, 2000)
