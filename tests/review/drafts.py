"""A small draft for tests: one agreement of two schools, a director, a group, mentoring and a declared number."""

from __future__ import annotations

import hashlib
from pathlib import Path

TEXT = """\
สพป.ตัวอย่าง เขต 1 ลงนามความร่วมมือ
เมื่อวันที่ 10 กุมภาพันธ์ 2564 นายหนึ่ง ใจดี ผู้อำนวยการโรงเรียนวัดเอ ลงนามข้อตกลงกับโรงเรียนวัดบี
โรงเรียนวัดเอ เป็นพี่เลี้ยงโรงเรียนวัดบี มีโรงเรียนเครือข่าย 3 แห่ง
"""


def quote(phrase: str) -> str:
    start = TEXT.index(phrase)
    return f"{{start: {start}, end: {start + len(phrase)}, phrase: {phrase}}}"


def draft(*, date: str = "  date: 2021-02-10\n") -> str:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return f"""\
# A draft for tests
review: pending

document:
  id: spp-x-1-2021-02-10
  name: สพป.ตัวอย่าง เขต 1 ลงนามความร่วมมือ
  review: pending
{date}  file: news.txt
  sha256: "{sha256}"

schools:
- id: wat-a
  name: โรงเรียนวัดเอ
  review: pending
  confidence: 0.90
  evidence:
  - {quote("โรงเรียนวัดเอ")}
- id: wat-b
  name: โรงเรียนวัดบี
  review: pending
  evidence:
  - {quote("โรงเรียนวัดบี")}
- id: wat-b-2
  name: โรงเรียนวัดบี (สาขา)
  review: pending
  evidence:
  - {quote("โรงเรียนวัดบี")}

people:
- id: nueng
  name: หนึ่ง ใจดี
  review: pending
  holds:
  - at: wat-a
    title: ผู้อำนวยการ
    status: current
    review: pending
    evidence:
    - {quote("นายหนึ่ง ใจดี ผู้อำนวยการโรงเรียนวัดเอ")}
  evidence:
  - {quote("นายหนึ่ง ใจดี")}

groups:
- id: network-a
  name: เครือข่ายโรงเรียนวัดเอ
  review: pending
  named: false
  members:
  - school: wat-a
    role: lead
  - school: wat-b
    role: member

agreements:
- id: spp-x-1-2021-02-10-a1
  name: ข้อตกลง
  review: pending
  signed_on: 2021-02-10
  parties:
  - party: wat-a
    role: lead
  - party: wat-b
    role: partner
  evidence:
  - {quote("ลงนามข้อตกลงกับโรงเรียนวัดบี")}

declarations:
- id: spp-x-1-2021-02-10-d1
  review: pending
  about: network-a
  what: partners
  count: 3
  evidence:
  - {quote("โรงเรียนเครือข่าย 3 แห่ง")}

mentoring:
- mentor: wat-a
  partner: wat-b
  basis: stated
  review: pending
  agreement: spp-x-1-2021-02-10-a1
  evidence:
  - {quote("โรงเรียนวัดเอ เป็นพี่เลี้ยงโรงเรียนวัดบี")}

warnings:
- kind: declared-count
  message: three partners are announced, one is named
  message_th: ประกาศโรงเรียนเครือข่าย 3 แห่ง ระบุชื่อ 1 แห่ง
  start: {TEXT.index("โรงเรียนเครือข่าย 3")}
  end: {TEXT.index("โรงเรียนเครือข่าย 3") + len("โรงเรียนเครือข่าย 3")}
  phrase: โรงเรียนเครือข่าย 3
"""


def write_draft(folder: Path, text: str | None = None) -> Path:
    """The draft and its source, as ``extract`` leaves them."""
    (folder / "news.txt").write_text(TEXT, encoding="utf-8", newline="")
    path = folder / "news.yaml"
    path.write_text(draft() if text is None else text, encoding="utf-8")
    return path
