"""A briefing as one page that needs no network and runs nothing: for the screen, and to be printed on A4.

Every text is escaped; the policy in the page allows its own style and font and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources
from pathlib import Path

from graphmou.briefing.document import Briefing, Column, Part, Points, Summary, TableRow
from graphmou.briefing.words import SAID
from graphmou.export.atomic import write_atomically
from graphmou.export.figure_font import web_font
from graphmou.export.figure_frame import make_frame
from graphmou.export.figure_svg import drawing_svg
from graphmou.export.figure_text import clean
from graphmou.language import Language
from graphmou.queries.saved import Severity

__all__ = ["report_page", "write_report_page"]

_SIGNS: dict[Severity, str] = {"error": "!", "warning": "!", "info": "i"}


def write_report_page(briefing: Briefing, file: Path) -> None:
    """Write the page (UTF-8), whole or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(file, report_page(briefing).encode("utf-8"))


def report_page(briefing: Briefing) -> str:
    """The whole page as text; the same briefing gives the same."""
    style = _style()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; font-src data:; img-src 'none'; base-uri 'none'; "
        "form-action 'none'"
    )
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{briefing.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(briefing.title)} · {_text(briefing.kind)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f"<header><p>{_text(briefing.kind)}</p><h1>{_text(briefing.title)}</h1><p>{_text(briefing.day)}</p></header>",
        "<main>",
        *_summary(briefing.summary, briefing.language),
        *_picture(briefing),
        *(line for part in briefing.parts for line in _part(part, briefing.language)),
        "</main>",
        f"<footer>{_text(briefing.foot)} · graphmou</footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def _summary(summary: Summary, language: Language) -> Iterator[str]:
    yield f"<section><h2>{_text(summary.title)}</h2><p>{_text(summary.said)}</p>"
    yield '<ul class="figures">'
    for figure in summary.figures:
        note = f"<small>{_text(figure.note)}</small>" if figure.note else ""
        yield f"<li><b>{_text(figure.number)}</b><span>{_text(figure.label)}</span>{note}</li>"
    yield '</ul><div class="lists">'
    yield from _points(summary.ending, language)
    yield from _points(summary.gaps, language)
    yield "</div></section>"


def _points(listed: Points, language: Language) -> Iterator[str]:
    yield f"<div><h3>{_text(listed.title)}</h3>"
    if not listed.points:
        yield f"<p>{_text(listed.nothing)}</p></div>"
        return
    yield '<ul class="points">'
    for point in listed.points:
        note = f"<small>{_text(point.note)}</small>" if point.note else ""
        mark = _mark(point.severity) if point.severity else '<span class="mark end"></span>'
        yield f"<li>{mark}{_text(point.text)}{note}</li>"
    yield "</ul>"
    if listed.count > len(listed.points):
        yield f'<p class="note">{SAID["more"].in_(language).format(count=listed.count - len(listed.points))}</p>'
    yield "</div>"


def _picture(briefing: Briefing) -> Iterator[str]:
    # The page has the font already, and its policy allows no other style.
    svg = drawing_svg(make_frame(briefing.scene), titles=True)
    yield f'<section class="picture"><h2>{_text(briefing.picture_title)}</h2><figure>{svg}</figure>'
    if briefing.picture_command:
        yield _whole("", briefing.picture_command, briefing.language)
    yield "</section>"


def _part(part: Part, language: Language) -> Iterator[str]:
    yield f"<section><h2>{_text(part.title)}</h2>"
    yield from (f"<p>{_text(said)}</p>" for said in part.said)
    if part.rows:
        yield from _table(part.columns, part.rows)
    if part.more:
        yield _whole(part.more, part.command, language)
    yield "</section>"


def _table(columns: tuple[Column, ...], rows: tuple[TableRow, ...]) -> Iterator[str]:
    whole = sum(column.share for column in columns)
    yield '<div class="table"><table><thead><tr>'
    for column in columns:
        yield f'<th scope="col" width="{column.share / whole:.1%}"{_aligned(column)}>{_text(column.heading)}</th>'
    yield "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(_cell(row, place, column) for place, column in enumerate(columns)) + "</tr>"
    yield "</tbody></table></div>"


def _cell(row: TableRow, place: int, column: Column) -> str:
    lines = row.cells[place]
    mark = _mark(row.severity) + " " if row.severity and not place else ""
    heading = ' class="first"' if row.severity and place == 1 else _aligned(column)
    if len(lines) == 1:
        return f"<td{heading}>{mark}{_text(lines[0])}</td>"
    return f"<td{heading}>{mark}{''.join(f'<div>{_text(line)}</div>' for line in lines)}</td>"


def _aligned(column: Column) -> str:
    return ' class="end"' if column.align == "end" else ""


def _mark(severity: Severity) -> str:
    return f'<span class="mark {severity}" aria-hidden="true">{_SIGNS[severity]}</span>'


def _whole(more: str, command: str, language: Language) -> str:
    """How much was left out, and the command that shows all of it."""
    said = f"{_text(more)} · " if more else ""
    shown = f"{SAID['whole'].in_(language)}: <code>{_text(command)}</code>" if command else ""
    return f'<p class="note">{said}{shown}</p>'


def _text(text: str) -> str:
    return escape(clean(text))


def _style() -> str:
    style = resources.files("graphmou.export").joinpath("report_page.css").read_text("utf-8")
    return style.replace("FONT_DATA", base64.b64encode(web_font()).decode("ascii"))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
