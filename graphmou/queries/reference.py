"""The page that lists every question and check with its parameters and columns, rendered from the headers."""

from __future__ import annotations

from collections.abc import Iterator

from graphmou.language import Text
from graphmou.queries.saved import SEVERITIES, Check, Column, Library, Parameter, SavedQuery

__all__ = ["questions_page"]

_HEAD = """\
# Questions and checks

<!-- Written by `graphmou query --write-docs` from the headers of the .cypher files; a test compares. -->

Ask one with `graphmou query NAME -p PARAMETER=VALUE`, look for gaps with `graphmou check`. How to write your own:
[questions-and-checks.md](questions-and-checks.md).
"""


def questions_page(library: Library) -> str:
    """The page in Markdown: a table of contents, then each question, then the checks by severity."""
    lines = [_HEAD, "## Questions", ""]
    lines += [f"- [`{one.name}`](#{one.name}) {_both(one.title)}" for one in library.queries.values()]
    for query in library.queries.values():
        lines += ["", *_query(query)]
    lines += ["", "## Checks", ""]
    for severity in SEVERITIES:
        for check in library.checks.values():
            if check.severity == severity:
                lines += [*_check(check), ""]
    return "\n".join(lines).rstrip() + "\n"


def _query(query: SavedQuery) -> Iterator[str]:
    yield f"### {query.name}"
    yield ""
    yield f"{_both(query.title)}."
    if query.description is not None:
        yield ""
        yield query.description.en
        yield ""
        yield query.description.th
    if query.parameters:
        yield ""
        yield "| parameter | type | default | meaning |"
        yield "|---|---|---|---|"
        yield from map(_parameter, query.parameters)
    yield ""
    yield from _columns(query.columns)


def _check(check: Check) -> Iterator[str]:
    yield f"### {check.name}"
    yield ""
    yield f"**{check.severity}** · {_both(check.title)}."
    if check.description is not None:
        yield ""
        yield check.description.en
        yield ""
        yield check.description.th
    if check.next_step is not None:
        yield ""
        yield f"→ {_both(check.next_step)}"
    yield ""
    yield f"Columns: `id`, `name`, `message`{''.join(f', `{column.name}`' for column in check.columns)}."


def _parameter(parameter: Parameter) -> str:
    kind: str = parameter.type
    if parameter.choices:
        kind = " · ".join(f"`{choice}`" for choice in parameter.choices)
    elif parameter.labels:
        kind += f" ({', '.join(parameter.labels)})"
    if parameter.required:
        default = "required"
    elif isinstance(parameter.default, bool):
        default = str(parameter.default).lower()
    else:
        default = "" if parameter.default is None else str(parameter.default)
    meaning = "" if parameter.description is None else _both(parameter.description)
    return f"| `{parameter.name}` | {kind} | {default} | {meaning} |"


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| column | type | title |"
    yield "|---|---|---|"
    yield from (f"| `{column.name}` | {column.type} | {_both(column.title)} |" for column in columns)


def _both(text: Text) -> str:
    return text.en if text.en == text.th else f"{text.en} · {text.th}"
