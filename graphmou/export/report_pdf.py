"""A briefing as a PDF on A4: set by typst, its picture as vectors, its text to be selected and searched.

The template (``report.typ``) is given data and never code, so no name can say anything to typst.
"""

from __future__ import annotations

from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import Any

from graphmou.briefing.document import Briefing, Points
from graphmou.briefing.words import SAID
from graphmou.export.atomic import write_atomically
from graphmou.export.figure_font import FAMILY
from graphmou.export.figure_pdf import TYPST_FIGURE, figure_data, typeset
from graphmou.export.figure_text import clean

__all__ = ["report_pdf", "write_report_pdf"]


def write_report_pdf(briefing: Briefing, file: Path) -> None:
    """Write the PDF, whole or not at all.

    Raises:
        ExportError: typst is not installed; the file cannot be written.
    """
    write_atomically(file, report_pdf(briefing))


def report_pdf(briefing: Briefing) -> bytes:
    """The bytes of the PDF; the same briefing gives the same.

    Raises:
        ExportError: typst is not installed.
    """
    template = resources.files("graphmou.export").joinpath("report.typ").read_text("utf-8")
    return typeset(TYPST_FIGURE + template, _data(briefing))


def _data(briefing: Briefing) -> dict[str, Any]:
    """Everything the template shows."""
    more = SAID["more"].in_(briefing.language)
    return {
        "language": briefing.language,
        "fonts": [FAMILY],
        "kind": clean(briefing.kind),
        "title": clean(briefing.title),
        "day": clean(briefing.day),
        "foot": clean(briefing.foot),
        "whole": SAID["whole"].in_(briefing.language),
        "summary": _cleaned(asdict(briefing.summary))
        | {"ending": _points(briefing.summary.ending, more), "gaps": _points(briefing.summary.gaps, more)},
        "picture_title": clean(briefing.picture_title),
        "picture": figure_data(briefing.scene),
        "picture_command": clean(briefing.picture_command),
        "parts": [_cleaned(asdict(part)) for part in briefing.parts],
    }


def _points(listed: Points, more: str) -> Any:
    left = listed.count - len(listed.points)
    return _cleaned(asdict(listed)) | {"more": more.format(count=left) if left else ""}


def _cleaned(value: Any) -> Any:
    """The same with every text as every format can hold it."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {name: _cleaned(one) for name, one in value.items()}
        case list() | tuple():
            return [_cleaned(one) for one in value]
        case _:
            return value
