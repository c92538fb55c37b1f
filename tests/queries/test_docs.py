"""The examples of docs/questions-and-checks.md are real: they are read, and asked of the five networks."""

from __future__ import annotations

import re
from pathlib import Path

from graphmou.checks import run_checks
from graphmou.queries import ask, questions_page, read_library
from graphmou.queries.saved import COLUMN_TYPES, PARAMETER_TYPES
from graphmou.store.protocol import Store
from tests.queries.stores import CYPHER, TODAY

PAGE = Path(__file__).parents[2] / "docs" / "questions-and-checks.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_examples_work(five: Store, tmp_path: Path) -> None:
    question, check = re.findall(r"```cypher\n(.*?)```", TEXT, re.DOTALL)
    for kind, name, source in (("queries", "small-groups", question), ("checks", "group-without-office", check)):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.cypher").write_text(source, encoding="utf-8")
    library = read_library([tmp_path])
    assert library.problems == []
    asked = ask(five, library.queries["small-groups"], {"office": "สพม.19"}, today=TODAY)
    assert asked.answer.rows == [["chaturaphakhi", "กลุ่มจตุรภาคี", 4]]
    none = ask(five, library.queries["small-groups"], {"office": "สพม.19", "most": "3"}, today=TODAY)
    assert [note.en for note in none.notes] == ["every group has more members"]
    (result,) = run_checks(five, library.checks.values(), today=TODAY)
    told = {gap["id"]: gap["message"] for gap in result.gaps}
    assert list(told) == [
        "cluster-anuban-nakhon-pathom",
        "cluster-ban-o-krathing",
        "mueang-buriram-4",
        "network-wat-phra-fang",
    ]
    assert str(told["mueang-buriram-4"]).endswith("is not recorded")
    assert str(told["cluster-ban-o-krathing"]).endswith("is not recorded; it has 4 members")


def test_every_type_is_explained() -> None:
    for name in (*PARAMETER_TYPES, *COLUMN_TYPES):
        assert f"`{name}`" in TEXT


def test_the_page_of_all_questions_is_what_the_headers_say() -> None:
    written = (PAGE.parent / "questions.md").read_text(encoding="utf-8")
    assert written == questions_page(read_library([CYPHER])), "run: graphmou query --write-docs docs/questions.md"
    for name in ("mentor-schools", "declared-vs-recorded"):
        assert f"### {name}" in written
