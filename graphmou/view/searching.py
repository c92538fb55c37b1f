"""What a node of a picture is searched by: every name of it, and what is written on the picture."""

from __future__ import annotations

from collections.abc import Iterator

from graphmou import thai
from graphmou.graph import Node
from graphmou.language import Text
from graphmou.view.scene import Lines
from graphmou.view.text import plain

__all__ = ["search_keys"]

_LONGEST = 500
_CUT = "…"
_MOU = "MOU"
_MOU_IN_FULL = Text("memorandum of understanding", "บันทึกข้อตกลง")


def search_keys(node: Node, name: Text, label: Lines) -> tuple[str, ...]:
    """Names, aliases, variants and labels in the form of :func:`graphmou.thai.search_key`, Thai and English.

    A key that is part of another finds nothing that the other does not, and is left out.

    Args:
        node: the keys that the store holds of it come first; a ghost, and what was added by hand, has none.
        name: what it is called in full.
        label: its lines on the picture.
    """
    own = node.properties.get("search_keys")
    keys = [plain(str(key), _LONGEST) for key in own] if isinstance(own, list) else []
    for text in (name.th, name.en, *_written(label)):
        key = plain(thai.search_key(text), _LONGEST)
        if key and not any(key in other for other in keys):
            keys.append(key)
    return tuple(keys)


def _written(label: Lines) -> Iterator[str]:
    """A label in one line, and what people may type for it: kind and month, short on the picture, written out."""
    th, en = (" ".join(lines).removesuffix(_CUT) for lines in (label.th, label.en))
    months = zip(thai.SHORT_MONTHS, thai.MONTHS, strict=True)
    in_full = next((th.replace(short, full) for short, full in months if f" {short} " in th), th)
    for text, mou in ((th, _MOU_IN_FULL.th), (in_full, _MOU_IN_FULL.th), (en, _MOU_IN_FULL.en)):
        yield text
        if text.startswith(f"{_MOU} "):
            yield mou + text.removeprefix(_MOU)
