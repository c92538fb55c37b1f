"""Whatever a user reads exists in Thai: held over the source itself, so that no new message is forgotten."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphmou
from graphmou import errors

PACKAGE = Path(graphmou.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)
THAI = re.compile("[\u0e01-\u0e5b]")

ERRORS = {name for name, thing in inspect.getmembers(errors, inspect.isclass) if issubclass(thing, Exception)}
# What takes words for people: where among its arguments, and under which names.
SPEAKERS = {
    **{name: (slice(0, 1), {"message", "hint"}) for name in ERRORS},
    "DateError": (slice(0, 2), {"said", "advice"}),
    "Problem": (slice(3, 5), {"said", "advice"}),
    "report": (slice(1, 3), {"message", "hint"}),
    "_report": (slice(1, 3), {"message", "hint"}),
    "Finding": (slice(0, 2), {"title", "result", "hint"}),
    "Refused": (slice(0, 1), set()),
    "tell": (slice(0, 1), set()),
    "note": (slice(0, 1), set()),
}
# Variables that are handed to them.
WORDS = {"hint", "advice", "message"}
# No text of ours: what a terminal is shown was put together in the reader's language by who calls note().
NOT_OURS = {("terminal/streams.py", "note")}


# One word for what checks find, on pages, figures, reports and in the terminal: สิ่งที่ขาด.
OTHER_WORDS_FOR_GAPS = ("ช่องว่างของข้อมูล", "ข้อสังเกต")
READ_BY_PEOPLE = (".py", ".ts", ".md", ".yaml", ".cypher", ".typ", ".html")


def literals(node: ast.expr | None) -> Iterator[ast.expr]:
    """The texts written out in an expression, wherever it may choose between several."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def untranslated(source: str, file: str = "") -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        found: list[ast.expr] = []
        if isinstance(node, ast.Call) and name_of(node) in SPEAKERS:
            if (file, name_of(node)) in NOT_OURS:
                continue
            places, names = SPEAKERS[name_of(node)]
            found = [*node.args[places], *(keyword.value for keyword in node.keywords if keyword.arg in names)]
        elif isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id in WORDS for one in node.targets
        ):
            found = [node.value]
        for one in found:
            for literal in literals(one):
                yield f"line {literal.lineno}: {ast.unparse(literal)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_message_is_written_in_one_language_only(path: Path) -> None:
    found = untranslated(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())
    assert list(found) == [], "write Text(english, thai), or same(...) for what is no language"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_thai_of_every_text_is_thai(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and name_of(node) == "Text" and len(node.args) == 2):
            continue
        for literal in literals(node.args[1]):
            words = "".join(
                str(part.value)
                for part in (literal.values if isinstance(literal, ast.JoinedStr) else [literal])
                if isinstance(part, ast.Constant)
            )
            assert THAI.search(words) or not re.search("[A-Za-z]{3}", words), f"line {literal.lineno}: {words}"


@pytest.mark.parametrize(
    "source",
    [
        'raise UsageError("bad")',
        'raise UsageError(Text("bad", "ไม่ดี"), hint=f"use {this}")',
        'raise StoreError(said, hint=near or "load again")',
        'fields.report(name, Text("bad", "ไม่ดี"), "write another" if other else None)',
        'problems.append(Problem(file, 1, None, "is " + what))',
        'hint = "try again"',
    ],
)
def test_a_message_in_one_language_is_noticed(source: str) -> None:
    assert list(untranslated(source))


@pytest.mark.parametrize("folder", ["graphmou", "visualizations", "cypher", "docs"])
def test_a_gap_has_one_word_in_thai(folder: str) -> None:
    files = [path for path in (PACKAGE.parent / folder).rglob("*") if path.suffix in READ_BY_PEOPLE]
    assert files
    assert not [path for path in files if any(word in path.read_text("utf-8") for word in OTHER_WORDS_FOR_GAPS)]
