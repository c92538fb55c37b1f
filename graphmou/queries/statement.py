"""What can be known of a Cypher statement without an engine: its ``$parameters`` and the columns it returns.

Nothing more of the language is understood, so this never judges whether a statement is right: the engine does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmou.store.guard import Token, tokens

__all__ = ["Returned", "Scan", "scan"]

_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")
_AFTER_COLUMNS = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")


@dataclass(frozen=True, slots=True)
class Returned:
    """One column of a RETURN: its name (None where it has none), and the line it stands on."""

    name: str | None
    line: int


@dataclass(slots=True)
class Scan:
    """What was found, with the lines it stands on.

    ``parameters`` maps each name to the line of its first use; ``returns`` has one list for each outer RETURN;
    ``second_statement`` is the line where another statement follows a semicolon.
    """

    parameters: dict[str, int] = field(default_factory=dict)
    returns: list[list[Returned]] = field(default_factory=list)
    second_statement: int | None = None


def scan(text: str) -> Scan:
    """The parameters and columns of ``text``.

    Raises:
        StatementError: a text, name or comment is opened and never closed.
    """
    found = Scan()
    item: list[Token] = []
    columns: list[Returned] | None = None
    depth, before, ended = 0, "", False

    def line(token: Token) -> int:
        return 1 + text.count("\n", 0, token.start)

    def close(end: Token) -> None:
        if columns is not None:
            columns.append(Returned(_name(item), line(item[-1] if item else end)))
            item.clear()

    last = Token("symbol", "", len(text), len(text))
    for token in tokens(text):
        # A keyword is no property, label, map key or parameter of that name.
        keyword = token.text.upper() if token.kind == "word" and depth == 0 and before not in (".", ":", "$") else ""
        symbol = token.text if token.kind == "symbol" else ""
        if ended and found.second_statement is None and symbol != ";":
            found.second_statement = line(token)
        if token.kind == "word" and before == "$":
            found.parameters.setdefault(token.text, line(token))
        before = token.text
        depth += (symbol in _OPENING) - (symbol in _CLOSING)
        if keyword == "RETURN":
            columns = []
            found.returns.append(columns)
        elif depth == 0 and (keyword in _AFTER_COLUMNS or symbol == ";"):
            close(token)
            columns, ended = None, ended or symbol == ";"
        elif depth == 0 and symbol == ",":
            close(token)
        elif columns is not None and (item or columns or keyword != "DISTINCT"):
            item.append(token)
    close(last)
    return found


def _name(item: list[Token]) -> str | None:
    """The name an item gives its column: ``... AS name``, or a variable that stands alone."""
    if item and item[-1].kind == "word" and (len(item) == 1 or (len(item) > 2 and item[-2].is_word("AS"))):
        return item[-1].text
    return None
