"""The format is documented, and its documentation and JSON Schema are true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from graphmou import places
from graphmou.errors import SeedError
from graphmou.seed.reader import read_seed
from graphmou.seed.reference import seed_reference
from graphmou.seed.schema import seed_schema
from tests.seed.seed_files import body, head, write

PAGE = Path(__file__).parents[2] / "docs" / "seed-format.md"
SEEDS = sorted(places.data_folder("seed").glob("*.yaml"))


def schema_errors(document: Any) -> list[str]:
    schema = seed_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def plain(text: str) -> Any:
    """YAML as an editor sees it: dates stay text."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    return _with_numbers(loaded)


def _with_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.isdecimal() and value.isascii() and len(value) < 5 else value


def test_the_tables_of_the_page_are_those_of_the_model() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith(seed_reference())


def test_the_example_of_the_page_is_a_right_seed_file(tmp_path: Path) -> None:
    example = PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    facts = read_seed([write(tmp_path, example)])[0]
    assert facts.graph.type_counts()["MENTORS"] == 1
    assert schema_errors(plain(example)) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_schema_accepts_the_seed_that_comes_with_graphmou(path: Path) -> None:
    assert schema_errors(plain(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: โรงเรียนวัดบี", "nmae: x"),
        ("role: partner", "role: boss"),
        ("id: wat-b", "id: วัดบี"),
        ("party: wat-b", "x: wat-b"),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(tmp_path: Path, old: str, new: str) -> None:
    text = (head() + body()).replace(old, new)
    assert schema_errors(plain(text))
    with pytest.raises(SeedError):
        read_seed([write(tmp_path, text)])
