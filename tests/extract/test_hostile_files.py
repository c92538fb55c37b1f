"""Files made to harm, or only unfit: each is read or refused in little work, and told what to do."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import pypdfium2
import pytest

from graphmou.errors import Problem
from graphmou.extract.sources import source_of_bytes
from graphmou.extract.sources.unreadable import Unreadable

PASSWORD = b"secret"
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_TEXT = b"BT /F 10 Tf 10 700 Td (school) Tj ET "


def refused(raw: bytes, name: str) -> Problem:
    with pytest.raises(Unreadable) as caught:
        source_of_bytes(raw, Path(name))
    return caught.value.problem


def pdf(pages: int, content: bytes, encrypt: bytes = b"") -> bytes:
    """A PDF whose pages all show one ``content``; ``encrypt`` is the entry that locks it."""
    packed = zlib.compress(content)
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        *[page] * pages,
    ]
    raw = b"%PDF-1.4\n"
    for number, one in enumerate(objects, start=1):
        raw += b"%d 0 obj%b endobj\n" % (number, one)
    return raw + b"trailer<</Root 1 0 R/Size %d/ID[<00><00>]%b>>\n" % (len(objects) + 1, encrypt)


def locked() -> bytes:
    """The entry of a PDF that opens with :data:`PASSWORD` (the standard handler, revision 2: RC4 of 40 bits)."""
    owner = _rc4(hashlib.md5(_padded(PASSWORD)).digest()[:5], _padded(PASSWORD))
    permissions = (0xFFFFFFFC).to_bytes(4, "little")
    key = hashlib.md5(_padded(PASSWORD) + owner + permissions + b"\0").digest()[:5]
    user = _rc4(key, _PADDING)
    return b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (owner.hex().encode(), user.hex().encode())


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _rc4(key: bytes, text: bytes) -> bytes:
    box = list(range(256))
    swap = 0
    for place in range(256):
        swap = (swap + box[place] + key[place % len(key)]) % 256
        box[place], box[swap] = box[swap], box[place]
    written = bytearray()
    place = swap = 0
    for byte in text:
        place = (place + 1) % 256
        swap = (swap + box[place]) % 256
        box[place], box[swap] = box[swap], box[place]
        written.append(byte ^ box[(box[place] + box[swap]) % 256])
    return bytes(written)


def test_a_pdf_with_a_password_says_so_and_what_to_do() -> None:
    raw = pdf(1, b"", locked())
    pypdfium2.PdfDocument(raw, password=PASSWORD.decode()).close()
    problem = refused(raw, "news.pdf")
    assert problem.message == "is locked with a password"
    assert problem.hint is not None
    assert "without a password" in problem.hint


def test_a_pdf_of_two_thousand_pages_is_refused_before_any_is_read() -> None:
    assert "has 2000 pages" in refused(pdf(2_000, _TEXT), "a.pdf").message
    assert source_of_bytes(pdf(3, _TEXT), Path("a.pdf")).text == "school\n\nschool\n\nschool"


def test_a_small_pdf_that_unfolds_to_endless_pages_is_refused() -> None:
    raw = pdf(400, b"0 0 1 1 re f " * 3_000 + _TEXT)
    assert len(raw) < 100_000
    assert "unfolds" in refused(raw, "a.pdf").message


def test_a_word_file_of_a_thousand_times_its_size_is_refused() -> None:
    from tests.extract.test_sources import body, docx, paragraph

    raw = docx({"word/document.xml": body(paragraph("ก" * 21_000_000))})
    assert len(raw) < 200_000
    assert "unpacks to more" in refused(raw, "a.docx").message


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<div>" * 200_000 + "ก", "nested"),
        ("<div></b>" * 100_000 + "ก", "nested"),
        ("<p " + "".join(f"a{number} " for number in range(100_000)) + ">ก", "thousands of attributes"),
        ("<p " + "".join(f"a{number}='1 2' " for number in range(100_000)) + ">ก", "thousands of attributes"),
    ],
)
def test_a_page_beyond_reason_is_refused(page: str, said: str) -> None:
    assert said in refused(page.encode(), "a.html").message


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (f'<p title="{"ก = " * 100_000}">ข่าว</p>', "ข่าว"),
        ("<table>" + "<tr>" + "<td>ก" * 20 + "</table>", "\t".join("ก" * 20)),
        ("<p>ข่าว<p>" * 50_000, "\n".join(["ข่าว"] * 50_000)),
        ("<!--" * 100_000 + "--><p>ข่าว", "ข่าว"),
    ],
)
def test_a_page_that_is_only_large_is_read(page: str, text: str) -> None:
    assert source_of_bytes(page.encode(), Path("a.html")).text == text


@pytest.mark.parametrize(
    "raw",
    [
        b"\x7fELF\x02\x01\x01\0\0\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0",
        "ข่าว".encode() + b"\xed\xa0\x80" + "ข่าว".encode(),
        "ข่าวโรงเรียน".encode("cp874") + b"\xfc\xfd\xfe",
        "ข่าว\0โรงเรียน".encode(),
        "ข่าว\0โรงเรียน".encode("cp874"),
    ],
    ids=["program", "picture", "lone surrogate", "damaged code page", "NUL", "NUL in the code page"],
)
def test_what_is_no_text_is_told_with_the_byte_and_what_to_do(raw: bytes) -> None:
    problem = refused(raw, "news.txt")
    assert "byte 0x" in problem.message
    assert problem.hint is not None
    assert "UTF-8" in problem.hint
