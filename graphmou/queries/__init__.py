"""Saved questions: Cypher files with a header, found, given their parameters, and asked."""

from __future__ import annotations

from graphmou.queries.ask import Asked, ask
from graphmou.queries.library import find_check, find_query, read_library
from graphmou.queries.parameters import Bound, bind, describe_parameter
from graphmou.queries.reference import questions_page
from graphmou.queries.saved import Check, Column, Library, Parameter, SavedQuery, Severity
from graphmou.queries.templates import show_cell
from graphmou.words import show_word

__all__ = [
    "Asked",
    "Bound",
    "Check",
    "Column",
    "Library",
    "Parameter",
    "SavedQuery",
    "Severity",
    "ask",
    "bind",
    "describe_parameter",
    "find_check",
    "find_query",
    "questions_page",
    "read_library",
    "show_cell",
    "show_word",
]
