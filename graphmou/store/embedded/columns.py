"""The names of a statement's columns, read from its text.

The engine tells them only with the rows: an answer without rows would have no columns, and a row whose last
value is missing one too few.
"""

from __future__ import annotations

from graphmou.errors import StatementError
from graphmou.store.guard import Token, tokens

__all__ = ["returned_columns"]

_OPENING, _CLOSING = "([{", ")]}"
_AFTER_ITEMS = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")


def returned_columns(statement: str) -> list[str] | None:
    """What the last RETURN names, in order; None where only the engine can tell (``RETURN *``, or none at all)."""
    try:
        pieces = list(tokens(statement))
    except StatementError:
        return None
    items = _items(pieces)
    if not items or any(len(item) == 1 and item[0].text == "*" for item in items):
        return None
    return [_name(item, statement) for item in items]


def _items(pieces: list[Token]) -> list[list[Token]]:
    """The tokens of each item behind the last RETURN that stands in no bracket."""
    items: list[list[Token]] = []
    depth = 0
    before: Token | None = None
    returning = False
    for piece in pieces:
        is_property = before is not None and before.text in (".", "$", ":")
        before = piece
        if depth == 0 and piece.kind == "word" and not is_property:
            if piece.is_word("RETURN"):
                items, returning = [[]], True
                continue
            if piece.text.upper() in _AFTER_ITEMS:
                returning = False
        if piece.kind == "symbol":
            depth += (piece.text in _OPENING) - (piece.text in _CLOSING)
            if depth == 0 and piece.text == ";":
                returning = False
            if depth == 0 and piece.text == "," and returning:
                items.append([])
                continue
        if returning and not (items == [[]] and piece.is_word("DISTINCT")):
            items[-1].append(piece)
    return [item for item in items if item]


def _name(item: list[Token], statement: str) -> str:
    if len(item) > 2 and item[-2].is_word("AS"):
        return _unquoted(item[-1])
    if len(item) == 1:
        return _unquoted(item[0])
    return statement[item[0].start : item[-1].end]


def _unquoted(piece: Token) -> str:
    return piece.text[1:-1].replace("``", "`") if piece.kind == "name" else piece.text
