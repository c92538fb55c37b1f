"""Press releases as people keep them: text in the encodings of Thai machines, web pages, Word files, PDFs."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from graphmou.extract.sources import Source, read_source, source_files, source_of_bytes
from graphmou.extract.sources.unreadable import Unreadable

THAI = "นายมงคล น้ำใส ผู้อำนวยการโรงเรียนวัดเอ เขต ๑\r\nลงนาม\r\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text_of(raw: bytes, name: str) -> str:
    return source_of_bytes(raw, Path(name)).text


def refused(raw: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as caught:
        source_of_bytes(raw, Path(name))
    assert caught.value.problem.in_("th") != caught.value.problem.in_("en")
    return caught.value.problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "iso-8859-11", "utf-16"])
def test_text_is_read_in_every_encoding_a_thai_machine_writes(encoding: str) -> None:
    assert text_of(THAI.encode(encoding), "a.txt") == THAI


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E), min_size=1, max_size=40))
def test_no_thai_text_of_the_code_page_is_taken_for_utf8(consonants: str) -> None:
    raw = f"โรงเรียน{consonants}".encode("cp874")
    assert text_of(raw, "a.txt") == f"โรงเรียน{consonants}"


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("café déjà vu naïve".encode("latin-1"), "byte 0xE9 at offset 3"),
        (THAI.encode() + b"\xff" + THAI.encode(), f"byte 0xFF at offset {len(THAI.encode())}"),
        ("แผ่น".encode("cp874") + b"\xdb", "byte 0xDB at offset 4"),
        (b"abc\0def", "byte 0x00 at offset 3"),
        (b"\x89PNG\r\n\x1a\n\0\0", "byte"),
    ],
)
def test_bytes_that_are_no_such_text_are_refused_by_the_first_wrong_one(raw: bytes, named: str) -> None:
    assert named in refused(raw, "a.txt")


def test_the_sha256_of_a_text_is_that_of_its_file_and_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(THAI.encode("cp874"))
    source = read_source(tmp_path / "a.txt")
    assert source.kept is None
    assert (source.file, source.sha256) == ("a.txt", hashlib.sha256(THAI.encode("cp874")).hexdigest())


def test_of_other_files_the_text_is_kept_and_identified(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>โรงเรียนวัดเอ", encoding="utf-8")
    source = read_source(tmp_path / "a.html")
    assert source.file == "a.txt"
    assert source.kept is not None
    assert (source.kept.decode(), source.sha256) == (source.text, hashlib.sha256(source.kept).hexdigest())


PAGE = """<html><head><meta charset="{charset}"><title>เว็บ</title><script>var a = "<p>สคริปต์</p>";</script></head>
<body><nav>เมนูหลัก</nav><article><h1>ข่าวลงนาม</h1><p>ระหว่าง&nbsp;สพป. &amp; โรงเรียน<b>วัด</b>เอ &#3585;<p>ได้แก่
<ol start="2"><li><p>โรงเรียนวัดบี</p></li><li>โรงเรียนวัดซี<ul><li>สาขา</ul></ol>
<table><tr><td>นายหนึ่ง<td>ผู้อำนวยการ</tr></table></article><footer>สงวนลิขสิทธิ์</footer></body>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("windows-874", "cp874"), ("tis-620", "utf-8")])
def test_of_a_page_the_article_is_read_with_lists_as_lines(charset: str, encoding: str) -> None:
    assert text_of(PAGE.format(charset=charset).encode(encoding), "a.htm").split("\n") == [
        "ข่าวลงนาม",
        "ระหว่าง สพป. & โรงเรียนวัดเอ ก",
        "ได้แก่",
        "2. โรงเรียนวัดบี",
        "3. โรงเรียนวัดซี",
        "- สาขา",
        "นายหนึ่ง\tผู้อำนวยการ",
    ]


def test_a_page_nested_beyond_reason_is_refused_at_once() -> None:
    assert "nested" in refused(b"<div>" * 200_000 + "ก".encode(), "a.html")


def docx(parts: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def body(xml: str) -> str:
    return f'<?xml version="1.0"?><w:document {W}><w:body>{xml}</w:body></w:document>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="List">
<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>"""


def test_a_word_file_is_read_with_numbers_tables_and_without_deleted_words() -> None:
    level = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("นายหนึ่ง", "ผู้อำนวยการ"))
    xml = body(
        paragraph("ข่าวน้ำ")
        + paragraph("โรงเรียนวัดเอ", '<w:pStyle w:val="List"/>')
        + paragraph("โรงเรียนวัดบี", '<w:pStyle w:val="List"/>')
        + paragraph("สาขา", level)
        + f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
        + "<w:p><w:del><w:r><w:delText>ลบแล้ว</w:delText></w:r></w:del>"
        + "<w:r><w:t>จบ</w:t><w:br/><w:t>ข่าว</w:t></w:r></w:p>"
    )
    raw = docx({"word/document.xml": xml, "word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})
    assert text_of(raw, "a.docx").split("\n") == [
        "ข่าวน้ำ",
        "๑. โรงเรียนวัดเอ",
        "๒. โรงเรียนวัดบี",
        "๒.1 สาขา",
        "นายหนึ่ง\tผู้อำนวยการ",
        "จบ",
        "ข่าว",
    ]


def test_a_word_file_made_to_harm_is_refused() -> None:
    entities = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    assert "entities" in refused(docx({"word/document.xml": entities}), "a.docx")
    external = '<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'
    assert "entities" in refused(docx({"word/document.xml": external}), "a.docx")
    assert "unpacks to more" in refused(docx({"word/document.xml": b" " * 61_000_000}), "a.docx")


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 broken", docx({"other.xml": "<a/>"}), docx({"word/document.xml": "<w:p>"})]
)
def test_what_is_no_word_file_is_told_plainly(raw: bytes) -> None:
    assert "no Word file" in refused(raw, "a.docx")


@pytest.fixture(scope="module")
def printed(chromium: Browser) -> bytes:
    """A PDF as a browser prints it, in the bundled Thai font: clusters have their text in ActualText."""
    font = Path(__file__).parents[2] / "visualizations" / "fonts" / "NotoSansThai-subset.woff2"
    data = base64.b64encode(font.read_bytes()).decode()
    html = (
        f'<html lang="th"><style>@font-face{{font-family:N;src:url(data:font/woff2;base64,{data})}}'
        "body{font-family:N}"
        "</style><p>เมื่อวันที่ ๑๐ กุมภาพันธ์ นายมงคล น้ำพี้ ผู้อำนวยการ ณ ห้องประชุมน้ำผึ้ง"
        "<ol><li>โรงเรียนวัดบี<li>โรงเรียนบ้านซำ"
    )
    page = chromium.new_page()
    page.set_content(html)
    pdf = page.pdf()
    page.close()
    return pdf


def test_a_pdf_gives_back_the_thai_that_was_printed(printed: bytes) -> None:
    assert text_of(printed, "a.pdf").split("\n") == [
        "เมื่อวันที่ ๑๐ กุมภาพันธ์ นายมงคล น้ำพี้ ผู้อำนวยการ ณ ห้องประชุมน้ำผึ้ง",
        "1. โรงเรียนวัดบี",
        "2. โรงเรียนบ้านซำ",
    ]


SCAN = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
"""


def test_a_pdf_without_text_says_so_and_a_broken_one_too() -> None:
    assert "no text layer" in refused(SCAN, "a.pdf")
    assert "no PDF" in refused(b"%PDF-1.4 nothing", "a.pdf")


def test_other_kinds_empty_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    assert "no kind of file" in refused(b"x", "a.doc")
    assert "holds no text" in refused(b" \n ", "a.txt")
    with pytest.raises(Unreadable, match="cannot be read"):
        read_source(tmp_path / "nothing.txt")


def test_a_folder_gives_its_sources_by_name_and_none_is_a_problem(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.html", "c.yaml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, problems = source_files([tmp_path, tmp_path / "a.html"])
    assert [Path(file).name for file in files] == ["a.html", "b.TXT"]
    assert problems == []
    (tmp_path / "empty").mkdir()
    assert len(source_files([tmp_path / "empty"])[1]) == 1


@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".docx", ".pdf"]))
def test_any_bytes_give_text_or_a_plain_problem(raw: bytes, ending: str) -> None:
    prefix = {".pdf": b"%PDF-1.4\n", ".docx": b"PK\x03\x04"}.get(ending, b"")
    with suppress(Unreadable):  # anything else is a failure
        assert isinstance(source_of_bytes(prefix + raw, Path(f"a{ending}")), Source)
