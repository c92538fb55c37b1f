"""A draft as a page to read: the article with coloured spans, beside it the items they are the evidence of.

Self-contained and without a script: the page asks nothing of anybody, and everything in it is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from graphmou.export.figure_font import web_font
from graphmou.language import Language, Text
from graphmou.review.deciding import Review
from graphmou.review.editing import fields_of
from graphmou.review.items import LINK_TITLES, Item, Phrase, parts_of, phrases_of, warnings_of
from graphmou.review.naming import name_of, named
from graphmou.seed.nesting import text_of
from graphmou.words import show_word

__all__ = ["review_page"]

_STYLE = Path(__file__).with_name("page.css")
_WARNING = "warnings"
# Where phrases overlap, the one of the smaller thing colours the text.
_ORDER = (
    "people", "schools", "offices", "organisations", "groups", "programmes", "topics",
    "declarations", "mentoring", "agreements", "events", _WARNING,
)  # fmt: skip
_STATES = {
    "pending": Text("pending", "รอตรวจ"),
    "accepted": Text("accepted", "ยืนยันแล้ว"),
    "rejected": Text("rejected", "ไม่รับ"),
    "merged": Text("merged", "รวมแล้ว"),
}
_ARTICLE, _ITEMS = Text("Article", "เนื้อข่าว"), Text("Items", "รายการ")
_NO_SOURCE = Text(
    "The source text was not found beside the draft: name it with --source.",
    "ไม่พบเอกสารต้นทางข้างไฟล์ร่าง ระบุได้ด้วย --source",
)


def review_page(review: Review, source: str | None, language: Language) -> str:
    """The HTML of the page."""
    # The font is in the page: a machine without Thai letters shows the same, as the pictures and reports do.
    font = base64.b64encode(web_font()).decode("ascii")
    style = _STYLE.read_text(encoding="utf-8").replace("FONT_DATA", font)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = _shown(text_of(review.items[0].node, "name")) if review.items else ""
    article = "".join(_spans(review, source)) if source is not None else f"<em>{_NO_SOURCE.in_(language)}</em>"
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1><p>{_progress(review, language)}</p></header>
<main>
<section class="article" aria-label="{_ARTICLE.in_(language)}">{article}</section>
<aside aria-label="{_ITEMS.in_(language)}">
{"".join(_warnings(review, language))}
{"".join(_items(review, language))}
</aside>
</main>
</body>
</html>
"""


def _shown(text: str) -> str:
    """Text that a page can hold: escaped, and without what no HTML may hold."""
    return escape("".join(char if char >= " " or char in "\n\t" else "\ufffd" for char in text), quote=True)


def _progress(review: Review, language: Language) -> str:
    counts = review.counts()
    return Text(
        f"{counts.accepted} accepted, {counts.rejected} rejected, {counts.merged} merged, {counts.pending} pending",
        f"ยืนยันแล้ว {counts.accepted} ไม่รับ {counts.rejected} รวม {counts.merged} รอตรวจ {counts.pending}",
    ).in_(language)


def _spans(review: Review, source: str) -> Iterator[str]:
    """The article, each piece between two edges of phrases in one span with the colour of what it says first."""
    said = [
        (phrase, item.section, number) for number, item in enumerate(review.items) for phrase in phrases_of(item.node)
    ]
    said += [(warned.phrase, _WARNING, -1) for warned in warnings_of(review.root)]
    said = [(phrase, section, number) for phrase, section, number in said if _stands(phrase, source)]
    starts: dict[int, list[tuple[Phrase, str, int]]] = {}
    for one in said:
        starts.setdefault(one[0].start, []).append(one)
    edges = sorted({0, len(source), *(edge for phrase, _, _ in said for edge in (phrase.start, phrase.end))})
    anchored: set[int] = set()
    open_now: list[tuple[Phrase, str, int]] = []
    for begin, end in pairwise(edges):
        open_now = [one for one in open_now if one[0].end > begin] + starts.get(begin, [])
        piece = _shown(source[begin:end].replace("\r\n", "\n"))
        if not open_now:
            yield piece
            continue
        first = min(open_now, key=lambda one: (_rank(one[1]), one[0].end - one[0].start))
        warned = " warned" if any(section == _WARNING for _, section, _ in open_now) else ""
        anchors = [number for _, _, number in starts.get(begin, []) if number >= 0 and number not in anchored]
        anchored.update(anchors)
        yield "".join(f'<a id="said-{number}"></a>' for number in dict.fromkeys(anchors))
        target = f' href="#item-{first[2]}"' if first[2] >= 0 else ""
        yield f'<a class="{first[1]}{warned}"{target}>{piece}</a>'


def _rank(section: str) -> int:
    return _ORDER.index(section) if section in _ORDER else len(_ORDER)


def _stands(phrase: Phrase, source: str) -> bool:
    return source[phrase.start : phrase.end] == phrase.text and bool(phrase.text)


def _items(review: Review, language: Language) -> Iterator[str]:
    section = ""
    for number, item in enumerate(review.items):
        if item.section != section:
            if section:
                yield "</ul>\n"
            section = item.section
            kind = item.kind.in_(language) if item.link is None else Text("positions", "ตำแหน่ง").in_(language)
            yield f'<h2 class="{section}">{_shown(kind)}</h2>\n<ul>\n'
        state = _STATES.get(item.state, _STATES["pending"]).in_(language)
        confidence = text_of(item.node, "confidence")
        sure = f" · {_shown(confidence)}" if confidence else ""
        said = phrases_of(item.node)
        name = _shown(_name(review, item, language))
        link = f'<a href="#said-{number}">{name}</a>' if said else name
        indent = ' class="position"' if item.link is not None else ""
        yield f'<li id="item-{number}"{indent}>{link} <small class="{item.state}">{state}{sure}</small>'
        yield "".join(f"<small>{_shown(line)}</small>" for line in _details(review, item, language))
        yield "</li>\n"
    if section:
        yield "</ul>\n"


def _name(review: Review, item: Item, language: Language) -> str:
    if item.link is not None:
        return f"{text_of(item.node, 'title')} · {named(review, text_of(item.node, item.link.other))}"
    if item.section == "mentoring":
        return f"{named(review, text_of(item.node, 'mentor'))} → {named(review, text_of(item.node, 'partner'))}"
    if item.section == "declarations":
        return f"{text_of(item.node, 'count')} {show_word(text_of(item.node, 'what'), language)}"
    return name_of(review, item)


def _details(review: Review, item: Item, language: Language) -> Iterator[str]:
    for field in fields_of(item):
        if field.node is item.node and field.prop.name in _DETAILS and field.value:
            yield f"{field.title(language)}: {field.shown(language)}"
    yield from parts_of(item.node)
    for link, nested in item.nested():
        role = show_word(text_of(nested, "role"), language) if text_of(nested, "role") else ""
        other = named(review, text_of(nested, link.other))
        yield f"{LINK_TITLES[link.field].in_(language)}: {other}{f' ({role})' if role else ''}"


_DETAILS = ("date", "signed_on", "starts", "ends", "place", "publisher", "status", "basis")


def _warnings(review: Review, language: Language) -> Iterator[str]:
    listed: Sequence[str] = [
        f"<li>{_shown(warned.message.in_(language))} <q>{_shown(warned.phrase.text)}</q></li>"
        for warned in warnings_of(review.root)
    ]
    if listed:
        heading = Text("Warnings", "ข้อควรตรวจสอบ").in_(language)
        yield f'<h2 class="warnings">{heading}</h2>\n<ul>{"".join(listed)}</ul>\n'
