"""How long a long text takes, and how long many: 5 MB of invented reports, dense with names; 10,000 files.

Seconds are those of the processor: what else the machine does is not measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from graphmou.extract.pipeline import extract_text
from graphmou.extract.text.normalise import normalise

__all__ = ["dense_text", "measure", "measure_many"]

_MEGABYTE = 1_000_000
_CONSONANTS = "กขคงจชซดตถทนบปผพฟมยรลวสหอ"
_TUNING = Path(__file__).parent / "tuning"


class _Run(NamedTuple):
    """One call of a command: how long it took, and how much memory it held at most."""

    seconds: float
    megabytes: float


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
    """The seconds for ``size`` bytes, for a fifth of them, for the normaliser alone, and through the command."""
    long, short = dense_text(size), dense_text(size // 5)
    extract_text(short[:2000])
    plain, fifth, whole = _seconds(normalise, long), _seconds(extract_text, short), _seconds(extract_text, long)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "dense.txt"
        text.write_text(long, encoding="utf-8")
        command = _command("extract", text, "-o", Path(folder) / "drafts")
    return (
        f"{size / _MEGABYTE:g} MB in {whole:.1f} s, a fifth of it in {fifth:.1f} s ({whole / fifth:.1f} times); "
        f"the normaliser alone {plain:.2f} s (the whole is {whole / plain:.0f} times that); "
        f"to a draft, by the command, in {command.seconds:.1f} s and {command.megabytes:.0f} MB"
    )


def measure_many(few: int = 1_000, many: int = 10_000) -> str:
    """Time and memory of the command for ``few`` and ``many`` articles, all different, made from those to tune on."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_TUNING.glob("*.txt"))]
    runs = [_run_of(texts, count) for count in (few, many)]
    each = [run.seconds / count * 1000 for run, count in zip(runs, (few, many), strict=True)]
    return (
        f"{few:,} files: {each[0]:.1f} ms each, {runs[0].megabytes:.1f} MB at most; "
        f"{many:,} files: {each[1]:.1f} ms each ({each[1] / each[0]:.2f} times), "
        f"{runs[1].megabytes:.1f} MB at most ({runs[1].megabytes / runs[0].megabytes:.2f} times)"
    )


def _run_of(texts: list[str], count: int) -> _Run:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        for number in range(count):
            text = f"{texts[number % len(texts)]}\nข่าวที่ {number + 1}\n"
            (folder / f"article-{number:05}.txt").write_text(text, encoding="utf-8")
        return _command("extract", folder, "-o", Path(name) / "drafts")


def _command(*words: str | Path) -> _Run:
    """Call the command in a process of its own.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    call = [sys.executable, "-m", "graphmou", *map(str, words)]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, call)
    # Linux counts in kilobytes, macOS in bytes.
    return _Run(used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin
