"""What a node is called: in full for lists and titles, short for its label."""

from __future__ import annotations

from graphmou.dates import show_date
from graphmou.graph import Node
from graphmou.language import Language, Text
from graphmou.view.scene import Lines
from graphmou.view.text import break_lines, plain
from graphmou.view.words import WORDS
from graphmou.words import show_word

__all__ = ["full_name", "label_lines", "shown_date"]

_LABEL_WIDTH = 110.0
_LABEL_LINES = 3
_AREA_OFFICES = {
    "Primary Educational Service Area Office": "PESAO",
    "Secondary Educational Service Area Office": "SESAO",
}
"""Their usual abbreviations: in full, the number that tells one office from another would not fit its label."""


def full_name(node: Node) -> Text:
    """Its whole name; names without an English form stay Thai. What documents give no name is called by what it is."""
    return Text(_full_name(node, "en"), _full_name(node, "th"))


def label_lines(node: Node) -> Lines:
    """Its label: the usual short name, in few short lines."""
    return Lines(_label_lines(node, "en"), _label_lines(node, "th"))


def shown_date(node: Node, name: str, language: Language) -> str:
    """A date property as people read it, or an empty text."""
    day = _text(node, name)
    return plain(show_date(day, _text(node, f"{name}_precision") or "day", language)) if day else ""


def _full_name(node: Node, language: Language) -> str:
    name = _text(node, "name_en") if language == "en" else ""
    name = name or _text(node, "name")
    if node.label == "Person" and language == "th":
        return plain(_text(node, "honorific") + name) or plain(node.id)
    if node.label == "Agreement":
        short = " ".join(_agreement_lines(node, language))
        return plain(f"{short}: {name}") if name else short
    if node.label == "Declaration":
        return _declaration(node, language)
    return name or plain(node.id)


def _label_lines(node: Node, language: Language) -> tuple[str, ...]:
    if node.label == "Agreement":
        return _agreement_lines(node, language)
    return break_lines(_short_name(node, language), _LABEL_WIDTH, _LABEL_LINES)


def _short_name(node: Node, language: Language) -> str:
    name = _full_name(node, language)
    if language == "en":
        for full, short in _AREA_OFFICES.items():
            name = name.replace(full, short)
        return name
    if node.label == "School" and name.startswith("โรงเรียน"):
        return "ร.ร." + name.removeprefix("โรงเรียน")
    if node.label in ("Office", "Organisation"):
        # Official abbreviations carry full stops: สพป.นครปฐม เขต 1. A later name held by no document is no label.
        aliases = node.properties.get("aliases")
        known = [plain(str(alias)) for alias in aliases] if isinstance(aliases, list) else []
        return min((alias for alias in known if "." in alias), key=len, default=name)
    return name


def _agreement_lines(node: Node, language: Language) -> tuple[str, ...]:
    kind = _text(node, "kind") or WORDS["agreement"].in_(language)
    signed = shown_date(node, "signed_on", language)
    # A line each, whatever stands in the store.
    return tuple(line for text in (kind, signed) if text for line in break_lines(text, _LABEL_WIDTH, 1))


def _declaration(node: Node, language: Language) -> str:
    what = show_word(_text(node, "what"), language)
    count = plain(str(node.properties.get("count", "?")))
    return plain(WORDS["declared"].in_(language).format(count=count, what=what))


def _text(node: Node, name: str) -> str:
    value = node.properties.get(name)
    return plain(value) if isinstance(value, str) else ""
