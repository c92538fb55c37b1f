"""The extractor: its steps in order."""

from __future__ import annotations

from graphmou.extract.findings import DateFound, EntityFound, Findings
from graphmou.extract.moments import find_moments
from graphmou.extract.normalise import normalise
from graphmou.extract.offices import find_offices

__all__ = ["extract_text"]


def extract_text(text: str) -> Findings:
    """Everything found in the raw ``text`` of one press release, each with the phrases that say it."""
    normal = normalise(text)
    findings = Findings()
    for mention in find_offices(normal.text):
        quote = normal.quote(mention.start, mention.end)
        known = next((office for office in findings.offices if office.name == mention.name), None)
        if known is None and "short" not in mention.more:
            findings.offices.append(EntityFound(f"office-{len(findings.offices) + 1}", mention.name, [quote]))
    for moment in find_moments(normal.text):
        findings.dates.append(DateFound(moment.date, moment.kind, normal.quote(moment.start, moment.end)))
    return findings
