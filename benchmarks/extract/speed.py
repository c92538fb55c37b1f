"""How long a long text takes: 5 MB of invented reports, dense with names, beside a plain pass of the normaliser."""

from __future__ import annotations

import time

from graphmou.extract.normalise import normalise
from graphmou.extract.pipeline import extract_text

__all__ = ["dense_text", "measure"]

_MEGABYTE = 1_000_000
_CONSONANTS = "กขคงจชซดตถทนบปผพฟมยรลวสหอ"


def dense_text(size: int) -> str:
    """Invented reports of at least ``size`` bytes of UTF-8; every one names new schools and people."""
    reports: list[str] = []
    written = number = 0
    while written < size:
        one, two = _CONSONANTS[number % 25], _CONSONANTS[number // 25 % 25]
        report = (
            f"เมื่อวันที่ {number % 28 + 1} มกราคม 2565 นายสมคิด เกษดี{one}{two} ผู้อำนวยการโรงเรียนบ้านโคก{one}{two} "
            f"ลงนามบันทึกข้อตกลงความร่วมมือ กับ โรงเรียนวัดนา{number % 90} สพป.บุรีรัมย์ เขต {number % 4 + 1}\n"
        )
        reports.append(report)
        written += len(report.encode())
        number += 1
    return "".join(reports)


def measure(size: int = 5 * _MEGABYTE) -> str:
    """The seconds for ``size`` bytes, for a fifth of them, and for the normaliser alone, as one line."""
    long, short = dense_text(size), dense_text(size // 5)
    extract_text(short[:2000])
    plain, fifth, whole = _seconds(normalise, long), _seconds(extract_text, short), _seconds(extract_text, long)
    return (
        f"{size / _MEGABYTE:g} MB in {whole:.1f} s, a fifth of it in {fifth:.1f} s ({whole / fifth:.1f} times); "
        f"the normaliser alone {plain:.2f} s (the whole is {whole / plain:.0f} times that)"
    )


def _seconds(work: object, text: str) -> float:
    assert callable(work)
    begin = time.perf_counter()
    work(text)
    return time.perf_counter() - begin
