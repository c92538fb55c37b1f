"""Which extractor reads the text: ours, or one that another package plugs in.

A package offers one as an entry point of the group ``graphmou.extractors``: a function from the raw text to
:class:`~graphmou.extract.findings.Findings`. Whatever it returns is held to the text before it is used
(:mod:`graphmou.extract.truth`).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

from graphmou.errors import GraphmouError, UnknownName
from graphmou.extract.findings import Findings
from graphmou.language import Text

__all__ = ["GROUP", "OURS", "Extractor", "extractor_called"]

GROUP = "graphmou.extractors"
OURS = "rules"
Extractor = Callable[[str], Findings]


def extractor_called(name: str = OURS) -> Extractor:
    """The extractor of that name.

    Raises:
        UnknownName: none is installed under it.
        GraphmouError: its package cannot be imported.
    """
    if name == OURS:
        from graphmou.extract import extract_text

        return extract_text
    found = {one.name: one for one in entry_points(group=GROUP)}
    if name not in found:
        installed = ", ".join(sorted({OURS, *found}))
        raise UnknownName(
            Text(f"No extractor is called {name!r}.", f"ไม่มีตัวสกัดข้อมูลชื่อ {name!r}"),
            hint=Text(f"installed are: {installed}", f"ที่ติดตั้งอยู่ได้แก่ {installed}"),
        )
    try:
        loaded = found[name].load()
    except Exception as error:  # whatever the code of another package does when it is imported
        raise GraphmouError(
            Text(f"The extractor {name!r} cannot be used: {error}", f"ไม่สามารถใช้ตัวสกัดข้อมูล {name!r}: {error}"),
            hint=Text("reinstall its package", "ติดตั้งแพ็กเกจของตัวสกัดนั้นใหม่"),
        ) from error
    if not callable(loaded):
        raise GraphmouError(
            Text(f"The extractor {name!r} is no function.", f"ตัวสกัดข้อมูล {name!r} ไม่ใช่ฟังก์ชัน"),
            hint=Text("its package must be mended", "แพ็กเกจของตัวสกัดนั้นต้องได้รับการแก้ไข"),
        )
    return loaded  # type: ignore[no-any-return]
