"""The results of checks as JUnit XML, which build servers show: one test case for each check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from graphmou.checks import CheckResult
from graphmou.queries.saved import SEVERITIES, Severity

__all__ = ["junit_xml"]

# XML 1.0 has no place for other control characters, lone surrogates and two non-characters, not even as references.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(results: Sequence[CheckResult], threshold: Severity = "error") -> str:
    """The text of a JUnit file, XML declaration included: to be written as UTF-8.

    A check with gaps is a failure at or above ``threshold``; below it, it passes and its gaps are its output.
    """
    grave = SEVERITIES[: SEVERITIES.index(threshold) + 1]
    failures = sum(1 for result in results if result.count and result.severity in grave)
    counts = {"tests": str(len(results)), "failures": str(failures), "errors": "0", "skipped": "0"}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "graphmou check", **counts})
    for result in results:
        case = ElementTree.SubElement(
            suite, "testcase", {"classname": f"graphmou.{result.severity}", "name": result.name}
        )
        if not result.count:
            continue
        lines = "\n".join(_clean(f"{gap['id']}: {gap['message']}") for gap in result.gaps)
        if result.severity in grave:
            message = _clean(f"{result.title}: {result.count}")
            ElementTree.SubElement(case, "failure", {"message": message, "type": result.severity}).text = lines
        else:
            ElementTree.SubElement(case, "system-out").text = lines
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
