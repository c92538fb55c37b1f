"""The JUnit XML of checks, as a build server reads it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from graphmou.checks import CheckResult
from graphmou.export.junit import junit_xml
from graphmou.language import Text
from graphmou.queries import Check, Severity
from graphmou.store.protocol import Cell


def of(name: str, severity: Severity, *gaps: tuple[str, str]) -> CheckResult:
    check = Check(
        name, Path(f"{name}.cypher"), Text(name, name), None, severity, Text("m", "m"), None, (), "RETURN 1", ""
    )
    found: list[dict[str, Cell]] = [{"id": node_id, "name": node_id, "message": message} for node_id, message in gaps]
    return CheckResult(check, f"title of {name}", found)


RESULTS = [
    of("clean", "error"),
    of("bad", "error", ("a", "โรงเรียน ก"), ("b", "<&> \"'")),
    of("so-so", "warning", ("c", "ควรตรวจ")),
]


def read(text: str) -> ElementTree.Element:
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    return ElementTree.fromstring(text.encode("utf-8"))


def test_every_check_is_a_test_case_and_gaps_at_the_threshold_fail_it() -> None:
    root = read(junit_xml(RESULTS))
    (suite,) = root.findall("testsuite")
    assert (suite.get("tests"), suite.get("failures"), root.get("failures")) == ("3", "1", "1")
    assert [case.get("name") for case in suite.findall("testcase")] == ["clean", "bad", "so-so"]
    clean, bad, so_so = suite.findall("testcase")
    assert list(clean) == []
    (failure,) = bad.findall("failure")
    assert failure.get("message") == "title of bad: 2"
    assert failure.get("type") == "error"
    assert failure.text == "a: โรงเรียน ก\nb: <&> \"'"
    assert so_so.find("failure") is None
    assert so_so.findtext("system-out") == "c: ควรตรวจ"


def test_the_threshold_decides_what_fails() -> None:
    suite = read(junit_xml(RESULTS, "warning")).find("testsuite")
    assert suite is not None
    assert suite.get("failures") == "2"


@pytest.mark.parametrize("odd", ["\x00", "\x1b[31m", "\x0b", "\ud800", "\ufffe", "\x7f", "]]>", "\U0001f600"])
def test_no_character_breaks_the_file(odd: str) -> None:
    text = junit_xml([of("bad", "error", (f"a{odd}", f"b{odd}c"))])
    failure = read(text).find(".//failure")
    assert failure is not None
    assert str(failure.text).startswith("a")
    assert str(failure.text).endswith("c")


def test_no_checks_are_an_empty_suite() -> None:
    assert read(junit_xml([])).find("testsuite") is not None
