"""Small seed files for tests: a document of two schools and one agreement, and ways to vary it."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
document:
  id: {document}
  name: ข่าวทดสอบ
  date: {date}
  file: {document}.txt
  sha256: "{sha256}"
"""

BODY = """\
schools:
- id: wat-a
  name: โรงเรียนวัดเอ
- id: wat-b
  name: โรงเรียนวัดบี
agreements:
- id: {document}-a1
  name: ข้อตกลง
  signed_on: {date}
  parties:
  - {{party: wat-a, role: lead}}
  - {{party: wat-b, role: partner}}
mentoring:
- {{mentor: wat-a, partner: wat-b, basis: inferred, agreement: {document}-a1}}
"""


def head(document: str = "office-2021-02-10", date: str = "2021-02-10", sha256: str = "a" * 64) -> str:
    return HEAD.format(document=document, date=date, sha256=sha256)


def body(document: str = "office-2021-02-10", date: str = "2021-02-10") -> str:
    return BODY.format(document=document, date=date)


def write(folder: Path, text: str, name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
