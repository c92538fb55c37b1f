"""A web page to the text of its article: paragraphs and list items as lines, scripts and navigation dropped.

By selectolax (Lexbor): it reads any page a browser reads, the worst-made too, fast and without recursion. Its time
grows with the depth of a page, as the rules of HTML want it, and with the square of an element's attributes, so pages
that go beyond reason in either are refused first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graphmou.decoding import Undecodable, decode
from graphmou.extract.sources.lines import as_lines
from graphmou.extract.sources.unreadable import Unreadable
from graphmou.language import Text

__all__ = ["html_text"]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Never an article's words.
_DROPPED = _words(
    "script style noscript template head nav footer aside form button select textarea svg math iframe object",
    "embed canvas audio video dialog",
)
_BLOCKS = _words(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6",
    "header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul",
)
_CELLS = frozenset(("td", "th"))
_ARTICLES = ("[itemprop=articleBody]", "article", "main", "[role=main]", ".entry-content", ".post-content")
_ENOUGH = 200
"""Characters a page's article has at least: a shorter one is only a teaser, and the whole page is read."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_THAI_NAMES = frozenset(("tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-windows-874", "ibm874"))
_DEEPEST = 2_000
_MANY_ATTRIBUTES = re.compile(
    r"""<[a-zA-Z][^\s/>]*+(?:[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+){2000}"""
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_NEVER_CLOSED = _words("br hr img input link meta p li td th tr dt dd option col area base source wbr")


def html_text(raw: bytes, path: Path) -> str:
    """The text of the page's article, or of the whole page where none is marked.

    Raises:
        Unreadable: its bytes are text of no known encoding, or its elements are nested beyond reason.
    """
    markup = _markup(raw, path)
    said = None
    if _depth(markup) > _DEEPEST:
        said = Text("is nested beyond reason", "มีโครงสร้างซ้อนกันลึกเกินไป")
    elif _MANY_ATTRIBUTES.search(markup):
        said = Text("has an element with thousands of attributes", "มีองค์ประกอบที่มีแอตทริบิวต์หลายพันรายการ")
    if said is not None:
        raise Unreadable(path, said, Text("save the article's text as .txt", "บันทึกเนื้อข่าวเป็นไฟล์ .txt"))
    tree = LexborHTMLParser(markup)
    heading = tree.css_first("h1")
    for selector in _ARTICLES:
        longest = max((_text(node) for node in tree.css(selector)[:50]), key=len, default="")
        if len(longest) >= _ENOUGH:
            title = "" if heading is None else _text(heading)
            return longest if not title or title in longest else f"{title}\n{longest}"
    return "" if tree.body is None else _text(tree.body)


def _markup(raw: bytes, path: Path) -> str:
    declared = _CHARSET.search(raw[:4096])
    if declared and declared[1].decode("ascii").lower() in _THAI_NAMES:
        try:
            return raw.decode("cp874")
        except UnicodeDecodeError:
            pass  # pages often say one thing and are another
    try:
        return decode(raw)[0]
    except Undecodable as error:
        # What a browser would do: the rest of the page is worth more than one damaged byte.
        text = raw.decode("utf-8", "replace")
        if text.count("\ufffd") * 1000 < len(text):
            return text
        said = Text(
            f"is text neither in UTF-8 nor in Thai Windows-874: byte 0x{error.byte:02X} at offset {error.place}",
            f"ไม่ใช่ข้อความรหัส UTF-8 หรือ Windows-874: ไบต์ 0x{error.byte:02X} ที่ตำแหน่ง {error.place}",
        )
        raise Unreadable(path, said, Text("save the page anew as UTF-8", "บันทึกหน้าเว็บใหม่เป็นรหัส UTF-8")) from None


def _depth(markup: str) -> int:
    """How deep elements are nested, about: opened and not yet closed so far, at most."""
    opened: dict[str, int] = {}
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        if name in _NEVER_CLOSED:
            continue
        if not match[1]:
            opened[name] = opened.get(name, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened.get(name):
            # What closes nothing that is open is passed over, as by browsers.
            opened[name] -= 1
            depth -= 1
    return deepest


def _text(root: LexborNode) -> str:
    return as_lines("".join(_pieces(root)))


def _pieces(root: LexborNode) -> Iterator[str]:
    """The words of ``root`` in order: a line feed around each block, a tab between cells, a mark before a list item."""
    stack: list[LexborNode | str] = [root]
    numbers: dict[int, int] = {}
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag or ""
        if tag == "-text":
            yield re.sub(r"[ \t\r\n\f]+", " ", node.text_content or "")
            continue
        if tag in _DROPPED or tag.startswith(("-", "!")):
            continue
        if tag == "br":
            yield "\n"
            continue
        closing = "\n" if tag in _BLOCKS else "\t" if tag in _CELLS else ""
        if closing == "\n":
            yield "\n"
        if tag == "li":
            yield _item_mark(node, numbers)
        stack.append(closing)
        stack.extend(reversed(list(node.iter(include_text=True))))


def _item_mark(item: LexborNode, numbers: dict[int, int]) -> str:
    """``2. `` before the second item of a numbered list, ``- `` before any other item."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.attributes.get("start") or "1"
    first = int(start) if start.isascii() and start.isdecimal() and len(start) < 6 else 1
    number = numbers[parent.mem_id] = numbers.get(parent.mem_id, first - 1) + 1
    return f"{number}. "
